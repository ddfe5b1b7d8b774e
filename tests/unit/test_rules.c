/* SPDX-License-Identifier: MIT */
/* The rules as one table (src/core/rules.c): that it is sound, that folding changes nothing. */
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
#include "plan.h"
#include "rules.h"
#include "twins.h"

/* ---- chance, the same in every run ---- */

static uint64_t seed = 20240630;

static int chance(int n) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed >> 33) % n;
}

/* ---- the table ---- */

/* What is around an expression: the measures and the facts that are read as others. */
struct around {
    const struct expr *let;
    const struct around *outer;
};

static int fact_as(const struct around *around, int fact) {
    for (; around != NULL; around = around->outer) {
        if (around->let->op == OP_LET_FACT && around->let->leaf == fact) {
            fact = around->let->value;
        }
    }
    return fact;
}

static int read_as(const struct around *around, int m) {
    for (; around != NULL; around = around->outer) {
        if (around->let->op == OP_LET && around->let->leaf == m) {
            m = around->let->value;
        }
    }
    return m;
}

/* What rules depend on by value. */
struct walk {
    int of;                             /* the measure whose rule is walked */
    measure_set reads;                  /* by value, so far */
    measure_set depends[MEASURE_COUNT]; /* of the measures before it */
    uint32_t asks;                      /* facts that it asks, so far */
    uint32_t asked[MEASURE_COUNT];      /* by the measures before it */
};
_Static_assert(FACT_COUNT <= 32, "a bit for every fact");

static void check_leaf(struct walk *w, const struct expr *e, const struct around *around) {
    int m = read_as(around, e->leaf);
    bool computed = rules[m] != NULL;
    if (computed && m >= w->of) {
        fail_msg("the rule of measure %d reads %d, which stands behind it", w->of, m);
    }
    w->reads |= measure_bit((enum measure)m) | w->depends[m];
    w->asks |= w->asked[m];
    for (const struct around *in = around; computed && m == e->leaf && in != NULL; in = in->outer) {
        bool stale = in->let->op == OP_LET_FACT
                         ? (w->asked[m] >> in->let->leaf & 1) != 0
                         : (w->depends[m] & measure_bit((enum measure)in->let->leaf)) != 0;
        if (stale) {
            fail_msg("the rule of measure %d reads a stale %d", w->of, m);
        }
    }
}

static void check_expr(struct walk *w, const struct expr *e, const struct around *around) {
    if (e == NULL) {
        return;
    }
    if (e->op == OP_MEASURE) {
        check_leaf(w, e, around);
    } else if (e->op == OP_KNOWN || e->op == OP_REASON_OF) {
        int m = read_as(around, e->leaf);
        assert_true(rules[m] == NULL || m < w->of);
    } else if (e->op == OP_IN) {
        w->asks |= UINT32_C(1) << fact_as(around, e->leaf);
    } else if (e->op == OP_RULE) {
        check_expr(w, rules[e->leaf], around);
    } else if (e->op == OP_FIRST) {
        const struct clause *c = e->list;
        for (; c->when != NULL; c++) {
            check_expr(w, c->when, around);
            check_expr(w, c->then, around);
        }
        check_expr(w, c->then, around);
    } else {
        bool let = e->op == OP_LET || e->op == OP_LET_FACT;
        struct around in = {e, around};
        check_expr(w, e->a, let ? &in : around);
        check_expr(w, e->b, around);
    }
}

/* Rules read only what stands before them, and within LET nothing that is stale. */
static void test_order(void **state) {
    (void)state;
    static struct walk w;
    for (w.of = 0; w.of < MEASURE_COUNT; w.of++) {
        w.reads = 0;
        w.asks = 0;
        check_expr(&w, rules[w.of], NULL);
        w.depends[w.of] = w.reads;
        w.asked[w.of] = w.asks;
    }
}

/* ---- chance rows ---- */

static struct ratio chance_number(void) {
    static const int around[] = {0, 0, 5, 10, 50, 60, 90, 100, 100, 110, 120, -10, 3};
    int n = around[chance(sizeof around / sizeof *around)];
    return chance(4) == 0 ? ratio_of(n * 7 + 1, 7) : ratio_int(n);
}

static struct quantity chance_quantity(void) {
    static const enum undefined reasons[] = {UNDEFINED_NO_DATA, UNDEFINED_NO_REPORT,
                                             UNDEFINED_BOUNDARY, UNDEFINED_OVERFLOW};
    return chance(5) == 0 ? undefined(reasons[chance(4)]) : defined(chance_number());
}

