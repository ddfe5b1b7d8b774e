/* SPDX-License-Identifier: MIT */
/* Groups: docs/QUY-TAC.md, sections 2, 3 and 6. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"
#include "words.h"

enum { MEMBERS = 3, CELL = 64 };

static const char june[] = "2024-06-30";
static const char december[] = "2024-12-31";

/* A group g of a, b and c, and what it measures: x, with two indicators to weigh or divide by. */
struct alliance {
    struct book book;
    struct scorecard card;
    int32_t member[MEMBERS];
    int32_t group;
    int32_t x;
    int32_t of;
    int32_t to;
};

static const char *const names[MEMBERS] = {"a", "b", "c"};

static void alliance_begin(struct alliance *all, enum indicator_kind kind, enum better better,
                           int total) {
    *all = (struct alliance){0};
    make_book(&all->book);
    for (int i = 0; i < MEMBERS; i++) {
        all->member[i] = make_org(&all->book, names[i]);
    }
    all->group = make_group(&all->book, "g", total, "a b c");
    all->x = make_indicator(&all->book, "x", kind, better);
    all->of = make_indicator(&all->book, "of", KIND_STOCK, BETTER_HIGHER);
    all->to = make_indicator(&all->book, "to", KIND_STOCK, BETTER_HIGHER);
    all->book.indicators[all->of].show = false;
    all->book.indicators[all->to].show = false;
}

/* Takes the next cell of "10 | - | 30"; "-" is an empty one. */
static const char *next_cell(const char *at, char cell[CELL]) {
    size_t n = strcspn(at, "|");
    const char *rest = at[n] == '|' ? at + n + 1 : at + n;
    at += strspn(at, " ");
    n = strcspn(at, "|");
    while (n > 0 && at[n - 1] == ' ') {
        n--;
    }
    snprintf(cell, CELL, "%.*s", (int)n, at);
    if (strcmp(cell, "-") == 0) {
        cell[0] = '\0';
    }
    return rest;
}

/* Figures of a, b and c: "10 | 20 | 2024-03-31 30"; a figure without a date stands on `date`. */
static void give(struct alliance *all, int32_t indicator, const char *date, const char *cells) {
    for (int i = 0; i < MEMBERS && cells != NULL; i++) {
        char cell[CELL];
        char dated[CELL + DATE_TEXT];
        cells = next_cell(cells, cell);
        snprintf(dated, sizeof dated, "%s %s", date, cell);
        if (cell[0] != '\0') {
            make_figures(&all->book, all->member[i], indicator,
                         strchr(cell, ' ') != NULL ? cell : dated);
        }
    }
}

static void alliance_clear(struct alliance *all) {
    scorecard_clear(&all->card);
    book_clear(&all->book);
}

