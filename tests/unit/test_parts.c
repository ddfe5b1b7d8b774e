/* SPDX-License-Identifier: MIT */
/* Parts beside their whole, members' targets beside the group's: docs/QUY-TAC.md, section 3. What
 * is no part of the sum must not slip into it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"

/* A check as it is expected; sum NULL: there is none. */
struct expected {
    const char *sum;
    const char *whole;
    enum verdict verdict;
};

static void expect_part_check(const char *cites, const struct scorecard *card, bool of_targets,
                              const struct expected *expected) {
    const struct part_check *found = NULL;
    int count = 0;
    for (ptrdiff_t i = 0; i < arrlen(card->parts); i++) {
        if (card->parts[i].of_targets == of_targets) {
            found = found != NULL ? found : &card->parts[i];
            count++;
        }
    }
    expect_int(cites, of_targets ? "checks of targets" : "checks of actuals", count,
               expected->sum != NULL);
    if (found != NULL) {
        expect_ratio(cites, "sum", found->sum, expected->sum);
        expect_ratio(cites, "whole", found->whole, expected->whole);
        expect_int(cites, "verdict", (int)found->verdict, (int)expected->verdict);
    }
}

/* ---- figures ---- */

static void test_actuals(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum indicator_kind part_kind;
        const char *unit; /* of the part */
        const char *whole;
        const char *part;
        struct expected expected;
    } table[] = {
        {"all of it",
         KIND_FLOW,
         KIND_FLOW,
         "HTX",
         "2024-06-30 15",
         "2024-06-30 15",
         {"15", "15", VERDICT_EQUAL}},
        {"some of it",
         KIND_STOCK,
         KIND_STOCK,
         "HTX",
         "2024-06-30 15",
         "2024-06-30 14",
         {"14", "15", VERDICT_PARTIAL}},
        {"lower ends",
         KIND_STOCK,
         KIND_STOCK,
         "HTX",
         "2024-06-30 15..20",
         "2024-06-30 15..25",
         {"15", "15", VERDICT_EQUAL}},
        {"of an earlier day",
         KIND_STOCK,
         KIND_STOCK,
         "HTX",
         "2024-06-30 15",
         "2024-05-31 14",
         {NULL}},
        {"shares do not add up",
         KIND_SHARE,
         KIND_SHARE,
         "%",
         "2024-06-30 15",
         "2024-06-30 14",
         {NULL}},
        {"another kind", KIND_STOCK, KIND_FLOW, "HTX", "2024-06-30 15", "2024-06-30 14", {NULL}},
        {"another unit", KIND_STOCK, KIND_STOCK, "xã", "2024-06-30 15", "2024-06-30 14", {NULL}},
        {"another scale",
         KIND_STOCK,
         KIND_STOCK,
         "nghìn HTX",
         "2024-06-30 15",
         "2024-06-30 14",
         {NULL}},
        {"no whole", KIND_STOCK, KIND_STOCK, "HTX", NULL, "2024-06-30 14", {NULL}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, "30",
                                      table[i].whole};
        situation_begin(&s, &whole);
        int32_t part = make_indicator(&s.book, "p", table[i].part_kind, BETTER_HIGHER);
        struct indicator *what = &s.book.indicators[part];
        what->part_of = s.indicator;
        what->unit = unit_parse(&s.book.pool, table[i].unit, strlen(table[i].unit));
        make_figures(&s.book, s.org, part, table[i].part);
        set_by(&s.book, make_target(&s.book, s.org, s.indicator, 2024, "40"),
               "huyện"); /* checked once */
        situation_compare(&s, "2024-06-30");
        expect_part_check(table[i].cites, &s.card, false, &table[i].expected);
        situation_clear(&s);
    }
}

