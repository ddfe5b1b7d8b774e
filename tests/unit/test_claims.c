/* SPDX-License-Identifier: MIT */
/* Published figures recomputed: docs/QUY-TAC.md, section 7. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "checks.h"
#include "mem.h"
#include "words.h"

/* An organisation with a target of 2024 and a figure of its indicator and of another one. */
struct claim_row {
    const char *cites;
    enum claim_kind kind;
    const char *goal;    /* or NULL */
    const char *figures; /* or NULL */
    const char *whole;   /* figures of the other indicator, or NULL */
    const char *printed;
    const char *computed; /* a number, or "-" when unchecked */
    enum verdict verdict;
    const char *missing; /* unchecked: what is not there */
};

static struct decimal printed(const char *text) {
    struct decimal value = {0, 0};
    assert_int_equal(decimal_parse(text, strlen(text), &value), DECIMAL_OK);
    return value;
}

static struct claim *make_claim(struct book *book, int32_t indicator, enum claim_kind kind,
                                const char *text) {
    struct claim claim = {
        .org = 0,
        .indicator = indicator,
        .year = 2024,
        .kind = kind,
        .of = indicator + 1,
        .printed = printed(text),
        .date = day("2024-06-30"),
        .place = no_place,
    };
    arrput(book->claims, claim);
    return &book->claims[arrlen(book->claims) - 1];
}

static void expect_claim(const char *cites, const struct scorecard *card, const char *computed,
                         enum verdict verdict, const char *missing) {
    expect_int(cites, "claims", (int)arrlen(card->claims), 1);
    const struct claim_check *check = &card->claims[0];
    if (check->verdict != verdict) {
        fail_msg("%s: %s, not %s", cites, verdict_key(check->verdict), verdict_key(verdict));
    }
    expect_quantity(cites, "computed", check->computed, computed);
    if (missing == NULL) {
        assert_null(check->missing);
    } else {
        assert_non_null(check->missing);
        assert_string_equal(check->missing, missing);
    }
}

static void expect_all_claims(const struct claim_row table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, table[i].goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        make_indicator(&s.book, "whole", KIND_STOCK, BETTER_HIGHER);
        make_figures(&s.book, s.org, s.indicator + 1, table[i].whole);
        if (table[i].goal == NULL && table[i].figures == NULL) {
            make_target(&s.book, s.org, s.indicator, 2024, "1");
        }
        make_claim(&s.book, s.indicator, table[i].kind, table[i].printed);
        situation_compare(&s, "2024-06-30");
        expect_claim(table[i].cites, &s.card, table[i].computed, table[i].verdict,
                     table[i].missing);
        situation_clear(&s);
    }
}

