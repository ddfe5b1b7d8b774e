/* SPDX-License-Identifier: MIT */
/*
 * Exact fractions: the only arithmetic between a file and a verdict.
 *
 * A ratio is kept reduced, with a denominator above 0. A result that does not fit 128 bits, and a
 * division by 0, give the invalid ratio (den 0), and so does everything computed from it: a wrong
 * number is never returned. Comparison is exact and cannot overflow.
 */
#ifndef TIENDO_RATIO_H
#define TIENDO_RATIO_H

#include <stdbool.h>
#include <stddef.h>

#include "decimal.h"

__extension__ typedef __int128 int128;

struct ratio {
    int128 num; /* signed numerator */
    int128 den; /* denominator, above 0; 0 marks the invalid ratio */
};

enum { RATIO_TEXT = 96 }; /* bytes that hold any printed ratio of up to 18 decimals */

struct ratio ratio_of(int64_t num, int64_t den); /* reduced; den 0 gives the invalid ratio */
struct ratio ratio_decimal(struct decimal value);

static inline struct ratio ratio_int(int64_t value) {
    return (struct ratio){value, 1};
}

static inline bool ratio_valid(struct ratio a) {
    return a.den != 0;
}

struct ratio ratio_add(struct ratio a, struct ratio b);
struct ratio ratio_sub(struct ratio a, struct ratio b);
struct ratio ratio_mul(struct ratio a, struct ratio b);
struct ratio ratio_div(struct ratio a, struct ratio b); /* invalid when b is 0 */

/* The next number with so many decimals (0 .. 18) that is not below a, or not above it. */
struct ratio ratio_up(struct ratio a, int decimals);
struct ratio ratio_down(struct ratio a, int decimals);

/* -1, 0 or 1; 0 when one of them is invalid. */
int ratio_cmp_any(struct ratio a, struct ratio b);

/* The same. Inline for whole numbers, which most are. */
static inline int ratio_cmp(struct ratio a, struct ratio b) {
    return a.den == b.den && a.den != 0 ? (a.num > b.num) - (a.num < b.num) : ratio_cmp_any(a, b);
}

/* a beside so many (1 or more) times b, which is above 0; what of b does not fit is larger. */
int ratio_cmp_times(struct ratio a, struct ratio b, int times);

static inline int ratio_sign(struct ratio a) {
    return (a.num > 0) - (a.num < 0);
}

/* Decimals needed to print it exactly, or -1 when it has no end or needs more than 18. */
int ratio_decimals(struct ratio a);

/* Prints with the given decimals (0 .. 18), rounded half away from zero, in the form -1234.50.
 * Where rounding would land on one of the n edges that the exact value misses, the last digit is
 * stepped back to the value's own side, so that 99.96 printed with one decimal beside the edge 100
 * is 99.9 (an edge that needs more decimals than are printed cannot be landed on). Returns text,
 * or "?" for the invalid ratio. */
const char *ratio_print(struct ratio a, int decimals, const struct ratio edges[], size_t n,
                        char text[RATIO_TEXT]);

/* Prints without trailing zeros: in full when it ends within 18 decimals and exact is set,
 * else rounded to at most 6 decimals beside the edges as ratio_print() does. */
const char *ratio_plain(struct ratio a, bool exact, const struct ratio edges[], size_t n,
                        char text[RATIO_TEXT]);

/* The nearest binary float, for a workbook's cells only. */
double ratio_double(struct ratio a);

#endif
