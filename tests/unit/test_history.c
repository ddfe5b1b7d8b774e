/* SPDX-License-Identifier: MIT */
/* Last year beside this one: docs/QUY-TAC.md, section 4; mergers: sections 4 and 6. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "history.h"
#include "mem.h"

#define FLOW(...)                                                                                  \
    { KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "60", __VA_ARGS__ }
#define STOCK(...)                                                                                 \
    { KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60", __VA_ARGS__ }

/* The same date last year; the end of a month for the end of a month. */
static void test_day(void **state) {
    (void)state;
    static const struct {
        const char *day;
        const char *last_year;
    } table[] = {
        {"2024-06-30", "2023-06-30"}, {"2024-07-08", "2023-07-08"}, {"2024-02-29", "2023-02-28"},
        {"2025-02-28", "2024-02-29"}, {"2024-02-28", "2023-02-28"}, {"2025-02-27", "2024-02-27"},
        {"2024-12-31", "2023-12-31"}, {"2024-01-01", "2023-01-01"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        expect_date("section 4, same date last year", table[i].day, history_day(day(table[i].day)),
                    table[i].last_year);
    }
}

static void test_same_period(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *same;
        const char *date;
        const char *against; /* A / A-1 */
    } table[] = {
        {"section 4, a flow", FLOW("2023-06-30 10; 2024-06-30 15"), "10", "2023-06-30", "1.5"},
        {"section 7, down 45,5 %", FLOW("2023-06-30 200; 2024-06-30 109"), "200", "2023-06-30",
         "0.545"},
        {"section 4, a flow counted to the day before", FLOW("2023-06-29 10; 2024-06-30 15"), "-",
         "", "-"},
        {"section 4, a flow counted to a later day", FLOW("2023-07-31 10; 2024-06-30 15"), "-", "",
         "-"},
        {"section 4, 29 February", FLOW("2023-02-28 4; 2024-02-29 5"), "4", "2023-02-28", "1.25"},
        {"section 4, from increments", FLOW("2023-01 +3; 2023-02 +4; 2024-02-29 14"), "7",
         "2023-02-28", "2"},
        {"section 4, increments with a gap", FLOW("2023-02 +4; 2024-02-29 14"), "-", "", "-"},
        {"section 3, of a part of the year",
         FLOW("2023-06-30 10; 2023-09-30 14; 2024-06-30 20; 2024-09-30 26", NULL, "2024-H2"), "4",
         "2023-09-30", "1.5"},
        {"section 4, a level", STOCK("2023-06-30 10; 2024-06-30 15"), "10", "2023-06-30", "1.5"},
        {"section 4, a level of the day before", STOCK("2023-06-29 10; 2024-06-30 15"), "-", "",
         "-"},
        {"section 4, a level of a later day", STOCK("2023-07-01 10; 2024-06-30 15"), "-", "", "-"},
        {"section 4, the figure's own date counts",
         STOCK("2023-06-30 10; 2023-09-30 12; 2024-06-30 15", "2024-09-30"), "10", "2023-06-30",
         "1.5"},
        {"section 4, last year nothing", FLOW("2023-06-30 0; 2024-06-30 15"), "0", "2023-06-30",
         "last_year_not_positive"},
        {"section 4, below 0 now", STOCK("2023-06-30 10; 2024-06-30 -5"), "10", "2023-06-30",
         "actual_negative"},
        {"section 2, rates have no quotient",
         {KIND_RATE, BETTER_HIGHER, PACE_DEFAULT, "5", "2023-06-30 4; 2024-06-30 5"},
         "4",
         "2023-06-30",
         "kind"},
        {"section 4, an interval last year", STOCK("2023-06-30 10..11; 2024-06-30 15"), "-", "",
         "-"},
        {"section 4, not reported, so on no date", STOCK("2023-06-30 10", "2024-06-30"),
         "no_report", "", "no_report"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_quantity(table[i].cites, "same period", s.row->is[M_SAME], table[i].same);
        expect_date(table[i].cites, "its date", s.row->last_year_date, table[i].date);
        expect_quantity(table[i].cites, "A / A-1", s.row->is[M_VS_LAST_YEAR], table[i].against);
        situation_clear(&s);
    }
}

static void test_baseline(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *baseline;
        const char *date;
    } table[] = {
        {"section 4, the last figure of the year before",
         STOCK("2023-06-30 50; 2023-11-30 55; 2024-06-30 60"), "55", "2023-11-30"},
        {"section 4, not of two years before", STOCK("2022-12-31 55; 2024-06-30 60"), "-", ""},
        {"section 4, not of this year", STOCK("2024-01-01 55; 2024-06-30 60"), "-", ""},
        {"section 4, an estimate is no baseline", STOCK("2023-12-31 ~55; 2024-06-30 60"), "-", ""},
        {"section 4, an interval is none", STOCK("2023-12-31 55..56; 2024-06-30 60"), "-", ""},
        {"section 4, of a flow last year's total", FLOW("2023-12-31 55; 2024-06-30 60"), "55",
         "2023-12-31"},
        {"section 4, the total of four quarters",
         FLOW("2023-Q1 +5; 2023-Q2 +10; 2023-Q3 +15; 2023-Q4 +20; 2024-06-30 60"), "50",
         "2023-12-31"},
        {"section 4, not the total of eleven months", FLOW("2023-11-30 55; 2024-06-30 60"), "-",
         ""},
        {"section 3, the base that the target states",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "grow 10 50", "2023-12-31 55; 2024-06-30 60"},
         "50",
         ""},
        {"section 4, beside a row not reported", STOCK("2023-12-31 55", "2024-06-30"), "55",
         "2023-12-31"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_quantity(table[i].cites, "baseline", s.row->is[M_BASE], table[i].baseline);
        expect_date(table[i].cites, "its date", s.row->baseline_date, table[i].date);
        situation_clear(&s);
    }
}

