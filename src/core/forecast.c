/* SPDX-License-Identifier: MIT */
/* Last year, and where this year is heading (docs/QUY-TAC.md section 4). */
#include "bounds.h"
#include "history.h"
#include "judge.h"
#include "mem.h"

/* One value of a past reading; an interval has none that could be a base. */
static struct quantity past_value(const struct past *past) {
    if (past->boundary_changed) {
        return undefined(UNDEFINED_BOUNDARY);
    }
    if (!past->reading.known || ratio_cmp(past->reading.low, past->reading.high) != 0) {
        return undefined(UNDEFINED_NO_DATA);
    }
    return defined(past->reading.low);
}

static struct quantity against_last_year(const struct case_file *c, const struct row *row) {
    if (!row->has_actual || row->last_year_same.why != DEFINED) {
        return undefined(row->has_actual ? row->last_year_same.why : UNDEFINED_NO_REPORT);
    }
    if (c->indicator->kind == KIND_RATE || c->indicator->kind == KIND_DONE) {
        return undefined(UNDEFINED_KIND);
    }
    if (ratio_sign(row->last_year_same.value) <= 0) {
        return undefined(UNDEFINED_LAST_ZERO);
    }
    return ratio_sign(row->low) < 0 ? undefined(UNDEFINED_NEGATIVE)
                                    : defined(ratio_div(row->low, row->last_year_same.value));
}

void last_year_row(struct case_file *c, struct row *row) {
    struct date day = row->has_actual ? row->date : row->as_of;
    struct past base = history_baseline(c->ledger, row->org, row->indicator, row->year, row->as_of);
    struct past same =
        history_same_period(c->ledger, row->org, row->indicator, row->year, row->window, day);
    row->baseline = past_value(&base);
    row->baseline_date = row->baseline.why == DEFINED ? base.reading.date : (struct date){0, 0, 0};
    if (row->has_target && ratio_valid(row->bounds.base)) {
        bool stated = ratio_valid(c->target->bounds.base);
        row->baseline = defined(row->bounds.base);
        row->baseline_date = stated ? (struct date){0, 0, 0} : row->baseline_date;
    }
    row->last_year_by_now = past_value(&same);
    row->last_year_by_now_date =
        row->last_year_by_now.why == DEFINED ? same.reading.date : (struct date){0, 0, 0};
    row->last_year_same = row->has_actual ? row->last_year_by_now : undefined(UNDEFINED_NO_REPORT);
    row->last_year_date =
        row->last_year_same.why == DEFINED ? same.reading.date : (struct date){0, 0, 0};
    row->baseline_figure = date_known(row->baseline_date) ? base.reading.figure : NONE;
    row->last_year_figure = row->last_year_same.why == DEFINED ? same.reading.figure : NONE;
    row->last_year_merged = base.merged || same.merged;
    row->vs_last_year = against_last_year(c, row);
    struct past total =
        history_total(c->ledger, row->org, row->indicator, row->year, row->window, row->as_of);
    c->last_total = past_value(&total);
    row->last_year_total = c->last_total;
}

static struct quantity run_rate(const struct case_file *c, const struct row *row) {
    if (c->indicator->kind != KIND_FLOW || !c->paced) {
        return undefined(UNDEFINED_UNPACED);
    }
    if (!row->has_actual) {
        return undefined(UNDEFINED_NO_REPORT);
    }
    if (c->phi.why != DEFINED || ratio_sign(c->phi.value) <= 0) {
        return undefined(c->phi.why != DEFINED ? c->phi.why : UNDEFINED_NOT_BEGUN);
    }
    return defined(ratio_div(row->low, c->phi.value));
}

static struct quantity seasonal(const struct case_file *c, const struct row *row) {
    struct window year = book_window(c->ledger->book, row->org, row->year);
    bool whole_year =
        date_cmp(year.first, row->window.first) == 0 && date_cmp(year.last, row->window.last) == 0;
    if (c->indicator->kind != KIND_FLOW || !row->has_actual || !whole_year ||
        c->last_total.why != DEFINED || row->last_year_same.why != DEFINED ||
        ratio_sign(row->last_year_same.value) <= 0) {
        return undefined(UNDEFINED_NO_DATA);
    }
    struct ratio season = ratio_div(c->last_total.value, row->last_year_same.value);
    return defined(ratio_mul(row->low, season));
}

/* The officer's last estimate of the whole year made by the as-of date. */
static void estimate(const struct case_file *c, struct row *row) {
    struct figure_run run =
        ledger_figures(c->ledger, row->org, row->indicator, row->year, FIGURE_ESTIMATE);
    row->estimate = undefined(UNDEFINED_NO_DATA);
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct figure f = figures_get(&c->ledger->book->figures, i);
        if (date_cmp(f.date, row->as_of) <= 0) {
            row->estimate = defined(f.low);
            row->estimate_date = f.date;
        }
    }
}

static struct quantity needed(const struct case_file *c, const struct row *row) {
    if (row->left.why != DEFINED) {
        return undefined(row->left.why);
    }
    if (bounds_met(&row->bounds, c->indicator->better, row->low)) {
        return undefined(UNDEFINED_MET);
    }
    struct ratio rest = ratio_sub(c->months, c->months_gone);
    return ratio_sign(rest) > 0 ? defined(ratio_div(row->left.value, rest))
                                : undefined(UNDEFINED_NO_TIME);
}

static struct quantity achieved(const struct case_file *c, const struct row *row) {
    if (c->indicator->kind != KIND_FLOW || !row->has_actual) {
        return undefined(row->has_actual ? UNDEFINED_UNPACED : UNDEFINED_NO_REPORT);
    }
    return ratio_sign(c->months_gone) > 0 ? defined(ratio_div(row->low, c->months_gone))
                                          : undefined(UNDEFINED_NOT_BEGUN);
}

void forecast_row(const struct case_file *c, struct row *row) {
    row->forecast_run_rate = run_rate(c, row);
    row->forecast_seasonal = seasonal(c, row);
    estimate(c, row);
    row->needed_per_month = needed(c, row);
    row->achieved_per_month = achieved(c, row);
}
