/* SPDX-License-Identifier: MIT */
/* Dates, periods, and the share of a year that has passed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct date day(const char *text) {
    struct date d = {0};
    assert_true(date_parse(text, strlen(text), &d));
    return d;
}

static void assert_date(struct date d, const char *expected) {
    char text[DATE_TEXT];
    assert_string_equal(date_print(d, text), expected);
}

static void dates(void **state) {
    (void)state;
    static const struct {
        const char *in;
        bool good;
    } rows[] = {
        {"2024-06-30", true},  {"2024-02-29", true},  {"2000-02-29", true},   {"0001-01-01", true},
        {"9999-12-31", true},  {"2023-02-29", false}, {"1900-02-29", false},  {"2024-06-31", false},
        {"2024-13-01", false}, {"2024-00-01", false}, {"2024-01-00", false},  {"0000-01-01", false},
        {"2024-6-30", false},  {"2024/06/30", false}, {"2024-06-30 ", false}, {"30-06-2024", false},
        {"", false},           {"2024-06", false},    {"+024-06-30", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date d = date_of(1, 2, 3);
        assert_int_equal(date_parse(rows[i].in, strlen(rows[i].in), &d), rows[i].good);
        assert_date(d, rows[i].good ? rows[i].in : "0001-02-03");
    }
}

static void day_first(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *out; /* or NULL */
    } rows[] = {
        {"30/06/2024", "2024-06-30"},
        {"30-6-2024", "2024-06-30"},
        {"1.2.2024", "2024-02-01"},
        {"31/04/2024", NULL},
        {"30/06-2024", NULL},
        {"30/06/24", NULL},
        {"06/30/2024", NULL},
        {"30/06", NULL},
        {"", NULL},
        {"30/06/2024x", NULL},
        {"300/06/2024", NULL},
        {"30//2024", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date d = {0};
        bool good = date_parse_day_first(rows[i].in, strlen(rows[i].in), &d);
        assert_int_equal(good, rows[i].out != NULL);
        assert_date(d, rows[i].out != NULL ? rows[i].out : "");
    }
}

static void periods(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *first; /* or NULL */
        const char *last;
    } rows[] = {
        {"2024", "2024-01-01", "2024-12-31"},
        {"2024-02", "2024-02-01", "2024-02-29"},
        {"2023-02", "2023-02-01", "2023-02-28"},
        {"2024-12", "2024-12-01", "2024-12-31"},
        {"2024-Q1", "2024-01-01", "2024-03-31"},
        {"2024-Q4", "2024-10-01", "2024-12-31"},
        {"2024-H1", "2024-01-01", "2024-06-30"},
        {"2024-H2", "2024-07-01", "2024-12-31"},
        {"2024-Q5", NULL, NULL},
        {"2024-Q0", NULL, NULL},
        {"2024-H3", NULL, NULL},
        {"2024-13", NULL, NULL},
        {"2024-00", NULL, NULL},
        {"0000", NULL, NULL},
        {"2024-q1", NULL, NULL},
        {"2024-1", NULL, NULL},
        {"24-01", NULL, NULL},
        {"", NULL, NULL},
        {"2024-06-30", NULL, NULL},
        {"2024Q1", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct window w = {{0}, {0}};
        bool good = window_parse(rows[i].in, strlen(rows[i].in), &w);
        assert_int_equal(good, rows[i].first != NULL);
        assert_date(w.first, good ? rows[i].first : "");
        assert_date(w.last, good ? rows[i].last : "");
    }
}

static void neighbours(void **state) {
    (void)state;
    assert_date(date_next(day("2024-02-28")), "2024-02-29");
    assert_date(date_next(day("2023-02-28")), "2023-03-01");
    assert_date(date_next(day("2023-12-31")), "2024-01-01");
    assert_date(date_previous(day("2024-03-01")), "2024-02-29");
    assert_date(date_previous(day("2024-01-01")), "2023-12-31");
    assert_date(date_add_months(day("2024-01-31"), 1), "2024-02-29");
    assert_date(date_add_months(day("2024-03-31"), -1), "2024-02-29");
    assert_date(date_add_months(day("2024-11-15"), 14), "2026-01-15");
    assert_date(date_year_before(day("2024-02-29")), "2023-02-28");
    assert_date(date_year_before(day("2024-06-30")), "2023-06-30");
    assert_true(date_ends_month(day("2024-02-29")));
    assert_false(date_ends_month(day("2024-02-28")));
    assert_int_equal(date_days(day("0001-01-01")) + 1, date_days(day("0001-01-02")));
    assert_int_equal(date_days(day("2024-03-01")) - date_days(day("2024-02-28")), 2);
    assert_int_equal(date_days(day("2025-01-01")) - date_days(day("2024-01-01")), 366);
    assert_true(date_cmp(day("2023-12-31"), day("2024-01-01")) < 0);
    assert_true(date_cmp(day("2024-02-01"), day("2024-01-31")) > 0);
    assert_int_equal(date_cmp(day("2024-01-31"), day("2024-01-31")), 0);
    assert_false(date_known((struct date){0}));
}

/* docs/QUY-TAC.md section 4: whole months, then days of the running month over that month's length.
 */
