/* SPDX-License-Identifier: MIT */
/* Figures against each other: docs/QUY-TAC.md, sections 2, 3 and 6, and the format. Beside every
 * finding stands the row that just does not call for it. What can hardly be: test_plausibility.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "audit_expect.h"

static void test_falling(void **state) {
    (void)state;
    static const struct audit_row table[] = {
        {"format, a running total falls", KIND_FLOW, NULL, "2024-03-31 9; 2024-06-30 8.9",
         MSG_TOTAL_FALLS, 2, 1},
        {"format, it stands", KIND_FLOW, NULL, "2024-03-31 9; 2024-06-30 9", NOTHING, 0, 0},
        {"format, it may stand at the end of an interval", KIND_FLOW, NULL,
         "2024-03-31 9; 2024-06-30 7..9", NOTHING, 0, 0},
        {"format, not even there", KIND_FLOW, NULL, "2024-03-31 9; 2024-06-30 7..8.9",
         MSG_TOTAL_FALLS, 2, 1},
        {"format, nor between two intervals that overlap", KIND_FLOW, NULL,
         "2024-03-31 9..10; 2024-06-30 9..9.5", NOTHING, 0, 0},
        {"section 2, a flow begins anew each year", KIND_FLOW, NULL, "2023-12-31 90; 2024-03-31 9",
         NOTHING, 0, 0},
        {"section 2, a level may fall", KIND_STOCK, NULL, "2024-03-31 9; 2024-06-30 8", NOTHING, 0,
         0},
        {"format, written in another order", KIND_FLOW, NULL, "2024-06-30 8; 2024-03-31 9",
         MSG_TOTAL_FALLS, 1, 2},
    };
    expect_findings(table, sizeof table / sizeof *table);
}

static void test_increments(void **state) {
    (void)state;
    static const struct audit_row table[] = {
        {"format, increments add up", KIND_FLOW, NULL, "2024-01 +3; 2024-02 +4; 2024-02-29 7",
         NOTHING, 0, 0},
        {"format, increments differ", KIND_FLOW, NULL, "2024-01 +3; 2024-02 +4; 2024-02-29 7.1",
         MSG_INCREMENTS_DIFFER, 3, 2},
        {"format, increments above the total", KIND_FLOW, NULL,
         "2024-01 +3; 2024-02 +4; 2024-02-29 6.9", MSG_INCREMENTS_DIFFER, 3, 2},
        {"format, increments after the total", KIND_FLOW, NULL,
         "2024-01 +3; 2024-02 +4; 2024-01-31 4", MSG_INCREMENTS_DIFFER, 3, 1},
        {"format, a total's interval that holds them", KIND_FLOW, NULL,
         "2024-01 +3; 2024-01-31 2..4", NOTHING, 0, 0},
        {"format, a gap", KIND_FLOW, NULL, "2024-01 +3; 2024-03 +4; 2024-03-31 8", NOTHING, 0, 0},
        {"format, not the whole span", KIND_FLOW, NULL, "2024-01 +3; 2024-02-29 8", NOTHING, 0, 0},
        {"format, longer than the span", KIND_FLOW, NULL, "2024-Q1 +3; 2024-02-29 8", NOTHING, 0,
         0},
        {"format, an interval that holds the total", KIND_FLOW, NULL,
         "2024-01 +3..5; 2024-02 +4; 2024-02-29 8", NOTHING, 0, 0},
        {"format, an interval that does not", KIND_FLOW, NULL,
         "2024-01 +3..5; 2024-02 +4; 2024-02-29 9.1", MSG_INCREMENTS_DIFFER, 3, 2},
        {"format, the first of two totals", KIND_FLOW, NULL,
         "2024-Q1 +9; 2024-03-31 10; 2024-06-30 20", MSG_INCREMENTS_DIFFER, 2, 1},
    };
    expect_findings(table, sizeof table / sizeof *table);
}

static void test_share_range(void **state) {
    (void)state;
    static const struct audit_row table[] = {
        {"section 2, 100", KIND_SHARE, NULL, "2024-06-30 100", NOTHING, 0, 0},
        {"section 2, above 100", KIND_SHARE, NULL, "2024-06-30 100.1", MSG_SHARE_RANGE, 1, 0},
        {"section 2, 0", KIND_SHARE, NULL, "2024-06-30 0", NOTHING, 0, 0},
        {"section 2, below 0", KIND_SHARE, NULL, "2024-06-30 -0.1", MSG_SHARE_RANGE, 1, 0},
        {"section 2, an interval's end", KIND_SHARE, NULL, "2024-06-30 90..101", MSG_SHARE_RANGE, 1,
         0},
        {"section 2, a rate of either sign", KIND_RATE, NULL, "2024-06-30 -250", NOTHING, 0, 0},
    };
    expect_findings(table, sizeof table / sizeof *table);
}

/* ---- parts ---- */

