/* SPDX-License-Identifier: MIT */
#include "plan.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "rules.h"
#include "twins.h"

/* ---- memory ---- */

void *arena_take(struct arena *arena, size_t size) {
    enum { BLOCK = 8 << 10, ALIGN = 16 };
    size = (size + ALIGN - 1) / ALIGN * ALIGN;
    if (arrlenu(arena->blocks) == 0 || arena->room - arena->used < size) {
        arena->room = size > BLOCK ? size : BLOCK;
        arena->used = 0;
        arrput(arena->blocks, mem_alloc(arena->room));
    }
    void *memory = arrlast(arena->blocks) + arena->used;
    arena->used += size;
    return memory;
}

void arena_clear(struct arena *arena) {
    for (size_t i = 0; i < arrlenu(arena->blocks); i++) {
        mem_free(arena->blocks[i]);
    }
    arrfree(arena->blocks);
    *arena = (struct arena){0};
}

/* ---- what is known where ---- */

static const measure_set everything = ~(measure_set)0;

/* The measures with a bit, the rest of a set as it goes: for (…; m = set_next(&set)) */
static int set_next(measure_set *set) {
    uint64_t low = (uint64_t)*set;
    uint64_t high = (uint64_t)(*set >> 64);
    if (*set == 0) {
        return -1;
    }
    int m = low != 0 ? __builtin_ctzll(low) : 64 + __builtin_ctzll(high);
    *set &= *set - 1;
    return m;
}

static bool sure_measure(const struct plan *plan, int m, measure_set known) {
    return (known & measure_bit(m)) != 0 ||
           (plan->rule[m] != NULL && expr_sure(plan, plan->rule[m], known));
}

measure_set expr_needs(const struct plan *plan, const struct expr *e, measure_set known) {
    measure_set needs = 0;
    switch (e->op) {
    case OP_MEASURE:
        return sure_measure(plan, e->leaf, known) ? 0 : measure_bit(e->leaf);
    case OP_AND:
    case OP_OR:
        return expr_needs(plan, e->a, known) |
               expr_needs(plan, e->b, known | expr_learn(plan, e->a, e->op == OP_AND));
    case OP_FIRST:
        for (const struct clause *c = e->list;; c++) {
            if (c->when == NULL) {
                return needs | expr_needs(plan, c->then, known);
            }
            needs |= expr_needs(plan, c->when, known);
            needs |= expr_needs(plan, c->then, known | expr_learn(plan, c->when, true));
            known |= expr_learn(plan, c->when, false);
        }
    default:
        needs |= e->a != NULL ? expr_needs(plan, e->a, known) : 0;
        return needs | (e->b != NULL ? expr_needs(plan, e->b, known) : 0);
    }
}

/* What an expression that is no list reads. */
static measure_set reads(const struct expr *e) {
    return (e->op == OP_MEASURE ? measure_bit(e->leaf) : 0) | (e->a != NULL ? reads(e->a) : 0) |
           (e->b != NULL ? reads(e->b) : 0);
}

/* What must be known where e has a number: what each clause with a number reads and asks. */
static measure_set implied(const struct plan *plan, const struct expr *e) {
    if (e->op != OP_FIRST) {
        return reads(e);
    }
    measure_set all = everything;
    measure_set before = 0;
    for (const struct clause *c = e->list;; c++) {
        measure_set here = before | (c->when != NULL ? expr_learn(plan, c->when, true) : 0);
        all &= expr_never(c->then) ? everything : here | implied(plan, c->then);
        if (c->when == NULL) {
            return all;
        }
        before |= expr_learn(plan, c->when, false);
    }
}

/* Where these are known, so is what they are computed from. */
static measure_set with_implied(const struct plan *plan, measure_set known) {
    measure_set todo = known;
    for (int m = set_next(&todo); m >= 0; m = set_next(&todo)) {
        if (plan->rule[m] != NULL && !expr_never(plan->rule[m])) {
            measure_set more = implied(plan, plan->rule[m]) & ~known;
            known |= more;
            todo |= more;
        }
    }
    return known;
}

