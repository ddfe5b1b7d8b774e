/* SPDX-License-Identifier: MIT */
/*
 * A line of an official table being written: its numbers (workbook_row.c) and its words
 * (workbook_row_words.c). Only for these two.
 */
#ifndef TIENDO_WORKBOOK_ROW_H
#define TIENDO_WORKBOOK_ROW_H

#include "workbook_common.h"

struct line {
    struct workbook *book;
    struct sheet *sheet;
    const struct layout *layout;
    int index; /* of the row in the scorecard */
    const struct row *row;
    const struct indicator *indicator;
    uint32_t at;       /* the sheet's row */
    const char *found; /* the cell that says where it stands in the data */
    bool part;         /* set in italics, without number */
    uint32_t paper;    /* behind its cells, or 0 */
};

/* The cell of the data in a named column, on this line's row. */
const char *line_data(const struct line *line, const char *name);

/* How its cells look. */
struct look line_look(const struct line *line, enum align align);

/* Words in a column, over the cell of the words before its numbers too; nothing where the table
 * does not have it. */
void line_text(const struct line *line, int column, const char *text, const struct look *look);

/* The same by a formula. */
void line_formula_text(const struct line *line, int column, const char *formula, const char *stored,
                       const struct look *look);

/* Name, unit, note, source, who assigned the target, the estimate's verdict; the height that these
 * and the verdict take. */
double line_words(const struct line *line, bool first_part);

/* Words about its figure, in the column of the notes, while it and the note typed for it are those
 * that were exported; then what can still be said. */
void line_note(const struct line *line, const char *note, const struct look *look);

void line_status(const struct line *line);

#endif
