/* SPDX-License-Identifier: MIT */
/*
 * An official table being written: its head (workbook_letterhead.c), its lines (workbook_table.c),
 * what stands below them (workbook_below.c). Only for these.
 */
#ifndef TIENDO_WORKBOOK_TABLE_H
#define TIENDO_WORKBOOK_TABLE_H

#include "report.h"
#include "workbook_inside.h"
#include "workbook_pages.h"

struct table {
    struct workbook *book;
    struct sheet *sheet;
    int32_t org;
    const struct row *first; /* its first row: tells the year and the day */
    uint32_t at;             /* the next free row of the sheet */
    int number;              /* the last number given */
    int ordinal;             /* of the table */
    const struct layout *layout;
    struct report_form form; /* what the files say of its looks */
    uint16_t last;           /* column at the right */
    uint32_t day;            /* row of the day of its figures */
    uint32_t head;           /* row of the column heads; the counts stand above it */
    uint32_t last_lines[2];  /* rows of the last two lines; 0: there are not so many */
    struct page_row *rows;   /* stb_ds array: of the sheet, as they are printed */
};

/* ---- workbook_table.c ---- */

/* The height of a row; the rows come in order. */
void official_height(struct table *table, uint32_t row, double points);

/* No page ends with the row, whose height is known. */
void official_with_next(struct table *table, uint32_t row);

/* A text over some columns of one row, and the height that it takes. */
double official_block(const struct table *table, struct area area, const char *text,
                      const struct look *look);

/* All columns of a row. */
struct area official_line(const struct table *table, uint32_t row);

/* A text of the files with its placeholders filled in, kept in the book's pool; NULL for NULL. */
const char *official_text(const struct table *table, const char *text);

/* ---- workbook_letterhead.c ---- */

/* Who issues the table, the motto, title, and room for what is counted. */
void official_letterhead(struct table *table);

/* What the head counts in the lines first .. last, and the day of their figures. */
void official_headline(const struct table *table, uint32_t first, uint32_t last);

/* ---- workbook_below.c ---- */

/* Legend, notes on columns, place and date, who signs. */
void official_below(struct table *table);

#endif
