/* SPDX-License-Identifier: MIT */
/* The figures of a line as formulas over its inputs (docs/QUY-TAC.md section 4). */
#include "bounds.h"
#include "mem.h"
#include "workbook_lines.h"

/* "*7" on a group's own line of a target for each of 7 members, else "". */
static const char *times_members(const struct data_line *line) {
    int members = line->book->card->book->orgs[line->row->org].members_total;
    bool times = line->row->each_group && indicator_adds_up(line->indicator);
    return times ? FORMULA(line->book, "*{0}", formula_int(line->book, members)) : "";
}

/* ---- the target ---- */

/* What the same target says on the line where it is an input. */
static const char *shared_bound(const struct data_line *line, enum data_id column) {
    if (line->target_from == NONE) {
        return NULL;
    }
    const char *cell = other_cell(line, line->target_from, column);
    bool scaled = column != DATA_GROW && line->row->bounds.kind != TARGET_GROW;
    return formula_known(line->book, cell,
                         FORMULA(line->book, "{0}{1}", cell, scaled ? times_members(line) : ""));
}

static const char *bound_formula(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    if (!row->has_target) {
        return NULL;
    }
    switch (row->bounds.kind) {
    case TARGET_DONE:
        return NULL;
    case TARGET_GROW:
        if (column == DATA_GROW) {
            return shared_bound(line, column);
        }
        return column == (row->ceiling ? DATA_HIGH : DATA_LOW)
                   ? formula_known(line->book, line_cell(line, DATA_DECIDES),
                                   line_cell(line, DATA_DECIDES))
                   : NULL;
    case TARGET_ABOUT:
    case TARGET_EXACTLY: /* one number, written once */
        if (column == DATA_HIGH) {
            return formula_known(line->book, line_cell(line, DATA_LOW), line_cell(line, DATA_LOW));
        }
        break;
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
        return column == DATA_HIGH ? shared_bound(line, column) : NULL;
    case TARGET_AT_LEAST:
    case TARGET_MORE_THAN:
        return column == DATA_LOW ? shared_bound(line, column) : NULL;
    default:
        break;
    }
    bool tolerates = row->bounds.kind == TARGET_ABOUT;
    bool asked = column == DATA_TOLERANCE ? tolerates : column != DATA_GROW;
    return asked ? shared_bound(line, column) : NULL;
}

static const char *decides_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *low = line_cell(line, DATA_LOW);
    const char *high = line_cell(line, DATA_HIGH);
    if (!row->has_target || row->bounds.kind == TARGET_DONE || row->bounds.kind == TARGET_WITHIN) {
        return NULL;
    }
    if (row->bounds.kind == TARGET_GROW) {
        const char *base = line_cell(line, DATA_BASE);
        const char *grow = line_cell(line, DATA_GROW);
        return row->each_group && !row_bounds_known(row)
                   ? NULL
                   : FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),\"\",{0}*(1+{1}/100){2})", base,
                             grow, times_members(line));
    }
    const char *bound = row->ceiling ? high : low;
    if (row->bounds.kind != TARGET_ABOUT) {
        return formula_known(line->book, bound, bound);
    }
    return formula_known(line->book, bound,
                         FORMULA(line->book, "{0}{1}N({2})", bound, row->ceiling ? "+" : "-",
                                 line_cell(line, DATA_TOLERANCE)));
}

/* ---- the time ---- */

static const char *ratio_term(const struct data_line *line, struct ratio value) {
    enum { SMALL = 1000000 };
    if (ratio_valid(value) && ratio_cmp(value, ratio_int(-SMALL)) > 0 &&
        ratio_cmp(value, ratio_int(SMALL)) < 0 && value.den < SMALL) {
        return value.den == 1
                   ? formula_int(line->book, (long)value.num)
                   : FORMULA(line->book, "({0}/{1})", formula_int(line->book, (long)value.num),
                             formula_int(line->book, (long)value.den));
    }
    return formula_number(line->book, ratio_double(value));
}

/* The day of the month `months` after the window's first day. */
static const char *month_term(const struct data_line *line, const char *months) {
    struct date first = line->row->window.first;
    return FORMULA(line->book, "DATE({0},{1}+{2},{3})", formula_int(line->book, first.year),
                   formula_int(line->book, first.month), months,
                   formula_int(line->book, first.day));
}

/* Whole months gone, and the running month's part (section 4). A window that begins on a day which
 * some months lack is left to the program. */
bool months_live(const struct data_line *line) {
    enum { EVERY_MONTH_HAS = 28 };
    return line->row->window.first.day <= EVERY_MONTH_HAS;
}

