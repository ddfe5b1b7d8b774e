/* SPDX-License-Identifier: MIT */
/* One line of an official table: numbers copied from the sheet of all numbers, in their look. */
#include "workbook_row.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "phrase.h"
#include "rule.h"
#include "sheet_clean.h"
#include "text.h"

/* ---- the sheet's side ---- */

static const char *own_cell(const struct line *line, int column) {
    return formula_cell(line->book, line->at, line->layout->at[column], false);
}

const char *line_data(const struct line *line, const char *name) {
    return FORMULA(line->book, "INDEX({0},{1})", name, line->found);
}

struct look line_look(const struct line *line, enum align align) {
    return (struct look){.size = 12,
                         .border = COLOUR_GRID,
                         .paper = line->paper,
                         .italic = line->part,
                         .align = align,
                         .wrap = align != ALIGN_RIGHT,
                         .shrink = align == ALIGN_RIGHT};
}

/* Words that stand where others have numbers, with their blank at the right. */
static const char words_code[] = "General_);General_);General_);@_)";

/* The column of the words before a column's numbers, or 0. */
static uint16_t words_column(const struct line *line, int column) {
    return column < TABLE_SHOWN ? line->layout->words[column] : 0;
}

void line_text(const struct line *line, int column, const char *text, const struct look *look) {
    uint16_t at = line->layout->at[column];
    uint16_t words = words_column(line, column);
    if (at == NO_COLUMN) {
        return;
    }
    if (words != 0) {
        sheet_merge(line->sheet, (struct area){line->at, words, line->at, at}, text, look);
    } else {
        sheet_text(line->sheet, line->at, at, text, look);
    }
}

void line_formula_text(const struct line *line, int column, const char *formula, const char *stored,
                       const struct look *look) {
    if (line->layout->at[column] != NO_COLUMN) {
        uint16_t words = words_column(line, column);
        line_text(line, column, "", look);
        sheet_formula_text(line->sheet, line->at, words != 0 ? words : line->layout->at[column],
                           formula, stored, look);
    }
}

/* A live cell; where the table has a column for the words before it, these are still to come. */
static void line_number(const struct line *line, int column, const char *formula,
                        struct result exact, struct look look) {
    uint16_t at = line->layout->at[column];
    if (at == NO_COLUMN) {
        return;
    }
    look.open = words_column(line, column) != 0 ? OPEN_LEFT : 0;
    *workbook_shown(line->book, line->index, (enum table_column_id)column) = exact.known;
    if (exact.known) {
        sheet_formula_number(line->sheet, line->at, at, formula, ratio_double(exact.value), &look);
    } else {
        sheet_formula_text(line->sheet, line->at, at, formula, "", &look);
    }
}

/* The look of a number of a table's column. The sheet rounds it: percentages are times 100. */
static struct look number_look_of(const struct line *line, enum column_id column,
                                  struct result result, struct number_look number) {
    if (result.known) {
        struct ratio shown =
            number.percent ? ratio_mul(result.value, ratio_int(100)) : result.value;
        struct cell cell;
        table_cell(line->book->card, line->index, column, line->book->lang, &cell);
        number.decimals = safe_decimals(&cell, shown, line->book->lang);
    } else {
        number.decimals = number.percent ? 1 : line->indicator->decimals;
    }
    struct look look = line_look(line, ALIGN_RIGHT);
    look.number = number_code(line->book, number);
    return look;
}

/* ---- the words before a number ---- */

/* "5/7 " while members are missing, and what is said of the figure. */
static const char *words_formula(const struct line *line, const struct wording *wording) {
    struct workbook *book = line->book;
    if (wording->least) {
        return FORMULA(book, "IF(N({0})={1},\"≥\",\"\")", line_data(line, "DL_THIEU"),
                       formula_int(book, PARTIAL_LEAST));
    }
    const char *blank = wording->before[0] != '\0' ? " " : "";
    return FORMULA(book, "IF(AND(ISNUMBER({0}),N({1})<{2}),N({1})&\"/{2}{3}\",\"\")&\"{4}\"",
                   line_data(line, "DL_TH"), line_data(line, "DL_BAO_CAO"),
                   formula_int(book, line->row->members_total), blank, wording->before);
}

static const char *words_stored(const struct line *line, const struct wording *wording) {
    const struct row *row = line->row;
    if (wording->least) {
        return row->partial == PARTIAL_LEAST ? "≥" : "";
    }
    if (!row->has_actual || row->members_reporting >= row->members_total) {
        return wording->before;
    }
    return workbook_text(line->book, "%d/%d%s%s", row->members_reporting, row->members_total,
                         wording->before[0] != '\0' ? " " : "", wording->before);
}

