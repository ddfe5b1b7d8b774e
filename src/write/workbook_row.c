/* One line of the official table: live formulas beside their exact results. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook.h"

/* A line being written. */
struct line {
    struct workbook *book;
    struct sheet *sheet;
    int index; /* of the row in the scorecard */
    const struct row *row;
    const struct indicator *indicator;
    uint32_t at;        /* the sheet's row */
    bool part;          /* set in italics, without number */
    const char *actual; /* formula term of A */
    const char *target; /* formula term of T, the bound that decides */
};

static const struct result nothing = {false, {0, 0}};

/* ---- the exact side ---- */

static bool has_bounds(const struct row *row) {
    return row->has_target && row->bounds_known && row->bounds.kind != TARGET_DONE;
}

static bool same_result(struct result a, struct result b) {
    return a.known == b.known && (!a.known || ratio_cmp(a.value, b.value) == 0);
}

static bool in_points(const struct line *line) {
    return unit_is_percent(&line->indicator->unit);
}

bool row_shows_percent(const struct scorecard *card, const struct row *row) {
    const struct indicator *indicator = &card->book->indicators[row->indicator];
    bool goal = row->bounds.kind != TARGET_RANGE && row->bounds.kind != TARGET_WITHIN;
    return has_bounds(row) && goal && !row->ceiling && indicator->better == BETTER_HIGHER &&
           indicator->kind != KIND_RATE && indicator->kind != KIND_DONE &&
           !unit_is_percent(&indicator->unit) && row->attainment.why != UNDEFINED_TARGET_ZERO &&
           row->attainment.why != UNDEFINED_NEGATIVE;
}

/* ---- the sheet's side ---- */

static const char *own_cell(const struct line *line, uint16_t column) {
    char cell[CELL_NAME];
    return workbook_text(line->book, "%s", cell_name(line->at, column, false, true, cell));
}

/* The cell of the data sheet in a named column, on this line's row. */
static const char *data_cell(const struct line *line, const char *name) {
    return workbook_text(line->book, "INDEX(%s,%s)", name, own_cell(line, TABLE_LINE));
}

static struct look base_look(const struct line *line, enum align align) {
    return (struct look){.size = 12,
                         .border = COLOUR_GRID,
                         .italic = line->part,
                         .align = align,
                         .wrap = align != ALIGN_RIGHT,
                         .shrink = align == ALIGN_RIGHT};
}

static void table_text(const struct line *line, uint16_t column, const char *text,
                       enum align align) {
    struct look look = base_look(line, align);
    look.wrap = true;
    look.shrink = false;
    sheet_text(line->sheet, line->at, column, text, &look);
}

/* A live cell whose formula gives `live`, where the row says `exact`. Where the two differ the
 * rules know more than a formula can (a boundary that changed, milestones): the exact figure then
 * stands as it is. */
static void live_number(const struct line *line, uint16_t column, const char *formula,
                        struct result live, struct result exact, const struct look *look) {
    struct shown *shown = workbook_shown(line->book, line->index, (enum table_column_id)column);
    *shown = (struct shown){.live = true, .known = exact.known, .code = look->number};
    shown->value = exact.known ? ratio_double(exact.value) : 0;
    if (!same_result(live, exact)) {
        if (exact.known) {
            sheet_number(line->sheet, line->at, column, ratio_double(exact.value), look);
        } else {
            sheet_text(line->sheet, line->at, column, "", look);
        }
    } else if (exact.known) {
        sheet_formula_number(line->sheet, line->at, column, formula, ratio_double(exact.value),
                             look);
    } else {
        sheet_formula_text(line->sheet, line->at, column, formula, "", look);
    }
}

/* The look of a number of a table's column. `shown` is rounded by the sheet: percentages are
 * times 100. */
