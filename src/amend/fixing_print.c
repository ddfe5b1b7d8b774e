/* SPDX-License-Identifier: MIT */
/* What fixing did, as a diff and as JSON. */
#include <string.h>

#include "fixing.h"
#include "json_writer.h"
#include "mem.h"
#include "visible.h"

/* ---- as a diff ---- */

static void put_line(struct buffer *out, bool color, bool terminal, char sign, const char *line,
                     size_t n) {
    static const char red[] = "\033[31m";
    static const char green[] = "\033[32m";
    buffer_text(out, !color ? "" : sign == '-' ? red : green);
    buffer_put(out, &sign, 1);
    if (terminal) {
        visible_put(out, line, n);
    } else {
        buffer_put(out, line, n);
    }
    buffer_text(out, color ? "\033[0m\n" : "\n");
}

void fixing_put_diff(struct buffer *out, const struct text_file *file, bool color, bool terminal) {
    const char *before = file->before;
    const char *after = file->after;
    const char *before_end = before + file->before_size;
    const char *after_end = after + file->after_size;
    buffer_format(out, "--- %s\n+++ %s\n", file->path, file->path);
    for (unsigned line = 1; before < before_end; line++) {
        const char *stop = memchr(before, '\n', (size_t)(before_end - before));
        const char *other = memchr(after, '\n', (size_t)(after_end - after));
        size_t n = (size_t)((stop != NULL ? stop : before_end) - before);
        size_t m = (size_t)((other != NULL ? other : after_end) - after);
        if (n != m || memcmp(before, after, n) != 0) {
            buffer_format(out, "@@ -%u +%u @@\n", line, line);
            put_line(out, color, terminal, '-', before, n);
            put_line(out, color, terminal, '+', after, m);
        }
        before += n + (stop != NULL);
        after += m + (other != NULL);
    }
}

/* ---- as JSON ---- */

void fixing_put_json(struct buffer *out, const struct fixing *fixing) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    json_key(&json, "edits");
    json_open(&json, '[');
    for (ptrdiff_t i = 0; i < arrlen(fixing->items); i++) {
        const struct fixed *fixed = &fixing->items[i];
        json_line(&json);
        json_open(&json, '{');
        json_key_text(&json, "code", message_of(fixed->code)->id);
        json_key_text(&json, "file", sources_name(fixing->read, fixed->place.file));
        json_key_int(&json, "line", fixed->place.line);
        json_key_int(&json, "column", fixed->place.column);
        json_key_int(&json, "end_column", fixed->place.end_column);
        json_key_text(&json, "old", fixed->old);
        json_key_text(&json, "new", fixed->instead);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(out, "\n");
}

struct text_file *fixing_changed(const struct fixing *fixing) {
    struct text_file *files = NULL;
    for (ptrdiff_t i = 0; i < arrlen(fixing->texts); i++) {
        const struct source *source = &fixing->read->items[i];
        struct text_file file = {source->name, source->text, source->size, fixing->texts[i],
                                 fixing->sizes[i]};
        if (file.before_size != file.after_size ||
            memcmp(file.before, file.after, file.after_size) != 0) {
            arrput(files, file);
        }
    }
    return files;
}
