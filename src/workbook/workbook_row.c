/* SPDX-License-Identifier: MIT */
/* One line of the official table: live formulas beside their exact results. */
#include <stdio.h>
#include <string.h>

#include "bounds.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook_row.h"

/* ---- the exact side ---- */

static bool same_result(struct result a, struct result b) {
    return a.known == b.known && (!a.known || ratio_cmp(a.value, b.value) == 0);
}

/* Its unit is %, so that differences are in points. */
static bool in_points(const struct line *line) {
    return unit_is_percent(&line->indicator->unit);
}

bool row_shows_percent(const struct scorecard *card, const struct row *row) {
    const struct indicator *indicator = &card->book->indicators[row->indicator];
    bool goal = row->bounds.kind != TARGET_RANGE && row->bounds.kind != TARGET_WITHIN;
    return row_has_bounds(row) && goal && !row->ceiling && indicator->better == BETTER_HIGHER &&
           indicator->kind != KIND_RATE && indicator->kind != KIND_DONE &&
           !unit_is_percent(&indicator->unit) &&
           row->is[M_ATTAINMENT].why != UNDEFINED_TARGET_ZERO &&
           row->is[M_ATTAINMENT].why != UNDEFINED_NEGATIVE;
}

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

void line_text(const struct line *line, int column, const char *text, const struct look *look) {
    if (line->layout->at[column] != NO_COLUMN) {
        sheet_text(line->sheet, line->at, line->layout->at[column], text, look);
    }
}

static void table_text(const struct line *line, int column, const char *text, enum align align) {
    struct look look = line_look(line, align);
    look.wrap = true;
    look.shrink = false;
    line_text(line, column, text, &look);
}

void line_number(const struct line *line, int column, const char *formula, struct result live,
                 struct result exact, const struct look *look) {
    uint16_t at = line->layout->at[column];
    struct shown *shown = workbook_shown(line->book, line->index, (enum table_column_id)column);
    if (at == NO_COLUMN) {
        return;
    }
    *shown = (struct shown){.live = true, .known = exact.known, .code = look->number};
    shown->value = exact.known ? ratio_double(exact.value) : 0;
    if (!same_result(live, exact)) {
        if (exact.known) {
            sheet_number(line->sheet, line->at, at, ratio_double(exact.value), look);
        } else {
            sheet_text(line->sheet, line->at, at, "", look);
        }
    } else if (exact.known) {
        sheet_formula_number(line->sheet, line->at, at, formula, ratio_double(exact.value), look);
    } else {
        sheet_formula_text(line->sheet, line->at, at, formula, "", look);
    }
}

