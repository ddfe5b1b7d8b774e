/* SPDX-License-Identifier: MIT */
/*
 * Writes a file of next year's targets: each target of this year as an entry to edit, with this
 * year's result above it as a comment.
 */
#ifndef TIENDO_NEXT_YEAR_H
#define TIENDO_NEXT_YEAR_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "language.h"
#include "scorecard.h"

struct next_year {
    const struct scorecard *card; /* of the year that ends */
    int32_t org;                  /* whose targets */
    int from;                     /* the year that ends */
    int year;                     /* the year to come */
    bool has_schema;              /* editors can be pointed to the schema */
    enum language lang;           /* of the comments */
};

/* Appends the file's text. False when the organisation had no targets: out is then untouched. */
bool next_year_put(struct buffer *out, const struct next_year *next);

/* Appends the text of the file that its figures will stand in: what to write, as comments. */
void next_year_put_actuals(struct buffer *out, const struct next_year *next);

#endif
