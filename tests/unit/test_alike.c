/* SPDX-License-Identifier: MIT */
/* Like with like: last year's figures of a group's members, docs/QUY-TAC.md, section 6. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

/* The group g of a and b reports itself, or does not. */
struct trio {
    struct book book;
    struct scorecard card;
    int32_t a;
    int32_t b;
    int32_t g;
    int32_t x;
    int32_t of;
    int32_t to;
};

static void trio_begin(struct trio *t, enum indicator_kind kind) {
    *t = (struct trio){0};
    make_book(&t->book);
    t->a = make_org(&t->book, "a");
    t->b = make_org(&t->book, "b");
    t->g = make_group(&t->book, "g", 2, "a b");
    t->x = make_indicator(&t->book, "x", kind, BETTER_HIGHER);
    t->of = make_indicator(&t->book, "of", KIND_STOCK, BETTER_HIGHER);
    t->to = make_indicator(&t->book, "to", KIND_STOCK, BETTER_HIGHER);
}

static void trio_clear(struct trio *t) {
    scorecard_clear(&t->card);
    book_clear(&t->book);
}

static void test_same_day(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        const char *a;
        const char *b;
        const char *g;
        const char *same;
        const char *alike;
        const char *percent;
        int members;
    } table[] = {
        {"section 6.5, one of both has a figure now", KIND_FLOW, "2023-06-30 10; 2024-06-30 12",
         "2023-06-30 10", NULL, "10", "12", "1.2", 1},
        {"section 6.5, one of both had a figure then", KIND_FLOW, "2023-06-30 10; 2024-06-30 12",
         "2024-06-30 9", NULL, "10", "12", "1.2", 1},
        {"section 6.5, both", KIND_FLOW, "2023-06-30 10; 2024-06-30 12",
         "2023-06-30 20; 2024-06-30 24", NULL, "30", "36", "1.2", 2},
        {"section 6.5, each on its own day", KIND_STOCK, "2023-06-20 10; 2024-06-20 12",
         "2023-06-30 20; 2024-06-30 24", NULL, "30", "36", "1.2", 2},
        {"section 6.5, of another day", KIND_STOCK, "2023-06-20 10; 2024-06-30 12",
         "2023-06-30 20; 2024-06-30 24", NULL, "20", "24", "1.2", 1},
        {"section 6.5, nobody has both", KIND_FLOW, "2023-06-30 10", "2024-06-30 12", NULL, "-",
         "12", "-", 0},
        {"section 4.3, a range is no A-1", KIND_FLOW, "2023-06-30 10..11; 2024-06-30 12",
         "2023-06-30 20; 2024-06-30 24", NULL, "20", "24", "1.2", 1},
        {"section 6.5, a whole beside what the group itself reported", KIND_FLOW,
         "2023-06-30 10; 2024-06-30 12", "2024-06-30 24", "2023-06-30 30", "30", "36", "1.2", 0},
        {"section 6.5, a part beside it: never", KIND_FLOW, "2023-06-30 10; 2024-06-30 12", NULL,
         "2023-06-30 30", "10", "12", "1.2", 1},
        {"section 6.5, its own beside its own", KIND_FLOW, "2023-06-30 10", NULL,
         "2023-06-30 30; 2024-06-30 36", "30", "36", "1.2", 0},
        {"section 6.5, its own beside its members'", KIND_FLOW, "2023-06-30 10", "2023-06-30 20",
         "2024-06-30 36", "30", "36", "1.2", 0},
        {"section 6.5, its own beside some of its members'", KIND_FLOW, "2023-06-30 10", NULL,
         "2024-06-30 36", "-", "36", "-", 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct trio t;
        trio_begin(&t, table[i].kind);
        make_target(&t.book, t.g, t.x, 2024, "100");
        make_figures(&t.book, t.a, t.x, table[i].a);
        make_figures(&t.book, t.b, t.x, table[i].b);
        make_figures(&t.book, t.g, t.x, table[i].g);
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, t.g, t.x, 0);
        expect_quantity(table[i].cites, "A-1", row->is[M_SAME], table[i].same);
        expect_quantity(table[i].cites, "A", row->is[M_ALIKE], table[i].alike);
        expect_quantity(table[i].cites, "percent", row->is[M_VS_LAST_YEAR], table[i].percent);
        expect_int(table[i].cites, "members", row->members_alike, table[i].members);
        trio_clear(&t);
    }
}