/* The end of February stands for its end, else for the day itself. */
static void test_end_of_february(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *figures;
        const char *same;
        const char *date;
    } table[] = {
        {"section 4, the end of the month", "2024-02-28 3; 2024-02-29 4; 2025-02-28 5", "4",
         "2024-02-29"},
        {"section 4, else the day", "2024-02-28 3; 2025-02-28 5", "3", "2024-02-28"},
        {"section 4, else none", "2024-02-27 3; 2025-02-28 5", "-", ""},
        {"section 4, the day before is no end", "2024-02-29 4; 2025-02-27 5", "-", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        make_figures(&book, a, x, table[i].figures);
        compare(&card, &book, 2025, NULL);
        const struct row *row = row_of(&card, a, x, 0);
        expect_quantity(table[i].cites, "same period", row->is[M_SAME], table[i].same);
        expect_date(table[i].cites, "its date", row->last_year_date, table[i].date);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* Last year's figures and where they stand: by now, also before this year's first report; in all.
 */
static void test_whole(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *by_now;
        const char *by_now_date;
        int by_now_figure; /* of last_year_same, which needs a report */
        const char *total;
        int baseline_figure;
    } table[] = {
        {"section 4, reported", FLOW("2023-06-30 10; 2023-12-31 24; 2024-06-30 15"), "10",
         "2023-06-30", 0, "24", 1},
        {"section 4, not reported", FLOW("2023-06-30 10; 2023-12-31 24", "2024-06-30"), "10",
         "2023-06-30", NONE, "24", 1},
        {"section 4, not known to its end", FLOW("2023-06-30 10; 2024-06-30 15"), "10",
         "2023-06-30", 0, "-", NONE},
        {"section 3, of the same part",
         FLOW("2023-06-30 10; 2023-12-31 24; 2024-06-30 15; 2024-12-31 20", NULL, "2024-H2"), "14",
         "2023-12-31", 1, "14", 1},
        {"section 4, by now nothing", FLOW("2023-12-31 24; 2024-06-30 15"), "-", "", NONE, "24", 0},
        {"section 4, a level", STOCK("2023-06-30 10; 2023-12-31 24; 2024-06-30 15"), "10",
         "2023-06-30", 0, "24", 1},
        {"section 3, the base is stated",
         {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "grow 10 50", "2023-12-31 55; 2024-06-30 60"},
         "-",
         "",
         NONE,
         "55",
         NONE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        const char *cites = table[i].cites;
        expect_quantity(cites, "by now", s.row->is[M_BY_NOW], table[i].by_now);
        expect_date(cites, "by now", s.row->last_year_by_now_date, table[i].by_now_date);
        expect_int(cites, "its figure", s.row->last_year_figure, table[i].by_now_figure);
        expect_quantity(cites, "in all", s.row->is[M_LAST_TOTAL], table[i].total);
        expect_int(cites, "the baseline's figure", s.row->baseline_figure,
                   table[i].baseline_figure);
        situation_clear(&s);
    }
}

/* The officer's last estimate made by the day. */
static void test_estimate(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        struct setting setting;
        const char *estimate;
        const char *date;
    } table[] = {
        {"section 4, none", FLOW("2024-06-30 15", "2024-12-31"), "-", ""},
        {"section 4, the last", FLOW("2024-03-31 ~40; 2024-06-30 ~50; 2024-06-30 15", "2024-12-31"),
         "50", "2024-06-30"},
        {"section 4, an interval's lower end", FLOW("2024-06-30 ~50..55", "2024-06-30"), "50",
         "2024-06-30"},
        {"section 4, of the day", FLOW("2024-03-31 ~40; 2024-06-30 ~50", "2024-06-30"), "50",
         "2024-06-30"},
        {"section 4, of the day before", FLOW("2024-03-31 ~40; 2024-06-30 ~50", "2024-06-29"), "40",
         "2024-03-31"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        situation_make(&s, &table[i].setting);
        expect_quantity(table[i].cites, "estimate", s.row->is[M_ESTIMATE], table[i].estimate);
        expect_date(table[i].cites, "its date", s.row->estimate_date, table[i].date);
        situation_clear(&s);
    }
}

/* Last year had days of its own: all of this year is held against all of that. */
static void test_own_year(void **state) {
    (void)state;
    struct situation s;
    static const struct setting setting =
        FLOW("2023-06-30 10; 2023-12-14 24; 2024-06-30 15", "2024-06-30");
    situation_begin(&s, &setting);
    const struct org_year year = {s.org, 2023, {day("2022-12-15"), day("2023-12-14")}, no_place};
    arrput(s.book.org_years, year);
    situation_compare(&s, "2024-06-30");
    expect_quantity("section 4, its own days", "in all", s.row->is[M_LAST_TOTAL], "24");
    expect_quantity("section 4, its own days", "by now", s.row->is[M_SAME], "10");
    expect_quantity("section 4, its own days", "seasonal", s.row->is[M_SEASONAL], "36");
    situation_clear(&s);
}

/* Section 3.3: the months of the same numbers in last year's window, whichever days they are. */
static void test_same_part(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *part[2];
        const char *same[2];
    } table[] = {
        {"section 3.3, the first half", {"2023-12-15", "2024-06-14"}, {"2023-01-01", "2023-06-30"}},
        {"section 3.3, the last month", {"2024-11-15", "2024-12-14"}, {"2023-12-01", "2023-12-31"}},
        {"section 3.3, the third month",
         {"2024-02-15", "2024-03-14"},
         {"2023-03-01", "2023-03-31"}},
        {"section 3.3, the year", {"2023-12-15", "2024-12-14"}, {"2023-01-01", "2023-12-31"}},
    };
    struct situation s;
    static const struct setting setting = FLOW("2023-06-30 10");
    situation_begin(&s, &setting);
    const struct org_year year = {s.org, 2024, {day("2023-12-15"), day("2024-12-14")}, no_place};
    arrput(s.book.org_years, year);
    struct ledger ledger;
    ledger_init(&ledger, &s.book);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct window part = {day(table[i].part[0]), day(table[i].part[1])};
        struct window same = history_part(&ledger, s.org, 2024, part);
        expect_date(table[i].cites, "first day", same.first, table[i].same[0]);
        expect_date(table[i].cites, "last day", same.last, table[i].same[1]);
    }
    ledger_clear(&ledger);
    situation_clear(&s);
}