measure_set expr_learn(const struct plan *plan, const struct expr *e, bool held) {
    switch (e->op) {
    case OP_KNOWN:
        return held ? with_implied(plan, measure_bit(e->leaf)) : 0;
    case OP_NOT:
        return expr_learn(plan, e->a, !held);
    case OP_AND:
    case OP_OR:
        if (held == (e->op == OP_AND)) { /* both are settled, else only the first */
            return expr_learn(plan, e->a, held) | expr_learn(plan, e->b, held);
        }
        return expr_learn(plan, e->a, held) &
               (expr_learn(plan, e->a, !held) | expr_learn(plan, e->b, held));
    case OP_FIRST:
    case OP_TRUTH:
        return 0;
    default: /* compared, so both sides were there */
        return with_implied(plan, reads(e));
    }
}

/* 1 or 0 where what is known decides it, else -1. */
static int decided(const struct plan *plan, const struct expr *e, measure_set known) {
    int a;
    int b;
    switch (e->op) {
    case OP_KNOWN:
        return sure_measure(plan, e->leaf, known) ? 1 : -1;
    case OP_NOT:
        a = decided(plan, e->a, known);
        return a < 0 ? a : !a;
    case OP_AND:
    case OP_OR:
        a = decided(plan, e->a, known);
        b = decided(plan, e->b, known);
        if (a == (e->op == OP_OR) || b == (e->op == OP_OR)) {
            return e->op == OP_OR;
        }
        return a == b ? a : -1;
    default:
        return -1;
    }
}

bool expr_never(const struct expr *e) {
    if (e->op != OP_FIRST) {
        return e->op == OP_REASON || e->op == OP_REASON_OF;
    }
    const struct clause *c = e->list;
    while (c->when != NULL && expr_never(c->then)) {
        c++;
    }
    return c->when == NULL && expr_never(c->then);
}

bool expr_sure(const struct plan *plan, const struct expr *e, measure_set known) {
    if (e->op == OP_REASON || e->op == OP_REASON_OF) {
        return false;
    }
    if (e->op != OP_FIRST) {
        return expr_needs(plan, e, known) == 0;
    }
    for (const struct clause *c = e->list;; c++) {
        if (c->when == NULL) {
            return expr_sure(plan, c->then, known);
        }
        if (decided(plan, c->when, known) != 0 &&
            (expr_needs(plan, c->when, known) != 0 ||
             !expr_sure(plan, c->then, known | expr_learn(plan, c->when, true)))) {
            return false;
        }
        known |= expr_learn(plan, c->when, false);
    }
}

/* ---- folding ---- */

/* Within OP_LET: what is read as what. */
struct let {
    int from;
    int to;
    const struct let *outer;
};

struct folder {
    struct plan *plan;
    const int8_t *facts; /* the plan's, but within OP_LET_FACT */
    const struct let *let;
};

static const struct expr *fold(const struct folder *f, const struct expr *e, measure_set known);

static const struct expr *made(const struct folder *f, struct expr e) {
    struct expr *copy = arena_take(&f->plan->arena, sizeof e);
    *copy = e;
    return copy;
}

static const struct expr *truth(bool holds) {
    static const struct expr truths[2] = {{.op = OP_TRUTH, .value = 0},
                                          {.op = OP_TRUTH, .value = 1}};
    return &truths[holds];
}

static bool is_truth(const struct expr *e, int value) {
    return e->op == OP_TRUTH && e->value == value;
}

/* A measure that never has a number is its reasons; one that always has is known. */
static const struct expr *fold_leaf(const struct folder *f, const struct expr *e,
                                    measure_set known) {
    int m = e->leaf;
    for (const struct let *let = f->let; let != NULL; let = let->outer) {
        m = m == let->from ? let->to : m;
    }
    const struct expr *rule = f->plan->rule[m];
    bool never = rule != NULL && expr_never(rule);
    if (e->op == OP_KNOWN && (never || sure_measure(f->plan, m, known))) {
        return truth(!never);
    }
    if (never) {
        return rule;
    }
    struct expr leaf = *e;
    leaf.leaf = (uint8_t)m;
    return m == e->leaf ? e : made(f, leaf);
}

