/* SPDX-License-Identifier: MIT */
/*
 * How an organisation wants its official table: columns, heading, signers. Said in the files; the
 * words are theirs and are printed as they stand.
 */
#ifndef TIENDO_REPORT_H
#define TIENDO_REPORT_H

#include <stdint.h>

#include "column_rows.h"
#include "source.h"

struct book;

/* Who signs below a table. */
struct signer {
    const char *title; /* lines of it parted by \n */
    const char *name;  /* or NULL */
};

/* What one file says; texts live in the book's pool. What is NULL was not said. */
struct report_form {
    int32_t org;                   /* whose tables, or NONE: of all that say nothing themselves */
    const char *title;             /* of the table */
    const char *form;              /* "Biểu số 02/KTTT" */
    const char **letterhead;       /* lines at the left (stb_ds arrays) */
    const char **motto;            /* lines at the right */
    enum table_column_id *columns; /* in the order wanted */
    const char *place_date;        /* above the last signer */
    struct signer *signers;        /* from left to right */
    struct place place;            /* its key */
};

/* What holds for an organisation: its own words, then those for all, member by member. What it
 * points at belongs to the book. */
struct report_form book_report(const struct book *book, int32_t org);

void report_clear(struct report_form *report);

#endif
