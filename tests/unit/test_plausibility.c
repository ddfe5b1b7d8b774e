/* SPDX-License-Identifier: MIT */
/* Slips that reach print: docs/QUY-TAC.md, section 8, row by row; what stands without effect; what
 * lies behind a gap. Beside every finding stands the row that just does not call for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "audit_expect.h"

/* Section 8, P1 to P4: each edge and the row just beside it. */
static void test_sizes(void **state) {
    (void)state;
    static const struct audit_row table[] = {
        /* P3 */
        {"P3, a thousand times", KIND_STOCK, NULL, "2023-12-31 723; 2024-06-30 723000",
         MSG_THOUSAND_HISTORY, 2, 1},
        {"P3, a thousandth", KIND_AVERAGE, NULL, "2024-03-31 2700; 2024-06-30 2.7",
         MSG_THOUSAND_HISTORY, 2, 1},
        {"P3, from 300 times", KIND_STOCK, NULL, "2023-12-31 1; 2024-06-30 300",
         MSG_THOUSAND_HISTORY, 2, 1},
        {"P3, less is P2", KIND_STOCK, NULL, "2023-12-31 1; 2024-06-30 299.9", MSG_THREE_HISTORY, 2,
         1},
        {"P3, to 3 000 times", KIND_STOCK, NULL, "2023-12-31 1; 2024-06-30 3000",
         MSG_THOUSAND_HISTORY, 2, 1},
        {"P3, more is P2", KIND_STOCK, NULL, "2023-12-31 1; 2024-06-30 3000.1", MSG_THREE_HISTORY,
         2, 1},
        {"P3, of many digits", KIND_STOCK, NULL,
         "2023-12-31 123456789012.345678; 2024-06-30 61728394506172.839", MSG_THOUSAND_HISTORY, 2,
         1},
        {"P3, an estimate in between", KIND_STOCK, NULL,
         "2023-12-31 723; 2023-12-31 ~700; 2024-06-30 723000", MSG_THOUSAND_HISTORY, 3, 1},
        {"P3, two years back", KIND_STOCK, NULL, "2022-12-31 723; 2024-06-30 723000", NOTHING, 0,
         0},
        {"P3, the target", KIND_STOCK, "60", "2024-06-30 60000", MSG_THOUSAND_TARGET, 2, 1},
        {"P3, just less than a target is no P2", KIND_STOCK, "60", "2024-06-30 17999", NOTHING, 0,
         0},
        {"P3, a target a thousandfold", KIND_AVERAGE, "2700", "2024-06-30 2.7", MSG_THOUSAND_TARGET,
         2, 1},
        {"P3, a flow far below its target", KIND_FLOW, "60000", "2024-01-31 60", NOTHING, 0, 0},
        {"P3, a flow at its lower end", KIND_FLOW, "60000", "2024-01-31 60..70000", NOTHING, 0, 0},
        {"P3, a flow far above its target", KIND_FLOW, "60", "2024-01-31 60000",
         MSG_THOUSAND_TARGET, 2, 1},
        {"P3, a flow may begin small", KIND_FLOW, NULL, "2024-01-31 1; 2024-12-31 1000", NOTHING, 0,
         0},
        {"P3, a flow below last year's of that day", KIND_FLOW, NULL,
         "2023-06-30 9000; 2024-06-30 9", MSG_THOUSAND_HISTORY, 2, 1},
        {"P3, the stated base", KIND_AVERAGE, "grow 10 60", "2024-12-31 66000", MSG_THOUSAND_BASE,
         2, 1},
        {"P3, growth over last year", KIND_STOCK, "grow 10", "2024-06-30 60000", NOTHING, 0, 0},
        {"section 8, from nothing", KIND_STOCK, NULL, "2023-12-31 0; 2024-06-30 1000", NOTHING, 0,
         0},
        {"section 8, a reported 0", KIND_FLOW, "30", "2023-06-30 20; 2024-06-30 0", NOTHING, 0, 0},
        {"section 8, rates have none", KIND_RATE, NULL, "2023-12-31 1; 2024-12-31 1000", NOTHING, 0,
         0},
        /* P4 */
        {"P4, a fraction for a percentage", KIND_SHARE, NULL, "2023-12-31 78.5; 2024-12-31 0.785",
         MSG_HUNDREDTH_HISTORY, 2, 1},
        {"P4, from 30 times", KIND_SHARE, NULL, "2023-12-31 30; 2024-12-31 1",
         MSG_HUNDREDTH_HISTORY, 2, 1},
        {"P4, less is P2", KIND_SHARE, NULL, "2023-12-31 29.9; 2024-12-31 1", MSG_THREE_HISTORY, 2,
         1},
        {"P4, larger is P2", KIND_SHARE, NULL, "2023-12-31 1; 2024-12-31 60", MSG_THREE_HISTORY, 2,
         1},
        {"P4, not of a number", KIND_AVERAGE, NULL, "2023-12-31 100; 2024-12-31 1",
         MSG_THREE_HISTORY, 2, 1},
        {"P4, the stated base", KIND_SHARE, "grow 2 78.5", "2024-12-31 0.785", MSG_HUNDREDTH_BASE,
         2, 1},
        /* P1 */
        {"P1, ten times the target", KIND_FLOW, "30", "2024-06-30 300", MSG_TEN_TARGET, 2, 1},
        {"P1, a little less", KIND_FLOW, "30", "2024-06-30 299.9", NOTHING, 0, 0},
        {"P1, an increment", KIND_FLOW, "30", "2024-01 +300", MSG_TEN_TARGET, 2, 1},
        {"P1, an estimate", KIND_FLOW, "30", "2024-06-30 ~320", MSG_TEN_TARGET, 2, 1},
        {"P1, ten times last year's total", KIND_FLOW, NULL, "2023-12-31 116; 2024-06-30 1160",
         MSG_TEN_HISTORY, 2, 1},
        {"P1, a total that stops before is none", KIND_FLOW, NULL,
         "2023-11-30 116; 2024-06-30 1160", NOTHING, 0, 0},
        {"P1, a tenth of that day", KIND_FLOW, NULL, "2023-06-30 100; 2024-06-30 10",
         MSG_TEN_HISTORY, 2, 1},
        {"P1, a little more", KIND_FLOW, NULL, "2023-06-30 100; 2024-06-30 10.1", NOTHING, 0, 0},
        {"P1, a flow that begins small", KIND_FLOW, "5810", "2023-12-31 5000; 2024-01-31 6",
         NOTHING, 0, 0},
        /* P2 */
        {"P2, a zero too many", KIND_STOCK, NULL, "2023-12-31 44120; 2024-06-30 450300",
         MSG_THREE_HISTORY, 2, 1},
        {"P2, three times", KIND_STOCK, NULL, "2024-03-31 10; 2024-06-30 30", MSG_THREE_HISTORY, 2,
         1},
        {"P2, a little less", KIND_STOCK, NULL, "2024-03-31 10; 2024-06-30 29.9", NOTHING, 0, 0},
        {"P2, a third", KIND_STOCK, NULL, "2024-03-31 30; 2024-06-30 10", MSG_THREE_HISTORY, 2, 1},
        {"P2, an estimate", KIND_STOCK, NULL, "2024-06-30 10; 2024-06-30 ~30", MSG_THREE_HISTORY, 2,
         1},
        {"P2, not the target", KIND_STOCK, "10", "2024-06-30 90", NOTHING, 0, 0},
        {"P2, the stated base", KIND_AVERAGE, "grow 10 60", "2024-06-30 180", MSG_THREE_BASE, 2, 1},
    };
    expect_findings(table, sizeof table / sizeof *table);
}