struct look line_number_look(const struct line *line, enum column_id column, struct result result,
                             struct number_look number) {
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

void line_copy(const struct line *line, int column, enum column_id shown, const char *name,
               struct quantity quantity, struct number_look number) {
    const char *cell = line_data(line, name);
    const char *formula = formula_known(line->book, cell, cell);
    struct result result = quantity_result(quantity);
    struct look look = line_number_look(line, shown, result, number);
    line_number(line, column, formula, result, result, &look);
}

/* ---- plan and actual ---- */

/* The upper end of two, while the lower one is what the cell's format says: else both in words. */
static const char *two_ends(const struct line *line, const char *low, const char *high,
                            struct ratio said) {
    return FORMULA(line->book,
                   "IF(OR({0}=\"\",{1}=\"\"),\"\",IF(ROUND({0}-({2}),9)=0,{1},{0}&\" – \"&{1}))",
                   low, high, formula_number(line->book, ratio_double(said)));
}

/* Which bound the plan's cell shows; the other one of a range stands in its format. */
static const char *shown_bound(const struct row *row, struct ratio *value) {
    switch (row->bounds.kind) {
    case TARGET_RANGE:
    case TARGET_WITHIN:
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
        *value = row->bounds.high;
        return "DL_KH_TREN";
    case TARGET_GROW:
        *value = row_decides(row);
        return "DL_KH";
    default:
        *value = row->bounds.low;
        return "DL_KH_DUOI";
    }
}

/* The words before a plan's number: "≥ ", "30 – ". */
static const char *target_prefix(const struct line *line) {
    const struct row *row = line->row;
    char low[PRINTED_TEXT];
    switch (row->bounds.kind) {
    case TARGET_RANGE:
    case TARGET_WITHIN:
        figure_print(row->bounds.low, line->indicator, NULL, 0, line->book->lang, low);
        return FORMULA(line->book, "{0} – ", low);
    case TARGET_GROW:
        return row->ceiling ? "≤ " : "≥ ";
    default:
        return FORMULA(line->book, "{0}{1}", target_sign(row->bounds.kind),
                       target_sign(row->bounds.kind)[0] != '\0' ? " " : "");
    }
}

static void write_target(struct line *line) {
    const struct row *row = line->row;
    struct ratio value = {0, 0};
    if (!row_has_bounds(row) || row->each_group) { /* "each member ≥ 20" is no number */
        struct cell cell;
        table_cell(line->book->card, line->index, COLUMN_TARGET, line->book->lang, &cell);
        table_text(line, TABLE_TARGET, row->has_target ? cell.text : "", ALIGN_RIGHT);
        line->target = line_data(line, "DL_KH");
        return;
    }
    const char *name = shown_bound(row, &value);
    const char *data = line_data(line, name);
    const char *formula = formula_known(line->book, data, data);
    bool two = row->bounds.kind == TARGET_RANGE || row->bounds.kind == TARGET_WITHIN;
    if (two) {
        formula = two_ends(line, line_data(line, "DL_KH_DUOI"), data, row->bounds.low);
    }
    struct result result = {ratio_valid(value), value};
    struct number_look number = {.prefix = target_prefix(line)};
    struct look look = line_number_look(line, COLUMN_TARGET, result, number);
    line_number(line, TABLE_TARGET, formula, result, result, &look);
    bool decides = !two && result.known && ratio_valid(row_decides(row)) &&
                   ratio_cmp(value, row_decides(row)) == 0;
    line->target = decides ? own_cell(line, TABLE_TARGET) : line_data(line, "DL_KH");
}

/* The words before a reported number: "hơn ", "3,8 – ". */
static const char *actual_prefix(const struct line *line, bool interval) {
    const char *hedge = hedge_label(line->row->hedge, line->book->lang);
    char low[PRINTED_TEXT] = "";
    if (interval) {
        figure_print(line->row->low, line->indicator, NULL, 0, line->book->lang, low);
    }
    return FORMULA(line->book, "{0}{1}{2}{3}", hedge, hedge[0] != '\0' ? " " : "", low,
                   interval ? " – " : "");
}

static void write_actual(struct line *line) {
    const struct row *row = line->row;
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    const char *data = line_data(line, interval ? "DL_TH_TREN" : "DL_TH");
    const char *formula = formula_known(line->book, data, data);
    if (interval) {
        formula = two_ends(line, line_data(line, "DL_TH"), data, row->low);
    }
    struct result result = {row->has_actual, row->high};
    struct number_look number = {.prefix = row->has_actual ? actual_prefix(line, interval) : NULL};
    struct look look = line_number_look(line, COLUMN_ACTUAL, result, number);
    look.bold = true;
    if (line->indicator->kind == KIND_DONE) {
        look.number = line->book->lang == LANG_VI ? "\"có\"_);;\"không\"_)" : "\"yes\"_);;\"no\"_)";
        if (row->rolled_up) { /* how many say yes */
            look.number = workbook_text(line->book, "0\"/%d\"_)", row->members_total);
        }
    }
    line_number(line, TABLE_ACTUAL, formula, result, result, &look);
    line->actual = interval ? line_data(line, "DL_TH") : own_cell(line, TABLE_ACTUAL);
}

/* ---- comparisons ---- */

struct result line_actual(const struct row *row) {
    return (struct result){row->has_actual && ratio_valid(row->low), row->low};
}

struct result line_target(const struct row *row) {
    return (struct result){row_has_bounds(row) && ratio_valid(row_decides(row)), row_decides(row)};
}

/* a / b where b is above 0 and a not below. */
struct result result_share(struct result a, struct result b) {
    if (!a.known || !b.known || ratio_sign(a.value) < 0 || ratio_sign(b.value) <= 0) {
        return nothing;
    }
    return (struct result){true, ratio_div(a.value, b.value)};
}

struct result result_difference(struct result a, struct result b) {
    if (!a.known || !b.known) {
        return nothing;
    }
    return (struct result){true, ratio_sub(a.value, b.value)};
}

/* How a result_difference reads: "+4,0 điểm %", "+4 HTX"; long units stand in their own column
 * only. */
static struct number_look gap_look(const struct line *line) {
    enum { SHORT_UNIT = 6 };
    bool vi = line->book->lang == LANG_VI;
    const char *unit = line->indicator->unit.text;
    if (in_points(line)) {
        return (struct number_look){.suffix = vi ? " điểm %" : " pp", .sign = true};
    }
    size_t length = text_width(unit, strlen(unit));
    bool shown = length > 0 && length <= SHORT_UNIT;
    return (struct number_look){.suffix = shown ? FORMULA(line->book, " {0}", unit) : NULL,
                                .sign = true};
}

static void write_percent(const struct line *line) {
    struct result exact = quantity_result(line->row->is[M_ATTAINMENT]);
    struct result live = result_share(line_actual(line->row), line_target(line->row));
    bool interval = line->row->has_actual && ratio_cmp(line->row->low, line->row->high) != 0;
    struct number_look number = {.percent = true, .prefix = interval ? "≥ " : NULL};
    struct look look = line_number_look(line, COLUMN_ATTAINMENT, exact, number);
    line_number(line, TABLE_ATTAINMENT, formula_share(line->book, line->actual, line->target), live,
                exact, &look);
}

/* Within: the distance to the bound that was overstepped, 0 inside. */
static struct result overstep(const struct row *row) {
    struct result a = line_actual(row);
    if (!a.known || !row_has_bounds(row)) {
        return nothing;
    }
    if (ratio_cmp(a.value, row->bounds.low) < 0) {
        return (struct result){true, ratio_sub(a.value, row->bounds.low)};
    }
    if (ratio_cmp(a.value, row->bounds.high) > 0) {
        return (struct result){true, ratio_sub(a.value, row->bounds.high)};
    }
    return (struct result){true, ratio_int(0)};
}

static const char *overstep_formula(const struct line *line) {
    const char *a = line->actual;
    const char *low = line_data(line, "DL_KH_DUOI");
    const char *high = line_data(line, "DL_KH_TREN");
    return FORMULA(
        line->book,
        "IF(OR({0}=\"\",{1}=\"\",{2}=\"\"),\"\",IF({0}<{1},{0}-{1},IF({0}>{2},{0}-{2},0)))", a, low,
        high);
}

void line_gap(const struct line *line, int column) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_GAP]);
    bool within = row->bounds.kind == TARGET_WITHIN;
    struct look look = line_number_look(line, COLUMN_GAP, exact, gap_look(line));
    look.size = 10;
    look.wrap = false;
    if (within) {
        line_number(line, column, overstep_formula(line), overstep(row), exact, &look);
        return;
    }
    line_number(line, column, formula_difference(line->book, line->actual, line->target),
                result_difference(line_actual(row), line_target(row)), exact, &look);
}

