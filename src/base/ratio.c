/* SPDX-License-Identifier: MIT */
#include "ratio.h"

#include <assert.h>
#include <string.h>

__extension__ typedef unsigned __int128 uint128;

static const struct ratio invalid = {0, 0};

static uint128 magnitude(int128 a) {
    return a < 0 ? -(uint128)a : (uint128)a;
}

static uint128 gcd(uint128 a, uint128 b) {
    while (b != 0 && (a >> 64 != 0 || b >> 64 != 0)) {
        uint128 rest = a % b;
        a = b;
        b = rest;
    }
    uint64_t x = (uint64_t)a;
    uint64_t y = (uint64_t)b;
    if (a >> 64 != 0) {
        return a; /* b is 0 */
    }
    while (y != 0) {
        uint64_t rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

/* Most numbers fit 64 bits, and dividing those is several times faster than dividing 128 bits. */
static bool is_small(int128 a) {
    return (int64_t)a == a;
}

static int128 quotient(int128 a, int128 b) {
    if (b == 1) {
        return a;
    }
    bool small = is_small(a) && is_small(b) && a != INT64_MIN;
    return small ? (int64_t)a / (int64_t)b : a / b;
}

static int128 remainder_of(int128 a, int128 b) {
    if (b == 1) {
        return 0;
    }
    bool small = is_small(a) && is_small(b) && a != INT64_MIN;
    return small ? (int64_t)a % (int64_t)b : a % b;
}

static struct ratio reduced(int128 num, int128 den) {
    if (den == 0) {
        return invalid;
    }
    if (den == 1) {
        return (struct ratio){num, 1};
    }
    int128 common = (int128)gcd(magnitude(num), magnitude(den));
    assert(common > 0);
    struct ratio r = {quotient(num, common), quotient(den, common)};
    if (r.den < 0) {
        r.num = -r.num;
        r.den = -r.den;
    }
    return r;
}

struct ratio ratio_of(int64_t num, int64_t den) {
    return reduced(num, den);
}

static int128 power_of_ten(int exponent) {
    int128 power = 1;
    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

struct ratio ratio_decimal(struct decimal value) {
    return reduced(value.units, power_of_ten(value.scale));
}

struct ratio ratio_add(struct ratio a, struct ratio b) {
    int128 left;
    int128 right;
    int128 num;
    int128 den;
    if (!ratio_valid(a) || !ratio_valid(b)) {
        return invalid;
    }
    if (a.den == b.den) { /* whole numbers, mostly */
        return __builtin_add_overflow(a.num, b.num, &num) ? invalid : reduced(num, a.den);
    }
    int128 common = (int128)gcd(magnitude(a.den), magnitude(b.den));
    int128 times_a = quotient(b.den, common);
    int128 times_b = quotient(a.den, common);
    if (__builtin_mul_overflow(a.num, times_a, &left) ||
        __builtin_mul_overflow(b.num, times_b, &right) ||
        __builtin_add_overflow(left, right, &num) || __builtin_mul_overflow(times_b, b.den, &den)) {
        return invalid;
    }
    return reduced(num, den);
}

struct ratio ratio_sub(struct ratio a, struct ratio b) {
    return ratio_add(a, (struct ratio){-b.num, b.den});
}

struct ratio ratio_mul(struct ratio a, struct ratio b) {
    if (!ratio_valid(a) || !ratio_valid(b)) {
        return invalid;
    }
    struct ratio product = {0, 1};
    if (a.den == 1 && b.den == 1) {
        if (is_small(a.num) && is_small(b.num)) {
            product.num = (int128)(int64_t)a.num * (int64_t)b.num;
            return product;
        }
        return __builtin_mul_overflow(a.num, b.num, &product.num) ? invalid : product;
    }
    struct ratio x = reduced(a.num, b.den);
    struct ratio y = reduced(b.num, a.den);
    if (__builtin_mul_overflow(x.num, y.num, &product.num) ||
        __builtin_mul_overflow(x.den, y.den, &product.den)) {
        return invalid;
    }
    return product;
}

struct ratio ratio_div(struct ratio a, struct ratio b) {
    if (!ratio_valid(b) || b.num == 0) {
        return invalid;
    }
    return ratio_mul(a, b.num < 0 ? (struct ratio){-b.den, -b.num} : (struct ratio){b.den, b.num});
}

static int128 floor_div(int128 num, int128 den) {
    int128 whole = quotient(num, den);
    return remainder_of(num, den) < 0 ? whole - 1 : whole;
}

/* To a whole number of steps of 10^-decimals, the next one down or up. */
static struct ratio stepped(struct ratio a, int decimals, int way) {
    struct ratio step = {1, power_of_ten(decimals)};
    struct ratio steps = ratio_div(a, step);
    if (!ratio_valid(steps)) {
        return steps;
    }
    int128 rest = steps.num % steps.den;
    int128 whole = steps.num / steps.den;
    if (way < 0) {
        whole -= rest < 0;
    } else {
        whole += rest > 0;
    }
    return ratio_mul((struct ratio){whole, 1}, step);
}

struct ratio ratio_down(struct ratio a, int decimals) {
    return stepped(a, decimals, -1);
}

struct ratio ratio_up(struct ratio a, int decimals) {
    return stepped(a, decimals, 1);
}

int ratio_cmp_any(struct ratio a, struct ratio b) {
    int128 left;
    int128 right;
    if (!ratio_valid(a) || !ratio_valid(b)) {
        return 0;
    }
    if (a.den == b.den) {
        return (a.num > b.num) - (a.num < b.num);
    }
    if (is_small(a.num) && is_small(a.den) && is_small(b.num) && is_small(b.den)) {
        left = (int128)(int64_t)a.num * (int64_t)b.den; /* of 64 bits: it fits */
        right = (int128)(int64_t)b.num * (int64_t)a.den;
        return (left > right) - (left < right);
    }
    if (!__builtin_mul_overflow(a.num, b.den, &left) &&
        !__builtin_mul_overflow(b.num, a.den, &right)) {
        return (left > right) - (left < right);
    }
    /* Too large to cross-multiply: compare the continued fractions, term by term. */
    for (int direction = 1;; direction = -direction) {
        int128 x = floor_div(a.num, a.den);
        int128 y = floor_div(b.num, b.den);
        if (x != y) {
            return x > y ? direction : -direction;
        }
        int128 rest_a = a.num - x * a.den;
        int128 rest_b = b.num - y * b.den;
        if (rest_a == 0 || rest_b == 0) {
            return direction * ((rest_a > 0) - (rest_b > 0));
        }
        a = (struct ratio){a.den, rest_a};
        b = (struct ratio){b.den, rest_b};
    }
}

int ratio_cmp_times(struct ratio a, struct ratio b, int times) {
    bool fits = !__builtin_mul_overflow(b.num, times, &b.num);
    return fits ? ratio_cmp(a, b) : -1;
}

int ratio_decimals(struct ratio a) {
    if (!ratio_valid(a)) {
        return -1;
    }
    int twos = 0;
    int fives = 0;
    int128 den = a.den;
    for (; (den & 1) == 0; den >>= 1) {
        twos++;
    }
    for (; den > 1 && remainder_of(den, 5) == 0; den = quotient(den, 5)) {
        fives++;
    }
    int needed = twos > fives ? twos : fives;
    return den == 1 && needed <= DECIMAL_DIGITS ? needed : -1;
}

/* a times 10^decimals, rounded half away from zero; false when it does not fit. */
static bool scaled(struct ratio a, int decimals, int128 *out, bool *exact) {
    bool small = is_small(a.num) && is_small(a.den); /* then 18 decimals fit */
    int128 large = small ? a.num * power_of_ten(decimals) : a.num;
    int128 whole = quotient(large, a.den);
    int128 rest = remainder_of(large, a.den);
    for (int i = 0; !small && i < decimals; i++) {
        int128 next;
        if (__builtin_mul_overflow(rest, 10, &rest) || __builtin_mul_overflow(whole, 10, &next) ||
            __builtin_add_overflow(next, quotient(rest, a.den), &whole)) {
            return false;
        }
        rest = remainder_of(rest, a.den);
    }
    *exact = rest == 0;
    if (!*exact && magnitude(rest) >= (uint128)a.den - magnitude(rest)) {
        whole += a.num < 0 ? -1 : 1;
    }
    *out = whole;
    return true;
}

static void print_scaled(int128 value, int decimals, char text[RATIO_TEXT]) {
    char digits[RATIO_TEXT];
    size_t n = 0;
    uint128 large = magnitude(value);
    for (; large >> 64 != 0; large /= 10) {
        digits[n++] = (char)('0' + (int)(large % 10));
    }
    uint64_t rest = (uint64_t)large;
    do {
        digits[n++] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest > 0 || n <= (size_t)decimals);
    size_t at = 0;
    if (value < 0) {
        text[at++] = '-';
    }
    while (n > 0) {
        text[at++] = digits[--n];
        if (n == (size_t)decimals && n > 0) {
            text[at++] = '.';
        }
    }
    text[at] = '\0';
}

const char *ratio_print(struct ratio a, int decimals, const struct ratio edges[], size_t n,
                        char text[RATIO_TEXT]) {
    int128 value;
    bool exact;
    if (!ratio_valid(a) || !scaled(a, decimals, &value, &exact)) {
        memcpy(text, "?", sizeof "?");
        return text;
    }
    for (size_t i = 0; !exact && i < n; i++) {
        int128 edge;
        bool edge_exact;
        int needed = ratio_decimals(edges[i]);
        int side = ratio_valid(edges[i]) ? ratio_cmp(a, edges[i]) : 0;
        if (side == 0 || needed < 0 || needed > decimals ||
            !scaled(edges[i], decimals, &edge, &edge_exact)) {
            continue;
        }
        if (side < 0 && value >= edge) {
            value = edge - 1;
        } else if (side > 0 && value <= edge) {
            value = edge + 1;
        }
    }
    print_scaled(value, decimals, text);
    return text;
}

const char *ratio_plain(struct ratio a, bool exact, const struct ratio edges[], size_t n,
                        char text[RATIO_TEXT]) {
    enum { QUOTIENT_DECIMALS = 6 };
    int decimals = ratio_decimals(a);
    if (decimals < 0 || (!exact && decimals > QUOTIENT_DECIMALS)) {
        decimals = QUOTIENT_DECIMALS;
    }
    ratio_print(a, decimals, edges, n, text);
    if (strchr(text, '.') != NULL) {
        size_t end = strlen(text);
        while (text[end - 1] == '0') {
            end--;
        }
        end -= text[end - 1] == '.';
        text[end] = '\0';
    }
    if (strcmp(text, "-0") == 0) {
        memcpy(text, "0", sizeof "0");
    }
    return text;
}

double ratio_double(struct ratio a) {
    return ratio_valid(a) ? (double)a.num / (double)a.den : 0.0;
}