/* Section 4.3: nothing is compared across a change of boundary; section 8: a group is not held
 * against what it assigns to each of its members, each of them is. */
static void test_whose(void **state) {
    (void)state;
    struct situation s;
    static const struct setting merged = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                          "2023-12-31 723; 2024-06-30 2402"};
    situation_begin(&s, &merged);
    expect_finding("section 8", &s.book, MSG_THREE_HISTORY, 2, 1);
    s.book.orgs[s.org].from = day("2024-03-01");
    expect_finding("section 4.3", &s.book, NOTHING, 0, 0);
    situation_clear(&s);

    for (int of_group = 0; of_group < 2; of_group++) {
        struct book book;
        make_book(&book);
        int32_t a = make_org(&book, "a");
        int32_t group = make_group(&book, "g", 30, "a");
        int32_t x = make_indicator(&book, "x", KIND_FLOW, BETTER_HIGHER);
        set_each_member(&book, make_target(&book, group, x, 2024, "20"), true);
        make_figures(&book, of_group != 0 ? group : a, x, "2024-06-30 200");
        expect_finding("section 8", &book, of_group != 0 ? NOTHING : MSG_TEN_TARGET, 2, 1);
        book_clear(&book);
    }
}

/* Section 8: `sure` on the figure, or on the target that it is held against. */
static void test_sure(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        bool figure;
        bool target;
        enum message_code code;
    } table[] = {
        {"nobody says so", false, false, MSG_THOUSAND_TARGET},
        {"the figure is right", true, false, NOTHING},
        {"the target is right", false, true, NOTHING},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        static const struct setting setting = {KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "60",
                                               "2024-06-30 60000"};
        situation_begin(&s, &setting);
        struct figure figure = figures_get(&s.book.figures, 0);
        figure.sure = table[i].figure;
        figures_set(&s.book.figures, 0, &figure);
        struct target target = targets_get(&s.book.targets, 0);
        target.sure = table[i].target;
        set_target(&s.book, 0, &target);
        struct findings findings = {0};
        audit_book(&s.book, 1, &findings);
        assert_int_equal(findings_stop_export(&findings), table[i].code != NOTHING);
        findings_clear(&findings);
        expect_finding(table[i].cites, &s.book, table[i].code, 2, 1);
        situation_clear(&s);
    }
}

