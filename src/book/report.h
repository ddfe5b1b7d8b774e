/* SPDX-License-Identifier: MIT */
/*
 * How an organisation wants its official table: columns, heading, signers. Said in the files; the
 * words are theirs and are printed as they stand.
 */
#ifndef TIENDO_REPORT_H
#define TIENDO_REPORT_H

#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "column_rows.h"
#include "date.h"
#include "source.h"

struct book;

/* Who signs below a table. */
struct signer {
    const char *title; /* lines of it parted by \n */
    const char *name;  /* or NULL */
};

/* What one file says; texts live in the book's pool. What is NULL was not said. Title, form,
 * attached_to and place_date are as written: report_text() fills in their placeholders. */
struct report_form {
    int32_t org;                   /* whose tables, or NONE: of all that say nothing themselves */
    const char *title;             /* of the table */
    const char *form;              /* "Biểu số 02/KTTT" */
    const char *attached_to;       /* "Kèm theo Báo cáo số 45/BC-LM ngày 05/07/2024" */
    const char **letterhead;       /* lines at the left (stb_ds arrays) */
    const char **motto;            /* lines at the right */
    enum table_column_id *columns; /* in the order wanted */
    const char **heads;            /* words over number, name and these; "" or none: the usual */
    const char *place_date;        /* above the last signer */
    struct signer *signers;        /* from left to right */
    struct place place;            /* its key */
};

/* What holds for an organisation: its own words, then those for all, member by member. What it
 * points at belongs to the book. */
struct report_form book_report(const struct book *book, int32_t org);

/* The words that the files want over a column, or NULL. */
const char *report_head(const struct report_form *report, enum table_column_id column);

/* What may stand in braces in these four texts. */
enum placeholder { PLACEHOLDER_PERIOD, PLACEHOLDER_YEAR, PLACEHOLDER_AS_OF, PLACEHOLDER_COUNT };

/* The placeholder whose word stands in braces at s, or PLACEHOLDER_COUNT; *n: bytes of the braces
 * and what they hold, 0 when there is no such thing as a word in braces. */
enum placeholder placeholder_at(const char *s, size_t *n);

/* Appends a text with its placeholders filled in: {year}; {as_of}, 08/07/2024; {period}, which is
 * "NĂM 2024" when the year is over, "6 THÁNG ĐẦU NĂM 2024" or "9 THÁNG NĂM 2024" at the end of a
 * month of the window, else "ĐẾN NGÀY 08/07/2024"; of an `english` text "2024", "6 MONTHS OF 2024",
 * "UP TO 2024-07-08". What is unknown stays as it stands. */
void report_text(struct buffer *out, const char *text, int year, struct window window,
                 struct date as_of, bool english);

void report_clear(struct report_form *report);

#endif