static void test_attainment(void **state) {
    (void)state;
    static const struct claim_row table[] = {
        {"section 7, 15 of 30 is 50", CLAIM_ATTAINMENT, "30", "2024-06-30 15", NULL, "50", "50",
         VERDICT_AGREES, NULL},
        {"section 7, rounded", CLAIM_ATTAINMENT, "100000", "2024-06-30 91727", NULL, "91.73",
         "91.727", VERDICT_AGREES, NULL},
        {"section 7, cut", CLAIM_ATTAINMENT, "100000", "2024-06-30 91727", NULL, "91.72", "91.727",
         VERDICT_CUT, NULL},
        {"section 7, neither", CLAIM_ATTAINMENT, "100000", "2024-06-30 91727", NULL, "91.74",
         "91.727", VERDICT_DIFFERS, NULL},
        {"section 7, below what is cut", CLAIM_ATTAINMENT, "100000", "2024-06-30 91727", NULL,
         "91.71", "91.727", VERDICT_DIFFERS, NULL},
        {"section 7, half goes away from zero", CLAIM_ATTAINMENT, "1000", "2024-06-30 45.5", NULL,
         "4.6", "4.55", VERDICT_AGREES, NULL},
        {"section 7, a half that stays is cut", CLAIM_ATTAINMENT, "1000", "2024-06-30 45.5", NULL,
         "4.5", "4.55", VERDICT_CUT, NULL},
        {"section 7, just below the half", CLAIM_ATTAINMENT, "1000", "2024-06-30 45.4", NULL, "4.6",
         "4.54", VERDICT_DIFFERS, NULL},
        {"section 7, as many decimals as published", CLAIM_ATTAINMENT, "3", "2024-06-30 2", NULL,
         "66.667", "200/3", VERDICT_AGREES, NULL},
        {"section 7, fewer decimals", CLAIM_ATTAINMENT, "3", "2024-06-30 2", NULL, "67", "200/3",
         VERDICT_AGREES, NULL},
        {"section 7, a published 0 counts", CLAIM_ATTAINMENT, "1000", "2024-06-30 455", NULL,
         "45.50", "45.5", VERDICT_AGREES, NULL},
        {"section 7, and is no rounding", CLAIM_ATTAINMENT, "1000", "2024-06-30 455.4", NULL,
         "45.50", "45.54", VERDICT_DIFFERS, NULL},
        {"section 7.1, 99.96 is never 100.0", CLAIM_ATTAINMENT, "80", "2024-06-30 79.968", NULL,
         "100.0", "99.96", VERDICT_DIFFERS, NULL},
        {"section 7.1, but 99.9", CLAIM_ATTAINMENT, "80", "2024-06-30 79.968", NULL, "99.9",
         "99.96", VERDICT_AGREES, NULL},
        {"section 7.1, and 99 without decimals", CLAIM_ATTAINMENT, "80", "2024-06-30 79.968", NULL,
         "99", "99.96", VERDICT_AGREES, NULL},
        {"section 7.1, not 100", CLAIM_ATTAINMENT, "80", "2024-06-30 79.968", NULL, "100", "99.96",
         VERDICT_DIFFERS, NULL},
        {"section 7.1, a little over is not once", CLAIM_TIMES, "1000", "2024-06-30 1004", NULL,
         "1.0", "1.004", VERDICT_CUT, NULL},
        {"section 7.1, over by something", CLAIM_OVER, "1000", "2024-06-30 999.6", NULL, "0.0",
         "-0.04", VERDICT_CUT, NULL},
        {"section 7.1, A / T whatever the side", CLAIM_ATTAINMENT, "at_most 30", "2024-06-30 15",
         NULL, "50", "50", VERDICT_AGREES, NULL},
        {"section 7.2.3, T of about is printed", CLAIM_ATTAINMENT, "about 100 10", "2024-06-30 50",
         NULL, "50", "50", VERDICT_AGREES, NULL},
        {"section 7.1, either end of the actual", CLAIM_ATTAINMENT, "10", "2024-06-30 4..6", NULL,
         "60", "60", VERDICT_AGREES, NULL},
        {"section 7.1, either end of the target", CLAIM_ATTAINMENT, "range 30 40", "2024-06-30 15",
         NULL, "37.5", "37.5", VERDICT_AGREES, NULL},
        {"section 7.1, either end of what to stay within", CLAIM_TIMES, "within 4 6",
         "2024-06-30 15", NULL, "2.5", "2.5", VERDICT_AGREES, NULL},
        {"section 7.1, else of the lower and the one that decides", CLAIM_ATTAINMENT, "range 30 40",
         "2024-06-30 15..16", NULL, "60", "50", VERDICT_DIFFERS, NULL},
        {"section 7, below zero", CLAIM_ATTAINMENT, "1000", "2024-06-30 -45.5", NULL, "-4.6",
         "-4.55", VERDICT_AGREES, NULL},
        {"section 7, below zero, cut", CLAIM_ATTAINMENT, "1000", "2024-06-30 -45.5", NULL, "-4.5",
         "-4.55", VERDICT_CUT, NULL},
        {"section 7, below zero, too far", CLAIM_ATTAINMENT, "1000", "2024-06-30 -45.4", NULL,
         "-4.6", "-4.54", VERDICT_DIFFERS, NULL},
        {"section 7, the sign is lost", CLAIM_ATTAINMENT, "1000", "2024-06-30 -45.5", NULL, "4.6",
         "-4.55", VERDICT_DIFFERS, NULL},
        {"section 7, over", CLAIM_OVER, "60", "2024-06-30 66", NULL, "10", "10", VERDICT_AGREES,
         NULL},
        {"section 7, over is not attainment", CLAIM_OVER, "60", "2024-06-30 66", NULL, "110", "10",
         VERDICT_DIFFERS, NULL},
        {"section 7, not over at all", CLAIM_OVER, "60", "2024-06-30 45", NULL, "-25", "-25",
         VERDICT_AGREES, NULL},
        {"section 7, times", CLAIM_TIMES, "20", "2024-06-30 31", NULL, "1.6", "1.55",
         VERDICT_AGREES, NULL},
        {"section 7, times, cut", CLAIM_TIMES, "20", "2024-06-30 31", NULL, "1.5", "1.55",
         VERDICT_CUT, NULL},
        {"section 3, of the bound that decides", CLAIM_ATTAINMENT, "range 30 40", "2024-06-30 15",
         NULL, "50", "50", VERDICT_AGREES, NULL},
        {"section 3, of growth", CLAIM_ATTAINMENT, "grow 10", "2023-12-31 50; 2024-06-30 44", NULL,
         "80", "80", VERDICT_AGREES, NULL},
    };
    expect_all_claims(table, sizeof table / sizeof *table);
}