static void test_rules(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum rollup rule;
        const char *values;
        const char *of;  /* numerators of a ratio, or weights */
        const char *to;  /* denominators */
        const char *low; /* NULL: refused, or nothing known */
        int reporting;
        const char *missing;
    } table[] = {
        {"section 2, sum of a flow", KIND_FLOW, ROLLUP_DEFAULT, "10 | 20 | 30", NULL, NULL, "60", 3,
         ""},
        {"section 2, sum of a stock", KIND_STOCK, ROLLUP_DEFAULT, "1 | 0 | 3", NULL, NULL, "4", 3,
         ""},
        {"section 6.2, one is late", KIND_FLOW, ROLLUP_DEFAULT, "10 | 20 | 2024-03-31 30", NULL,
         NULL, "30", 2, "c@2024-03-31"},
        {"section 6.2, one is a little older", KIND_FLOW, ROLLUP_DEFAULT, "10 | 20 | 2024-06-10 30",
         NULL, NULL, "60", 3, ""},
        {"section 6, one has none", KIND_FLOW, ROLLUP_DEFAULT, "10 | - | 30", NULL, NULL, "40", 2,
         "b"},
        {"section 6.2, one is ahead of the others", KIND_STOCK, ROLLUP_DEFAULT,
         "2024-06-30 10; 2024-07-31 11 | 20 | 30", NULL, NULL, "60", 3, ""},
        {"section 6, no one has any", KIND_FLOW, ROLLUP_DEFAULT, NULL, NULL, NULL, NULL, 0,
         "a b c"},
        {"section 2, weighted mean", KIND_AVERAGE, ROLLUP_DEFAULT, "10 | 20 | 40", "1 | 2 | 1",
         NULL, "22.5", 3, ""},
        {"section 6, one without a weight: refused", KIND_AVERAGE, ROLLUP_DEFAULT, "10 | 20 | 40",
         "1 | - | 1", NULL, NULL, 3, ""},
        {"section 6, a weight that is a range: refused", KIND_AVERAGE, ROLLUP_DEFAULT,
         "10 | 20 | 40", "1 | 1..2 | 1", NULL, NULL, 3, ""},
        {"section 6, a weight below 0: refused", KIND_AVERAGE, ROLLUP_DEFAULT, "10 | 20 | 40",
         "1 | -1 | 1", NULL, NULL, 3, ""},
        {"section 6.3, the last weight by the figure's day", KIND_AVERAGE, ROLLUP_DEFAULT,
         "10 | 20 | 40", "1 | 2024-03-31 2; 2024-07-31 9 | 1", NULL, "22.5", 3, ""},
        {"section 6, weights of nothing", KIND_AVERAGE, ROLLUP_DEFAULT, "10 | 20 | 40", "0 | 0 | 0",
         NULL, NULL, 3, ""},
        {"section 2, ratio of the sums", KIND_SHARE, ROLLUP_DEFAULT, NULL, "1 | 2 | 3",
         "2 | 8 | 10", "30", 3, ""},
        {"section 6, a share without its parts", KIND_SHARE, ROLLUP_DEFAULT, "- | 25 | -",
         "1 | - | 3", "2 | - | 6", "50", 2, "b"},
        {"section 6, parts on two dates", KIND_SHARE, ROLLUP_DEFAULT, NULL, "1 | 2 | 3",
         "2 | 2024-05-31 9 | 6", "50", 2, "b"},
        {"section 6, rates are refused", KIND_RATE, ROLLUP_DEFAULT, "1 | 2 | 3", NULL, NULL, NULL,
         3, ""},
        {"section 6.3, the number of yes", KIND_DONE, ROLLUP_DEFAULT, "1 | 0 | 1", NULL, NULL, "2",
         3, ""},
        {"section 6.3, all yes", KIND_DONE, ROLLUP_DEFAULT, "1 | 1 | 1", NULL, NULL, "3", 3, ""},
        {"section 6.3, no yes", KIND_DONE, ROLLUP_DEFAULT, "0 | 0 | 0", NULL, NULL, "0", 3, ""},
        {"format, max", KIND_RATE, ROLLUP_MAX, "-3 | -1 | -2", NULL, NULL, "-1", 3, ""},
        {"format, min", KIND_AVERAGE, ROLLUP_MIN, "3 | 1 | 2", NULL, NULL, "1", 3, ""},
        {"format, last", KIND_STOCK, ROLLUP_LAST, "2024-03-31 3 | 1 | 2024-05-31 2", NULL, NULL,
         "1", 1, "a@2024-03-31 c@2024-05-31"},
        {"section 6, the latest of those counted", KIND_STOCK, ROLLUP_LAST,
         "2024-06-20 3 | 1 | 2024-06-25 2", NULL, NULL, "1", 3, ""},
        {"section 6, two of the latest day: refused", KIND_STOCK, ROLLUP_LAST, "3 | 1 | 2", NULL,
         NULL, NULL, 3, ""},
        {"section 6, none: refused", KIND_FLOW, ROLLUP_NONE, "1 | 2 | 3", NULL, NULL, NULL, 3, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct alliance all;
        alliance_begin(&all, table[i].kind, BETTER_HIGHER, MEMBERS);
        struct indicator *x = &all.book.indicators[all.x];
        x->rollup = table[i].rule;
        x->weight = table[i].kind == KIND_AVERAGE ? all.of : NONE;
        x->ratio_of = table[i].kind == KIND_SHARE ? all.of : NONE;
        x->ratio_to = table[i].kind == KIND_SHARE ? all.to : NONE;
        make_target(&all.book, all.group, all.x, 2024,
                    table[i].kind == KIND_DONE ? "done" : "1000");
        give(&all, all.x, june, table[i].values);
        give(&all, all.of, june, table[i].of);
        give(&all, all.to, june, table[i].to);
        compare(&all.card, &all.book, 2024, NULL);
        const struct row *row = row_of(&all.card, all.group, all.x, 0);
        expect_int(table[i].cites, "reported", row->has_actual, table[i].low != NULL);
        expect_int(table[i].cites, "k", row->members_reporting, table[i].reporting);
        expect_absent(table[i].cites, &all.book, row, table[i].missing);
        if (table[i].low != NULL) {
            expect_ratio(table[i].cites, "A", row->low, table[i].low);
            expect_int(table[i].cites, "n", row->members_total, MEMBERS);
            expect_int(table[i].cites, "partial", row->partial != PARTIAL_NOT,
                       table[i].reporting < MEMBERS);
        }
        alliance_clear(&all);
    }
}

