/* SPDX-License-Identifier: MIT */
/* What is known of an indicator on a day: its own figures, or a ratio of its parts. */
#include "chain.h"
#include "hedge.h"
#include "ledger.h"
#include "mem.h"
#include "rollup.h"

static const struct reading nothing = {.figure = NONE};

static struct date earlier(struct date a, struct date b) {
    return date_cmp(a, b) < 0 ? a : b;
}

/* The last level or running total inside the window that was known on the day. */
static struct reading last_level(const struct ledger *ledger, struct figure_run run,
                                 struct window window, struct date as_of) {
    const struct figures *figures = &ledger->book->figures;
    for (int32_t i = run.first + run.count - 1; i >= run.first; i--) {
        struct date date = packed_date(&figures->packed[i]);
        if (date_cmp(date, as_of) <= 0 && window_holds(window, date)) {
            return reading_of_figure(ledger, i);
        }
    }
    return nothing;
}

/* ---- flows ---- */

/* Its predecessors' figures count until it reports, and what it reports piece by piece follows
 * them. */
static bool is_merged_in(const struct ledger *ledger, int32_t org, int32_t indicator,
                         struct window window) {
    const struct org *of = &ledger->book->orgs[org];
    return arrlen(of->predecessors) > 0 && date_known(of->from) &&
           date_cmp(of->from, window.first) > 0 && date_cmp(of->from, window.last) <= 0 &&
           indicator_rollup(&ledger->book->indicators[indicator]) == ROLLUP_SUM;
}

/* The predecessors' last figures by the day, added; unknown unless all have one, of one day. */
static struct reading of_predecessors(const struct ledger *ledger, int32_t org, int32_t indicator,
                                      int year, struct date as_of) {
    const int32_t *before = ledger->book->orgs[org].predecessors;
    struct reading sum = {.low = ratio_int(0), .high = ratio_int(0), .figure = NONE};
    effort_spend(ledger->effort, STEPS_MEMBER * arrlenu(before));
    for (ptrdiff_t i = 0; i < arrlen(before); i++) {
        struct window window = book_window(ledger->book, before[i], year);
        struct reading one = ledger_read(ledger, before[i], indicator, year, window, as_of);
        bool fits = one.known && one.partial == PARTIAL_NOT &&
                    (i == 0 || date_cmp(one.date, sum.date) == 0);
        reading_clear(&one);
        if (!fits) {
            return nothing;
        }
        sum.low = ratio_add(sum.low, one.low);
        sum.high = ratio_add(sum.high, one.high);
        sum.hedge = hedge_sum(sum.hedge, one.hedge);
        sum.date = one.date;
        sum.figure = one.figure;
        sum.known = true;
    }
    sum.computed = true;
    return sum;
}

/* A flow's total since the first day of its year. */
static struct reading year_total(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct date as_of) {
    struct window window = book_window(ledger->book, org, year);
    struct figure_run totals = ledger_figures(ledger, org, indicator, year, FIGURE_LEVEL);
    struct figure_run increments = ledger_figures(ledger, org, indicator, year, FIGURE_INCREMENT);
    struct date day = earlier(as_of, window.last);
    bool merged = is_merged_in(ledger, org, indicator, window);
    if (!merged && increments.count == 0) { /* as mostly */
        return last_level(ledger, totals, window, day);
    }
    struct chain chain = {
        .first = window.first,
        .totals = totals,
        .increments = increments,
        .merged = nothing,
        .last = day,
    };
    if (merged && chain.increments.count > 0) {
        struct date eve = date_previous(ledger->book->orgs[org].from);
        struct date last = earlier(eve, as_of);
        chain.merged = of_predecessors(ledger, org, indicator, year, last);
        chain.merged.known = chain.merged.known && date_cmp(chain.merged.date, eve) == 0;
    }
    struct reading total = chain_total(ledger, &chain);
    return total.known || !merged ? total
                                  : of_predecessors(ledger, org, indicator, year, chain.last);
}

/* What a flow has come to inside a part of the year: the increments of the part, or the running
 * total less the running total on the eve of the part. */
static struct reading part_total(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct window part, struct date as_of) {
    struct chain pieces = {
        .first = part.first,
        .increments = ledger_figures(ledger, org, indicator, year, FIGURE_INCREMENT),
        .merged = nothing,
        .last = earlier(as_of, part.last),
    };
    struct reading summed = chain_total(ledger, &pieces);
    struct date eve = date_previous(part.first);
    struct reading total = year_total(ledger, org, indicator, year, pieces.last);
    struct reading before = year_total(ledger, org, indicator, year, eve);
    bool from_totals = total.known && window_holds(part, total.date) && before.known &&
                       date_cmp(before.date, eve) == 0;
    if (!from_totals || (summed.known && date_cmp(summed.date, total.date) >= 0)) {
        return summed;
    }
    total.low = ratio_sub(total.low, before.high);
    total.high = ratio_sub(total.high, before.low);
    total.hedge = hedge_difference(total.hedge, before.hedge);
    total.computed = true;
    return total;
}

struct reading ledger_read_own(const struct ledger *ledger, int32_t org, int32_t indicator,
                               int year, struct window window, struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    if (indicator_is_level(what) || what->accumulates) { /* a mean has no increments */
        struct figure_run levels = ledger_figures(ledger, org, indicator, year, FIGURE_LEVEL);
        return last_level(ledger, levels, window, as_of);
    }
    struct window whole = book_window(ledger->book, org, year);
    if (date_cmp(whole.first, window.first) == 0) {
        return year_total(ledger, org, indicator, year, earlier(as_of, window.last));
    }
    return part_total(ledger, org, indicator, year, window, as_of);
}

