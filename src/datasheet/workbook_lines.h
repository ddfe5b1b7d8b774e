/* SPDX-License-Identifier: MIT */
/*
 * The lines of sheet "Dữ liệu": what its files share. A line is a row of the scorecard; its columns
 * are inputs, taken by the line's key from sheet "Nhập số", formulas over them, and small
 * constants. The sheet is hidden and protected and nobody sorts it, so formulas name the cells of
 * all lines directly.
 */
#ifndef TIENDO_WORKBOOK_LINES_H
#define TIENDO_WORKBOOK_LINES_H

#include "facts.h"
#include "sheet_clean.h"
#include "workbook_common.h"

/* Columns in their order on the sheet; those from DATA_FIRST on are helpers, folded away. */
enum data_id {
    DATA_KEY,
    DATA_ORG,
    DATA_CODE,
    DATA_NAME,
    DATA_UNIT,
    DATA_KIND,
    DATA_BETTER,
    DATA_YEAR,
    DATA_AS_OF,
    DATA_BASE,
    DATA_BASE_DAY,
    DATA_SAME,
    DATA_SAME_DAY,
    DATA_TARGET_WORDS,
    DATA_LOW,
    DATA_HIGH,
    DATA_DECIDES,
    DATA_ORIGINAL, /* before revisions */
    DATA_BY,
    DATA_HEDGE,
    DATA_ACTUAL,
    DATA_ACTUAL_HIGH,
    DATA_DAY,
    DATA_ELAPSED,
    DATA_MONTHS_LEFT,
    DATA_EXPECTED,
    DATA_ESTIMATE,
    DATA_ESTIMATE_HIGH, /* of a range */
    DATA_ESTIMATE_DAY,
    DATA_SEASONAL,
    DATA_STATUS_KEY,
    DATA_STATUS,
    DATA_COUNTED,
    DATA_TARGET_PLACE,
    DATA_TARGET_SOURCE,
    DATA_QUOTE,
    DATA_WHY, /* the target was revised */
    DATA_FIGURE_PLACE,
    DATA_FIGURE_SOURCE,
    DATA_FIGURE_QUOTE,
    DATA_NOTE,
    DATA_GROW,       /* input: growth in % */
    DATA_TOLERANCE,  /* input: of "about" */
    DATA_ATTAINMENT, /* A / T */
    DATA_NEEDED,     /* per month */
    DATA_FORECAST,   /* run rate */
    DATA_REPORTING,  /* k members with a figure */
    DATA_MEMBERS,    /* of n */
    DATA_FIXED,      /* what of this line no formula follows */
    DATA_FIRST,      /* first day of the window */
    DATA_LAST,       /* last day of the window */
    DATA_SEEN,       /* the day judged: the figure's, else the as-of date */
    DATA_WHOLE,      /* whole months gone on that day */
    DATA_MONTHS,     /* months gone on that day */
    DATA_DUE,        /* phi */
    DATA_LAST_TOTAL, /* last year's total of a flow */
    DATA_COMPARED,   /* last year's same period, beside a figure */
    DATA_ALIKE,      /* A of those members that both years' figures are of; else A */
    DATA_VS_LAST_YEAR,
    DATA_VS_LAST_YEAR_GAP,
    DATA_SEASON, /* last year's figure of the same day, of those that last year's total is of */
    DATA_STATED, /* what growth comes to; another target says it itself */
    DATA_STATED_FIRST,
    DATA_ATTAINMENT_FIRST, /* against the target as first assigned */
    DATA_GAP,
    DATA_LEFT,
    DATA_PROGRESS, /* from the baseline */
    DATA_ACHIEVED, /* per month */
    DATA_TARGET_VS_LAST_YEAR,
    DATA_TARGET_VS_LAST_YEAR_GAP,
    DATA_ESTIMATE_ATTAINMENT,
    DATA_ESTIMATE_VS_LAST_YEAR,
    DATA_ESTIMATE_VS_LAST_YEAR_GAP,
    DATA_ESTIMATE_STATUS, /* enum status */
    DATA_DISTANCE,        /* from what it should be */
    DATA_WEIGHTED, /* what the line brings to a group's figure: value x weight, or numerator */
    DATA_WEIGHT,   /* weight, or denominator */
    DATA_REPORTED, /* the day of a figure that a group counts, else 0 */
    DATA_PARTIAL,  /* enum partial */
    DATA_FEEDS,    /* the groups' lines that count this one: "|3|e4|" */
    DATA_WORST,    /* enum status: the worst of those */
    DATA_RANK_LOW, /* enum status: verdict at the lower end of the figure */
    DATA_RANK_HIGH,
    DATA_RANK,        /* the worse of the two; no group's own, which would count itself */
    DATA_FINAL,       /* the one that stands: of a group's members, by a person, or this */
    DATA_COUNTED_ALL, /* counted over all organisations */
    DATA_TYPED,       /* where its row stands in "Nhập số" */
    DATA_WRONG,       /* enum wrong_input */
    /* what the sheets on the wall show: workbook_wall.c */
    DATA_SHORT,         /* its name in one line */
    DATA_OWNER,         /* who answers for it */
    DATA_LINK,          /* where its table has it: "#'Biểu 01'!A9" */
    DATA_SIGN,          /* before the number of its target */
    DATA_ASKED,         /* that number, of a group's target for each member that of one */
    DATA_ASKED_HIGH,    /* the second one of two bounds */
    DATA_MET,           /* members that meet a target for each */
    DATA_MARK,          /* "6/7 đơn vị có số", "số ngày 31/03" */
    DATA_FILLED,        /* so much of the target, or of the limit, is reached */
    DATA_JUDGED,        /* … of what its status is judged by: of what is due, else as above */
    DATA_ORDER,         /* of goals: the worst has the smallest; all differ */
    DATA_ORDER_MEMBERS, /* of goals left to a group's that go wrong; beside it, of both in one */
    DATA_ORDER_DRAWN,   /* of those that bars can show: without a figure come last */
    /* the last meeting, where it is shown: workbook_past.c */
    DATA_PAST,       /* its figure, where that is one number */
    DATA_PAST_WORDS, /* else as people read it */
    DATA_PAST_RANK,  /* enum status */
    DATA_MOVE,       /* "▲" */
    DATA_COUNT
};

