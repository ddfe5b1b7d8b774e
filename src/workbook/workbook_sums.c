/* SPDX-License-Identifier: MIT */
/*
 * Parts against their whole and targets assigned to members, on sheet "Đối chiếu" (docs/QUY-TAC.md
 * sections 3.5 and 3.6). A sum is a formula only where the cells come to exactly what was computed.
 */
#include <stdlib.h>

#include "assigned.h"
#include "figure_text.h"
#include "mem.h"
#include "workbook_checks.h"

/* A sum of cells as it grows. */
struct live_sum {
    struct buffer cells; /* "A1,A2" */
    struct ratio value;
    int count;     /* of the cells that hold a figure */
    bool interval; /* one of them has two ends */
};

static void sum_add(struct live_sum *sum, const char *cell, struct ratio value) {
    buffer_format(&sum->cells, "%s%s", sum->count > 0 ? "," : "", cell);
    sum->value = ratio_add(sum->value, value);
    sum->count++;
}

/* The cells when they come to exactly the figure and a workbook can hold them, else NULL. */
static const char *sum_end(struct checks *checks, struct live_sum *sum, struct ratio exact) {
    enum { MOST_CELLS = 100, MOST_BYTES = 3500 };
    const char *cells = NULL;
    if (sum->count > 0 && sum->count <= MOST_CELLS && arrlenu(sum->cells.text) < MOST_BYTES &&
        checks_same(sum->value, exact)) {
        cells = pool_text(&checks->book->line, sum->cells.text, arrlenu(sum->cells.text));
    }
    buffer_clear(&sum->cells);
    return cells;
}

/* Nothing, where all of them are taken out. */
static const char *sum_formula(struct checks *checks, const char *cells) {
    return cells == NULL ? NULL : FORMULA(checks->book, "IF(COUNT({0})=0,\"\",SUM({0}))", cells);
}

static const char *cell_formula(struct checks *checks, const char *name, int row) {
    const char *cell = formula_data(checks->book, name, row);
    return formula_known(checks->book, cell, cell);
}

/* ---- which row ---- */

static bool same_days(struct window a, struct window b) {
    return date_cmp(a.first, b.first) == 0 && date_cmp(a.last, b.last) == 0;
}

static const char *assigner_of(const struct checks *checks, const struct row *row) {
    return targets_get(&checks->book->card->book->targets, row->target).by;
}

/* The organisation's row with the target of these days by the same as that row's; without one its
 * only one of these days; or NONE. */
static int goal_beside(const struct checks *checks, int32_t org, int32_t indicator,
                       const struct row *whole) {
    const struct row *rows = checks->book->card->rows;
    struct row_span span = scorecard_rows_of(checks->book->card, org);
    int only = NONE;
    int count = 0;
    for (int i = span.first; i < span.end; i++) {
        if (rows[i].indicator != indicator || rows[i].year != whole->year ||
            rows[i].target == NONE || !same_days(rows[i].window, whole->window) ||
            rows[i].each_group != (whole->each_group && org == whole->org)) {
            continue;
        }
        if (same_assigner(assigner_of(checks, &rows[i]), assigner_of(checks, whole))) {
            return i;
        }
        only = i;
        count++;
    }
    return count == 1 ? only : NONE;
}

/* The organisation's row whose target says exactly this and is of these, from a row on; or NONE. */
static int goal_of(const struct checks *checks, int from, int32_t org, int32_t indicator, int year,
                   struct ratio stated) {
    const struct row *rows = checks->book->card->rows;
    struct row_span span = scorecard_rows_of(checks->book->card, org);
    for (int i = from > span.first ? from : span.first; i < span.end; i++) {
        if (rows[i].indicator == indicator && rows[i].year == year && rows[i].target != NONE &&
            rows[i].is[M_STATED].why == DEFINED &&
            checks_same(rows[i].is[M_STATED].value, stated)) {
            return i;
        }
    }
    return NONE;
}

/* The row with the year's figure, if it is that; or NONE. */
static int figure_row(const struct checks *checks, int32_t org, int32_t indicator, int year) {
    const struct scorecard *card = checks->book->card;
    struct row_span span = scorecard_rows_of(card, org);
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        if (row->indicator == indicator && row->year == year &&
            same_days(row->window, book_window(card->book, org, year))) {
            return i;
        }
    }
    return NONE;
}

/* ---- parts ---- */

/* Where the cells of a line come from. */
struct part_cells {
    const char *parts; /* "A1,A2", or NULL */
    int whole;         /* a row of the scorecard, or NONE */
    int there;         /* parts that are in the sum */
    int declared;      /* of the breakdown */
    bool complete;     /* the parts are the whole */
    bool interval;     /* a figure has two ends: more than two cells can tell */
};