enum { PARTS = 2 };

/* The whole's figure stands on line 1, the parts' on 2 and 3. */
static void test_parts_of_figures(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        enum indicator_kind part_kind;
        const char *whole;
        const char *parts[PARTS];
        enum message_code code;
        uint32_t line;
    } table[] = {
        {"section 3, flows add up",
         KIND_FLOW,
         KIND_FLOW,
         "2024-06-30 15",
         {"2024-06-30 10", "2024-06-30 5"},
         NOTHING,
         0},
        {"section 3, flows above",
         KIND_FLOW,
         KIND_FLOW,
         "2024-06-30 15",
         {"2024-06-30 10", "2024-06-30 5.1"},
         MSG_PARTS_ABOVE,
         3},
        {"section 3, stocks above",
         KIND_STOCK,
         KIND_STOCK,
         "2024-06-30 15",
         {"2024-06-30 16", NULL},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, some not named",
         KIND_STOCK,
         KIND_STOCK,
         "2024-06-30 15",
         {"2024-06-30 5", NULL},
         NOTHING,
         0},
        {"section 6, on one date",
         KIND_STOCK,
         KIND_STOCK,
         "2024-06-30 15",
         {"2024-06-30 10", "2024-05-31 6"},
         NOTHING,
         0},
        {"section 3, the interval's upper end",
         KIND_STOCK,
         KIND_STOCK,
         "2024-06-30 10..15",
         {"2024-06-30 10", "2024-06-30 5"},
         NOTHING,
         0},
        {"section 3, a part's lower end",
         KIND_STOCK,
         KIND_STOCK,
         "2024-06-30 15",
         {"2024-06-30 10..20", "2024-06-30 5"},
         NOTHING,
         0},
        {"section 3, a share's lower end",
         KIND_SHARE,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 50..90", "2024-06-30 50"},
         NOTHING,
         0},
        {"section 3, the larger share by its lower end",
         KIND_SHARE,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 61", "2024-06-30 50..90"},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, two shares above, the first",
         KIND_SHARE,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 61", "2024-06-30 61"},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, shares do not add up",
         KIND_SHARE,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 60", "2024-06-30 50"},
         NOTHING,
         0},
        {"section 3, a share above its whole",
         KIND_SHARE,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 60.1", "2024-06-30 50"},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, an average may lie above",
         KIND_AVERAGE,
         KIND_AVERAGE,
         "2024-06-30 60",
         {"2024-06-30 70", "2024-06-30 50"},
         NOTHING,
         0},
        {"section 6, unlike things",
         KIND_STOCK,
         KIND_SHARE,
         "2024-06-30 60",
         {"2024-06-30 70", "2024-06-30 50"},
         NOTHING,
         0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                      table[i].whole};
        situation_begin(&s, &whole);
        for (int p = 0; p < PARTS; p++) {
            int32_t part =
                make_indicator(&s.book, p == 0 ? "p" : "q", table[i].part_kind, BETTER_HIGHER);
            s.book.indicators[part].part_of = s.indicator;
            make_figures(&s.book, s.org, part, table[i].parts[p]);
        }
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, 1);
        situation_clear(&s);
    }
}