/* What may be typed on a row of sheet "Nhập số", in the order of its columns. */
enum entry_id {
    ENTRY_ACTUAL,
    ENTRY_DAY,
    ENTRY_NOTE,
    ENTRY_ACTUAL_HIGH,
    ENTRY_ESTIMATE,
    ENTRY_ESTIMATE_HIGH,
    ENTRY_TARGET,
    ENTRY_TARGET_HIGH,
    ENTRY_GROW,
    ENTRY_TOLERANCE,
    ENTRY_BASE,
    ENTRY_SAME,
    ENTRY_LAST_TOTAL,
    ENTRY_COUNT
};

/* An input: its key in the sheet's first row, the name of its column for formulas. */
struct entry_words {
    const char *key;
    const char *name;
    const char *heading[LANG_COUNT];
    double width;
};
extern const struct entry_words entry_words[];

/* What is wrong with a line's inputs, the gravest first but for the last. */
enum wrong_input { INPUT_GOOD, INPUT_ACTUAL, INPUT_DAY, INPUT_OTHER, INPUT_GONE, WRONG_COUNT };

/* How a column's cells come out of a line. */
enum data_kind { DATA_TEXT, DATA_FIGURE, DATA_DATE, DATA_WORDS };

struct data_line;

/* A column: how it is called, and where its cells come from. */
struct data_column {
    const char *name; /* of the column for formulas, or NULL */
    const char *heading[LANG_COUNT];
    double width;
    enum data_kind kind;
    const char *(*text)(struct workbook *book, const struct row *row); /* of a text */
    const char *(*words)(const struct data_line *line);                /* of words by formula */
    bool measured; /* `measure` holds: its figure, and its formula where it has a rule */
    enum measure measure;
    bool input;   /* where it is no formula, the officer may write here */
    bool percent; /* a ratio, not in the indicator's unit */
    bool whole;   /* a count or a year: no separators */
};