static void test_other_kinds(void **state) {
    (void)state;
    static const struct claim_row table[] = {
        {"section 7, 566 of 723 is not 78.5", CLAIM_SHARE_OF, NULL, "2024-06-30 566",
         "2024-06-30 723", "78.5", "56600/723", VERDICT_DIFFERS, NULL},
        {"section 7, 566 of 723", CLAIM_SHARE_OF, NULL, "2024-06-30 566", "2024-06-30 723", "78.3",
         "56600/723", VERDICT_AGREES, NULL},
        {"section 7, 566 of 723, cut", CLAIM_SHARE_OF, NULL, "2024-06-30 566", "2024-06-30 723",
         "78.2", "56600/723", VERDICT_CUT, NULL},
        {"section 7, 566 of 723 with two decimals", CLAIM_SHARE_OF, NULL, "2024-06-30 566",
         "2024-06-30 723", "78.28", "56600/723", VERDICT_AGREES, NULL},
        {"section 7, 54.5 % means down 45.5 %", CLAIM_OF_LAST_YEAR, NULL,
         "2023-06-30 200; 2024-06-30 109", NULL, "54.5", "54.5", VERDICT_AGREES, NULL},
        {"section 4, the lower end of an interval", CLAIM_ATTAINMENT, "30", "2024-06-30 15..20",
         NULL, "50", "50", VERDICT_AGREES, NULL},
        {"section 4, the lower end of the whole's", CLAIM_SHARE_OF, NULL, "2024-06-30 15",
         "2024-06-30 30..40", "50", "50", VERDICT_AGREES, NULL},
        {"section 7.1, up", CLAIM_GROWTH, NULL, "2023-06-30 152; 2024-06-30 190", NULL, "25", "25",
         VERDICT_AGREES, NULL},
        {"section 7.1, down", CLAIM_GROWTH, NULL, "2023-06-30 200; 2024-06-30 109", NULL, "-45.5",
         "-45.5", VERDICT_AGREES, NULL},
        {"section 7.1, up by so many", CLAIM_CHANGE, NULL, "2023-06-30 152; 2024-06-30 190", NULL,
         "38", "38", VERDICT_AGREES, NULL},
        {"section 7.1, from nothing", CLAIM_CHANGE, NULL, "2023-06-30 0; 2024-06-30 190", NULL,
         "190", "190", VERDICT_AGREES, NULL},
        {"section 7, last year's same period, not its end", CLAIM_OF_LAST_YEAR, NULL,
         "2023-06-30 200; 2023-12-31 400; 2024-06-30 100", NULL, "25", "50", VERDICT_DIFFERS, NULL},
    };
    expect_all_claims(table, sizeof table / sizeof *table);
}

