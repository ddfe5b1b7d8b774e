/* SPDX-License-Identifier: MIT */
/* Rules printed: formulas, codes of headings, equations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "book_maker.h"
#include "facts.h"
#include "mem.h"
#include "rule_text.h"
#include "rules.h"
#include "twins.h"

/* ---- where measures stand ---- */

/* The columns of a sheet; a measure without one stands nowhere. */
static const char *const cells[MEASURE_COUNT] = {
    [M_ACTUAL] = "A4",      [M_ACTUAL_HIGH] = "AH4", [M_BASE] = "B4",     [M_SAME] = "S4",
    [M_LAST_TOTAL] = "LT4", [M_STATED] = "N4",       [M_DECIDES] = "T4",  [M_DUE] = "D4",
    [M_EXPECTED] = "E4",    [M_LEFT] = "L4",         [M_SEEN] = "SEEN4",  [M_LAST_DAY] = "LAST4",
    [M_GONE] = "G4",        [M_MONTHS] = "12",       [M_SLIPPING] = "90", [M_OVER] = "110",
    [M_LOW] = "LO4",        [M_HIGH] = "HI4",        [M_GROW] = "P4",     [M_AS_OF] = "AS4",
    [M_DAY] = "DAY4",       [M_MEASURED] = "M4",     [M_PARTIAL] = "PA4", [M_TOLERANCE] = "TO4",
    [M_REPORTING] = "R4",   [M_MEMBERS] = "7",       [M_WORST] = "W4",    [M_ELAPSED] = "EL4",
    [M_STATUS_LOW] = "SL4", [M_STATUS_HIGH] = "SH4"};
static const char *const columns[MEASURE_COUNT] = {
    [M_STATED] = "(4)", [M_ACTUAL] = "(5)", [M_BASE] = "(3)", [M_SAME] = "(6)"};

static bool put(const char *const table[], struct buffer *out, enum measure m) {
    if (table[m] != NULL) {
        buffer_text(out, table[m]);
    }
    return table[m] != NULL;
}

static bool put_cell(void *context, struct buffer *out, enum measure m) {
    (void)context;
    return put(cells, out, m);
}

static bool put_column(void *context, struct buffer *out, enum measure m) {
    (void)context;
    return put(columns, out, m);
}

static measure_set always_there(void) {
    return measure_bit(M_GONE) | measure_bit(M_MONTHS) | measure_bit(M_LAST_DAY) |
           measure_bit(M_AS_OF) | measure_bit(M_SLIPPING) | measure_bit(M_OVER) |
           measure_bit(M_PARTIAL) | measure_bit(M_MEASURED) | measure_bit(M_REPORTING) |
           measure_bit(M_MEMBERS) | measure_bit(M_WORST);
}

static void expect_text(const char *what, struct buffer *out, bool printed, const char *expected) {
    buffer_put(out, "", 1);
    if (printed != (expected != NULL) || (printed && strcmp(out->text, expected) != 0)) {
        fail_msg("%s: %s, not %s", what, printed ? out->text : "nothing",
                 expected != NULL ? expected : "nothing");
    }
    buffer_clear(out);
}

/* ---- formulas and headings ---- */

struct printed {
    const char *what;
    enum indicator_kind kind;
    enum better better;
    int target;
    enum pace pace;
    enum measure measure;
    const char *formula; /* or NULL: something has no cell */
    const char *heading; /* or NULL: it has none */
};