/* Where a line's figure comes from. */
enum origin {
    ORIGIN_INPUT,   /* a number in the line itself */
    ORIGIN_SAME,    /* another line has the same figure */
    ORIGIN_PART,    /* another line's running total, less what it was before the part of the year */
    ORIGIN_RATIO,   /* two other lines, one over the other */
    ORIGIN_MEMBERS, /* rolled up from members' lines */
    ORIGIN_PROGRAM  /* computed by the program from what has no line here */
};

/* What the formulas of all lines speak of, and of the line being written. */
struct line_terms {
    char cells[DATA_COUNT][CELL_NAME]; /* of the line: $T5 */
    char heads[DATA_COUNT][CELL_NAME]; /* of the headings: $T$4 */
    const char *keys;                  /* rank_choices() of both columns */
    const char *words;
    int column_of[MEASURE_COUNT]; /* data_column_of() */
    struct given given;           /* of the line */
    struct date book_day;         /* the latest day that any row is seen from */
    struct buffer formula;        /* as it is put together */
};

/* A row of the scorecard as a line. Indices are rows of the scorecard; NONE: an own constant. */
struct data_line {
    struct workbook *book;
    const struct row *row;
    const struct indicator *indicator;
    int index;               /* of the row */
    uint32_t typed_at;       /* its place in "Nhập số", from 0 */
    uint32_t at;             /* the sheet's row */
    enum origin origin;      /* of the figure */
    int from;                /* the line with the same figure, the whole or the numerator */
    int against;             /* the denominator's line */
    int base_from;           /* the line with the same baseline */
    int same_from;           /* … the same figure a year ago */
    int estimate_from;       /* … the same estimate */
    int target_from;         /* … the same target for each member */
    int32_t *members;        /* stb_ds array: lines that a group's figure is made of */
    uint32_t block;          /* the sheet's first row of what is counted of them */
    struct date members_day; /* on which they count, also where they are refused */
    int32_t *each;        /* stb_ds array: lines of members under the group's each_member target */
    int value_from;       /* of a line that feeds a ratio: the numerator's line */
    int weight_from;      /* … the denominator's, or the weight's */
    enum status worst;    /* the worst status of `each` that has a figure */
    struct row_span goal; /* the rows of its indicator, its own too */
    bool counts;          /* one of its goal's rows is counted */
    bool same_live;       /* last year's figures of a group are its members' */
    bool season_live;
    bool past_stays;   /* … and no formula follows them: it compares members by their means */
    bool each_live;    /* the group's verdict follows its members' */
    bool too_near;     /* an edge is nearer than a workbook can tell: the verdict is a constant */
    const char *feeds; /* see DATA_FEEDS */
    uint8_t entries[ENTRY_COUNT]; /* the columns (enum data_id) that take inputs; 0: it has none */
    struct line_terms *terms;
};

/* ---- workbook_columns.c ---- */

extern const struct data_column data_columns[DATA_COUNT];

/* The target and the figure of a row; without texts and place when there is none. */
struct target row_target(const struct workbook *book, const struct row *row);
struct figure row_figure(const struct workbook *book, const struct row *row);

/* The column of a measure, or DATA_COUNT. */
int data_column_of(enum measure m);

/* ---- workbook_data.c ---- */

/* The cell of the line being written, in a column: $T5. */
const char *line_cell(const struct data_line *line, enum data_id column);

/* The cell of another line: $T$9. */
const char *other_cell(const struct data_line *line, int other, enum data_id column);

/* ---- workbook_inputs.c ---- */

/* Finds the place of each line in "Nhập số": as in the data, groups' behind all others, since most
 * of their figures are computed and the first screen is for what is typed. */
void line_places(struct data_line *lines);

/* The input that a column without formula takes, or ENTRY_COUNT. */
enum entry_id line_entry(const struct data_line *line, enum data_id column);

/* Its formula; that of the row in "Nhập số"; that of what is wrong, NULL where nothing can be. */
const char *line_input(const struct data_line *line, enum data_id column, enum entry_id entry);
const char *line_typed(const struct data_line *line, enum data_id column);
const char *line_wrong(const struct data_line *line, enum data_id column);

/* "có" or "không" is typed, no number; the day of a figure that comes without one. */
bool line_yes_no(const struct data_line *line);
struct date line_book_day(const struct data_line *line);

