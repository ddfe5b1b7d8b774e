/* SPDX-License-Identifier: MIT */
/*
 * Prints aligned columns on a terminal. Widths are counted in columns of the terminal, not in
 * bytes; texts are wrapped at blanks, words and numbers never broken. The grid owns its texts.
 */
#ifndef TIENDO_GRID_H
#define TIENDO_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "pool.h"
#include "table.h"
#include "text.h"

struct grid_column {
    const char *heading; /* wrapped over the cells */
    enum align align;    /* of its cells */
    size_t min_width;    /* never narrower when it is wrapped */
    size_t max_width;    /* wrapped beyond it; 0: as wide as its widest cell */
    size_t hanging;      /* blanks before the lines of a wrapped cell after its first */
    size_t least_width;  /* set by grid_fit(): its longest word */
    size_t width;        /* set by grid_fit() */
};

enum grid_line_kind {
    GRID_CELLS,  /* one row */
    GRID_GROUP,  /* a heading across all columns */
    GRID_REMARK, /* a text across all columns under a row, wrapped, less visible */
};

struct grid_line {
    enum grid_line_kind kind;
    const char **cells; /* stb_ds array: a text for each column; '\n' ends a line of it, blanks at
                           its beginning indent all of it. Other kinds: one text */
    int painted;        /* the column that is painted, or -1 */
    const char *paint;  /* its terminal sequence */
};

struct grid {
    struct grid_column *columns; /* stb_ds arrays */
    struct grid_line *lines;
    struct pool pool; /* owns the texts */
};

/* A line of cells; the caller appends to its `cells` with grid_text(). */
struct grid_line *grid_add(struct grid *grid, enum grid_line_kind kind);

/* A copy of a text from a file, made visible ('\n' stays), for a cell. */
const char *grid_text(struct grid *grid, const char *text);

/* Sets the widths so that a line takes at most `width` columns, as far as wrapping can do it.
 * Returns the columns that a line takes. */
size_t grid_fit(struct grid *grid, size_t width);

/* Prints headings, a rule and all lines. */
void grid_put(struct buffer *out, const struct grid *grid, bool color);

void grid_clear(struct grid *grid);

#endif