/* ---- ratios ---- */

typedef struct reading read_function(const struct ledger *, int32_t, int32_t, int, struct window,
                                     struct date);

/* Where the figures of a ratio are looked for. */
struct whose {
    int32_t org;
    int year;
    struct window window;
};

/* Numerator over denominator on the last day on which both are known, in the indicator's unit. What
 * a group shows of one part may be older than what it showed on the day of the other. */
static struct reading quotient(const struct ledger *ledger, const struct indicator *what,
                               const struct whose *at, struct date as_of, read_function *look) {
    struct reading of = look(ledger, at->org, what->ratio_of, at->year, at->window, as_of);
    struct reading to = look(ledger, at->org, what->ratio_to, at->year, at->window, as_of);
    while (of.known && to.known && date_cmp(of.date, to.date) != 0) { /* back to a common day */
        struct date later = date_cmp(of.date, to.date) > 0 ? of.date : to.date;
        as_of = date_cmp(later, as_of) < 0 ? later : date_previous(later);
        reading_clear(&of);
        reading_clear(&to);
        of = look(ledger, at->org, what->ratio_of, at->year, at->window, as_of);
        to = look(ledger, at->org, what->ratio_to, at->year, at->window, as_of);
    }
    return reading_quotient(of, to, indicator_ratio_scale(ledger->book, what));
}

static bool has_parts(const struct indicator *what) {
    return what->ratio_of != NONE && what->ratio_to != NONE;
}

struct reading reading_quotient(struct reading of, struct reading to, struct ratio scale) {
    bool over = !of.rolled_up || (to.rolled_up && to.reporting < of.reporting);
    struct reading *lists = over ? &to : &of; /* whose members are named */
    struct reading *other = over ? &of : &to;
    if (!of.known || !to.known || ratio_sign(to.low) <= 0) {
        reading_clear(&of);
        reading_clear(&to);
        return nothing;
    }
    struct reading result = *lists;
    bool both = of.partial == PARTIAL_NOT && to.partial == PARTIAL_NOT;
    result.low = ratio_mul(ratio_div(of.low, ratio_sign(of.low) < 0 ? to.low : to.high), scale);
    result.high = ratio_mul(ratio_div(of.high, ratio_sign(of.high) < 0 ? to.high : to.low), scale);
    result.hedge = hedge_quotient(of.hedge, to.hedge);
    result.date = of.date;
    result.figure = of.figure;
    result.computed = true;
    result.partial = both ? PARTIAL_NOT : PARTIAL_OPEN;
    if (!of.rolled_up || !to.rolled_up) {
        result.date_from = result.date;
    }
    reading_clear(other);
    return result;
}

static struct reading read_ratio(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct window window, struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    struct whose at = {org, year, window};
    return has_parts(what) ? quotient(ledger, what, &at, as_of, ledger_read_own) : nothing;
}

bool ledger_reports_part(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                         struct window window, struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    return has_parts(what) &&
           (ledger_read_own(ledger, org, what->ratio_of, year, window, as_of).known ||
            ledger_read_own(ledger, org, what->ratio_to, year, window, as_of).known);
}

/* ---- all there is ---- */

static bool is_newer(const struct reading *a, const struct reading *b) {
    return a->known && (!b->known || date_cmp(a->date, b->date) > 0);
}

struct reading ledger_read_itself(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct window window, struct date as_of) {
    struct reading own = ledger_read_own(ledger, org, indicator, year, window, as_of);
    struct reading ratio = read_ratio(ledger, org, indicator, year, window, as_of);
    return is_newer(&ratio, &own) ? ratio : own;
}

/* A group's: what it reports itself stands, unless its members' is newer and complete. */
static struct reading read_group(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct window window, struct date as_of,
                                 struct reading own) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    bool reports_part = indicator_rollup(what) == ROLLUP_RATIO &&
                        ledger_reports_part(ledger, org, indicator, year, window, as_of);
    if (reports_part) { /* both parts as the group shows them */
        struct whose at = {org, year, window};
        struct reading shown = quotient(ledger, what, &at, as_of, ledger_read);
        bool whole = shown.partial == PARTIAL_NOT;
        if (is_newer(&shown, &own) && (whole || !own.known)) {
            return shown;
        }
        reading_clear(&shown);
    }
    if (own.known &&
        (reports_part || !rollup_has_after(ledger, org, indicator, year, as_of, own.date))) {
        return own;
    }
    struct reading members = rollup_read(ledger, org, indicator, year, window, as_of);
    if (reports_part) { /* of other days: who has a figure is told, there is none */
        members.known = false;
        members.partial = PARTIAL_NOT;
        members.date = (struct date){0, 0, 0};
        members.date_from = members.date;
    }
    if (own.known && (!is_newer(&members, &own) || members.partial != PARTIAL_NOT)) {
        reading_clear(&members);
        return own;
    }
    return members;
}

struct reading ledger_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of) {
    bool group = arrlen(ledger->book->orgs[org].members) > 0;
    if (!ledger_may_read(ledger, org, indicator)) {
        return group ? rollup_read(ledger, org, indicator, year, window, as_of) : nothing;
    }
    struct reading own = ledger_read_itself(ledger, org, indicator, year, window, as_of);
    return group ? read_group(ledger, org, indicator, year, window, as_of, own) : own;
}
