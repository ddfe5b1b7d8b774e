/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include <string.h>

#include "mem.h"
#include "rules.h"
#include "words.h"

struct date measured_day(const struct indicator *what, struct window window) {
    if (what->measured_month == 0) {
        return (struct date){0, 0, 0};
    }
    struct date day = date_of(window.last.year, what->measured_month, what->measured_day);
    if (date_cmp(day, window.last) > 0) {
        day = date_year_before(day); /* the day falls in the first months of a shifted window */
    }
    return day;
}

/* ---- facts ---- */

bool bounds_are_limit(const struct bounds *bounds) {
    return !bounds->plain && (bounds->kind == TARGET_AT_MOST || bounds->kind == TARGET_LESS_THAN);
}

static void take_facts(const struct book *book, const struct row *row, int8_t facts[FACT_COUNT]) {
    const struct indicator *what = &book->indicators[row->indicator];
    struct window year = book_window(book, row->org, row->year);
    facts[F_KIND] = (int8_t)what->kind;
    facts[F_BETTER] = (int8_t)what->better;
    facts[F_TARGET] = (int8_t)(row->has_target ? row->bounds.kind : TARGET_KIND_COUNT);
    facts[F_TARGET_FIRST] = facts[F_TARGET];
    facts[F_PACE] = (int8_t)row->pace;
    facts[F_DECIMALS] = (int8_t)(what->decimals + 1);
    facts[F_FLOW] = !indicator_is_level(what);
    facts[F_LIMIT] = row->has_target && bounds_are_limit(&row->bounds);
    facts[F_NEVER] = 0;
    facts[F_REVISED] = row->revision != NONE;
    facts[F_STATED_BASE] = row->has_target && ratio_valid(row->bounds.base);
    facts[F_EACH] = row->each_group;
    facts[F_TOGETHER] = row->each_group && indicator_adds_up(what);
    facts[F_INTERVAL] = row->has_actual && ratio_cmp(row->low, row->high) != 0;
    facts[F_GROUP] = row->rolled_up || row->partial != PARTIAL_NOT;
    facts[F_BASE_PARTIAL] = row->base_partial;
    facts[F_BASE_PARTIAL_FIRST] = row->is[M_BASE_FIRST].why == UNDEFINED_PARTIAL;
    facts[F_MEASURED] = what->measured_month != 0;
    facts[F_WHOLE_YEAR] =
        date_cmp(year.first, row->window.first) == 0 && date_cmp(year.last, row->window.last) == 0;
}

/* ---- the target ---- */

/* The numbers of the bounds, from measure `low` on in the order of the enum; times n, but for
 * growth, which is of each. */
static void take_bounds(const struct bounds *bounds, int n, struct quantity low[]) {
    unsigned has = target_numbers(bounds->kind);
    struct ratio times = ratio_int(n);
    if ((has & HAS_LOW) != 0) {
        low[0] = quantity_exact(n == 1 ? bounds->low : ratio_mul(bounds->low, times));
    }
    if ((has & HAS_HIGH) != 0) {
        low[1] = quantity_exact(n == 1 ? bounds->high : ratio_mul(bounds->high, times));
    }
    if ((has & HAS_TOLERANCE) != 0) {
        low[2] = quantity_exact(n == 1 ? bounds->tolerance : ratio_mul(bounds->tolerance, times));
    }
    if ((has & HAS_GROW) != 0) {
        low[3] = quantity_exact(bounds->grow);
    }
}

/* The target's milestones on the row's calendar. Of those past the window only one can count, and
 * none where one stands at its end. */
static void take_course(const struct target *target, const struct row *row, struct course *out) {
    struct ratio *months = NULL;
    ptrdiff_t n = arrlen(target->milestones);
    for (ptrdiff_t i = 0; i < n; i++) {
        struct ratio gone = window_months_gone(row->window, target->milestones[i].date);
        if (date_cmp(target->milestones[i].date, row->window.last) > 0) {
            n = i > 0 && ratio_cmp(months[i - 1], gone) == 0 ? i : i + 1;
        }
        arrput(months, gone);
    }
    *out = (struct course){
        .points = target->milestones, .months = months, .count = (int)n, .whole = out->whole};
}