static bool is_part(const struct indicator *indicator, const struct part_check *part) {
    return indicator->part_of == part->indicator && same_assigner(indicator->part_by, part->by);
}

static void add_part(const struct checks *checks, const struct part_check *part, int32_t indicator,
                     const struct row *whole, struct live_sum *sum) {
    struct workbook *book = checks->book;
    int at = part->of_targets ? goal_beside(checks, part->org, indicator, whole)
                              : figure_row(checks, part->org, indicator, part->year);
    if (at == NONE) {
        return;
    }
    const struct row *row = &book->card->rows[at];
    if (part->of_targets && row->is[M_STATED].why == DEFINED) {
        sum_add(sum, formula_data(book, checks_target(row), at), row->is[M_STATED].value);
    } else if (!part->of_targets && row->has_actual && row->partial == PARTIAL_NOT &&
               date_cmp(row->date, whole->date) == 0) {
        sum_add(sum, formula_data(book, data_name(M_ACTUAL), at), row->low);
        sum->interval = sum->interval || ratio_cmp(row->low, row->high) != 0;
    }
}

static struct part_cells cells_of(struct checks *checks, const struct part_check *part, int whole) {
    const struct book *book = checks->book->card->book;
    struct part_cells cells = {.whole = whole};
    struct live_sum sum = {.value = ratio_int(0)};
    const struct row *row = &checks->book->card->rows[whole];
    for (int32_t i = 0; i < (int32_t)arrlen(book->indicators); i++) {
        if (is_part(&book->indicators[i], part)) {
            cells.declared++;
            cells.complete = cells.complete || book->indicators[i].part_complete;
            add_part(checks, part, i, row, &sum);
        }
    }
    cells.there = sum.count;
    cells.interval = sum.interval || (!part->of_targets && ratio_cmp(row->low, row->high) != 0);
    cells.parts = sum_end(checks, &sum, part->sum);
    return cells;
}

/* Of several targets that say the same the one whose parts come to the sum. */
static struct part_cells part_cells(struct checks *checks, const struct part_check *part) {
    struct part_cells none = {.whole = NONE};
    if (!part->of_targets) {
        int at = figure_row(checks, part->org, part->indicator, part->year);
        bool same = at != NONE && checks->book->card->rows[at].has_actual &&
                    checks_same(checks->book->card->rows[at].low, part->whole);
        return same ? cells_of(checks, part, at) : none;
    }
    for (int from = 0;;) {
        int at = goal_of(checks, from, part->org, part->indicator, part->year, part->whole);
        if (at == NONE) {
            return none;
        }
        struct part_cells cells = cells_of(checks, part, at);
        if (cells.parts != NULL) {
            return cells;
        }
        from = at + 1;
    }
}

/* NULL: the words stand as they are. */
static const char *part_verdict(struct checks *checks, const struct part_check *part,
                                const struct part_cells *cells) {
    struct workbook *book = checks->book;
    const char *below = FORMULA(book, "\"{0}\"", verdict_label(VERDICT_PARTIAL, book->lang));
    if (cells->parts == NULL || cells->interval || !checks_clear(part->sum, part->whole)) {
        return NULL;
    }
    if (cells->complete && cells->there == cells->declared) {
        below = FORMULA(book, "IF(COUNT({0})={1},\"{2}\",{3})", cells->parts,
                        formula_int(book, cells->declared),
                        verdict_label(VERDICT_SHORT, book->lang), below);
    }
    const char *words = FORMULA(book, "IF(ROUND({0}-{1},6)=0,\"{2}\",IF({0}>{1},\"{3}\",{4}))",
                                checks_cell(checks, CHECK_FIRST), checks_cell(checks, CHECK_SECOND),
                                verdict_label(VERDICT_EQUAL, book->lang),
                                verdict_label(VERDICT_ABOVE, book->lang), below);
    return checks_verdict(checks, words);
}

/* Formats of two figures of one indicator, which show every decimal that either has. */
static void figure_codes(struct checks *checks, struct check_line *line,
                         const struct indicator *indicator) {
    enum language lang = checks->book->lang;
    char text[PRINTED_TEXT];
    struct number_look look = {0};
    struct ratio first = line->first.value.value;
    struct ratio second = line->second.value.value;
    look.decimals = figure_print(first, indicator, &second, 1, lang, text);
    line->first.code = number_code(checks->book, look);
    look.decimals = figure_print(second, indicator, &first, 1, lang, text);
    line->second.code = number_code(checks->book, look);
}