static const char *months_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    struct date first = line->row->window.first;
    const char *seen = line_cell(line, DATA_SEEN);
    const char *whole = line_cell(line, DATA_WHOLE);
    if (!months_live(line)) {
        return NULL;
    }
    if (column == DATA_WHOLE) {
        return FORMULA(book, "(YEAR({0}+1)-{1})*12+MONTH({0}+1)-{2}-IF(DAY({0}+1)<{3},1,0)", seen,
                       formula_int(book, first.year), formula_int(book, first.month),
                       formula_int(book, first.day));
    }
    const char *total = ratio_term(line, window_months(line->row->window));
    const char *after = month_term(line, FORMULA(book, "{0}+1", whole));
    const char *here = month_term(line, whole);
    return FORMULA(book, "MAX(0,MIN({0},{1}+({2}+1-{3})/({4}-{3})))", total, whole, seen, here,
                   after);
}

/* On the straight lines between the target's milestones, counted in months. */
static const char *milestones_term(const struct data_line *line) {
    struct workbook *book = line->book;
    const struct target held = targets_get(&book->card->book->targets, line->row->target);
    const struct target *target = &held;
    const char *gone = line_cell(line, DATA_MONTHS);
    ptrdiff_t n = arrlen(target->milestones);
    struct ratio hundred = ratio_int(100);
    struct ratio to = ratio_int(1);
    struct ratio to_months = window_months(line->row->window);
    const char *term = NULL;
    for (ptrdiff_t i = n - 1; i >= -1; i--) { /* from the last stretch to the first */
        struct ratio from = ratio_int(0);
        struct ratio from_months = ratio_int(0);
        if (i >= 0) {
            from = ratio_div(target->milestones[i].percent, hundred);
            from_months = window_months_gone(line->row->window, target->milestones[i].date);
        }
        struct ratio length = ratio_sub(to_months, from_months);
        const char *stretch = ratio_term(line, from);
        if (ratio_sign(length) > 0) {
            struct ratio slope = ratio_div(ratio_sub(to, from), length);
            stretch = FORMULA(book, "{0}+({1}-{2})*{3}", stretch, gone,
                              ratio_term(line, from_months), ratio_term(line, slope));
        }
        term = term == NULL ? stretch
                            : FORMULA(book, "IF(ROUND({0}-{1},9)<0,{2},{3})", gone,
                                      ratio_term(line, to_months), stretch, term);
        to = from;
        to_months = from_months;
    }
    return term;
}

static const char *due_formula(const struct data_line *line) {
    struct workbook *book = line->book;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *same = line_cell(line, DATA_SAME);
    const char *total = line_cell(line, DATA_LAST_TOTAL);
    switch (line->row->pace) {
    case PACE_LINEAR:
        return formula_known(line->book, actual,
                             FORMULA(book, "{0}/{1}", line_cell(line, DATA_MONTHS),
                                     ratio_term(line, window_months(line->row->window))));
    case PACE_MILESTONES:
        return formula_known(line->book, actual, milestones_term(line));
    case PACE_LAST_YEAR:
        return FORMULA(book,
                       "IF(OR({0}=\"\",{1}=\"\",{2}=\"\"),\"\",IF(OR({2}<=0,{1}<0),\"\",{1}/{2}))",
                       actual, same, total);
    default:
        return NULL;
    }
}

static const char *expected_formula(const struct data_line *line) {
    struct workbook *book = line->book;
    const struct row *row = line->row;
    const char *target = line_cell(line, DATA_DECIDES);
    const char *due = line_cell(line, DATA_DUE);
    const char *base = line_cell(line, DATA_BASE);
    if (!row->has_target || row->pace == PACE_NONE || decides_formula(line) == NULL) {
        return NULL;
    }
    if (line->indicator->kind == KIND_FLOW) {
        return FORMULA(book, "IF(OR({0}=\"\",{1}=\"\"),\"\",{0}*{1})", target, due);
    }
    return FORMULA(book, "IF(OR({0}=\"\",{1}=\"\",{2}=\"\"),\"\",{2}+({0}-{2})*{1})", target, due,
                   base);
}

/* ---- comparisons and forecasts ---- */

static const char *attainment_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *target = line_cell(line, DATA_DECIDES);
    bool none = !row->has_target || row->bounds.kind == TARGET_WITHIN ||
                row->bounds.kind == TARGET_DONE || line->indicator->kind == KIND_DONE ||
                line->indicator->kind == KIND_RATE || line->indicator->better == BETTER_LOWER;
    return none ? NULL
                : FORMULA(line->book,
                          "IF(OR({0}=\"\",{1}=\"\"),\"\",IF(OR({0}<0,{1}<=0),\"\",{0}/{1}))",
                          actual, target);
}

static const char *needed_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *target = line_cell(line, DATA_DECIDES);
    const char *left = line_cell(line, DATA_MONTHS_LEFT);
    bool none =
        line->too_near || !row->has_target || !bounds_leave(&row->bounds, line->indicator->better);
    return none ? NULL
                : FORMULA(
                      line->book,
                      "IF(OR({0}=\"\",{1}=\"\"),\"\",IF(OR({2}<=0,{3}),\"\",MAX({1}-{0},0)/{2}))",
                      actual, target, left, met_term(line, actual));
}

static const char *forecast_formula(const struct data_line *line) {
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *due = line_cell(line, DATA_DUE);
    bool none = line->indicator->kind != KIND_FLOW || line->row->pace == PACE_NONE;
    return none ? NULL
                : FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),\"\",IF({1}<=0,\"\",{0}/{1}))",
                          actual, due);
}

