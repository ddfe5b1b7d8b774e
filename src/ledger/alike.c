/* SPDX-License-Identifier: MIT */
#include "alike.h"

#include "history.h"
#include "mem.h"
#include "memo.h"

/* One member on both sides. */
struct pair {
    struct share now;
    struct share then;
    bool both;
    bool merged;
    bool refused; /* it has both, but no weight for last year's */
};

/* What is asked of every member. */
struct pairing {
    const struct roll_call *r; /* of this year's figure */
    struct window window;      /* of the year, or the part */
    struct date as_of;
    bool season; /* last year's figure of the day and last year's total */
};

static bool is_number(const struct reading *reading) {
    return reading->known && ratio_cmp(reading->low, reading->high) == 0;
}

static struct window window_of(const struct pairing *p, int32_t org) {
    const struct question *q = &p->r->q;
    return q->part ? p->window : book_window(p->r->ledger->book, org, q->year);
}

/* A member's figure of the year before, of the same day as this year's. */
static struct past same_day(const struct pairing *p, int32_t org, int32_t indicator,
                            struct date date) {
    return history_same_period(p->r->ledger, org, indicator, p->r->q.year, window_of(p, org), date);
}

/* Last year's numerator and denominator of one day; over a change of boundary there are none. */
static void take_parts(const struct pairing *p, struct date date, struct pair *pair) {
    int32_t org = pair->then.org;
    const struct indicator *what = p->r->what;
    struct past of = same_day(p, org, what->ratio_of, date);
    struct past to = same_day(p, org, what->ratio_to, date);
    pair->then.value = of.reading;
    pair->then.against = to.reading;
    pair->both = is_number(&of.reading) && is_number(&to.reading) && !of.merged && !to.merged &&
                 date_cmp(of.reading.date, to.reading.date) == 0;
}

/* The weight by last year's figure's day, as of this year's. */
static void take_weight(const struct pairing *p, struct pair *pair) {
    const struct ledger *ledger = p->r->ledger;
    int year = p->r->q.year - 1;
    int32_t org = pair->then.org;
    struct reading weight =
        ledger_read(ledger, org, p->r->what->weight, year, book_window(ledger->book, org, year),
                    pair->then.value.date);
    reading_clear(&weight);
    pair->then.against = weight;
    pair->refused = pair->both && !(is_number(&weight) && weight.partial == PARTIAL_NOT &&
                                    ratio_sign(weight.low) >= 0);
}

static struct pair pair_same_day(const struct pairing *p, const struct share *share) {
    struct pair pair = {.now = *share, .then = {.org = share->org}};
    if (p->r->rule == ROLLUP_RATIO) {
        take_parts(p, share->value.date, &pair);
        return pair;
    }
    struct past past = same_day(p, share->org, p->r->q.indicator, share->value.date);
    pair.then.value = past.reading;
    pair.merged = past.merged;
    pair.both = is_number(&past.reading);
    if (pair.both && p->r->rule == ROLLUP_WEIGHTED) {
        take_weight(p, &pair);
    }
    return pair;
}

/* Both are last year's: of the day, and in all. */
static struct pair pair_season(const struct pairing *p, const struct share *share) {
    const struct question *q = &p->r->q;
    struct pair day = pair_same_day(p, share);
    struct pair pair = {.now = day.then, .then = {.org = share->org}, .merged = day.merged};
    struct past total = history_total(p->r->ledger, share->org, q->indicator, q->year,
                                      window_of(p, share->org), p->as_of);
    pair.then.value = total.reading;
    pair.both = day.both && is_number(&total.reading);
    if (pair.both && p->r->rule == ROLLUP_WEIGHTED) {
        take_weight(p, &pair);
    }
    return pair;
}