/* ---- workbook_entry.c ---- */

/* Sheet "Nhập số", already added: its row for a line being written, and the rest once all are. */
void entry_line(struct sheet *sheet, const struct data_line *line);
void entry_finish(struct workbook *book, struct sheet *sheet, const struct data_line *lines);

/* ---- workbook_rules.c ---- */

/* The formula of a measure by its rule over the cells of the line being written; NULL: a constant,
 * since there is no rule or too little room between the numbers that it compares. */
const char *line_rule(const struct data_line *line, enum measure m);
bool line_near(const struct data_line *line, enum measure m);

/* The condition that the figure is past a ceiling, where it and the bound are there; NULL: none. */
const char *line_is_past(const struct data_line *line);

/* The status by rule over these is the row's. */
bool line_status_is(const struct data_line *line, const struct given *given);

/* ---- workbook_origins.c ---- */

/* All lines of the book, stb_ds array; data_lines_clear() frees it. */
struct data_line *data_lines(struct workbook *book, struct line_terms *terms);
void data_lines_clear(struct data_line *lines);

/* How members' figures are put together, and whether by adding alone. */
enum rollup line_rollup(const struct data_line *line);
bool rollup_sums(enum rollup rule);

/* Another row is of the same goal: the same indicator, in the same part of the year. */
bool line_same_goal(const struct data_line *line, int other);

/* Whether a group counts the line, and what it brings: see DATA_WEIGHTED, DATA_WEIGHT. */
bool line_reported(const struct data_line *line);
struct quantity weight_figure(const struct data_line *line, enum data_id column);

/* ---- workbook_members.c: of a group whose figure is made of its members' ---- */

/* The group's day, how many members count, what they come to, and whether some are missing, of
 * `members` (a cell) that there are. */
const char *members_day(const struct data_line *group);
const char *members_reporting(const struct data_line *group);
const char *members_sum(const struct data_line *group, bool high);
const char *members_mean(const struct data_line *group);
const char *members_last_year(const struct data_line *group, enum data_id column);
const char *members_partial(const struct data_line *group, const char *members);

/* The cells that these look at, and how many rows they take; their columns are hidden. */
uint32_t members_rows(const struct data_line *group);
void members_block(struct sheet *sheet, const struct data_line *lines,
                   const struct data_line *group);
void members_hide(struct sheet *sheet);

/* ---- workbook_figures.c ---- */

/* The line counts how many members have it: it is one that has it when all of them have. */
bool line_all_have(const struct data_line *line);

/* What a figure of the line adds to its group's sum. */
struct ratio line_brings(const struct data_line *line, struct ratio value);

/* The exact figure behind a cell, or the number of its day. */
struct quantity line_figure(const struct data_line *line, enum data_id column);

/* ---- workbook_wall.c: see workbook_wall.h ---- */

const char *wall_link(struct workbook *book, const struct row *row);
const char *wall_mark(const struct data_line *line);

/* Their formulas and exact figures; a row that is no goal has no place in an order. */
const char *wall_formula(const struct data_line *line, enum data_id column);
const char *wall_mark_formula(const struct data_line *line, enum data_id column);
const char *wall_order_formula(const struct data_line *line, enum data_id column);
struct quantity wall_figure(const struct data_line *line, enum data_id column);
struct quantity wall_order(const struct data_line *line, enum data_id column);

/* ---- workbook_past.c: what the last meeting had ---- */

const char *past_words(struct workbook *book, const struct row *row);
const char *past_move(const struct data_line *line);
const char *past_move_formula(const struct data_line *line, enum data_id column);
struct quantity past_figure(const struct data_line *line, enum data_id column);

/* ---- workbook_given.c ---- */

/* "COUNTIFS(…": the beginning of a count of a group's members that have a figure, under its target
 * for each. */
const char *members_counted(const struct data_line *line);

/* The formula of a cell, NULL: a constant. */
const char *line_formula(const struct data_line *line, enum data_id column);

/* CHOOSE()'s list of keys or words, by the number of the verdict. */
const char *rank_choices(struct workbook *book, enum data_id column);

/* Lines that the note of a line takes in its cell; 0: more than a row has room for. */
int entry_note_lines(const struct data_line *line);

#endif