static const char *seasonal_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *same = line_cell(line, DATA_SAME);
    const char *total = line_cell(line, DATA_LAST_TOTAL);
    struct window year = book_window(line->book->card->book, row->org, row->year);
    bool whole_year =
        date_cmp(year.first, row->window.first) == 0 && date_cmp(year.last, row->window.last) == 0;
    if (line->indicator->kind != KIND_FLOW || !whole_year) {
        return NULL;
    }
    return FORMULA(line->book,
                   "IF(OR({0}=\"\",{1}=\"\",{2}=\"\"),\"\",IF({1}<=0,\"\",{0}*{2}/{1}))", actual,
                   same, total);
}

static const char *elapsed_formula(const struct data_line *line) {
    const char *all = ratio_term(line, window_months(line->row->window));
    return formula_known(line->book, line_cell(line, DATA_ACTUAL),
                         FORMULA(line->book, "{0}/{1}", line_cell(line, DATA_MONTHS), all));
}

static const char *months_left_formula(const struct data_line *line) {
    const char *all = ratio_term(line, window_months(line->row->window));
    return formula_known(line->book, line_cell(line, DATA_ACTUAL),
                         FORMULA(line->book, "{0}-{1}", all, line_cell(line, DATA_MONTHS)));
}

/* A goal whose target is taken out counts no more. */
static const char *counted_formula(const struct data_line *line) {
    const char *none = no_bound_term(line);
    if (line->row->bounds.kind == TARGET_GROW) {
        none = FORMULA(line->book, "{0}=\"\"", line_cell(line, DATA_GROW));
    }
    return line->row->goal && none != NULL && !line->row->each_group
               ? FORMULA(line->book, "IF({0},0,1)", none)
               : NULL;
}

/* A flow's whole year is its baseline too. */
static const char *total_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *base = line_cell(line, DATA_BASE);
    bool same = row->is[M_LAST_TOTAL].why == DEFINED && row->is[M_BASE].why == DEFINED &&
                date_known(row->baseline_date) &&
                ratio_cmp(row->is[M_LAST_TOTAL].value, row->is[M_BASE].value) == 0;
    return line->indicator->kind == KIND_FLOW && same ? formula_known(line->book, base, base)
                                                      : NULL;
}

/* ---- the same on another line ---- */

/* The same figure on another line, or NULL. */
static const char *shared(const struct data_line *line, int from, enum data_id column) {
    if (from == NONE) {
        return NULL;
    }
    const char *cell = other_cell(line, from, column);
    return formula_known(line->book, cell, cell);
}

static const char *seen_formula(const struct data_line *line) {
    const char *day = line_cell(line, DATA_DAY);
    const char *as_of = line_cell(line, DATA_AS_OF);
    return FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),{2},{1})", line_cell(line, DATA_ACTUAL),
                   day, as_of);
}

/* ---- by column ---- */

const char *line_formula(const struct data_line *line, enum data_id column) {
    switch (column) {
    case DATA_BASE:
        return shared(line, line->base_from, column);
    case DATA_SAME:
        return shared(line, line->same_from, column);
    case DATA_ESTIMATE:
        return shared(line, line->estimate_from, column);
    case DATA_LOW:
    case DATA_HIGH:
    case DATA_GROW:
    case DATA_TOLERANCE:
        return bound_formula(line, column);
    case DATA_DECIDES:
        return decides_formula(line);
    case DATA_ACTUAL:
    case DATA_ACTUAL_HIGH:
    case DATA_DAY:
        return actual_formula(line, column);
    case DATA_ELAPSED:
        return elapsed_formula(line);
    case DATA_MONTHS_LEFT:
        return months_left_formula(line);
    case DATA_EXPECTED:
        return expected_formula(line);
    case DATA_ATTAINMENT:
        return attainment_formula(line);
    case DATA_NEEDED:
        return needed_formula(line);
    case DATA_FORECAST:
        return forecast_formula(line);
    case DATA_SEASONAL:
        return seasonal_formula(line);
    case DATA_STATUS_KEY:
    case DATA_STATUS:
        return status_formula(line, column);
    case DATA_COUNTED:
        return counted_formula(line);
    case DATA_REPORTING:
        return reporting_formula(line);
    case DATA_SEEN:
        return seen_formula(line);
    case DATA_WHOLE:
    case DATA_MONTHS:
        return months_formula(line, column);
    case DATA_DUE:
        return due_formula(line);
    case DATA_LAST_TOTAL:
        return total_formula(line);
    case DATA_WEIGHTED:
    case DATA_WEIGHT:
        return weight_formula(line, column);
    case DATA_REPORTED:
        return reported_formula(line);
    case DATA_PARTIAL:
        return partial_formula(line);
    case DATA_RANK_LOW:
    case DATA_RANK_HIGH:
    case DATA_RANK:
    case DATA_FINAL:
        return rank_formula(line, column);
    default:
        return NULL;
    }
}
