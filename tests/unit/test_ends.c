/* SPDX-License-Identifier: MIT */
/* Intervals have two ends: docs/QUY-TAC.md, section 4. Each goes its own way through roll-ups,
 * percentages and last year's figures; beside them what else only a group or a revision shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "bounds.h"
#include "mem.h"
#include "words.h"

enum { MEMBERS = 3 };

static const char *const names[MEMBERS] = {"a", "b", "c"};

/* ---- groups ---- */

static void figure_of(struct book *book, int32_t org, int32_t indicator, const char *value) {
    char text[64];
    snprintf(text, sizeof text, "2024-06-30 %s", value);
    make_figures(book, org, indicator, text);
}

static void test_rolled_up(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum rollup rule;
        const char *values[MEMBERS];
        const char *of[MEMBERS]; /* numerators, or weights */
        const char *to[MEMBERS];
        const char *low;
        const char *high;
    } table[] = {
        {"sum", KIND_STOCK, ROLLUP_SUM, {"10..12", "20", "30..31"}, {NULL}, {NULL}, "60", "63"},
        {"largest", KIND_STOCK, ROLLUP_MAX, {"3..10", "5", "4..6"}, {NULL}, {NULL}, "5", "10"},
        {"largest, the last", KIND_STOCK, ROLLUP_MAX, {"3", "5", "6..7"}, {NULL}, {NULL}, "6", "7"},
        {"smallest", KIND_STOCK, ROLLUP_MIN, {"3..10", "5", "4..6"}, {NULL}, {NULL}, "3", "5"},
        {"weighted",
         KIND_AVERAGE,
         ROLLUP_DEFAULT,
         {"10..12", "20", "30"},
         {"1", "2", "1"},
         {NULL},
         "20",
         "20.5"},
        {"ratio",
         KIND_SHARE,
         ROLLUP_DEFAULT,
         {NULL},
         {"1..2", "2", "3"},
         {"2..9", "8", "10"},
         "600/27",
         "35"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        int32_t member[MEMBERS];
        make_book(&book);
        for (int m = 0; m < MEMBERS; m++) {
            member[m] = make_org(&book, names[m]);
        }
        int32_t group = make_group(&book, "g", MEMBERS, "a b c");
        int32_t x = make_indicator(&book, "x", table[i].kind, BETTER_HIGHER);
        int32_t of = make_indicator(&book, "of", KIND_STOCK, BETTER_HIGHER);
        int32_t to = make_indicator(&book, "to", KIND_STOCK, BETTER_HIGHER);
        book.indicators[x].rollup = table[i].rule;
        book.indicators[x].weight = table[i].kind == KIND_AVERAGE ? of : NONE;
        book.indicators[x].ratio_of = table[i].kind == KIND_SHARE ? of : NONE;
        book.indicators[x].ratio_to = table[i].kind == KIND_SHARE ? to : NONE;
        make_target(&book, group, x, 2024, "100");
        for (int m = 0; m < MEMBERS; m++) {
            const int32_t what[] = {x, of, to};
            const char *values[] = {table[i].values[m], table[i].of[m], table[i].to[m]};
            for (int k = 0; k < 3; k++) {
                if (values[k] != NULL) {
                    figure_of(&book, member[m], what[k], values[k]);
                }
            }
        }
        compare(&card, &book, 2024, NULL);
        const struct row *row = row_of(&card, group, x, 0);
        expect_ratio(table[i].cites, "low", row->low, table[i].low);
        expect_ratio(table[i].cites, "high", row->high, table[i].high);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* One hedged figure makes the sum one. */
static void test_hedge(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t a = make_org(&book, "a");
    int32_t b = make_org(&book, "b");
    int32_t group = make_group(&book, "g", 2, "a b");
    int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
    make_hedged(&book, a, x, "2024-06-30 10", HEDGE_MORE_THAN);
    make_figures(&book, b, x, "2024-06-30 10");
    compare(&card, &book, 2024, NULL);
    expect_int("section 4", "hedge", (int)row_of(&card, group, x, 0)->hedge, HEDGE_MORE_THAN);
    scorecard_clear(&card);
    book_clear(&book);
}

/* A count of members that have done it is no percentage. */
static void test_done_by_members(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t a = make_org(&book, "a");
    int32_t group = make_group(&book, "g", 1, "a");
    int32_t x = make_indicator(&book, "x", KIND_DONE, BETTER_HIGHER);
    make_target(&book, group, x, 2024, "done");
    make_figures(&book, a, x, "2024-06-30 1");
    compare(&card, &book, 2024, NULL);
    const struct row *row = row_of(&card, group, x, 0);
    expect_int("section 6", "met", row->members_met, 1);
    expect_quantity("section 4", "attainment", row->is[M_ATTAINMENT], "kind");
    expect_quantity("section 4", "progress", row->is[M_PROGRESS], "kind");
    scorecard_clear(&card);
    book_clear(&book);
}

/* ---- one row ---- */

static void test_one_row(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *attainment;
        const char *attainment_high;
        const char *gap_high;
        const char *vs_last_year;
    } table[] = {
        {"an interval",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", "2024-06-30 30..45"},
         "0.5",
         "0.75",
         "-15",
         NULL},
        {"one value",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", "2024-06-30 30"},
         "0.5",
         "-",
         "-",
         NULL},
        {"a range",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "range 30 40", "2024-06-30 60"},
         "2",
         "1.5",
         "-",
         NULL},
        {"a range, an interval",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "range 30 40", "2024-06-30 30..60"},
         "1",
         "2",
         "30",
         NULL},
        {"nothing, after something",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", "2023-06-30 5; 2024-06-30 0"},
         "0",
         "-",
         "-",
         "0"},
        {"below nothing at its lower end",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", "2023-06-30 5; 2024-06-30 -3..6"},
         "actual_negative",
         "0.1",
         "-54",
         "actual_negative"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        const char *cites = table[i].cites;
        expect_quantity(cites, "attainment", s.row->is[M_ATTAINMENT], table[i].attainment);
        expect_quantity(cites, "attainment_high", s.row->is[M_ATTAINMENT_HIGH],
                        table[i].attainment_high);
        expect_quantity(cites, "gap_high", s.row->is[M_GAP_HIGH], table[i].gap_high);
        expect_quantity(cites, "vs_last_year", s.row->is[M_VS_LAST_YEAR], table[i].vs_last_year);
        situation_clear(&s);
    }
}