/* NOT is pushed down to the comparisons. */
static const struct expr *negated(const struct folder *f, const struct expr *e) {
    static const uint8_t opposite[OP_OR + 1] = {
        [OP_LESS] = OP_AT_LEAST, [OP_AT_MOST] = OP_MORE,  [OP_EQUAL] = OP_UNEQUAL,
        [OP_UNEQUAL] = OP_EQUAL, [OP_AT_LEAST] = OP_LESS, [OP_MORE] = OP_AT_MOST,
        [OP_AND] = OP_OR,        [OP_OR] = OP_AND,
    };
    if (e->op == OP_TRUTH) {
        return truth(!e->value);
    }
    if (expr_never(e)) {
        return e;
    }
    if (e->op == OP_NOT) {
        return e->a;
    }
    struct expr x = {.op = OP_NOT, .a = e};
    if (e->op == OP_AND || e->op == OP_OR) {
        x = (struct expr){.op = opposite[e->op], .a = negated(f, e->a), .b = negated(f, e->b)};
    } else if (op_compares(e->op)) {
        x = (struct expr){.op = opposite[e->op], .a = e->a, .b = e->b};
    }
    return made(f, x);
}

static const struct expr *fold_and(const struct folder *f, const struct expr *e,
                                   measure_set known) {
    bool neutral = e->op == OP_AND;
    const struct expr *a = fold(f, e->a, known);
    if (a->op == OP_TRUTH) {
        return a->value == neutral ? fold(f, e->b, known) : a;
    }
    if (expr_never(a)) {
        return a;
    }
    const struct expr *b = fold(f, e->b, known | expr_learn(f->plan, a, neutral));
    if (is_truth(b, neutral)) {
        return a;
    }
    if (is_truth(b, !neutral) && expr_needs(f->plan, a, known) == 0) {
        return b;
    }
    return a == e->a && b == e->b ? e : made(f, (struct expr){.op = e->op, .a = a, .b = b});
}

static const struct expr *fold_first(const struct folder *f, const struct expr *e,
                                     measure_set known) {
    enum { MOST = 16 };
    struct clause kept[MOST];
    size_t n = 0;
    for (const struct clause *c = e->list;; c++) {
        const struct expr *when = c->when == NULL ? truth(true) : fold(f, c->when, known);
        if (is_truth(when, 0)) {
            continue;
        }
        bool none = expr_never(when); /* compares with what has no number: so has the list */
        bool last = none || is_truth(when, 1);
        assert(n < MOST);
        kept[n].when = last ? NULL : when;
        kept[n++].then = none ? when : fold(f, c->then, known | expr_learn(f->plan, when, true));
        if (last) {
            break;
        }
        known |= expr_learn(f->plan, when, false);
    }
    if (n == 1) {
        return kept[0].then;
    }
    struct clause *list = arena_take(&f->plan->arena, n * sizeof *list);
    memcpy(list, kept, n * sizeof *list);
    return made(f, (struct expr){.op = OP_FIRST, .list = list});
}

static const struct expr *fold_let(const struct folder *f, const struct expr *e,
                                   measure_set known) {
    struct folder in = *f;
    struct let let = {e->leaf, e->value, f->let};
    int8_t facts[FACT_COUNT];
    if (e->op == OP_LET) {
        in.let = &let;
    } else {
        memcpy(facts, f->facts, FACT_COUNT);
        facts[e->leaf] = f->facts[e->value];
        in.facts = facts;
    }
    return fold(&in, e->a, known);
}

/* Arithmetic and comparisons: what never has a number swallows them. */
static const struct expr *fold_pair(const struct folder *f, const struct expr *e,
                                    measure_set known) {
    struct expr x = *e;
    x.a = fold(f, e->a, known);
    x.b = fold(f, e->b, known);
    if (expr_never(x.a)) {
        return x.a;
    }
    if (expr_never(x.b) && expr_needs(f->plan, x.a, known) == 0) {
        return x.b;
    }
    assert(!expr_never(x.b)); /* else which reason it has depends on a: the rule must say so */
    return x.a == e->a && x.b == e->b ? e : made(f, x);
}

