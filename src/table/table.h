/* SPDX-License-Identifier: MIT */
/*
 * The table that all renderers share: every row of a scorecard as typed cells.
 *
 * columns.h says what each column is; table_cell() gives the exact value and the text that people
 * read. The text never contradicts the verdict: rounding never lands on an edge that the exact
 * value misses.
 */
#ifndef TIENDO_TABLE_H
#define TIENDO_TABLE_H

#include <stdbool.h>

#include "columns.h"
#include "figure_text.h"
#include "headline.h"
#include "message.h"
#include "scorecard.h"
#include "text.h"

enum cell_kind {
    CELL_EMPTY, /* nothing to show, or only words (text then says why there is no number) */
    CELL_TEXT,
    CELL_NUMBER,  /* in the indicator's unit */
    CELL_PERCENT, /* value is a ratio: 0.5 is 50 % */
    CELL_DATE,
    CELL_STATUS,
    CELL_KIND_COUNT
};

/* One cell. */
struct cell {
    enum cell_kind kind;
    struct ratio value;        /* exact; of a number or percent */
    struct ratio high;         /* an interval's or range's other end; invalid (den 0) when none */
    struct date date;          /* of a date */
    enum status status;        /* of a status */
    enum undefined why;        /* of an empty cell: why there is no number */
    int decimals;              /* of a number or percent as printed */
    bool approximate;          /* the printed text is not the exact value: rounded, no short end */
    char text[CELL_TEXT_SIZE]; /* as people read it, in NFC; "" when empty. Long texts are cut at
                                  a character and end in "…"; full_text has all of it */
    const char *full_text;     /* name, note, source: the book's own text when text had to be cut */
};

/* Fills *out for one cell; row is an index into card->rows. */
void table_cell(const struct scorecard *card, int row, enum column_id column, enum language lang,
                struct cell *out);

#endif
