/* SPDX-License-Identifier: MIT */
/* What is due by now, and where it is heading: docs/QUY-TAC.md, section 4. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

#define FLOW(pace, ...)                                                                            \
    { KIND_FLOW, BETTER_HIGHER, pace, __VA_ARGS__ }
#define STOCK(pace, ...)                                                                           \
    { KIND_STOCK, BETTER_HIGHER, pace, __VA_ARGS__ }

struct expectation {
    const char *cites;
    struct setting setting;
    const char *elapsed;
    const char *expected;
    const char *run_rate;
    const char *needed;
    const char *achieved;
};

static void expect_pace(const struct expectation *e, const struct row *row) {
    expect_quantity(e->cites, "elapsed", row->is[M_ELAPSED], e->elapsed);
    expect_quantity(e->cites, "expected", row->is[M_EXPECTED], e->expected);
    expect_quantity(e->cites, "run rate", row->is[M_RUN_RATE], e->run_rate);
    expect_quantity(e->cites, "needed", row->is[M_NEEDED], e->needed);
    expect_quantity(e->cites, "achieved", row->is[M_ACHIEVED], e->achieved);
}

static void expect_all(const struct expectation table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_pace(&table[i], s.row);
        situation_clear(&s);
    }
}

/* Months as people in the room count them. */
static void test_linear(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 4, 30 June is 1/2", FLOW(PACE_DEFAULT, "30", "2024-06-30 15"), "1/2", "15", "30",
         "2.5", "2.5"},
        {"section 4, 30 September is 3/4", FLOW(PACE_DEFAULT, "60", "2024-09-30 30"), "3/4", "45",
         "40", "10", "10/3"},
        {"section 4, on the figure's day", FLOW(PACE_DEFAULT, "30", "2024-06-30 15", "2024-07-08"),
         "1/2", "15", "30", "2.5", "2.5"},
        {"section 4, the running month", FLOW(PACE_DEFAULT, "310", "2024-01-10 8"), "10/372",
         "25/3", "297.6", "4681/181", "24.8"},
        {"section 4, 29 of 29 days", FLOW(PACE_DEFAULT, "12", "2024-02-29 3"), "1/6", "2", "18",
         "0.9", "1.5"},
        {"section 4, 14 of 29 days", FLOW(PACE_DEFAULT, "348", "2024-02-14 43"), "43/348", "43",
         "348", NULL, "29"},
        {"section 4, the first day", FLOW(PACE_DEFAULT, "372", "2024-01-01 0"), "1/372", "1", "0",
         NULL, "0"},
        {"section 4, year over", FLOW(PACE_DEFAULT, "60", "2024-12-31 50"), "1", "60", "50",
         "no_months_left", "50/12"},
        {"section 4, met", FLOW(PACE_DEFAULT, "60", "2024-06-30 60"), "1/2", "30", "120", "met",
         "10"},
        {"section 3, strict and hit exactly: not met, nothing left",
         FLOW(PACE_DEFAULT, "more_than 60", "2024-06-30 60"), "1/2", "30", "120", "0", "10"},
        {"section 4, unpaced", FLOW(PACE_NONE, "60", "2024-06-30 20"), "1/2", "unpaced", "unpaced",
         "20/3", "10/3"},
        {"section 4, no target", FLOW(PACE_DEFAULT, NULL, "2024-06-30 20"), "1/2", "no_target",
         "40", "no_target", "10/3"},
        {"section 4, growth without a base", FLOW(PACE_DEFAULT, "grow 10", "2024-06-30 20"), "1/2",
         "no_baseline", "40", "no_baseline", "10/3"},
        {"section 4, within has no bound that decides",
         FLOW(PACE_DEFAULT, "within 4 6", "2024-06-30 3"), "1/2", "within", "6", "within", "0.5"},
        {"section 4, a ceiling of what is better higher: nothing is needed",
         FLOW(PACE_DEFAULT, "at_most 60", "2024-06-30 20"), "1/2", "30", "40", "ceiling", "10/3"},
        {"section 3.1, about: expected of the bound, left of the number",
         FLOW(PACE_DEFAULT, "about 100 4", "2024-06-30 36"), "1/2", "48", "72", "32/3", "6"},
        {"section 4, not reported: no figure, no date",
         FLOW(PACE_DEFAULT, "60", NULL, "2024-06-30"), "no_report", "no_report", "no_report",
         "no_report", "no_report"},
    };
    expect_all(table, sizeof table / sizeof *table);
}

