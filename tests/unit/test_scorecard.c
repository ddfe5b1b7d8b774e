/* SPDX-License-Identifier: MIT */
/* The question: which organisations, which year, which day, which rows; and what cannot be
 * computed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

enum { TEXT = 200 };

/* Two organisations and their group, a third that stands alone; x with the part p, and y. */
struct world {
    struct book book;
    struct scorecard card;
    struct findings findings;
    int32_t a;
    int32_t b;
    int32_t group;
    int32_t alone;
    int32_t x;
    int32_t p;
    int32_t y;
};

static void world_begin(struct world *w) {
    *w = (struct world){0};
    make_book(&w->book);
    w->a = make_org(&w->book, "a");
    w->b = make_org(&w->book, "b");
    w->group = make_group(&w->book, "g", 2, "a b");
    w->alone = make_org(&w->book, "z");
    w->x = make_indicator(&w->book, "x", KIND_FLOW, BETTER_HIGHER);
    w->p = make_indicator(&w->book, "p", KIND_FLOW, BETTER_HIGHER);
    w->y = make_indicator(&w->book, "y", KIND_STOCK, BETTER_HIGHER);
    w->book.indicators[w->p].part_of = w->x;
}

static void ask(struct world *w, const struct selection *question) {
    scorecard_clear(&w->card);
    findings_clear(&w->findings);
    w->findings = (struct findings){0};
    ask_book(&w->card, &w->book, question, &w->findings);
}

static void world_clear(struct world *w) {
    scorecard_clear(&w->card);
    findings_clear(&w->findings);
    book_clear(&w->book);
}

/* Every row as "a.x" with its year where it is not 2024, its depth as leading dots. */
static void expect_rows(const char *cites, const struct world *w, const char *expected) {
    char text[TEXT] = "";
    for (ptrdiff_t i = 0; i < arrlen(w->card.rows); i++) {
        const struct row *row = &w->card.rows[i];
        char one[TEXT];
        char year[16] = "";
        if (row->year != 2024) {
            snprintf(year, sizeof year, "/%d", row->year);
        }
        snprintf(one, sizeof one, "%s%.*s%s.%s%s", i > 0 ? " " : "", row->depth, "...",
                 w->book.orgs[row->org].id, w->book.indicators[row->indicator].id, year);
        strncat(text, one, sizeof text - strlen(text) - 1);
        expect_int(cites, "belongs to a whole", row->part_of != NONE, row->depth > 0);
    }
    if (strcmp(text, expected) != 0) {
        fail_msg("%s: rows (%s), not (%s)", cites, text, expected);
    }
}

/* x has a target and is reported, with its part; y is reported without a target. */
static void fill(struct world *w) {
    const int32_t orgs[] = {w->a, w->b, w->alone};
    for (size_t i = 0; i < sizeof orgs / sizeof *orgs; i++) {
        make_target(&w->book, orgs[i], w->x, 2024, "60");
        make_target(&w->book, orgs[i], w->p, 2024, "20");
        make_figures(&w->book, orgs[i], w->x, "2024-06-30 30; 2024-12-31 60");
        make_figures(&w->book, orgs[i], w->p, "2024-12-31 10");
    }
    make_figures(&w->book, w->alone, w->y, "2024-12-31 5");
}