static void test_unchecked(void **state) {
    (void)state;
    static const struct claim_row table[] = {
        {"section 7, no target", CLAIM_ATTAINMENT, NULL, "2024-06-30 15", NULL, "50", "-",
         VERDICT_UNCHECKED, "target"},
        {"section 7.1, growth without a base lacks last year", CLAIM_OVER, "grow 10",
         "2024-06-30 15", NULL, "50", "-", VERDICT_UNCHECKED, "last_year"},
        {"section 3, done has no number", CLAIM_TIMES, "done", "2024-06-30 15", NULL, "2", "-",
         VERDICT_UNCHECKED, "target"},
        {"section 7, no figure", CLAIM_ATTAINMENT, "30", NULL, NULL, "50", "-", VERDICT_UNCHECKED,
         "actual"},
        {"section 7, no figure of that date", CLAIM_ATTAINMENT, "30", "2024-05-31 15", NULL, "50",
         "-", VERDICT_UNCHECKED, "actual"},
        {"section 7, no figure of last year", CLAIM_OF_LAST_YEAR, "30", "2024-06-30 15", NULL, "50",
         "-", VERDICT_UNCHECKED, "last_year"},
        {"section 4.3, a range is not last year's", CLAIM_OF_LAST_YEAR, NULL,
         "2023-06-30 200..210; 2024-06-30 100", NULL, "50", "-", VERDICT_UNCHECKED, "last_year"},
        {"section 7, no growth from nothing", CLAIM_GROWTH, NULL, "2023-06-30 0; 2024-06-30 190",
         NULL, "190", "-", VERDICT_UNCHECKED, "zero"},
        {"section 7, no whole", CLAIM_SHARE_OF, "30", "2024-06-30 15", NULL, "50", "-",
         VERDICT_UNCHECKED, "whole"},
        {"section 7, no whole of that date", CLAIM_SHARE_OF, "30", "2024-06-30 15", "2024-05-31 30",
         "50", "-", VERDICT_UNCHECKED, "whole"},
        {"section 7, nothing to divide by", CLAIM_ATTAINMENT, "0", "2024-06-30 15", NULL, "50", "-",
         VERDICT_UNCHECKED, "zero"},
    };
    expect_all_claims(table, sizeof table / sizeof *table);
}

/* One actual, two assigned targets: the claim names the one it means. */
static void test_whose_target(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *by;
        const char *computed;
        enum verdict verdict;
        const char *missing;
    } table[] = {
        {"section 7, the province's", "province", "50", VERDICT_AGREES, NULL},
        {"section 7, the district's", "district", "60", VERDICT_DIFFERS, NULL},
        {"section 7, no one's", NULL, "-", VERDICT_UNCHECKED, "ambiguous_target"},
        {"section 7, someone else's", "ward", "-", VERDICT_UNCHECKED, "target"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30",
                                               "2024-06-30 15"};
        struct situation s;
        situation_begin(&s, &setting);
        set_by(&s.book, 0, "province");
        set_by(&s.book, make_target(&s.book, s.org, s.indicator, 2024, "25"), "district");
        make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, "50")->by = table[i].by;
        situation_compare(&s, NULL);
        expect_claim(table[i].cites, &s.card, table[i].computed, table[i].verdict,
                     table[i].missing);
        situation_clear(&s);
    }
}

/* The year's target is meant where the other one covers a part of it. */
static void test_part_of_the_year(void **state) {
    (void)state;
    static const struct setting setting = {
        KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "range 10 15", "2024-06-30 15", NULL, "2024-H2"};
    struct situation s;
    situation_begin(&s, &setting);
    make_target(&s.book, s.org, s.indicator, 2024, "30");
    make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, "50");
    situation_compare(&s, NULL);
    expect_claim("section 7, the year's", &s.card, "50", VERDICT_AGREES, NULL);
    situation_clear(&s);
}

/* A figure in billions is a share of one in millions. */
static void test_units(void **state) {
    (void)state;
    static const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                           "2024-06-30 2"};
    static const char *const units[] = {"tỷ đồng", "triệu đồng"};
    struct situation s;
    situation_begin(&s, &setting);
    int32_t whole = make_indicator(&s.book, "whole", KIND_STOCK, BETTER_HIGHER);
    make_figures(&s.book, s.org, whole, "2024-06-30 8000");
    for (int32_t i = 0; i < 2; i++) {
        s.book.indicators[i].unit = unit_parse(&s.book.pool, units[i], strlen(units[i]));
    }
    make_claim(&s.book, s.indicator, CLAIM_SHARE_OF, "25");
    situation_compare(&s, NULL);
    expect_claim("section 4, units", &s.card, "25", VERDICT_AGREES, NULL);
    situation_clear(&s);
}