static void write_comparison(const struct line *line) {
    if (!row_has_bounds(line->row)) {
        table_text(line, TABLE_ATTAINMENT, "", ALIGN_RIGHT);
    } else if (row_shows_percent(line->book->card, line->row)) {
        write_percent(line);
    } else {
        line_gap(line, TABLE_ATTAINMENT);
    }
}

static void write_vs_last_year(const struct line *line) {
    struct result last = quantity_result(line->row->is[M_SAME]);
    struct result actual = line_actual(line->row);
    const char *data = line_data(line, "DL_CUNG_KY");
    if (in_points(line)) {
        bool crosses = line->row->is[M_VS_LAST_YEAR].why == UNDEFINED_BOUNDARY;
        struct result points = result_difference(actual, last);
        struct look look = line_number_look(line, COLUMN_ACTUAL, points, gap_look(line));
        look.size = 10;
        line_number(line, TABLE_VS_LAST_YEAR, formula_difference(line->book, line->actual, data),
                    points, crosses ? nothing : points, &look);
        return;
    }
    struct result exact = quantity_result(line->row->is[M_VS_LAST_YEAR]);
    struct number_look number = {.percent = true};
    struct look look = line_number_look(line, COLUMN_VS_LAST_YEAR, exact, number);
    line_number(line, TABLE_VS_LAST_YEAR, formula_share(line->book, line->actual, data),
                result_share(actual, last), exact, &look);
}

