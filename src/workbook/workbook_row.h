/* SPDX-License-Identifier: MIT */
/*
 * What the files of a table's line share. Only for them.
 *
 * A column is named by its place in report.h; where it stands on the sheet is the layout's affair,
 * and a column that the table does not have is left out without a word.
 */
#ifndef TIENDO_WORKBOOK_ROW_H
#define TIENDO_WORKBOOK_ROW_H

#include "workbook_common.h"

/* A line being written. */
struct line {
    struct workbook *book;
    struct sheet *sheet;
    const struct layout *layout;
    int index; /* of the row in the scorecard */
    const struct row *row;
    const struct indicator *indicator;
    uint32_t at;        /* the sheet's row */
    const char *found;  /* the cell that says where it stands in the data */
    bool part;          /* set in italics, without number */
    uint32_t paper;     /* behind its cells, or 0 */
    const char *actual; /* formula term of A */
    const char *target; /* formula term of T, the bound that decides */
};

/* The same without a number. */
static const struct result nothing = {false, {0, 0}};

/* The cell of the data sheet in a named column, on this line's row. */
const char *line_data(const struct line *line, const char *name);

/* How its cells look. */
struct look line_look(const struct line *line, enum align align);

/* The look of a number of a table's column. The sheet rounds it: percentages are times 100. */
struct look line_number_look(const struct line *line, enum column_id column, struct result result,
                             struct number_look number);

/* A text in a column of the table. */
void line_text(const struct line *line, int column, const char *text, const struct look *look);

/* A live cell whose formula gives `live`, where the row says `exact`. Where the two differ the
 * rules know more than a formula can (a boundary that changed, milestones): the exact figure then
 * stands as it is. */
void line_number(const struct line *line, int column, const char *formula, struct result live,
                 struct result exact, const struct look *look);

/* A figure of the data sheet as it is. */
void line_copy(const struct line *line, int column, enum column_id shown, const char *name,
               struct quantity quantity, struct number_look number);

/* A - T in a column; within two bounds, the distance to the one overstepped. */
void line_gap(const struct line *line, int column);

/* A / T and A - T as the exact figures. */
struct result line_actual(const struct row *row);
struct result line_target(const struct row *row);
struct result result_share(struct result a, struct result b);
struct result result_difference(struct result a, struct result b);

/* Unit, target, actual, comparison and status of a row of the scorecard on another sheet, whose
 * layout has columns for them and for the helpers. */
void workbook_row_figures(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                          int row, uint32_t at, bool part);

/* ---- workbook_extra.c ---- */

/* The columns that no table has unless it asks for them. */
void line_extra(const struct line *line);

#endif