/* A claim of any entry, beside any targets. */
struct entry_row {
    const char *cites;
    const char *figures;
    const char *year_goal;  /* of the year, or NULL */
    const char *part_goal;  /* or NULL */
    const char *part;       /* its days, "2024-04-01 2024-06-30" */
    enum figure_kind entry; /* the claim's */
    const char *date;       /* its day */
    const char *period;     /* its month's first day, of an increment */
    const char *during;     /* the part that it names, or NULL */
    enum claim_kind kind;
    const char *printed;
    const char *computed;
    enum verdict verdict;
    const char *missing;
};

static struct window days(const char *text) {
    char first[16] = "";
    char last[16] = "";
    assert_int_equal(sscanf(text, "%15s %15s", first, last), 2);
    return (struct window){day(first), day(last)};
}

/* What a claim speaks of: its own entry, its own day, the part of the year that it means. */
static void test_entries(void **state) {
    (void)state;
#define Q2 "2024-04-01 2024-06-30"
#define JUNE "2024-06-01 2024-06-30"
    static const struct entry_row table[] = {
        {"section 7.2.1, an estimate means E", "2024-06-30 15; 2024-06-30 ~32", "30", NULL, NULL,
         FIGURE_ESTIMATE, "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "106.7", "320/3",
         VERDICT_AGREES, NULL},
        {"section 7.2.1, beside it the figure", "2024-06-30 15; 2024-06-30 ~32", "30", NULL, NULL,
         FIGURE_LEVEL, "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES,
         NULL},
        {"section 7.2.4, of an estimate B", "2023-12-31 25; 2024-06-30 ~32", NULL, NULL, NULL,
         FIGURE_ESTIMATE, "2024-06-30", NULL, NULL, CLAIM_GROWTH, "28", "28", VERDICT_AGREES, NULL},
        {"section 7.2.3, an estimate's target is the year's", "2024-06-30 ~32", "30", "10", Q2,
         FIGURE_ESTIMATE, "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "106.7", "320/3",
         VERDICT_AGREES, NULL},
        {"section 7.2.1, no estimate", "2024-06-30 15", "30", NULL, NULL, FIGURE_ESTIMATE,
         "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "50", "-", VERDICT_UNCHECKED, "actual"},
        {"section 7.2.1, a month means its increment", "2023-06 +4; 2024-06 +5", NULL, NULL, NULL,
         FIGURE_INCREMENT, "2024-06-30", JUNE, NULL, CLAIM_GROWTH, "25", "25", VERDICT_AGREES,
         NULL},
        {"section 7.2.3, the target for that month", "2024-05-31 12; 2024-06 +3", "30", "6", JUNE,
         FIGURE_INCREMENT, "2024-06-30", JUNE, NULL, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES,
         NULL},
        {"section 7.2.3, else the running total", "2024-05-31 12; 2024-06 +3", "30", NULL, NULL,
         FIGURE_INCREMENT, "2024-06-30", JUNE, NULL, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES,
         NULL},
        {"section 7.2.3, the part that holds the day", "2024-03-31 5; 2024-06-30 15", "30", "20",
         Q2, FIGURE_LEVEL, "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES,
         NULL},
        {"section 7.2.3, the part that is named", "2024-03-31 5; 2024-06-30 15", "30", "20", Q2,
         FIGURE_LEVEL, "2024-06-30", NULL, Q2, CLAIM_TIMES, "0.5", "0.5", VERDICT_AGREES, NULL},
        {"section 7.2.3, a part without a target", "2024-06-30 15", "30", NULL, NULL, FIGURE_LEVEL,
         "2024-06-30", NULL, Q2, CLAIM_ATTAINMENT, "50", "-", VERDICT_UNCHECKED, "target"},
        {"section 7.2.3, a part that is over", "2024-03-31 5; 2024-09-30 15", "30", "20", Q2,
         FIGURE_LEVEL, "2024-09-30", NULL, NULL, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES,
         NULL},
        {"section 7.2.3, the part that is named and over",
         "2024-03-31 5; 2024-06-30 15; 2024-09-30 20", "30", "20", Q2, FIGURE_LEVEL, "2024-09-30",
         NULL, Q2, CLAIM_ATTAINMENT, "50", "50", VERDICT_AGREES, NULL},
        {"section 7.2.1, without a figure what the row shows", "2024-05-31 12; 2024-06 +3", "30",
         NULL, NULL, FIGURE_LEVEL, "2024-06-30", NULL, NULL, CLAIM_ATTAINMENT, "50", "50",
         VERDICT_AGREES, NULL},
    };
#undef Q2
#undef JUNE
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, table[i].year_goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        if (table[i].part_goal != NULL) {
            int32_t t = make_target(&s.book, s.org, s.indicator, 2024, table[i].part_goal);
            struct target target = targets_get(&s.book.targets, t);
            target.during = days(table[i].part);
            set_target(&s.book, t, &target);
        }
        struct claim *claim = make_claim(&s.book, s.indicator, table[i].kind, table[i].printed);
        claim->entry = table[i].entry;
        claim->date = day(table[i].date);
        claim->period = table[i].period != NULL ? days(table[i].period) : claim->period;
        claim->during = table[i].during != NULL ? days(table[i].during) : claim->during;
        compare(&s.card, &s.book, 2024, "2024-12-31");
        expect_claim(table[i].cites, &s.card, table[i].computed, table[i].verdict,
                     table[i].missing);
        situation_clear(&s);
    }
}