static void write_forecast(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_RUN_RATE]);
    struct number_look number = {0};
    struct look look = line_number_look(line, COLUMN_FORECAST, exact, number);
    if (line->indicator->kind != KIND_FLOW) {
        line_text(line, TABLE_FORECAST, "", &look);
        return;
    }
    const char *data = line_data(line, "DL_DU_BAO");
    const char *formula = formula_known(line->book, data, data);
    line_number(line, TABLE_FORECAST, formula, exact, exact, &look);
}

static void write_left(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_LEFT]);
    struct number_look number = {0};
    struct look look = line_number_look(line, COLUMN_LEFT, exact, number);
    if (!row_has_bounds(row) || !bounds_leave(&row->bounds, line->indicator->better)) {
        line_text(line, TABLE_LEFT, "", &look);
        return;
    }
    struct result live = result_difference(line_target(row), line_actual(row));
    if (live.known && ratio_sign(live.value) < 0) {
        live.value = ratio_int(0);
    }
    const char *formula = FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),\"\",MAX({1}-{0},0))",
                                  line->actual, line->target);
    line_number(line, TABLE_LEFT, formula, live, exact, &look);
}

/* ---- words ---- */

static void write_status(const struct line *line) {
    struct cell cell;
    table_cell(line->book->card, line->index, COLUMN_STATUS, line->book->lang, &cell);
    struct look look = line_look(line, ALIGN_LEFT);
    look.italic = false;
    look.indent = 1;
    sheet_formula_text(line->sheet, line->at, line->layout->at[TABLE_STATUS],
                       line_data(line, "DL_DANH_GIA"), cell.text, &look);
}

/* "phải trên 60" where a strict bound was hit exactly: 100,0 % alone would look like a success. */
static const char *strict_words(const struct line *line, bool more_follows) {
    const struct row *row = line->row;
    bool above = row->bounds.kind == TARGET_MORE_THAN;
    bool strict = above || row->bounds.kind == TARGET_LESS_THAN;
    if (!strict || !row_has_bounds(row) || !row->has_actual ||
        ratio_cmp(row->low, row_decides(row)) != 0) {
        return "";
    }
    char bound[PRINTED_TEXT];
    char words[CELL_TEXT_SIZE];
    figure_print(row_decides(row), line->indicator, NULL, 0, line->book->lang, bound);
    phrase_text(above ? PHRASE_STRICT_ABOVE : PHRASE_STRICT_BELOW, line->book->lang,
                (const char *const[PHRASE_WORDS]){bound}, words, sizeof words);
    return workbook_text(line->book, "%s%s", words, more_follows ? "; " : "");
}

/* Characters of a size that a column has room for; 0 when it is not seen. */
static int room(const struct line *line, int column, double size) {
    uint16_t at = line->layout->at[column];
    if (at >= line->layout->count) {
        return 0;
    }
    double pixels = line->layout->width[at] * 7 + 5 - 14; /* digits of 7; margins and an indent */
    return (int)(pixels / 6.24 * 12 / size);              /* see text_lines() */
}

/* Lines that a text takes in a column, none where it is not seen. */
static int lines_in(const struct line *line, int column, const char *text, double size) {
    int characters = room(line, column, size);
    return characters > 0 && text != NULL ? text_lines(text, characters) : 0;
}