/* Section 2: averages need weights, shares need both parts. */
static void test_refused(void **state) {
    (void)state;
    static const enum indicator_kind kinds[] = {KIND_AVERAGE, KIND_SHARE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct alliance all;
        alliance_begin(&all, kinds[i], BETTER_HIGHER, MEMBERS);
        make_target(&all.book, all.group, all.x, 2024, "1");
        give(&all, all.x, june, "1 | 2 | 3");
        compare(&all.card, &all.book, 2024, NULL);
        const struct row *row = row_of(&all.card, all.group, all.x, 0);
        expect_status("section 2, refused", row->status, STATUS_NO_REPORT);
        expect_int("section 6, refused", "reported", row->has_actual, false);
        alliance_clear(&all);
    }
}

/* Section 6: why there is no figure, and by whom. */
static void test_why_refused(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum rollup rule;
        bool parts; /* weight, or numerator and denominator, are declared */
        const char *values;
        const char *of; /* weights, or numerators */
        const char *to;
        enum refusal why;
        int by; /* which member, or NONE */
    } table[] = {
        {"a rate", KIND_RATE, ROLLUP_DEFAULT, false, "1 | 2 | 3", NULL, NULL, REFUSAL_RULE, NONE},
        {"a mean without a weight", KIND_AVERAGE, ROLLUP_DEFAULT, false, "1 | 2 | 3", NULL, NULL,
         REFUSAL_NO_WEIGHT, NONE},
        {"a share without its parts", KIND_SHARE, ROLLUP_DEFAULT, false, "1 | 2 | 3", NULL, NULL,
         REFUSAL_NO_WEIGHT, NONE},
        {"nobody has a figure", KIND_RATE, ROLLUP_DEFAULT, false, NULL, NULL, NULL, REFUSAL_NOT,
         NONE},
        {"a weight that is missing", KIND_AVERAGE, ROLLUP_DEFAULT, true, "1 | 2 | 3", "1 | - | 1",
         NULL, REFUSAL_WEIGHT, 1},
        {"a weight that is a range", KIND_AVERAGE, ROLLUP_DEFAULT, true, "1 | 2 | 3",
         "1 | 1 | 1..2", NULL, REFUSAL_WEIGHT, 2},
        {"weights of nothing", KIND_AVERAGE, ROLLUP_DEFAULT, true, "1 | 2 | 3", "0 | 0 | 0", NULL,
         REFUSAL_DENOMINATOR, NONE},
        {"denominators of nothing", KIND_SHARE, ROLLUP_DEFAULT, true, NULL, "0 | 0 | 0",
         "0 | 0 | 0", REFUSAL_DENOMINATOR, NONE},
        {"two of the latest day", KIND_STOCK, ROLLUP_LAST, false, "1 | 2 | 2024-06-20 3", NULL,
         NULL, REFUSAL_SAME_DAY, NONE},
        {"a weight of one that is not counted", KIND_AVERAGE, ROLLUP_DEFAULT, true,
         "1 | 2 | 2024-03-31 3", "1 | 1 | -", NULL, REFUSAL_NOT, NONE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct alliance all;
        struct ledger ledger;
        alliance_begin(&all, table[i].kind, BETTER_HIGHER, MEMBERS);
        struct indicator *x = &all.book.indicators[all.x];
        x->rollup = table[i].rule;
        x->weight = table[i].parts && table[i].kind == KIND_AVERAGE ? all.of : NONE;
        x->ratio_of = table[i].parts && table[i].kind == KIND_SHARE ? all.of : NONE;
        x->ratio_to = table[i].parts && table[i].kind == KIND_SHARE ? all.to : NONE;
        give(&all, all.x, june, table[i].values);
        give(&all, all.of, june, table[i].of);
        give(&all, all.to, june, table[i].to);
        ledger_init(&ledger, &all.book);
        struct reading r =
            rollup_read(&ledger, all.group, all.x, 2024, window_of_year(2024), day(december));
        expect_int(table[i].cites, "why", (int)r.refused, (int)table[i].why);
        expect_int(table[i].cites, "by", r.refused_by,
                   table[i].by != NONE ? all.member[table[i].by] : NONE);
        expect_int(table[i].cites, "known", r.known,
                   table[i].why == REFUSAL_NOT && table[i].values != NULL);
        reading_clear(&r);
        ledger_clear(&ledger);
        alliance_clear(&all);
    }
}

