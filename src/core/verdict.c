/* SPDX-License-Identifier: MIT */
/* The status of a row: the first rule that fits (docs/QUY-TAC.md section 5). */
#include "bounds.h"
#include "judge.h"

/* Whether the figure is at least (or, from above, at most) `percent` of what is expected: of the
 * expected total for a flow, of the way from the baseline for a stock. */
static int against_expected(const struct case_file *c, const struct row *row, struct ratio actual,
                            struct ratio percent) {
    struct ratio from = ratio_int(0);
    if (c->indicator->kind == KIND_STOCK) {
        from = row->baseline.value;
    }
    struct ratio way = ratio_sub(row->expected.value, from);
    struct ratio edge = ratio_add(from, ratio_div(ratio_mul(way, percent), ratio_int(100)));
    return ratio_valid(edge) ? ratio_cmp(actual, edge) : 0;
}

/* The classification is made on one day of the year, and that day has not come. */
static bool before_measuring(const struct case_file *c, const struct row *row) {
    if (c->indicator->measured_month == 0) {
        return false;
    }
    struct date day =
        date_of(row->window.last.year, c->indicator->measured_month, c->indicator->measured_day);
    if (date_cmp(day, row->window.last) > 0) {
        day = date_year_before(day); /* the day falls in the first months of a shifted window */
    }
    return date_cmp(row->has_actual ? row->date : row->as_of, day) < 0;
}

static bool is_flow(const struct case_file *c) {
    return c->indicator->kind == KIND_FLOW;
}

/* 4. A ceiling while the year is running. */
static enum status under_ceiling(const struct case_file *c, const struct row *row,
                                 struct ratio actual) {
    bool met = bounds_met(&row->bounds, c->indicator->better, actual);
    if (!is_flow(c)) {
        return met ? STATUS_WITHIN : STATUS_NOT_YET;
    }
    if (!met) {
        return STATUS_MISSED;
    }
    if (row->expected.why != DEFINED || ratio_cmp(actual, row->expected.value) <= 0) {
        return STATUS_WITHIN;
    }
    const struct edges *edges = &c->ledger->book->edges;
    return against_expected(c, row, actual, edges->over) <= 0 ? STATUS_SLIPPING : STATUS_BEHIND;
}

/* 5. Within or exactly while the year is running. */
static enum status inside(const struct case_file *c, const struct row *row, struct ratio actual) {
    if (is_flow(c)) {
        return ratio_cmp(actual, row->bounds.high) > 0 ? STATUS_MISSED : STATUS_NOT_YET;
    }
    bool met = bounds_met(&row->bounds, c->indicator->better, actual);
    return met ? STATUS_WITHIN : STATUS_NOT_YET;
}

/* 6. A floor while the year is running. */
static enum status towards_floor(const struct case_file *c, const struct row *row,
                                 struct ratio actual) {
    const struct edges *edges = &c->ledger->book->edges;
    if (row->expected.why != DEFINED) {
        return STATUS_NOT_YET;
    }
    if (ratio_cmp(actual, row->expected.value) >= 0) {
        return STATUS_ON_TRACK;
    }
    return against_expected(c, row, actual, edges->slipping) >= 0 ? STATUS_SLIPPING : STATUS_BEHIND;
}

static enum status reached(const struct case_file *c, const struct row *row, struct ratio actual) {
    if (bounds_exceeded(&row->bounds, c->indicator->better, actual)) {
        return STATUS_EXCEEDED;
    }
    return bounds_met(&row->bounds, c->indicator->better, actual) ? STATUS_MET : STATUS_MISSED;
}

/* Rules 3 to 6 for one end of the figure. */
static enum status judge_value(const struct case_file *c, const struct row *row,
                               struct ratio actual) {
    enum side side = bounds_side(&row->bounds, c->indicator->better);
    if (c->year_over) {
        return reached(c, row, actual);
    }
    if (side == SIDE_CEILING) {
        return under_ceiling(c, row, actual);
    }
    if (side == SIDE_BOTH) {
        return inside(c, row, actual);
    }
    enum status now = reached(c, row, actual);
    return now == STATUS_MISSED ? towards_floor(c, row, actual) : now;
}

/* Rules 1 and 2, which need no verdict; STATUS_COUNT when one has to be reached. */
static enum status without_verdict(const struct case_file *c, const struct row *row) {
    if (!row->has_target) {
        return row->has_actual ? STATUS_NO_TARGET : STATUS_NO_REPORT;
    }
    if (!row->bounds_known && !row->each_group) {
        return STATUS_NO_BASELINE; /* "without B the row is no_baseline", reported or not */
    }
    if (before_measuring(c, row) && (row->has_actual || row->baseline.why == DEFINED)) {
        return STATUS_NOT_YET;
    }
    return row->has_actual ? STATUS_COUNT : STATUS_NO_REPORT;
}

/* A partial sum may show its pace, but some are missing: it has not missed anything yet. */
static enum status softened(const struct case_file *c, const struct row *row, struct ratio actual) {
    enum status status = judge_value(c, row, actual);
    if (!row->partial || status != STATUS_MISSED) {
        return status;
    }
    bool floor = bounds_side(&row->bounds, c->indicator->better) == SIDE_FLOOR;
    return floor ? towards_floor(c, row, actual) : STATUS_NOT_YET;
}

void verdict_row(const struct case_file *c, struct row *row) {
    struct date end = row->window.last;
    row->stale = row->has_actual && !c->year_over && date_cmp(row->as_of, end) > 0;
    row->status = without_verdict(c, row);
    row->not_due = row->status == STATUS_NOT_YET;
    row->status_low = row->status_high = row->status;
    if (row->status == STATUS_COUNT) {
        row->status_low = softened(c, row, row->low);
        row->status_high = softened(c, row, row->high);
        row->status = status_worse(row->status_low, row->status_high);
        row->uncertain = row->status_low != row->status_high;
    }
    row->computed_status = row->status;
}
