/* SPDX-License-Identifier: MIT */
/*
 * What the sheets of one workbook share. For the rooms of the workbook only; the way in is
 * write_workbook().
 *
 * Sheet "Dữ liệu" holds every number once, a line per row of the scorecard, each of its columns
 * under a name of its own. All other sheets look a line up by its key and compute from it, so that
 * sorting or correcting the data keeps them true. Their stored results come from the exact figures.
 */
#ifndef TIENDO_WORKBOOK_COMMON_H
#define TIENDO_WORKBOOK_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "label.h"
#include "phrase.h"
#include "plan.h"
#include "pool.h"
#include "sheet.h"
#include "since.h"
#include "source.h"
#include "style.h"
#include "table.h"
#include "workbook_sheets.h"

/* Hidden helpers of an official table, after the columns of report.h. */
enum {
    TABLE_KEY = TABLE_SHOWN, /* the key of the line */
    TABLE_LINE,              /* where it stands in the data */
    TABLE_COUNTED,           /* 1 when the headline counts it */
    TABLE_DAY,               /* the day of its figure; of the official tables alone */
    TABLE_COUNT
};

enum { NO_COLUMN = 0xFFFF };

/* Which columns one official table has, and where they stand. */
struct layout {
    enum table_column_id shown[TABLE_SHOWN]; /* those to be seen, from the left */
    int count;                               /* of them */
    uint16_t at[TABLE_COUNT]; /* column of the sheet, or NO_COLUMN; hidden ones are at the right */
    uint16_t words[TABLE_SHOWN];   /* column of the words before its numbers, left of it; 0: none */
    uint16_t columns;              /* columns of the sheet that are seen */
    double width[2 * TABLE_SHOWN]; /* of these */
};

/* Where a row of the scorecard stands in the official tables. */
struct row_spot {
    const char *sheet;           /* name of the sheet */
    uint32_t row;                /* of that sheet */
    int number;                  /* of the table */
    const struct layout *layout; /* of the table */
};

enum { PLAIN_DECIMALS = 16 };

/* A note that an official table shows the beginning of, with its number, from 1. */
struct long_note {
    int row;          /* of the scorecard: the first that has it */
    int rows;         /* how many of its table have it */
    const char *text; /* all of it, in the pool */
};

/* A sheet as the contents name it. */
struct listed {
    struct sheet *sheet;
    const char *what; /* is on it, in the pool or a constant */
};

/* Rows of one key ask the same of their rules. */
struct rules_key {
    int8_t facts[FACT_COUNT];
    int8_t digits;                /* decimals at which their numbers are compared */
    int8_t always[MEASURE_COUNT]; /* 1: nobody can take it out of a line */
};
struct rules_entry {
    struct rules_key key;
    struct row_rules *value;
};

struct workbook {
    struct sheets *sheets; /* where it goes */
    const struct scorecard *card;
    const struct sources *sources;
    enum language lang;
    struct pool pool; /* owns keys and texts made on the way */
    struct pool line; /* owns the formulas of the line being written */
    const struct style *style;
    const char *path;            /* where it will stand */
    const char **keys;           /* stb_ds array: of each row of the scorecard, all different */
    struct row_spot *spots;      /* of each row, known once the tables are written */
    bool *shown;                 /* of each row the columns of its table; see workbook_shown() */
    struct layout **layouts;     /* stb_ds array: of each table, each allocated */
    struct rules_entry *rules;   /* stb_ds hash: the rules as rows have them; workbook_rules.c */
    struct row_rules **rules_of; /* of each row */
    struct long_note *notes;     /* stb_ds array: what the tables have no room for */
    bool goals_of_one;           /* all goals that count over all are of one organisation */
    size_t written;              /* rows of tables and of the data, for who watches */
    const char *plain_codes[PLAIN_DECIMALS][2][2]; /* number_code() without words, once asked for:
                                                      by decimals, percent and sign */
    const struct since_row *since; /* of each row what the last meeting had, or NULL */
    struct sheet *entry;           /* where figures are typed: "Nhập số" */
    struct sheet *home;      /* where all others lead back to: contents, else overview; or NULL */
    struct listed *contents; /* stb_ds array: what the contents name, in the order of sheets */
    struct trail *trails;    /* stb_ds array: goals with lines; workbook_trail.h */
    struct sheet *trails_sheet; /* where they are drawn */
    struct drawing *drawing;    /* the charts between overview and numbers; workbook_charts.c */
};

