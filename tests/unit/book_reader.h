/* SPDX-License-Identifier: MIT */
/*
 * Books read from texts, for tests of the reader.
 */
#ifndef TIENDO_BOOK_READER_H
#define TIENDO_BOOK_READER_H

#include "reader.h"

/* The first lines of a file about one organisation's year; they count. */
#define HEAD "org: bn\nyear: 2024\n"

/* What the files of most tests share: organisations and indicators. */
extern const char shared_yaml[];

/* Some files, and the book that they make. */
struct reading_of {
    struct sources sources;
    struct findings findings;
    struct book book;
};

/* Reads one text (file 0), or two; the findings are sorted. reading_of_clear() ends it. */
void read_two(struct reading_of *r, const char *first, const char *second);
void reading_of_clear(struct reading_of *r);

/* Says what was found. */
void print_findings(const struct reading_of *r);

#endif
