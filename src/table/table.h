/*
 * The table that all renderers share: every row of a scorecard as typed cells.
 *
 * One descriptor per column gives its key, headings, alignment and widths; table_cell() gives the
 * exact value and the text that people read. The text never contradicts the verdict: rounding
 * never lands on an edge that the exact value misses.
 */
#ifndef TIENDO_TABLE_H
#define TIENDO_TABLE_H

#include <stdbool.h>

#include "figure_text.h"
#include "headline.h"
#include "message.h"
#include "scorecard.h"
#include "text.h"

/* In the order in which a full table shows them. */
enum column_id {
    COLUMN_NUMBER, /* STT: 1, 2, …; parts have none */
    COLUMN_ORG,    /* organisation */
    COLUMN_NAME,   /* indicator, without indentation */
    COLUMN_UNIT,
    COLUMN_LAST_YEAR, /* baseline, "TH năm trước" */
    COLUMN_LAST_YEAR_DATE,
    COLUMN_LAST_YEAR_SAME,  /* same period last year */
    COLUMN_TARGET,          /* value: the bound that decides */
    COLUMN_TARGET_ORIGINAL, /* as first assigned, where revised */
    COLUMN_TARGET_BY,       /* who assigned it */
    COLUMN_ACTUAL,
    COLUMN_ACTUAL_DATE,
    COLUMN_ATTAINMENT, /* %KH */
    COLUMN_ATTAINMENT_ORIGINAL,
    COLUMN_VS_LAST_YEAR, /* % cùng kỳ */
    COLUMN_GAP,
    COLUMN_LEFT,
    COLUMN_PROGRESS, /* from the baseline */
    COLUMN_ELAPSED,  /* share of the window gone */
    COLUMN_EXPECTED, /* by now */
    COLUMN_ESTIMATE, /* officer's, "Ước TH cả năm" */
    COLUMN_FORECAST, /* run-rate */
    COLUMN_FORECAST_SEASONAL,
    COLUMN_NEEDED,   /* per month from now */
    COLUMN_ACHIEVED, /* per month so far */
    COLUMN_STATUS,   /* symbol and word */
    COLUMN_NOTE,     /* the marks of a row: partial, stale, override, notes of the figure */
    COLUMN_SOURCE,   /* document of the figure, else of the target */
    COLUMN_AS_OF,
    COLUMN_YEAR,
    COLUMN_COUNT
};

/* What a column is, the same for every renderer. */
struct column {
    const char *key;                 /* --columns and the like: "attainment" */
    const char *heading[LANG_COUNT]; /* short, for a terminal: "% KH" */
    const char *title[LANG_COUNT];   /* in full, for a sheet: "So với kế hoạch (%)" */
    enum align align;                /* of the cells */
    int min_width;                   /* columns of a terminal, the least that is readable */
    int max_width;                   /* beyond it text wraps; 0: never wrapped */
    bool on_terminal;                /* shown there when --columns is not given */
    bool on_sheet;                   /* a column of the official sheet */
};

const struct column *table_column(enum column_id id);

/* The column with this key, or COLUMN_COUNT. */
enum column_id table_column_find(const char *key);

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
