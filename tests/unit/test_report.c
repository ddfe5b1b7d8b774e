/* SPDX-License-Identifier: MIT */
/* The texts of official tables, their placeholders filled in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"
#include "report.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct date day(const char *text) {
    struct date d = {0};
    assert_true(date_parse(text, strlen(text), &d));
    return d;
}

static void assert_said(const char *text, struct window window, const char *as_of, bool english,
                        const char *expected) {
    struct buffer out = {0};
    report_text(&out, text, 2024, window, day(as_of), english);
    buffer_put(&out, "", 1);
    assert_string_equal(out.text, expected);
    buffer_clear(&out);
}

static void assert_text(const char *text, struct window window, const char *as_of,
                        const char *expected) {
    assert_said(text, window, as_of, false, expected);
}

static void periods(void **state) {
    (void)state;
    static const struct {
        const char *as_of;
        const char *period;
    } rows[] = {
        {"2024-06-30", "6 THÁNG ĐẦU NĂM 2024"},
        {"2024-09-30", "9 THÁNG NĂM 2024"},
        {"2024-03-31", "3 THÁNG NĂM 2024"},
        {"2024-12-31", "NĂM 2024"},
        {"2025-02-01", "NĂM 2024"},
        {"2024-07-08", "ĐẾN NGÀY 08/07/2024"},
        {"2024-01-01", "ĐẾN NGÀY 01/01/2024"},
        {"2024-12-30", "ĐẾN NGÀY 30/12/2024"},
        {"2023-12-31", "ĐẾN NGÀY 31/12/2023"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_text("{period}", window_of_year(2024), rows[i].as_of, rows[i].period);
    }
    struct window year = window_of_year(2024);
    assert_said("{period}", year, "2024-06-30", true, "6 MONTHS OF 2024");
    assert_said("{period}", year, "2024-12-31", true, "2024");
    assert_said("{period}", year, "2024-07-08", true, "UP TO 2024-07-08");
    struct window own = {day("2023-12-15"), day("2024-12-14")};
    assert_text("{period}", own, "2024-06-14", "6 THÁNG ĐẦU NĂM 2024");
    assert_text("{period}", own, "2024-12-14", "NĂM 2024");
    assert_text("{period}", own, "2024-06-30", "ĐẾN NGÀY 30/06/2024");
}

static void texts(void **state) {
    (void)state;
    struct window year = window_of_year(2024);
    assert_text("KẾ HOẠCH {year}, đến {as_of}", year, "2024-06-30",
                "KẾ HOẠCH 2024, đến 30/06/2024");
    assert_text("{nam} {} { {year", year, "2024-06-30", "{nam} {} { {year");
    assert_text("{{year}}", year, "2024-06-30", "{2024}");
    assert_text("", year, "2024-06-30", "");
}

static void words(void **state) {
    (void)state;
    size_t n = 9;
    assert_int_equal(placeholder_at("{as_of}!", &n), PLACEHOLDER_AS_OF);
    assert_int_equal(n, strlen("{as_of}"));
    assert_int_equal(placeholder_at("{ngày}", &n), PLACEHOLDER_COUNT);
    assert_int_equal(n, strlen("{ngày}"));
    assert_int_equal(placeholder_at("{}", &n), PLACEHOLDER_COUNT);
    assert_int_equal(n, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods),
        cmocka_unit_test(texts),
        cmocka_unit_test(words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
