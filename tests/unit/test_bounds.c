/* SPDX-License-Identifier: MIT */
/* Every kind of target at, just below and just above its bounds: docs/QUY-TAC.md, section 3. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "book_maker.h"

enum outcome { MISSES, MEETS, EXCEEDS };

#define HIGHER BETTER_HIGHER
#define LOWER BETTER_LOWER

static const struct {
    const char *cites;
    enum better better;
    const char *goal;
    const char *actual;
    enum outcome outcome;
    const char *gap; /* section 4: A - T; within and exactly: to the bound overstepped */
} rows[] = {
    {"section 3, plain, below", HIGHER, "60", "59.99", MISSES, "-0.01"},
    {"section 3, plain, at", HIGHER, "60", "60.00", MEETS, "0"},
    {"section 3, plain, above", HIGHER, "60", "60.01", EXCEEDS, "0.01"},
    {"section 3, plain lower, below", LOWER, "15", "14.99", EXCEEDS, "-0.01"},
    {"section 3, plain lower, at", LOWER, "15", "15", MEETS, "0"},
    {"section 3, plain lower, above", LOWER, "15", "15.01", MISSES, "0.01"},
    {"section 3, at least, below", HIGHER, "at_least 20", "19", MISSES, "-1"},
    {"section 3, at least, at", HIGHER, "at_least 20", "20", MEETS, "0"},
    {"section 3, at least, above", HIGHER, "at_least 20", "21", EXCEEDS, "1"},
    {"section 3, at least of what is better lower", LOWER, "at_least 20", "19", MISSES, "-1"},
    {"section 3, more than, below", HIGHER, "more_than 60", "59.9", MISSES, "-0.1"},
    {"section 3, more than, at", HIGHER, "more_than 60", "60", MISSES, "0"},
    {"section 3, more than, above", HIGHER, "more_than 60", "60.1", EXCEEDS, "0.1"},
    {"section 3, at most, below", LOWER, "at_most 15", "14", EXCEEDS, "-1"},
    {"section 3, at most, at", LOWER, "at_most 15", "15", MEETS, "0"},
    {"section 3, at most, above", LOWER, "at_most 15", "16", MISSES, "1"},
    {"section 3, at most of what is better higher", HIGHER, "at_most 15", "16", MISSES, "1"},
    {"section 3, at most of what is better higher", HIGHER, "at_most 15", "14", EXCEEDS, "-1"},
    {"section 3, less than, below", LOWER, "less_than 15", "14.9", EXCEEDS, "-0.1"},
    {"section 3, less than, at", LOWER, "less_than 15", "15", MISSES, "0"},
    {"section 3, less than, above", LOWER, "less_than 15", "15.1", MISSES, "0.1"},
    {"section 3, range, below a", HIGHER, "range 30 40", "29.9", MISSES, "-0.1"},
    {"section 3, range, at a", HIGHER, "range 30 40", "30", MEETS, "0"},
    {"section 3, range, at b", HIGHER, "range 30 40", "40", MEETS, "10"},
    {"section 3, range, above b", HIGHER, "range 30 40", "40.1", EXCEEDS, "10.1"},
    {"section 3, range lower, above b", LOWER, "range 30 40", "40.1", MISSES, "0.1"},
    {"section 3, range lower, at b", LOWER, "range 30 40", "40", MEETS, "0"},
    {"section 3, range lower, at a", LOWER, "range 30 40", "30", MEETS, "-10"},
    {"section 3, range lower, below a", LOWER, "range 30 40", "29.9", EXCEEDS, "-10.1"},
    {"section 3, within, below", HIGHER, "within 4 6", "3.9", MISSES, "-0.1"},
    {"section 3, within, at a", HIGHER, "within 4 6", "4", MEETS, "0"},
    {"section 3, within, inside", LOWER, "within 4 6", "5", MEETS, "0"},
    {"section 3, within, at b", LOWER, "within 4 6", "6", MEETS, "0"},
    {"section 3, within, above", LOWER, "within 4 6", "6.1", MISSES, "0.1"},
    {"section 3, about, below", HIGHER, "about 145", "144.9", MISSES, "-0.1"},
    {"section 3, about, at", HIGHER, "about 145", "145", MEETS, "0"},
    {"section 3, about, far above", HIGHER, "about 145", "300", MEETS, "155"},
    {"section 3.1, about, below the tolerance: gap to n", HIGHER, "about 145 5", "139.9", MISSES,
     "-5.1"},
    {"section 3.1, about, at the tolerance", HIGHER, "about 145 5", "140", MEETS, "-5"},
    {"section 3, about lower, far below", LOWER, "about 145 5", "1", MEETS, "-144"},
    {"section 3.1, about lower, at the tolerance", LOWER, "about 145 5", "150", MEETS, "5"},
    {"section 3.1, about lower, above it", LOWER, "about 145 5", "150.1", MISSES, "5.1"},
    {"section 3, exactly, below", HIGHER, "exactly 5", "4", MISSES, "-1"},
    {"section 3, exactly, at", HIGHER, "exactly 5", "5.0", MEETS, "0"},
    {"section 3, exactly, above", LOWER, "exactly 5", "6", MISSES, "1"},
    {"section 5, zero target, lower", LOWER, "0", "0", MEETS, "0"},
    {"section 5, zero target, lower, below", LOWER, "0", "-1", EXCEEDS, "-1"},
    {"section 5, zero target, lower, above", LOWER, "0", "1", MISSES, "1"},
    {"section 5, zero target, higher", HIGHER, "0", "0", MEETS, "0"},
    {"section 5, zero target, higher, below", HIGHER, "0", "-1", MISSES, "-1"},
};

