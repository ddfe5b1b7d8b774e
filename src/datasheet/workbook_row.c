/* SPDX-License-Identifier: MIT */
/* One line of an official table: numbers copied from the sheet of all numbers, in their look. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "phrase.h"
#include "rule.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook_common.h"

/* A line being written. */
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

/* ---- the sheet's side ---- */

static const char *own_cell(const struct line *line, int column) {
    return formula_cell(line->book, line->at, line->layout->at[column], false);
}

/* The cell of the data in a named column, on this line's row. */
static const char *line_data(const struct line *line, const char *name) {
    return FORMULA(line->book, "INDEX({0},{1})", name, line->found);
}

/* How its cells look. */
static struct look line_look(const struct line *line, enum align align) {
    return (struct look){.size = 12,
                         .border = COLOUR_GRID,
                         .paper = line->paper,
                         .italic = line->part,
                         .align = align,
                         .wrap = align != ALIGN_RIGHT,
                         .shrink = align == ALIGN_RIGHT};
}

static void line_text(const struct line *line, int column, const char *text,
                      const struct look *look) {
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

/* A live cell. */
static void line_number(const struct line *line, int column, const char *formula,
                        struct result exact, const struct look *look) {
    uint16_t at = line->layout->at[column];
    struct shown *shown = workbook_shown(line->book, line->index, (enum table_column_id)column);
    if (at == NO_COLUMN) {
        return;
    }
    *shown = (struct shown){.live = true, .known = exact.known, .code = look->number};
    if (exact.known) {
        shown->value = ratio_double(exact.value);
        sheet_formula_number(line->sheet, line->at, at, formula, shown->value, look);
    } else {
        sheet_formula_text(line->sheet, line->at, at, formula, "", look);
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

/* ---- plan and actual ---- */

/* The upper end of two, while the lower one is what the cell's format says: else both in words. */
static const char *two_ends(const struct line *line, const char *low, const char *high,
                            struct ratio said) {
    return FORMULA(line->book,
                   "IF(OR({0}=\"\",{1}=\"\"),\"\",IF(ROUND({0}-({2}),9)=0,{1},{0}&\" – \"&{1}))",
                   low, high, formula_number(line->book, ratio_double(said)));
}

static bool two_bounds(const struct row *row) {
    return row->bounds.kind == TARGET_RANGE || row->bounds.kind == TARGET_WITHIN;
}

/* Which bound the plan's cell shows; the other one of a range stands in its format. */
static enum measure shown_bound(const struct row *row) {
    bool low = (target_numbers(row->bounds.kind) & HAS_LOW) != 0;
    return row->bounds.kind == TARGET_GROW ? M_STATED : low && !two_bounds(row) ? M_LOW : M_HIGH;
}

/* The words before a plan's number: "≥ ", "30 – ". */
static const char *target_prefix(const struct line *line) {
    const struct row *row = line->row;
    char low[PRINTED_TEXT];
    const char *sign = target_sign(row->bounds.kind);
    if (two_bounds(row)) {
        figure_print(row->bounds.low, line->indicator, NULL, 0, line->book->lang, low);
        return FORMULA(line->book, "{0} – ", low);
    }
    if (row->bounds.kind == TARGET_GROW) {
        return row->ceiling ? "≤ " : "≥ ";
    }
    return FORMULA(line->book, "{0}{1}", sign, sign[0] != '\0' ? " " : "");
}

static void write_target(const struct line *line) {
    const struct row *row = line->row;
    if (!row_has_bounds(row) || row->each_group) { /* "each member ≥ 20" is no number */
        struct cell cell;
        table_cell(line->book->card, line->index, COLUMN_TARGET, line->book->lang, &cell);
        table_text(line, TABLE_TARGET, row->has_target ? cell.text : "", ALIGN_RIGHT);
        return;
    }
    enum measure bound = shown_bound(row);
    struct ratio value = bound == M_STATED ? row_decides(row)
                         : bound == M_LOW  ? row->bounds.low
                                           : row->bounds.high;
    const char *data = line_data(line, data_name(bound));
    const char *formula = formula_known(line->book, data, data);
    if (two_bounds(row)) {
        formula = two_ends(line, line_data(line, data_name(M_LOW)), data, row->bounds.low);
    }
    struct result result = {ratio_valid(value), value};
    struct number_look number = {.prefix = target_prefix(line)};
    struct look look = number_look_of(line, COLUMN_TARGET, result, number);
    line_number(line, TABLE_TARGET, formula, result, &look);
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

static void write_actual(const struct line *line) {
    const struct row *row = line->row;
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    const char *data = line_data(line, data_name(interval ? M_ACTUAL_HIGH : M_ACTUAL));
    const char *formula = formula_known(line->book, data, data);
    if (interval) {
        formula = two_ends(line, line_data(line, data_name(M_ACTUAL)), data, row->low);
    }
    struct result result = {row->has_actual, row->high};
    struct number_look number = {.prefix = row->has_actual ? actual_prefix(line, interval) : NULL};
    struct look look = number_look_of(line, COLUMN_ACTUAL, result, number);
    look.bold = true;
    if (line->indicator->kind == KIND_DONE) {
        look.number = phrase(PHRASE_SHEET_YES_NO_CODE, line->book->lang);
        if (row->rolled_up) { /* how many say yes */
            look.number = workbook_text(line->book, "0\"/%d\"_)", row->members_total);
        }
    }
    line_number(line, TABLE_ACTUAL, formula, result, &look);
}

/* ---- figures ---- */

/* How a difference reads: "+4,0 điểm %", "+4 HTX"; long units stand in their own column
 * only. */
static struct number_look gap_look(const struct line *line) {
    enum { SHORT_UNIT = 6 };
    const char *unit = line->indicator->unit.text;
    if (unit_is_percent(&line->indicator->unit)) {
        return (struct number_look){
            .suffix = FORMULA(line->book, " {0}", phrase(PHRASE_POINTS, line->book->lang)),
            .sign = true};
    }
    size_t length = text_width(unit, strlen(unit));
    bool shown = length > 0 && length <= SHORT_UNIT;
    return (struct number_look){.suffix = shown ? FORMULA(line->book, " {0}", unit) : NULL,
                                .sign = true};
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

/* The measure that a row shows in a column, and the column whose look it has there: a percentage
 * gives way to a difference where the unit is % already, or the row has none. */
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
    bool gap = column == COLUMN_ATTAINMENT && !row_shows_percent(book->card, row);
    return gap ? COLUMN_GAP : column;
}

static struct figure_column figure_of(const struct workbook *book, const struct row *row,
                                      enum table_column_id column) {
    enum column_id cell = in_points(book, row, official_column(column));
    enum measure m = table_column(cell)->measure;
    return (struct figure_column){column == TABLE_TARGET_ORIGINAL ? M_DECIDES_FIRST : m, cell};
}

enum measure row_measure(const struct workbook *book, int index, enum table_column_id column) {
    const struct row *row = &book->card->rows[index];
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    if (column == TABLE_ACTUAL) {
        return interval ? MEASURE_COUNT : M_ACTUAL;
    }
    if (column == TABLE_TARGET) {
        return two_bounds(row) || !row_has_bounds(row) || row->each_group ? MEASURE_COUNT
                                                                          : shown_bound(row);
    }
    return figure_of(book, row, column).measure;
}

static struct number_look presented(const struct line *line, enum table_column_id column,
                                    enum figure_look as) {
    const struct row *row = line->row;
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    struct number_look look = {.percent = as == LOOK_PERCENT};
    if (as == LOOK_DIFFERENCE) {
        return gap_look(line);
    }
    if (column == TABLE_TARGET_ORIGINAL && row->ceiling) {
        look.prefix = "≤ ";
    }
    if (column == TABLE_ATTAINMENT && (interval || row->partial != PARTIAL_NOT)) {
        look.prefix = "≥ ";
    }
    return look;
}

/* A measure as it stands in the data; nothing where such rows never have it. */
static void write_figure(const struct line *line, enum table_column_id column) {
    struct figure_column figure = figure_of(line->book, line->row, column);
    if (line->layout->at[column] == NO_COLUMN || figure.measure == MEASURE_COUNT) {
        return;
    }
    enum figure_look as = table_column(figure.cell)->look;
    struct result exact = quantity_result(line->row->is[figure.measure]);
    struct look look = number_look_of(line, figure.cell, exact, presented(line, column, as));
    look.size = as == LOOK_DIFFERENCE ? 10 : look.size;
    const struct expr *rule = workbook_plan(line->book, line->index)->rule[figure.measure];
    bool never = rule != NULL && expr_never(rule);
    if (never || (column == TABLE_ATTAINMENT && !row_has_bounds(line->row))) {
        line_text(line, column, "", &look);
        return;
    }
    const char *cell = line_data(line, data_name(figure.measure));
    line_number(line, column, formula_known(line->book, cell, cell), exact, &look);
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

static void write_by(const struct line *line) {
    struct cell cell;
    struct look look = line_look(line, ALIGN_LEFT);
    table_cell(line->book->card, line->index, COLUMN_TARGET_BY, line->book->lang, &cell);
    look.size = 10;
    look.indent = 1;
    line_text(line, TABLE_TARGET_BY, cell.full_text != NULL ? cell.full_text : cell.text, &look);
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

/* The row's note; of a part whose whole says the same, that it does. */
static const char *note_of(const struct line *line) {
    struct workbook *book = line->book;
    struct cell cell;
    struct cell above;
    table_cell(book->card, line->index, COLUMN_NOTE, book->lang, &cell);
    const char *note = cell.full_text != NULL ? cell.full_text : cell.text;
    note =
        FORMULA(book, "{0}{1}", strict_words(line, note[0] != '\0'), note); /* cell is used again */
    if (!line->part || line->row->part_of == NONE || lines_in(line, TABLE_NOTE, note, 11.2) < 2) {
        return note;
    }
    table_cell(book->card, line->row->part_of, COLUMN_NOTE, book->lang, &above);
    bool same = strcmp(note, above.full_text != NULL ? above.full_text : above.text) == 0;
    return same ? phrase(PHRASE_AS_ABOVE, book->lang) : note;
}

/* As much of the note as is read at a glance; sheet "Dữ liệu" has all of it. */
static const char *note_shown(const struct line *line) {
    enum { MOST_LINES = 4, LOST = 4 }; /* columns that breaking lines between words takes */
    const char *note = note_of(line);
    int columns = room(line, TABLE_NOTE, 11.2);
    if (columns <= LOST || text_lines(note, columns) <= MOST_LINES) {
        return note;
    }
    return workbook_cut(line->book, note, (size_t)MOST_LINES * (size_t)(columns - LOST));
}

/* Name, note and source, and how much room their lines take. */
static void write_words(const struct line *line, bool first_part) {
    enum { DEEPEST = 5, LEAST = 26 };
    static const char *const of_which[LANG_COUNT] = {"Trong đó: ", "Of which: "};
    struct workbook *book = line->book;
    struct cell cell;
    const char *note = note_shown(line);
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
    write_figure(&line, TABLE_ATTAINMENT);
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
    write_by(&line);
    write_target(&line);
    write_actual(&line);
    write_day(&line);
    for (int column = 0; column < TABLE_SHOWN; column++) {
        write_figure(&line, (enum table_column_id)column);
    }
    write_status(&line);
    write_helpers(&line);
    write_sources(&line);
}
