/* SPDX-License-Identifier: MIT */
/* The columns of an official table that stand only where they are asked for. */
#include "sheet_clean.h"
#include "workbook_row.h"

static bool wanted(const struct line *line, enum table_column_id column) {
    return line->layout->at[column] != NO_COLUMN;
}

/* ---- words and days ---- */

static void write_by(const struct line *line) {
    struct cell cell;
    struct look look = line_look(line, ALIGN_LEFT);
    table_cell(line->book->card, line->index, COLUMN_TARGET_BY, line->book->lang, &cell);
    look.size = 10;
    look.indent = 1;
    line_text(line, TABLE_TARGET_BY, cell.full_text != NULL ? cell.full_text : cell.text, &look);
}

static void write_day(const struct line *line) {
    struct look look = line_look(line, ALIGN_CENTRE);
    uint16_t column = line->layout->at[TABLE_ACTUAL_DATE];
    look.number = line->book->lang == LANG_VI ? "dd/mm/yyyy" : "yyyy-mm-dd";
    if (line->row->has_actual) {
        const char *cell = line_data(line, "DL_NGAY_TH");
        sheet_formula_date(line->sheet, line->at, column, formula_known(line->book, cell, cell),
                           line->row->date, &look);
    } else {
        sheet_text(line->sheet, line->at, column, "", &look);
    }
}

/* ---- figures ---- */

/* The target as first assigned; growth and bounds of two sides are told in words by the note. */
static void write_original(const struct line *line) {
    struct number_look number = {.prefix = line->row->ceiling ? "≤ " : NULL};
    line_copy(line, TABLE_TARGET_ORIGINAL, COLUMN_TARGET_ORIGINAL, "DL_KH_DAU",
              line->row->is[M_DECIDES_FIRST], number);
}

static void write_attainment_original(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_ATTAINMENT_ORIGINAL]);
    struct number_look number = {.percent = true};
    struct look look = line_number_look(line, COLUMN_ATTAINMENT_ORIGINAL, exact, number);
    const char *formula = formula_share(line->book, line->actual, line_data(line, "DL_KH_DAU"));
    line_number(line, TABLE_ATTAINMENT_ORIGINAL, formula,
                result_share(line_actual(row), quantity_result(row->is[M_DECIDES_FIRST])), exact,
                &look);
}

static void write_gap(const struct line *line) {
    line_gap(line, TABLE_GAP);
}

/* (A - B) / (T - B), levels only. */
static void write_progress(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_PROGRESS]);
    struct result base = quantity_result(row->is[M_BASE]);
    struct result way = result_difference(line_target(row), base);
    struct result gone = result_difference(line_actual(row), base);
    struct number_look number = {.percent = true};
    struct look look = line_number_look(line, COLUMN_PROGRESS, exact, number);
    struct result live = nothing;
    if (way.known && gone.known && ratio_sign(way.value) != 0) {
        live = (struct result){true, ratio_div(gone.value, way.value)};
    }
    const char *a = line->actual;
    const char *t = line->target;
    const char *b = line_data(line, "DL_NAM_TRUOC");
    const char *formula = FORMULA(
        line->book,
        "IF(OR({0}=\"\",{1}=\"\",{2}=\"\"),\"\",IF(ROUND({1}-{2},9)=0,\"\",({0}-{2})/({1}-{2})))",
        a, t, b);
    line_number(line, TABLE_PROGRESS, formula, live, exact, &look);
}

/* What was done over the months that are gone, the elapsed share of the window's. */
static void write_achieved(const struct line *line) {
    const struct row *row = line->row;
    struct result exact = quantity_result(row->is[M_ACHIEVED]);
    struct result elapsed = quantity_result(row->is[M_ELAPSED]);
    struct ratio months = window_months(row->window);
    struct number_look number = {0};
    struct look look = line_number_look(line, COLUMN_ACHIEVED, exact, number);
    struct result live = nothing;
    char text[RATIO_TEXT];
    ratio_plain(months, true, NULL, 0, text);
    if (elapsed.known) {
        struct result gone = {true, ratio_mul(elapsed.value, months)};
        live = result_share(line_actual(row), gone);
    }
    const char *gone = FORMULA(line->book, "({0}*{1})", line_data(line, "DL_THOI_GIAN"), text);
    line_number(line, TABLE_ACHIEVED, formula_share(line->book, line->actual, gone), live, exact,
                &look);
}

void line_extra(const struct line *line) {
    static const struct number_look plain = {0};
    static const struct number_look percent = {.percent = true};
    static const struct {
        enum table_column_id column;
        void (*write)(const struct line *line);
    } writers[] = {
        {TABLE_TARGET_BY, write_by},
        {TABLE_ACTUAL_DATE, write_day},
        {TABLE_TARGET_ORIGINAL, write_original},
        {TABLE_ATTAINMENT_ORIGINAL, write_attainment_original},
        {TABLE_GAP, write_gap},
        {TABLE_PROGRESS, write_progress},
        {TABLE_ACHIEVED, write_achieved},
    };
    const struct row *row = line->row;
    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
        if (wanted(line, writers[i].column)) {
            writers[i].write(line);
        }
    }
    if (wanted(line, TABLE_LAST_YEAR_SAME)) {
        line_copy(line, TABLE_LAST_YEAR_SAME, COLUMN_LAST_YEAR_SAME, "DL_CUNG_KY", row->is[M_SAME],
                  plain);
    }
    if (wanted(line, TABLE_ELAPSED)) {
        line_copy(line, TABLE_ELAPSED, COLUMN_ELAPSED, "DL_THOI_GIAN", row->is[M_ELAPSED], percent);
    }
    if (wanted(line, TABLE_EXPECTED)) {
        line_copy(line, TABLE_EXPECTED, COLUMN_EXPECTED, "DL_PHAI_DAT", row->is[M_EXPECTED], plain);
    }
    if (wanted(line, TABLE_NEEDED)) {
        line_copy(line, TABLE_NEEDED, COLUMN_NEEDED, "DL_CAN_THANG", row->is[M_NEEDED], plain);
    }
    if (wanted(line, TABLE_FORECAST_SEASONAL)) {
        line_copy(line, TABLE_FORECAST_SEASONAL, COLUMN_FORECAST_SEASONAL, "DL_MUA",
                  row->is[M_SEASONAL], plain);
    }
}