/* Section 6.4: what is missing in a sum can only add; everything else needs the whole. */
static void test_partial(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum better better;
        int total;
        const char *goal;
        const char *date;
        const char *values;
        bool partial;
        enum status status;
    } table[] = {
        {"section 6, all of them, missed", KIND_FLOW, BETTER_HIGHER, 3, "60", december,
         "10 | 20 | 29", false, STATUS_MISSED},
        {"section 6.4, a floor not reached", KIND_FLOW, BETTER_HIGHER, 3, "60", december,
         "10 | 20 | -", true, STATUS_INCOMPLETE},
        {"section 6.4, a floor reached", KIND_FLOW, BETTER_HIGHER, 3, "60", december, "30 | 30 | -",
         true, STATUS_MET},
        {"section 6.4, and exceeded, the year running", KIND_FLOW, BETTER_HIGHER, 3, "10", june,
         "12 | - | -", true, STATUS_EXCEEDED},
        {"section 6.4, members that are not named", KIND_FLOW, BETTER_HIGHER, 7, "60", december,
         "10 | 20 | 29", true, STATUS_INCOMPLETE},
        {"section 6.4, a level", KIND_STOCK, BETTER_HIGHER, 3, "60", december, "10 | 20 | -", true,
         STATUS_INCOMPLETE},
        {"section 6.4, a ceiling passed", KIND_FLOW, BETTER_LOWER, 3, "12", june, "10 | 20 | -",
         true, STATUS_MISSED},
        {"section 6.4, a ceiling not passed", KIND_FLOW, BETTER_LOWER, 3, "40", december,
         "10 | 20 | -", true, STATUS_INCOMPLETE},
        {"section 6.4, a figure below 0", KIND_STOCK, BETTER_HIGHER, 3, "10", december,
         "-10 | 20 | -", true, STATUS_INCOMPLETE},
        {"section 6.4, on its way", KIND_FLOW, BETTER_HIGHER, 3, "60", june, "10 | 20 | -", true,
         STATUS_INCOMPLETE},
        {"section 6.4, exactly", KIND_STOCK, BETTER_HIGHER, 3, "exactly 30", december,
         "10 | 20 | -", true, STATUS_INCOMPLETE},
        {"section 2, not all yes", KIND_DONE, BETTER_HIGHER, 3, "done", december, "1 | 0 | 1",
         false, STATUS_MISSED},
        {"section 2, all yes", KIND_DONE, BETTER_HIGHER, 3, "done", december, "1 | 1 | 1", false,
         STATUS_MET},
        {"section 2, all yes that are named", KIND_DONE, BETTER_HIGHER, 7, "done", december,
         "1 | 1 | 1", true, STATUS_INCOMPLETE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct alliance all;
        alliance_begin(&all, table[i].kind, table[i].better, table[i].total);
        make_target(&all.book, all.group, all.x, 2024, table[i].goal);
        give(&all, all.x, table[i].date, table[i].values);
        compare(&all.card, &all.book, 2024, NULL);
        const struct row *row = row_of(&all.card, all.group, all.x, 0);
        expect_int(table[i].cites, "partial", row->partial != PARTIAL_NOT, table[i].partial);
        expect_status(table[i].cites, row->status, table[i].status);
        alliance_clear(&all);
    }
}

