/* SPDX-License-Identifier: MIT */
/* Figures against each other: docs/QUY-TAC.md, sections 2, 3 and 6, and the format. Beside every
 * finding stands the row that just does not call for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "audit.h"
#include "book_maker.h"
#include "finding.h"
#include "mem.h"

#define NOTHING MESSAGE_COUNT /* no finding is expected */

/* The one finding of a book, or nothing: its code, its line, the related line (0: none). */
static void expect_finding(const char *cites, const struct book *book, enum message_code code,
                           uint32_t line, uint32_t related) {
    struct findings findings = {0};
    audit_book(book, 1, &findings);
    expect_int(cites, "findings", (int)arrlen(findings.items), code != NOTHING);
    if (code != NOTHING) {
        const struct finding *finding = &findings.items[0];
        expect_int(cites, "code", (int)finding->code, (int)code);
        expect_int(cites, "line", (int)finding->place.line, (int)line);
        expect_int(cites, "related line", (int)finding->related.line, (int)related);
    }
    findings_clear(&findings);
}

/* The target of 2024, if any, stands on line 1, the figures follow. */
struct audit_row {
    const char *cites;
    enum indicator_kind kind;
    const char *goal;
    const char *figures;
    enum message_code code;
    uint32_t line;
    uint32_t related;
};

static void expect_findings(const struct audit_row table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        const struct setting setting = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, table[i].goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, table[i].related);
        situation_clear(&s);
    }
}

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
        {"a note that is not shown", NULL, NULL, false, "một ghi chú", 0, NULL, MSG_NOTE_UNUSED, 2},
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
        cmocka_unit_test(test_parts_apart),
        cmocka_unit_test(test_falling),
        cmocka_unit_test(test_increments),
        cmocka_unit_test(test_share_range),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_sure),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_silent),
        cmocka_unit_test(test_parts_of_figures),
        cmocka_unit_test(test_parts_of_targets),
        cmocka_unit_test(test_parts_of_two_plans),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_by_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