/* What only the target itself knows. */
static void take_target(const struct book *book, const struct row *row, struct given *out) {
    const struct indicator *what = &book->indicators[row->indicator];
    bool together = row->each_group && indicator_adds_up(what);
    int members = row->members_total;
    bool paced_by_it = row->pace == PACE_MILESTONES;
    take_bounds(&row->bounds, 1, &out->of[M_LOW]);
    if (row->revision == NONE && !paced_by_it) {
        return;
    }
    struct target target = targets_get(&book->targets, row->target);
    if (row->revision != NONE) {
        out->facts[F_TARGET_FIRST] = (int8_t)target.bounds.kind;
        take_bounds(&target.bounds, together ? members : 1, &out->of[M_LOW_FIRST]);
    }
    if (paced_by_it) {
        take_course(&target, row, &out->course);
    }
}

/* ---- the rest ---- */

static struct quantity whole(int64_t n) {
    return defined(ratio_int(n));
}

static struct quantity of_day(struct date day, enum undefined without) {
    return date_known(day) ? whole(date_serial(day)) : undefined(without);
}

static void take_days(const struct book *book, const struct row *row, struct given *out) {
    const struct indicator *what = &book->indicators[row->indicator];
    struct quantity *of = out->of;
    struct date seen = row->has_actual ? row->date : row->as_of;
    of[M_DAY] =
        row->has_actual ? of_day(row->date, UNDEFINED_NO_REPORT) : undefined(UNDEFINED_NO_REPORT);
    of[M_AS_OF] = of_day(row->as_of, UNDEFINED_NO_DATA);
    of[M_LAST_DAY] = of_day(row->window.last, UNDEFINED_NO_DATA);
    if (what->measured_month != 0) {
        struct window year = book_window(book, row->org, row->year);
        of[M_MEASURED] = of_day(measured_day(what, year), UNDEFINED_NO_DATA);
    }
    of[M_MONTHS] = defined(window_months(row->window));
    of[M_GONE] = defined(window_months_gone(row->window, seen));
    out->course.whole = of[M_MONTHS].value;
}

void given_of_row(const struct book *book, const struct row *row, struct given *out) {
    struct quantity *of = out->of;
    out->course = (struct course){0};
    memcpy(of, row->is, sizeof row->is);
    for (int m = MEASURE_KEPT_COUNT; m < MEASURE_COUNT; m++) {
        of[m] = undefined(UNDEFINED_NO_DATA);
    }
    take_facts(book, row, out->facts);
    take_days(book, row, out);
    if (row->has_target) {
        take_target(book, row, out);
    }
    of[M_ACTUAL] = row->has_actual ? quantity_exact(row->low) : undefined(UNDEFINED_NO_REPORT);
    of[M_ACTUAL_HIGH] =
        row->has_actual ? quantity_exact(row->high) : undefined(UNDEFINED_NO_REPORT);
    of[M_SLIPPING] = quantity_exact(book->edges.slipping);
    of[M_OVER] = quantity_exact(book->edges.over);
    of[M_PARTIAL] = whole(row->partial);
    if (row->rolled_up || row->each_group) {
        of[M_MEMBERS] = whole(row->members_total);
        of[M_REPORTING] = whole(row->members_reporting);
    }
}

void given_of_bounds(const struct bounds *bounds, enum better better, struct given *out) {
    const int8_t facts[FACT_COUNT] = {
        [F_TARGET] = (int8_t)bounds->kind, [F_BETTER] = (int8_t)better, [F_PACE] = PACE_NONE};
    out->course = (struct course){0};
    memcpy(out->facts, facts, sizeof facts);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        out->of[m] = undefined(UNDEFINED_NO_DATA);
    }
    take_bounds(bounds, 1, &out->of[M_LOW]);
}

void given_clear(struct given *given) {
    struct ratio *months = (struct ratio *)given->course.months;
    arrfree(months);
    given->course = (struct course){0};
}

struct frame given_frame(const struct given *given) {
    return (struct frame){.of = given->of, .facts = given->facts, .course = &given->course};
}

void given_evaluate(struct given *given) {
    struct frame frame = given_frame(given);
    rules_evaluate(rules, &frame, given->of);
}
