/* SPDX-License-Identifier: MIT */
/*
 * The words around a number of an official table, as documents have them: "từ 65 trở lên",
 * "khoảng 230", "30 – 40". A lower end is a number of its own, in the cell before: a decimal mark
 * inside a number format would be the same on every machine.
 */
#include "mem.h"
#include "phrase.h"
#include "workbook_common.h"
#include "workbook_wall.h"

static bool two_bounds(const struct row *row) {
    return row->bounds.kind == TARGET_RANGE || row->bounds.kind == TARGET_WITHIN;
}

static struct wording around(struct workbook *book, const struct bounds *bounds) {
    struct around words = {"", ""};
    if (!bounds->plain) {
        words = target_words(bounds->kind, book->lang);
    }
    return (struct wording){.before = words.before, .after = words.after, .measure = MEASURE_COUNT};
}

static struct wording of_target(struct workbook *book, const struct row *row) {
    struct wording wording = around(book, &row->bounds);
    if (two_bounds(row)) {
        wording.measure = M_LOW;
        wording.low = row->bounds.low;
    }
    return wording;
}

static struct wording of_target_first(struct workbook *book, const struct row *row) {
    struct target target = targets_get(&book->card->book->targets, row->target);
    return around(book, &target.bounds);
}

static struct wording of_actual(const struct workbook *book, const struct row *row) {
    struct wording wording = {.before = hedge_label(row->hedge, book->lang),
                              .after = "",
                              .measure = MEASURE_COUNT,
                              .partial = row->rolled_up && row->members_total > 0};
    if (row_interval(row)) {
        wording.measure = M_ACTUAL;
        wording.low = row->low;
    }
    return wording;
}

static struct wording of_estimate(const struct row *row) {
    struct wording wording = {.before = "", .after = "", .measure = MEASURE_COUNT};
    if (row->is[M_ESTIMATE_HIGH].why == DEFINED) {
        wording.measure = M_ESTIMATE;
        wording.low = row->is[M_ESTIMATE].value;
    }
    return wording;
}

/* What an interval, or what is missing, can only raise. */
static struct wording of_attainment(const struct row *row) {
    bool least = row_interval(row);
    return (struct wording){.before = least ? "≥" : "",
                            .after = "",
                            .measure = MEASURE_COUNT,
                            .least = !least && row->rolled_up && row->members_total > 0};
}

struct wording row_wording(struct workbook *book, int index, enum table_column_id column) {
    const struct row *row = &book->card->rows[index];
    if (column == TABLE_TARGET && row_has_bounds(row) && !row->each_group) {
        return of_target(book, row);
    }
    if (column == TABLE_TARGET_ORIGINAL && row->has_target && row->revision != NONE) {
        return of_target_first(book, row);
    }
    if (column == TABLE_ACTUAL) {
        return of_actual(book, row);
    }
    if (column == TABLE_ESTIMATE) {
        return of_estimate(row);
    }
    if (column == TABLE_ATTAINMENT && row_shows_percent(book->card, row)) {
        return of_attainment(row);
    }
    return (struct wording){.before = "", .after = "", .measure = MEASURE_COUNT};
}

bool wording_before(const struct wording *wording) {
    return wording->before[0] != '\0' || wording->measure != MEASURE_COUNT || wording->partial ||
           wording->least;
}

/* One end of a target in words of its own, which no machine writes otherwise. */
/* A number of its target in the data, and that it is the one that was exported. */
static const char *same_number(struct workbook *book, const char *cell, struct result exported) {
    return exported.known ? FORMULA(book, "ABS(N({0})-({1}))<=1E-9*MAX(1,ABS({1}))", cell,
                                    formula_number(book, ratio_double(exported.value)))
                          : FORMULA(book, "{0}=\"\"", cell);
}

/* Words of a formula that says the target once another one is typed; NULL where none can be. The
 * decimal mark is that of the computer. */
const char *wording_formula(struct workbook *book, int index, const char *text) {
    const struct row *row = &book->card->rows[index];
    const char *before = formula_data(book, "DL_KH_CHU", index);
    if (!row->has_target || row->bounds.kind == TARGET_DONE) {
        return NULL;
    }
    if (row->bounds.kind == TARGET_GROW) {
        const char *grow = formula_data(book, "DL_TANG", index);
        return FORMULA(
            book, "IF({0},{1},{2}&IF({2}=\"\",\"\",\" \")&IF({3}<0,\"\",\"+\")&{3}&\"%\")",
            same_number(book, grow,
                        (struct result){ratio_valid(row->bounds.grow), row->bounds.grow}),
            formula_words(book, text), before, FORMULA(book, "N({0})", grow));
    }
    const char *low = formula_data(book, "DL_KH_SO", index);
    const char *high = formula_data(book, "DL_KH_SO_TREN", index);
    return FORMULA(
        book, "IF(AND({0},{1}),{2},{3}&IF({3}=\"\",\"\",\" \")&{4}&IF({5}=\"\",\"\",\" – \")&{5})",
        same_number(book, low, row_asked(book, row, false)),
        same_number(book, high, row_asked(book, row, true)), formula_words(book, text), before, low,
        high);
}

const char *wording_text(struct workbook *book, int index) {
    const struct row *row = &book->card->rows[index];
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    struct target target = targets_get(&book->card->book->targets, row->target);
    const struct bounds *bounds =
        row->revision == NONE ? &target.bounds : &target.revised[row->revision].bounds;
    if (!row->each_group || bounds->kind == TARGET_GROW || bounds->kind == TARGET_DONE) {
        struct cell cell;
        table_cell(book->card, index, COLUMN_TARGET, book->lang, &cell);
        return workbook_text(book, "%s", cell.text);
    }
    char low[PRINTED_TEXT];
    char high[PRINTED_TEXT];
    struct wording wording = around(book, bounds);
    bool lower = (target_numbers(bounds->kind) & HAS_LOW) != 0;
    bool two = bounds->kind == TARGET_RANGE || bounds->kind == TARGET_WITHIN;
    figure_print(lower ? bounds->low : bounds->high, indicator, NULL, 0, book->lang, low);
    figure_print(bounds->high, indicator, NULL, 0, book->lang, high);
    const char *text =
        workbook_text(book, "%s%s%s%s%s%s", wording.before, wording.before[0] != '\0' ? " " : "",
                      low, two ? " – " : "", two ? high : "", wording.after);
    return BOOK_PHRASE(book, PHRASE_EACH_MEMBER, text);
}
