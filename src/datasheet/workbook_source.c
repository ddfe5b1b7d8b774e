/* SPDX-License-Identifier: MIT */
/* Where a figure comes from: its file as a link, its words and document as a comment. */
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "path.h"
#include "system.h"
#include "workbook_common.h"

/* Folders between the current one and the workbook, -1 where its name does not tell. */
static int depth_of(const char *path) {
    int depth = 0;
    if (path_absolute(path)) {
        return -1;
    }
    for (size_t n; path[n = strcspn(path, system_separators)] != '\0'; path += n + 1) {
        if (n == 2 && memcmp(path, "..", 2) == 0) {
            return -1;
        }
        depth += n > 0 && !(n == 1 && path[0] == '.');
    }
    return depth;
}

const char *workbook_file(struct workbook *book, int32_t file) {
    const char *name = sources_name(book->sources, file);
    int depth = depth_of(book->path);
    while (name[0] == '.' && path_is_separator(name[1])) {
        name += 2;
    }
    if (depth < 0 || name[0] == '\0' || path_absolute(name) || strcmp(name, "-") == 0) {
        return "";
    }
    struct buffer out = {0};
    for (int i = 0; i < depth; i++) {
        buffer_text(&out, "../");
    }
    for (; name[0] != '\0'; name++) {
        buffer_put(&out, path_is_separator(name[0]) ? "/" : name, 1);
    }
    const char *relative = pool_text(&book->line, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return relative;
}

/* What is said of one figure. */
struct citation {
    const char *quote;
    const char *document;
    const char *by;
    const char *note;
    struct place place;
};

static void put_part(struct buffer *out, const char *before, const char *text, const char *after) {
    if (text != NULL && text[0] != '\0') {
        buffer_text(out, arrlen(out->text) > 0 ? "\n" : "");
        buffer_text(out, before);
        buffer_text(out, text);
        buffer_text(out, after);
    }
}

static const char *citation_text(struct workbook *book, const struct citation *citation) {
    struct buffer out = {0};
    put_part(&out, "“", citation->quote, "”");
    put_part(&out, phrase(PHRASE_SHEET_DOCUMENT, book->lang), citation->document, "");
    put_part(&out, phrase(PHRASE_SHEET_ASSIGNED_BY, book->lang), citation->by, "");
    put_part(&out, phrase(PHRASE_SHEET_NOTE, book->lang), citation->note, "");
    put_part(&out, phrase(PHRASE_SHEET_FILE, book->lang), workbook_place(book, citation->place),
             "");
    buffer_put(&out, "", 1); /* may hold nothing */
    const char *text = pool_text(&book->line, out.text, arrlenu(out.text) - 1);
    buffer_clear(&out);
    return text;
}

static struct citation target_cited(const struct book *book, const struct row *row) {
    struct citation citation = {.place = no_place};
    if (!row->has_target || row->target == NONE) {
        return citation;
    }
    struct target target = targets_get(&book->targets, row->target);
    citation = (struct citation){
        .quote = target.quote, .document = target.source, .by = target.by, .place = target.place};
    if (row->revision != NONE) {
        const struct revision *revision = &target.revised[row->revision];
        citation.by = revision->by != NULL ? revision->by : citation.by;
        citation.note = revision->why;
        citation.place = revision->place;
    }
    return citation;
}

static struct citation actual_cited(const struct book *book, const struct row *row) {
    if (!row->has_actual || row->figure == NONE) {
        return (struct citation){.place = no_place};
    }
    struct figure figure = figures_get(&book->figures, row->figure);
    return (struct citation){.quote = figure.quote,
                             .document = figure.source,
                             .note = figure.note,
                             .place = figure.place};
}

const char *workbook_target_source(struct workbook *book, const struct row *row) {
    struct citation citation = target_cited(book->card->book, row);
    return citation.place.file != NONE ? citation_text(book, &citation) : "";
}

const char *workbook_actual_source(struct workbook *book, const struct row *row) {
    struct citation citation = actual_cited(book->card->book, row);
    return citation.place.file != NONE ? citation_text(book, &citation) : "";
}

/* ---- what the rows above do not say ---- */

static bool same_text(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static struct citation cited(const struct book *book, const struct row *row, bool target) {
    return target ? target_cited(book, row) : actual_cited(book, row);
}

bool workbook_said_above(const struct workbook *book, int row, bool target) {
    enum { FAR = 40 }; /* rows: a screen */
    const struct row *rows = book->card->rows;
    struct citation own = cited(book->card->book, &rows[row], target);
    if (!same_text(own.quote, NULL) || !same_text(own.note, NULL)) {
        return false;
    }
    for (int i = row - 1; i >= 0 && i > row - FAR && rows[i].org == rows[row].org; i--) {
        struct citation above = cited(book->card->book, &rows[i], target);
        if (above.place.file != NONE && same_text(own.document, above.document) &&
            same_text(own.by, above.by)) {
            return true;
        }
    }
    return false;
}