/* m took the place of p alone. */
static void test_renamed(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t p = make_org(&book, "p");
    int32_t m = make_org(&book, "m");
    int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
    book.orgs[m].from = day("2025-07-01");
    arrput(book.orgs[m].predecessors, p);
    make_figures(&book, p, x, "2024-12-31 7");
    make_figures(&book, m, x, "2025-12-31 9");
    compare(&card, &book, 2025, NULL);
    expect_quantity("section 4, one before it", "baseline", row_of(&card, m, x, 0)->is[M_BASE],
                    "7");
    scorecard_clear(&card);
    book_clear(&book);
}

/* Two provinces p and q became m on 1 July 2025. */
struct merger {
    const char *cites;
    enum indicator_kind kind;
    bool named; /* m names its predecessors */
    const char *p;
    const char *q;
    const char *m;
    int year;
    const char *baseline;
    const char *same;
    bool merged;
};

static void expect_merger(const struct merger *wanted) {
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t p = make_org(&book, "p");
    int32_t q = make_org(&book, "q");
    int32_t m = make_org(&book, "m");
    int32_t x = make_indicator(&book, "x", wanted->kind, BETTER_HIGHER);
    book.orgs[m].from = day("2025-07-01");
    if (wanted->named) {
        arrput(book.orgs[m].predecessors, p);
        arrput(book.orgs[m].predecessors, q);
    }
    make_figures(&book, p, x, wanted->p);
    make_figures(&book, q, x, wanted->q);
    make_figures(&book, m, x, wanted->m);
    compare(&card, &book, wanted->year, NULL);
    const struct row *row = row_of(&card, m, x, 0);
    expect_quantity(wanted->cites, "baseline", row->is[M_BASE], wanted->baseline);
    expect_quantity(wanted->cites, "same period", row->is[M_SAME], wanted->same);
    expect_int(wanted->cites, "merged", row->last_year_merged, wanted->merged);
    if (wanted->same != NULL && wanted->same[0] == 'b') {
        expect_quantity(wanted->cites, "A / A-1", row->is[M_VS_LAST_YEAR], "boundary_changed");
    }
    scorecard_clear(&card);
    book_clear(&book);
}