/* Levels are paced only when asked to be, and then only stocks. */
static void test_levels(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 2, a stock is not paced",
         STOCK(PACE_DEFAULT, "800", "2023-12-31 700; 2024-06-30 740"), "1/2", "unpaced", "unpaced",
         "10", "unpaced"},
        {"section 4, a stock asked to be paced",
         STOCK(PACE_LINEAR, "800", "2023-12-31 700; 2024-06-30 740"), "1/2", "750", "unpaced", "10",
         "unpaced"},
        {"section 4, a stock that has to fall",
         {KIND_STOCK, BETTER_LOWER, PACE_LINEAR, "40", "2023-12-31 100; 2024-09-30 60"},
         "3/4",
         "55",
         "unpaced",
         "ceiling",
         "unpaced"},
        {"section 4, B unknown", STOCK(PACE_LINEAR, "800", "2024-06-30 740"), "1/2", "no_baseline",
         "unpaced", "10", "unpaced"},
        {"section 2, a share is never paced",
         {KIND_SHARE, BETTER_HIGHER, PACE_LINEAR, "80", "2023-12-31 70; 2024-06-30 74"},
         "1/2",
         "unpaced",
         "unpaced",
         "1",
         "unpaced"},
        {"section 2, an average is never paced",
         {KIND_AVERAGE, BETTER_HIGHER, PACE_LINEAR, "80", "2023-12-31 70; 2024-06-30 74"},
         "1/2",
         "unpaced",
         "unpaced",
         "1",
         "unpaced"},
        {"section 2, done is never paced",
         {KIND_DONE, BETTER_HIGHER, PACE_LINEAR, "done", "2024-06-30 0"},
         "1/2",
         "unpaced",
         "unpaced",
         "kind",
         "unpaced"},
    };
    expect_all(table, sizeof table / sizeof *table);
}

/* A target for a part of the year: the flow inside the part, and the part's share elapsed. */
static void test_parts_of_a_year(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 3, second half, half gone",
         FLOW(PACE_DEFAULT, "12", "2024-06-30 15; 2024-09-30 20", NULL, "2024-H2"), "1/2", "6",
         "10", "7/3", "5/3"},
        {"section 3, first half", FLOW(PACE_DEFAULT, "12", "2024-03-31 5", NULL, "2024-H1"), "1/2",
         "6", "10", "7/3", "5/3"},
        {"section 3, first half, seen from later",
         FLOW(PACE_DEFAULT, "12", "2024-06-30 15; 2024-09-30 20", NULL, "2024-H1"), "1", "12", "15",
         "met", "2.5"},
        {"section 3, third quarter, seen from later",
         FLOW(PACE_DEFAULT, "12", "2024-06-30 15; 2024-09-30 20; 2024-12-31 40", NULL, "2024-Q3"),
         "1", "12", "5", "no_months_left", "5/3"},
        {"section 3, one month, from increments",
         FLOW(PACE_DEFAULT, "12", "2024-05 +4", NULL, "2024-05"), "1", "12", "4", "no_months_left",
         "4"},
        {"section 3, nothing reported inside the part",
         FLOW(PACE_DEFAULT, "range 10 15", "2024-06-30 15", "2024-07-08", "2024-H2"), "no_report",
         "no_report", "no_report", "no_report", "no_report"},
    };
    expect_all(table, sizeof table / sizeof *table);
}

