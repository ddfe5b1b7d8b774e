/* SPDX-License-Identifier: MIT */
#include "estimate.h"

#include "chain.h"
#include "mem.h"
#include "members.h"
#include "memo.h"

static struct reading own_estimate(const struct ledger *ledger, int32_t org, int32_t indicator,
                                   int year, struct date as_of) {
    const struct packed_figure *packed = ledger->book->figures.packed;
    struct figure_run run = ledger_figures(ledger, org, indicator, year, FIGURE_ESTIMATE);
    for (int32_t i = run.first + run.count - 1; i >= run.first; i--) {
        if (date_cmp(packed_date(&packed[i]), as_of) <= 0) {
            return reading_of_figure(ledger, i);
        }
    }
    return (struct reading){.figure = NONE};
}

/* What a member brings: its estimate, with its weight's, or those of both parts. */
static struct share ask(const struct ledger *ledger, int32_t member, int32_t indicator, int year,
                        struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    enum rollup rule = indicator_rollup(what);
    struct share share = {.org = member};
    bool ratio = rule == ROLLUP_RATIO;
    share.value = estimate_read(ledger, member, ratio ? what->ratio_of : indicator, year, as_of);
    if (ratio) {
        share.against = estimate_read(ledger, member, what->ratio_to, year, as_of);
        bool later = date_cmp(share.against.date, share.value.date) > 0;
        share.value.date = later ? share.against.date : share.value.date;
    }
    if (rule == ROLLUP_WEIGHTED && share.value.known) {
        struct window window = book_window(ledger->book, member, year);
        share.against = ledger_read(ledger, member, what->weight, year, window, share.value.date);
        reading_clear(&share.against);
        share.against.known = share.against.known && ratio_sign(share.against.low) >= 0 &&
                              ratio_cmp(share.against.low, share.against.high) == 0;
    }
    share.counted =
        share.value.known && (share.against.known || (!ratio && rule != ROLLUP_WEIGHTED));
    return share;
}

static bool rule_possible(const struct indicator *what) {
    enum rollup rule = indicator_rollup(what);
    bool ratio = what->ratio_of != NONE && what->ratio_to != NONE;
    return rule != ROLLUP_NONE && (rule != ROLLUP_WEIGHTED || what->weight != NONE) &&
           (rule != ROLLUP_RATIO || ratio);
}

/* The members' by the indicator's rule, when all of them have one. */
static struct reading add_members(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct date as_of) {
    const struct indicator *what = &ledger->book->indicators[indicator];
    struct reading group = {.figure = NONE, .rolled_up = true, .computed = true};
    struct sums sums;
    sums_begin(&sums);
    bool all = rule_possible(what);
    for (size_t i = 0; all && i < members_possible(ledger, org); i++) {
        if (members_hold(ledger, org, i, as_of)) {
            struct share share = ask(ledger, members_at(ledger, org, i), indicator, year, as_of);
            all = share.counted;
            sums_add(&sums, &share, indicator_rollup(what));
        }
    }
    group.total = members_count(ledger, org, as_of);
    group.reporting = sums.counted;
    if (!all || sums.counted < group.total) {
        return (struct reading){.figure = NONE};
    }
    group.date = sums.latest;
    sums_conclude(&sums, ledger, what, &group);
    return group;
}

static struct reading of_members(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, struct date as_of) {
    struct question q = {.indicator = indicator, .year = year, .as_of = as_of};
    struct memo_key key = memo_key(org, &q, MEMO_ESTIMATE);
    struct reading group;
    if (!memo_get(ledger->memo, &key, &group, NULL)) {
        group = add_members(ledger, org, indicator, year, as_of);
        memo_put(ledger->memo, &key, &group, NULL);
    }
    return group;
}

struct reading estimate_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             struct date as_of) {
    bool any = (ledger->estimated & ledger->needs[indicator]) != 0;
    if (!any || !ledger_may_read(ledger, org, indicator)) {
        return (struct reading){.figure = NONE};
    }
    struct reading own = own_estimate(ledger, org, indicator, year, as_of);
    bool group = arrlen(ledger->book->orgs[org].members) > 0;
    return own.known || !group ? own : of_members(ledger, org, indicator, year, as_of);
}
