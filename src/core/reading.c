/* SPDX-License-Identifier: MIT */
/* What is known of an indicator on a day: its own figures, or a ratio of its parts. */
#include "ledger.h"
#include "mem.h"

static const struct reading nothing = {.figure = NONE};

static struct reading reading_of(const struct figure *f, int32_t index) {
    return (struct reading){
        .known = true,
        .low = f->low,
        .high = f->high,
        .hedge = f->hedge,
        .date = f->date,
        .figure = index,
    };
}

/* The last level or running total inside the window that was known on the day. */
static struct reading last_level(const struct ledger *ledger, struct figure_run run,
                                 struct window window, struct date as_of) {
    const struct figures *figures = &ledger->book->figures;
    for (int32_t i = run.first + run.count - 1; i >= run.first; i--) {
        struct date date = packed_date(&figures->packed[i]);
        if (date_cmp(date, as_of) <= 0 && window_holds(window, date)) {
            struct figure f = figures_get(figures, i);
            return reading_of(&f, i);
        }
    }
    return nothing;
}

/* Adds the increments that follow the reading without a gap and were over on the day. The run is
 * sorted by their last days; `next` is the first day not yet counted. */
static void add_increments(const struct ledger *ledger, struct figure_run run, struct date next,
                           struct window window, struct date as_of, struct reading *sum) {
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct figure f = figures_get(&ledger->book->figures, i);
        if (date_cmp(f.period.first, next) != 0 || date_cmp(f.date, as_of) > 0 ||
            date_cmp(f.date, window.last) > 0) {
            continue;
        }
        sum->low = ratio_add(sum->low, f.low);
        sum->high = ratio_add(sum->high, f.high);
        sum->hedge = f.hedge != HEDGE_NONE ? f.hedge : sum->hedge;
        sum->date = f.date;
        sum->figure = i;
        sum->computed = true;
        sum->known = true;
        next = date_next(f.date);
    }
}

/* Increments counted from the window's first day, without a gap. */
static struct reading from_increments(const struct ledger *ledger, struct figure_run run,
                                      struct window window, struct date as_of) {
    struct reading sum = nothing;
    sum.low = ratio_int(0);
    sum.high = ratio_int(0);
    add_increments(ledger, run, window.first, window, as_of, &sum);
    return sum;
}

/* A flow's total since the first day of its year: a running total carried on by the increments
 * that follow it, or increments alone where those reach further. */
static struct reading year_total(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct date as_of) {
    struct window window = book_window(ledger->book, org, year);
    struct figure_run levels = ledger_figures(ledger, org, indicator, year, FIGURE_LEVEL);
    struct figure_run increments = ledger_figures(ledger, org, indicator, year, FIGURE_INCREMENT);
    struct reading total = last_level(ledger, levels, window, as_of);
    struct reading summed = from_increments(ledger, increments, window, as_of);
    if (total.known) {
        add_increments(ledger, increments, date_next(total.date), window, as_of, &total);
    }
    bool further = summed.known && (!total.known || date_cmp(summed.date, total.date) > 0);
    return further ? summed : total;
}

/* What a flow has come to inside a part of the year: the increments of the part, or the running
 * total less the running total on the eve of the part. */
static struct reading part_total(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct window part, struct date as_of) {
    struct figure_run increments = ledger_figures(ledger, org, indicator, year, FIGURE_INCREMENT);
    struct date last = date_cmp(as_of, part.last) < 0 ? as_of : part.last;
    struct reading summed = from_increments(ledger, increments, part, last);
    struct date eve = date_previous(part.first);
    struct reading total = year_total(ledger, org, indicator, year, last);
    struct reading before = year_total(ledger, org, indicator, year, eve);
    bool from_totals = total.known && window_holds(part, total.date) && before.known &&
                       date_cmp(before.date, eve) == 0;
    if (!from_totals || (summed.known && date_cmp(summed.date, total.date) >= 0)) {
        return summed;
    }
    total.low = ratio_sub(total.low, before.high);
    total.high = ratio_sub(total.high, before.low);
    total.computed = true;
    return total;
}

struct reading ledger_read_own(const struct ledger *ledger, int32_t org, int32_t indicator,
                               int year, struct window window, struct date as_of) {
    if (indicator_is_level(&ledger->book->indicators[indicator])) {
        struct figure_run levels = ledger_figures(ledger, org, indicator, year, FIGURE_LEVEL);
        return last_level(ledger, levels, window, as_of);
    }
    struct window whole = book_window(ledger->book, org, year);
    if (date_cmp(whole.first, window.first) == 0) {
        struct date last = date_cmp(as_of, window.last) < 0 ? as_of : window.last;
        return year_total(ledger, org, indicator, year, last);
    }
    return part_total(ledger, org, indicator, year, window, as_of);
}

/* Numerator over denominator on one day, in the indicator's unit. */
static struct reading read_ratio(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct window window, struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    if (what->ratio_of == NONE || what->ratio_to == NONE) {
        return nothing;
    }
    struct reading of = ledger_read_own(ledger, org, what->ratio_of, year, window, as_of);
    struct reading to = ledger_read_own(ledger, org, what->ratio_to, year, window, as_of);
    while (of.known && to.known && date_cmp(of.date, to.date) != 0) { /* back to a common day */
        struct date both = date_cmp(of.date, to.date) < 0 ? of.date : to.date;
        of = ledger_read_own(ledger, org, what->ratio_of, year, window, both);
        to = ledger_read_own(ledger, org, what->ratio_to, year, window, both);
    }
    if (!of.known || !to.known || ratio_sign(to.low) <= 0) {
        return nothing;
    }
    struct ratio scale = indicator_ratio_scale(ledger->book, what);
    of.low = ratio_mul(ratio_div(of.low, to.high), scale);
    of.high = ratio_mul(ratio_div(of.high, to.low), scale);
    of.computed = true;
    return of;
}

struct reading ledger_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of) {
    if (!ledger_may_read(ledger, org, indicator)) {
        bool group = arrlen(ledger->book->orgs[org].members) > 0;
        return group ? rollup_read(ledger, org, indicator, year, window, as_of) : nothing;
    }
    struct reading own = ledger_read_own(ledger, org, indicator, year, window, as_of);
    struct reading ratio = read_ratio(ledger, org, indicator, year, window, as_of);
    if (ratio.known && (!own.known || date_cmp(ratio.date, own.date) > 0)) {
        own = ratio;
    }
    if (own.known || arrlen(ledger->book->orgs[org].members) == 0) {
        return own;
    }
    return rollup_read(ledger, org, indicator, year, window, as_of);
}
