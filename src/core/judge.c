/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <string.h>

#include "alike.h"
#include "estimate.h"
#include "facts.h"
#include "history.h"
#include "plan.h"
#include "rules.h"

static const struct date no_date = {0, 0, 0};

/* ---- last year ---- */

static bool is_number(const struct reading *reading) {
    return reading->known && ratio_cmp(reading->low, reading->high) == 0;
}

/* One value of a past reading; an interval has none that could be a base. */
static struct quantity past_value(const struct past *past) {
    if (past->boundary_changed) {
        return undefined(UNDEFINED_BOUNDARY);
    }
    return is_number(&past->reading) ? quantity_exact(past->reading.low)
                                     : undefined(UNDEFINED_NO_DATA);
}

static bool is_whole_year(const struct book *book, const struct row *row) {
    struct window year = book_window(book, row->org, row->year);
    return date_cmp(year.first, row->window.first) == 0 &&
           date_cmp(year.last, row->window.last) == 0;
}

/* B of a part of the year is that of the same part: of a flow, and of a level that is to grow. */
static struct past find_base(const struct ledger *ledger, bool grows, const struct row *row) {
    const struct indicator *what = &ledger->book->indicators[row->indicator];
    bool of_part = !is_whole_year(ledger->book, row);
    if (of_part && (grows || indicator_counts_in_parts(what))) {
        return history_part_baseline(ledger, row->org, row->indicator, row->year, row->window,
                                     row->as_of);
    }
    return history_baseline(ledger, row->org, row->indicator, row->year,
                            of_part || indicator_is_level(what), row->as_of);
}

static struct quantity base_value(const struct past *past) {
    return past->partial               ? undefined(UNDEFINED_PARTIAL)
           : is_number(&past->reading) ? quantity_exact(past->reading.low)
                                       : undefined(UNDEFINED_NO_DATA);
}

/* The base of the target as first assigned: the stated one, else last year's figure; where each
 * member grows over its own, the group has none. */
static struct quantity first_base(const struct ledger *ledger, const struct target *target,
                                  const struct row *row) {
    if (target == NULL || row->revision == NONE) {
        return undefined(UNDEFINED_NO_DATA);
    }
    if (ratio_valid(target->bounds.base)) {
        return quantity_exact(target->bounds.base);
    }
    if (row->each_group) {
        return undefined(UNDEFINED_NO_BASELINE);
    }
    struct past past = find_base(ledger, target->bounds.kind == TARGET_GROW, row);
    return base_value(&past);
}

static void take_base(const struct ledger *ledger, const struct target *target, struct row *row) {
    bool grows = row->has_target && row->bounds.kind == TARGET_GROW;
    struct past past = find_base(ledger, grows, row);
    struct quantity base = base_value(&past);
    row->is[M_BASE_FIRST] = first_base(ledger, target, row);
    row->is[M_BASE] = base;
    row->base_partial = past.partial;
    row->baseline_date = base.why == DEFINED ? past.reading.date : no_date;
    if (row->has_target && ratio_valid(row->bounds.base)) {
        row->is[M_BASE] = quantity_exact(row->bounds.base);
        row->base_partial = false;
        row->baseline_date = no_date;
    }
    row->baseline_figure = date_known(row->baseline_date) ? past.reading.figure : NONE;
    row->last_year_merged = past.merged;
}

static bool shows_own(const struct ledger *ledger, const struct row *row, int32_t part) {
    struct reading shown = ledger_read(ledger, row->org, part, row->year, row->window, row->date);
    reading_clear(&shown);
    return !shown.rolled_up;
}

/* One of the parts of its quotient is what the group itself reported. */
static bool shows_part(const struct ledger *ledger, const struct row *row) {
    const struct indicator *what = &ledger->book->indicators[row->indicator];
    return ledger_reports_part(ledger, row->org, row->indicator, row->year, row->window,
                               row->as_of) &&
           (shows_own(ledger, row, what->ratio_of) || shows_own(ledger, row, what->ratio_to));
}

/* The figure is its members', so that last year's is taken of the same ones. */
static bool is_by_members(const struct ledger *ledger, const struct row *row) {
    const struct indicator *what = &ledger->book->indicators[row->indicator];
    return row->has_actual && row->rolled_up &&
           !history_is_first_year(ledger, row->org, row->year) &&
           !(indicator_rollup(what) == ROLLUP_RATIO && !row->each_group && shows_part(ledger, row));
}