/* A group of g (a, b, c) and d; x is a sum or, with parts, a share. */
static void test_groups_of_groups(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *of;
        const char *to;
        const char *low;
        int reporting;
        const char *missing;
    } table[] = {
        {"section 6, all", "1 | 2 | 3", "4 | 4 | 4", "50", 2, ""},
        {"section 6, b named through g", "1 | - | 3", "4 | - | 4", "50", 2, "b"},
        {"section 6.3, of those that have both", "1 | - | 3", "4 | 4 | 4", "50", 2, "b"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct alliance all;
        alliance_begin(&all, KIND_SHARE, BETTER_HIGHER, MEMBERS);
        all.book.indicators[all.x].ratio_of = all.of;
        all.book.indicators[all.x].ratio_to = all.to;
        int32_t d = make_org(&all.book, "d");
        int32_t top = make_group(&all.book, "top", 2, "g d");
        make_target(&all.book, top, all.x, 2024, "60");
        give(&all, all.of, june, table[i].of);
        give(&all, all.to, june, table[i].to);
        make_figures(&all.book, d, all.of, "2024-06-30 4");
        make_figures(&all.book, d, all.to, "2024-06-30 8");
        compare(&all.card, &all.book, 2024, NULL);
        const struct row *row = row_of(&all.card, top, all.x, 0);
        expect_ratio(table[i].cites, "A", row->low, table[i].low);
        expect_int(table[i].cites, "k", row->members_reporting, table[i].reporting);
        expect_int(table[i].cites, "partial", row->partial != PARTIAL_NOT,
                   table[i].missing[0] != '\0');
        expect_int(table[i].cites, "missing", (int)arrlen(row->absent.missing),
                   table[i].missing[0] != '\0');
        if (arrlen(row->absent.missing) > 0) {
            assert_string_equal(all.book.orgs[row->absent.missing[0]].id, table[i].missing);
        }
        alliance_clear(&all);
    }
}

