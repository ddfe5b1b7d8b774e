/* SPDX-License-Identifier: MIT */
/* Groups of groups, and what of a member's figure its group's hands on: docs/QUY-TAC.md, sections 2
 * and 6. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

enum { TEXT = 64, DEEPEST = 16 };

/* a and b are the members of g; top has g and d, in the order given; x is what they report. */
struct tower {
    struct book book;
    struct scorecard card;
    int32_t a;
    int32_t b;
    int32_t d;
    int32_t top;
    int32_t x;
};

static void tower_begin(struct tower *t, enum indicator_kind kind, const char *members) {
    *t = (struct tower){0};
    make_book(&t->book);
    t->a = make_org(&t->book, "a");
    t->b = make_org(&t->book, "b");
    t->d = make_org(&t->book, "d");
    make_group(&t->book, "g", 2, "a b");
    t->top = make_group(&t->book, "top", 2, members);
    t->x = make_indicator(&t->book, "x", kind, BETTER_HIGHER);
}

static void tower_clear(struct tower *t) {
    scorecard_clear(&t->card);
    book_clear(&t->book);
}

/* A sum over a partial sum is partial, wherever in the group the partial one stands. */
static void test_partial_below(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *members; /* of top */
        const char *a;
        const char *b;
        const char *d;
        const char *sum; /* NULL: nothing is known */
        int reporting;
        bool partial;
        const char *missing;
    } table[] = {
        {"section 6, all", "g d", "2024-06-30 1", "2024-06-30 2", "2024-06-30 4", "7", 2, false,
         ""},
        {"section 6, partial first", "g d", "2024-06-30 1", NULL, "2024-06-30 4", "5", 2, true,
         "b"},
        {"section 6, partial last", "d g", "2024-06-30 1", NULL, "2024-06-30 4", "5", 2, true, "b"},
        {"section 6, the first one's member", "g d", NULL, "2024-06-30 2", "2024-06-30 4", "6", 2,
         true, "a"},
        {"section 6, the other one is missing", "g d", "2024-06-30 1", "2024-06-30 2", NULL, "3", 1,
         true, "d"},
        {"section 6, one of each", "d g", "2024-06-30 1", NULL, NULL, "1", 1, true, "d b"},
        {"section 6, the whole group is missing", "g d", NULL, NULL, "2024-06-30 4", "4", 1, true,
         "g"},
        {"section 6, nobody", "g d", NULL, NULL, NULL, NULL, 0, false, "g d"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct tower t;
        tower_begin(&t, KIND_STOCK, table[i].members);
        make_target(&t.book, t.top, t.x, 2024, "60");
        make_figures(&t.book, t.a, t.x, table[i].a);
        make_figures(&t.book, t.b, t.x, table[i].b);
        make_figures(&t.book, t.d, t.x, table[i].d);
        compare(&t.card, &t.book, 2024, "2024-12-31");
        const struct row *row = row_of(&t.card, t.top, t.x, 0);
        expect_int(table[i].cites, "reported", row->has_actual, table[i].sum != NULL);
        if (table[i].sum != NULL) {
            expect_ratio(table[i].cites, "sum", row->low, table[i].sum);
        }
        expect_int(table[i].cites, "k", row->members_reporting, table[i].reporting);
        expect_int(table[i].cites, "n", row->members_total, 2);
        expect_int(table[i].cites, "partial", row->partial != PARTIAL_NOT, table[i].partial);
        expect_absent(table[i].cites, &t.book, row, table[i].missing);
        tower_clear(&t);
    }
}