/* A member that is a group, of which only some have both: theirs. */
static bool pair_below(const struct pairing *p, const struct share *share, struct pair *pair) {
    struct alike_question q = {share->org, p->r->q.indicator, p->r->q.year,
                               window_of(p, share->org), share->asked};
    bool needs_more = p->r->rule == ROLLUP_RATIO || p->r->rule == ROLLUP_WEIGHTED ||
                      p->r->rule == ROLLUP_COUNT_YES; /* than one number */
    if (needs_more || !share->value.rolled_up) {
        return false;
    }
    struct alike below =
        p->season ? alike_season(p->r->ledger, &q) : alike_same_period(p->r->ledger, &q);
    *pair = (struct pair){.now = {.org = share->org, .value = below.now},
                          .then = {.org = share->org, .value = below.then},
                          .both = below.members > 0,
                          .merged = below.merged};
    return true;
}

static struct pair pair_of(const struct pairing *p, const struct share *share) {
    struct pair pair = p->season ? pair_season(p, share) : pair_same_day(p, share);
    bool whole = share->value.partial == PARTIAL_NOT && share->against.partial == PARTIAL_NOT;
    if (whole && pair.both) {
        return pair;
    }
    if (!pair_below(p, share, &pair)) {
        pair.both = pair.both && whole;
    }
    return pair;
}

static struct alike conclude(const struct roll_call *r, const struct sums *now,
                             const struct sums *then, bool merged) {
    struct alike alike = {.members = now->counted, .merged = merged};
    alike.now = (struct reading){.figure = NONE, .date = now->latest};
    alike.then = (struct reading){.figure = NONE, .date = then->latest};
    sums_conclude(now, r->ledger, r->what, &alike.now);
    sums_conclude(then, r->ledger, r->what, &alike.then);
    bool known = alike.now.known && alike.then.known;
    alike.members = known ? alike.members : 0;
    alike.now.known = known;
    alike.then.known = known;
    return alike;
}

static struct alike compare(const struct ledger *ledger, const struct alike_question *q,
                            const struct question *asked, bool season) {
    struct roll_call r;
    struct sums now;
    struct sums then;
    bool merged = false;
    bool refused = false;
    rollup_begin(&r, ledger, q->org, asked);
    sums_begin(&now);
    sums_begin(&then);
    struct pairing p = {&r, q->window, q->as_of, season};
    for (size_t i = 0; r.group.known && i < r.count; i++) {
        if (!r.shares[i].counted) {
            continue;
        }
        struct pair pair = pair_of(&p, &r.shares[i]);
        refused = refused || pair.refused;
        if (pair.both) {
            sums_add(&now, &pair.now, r.rule);
            sums_add(&then, &pair.then, r.rule);
            merged = merged || pair.merged;
        }
    }
    struct alike alike = {.merged = merged};
    if (!refused) {
        alike = conclude(&r, &now, &then, merged);
    }
    rollup_end(&r);
    return alike;
}

/* Kept as two readings: `reporting` of the first says how many members, of the second whether
 * predecessors' figures were added. */
static struct alike compare_once(const struct ledger *ledger, const struct alike_question *q,
                                 bool season) {
    struct question asked =
        rollup_question(ledger, q->org, q->indicator, q->year, q->window, q->as_of);
    struct question whole = asked;
    whole.as_of = q->as_of; /* which may lie past the window */
    struct memo_key key = memo_key(q->org, &whole, season ? MEMO_SEASON : MEMO_ALIKE);
    struct reading now;
    struct reading then;
    if (memo_get(ledger->memo, &key, &now, &then)) {
        struct alike alike = {now.reporting, now, then, then.reporting != 0};
        alike.now.reporting = 0;
        alike.then.reporting = 0;
        return alike;
    }
    struct alike alike = compare(ledger, q, &asked, season);
    now = alike.now;
    then = alike.then;
    now.reporting = alike.members;
    then.reporting = alike.merged;
    memo_put(ledger->memo, &key, &now, &then);
    return alike;
}

struct alike alike_same_period(const struct ledger *ledger, const struct alike_question *q) {
    return compare_once(ledger, q, false);
}

struct alike alike_season(const struct ledger *ledger, const struct alike_question *q) {
    return compare_once(ledger, q, true);
}