/* Parts that are themselves sums of some members only say nothing. */
static void test_partial_sums(void **state) {
    (void)state;
    static const char *const figures[] = {"2024-06-30 4", NULL};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t group = make_group(&book, "g", 2, "a b");
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        int32_t p = make_indicator(&book, "p", KIND_STOCK, BETTER_HIGHER);
        book.indicators[p].part_of = x;
        make_figures(&book, group, x, "2024-06-30 15");
        make_figures(&book, a, p, "2024-06-30 10");
        make_figures(&book, b, p, figures[i]);
        compare(&card, &book, 2024, NULL);
        const struct expected expected = {figures[i] != NULL ? "14" : NULL, "15", VERDICT_PARTIAL};
        expect_part_check("section 6", &card, false, &expected);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* ---- targets ---- */

static void test_targets(void **state) {
    (void)state;
    static const char province[] = "tỉnh";
    static const char again[] = "tỉnh"; /* the same words, not the same text */
    static const struct {
        const char *cites;
        const char *whole;
        const char *part;
        const char *by[2];
        bool during[2];
        const char *other_by; /* who assigns a second part's target of 7, or NULL: there is none */
        struct expected expected;
    } table[] = {
        {"one part", "30", "20", {NULL}, {false}, NULL, {"20", "30", VERDICT_PARTIAL}},
        {"by the same",
         "30",
         "20",
         {province, again},
         {false},
         "huyện",
         {"20", "30", VERDICT_PARTIAL}},
        {"said once, each the only one",
         "30",
         "31",
         {province, NULL},
         {false},
         NULL,
         {"31", "30", VERDICT_ABOVE}},
        {"said once, not the only one", "30", "20", {province, NULL}, {false}, "huyện", {NULL}},
        {"by others, each the only one",
         "30",
         "20",
         {province, "huyện"},
         {false},
         NULL,
         {"20", "30", VERDICT_PARTIAL}},
        {"a part of the year", "30", "20", {NULL}, {false, true}, NULL, {NULL}},
        {"the whole of a part of the year", "30", "20", {NULL}, {true, false}, NULL, {NULL}},
        {"both of a part of the year",
         "30",
         "30",
         {NULL},
         {true, true},
         NULL,
         {"30", "30", VERDICT_EQUAL}},
        {"growth has no number", "30", "grow 10", {NULL}, {false}, NULL, {NULL}},
        {"the whole has no number", "grow 10", "20", {NULL}, {false}, NULL, {NULL}},
        {"a corridor has no number", "30", "within 4 6", {NULL}, {false}, NULL, {NULL}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, table[i].whole};
        situation_begin(&s, &whole);
        int32_t part = make_indicator(&s.book, "p", KIND_STOCK, BETTER_HIGHER);
        s.book.indicators[part].part_of = s.indicator;
        set_by(&s.book, 0, table[i].by[0]);
        int32_t of_part = make_target(&s.book, s.org, part, 2024, table[i].part);
        set_by(&s.book, of_part, table[i].by[1]);
        for (int32_t t = 0; t < 2; t++) {
            if (table[i].during[t]) {
                set_during(&s.book, t, "2024-07-01", "2024-12-31");
            }
        }
        if (table[i].other_by != NULL) {
            set_by(&s.book, make_target(&s.book, s.org, part, 2024, "7"), table[i].other_by);
        }
        situation_compare(&s, "2024-12-31");
        expect_part_check(table[i].cites, &s.card, true, &table[i].expected);
        situation_clear(&s);
    }
}

/* Two assigners: a part's target beside a whole's of the other one says nothing. */
static void test_two_assigners(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        bool each[2]; /* the whole's, the part's target: the same for every member */
        int by[2];    /* the first or the second group */
        struct expected member;
        struct expected group;
    } table[] = {
        {"both the group's own", {false, false}, {0, 0}, {NULL}, {"20", "30", VERDICT_PARTIAL}},
        {"both for each",
         {true, true},
         {0, 0},
         {"20", "30", VERDICT_PARTIAL},
         {"20", "30", VERDICT_PARTIAL}},
        {"the whole is the group's own", {false, true}, {0, 0}, {NULL}, {NULL}},
        {"the part is the group's own", {true, false}, {0, 0}, {NULL}, {NULL}},
        {"for each, by two groups", {true, true}, {0, 1}, {"20", "30", VERDICT_PARTIAL}, {NULL}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        const int32_t groups[] = {make_group(&book, "g", 1, "a"), make_group(&book, "h", 1, "a")};
        int32_t x = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        int32_t p = make_indicator(&book, "p", KIND_STOCK, BETTER_HIGHER);
        book.indicators[p].part_of = x;
        set_each_member(&book, make_target(&book, groups[table[i].by[0]], x, 2024, "30"),
                        table[i].each[0]);
        set_each_member(&book, make_target(&book, groups[table[i].by[1]], p, 2024, "20"),
                        table[i].each[1]);
        const int32_t asked[] = {a, groups[0]};
        const struct expected *expected[] = {&table[i].member, &table[i].group};
        for (int k = 0; k < 2; k++) {
            struct scorecard card;
            struct scorecard one = {.book = &book};
            compare(&card, &book, 2024, "2024-12-31");
            for (ptrdiff_t c = 0; c < arrlen(card.parts); c++) {
                if (card.parts[c].org == asked[k]) {
                    arrput(one.parts, card.parts[c]);
                }
            }
            expect_part_check(table[i].cites, &one, true, expected[k]);
            scorecard_clear(&one);
            scorecard_clear(&card);
        }
        book_clear(&book);
    }
}

/* Section 3.5: within each breakdown; the examples of its table. */
static void test_breakdowns(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *whole;
        struct {
            const char *figure; /* NULL: there is no such part; "": not reported */
            const char *by;
            bool complete;
        } parts[3];
        struct expected expected[2]; /* in the order of the breakdowns */
    } table[] = {
        {"by field, complete",
         "2024-06-30 570",
         {{"2024-06-30 345", "lĩnh vực", true}, {"2024-06-30 225", "lĩnh vực", true}},
         {{"570", "570", VERDICT_EQUAL}}},
        {"not complete",
         "2024-06-30 723",
         {{"2024-06-30 566", NULL, false}},
         {{"566", "723", VERDICT_PARTIAL}}},
        {"complete, above",
         "2024-06-30 1031",
         {{"2024-06-30 1015", NULL, true}, {"2024-06-30 31", NULL, true}},
         {{"1046", "1031", VERDICT_ABOVE}}},
        {"complete, short",
         "2024-06-30 167",
         {{"2024-06-30 94", "lĩnh vực", true}, {"2024-06-30 56", "lĩnh vực", true}},
         {{"150", "167", VERDICT_SHORT}}},
        {"complete, one not reported",
         "2024-06-30 167",
         {{"2024-06-30 94", "lĩnh vực", true}, {"", "lĩnh vực", true}},
         {{"94", "167", VERDICT_PARTIAL}}},
        {"two breakdowns",
         "2024-06-30 100",
         {{"2024-06-30 60", "lĩnh vực", false}, {"2024-06-30 100", "hoạt động", true}},
         {{"60", "100", VERDICT_PARTIAL}, {"100", "100", VERDICT_EQUAL}}},
        {"ranges that meet",
         "2024-06-30 100..120",
         {{"2024-06-30 60..70", NULL, true}, {"2024-06-30 45..55", NULL, true}},
         {{"105", "100", VERDICT_EQUAL}}},
        {"ranges, both ends below",
         "2024-06-30 100..120",
         {{"2024-06-30 40..45", NULL, true}, {"2024-06-30 45..54", NULL, true}},
         {{"85", "100", VERDICT_SHORT}}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                      table[i].whole};
        situation_begin(&s, &whole);
        for (int p = 0; p < 3 && table[i].parts[p].figure != NULL; p++) {
            int32_t part = make_indicator(&s.book, "p", KIND_STOCK, BETTER_HIGHER);
            s.book.indicators[part].part_of = s.indicator;
            s.book.indicators[part].part_by = table[i].parts[p].by;
            s.book.indicators[part].part_complete = table[i].parts[p].complete;
            if (table[i].parts[p].figure[0] != '\0') {
                make_figures(&s.book, s.org, part, table[i].parts[p].figure);
            }
        }
        situation_compare(&s, NULL);
        int n = table[i].expected[1].sum != NULL ? 2 : 1;
        expect_int(table[i].cites, "checks", (int)arrlen(s.card.parts), n);
        for (int k = 0; k < n; k++) {
            const struct part_check *found = &s.card.parts[k];
            expect_ratio(table[i].cites, "sum", found->sum, table[i].expected[k].sum);
            expect_ratio(table[i].cites, "whole", found->whole, table[i].expected[k].whole);
            expect_int(table[i].cites, "verdict", (int)found->verdict,
                       (int)table[i].expected[k].verdict);
        }
        situation_clear(&s);
    }
}