/* Section 7.2.2: what was revised later does not make it false. */
static void test_own_day(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *revised;
        const char *known; /* the day from which the target is known, or NULL */
        const char *computed;
        enum verdict verdict;
        const char *missing;
    } table[] = {
        {"revised later", "2024-07-08", NULL, "50", VERDICT_AGREES, NULL},
        {"revised on that day", "2024-06-30", NULL, "60", VERDICT_DIFFERS, NULL},
        {"known later", "2024-07-08", "2024-07-01", "-", VERDICT_UNCHECKED, "target"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30",
                                               "2024-06-30 15; 2024-12-31 26"};
        struct situation s;
        situation_begin(&s, &setting);
        make_revision(&s.book, 0, table[i].revised, "25");
        if (table[i].known != NULL) {
            set_date(&s.book, 0, table[i].known);
        }
        make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, "50");
        situation_compare(&s, NULL);
        expect_claim(table[i].cites, &s.card, table[i].computed, table[i].verdict,
                     table[i].missing);
        situation_clear(&s);
    }
}

/* Section 7.2: the whole numbers with which a lone percentage would be printed so. */
static void test_wholes(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *known;
        bool divides; /* what is sought stands below */
        enum claim_kind kind;
        enum hedge hedge;
        const char *printed;
        const char *expected; /* "45 46", "-" none fits, "?" no answer */
    } table[] = {
        {"Lạng Sơn, 26 HTX", "26", true, CLAIM_ATTAINMENT, HEDGE_NONE, "65", "40 40"},
        {"Lạng Sơn, 28 HTX", "28", true, CLAIM_ATTAINMENT, HEDGE_NONE, "56", "50 50"},
        {"Yên Bái, 69 HTX", "69", true, CLAIM_ATTAINMENT, HEDGE_NONE, "115", "60 60"},
        {"Yên Bái, over", "69", true, CLAIM_OVER, HEDGE_NONE, "15", "60 60"},
        {"composed", "11", true, CLAIM_ATTAINMENT, HEDGE_NONE, "24", "45 46"},
        {"many", "11", true, CLAIM_ATTAINMENT, HEDGE_NONE, "3", "315 440"},
        {"no end of them", "11", true, CLAIM_ATTAINMENT, HEDGE_NONE, "1", "?"},
        {"none", "11", true, CLAIM_ATTAINMENT, HEDGE_NONE, "99.99", "-"},
        {"100 is 100 alone", "1000", true, CLAIM_ATTAINMENT, HEDGE_NONE, "100", "1000 1000"},
        {"99 is all below it", "1000", true, CLAIM_ATTAINMENT, HEDGE_NONE, "99", "1001 1015"},
        {"the half goes up", "199", true, CLAIM_ATTAINMENT, HEDGE_NONE, "50", "395 402"},
        {"times", "69", true, CLAIM_TIMES, HEDGE_NONE, "1.2", "56 60"},
        {"down", "69", true, CLAIM_GROWTH, HEDGE_NONE, "-10", "77 77"},
        {"about", "11", true, CLAIM_ATTAINMENT, HEDGE_ABOUT, "24", "44 47"},
        {"above says no more than that", "11", true, CLAIM_ATTAINMENT, HEDGE_MORE_THAN, "24", "?"},
        {"nearly", "11", true, CLAIM_ATTAINMENT, HEDGE_LESS_THAN, "24", "?"},
        {"below zero", "-11", true, CLAIM_ATTAINMENT, HEDGE_NONE, "24", "?"},
        {"of 0", "0", true, CLAIM_ATTAINMENT, HEDGE_NONE, "24", "?"},
        {"of a whole", "186", false, CLAIM_SHARE_OF, HEDGE_NONE, "24", "44 45"},
        {"of a whole, with a decimal", "186", false, CLAIM_SHARE_OF, HEDGE_NONE, "24.2", "45 45"},
        {"all of it", "186", false, CLAIM_SHARE_OF, HEDGE_NONE, "100", "186 186"},
        {"nearly all", "186", false, CLAIM_SHARE_OF, HEDGE_NONE, "99", "184 185"},
        {"larger than is counted", "900000000000000000", true, CLAIM_ATTAINMENT, HEDGE_NONE, "24",
         "?"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct claim claim = {
            .kind = table[i].kind, .hedge = table[i].hedge, .printed = printed(table[i].printed)};
        struct claim_check check = {.missing = table[i].divides ? "target" : NULL,
                                    .lone = ratio_decimal(printed(table[i].known))};
        struct wholes fit = {0, 0};
        char got[64] = "?";
        if (table[i].divides) {
            if (claim_wholes(&claim, &check, &fit)) {
                snprintf(got, sizeof got, "%lld %lld", (long long)fit.first, (long long)fit.last);
            }
        } else {
            struct lone lone = {
                .published = {ratio_decimal(claim.printed), claim.printed.scale, claim.hedge},
                .known = check.lone,
                .times = ratio_int(100),
                .less = ratio_int(0),
                .edges = {ratio_int(0), ratio_int(100)},
                .edges_count = 2};
            if (published_wholes(&lone, &fit)) {
                snprintf(got, sizeof got, "%lld %lld", (long long)fit.first, (long long)fit.last);
            }
        }
        bool none = fit.first > fit.last;
        if (strcmp(none ? "-" : got, table[i].expected) != 0) {
            fail_msg("%s: %s, not %s", table[i].cites, got, table[i].expected);
        }
    }
}

