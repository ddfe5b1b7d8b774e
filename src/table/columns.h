/* SPDX-License-Identifier: MIT */
/*
 * What a column is, the same for every renderer. The rows themselves: column_rows.h.
 */
#ifndef TIENDO_COLUMNS_H
#define TIENDO_COLUMNS_H

#include <stdbool.h>

#include "column_rows.h"
#include "language.h"
#include "measure.h"
#include "ratio.h"
#include "scorecard.h"
#include "text.h"

/* How a figure is printed for people. */
enum figure_look {
    LOOK_NONE,       /* no figure: the column has a function of its own */
    LOOK_PERCENT,    /* "99,9%" */
    LOOK_FIGURE,     /* as figures of the indicator are: all decimals, its unit; "có" */
    LOOK_DIFFERENCE, /* the same with its sign: "+5"; where the unit is %, "+5 điểm %" */
    LOOK_DERIVED     /* computed for people: one decimal more than the row's own figures */
};

/* What a figure must not be rounded onto when it is not that. */
enum figure_edge {
    EDGE_ZERO,
    EDGE_WHOLE,   /* 0 and 100 % */
    EDGE_ACTUAL,  /* A, both ends; without one 0 */
    EDGE_TARGET,  /* T; without one 0 */
    EDGE_ACHIEVED /* 0, and what was achieved per month */
};
enum { EDGES_OF_COLUMN = 2 }; /* at most */

/* Its head in official tables; of a column that may stand there. */
struct sheet_head {
    const char *text[LANG_COUNT]; /* its lines; %d is the year, %s the period, %% a percent sign */
    double width;                 /* in characters of the sheet */
    bool fits;                    /* wider where a number in it is longer */
    char letter;                  /* of the line of codes; 0: numbered */
};

struct column {
    const char *key;                 /* --columns and the like: "attainment" */
    enum measure measure;            /* of a figure; else MEASURE_COUNT */
    enum measure high;               /* its other end, or MEASURE_COUNT */
    enum figure_look look;           /* of a figure */
    enum figure_edge edge;           /* of a figure */
    bool strict;                     /* the words say when a strict bound was hit exactly */
    const char *heading[LANG_COUNT]; /* short, for a terminal: "% KH" */
    const char *title[LANG_COUNT];   /* in full, for help: "So với kế hoạch (%)" */
    enum align align;                /* of the cells */
    int min_width;                   /* columns of a terminal, the least that is readable */
    int max_width;                   /* beyond it text wraps; 0: never wrapped */
    bool since;                      /* only in a workbook, beside the last meeting */
    bool usual;                      /* on a terminal when --columns is not given */
    struct sheet_head sheet;         /* of an official column */
};

const struct column *table_column(enum column_id id);

/* The column that an official table has there. */
enum column_id official_column(enum table_column_id id);

/* The column with this key, or COLUMN_COUNT. */
enum column_id table_column_find(const char *key);

/* What the row's figure, or another number beside its verdict, must not be rounded onto
 * (docs/QUY-TAC.md section 1): bounds, what is expected by now and the edges of its bands, 0;
 * returns their number. */
enum { EDGES_OF_ROW = 7 };
int row_edges(const struct row *row, struct ratio edges[EDGES_OF_ROW]);

/* The edges of a figure's column that the row has, in the unit of the measure; returns their
 * number. */
int column_edges(const struct column *column, const struct row *row,
                 struct ratio edges[EDGES_OF_COLUMN]);

#endif
