/* The figures of a line as formulas over its inputs (docs/QUY-TAC.md section 4). */
#include "bounds.h"
#include "mem.h"
#include "workbook_lines.h"

static bool adds_up(const struct data_line *line) {
    return line->indicator->kind == KIND_FLOW || line->indicator->kind == KIND_STOCK;
}

/* "*7" on a group's own line of a target for each of 7 members, else "". */
static const char *times_members(const struct data_line *line) {
    int members = line->book->card->book->orgs[line->row->org].members_total;
    bool times = line->row->each_group && adds_up(line);
    return times ? workbook_text(line->book, "*%d", members) : "";
}

/* The cell when it holds something, else nothing. */
static const char *if_known(const struct data_line *line, const char *cell, const char *value) {
    return workbook_text(line->book, "IF(%s=\"\",\"\",%s)", cell, value);
}

/* ---- the target ---- */

/* What the same target says on the line where it is an input. */
static const char *shared_bound(const struct data_line *line, enum data_id column) {
    if (line->target_from == NONE) {
        return NULL;
    }
    const char *cell = other_cell(line, line->target_from, column);
    bool scaled = column != DATA_GROW && line->row->bounds.kind != TARGET_GROW;
    return if_known(line, cell,
                    workbook_text(line->book, "%s%s", cell, scaled ? times_members(line) : ""));
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
                   ? if_known(line, line_cell(line, DATA_DECIDES), line_cell(line, DATA_DECIDES))
                   : NULL;
    case TARGET_ABOUT:
    case TARGET_EXACTLY: /* one number, written once */
        if (column == DATA_HIGH) {
            return if_known(line, line_cell(line, DATA_LOW), line_cell(line, DATA_LOW));
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
        return row->each_group && !row->bounds_known
                   ? NULL
                   : workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),\"\",%s*(1+%s/100)%s)", base,
                                   grow, base, grow, times_members(line));
    }
    const char *bound = row->ceiling ? high : low;
    if (row->bounds.kind != TARGET_ABOUT) {
        return if_known(line, bound, bound);
    }
    return if_known(line, bound,
                    workbook_text(line->book, "%s%sN(%s)", bound, row->ceiling ? "+" : "-",
                                  line_cell(line, DATA_TOLERANCE)));
}

/* ---- the time ---- */

static const char *ratio_term(const struct data_line *line, struct ratio value) {
    enum { SMALL = 1000000 };
    if (ratio_valid(value) && ratio_cmp(value, ratio_int(-SMALL)) > 0 &&
        ratio_cmp(value, ratio_int(SMALL)) < 0 && value.den < SMALL) {
        return value.den == 1
                   ? workbook_text(line->book, "%d", (int)value.num)
                   : workbook_text(line->book, "(%d/%d)", (int)value.num, (int)value.den);
    }
    return workbook_text(line->book, "%.15g", ratio_double(value));
}

/* The day of the month `months` after the window's first day. */
static const char *month_term(const struct data_line *line, const char *months) {
    struct date first = line->row->window.first;
    return workbook_text(line->book, "DATE(%d,%d+%s,%d)", first.year, first.month, months,
                         first.day);
}

/* Whole months gone, and the running month's part (section 4). A window that begins on a day which
 * some months lack is left to the program. */
const char *months_formula(const struct data_line *line, enum data_id column) {
    enum { EVERY_MONTH_HAS = 28 };
    struct workbook *book = line->book;
    struct date first = line->row->window.first;
    const char *seen = line_cell(line, DATA_SEEN);
    const char *whole = line_cell(line, DATA_WHOLE);
    const char *total = ratio_term(line, window_months(line->row->window));
    const char *after = month_term(line, workbook_text(book, "%s+1", whole));
    const char *here = month_term(line, whole);
    if (first.day > EVERY_MONTH_HAS) {
        return NULL;
    }
    if (column == DATA_WHOLE) {
        return workbook_text(book, "(YEAR(%s+1)-%d)*12+MONTH(%s+1)-%d-IF(DAY(%s+1)<%d,1,0)", seen,
                             first.year, seen, first.month, seen, first.day);
    }
    return workbook_text(book, "MAX(0,MIN(%s,%s+(%s+1-%s)/(%s-%s)))", total, whole, seen, here,
                         after, here);
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
            stretch = workbook_text(book, "%s+(%s-%s)*%s", stretch, gone,
                                    ratio_term(line, from_months), ratio_term(line, slope));
        }
        term = term == NULL ? stretch
                            : workbook_text(book, "IF(ROUND(%s-%s,9)<0,%s,%s)", gone,
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
        return if_known(line, actual,
                        workbook_text(book, "%s/%s", line_cell(line, DATA_MONTHS),
                                      ratio_term(line, window_months(line->row->window))));
    case PACE_MILESTONES:
        return if_known(line, actual, milestones_term(line));
    case PACE_LAST_YEAR:
        return workbook_text(book,
                             "IF(OR(%s=\"\",%s=\"\",%s=\"\"),\"\",IF(OR(%s<=0,%s<0),\"\",%s/%s))",
                             actual, same, total, total, same, same, total);
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
        return workbook_text(book, "IF(OR(%s=\"\",%s=\"\"),\"\",%s*%s)", target, due, target, due);
    }
    return workbook_text(book, "IF(OR(%s=\"\",%s=\"\",%s=\"\"),\"\",%s+(%s-%s)*%s)", target, due,
                         base, base, target, base, due);
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
                : workbook_text(line->book,
                                "IF(OR(%s=\"\",%s=\"\"),\"\",IF(OR(%s<0,%s<=0),\"\",%s/%s))",
                                actual, target, actual, target, actual, target);
}

