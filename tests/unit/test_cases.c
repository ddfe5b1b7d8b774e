/* SPDX-License-Identifier: MIT */
/* The fifteen cases of docs/QUY-TAC.md, section 8: exact figures, status, reasons. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"

#define FLOW KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT
#define HIGHER KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT
#define LOWER KIND_STOCK, BETTER_LOWER, PACE_DEFAULT
#define SHARE KIND_SHARE, BETTER_HIGHER, PACE_DEFAULT
#define BASE_100 "2023-12-31 100; "

/* Year over: every figure stands on 31 December. */
static const struct {
    const char *cites;
    struct setting setting;
    const char *attainment;
    const char *gap;
    const char *progress;
    enum status status;
} cases[] = {
    {"section 9, case 1", {FLOW, "200", "2024-12-31 90"}, "0.45", "-110", "flow", STATUS_MISSED},
    {"section 9, case 2",
     {HIGHER, "120", BASE_100 "2024-12-31 110"},
     "11/12",
     "-10",
     "1/2",
     STATUS_MISSED},
    {"section 9, case 3",
     {LOWER, "50", BASE_100 "2024-12-31 75"},
     "ceiling",
     "25",
     "1/2",
     STATUS_MISSED},
    {"section 9, case 4",
     {LOWER, "50", BASE_100 "2024-12-31 40"},
     "ceiling",
     "-10",
     "1.2",
     STATUS_EXCEEDED},
    {"section 9, case 5",
     {LOWER, "50", BASE_100 "2024-12-31 120"},
     "ceiling",
     "70",
     "-0.4",
     STATUS_MISSED},
    {"section 9, case 6", {LOWER, "0", "2024-12-31 0"}, "ceiling", "0", "no_baseline", STATUS_MET},
    {"section 9, case 7",
     {LOWER, "0", "2024-12-31 3"},
     "ceiling",
     "3",
     "no_baseline",
     STATUS_MISSED},
    {"section 9, case 8", {FLOW, "100", "2024-12-31 0"}, "0", "-100", "flow", STATUS_MISSED},
    {"section 9, case 9",
     {FLOW, "100", NULL, "2024-12-31"},
     "no_report",
     "no_report",
     "flow",
     STATUS_NO_REPORT},
    {"section 9, case 10",
     {FLOW, "0", "2024-12-31 5"},
     "target_not_positive",
     "5",
     "flow",
     STATUS_EXCEEDED},
    {"section 9, case 11",
     {HIGHER, "-50", "2024-12-31 -30"},
     "target_not_positive",
     "20",
     "no_baseline",
     STATUS_EXCEEDED},
    {"section 9, case 12",
     {HIGHER, "-60", "2024-12-31 10"},
     "target_not_positive",
     "70",
     "no_baseline",
     STATUS_EXCEEDED},
    {"section 9, case 13",
     {HIGHER, "80", "2024-12-31 79.96"},
     "0.9995",
     "-0.04",
     "no_baseline",
     STATUS_MISSED},
    {"section 9, case 14",
     {HIGHER, "100", BASE_100 "2024-12-31 100"},
     "1",
     "0",
     "baseline_is_target",
     STATUS_MET},
    {"section 9, case 15",
     {SHARE, "80", "2023-12-31 70; 2024-12-31 75"},
     "0.9375",
     "-5",
     "1/2",
     STATUS_MISSED},
};

static void test_fifteen(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct situation s;
        situation_make(&s, &cases[i].setting);
        expect_quantity(cases[i].cites, "attainment", s.row->is[M_ATTAINMENT], cases[i].attainment);
        expect_quantity(cases[i].cites, "gap", s.row->is[M_GAP], cases[i].gap);
        expect_quantity(cases[i].cites, "progress", s.row->is[M_PROGRESS], cases[i].progress);
        expect_status(cases[i].cites, s.row->status, cases[i].status);
        situation_clear(&s);
    }
}

/* Section 1: a reported 0 is 0, a missing figure has no number. */
static void test_missing_is_not_zero(void **state) {
    (void)state;
    struct situation reported;
    struct situation missing;
    situation_make(&reported, &cases[7].setting);
    assert_true(reported.row->has_actual);
    situation_clear(&reported);
    situation_make(&missing, &cases[8].setting);
    assert_false(missing.row->has_actual);
    assert_int_equal(missing.card.count[STATUS_NO_REPORT], 1);
    situation_clear(&missing);
}

/* Section 1: 60 x 1.1 is 66, so 66 meets "+10 % on 60"; nothing is clamped. */
static void test_exact(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *attainment;
        enum status status;
    } rows[] = {
        {"section 1, growth", {HIGHER, "grow 10 60", "2024-12-31 66"}, "1", STATUS_MET},
        {"section 1, growth missed",
         {HIGHER, "grow 10 60", "2024-12-31 65.9999999999999"},
         "65.9999999999999/66",
         STATUS_MISSED},
        {"section 1, 2413 %", {FLOW, "100", "2024-12-31 2413"}, "24.13", STATUS_EXCEEDED},
        {"section 1, a tenth three times", {FLOW, "0.3", "2024-12-31 0.3"}, "1", STATUS_MET},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct situation s;
        situation_make(&s, &rows[i].setting);
        expect_quantity(rows[i].cites, "attainment", s.row->is[M_ATTAINMENT], rows[i].attainment);
        expect_status(rows[i].cites, s.row->status, rows[i].status);
        situation_clear(&s);
    }
    struct situation s;
    situation_make(&s, &(struct setting){LOWER, "50", BASE_100 "2024-12-31 190.5"});
    expect_quantity("section 1, -181 %", "progress", s.row->is[M_PROGRESS], "-1.81");
    situation_clear(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fifteen),
        cmocka_unit_test(test_missing_is_not_zero),
        cmocka_unit_test(test_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
