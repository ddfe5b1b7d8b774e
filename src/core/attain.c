/* SPDX-License-Identifier: MIT */
/* How much of the target is reached (docs/QUY-TAC.md section 4). */
#include "bounds.h"
#include "history.h"
#include "judge.h"

/* Why no figure that compares actual and target can exist, or DEFINED. */
static enum undefined nothing_to_compare(const struct row *row) {
    if (!row->has_target) {
        return UNDEFINED_NO_TARGET;
    }
    if (!row->has_actual) {
        return UNDEFINED_NO_REPORT;
    }
    return row->bounds_known ? DEFINED : UNDEFINED_NO_BASELINE;
}

/* A / T where a percentage is honest. */
static struct quantity attainment(const struct case_file *c, const struct row *row,
                                  struct ratio actual, struct ratio target) {
    enum undefined why = nothing_to_compare(row);
    if (why != DEFINED) {
        return undefined(why);
    }
    if (row->bounds.kind == TARGET_WITHIN) {
        return undefined(UNDEFINED_WITHIN);
    }
    if (row->bounds.kind == TARGET_DONE || c->indicator->kind == KIND_DONE ||
        c->indicator->kind == KIND_RATE) {
        return undefined(UNDEFINED_KIND);
    }
    if (c->indicator->better == BETTER_LOWER) {
        return undefined(UNDEFINED_LOWER);
    }
    if (ratio_sign(target) <= 0) {
        return undefined(UNDEFINED_TARGET_ZERO);
    }
    return ratio_sign(actual) < 0 ? undefined(UNDEFINED_NEGATIVE)
                                  : defined(ratio_div(actual, target));
}

/* (A - B) / (T - B), for levels. */
static struct quantity progress(const struct case_file *c, const struct row *row,
                                struct ratio actual) {
    enum undefined why = nothing_to_compare(row);
    if (c->indicator->kind == KIND_FLOW) {
        return undefined(UNDEFINED_FLOW);
    }
    if (why != DEFINED) {
        return undefined(why);
    }
    if (row->bounds.kind == TARGET_WITHIN) {
        return undefined(UNDEFINED_WITHIN);
    }
    if (c->indicator->kind == KIND_DONE) {
        return undefined(UNDEFINED_KIND);
    }
    if (row->baseline.why != DEFINED) {
        return undefined(UNDEFINED_NO_BASELINE);
    }
    struct ratio way = ratio_sub(row->deciding, row->baseline.value);
    if (ratio_sign(way) == 0) {
        return undefined(UNDEFINED_BASE_IS_TARGET);
    }
    return defined(ratio_div(ratio_sub(actual, row->baseline.value), way));
}

static struct quantity gap(const struct case_file *c, const struct row *row, struct ratio actual) {
    enum undefined why = nothing_to_compare(row);
    if (why != DEFINED) {
        return undefined(why);
    }
    if (row->bounds.kind == TARGET_DONE) {
        return undefined(UNDEFINED_KIND);
    }
    return defined(bounds_gap(&row->bounds, c->indicator->better, actual));
}

static struct quantity left(const struct case_file *c, const struct row *row) {
    enum undefined why = nothing_to_compare(row);
    if (why != DEFINED) {
        return undefined(why);
    }
    if (row->bounds.kind == TARGET_DONE || row->bounds.kind == TARGET_WITHIN) {
        return undefined(row->bounds.kind == TARGET_DONE ? UNDEFINED_KIND : UNDEFINED_WITHIN);
    }
    if (c->indicator->better == BETTER_LOWER) {
        return undefined(UNDEFINED_LOWER);
    }
    struct ratio rest = ratio_sub(row->deciding, row->low);
    return defined(ratio_valid(rest) && ratio_sign(rest) < 0 ? ratio_int(0) : rest);
}

/* The base of a growth goal as first assigned: the stated one, else last year's figure; a group
 * has none of its own. */
static struct ratio first_base(const struct case_file *c, const struct row *row) {
    struct ratio base = c->target->bounds.base;
    if (ratio_valid(base) || row->each_group) {
        return base;
    }
    struct past past = history_baseline(c->ledger, row->org, row->indicator, row->year, row->as_of);
    bool exact = past.reading.known && ratio_cmp(past.reading.low, past.reading.high) == 0;
    return exact ? past.reading.low : base;
}

/* The same row under the target as first assigned. */
static struct row as_first_assigned(const struct case_file *c, const struct row *row) {
    struct row first = *row;
    first.bounds = c->target->bounds;
    if (first.bounds.kind == TARGET_GROW) {
        struct ratio base = first_base(c, row);
        first.bounds = bounds_grown(&first.bounds, base);
        first.bounds_known = ratio_valid(base);
    } else {
        first.bounds_known = true;
    }
    if (row->each_group && indicator_adds_up(c->indicator)) {
        int members = c->ledger->book->orgs[row->org].members_total;
        first.bounds = bounds_times(&first.bounds, members);
    }
    first.deciding = bounds_deciding(&first.bounds, c->indicator->better);
    return first;
}

/* Against the target as first assigned, when it has been revised since. */
static void against_original(const struct case_file *c, struct row *row) {
    row->attainment_original = undefined(UNDEFINED_NO_DATA);
    row->target_original = undefined(UNDEFINED_NO_DATA);
    if (row->revision == NONE) {
        return;
    }
    struct row first = as_first_assigned(c, row);
    row->attainment_original = attainment(c, &first, row->low, first.deciding);
    if (first.bounds_known && first.bounds.kind != TARGET_DONE && ratio_valid(first.deciding)) {
        row->target_original = (struct quantity){first.deciding, DEFINED};
    }
}

void attain_row(const struct case_file *c, struct row *row) {
    bool interval = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    row->attainment = attainment(c, row, row->low, row->deciding);
    row->attainment_high = undefined(UNDEFINED_NO_DATA);
    row->gap = gap(c, row, row->low);
    row->gap_high = undefined(UNDEFINED_NO_DATA);
    row->left = left(c, row);
    row->progress = progress(c, row, row->low);
    row->progress_high = undefined(UNDEFINED_NO_DATA);
    against_original(c, row);
    if (interval) {
        row->attainment_high = attainment(c, row, row->high, row->deciding);
        row->gap_high = gap(c, row, row->high);
        row->progress_high = progress(c, row, row->high);
    } else if (row->has_target && row->bounds.kind == TARGET_RANGE) {
        row->attainment_high = attainment(c, row, row->low, row->bounds.high);
    }
}