/* ---- allocation ---- */

/* A group of a and b with a target of 60; a's is 20, b's as the table says. */
static void test_allocation(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *goal; /* of b */
        bool during;      /* of b's */
        const char *date; /* of b's */
        const char *revised;
        const char *revised_on;
        int assigned;
        const char *sum;
        enum verdict verdict;
    } table[] = {
        {"both", "40", false, NULL, NULL, NULL, 2, "60", VERDICT_ALLOCATED},
        {"more", "41", false, NULL, NULL, NULL, 2, "61", VERDICT_OVER},
        {"less", "39", false, NULL, NULL, NULL, 2, "59", VERDICT_SHORT},
        {"a part of the year", "40", true, NULL, NULL, NULL, 1, "20", VERDICT_SHORT},
        {"section 3.6, growth at its T", "grow 10 40", false, NULL, NULL, NULL, 2, "64",
         VERDICT_OVER},
        {"section 3.6, growth without B", "grow 10", false, NULL, NULL, NULL, 1, "20",
         VERDICT_SHORT},
        {"a corridor", "within 4 6", false, NULL, NULL, NULL, 1, "20", VERDICT_SHORT},
        {"not yet known", "40", false, "2024-07-01", NULL, NULL, 1, "20", VERDICT_SHORT},
        {"known that day", "40", false, "2024-06-30", NULL, NULL, 2, "60", VERDICT_ALLOCATED},
        {"revised", "40", false, NULL, "30", "2024-06-30", 2, "50", VERDICT_SHORT},
        {"revised later", "40", false, NULL, "30", "2024-07-01", 2, "60", VERDICT_ALLOCATED},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t group = make_group(&book, "g", 2, "a b");
        int32_t x = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
        make_target(&book, group, x, 2024, "60");
        make_target(&book, a, x, 2024, "20");
        int32_t t = make_target(&book, b, x, 2024, table[i].goal);
        if (table[i].during) {
            set_during(&book, t, "2024-07-01", "2024-12-31");
        }
        if (table[i].date != NULL) {
            set_date(&book, t, table[i].date);
        }
        if (table[i].revised != NULL) {
            make_revision(&book, t, table[i].revised_on, table[i].revised);
        }
        compare(&card, &book, 2024, "2024-06-30");
        expect_int(table[i].cites, "allocations", (int)arrlen(card.allocations), 1);
        const struct allocation *shown = &card.allocations[0];
        expect_int(table[i].cites, "whose", shown->org, group);
        expect_int(table[i].cites, "assigned", shown->members_assigned, table[i].assigned);
        expect_ratio(table[i].cites, "sum", shown->sum, table[i].sum);
        expect_ratio(table[i].cites, "target", shown->target, "60");
        expect_int(table[i].cites, "verdict", (int)shown->verdict, (int)table[i].verdict);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* Section 3.6: assigner by assigner; the examples of its table. */
static void test_assigners(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *group_by;
        const char *group_goal;
        int unnamed; /* members that are only counted */
        struct {
            char org; /* 'a', 'b', 'g' for each member of the group; 0: none */
            const char *by;
            const char *goal;
        } assigned[4];
        const char *sum; /* NULL: no answer */
        enum verdict verdict;
    } table[] = {
        {"by the province",
         "Tinh",
         "100",
         0,
         {{'a', "HDND", "40"}, {'a', "Tinh", "30"}, {'b', "HDND", "80"}, {'b', "Tinh", "70"}},
         "100",
         VERDICT_ALLOCATED},
        {"by the council",
         "HDND",
         "120",
         0,
         {{'a', "HDND", "40"}, {'a', "Tinh", "30"}, {'b', "HDND", "80"}, {'b', "Tinh", "70"}},
         "120",
         VERDICT_ALLOCATED},
        {"their only ones",
         "Tinh",
         "100",
         0,
         {{'a', "Cum", "40"}, {'b', "Cum", "60"}},
         "100",
         VERDICT_ALLOCATED},
        {"several others: none",
         "Tinh",
         "100",
         0,
         {{'a', "Cum", "40"}, {'a', "HDND", "50"}, {'b', "Cum", "60"}},
         "60",
         VERDICT_SHORT},
        {"growth at its T",
         NULL,
         "100",
         0,
         {{'a', NULL, "grow 10 50"}, {'b', NULL, "45"}},
         "100",
         VERDICT_ALLOCATED},
        {"for each member", NULL, "40", 0, {{'g', NULL, "20"}}, "40", VERDICT_ALLOCATED},
        {"those not named too", NULL, "140", 5, {{'g', NULL, "20"}}, "140", VERDICT_ALLOCATED},
        {"growth over a stated base",
         NULL,
         "140",
         5,
         {{'g', NULL, "grow 10 20"}},
         "154",
         VERDICT_OVER},
        {"not growth over their own",
         NULL,
         "140",
         5,
         {{'g', NULL, "grow 10"}},
         NULL,
         VERDICT_SHORT},
        {"none", NULL, "100", 0, {{0}}, NULL, VERDICT_SHORT},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t group = make_group(&book, "g", 2 + table[i].unnamed, "a b");
        int32_t x = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
        set_by(&book, make_target(&book, group, x, 2024, table[i].group_goal), table[i].group_by);
        for (int k = 0; k < 4 && table[i].assigned[k].org != 0; k++) {
            char whose = table[i].assigned[k].org;
            int32_t org = whose == 'a' ? a : whose == 'b' ? b : group;
            int32_t t = make_target(&book, org, x, 2024, table[i].assigned[k].goal);
            set_by(&book, t, table[i].assigned[k].by);
            set_each_member(&book, t, whose == 'g');
        }
        compare(&card, &book, 2024, "2024-06-30");
        expect_int(table[i].cites, "allocations", (int)arrlen(card.allocations),
                   table[i].sum != NULL);
        if (table[i].sum != NULL) {
            expect_ratio(table[i].cites, "sum", card.allocations[0].sum, table[i].sum);
            expect_int(table[i].cites, "verdict", (int)card.allocations[0].verdict,
                       (int)table[i].verdict);
            assert_string_equal(card.allocations[0].by != NULL ? card.allocations[0].by : "",
                                table[i].group_by != NULL ? table[i].group_by : "");
        }
        scorecard_clear(&card);
        book_clear(&book);
    }
}