/* Section 3: the original beside the revision, where one of them is growth over last year. */
static void test_original(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *first;
        const char *revised;
        const char *figures;
        const char *attainment;
        const char *original;
        const char *target; /* as first assigned */
    } table[] = {
        {"growth at first", "grow 10", "60", "2023-12-31 50; 2024-06-30 55", "55/60", "1", "55"},
        {"growth at first, over nothing known", "grow 10", "60", "2024-06-30 55", "55/60",
         "no_baseline", "no_baseline"},
        {"growth at first, over an interval", "grow 10", "60", "2023-12-31 50..51; 2024-06-30 55",
         "55/60", "no_baseline", "no_baseline"},
        {"growth since, over nothing known", "50", "grow 10", "2024-06-30 55", "no_baseline", "1.1",
         "50"},
        {"a corridor at first", "within 40 60", "60", "2024-06-30 55", "55/60", "within", "within"},
        {"a yes at first", "done", "60", "2024-06-30 55", "55/60", NULL, "kind"},
        {"never revised", "50", NULL, "2024-06-30 55", "1.1", "-", "-"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, table[i].first,
                                        table[i].figures};
        situation_begin(&s, &setting);
        if (table[i].revised != NULL) {
            make_revision(&s.book, 0, "2024-03-01", table[i].revised);
        }
        situation_compare(&s, "2024-06-30");
        expect_quantity(table[i].cites, "attainment", s.row->is[M_ATTAINMENT], table[i].attainment);
        expect_quantity(table[i].cites, "original", s.row->is[M_ATTAINMENT_ORIGINAL],
                        table[i].original);
        expect_quantity(table[i].cites, "its target", s.row->is[M_DECIDES_FIRST], table[i].target);
        situation_clear(&s);
    }
}

/* Where increments reach as far as the totals, they are the figure of a part of the year. */
static void test_increments_first(void **state) {
    (void)state;
    struct situation s;
    static const struct setting setting = {
        .kind = KIND_FLOW,
        .goal = "40",
        .during = "2024-Q2",
        .figures = "2024-03-31 10; 2024-04 +5; 2024-05 +6; 2024-06 +8; 2024-06-30 30"};
    situation_make(&s, &setting);
    expect_ratio("section 4", "A", s.row->low, "19");
    situation_clear(&s);
}

