/* SPDX-License-Identifier: MIT */
/* What is known of an indicator on a day: docs/QUY-TAC.md, sections 2 to 4, and the format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "hedge.h"
#include "mem.h"

enum { WORD = 32 };

#define FLOW(...)                                                                                  \
    { KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "60", __VA_ARGS__ }
#define STOCK(...)                                                                                 \
    { KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", __VA_ARGS__ }

struct reading_row {
    const char *cites;
    struct setting setting;
    const char *low; /* NULL: nothing is known */
    const char *date;
    bool computed;    /* not one figure as written */
    const char *high; /* NULL: as low */
};

static void expect_reading(const struct reading_row *wanted, const struct row *row) {
    expect_int(wanted->cites, "reported", row->has_actual, wanted->low != NULL);
    expect_date(wanted->cites, "date", row->date, wanted->date);
    if (wanted->low != NULL) {
        const char *high = wanted->high != NULL ? wanted->high : wanted->low;
        expect_ratio(wanted->cites, "A", row->low, wanted->low);
        expect_ratio(wanted->cites, "upper end", row->high, high);
        expect_int(wanted->cites, "computed", row->computed, wanted->computed);
    } else {
        expect_status(wanted->cites, row->status, STATUS_NO_REPORT);
        expect_quantity(wanted->cites, "elapsed", row->is[M_ELAPSED], "no_report");
        expect_ratio(wanted->cites, "no A", row->low, "0");
        expect_ratio(wanted->cites, "no upper end", row->high, "0");
    }
}

static void expect_readings(const struct reading_row table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_reading(&table[i], s.row);
        situation_clear(&s);
    }
}

static void test_levels(void **state) {
    (void)state;
    static const struct reading_row table[] = {
        {"section 2, the last level", STOCK("2024-03-31 5; 2024-06-30 4"), "4", "2024-06-30"},
        {"CLI, a later figure is not known", STOCK("2024-03-31 5; 2024-06-30 4", "2024-06-29"), "5",
         "2024-03-31"},
        {"section 5, an older figure is used", STOCK("2024-03-31 5", "2024-12-31"), "5",
         "2024-03-31"},
        {"section 1, nothing yet", STOCK("2024-03-31 5", "2024-03-30"), NULL, ""},
        {"section 1, last year's figure is not this year's", STOCK("2023-12-31 5", "2024-06-30"),
         NULL, ""},
        {"section 4, an interval", STOCK("2024-03-31 3.8..5.5"), "3.8", "2024-03-31", false, "5.5"},
        {"section 3, a level inside the part", STOCK("2024-06-30 5; 2024-09-30 6", NULL, "2024-H2"),
         "6", "2024-09-30"},
        {"section 3, none inside the part", STOCK("2024-06-30 5", "2024-09-30", "2024-H2"), NULL,
         ""},
        {"section 4, an estimate is no figure", STOCK("2024-06-30 ~50", "2024-12-31"), NULL, ""},
    };
    expect_readings(table, sizeof table / sizeof *table);
}

