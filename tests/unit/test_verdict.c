/* SPDX-License-Identifier: MIT */
/* The first rule that fits: docs/QUY-TAC.md, section 5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

#define ROW(kind, better, ...)                                                                     \
    { KIND_##kind, BETTER_##better, PACE_DEFAULT, __VA_ARGS__ }
#define PACED(better, ...)                                                                         \
    { KIND_STOCK, BETTER_##better, PACE_LINEAR, __VA_ARGS__ }
#define MEASURED(goal, figures, as_of)                                                             \
    { KIND_SHARE, BETTER_HIGHER, PACE_DEFAULT, goal, figures, as_of, NULL, "12-31" }

enum { CERTAIN, UNCERTAIN };
enum { FRESH, STALE };

struct verdict_row {
    const char *cites;
    struct setting setting;
    enum status status;
    int uncertain;
    int stale;
};

static void expect_verdict(const struct verdict_row *wanted, const struct row *row) {
    expect_status(wanted->cites, row->status, wanted->status);
    expect_status(wanted->cites, row->computed_status, wanted->status);
    expect_int(wanted->cites, "uncertain", row->uncertain, wanted->uncertain);
    expect_int(wanted->cites, "stale", row->stale, wanted->stale);
}

static void expect_verdicts(const struct verdict_row table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_verdict(&table[i], s.row);
        situation_clear(&s);
    }
}

static void test_no_verdict(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5.1, no target", ROW(FLOW, HIGHER, NULL, "2024-06-30 5"), STATUS_NO_TARGET},
        {"section 5.1, no report", ROW(FLOW, HIGHER, "60", NULL, "2024-12-31"), STATUS_NO_REPORT},
        {"section 5.1, no report, year over: never missed",
         ROW(FLOW, HIGHER, "60", NULL, "2025-02-01"), STATUS_NO_REPORT},
        {"section 5.1, an interval without a target is not uncertain",
         ROW(AVERAGE, HIGHER, NULL, "2024-09-30 45.6..66"), STATUS_NO_TARGET},
        {"section 5.1, growth without a base", ROW(STOCK, HIGHER, "grow 10", "2024-12-31 9"),
         STATUS_NO_BASELINE},
        {"section 3, growth without a base, not reported either",
         ROW(STOCK, HIGHER, "grow 10", NULL, "2024-12-31"), STATUS_NO_BASELINE},
        {"section 5.1, growth with a base, not reported",
         ROW(STOCK, HIGHER, "grow 10", "2023-12-31 9", "2024-12-31"), STATUS_NO_REPORT},
        {"section 5.1, before the day, nothing known", MEASURED("60", NULL, "2024-06-30"),
         STATUS_NOT_DUE},
        {"section 5.1, before the day, last year beside it",
         MEASURED("60", "2023-12-31 70", "2024-06-30"), STATUS_NOT_DUE},
        {"section 5.1, a figure before the day is not judged",
         MEASURED("60", "2024-06-30 70", NULL), STATUS_NOT_DUE},
        {"section 5.1, nor the day before", MEASURED("60", "2024-12-30 70", NULL), STATUS_NOT_DUE},
        {"section 5.1, growth without a base comes first", MEASURED("grow 10", NULL, "2024-06-30"),
         STATUS_NO_BASELINE},
        {"section 5.1, on the day", MEASURED("60", "2024-12-31 70", NULL), STATUS_EXCEEDED},
        {"section 5.1, on the day and not enough", MEASURED("60", "2024-12-31 50", NULL),
         STATUS_MISSED},
        {"section 5.1, past the day, not reported", MEASURED("60", "2023-12-31 70", "2024-12-31"),
         STATUS_NO_REPORT},
        {"section 5.1, an old figure on the day is shown, never judged",
         MEASURED("60", "2024-06-30 65", "2024-12-31"), STATUS_NO_REPORT},
        {"section 5.1, an old figure past the day", MEASURED("60", "2024-06-30 70", "2025-01-15"),
         STATUS_NO_REPORT, CERTAIN, STALE},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

static void test_year_over(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5.3, below", ROW(FLOW, HIGHER, "60", "2024-12-31 59"), STATUS_MISSED},
        {"section 5.3, at", ROW(FLOW, HIGHER, "60", "2024-12-31 60"), STATUS_MET},
        {"section 5.3, above", ROW(FLOW, HIGHER, "60", "2024-12-31 61"), STATUS_EXCEEDED},
        {"section 5.3, the day before it is not over", ROW(FLOW, HIGHER, "372", "2024-12-30 371"),
         STATUS_ON_TRACK},
        {"section 5.3, the as-of date does not make it over",
         ROW(FLOW, HIGHER, "30", "2024-06-30 15", "2024-12-31"), STATUS_ON_TRACK},
        {"section 5.3, the end of the target's part",
         ROW(FLOW, HIGHER, "30", "2024-06-30 29", NULL, "2024-H1"), STATUS_MISSED},
        {"section 5.3, ceiling", ROW(FLOW, LOWER, "15", "2024-12-31 15"), STATUS_MET},
        {"section 5.3, ceiling, less", ROW(FLOW, LOWER, "15", "2024-12-31 14"), STATUS_EXCEEDED},
        {"section 5.3, ceiling, more", ROW(STOCK, LOWER, "15", "2024-12-31 16"), STATUS_MISSED},
        {"section 5.3, within", ROW(STOCK, HIGHER, "within 4 6", "2024-12-31 5"), STATUS_MET},
        {"section 5.3, within, a flow", ROW(FLOW, HIGHER, "within 4 6", "2024-12-31 3"),
         STATUS_MISSED},
        {"section 5.3, done", ROW(DONE, HIGHER, "done", "2024-12-31 1"), STATUS_MET},
        {"section 5.3, not done", ROW(DONE, HIGHER, "done", "2024-12-31 0"), STATUS_MISSED},
        {"section 5.3, strict and hit exactly", ROW(SHARE, HIGHER, "more_than 60", "2024-12-31 60"),
         STATUS_MISSED},
        {"section 1, 79.96 of 80", ROW(STOCK, HIGHER, "80", "2024-12-31 79.96"), STATUS_MISSED},
        {"section 5, zero, lower", ROW(STOCK, LOWER, "0", "2024-12-31 0"), STATUS_MET},
        {"section 5, zero, higher", ROW(FLOW, HIGHER, "0", "2024-12-31 0"), STATUS_MET},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

/* A flow of at most 12: 6 are allowed by 30 June, 6.6 are 110 % of them. */
static void test_ceilings(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5.4, as expected", ROW(FLOW, LOWER, "12", "2024-06-30 6"), STATUS_WITHIN},
        {"section 5.4, just above", ROW(FLOW, LOWER, "12", "2024-06-30 6.01"), STATUS_SLIPPING},
        {"section 5.4, at 110 %", ROW(FLOW, LOWER, "12", "2024-06-30 6.6"), STATUS_SLIPPING},
        {"section 5.4, above 110 %", ROW(FLOW, LOWER, "12", "2024-06-30 6.61"), STATUS_BEHIND},
        {"section 5.4, at U", ROW(FLOW, LOWER, "12", "2024-06-30 12"), STATUS_BEHIND},
        {"section 5.4, past U", ROW(FLOW, LOWER, "12", "2024-06-30 12.01"), STATUS_MISSED},
        {"section 5.4, less than U, at U", ROW(FLOW, LOWER, "less_than 12", "2024-06-30 12"),
         STATUS_MISSED},
        {"section 5.4, at most, whatever is better",
         ROW(FLOW, HIGHER, "at_most 12", "2024-06-30 6"), STATUS_WITHIN},
        {"section 5.4, less than, whatever is better",
         ROW(FLOW, HIGHER, "less_than 12", "2024-06-30 6.6"), STATUS_SLIPPING},
        {"section 5.4, of a range U decides", ROW(FLOW, LOWER, "range 10 12", "2024-06-30 6"),
         STATUS_WITHIN},
        {"section 5.4, a range passed", ROW(FLOW, LOWER, "range 10 12", "2024-06-30 13"),
         STATUS_MISSED},
        {"section 5.4, a flow without pace",
         {KIND_FLOW, BETTER_LOWER, PACE_NONE, "12", "2024-06-30 11"},
         STATUS_WITHIN},
        {"section 5.4, none allowed", ROW(FLOW, LOWER, "0", "2024-06-30 0"), STATUS_WITHIN},
        {"section 5.4, none allowed and one happened", ROW(FLOW, LOWER, "0", "2024-06-30 1"),
         STATUS_MISSED},
        {"section 5.4, a level inside", ROW(STOCK, LOWER, "15", "2024-06-30 14"), STATUS_WITHIN},
        {"section 5.4, a level at U", ROW(SHARE, LOWER, "15", "2024-06-30 15"), STATUS_WITHIN},
        {"section 5.4, a level past a goal to come down to",
         ROW(SHARE, LOWER, "15", "2024-06-30 15.1"), STATUS_NOT_YET},
        {"section 5.4, on its way down", ROW(SHARE, LOWER, "15", "2023-12-31 20; 2024-06-30 18"),
         STATUS_NOT_YET},
        {"section 5.4, where it was", ROW(SHARE, LOWER, "15", "2023-12-31 20; 2024-06-30 20"),
         STATUS_NOT_YET},
        {"section 5.4, moved away", ROW(SHARE, LOWER, "15", "2023-12-31 20; 2024-06-30 20.1"),
         STATUS_BEHIND},
        {"section 5.4, a range to come down to is no limit",
         ROW(SHARE, LOWER, "range 10 15", "2024-06-30 16"), STATUS_NOT_YET},
        {"section 5.4, nor is growth", ROW(STOCK, LOWER, "grow -10 60", "2024-06-30 55"),
         STATUS_NOT_YET},
        {"section 5.4, a limit is kept all year",
         ROW(SHARE, LOWER, "less_than 15", "2024-06-30 15"), STATUS_BEHIND},
        {"section 5.4, a limit, at most", ROW(SHARE, LOWER, "at_most 2", "2024-06-30 6.5"),
         STATUS_BEHIND},
        {"section 5.4, a limit of what is better higher",
         ROW(SHARE, HIGHER, "at_most 2", "2024-06-30 6.5"), STATUS_BEHIND},
        {"section 5.4, a limit that was past too, and nearer",
         ROW(SHARE, LOWER, "at_most 2", "2023-12-31 8; 2024-06-30 6.5"), STATUS_NOT_YET},
        {"section 5.4, a limit that was past too, and no nearer",
         ROW(SHARE, LOWER, "at_most 2", "2023-12-31 6.5; 2024-06-30 6.5"), STATUS_BEHIND},
        {"section 5.4, a limit that was kept",
         ROW(SHARE, LOWER, "less_than 2", "2023-12-31 1.75; 2024-06-30 2.15"), STATUS_BEHIND},
        {"section 5.4, a paced level is still a level",
         PACED(LOWER, "40", "2023-12-31 100; 2024-06-30 60"), STATUS_NOT_YET},
        {"section 5.4, a level that has to shrink",
         ROW(STOCK, LOWER, "grow -10 60", "2024-06-30 54"), STATUS_WITHIN},
        {"section 5.4, about, up to the tolerance",
         ROW(STOCK, LOWER, "about 145 5", "2024-06-30 150"), STATUS_WITHIN},
        {"section 5.6, at least of what is better lower is a floor",
         ROW(FLOW, LOWER, "at_least 12", "2024-06-30 6"), STATUS_ON_TRACK},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

static void test_staying_inside(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5.5, a flow past U", ROW(FLOW, HIGHER, "within 4 6", "2024-06-30 7"),
         STATUS_MISSED},
        {"section 5.5, a flow inside may still pass U",
         ROW(FLOW, HIGHER, "within 4 6", "2024-06-30 6"), STATUS_NOT_YET},
        {"section 5.5, a flow below", ROW(FLOW, HIGHER, "within 4 6", "2024-06-30 3"),
         STATUS_NOT_YET},
        {"section 5.5, a level inside", ROW(STOCK, HIGHER, "within 4 6", "2024-06-30 6"),
         STATUS_WITHIN},
        {"section 5.5, a level below", ROW(STOCK, LOWER, "within 4 6", "2024-06-30 3"),
         STATUS_NOT_YET},
        {"section 5.5, a level above", ROW(STOCK, HIGHER, "within 4 6", "2024-06-30 7"),
         STATUS_NOT_YET},
        {"section 5.5, a level that has moved out",
         ROW(STOCK, HIGHER, "within 95 105", "2023-12-31 100; 2024-06-30 94"), STATUS_BEHIND},
        {"section 5.5, a level that was outside",
         ROW(STOCK, HIGHER, "within 95 105", "2023-12-31 90; 2024-06-30 94"), STATUS_NOT_YET},
        {"section 5.5, exactly, moved out",
         ROW(STOCK, HIGHER, "exactly 5", "2023-12-31 5; 2024-06-30 6"), STATUS_BEHIND},
        {"section 5.5, exactly, a level", ROW(STOCK, HIGHER, "exactly 5", "2024-06-30 5"),
         STATUS_WITHIN},
        {"section 5.5, exactly, a level beside it", ROW(STOCK, HIGHER, "exactly 5", "2024-06-30 6"),
         STATUS_NOT_YET},
        {"section 5.5, exactly, a flow", ROW(FLOW, HIGHER, "exactly 5", "2024-06-30 5"),
         STATUS_NOT_YET},
        {"section 5.5, exactly, a flow past it", ROW(FLOW, HIGHER, "exactly 5", "2024-06-30 6"),
         STATUS_MISSED},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

/* A flow of 30: 15 are due by 30 June, 13.5 are 90 % of them. */
static void test_floors(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5.6, as expected", ROW(FLOW, HIGHER, "30", "2024-06-30 15"), STATUS_ON_TRACK},
        {"section 5.6, just below", ROW(FLOW, HIGHER, "30", "2024-06-30 14.99"), STATUS_SLIPPING},
        {"section 5.6, at 90 %", ROW(FLOW, HIGHER, "30", "2024-06-30 13.5"), STATUS_SLIPPING},
        {"section 5.6, below 90 %", ROW(FLOW, HIGHER, "30", "2024-06-30 13.49"), STATUS_BEHIND},
        {"section 5.6, met early", ROW(FLOW, HIGHER, "30", "2024-06-30 30"), STATUS_MET},
        {"section 5.6, exceeded early", ROW(FLOW, HIGHER, "30", "2024-06-30 31"), STATUS_EXCEEDED},
        {"section 5.6, more than, hit exactly", ROW(FLOW, HIGHER, "more_than 30", "2024-06-30 30"),
         STATUS_ON_TRACK},
        {"section 5.6, of a range L decides", ROW(FLOW, HIGHER, "range 30 40", "2024-06-30 15"),
         STATUS_ON_TRACK},
        {"section 5.6, inside the range", ROW(FLOW, HIGHER, "range 30 40", "2024-06-30 40"),
         STATUS_MET},
        {"section 5.6, about: of the number less the tolerance",
         ROW(FLOW, HIGHER, "about 32 2", "2024-06-30 15"), STATUS_ON_TRACK},
        {"section 5.6, a reported 0", ROW(FLOW, HIGHER, "30", "2024-06-30 0"), STATUS_BEHIND},
        {"section 5.6, growth of a flow",
         ROW(FLOW, HIGHER, "grow 50", "2023-12-31 20; 2024-06-30 15"), STATUS_ON_TRACK},
        {"section 5.6, unpaced", ROW(STOCK, HIGHER, "30", "2024-06-30 29"), STATUS_NOT_YET},
        {"section 5.6, unpaced and met", ROW(AVERAGE, HIGHER, "30", "2024-06-30 30"), STATUS_MET},
        {"section 5.6, unpaced by choice",
         {KIND_FLOW, BETTER_HIGHER, PACE_NONE, "30", "2024-06-30 1"},
         STATUS_NOT_YET},
        {"section 5.6, no profile to pace by",
         {KIND_FLOW, BETTER_HIGHER, PACE_LAST_YEAR, "30", "2024-06-30 1"},
         STATUS_NOT_YET},
        {"section 5.6, not done", ROW(DONE, HIGHER, "done", "2024-06-30 0"), STATUS_NOT_YET},
        {"section 5.6, done early", ROW(DONE, HIGHER, "done", "2024-06-30 1"), STATUS_MET},
        {"section 5.6, a stock on its way", PACED(HIGHER, "120", "2023-12-31 100; 2024-06-30 110"),
         STATUS_ON_TRACK},
        {"section 5.6, 90 % of the way", PACED(HIGHER, "120", "2023-12-31 100; 2024-06-30 109"),
         STATUS_SLIPPING},
        {"section 5.6, less of the way", PACED(HIGHER, "120", "2023-12-31 100; 2024-06-30 108.9"),
         STATUS_BEHIND},
        {"section 5.6, moved away", ROW(STOCK, HIGHER, "985", "2023-12-31 966; 2024-06-30 960"),
         STATUS_BEHIND},
        {"section 5.6, nearer", ROW(STOCK, HIGHER, "985", "2023-12-31 966; 2024-06-30 970"),
         STATUS_NOT_YET},
        {"section 5.6, where it was", ROW(STOCK, HIGHER, "985", "2023-12-31 966; 2024-06-30 966"),
         STATUS_NOT_YET},
        {"section 5.6, a share that moved away",
         ROW(SHARE, HIGHER, "60", "2023-12-31 52; 2024-06-30 51"), STATUS_BEHIND},
        {"section 5.6, a yes or no does not move",
         ROW(DONE, HIGHER, "done", "2023-12-31 1; 2024-06-30 0"), STATUS_NOT_YET},
        {"section 5.6, a flow does not move away",
         {KIND_FLOW, BETTER_HIGHER, PACE_NONE, "30", "2023-12-31 20; 2024-06-30 1"},
         STATUS_NOT_YET},
        {"section 5.6, no way without B", PACED(HIGHER, "120", "2024-06-30 108"), STATUS_NOT_YET},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

static void test_intervals(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 4, interval, missed or exceeded", ROW(AVERAGE, HIGHER, "60", "2024-12-31 55..65"),
         STATUS_MISSED, UNCERTAIN},
        {"section 4, interval, met or exceeded", ROW(AVERAGE, HIGHER, "60", "2024-12-31 60..65"),
         STATUS_MET, UNCERTAIN},
        {"section 4, interval, both ends exceed", ROW(AVERAGE, HIGHER, "60", "2024-12-31 61..65"),
         STATUS_EXCEEDED},
        {"section 4, interval, the upper end is the worse one",
         ROW(AVERAGE, LOWER, "60", "2024-12-31 55..65"), STATUS_MISSED, UNCERTAIN},
        {"section 4, interval, behind or on track", ROW(FLOW, HIGHER, "30", "2024-06-30 13..16"),
         STATUS_BEHIND, UNCERTAIN},
        {"section 4, interval, slipping or met", ROW(FLOW, HIGHER, "30", "2024-06-30 14..30"),
         STATUS_SLIPPING, UNCERTAIN},
        {"section 4, interval, within or past the ceiling",
         ROW(FLOW, LOWER, "12", "2024-06-30 6..13"), STATUS_MISSED, UNCERTAIN},
        {"section 4, interval, partly outside", ROW(STOCK, HIGHER, "within 4 6", "2024-06-30 3..5"),
         STATUS_NOT_YET, UNCERTAIN},
        {"section 4, interval, within or exceeding the year's end",
         ROW(STOCK, HIGHER, "within 4 6", "2024-12-31 4..6"), STATUS_MET},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

static void test_stale(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5, stale, never missed for that",
         ROW(FLOW, HIGHER, "30", "2024-06-30 10", "2025-01-15"), STATUS_BEHIND, CERTAIN, STALE},
        {"section 5, stale, judged on its own date",
         ROW(FLOW, HIGHER, "30", "2024-06-30 15", "2025-01-15"), STATUS_ON_TRACK, CERTAIN, STALE},
        {"section 5, stale, unpaced", ROW(STOCK, HIGHER, "30", "2024-11-30 10", "2025-01-15"),
         STATUS_NOT_YET, CERTAIN, STALE},
        {"section 5, stale, missed for another reason",
         ROW(FLOW, LOWER, "12", "2024-06-30 13", "2025-01-15"), STATUS_MISSED, CERTAIN, STALE},
        {"section 5, older than the as-of date, the window not past",
         ROW(FLOW, HIGHER, "30", "2024-06-30 15", "2024-12-31"), STATUS_ON_TRACK},
        {"section 5, the figure of the last day is not stale",
         ROW(FLOW, HIGHER, "30", "2024-12-31 15", "2025-06-30"), STATUS_MISSED},
        {"section 5, past the end of the part",
         ROW(FLOW, HIGHER, "12", "2024-03-31 6", "2024-07-08", "2024-H1"), STATUS_ON_TRACK, CERTAIN,
         STALE},
    };
    expect_verdicts(table, sizeof table / sizeof *table);
}