/* The last milestone on the last day: all of it is due then. */
static void test_last_milestone(void **state) {
    (void)state;
    struct situation s;
    static const struct setting setting = {
        .kind = KIND_FLOW, .goal = "60", .figures = "2024-12-31 50"};
    situation_begin(&s, &setting);
    make_milestone(&s.book, 0, "2024-06-30", "40");
    make_milestone(&s.book, 0, "2024-12-31", "90");
    situation_compare(&s, "2024-12-31");
    expect_quantity("section 4", "expected", s.row->is[M_EXPECTED], "54");
    situation_clear(&s);
}

/* A figure from before the boundary changed is nothing to grow from. */
static void test_growth_over_another_area(void **state) {
    (void)state;
    static const struct {
        const char *from;
        const char *attainment;
    } table[] = {{"2023-06-01", "1"}, {"2023-07-01", "no_baseline"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        static const struct setting setting = {
            .kind = KIND_STOCK, .goal = "grow 10", .figures = "2023-06-30 50; 2024-06-30 55"};
        situation_begin(&s, &setting);
        s.book.orgs[s.org].from = day(table[i].from);
        situation_compare(&s, "2024-06-30");
        expect_quantity("section 4", "attainment", s.row->is[M_ATTAINMENT], table[i].attainment);
        scorecard_clear(&s.card);
        make_revision(&s.book, 0, "2024-03-01", "110");
        situation_compare(&s, "2024-06-30");
        expect_quantity("section 3", "attainment", s.row->is[M_ATTAINMENT], "0.5");
        expect_quantity("section 3", "original", s.row->is[M_ATTAINMENT_ORIGINAL],
                        table[i].attainment);
        situation_clear(&s);
    }
}

/* A member's year begins on another day than its group's; and the year is over. */
static void test_member_with_its_own_year(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t a = make_org(&book, "a");
    int32_t group = make_group(&book, "g", 1, "a");
    int32_t x = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
    const struct org_year own = {
        .org = a, .year = 2024, .window = {{2023, 12, 15}, {2024, 12, 14}}, .place = no_place};
    arrput(book.org_years, own);
    make_figures(&book, a, x, "2024-06-30 10");
    make_target(&book, group, x, 2024, "20");
    compare(&card, &book, 2024, "2025-01-31");
    expect_ratio("section 6", "A", row_of(&card, group, x, 0)->low, "10");
    scorecard_clear(&card);
    book.org_years[0].window = (struct window){day("2024-04-01"), day("2025-03-31")};
    make_figure(&book, a, x, 2024, "2025-01-15 12");
    compare(&card, &book, 2024, "2025-01-31");
    expect_ratio("section 6, the group's year is over", "A", row_of(&card, group, x, 0)->low, "10");
    expect_ratio("section 6, the member's is not", "A", row_of(&card, a, x, 0)->low, "12");
    scorecard_clear(&card);
    book_clear(&book);
}

static void test_times(void **state) {
    (void)state;
    struct bounds range = goal("range 10 20", BETTER_HIGHER);
    range.tolerance = ratio_int(2);
    struct bounds all = bounds_times(&range, 3);
    expect_ratio("section 3", "low", all.low, "30");
    expect_ratio("section 3", "high", all.high, "60");
    expect_ratio("section 3", "tolerance", all.tolerance, "6");
}

/* Millions over thousands of people, in thousands. */
static void test_ratio_scale(void **state) {
    (void)state;
    static const struct {
        const char *of;
        const char *to;
        const char *unit;
        const char *scale;
    } table[] = {
        {"HTX", "HTX", "%", "100"},
        {"triệu đồng", "người", "triệu đồng", "1"},
        {"tỷ đồng", "người", "triệu đồng", "1000"},
        {"triệu đồng", "nghìn người", "đồng", "1000"},
        {"triệu đồng", "nghìn người", "nghìn đồng", "1"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        make_book(&book);
        int32_t all[3];
        const char *units[] = {table[i].of, table[i].to, table[i].unit};
        for (int k = 0; k < 3; k++) {
            all[k] = make_indicator(&book, names[k], KIND_STOCK, BETTER_HIGHER);
            book.indicators[all[k]].unit = unit_parse(&book.pool, units[k], strlen(units[k]));
        }
        book.indicators[all[2]].ratio_of = all[0];
        book.indicators[all[2]].ratio_to = all[1];
        expect_ratio(table[i].unit, "scale", indicator_ratio_scale(&book, &book.indicators[all[2]]),
                     table[i].scale);
        book_clear(&book);
    }
}

/* An override is of one organisation, indicator and year. */
static void test_override(void **state) {
    (void)state;
    static const struct {
        int32_t org;
        int32_t indicator;
        int year;
        enum status status;
    } table[] = {
        {0, 0, 2024, STATUS_MET},
        {1, 0, 2024, STATUS_NO_REPORT},
        {0, 1, 2024, STATUS_NO_REPORT},
        {0, 0, 2023, STATUS_NO_REPORT},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t org = make_org(&book, "a");
        make_org(&book, "b");
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        make_indicator(&book, "y", KIND_STOCK, BETTER_HIGHER);
        make_target(&book, org, x, 2024, "60");
        struct override override = {.org = table[i].org,
                                    .indicator = table[i].indicator,
                                    .year = table[i].year,
                                    .status = STATUS_MET,
                                    .place = no_place};
        arrput(book.overrides, override);
        compare(&card, &book, 2024, "2024-06-30");
        const struct row *row = row_of(&card, org, x, 0);
        expect_status("section 5", row->status, table[i].status);
        expect_status("section 5", row->computed_status, STATUS_NO_REPORT);
        expect_int("section 5", "override", row->override, i == 0 ? 0 : NONE);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* Section 5: for one target of an indicator, by who assigned it and for which part of the year. */
static void test_override_of_one(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *by;
        const char *during; /* its first day; or NULL */
        bool meant[3];      /* of province's, district's, and district's for the second half */
    } table[] = {
        {"of all", NULL, NULL, {true, true, true}},
        {"by the province", "province", NULL, {true, false, false}},
        {"by the district", "district", NULL, {false, true, true}},
        {"of the second half", NULL, "2024-07-01", {false, false, true}},
        {"of the district's second half", "district", "2024-07-01", {false, false, true}},
        {"of nobody's", "ministry", NULL, {false, false, false}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {
            .kind = KIND_FLOW, .goal = "60", .figures = "2024-06-30 1; 2024-12-31 2"};
        situation_begin(&s, &setting);
        set_by(&s.book, 0, "province");
        set_by(&s.book, make_target(&s.book, 0, 0, 2024, "50"), "district");
        int32_t half = make_target(&s.book, 0, 0, 2024, "40");
        set_by(&s.book, half, "district");
        set_during(&s.book, half, "2024-07-01", "2024-12-31");
        struct override override = {.year = 2024, .status = STATUS_MET, .by = table[i].by};
        override.place = no_place;
        if (table[i].during != NULL) {
            override.during = (struct window){day(table[i].during), day("2024-12-31")};
        }
        arrput(s.book.overrides, override);
        situation_compare(&s, NULL);
        for (int row = 0; row < 3; row++) {
            expect_status(table[i].cites, row_of(&s.card, 0, 0, row)->status,
                          table[i].meant[row] ? STATUS_MET : STATUS_MISSED);
        }
        situation_clear(&s);
    }
}

static void test_verdict_keys(void **state) {
    (void)state;
    static const char *const keys[VERDICT_COUNT] = {"agrees",    "cut",   "differs", "unchecked",
                                                    "equal",     "above", "partial", "short",
                                                    "allocated", "over"};
    for (int i = 0; i < VERDICT_COUNT; i++) {
        assert_string_equal(verdict_key((enum verdict)i), keys[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rolled_up),
        cmocka_unit_test(test_hedge),
        cmocka_unit_test(test_done_by_members),
        cmocka_unit_test(test_one_row),
        cmocka_unit_test(test_original),
        cmocka_unit_test(test_increments_first),
        cmocka_unit_test(test_last_milestone),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_growth_over_another_area),
        cmocka_unit_test(test_member_with_its_own_year),
        cmocka_unit_test(test_ratio_scale),
        cmocka_unit_test(test_override),
        cmocka_unit_test(test_override_of_one),
        cmocka_unit_test(test_verdict_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