void checks_part(struct checks *checks, const struct part_check *part) {
    static const char *const of[2][LANG_COUNT] = {{"thực hiện", "results"},
                                                  {"kế hoạch", "targets"}};
    struct workbook *book = checks->book;
    const struct indicator *indicator = &book->card->book->indicators[part->indicator];
    struct part_cells cells = part_cells(checks, part);
    const char *what = of[part->of_targets][book->lang];
    struct check_line line = {
        .org = part->org,
        .name = indicator_name(indicator, book->lang),
        .what = part->by != NULL ? workbook_text(book, "%s, %s", what,
                                                 book_said(book->card->book, part->by, book->lang))
                                 : what,
        .first = {.value = {true, part->sum}, .formula = sum_formula(checks, cells.parts)},
        .second = {.value = {true, part->whole}},
        .verdict = verdict_label(part->verdict, book->lang),
        .verdict_formula = part_verdict(checks, part, &cells),
    };
    if (cells.whole != NONE) {
        const struct row *whole = &book->card->rows[cells.whole];
        line.second.formula = cell_formula(
            checks, part->of_targets ? checks_target(whole) : data_name(M_ACTUAL), cells.whole);
    }
    figure_codes(checks, &line, indicator);
    checks_line_put(checks, &line);
}

/* ---- allocation ---- */

static int ascending(const void *left, const void *right) {
    const int32_t *a = left;
    const int32_t *b = right;
    return (*a > *b) - (*a < *b);
}

/* The members in the order of the rows, each once; owned by the caller. */
static int32_t *members_in_order(const struct org *group) {
    size_t n = arrlenu(group->members);
    int32_t *members = NULL;
    arr_append(members, group->members);
    if (n > 0) {
        qsort(members, n, sizeof *members, ascending);
    }
    return members;
}

/* The cells of what members have beside the group's own target on that row. */
static const char *members_cells(struct checks *checks, const struct allocation *allocation,
                                 int goal) {
    const struct scorecard *card = checks->book->card;
    int32_t *members = members_in_order(&card->book->orgs[allocation->org]);
    struct live_sum sum = {.value = ratio_int(0)};
    for (size_t m = 0; m < arrlenu(members); m++) {
        int at = goal_beside(checks, members[m], allocation->indicator, &card->rows[goal]);
        if (at != NONE && card->rows[at].is[M_STATED].why == DEFINED) {
            sum_add(&sum, formula_data(checks->book, checks_target(&card->rows[at]), at),
                    card->rows[at].is[M_STATED].value);
        }
    }
    arrfree(members);
    return sum_end(checks, &sum, allocation->sum);
}

/* The group's row with that target by that assigner, or NONE. */
static int allocated_goal(const struct checks *checks, const struct allocation *allocation) {
    const struct row *rows = checks->book->card->rows;
    int at = goal_of(checks, 0, allocation->org, allocation->indicator, allocation->year,
                     allocation->target);
    while (at != NONE && (rows[at].each_group ||
                          !same_assigner(assigner_of(checks, &rows[at]), allocation->by))) {
        at = goal_of(checks, at + 1, allocation->org, allocation->indicator, allocation->year,
                     allocation->target);
    }
    return at;
}

/* NULL: the words stand as they are. */
static const char *allocation_verdict(struct checks *checks, const struct allocation *allocation) {
    enum language lang = checks->book->lang;
    if (!checks_clear(allocation->sum, allocation->target)) {
        return NULL;
    }
    const char *words =
        FORMULA(checks->book, "IF(ROUND({0}-{1},6)=0,\"{2}\",IF({0}>{1},\"{3}\",\"{4}\"))",
                checks_cell(checks, CHECK_FIRST), checks_cell(checks, CHECK_SECOND),
                verdict_label(VERDICT_ALLOCATED, lang), verdict_label(VERDICT_OVER, lang),
                verdict_label(VERDICT_SHORT, lang));
    return checks_verdict(checks, words);
}

void checks_allocation(struct checks *checks, const struct allocation *allocation) {
    struct workbook *book = checks->book;
    const struct indicator *indicator = &book->card->book->indicators[allocation->indicator];
    int total = book->card->book->orgs[allocation->org].members_total;
    int goal = allocated_goal(checks, allocation);
    const char *what = workbook_text(book, "%d/%d", allocation->members_assigned, total);
    struct check_line line = {
        .org = allocation->org,
        .name = indicator_name(indicator, book->lang),
        .what = allocation->by != NULL
                    ? workbook_text(book, "%s, %s", what,
                                    book_said(book->card->book, allocation->by, book->lang))
                    : what,
        .first = {.value = {true, allocation->sum}},
        .second = {.value = {true, allocation->target}},
        .verdict = verdict_label(allocation->verdict, book->lang),
    };
    if (goal != NONE) {
        line.first.formula = sum_formula(checks, members_cells(checks, allocation, goal));
        line.second.formula = cell_formula(checks, checks_target(&book->card->rows[goal]), goal);
    }
    if (line.first.formula != NULL) {
        line.verdict_formula = allocation_verdict(checks, allocation);
    }
    figure_codes(checks, &line, indicator);
    checks_line_put(checks, &line);
}