/* The lower of two ends, nothing where both are one number. */
static void write_low(const struct line *line, uint16_t at, const struct wording *wording,
                      const char *high, struct number_look number, struct look look) {
    const char *low = line_data(line, data_name(wording->measure));
    number.prefix = wording->before[0] != '\0' ? FORMULA(line->book, "{0} ", wording->before) : "";
    number.suffix = " –";
    look.number = number_code(line->book, number);
    const char *pattern =
        wording->measure == M_LOW ? "IF({0}=\"\",\"\",{0})" : "IF(OR({0}=\"\",{0}={1}),\"\",{0})";
    sheet_formula_number(line->sheet, line->at, at, FORMULA(line->book, pattern, low, high),
                         ratio_double(wording->low), &look);
}

static void write_before(const struct line *line, enum table_column_id column,
                         const struct wording *wording, const char *high,
                         struct number_look number) {
    uint16_t at = words_column(line, column);
    if (at == 0 || line->layout->at[column] == NO_COLUMN) {
        return;
    }
    struct look look = line_look(line, ALIGN_RIGHT);
    look.size = 11;
    look.open = OPEN_RIGHT;
    if (wording->measure != MEASURE_COUNT) {
        write_low(line, at, wording, high, number, look);
    } else if (wording->partial || wording->least) {
        sheet_formula_text(line->sheet, line->at, at, words_formula(line, wording),
                           words_stored(line, wording), &look);
    } else if (wording->before[0] != '\0') { /* they go with the number */
        sheet_formula_text(line->sheet, line->at, at,
                           FORMULA(line->book, "IF({0}=\"\",\"\",\"{1}\")", high, wording->before),
                           wording->before, &look);
    } else {
        sheet_text(line->sheet, line->at, at, "", &look);
    }
}

/* Both ends in one cell, where a sheet has none for the words. */
static const char *in_one(const struct line *line, const struct wording *wording,
                          const char *high) {
    const char *low = line_data(line, data_name(wording->measure));
    return FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),\"\",{0}&\" – \"&{1})", low, high);
}

/* A number and what stands around it. */
static void write_worded(const struct line *line, enum table_column_id column, enum column_id as,
                         const char *cell, struct result exact, struct look look,
                         struct number_look number) {
    struct wording wording = row_wording(line->book, line->index, column);
    bool apart = words_column(line, column) != 0;
    bool two = wording.measure != MEASURE_COUNT;
    if (two && !apart && exact.known) {
        const char *stored =
            FORMULA(line->book, "{0} – {1}", formula_number(line->book, ratio_double(wording.low)),
                    formula_number(line->book, ratio_double(exact.value)));
        line_formula_text(line, column, in_one(line, &wording, cell), stored, &look);
        return;
    }
    number.suffix = wording.after;
    if (!apart && wording.before[0] != '\0') {
        number.prefix = FORMULA(line->book, "{0} ", wording.before);
    }
    struct look own = number_look_of(line, as, exact, number);
    look.number = own.number;
    line_number(line, column, formula_known(line->book, cell, cell), exact, look);
    struct cell printed;
    table_cell(line->book->card, line->index, as, line->book->lang, &printed);
    number.suffix = NULL;
    number.decimals = two ? safe_decimals(&printed, wording.low, line->book->lang) : 0;
    write_before(line, column, &wording, cell, number);
}

/* ---- plan and actual ---- */

static bool two_bounds(const struct row *row) {
    return row->bounds.kind == TARGET_RANGE || row->bounds.kind == TARGET_WITHIN;
}

/* Which bound the plan's cell shows; the other one of a range stands before it. */
static enum measure shown_bound(const struct row *row) {
    bool low = (target_numbers(row->bounds.kind) & HAS_LOW) != 0;
    return row->bounds.kind == TARGET_GROW ? M_STATED : low && !two_bounds(row) ? M_LOW : M_HIGH;
}

static void write_target(const struct line *line) {
    const struct row *row = line->row;
    struct look look = line_look(line, ALIGN_RIGHT);
    if (!row_has_bounds(row) || row->each_group) { /* "each member 20" is no number of the row */
        look.wrap = true;
        look.shrink = false;
        look.number = words_code;
        const char *text = row->has_target ? wording_text(line->book, line->index) : "";
        const char *formula = wording_formula(line->book, line->index, text);
        if (formula != NULL) {
            line_formula_text(line, TABLE_TARGET, formula, text, &look);
        } else {
            line_text(line, TABLE_TARGET, text, &look);
        }
        return;
    }
    enum measure bound = shown_bound(row);
    struct ratio value = bound == M_STATED ? row_decides(row)
                         : bound == M_LOW  ? row->bounds.low
                                           : row->bounds.high;
    struct result result = {ratio_valid(value), value};
    write_worded(line, TABLE_TARGET, COLUMN_TARGET, line_data(line, data_name(bound)), result, look,
                 (struct number_look){0});
}

