/* SPDX-License-Identifier: MIT */
#include "bounds.h"

static const struct ratio no_bound = {0, 0};

enum side bounds_side(const struct bounds *bounds, enum better better) {
    enum side by_better = better == BETTER_LOWER ? SIDE_CEILING : SIDE_FLOOR;
    switch (bounds->kind) {
    case TARGET_AT_LEAST:
    case TARGET_MORE_THAN:
        return SIDE_FLOOR;
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
        return SIDE_CEILING;
    case TARGET_WITHIN:
    case TARGET_EXACTLY:
        return SIDE_BOTH;
    case TARGET_DONE:
        return SIDE_DONE;
    default:
        return by_better;
    }
}

struct ratio bounds_deciding(const struct bounds *bounds, enum better better) {
    if (bounds->kind == TARGET_WITHIN || bounds->kind == TARGET_DONE) {
        return no_bound;
    }
    bool ceiling = bounds_side(bounds, better) == SIDE_CEILING;
    if (bounds->kind == TARGET_ABOUT) {
        return ceiling ? ratio_add(bounds->high, bounds->tolerance)
                       : ratio_sub(bounds->low, bounds->tolerance);
    }
    return ceiling ? bounds->high : bounds->low;
}

bool bounds_met(const struct bounds *bounds, enum better better, struct ratio actual) {
    int against = 0;
    if (bounds_side(bounds, better) != SIDE_DONE && bounds->kind != TARGET_WITHIN) {
        against = ratio_cmp(actual, bounds_deciding(bounds, better));
    }
    switch (bounds->kind) {
    case TARGET_DONE:
        return ratio_sign(actual) > 0;
    case TARGET_WITHIN:
        return ratio_cmp(actual, bounds->low) >= 0 && ratio_cmp(actual, bounds->high) <= 0;
    case TARGET_EXACTLY:
        return against == 0;
    case TARGET_MORE_THAN:
        return against > 0;
    case TARGET_LESS_THAN:
        return against < 0;
    default:
        return bounds_side(bounds, better) == SIDE_CEILING ? against <= 0 : against >= 0;
    }
}

bool bounds_exceeded(const struct bounds *bounds, enum better better, struct ratio actual) {
    bool ceiling = bounds_side(bounds, better) == SIDE_CEILING;
    switch (bounds->kind) {
    case TARGET_WITHIN:
    case TARGET_EXACTLY:
    case TARGET_ABOUT:
    case TARGET_DONE:
        return false;
    case TARGET_RANGE: /* past the far end, not just past the bound that decides */
        return ceiling ? ratio_cmp(actual, bounds->low) < 0 : ratio_cmp(actual, bounds->high) > 0;
    default:
        return ceiling ? ratio_cmp(actual, bounds->high) < 0 : ratio_cmp(actual, bounds->low) > 0;
    }
}

struct bounds bounds_grown(const struct bounds *bounds, struct ratio base) {
    struct ratio factor = ratio_add(ratio_int(1), ratio_div(bounds->grow, ratio_int(100)));
    struct bounds grown = *bounds;
    grown.base = base;
    grown.low = ratio_mul(base, factor);
    grown.high = grown.low;
    return grown;
}

struct bounds bounds_times(const struct bounds *bounds, int n) {
    struct bounds all = *bounds;
    all.low = ratio_mul(bounds->low, ratio_int(n));
    all.high = ratio_mul(bounds->high, ratio_int(n));
    all.tolerance = ratio_mul(bounds->tolerance, ratio_int(n));
    return all;
}

struct ratio bounds_gap(const struct bounds *bounds, enum better better, struct ratio actual) {
    if (bounds->kind == TARGET_DONE) {
        return no_bound;
    }
    if (bounds_side(bounds, better) != SIDE_BOTH) {
        return ratio_sub(actual, bounds_deciding(bounds, better));
    }
    if (ratio_cmp(actual, bounds->low) < 0) {
        return ratio_sub(actual, bounds->low);
    }
    if (ratio_cmp(actual, bounds->high) > 0) {
        return ratio_sub(actual, bounds->high);
    }
    return ratio_int(0);
}