/* The whole's target stands on line 1, the parts' on 2 and 3. */
static void test_parts_of_targets(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        const char *whole;
        const char *parts[PARTS];
        const char *by[1 + PARTS];
        enum message_code code;
        uint32_t line;
    } table[] = {
        {"section 3, targets add up", KIND_FLOW, "60", {"50", "10"}, {NULL}, NOTHING, 0},
        {"section 3, targets above", KIND_FLOW, "60", {"50", "10.1"}, {NULL}, MSG_PARTS_ABOVE, 3},
        {"section 3, by the same",
         KIND_FLOW,
         "60",
         {"50", "11"},
         {"tỉnh", "tỉnh", "tỉnh"},
         MSG_PARTS_ABOVE,
         3},
        {"section 3, who assigned it is said once",
         KIND_FLOW,
         "60",
         {"50", "11"},
         {"tỉnh", NULL, NULL},
         MSG_PARTS_ABOVE,
         3},
        {"section 3, growth has no number yet",
         KIND_STOCK,
         "60",
         {"50", "grow 90"},
         {NULL},
         NOTHING,
         0},
        {"section 3, shares",
         KIND_SHARE,
         "more_than 60",
         {"more_than 40", "at_least 60"},
         {NULL},
         NOTHING,
         0},
        {"section 3, a share above its whole",
         KIND_SHARE,
         "more_than 60",
         {"more_than 40", "at_least 61"},
         {NULL},
         MSG_PARTS_ABOVE,
         3},
        {"section 3, the larger share is above its whole",
         KIND_SHARE,
         "more_than 60",
         {"at_least 61", "more_than 40"},
         {NULL},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, two shares above, the first",
         KIND_SHARE,
         "more_than 60",
         {"at_least 61", "at_least 61"},
         {NULL},
         MSG_PARTS_ABOVE,
         2},
        {"section 3, averages", KIND_AVERAGE, "60", {"70", "50"}, {NULL}, NOTHING, 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, table[i].whole};
        situation_begin(&s, &whole);
        set_by(&s.book, 0, table[i].by[0]);
        for (int p = 0; p < PARTS; p++) {
            int32_t part =
                make_indicator(&s.book, p == 0 ? "p" : "q", table[i].kind, BETTER_HIGHER);
            s.book.indicators[part].part_of = s.indicator;
            set_by(&s.book, make_target(&s.book, s.org, part, 2024, table[i].parts[p]),
                   table[i].by[1 + p]);
        }
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, 1);
        situation_clear(&s);
    }
}

/* Section 3.5 in `check`: a complete breakdown once all its parts are there; the whole's figure
 * stands on line 1, the parts' on 2 and 3. */
static void test_complete(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *whole;
        const char *parts[PARTS];
        bool complete;
        const char *by; /* of the second */
        enum message_code code;
        uint32_t line;
        uint32_t related;
    } table[] = {
        {"short",
         "2024-06-30 167",
         {"2024-06-30 94", "2024-06-30 56"},
         true,
         NULL,
         MSG_PARTS_SHORT,
         1,
         3},
        {"not complete",
         "2024-06-30 167",
         {"2024-06-30 94", "2024-06-30 56"},
         false,
         NULL,
         NOTHING,
         0,
         0},
        {"one not reported", "2024-06-30 167", {"2024-06-30 94", NULL}, true, NULL, NOTHING, 0, 0},
        {"equal", "2024-06-30 150", {"2024-06-30 94", "2024-06-30 56"}, true, NULL, NOTHING, 0, 0},
        {"above",
         "2024-06-30 140",
         {"2024-06-30 94", "2024-06-30 56"},
         true,
         NULL,
         MSG_PARTS_ABOVE,
         3,
         1},
        {"two breakdowns, each below",
         "2024-06-30 100",
         {"2024-06-30 94", "2024-06-30 56"},
         false,
         "hoạt động",
         NOTHING,
         0,
         0},
        {"ranges that meet",
         "2024-06-30 150..160",
         {"2024-06-30 90..94", "2024-06-30 56"},
         true,
         NULL,
         NOTHING,
         0,
         0},
        {"ranges apart",
         "2024-06-30 151..160",
         {"2024-06-30 90..94", "2024-06-30 56"},
         true,
         NULL,
         MSG_PARTS_SHORT,
         1,
         3},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting whole = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                      table[i].whole};
        situation_begin(&s, &whole);
        for (int p = 0; p < PARTS; p++) {
            int32_t part = make_indicator(&s.book, p == 0 ? "p" : "q", KIND_STOCK, BETTER_HIGHER);
            struct indicator *what = &s.book.indicators[part];
            what->part_of = s.indicator;
            what->part_complete = table[i].complete;
            what->part_by = p == 1 ? table[i].by : NULL;
            make_figures(&s.book, s.org, part, table[i].parts[p]);
        }
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, table[i].related);
        situation_clear(&s);
    }
}

