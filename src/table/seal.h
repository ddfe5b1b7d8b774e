/* SPDX-License-Identifier: MIT */
/*
 * The seal of a table: 16 digits by which anybody sees that its figures are those that were shown.
 *
 * The first half of a SHA-256, cut short to be read aloud, over one line for each row in the order
 * of declaration, however the table is sorted: organisation, indicator, year, who assigned the
 * target and for which part of the year, its kind and bounds, both ends of the actual, its day, the
 * status. Fields are parted by tabs, numbers as in JSON, what is not there is empty. It says that
 * two tables are the same, not who wrote them.
 */
#ifndef TIENDO_SEAL_H
#define TIENDO_SEAL_H

#include "buffer.h"
#include "scorecard.h"

enum { SEAL_TEXT = 17 }; /* bytes that hold a printed seal */

/* Appends the lines of some rows, in the order of declaration within each organisation's year. */
void seal_lines(struct buffer *out, const struct scorecard *card, struct row_span span);

/* The seal of these rows. */
void seal_of(const struct scorecard *card, struct row_span span, char text[SEAL_TEXT]);

/* The same of rows that are not there at one time: their lines, span by span. */
struct seal;
struct seal *seal_begin(void);
void seal_add(struct seal *seal, const struct buffer *lines);
void seal_end(struct seal *seal, char text[SEAL_TEXT]); /* frees it */

#endif
