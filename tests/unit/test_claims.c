/* SPDX-License-Identifier: MIT */
/* Published figures recomputed: docs/QUY-TAC.md, section 7. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
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
        {"section 7, 99.96 printed 100.0 is rounded", CLAIM_ATTAINMENT, "80", "2024-06-30 79.968",
         NULL, "100.0", "99.96", VERDICT_AGREES, NULL},
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
        {"section 4, the lower end of last year's", CLAIM_OF_LAST_YEAR, NULL,
         "2023-06-30 200..210; 2024-06-30 100", NULL, "50", "50", VERDICT_AGREES, NULL},
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
        {"section 7, growth without a base", CLAIM_OVER, "grow 10", "2024-06-30 15", NULL, "50",
         "-", VERDICT_UNCHECKED, "target"},
        {"section 7, within: no bound decides", CLAIM_TIMES, "within 4 6", "2024-06-30 15", NULL,
         "2", "-", VERDICT_UNCHECKED, "target"},
        {"section 7, no figure", CLAIM_ATTAINMENT, "30", NULL, NULL, "50", "-", VERDICT_UNCHECKED,
         "actual"},
        {"section 7, no figure of that date", CLAIM_ATTAINMENT, "30", "2024-05-31 15", NULL, "50",
         "-", VERDICT_UNCHECKED, "actual"},
        {"section 7, no figure of last year", CLAIM_OF_LAST_YEAR, "30", "2024-06-30 15", NULL, "50",
         "-", VERDICT_UNCHECKED, "last_year"},
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
        cmocka_unit_test(test_later_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