/* What is not rounded is itself. */
static const struct expr *fold_rounded(const struct folder *f, const struct expr *e,
                                       measure_set known) {
    struct expr x = *e;
    x.a = fold(f, e->a, known);
    return f->facts[e->leaf] == 0 || expr_never(x.a) ? x.a : made(f, x);
}

static const struct expr *fold(const struct folder *f, const struct expr *e, measure_set known) {
    const struct course *course = f->plan->course;
    switch (e->op) {
    case OP_NUMBER:
    case OP_RATIO:
    case OP_REASON:
    case OP_TRUTH:
        return e;
    case OP_MEASURE:
    case OP_REASON_OF:
    case OP_KNOWN:
        return fold_leaf(f, e, known);
    case OP_MILESTONES:
        return course != NULL ? fold(f, milestones_tree(course, &f->plan->arena), known) : e;
    case OP_IN:
        return truth(e->value >> f->facts[e->leaf] & 1);
    case OP_OF:
        return fold(f, e->a, known);
    case OP_UP:
    case OP_DOWN:
        return fold_rounded(f, e, known);
    case OP_RULE:
        return fold(f, rules[e->leaf], known);
    case OP_LET:
    case OP_LET_FACT:
        return fold_let(f, e, known);
    case OP_FIRST:
        return fold_first(f, e, known);
    case OP_NOT:
        return negated(f, fold(f, e->a, known));
    case OP_AND:
    case OP_OR:
        return fold_and(f, e, known);
    default:
        return fold_pair(f, e, known);
    }
}

void plan_make(struct plan *plan, const int8_t facts[FACT_COUNT], measure_set always,
               const struct course *course) {
    *plan = (struct plan){.course = course, .always = always};
    memcpy(plan->facts, facts, FACT_COUNT);
    struct folder folder = {.plan = plan, .facts = plan->facts};
    for (int m = 0; m < MEASURE_COUNT; m++) {
        if (rules[m] != NULL) {
            plan->rule[m] = fold(&folder, rules[m], always);
        }
    }
}

const struct expr *plan_fold(struct plan *plan, const struct expr *e) {
    struct folder folder = {.plan = plan, .facts = plan->facts};
    return fold(&folder, e, plan->always);
}

void plan_clear(struct plan *plan) {
    arena_clear(&plan->arena);
}

/* ---- plans made before ---- */

enum {
    MOST_PLANS = 64,
    WORTH_FOLDING = 12 /* rows: to fold the rules costs as much as they spare some 18 */
};

struct plans {
    int count;
    struct kind_of_row {
        int8_t facts[FACT_COUNT];
        int rows; /* asked for, up to WORTH_FOLDING: then there is a plan */
        struct plan plan;
    } kinds[MOST_PLANS];
};

struct plans *plans_begin(void) {
    return mem_alloc(sizeof(struct plans));
}

void plans_end(struct plans *plans) {
    for (int i = 0; i < plans->count; i++) {
        plan_clear(&plans->kinds[i].plan);
    }
    mem_free(plans);
}

const struct plan *plans_get(struct plans *plans, const int8_t facts[FACT_COUNT]) {
    int i = 0;
    while (i < plans->count && memcmp(plans->kinds[i].facts, facts, FACT_COUNT) != 0) {
        i++;
    }
    if (i == MOST_PLANS) {
        return NULL;
    }
    struct kind_of_row *kind = &plans->kinds[i];
    if (i == plans->count) {
        memcpy(kind->facts, facts, FACT_COUNT);
        plans->count++;
    }
    if (kind->rows < WORTH_FOLDING && ++kind->rows == WORTH_FOLDING) {
        plan_make(&kind->plan, facts, 0, NULL);
    }
    return kind->rows == WORTH_FOLDING ? &kind->plan : NULL;
}
