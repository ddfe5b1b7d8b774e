/* SPDX-License-Identifier: MIT */
/* Exact arithmetic: sums, products, comparison past 128 bits, and printing that never lies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ratio.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct ratio number(const char *text) {
    struct decimal d;
    assert_int_equal(decimal_parse(text, strlen(text), &d), DECIMAL_OK);
    return ratio_decimal(d);
}

static void assert_ratio(struct ratio a, int64_t num, int64_t den) {
    assert_true(a.num == num && a.den == den);
}

static void arithmetic(void **state) {
    (void)state;
    assert_ratio(ratio_of(6, -8), -3, 4);
    assert_ratio(ratio_of(0, 5), 0, 1);
    assert_ratio(number("-2.50"), -5, 2);
    assert_ratio(ratio_add(ratio_of(1, 6), ratio_of(1, 10)), 4, 15);
    assert_ratio(ratio_sub(ratio_of(1, 6), ratio_of(1, 6)), 0, 1);
    assert_ratio(ratio_mul(ratio_of(-2, 3), ratio_of(3, 4)), -1, 2);
    assert_ratio(ratio_div(ratio_of(1, 2), ratio_of(-3, 4)), -2, 3);
    assert_ratio(ratio_div(ratio_int(0), ratio_int(-3)), 0, 1);
    /* +10 % on 60 is 66, which doubles get wrong */
    assert_ratio(ratio_mul(ratio_int(60), number("1.1")), 66, 1);
    assert_int_equal(ratio_sign(ratio_of(-1, 3)), -1);
    assert_int_equal(ratio_sign(ratio_int(0)), 0);
}

static void invalid(void **state) {
    (void)state;
    struct ratio none = ratio_of(1, 0);
    assert_false(ratio_valid(none));
    assert_false(ratio_valid(ratio_div(ratio_int(1), ratio_int(0))));
    assert_false(ratio_valid(ratio_add(none, ratio_int(1))));
    assert_false(ratio_valid(ratio_sub(ratio_int(1), none)));
    assert_false(ratio_valid(ratio_mul(none, ratio_int(0))));
    assert_false(ratio_valid(ratio_div(ratio_int(1), none)));
    assert_int_equal(ratio_decimals(none), -1);
    struct ratio huge = ratio_int(INT64_MAX);
    struct ratio more = ratio_mul(huge, huge);
    assert_true(ratio_valid(more));
    assert_false(ratio_valid(ratio_mul(more, huge)));
    assert_false(ratio_valid(ratio_add(ratio_mul(more, ratio_int(2)), more)));
    struct ratio tiny = ratio_div(ratio_int(1), more);
    assert_false(ratio_valid(ratio_mul(tiny, ratio_of(1, INT64_MAX - 1))));
    char text[RATIO_TEXT];
    assert_string_equal(ratio_print(none, 1, NULL, 0, text), "?");
    assert_string_equal(ratio_plain(none, true, NULL, 0, text), "?");
    assert_true(ratio_double(none) == 0.0);
}

static void comparison(void **state) {
    (void)state;
    assert_int_equal(ratio_cmp(number("79.96"), ratio_int(80)), -1);
    assert_int_equal(ratio_cmp(ratio_of(1, 3), number("0.333333333333333333")), 1);
    assert_int_equal(ratio_cmp(ratio_of(-1, 3), ratio_of(1, -3)), 0);
    /* a/b against (a+1)/(b+1) for a, b near 2^126: the cross products need 252 bits */
    struct ratio square = ratio_mul(ratio_int(INT64_MAX), ratio_int(INT64_MAX));
    struct ratio a = {square.num - 1, square.num};
    struct ratio b = {square.num, square.num + 1};
    assert_int_equal(ratio_cmp(a, b), -1);
    assert_int_equal(ratio_cmp(b, a), 1);
    assert_int_equal(ratio_cmp(a, a), 0);
    struct ratio c = {-a.num, a.den};
    struct ratio d = {-b.num, b.den};
    assert_int_equal(ratio_cmp(c, d), 1);
    assert_int_equal(ratio_cmp(d, c), -1);
    assert_int_equal(ratio_cmp(c, a), -1);
    struct ratio large = {square.num + 2, 3};
    struct ratio small = {3, square.num + 2};
    assert_int_equal(ratio_cmp(large, small), 1);
    assert_int_equal(ratio_cmp(small, large), -1);
    assert_int_equal(ratio_cmp_times(number("7.5"), number("2.5"), 3), 0);
    assert_int_equal(ratio_cmp_times(number("7.49"), number("2.5"), 3), -1);
    assert_int_equal(ratio_cmp_times(number("2.5"), ratio_of(5, 7), 3), 1);
    assert_int_equal(ratio_cmp_times(a, b, 1), -1);
    assert_int_equal(ratio_cmp_times(large, b, 300), -1); /* 300 b does not fit */
}

