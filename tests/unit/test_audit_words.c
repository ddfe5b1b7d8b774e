/* SPDX-License-Identifier: MIT */
/* What is said of figures against each other, and a stock against its flows: docs/QUY-TAC.md,
 * sections 2 to 4. Where figures are intervals it shows which end was taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit.h"
#include "book_maker.h"
#include "finding.h"
#include "mem.h"

static void expect_nothing(const char *cites, const struct book *book) {
    struct findings findings = {0};
    audit_book(book, 1, &findings);
    expect_int(cites, "findings", (int)arrlen(findings.items), 0);
    findings_clear(&findings);
}

/* The words of the one finding. */
static void expect_words(const char *cites, const struct book *book, const char *const words[]) {
    struct findings findings = {0};
    audit_book(book, 1, &findings);
    expect_int(cites, "findings", (int)arrlen(findings.items), 1);
    for (int i = 0; i < FINDING_WORDS && words[i] != NULL; i++) {
        assert_string_equal(findings.items[0].words[i], words[i]);
    }
    findings_clear(&findings);
}

/* What is said of intervals: the end that is to blame, else the lower one. */
static void test_words(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        const char *goal;
        const char *figures;
        const char *words[FINDING_WORDS];
    } table[] = {
        {"a total falls",
         KIND_FLOW,
         NULL,
         "2024-03-31 9..10; 2024-06-30 7..8.9",
         {"7", "9", "2024-03-31"}},
        {"in full", KIND_SHARE, NULL, "2024-06-30 100.0000001", {"100.0000001", "x"}},
        {"a share below", KIND_SHARE, NULL, "2024-06-30 -5..50", {"-5", "x"}},
        {"a share above", KIND_SHARE, NULL, "2024-06-30 90..101", {"101", "x"}},
        {"a share from 0", KIND_SHARE, NULL, "2024-06-30 0..101", {"101", "x"}},
        {"a share below and above", KIND_SHARE, NULL, "2024-06-30 -3..-1", {"-3", "x"}},
        {"history",
         KIND_STOCK,
         NULL,
         "2023-12-31 1..3; 2024-06-30 1000..4000",
         {"1000", "1", "2023-12-31"}},
        {"target", KIND_STOCK, "60", "2024-06-30 60000..200000", {"60000", "60"}},
        {"increments", KIND_FLOW, NULL, "2024-01 +5..6; 2024-01-31 2..4", {"5", "2", "2024-01-31"}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, table[i].goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        expect_words(table[i].cites, &s.book, table[i].words);
        situation_clear(&s);
    }
}

/* ---- a stock and its flows ---- */