static struct look number_look_of(const struct line *line, enum column_id column,
                                  struct result result, struct number_look number) {
    struct cell cell;
    table_cell(line->book->card, line->index, column, line->book->lang, &cell);
    struct ratio shown = number.percent ? ratio_mul(result.value, ratio_int(100)) : result.value;
    if (result.known) {
        number.decimals = safe_decimals(&cell, shown, line->book->lang);
    } else {
        number.decimals = number.percent ? 1 : line->indicator->decimals;
    }
    struct look look = base_look(line, ALIGN_RIGHT);
    look.number = number_code(line->book, number);
    return look;
}

/* A figure of the data sheet as it is. */
static void copied(const struct line *line, uint16_t column, enum column_id shown, const char *name,
                   struct quantity quantity) {
    const char *cell = data_cell(line, name);
    const char *formula = workbook_text(line->book, "IF(%s=\"\",\"\",%s)", cell, cell);
    struct result result = quantity_result(quantity);
    struct number_look number = {0};
    struct look look = number_look_of(line, shown, result, number);
    live_number(line, column, formula, result, result, &look);
}

/* ---- plan and actual ---- */

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
        *value = row->deciding;
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
        return workbook_text(line->book, "%s – ", low);
    case TARGET_GROW:
        return row->ceiling ? "≤ " : "≥ ";
    default:
        return workbook_text(line->book, "%s%s", target_sign(row->bounds.kind),
                             target_sign(row->bounds.kind)[0] != '\0' ? " " : "");
    }
}

static void write_target(struct line *line) {
    const struct row *row = line->row;
    struct ratio value = {0, 0};
    if (!has_bounds(row) || row->each_group) { /* "each member ≥ 20" is no number */
        struct cell cell;
        table_cell(line->book->card, line->index, COLUMN_TARGET, line->book->lang, &cell);
        table_text(line, TABLE_TARGET, row->has_target ? cell.text : "", ALIGN_RIGHT);
        line->target = data_cell(line, "DL_KH");
        return;
    }
    const char *name = shown_bound(row, &value);
    const char *data = data_cell(line, name);
    const char *formula = workbook_text(line->book, "IF(%s=\"\",\"\",%s)", data, data);
    struct result result = {ratio_valid(value), value};
    struct number_look number = {.prefix = target_prefix(line)};
    struct look look = number_look_of(line, COLUMN_TARGET, result, number);
    live_number(line, TABLE_TARGET, formula, result, result, &look);
    bool decides = result.known && ratio_cmp(value, row->deciding) == 0;
    line->target = decides ? own_cell(line, TABLE_TARGET) : data_cell(line, "DL_KH");
}

/* The words before a reported number: "hơn ", "3,8 – ". */
static const char *actual_prefix(const struct line *line, bool interval) {
    const char *hedge = hedge_label(line->row->hedge, line->book->lang);
    char low[PRINTED_TEXT] = "";
    if (interval) {
        figure_print(line->row->low, line->indicator, NULL, 0, line->book->lang, low);
    }
    return workbook_text(line->book, "%s%s%s%s", hedge, hedge[0] != '\0' ? " " : "", low,
                         interval ? " – " : "");
}

static void write_actual(struct line *line) {
    const struct row *row = line->row;
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    const char *data = data_cell(line, interval ? "DL_TH_TREN" : "DL_TH");
    const char *formula = workbook_text(line->book, "IF(%s=\"\",\"\",%s)", data, data);
    struct result result = {row->has_actual, row->high};
    struct number_look number = {.prefix = row->has_actual ? actual_prefix(line, interval) : NULL};
    struct look look = number_look_of(line, COLUMN_ACTUAL, result, number);
    look.bold = true;
    if (line->indicator->kind == KIND_DONE) {
        look.number = line->book->lang == LANG_VI ? "\"có\"_);;\"không\"_)" : "\"yes\"_);;\"no\"_)";
    }
    live_number(line, TABLE_ACTUAL, formula, result, result, &look);
    line->actual = interval ? data_cell(line, "DL_TH") : own_cell(line, TABLE_ACTUAL);
}