/* "có", "không"; of a group how many say yes, "2/3". */
static void write_done(const struct line *line, const char *data, struct look look) {
    struct workbook *book = line->book;
    const struct row *row = line->row;
    struct cell cell;
    table_cell(book->card, line->index, COLUMN_ACTUAL, book->lang, &cell);
    const char *words = FORMULA(book, "IF({0}>0,\"{1}\",\"{2}\")", data,
                                phrase(PHRASE_YES, book->lang), phrase(PHRASE_NO, book->lang));
    if (row->rolled_up) {
        words = FORMULA(book, "{0}&\"/{1}\"", data, formula_int(book, row->members_total));
    }
    const char *stored = row->has_actual ? workbook_text(book, "%s", cell.text) : "";
    look.number = words_code;
    line_formula_text(line, TABLE_ACTUAL, formula_known(book, data, words), stored, &look);
    *workbook_shown(book, line->index, TABLE_ACTUAL) = row->has_actual;
}

static void write_actual(const struct line *line) {
    const struct row *row = line->row;
    bool interval = row_interval(row);
    const char *data = line_data(line, data_name(interval ? M_ACTUAL_HIGH : M_ACTUAL));
    struct look look = line_look(line, ALIGN_RIGHT);
    look.bold = true;
    if (line->indicator->kind == KIND_DONE) {
        write_done(line, data, look);
        return;
    }
    struct result result = {row->has_actual, row->high};
    write_worded(line, TABLE_ACTUAL, COLUMN_ACTUAL, data, result, look, (struct number_look){0});
}

/* ---- figures ---- */

const char *row_gap_unit(const struct workbook *book, const struct row *row) {
    enum { SHORT_UNIT = 6 };
    const char *unit = workbook_unit(book, row);
    return text_width(unit, strlen(unit)) <= SHORT_UNIT ? unit : "";
}

/* How a difference reads: "+4,0 điểm %", "+4 HTX". */
static struct number_look gap_look(const struct line *line) {
    const char *unit = row_gap_unit(line->book, line->row);
    if (unit_is_percent(&line->indicator->unit)) {
        return (struct number_look){
            .suffix = FORMULA(line->book, " {0}", phrase(PHRASE_POINTS, line->book->lang)),
            .sign = true};
    }
    return (struct number_look){
        .suffix = unit[0] != '\0' ? FORMULA(line->book, " {0}", unit) : NULL, .sign = true};
}

bool row_shows_percent(const struct scorecard *card, const struct row *row) {
    const struct indicator *indicator = &card->book->indicators[row->indicator];
    bool goal = row->bounds.kind != TARGET_RANGE && row->bounds.kind != TARGET_WITHIN;
    return row_has_bounds(row) && goal && !row->ceiling && indicator->better == BETTER_HIGHER &&
           indicator->kind != KIND_RATE && indicator->kind != KIND_DONE &&
           !unit_is_percent(&indicator->unit) && !row->each_group &&
           row->is[M_ATTAINMENT].why != UNDEFINED_TARGET_ZERO &&
           row->is[M_ATTAINMENT].why != UNDEFINED_NEGATIVE;
}

/* The measure that a row shows in a column, and the column whose look it has there: a percentage of
 * percentages gives way to a difference in points. */
struct figure_column {
    enum measure measure; /* MEASURE_COUNT: none */
    enum column_id cell;  /* that rounds it so that no verdict is denied */
};

static enum column_id in_points(const struct workbook *book, const struct row *row,
                                enum column_id column) {
    static const struct {
        enum column_id percent;
        enum column_id points;
    } pairs[] = {
        {COLUMN_VS_LAST_YEAR, COLUMN_VS_LAST_YEAR_GAP},
        {COLUMN_TARGET_VS_LAST_YEAR, COLUMN_TARGET_VS_LAST_YEAR_GAP},
        {COLUMN_ESTIMATE_VS_LAST_YEAR, COLUMN_ESTIMATE_VS_LAST_YEAR_GAP},
    };
    bool percent = unit_is_percent(&book->card->book->indicators[row->indicator].unit);
    for (size_t i = 0; percent && i < sizeof pairs / sizeof *pairs; i++) {
        column = column == pairs[i].percent ? pairs[i].points : column;
    }
    return column;
}

