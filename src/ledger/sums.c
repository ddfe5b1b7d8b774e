/* SPDX-License-Identifier: MIT */
#include "sums.h"

#include "hedge.h"

void sums_begin(struct sums *sums) {
    *sums = (struct sums){.low = ratio_int(0),
                          .high = ratio_int(0),
                          .against_low = ratio_int(0),
                          .against_high = ratio_int(0)};
}

static void take(struct sums *sums, const struct reading *value) {
    sums->low = value->low;
    sums->high = value->high;
    sums->hedge = value->hedge;
}

static void add_extreme(struct sums *sums, const struct reading *value, int wanted) {
    if (sums->counted == 0) {
        take(sums, value);
        return;
    }
    sums->hedge = ratio_cmp(value->low, sums->low) == wanted ? value->hedge : sums->hedge;
    sums->low = ratio_cmp(value->low, sums->low) == wanted ? value->low : sums->low;
    sums->high = ratio_cmp(value->high, sums->high) == wanted ? value->high : sums->high;
}

static void add_value(struct sums *sums, const struct reading *value, struct ratio times) {
    sums->low = ratio_add(sums->low, ratio_mul(value->low, times));
    sums->high = ratio_add(sums->high, ratio_mul(value->high, times));
    sums->hedge = hedge_sum(sums->hedge, value->hedge);
}

static void add_against(struct sums *sums, const struct reading *against) {
    sums->against_low = ratio_add(sums->against_low, against->low);
    sums->against_high = ratio_add(sums->against_high, against->high);
    sums->hedge_against = hedge_sum(sums->hedge_against, against->hedge);
}

/* A group has it when all of its members have. */
static bool is_yes(const struct reading *value) {
    bool all = value->partial == PARTIAL_NOT &&
               ratio_cmp(value->low, ratio_int(value->total)) == 0 && value->total > 0;
    return value->rolled_up ? all : ratio_sign(value->low) > 0;
}

static void note_day(struct sums *sums, struct date day) {
    int by = date_cmp(day, sums->latest);
    sums->on_latest = by > 0 ? 1 : sums->on_latest + (by == 0);
    sums->latest = by > 0 ? day : sums->latest;
}

void sums_add(struct sums *sums, const struct share *share, enum rollup rule) {
    const struct reading *value = &share->value;
    switch (rule) {
    case ROLLUP_MAX:
        add_extreme(sums, value, 1);
        break;
    case ROLLUP_MIN:
        add_extreme(sums, value, -1);
        break;
    case ROLLUP_LAST:
        if (date_cmp(value->date, sums->latest) > 0) {
            take(sums, value);
        }
        break;
    case ROLLUP_WEIGHTED:
        add_value(sums, value, share->against.low);
        sums->hedge = hedge_sum(sums->hedge, share->against.hedge);
        add_against(sums, &share->against);
        break;
    case ROLLUP_RATIO:
        add_value(sums, value, ratio_int(1));
        add_against(sums, &share->against);
        break;
    case ROLLUP_COUNT_YES:
        sums->low = ratio_add(sums->low, ratio_int(is_yes(value)));
        sums->high = sums->low;
        break;
    case ROLLUP_SUM:
    case ROLLUP_NONE:
    case ROLLUP_DEFAULT:
    case ROLLUP_COUNT:
        add_value(sums, value, ratio_int(1));
        break;
    }
    note_day(sums, value->date);
    sums->counted++;
}

void sums_conclude(const struct sums *sums, const struct ledger *ledger,
                   const struct indicator *what, struct reading *group) {
    enum rollup rule = indicator_rollup(what);
    struct ratio scale = ratio_int(1);
    group->low = sums->low;
    group->high = sums->high;
    group->hedge = sums->hedge;
    group->known = sums->counted > 0 && group->refused == REFUSAL_NOT;
    if (rule == ROLLUP_LAST && sums->on_latest > 1) {
        group->refused = REFUSAL_SAME_DAY;
        group->known = false;
    }
    if (!group->known || (rule != ROLLUP_WEIGHTED && rule != ROLLUP_RATIO)) {
        return;
    }
    if (ratio_sign(sums->against_low) <= 0) {
        group->refused = REFUSAL_DENOMINATOR;
        group->known = false;
        return;
    }
    if (rule == ROLLUP_RATIO) {
        scale = indicator_ratio_scale(ledger->book, what);
    }
    struct reading of = *group;
    struct reading to = {.known = true,
                         .low = sums->against_low,
                         .high = sums->against_high,
                         .hedge = sums->hedge_against};
    struct reading both = {.rolled_up = true, .low = of.low, .high = of.high, .hedge = of.hedge};
    both.known = true;
    both = reading_quotient(both, to, scale);
    group->low = both.low;
    group->high = both.high;
    group->hedge = both.hedge;
}
