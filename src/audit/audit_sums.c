/* SPDX-License-Identifier: MIT */
/* A figure against what should add up to it: its increments, its members, its parts, the two
 * figures of its ratio (docs/QUY-TAC.md sections 3, 4 and 6). */
#include <stdio.h>

#include "audit_inside.h"
#include "mem.h"
#include "published.h"
#include "words.h"

static struct place place_of(const struct audit *a, int32_t figure) {
    return figure != NONE ? figures_get(&a->book->figures, figure).place : no_place;
}

/* ---- increments ---- */

/* Increments that cover the whole span of a running total must add up to it. */
static void check_increments(const struct audit *a, const struct figure *f) {
    char summed[RATIO_TEXT];
    char stated[RATIO_TEXT];
    char date[DATE_TEXT];
    struct figure_run run = a->increments;
    if (f->kind != FIGURE_LEVEL || run.count == 0 ||
        indicator_is_level(&a->book->indicators[f->indicator])) {
        return;
    }
    struct date next = book_window(a->book, f->org, f->year).first;
    struct ratio low = ratio_int(0);
    struct ratio high = ratio_int(0);
    struct place last = no_place;
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct figure part = figures_get(&a->book->figures, i);
        if (date_cmp(part.period.first, next) == 0 && date_cmp(part.date, f->date) <= 0) {
            low = ratio_add(low, part.low);
            high = ratio_add(high, part.high);
            next = date_next(part.date);
            last = part.place;
        }
    }
    bool covered = last.file != NONE && date_cmp(next, date_next(f->date)) == 0;
    if (covered && (ratio_cmp(low, f->high) > 0 || ratio_cmp(high, f->low) < 0)) {
        FIND(a->findings, MSG_INCREMENTS_DIFFER, f->place, audit_plain(low, summed),
             audit_plain(f->low, stated), date_print(f->date, date))
            ->related = last;
    }
}

enum { PERIOD_TEXT = 2 * DATE_TEXT + 8 };

/* "2024-02" as the file would write it, "2024-02 – 2024-04", else the days. */
static void name_period(struct window w, char text[PERIOD_TEXT]) {
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    struct date end = date_previous(date_add_months(w.first, 1));
    if (date_cmp(end, w.last) == 0) {
        snprintf(text, PERIOD_TEXT, "%04d-%02d", w.last.year, w.last.month);
        return;
    }
    struct ratio months = window_months(w);
    if (months.den == 1) {
        snprintf(text, PERIOD_TEXT, "%04d-%02d – %04d-%02d", end.year, end.month, w.last.year,
                 w.last.month);
        return;
    }
    date_print(w.first, first);
    date_print(w.last, last);
    snprintf(text, PERIOD_TEXT, "%s – %s", first, last);
}

/* No row is of the whole year, and that of some part counts what ends on the day. */
static bool counted_in_part(const struct audit *a, const struct figure *f) {
    struct run run = ledger_targets(a->ledger, f->org, f->indicator, f->year);
    bool counted = false;
    for (int i = 0; i < run.count; i++) {
        struct target target = targets_get(&a->book->targets, run.first[i]);
        if (!date_known(target.during.first)) {
            return false;
        }
        struct reading r = ledger_read_own(a->ledger, f->org, f->indicator, f->year, target.during,
                                           target.during.last);
        counted = counted || (window_holds(target.during, f->date) && r.known &&
                              date_cmp(r.date, f->date) >= 0);
        reading_clear(&r);
    }
    return counted;
}

/* Increments that end after the last day counted: said once, at the first of the series. */
static void check_gap(const struct audit *a, const struct figure *f, int32_t index) {
    char missing[PERIOD_TEXT];
    char behind[PERIOD_TEXT];
    char left_out[RATIO_TEXT];
    if (f->kind != FIGURE_INCREMENT || index != a->increments.first) {
        return;
    }
    struct window year = book_window(a->book, f->org, f->year);
    struct reading r = ledger_read_own(a->ledger, f->org, f->indicator, f->year, year, year.last);
    struct date counted = r.known ? r.date : date_previous(year.first);
    reading_clear(&r);
    struct ratio sum = ratio_int(0);
    struct window span = {{0, 0, 0}, {0, 0, 0}};
    struct place place = no_place;
    for (int32_t i = index; i < index + a->increments.count; i++) {
        struct figure late = figures_get(&a->book->figures, i);
        bool within = date_known(span.last) && date_cmp(late.period.first, span.last) <= 0;
        if (date_cmp(late.date, counted) <= 0 || within ||
            date_cmp(late.period.first, counted) <= 0 || counted_in_part(a, &late)) {
            continue; /* counted, or said by another that covers it */
        }
        place = place.file == NONE ? late.place : place;
        span.first = date_known(span.first) ? span.first : late.period.first;
        span.last = late.date;
        sum = ratio_add(sum, late.low);
    }
    if (place.file != NONE || date_known(span.first)) {
        struct window gap = {date_next(counted), date_previous(span.first)};
        name_period(gap, missing);
        name_period(span, behind);
        FIND(a->findings, MSG_BEHIND_GAP, place, missing, audit_plain(sum, left_out), behind,
             a->book->indicators[f->indicator].name);
    }
}

/* ---- members ---- */