/* A text made like printf(3) does, kept in the workbook's pool. */
const char *workbook_text(struct workbook *book, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A phrase filled, kept in the workbook's pool; and filled with one number or two. */
const char *workbook_phrase(struct workbook *book, enum phrase id,
                            const char *const words[PHRASE_WORDS]);
#define BOOK_PHRASE(book, id, ...)                                                                 \
    workbook_phrase((book), (id), (const char *const[PHRASE_WORDS]){__VA_ARGS__})
const char *workbook_phrase_number(struct workbook *book, enum phrase id, int number);
const char *workbook_phrase_numbers(struct workbook *book, enum phrase id, int first, int second);

/* A new sheet that the contents name, with what is on it. */
struct sheet *workbook_sheet_add(struct workbook *book, const char *name, const char *what);

/* A cell that leads back to the contents; never printed if it stands outside of the print area. */
void workbook_way_back(const struct workbook *book, struct sheet *sheet, uint32_t row,
                       uint16_t column);

/* ---- workbook_formula.c ---- */

/* A formula, or what it gives, out of its parts: {0}, {1} … {9} in the pattern stand for formulas,
 * cells and numbers. It lives, as all that follow, until workbook_line_done(). */
const char *workbook_formula(struct workbook *book, const char *pattern, const char *const parts[]);
#define FORMULA(book, pattern, ...)                                                                \
    workbook_formula((book), (pattern), (const char *const[]){__VA_ARGS__, NULL})

const char *formula_int(struct workbook *book, int64_t number);
const char *formula_number(struct workbook *book, double number); /* 15 digits */

/* value where the cell holds something, else nothing. */
const char *formula_known(struct workbook *book, const char *cell, const char *value);

/* Words as a formula has them: in quotes, in pieces that a formula takes. */
const char *formula_words(struct workbook *book, const char *text);

/* The unit of a row, as people of the language read it. */
const char *workbook_unit(const struct workbook *book, const struct row *row);

/* What was printed, which is cleared. */
const char *formula_taken(struct workbook *book, struct buffer *printed);

/* The cell of the data in a named column, on the line of a row of the scorecard. */
const char *formula_data(struct workbook *book, const char *name, int row);

/* "$T5", with fixed_row "$T$5". */
const char *formula_cell(struct workbook *book, uint32_t row, uint16_t column, bool fixed_row);

/* The line is written: its formulas are let go. */
void workbook_line_done(struct workbook *book);

/* ---- workbook_common.c ---- */

/* That many rows more stand in a table, or in the data. */
void workbook_wrote(struct workbook *book, size_t rows);

/* The text with ASCII capitals made small: as formulas compare. */
const char *workbook_small_letters(struct workbook *book, const char *text);

/* A number format code: prefix and suffix are words around the number, in the right margin of
 * numbers. `sign` writes + before what is above 0. */
struct number_look {
    const char *prefix; /* or NULL */
    const char *suffix; /* or NULL */
    int decimals;
    bool percent; /* the value is a ratio */
    bool sign;
};
const char *number_code(struct workbook *book, struct number_look look);

/* Decimals that a sheet must show so that its rounding does not say what the exact value denies:
 * those of the printed cell, or more where the printed text stepped back from an edge. `shown` is
 * the number as the sheet rounds it (percentages times 100). */
int safe_decimals(const struct cell *cell, struct ratio shown, enum language lang);

/* Heads of columns: of tables to be read, and of sheets full of numbers. */
extern const struct look table_head;
extern const struct look data_head;

/* Ink and paper of a status on a sheet. */
const struct look *status_look(enum status_form form);

/* A formula's result: a number, or nothing. */
struct result {
    bool known;
    struct ratio value;
};
struct result quantity_result(struct quantity quantity);

/* "targets/a.yaml:12"; "" for no place. Like a formula it lives until workbook_line_done(). */
const char *workbook_place(struct workbook *book, struct place place);

/* Sheets of this kind were not chosen: they are there for the formulas of others only, hidden. */
bool workbook_hides(const struct workbook *book, enum workbook_sheet kind);

/* Some sheet takes its cells from the tables: they are written, seen or hidden. */
bool workbook_has_tables(const struct workbook *book);

/* A row's indicator as its tables name it: with the part of the year its target covers, and with
 * who assigned it where several did. Lives until workbook_line_done(). */
const char *workbook_name(struct workbook *book, const struct row *row);

/* ---- workbook_source.c ---- */

/* The file of a place as seen from the workbook's folder: "../targets/a.yaml". "" where only the
 * user's own machine could tell: an absolute name on either side, standard input. */
const char *workbook_file(struct workbook *book, int32_t file);

/* What stands behind a row's target or actual: its words, document and place; "" for nothing. */
const char *workbook_target_source(struct workbook *book, const struct row *row);
const char *workbook_actual_source(struct workbook *book, const struct row *row);

/* The row's target, or its actual, has no words of its own, and one a little above it in the same
 * table names the same document and who assigned it. */
bool workbook_said_above(const struct workbook *book, int row, bool target);

/* As much of a text as takes `most` columns, cut between words with "…". */
const char *workbook_cut(struct workbook *book, const char *text, size_t most);

/* The latest day of an organisation's figures, or no date. */
struct date workbook_figures_day(const struct workbook *book, int32_t org);

/* "Trang" / "Page", before a page's number. */
const char *workbook_page(const struct workbook *book);

/* Whether the table shows a figure of a row of the scorecard; set as the table is written. */
bool *workbook_shown(const struct workbook *book, int row, enum table_column_id column);

/* Colours of statuses that follow the symbol with which the cell begins, or the first cell of its
 * line with `by_line`. */
void workbook_colours(struct workbook *book, struct sheet *sheet, struct area area, bool by_line);

/* A number format has so many decimals, whatever is typed into the data later: these give shares of
 * a target more where they would be rounded to a full one, and figures where they would be rounded
 * to `bound`, a term that holds for the area's first row. */
void workbook_exact_shares(struct workbook *book, struct sheet *sheet, struct area area);
void workbook_exact_figures(struct workbook *book, struct sheet *sheet, struct area area,
                            const char *bound);

/* ---- workbook_rules.c ---- */

/* Folds the rules of all rows; workbook_rules_clear() ends it. */
void workbook_rules(struct workbook *book);
void workbook_rules_clear(struct workbook *book);

/* The rules of a row; those of milestones are not unrolled. */
const struct plan *workbook_plan(const struct workbook *book, int row);

/* ---- workbook_data.c, workbook_columns.c ---- */

/* The sheet with all numbers. */
void workbook_data(struct workbook *book);

/* The name of its column of a measure. */
const char *data_name(enum measure m);

/* ---- workbook_inputs.c ---- */

/* A text that says how much was typed since export, or that some of it is wrong; "" at export. */
const char *formula_typed(struct workbook *book);

/* ---- workbook_row.c ---- */

/* ---- workbook_wording.c ---- */

/* What stands around a number of an official table: words, or its lower end, in a cell before it,
 * and words behind it in its own. */
struct wording {
    const char *before;   /* "" for none */
    const char *after;    /* the same */
    enum measure measure; /* the lower end; MEASURE_COUNT: none */
    struct ratio low;     /* its value */
    bool partial;         /* before the words: how many of the members it is of, unless of all */
    bool least;           /* "≥" while members are missing */
};
struct wording row_wording(struct workbook *book, int row, enum table_column_id column);

/* Something may stand before the number. */
bool wording_before(const struct wording *wording);

/* A target that is no number of the row's own: "mỗi đơn vị từ 20 trở lên". */
const char *wording_text(struct workbook *book, int row);

/* A formula that says it once another target is typed; NULL where there is no number in it. */
const char *wording_formula(struct workbook *book, int row, const char *text);

/* The row's figure has two ends. */
bool row_interval(const struct row *row);

/* What a column shows of a row: a measure, or MEASURE_COUNT where it is none, words or two numbers.
 */
enum measure row_measure(const struct workbook *book, int row, enum table_column_id column);

/* One line of it: row is the scorecard's, at the sheet's. number 0: a part, without number;
 * first_part: the first one of its breakdown. The height that its words take, in points. */
double workbook_row(struct workbook *book, struct sheet *sheet, int row, uint32_t at, int number,
                    bool first_part);

/* Unit, target, actual, comparison and status of a row of the scorecard on another sheet, whose
 * layout has columns for them and for the helpers. */
void workbook_row_figures(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                          int row, uint32_t at, bool part);

/* Words about its figure in the column of the notes; they make way for what is typed. */
void workbook_row_note(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                       int row, uint32_t at, const char *note, const struct look *look);

/* ---- workbook_row_words.c ---- */

/* Width of columns of the sheet on paper, in points. */
double layout_points(const struct layout *layout, uint16_t first, uint16_t last);

/* What that leaves for type of a size, for typeface_lines(). */
size_t layout_room(double points, double indents, double size);

/* The unit that stands behind a difference: short ones; "" for those that stand in their own column
 * only. */
const char *row_gap_unit(const struct workbook *book, const struct row *row);

/* True when the row's attainment is shown as a percentage; else its gap is. */
bool row_shows_percent(const struct scorecard *card, const struct row *row);

#endif