/* Section 3.2: the targets in force; section 3.5: growth at its T, those for each member beside
 * those for each. The whole's target stands on line 1, the part's on 2, what revises it on 3. */
static void test_targets_in_force(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *whole;
        const char *part;
        const char *revised; /* of the whole, on 01/03 */
        const char *figures; /* what the year's day comes from */
        bool each;           /* both for each member of a group */
        enum message_code code;
        uint32_t related;
    } table[] = {
        {"as assigned", "100", "90", NULL, NULL, false, NOTHING, 0},
        {"revised below it", "100", "90", "80", "2024-06-30 10", false, MSG_PARTS_ABOVE, 1},
        {"not revised yet", "100", "90", "80", "2024-01-31 10", false, NOTHING, 0},
        {"growth over a base", "60", "grow 10 60", NULL, NULL, false, MSG_PARTS_ABOVE, 1},
        {"growth of the whole", "grow 10 60", "67", NULL, NULL, false, MSG_PARTS_ABOVE, 1},
        {"growth that it holds", "grow 10 60", "66", NULL, NULL, false, NOTHING, 0},
        {"growth over last year", "grow 10", "67", NULL, "2023-12-31 60; 2024-06-30 63", false,
         MSG_PARTS_ABOVE, 1},
        {"for each member", "20", "21", NULL, NULL, true, MSG_PARTS_ABOVE, 1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        make_book(&book);
        int32_t org = make_org(&book, "a");
        int32_t owner = table[i].each ? make_group(&book, "g", 1, "a") : org;
        int32_t whole = make_indicator(&book, "x", KIND_STOCK, BETTER_HIGHER);
        int32_t part = make_indicator(&book, "p", KIND_STOCK, BETTER_HIGHER);
        book.indicators[part].part_of = whole;
        int32_t of_whole = make_target(&book, owner, whole, 2024, table[i].whole);
        int32_t of_part = make_target(&book, owner, part, 2024, table[i].part);
        set_each_member(&book, of_whole, table[i].each);
        set_each_member(&book, of_part, table[i].each);
        if (table[i].revised != NULL) {
            make_revision(&book, of_whole, "2024-03-01", table[i].revised);
        }
        make_figures(&book, org, whole, table[i].figures);
        bool revised = table[i].revised != NULL;
        expect_finding(table[i].cites, &book, table[i].code, 2, revised ? 3 : table[i].related);
        book_clear(&book);
    }
}

/* Section 3: two assigners, two plans; one's parts are not held against the other's whole. */
static void test_parts_of_two_plans(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *district;
        enum message_code code;
    } table[] = {
        {"section 3, each adds up", "58", NOTHING},
        {"section 3, the district's is above", "58.1", MSG_PARTS_ABOVE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        static const struct setting whole = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "60"};
        situation_begin(&s, &whole);
        int32_t part = make_indicator(&s.book, "p", KIND_FLOW, BETTER_HIGHER);
        s.book.indicators[part].part_of = s.indicator;
        static const char written_apart[] = "tỉnh"; /* a text of its own, as in a book */
        set_by(&s.book, 0, written_apart);
        static const char again[] = "huyện";
        set_by(&s.book, make_target(&s.book, s.org, s.indicator, 2024, "58"), again);
        set_by(&s.book, make_target(&s.book, s.org, part, 2024, "60"), "tỉnh");
        set_by(&s.book, make_target(&s.book, s.org, part, 2024, table[i].district), "huyện");
        expect_finding(table[i].cites, &s.book, table[i].code, 4, 2);
        situation_clear(&s);
    }
}