static const struct printed table[] = {
    {"attainment", KIND_FLOW, BETTER_HIGHER, TARGET_AT_LEAST, PACE_LINEAR, M_ATTAINMENT,
     "IF(OR(LO4=\"\",A4=\"\"),\"\",IF(OR(ROUND(N4,9)<=0,A4<0),\"\",A4/N4))", "(5)/(4)"},
    {"no percentage", KIND_FLOW, BETTER_LOWER, TARGET_AT_MOST, PACE_LINEAR, M_ATTAINMENT, "\"\"",
     NULL},
    {"gap", KIND_STOCK, BETTER_HIGHER, TARGET_ABOUT, PACE_NONE, M_GAP,
     "IF(OR(LO4=\"\",A4=\"\"),\"\",A4-N4)", "(5)-(4)"},
    {"gap of two sides", KIND_STOCK, BETTER_HIGHER, TARGET_WITHIN, PACE_NONE, M_GAP,
     "IF(OR(LO4=\"\",HI4=\"\",A4=\"\"),\"\","
     "IF(ROUND(A4-LO4,9)<0,A4-LO4,IF(ROUND(A4-HI4,9)>0,A4-HI4,0)))",
     NULL},
    {"tolerance", KIND_STOCK, BETTER_LOWER, TARGET_ABOUT, PACE_NONE, M_DECIDES,
     "IF(N4=\"\",\"\",IF(TO4=\"\",N4,N4+TO4))", NULL},
    {"growth", KIND_STOCK, BETTER_HIGHER, TARGET_GROW, PACE_NONE, M_STATED,
     "IF(OR(B4=\"\",B4<=0,P4=\"\"),\"\",B4*(100+P4)/100)", NULL},
    {"expected of a level", KIND_STOCK, BETTER_HIGHER, TARGET_AT_LEAST, PACE_LINEAR, M_EXPECTED,
     "IF(OR(LO4=\"\",D4=\"\",B4=\"\"),\"\",B4+(T4-B4)*D4)", NULL},
    {"progress", KIND_STOCK, BETTER_HIGHER, TARGET_AT_LEAST, PACE_NONE, M_PROGRESS,
     "IF(OR(LO4=\"\",A4=\"\",B4=\"\"),\"\","
     "IF(OR(ROUND(N4-B4,9)=0,ROUND(B4-T4,9)>=0),\"\",(A4-B4)/(N4-B4)))",
     "((5)-(3))/((4)-(3))"},
    {"needed", KIND_FLOW, BETTER_HIGHER, TARGET_AT_LEAST, PACE_LINEAR, M_NEEDED,
     "IF(L4=\"\",\"\",IF(OR(ROUND(A4-T4,9)>=0,ROUND(12-G4,9)<=0),\"\",L4/(12-G4)))", NULL},
    {"against last year", KIND_STOCK, BETTER_HIGHER, TARGET_AT_LEAST, PACE_NONE, M_VS_LAST_YEAR,
     "IF(S4=\"\",\"\",IF(OR(ROUND(S4,9)<=0,A4<0),\"\",A4/S4))", "(5)/(6)"},
    {"a floor", KIND_FLOW, BETTER_HIGHER, TARGET_AT_LEAST, PACE_LINEAR, M_STATUS_LOW,
     "IF(LO4=\"\",13,IF(A4=\"\",10,IF(SEEN4>=LAST4,"
     "IF(ROUND(A4-T4,9)>0,1,IF(ROUND(A4-T4,9)>=0,2,12)),"
     "IF(ROUND(A4-T4,9)>0,1,IF(ROUND(A4-T4,9)>=0,2,"
     "IF(ROUND(A4-E4,9)>=0,4,IF(ROUND(A4-E4*90/100,9)>=0,7,11)))))))",
     NULL},
};

static void test_printed(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const struct printed *t = &table[i];
        int8_t facts[FACT_COUNT] = {[F_KIND] = (int8_t)t->kind,
                                    [F_FLOW] = t->kind == KIND_FLOW,
                                    [F_BETTER] = (int8_t)t->better,
                                    [F_TARGET] = (int8_t)t->target,
                                    [F_PACE] = (int8_t)t->pace};
        struct plan plan;
        struct buffer out = {0};
        plan_make(&plan, facts, always_there(), NULL);
        struct rule_text text = {.plan = &plan, .out = &out, .cell = put_cell, .digits = 9};
        bool printed = rule_print_formula(&text, t->measure);
        expect_text(t->what, &out, printed, t->formula);
        text.cell = put_column;
        printed = rule_print_heading(&text, t->measure);
        expect_text(t->what, &out, printed, t->heading);
        plan_clear(&plan);
    }
}

/* ---- equations ---- */

/* A condition beside the rules; and numbers that rounding would take for the edge they miss. */
static void test_near(void **state) {
    (void)state;
    static const int8_t facts[FACT_COUNT] = {
        [F_KIND] = KIND_FLOW, [F_FLOW] = 1, [F_TARGET] = TARGET_AT_LEAST, [F_PACE] = PACE_LINEAR};
    struct given given = {0};
    struct plan plan;
    struct buffer out = {0};
    plan_make(&plan, facts, always_there(), NULL);
    struct rule_text text = {.plan = &plan, .out = &out, .cell = put_cell, .digits = 3};
    expect_text("condition", &out, rule_print_condition(&text, plan_fold(&plan, rule_has_bound)),
                "LO4<>\"\"");
    for (int m = 0; m < MEASURE_COUNT; m++) {
        given.of[m] = undefined(UNDEFINED_NO_DATA);
    }
    struct frame frame = given_frame(&given);
    given.of[M_DECIDES] = defined(ratio_int(30));
    static const struct ratio figures[] = {{299999, 10000}, {2999, 100}, {30, 1}};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        given.of[M_ACTUAL] = defined(figures[i]);
        assert_int_equal(rule_near(&text, M_STATUS_LOW, &frame), i == 0);
    }
    plan_clear(&plan);
}