/* A group's figure is its own where it reports one, and stands on the part of the year asked. */
static void test_group_figures(void **state) {
    (void)state;
    struct alliance all;
    alliance_begin(&all, KIND_FLOW, BETTER_HIGHER, MEMBERS);
    make_target(&all.book, all.group, all.x, 2024, "60");
    int32_t half = make_target(&all.book, all.group, all.x, 2024, "12");
    set_during(&all.book, half, "2024-07-01", "2024-12-31");
    give(&all, all.x, june, "10 | 20 | 30");
    for (int i = 0; i < MEMBERS; i++) {
        make_figures(&all.book, all.member[i], all.x, "2024-07 +2");
    }
    compare(&all.card, &all.book, 2024, NULL);
    expect_ratio("section 3, the year", "A", row_of(&all.card, all.group, all.x, 0)->low, "66");
    expect_ratio("section 3, the part", "A", row_of(&all.card, all.group, all.x, 1)->low, "6");
    scorecard_clear(&all.card);
    make_figures(&all.book, all.group, all.x, "2024-06-30 70");
    compare(&all.card, &all.book, 2024, NULL);
    const struct row *row = row_of(&all.card, all.group, all.x, 0);
    expect_ratio("section 6.3, its members' is newer and complete", "A", row->low, "66");
    scorecard_clear(&all.card);
    make_figures(&all.book, all.group, all.x, "2024-07-31 71");
    compare(&all.card, &all.book, 2024, NULL);
    row = row_of(&all.card, all.group, all.x, 0);
    expect_ratio("section 6.3, its own figure is used", "A", row->low, "71");
    assert_false(row->rolled_up);
    scorecard_clear(&all.card);
    make_figures(&all.book, all.member[0], all.x, "2024-09-30 40");
    compare(&all.card, &all.book, 2024, NULL);
    row = row_of(&all.card, all.group, all.x, 0);
    expect_ratio("section 6.3, its members' is newer, not complete", "A", row->low, "71");
    alliance_clear(&all);
}

/* ---- the same target for every member ---- */

static void test_each_member(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        int total;
        const char *goal;
        const char *date;
        const char *values;
        const char *members; /* their statuses */
        enum status group;
        int met;
        const char *together; /* n times the target, or NULL */
        const char *missing;
    } table[] = {
        {"section 3, one missed", KIND_FLOW, 3, "20", december, "20 | 25 | 19",
         "met | exceeded | missed", STATUS_MISSED, 2, "60", ""},
        {"section 3, all n", KIND_FLOW, 3, "20", december, "20 | 25 | 20", "met | exceeded | met",
         STATUS_MET, 3, "60", ""},
        {"section 6, one not reported", KIND_FLOW, 3, "20", december, "20 | 25 | -",
         "met | exceeded | no_report", STATUS_INCOMPLETE, 2, "60", "c"},
        {"section 3.4, one missed, one silent", KIND_FLOW, 3, "20", december, "20 | 5 | -",
         "met | missed | no_report", STATUS_MISSED, 1, "60", "c"},
        {"section 3, not all are named", KIND_STOCK, 7, "20", december, "20 | 20 | 20",
         "met | met | met", STATUS_INCOMPLETE, 3, "140", ""},
        {"section 3, no one has reported", KIND_FLOW, 7, "20", december, "- | - | -",
         "no_report | no_report | no_report", STATUS_NO_REPORT, 0, "140", "a b c"},
        {"section 3, on the way", KIND_FLOW, 3, "20", june, "10 | 9 | 3",
         "on_track | slipping | behind", STATUS_BEHIND, 0, "60", ""},
        {"section 6, all exceeded, one not reported", KIND_FLOW, 3, "20", december, "25 | 25 | -",
         "exceeded | exceeded | no_report", STATUS_INCOMPLETE, 2, "60", "c"},
        {"section 3, growth over the member's own base", KIND_STOCK, 3, "grow 10", december,
         "2023-12-31 100; 2024-12-31 110 | 2023-12-31 50; 2024-12-31 60 | "
         "2023-12-31 10; 2024-12-31 10",
         "met | exceeded | missed", STATUS_MISSED, 2, NULL, ""},
        {"section 3, a member without a base does not meet it", KIND_STOCK, 3, "grow 10", december,
         "2023-12-31 100; 2024-12-31 110 | 2023-12-31 50; 2024-12-31 60 | 10",
         "met | exceeded | no_baseline", STATUS_NO_BASELINE, 2, NULL, ""},
        {"section 3, done by each", KIND_DONE, 3, "done", june, "1 | 1 | 1", "met | met | met",
         STATUS_MET, 3, NULL, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *cites = table[i].cites;
        struct alliance all;
        alliance_begin(&all, table[i].kind, BETTER_HIGHER, table[i].total);
        set_each_member(&all.book, make_target(&all.book, all.group, all.x, 2024, table[i].goal),
                        true);
        give(&all, all.x, table[i].date, table[i].values);
        compare(&all.card, &all.book, 2024, december);
        const char *cells = table[i].members;
        for (int m = 0; m < MEMBERS; m++) {
            char cell[CELL];
            cells = next_cell(cells, cell);
            const struct row *row = row_of(&all.card, all.member[m], all.x, 0);
            assert_string_equal(status_key(row->status), cell);
            expect_int(cites, "assigner", row->assigner, all.group);
        }
        const struct row *row = row_of(&all.card, all.group, all.x, 0);
        expect_status(cites, row->status, table[i].group);
        expect_int(cites, "members met", row->members_met, table[i].met);
        expect_int(cites, "n", row->members_total, table[i].total);
        expect_absent(cites, &all.book, row, table[i].missing);
        if (table[i].together != NULL) {
            expect_ratio(cites, "n x T", row_decides(row), table[i].together);
        }
        expect_int("section 5, the group's goal stands for its members'", "goals", all.card.goals,
                   1);
        alliance_clear(&all);
    }
}