/* Section 8, P6, P7, P9, P10; section 4.1, behind a gap. */
static void test_others(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        enum indicator_kind kind;
        int decimals;
        const char *goal;
        const char *figures;
        enum message_code code;
        uint32_t line;
        uint32_t related;
    } table[] = {
        {"P5, an estimate", KIND_SHARE, -1, NULL, "2024-06-30 ~101", MSG_SHARE_RANGE, 1, 0},
        {"P5, a target", KIND_SHARE, -1, "101", NULL, MSG_SHARE_RANGE, 1, 0},
        {"P6, below what is done", KIND_FLOW, -1, NULL, "2024-06-30 15; 2024-06-30 ~14",
         MSG_ESTIMATE_BELOW, 2, 1},
        {"P6, as much", KIND_FLOW, -1, NULL, "2024-06-30 15; 2024-06-30 ~15", NOTHING, 0, 0},
        {"P6, its upper end", KIND_FLOW, -1, NULL, "2024-06-30 15; 2024-06-30 ~10..15", NOTHING, 0,
         0},
        {"P6, what is done later", KIND_FLOW, -1, NULL, "2024-09-30 15; 2024-06-30 ~14", NOTHING, 0,
         0},
        {"P6, a level may fall", KIND_STOCK, -1, NULL, "2024-06-30 15; 2024-06-30 ~14", NOTHING, 0,
         0},
        {"P7, below the increments before it", KIND_FLOW, -1, NULL, "2024-Q1 +10; 2024-06-30 9",
         MSG_TOTAL_FALLS, 2, 1},
        {"P7, an increment below 0", KIND_FLOW, -1, NULL, "2024-03-31 10; 2024-04 +-1",
         MSG_TOTAL_FALLS, 2, 1},
        {"P9, half an HTX", KIND_STOCK, 0, NULL, "2024-06-30 30.5", MSG_MORE_DECIMALS, 1, 0},
        {"P9, as many as declared", KIND_STOCK, 1, NULL, "2024-06-30 30.5", NOTHING, 0, 0},
        {"P9, an interval's end", KIND_STOCK, 0, NULL, "2024-06-30 30..30.5", MSG_MORE_DECIMALS, 1,
         0},
        {"P9, a target", KIND_STOCK, 0, "30.5", NULL, MSG_MORE_DECIMALS, 1, 0},
        {"P9, growth may be finer", KIND_STOCK, 0, "grow 3.5", NULL, NOTHING, 0, 0},
        {"P10, the only one", KIND_FLOW, -1, NULL, "2024-03-31 5; 2024-06-30 9; 2024-09-03 12",
         MSG_NOT_MONTH_END, 3, 0},
        {"P10, one of two", KIND_FLOW, -1, NULL, "2024-03-31 5; 2024-09-03 12", NOTHING, 0, 0},
        {"P10, one of several", KIND_FLOW, -1, NULL,
         "2024-03-31 5; 2024-06-15 8; 2024-06-30 9; 2024-09-03 12", NOTHING, 0, 0},
        {"P10, days of estimates", KIND_FLOW, -1, NULL,
         "2024-03-31 5; 2024-06-30 9; 2024-07-08 ~12", NOTHING, 0, 0},
        {"section 4.1, behind a gap", KIND_FLOW, -1, NULL, "2024-01 +2; 2024-03 +7", MSG_BEHIND_GAP,
         2, 0},
        {"section 4.1, no first month", KIND_FLOW, -1, NULL, "2024-02 +2; 2024-03 +7",
         MSG_BEHIND_GAP, 1, 0},
        {"section 4.1, a running total in the gap", KIND_FLOW, -1, NULL,
         "2024-01 +2; 2024-02-29 3; 2024-03 +7", NOTHING, 0, 0},
        {"section 4.1, covered by a running total", KIND_FLOW, -1, NULL,
         "2024-01 +2; 2024-03 +7; 2024-06-30 20", NOTHING, 0, 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, table[i].goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        s.book.indicators[s.indicator].decimals = (int16_t)table[i].decimals;
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, table[i].related);
        situation_clear(&s);
    }
}