static const char *needed_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *target = line_cell(line, DATA_DECIDES);
    const char *left = line_cell(line, DATA_MONTHS_LEFT);
    bool none = line->too_near || !row->has_target || row->bounds.kind == TARGET_WITHIN ||
                row->bounds.kind == TARGET_DONE || line->indicator->better == BETTER_LOWER;
    return none ? NULL
                : workbook_text(line->book,
                                "IF(OR(%s=\"\",%s=\"\"),\"\",IF(OR(%s<=0,%s),\"\","
                                "MAX(%s-%s,0)/%s))",
                                actual, target, left, met_term(line, actual), target, actual, left);
}

static const char *forecast_formula(const struct data_line *line) {
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *due = line_cell(line, DATA_DUE);
    bool none = line->indicator->kind != KIND_FLOW || line->row->pace == PACE_NONE;
    return none ? NULL
                : workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),\"\",IF(%s<=0,\"\",%s/%s))",
                                actual, due, due, actual, due);
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
    return workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\",%s=\"\"),\"\",IF(%s<=0,\"\",%s*%s/%s))",
                         actual, same, total, same, actual, total, same);
}

static const char *elapsed_formula(const struct data_line *line) {
    const char *all = ratio_term(line, window_months(line->row->window));
    return if_known(line, line_cell(line, DATA_ACTUAL),
                    workbook_text(line->book, "%s/%s", line_cell(line, DATA_MONTHS), all));
}

static const char *months_left_formula(const struct data_line *line) {
    const char *all = ratio_term(line, window_months(line->row->window));
    return if_known(line, line_cell(line, DATA_ACTUAL),
                    workbook_text(line->book, "%s-%s", all, line_cell(line, DATA_MONTHS)));
}

/* A goal whose target is taken out counts no more. */
static const char *counted_formula(const struct data_line *line) {
    const char *none = no_bound_term(line);
    if (line->row->bounds.kind == TARGET_GROW) {
        none = workbook_text(line->book, "%s=\"\"", line_cell(line, DATA_GROW));
    }
    return line->row->goal && none != NULL && !line->row->each_group
               ? workbook_text(line->book, "IF(%s,0,1)", none)
               : NULL;
}

/* A flow's whole year is its baseline too. */
static const char *total_formula(const struct data_line *line) {
    const struct row *row = line->row;
    const char *base = line_cell(line, DATA_BASE);
    bool same = row->last_year_total.why == DEFINED && row->baseline.why == DEFINED &&
                date_known(row->baseline_date) &&
                ratio_cmp(row->last_year_total.value, row->baseline.value) == 0;
    return line->indicator->kind == KIND_FLOW && same ? if_known(line, base, base) : NULL;
}

/* ---- the same on another line ---- */

/* The same figure on another line, or NULL. */
static const char *shared(const struct data_line *line, int from, enum data_id column) {
    if (from == NONE) {
        return NULL;
    }
    const char *cell = other_cell(line, from, column);
    return workbook_text(line->book, "IF(%s=\"\",\"\",%s)", cell, cell);
}

static const char *seen_formula(const struct data_line *line) {
    const char *day = line_cell(line, DATA_DAY);
    const char *as_of = line_cell(line, DATA_AS_OF);
    return workbook_text(line->book, "IF(OR(%s=\"\",%s=\"\"),%s,%s)", line_cell(line, DATA_ACTUAL),
                         day, as_of, day);
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
