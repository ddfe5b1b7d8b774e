/* SPDX-License-Identifier: MIT */
/*
 * The fields of a row that JSON and CSV share: stable keys and exact numbers.
 *
 * Numbers are printed with a `.`, without exponent: figures in full, quotients with at most 6
 * decimals, never onto an edge that the exact value misses. No text here follows a language.
 */
#ifndef TIENDO_ROW_FIELDS_H
#define TIENDO_ROW_FIELDS_H

#include "columns.h"
#include "scorecard.h"

/* The figures of a row are numbered in the order of JSON and CSV, a figure's other end behind it:
 *
 *     for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field))
 */
enum { ROW_FIELD_COUNT = 2 * FIGURE_COUNT };
int field_after(int field);

const char *field_key(int field); /* "attainment_pct" */

/* The column that shows this figure to people. */
enum column_id field_column(int field);

/* The number as printed, or NULL when the row has none. */
const char *field_number(const struct row *row, int field, char text[RATIO_TEXT]);

/* Why there is none: a key of `undefined`, or NULL. */
const char *field_reason(const struct row *row, int field);

/* One bound of a target (in force or as first assigned), or NULL when its kind has no such bound
 * or it is not known; growth as first assigned has none. */
const char *bound_number(const struct bounds *bounds, const struct row *row, bool high, bool known,
                         char text[RATIO_TEXT]);

/* The base over which a target grows: stated, or last year's that it has; NULL for any other. */
const char *target_base(const struct row *row, char text[RATIO_TEXT]);

/* An end of the actual; NULL without one. */
const char *actual_number(const struct row *row, bool high, char text[RATIO_TEXT]);

/* A figure in full, NULL for the invalid ratio. */
const char *plain_number(struct ratio value, char text[RATIO_TEXT]);

/* A date as 2024-06-30, NULL for none. */
const char *plain_date(struct date date, char text[DATE_TEXT]);

/* What the files say of a row's target; NULL where they say nothing. Texts are the book's. */
struct target_fields {
    bool revised;           /* `original` is set */
    struct bounds original; /* as first assigned */
    const char *by;         /* who assigned it, or the decision that revised it */
    const char *during;     /* the part of the year it covers, "2024-H2" */
    struct date revised_on; /* or no date */
    struct place place;     /* of the target or the revision in force */
    const char *source;     /* document */
    const char *quote;      /* its words */
    bool each_member;       /* the same for every member of a group */
};

/* Only for a row that has a target. */
struct target_fields target_fields(const struct scorecard *card, const struct row *row);

/* "pp" where the unit is %, else the unit; NULL when there is none. */
const char *gap_unit(const struct indicator *indicator);

#endif