/* Shares of the target, which a row without such a percentage does not have. */
static bool of_target(enum table_column_id column) {
    return column == TABLE_ATTAINMENT || column == TABLE_ATTAINMENT_ORIGINAL ||
           column == TABLE_ESTIMATE_ATTAINMENT;
}

static struct figure_column figure_of(const struct workbook *book, const struct row *row,
                                      enum table_column_id column) {
    enum column_id cell = in_points(book, row, official_column(column));
    enum measure m = table_column(cell)->measure;
    if (of_target(column) && !row_shows_percent(book->card, row)) {
        m = MEASURE_COUNT;
    }
    return (struct figure_column){column == TABLE_TARGET_ORIGINAL ? M_DECIDES_FIRST : m, cell};
}

enum measure row_measure(const struct workbook *book, int index, enum table_column_id column) {
    const struct row *row = &book->card->rows[index];
    if (column == TABLE_ACTUAL) {
        return row_interval(row) ? MEASURE_COUNT : M_ACTUAL;
    }
    if (column == TABLE_TARGET) {
        return two_bounds(row) || !row_has_bounds(row) || row->each_group ? MEASURE_COUNT
                                                                          : shown_bound(row);
    }
    return figure_of(book, row, column).measure;
}

/* Under a head in %, of a row that has a target and no such figure. */
static void write_dash(const struct line *line, enum table_column_id column) {
    struct look look = line_look(line, ALIGN_CENTRE);
    line_text(line, column, line->row->has_target ? "–" : "", &look);
}

/* A measure as it stands in the data; a dash where such rows never have it. */
static void write_figure(const struct line *line, enum table_column_id column) {
    struct figure_column figure = figure_of(line->book, line->row, column);
    if (line->layout->at[column] == NO_COLUMN) {
        return;
    }
    enum figure_look as = table_column(figure.cell)->look;
    const struct expr *rule = figure.measure != MEASURE_COUNT
                                  ? workbook_plan(line->book, line->index)->rule[figure.measure]
                                  : NULL;
    bool never = rule != NULL && expr_never(rule);
    if (figure.measure == MEASURE_COUNT || (never && as == LOOK_PERCENT)) {
        if (as == LOOK_PERCENT) {
            write_dash(line, column);
        }
        return;
    }
    struct look look = line_look(line, ALIGN_RIGHT);
    look.size = as == LOOK_DIFFERENCE ? 11 : look.size;
    if (never || (column == TABLE_TARGET_ORIGINAL && line->row->revision == NONE)) {
        line_text(line, column, "", &look);
        return;
    }
    struct result exact = quantity_result(line->row->is[figure.measure]);
    struct number_look number = {.percent = as == LOOK_PERCENT};
    const char *cell = line_data(line, data_name(figure.measure));
    if (as == LOOK_DIFFERENCE) {
        look.number = number_look_of(line, figure.cell, exact, gap_look(line)).number;
        line_number(line, column, formula_known(line->book, cell, cell), exact, look);
        return;
    }
    if (column == TABLE_ESTIMATE && line->row->is[M_ESTIMATE_HIGH].why == DEFINED) {
        exact = quantity_result(line->row->is[M_ESTIMATE_HIGH]);
        cell = line_data(line, data_name(M_ESTIMATE_HIGH));
    }
    write_worded(line, column, figure.cell, cell, exact, look, number);
}

/* The last meeting's figure, and what has become of the row. */
static void write_since(const struct line *line) {
    struct workbook *book = line->book;
    if (book->since == NULL) {
        return;
    }
    const struct since_row *since = &book->since[line->index];
    struct look look = line_look(line, ALIGN_RIGHT);
    if (since->number) {
        char text[PRINTED_TEXT];
        struct number_look number = {
            .decimals = figure_print(since->figure, line->indicator, NULL, 0, book->lang, text)};
        look.number = number_code(book, number);
        line_number(line, TABLE_LAST_MEETING, line_data(line, "DL_KY_TRUOC"),
                    (struct result){true, since->figure}, look);
    } else {
        look.number = words_code;
        line_text(line, TABLE_LAST_MEETING, since->text, &look);
    }
    look = line_look(line, ALIGN_CENTRE);
    line_formula_text(line, TABLE_CHANGE, line_data(line, "DL_DOI"), since->arrow, &look);
}

static void write_day(const struct line *line) {
    struct look look = line_look(line, ALIGN_CENTRE);
    uint16_t column = line->layout->at[TABLE_ACTUAL_DATE];
    look.number = phrase(PHRASE_SHEET_DATE_CODE, line->book->lang);
    if (column != NO_COLUMN && line->row->has_actual) {
        const char *cell = line_data(line, data_name(M_DAY));
        sheet_formula_date(line->sheet, line->at, column, formula_known(line->book, cell, cell),
                           line->row->date, &look);
    } else {
        line_text(line, TABLE_ACTUAL_DATE, "", &look);
    }
}