static void test_milestones(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 4, on a milestone", FLOW(PACE_DEFAULT, "200", "2024-03-31 45"), "1/4", "40",
         "225", "155/9", "15"},
        {"section 4, halfway to the first", FLOW(PACE_DEFAULT, "240", "2024-01-31 8"), "1/12", "16",
         "120", NULL, "8"},
        {"section 4, between two", FLOW(PACE_DEFAULT, "200", "2024-04-30 40"), "1/3", "170/3",
         "2400/17", "20", "10"},
        {"section 4, after the last", FLOW(PACE_DEFAULT, "200", "2024-09-30 145"), "3/4", "145",
         "200", "55/3", "145/9"},
        {"section 4, at the end", FLOW(PACE_DEFAULT, "200", "2024-12-31 100"), "1", "200", "100",
         "no_months_left", "100/12"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_begin(&s, &table[i].setting);
        make_milestone(&s.book, 0, "2024-03-31", "20");
        make_milestone(&s.book, 0, "2024-06-30", "45");
        situation_compare(&s, NULL);
        expect_pace(&table[i], s.row);
        situation_clear(&s);
    }
}

static void test_milestone_of_nothing(void **state) {
    (void)state;
    static const struct expectation e = {"section 4, phi = 0",
                                         FLOW(PACE_DEFAULT, "200", "2024-02-29 5"),
                                         "1/6",
                                         "0",
                                         "not_begun",
                                         "19.5",
                                         "2.5"};
    struct situation s;
    situation_begin(&s, &e.setting);
    make_milestone(&s.book, 0, "2024-03-31", "0");
    situation_compare(&s, NULL);
    expect_pace(&e, s.row);
    situation_clear(&s);
}

static void test_last_years_profile(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 4, last year's profile",
         FLOW(PACE_LAST_YEAR, "200", "2023-06-30 10; 2023-12-31 50; 2024-06-30 44"), "1/2", "40",
         "220", "26", "22/3"},
        {"section 4, no profile known", FLOW(PACE_LAST_YEAR, "200", "2023-12-31 50; 2024-06-30 44"),
         "1/2", "-", "-", "26", NULL},
        {"section 4, last year nothing",
         FLOW(PACE_LAST_YEAR, "200", "2023-06-30 0; 2023-12-31 0; 2024-06-30 44"), "1/2", "-", "-",
         "26", NULL},
        {"section 4, last year nothing by this day",
         FLOW(PACE_LAST_YEAR, "200", "2023-06-30 0; 2023-12-31 50; 2024-06-30 44"), "1/2", "0",
         "not_begun", "26", NULL},
    };
    expect_all(table, sizeof table / sizeof *table);
}