/* Section 3.4: n times the target is printed, as revised and as first assigned. */
static void test_each_member_revised(void **state) {
    (void)state;
    struct alliance all;
    alliance_begin(&all, KIND_FLOW, BETTER_HIGHER, MEMBERS);
    int32_t target = make_target(&all.book, all.group, all.x, 2024, "20");
    set_each_member(&all.book, target, true);
    make_revision(&all.book, target, "2024-06-30", "10");
    give(&all, all.x, june, "10 | 10 | 10");
    compare(&all.card, &all.book, 2024, NULL);
    const struct row *row = row_of(&all.card, all.group, all.x, 0);
    expect_quantity("section 3.4, no percentage", "attainment", row->is[M_ATTAINMENT],
                    "each_member");
    expect_quantity("section 3.4, each member", "n x T", row->is[M_STATED], "30");
    expect_quantity("section 3.4, each member", "at first", row->is[M_STATED_FIRST], "60");
    alliance_clear(&all);
}

/* A member's interval on both sides of the target: the member is uncertain, the group is judged by
 * its members and says which, not by the ends of the sum. */
static void test_each_member_uncertain(void **state) {
    (void)state;
    struct alliance all;
    alliance_begin(&all, KIND_STOCK, BETTER_HIGHER, MEMBERS);
    set_each_member(&all.book, make_target(&all.book, all.group, all.x, 2024, "20"), true);
    give(&all, all.x, december, "18..22 | 20 | 20");
    compare(&all.card, &all.book, 2024, NULL);
    assert_true(row_of(&all.card, all.member[0], all.x, 0)->uncertain);
    const struct row *row = row_of(&all.card, all.group, all.x, 0);
    assert_false(row->uncertain);
    expect_status("section 3, each member", row->status, STATUS_MISSED);
    expect_status("section 3, each member", row->computed_status, STATUS_MISSED);
    alliance_clear(&all);
}

/* ---- targets against targets ---- */