static void decimals(void **state) {
    (void)state;
    assert_int_equal(ratio_decimals(ratio_int(5)), 0);
    assert_int_equal(ratio_decimals(ratio_of(1, 8)), 3);
    assert_int_equal(ratio_decimals(ratio_of(1, 40)), 3);
    assert_int_equal(ratio_decimals(ratio_of(1, 3)), -1);
    assert_int_equal(ratio_decimals(number("0.000000000000000001")), 18);
    assert_int_equal(ratio_decimals(ratio_of(1, INT64_C(1) << 19)), -1);
}

/* Rounded half away from zero, but never onto an edge that the value misses. */
static void printing(void **state) {
    (void)state;
    static const struct {
        int64_t num;
        int64_t den;
        int decimals;
        const char *edge; /* or NULL */
        const char *out;
    } rows[] = {
        {1, 1, 0, NULL, "1"},
        {1, 1, 1, NULL, "1.0"},
        {-1, 2, 0, NULL, "-1"},
        {1, 2, 0, NULL, "1"},
        {49, 100, 0, NULL, "0"},
        {5, 100, 1, NULL, "0.1"},
        {-5, 100, 1, NULL, "-0.1"},
        {-4, 100, 1, NULL, "0.0"},
        {25, 1000, 2, NULL, "0.03"},
        {566 * 100, 723, 2, NULL, "78.28"},
        {566 * 100, 723, 6, NULL, "78.284924"},
        {7996, 80, 1, NULL, "100.0"},
        {7996, 80, 1, "100", "99.9"}, /* 79.96 of 80 is a miss */
        {7996, 80, 0, "100", "99"},
        {7996, 80, 2, "100", "99.95"},
        {8000, 80, 1, "100", "100.0"},   /* on the edge is on it */
        {80004, 800, 1, "100", "100.1"}, /* 100.005 is past it */
        {8996, 100, 1, "90", "89.9"},
        {-2, 100, 1, "0", "-0.1"},
        {2, 100, 1, "0", "0.1"},
        {5996, 100, 1, "59.96", "60.0"}, /* this edge cannot be printed, so not landed on */
        {1, 1, 18, NULL, "1.000000000000000000"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[RATIO_TEXT];
        struct ratio edge = rows[i].edge != NULL ? number(rows[i].edge) : ratio_int(0);
        ratio_print(ratio_of(rows[i].num, rows[i].den), rows[i].decimals, &edge,
                    rows[i].edge != NULL, text);
        assert_string_equal(text, rows[i].out);
    }
}

static void plain(void **state) {
    (void)state;
    static const struct {
        int64_t num;
        int64_t den;
        bool exact;
        const char *edge; /* or NULL */
        const char *out;
    } rows[] = {
        {45, 1, false, NULL, "45"},
        {5, 2, false, NULL, "2.5"},
        {250, 100, true, NULL, "2.5"},
        {1000, 1, true, NULL, "1000"},
        {0, 1, true, NULL, "0"},
        {-1, 10000000, false, NULL, "0"},
        {1, 10000000, true, NULL, "0.0000001"},
        {1, 10000000, false, "0", "0.000001"},
        {1, 3, true, NULL, "0.333333"},
        {200, 3, false, NULL, "66.666667"},
        {-200, 3, false, NULL, "-66.666667"},
        {99999999999, 1000000000, false, "100", "99.999999"},
        {100000000001, 1000000000, false, "100", "100.000001"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[RATIO_TEXT];
        struct ratio edge = rows[i].edge != NULL ? number(rows[i].edge) : ratio_int(0);
        ratio_plain(ratio_of(rows[i].num, rows[i].den), rows[i].exact, &edge, rows[i].edge != NULL,
                    text);
        assert_string_equal(text, rows[i].out);
    }
}

/* The largest values there are still fit the text. */
static void widest(void **state) {
    (void)state;
    char text[RATIO_TEXT];
    struct ratio square = ratio_mul(ratio_int(INT64_MAX), ratio_int(INT64_MIN + 1));
    assert_string_equal(ratio_print(square, 0, NULL, 0, text),
                        "-85070591730234615847396907784232501249");
    assert_string_equal(ratio_print(square, 18, NULL, 0, text), "?");
    assert_string_equal(ratio_plain(square, true, NULL, 0, text),
                        "-85070591730234615847396907784232501249");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic), cmocka_unit_test(invalid),  cmocka_unit_test(comparison),
        cmocka_unit_test(decimals),   cmocka_unit_test(printing), cmocka_unit_test(plain),
        cmocka_unit_test(widest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