static const enum status verdicts[] = {
    [MISSES] = STATUS_MISSED, [MEETS] = STATUS_MET, [EXCEEDS] = STATUS_EXCEEDED};

/* A level that stands at the year's end, judged. */
static void judge_at_end(struct situation *s, enum indicator_kind kind, enum better better,
                         const char *goal, const char *actual) {
    char figures[64];
    struct setting setting = {kind, better, PACE_DEFAULT, goal, figures};
    snprintf(figures, sizeof figures, "2024-12-31 %s", actual);
    situation_make(s, &setting);
}

static void test_bounds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct situation s;
        judge_at_end(&s, KIND_STOCK, rows[i].better, rows[i].goal, rows[i].actual);
        expect_status(rows[i].cites, s.row->status, verdicts[rows[i].outcome]);
        expect_quantity(rows[i].cites, "gap", s.row->is[M_GAP], rows[i].gap);
        situation_clear(&s);
    }
}

static void test_done(void **state) {
    (void)state;
    for (int yes = 0; yes <= 1; yes++) {
        struct situation s;
        judge_at_end(&s, KIND_DONE, BETTER_HIGHER, "done", yes ? "1" : "0");
        expect_status("section 3, done", s.row->status, yes ? STATUS_MET : STATUS_MISSED);
        expect_quantity("section 4, done", "gap", s.row->is[M_GAP], "kind");
        assert_false(ratio_valid(row_decides(s.row)));
        situation_clear(&s);
    }
}

static void test_grow(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum better better;
        const char *goal;
        const char *bound;
        const char *actual;
        enum outcome outcome;
    } grown[] = {
        {"section 3, grow, at", HIGHER, "grow 10 60", "66", "66", MEETS},
        {"section 3, grow, below", HIGHER, "grow 10 60", "66", "65.9999999999999999", MISSES},
        {"section 3, grow, above", HIGHER, "grow 10 60", "66", "66.0000000000000001", EXCEEDS},
        {"section 3, shrink, lower, at", LOWER, "grow -10 60", "54", "54", MEETS},
        {"section 3, shrink, lower, below", LOWER, "grow -10 60", "54", "53.9", EXCEEDS},
        {"section 3, shrink, lower, above", LOWER, "grow -10 60", "54", "54.1", MISSES},
        {"section 3, grow by a part of a percent", HIGHER, "grow 3.7 723", "749.751", "749.751",
         MEETS},
        {"section 3.1, grow from next to nothing", HIGHER, "grow 10 0.1", "0.11", "0.11", MEETS},
    };
    for (size_t i = 0; i < sizeof grown / sizeof *grown; i++) {
        struct situation s;
        judge_at_end(&s, KIND_STOCK, grown[i].better, grown[i].goal, grown[i].actual);
        expect_quantity(grown[i].cites, "T", s.row->is[M_DECIDES], grown[i].bound);
        expect_status(grown[i].cites, s.row->status, verdicts[grown[i].outcome]);
        situation_clear(&s);
    }
}