/* What is not held against each other; a part declared before its whole is. */
static void test_parts_apart(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *unit;   /* of the part, or NULL: the whole's */
        const char *during; /* of the part's target, or NULL */
        const char *whole_during;
        const char *by; /* of a second whole target, or NULL: there is none */
        enum message_code code;
    } table[] = {
        {"section 3, above", NULL, NULL, NULL, NULL, MSG_PARTS_ABOVE},
        {"section 3, another unit", "người", NULL, NULL, NULL, NOTHING},
        {"section 3, another scale", "nghìn HTX", NULL, NULL, NULL, NOTHING},
        {"section 3, a part of the year", NULL, "2024-H2", NULL, NULL, NOTHING},
        {"section 3, the whole of a part of the year", NULL, NULL, "2024-H2", NULL, NOTHING},
        {"section 3, nobody knows whose", NULL, NULL, NULL, "huyện", NOTHING},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        make_book(&book);
        int32_t org = make_org(&book, "a");
        int32_t part = make_indicator(&book, "p", KIND_FLOW, BETTER_HIGHER);
        int32_t whole = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
        book.indicators[part].part_of = whole;
        const char *unit = table[i].unit != NULL ? table[i].unit : "HTX";
        book.indicators[part].unit = unit_parse(&book.pool, unit, strlen(unit));
        int32_t of_whole = make_target(&book, org, whole, 2024, "60");
        int32_t of_part = make_target(&book, org, part, 2024, "61");
        if (table[i].whole_during != NULL) {
            set_during(&book, of_whole, "2024-07-01", "2024-12-31");
        }
        if (table[i].during != NULL) {
            set_during(&book, of_part, "2024-07-01", "2024-12-31");
        }
        set_by(&book, of_whole, table[i].by != NULL ? "tỉnh" : NULL);
        set_by(&book, of_part, table[i].by != NULL ? "xã" : NULL);
        if (table[i].by != NULL) {
            set_by(&book, make_target(&book, org, whole, 2024, "50"), table[i].by);
        }
        expect_finding(table[i].cites, &book, table[i].code, 2, 1);
        book_clear(&book);
    }
}

/* ---- groups ---- */

