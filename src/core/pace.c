/* SPDX-License-Identifier: MIT */
/* What is due by now (docs/QUY-TAC.md section 4, "expected by now"). */
#include "bounds.h"
#include "history.h"
#include "judge.h"
#include "mem.h"

static enum pace pace_of(const struct case_file *c) {
    enum pace pace = c->target != NULL ? c->target->pace : PACE_DEFAULT;
    pace = pace != PACE_DEFAULT ? pace : c->indicator->pace;
    if (pace == PACE_DEFAULT) {
        pace = c->indicator->kind == KIND_FLOW ? PACE_LINEAR : PACE_NONE;
    }
    return pace;
}

/* The share due between two declared milestones: on the straight line, counted in months. The
 * window begins with 0 % and ends with 100 %. */
static struct ratio milestone_share(const struct case_file *c, const struct row *row,
                                    struct date day) {
    struct ratio hundred = ratio_int(100);
    struct ratio from = ratio_int(0);
    struct ratio to = hundred;
    struct ratio from_months = ratio_int(0);
    struct ratio to_months = c->months;
    for (ptrdiff_t i = 0; i < arrlen(c->target->milestones); i++) {
        const struct milestone *m = &c->target->milestones[i];
        struct ratio months = window_months_gone(row->window, m->date);
        if (date_cmp(m->date, day) <= 0) {
            from = m->percent;
            from_months = months;
        } else {
            to = m->percent;
            to_months = months;
            break;
        }
    }
    struct ratio length = ratio_sub(to_months, from_months);
    struct ratio gone = ratio_sub(c->months_gone, from_months);
    struct ratio share = from;
    if (ratio_sign(length) > 0) {
        struct ratio way = ratio_div(gone, length);
        share = ratio_add(from, ratio_mul(ratio_sub(to, from), way));
    }
    return ratio_div(share, hundred);
}

/* Last year's share of its own total on the same day. */
static struct quantity last_year_share(const struct case_file *c, const struct row *row) {
    if (row->last_year_same.why != DEFINED || c->last_total.why != DEFINED ||
        ratio_sign(c->last_total.value) <= 0 || ratio_sign(row->last_year_same.value) < 0) {
        return undefined(UNDEFINED_NO_DATA);
    }
    return defined(ratio_div(row->last_year_same.value, c->last_total.value));
}

static struct quantity share_due(const struct case_file *c, const struct row *row, enum pace pace) {
    if (!row->has_actual) {
        return undefined(UNDEFINED_NO_REPORT); /* phi is that of the figure's own date */
    }
    switch (pace) {
    case PACE_LINEAR:
        return row->elapsed;
    case PACE_MILESTONES:
        return defined(milestone_share(c, row, row->date));
    case PACE_LAST_YEAR:
        return last_year_share(c, row);
    default:
        return undefined(UNDEFINED_UNPACED);
    }
}

/* T x phi for a flow; B + (T - B) x phi for a stock. */
static struct quantity expected(const struct case_file *c, const struct row *row) {
    if (!row->has_target || !row->bounds_known) {
        return undefined(row->has_target ? UNDEFINED_NO_BASELINE : UNDEFINED_NO_TARGET);
    }
    if (!c->paced) {
        return undefined(UNDEFINED_UNPACED);
    }
    if (c->phi.why != DEFINED) {
        return undefined(c->phi.why);
    }
    if (!ratio_valid(row->deciding)) {
        return undefined(UNDEFINED_WITHIN);
    }
    if (c->indicator->kind == KIND_FLOW) {
        return defined(ratio_mul(row->deciding, c->phi.value));
    }
    if (row->baseline.why != DEFINED) {
        return undefined(UNDEFINED_NO_BASELINE);
    }
    struct ratio way = ratio_sub(row->deciding, row->baseline.value);
    return defined(ratio_add(row->baseline.value, ratio_mul(way, c->phi.value)));
}

void pace_row(struct case_file *c, struct row *row) {
    enum pace pace = indicator_adds_up(c->indicator) ? pace_of(c) : PACE_NONE;
    c->paced = pace != PACE_NONE;
    c->phi = share_due(c, row, pace);
    row->pace = pace;
    row->share_due = c->phi;
    row->expected = expected(c, row);
}