/* Each end of a partial sum that is an interval is judged for itself. */
static void test_partial_interval(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a; /* with 30 of d; g's b is missing */
        const char *goal;
        enum status low;
        enum status high;
    } table[] = {
        {"section 6.4, neither reaches it", "2024-12-31 10..24", "60", STATUS_INCOMPLETE,
         STATUS_INCOMPLETE},
        {"section 6.4, the upper end reaches it", "2024-12-31 24..30", "60", STATUS_INCOMPLETE,
         STATUS_MET},
        {"section 6.4, the upper end is past a ceiling", "2024-12-31 10..11", "at_most 40",
         STATUS_INCOMPLETE, STATUS_MISSED},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct tower t;
        tower_begin(&t, KIND_FLOW, "g d");
        make_target(&t.book, t.top, t.x, 2024, table[i].goal);
        make_figures(&t.book, t.a, t.x, table[i].a);
        make_figures(&t.book, t.d, t.x, "2024-12-31 30");
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, t.top, t.x, 0);
        expect_status(table[i].cites, (enum status)row->is[M_STATUS_LOW].value.num, table[i].low);
        expect_status(table[i].cites, (enum status)row->is[M_STATUS_HIGH].value.num, table[i].high);
        expect_int(table[i].cites, "uncertain", row->uncertain, table[i].low != table[i].high);
        tower_clear(&t);
    }
}

/* It does not matter whether groups are declared before their members or after. */
static void test_declared_first(void **state) {
    (void)state;
    struct book book;
    struct scorecard card;
    make_book(&book);
    int32_t top = make_group(&book, "top", 1, "");
    int32_t group = make_group(&book, "g", 1, "");
    int32_t below = make_group(&book, "h", 1, "");
    int32_t a = make_org(&book, "a");
    arrput(book.orgs[top].members, group);
    arrput(book.orgs[group].members, below);
    arrput(book.orgs[below].members, a);
    int32_t share = make_indicator(&book, "share", KIND_SHARE, BETTER_HIGHER);
    int32_t mean = make_indicator(&book, "mean", KIND_STOCK, BETTER_HIGHER);
    int32_t of = make_indicator(&book, "of", KIND_STOCK, BETTER_HIGHER);
    int32_t to = make_indicator(&book, "to", KIND_STOCK, BETTER_HIGHER);
    book.indicators[share].ratio_of = mean;
    book.indicators[share].ratio_to = to;
    book.indicators[mean].ratio_of = of;
    book.indicators[mean].ratio_to = to;
    make_figures(&book, a, of, "2024-06-30 2");
    make_figures(&book, a, to, "2024-06-30 4");
    make_target(&book, top, of, 2024, "60");
    compare(&card, &book, 2024, "2024-06-30");
    const struct row *row = row_of(&card, top, of, 0);
    expect_ratio("section 6, three levels", "A", row->low, "2");
    expect_int("section 6, three levels", "partial", row->partial != PARTIAL_NOT, false);
    expect_ratio("section 2", "mean", row_of(&card, a, mean, 0)->low, "1/2");
    expect_ratio("section 2, of a ratio", "share", row_of(&card, top, share, 0)->low, "12.5");
    scorecard_clear(&card);
    book_clear(&book);
}

/* The same for each member, where a member is itself a group: judged by its sum, while b is
 * missing there. */
static void test_each_group(void **state) {
    (void)state;
    struct tower t;
    tower_begin(&t, KIND_STOCK, "g d");
    set_each_member(&t.book, make_target(&t.book, t.top, t.x, 2024, "20"), true);
    make_figures(&t.book, t.a, t.x, "2024-12-31 25");
    make_figures(&t.book, t.d, t.x, "2024-12-31 25");
    compare(&t.card, &t.book, 2024, NULL);
    const struct row *row = row_of(&t.card, t.top, t.x, 0);
    expect_status("section 3, each member", row->status, STATUS_EXCEEDED);
    expect_absent("section 3, each member", &t.book, row, "");
    tower_clear(&t);
}

/* A row for every target, a member's own and those its groups assign, and none besides. */
static void test_targets_of_two(void **state) {
    (void)state;
    struct tower t;
    tower_begin(&t, KIND_STOCK, "a d");
    set_each_member(&t.book, make_target(&t.book, t.top, t.x, 2024, "20"), true);
    make_target(&t.book, t.top, t.x, 2024, "90");
    make_target(&t.book, t.a, t.x, 2024, "30");
    make_figures(&t.book, t.a, t.x, "2024-12-31 25");
    make_figures(&t.book, t.b, t.x, "2024-12-31 25");
    compare(&t.card, &t.book, 2024, NULL);
    expect_int("section 3, its own and the group's", "rows", rows_of(&t.card, t.a, t.x), 2);
    expect_int("section 3, the group's two", "rows", rows_of(&t.card, t.top, t.x), 2);
    expect_int("section 3, no one's", "rows", rows_of(&t.card, t.b, t.x), 1);
    tower_clear(&t);
}