/* Section 7.1: a hedged claim agrees when its hedge is true. 48 of 69 is 69.57 %. */
static void test_hedges(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum hedge hedge;
        const char *printed;
        enum verdict verdict;
    } table[] = {
        {"nearly 70", HEDGE_LESS_THAN, "70", VERDICT_AGREES},
        {"nearly 69", HEDGE_LESS_THAN, "69", VERDICT_DIFFERS},
        {"above 69", HEDGE_MORE_THAN, "69", VERDICT_AGREES},
        {"above 70", HEDGE_MORE_THAN, "70", VERDICT_DIFFERS},
        {"about 70", HEDGE_ABOUT, "70", VERDICT_AGREES},
        {"about 69", HEDGE_ABOUT, "69", VERDICT_AGREES},
        {"about 71", HEDGE_ABOUT, "71", VERDICT_DIFFERS},
        {"about 69.5", HEDGE_ABOUT, "69.5", VERDICT_AGREES},
        {"about 69.7", HEDGE_ABOUT, "69.7", VERDICT_DIFFERS},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "69",
                                               "2024-06-30 48"};
        struct situation s;
        situation_begin(&s, &setting);
        make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, table[i].printed)->hedge =
            table[i].hedge;
        situation_compare(&s, NULL);
        expect_claim(table[i].cites, &s.card, "4800/69", table[i].verdict, NULL);
        situation_clear(&s);
    }
}

