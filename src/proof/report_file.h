/* SPDX-License-Identifier: MIT */
/*
 * The prose of a report: the paragraphs of a Word document, or the lines of a text or Markdown.
 */
#ifndef TIENDO_REPORT_FILE_H
#define TIENDO_REPORT_FILE_H

#include <stdbool.h>

#include "package.h"
#include "pool.h"

/* A paragraph, in NFC. */
struct report_paragraph {
    const char *text; /* owned by the file */
    int number;       /* from 1; of a text: its line */
};

/* Zero-initialised is empty. */
struct report_file {
    const char *path;               /* borrowed */
    struct report_paragraph *items; /* stb_ds array; empty ones are left out */
    struct pool pool;               /* owns the texts */
};

/* By its name a report: .docx, .md, .txt. */
bool report_file_is(const char *path);

/* Its places are paragraphs, not lines. */
bool report_file_has_paragraphs(const char *path);

/* False with *failure filled. What is no UTF-8 is no text: PACKAGE_BROKEN. */
bool report_file_read(struct report_file *file, const char *path, struct package_failure *failure);
void report_file_clear(struct report_file *file);

#endif