/* ---- the line ---- */

static const struct look helper = {.size = 9, .ink = COLOUR_MUTED};

static void write_helpers(const struct line *line) {
    const char *key = line->book->keys[line->index];
    const char *match = FORMULA(line->book, "MATCH({0},DL_KHOA,0)", own_cell(line, TABLE_KEY));
    const uint16_t *at = line->layout->at;
    sheet_text(line->sheet, line->at, at[TABLE_KEY], key, &helper);
    sheet_formula_number(line->sheet, line->at, at[TABLE_LINE], match, line->index + 1, &helper);
    bool counted = line->row->goal;
    sheet_formula_number(line->sheet, line->at, at[TABLE_COUNTED], line_data(line, "DL_TINH"),
                         counted, &helper);
}

/* The day of a figure that is there, for the head of the table. */
static void write_helper_day(const struct line *line) {
    const char *formula =
        FORMULA(line->book, "IF({0}=\"\",\"\",{1})", line_data(line, data_name(M_ACTUAL)),
                line_data(line, data_name(M_DAY)));
    struct look look = helper;
    look.number = phrase(PHRASE_SHEET_DATE_CODE, line->book->lang);
    uint16_t at = line->layout->at[TABLE_DAY];
    if (line->row->has_actual) {
        sheet_formula_date(line->sheet, line->at, at, formula, line->row->date, &look);
    } else {
        sheet_formula_text(line->sheet, line->at, at, formula, "", &look);
    }
}

/* The words behind target and actual, for whoever points at them. A document stands on the first of
 * the rows that have it: comments are what a program takes longest over when it opens a workbook.
 */
static void write_sources(const struct line *line) {
    const struct layout *layout = line->layout;
    if (layout->at[TABLE_TARGET] < layout->columns &&
        !workbook_said_above(line->book, line->index, true)) {
        sheet_comment(line->sheet, line->at, layout->at[TABLE_TARGET],
                      workbook_target_source(line->book, line->row));
    }
    if (layout->at[TABLE_ACTUAL] < layout->columns &&
        !workbook_said_above(line->book, line->index, false)) {
        sheet_comment(line->sheet, line->at, layout->at[TABLE_ACTUAL],
                      workbook_actual_source(line->book, line->row));
    }
}

static struct line line_of(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                           int row, uint32_t at) {
    const struct row *of = &book->card->rows[row];
    uint16_t found = layout->at[TABLE_LINE];
    return (struct line){.book = book,
                         .sheet = sheet,
                         .layout = layout,
                         .index = row,
                         .at = at,
                         .found = formula_cell(book, at, found, false),
                         .row = of,
                         .indicator = &book->card->book->indicators[of->indicator]};
}

void workbook_row_figures(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                          int row, uint32_t at, bool part) {
    struct line line = line_of(book, sheet, layout, row, at);
    line.part = part;
    line.paper = part ? 0 : (uint32_t)COLOUR_GROUP;
    struct look look = line_look(&line, ALIGN_CENTRE);
    line_text(&line, TABLE_UNIT, workbook_unit(book, line.row), &look);
    write_target(&line);
    write_actual(&line);
    write_figure(&line, TABLE_ATTAINMENT);
    line_status(&line);
    write_helpers(&line);
}

void workbook_row_note(struct workbook *book, struct sheet *sheet, const struct layout *layout,
                       int row, uint32_t at, const char *note, const struct look *look) {
    struct line line = line_of(book, sheet, layout, row, at);
    line_note(&line, note, look);
}

double workbook_row(struct workbook *book, struct sheet *sheet, int row, uint32_t at, int number,
                    bool first_part) {
    struct line line = line_of(book, sheet, book->spots[row].layout, row, at);
    line.part = number == 0;
    struct look look = line_look(&line, ALIGN_CENTRE);
    if (number > 0) {
        sheet_number(sheet, at, TABLE_NUMBER, number, &look);
    } else {
        sheet_text(sheet, at, TABLE_NUMBER, "", &look);
    }
    double height = line_words(&line, first_part);
    write_target(&line);
    write_actual(&line);
    write_day(&line);
    write_since(&line);
    for (int column = 0; column < TABLE_SHOWN; column++) {
        write_figure(&line, (enum table_column_id)column);
    }
    line_status(&line);
    write_helpers(&line);
    write_helper_day(&line);
    write_sources(&line);
    return height;
}