/* Section 3: growth over last year's figure, over a stated base, or over nothing. */
static void test_growth_in_a_row(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *attainment;
        const char *baseline;
        enum status status;
    } grown[] = {
        {"section 3, over last year's last figure",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10",
          "2023-06-30 50; 2023-11-30 60; 2024-12-31 66"},
         "1",
         "60",
         STATUS_MET},
        {"section 3, of a flow over last year's total",
         {KIND_FLOW, HIGHER, PACE_DEFAULT, "grow 50", "2023-12-31 20; 2024-12-31 45"},
         "1.5",
         "20",
         STATUS_EXCEEDED},
        {"section 4, of a flow whose total last year is not known",
         {KIND_FLOW, HIGHER, PACE_DEFAULT, "grow 50", "2023-11-30 20; 2024-12-31 45"},
         "no_baseline",
         "-",
         STATUS_NO_BASELINE},
        {"section 3, over a stated base",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10 60", "2023-12-31 70; 2024-12-31 65"},
         "65/66",
         "60",
         STATUS_MISSED},
        {"section 3.1, over nothing: no growth",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10 0", "2024-12-31 0"},
         "no_baseline",
         "0",
         STATUS_NO_BASELINE},
        {"section 3.1, over less than nothing",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10", "2023-12-31 -60; 2024-12-31 65"},
         "no_baseline",
         "-60",
         STATUS_NO_BASELINE},
        {"section 3, without a base",
         {KIND_AVERAGE, HIGHER, PACE_DEFAULT, "grow 10", "2024-12-31 65"},
         "no_baseline",
         "-",
         STATUS_NO_BASELINE},
        {"section 4, an interval last year is no base",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10", "2023-12-31 60..62; 2024-12-31 65"},
         "no_baseline",
         "-",
         STATUS_NO_BASELINE},
        {"section 3, two years back is no base",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10", "2022-12-31 60; 2024-12-31 65"},
         "no_baseline",
         "-",
         STATUS_NO_BASELINE},
    };
    for (size_t i = 0; i < sizeof grown / sizeof *grown; i++) {
        struct situation s;
        situation_make(&s, &grown[i].setting);
        expect_quantity(grown[i].cites, "attainment", s.row->is[M_ATTAINMENT], grown[i].attainment);
        expect_quantity(grown[i].cites, "baseline", s.row->is[M_BASE], grown[i].baseline);
        expect_status(grown[i].cites, s.row->status, grown[i].status);
        situation_clear(&s);
    }
}