static void test_boundary(void **state) {
    (void)state;
    static const struct merger table[] = {
        {"section 6, counts add up", KIND_STOCK, true, "2024-09-30 690; 2024-12-31 700",
         "2024-09-30 1380; 2024-12-31 1400", "2025-09-30 2102", 2025, "2100", "2070", true},
        {"section 6, flows add up", KIND_FLOW, true, "2024-09-30 6; 2024-12-31 10",
         "2024-09-30 14; 2024-12-31 20", "2025-09-30 25", 2025, "30", "20", true},
        {"section 4, one predecessor is not known", KIND_STOCK, true, "2024-12-31 700", NULL,
         "2025-09-30 2102", 2025, "-", "boundary_changed", false},
        {"section 6, one date", KIND_STOCK, true, "2024-12-31 700", "2024-11-30 1400",
         "2025-09-30 2102", 2025, "-", "boundary_changed", false},
        {"section 6, averages do not", KIND_AVERAGE, true, "2024-09-30 6; 2024-12-31 7",
         "2024-09-30 6; 2024-12-31 8", "2025-09-30 9", 2025, "-", "boundary_changed", false},
        {"section 6, shares do not", KIND_SHARE, true, "2024-09-30 6; 2024-12-31 7",
         "2024-09-30 6; 2024-12-31 8", "2025-09-30 9", 2025, "-", "boundary_changed", false},
        {"section 4, the name was kept, the area was not", KIND_STOCK, false, NULL, NULL,
         "2024-09-30 690; 2024-12-31 700; 2025-09-30 2102", 2025, "-", "boundary_changed", false},
        {"section 4, a year later: its own figure", KIND_STOCK, true, NULL, NULL,
         "2025-12-31 2110; 2026-09-30 2120; 2025-09-30 2100", 2026, "2110", "2100", false},
        {"section 4, a year later: of the first day", KIND_STOCK, true, NULL, NULL,
         "2025-07-01 2100; 2026-07-01 2120", 2026, "2100", "2100", false},
        {"section 4, a year later, before the change", KIND_STOCK, true, NULL, NULL,
         "2025-06-30 723; 2026-06-30 2120", 2026, "-", "boundary_changed", false},
        {"section 4, a year later, predecessors' half", KIND_STOCK, true, "2025-03-31 700",
         "2025-03-31 1400", "2025-12-31 2110; 2026-03-31 2120", 2026, "2110", "2100", true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        expect_merger(&table[i]);
    }
}

/* A group's last year is its members', unless some are missing. */
static void test_group(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a;
        const char *b;
        const char *baseline;
    } table[] = {
        {"section 6, rolled up", "2023-12-31 10; 2024-06-30 1", "2023-12-31 20; 2024-06-30 1",
         "30"},
        {"section 4.3, each member's last of the year", "2023-12-31 10; 2024-06-30 1",
         "2023-11-30 20; 2024-06-30 1", "30"},
        {"section 6.5, of some only", "2023-12-31 10; 2024-06-30 1", "2024-06-30 1", "partial"},
        {"section 6.5, of one that is silent now", "2023-12-31 10; 2024-06-30 1", "2023-12-31 20",
         "30"},
        {"section 6.5, of nobody", "2024-06-30 1", "2024-06-30 1", "-"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t g = make_group(&book, "g", 2, "a b");
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        make_figures(&book, a, x, table[i].a);
        make_figures(&book, b, x, table[i].b);
        compare(&card, &book, 2024, NULL);
        expect_quantity(table[i].cites, "baseline", row_of(&card, g, x, 0)->is[M_BASE],
                        table[i].baseline);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* Section 4.3: a group's last year, too, says when it is the predecessors' of a member. */
static void test_merged_member(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *from; /* m's first day, or NULL */
        const char *p;
        const char *m;
        bool merged;
    } table[] = {
        {"section 4.3, the predecessor's", "2025-07-01", "2024-12-31 7", "2025-09-30 9", true},
        {"section 4.3, its own", NULL, NULL, "2024-12-31 7; 2025-09-30 9", false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t p = make_org(&book, "p");
        int32_t m = make_org(&book, "m");
        int32_t a = make_org(&book, "a");
        int32_t g = make_group(&book, "g", 2, "m a");
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        if (table[i].from != NULL) {
            book.orgs[m].from = day(table[i].from);
            arrput(book.orgs[m].predecessors, p);
        }
        make_target(&book, g, x, 2025, "grow 10");
        make_figures(&book, p, x, table[i].p);
        make_figures(&book, m, x, table[i].m);
        make_figures(&book, a, x, "2024-12-31 3; 2025-09-30 3");
        compare(&card, &book, 2025, NULL);
        const struct row *row = row_of(&card, g, x, 0);
        expect_quantity(table[i].cites, "baseline", row->is[M_BASE], "10");
        expect_int(table[i].cites, "merged", row->last_year_merged, table[i].merged);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_day),      cmocka_unit_test(test_same_period),
        cmocka_unit_test(test_baseline), cmocka_unit_test(test_end_of_february),
        cmocka_unit_test(test_whole),    cmocka_unit_test(test_estimate),
        cmocka_unit_test(test_own_year), cmocka_unit_test(test_same_part),
        cmocka_unit_test(test_renamed),  cmocka_unit_test(test_boundary),
        cmocka_unit_test(test_group),    cmocka_unit_test(test_merged_member),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