static void test_worked(void **state) {
    (void)state;
    static const struct {
        struct setting setting;
        enum measure measure;
        const char *equation;
    } worked[] = {
        {{KIND_STOCK, BETTER_LOWER, PACE_DEFAULT, "50", "2023-12-31 100; 2024-12-31 75"},
         M_PROGRESS,
         "(75 − 100) / (50 − 100)"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30", "2024-06-30 15"}, M_EXPECTED, "30 × 0.5"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30", "2024-08-31 15"},
         M_EXPECTED,
         "30 × (8 / 12)"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30", "2024-06-30 15"},
         M_NEEDED,
         "15 / (12 − 6)"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30", "2024-06-30 40"}, M_LEFT, "0"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "30", "2024-06-30 40"}, M_NEEDED, NULL},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "grow 5 100",
          "2023-06-30 40; 2023-12-31 100; 2024-06-30 20"},
         M_SEASONAL,
         "20 × 100 / 40"},
        {{KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "grow 5 110",
          "2023-06-30 40; 2023-12-31 100; 2024-06-30 20"},
         M_SEASONAL,
         "20 × 100 / 40"},
        {{KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "-5", "2024-06-30 -7"}, M_GAP, "-7 − (-5)"},
        {{KIND_STOCK, BETTER_HIGHER, PACE_DEFAULT, "within 4 6", "2024-06-30 7"}, M_GAP, "7 − 6"},
    };
    for (size_t i = 0; i < sizeof worked / sizeof *worked; i++) {
        struct situation s;
        struct given given;
        struct plan plan;
        struct buffer out = {0};
        situation_make(&s, &worked[i].setting);
        given_of_row(&s.book, s.row, &given);
        given_evaluate(&given);
        plan_make(&plan, given.facts, 0, NULL);
        struct rule_text text = {.plan = &plan, .out = &out};
        struct frame frame = given_frame(&given);
        bool printed = rule_print_worked(&text, worked[i].measure, &frame) >= 0;
        expect_text(worked[i].setting.figures, &out, printed, worked[i].equation);
        plan_clear(&plan);
        given_clear(&given);
        situation_clear(&s);
    }
}

/* ---- twins ---- */

static void test_twins(void **state) {
    (void)state;
    struct buffer out = {0};
    struct window window = window_of_year(2024);
    months_whole_print(&out, window, "X");
    expect_text("whole months", &out, true, "(YEAR(X+1)-2024)*12+MONTH(X+1)-1-IF(DAY(X+1)<1,1,0)");
    months_gone_print(&out, window, "X", "W");
    expect_text("months gone", &out, true,
                "MAX(0,MIN(12,W+(X+1-DATE(2024,1+W,1))/(DATE(2024,1+W+1,1)-DATE(2024,1+W,1))))");
    expect_int("whole months", "30/06", months_whole(window, date_of(2024, 6, 30)), 6);
    expect_int("whole months", "29/06", months_whole(window, date_of(2024, 6, 29)), 5);
    worst_print(&out, "C(");
    expect_text("the worst", &out, true,
                "IF(C(12)>0,12,IF(C(11)>0,11,IF(C(10)>0,10,IF(C(9)>0,9,IF(C(8)>0,8,IF(C(7)>0,7,"
                "IF(C(6)>0,6,IF(C(5)>0,5,IF(C(4)>0,4,IF(C(3)>0,3,IF(C(2)>0,2,1)))))))))))");
    expect_int("the worst", "of none and one", worst_of(STATUS_NONE, STATUS_NOT_DUE),
               STATUS_NOT_DUE);
    expect_int("the worst", "of two", worst_of(STATUS_NO_BASELINE, STATUS_MET), STATUS_NO_BASELINE);
    assert_int_equal(date_serial(date_of(1900, 3, 1)), 61);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed),
        cmocka_unit_test(test_near),
        cmocka_unit_test(test_worked),
        cmocka_unit_test(test_twins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