/* Where the group's target is not one to be allocated. */
static void test_not_allocated(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum rollup rule;
        const char *goal;
        bool during;
        bool each;
    } table[] = {
        {"of a part of the year", KIND_FLOW, ROLLUP_DEFAULT, "60", true, false},
        {"for each member", KIND_FLOW, ROLLUP_DEFAULT, "60", false, true},
        {"growth without a base", KIND_STOCK, ROLLUP_DEFAULT, "grow 10", false, false},
        {"a corridor", KIND_STOCK, ROLLUP_DEFAULT, "within 4 6", false, false},
        {"the largest counts", KIND_STOCK, ROLLUP_MAX, "60", false, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        struct scorecard card;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t group = make_group(&book, "g", 2, "a");
        int32_t x = make_indicator(&book, "x", table[i].kind, BETTER_HIGHER);
        book.indicators[x].rollup = table[i].rule;
        int32_t t = make_target(&book, group, x, 2024, table[i].goal);
        if (table[i].during) {
            set_during(&book, t, "2024-07-01", "2024-12-31");
        }
        set_each_member(&book, t, table[i].each);
        make_target(&book, a, x, 2024, "20");
        compare(&card, &book, 2024, "2024-12-31");
        expect_int(table[i].cites, "allocations", (int)arrlen(card.allocations), 0);
        scorecard_clear(&card);
        book_clear(&book);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_actuals),       cmocka_unit_test(test_partial_sums),
        cmocka_unit_test(test_targets),       cmocka_unit_test(test_allocation),
        cmocka_unit_test(test_not_allocated), cmocka_unit_test(test_two_assigners),
        cmocka_unit_test(test_breakdowns),    cmocka_unit_test(test_assigners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