static void test_which(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    fill(&w);
    const int32_t two[] = {w.y, w.x};
    const int32_t again[] = {w.a, w.group};
    const struct {
        const char *cites;
        struct selection question;
        const char *rows;
    } table[] = {
        {"everything", {.year = 0}, "a.x .a.p b.x .b.p g.x .g.p z.x .z.p z.y"},
        {"one", {.orgs = &w.alone, .orgs_count = 1}, "z.x .z.p z.y"},
        {"a member", {.orgs = &w.b, .orgs_count = 1}, "b.x .b.p"},
        {"a group brings its members",
         {.orgs = &w.group, .orgs_count = 1},
         "a.x .a.p b.x .b.p g.x .g.p"},
        {"a member, and its group", {.orgs = again, .orgs_count = 2}, "a.x .a.p b.x .b.p g.x .g.p"},
        {"one indicator, not its parts",
         {.indicators = &w.x, .indicators_count = 1},
         "a.x b.x g.x z.x"},
        {"a part without its whole",
         {.orgs = &w.alone, .orgs_count = 1, .indicators = &w.p, .indicators_count = 1},
         "z.p"},
        {"two indicators",
         {.orgs = &w.alone, .orgs_count = 1, .indicators = two, .indicators_count = 2},
         "z.x z.y"},
        {"only what is met", {.only = 1U << STATUS_MET}, "a.x b.x z.x"},
        {"a part whose whole is gone", {.only = 1U << STATUS_MISSED}, "a.p b.p z.p"},
        {"a part and its whole",
         {.only = 1U << STATUS_MISSED | 1U << STATUS_MET},
         "a.x .a.p b.x .b.p z.x .z.p"},
        {"nothing is left", {.only = 1U << STATUS_WITHIN}, ""},
        {"a year without anything", {.year = 2022}, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        ask(&w, &table[i].question);
        expect_rows(table[i].cites, &w, table[i].rows);
    }
    world_clear(&w);
}

/* The counts are of all rows, whichever are shown; parts do not count. */
static void test_counts(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    fill(&w);
    const struct selection question = {.only = 1U << STATUS_WITHIN};
    ask(&w, &question);
    expect_int("goals", "goals", w.card.goals, 3);
    expect_int("goals", "met", w.card.count[STATUS_MET], 3);
    expect_int("goals", "missed", w.card.count[STATUS_MISSED], 0);
    expect_int("goals", "without a target", w.card.count[STATUS_NO_TARGET], 2);
    world_clear(&w);
}

/* Each organisation shows its latest year with a target, else with a figure. */
static void test_year(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    const struct selection everything = {0};
    make_target(&w.book, w.a, w.y, 2022, "60");
    make_target(&w.book, w.a, w.y, 2023, "60");
    make_target(&w.book, w.a, w.y, 2021, "60");
    make_figures(&w.book, w.a, w.y, "2024-06-30 30");
    make_figures(&w.book, w.b, w.y, "2022-06-30 30; 2024-06-30 30; 2023-06-30 30");
    ask(&w, &everything);
    expect_rows("a by its targets, b by its figures, the group by the later", &w,
                "a.y/2023 b.y g.y");
    int32_t top = make_group(&w.book, "t", 1, "g");
    const struct selection of_top = {.orgs = &top, .orgs_count = 1};
    ask(&w, &of_top);
    expect_rows("a group of the group by its members' members", &w, "a.y/2023 b.y g.y t.y");
    arrsetlen(w.book.orgs[top].members, 0);
    make_target(&w.book, w.group, w.y, 2023, "60");
    ask(&w, &everything);
    expect_rows("the group by its own", &w, "a.y/2023 b.y g.y/2023");
    set_each_member(&w.book, make_target(&w.book, w.group, w.y, 2025, "60"), true);
    ask(&w, &everything);
    expect_rows("what the group assigns to each", &w, "a.y/2025 b.y/2025 g.y/2025");
    world_clear(&w);
}

/* The day from which rows are seen: the last reported, or estimated, of members as well. */
static void test_day(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    const struct selection everything = {0};
    make_target(&w.book, w.a, w.x, 2024, "60");
    make_target(&w.book, w.b, w.x, 2024, "60");
    make_target(&w.book, w.group, w.x, 2024, "60");
    make_target(&w.book, w.alone, w.x, 2024, "60");
    make_figures(&w.book, w.a, w.x, "2024-06-30 30; 2024-03-31 10; 2023-12-31 60");
    make_figures(&w.book, w.b, w.x, "2024-05-31 30; 2024-09-30 ~50");
    ask(&w, &everything);
    expect_date("the last", "as of", row_of(&w.card, w.a, w.x, 0)->as_of, "2024-06-30");
    expect_date("an estimate", "as of", row_of(&w.card, w.b, w.x, 0)->as_of, "2024-09-30");
    expect_date("of its members", "as of", row_of(&w.card, w.group, w.x, 0)->as_of, "2024-09-30");
    expect_date("never reported", "as of", row_of(&w.card, w.alone, w.x, 0)->as_of, "2024-01-01");
    const struct selection asked = {.as_of = day("2024-04-30")};
    ask(&w, &asked);
    expect_date("as asked", "as of", row_of(&w.card, w.a, w.x, 0)->as_of, "2024-04-30");
    expect_ratio("as asked", "A", row_of(&w.card, w.a, w.x, 0)->low, "10");
    world_clear(&w);
}

/* A group's row that is left out takes the list of who is missing with it. */
static void test_left_out(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    make_target(&w.book, w.group, w.x, 2024, "60");
    make_figures(&w.book, w.a, w.x, "2024-06-30 30");
    const struct selection everything = {0};
    ask(&w, &everything);
    expect_int("missing", "b", (int)arrlen(row_of(&w.card, w.group, w.x, 0)->absent.missing), 1);
    const struct selection question = {.only = 1U << STATUS_WITHIN};
    ask(&w, &question);
    expect_rows("nothing is left", &w, "");
    world_clear(&w);
}

/* Names are looked for among those there are, and no further. */
static void test_unknown(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    assert_int_equal(book_org(&w.book, "z"), w.alone);
    assert_int_equal(book_org(&w.book, "nobody"), NONE);
    assert_int_equal(book_indicator(&w.book, "y"), w.y);
    assert_int_equal(book_indicator(&w.book, "nothing"), NONE);
    world_clear(&w);
}

/* A part that is declared before its whole stands below it. */
static void test_part_first(void **state) {
    (void)state;
    struct world w = {0};
    make_book(&w.book);
    w.a = make_org(&w.book, "a");
    w.p = make_indicator(&w.book, "p", KIND_FLOW, BETTER_HIGHER);
    w.x = make_indicator(&w.book, "x", KIND_FLOW, BETTER_HIGHER);
    w.y = make_indicator(&w.book, "y", KIND_FLOW, BETTER_HIGHER);
    w.book.indicators[w.p].part_of = w.x;
    w.book.indicators[w.y].part_of = w.p;
    make_figures(&w.book, w.a, w.p, "2024-06-30 10");
    make_figures(&w.book, w.a, w.x, "2024-06-30 30");
    make_figures(&w.book, w.a, w.y, "2024-06-30 5");
    const struct selection everything = {0};
    ask(&w, &everything);
    expect_rows("section 3", &w, "a.x .a.p ..a.y");
    expect_int("section 3", "checks", (int)arrlen(w.card.parts), 2);
    world_clear(&w);
}

/* What is kept for ratios only is no row, but its parts are. */
static void test_not_shown(void **state) {
    (void)state;
    struct world w;
    world_begin(&w);
    fill(&w);
    w.book.indicators[w.x].show = false;
    const struct selection one = {.orgs = &w.alone, .orgs_count = 1};
    ask(&w, &one);
    expect_rows("show: false", &w, "z.p z.y");
    world_clear(&w);
}

/* A number too large is said at the figure, else at the target. */
static void test_overflow(void **state) {
    (void)state;
    static const struct ratio too_large = {0, 0};
    static const struct {
        const char *cites;
        const char *figures; /* the goal stands on line 1, they follow; or NULL */
        bool goal;           /* what is too large */
        bool low;
        bool high;
        uint32_t line; /* 0: nothing is said */
        bool alone;    /* without a target: then nothing is computed from it */
    } table[] = {
        {"all fits", "2024-06-30 30", false, false, false, 0},
        {"the figure's lower end", "2024-06-30 30", false, true, false, 2},
        {"the figure's upper end", "2024-06-30 30", false, false, true, 2},
        {"the target", NULL, true, false, false, 1},
        {"both", "2024-06-30 30", true, true, true, 2},
        {"the lower end, no target", "2024-06-30 30", false, true, false, 2, true},
        {"the upper end, no target", "2024-06-30 30", false, false, true, 2, true},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60",
                                        table[i].figures};
        situation_begin(&s, &setting);
        struct target target = targets_get(&s.book.targets, 0);
        target.bounds.low = table[i].goal ? too_large : ratio_int(60);
        set_target(&s.book, 0, &target);
        if (table[i].figures != NULL) {
            struct figure figure = figures_get(&s.book.figures, 0);
            figure.low = table[i].low ? too_large : figure.low;
            figure.high = table[i].high ? too_large : figure.high;
            figures_set(&s.book.figures, 0, &figure);
        }
        if (table[i].alone) {
            targets_drop(&s.book.targets, &(bool){true});
        }
        struct findings findings = {0};
        const struct selection question = {.year = 2024, .as_of = day("2024-06-30")};
        ask_book(&s.card, &s.book, &question, &findings);
        expect_int(table[i].cites, "findings", (int)arrlen(findings.items), table[i].line > 0);
        if (table[i].line > 0) {
            expect_int(table[i].cites, "code", (int)findings.items[0].code, MSG_OVERFLOW);
            expect_int(table[i].cites, "line", (int)findings.items[0].place.line,
                       (int)table[i].line);
        }
        findings_clear(&findings);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which),      cmocka_unit_test(test_counts),
        cmocka_unit_test(test_year),       cmocka_unit_test(test_day),
        cmocka_unit_test(test_not_shown),  cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_part_first), cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
