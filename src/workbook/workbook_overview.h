/* SPDX-License-Identifier: MIT */
/*
 * What the files of sheet "Tổng quan" share. Only for them.
 */
#ifndef TIENDO_WORKBOOK_OVERVIEW_H
#define TIENDO_WORKBOOK_OVERVIEW_H

#include "workbook_inside.h"

/* The sheet being written. */
struct overview {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at;   /* the next free row */
    int orgs;      /* how many organisations have rows */
    int32_t first; /* the first of them, or NONE */
};

enum {
    OVERVIEW_COLUMNS = 32, /* narrow ones, of which lists and charts take several */
    OVERVIEW_COLUMN_PIXELS = 36
};

/* A column of a list, over several of the sheet's. */
struct column_span {
    uint16_t first;
    uint16_t last;
    const char *heading[LANG_COUNT];
};

/* The cells of a span in one row of the sheet. */
struct area overview_area(uint32_t row, struct column_span span);

/* A list's heading, and the headings of its columns. */
void overview_heading(struct overview *o, const char *text);
void overview_columns(struct overview *o, const struct column_span spans[], int n);

/* Room for the charts, beside each other; they are drawn by workbook_charts(). */
void overview_charts(struct overview *o);

/* The row whose hidden cells hold what the sheet counts. */
uint32_t overview_counts_row(void);

/* The list of goals that need time. */
void overview_goals(struct overview *o);

#endif
