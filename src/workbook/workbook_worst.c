/* SPDX-License-Identifier: MIT */
#include "workbook_worst.h"

#include <assert.h>

#include "mem.h"
#include "sheet_clean.h"

static const struct look helper_look = {
    .size = 9, .ink = COLOUR_MUTED, .number = ";;;"}; /* unseen */

static const struct order {
    const char *count; /* {0}: every place below it is urgent */
    const char *place; /* {0}: which */
} orders[] = {
    [WALL_COUNTED] = {"COUNTIF(DL_THU_TU,\"<{0}\")", "MATCH(SMALL(DL_THU_TU,{0}),DL_THU_TU,0)"},
    [WALL_DRAWN] = {NULL, NULL},
    [WALL_MEMBERS] = {"COUNT(DL_THU_TU_DV)", "MATCH(SMALL(DL_THU_TU_DV,{0}),DL_THU_TU_DV,0)"},
    [WALL_BOTH] = {"COUNTIF(DL_THU_TU,\"<{0}\")+COUNT(DL_THU_TU_DV)",
                   "IFERROR(MATCH(SMALL(DL_THU_TU_CA,{0}),DL_THU_TU,0),"
                   "MATCH(SMALL(DL_THU_TU_CA,{0}),DL_THU_TU_DV,0))"},
};
static_assert(sizeof orders / sizeof *orders == WALL_BOTH + 1, "a list has no order");

struct worst worst_begin(struct workbook *book, struct sheet *sheet, enum wall_goals which,
                         uint16_t helper, uint32_t counted_at) {
    struct worst worst = {
        .book = book, .sheet = sheet, .which = which, .helper = helper, .counted_at = counted_at};
    worst.goals = workbook_worst_first(book, which);
    while (worst.urgent < (int)arrlen(worst.goals) &&
           status_is_urgent(book->card->rows[worst.goals[worst.urgent]].status)) {
        worst.urgent++;
    }
    sheet_column(sheet, helper, helper, 8, true);
    if (arrlenu(book->card->rows) > 0) {
        sheet_formula_number(sheet, counted_at, helper,
                             FORMULA(book, orders[which].count, formula_urgent(book)), worst.urgent,
                             &helper_look);
    }
    return worst;
}

void worst_end(struct worst *worst) {
    arrfree(worst->goals);
}

void worst_line(struct worst *worst, int k, uint32_t at) {
    struct workbook *book = worst->book;
    worst->row = k < worst->urgent ? worst->goals[k] : NONE;
    worst->at = at;
    worst->place = formula_cell(book, at, worst->helper, false);
    worst->count = formula_cell(book, worst->counted_at, worst->helper, true);
    if (arrlenu(book->card->rows) == 0) {
        return;
    }
    const char *number = formula_int(book, k + 1);
    const char *formula = FORMULA(book, "IF({0}>{1},\"\",{2})", number, worst->count,
                                  FORMULA(book, orders[worst->which].place, number));
    if (worst->row == NONE) {
        sheet_formula_text(worst->sheet, at, worst->helper, formula, "", &helper_look);
    } else {
        sheet_formula_number(worst->sheet, at, worst->helper, formula, worst->row + 1,
                             &helper_look);
    }
}

const char *worst_term(struct worst *worst, const char *name) {
    return FORMULA(worst->book, "INDEX({0},{1})", name, worst->place);
}

const char *worst_words(struct worst *worst, const char *name) {
    return FORMULA(worst->book, "INDEX({0},{1})&\"\"", name, worst->place);
}

static void merge(const struct worst *worst, uint16_t first, uint16_t last,
                  const struct look *look) {
    sheet_merge(worst->sheet, (struct area){worst->at, first, worst->at, last}, "", look);
}

void worst_text(struct worst *worst, uint16_t first, uint16_t last, const char *term,
                const char *stored, const struct look *look) {
    merge(worst, first, last, look);
    if (arrlenu(worst->book->card->rows) > 0) {
        sheet_formula_text(worst->sheet, worst->at, first,
                           formula_known(worst->book, worst->place, term),
                           worst->row == NONE ? "" : stored, look);
    }
}

static void put_number(struct worst *worst, uint16_t first, uint16_t last, const char *formula,
                       struct result stored, const struct look *look) {
    merge(worst, first, last, look);
    if (worst->row != NONE && stored.known) {
        sheet_formula_number(worst->sheet, worst->at, first, formula, ratio_double(stored.value),
                             look);
    } else if (arrlenu(worst->book->card->rows) > 0) {
        sheet_formula_text(worst->sheet, worst->at, first, formula, "", look);
    }
}

void worst_number(struct worst *worst, uint16_t first, uint16_t last, const char *name,
                  struct result stored, const struct look *look) {
    const char *cell = worst_term(worst, name);
    put_number(worst, first, last,
               formula_known(worst->book, worst->place, formula_known(worst->book, cell, cell)),
               stored, look);
}