static void test_allocation(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        const char *goals;
        int assigned; /* 0: not shown */
        const char *sum;
        enum verdict verdict;
    } table[] = {
        {"section 3, allocated", KIND_FLOW, "20 | 20 | 20", 3, "60", VERDICT_ALLOCATED},
        {"section 3, short", KIND_STOCK, "20 | 20 | 19.9", 3, "59.9", VERDICT_SHORT},
        {"section 3, over", KIND_FLOW, "20 | 20 | range 21 30", 3, "61", VERDICT_OVER},
        {"section 3, to some", KIND_FLOW, "20 | 20 | -", 2, "40", VERDICT_SHORT},
        {"section 3, to no one", KIND_FLOW, "- | - | -", 0, NULL, VERDICT_SHORT},
        {"section 6, averages are never totalled", KIND_AVERAGE, "20 | 20 | 20", 0, NULL,
         VERDICT_ALLOCATED},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct alliance all;
        alliance_begin(&all, table[i].kind, BETTER_HIGHER, MEMBERS);
        make_target(&all.book, all.group, all.x, 2024, "60");
        const char *cells = table[i].goals;
        for (int m = 0; m < MEMBERS; m++) {
            char cell[CELL];
            cells = next_cell(cells, cell);
            if (cell[0] != '\0') {
                make_target(&all.book, all.member[m], all.x, 2024, cell);
            }
        }
        compare(&all.card, &all.book, 2024, NULL);
        expect_int(table[i].cites, "shown", (int)arrlen(all.card.allocations),
                   table[i].assigned > 0);
        if (arrlen(all.card.allocations) > 0) {
            const struct allocation *a = &all.card.allocations[0];
            expect_int(table[i].cites, "assigned", a->members_assigned, table[i].assigned);
            expect_ratio(table[i].cites, "sum", a->sum, table[i].sum);
            assert_string_equal(verdict_key(a->verdict), verdict_key(table[i].verdict));
        }
        alliance_clear(&all);
    }
}

static void test_parts(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *parts[2];
        const char *goals[2];
        enum verdict actuals;
        enum verdict targets;
    } table[] = {
        {"section 3.5, equal",
         {"2024-06-30 10", "2024-06-30 5"},
         {"20", "10"},
         VERDICT_EQUAL,
         VERDICT_EQUAL},
        {"section 3.5, below, not declared complete; one of another day",
         {"2024-06-30 10", "2024-03-31 5"},
         {"20", "9"},
         VERDICT_PARTIAL,
         VERDICT_PARTIAL},
        {"section 3.5, above the whole",
         {"2024-06-30 10", "2024-06-30 6"},
         {"20", "11"},
         VERDICT_ABOVE,
         VERDICT_ABOVE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        static const struct setting whole = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30",
                                             "2024-06-30 15"};
        situation_begin(&s, &whole);
        set_by(&s.book, 0, "province");
        for (int p = 0; p < 2; p++) {
            int32_t part = make_indicator(&s.book, p == 0 ? "p" : "q", KIND_FLOW, BETTER_HIGHER);
            s.book.indicators[part].part_of = s.indicator;
            set_by(&s.book, make_target(&s.book, s.org, part, 2024, table[i].goals[p]), "province");
            set_by(&s.book, make_target(&s.book, s.org, part, 2024, "29"), "district");
            make_figures(&s.book, s.org, part, table[i].parts[p]);
        }
        situation_compare(&s, NULL);
        expect_int(table[i].cites, "checks", (int)arrlen(s.card.parts), 2);
        expect_int(table[i].cites, "of actuals", (int)s.card.parts[0].verdict,
                   (int)table[i].actuals);
        expect_int(table[i].cites, "of targets", (int)s.card.parts[1].verdict,
                   (int)table[i].targets);
        expect_int("section 5, headline: parts left out", "goals", s.card.goals, 1);
        expect_int(table[i].cites, "depth", row_of(&s.card, s.org, 1, 0)->depth, 1);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_why_refused),
        cmocka_unit_test(test_partial),
        cmocka_unit_test(test_groups_of_groups),
        cmocka_unit_test(test_group_figures),
        cmocka_unit_test(test_each_member),
        cmocka_unit_test(test_each_member_revised),
        cmocka_unit_test(test_each_member_uncertain),
        cmocka_unit_test(test_allocation),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