static void months_gone(void **state) {
    (void)state;
    static const struct {
        const char *first;
        const char *last;
        const char *day;
        int64_t num;
        int64_t den;
    } rows[] = {
        {"2024-01-01", "2024-12-31", "2023-12-31", 0, 1},
        {"2024-01-01", "2024-12-31", "2024-01-01", 1, 31},
        {"2024-01-01", "2024-12-31", "2024-01-31", 1, 1},
        {"2024-01-01", "2024-12-31", "2024-02-14", 43, 29}, /* 1 + 14/29 */
        {"2023-01-01", "2023-12-31", "2023-02-14", 3, 2},   /* 1 + 14/28 */
        {"2024-01-01", "2024-12-31", "2024-02-29", 2, 1},
        {"2024-01-01", "2024-12-31", "2024-06-30", 6, 1},    /* exactly half a year */
        {"2024-01-01", "2024-12-31", "2024-07-08", 194, 31}, /* 6 + 8/31 */
        {"2024-01-01", "2024-12-31", "2024-09-30", 9, 1},
        {"2024-01-01", "2024-12-31", "2024-12-30", 371, 31}, /* 11 + 30/31 */
        {"2024-01-01", "2024-12-31", "2024-12-31", 12, 1},
        {"2024-01-01", "2024-12-31", "2025-03-01", 12, 1},
        /* 15 December to 14 December */
        {"2023-12-15", "2024-12-14", "2023-12-14", 0, 1},
        {"2023-12-15", "2024-12-14", "2024-01-14", 1, 1},
        {"2023-12-15", "2024-12-14", "2024-06-14", 6, 1},
        {"2023-12-15", "2024-12-14", "2024-06-30", 98, 15}, /* 6 + 16/30 */
        {"2023-12-15", "2024-12-14", "2024-12-14", 12, 1},
        /* a part of the year */
        {"2024-07-01", "2024-12-31", "2024-09-30", 3, 1},
        {"2024-07-01", "2024-12-31", "2024-12-31", 6, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct window w = {day(rows[i].first), day(rows[i].last)};
        struct ratio gone = window_months_gone(w, day(rows[i].day));
        assert_true(gone.num == rows[i].num && gone.den == rows[i].den);
    }
}

static void months(void **state) {
    (void)state;
    static const struct {
        const char *first;
        const char *last;
        int64_t num;
        int64_t den;
    } rows[] = {
        {"2024-01-01", "2024-12-31", 12, 1}, {"2023-12-15", "2024-12-14", 12, 1},
        {"2024-07-01", "2024-12-31", 6, 1},  {"2024-02-01", "2024-02-29", 1, 1},
        {"2024-01-31", "2024-02-28", 1, 1},  {"2024-06-01", "2024-06-15", 1, 2},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ratio length = window_months((struct window){day(rows[i].first), day(rows[i].last)});
        assert_true(length.num == rows[i].num && length.den == rows[i].den);
    }
    struct window year = window_of_year(2024);
    struct ratio half = ratio_div(window_months_gone(year, day("2024-06-30")), window_months(year));
    assert_int_equal(ratio_cmp(half, ratio_of(1, 2)), 0);
    struct ratio nine = ratio_div(window_months_gone(year, day("2024-09-30")), window_months(year));
    assert_int_equal(ratio_cmp(nine, ratio_of(3, 4)), 0);
    assert_true(window_holds(year, day("2024-12-31")));
    assert_false(window_holds(year, day("2025-01-01")));
}

/* Parts of a year that has its own window; NULL where the year has no such part. */
static void parts(void **state) {
    (void)state;
    static const struct {
        const char *first; /* of the window of 2024 */
        const char *last;
        const char *named;
        const char *from; /* of the part, or NULL */
        const char *to;
    } rows[] = {
        {"2024-01-01", "2024-12-31", "2024-02", "2024-02-01", "2024-02-29"},
        {"2024-01-01", "2024-12-31", "2024-Q4", "2024-10-01", "2024-12-31"},
        {"2024-01-01", "2024-12-31", "2023-12", NULL, NULL},
        {"2024-01-01", "2024-12-31", "2025-H1", NULL, NULL},
        {"2023-12-15", "2024-12-14", "2024-01", "2023-12-15", "2024-01-14"},
        {"2023-12-15", "2024-12-14", "2024-12", "2024-11-15", "2024-12-14"},
        {"2023-12-15", "2024-12-14", "2023-12", NULL, NULL},
        {"2023-12-15", "2024-12-14", "2024-Q1", "2023-12-15", "2024-03-14"},
        {"2023-12-15", "2024-12-14", "2024-H1", "2023-12-15", "2024-06-14"},
        {"2023-12-15", "2024-12-14", "2024-H2", "2024-06-15", "2024-12-14"},
        {"2023-07-01", "2024-06-30", "2023-07", "2023-07-01", "2023-07-31"},
        {"2023-07-01", "2024-06-30", "2024-Q1", "2023-07-01", "2023-09-30"},
        {"2023-07-01", "2024-06-30", "2023-Q3", NULL, NULL},
        {"2024-01-31", "2024-12-30", "2024-02", "2024-01-31", "2024-02-28"},
        {"2024-01-01", "2024-03-15", "2024-03", "2024-03-01", "2024-03-15"},
        {"2024-01-01", "2024-03-15", "2024-04", NULL, NULL},
        {"2024-01-01", "2024-03-15", "2024-Q2", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct window named = {0};
        struct window part = {0};
        struct window year = {day(rows[i].first), day(rows[i].last)};
        assert_true(window_parse(rows[i].named, strlen(rows[i].named), &named));
        assert_int_equal(window_part(year, 2024, named, &part), rows[i].from != NULL);
        assert_date(part.first, rows[i].from != NULL ? rows[i].from : "");
        assert_date(part.last, rows[i].to != NULL ? rows[i].to : "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),      cmocka_unit_test(day_first),   cmocka_unit_test(periods),
        cmocka_unit_test(neighbours), cmocka_unit_test(months_gone), cmocka_unit_test(months),
        cmocka_unit_test(parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
