/* SPDX-License-Identifier: MIT */
#include "report_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "mem.h"
#include "system.h"
#include "text.h"

enum { MOST_BYTES = 64 << 20 };

static bool ends_in(const char *path, const char *ending) {
    size_t n = strlen(path);
    size_t m = strlen(ending);
    return n > m && strcasecmp(path + n - m, ending) == 0;
}

bool report_file_is(const char *path) {
    return ends_in(path, ".docx") || ends_in(path, ".md") || ends_in(path, ".txt");
}

bool report_file_has_paragraphs(const char *path) {
    return ends_in(path, ".docx");
}

static void add(struct report_file *file, const char *text, size_t n, int number) {
    bool blank = true;
    for (size_t i = 0; i < n && blank; i++) {
        blank = strchr(" \t\r\n", text[i]) != NULL;
    }
    if (!blank) {
        struct report_paragraph paragraph = {text_nfc(&file->pool, text, n), number};
        arrput(file->items, paragraph);
    }
}

/* ---- documents ---- */

/* A paragraph of a document that has begun and not ended: text boxes stand inside others. */
struct open_paragraph {
    struct buffer text;
    int number;
};

struct document_reader {
    struct report_file *file;
    struct open_paragraph *open; /* stb_ds array */
    int paragraphs;
    bool in_text;
};

static bool on_open(void *data, const char *element, const char **attributes) {
    struct document_reader *reader = data;
    (void)attributes;
    reader->in_text = strcmp(element, "t") == 0;
    if (strcmp(element, "p") == 0) {
        struct open_paragraph paragraph = {.number = ++reader->paragraphs};
        arrput(reader->open, paragraph);
    } else if (arrlen(reader->open) > 0 &&
               (strcmp(element, "tab") == 0 || strcmp(element, "br") == 0)) {
        buffer_text(&arrlast(reader->open).text, " ");
    }
    return true;
}

static bool on_text(void *data, const char *text, size_t n) {
    struct document_reader *reader = data;
    if (reader->in_text && arrlen(reader->open) > 0) {
        buffer_put(&arrlast(reader->open).text, text, n);
    }
    return true;
}

static bool on_close(void *data, const char *element) {
    struct document_reader *reader = data;
    reader->in_text = false;
    if (strcmp(element, "p") == 0 && arrlen(reader->open) > 0) {
        struct open_paragraph paragraph = arrpop(reader->open);
        add(reader->file, paragraph.text.text, arrlenu(paragraph.text.text), paragraph.number);
        buffer_clear(&paragraph.text);
    }
    return true;
}

static bool read_document(struct report_file *file, struct package_failure *failure) {
    static const struct xml_handlers handlers = {on_open, on_text, on_close};
    struct document_reader reader = {.file = file};
    struct relations relations = {0};
    struct package *package = package_open(file->path, failure);
    if (package == NULL) {
        return false;
    }
    bool read = package_relations(package, "", &relations, failure);
    const char *main = read ? relations_of_type(&relations, "officeDocument") : NULL;
    read = read && package_parse(package, main != NULL ? main : "word/document.xml", &handlers,
                                 &reader, failure);
    while (arrlen(reader.open) > 0) {
        struct open_paragraph paragraph = arrpop(reader.open);
        buffer_clear(&paragraph.text);
    }
    arrfree(reader.open);
    relations_clear(&relations);
    package_close(package);
    return read;
}

/* ---- texts ---- */

static bool read_bytes(const char *path, struct buffer *out, struct package_failure *failure) {
    char piece[1 << 14];
    int fd = system_open(path);
    ptrdiff_t got = fd >= 0 ? 1 : -1;
    while (got > 0 && arrlen(out->text) < MOST_BYTES) {
        got = system_read(fd, piece, sizeof piece);
        buffer_put(out, piece, got > 0 ? (size_t)got : 0);
    }
    int error = errno;
    if (fd >= 0) {
        system_close(fd);
    }
    *failure = (struct package_failure){.error = got < 0   ? PACKAGE_UNREADABLE
                                                 : got > 0 ? PACKAGE_TOO_MUCH
                                                           : PACKAGE_FINE,
                                        .system = error};
    return failure->error == PACKAGE_FINE;
}

static bool read_text(struct report_file *file, struct package_failure *failure) {
    struct buffer text = {0};
    bool read = read_bytes(file->path, &text, failure);
    size_t n = arrlenu(text.text);
    if (read && text_valid_prefix(text.text, n) < n) {
        *failure = (struct package_failure){.error = PACKAGE_BROKEN};
        snprintf(failure->part, sizeof failure->part, "UTF-8");
        read = false;
    }
    int line = 1;
    for (size_t at = 0; read && at < n; line++) {
        const char *end = memchr(text.text + at, '\n', n - at);
        size_t length = end != NULL ? (size_t)(end - (text.text + at)) : n - at;
        add(file, text.text + at, length, line);
        at += length + 1;
    }
    buffer_clear(&text);
    return read;
}

bool report_file_read(struct report_file *file, const char *path, struct package_failure *failure) {
    *file = (struct report_file){.path = path};
    *failure = (struct package_failure){.error = PACKAGE_FINE};
    return ends_in(path, ".docx") ? read_document(file, failure) : read_text(file, failure);
}

void report_file_clear(struct report_file *file) {
    arrfree(file->items);
    pool_clear(&file->pool);
}