/* ---- comparisons ---- */

static struct result actual_of(const struct row *row) {
    return (struct result){row->has_actual && ratio_valid(row->low), row->low};
}

static struct result target_value(const struct row *row) {
    return (struct result){has_bounds(row) && ratio_valid(row->deciding), row->deciding};
}

/* a / b where b is above 0 and a not below. */
static struct result share(struct result a, struct result b) {
    if (!a.known || !b.known || ratio_sign(a.value) < 0 || ratio_sign(b.value) <= 0) {
        return nothing;
    }
    return (struct result){true, ratio_div(a.value, b.value)};
}

static struct result difference(struct result a, struct result b) {
    if (!a.known || !b.known) {
        return nothing;
    }
    return (struct result){true, ratio_sub(a.value, b.value)};
}

static const char *share_formula(const struct line *line, const char *a, const char *b) {
    return workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),\"\",IF(OR(%s<0,%s<=0),\"\",%s/%s))",
                         a, b, a, b, a, b);
}

static const char *difference_formula(const struct line *line, const char *a, const char *b) {
    return workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),\"\",%s-%s)", a, b, a, b);
}

/* How a difference reads: "+4,0 điểm %", "+4 HTX"; long units stand in their own column only. */
static struct number_look gap_look(const struct line *line) {
    enum { SHORT_UNIT = 6 };
    bool vi = line->book->lang == LANG_VI;
    const char *unit = line->indicator->unit.text;
    if (in_points(line)) {
        return (struct number_look){.suffix = vi ? " điểm %" : " pp", .sign = true};
    }
    size_t length = text_width(unit, strlen(unit));
    bool shown = length > 0 && length <= SHORT_UNIT;
    return (struct number_look){.suffix = shown ? workbook_text(line->book, " %s", unit) : NULL,
                                .sign = true};
}

static void write_percent(const struct line *line) {
    struct result exact = quantity_result(line->row->attainment);
    struct result live = share(actual_of(line->row), target_value(line->row));
    bool interval = line->row->has_actual && ratio_cmp(line->row->low, line->row->high) != 0;
    struct number_look number = {.percent = true, .prefix = interval ? "≥ " : NULL};
    struct look look = number_look_of(line, COLUMN_ATTAINMENT, exact, number);
    live_number(line, TABLE_ATTAINMENT, share_formula(line, line->actual, line->target), live,
                exact, &look);
}

/* Within: the distance to the bound that was overstepped, 0 inside. */
static struct result overstep(const struct row *row) {
    struct result a = actual_of(row);
    if (!a.known || !has_bounds(row)) {
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
    const char *low = data_cell(line, "DL_KH_DUOI");
    const char *high = data_cell(line, "DL_KH_TREN");
    return workbook_text(line->book,
                         "IF(OR(%s=\"\",%s=\"\",%s=\"\"),\"\",IF(%s<%s,%s-%s,IF(%s>%s,%s-%s,0)))",
                         a, low, high, a, low, a, low, a, high, a, high);
}

static void write_gap(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->gap);
    bool within = row->bounds.kind == TARGET_WITHIN;
    struct look look = number_look_of(line, COLUMN_GAP, exact, gap_look(line));
    look.size = 10;
    look.wrap = false;
    if (within) {
        live_number(line, TABLE_ATTAINMENT, overstep_formula(line), overstep(row), exact, &look);
        return;
    }
    live_number(line, TABLE_ATTAINMENT, difference_formula(line, line->actual, line->target),
                difference(actual_of(row), target_value(row)), exact, &look);
}

static void write_comparison(const struct line *line) {
    if (!has_bounds(line->row)) {
        table_text(line, TABLE_ATTAINMENT, "", ALIGN_RIGHT);
    } else if (row_shows_percent(line->book->card, line->row)) {
        write_percent(line);
    } else {
        write_gap(line);
    }
}