/* The stock x, what came in p, what went out q; no word: nothing is found. */
static void test_balance(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *stock;
        const char *plus; /* NULL: not part of the balance */
        const char *minus;
        const char *words[FINDING_WORDS];
    } table[] = {
        {"all agree", "2023-12-31 100; 2024-12-31 115", "2024-12-31 20", "2024-12-31 5", {NULL}},
        {"too many",
         "2023-12-31 100; 2024-12-31 116",
         "2024-12-31 20",
         "2024-12-31 5",
         {"116", "115", "100 + 20 - 5"}},
        {"too few",
         "2023-12-31 100; 2024-12-31 114",
         "2024-12-31 20",
         "2024-12-31 5",
         {"114", "115", "100 + 20 - 5"}},
        {"only what came in",
         "2023-12-31 100; 2024-12-31 115",
         "2024-12-31 20",
         NULL,
         {"115", "120", "100 + 20 - 0"}},
        {"only what went out",
         "2023-12-31 100; 2024-12-31 115",
         NULL,
         "2024-12-31 5",
         {"115", "95", "100 + 0 - 5"}},
        {"the interval holds it at its lower end",
         "2023-12-31 100; 2024-12-31 115..120",
         "2024-12-31 20",
         "2024-12-31 5",
         {NULL}},
        {"the interval holds it at its upper end",
         "2023-12-31 100; 2024-12-31 110..115",
         "2024-12-31 20",
         "2024-12-31 5",
         {NULL}},
        {"the interval lies below",
         "2023-12-31 100; 2024-12-31 110..114",
         "2024-12-31 20",
         "2024-12-31 5",
         {"110", "115"}},
        {"the interval lies above",
         "2023-12-31 100; 2024-12-31 116..120",
         "2024-12-31 20",
         "2024-12-31 5",
         {"116", "115"}},
        {"a flow of another day",
         "2023-12-31 100; 2024-12-31 90",
         "2024-11-30 20",
         "2024-12-31 5",
         {NULL}},
        {"a loss not known", "2023-12-31 100; 2024-12-31 90", "2024-12-31 20", "", {NULL}},
        {"a flow's interval",
         "2023-12-31 100; 2024-12-31 90",
         "2024-12-31 20..21",
         "2024-12-31 5",
         {NULL}},
        {"a loss's interval",
         "2023-12-31 100; 2024-12-31 90",
         "2024-12-31 20",
         "2024-12-31 5..6",
         {NULL}},
        {"no opening", "2024-12-31 90", "2024-12-31 20", "2024-12-31 5", {NULL}},
        {"an opening's interval",
         "2023-12-31 100..101; 2024-12-31 90",
         "2024-12-31 20",
         "2024-12-31 5",
         {NULL}},
        {"an estimate beside the flows of its day",
         "2023-12-31 100; 2024-12-31 ~90",
         "2024-12-31 20",
         "2024-12-31 5",
         {NULL}},
        {"section 8, P8, an estimate beside theirs",
         "2023-12-31 100; 2024-09-30 ~90",
         "2024-09-30 ~20",
         "2024-09-30 ~5",
         {"90", "115", "100 + 20 - 5"}},
        {"an estimate that they make",
         "2023-12-31 100; 2024-09-30 ~115",
         "2024-09-30 ~20",
         "2024-09-30 ~5",
         {NULL}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting stock = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                      table[i].stock};
        situation_begin(&s, &stock);
        int32_t plus = make_indicator(&s.book, "p", KIND_FLOW, BETTER_HIGHER);
        int32_t minus = make_indicator(&s.book, "q", KIND_FLOW, BETTER_HIGHER);
        struct indicator *what = &s.book.indicators[s.indicator];
        what->balance_plus = table[i].plus != NULL ? plus : NONE;
        what->balance_minus = table[i].minus != NULL ? minus : NONE;
        make_figures(&s.book, s.org, plus, table[i].plus);
        if (table[i].minus != NULL && table[i].minus[0] != '\0') {
            make_figures(&s.book, s.org, minus, table[i].minus);
        }
        if (table[i].words[0] != NULL) {
            expect_words(table[i].cites, &s.book, table[i].words);
        } else {
            expect_nothing(table[i].cites, &s.book);
        }
        situation_clear(&s);
    }
}

/* A part above its whole's upper end. */
static void test_part(void **state) {
    (void)state;
    static const char *const words[FINDING_WORDS] = {"16", "15", "x"};
    struct situation s;
    static const struct setting whole = {.kind = KIND_STOCK, .figures = "2024-06-30 10..15"};
    situation_begin(&s, &whole);
    int32_t part = make_indicator(&s.book, "p", KIND_STOCK, BETTER_HIGHER);
    s.book.indicators[part].part_of = s.indicator;
    make_figures(&s.book, s.org, part, "2024-06-30 16");
    expect_words("section 3", &s.book, words);
    situation_clear(&s);
}

/* A group of one; what is said of intervals; a rule other than the sum. */
static void test_one_member(void **state) {
    (void)state;
    static const char *const words[FINDING_WORDS] = {"30", "35"};
    struct book book;
    make_book(&book);
    int32_t a = make_org(&book, "a");
    int32_t group = make_group(&book, "g", 1, "a");
    int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
    make_figures(&book, group, x, "2024-06-30 35..36");
    make_figures(&book, a, x, "2024-06-30 30..32");
    expect_words("section 3", &book, words);
    book.indicators[x].rollup = ROLLUP_MAX;
    expect_nothing("section 2, the largest", &book);
    book_clear(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_one_member),
        cmocka_unit_test(test_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
