/* SPDX-License-Identifier: MIT */
/*
 * An office's own Word document filled in: placeholders {{…}} become texts.
 *
 * A placeholder may be cut into several runs, as Word does while people type: the text takes the
 * style of the run in which it begins, and every other byte of the document stays. A row of a table
 * that holds the marker of rows is repeated. What cannot be filled is told with its paragraph,
 * counted from 1 in the order in which they begin, and then nothing is written.
 */
#ifndef TIENDO_DOCX_TEMPLATE_H
#define TIENDO_DOCX_TEMPLATE_H

#include <stdbool.h>

#include "buffer.h"
#include "package.h"
#include "safe_file.h"

/* Where the texts come from. */
struct docx_filler {
    /* Appends the text of what stands between the braces, without blanks around; row: which
     * repeated one, or -1 outside. False: there is no such thing. */
    bool (*fill)(void *data, const char *placeholder, int row, struct buffer *out);
    const char *const *markers; /* that repeat a row, NULL at the end: "#chi_tieu" */
    int rows;                   /* how many times */
    void *data;
};

/* What cannot be filled. */
struct docx_wrong {
    char *part;        /* "word/document.xml", owned */
    int paragraph;     /* in it */
    char *placeholder; /* without its braces; one that does not end: up to the paragraph's end */
    bool open;         /* it does not end */
};

/* Zero-initialised is empty. */
struct docx_wrongs {
    struct docx_wrong *items; /* stb_ds array */
};

/* False: with `wrongs` when something cannot be filled, else with *reading or *writing filled. */
bool docx_fill(const char *template, const char *path, const struct docx_filler *filler,
               struct docx_wrongs *wrongs, struct package_failure *reading,
               struct write_failure *writing);
void docx_wrongs_clear(struct docx_wrongs *wrongs);

#endif