static void write_vs_last_year(const struct line *line) {
    struct result last = quantity_result(line->row->last_year_same);
    struct result actual = actual_of(line->row);
    const char *data = data_cell(line, "DL_CUNG_KY");
    if (in_points(line)) {
        bool crosses = line->row->vs_last_year.why == UNDEFINED_BOUNDARY;
        struct result points = difference(actual, last);
        struct look look = number_look_of(line, COLUMN_ACTUAL, points, gap_look(line));
        look.size = 10;
        live_number(line, TABLE_VS_LAST_YEAR, difference_formula(line, line->actual, data), points,
                    crosses ? nothing : points, &look);
        return;
    }
    struct result exact = quantity_result(line->row->vs_last_year);
    struct number_look number = {.percent = true};
    struct look look = number_look_of(line, COLUMN_VS_LAST_YEAR, exact, number);
    live_number(line, TABLE_VS_LAST_YEAR, share_formula(line, line->actual, data),
                share(actual, last), exact, &look);
}

static void write_forecast(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->forecast_run_rate);
    struct number_look number = {0};
    struct look look = number_look_of(line, COLUMN_FORECAST, exact, number);
    if (line->indicator->kind != KIND_FLOW) {
        sheet_text(line->sheet, line->at, TABLE_FORECAST, "", &look);
        return;
    }
    const char *formula = share_formula(line, line->actual, data_cell(line, "DL_THOI_GIAN"));
    live_number(line, TABLE_FORECAST, formula, share(actual_of(row), quantity_result(row->elapsed)),
                exact, &look);
}

static void write_left(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->left);
    struct number_look number = {0};
    struct look look = number_look_of(line, COLUMN_LEFT, exact, number);
    bool counts_up = has_bounds(row) && !row->ceiling && row->bounds.kind != TARGET_WITHIN &&
                     line->indicator->better == BETTER_HIGHER;
    if (!counts_up) {
        sheet_text(line->sheet, line->at, TABLE_LEFT, "", &look);
        return;
    }
    struct result live = difference(target_value(row), actual_of(row));
    if (live.known && ratio_sign(live.value) < 0) {
        live.value = ratio_int(0);
    }
    const char *formula = workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),\"\",MAX(%s-%s,0))",
                                        line->actual, line->target, line->target, line->actual);
    live_number(line, TABLE_LEFT, formula, live, exact, &look);
}

/* ---- words ---- */

static void write_status(const struct line *line) {
    struct cell cell;
    table_cell(line->book->card, line->index, COLUMN_STATUS, line->book->lang, &cell);
    struct look look = base_look(line, ALIGN_LEFT);
    look.italic = false;
    look.indent = 1;
    sheet_formula_text(line->sheet, line->at, TABLE_STATUS, data_cell(line, "DL_DANH_GIA"),
                       cell.text, &look);
}

/* "phải trên 60" where a strict bound was hit exactly: 100,0 % alone would look like a success. */
static const char *strict_words(const struct line *line, bool more_follows) {
    const struct row *row = line->row;
    bool above = row->bounds.kind == TARGET_MORE_THAN;
    bool strict = above || row->bounds.kind == TARGET_LESS_THAN;
    if (!strict || !has_bounds(row) || !row->has_actual ||
        ratio_cmp(row->low, row->deciding) != 0) {
        return "";
    }
    char bound[PRINTED_TEXT];
    char words[CELL_TEXT_SIZE];
    figure_print(row->deciding, line->indicator, NULL, 0, line->book->lang, bound);
    phrase_text(above ? PHRASE_STRICT_ABOVE : PHRASE_STRICT_BELOW, line->book->lang,
                (const char *const[PHRASE_WORDS]){bound}, words, sizeof words);
    return workbook_text(line->book, "%s%s", words, more_follows ? "; " : "");
}