static void test_edges_can_be_set(void **state) {
    (void)state;
    static const struct verdict_row table[] = {
        {"section 5, slipping from 80 %", ROW(FLOW, HIGHER, "30", "2024-06-30 12"),
         STATUS_SLIPPING},
        {"section 5, behind below 80 %", ROW(FLOW, HIGHER, "30", "2024-06-30 11.99"),
         STATUS_BEHIND},
        {"section 5, slipping to 150 %", ROW(FLOW, LOWER, "12", "2024-06-30 9"), STATUS_SLIPPING},
        {"section 5, behind above 150 %", ROW(FLOW, LOWER, "12", "2024-06-30 9.01"), STATUS_BEHIND},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_begin(&s, &table[i].setting);
        s.book.edges.slipping = ratio_int(80);
        s.book.edges.over = ratio_int(150);
        situation_compare(&s, NULL);
        expect_verdict(&table[i], s.row);
        situation_clear(&s);
    }
}

/* A person may override a status; the computed one stays visible. */
static void test_override(void **state) {
    (void)state;
    static const struct setting setting = ROW(FLOW, HIGHER, "30", "2024-12-31 29");
    struct situation s;
    situation_begin(&s, &setting);
    struct override other = {.org = s.org,
                             .indicator = s.indicator,
                             .year = 2023,
                             .status = STATUS_EXCEEDED,
                             .why = "last year",
                             .place = no_place};
    struct override override = {.org = s.org,
                                .indicator = s.indicator,
                                .year = 2024,
                                .status = STATUS_MET,
                                .why = "decided",
                                .place = no_place};
    arrput(s.book.overrides, other);
    arrput(s.book.overrides, override);
    situation_compare(&s, NULL);
    expect_status("section 5, override", s.row->status, STATUS_MET);
    expect_status("section 5, override", s.row->computed_status, STATUS_MISSED);
    expect_int("section 5, override", "index", s.row->override, 1);
    expect_int("section 5, override", "counted", s.card.count[STATUS_MET], 1);
    expect_int("section 5, override", "not counted", s.card.count[STATUS_MISSED], 0);
    situation_clear(&s);
}

