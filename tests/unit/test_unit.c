/* SPDX-License-Identifier: MIT */
/* Units: what they are made of, and which convert into which. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void parts(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *base;
        int64_t scale;
        int months;
    } rows[] = {
        {"", "", 1, 0},
        {"HTX", "htx", 1, 0},
        {"HTX/năm", "htx", 1, 12},
        {"%", "%", 1, 0},
        {"đồng", "đồng", 1, 0},
        {"triệu đồng", "đồng", 1000000, 0},
        {"triệu đồng/năm", "đồng", 1000000, 12},
        {"Triệu Đồng / Năm", "đồng", 1000000, 12},
        {"tỷ đồng", "đồng", 1000000000, 0},
        {"tỉ đồng", "đồng", 1000000000, 0},
        {"nghìn tỷ đồng", "đồng", 1000000000000, 0},
        {"nghìn người", "người", 1000, 0},
        {"ngàn người", "người", 1000, 0},
        {"triệu", "", 1000000, 0},
        {"triệu đồng/tháng", "đồng", 1000000, 1},
        {"triệu đồng/quý", "đồng", 1000000, 3},
        {"triệu đồng/6 tháng", "đồng", 1000000, 6},
        {"triệu đồng/9 tháng", "đồng", 1000000, 9},
        {"triệu đồng/người/tháng", "đồng/người", 1000000, 1},
        {"đồng/người", "đồng/người", 1, 0},
        {"triệu đồng/5 tháng", "đồng/5 tháng", 1000000, 0}, /* no time that we know */
        {"triệuđồng", "triệuđồng", 1, 0},
        {"million dong/year", "million dong/year", 1, 0},
        {"trie\xCC\xA3\xCC\x82u đồng", "đồng", 1000000, 0}, /* decomposed */
        {"  nghìn   người ", "người", 1000, 0},
        {"mô hình", "mô hình", 1, 0},
    };
    struct pool pool = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct unit unit = unit_parse(&pool, rows[i].in, strlen(rows[i].in));
        assert_string_equal(unit.base, rows[i].base);
        assert_true(unit.scale == rows[i].scale);
        assert_int_equal(unit.months, rows[i].months);
        assert_int_equal(unit_is_percent(&unit), strcmp(rows[i].in, "%") == 0);
    }
    pool_clear(&pool);
}

static void factors(void **state) {
    (void)state;
    static const struct {
        const char *from;
        const char *to;
        int64_t num; /* 0: does not convert */
        int64_t den;
    } rows[] = {
        {"HTX", "HTX", 1, 1},
        {"htx", "HTX", 1, 1},
        {"tỷ đồng/năm", "triệu đồng/năm", 1000, 1},
        {"triệu đồng/tháng", "triệu đồng/năm", 12, 1},
        {"triệu đồng/quý", "triệu đồng/năm", 4, 1},
        {"triệu đồng/6 tháng", "triệu đồng/năm", 2, 1},
        {"triệu đồng/9 tháng", "triệu đồng/năm", 4, 3},
        {"triệu đồng/năm", "triệu đồng/tháng", 1, 12},
        {"tỷ đồng/tháng", "triệu đồng/năm", 12000, 1},
        {"triệu đồng", "triệu đồng/năm", 1, 1}, /* without a time: per that of the indicator */
        {"triệu đồng/năm", "triệu đồng", 0, 0},
        {"triệu", "đồng", 1000000, 1},
        {"nghìn người", "người", 1000, 1},
        {"người", "nghìn người", 1, 1000},
        {"nghìn", "HTX", 1000, 1},
        {"HTX", "người", 0, 0},
        {"triệu đồng/người/tháng", "triệu đồng/năm", 0, 0},
        {"triệu đồng/người/tháng", "triệu đồng/người/năm", 12, 1},
        {"%", "%", 1, 1},
        {"%", "HTX", 0, 0},
        {"HTX", "%", 0, 0},
    };
    struct pool pool = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct unit from = unit_parse(&pool, rows[i].from, strlen(rows[i].from));
        struct unit to = unit_parse(&pool, rows[i].to, strlen(rows[i].to));
        struct ratio factor = ratio_int(7);
        assert_int_equal(unit_factor(&from, &to, &factor), rows[i].num != 0);
        struct ratio expected =
            rows[i].num != 0 ? ratio_of(rows[i].num, rows[i].den) : ratio_int(7);
        assert_int_equal(ratio_cmp(factor, expected), 0);
    }
    pool_clear(&pool);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts),
        cmocka_unit_test(factors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