/* Section 7.2.6: a hidden indicator's claim is listed; what is partial is left unchecked. */
static void test_listed(void **state) {
    (void)state;
    static const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "30",
                                           "2024-06-30 15"};
    struct situation s;
    situation_begin(&s, &setting);
    s.book.indicators[s.indicator].show = false;
    make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, "50");
    compare(&s.card, &s.book, 2024, "2024-06-30");
    expect_claim("section 7.2.6, hidden", &s.card, "50", VERDICT_AGREES, NULL);
    situation_clear(&s);

    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t a = make_org(&book, "a");
    make_org(&book, "b");
    int32_t group = make_group(&book, "g", 2, "a b");
    int32_t o = make_indicator(&book, "o", KIND_STOCK, BETTER_HIGHER);
    int32_t t = make_indicator(&book, "t", KIND_STOCK, BETTER_HIGHER);
    make_figures(&book, a, t, "2024-06-30 100");
    make_figures(&book, group, o, "2024-06-30 50");
    make_claim(&book, o, CLAIM_SHARE_OF, "50")->org = group;
    compare(&card, &book, 2024, NULL);
    expect_claim("section 7.2.6, partial", &card, "-", VERDICT_UNCHECKED, "partial");
    scorecard_clear(&card);
    book_clear(&book);
}

/* Section 7.2.7: the headline of the organisation alone; of a group without goals its members'. */
static void test_headline(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *group_goal; /* of the group itself, or NULL */
        bool of_group;          /* the claim */
        const char *met;
        int of;
        enum verdict verdict;
        int met_computed;
        int of_computed;
    } table[] = {
        {"both agree", NULL, false, "1", 2, VERDICT_AGREES, 1, 2},
        {"met differs", NULL, false, "2", 2, VERDICT_DIFFERS, 1, 2},
        {"their number differs", NULL, false, "1", 3, VERDICT_DIFFERS, 1, 2},
        {"of the members", NULL, true, "2", 3, VERDICT_AGREES, 2, 3},
        {"of the group's own", "100", true, "0", 1, VERDICT_AGREES, 0, 1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t group = make_group(&book, "g", 2, "a b");
        int32_t x = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
        int32_t y = make_indicator(&book, "y", KIND_FLOW, BETTER_HIGHER);
        make_target(&book, a, x, 2024, "10");
        set_by(&book, make_target(&book, a, x, 2024, "20"), "tỉnh"); /* one goal, the worse */
        make_target(&book, a, y, 2024, "10");
        make_target(&book, b, x, 2024, "5");
        make_figures(&book, a, x, "2024-06-30 15; 2024-12-31 20");
        make_figures(&book, a, y, "2024-06-30 12");
        make_figures(&book, b, x, "2024-06-30 5");
        if (table[i].group_goal != NULL) {
            make_target(&book, group, x, 2024, table[i].group_goal);
        }
        struct claim *claim = make_claim(&book, NONE, CLAIM_HEADLINE, table[i].met);
        claim->org = table[i].of_group ? group : a;
        claim->printed_of = table[i].of;
        compare(&card, &book, 2024, "2024-12-31");
        expect_claim(table[i].cites, &card, NULL, table[i].verdict, NULL);
        expect_int(table[i].cites, "met", card.claims[0].met, table[i].met_computed);
        expect_int(table[i].cites, "goals", card.claims[0].of, table[i].of_computed);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* A claim beside a later figure is not known yet. */
static void test_later_claim(void **state) {
    (void)state;
    static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30",
                                           "2024-03-31 5; 2024-06-30 15"};
    struct situation s;
    situation_begin(&s, &setting);
    make_claim(&s.book, s.indicator, CLAIM_ATTAINMENT, "50");
    situation_compare(&s, "2024-06-29");
    assert_int_equal(arrlen(s.card.claims), 0);
    situation_clear(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attainment),       cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_unchecked),        cmocka_unit_test(test_whose_target),
        cmocka_unit_test(test_part_of_the_year), cmocka_unit_test(test_units),
        cmocka_unit_test(test_later_claim),      cmocka_unit_test(test_entries),
        cmocka_unit_test(test_own_day),          cmocka_unit_test(test_wholes),
        cmocka_unit_test(test_hedges),           cmocka_unit_test(test_listed),
        cmocka_unit_test(test_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
