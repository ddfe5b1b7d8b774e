/* SPDX-License-Identifier: MIT */
/* A group's figure from its members' (docs/QUY-TAC.md section 2 and 6). */
#include "ledger.h"
#include "mem.h"

/* A member's share in its group's figure. */
struct share {
    int32_t org;
    struct reading value;   /* its figure, or the numerator of a ratio */
    struct reading against; /* its weight, or the denominator; known only when the rule needs it */
    bool counted;           /* known, and on the group's date */
};

/* The question put to every member. */
struct question {
    int32_t indicator;
    int year;
    struct date as_of;
    enum rollup rule;
    struct window part; /* of the year; no dates: every member's own whole year */
};

static struct reading read_member(const struct ledger *ledger, int32_t member, int32_t indicator,
                                  const struct question *q, struct date as_of) {
    struct window window = q->part;
    if (!date_known(window.first)) {
        window = book_window(ledger->book, member, q->year);
    }
    return ledger_read(ledger, member, indicator, q->year, window, as_of);
}

/* Reads both parts again, each time on the earlier of their days, until the days are the same. */
static void settle_on_one_day(const struct ledger *ledger, struct share *share, int32_t of,
                              int32_t to, const struct question *q) {
    while (share->value.known && share->against.known &&
           date_cmp(share->value.date, share->against.date) != 0) {
        struct date day = share->value.date;
        if (date_cmp(share->against.date, day) < 0) {
            day = share->against.date;
        }
        reading_clear(&share->value);
        reading_clear(&share->against);
        share->value = read_member(ledger, share->org, of, q, day);
        share->against = read_member(ledger, share->org, to, q, day);
    }
}

/* Whether two figures of a member speak of the same members of its own, where it is a group. */
static bool same_members(const struct reading *a, const struct reading *b) {
    if (!a->partial && !b->partial) {
        return true;
    }
    if (a->partial != b->partial || arrlen(a->absent.missing) != arrlen(b->absent.missing)) {
        return false;
    }
    for (ptrdiff_t i = 0; i < arrlen(a->absent.missing); i++) {
        if (a->absent.missing[i] != b->absent.missing[i]) {
            return false;
        }
    }
    return true;
}

static struct share ask(const struct ledger *ledger, int32_t member, const struct question *q) {
    const struct indicator *what = &ledger->book->indicators[q->indicator];
    struct share share = {.org = member};
    if (q->rule == ROLLUP_RATIO) {
        share.value = read_member(ledger, member, what->ratio_of, q, q->as_of);
        share.against = read_member(ledger, member, what->ratio_to, q, q->as_of);
        settle_on_one_day(ledger, &share, what->ratio_of, what->ratio_to, q);
        share.value.known =
            share.value.known && share.against.known && same_members(&share.value, &share.against);
    } else {
        share.value = read_member(ledger, member, q->indicator, q, q->as_of);
    }
    if (q->rule == ROLLUP_WEIGHTED && share.value.known) {
        share.against = read_member(ledger, member, what->weight, q, share.value.date);
        share.value.known = share.against.known && ratio_sign(share.against.low) >= 0 &&
                            same_members(&share.value, &share.against);
    }
    return share;
}

/* Running sums over the members that are counted. */
struct sums {
    struct ratio low; /* numerator, lower ends */
    struct ratio high;
    struct ratio weight; /* denominator */
    int counted;
};

static void add_up(struct sums *sums, const struct share *share, enum rollup rule) {
    struct ratio low = share->value.low;
    struct ratio high = share->value.high;
    if (rule == ROLLUP_WEIGHTED) {
        low = ratio_mul(low, share->against.low);
        high = ratio_mul(high, share->against.low);
    }
    if (rule == ROLLUP_WEIGHTED || rule == ROLLUP_RATIO) {
        sums->weight = ratio_add(sums->weight, share->against.low);
    }
    bool extreme = rule == ROLLUP_MAX || rule == ROLLUP_MIN;
    int wanted = rule == ROLLUP_MAX ? 1 : -1;
    if (rule == ROLLUP_LAST || (extreme && sums->counted == 0)) {
        sums->low = low;
        sums->high = high;
    } else if (extreme) {
        sums->low = ratio_cmp(low, sums->low) == wanted ? low : sums->low;
        sums->high = ratio_cmp(high, sums->high) == wanted ? high : sums->high;
    } else {
        sums->low = ratio_add(sums->low, low);
        sums->high = ratio_add(sums->high, high);
    }
    sums->counted++;
}