static void test_flows(void **state) {
    (void)state;
    static const struct reading_row table[] = {
        {"format, running totals", FLOW("2024-03-31 5; 2024-06-30 15"), "15", "2024-06-30"},
        {"CLI, a later total is not known", FLOW("2024-03-31 5; 2024-06-30 15", "2024-06-29"), "5",
         "2024-03-31"},
        {"format, increments are summed", FLOW("2024-01 +3; 2024-02 +4"), "7", "2024-02-29", true},
        {"format, in any order", FLOW("2024-02 +4; 2024-01 +3"), "7", "2024-02-29", true},
        {"format, a quarter and a month", FLOW("2024-Q1 +9; 2024-04 +2"), "11", "2024-04-30", true},
        {"format, a month's increment of 0 is reported", FLOW("2024-01 +0"), "0", "2024-01-31",
         true},
        {"section 1, missing is not zero: a gap ends the sum", FLOW("2024-01 +3; 2024-03 +4"), "3",
         "2024-01-31", true},
        {"section 1, the first month is missing", FLOW("2024-02 +4"), NULL, ""},
        {"CLI, a month that is not over is not known", FLOW("2024-01 +3; 2024-02 +4", "2024-02-28"),
         "3", "2024-01-31", true},
        {"format, a total carried on", FLOW("2024-03-31 9; 2024-04 +2; 2024-05 +1"), "12",
         "2024-05-31", true},
        {"section 4.1, of two chains the one that begins with the later total",
         FLOW("2024-01-31 9; 2024-02-29 12; 2024-02 +4; 2024-03 +1"), "13", "2024-03-31", true},
        {"section 4.1, of two chains the one with more pieces",
         FLOW("2024-01 +1; 2024-02 +2; 2024-03 +3; 2024-Q1 +7"), "6", "2024-03-31", true},
        {"section 4.1, a quarter bridges a month that is missing",
         FLOW("2024-01 +1; 2024-03 +3; 2024-Q1 +7; 2024-04 +1"), "8", "2024-04-30", true},
        {"section 4.1, a quarter and a month that reaches further",
         FLOW("2024-Q1 +7; 2024-02-29 5; 2024-03 +4; 2024-04 +1"), "10", "2024-04-30", true},
        {"format, a total, then a gap", FLOW("2024-03-31 9; 2024-05 +1"), "9", "2024-03-31"},
        {"format, a total inside a month", FLOW("2024-06-15 9; 2024-07 +2", "2024-07-31"), "9",
         "2024-06-15"},
        {"format, the total stands where both reach", FLOW("2024-01 +3; 2024-02 +4; 2024-02-29 8"),
         "8", "2024-02-29"},
        {"format, increments that reach further than the total",
         FLOW("2024-01-15 1; 2024-01 +3; 2024-02 +4"), "7", "2024-02-29", true},
        {"section 4, intervals add up at both ends", FLOW("2024-01 +3..4; 2024-02 +4"), "7",
         "2024-02-29", true, "8"},
        {"section 2, a flow begins anew each year", FLOW("2023-12-31 40", "2024-03-31"), NULL, ""},
    };
    expect_readings(table, sizeof table / sizeof *table);
}

/* Only the flow counted inside the target's part of the year is compared. */
static void test_parts_of_a_year(void **state) {
    (void)state;
    static const struct reading_row table[] = {
        {"section 3, total less the eve's total",
         FLOW("2024-06-30 15; 2024-09-30 20", NULL, "2024-H2"), "5", "2024-09-30", true},
        {"section 3, increments of the part", FLOW("2024-07 +2; 2024-08 +1", NULL, "2024-H2"), "3",
         "2024-08-31", true},
        {"section 3, the total before the part does not count",
         FLOW("2024-06-30 15", "2024-07-08", "2024-H2"), NULL, ""},
        {"section 3, no total on the eve", FLOW("2024-05-31 15; 2024-09-30 20", NULL, "2024-H2"),
         NULL, ""},
        {"section 3, the eve's total reached by an increment",
         FLOW("2024-05-31 15; 2024-06 +1; 2024-09-30 20", NULL, "2024-H2"), "4", "2024-09-30",
         true},
        {"section 4, intervals: the ends that lie apart",
         FLOW("2024-06-30 15..16; 2024-09-30 20..22", NULL, "2024-H2"), "4", "2024-09-30", true,
         "7"},
        {"section 3, totals that reach further than the increments",
         FLOW("2024-06-30 15; 2024-07 +2; 2024-08-31 19", NULL, "2024-H2"), "4", "2024-08-31",
         true},
        {"section 3, a part that is over, seen from later",
         FLOW("2024-06-30 15; 2024-09-30 20; 2024-12-31 40", NULL, "2024-Q3"), "5", "2024-09-30",
         true},
        {"section 3, the first part, seen from later",
         FLOW("2024-06-30 15; 2024-09-30 20", NULL, "2024-H1"), "15", "2024-06-30"},
        {"section 3, the first part from increments, seen from later",
         FLOW("2024-Q1 +3; 2024-Q2 +4; 2024-Q3 +5", NULL, "2024-H1"), "7", "2024-06-30", true},
    };
    expect_readings(table, sizeof table / sizeof *table);
}