/* Quotients and means are made of the same members too. */
static void test_quotients(void **state) {
    (void)state;
    static const enum indicator_kind kinds[] = {KIND_SHARE, KIND_AVERAGE};
    static const char *const same[] = {"25", "40"};
    static const char *const alike[] = {"50", "50"};
    for (size_t i = 0; i < 2; i++) {
        struct trio t;
        trio_begin(&t, kinds[i]);
        struct indicator *x = &t.book.indicators[t.x];
        x->ratio_of = kinds[i] == KIND_SHARE ? t.of : NONE;
        x->ratio_to = kinds[i] == KIND_SHARE ? t.to : NONE;
        x->weight = kinds[i] == KIND_AVERAGE ? t.to : NONE;
        make_target(&t.book, t.g, t.x, 2024, "100");
        if (kinds[i] == KIND_AVERAGE) {
            make_figures(&t.book, t.a, t.x, "2023-06-30 40; 2024-06-30 50");
            make_figures(&t.book, t.b, t.x, "2024-06-30 70");
        }
        make_figures(&t.book, t.a, t.of, "2023-06-30 1; 2024-06-30 2");
        make_figures(&t.book, t.a, t.to, "2023-06-30 4; 2024-06-30 4");
        make_figures(&t.book, t.b, t.of, "2024-06-30 4");
        make_figures(&t.book, t.b, t.to, "2023-06-30 4; 2024-06-30 4");
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, t.g, t.x, 0);
        expect_quantity("section 6.5", "A-1", row->is[M_SAME], same[i]);
        expect_quantity("section 6.5", "A", row->is[M_ALIKE], alike[i]);
        expect_int("section 6.5", "members", row->members_alike, 1);
        trio_clear(&t);
    }
}

/* A season is of the members that have last year's total and its figure of the day. */
static void test_season(void **state) {
    (void)state;
    struct trio t;
    trio_begin(&t, KIND_FLOW);
    t.book.indicators[t.x].pace = PACE_LAST_YEAR;
    make_target(&t.book, t.g, t.x, 2024, "100");
    make_figures(&t.book, t.a, t.x, "2023-06-30 10; 2023-12-31 40; 2024-06-30 12");
    make_figures(&t.book, t.b, t.x, "2023-06-30 20; 2024-06-30 24");
    compare(&t.card, &t.book, 2024, NULL);
    const struct row *row = row_of(&t.card, t.g, t.x, 0);
    expect_quantity("section 6.5", "A-1", row->is[M_SAME], "30");
    expect_quantity("section 6.5", "phi", row->is[M_DUE], "1/4");
    expect_quantity("section 6.5", "seasonal", row->is[M_SEASONAL], "144");
    trio_clear(&t);
}

/* B is of all members of the as-of date. */
static void test_base(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a;
        const char *b;
        const char *g;
        const char *base;
        enum status status; /* of 10 % more */
    } table[] = {
        {"section 6.5, of all", "2023-12-31 10; 2024-12-31 12", "2023-12-31 10; 2024-12-31 12",
         NULL, "20", STATUS_EXCEEDED},
        {"section 3.1, of some", "2023-12-31 10; 2024-12-31 12", "2024-12-31 12", NULL, "partial",
         STATUS_INCOMPLETE},
        {"section 3.1, of none", "2024-12-31 12", "2024-12-31 12", NULL, "-", STATUS_NO_BASELINE},
        {"section 6.5, its own", "2024-12-31 12", "2023-12-31 10; 2024-12-31 12", "2023-12-31 20",
         "20", STATUS_EXCEEDED},
        {"section 4.3, a total that stops before is none", "2023-11-30 10; 2024-12-31 12",
         "2023-12-31 10; 2024-12-31 12", NULL, "partial", STATUS_INCOMPLETE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct trio t;
        trio_begin(&t, KIND_FLOW);
        make_target(&t.book, t.g, t.x, 2024, "grow 10");
        make_figures(&t.book, t.a, t.x, table[i].a);
        make_figures(&t.book, t.b, t.x, table[i].b);
        make_figures(&t.book, t.g, t.x, table[i].g);
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, t.g, t.x, 0);
        expect_quantity(table[i].cites, "B", row->is[M_BASE], table[i].base);
        expect_status(table[i].cites, row->status, table[i].status);
        trio_clear(&t);
    }
}

/* Groups of groups: the pairs are those of the members below; B is of all of them, strictly. */
static void test_below(void **state) {
    (void)state;
    struct trio t;
    trio_begin(&t, KIND_FLOW);
    int32_t c = make_org(&t.book, "c");
    int32_t top = make_group(&t.book, "top", 2, "g c");
    make_target(&t.book, top, t.x, 2024, "100");
    make_figures(&t.book, t.a, t.x, "2023-06-30 10; 2023-12-31 30; 2024-06-30 12");
    make_figures(&t.book, t.b, t.x, "2023-06-30 20; 2023-12-21 40");
    make_figures(&t.book, c, t.x, "2023-06-30 5; 2023-12-31 9; 2024-06-30 6");
    compare(&t.card, &t.book, 2024, NULL);
    const struct row *row = row_of(&t.card, top, t.x, 0);
    expect_quantity("section 6.5, b's is not used", "A-1", row->is[M_SAME], "15");
    expect_quantity("section 6.5, of a and c", "A", row->is[M_ALIKE], "18");
    expect_quantity("section 4.3, b's total stops before", "B", row->is[M_BASE], "partial");
    trio_clear(&t);
}