static void set_same(struct row *row, const struct past *same) {
    row->is[M_BY_NOW] = past_value(same);
    bool known = row->is[M_BY_NOW].why == DEFINED;
    row->last_year_by_now_date = known ? same->reading.date : no_date;
    row->last_year_date = row->has_actual ? row->last_year_by_now_date : no_date;
    row->last_year_figure = row->has_actual && known ? same->reading.figure : NONE;
    row->last_year_merged = row->last_year_merged || same->merged;
}

/* Of the organisation itself: its own, or all of its members'. */
static void take_own_last_year(const struct ledger *ledger, struct row *row) {
    struct date day = row->has_actual ? row->date : row->as_of;
    struct past same =
        history_same_period(ledger, row->org, row->indicator, row->year, row->window, day);
    if (row->has_actual && row->partial != PARTIAL_NOT) { /* never a part with a whole */
        same.reading.known = false;
    }
    set_same(row, &same);
    row->is[M_SEASON] = row->is[M_BY_NOW];
}

/* Last year's total and figure of the day over the members that have both. */
static void take_season(const struct ledger *ledger, const struct alike_question *q,
                        struct row *row) {
    struct alike season = alike_season(ledger, q);
    row->is[M_SEASON] = undefined(UNDEFINED_NO_DATA);
    if (season.members > 0) {
        row->is[M_SEASON] = quantity_exact(season.now.low);
        row->is[M_LAST_TOTAL] = quantity_exact(season.then.low);
    }
}

/* Of the members that have both figures; of a whole what the group itself reported goes first. */
static void take_alike(const struct ledger *ledger, struct row *row) {
    struct alike_question q = {row->org, row->indicator, row->year, row->window, row->as_of};
    bool flow = !indicator_is_level(&ledger->book->indicators[row->indicator]);
    struct past own = history_own_same_period(ledger, row->org, row->indicator, row->year,
                                              row->window, row->date);
    bool taken = row->partial == PARTIAL_NOT && is_number(&own.reading) && !own.merged;
    if (taken) {
        set_same(row, &own);
    } else {
        struct alike alike = alike_same_period(ledger, &q);
        struct past same = {.reading = alike.then, .merged = alike.merged};
        set_same(row, &same);
        row->members_alike = alike.members;
        if (alike.members > 0) {
            row->is[M_ALIKE] = quantity_exact(alike.now.low);
        }
    }
    struct past total =
        history_own_total(ledger, row->org, row->indicator, row->year, row->window, row->as_of);
    row->is[M_SEASON] = row->is[M_BY_NOW];
    if (flow && !(taken && is_number(&total.reading))) {
        take_season(ledger, &q, row);
    }
}

static void take_last_year(const struct ledger *ledger, struct row *row) {
    struct past total =
        history_total(ledger, row->org, row->indicator, row->year, row->window, row->as_of);
    row->is[M_LAST_TOTAL] = past_value(&total);
    row->is[M_ALIKE] = row->has_actual ? quantity_exact(row->low) : undefined(UNDEFINED_NO_REPORT);
    row->members_alike = 0;
    if (is_by_members(ledger, row)) {
        take_alike(ledger, row);
    } else {
        take_own_last_year(ledger, row);
    }
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

/* The officer's last estimate made by the as-of date: of the whole year, so not of a part. */
static void take_estimate(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    row->is[M_ESTIMATE] = undefined(UNDEFINED_NO_DATA);
    row->is[M_ESTIMATE_HIGH] = undefined(UNDEFINED_NO_DATA);
    if (!is_whole_year(book, row)) {
        return;
    }
    struct reading r = estimate_read(ledger, row->org, row->indicator, row->year, row->as_of);
    if (!r.known) {
        return;
    }
    if (r.rolled_up && indicator_rollup(&book->indicators[row->indicator]) == ROLLUP_COUNT_YES) {
        r.low = ratio_int(ratio_cmp(r.low, ratio_int(r.total)) == 0); /* all will have it */
        r.high = r.low;
    }
    row->is[M_ESTIMATE] = quantity_exact(r.low);
    if (ratio_cmp(r.low, r.high) != 0) {
        row->is[M_ESTIMATE_HIGH] = quantity_exact(r.high);
    }
    row->estimate_date = r.date;
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

/* By rules that are folded already, where many rows are judged. */
static void evaluate(const struct ledger *ledger, struct given *given) {
    const struct plan *plan = ledger->plans != NULL ? plans_get(ledger->plans, given->facts) : NULL;
    struct frame frame = given_frame(given);
    rules_evaluate(plan != NULL ? plan->rule : rules, &frame, given->of);
}

void judge_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct target target;
    effort_spend(ledger->effort, STEPS_JUDGED);
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
    evaluate(ledger, &given);
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
