/* SPDX-License-Identifier: MIT */
#include "hedge.h"

#include <assert.h>

/* Of what is taken away, or divided by. */
static const enum hedge turned[] = {
    [HEDGE_NONE] = HEDGE_NONE,
    [HEDGE_MORE_THAN] = HEDGE_LESS_THAN,
    [HEDGE_LESS_THAN] = HEDGE_MORE_THAN,
    [HEDGE_ABOUT] = HEDGE_ABOUT,
};

static_assert(sizeof turned / sizeof *turned == HEDGE_COUNT, "every hedge is turned");

enum hedge hedge_sum(enum hedge a, enum hedge b) {
    if (a == HEDGE_NONE || a == b) {
        return b;
    }
    return b == HEDGE_NONE ? a : HEDGE_ABOUT;
}

enum hedge hedge_difference(enum hedge a, enum hedge b) {
    return hedge_sum(a, turned[b]);
}

enum hedge hedge_quotient(enum hedge a, enum hedge b) {
    if (a == HEDGE_NONE) {
        return turned[b];
    }
    return b == HEDGE_NONE ? a : HEDGE_ABOUT;
}