/* Section 4.1: what becomes of "over" and "under". */
static void test_hedges(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *first;
        const char *second;
        enum hedge hedges[2];
        const char *during;
        enum hedge hedge;
    } table[] = {
        {"a sum of one", "2024-01 +3", "2024-02 +4", {HEDGE_ABOUT, HEDGE_NONE}, NULL, HEDGE_ABOUT},
        {"a sum of the same",
         "2024-01 +3",
         "2024-02 +4",
         {HEDGE_MORE_THAN, HEDGE_MORE_THAN},
         NULL,
         HEDGE_MORE_THAN},
        {"a sum of different ones",
         "2024-01 +3",
         "2024-02 +4",
         {HEDGE_MORE_THAN, HEDGE_LESS_THAN},
         NULL,
         HEDGE_ABOUT},
        {"a difference: the second turned",
         "2024-06-30 3",
         "2024-12-31 9",
         {HEDGE_MORE_THAN, HEDGE_NONE},
         "2024-H2",
         HEDGE_LESS_THAN},
        {"a difference of over and under",
         "2024-06-30 3",
         "2024-12-31 9",
         {HEDGE_LESS_THAN, HEDGE_MORE_THAN},
         "2024-H2",
         HEDGE_MORE_THAN},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = FLOW(NULL, NULL, table[i].during);
        situation_begin(&s, &setting);
        make_hedged(&s.book, s.org, s.indicator, table[i].first, table[i].hedges[0]);
        make_hedged(&s.book, s.org, s.indicator, table[i].second, table[i].hedges[1]);
        situation_compare(&s, NULL);
        expect_int(table[i].cites, "hedge", (int)s.row->hedge, (int)table[i].hedge);
        situation_clear(&s);
    }
    expect_int("a quotient of two", "hedge", (int)hedge_quotient(HEDGE_MORE_THAN, HEDGE_MORE_THAN),
               HEDGE_ABOUT);
    expect_int("the numerator's", "hedge", (int)hedge_quotient(HEDGE_MORE_THAN, HEDGE_NONE),
               HEDGE_MORE_THAN);
    expect_int("the denominator's, turned", "hedge",
               (int)hedge_quotient(HEDGE_NONE, HEDGE_MORE_THAN), HEDGE_LESS_THAN);
}

/* Section 2: a mean that accumulates has no increments and is read like a level inside a part. */
static void test_accumulating_mean(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *during;
        const char *low;
    } table[] = {{"the year", NULL, "2500"}, {"a part of it", "2024-H2", "2500"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {.kind = KIND_AVERAGE,
                                        .goal = "3315",
                                        .during = table[i].during,
                                        .figures = "2024-06-30 1200; 2024-10-31 2500; 2024-11 +9"};
        situation_begin(&s, &setting);
        s.book.indicators[s.indicator].accumulates = true;
        situation_compare(&s, NULL);
        expect_ratio(table[i].cites, "A", s.row->low, table[i].low);
        expect_date(table[i].cites, "date", s.row->date, "2024-10-31");
        situation_clear(&s);
    }
}

/* Which figure a row leads to: the last one that was used. */
static void test_last_used(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        int figure;
    } table[] = {
        {"one level", STOCK("2024-03-31 5; 2024-06-30 4"), 1},
        {"the last of the increments", FLOW("2024-01 +3; 2024-02 +4"), 1},
        {"written in another order, kept by date", FLOW("2024-02 +4; 2024-01 +3"), 1},
        {"before a gap", FLOW("2024-01 +3; 2024-03 +4"), 0},
        {"what carries a total on", FLOW("2024-03-31 9; 2024-04 +2; 2024-05 +1"), 2},
        {"a part of the year", FLOW("2024-06-30 15; 2024-09-30 20", NULL, "2024-H2"), 1},
        {"none", FLOW("2023-12-31 9"), NONE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_int(table[i].cites, "figure", s.row->figure, table[i].figure);
        situation_clear(&s);
    }
}

/* Section 3: the verdict uses the target in force; a revision never overwrites. */
static void test_revisions(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *as_of;
        int revision;
        const char *deciding;
        const char *attainment;
        const char *original;
        enum status status;
    } table[] = {
        {"section 3, before the revision", "2024-07-07", NONE, "240", "11/24", "-",
         STATUS_SLIPPING},
        {"section 3, on its day", "2024-07-08", 0, "220", "1/2", "11/24", STATUS_ON_TRACK},
        {"section 3, between two", "2024-09-30", 0, "220", "1/2", "11/24", STATUS_ON_TRACK},
        {"section 3, after the second", "2024-12-31", 1, "200", "1.05", "0.875", STATUS_EXCEEDED},
    };
    static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "240",
                                           "2024-06-30 110; 2024-12-31 210"};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_begin(&s, &setting);
        make_revision(&s.book, 0, "2024-07-08", "220");
        make_revision(&s.book, 0, "2024-10-01", "200");
        situation_compare(&s, table[i].as_of);
        expect_int(table[i].cites, "revision", s.row->revision, table[i].revision);
        expect_ratio(table[i].cites, "T", row_decides(s.row), table[i].deciding);
        expect_quantity(table[i].cites, "attainment", s.row->is[M_ATTAINMENT], table[i].attainment);
        expect_quantity(table[i].cites, "original", s.row->is[M_ATTAINMENT_ORIGINAL],
                        table[i].original);
        expect_status(table[i].cites, s.row->status, table[i].status);
        situation_clear(&s);
    }
}