/* B of a part of the year is the same part's of last year. */
static void test_part(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        const char *goal;
        const char *figures;
        const char *base;
    } table[] = {
        {"section 3.3, growth of the second half", KIND_FLOW, "grow 10",
         "2023-06-30 40; 2023-12-31 100; 2024-06-30 40; 2024-12-31 106", "60"},
        {"section 4.3, a flow's", KIND_FLOW, "60",
         "2023-06-30 40; 2023-12-31 100; 2024-06-30 40; 2024-12-31 106", "60"},
        {"section 4.3, growth of a level", KIND_STOCK, "grow 10",
         "2023-06-30 40; 2023-10-31 100; 2024-12-31 106", "100"},
        {"section 4.3, growth of a level, of the first half only", KIND_STOCK, "grow 10",
         "2023-06-30 40; 2024-12-31 106", "-"},
        {"section 4.3, any other level", KIND_STOCK, "60", "2023-06-30 40; 2024-12-31 106", "40"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {.kind = table[i].kind,
                                        .goal = table[i].goal,
                                        .during = "2024-H2",
                                        .figures = table[i].figures};
        situation_make(&s, &setting);
        expect_quantity(table[i].cites, "B", s.row->is[M_BASE], table[i].base);
        situation_clear(&s);
    }
}

/* A group's estimate is its own, else all of its members'. */
static void test_estimate(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *a;
        const char *b;
        const char *g;
        const char *low;
        const char *high;
        const char *date;
    } table[] = {
        {"section 6.3, of all", "2024-06-30 ~10..12", "2024-09-30 ~20", NULL, "30", "32",
         "2024-09-30"},
        {"section 6.3, of some", "2024-06-30 ~10", NULL, NULL, "-", "-", ""},
        {"section 6.3, its own", "2024-06-30 ~10", "2024-09-30 ~20", "2024-03-31 ~40", "40", "-",
         "2024-03-31"},
        {"section 4.5, its own keeps both ends", "2024-06-30 ~10", NULL, "2024-03-31 ~40..45", "40",
         "45", "2024-03-31"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct trio t;
        trio_begin(&t, KIND_FLOW);
        make_target(&t.book, t.g, t.x, 2024, "100");
        make_figures(&t.book, t.a, t.x, table[i].a);
        make_figures(&t.book, t.b, t.x, table[i].b);
        make_figures(&t.book, t.g, t.x, table[i].g);
        compare(&t.card, &t.book, 2024, NULL);
        const struct row *row = row_of(&t.card, t.g, t.x, 0);
        expect_quantity(table[i].cites, "E", row->is[M_ESTIMATE], table[i].low);
        expect_quantity(table[i].cites, "upper end", row->is[M_ESTIMATE_HIGH], table[i].high);
        expect_date(table[i].cites, "its date", row->estimate_date, table[i].date);
        trio_clear(&t);
    }
}

/* Section 4.1: an estimate alone makes a row. */
static void test_estimate_alone(void **state) {
    (void)state;
    struct trio t;
    trio_begin(&t, KIND_FLOW);
    make_figures(&t.book, t.a, t.x, "2024-06-30 ~10");
    compare(&t.card, &t.book, 2024, NULL);
    assert_false(row_of(&t.card, t.a, t.x, 0)->has_actual);
    expect_int("section 4.1, of some members", "rows", rows_of(&t.card, t.g, t.x), 0);
    scorecard_clear(&t.card);
    make_figures(&t.book, t.b, t.x, "2024-06-30 ~10");
    compare(&t.card, &t.book, 2024, NULL);
    expect_int("section 4.1, of all members", "rows", rows_of(&t.card, t.g, t.x), 1);
    trio_clear(&t);
}

/* Section 6.3: both parts as the group shows them. */
static void test_shown(void **state) {
    (void)state;
    struct trio t;
    trio_begin(&t, KIND_SHARE);
    t.book.indicators[t.x].ratio_of = t.of;
    t.book.indicators[t.x].ratio_to = t.to;
    make_target(&t.book, t.g, t.x, 2024, "60");
    make_figures(&t.book, t.a, t.of, "2024-12-31 200");
    make_figures(&t.book, t.a, t.to, "2024-12-31 400");
    make_figures(&t.book, t.b, t.of, "2024-12-31 250");
    make_figures(&t.book, t.b, t.to, "2024-12-31 500");
    make_figures(&t.book, t.g, t.to, "2024-12-31 1000");
    compare(&t.card, &t.book, 2024, NULL);
    const struct row *row = row_of(&t.card, t.g, t.x, 0);
    expect_ratio("section 6.3", "share", row->low, "45");
    expect_status("section 6.3", row->status, STATUS_MISSED);
    trio_clear(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_day),       cmocka_unit_test(test_quotients),
        cmocka_unit_test(test_season),         cmocka_unit_test(test_base),
        cmocka_unit_test(test_part),           cmocka_unit_test(test_estimate),
        cmocka_unit_test(test_below),          cmocka_unit_test(test_shown),
        cmocka_unit_test(test_estimate_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