static void chance_facts(int8_t facts[FACT_COUNT]) {
    static const int8_t many[FACT_COUNT] = {
        [F_KIND] = KIND_COUNT,
        [F_BETTER] = BETTER_COUNT,
        [F_TARGET] = TARGET_KIND_COUNT + 1,
        [F_TARGET_FIRST] = TARGET_KIND_COUNT + 1,
        [F_PACE] = PACE_COUNT,
        [F_DECIMALS] = 4,
        [F_NEVER] = 1,
    };
    for (int f = 0; f < FACT_COUNT; f++) {
        facts[f] = (int8_t)chance(many[f] != 0 ? many[f] : 2);
    }
}

/* Given measures as they come, missing ones too; what is never missing is there. */
static void chance_given(struct given *given, measure_set always) {
    chance_facts(given->facts);
    for (int m = 0; m < MEASURE_COUNT; m++) {
        bool sure = (always & measure_bit((enum measure)m)) != 0;
        given->of[m] = sure ? defined(chance_number()) : chance_quantity();
    }
    struct quantity *of = given->of;
    of[M_MONTHS] = defined(ratio_int(12));
    of[M_GONE] = defined(ratio_of(chance(25), 2));
    of[M_SLIPPING] = defined(ratio_int(90));
    of[M_OVER] = defined(ratio_int(110));
    of[M_PARTIAL] = defined(ratio_int(chance(3)));
    of[M_WORST] = defined(ratio_int(1 + chance(STATUS_MISSED)));
}

static measure_set never_missing(void) {
    static const enum measure these[] = {M_AS_OF,   M_LAST_DAY,  M_MEASURED, M_MONTHS,
                                         M_GONE,    M_SLIPPING,  M_OVER,     M_PARTIAL,
                                         M_MEMBERS, M_REPORTING, M_WORST};
    measure_set all = 0;
    for (size_t i = 0; i < sizeof these / sizeof *these; i++) {
        all |= measure_bit(these[i]);
    }
    return all;
}

static void expect_same(const struct quantity *a, const struct quantity *b, int m) {
    if (a->why != b->why || ratio_cmp(a->value, b->value) != 0) {
        char left[RATIO_TEXT];
        char right[RATIO_TEXT];
        fail_msg("measure %d: %s (%d) in the table, %s (%d) folded", m,
                 ratio_plain(a->value, true, NULL, 0, left), (int)a->why,
                 ratio_plain(b->value, true, NULL, 0, right), (int)b->why);
    }
}

static void fill_course(struct given *given, struct milestone points[2], struct ratio months[2]) {
    points[0].percent = ratio_int(chance(100));
    points[1].percent = ratio_of(chance(300), 3);
    months[0] = ratio_int(1 + chance(5));
    months[1] = ratio_add(months[0], ratio_of(1 + chance(20), 3));
    given->course = (struct course){points, months, ratio_int(12), chance(3)};
}

/* Folding may change neither a value nor which reason there is; a status is never missing. */
static void test_fold(void **state) {
    (void)state;
    measure_set always = never_missing();
    for (int i = 0; i < 20000; i++) {
        struct given given;
        struct plan plan;
        struct quantity folded[MEASURE_COUNT];
        struct milestone points[2] = {{{0}}};
        struct ratio months[2];
        chance_given(&given, always);
        fill_course(&given, points, months);
        memcpy(folded, given.of, sizeof folded);
        plan_make(&plan, given.facts, chance(2) ? always : 0, chance(2) ? &given.course : NULL);
        given_evaluate(&given);
        struct frame frame = given_frame(&given);
        frame.of = folded;
        rules_evaluate(plan.rule, &frame, folded);
        for (int m = 0; m < MEASURE_COUNT; m++) {
            expect_same(&given.of[m], &folded[m], m);
        }
        if (plan.always != 0) {
            assert_true(expr_sure(&plan, plan.rule[M_STATUS], plan.always));
            assert_int_equal(given.of[M_STATUS].why, DEFINED);
        }
        plan_clear(&plan);
    }
}

/* Rows of one kind share a plan once they are many; kinds beyond what is kept have none. */
static void test_plans(void **state) {
    (void)state;
    struct plans *plans = plans_begin();
    int8_t facts[FACT_COUNT] = {0};
    const struct plan *plan = NULL;
    assert_null(plans_get(plans, facts));
    for (int i = 0; i < 50; i++) {
        plan = plans_get(plans, facts);
    }
    assert_non_null(plan);
    assert_memory_equal(plan->facts, facts, sizeof facts);
    assert_ptr_equal(plans_get(plans, facts), plan);
    for (int kind = 1; kind <= 100; kind++) {
        facts[F_DECIMALS] = (int8_t)kind;
        for (int i = 0; kind == 100 && i < 50; i++) {
            assert_null(plans_get(plans, facts));
        }
        assert_null(plans_get(plans, facts));
    }
    facts[F_DECIMALS] = 0;
    assert_ptr_equal(plans_get(plans, facts), plan);
    plans_end(plans);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_plans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
