/* SPDX-License-Identifier: MIT */
#include "bounds.h"

#include "facts.h"
#include "rules.h"

enum side bounds_side(const struct bounds *bounds, enum better better) {
    int8_t facts[FACT_COUNT] = {[F_TARGET] = (int8_t)bounds->kind, [F_BETTER] = (int8_t)better};
    struct frame frame = {.facts = facts};
    if (bounds->kind == TARGET_DONE) {
        return SIDE_DONE;
    }
    if (expr_holds(rule_two_sided, &frame) == 1) {
        return SIDE_BOTH;
    }
    return expr_holds(rule_ceiling, &frame) == 1 ? SIDE_CEILING : SIDE_FLOOR;
}

struct ratio bounds_stated(const struct bounds *bounds, const struct indicator *what) {
    struct given given;
    struct ratio stated;
    given_of_bounds(bounds, what->better, &given);
    given.facts[F_DECIMALS] = (int8_t)(what->decimals + 1);
    if (bounds->kind == TARGET_GROW && ratio_valid(bounds->base)) {
        given.of[M_BASE] = defined(bounds->base);
    }
    struct frame frame = given_frame(&given);
    bool known = expr_value(rules[M_STATED], &frame, &stated) == DEFINED;
    return known ? stated : (struct ratio){0, 0};
}

struct ratio bounds_far(const struct bounds *bounds, enum better better) {
    if (bounds->kind != TARGET_RANGE) {
        return (struct ratio){0, 0};
    }
    return bounds_side(bounds, better) == SIDE_CEILING ? bounds->low : bounds->high;
}

struct bounds bounds_times(const struct bounds *bounds, int n) {
    struct bounds all = *bounds;
    all.low = ratio_mul(bounds->low, ratio_int(n));
    all.high = ratio_mul(bounds->high, ratio_int(n));
    all.tolerance = ratio_mul(bounds->tolerance, ratio_int(n));
    return all;
}