/* Name, note and source, and how much room their lines take. */
static void write_words(const struct line *line, bool first_part) {
    enum { DEEPEST = 5, LEAST = 26 };
    static const char *const of_which[LANG_COUNT] = {"Trong đó: ", "Of which: "};
    struct workbook *book = line->book;
    struct cell cell;
    table_cell(book->card, line->index, COLUMN_NOTE, book->lang, &cell);
    const char *note = cell.full_text != NULL ? cell.full_text : cell.text;
    note =
        FORMULA(book, "{0}{1}", strict_words(line, note[0] != '\0'), note); /* cell is used again */
    table_cell(book->card, line->index, COLUMN_SOURCE, book->lang, &cell);
    const char *source = cell.full_text != NULL ? cell.full_text : cell.text;
    const char *name = workbook_name(book, line->row);
    if (line->part) {
        name = FORMULA(book, "{0}{1}", first_part ? of_which[book->lang] : "– ", name);
    }
    int depth = line->row->depth < DEEPEST ? line->row->depth : DEEPEST;
    struct look look = line_look(line, ALIGN_LEFT);
    look.indent = (uint8_t)(1 + depth);
    line_text(line, TABLE_NAME, name, &look);
    table_text(line, TABLE_UNIT, line->indicator->unit.text, ALIGN_CENTRE);
    look = line_look(line, ALIGN_LEFT);
    look.size = 9.5;
    look.indent = 1;
    look.italic = true;
    look.ink = COLOUR_MUTED;
    line_text(line, TABLE_NOTE, note, &look);
    line_text(line, TABLE_SOURCE, source, &look);
    int names = text_lines(name, room(line, TABLE_NAME, 12) - 2 * depth);
    int units = lines_in(line, TABLE_UNIT, line->indicator->unit.text, 12);
    int notes = lines_in(line, TABLE_NOTE, note, 11.2);
    int sources = lines_in(line, TABLE_SOURCE, source, 11.2);
    table_cell(book->card, line->index, COLUMN_STATUS, book->lang, &cell);
    int statuses = lines_in(line, TABLE_STATUS, cell.text, 12);
    names = units > names ? units : names;
    double height = (statuses > names ? statuses : names) * 15.5 + 7;
    double noted = (notes > sources ? notes : sources) * 12.0 + 5;
    double highest = height > noted ? height : noted;
    sheet_height(line->sheet, line->at, highest > LEAST ? highest : LEAST);
}

static void write_helpers(const struct line *line) {
    static const struct look look = {.size = 9, .ink = COLOUR_MUTED};
    const char *key = line->book->keys[line->index];
    const char *match = FORMULA(line->book, "MATCH({0},DL_KHOA,0)", own_cell(line, TABLE_KEY));
    const uint16_t *at = line->layout->at;
    line_text(line, TABLE_KEY, key, &look);
    sheet_formula_number(line->sheet, line->at, at[TABLE_LINE], match, line->index + 1, &look);
    bool counted = line->row->goal;
    sheet_formula_number(line->sheet, line->at, at[TABLE_COUNTED], line_data(line, "DL_TINH"),
                         counted, &look);
}

/* The words behind target and actual, for whoever points at them. */
static void write_sources(const struct line *line) {
    const struct layout *layout = line->layout;
    if (layout->at[TABLE_TARGET] < layout->count) {
        sheet_comment(line->sheet, line->at, layout->at[TABLE_TARGET],
                      workbook_target_source(line->book, line->row));
    }
    if (layout->at[TABLE_ACTUAL] < layout->count) {
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
    table_text(&line, TABLE_UNIT, line.indicator->unit.text, ALIGN_CENTRE);
    write_target(&line);
    write_actual(&line);
    write_comparison(&line);
    write_status(&line);
    write_helpers(&line);
}

void workbook_row(struct workbook *book, struct sheet *sheet, int row, uint32_t at, int number,
                  bool first_part) {
    struct line line = line_of(book, sheet, book->spots[row].layout, row, at);
    line.part = number == 0;
    struct look look = line_look(&line, ALIGN_CENTRE);
    if (number > 0) {
        sheet_number(sheet, at, TABLE_NUMBER, number, &look);
    } else {
        sheet_text(sheet, at, TABLE_NUMBER, "", &look);
    }
    write_words(&line, first_part);
    line_copy(&line, TABLE_LAST_YEAR, COLUMN_LAST_YEAR, "DL_NAM_TRUOC", line.row->is[M_BASE],
              (struct number_look){0});
    write_target(&line);
    write_actual(&line);
    write_comparison(&line);
    write_vs_last_year(&line);
    line_copy(&line, TABLE_ESTIMATE, COLUMN_ESTIMATE, "DL_UOC", line.row->is[M_ESTIMATE],
              (struct number_look){0});
    write_forecast(&line);
    write_left(&line);
    write_status(&line);
    line_extra(&line);
    write_helpers(&line);
    write_sources(&line);
}