/* A ratio's parts in a group below, one of them reported further than the other: on one day. */
static void test_parts_on_one_day(void **state) {
    (void)state;
    static const struct {
        const char *of;
        const char *to;
    } table[] = {
        {"2024-06-30 1", "2024-06-30 4; 2024-07-31 5"},
        {"2024-06-30 1; 2024-07-31 2", "2024-06-30 4"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct tower t;
        tower_begin(&t, KIND_SHARE, "g d");
        int32_t of = make_indicator(&t.book, "of", KIND_STOCK, BETTER_HIGHER);
        int32_t to = make_indicator(&t.book, "to", KIND_STOCK, BETTER_HIGHER);
        t.book.indicators[t.x].ratio_of = of;
        t.book.indicators[t.x].ratio_to = to;
        make_target(&t.book, t.top, t.x, 2024, "60");
        make_figures(&t.book, t.a, of, table[i].of);
        make_figures(&t.book, t.a, to, table[i].to);
        make_figures(&t.book, t.d, of, "2024-06-30 4");
        make_figures(&t.book, t.d, to, "2024-06-30 8");
        compare(&t.card, &t.book, 2024, "2024-12-31");
        const struct row *row = row_of(&t.card, t.top, t.x, 0);
        expect_ratio("section 6, on one date", "share", row->low, "500/12");
        expect_date("section 6, on one date", "day", row->date, "2024-06-30");
        expect_absent("section 6, on one date", &t.book, row, "b");
        tower_clear(&t);
    }
}

/* A group of one that has not reported names it; a percentage published of a partial sum. */
static void test_missing_one(void **state) {
    (void)state;
    struct tower t;
    tower_begin(&t, KIND_STOCK, "a d");
    int32_t one = make_group(&t.book, "one", 1, "b");
    make_target(&t.book, one, t.x, 2024, "60");
    make_target(&t.book, t.top, t.x, 2024, "60");
    make_figures(&t.book, t.a, t.x, "2024-06-30 30");
    const struct claim claim = {.org = t.top,
                                .indicator = t.x,
                                .year = 2024,
                                .kind = CLAIM_ATTAINMENT,
                                .of = NONE,
                                .printed = {50, 0},
                                .date = day("2024-06-30"),
                                .place = no_place};
    arrput(t.book.claims, claim);
    compare(&t.card, &t.book, 2024, "2024-06-30");
    expect_absent("section 6, one", &t.book, row_of(&t.card, one, t.x, 0), "b");
    expect_int("section 7.2.6", "claims", (int)arrlen(t.card.claims), 1);
    expect_int("section 7.2.6", "verdict", (int)t.card.claims[0].verdict, VERDICT_UNCHECKED);
    tower_clear(&t);
}

/* A weighted mean of g and d: g's mean and g's weight must speak of the same members. */
static void test_same_members(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a[2]; /* the average and its weight */
        const char *b[2];
        const char *mean; /* of top, with d's 40 of weight 1 */
        bool partial;
        const char *missing;
    } table[] = {
        {"section 6, all",
         {"2024-06-30 10", "2024-06-30 1"},
         {"2024-06-30 30", "2024-06-30 1"},
         "80/3",
         false,
         ""},
        {"section 6, the same one is missing",
         {"2024-06-30 10", "2024-06-30 1"},
         {NULL, NULL},
         "25",
         true,
         "b"},
        {"section 6.3, b weighs but reports nothing",
         {"2024-06-30 10", "2024-06-30 1"},
         {NULL, "2024-06-30 1"},
         "25",
         true,
         "b"},
        {"section 6, g's own mean is refused",
         {"2024-06-30 10", NULL},
         {NULL, "2024-06-30 1"},
         "40",
         true,
         "g"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct tower t;
        tower_begin(&t, KIND_AVERAGE, "g d");
        int32_t weight = make_indicator(&t.book, "w", KIND_STOCK, BETTER_HIGHER);
        t.book.indicators[t.x].weight = weight;
        make_target(&t.book, t.top, t.x, 2024, "60");
        make_figures(&t.book, t.a, t.x, table[i].a[0]);
        make_figures(&t.book, t.a, weight, table[i].a[1]);
        make_figures(&t.book, t.b, t.x, table[i].b[0]);
        make_figures(&t.book, t.b, weight, table[i].b[1]);
        make_figures(&t.book, t.d, t.x, "2024-06-30 40");
        make_figures(&t.book, t.d, weight, "2024-06-30 1");
        compare(&t.card, &t.book, 2024, "2024-12-31");
        const struct row *row = row_of(&t.card, t.top, t.x, 0);
        expect_ratio(table[i].cites, "mean", row->low, table[i].mean);
        expect_int(table[i].cites, "partial", row->partial != PARTIAL_NOT, table[i].partial);
        expect_absent(table[i].cites, &t.book, row, table[i].missing);
        tower_clear(&t);
    }
}

/* What a group hands on besides the number: words like "about", each end of an interval. */
static void test_handed_on(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum hedge hedges[2];
        enum hedge hedge;
    } table[] = {
        {"section 4, as written", {HEDGE_NONE, HEDGE_NONE}, HEDGE_NONE},
        {"section 4, the first", {HEDGE_MORE_THAN, HEDGE_NONE}, HEDGE_MORE_THAN},
        {"section 4, the last", {HEDGE_NONE, HEDGE_ABOUT}, HEDGE_ABOUT},
        {"section 4.1, the same of both", {HEDGE_LESS_THAN, HEDGE_LESS_THAN}, HEDGE_LESS_THAN},
        {"section 4.1, different ones", {HEDGE_MORE_THAN, HEDGE_LESS_THAN}, HEDGE_ABOUT},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct tower t;
        tower_begin(&t, KIND_STOCK, "d");
        int32_t pair = make_group(&t.book, "pair", 2, "a b");
        make_hedged(&t.book, t.a, t.x, "2024-06-30 1..2", table[i].hedges[0]);
        make_hedged(&t.book, t.b, t.x, "2024-06-30 3..5", table[i].hedges[1]);
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, pair, t.x, 0);
        expect_int(table[i].cites, "hedge", (int)row->hedge, (int)table[i].hedge);
        expect_ratio(table[i].cites, "lower end", row->low, "4");
        expect_ratio(table[i].cites, "upper end", row->high, "7");
        tower_clear(&t);
    }
}