static void test_revised_growth(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *first;
        const char *revised;
        const char *attainment;
        const char *original;
    } table[] = {
        {"section 3, the first over last year's 100", "grow 10", "grow 5 60", "66/63", "0.6"},
        {"section 3, the first over its own base", "grow 10 60", "grow 10", "0.6", "1"},
        {"section 3, the first a number", "88", "grow 10", "0.6", "0.75"},
        {"section 4, the first without a percentage", "within 4 6", "88", "0.75", "within"},
        {"section 4, the present one without", "88", "within 4 6", "within", "0.75"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, table[i].first,
                                  "2023-12-31 100; 2024-12-31 66"};
        situation_begin(&s, &setting);
        make_revision(&s.book, 0, "2024-07-08", table[i].revised);
        situation_compare(&s, NULL);
        expect_quantity(table[i].cites, "attainment", s.row->is[M_ATTAINMENT], table[i].attainment);
        expect_quantity(table[i].cites, "original", s.row->is[M_ATTAINMENT_ORIGINAL],
                        table[i].original);
        situation_clear(&s);
    }
}

/* Section 3: a target dated later than the as-of date is not yet known. */
static void test_dated_target(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *as_of;
        int goals;
        enum status status;
    } table[] = {
        {"section 3, the day before", "2024-07-07", 0, STATUS_NO_TARGET},
        {"section 3, its day", "2024-07-08", 1, STATUS_NOT_YET},
    };
    static const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "240",
                                           "2024-06-30 110"};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_begin(&s, &setting);
        set_date(&s.book, 0, "2024-07-08");
        situation_compare(&s, table[i].as_of);
        expect_int(table[i].cites, "goals", s.card.goals, table[i].goals);
        expect_status(table[i].cites, s.row->status, table[i].status);
        situation_clear(&s);
    }
}

static void test_default_day(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *as_of;
    } table[] = {
        {"CLI, the last date reported", FLOW("2024-03-31 5; 2024-06-30 15"), "2024-06-30"},
        {"CLI, the last day of an increment", FLOW("2024-01 +5"), "2024-01-31"},
        {"section 4.1, or estimated", FLOW("2024-03-31 5; 2024-06-30 ~15"), "2024-06-30"},
        {"CLI, none: the window's first day", FLOW("2023-12-31 9"), "2024-01-01"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_date(table[i].cites, "as-of", s.row->as_of, table[i].as_of);
        situation_clear(&s);
    }
}

/* ---- ratios ---- */

struct ratio_row {
    const char *cites;
    const char *own; /* the share's own figures, or NULL */
    const char *of;  /* the numerator's */
    const char *to;  /* the denominator's */
    const char *low; /* NULL: nothing is known */
    const char *high;
    const char *date;
};

static void set_unit(struct book *book, int32_t indicator, const char *unit) {
    book->indicators[indicator].unit = unit_parse(&book->pool, unit, strlen(unit));
}

/* The units of numerator, denominator and quotient. */
static void expect_ratio_rows(const struct ratio_row table[], size_t n, const char *const units[3],
                              enum indicator_kind kind) {
    for (size_t i = 0; i < n; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t org = make_org(&book, "a");
        int32_t of = make_indicator(&book, "of", KIND_STOCK, BETTER_HIGHER);
        int32_t to = make_indicator(&book, "to", KIND_STOCK, BETTER_HIGHER);
        int32_t share = make_indicator(&book, "share", kind, BETTER_HIGHER);
        set_unit(&book, of, units[0]);
        set_unit(&book, to, units[1]);
        set_unit(&book, share, units[2]);
        book.indicators[share].ratio_of = of;
        book.indicators[share].ratio_to = to;
        make_target(&book, org, share, 2024, "60");
        make_figures(&book, org, share, table[i].own);
        make_figures(&book, org, of, table[i].of);
        make_figures(&book, org, to, table[i].to);
        compare(&card, &book, 2024, NULL);
        const struct row *row = row_of(&card, org, share, 0);
        expect_int(table[i].cites, "reported", row->has_actual, table[i].low != NULL);
        if (table[i].low != NULL) {
            expect_ratio(table[i].cites, "A", row->low, table[i].low);
            expect_ratio(table[i].cites, "upper end", row->high, table[i].high);
            expect_date(table[i].cites, "date", row->date, table[i].date);
            bool own = table[i].own != NULL && strstr(table[i].own, table[i].date) != NULL;
            expect_int(table[i].cites, "computed", row->computed, !own);
        }
        scorecard_clear(&card);
        book_clear(&book);
    }
}