/* 15 December to 14 December is a statutory year. */
static void test_other_window(void **state) {
    (void)state;
    static const struct expectation table[] = {
        {"section 4, 14 June is 1/2", FLOW(PACE_DEFAULT, "30", "2024-06-14 15"), "1/2", "15", "30",
         "2.5", "2.5"},
        {"section 4, the first day", FLOW(PACE_DEFAULT, "372", "2023-12-15 4"), "1/372", "1",
         "1488", NULL, "124"},
        {"section 4, 30 days of the year's month", FLOW(PACE_DEFAULT, "372", "2024-01-13 4"),
         "30/372", "30", "49.6", NULL, NULL},
        {"section 4, a month is over", FLOW(PACE_DEFAULT, "12", "2024-01-14 4"), "1/12", "1", "48",
         "8/11", "4"},
        {"section 4, the last day", FLOW(PACE_DEFAULT, "30", "2024-12-14 15"), "1", "30", "15",
         "no_months_left", "15/12"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        struct org_year year = {0, 2024, {day("2023-12-15"), day("2024-12-14")}, no_place};
        struct setting setting = table[i].setting;
        const char *figures = setting.figures;
        setting.figures = NULL;
        situation_begin(&s, &setting);
        arrput(s.book.org_years, year);
        make_figures(&s.book, s.org, s.indicator, figures);
        situation_compare(&s, NULL);
        expect_pace(&table[i], s.row);
        situation_clear(&s);
    }
}

/* The three forecasts stand side by side and are never mixed. */
static void test_forecasts(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *run_rate;
        const char *seasonal;
        const char *estimate;
    } table[] = {
        {"section 4, all three",
         FLOW(PACE_DEFAULT, "60", "2023-06-30 10; 2023-12-31 50; 2024-06-30 15; 2024-06-30 ~32"),
         "30", "75", "32"},
        {"section 4, no figure for this day last year",
         FLOW(PACE_DEFAULT, "60", "2023-07-01 10; 2023-12-31 50; 2024-06-30 15"), "30", "-", "-"},
        {"section 4, no total last year", FLOW(PACE_DEFAULT, "60", "2023-06-30 10; 2024-06-30 15"),
         "30", "-", "-"},
        {"section 4, nothing by this day last year",
         FLOW(PACE_DEFAULT, "60", "2023-06-30 0; 2023-12-31 50; 2024-06-30 15"), "30", "-", "-"},
        {"section 4.5, estimates speak of the whole year",
         FLOW(PACE_DEFAULT, "60", "2024-06-30 15; 2024-09-30 20; 2024-09-30 ~32", NULL, "2024-H2"),
         "10", "-", "-"},
        {"section 4, a level has no season",
         STOCK(PACE_DEFAULT, "60", "2023-06-30 10; 2023-12-31 50; 2024-06-30 15; 2024-05-02 ~40"),
         "unpaced", "-", "40"},
        {"section 4, an estimate alone is no report",
         FLOW(PACE_DEFAULT, "60", "2024-06-30 ~32", "2024-06-30"), "no_report", "no_report", "32"},
        {"section 4, the last estimate",
         FLOW(PACE_DEFAULT, "60", "2024-03-31 ~32; 2024-06-30 ~50", "2024-12-31"), "no_report",
         "no_report", "50"},
        {"CLI, the estimate made later is not known",
         FLOW(PACE_DEFAULT, "60", "2024-03-31 ~32; 2024-06-30 ~50", "2024-06-29"), "no_report",
         "no_report", "32"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        const char *cites = table[i].cites;
        expect_quantity(cites, "run rate", s.row->is[M_RUN_RATE], table[i].run_rate);
        expect_quantity(cites, "seasonal", s.row->is[M_SEASONAL], table[i].seasonal);
        expect_quantity(cites, "estimate", s.row->is[M_ESTIMATE], table[i].estimate);
        situation_clear(&s);
    }
}

/* Section 4.4: phi, and why there is none. */
static void test_due(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *due;
    } table[] = {
        {"section 4.2, linear", FLOW(PACE_DEFAULT, "30", "2024-09-30 15"), "3/4"},
        {"section 4.4, nothing reported", FLOW(PACE_DEFAULT, "30", NULL, "2024-09-30"),
         "no_report"},
        {"section 4.4, not paced", FLOW(PACE_NONE, "30", "2024-09-30 15"), "unpaced"},
        {"section 4.4, not paced, with a last year",
         FLOW(PACE_NONE, "30", "2023-09-30 9; 2023-12-31 27; 2024-09-30 15"), "unpaced"},
        {"section 4.4, a level", STOCK(PACE_DEFAULT, "30", "2024-09-30 15"), "unpaced"},
        {"section 4.2, a stock that asks for it", STOCK(PACE_LINEAR, "30", "2024-09-30 15"), "3/4"},
        {"section 4.2, last year's",
         FLOW(PACE_LAST_YEAR, "30", "2023-09-30 9; 2023-12-31 27; 2024-09-30 15"), "1/3"},
        {"section 4.4, last year's, of nothing",
         FLOW(PACE_LAST_YEAR, "30", "2023-09-30 0; 2023-12-31 0; 2024-09-30 15"), "-"},
        {"section 4.4, last year's, below 0",
         FLOW(PACE_LAST_YEAR, "30", "2023-09-30 -1; 2023-12-31 9; 2024-09-30 15"), "-"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_quantity(table[i].cites, "due", s.row->is[M_DUE], table[i].due);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linear),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_parts_of_a_year),
        cmocka_unit_test(test_milestones),
        cmocka_unit_test(test_milestone_of_nothing),
        cmocka_unit_test(test_last_years_profile),
        cmocka_unit_test(test_other_window),
        cmocka_unit_test(test_due),
        cmocka_unit_test(test_forecasts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