void worst_share(struct worst *worst, uint16_t first, uint16_t last, const struct look *look) {
    struct workbook *book = worst->book;
    const struct row *row = worst->row == NONE ? NULL : &book->card->rows[worst->row];
    struct result share = {false, {0, 1}};
    const char *met = worst_term(worst, "DL_DON_VI_DAT");
    const char *filled = worst_term(worst, "DL_DAY");
    const char *shown =
        FORMULA(book, "IF({0}<>\"\",{0}&\"/\"&{1},{2})", met, worst_term(worst, "DL_SO_DON_VI"),
                formula_known(book, filled, filled));
    const char *formula = formula_known(book, worst->place, shown);
    if (row != NULL && row->each_group && row->members_met >= 0) {
        merge(worst, first, last, look);
        sheet_formula_text(worst->sheet, worst->at, first, formula,
                           workbook_text(book, "%d/%d", row->members_met, row->members_total),
                           look);
        return;
    }
    share = row != NULL ? row_filled(book, row) : share;
    put_number(worst, first, last, formula, share, look);
}

void worst_actual(struct worst *worst, uint16_t first, uint16_t last, const struct look *look) {
    struct workbook *book = worst->book;
    const struct row *row = worst->row == NONE ? NULL : &book->card->rows[worst->row];
    const char *figure = worst_term(worst, "DL_TH");
    const char *words =
        FORMULA(book, "IF(AND({0}=\"{1}\",SUM({2})=0),IF({3}=0,\"{4}\",\"{5}\"),{3})",
                worst_term(worst, "DL_LOAI"), workbook_kind_words(book, KIND_DONE),
                worst_term(worst, "DL_SO_DON_VI"), figure, phrase(PHRASE_NO, book->lang),
                phrase(PHRASE_YES, book->lang));
    const char *formula = formula_known(book, worst->place, formula_known(book, figure, words));
    bool done = row != NULL && row->has_actual && !row->rolled_up &&
                book->card->book->indicators[row->indicator].kind == KIND_DONE;
    if (done) {
        merge(worst, first, last, look);
        sheet_formula_text(worst->sheet, worst->at, first, formula,
                           phrase(ratio_sign(row->low) != 0 ? PHRASE_YES : PHRASE_NO, book->lang),
                           look);
        return;
    }
    struct result stored = {row != NULL && row->has_actual, {0, 1}};
    stored.value = stored.known ? row->low : stored.value;
    put_number(worst, first, last, formula, stored, look);
}

void worst_past(struct worst *worst, uint16_t first, uint16_t last, const struct look *look) {
    struct workbook *book = worst->book;
    const char *figure = worst_term(worst, "DL_KY_TRUOC");
    const char *formula = formula_known(
        book, worst->place,
        FORMULA(book, "IF(ISNUMBER({0}),{0},{1})", figure, worst_words(worst, "DL_KY_TRUOC_CHU")));
    const struct since_row *since = worst->row == NONE ? NULL : &book->since[worst->row];
    if (since != NULL && !since->number) {
        merge(worst, first, last, look);
        sheet_formula_text(worst->sheet, worst->at, first, formula, since->text, look);
        return;
    }
    struct result stored = {since != NULL, {0, 1}};
    stored.value = stored.known ? since->figure : stored.value;
    put_number(worst, first, last, formula, stored, look);
}

void worst_target(struct worst *worst, struct worst_target at, const struct look *look) {
    struct workbook *book = worst->book;
    struct result low = {false, {0, 1}};
    struct result high = {false, {0, 1}};
    const char *words = "";
    struct look small = *look;
    small.size = 10;
    if (worst->row != NONE) {
        const struct row *row = &book->card->rows[worst->row];
        words = row_sign(book, row);
        low = row_asked(book, row, false);
        high = row_asked(book, row, true);
    }
    worst_text(worst, at.words, (uint16_t)(at.low - 1), worst_words(worst, "DL_KH_CHU"), words,
               &small);
    worst_number(worst, at.low, (uint16_t)(at.high - 1), "DL_KH_SO", low, look);
    struct look second = *look;
    second.number = "\"– \"#,##0_)";
    worst_number(worst, at.high, at.last, "DL_KH_SO_TREN", high, &second);
}

void worst_figures(struct worst *worst, struct area area, const char *code) {
    struct workbook *book = worst->book;
    char cell[CELL_NAME];
    struct look look = {.number = code};
    cell_name(area.first_row, area.first_column, false, false, cell);
    sheet_highlight(worst->sheet, area,
                    FORMULA(book, "=AND(ISNUMBER({0}),SUM({0})<>INT(SUM({0})))", cell), &look);
}

void worst_shares(struct worst *worst, struct area area) {
    static const struct look least = {.number = "\"≥ \"0.0%_)"};
    struct workbook *book = worst->book;
    const char *place = formula_cell(book, area.first_row, worst->helper, false);
    workbook_exact_shares(book, worst->sheet, area);
    sheet_highlight(worst->sheet, area,
                    FORMULA(book, "=AND(ISNUMBER({0}),SUM(INDEX(DL_THIEU,{0}))={1})", place,
                            formula_int(book, PARTIAL_LEAST)),
                    &least);
}