/* One actual, two assigned targets: two rows, two verdicts. */
static void test_several_targets(void **state) {
    (void)state;
    static const struct setting setting = ROW(SHARE, HIGHER, "60", "2024-12-31 59");
    struct situation s;
    situation_begin(&s, &setting);
    set_by(&s.book, 0, "province");
    set_by(&s.book, make_target(&s.book, s.org, s.indicator, 2024, "58"), "district");
    situation_compare(&s, NULL);
    expect_int("section 3, several", "rows", rows_of(&s.card, s.org, s.indicator), 2);
    expect_status("section 3, province", row_of(&s.card, s.org, s.indicator, 0)->status,
                  STATUS_MISSED);
    expect_status("section 3, district", row_of(&s.card, s.org, s.indicator, 1)->status,
                  STATUS_EXCEEDED);
    expect_int("section 5, headline: once", "goals", s.card.goals, 1);
    expect_int("section 5, the less favourable", "missed", s.card.count[STATUS_MISSED], 1);
    situation_clear(&s);
}

/* "Worst first" asks how far a row is from what it should be: one scale for all kinds of target. */
static void test_distance(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *distance;
    } table[] = {
        {"section 5, the year over: from D", ROW(FLOW, HIGHER, "200", "2024-12-31 150"), "1/4"},
        {"section 5, running: from X", ROW(FLOW, HIGHER, "200", "2024-06-30 60"), "2/5"},
        {"section 5, above X", ROW(FLOW, LOWER, "200", "2024-06-30 150"), "1/2"},
        {"section 5, running, not paced: from D", ROW(STOCK, HIGHER, "200", "2024-06-30 150"),
         "1/4"},
        {"section 5, a ceiling", ROW(STOCK, LOWER, "200", "2024-12-31 250"), "1/4"},
        {"section 5, below 0", ROW(RATE, HIGHER, "-4", "2024-12-31 -5"), "1/4"},
        {"section 5, about: from D", ROW(STOCK, HIGHER, "about 220 20", "2024-12-31 150"), "1/4"},
        {"section 5, below what to stay within",
         ROW(STOCK, HIGHER, "within 40 60", "2024-12-31 30"), "1/4"},
        {"section 5, above it", ROW(STOCK, HIGHER, "within 40 60", "2024-12-31 75"), "1/4"},
        {"section 5, a flow above it, running", ROW(FLOW, HIGHER, "within 40 60", "2024-06-30 75"),
         "1/4"},
        {"section 5, a yes or no", ROW(DONE, HIGHER, "done", "2024-12-31 0"), "1"},
        {"section 5, from 0 before all", ROW(STOCK, LOWER, "0", "2024-12-31 3"), "1000000000"},
        {"section 5, no figure", ROW(STOCK, LOWER, "0", NULL, "2024-12-31"), "no_report"},
        {"section 5, no target", ROW(STOCK, LOWER, NULL, "2024-12-31 3"), "no_target"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_quantity(table[i].cites, "distance", s.row->is[M_DISTANCE], table[i].distance);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_verdict), cmocka_unit_test(test_year_over),
        cmocka_unit_test(test_ceilings),   cmocka_unit_test(test_staying_inside),
        cmocka_unit_test(test_floors),     cmocka_unit_test(test_intervals),
        cmocka_unit_test(test_stale),      cmocka_unit_test(test_edges_can_be_set),
        cmocka_unit_test(test_override),   cmocka_unit_test(test_several_targets),
        cmocka_unit_test(test_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
