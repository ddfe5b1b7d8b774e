/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <string.h>

#include "facts.h"
#include "history.h"
#include "rules.h"

static const struct date no_date = {0, 0, 0};

/* ---- last year ---- */

/* One value of a past reading; an interval has none that could be a base. */
static struct quantity past_value(const struct past *past) {
    if (past->boundary_changed) {
        return undefined(UNDEFINED_BOUNDARY);
    }
    if (!past->reading.known || ratio_cmp(past->reading.low, past->reading.high) != 0) {
        return undefined(UNDEFINED_NO_DATA);
    }
    return quantity_exact(past->reading.low);
}

/* The base of the target as first assigned: the stated one, else last year's figure; a group has
 * none of its own. */
static struct quantity first_base(const struct target *target, const struct row *row,
                                  struct quantity last_year) {
    if (target == NULL || row->revision == NONE) {
        return undefined(UNDEFINED_NO_DATA);
    }
    if (ratio_valid(target->bounds.base)) {
        return quantity_exact(target->bounds.base);
    }
    return row->each_group ? undefined(UNDEFINED_NO_BASELINE) : last_year;
}

static void take_base(const struct ledger *ledger, const struct target *target, struct row *row) {
    struct past past = history_baseline(ledger, row->org, row->indicator, row->year, row->as_of);
    struct quantity base = past_value(&past);
    row->is[M_BASE_FIRST] = first_base(target, row, base);
    row->is[M_BASE] = base;
    row->baseline_date = base.why == DEFINED ? past.reading.date : no_date;
    if (row->has_target && ratio_valid(row->bounds.base)) {
        row->is[M_BASE] = quantity_exact(row->bounds.base);
        row->baseline_date = ratio_valid(target->bounds.base) ? no_date : row->baseline_date;
    }
    row->baseline_figure = date_known(row->baseline_date) ? past.reading.figure : NONE;
    row->last_year_merged = past.merged;
}

static void take_last_year(const struct ledger *ledger, struct row *row) {
    struct date day = row->has_actual ? row->date : row->as_of;
    struct past same =
        history_same_period(ledger, row->org, row->indicator, row->year, row->window, day);
    struct past total =
        history_total(ledger, row->org, row->indicator, row->year, row->window, row->as_of);
    row->is[M_BY_NOW] = past_value(&same);
    row->is[M_LAST_TOTAL] = past_value(&total);
    row->is[M_SEASON] = row->is[M_BY_NOW];
    row->is[M_ALIKE] = row->has_actual ? quantity_exact(row->low) : undefined(UNDEFINED_NO_REPORT);
    bool known = row->is[M_BY_NOW].why == DEFINED;
    row->last_year_by_now_date = known ? same.reading.date : no_date;
    row->last_year_date = row->has_actual ? row->last_year_by_now_date : no_date;
    row->last_year_figure = row->has_actual && known ? same.reading.figure : NONE;
    row->last_year_merged = row->last_year_merged || same.merged;
}

/* ---- this year ---- */

static enum pace pace_of(const struct indicator *what, const struct target *target) {
    enum pace pace = target != NULL ? target->pace : PACE_DEFAULT;
    bool flow = !indicator_is_level(what);
    if (!flow && !indicator_adds_up(what)) {
        return PACE_NONE;
    }
    pace = pace != PACE_DEFAULT ? pace : what->pace;
    if (pace == PACE_DEFAULT) {
        pace = flow ? PACE_LINEAR : PACE_NONE;
    }
    return pace;
}

/* The officer's last estimate of the whole year made by the as-of date. */
static void take_estimate(const struct ledger *ledger, struct row *row) {
    struct figure_run run =
        ledger_figures(ledger, row->org, row->indicator, row->year, FIGURE_ESTIMATE);
    row->is[M_ESTIMATE] = undefined(UNDEFINED_NO_DATA);
    row->is[M_ESTIMATE_HIGH] = undefined(UNDEFINED_NO_DATA);
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct figure f = figures_get(&ledger->book->figures, i);
        if (date_cmp(f.date, row->as_of) <= 0) {
            row->is[M_ESTIMATE] = quantity_exact(f.low);
            row->is[M_ESTIMATE_HIGH] = ratio_cmp(f.low, f.high) != 0 ? quantity_exact(f.high)
                                                                     : undefined(UNDEFINED_NO_DATA);
            row->estimate_date = f.date;
        }
    }
}

/* ---- the verdict ---- */

static enum status status_in(const struct row *row, enum measure m) {
    return row->is[m].why == DEFINED ? (enum status)row->is[m].value.num : STATUS_NO_REPORT;
}

static void set_status(struct row *row) {
    row->status = status_in(row, M_STATUS);
    row->computed_status = row->status;
}

static void take_verdict(struct row *row) {
    struct date end = row->window.last;
    bool ends_differ = status_in(row, M_STATUS_LOW) != status_in(row, M_STATUS_HIGH);
    set_status(row);
    row->uncertain = ends_differ && !row->each_group; /* whose members decide */
    row->stale = row->has_actual && date_cmp(row->date, end) < 0 && date_cmp(row->as_of, end) > 0;
}

void judge_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct target target;
    if (row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    const struct target *its = row->has_target ? &target : NULL;
    row->pace = pace_of(&book->indicators[row->indicator], its);
    take_base(ledger, its, row);
    take_last_year(ledger, row);
    take_estimate(ledger, row);

    struct given given;
    given_of_row(book, row, &given);
    given_evaluate(&given);
    memcpy(row->is, given.of, sizeof row->is);
    struct frame frame = given_frame(&given);
    row->past = row->ceiling && expr_holds(rule_past, &frame) == 1;
    given_clear(&given);

    if (row->has_target && row->bounds.kind == TARGET_GROW && row->is[M_STATED].why == DEFINED) {
        row->bounds.low = row->is[M_STATED].value;
        row->bounds.high = row->is[M_STATED].value;
    }
    take_verdict(row);
}

void judge_members(const struct ledger *ledger, struct row *row, enum status worst) {
    struct given given;
    given_of_row(ledger->book, row, &given);
    if (worst != STATUS_NONE) {
        given.of[M_WORST] = defined(ratio_int(worst));
    }
    struct frame frame = given_frame(&given);
    struct quantity *status = &row->is[M_STATUS];
    status->value = ratio_int(0);
    status->why = expr_value(rules[M_STATUS], &frame, &status->value);
    given_clear(&given);
    set_status(row);
}