/* A group's own figure against its members', when all of them have one of the same day. */
static void check_members(const struct audit *a, const struct figure *f) {
    char summed[RATIO_TEXT];
    char stated[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (arrlen(a->book->orgs[f->org].members) == 0 || indicator_rollup(what) != ROLLUP_SUM ||
        f->kind == FIGURE_ESTIMATE) {
        return;
    }
    struct window window =
        f->kind == FIGURE_INCREMENT ? f->period : book_window(a->book, f->org, f->year);
    struct reading r = rollup_read(a->ledger, f->org, f->indicator, f->year, window, f->date);
    bool one_day = !date_known(r.date_from) || date_cmp(r.date_from, f->date) == 0;
    bool comparable =
        r.known && r.partial == PARTIAL_NOT && date_cmp(r.date, f->date) == 0 && one_day;
    if (comparable && (ratio_cmp(r.low, f->high) > 0 || ratio_cmp(r.high, f->low) < 0)) {
        FIND(a->findings, MSG_MEMBERS_DIFFER, f->place, audit_plain(r.low, summed),
             audit_plain(f->low, stated));
    }
    reading_clear(&r);
}

/* ---- a ratio ---- */

/* One of the two figures of a ratio on the day, as the organisation shows it. */
static bool part_on_day(const struct audit *a, int32_t indicator, const struct figure *f,
                        struct reading *out) {
    struct window window = book_window(a->book, f->org, f->year);
    *out = ledger_read(a->ledger, f->org, indicator, f->year, window, f->date);
    reading_clear(out);
    return out->known && out->partial == PARTIAL_NOT && date_cmp(out->date, f->date) == 0;
}

/* A reported share or mean that neither equals what its reported parts make nor is it cut. */
static void check_ratio(const struct audit *a, const struct figure *f) {
    char stated[RATIO_TEXT];
    char made[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    struct reading of;
    struct reading to;
    if (f->kind != FIGURE_LEVEL || what->ratio_of == NONE || what->ratio_to == NONE ||
        ratio_cmp(f->low, f->high) != 0 || !part_on_day(a, what->ratio_of, f, &of) ||
        !part_on_day(a, what->ratio_to, f, &to) || ratio_sign(to.low) <= 0) {
        return;
    }
    const struct ratio edges[] = {ratio_int(0), ratio_int(100)};
    size_t n = indicator_traits(what->kind)->of_whole ? 2 : 0;
    struct ratio scale = indicator_ratio_scale(a->book, what);
    struct ratio low = ratio_mul(ratio_div(of.low, to.high), scale);
    struct ratio high = ratio_mul(ratio_div(of.high, to.low), scale);
    int decimals = ratio_decimals(f->low);
    const struct published said = {f->low, decimals < 0 ? 0 : decimals, f->hedge};
    if (ratio_valid(low) && published_compare(&said, low, edges, n) == VERDICT_DIFFERS &&
        published_compare(&said, high, edges, n) == VERDICT_DIFFERS) {
        FIND(a->findings, MSG_RATIO_CONTRADICTS, f->place, audit_plain(f->low, stated),
             ratio_plain(low, false, &f->low, 1, made), what->name)
            ->related = place_of(a, of.figure);
    }
}

/* ---- parts ---- */

/* What the whole has come to on the figure's day, where the figure is the last that makes it. */
static bool whole_on_day(const struct audit *a, const struct figure *f, int32_t index,
                         struct ratio *low, struct ratio *high) {
    *low = f->low;
    *high = f->high;
    if (f->kind != FIGURE_INCREMENT) {
        return f->kind == FIGURE_LEVEL;
    }
    struct window window = book_window(a->book, f->org, f->year);
    struct reading r = ledger_read_own(a->ledger, f->org, f->indicator, f->year, window, f->date);
    *low = r.low;
    *high = r.high;
    reading_clear(&r);
    return r.known && r.figure == index;
}

/* Where they add up their sum; of shares the largest. */
static void check_breakdown(const struct audit *a, const struct partition *breakdown,
                            const struct figure *f, struct ratio low, struct ratio high) {
    char summed[RATIO_TEXT];
    char whole[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    struct window window = book_window(a->book, f->org, f->year);
    struct part_sum sum = parts_on_day(a->ledger, breakdown, f->org, f->year, window, f->date);
    bool adds = indicator_adds_up(what);
    struct ratio most = adds ? sum.low : sum.most;
    struct place place = adds ? sum.place : sum.largest;
    if (sum.there > 0 && ratio_cmp(most, high) > 0) {
        FIND(a->findings, MSG_PARTS_ABOVE, place.file != NONE ? place : f->place,
             audit_plain(most, summed), audit_plain(high, whole), what->name)
            ->related = f->place;
    } else if (adds && sum.there > 0 &&
               parts_compare(breakdown, &sum, low, high) == VERDICT_SHORT) {
        FIND(a->findings, MSG_PARTS_SHORT, f->place, audit_plain(sum.high, summed),
             audit_plain(low, whole), what->name)
            ->related = sum.place;
    }
}

static void check_parts_of(const struct audit *a, const struct figure *f, int32_t index) {
    struct breakdown_run its = breakdowns_of(&a->breakdowns, f->indicator);
    struct ratio low;
    struct ratio high;
    if (its.first == its.end || !whole_on_day(a, f, index, &low, &high)) {
        return;
    }
    for (int32_t b = its.first; b < its.end; b++) {
        check_breakdown(a, &a->breakdowns.all[b], f, low, high);
    }
}

void audit_sums(struct audit *a, const struct figure *f, int32_t index) {
    check_increments(a, f);
    check_gap(a, f, index);
    check_members(a, f);
    check_ratio(a, f);
    check_parts_of(a, f, index);
}