/* Groups are followed as deep as they go; the reader has refused rings and deeper ones before. */
static void test_depth(void **state) {
    (void)state;
    struct tower t;
    tower_begin(&t, KIND_STOCK, "d");
    make_figures(&t.book, t.a, t.x, "2024-06-30 1; 2024-03-31 1");
    int32_t deepest = NONE;
    char below[TEXT] = "a";
    for (int i = 1; i <= DEEPEST; i++) {
        char id[TEXT];
        snprintf(id, sizeof id, "level-%d", i);
        const char *kept = pool_text(&t.book.pool, id, strlen(id));
        int32_t level = make_group(&t.book, kept, 1, below);
        strcpy(below, id);
        deepest = level;
    }
    const struct selection everything = {0};
    struct findings findings = {0};
    ask_book(&t.card, &t.book, &everything, &findings);
    const struct row *row = row_of(&t.card, deepest, t.x, 0);
    expect_int("section 6, sixteen levels", "year", row->year, 2024);
    expect_date("section 6, sixteen levels", "day", row->as_of, "2024-06-30");
    expect_ratio("section 6, sixteen levels", "sum", row->low, "1");
    findings_clear(&findings);
    tower_clear(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_partial_below),    cmocka_unit_test(test_partial_interval),
        cmocka_unit_test(test_declared_first),   cmocka_unit_test(test_each_group),
        cmocka_unit_test(test_missing_one),      cmocka_unit_test(test_targets_of_two),
        cmocka_unit_test(test_parts_on_one_day), cmocka_unit_test(test_same_members),
        cmocka_unit_test(test_handed_on),        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