static void test_shares(void **state) {
    (void)state;
    static const struct ratio_row table[] = {
        {"section 2, 566 of 723", NULL, "2024-06-30 566", "2024-06-30 723", "56600/723",
         "56600/723", "2024-06-30"},
        {"format, computed when its parts are reported", "2024-06-30 78.5", NULL, NULL, "78.5",
         "78.5", "2024-06-30"},
        {"section 6, the figure reported itself is used", "2024-06-30 78.5", "2024-06-30 566",
         "2024-06-30 723", "78.5", "78.5", "2024-06-30"},
        {"section 4, the later of the two", "2024-03-31 78.5", "2024-06-30 566", "2024-06-30 723",
         "56600/723", "56600/723", "2024-06-30"},
        {"section 6, on one date", NULL, "2024-06-30 3; 2024-09-30 9", "2024-06-30 4", "75", "75",
         "2024-06-30"},
        {"section 6, on one date, the other way", NULL, "2024-03-31 1; 2024-06-30 3",
         "2024-03-31 4; 2024-07-31 9", "25", "25", "2024-03-31"},
        {"section 6, no common date", NULL, "2024-06-30 3", "2024-03-31 4", NULL, NULL, ""},
        {"section 1, a part is missing", NULL, "2024-06-30 3", NULL, NULL, NULL, ""},
        {"section 1, nothing to divide by", NULL, "2024-06-30 0", "2024-06-30 0", NULL, NULL, ""},
        {"section 4, an interval", NULL, "2024-06-30 3..4", "2024-06-30 10", "30", "40",
         "2024-06-30"},
        {"section 4, intervals: the ends that lie apart", NULL, "2024-06-30 3..4",
         "2024-06-30 5..10", "30", "80", "2024-06-30"},
    };
    static const char *const units[] = {"HTX", "HTX", "%"};
    expect_ratio_rows(table, sizeof table / sizeof *table, units, KIND_SHARE);
}

/* Section 4: units of money convert exactly. */
static void test_units(void **state) {
    (void)state;
    static const struct ratio_row table[] = {
        {"section 4, 5 billion over 2 are 2500 million each", NULL, "2024-06-30 5", "2024-06-30 2",
         "2500", "2500", "2024-06-30"},
    };
    static const char *const units[] = {"tỷ đồng", "HTX", "triệu đồng"};
    expect_ratio_rows(table, sizeof table / sizeof *table, units, KIND_AVERAGE);
}

/* What is looked for stands among many: every indicator finds its own, and none another's. */
static void test_many(void **state) {
    (void)state;
    enum { MANY = 130 };
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t odd = make_org(&book, "odd");
    int32_t even = make_org(&book, "even");
    int32_t both = make_group(&book, "both", 2, "odd even");
    for (int32_t i = 0; i < MANY; i++) {
        char text[WORD];
        snprintf(text, sizeof text, "x%d", (int)i);
        make_indicator(&book, pool_text(&book.pool, text, strlen(text)), KIND_STOCK, BETTER_HIGHER);
        snprintf(text, sizeof text, "2024-06-30 %d", 1000 + (int)i);
        make_figures(&book, i % 2 != 0 ? odd : even, i, text);
    }
    compare(&card, &book, 2024, NULL);
    for (int32_t i = 0; i < MANY; i++) {
        char text[WORD];
        snprintf(text, sizeof text, "%d", 1000 + (int)i);
        expect_ratio("section 1", "A", row_of(&card, i % 2 != 0 ? odd : even, i, 0)->low, text);
        expect_ratio("section 6", "A", row_of(&card, both, i, 0)->low, text);
        expect_int("section 1", "of another", rows_of(&card, i % 2 != 0 ? even : odd, i), 0);
    }
    scorecard_clear(&card);
    book_clear(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_flows),
        cmocka_unit_test(test_parts_of_a_year),
        cmocka_unit_test(test_revisions),
        cmocka_unit_test(test_revised_growth),
        cmocka_unit_test(test_dated_target),
        cmocka_unit_test(test_default_day),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_last_used),
        cmocka_unit_test(test_hedges),
        cmocka_unit_test(test_accumulating_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