/* The name, and how much room its lines and the note's take. */
static void write_words(const struct line *line, bool first_part) {
    enum {
        NAME_CHARACTERS = 37,
        NOTE_CHARACTERS = 27,
        UNIT_CHARACTERS = 13,
        STATUS_CHARACTERS = 22
    };
    static const char *const of_which[LANG_COUNT] = {"Trong đó: ", "Of which: "};
    struct workbook *book = line->book;
    struct cell note;
    table_cell(book->card, line->index, COLUMN_NOTE, book->lang, &note);
    const char *words = note.full_text != NULL ? note.full_text : note.text;
    words = workbook_text(book, "%s%s", strict_words(line, words[0] != '\0'), words);
    const char *name = indicator_name(line->indicator, book->lang);
    if (line->part) {
        name = workbook_text(book, "%s%s", first_part ? of_which[book->lang] : "– ", name);
    }
    struct look look = base_look(line, ALIGN_LEFT);
    look.indent = (uint8_t)(1 + (line->row->depth < 5 ? line->row->depth : 5));
    sheet_text(line->sheet, line->at, TABLE_NAME, name, &look);
    table_text(line, TABLE_UNIT, line->indicator->unit.text, ALIGN_CENTRE);
    look = base_look(line, ALIGN_LEFT);
    look.size = 9.5;
    look.indent = 1;
    look.italic = true;
    look.ink = COLOUR_MUTED;
    sheet_text(line->sheet, line->at, TABLE_NOTE, words, &look);
    int names = text_lines(name, NAME_CHARACTERS - 2 * line->row->depth);
    int units = text_lines(line->indicator->unit.text, UNIT_CHARACTERS);
    struct cell status;
    table_cell(book->card, line->index, COLUMN_STATUS, book->lang, &status);
    int statuses = text_lines(status.text, STATUS_CHARACTERS);
    int notes = text_lines(words, NOTE_CHARACTERS);
    names = units > names ? units : names;
    double height = (statuses > names ? statuses : names) * 15.5 + 7;
    double noted = notes * 12.0 + 5;
    double highest = height > noted ? height : noted;
    sheet_height(line->sheet, line->at, highest > 26 ? highest : 26);
}

static void write_helpers(const struct line *line) {
    static const struct look look = {.size = 9, .ink = COLOUR_MUTED};
    const char *key = line->book->keys[line->index];
    const char *match = workbook_text(line->book, "MATCH(%s,DL_KHOA,0)", own_cell(line, TABLE_KEY));
    sheet_text(line->sheet, line->at, TABLE_KEY, key, &look);
    sheet_formula_number(line->sheet, line->at, TABLE_LINE, match, line->index + 1, &look);
    bool counted = line->row->goal;
    sheet_formula_number(line->sheet, line->at, TABLE_COUNTED, data_cell(line, "DL_TINH"), counted,
                         &look);
}

void workbook_row(struct workbook *book, struct sheet *sheet, int row, uint32_t at, int number,
                  bool first_part) {
    struct line line = {.book = book,
                        .sheet = sheet,
                        .index = row,
                        .at = at,
                        .row = &book->card->rows[row],
                        .part = number == 0};
    line.indicator = &book->card->book->indicators[line.row->indicator];
    struct look look = base_look(&line, ALIGN_CENTRE);
    if (number > 0) {
        sheet_number(sheet, at, TABLE_NUMBER, number, &look);
    } else {
        sheet_text(sheet, at, TABLE_NUMBER, "", &look);
    }
    write_words(&line, first_part);
    copied(&line, TABLE_LAST_YEAR, COLUMN_LAST_YEAR, "DL_NAM_TRUOC", line.row->baseline);
    write_target(&line);
    write_actual(&line);
    write_comparison(&line);
    write_vs_last_year(&line);
    copied(&line, TABLE_ESTIMATE, COLUMN_ESTIMATE, "DL_UOC", line.row->estimate);
    write_forecast(&line);
    write_left(&line);
    write_status(&line);
    write_helpers(&line);
}
