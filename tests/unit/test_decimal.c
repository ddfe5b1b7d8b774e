/* SPDX-License-Identifier: MIT */
/* Numbers as people write them, and every way of writing none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decimal.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void numbers(void **state) {
    (void)state;
    static const struct {
        const char *in;
        int64_t units;
        int scale;
    } rows[] = {
        {"0", 0, 0},
        {"30", 30, 0},
        {"+30", 30, 0},
        {"-30", -30, 0},
        {"\xE2\x88\x92"
         "30",
         -30, 0}, /* U+2212 */
        {"-0", 0, 0},
        {"012", 12, 0},
        {"000000000000000000000012", 12, 0}, /* leading zeros are no significant digits */
        {"2.7", 27, 1},
        {"2.70", 270, 2},
        {"1.200", 1200, 3},
        {"1.2000", 12000, 4},
        {"0.05", 5, 2},
        {"-0.5", -5, 1},
        {"106_598", 106598, 0},
        {"1_2_3.5", 1235, 1},
        {"999999999999999999", 999999999999999999, 0},
        {"-999999999999999999", -999999999999999999, 0},
        {"0.000000000000000001", 1, 18},
        {"99999999.9999999999", 999999999999999999, 10},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decimal d = {.units = 7, .scale = 7};
        assert_int_equal(decimal_parse(rows[i].in, strlen(rows[i].in), &d), DECIMAL_OK);
        assert_true(d.units == rows[i].units);
        assert_int_equal(d.scale, rows[i].scale);
    }
}

static void slips(void **state) {
    (void)state;
    static const struct {
        const char *in;
        enum decimal_error error;
    } rows[] = {
        {"", DECIMAL_EMPTY},
        {"abc", DECIMAL_NOT_A_NUMBER},
        {"-", DECIMAL_NOT_A_NUMBER},
        {"+", DECIMAL_NOT_A_NUMBER},
        {"30 HTX", DECIMAL_NOT_A_NUMBER},
        {"12:30", DECIMAL_NOT_A_NUMBER},
        {"--3", DECIMAL_NOT_A_NUMBER},
        {"3-4", DECIMAL_NOT_A_NUMBER},
        {"5%", DECIMAL_NOT_A_NUMBER},
        {"nan", DECIMAL_NOT_A_NUMBER},
        {"inf", DECIMAL_NOT_A_NUMBER},
        {"1.000\xC2\xA0"
         "000",
         DECIMAL_NOT_A_NUMBER},
        {"2,7", DECIMAL_COMMA},
        {"-2,7", DECIMAL_COMMA},
        {"106,598", DECIMAL_COMMA},
        {"1.200.000", DECIMAL_GROUPED},
        {"1,200,000", DECIMAL_GROUPED},
        {"1.234,5", DECIMAL_GROUPED},
        {"1,234.5", DECIMAL_GROUPED},
        {"1 200", DECIMAL_SPACED},
        {"1 200,5", DECIMAL_SPACED},
        {"1e3", DECIMAL_EXPONENT},
        {"1E-3", DECIMAL_EXPONENT},
        {"2.5e+10", DECIMAL_EXPONENT},
        {"0x1F", DECIMAL_HEX},
        {"0X1f", DECIMAL_HEX},
        {"_5", DECIMAL_UNDERSCORE},
        {"5_", DECIMAL_UNDERSCORE},
        {"1__0", DECIMAL_UNDERSCORE},
        {"5.", DECIMAL_BARE_MARK},
        {".5", DECIMAL_BARE_MARK},
        {"1000000000000000000", DECIMAL_TOO_LONG},
        {"0.1234567890123456789", DECIMAL_TOO_LONG},
        {"1.000000000000000000", DECIMAL_TOO_LONG},
        {"0.0000000000000000001", DECIMAL_TOO_LONG},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decimal d = {.units = 7, .scale = 7};
        assert_int_equal(decimal_parse(rows[i].in, strlen(rows[i].in), &d), rows[i].error);
        assert_true(d.units == 7 && d.scale == 7); /* untouched */
    }
}

static void spans(void **state) {
    (void)state;
    static const struct {
        const char *in;
        size_t n;
    } rows[] = {
        {"", 0},
        {"HTX", 0},
        {"30 HTX", 2},
        {"30HTX", 2},
        {"30%", 2},
        {"2.7 tỷ đồng", 3},
        {"2,7 tỷ", 3},
        {"1 200 HTX", 5},
        {"-5 HTX", 2},
        {"1.200.000 đ", 9},
        {"1e3 HTX", 3},
        {"0x1F HTX", 4},
        {"5 em", 1},
        {"5em", 1},
        {"106_598 người", 7},
        {"3.8..5.5 triệu", 8},
        {"\xE2\x88\x92"
         "5 HTX",
         4},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(decimal_span(rows[i].in, strlen(rows[i].in)), rows[i].n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(slips),
        cmocka_unit_test(spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
