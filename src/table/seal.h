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

/* The fields of a line, in their order; NULL: not there. */
enum seal_field {
    SEAL_ORG,
    SEAL_INDICATOR,
    SEAL_YEAR,
    SEAL_BY,
    SEAL_DURING,
    SEAL_TARGET,
    SEAL_TARGET_LOW,
    SEAL_TARGET_HIGH,
    SEAL_ACTUAL_LOW,
    SEAL_ACTUAL_HIGH,
    SEAL_DATE,
    SEAL_STATUS,
    SEAL_FIELDS
};
void seal_line(struct buffer *out, const char *const fields[SEAL_FIELDS]);

/* The fields of a row, and the texts that they need. */
struct seal_row {
    const char *field[SEAL_FIELDS];
    char numbers[4][RATIO_TEXT];
    char year[16];
    char date[DATE_TEXT];
};
void seal_row(const struct scorecard *card, const struct row *row, struct seal_row *out);

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