/* The group's figure stands on line 1. */
static void test_members(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        int total;
        const char *own;
        const char *a;
        const char *b;
        enum message_code code;
    } table[] = {
        {"section 3, the same", KIND_STOCK, 2, "2024-06-30 30", "2024-06-30 10", "2024-06-30 20",
         NOTHING},
        {"section 3, members differ", KIND_STOCK, 2, "2024-06-30 30.1", "2024-06-30 10",
         "2024-06-30 20", MSG_MEMBERS_DIFFER},
        {"section 3, flows differ", KIND_FLOW, 2, "2024-06-30 29", "2024-06-30 10", "2024-06-30 20",
         MSG_MEMBERS_DIFFER},
        {"section 6, one has not reported", KIND_STOCK, 2, "2024-06-30 31", "2024-06-30 10", NULL,
         NOTHING},
        {"section 6, one is not named", KIND_STOCK, 3, "2024-06-30 31", "2024-06-30 10",
         "2024-06-30 20", NOTHING},
        {"section 6, another date", KIND_STOCK, 2, "2024-06-30 31", "2024-05-31 10",
         "2024-05-31 20", NOTHING},
        {"section 6, averages are not totalled", KIND_AVERAGE, 2, "2024-06-30 31", "2024-06-30 10",
         "2024-06-30 20", NOTHING},
        {"section 4, inside the interval", KIND_STOCK, 2, "2024-06-30 29..31", "2024-06-30 10",
         "2024-06-30 20", NOTHING},
        {"section 4, intervals that meet above", KIND_STOCK, 2, "2024-06-30 29..31",
         "2024-06-30 10..12", "2024-06-30 20", NOTHING},
        {"section 4, intervals that meet below", KIND_STOCK, 2, "2024-06-30 29..31",
         "2024-06-30 8..10", "2024-06-30 20", NOTHING},
        {"section 4.1, an increment behind a gap is no total", KIND_FLOW, 2, "2024-06 +3",
         "2024-06-30 10", "2024-06-30 20", MSG_BEHIND_GAP},
        {"section 6.3, increments too", KIND_FLOW, 2, "2024-Q1 +10", "2024-03-31 3", "2024-03-31 4",
         MSG_MEMBERS_DIFFER},
        {"section 6.3, increments that make it", KIND_FLOW, 2, "2024-Q1 +7", "2024-03-31 3",
         "2024-03-31 4", NOTHING},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct book book;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t b = make_org(&book, "b");
        int32_t group = make_group(&book, "g", table[i].total, "a b");
        int32_t x = make_indicator(&book, "x", table[i].kind, BETTER_HIGHER);
        make_figures(&book, group, x, table[i].own);
        make_figures(&book, a, x, table[i].a);
        make_figures(&book, b, x, table[i].b);
        expect_finding(table[i].cites, &book, table[i].code, 1, 0);
        book_clear(&book);
    }
}

/* Many more figures and targets than one thread takes at a time: the same is found, in the same
 * order, with any number of threads. The last figure of a piece's first series is held against the
 * one before it, wherever pieces are cut. */
static void test_by_threads(void **state) {
    (void)state;
    enum { ORGS = 1300, FALLING = 3, ABOVE = 5 };
    struct book book;
    make_book(&book);
    int32_t whole = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
    int32_t part = make_indicator(&book, "y", KIND_FLOW, BETTER_HIGHER);
    book.indicators[part].part_of = whole;
    for (int i = 0; i < ORGS; i++) {
        int32_t org = make_org(&book, "a");
        make_figures(&book, org, whole,
                     i % FALLING == 0 ? "2024-01-31 7; 2024-03-31 9; 2024-06-30 8; 2024-09-30 9"
                                      : "2024-01-31 7; 2024-03-31 8; 2024-06-30 9; 2024-09-30 9");
        make_target(&book, org, whole, 2024, "60");
        make_target(&book, org, part, 2024, i % ABOVE == 0 ? "61" : "60");
    }
    for (int jobs = 1; jobs <= 4; jobs++) {
        struct findings findings = {0};
        audit_book(&book, jobs, &findings);
        int falls = (ORGS + FALLING - 1) / FALLING;
        expect_int("by threads", "findings", (int)arrlen(findings.items),
                   falls + (ORGS + ABOVE - 1) / ABOVE);
        for (int i = 0; i < (int)arrlen(findings.items); i++) {
            int lines = 6 * (i < falls ? i * FALLING : (i - falls) * ABOVE); /* of those before */
            expect_int("by threads", "code", (int)findings.items[i].code,
                       i < falls ? MSG_TOTAL_FALLS : MSG_PARTS_ABOVE);
            expect_int("by threads", "line", (int)findings.items[i].place.line,
                       lines + (i < falls ? 3 : 6));
            expect_int("by threads", "related line", (int)findings.items[i].related.line,
                       lines + (i < falls ? 2 : 5));
        }
        findings_clear(&findings);
    }
    book_clear(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_apart),      cmocka_unit_test(test_falling),
        cmocka_unit_test(test_increments),       cmocka_unit_test(test_share_range),
        cmocka_unit_test(test_parts_of_figures), cmocka_unit_test(test_parts_of_targets),
        cmocka_unit_test(test_complete),         cmocka_unit_test(test_targets_in_force),
        cmocka_unit_test(test_members),          cmocka_unit_test(test_parts_of_two_plans),
        cmocka_unit_test(test_by_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
