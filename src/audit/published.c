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