/* Turns the sums into the group's figure; unknown when there is nothing to divide by. */
static void conclude(const struct ledger *ledger, const struct question *q, const struct sums *sums,
                     struct reading *group) {
    group->low = sums->low;
    group->high = sums->high;
    group->known = sums->counted > 0;
    if (q->rule != ROLLUP_WEIGHTED && q->rule != ROLLUP_RATIO) {
        return;
    }
    if (ratio_sign(sums->weight) <= 0) {
        group->known = false;
        return;
    }
    struct ratio scale = ratio_int(1);
    const struct indicator *what = &ledger->book->indicators[q->indicator];
    if (q->rule == ROLLUP_RATIO) {
        scale = indicator_ratio_scale(ledger->book, what);
    }
    group->low = ratio_mul(ratio_div(sums->low, sums->weight), scale);
    group->high = ratio_mul(ratio_div(sums->high, sums->weight), scale);
}

/* The date of the group's figure: the latest of its members'. A figure that is older stands for
 * an earlier day and is left out. */
static struct date common_date(const struct share *shares, size_t n) {
    struct date latest = {0, 0, 0};
    for (size_t i = 0; i < n; i++) {
        if (shares[i].value.known && date_cmp(shares[i].value.date, latest) > 0) {
            latest = shares[i].value.date;
        }
    }
    return latest;
}

static bool rule_possible(const struct indicator *what, enum rollup rule) {
    switch (rule) {
    case ROLLUP_NONE:
        return false;
    case ROLLUP_WEIGHTED:
        return what->weight != NONE;
    case ROLLUP_RATIO:
        return what->ratio_of != NONE && what->ratio_to != NONE;
    case ROLLUP_DEFAULT:
    case ROLLUP_SUM:
    case ROLLUP_COUNT_YES:
    case ROLLUP_MAX:
    case ROLLUP_MIN:
    case ROLLUP_LAST:
    case ROLLUP_COUNT:
        break;
    }
    return true;
}

static void count_in(struct reading *group, struct share *share, struct sums *sums,
                     enum rollup rule) {
    share->counted = share->value.known && date_cmp(share->value.date, group->date) == 0;
    if (!share->counted) {
        arrput(group->absent.missing, share->org);
        return;
    }
    add_up(sums, share, rule);
    if (share->value.partial != PARTIAL_NOT || share->against.partial != PARTIAL_NOT) {
        group->partial = PARTIAL_OPEN;
    }
    group->hedge = share->value.hedge != HEDGE_NONE ? share->value.hedge : group->hedge;
    for (ptrdiff_t i = 0; i < arrlen(share->value.absent.missing); i++) {
        arrput(group->absent.missing, share->value.absent.missing[i]);
    }
}

struct reading rollup_read(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                           struct window window, struct date as_of) {
    const struct org *group_org = &ledger->book->orgs[org];
    const struct indicator *what = &ledger->book->indicators[indicator];
    struct reading group = {.figure = NONE, .computed = true, .rolled_up = true};
    struct question q = {indicator, year, as_of, indicator_rollup(what), {{0}, {0}}};
    struct window whole = book_window(ledger->book, org, year);
    if (date_cmp(window.first, whole.first) != 0 || date_cmp(window.last, whole.last) != 0) {
        q.part = window;
    }
    if (date_cmp(as_of, window.last) > 0) {
        q.as_of = window.last;
    }
    group.total = group_org->members_total;
    if (!rule_possible(what, q.rule)) {
        group.rolled_up = false;
        return group;
    }
    size_t n = arrlenu(group_org->members);
    if (!ledger_may_read(ledger, org, indicator)) {
        for (size_t i = 0; i < n; i++) {
            arrput(group.absent.missing, group_org->members[i]);
        }
        return group;
    }
    struct share *shares = mem_realloc(NULL, n * sizeof *shares); /* all set below */
    for (size_t i = 0; i < n; i++) {
        shares[i] = ask(ledger, group_org->members[i], &q);
    }
    group.date = common_date(shares, n);
    struct sums sums = {ratio_int(0), ratio_int(0), ratio_int(0), 0};
    for (size_t i = 0; i < n; i++) {
        count_in(&group, &shares[i], &sums, q.rule);
        reading_clear(&shares[i].value);
        reading_clear(&shares[i].against);
    }
    mem_free(shares);
    group.reporting = sums.counted;
    group.partial =
        group.partial != PARTIAL_NOT || sums.counted < group.total ? PARTIAL_OPEN : PARTIAL_NOT;
    conclude(ledger, &q, &sums, &group);
    return group;
}
