/* SPDX-License-Identifier: MIT */
/* Formulas put together out of patterns and parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workbook_common.h"

static void parts(void **state) {
    (void)state;
    struct workbook book = {0};
    assert_string_equal(FORMULA(&book, "{0}", "A1"), "A1");
    assert_string_equal(FORMULA(&book, "IF({1}=\"\",{0},{1}*{0})", "2", "$B7"),
                        "IF($B7=\"\",2,$B7*2)");
    assert_string_equal(FORMULA(&book, "({0}{1}{2})", "", "x", ""), "(x)");
    assert_string_equal(FORMULA(&book, "{9}{0}", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                        "90");
    assert_string_equal(FORMULA(&book, "LEFT({0},1)", "\"{1}{0}\""), "LEFT(\"{1}{0}\",1)");
    workbook_line_done(&book);
}

static void numbers(void **state) {
    (void)state;
    struct workbook book = {0};
    char least[32];
    snprintf(least, sizeof least, "%ld", LONG_MIN);
    assert_string_equal(formula_int(&book, 0), "0");
    assert_string_equal(formula_int(&book, -7), "-7");
    assert_string_equal(formula_int(&book, 120), "120");
    assert_string_equal(formula_int(&book, LONG_MIN), least);
    assert_string_equal(formula_number(&book, 0.1), "0.1");
    assert_string_equal(formula_number(&book, 100.0), "100");
    assert_string_equal(formula_number(&book, 1.0 / 3), "0.333333333333333");
    assert_string_equal(formula_cell(&book, 4, 19, false), "$T5");
    assert_string_equal(formula_cell(&book, 4, 19, true), "$T$5");
    workbook_line_done(&book);
}

static void terms(void **state) {
    (void)state;
    struct workbook book = {0};
    assert_string_equal(formula_known(&book, "A1", "B1*2"), "IF(A1=\"\",\"\",B1*2)");
    struct buffer printed = {0};
    buffer_format(&printed, "A%d", 7);
    assert_string_equal(formula_taken(&book, &printed), "A7");
    assert_null(printed.text);
    workbook_line_done(&book);
}

/* What a cell cannot hold stays too long, so that the sheet refuses it and nothing is cut. */
static void too_long(void **state) {
    (void)state;
    enum { TAKES = 8192, LONG = 20000 };
    struct workbook book = {0};
    char *part = malloc(LONG + 1);
    assert_non_null(part);
    memset(part, '1', LONG);
    part[LONG] = '\0';
    assert_true(strlen(FORMULA(&book, "SUM({0},{0})", part)) > TAKES);
    free(part);
    workbook_line_done(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts),
        cmocka_unit_test(numbers),
        cmocka_unit_test(terms),
        cmocka_unit_test(too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
