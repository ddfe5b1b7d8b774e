/* SPDX-License-Identifier: MIT */
#include "published.h"

#include <string.h>

/* As it would be printed, and as it was: texts of the same number of decimals. Of the edges only
 * the one counts that rounding lands on. */
static bool prints_so(const struct published *published, struct ratio computed,
                      const struct ratio edges[], size_t n) {
    char ours[RATIO_TEXT];
    char theirs[RATIO_TEXT];
    const struct ratio *hit = NULL;
    ratio_print(computed, published->decimals, NULL, 0, ours);
    for (size_t i = 0; i < n; i++) {
        ratio_print(edges[i], published->decimals, NULL, 0, theirs);
        bool lands = strcmp(ours, theirs) == 0 ||
                     (ours[0] == '-' && strcmp(ours + 1, theirs) == 0 && ratio_sign(edges[i]) == 0);
        hit = lands ? &edges[i] : hit;
    }
    ratio_print(computed, published->decimals, hit, hit != NULL ? 1 : 0, ours);
    ratio_print(published->value, published->decimals, NULL, 0, theirs);
    return strcmp(ours, theirs) == 0;
}

/* What is left when the further decimals are dropped. */
static struct ratio cut(struct ratio a, int decimals) {
    return ratio_sign(a) < 0 ? ratio_up(a, decimals) : ratio_down(a, decimals);
}

static bool is_about(const struct published *published, struct ratio computed) {
    struct ratio digit = ratio_decimal((struct decimal){1, (uint8_t)published->decimals});
    struct ratio off = ratio_sub(computed, published->value);
    off = ratio_sign(off) < 0 ? ratio_sub(ratio_int(0), off) : off;
    return ratio_valid(off) && ratio_cmp(off, digit) <= 0;
}

enum verdict published_compare(const struct published *published, struct ratio computed,
                               const struct ratio edges[], size_t n) {
    int by = ratio_cmp(computed, published->value);
    bool holds = false;
    switch (published->hedge) {
    case HEDGE_NONE:
        if (prints_so(published, computed, edges, n)) {
            return VERDICT_AGREES;
        }
        holds = ratio_cmp(cut(computed, published->decimals), published->value) == 0;
        return holds ? VERDICT_CUT : VERDICT_DIFFERS;
    case HEDGE_MORE_THAN:
        holds = by > 0;
        break;
    case HEDGE_LESS_THAN:
        holds = by < 0;
        break;
    case HEDGE_ABOUT:
        holds = is_about(published, computed);
        break;
    case HEDGE_COUNT:
        break;
    }
    return holds ? VERDICT_AGREES : VERDICT_DIFFERS;
}

const char *published_beside(const struct published *published, struct ratio computed,
                             const struct ratio edges[], size_t n, char text[RATIO_TEXT]) {
    enum { MOST_EDGES = 4 };
    struct ratio all[MOST_EDGES] = {published->value};
    size_t count = 1;
    int own = ratio_decimals(computed);
    if (own >= 0 && own <= published->decimals + 1) {
        return ratio_plain(computed, true, NULL, 0, text);
    }
    for (size_t i = 0; i < n && count < MOST_EDGES; i++) {
        all[count++] = edges[i];
    }
    int decimals = published->decimals < DECIMAL_DIGITS ? published->decimals + 1 : DECIMAL_DIGITS;
    return ratio_print(computed, decimals, all, count, text);
}

/* ---- what a lone percentage says of the number that is not known ---- */

static struct ratio quotient_of(const struct lone *lone, int64_t n) {
    struct ratio sought = ratio_int(n);
    struct ratio quotient =
        lone->divides ? ratio_div(lone->known, sought) : ratio_div(sought, lone->known);
    return ratio_sub(ratio_mul(quotient, lone->times), lone->less);
}

/* -1: n lies before those that fit, 1: behind them, 0: it fits. */
static int side_of(const struct lone *lone, int64_t n) {
    struct ratio computed = quotient_of(lone, n);
    if (published_compare(&lone->published, computed, lone->edges, lone->edges_count) ==
        VERDICT_AGREES) {
        return 0;
    }
    int by = ratio_cmp(computed, lone->published.value);
    if (by == 0) { /* printed otherwise all the same: not to be had */
        return 1;
    }
    return lone->divides ? -by : by;
}

/* The first number from `low` that is not on that side of those that fit; high + 1: none. */
static int64_t first_past(const struct lone *lone, int64_t low, int64_t high, int side) {
    while (low <= high) {
        int64_t middle = low + (high - low) / 2;
        if (side_of(lone, middle) <= side) {
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/* The whole number not below `a`, or the largest. */
static int64_t whole_up(struct ratio a, int64_t largest) {
    struct ratio up = ratio_up(a, 0);
    return ratio_valid(up) && ratio_cmp(up, ratio_int(largest)) < 0 ? (int64_t)up.num : largest;
}

bool published_wholes(const struct lone *lone, struct wholes *out) {
    const int64_t largest = 1000000000000000; /* beyond it nothing is counted */
    const struct published *said = &lone->published;
    struct ratio digit = ratio_decimal((struct decimal){1, (uint8_t)said->decimals});
    /* the quotients next to what was published, itself and its hedge included */
    struct ratio low = ratio_add(ratio_sub(said->value, digit), lone->less);
    struct ratio high = ratio_add(ratio_add(said->value, digit), lone->less);
    bool hedged = said->hedge == HEDGE_MORE_THAN || said->hedge == HEDGE_LESS_THAN;
    bool endless = lone->divides && ratio_sign(low) <= 0;
    if (hedged || endless || ratio_sign(lone->known) <= 0 || ratio_sign(high) <= 0) {
        return false;
    }
    struct ratio far = lone->divides ? ratio_div(ratio_mul(lone->known, lone->times), low)
                                     : ratio_div(ratio_mul(lone->known, high), lone->times);
    int64_t most = whole_up(far, largest);
    if (!ratio_valid(far) || most == largest) {
        return false;
    }
    out->first = first_past(lone, 1, most, -1);
    out->last = first_past(lone, out->first, most, 0) - 1;
    return true;
}