/* Section 8, P5: 321 good of 231; section 6.3: a reported share beside its parts. */
static void test_ratio(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *share; /* reported, or NULL */
        const char *of;
        const char *to;
        enum message_code code;
        uint32_t line;
        uint32_t related;
    } table[] = {
        {"P5, computed", NULL, "2024-06-30 321", "2024-06-30 231", MSG_SHARE_RANGE, 1, 0},
        {"P5, transposed back", NULL, "2024-06-30 213", "2024-06-30 231", NOTHING, 0, 0},
        {"P5, not of one day", NULL, "2024-06-30 321", "2024-05-31 231", NOTHING, 0, 0},
        {"6.3, contradicted", "2024-06-30 85", "2024-06-30 12", "2024-06-30 15",
         MSG_RATIO_CONTRADICTS, 1, 2},
        {"6.3, equal", "2024-06-30 80", "2024-06-30 12", "2024-06-30 15", NOTHING, 0, 0},
        {"6.3, rounded", "2024-06-30 66.7", "2024-06-30 2", "2024-06-30 3", NOTHING, 0, 0},
        {"6.3, cut", "2024-06-30 66.6", "2024-06-30 2", "2024-06-30 3", NOTHING, 0, 0},
        {"6.3, another day", "2024-06-30 85", "2024-05-31 12", "2024-05-31 15", NOTHING, 0, 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        const struct setting setting = {KIND_SHARE, BETTER_HIGHER, PACE_DEFAULT, NULL,
                                        table[i].share};
        situation_begin(&s, &setting);
        int32_t of = make_indicator(&s.book, "of", KIND_STOCK, BETTER_HIGHER);
        int32_t to = make_indicator(&s.book, "to", KIND_STOCK, BETTER_HIGHER);
        s.book.indicators[s.indicator].ratio_of = of;
        s.book.indicators[s.indicator].ratio_to = to;
        make_figures(&s.book, s.org, of, table[i].of);
        make_figures(&s.book, s.org, to, table[i].to);
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, table[i].related);
        situation_clear(&s);
    }
}

/* What has no effect, and claims that differ or cannot be checked. */
static void test_silent(void **state) {
    (void)state;
    static const struct {
        const char *cites;
        const char *from; /* of the organisation, or NULL */
        const char *to;
        bool shown;
        const char *note;
        int32_t override_of; /* year, or 0 */
        const char *claimed; /* the year's target, in %, or NULL */
        enum message_code code;
        uint32_t line;
    } table[] = {
        {"all is well", NULL, NULL, true, "một ghi chú", 2024, "50", NOTHING, 0},
        {"after its last day", NULL, "2024-05-31", true, NULL, 0, NULL, MSG_OUTSIDE_LIFE, 2},
        {"on its last day", NULL, "2024-06-30", true, NULL, 0, NULL, NOTHING, 0},
        {"before its first day", "2024-07-01", NULL, true, NULL, 0, NULL, MSG_OUTSIDE_LIFE, 2},
        {"of the boundary before", "2025-07-01", NULL, true, NULL, 0, NULL, NOTHING, 0},
        {"a note that is not shown", NULL, NULL, false, "một ghi chú", 0, NULL, MSG_NOTE_HIDDEN, 2},
        {"set by hand where there is no row", NULL, NULL, true, NULL, 2023, NULL,
         MSG_OVERRIDE_UNUSED, 9},
        {"a claim that differs", NULL, NULL, true, NULL, 0, "51", MSG_CLAIM_DIFFERS, 8},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct situation s;
        static const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30",
                                               "2024-06-30 15"};
        situation_begin(&s, &setting);
        struct org *org = &s.book.orgs[s.org];
        org->from = table[i].from != NULL ? day(table[i].from) : org->from;
        org->to = table[i].to != NULL ? day(table[i].to) : org->to;
        s.book.indicators[s.indicator].show = table[i].shown;
        struct figure figure = figures_get(&s.book.figures, 0);
        figure.note = table[i].note;
        figures_set(&s.book.figures, 0, &figure);
        if (table[i].override_of != 0) {
            struct override override = {.org = s.org,
                                        .indicator = s.indicator,
                                        .year = table[i].override_of,
                                        .status = STATUS_MET,
                                        .why = "x",
                                        .place = {0, 9, 1, 2}};
            arrput(s.book.overrides, override);
        }
        if (table[i].claimed != NULL) {
            struct claim claim = {.org = s.org,
                                  .indicator = s.indicator,
                                  .year = 2024,
                                  .kind = CLAIM_ATTAINMENT,
                                  .of = NONE,
                                  .date = day("2024-06-30"),
                                  .place = {0, 8, 1, 2}};
            assert_int_equal(
                decimal_parse(table[i].claimed, strlen(table[i].claimed), &claim.printed),
                DECIMAL_OK);
            arrput(s.book.claims, claim);
        }
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, 0);
        situation_clear(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_sure),   cmocka_unit_test(test_others),
        cmocka_unit_test(test_ratio), cmocka_unit_test(test_silent), cmocka_unit_test(test_whose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