/* Section 4: where a percentage is honest, and the second one of a range or an interval. */
static void test_attainment(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *attainment;
        const char *high;
        const char *gap;
        const char *left;
    } figures[] = {
        {"section 4, range",
         {KIND_FLOW, HIGHER, PACE_DEFAULT, "range 30 40", "2024-12-31 36"},
         "1.2",
         "0.9",
         "6",
         "0"},
        {"section 4, range, far bound below 0",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "range -9 -3", "2024-12-31 0"},
         "target_not_positive",
         "target_not_positive",
         "9",
         "0"},
        {"section 4, range, not reported",
         {KIND_FLOW, HIGHER, PACE_DEFAULT, "range 30 40", NULL, "2024-06-30"},
         "no_report",
         "no_report",
         "no_report",
         "no_report"},
        {"section 4, range lower",
         {KIND_FLOW, LOWER, PACE_DEFAULT, "range 3 4", "2024-12-31 2"},
         "ceiling",
         "ceiling",
         "-2",
         "ceiling"},
        {"section 4, interval",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "60", "2024-12-31 45..66"},
         "0.75",
         "1.1",
         "-15",
         "15"},
        {"section 4, more than",
         {KIND_SHARE, HIGHER, PACE_DEFAULT, "more_than 60", "2024-12-31 60"},
         "1",
         "-",
         "0",
         "0"},
        {"section 4, within",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "within 4 6", "2024-12-31 9"},
         "within",
         "-",
         "3",
         "within"},
        {"section 4, exactly",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "exactly 8", "2024-12-31 6"},
         "0.75",
         "-",
         "-2",
         "2"},
        {"section 4, a ceiling of what is better higher: nothing is left to do",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "at_most 12", "2024-12-31 6"},
         "ceiling",
         "-",
         "-6",
         "ceiling"},
        {"section 4, less than, of what is better higher",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "less_than 12", "2024-12-31 6"},
         "ceiling",
         "-",
         "-6",
         "ceiling"},
        {"section 4, a floor of what is better lower",
         {KIND_STOCK, LOWER, PACE_DEFAULT, "at_least 12", "2024-12-31 5"},
         "5/12",
         "-",
         "-7",
         "7"},
        {"section 4, exactly, better lower",
         {KIND_STOCK, LOWER, PACE_DEFAULT, "exactly 8", "2024-12-31 6"},
         "0.75",
         "-",
         "-2",
         "2"},
        {"section 4, about",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "about 145 5", "2024-12-31 58"},
         "2/5",
         "-",
         "-87",
         "87"},
        {"section 4, about lower is a ceiling",
         {KIND_STOCK, LOWER, PACE_DEFAULT, "about 145 5", "2024-12-31 148"},
         "ceiling",
         "-",
         "3",
         "ceiling"},
        {"section 4, done",
         {KIND_DONE, HIGHER, PACE_DEFAULT, "done", "2024-12-31 1"},
         "kind",
         "-",
         "kind",
         "kind"},
        {"section 4, rate",
         {KIND_RATE, HIGHER, PACE_DEFAULT, "5", "2024-12-31 4"},
         "kind",
         "-",
         "-1",
         "1"},
        {"section 4, A below 0",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "5", "2024-12-31 -1"},
         "actual_negative",
         "-",
         "-6",
         "6"},
        {"section 4, no target",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, NULL, "2024-12-31 7"},
         "no_target",
         "-",
         "no_target",
         "no_target"},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct situation s;
        situation_make(&s, &figures[i].setting);
        expect_quantity(figures[i].cites, "attainment", s.row->is[M_ATTAINMENT],
                        figures[i].attainment);
        expect_quantity(figures[i].cites, "the second", s.row->is[M_ATTAINMENT_HIGH],
                        figures[i].high);
        expect_quantity(figures[i].cites, "gap", s.row->is[M_GAP], figures[i].gap);
        expect_quantity(figures[i].cites, "left", s.row->is[M_LEFT], figures[i].left);
        situation_clear(&s);
    }
}

/* Section 4: progress of an interval, of what has to fall, and where there is none. */
static void test_progress(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *progress;
        const char *high;
    } figures[] = {
        {"section 4, interval",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "120", "2023-12-31 100; 2024-12-31 105..125"},
         "1/4",
         "1.25"},
        {"section 4, rate of either sign",
         {KIND_RATE, HIGHER, PACE_DEFAULT, "5", "2023-12-31 -3; 2024-12-31 1"},
         "1/2",
         "-"},
        {"section 4, range: to the bound that decides",
         {KIND_STOCK, LOWER, PACE_DEFAULT, "range 30 40", "2023-12-31 60; 2024-12-31 45"},
         "3/4",
         "-"},
        {"section 4, within",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "within 4 6", "2023-12-31 1; 2024-12-31 5"},
         "within",
         "-"},
        {"section 4, done",
         {KIND_DONE, HIGHER, PACE_DEFAULT, "done", "2023-12-31 0; 2024-12-31 1"},
         "kind",
         "-"},
        {"section 4, B unknown",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "9", "2024-12-31 5"},
         "no_baseline",
         "-"},
        {"section 4, over the stated base",
         {KIND_STOCK, HIGHER, PACE_DEFAULT, "grow 10 60", "2024-12-31 63"},
         "1/2",
         "-"},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct situation s;
        situation_make(&s, &figures[i].setting);
        expect_quantity(figures[i].cites, "progress", s.row->is[M_PROGRESS], figures[i].progress);
        expect_quantity(figures[i].cites, "the other end", s.row->is[M_PROGRESS_HIGH],
                        figures[i].high);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),     cmocka_unit_test(test_done),
        cmocka_unit_test(test_grow),       cmocka_unit_test(test_growth_in_a_row),
        cmocka_unit_test(test_attainment), cmocka_unit_test(test_progress),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
