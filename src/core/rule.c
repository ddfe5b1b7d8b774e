/* SPDX-License-Identifier: MIT */
#include "rule.h"

#include <string.h>

#include "rules.h"
#include "twins.h"

/* ---- operands ---- */

static const struct quantity *look(const struct frame *f, uint8_t m) {
    for (const struct frame *at = f; at->outer != NULL; at = at->outer) {
        m = m == at->from ? at->to : m;
    }
    return &f->of[m];
}

/* Most operands are measures or small numbers, and are not copied. *at points to the value, which
 * may be in `room`. */
static enum undefined operand(const struct expr *e, const struct frame *f, struct ratio *room,
                              const struct ratio **at) {
    *at = room;
    if (e->op == OP_MEASURE) {
        const struct quantity *q = look(f, e->leaf);
        *at = &q->value;
        return q->why;
    }
    if (e->op == OP_NUMBER) {
        *room = ratio_int(e->value);
        return DEFINED;
    }
    return expr_value(e, f, room);
}

/* Both operands of an expression. */
struct operands {
    struct ratio room[2]; /* where what is computed for them lies */
    const struct ratio *a;
    const struct ratio *b;
};

static enum undefined both(const struct expr *e, const struct frame *f, struct operands *x) {
    enum undefined why = operand(e->a, f, &x->room[0], &x->a);
    return why != DEFINED ? why : operand(e->b, f, &x->room[1], &x->b);
}

/* Most conditions ask for a kind, or whether a figure is there. */
static inline int holds(const struct expr *e, const struct frame *f) {
    while (e->op == OP_OF) {
        e = e->a;
    }
    if (e->op == OP_IN) {
        return e->value >> f->facts[e->leaf] & 1;
    }
    if (e->op == OP_NOT && e->a->op == OP_KNOWN) {
        return look(f, e->a->leaf)->why != DEFINED;
    }
    return expr_holds(e, f);
}

/* The frame in which an expression sees one thing as another; `facts` has room for a copy. */
static struct frame inner(const struct expr *e, const struct frame *f, int8_t facts[FACT_COUNT]) {
    struct frame in = *f;
    if (e->op == OP_LET) {
        in.outer = f;
        in.from = e->leaf;
        in.to = (uint8_t)e->value;
        return in;
    }
    memcpy(facts, f->facts, FACT_COUNT);
    facts[e->leaf] = f->facts[e->value];
    in.facts = facts;
    return in;
}

/* Kept out of the functions below, which are entered much more often. */
static __attribute__((noinline)) enum undefined
value_within(const struct expr *e, const struct frame *f, struct ratio *out) {
    int8_t facts[FACT_COUNT];
    struct frame in = inner(e, f, facts);
    return expr_value(e->a, &in, out);
}

static __attribute__((noinline)) int holds_within(const struct expr *e, const struct frame *f) {
    int8_t facts[FACT_COUNT];
    struct frame in = inner(e, f, facts);
    return expr_holds(e->a, &in);
}

/* ---- values ---- */

static __attribute__((noinline)) enum undefined
arithmetic(const struct expr *e, const struct frame *f, struct ratio *out) {
    struct operands x;
    enum undefined why = both(e, f, &x);
    if (why != DEFINED) {
        return why;
    }
    switch (e->op) {
    case OP_ADD:
        *out = ratio_add(*x.a, *x.b);
        break;
    case OP_SUB:
        *out = ratio_sub(*x.a, *x.b);
        break;
    case OP_MUL:
        *out = ratio_mul(*x.a, *x.b);
        break;
    case OP_DIV:
        *out = ratio_div(*x.a, *x.b);
        break;
    default:
        *out = ratio_cmp(*x.a, *x.b) >= 0 ? *x.a : *x.b;
        break;
    }
    return ratio_valid(*out) ? DEFINED : UNDEFINED_OVERFLOW;
}

/* The clause that fits, or NULL and why none can be told. */
static const struct expr *fitting(const struct expr *e, const struct frame *f, int *why) {
    const struct clause *c = e->list;
    for (; c->when != NULL; c++) {
        int held = holds(c->when, f);
        if (held < 0) {
            *why = -held;
            return NULL;
        }
        if (held) {
            break;
        }
    }
    return c->then;
}

static enum undefined leaf_value(const struct quantity *q, struct ratio *out) {
    if (q->why == DEFINED) {
        *out = q->value;
    }
    return q->why;
}

/* Rounded against a goal, to the decimals at which the indicator is counted. */
static __attribute__((noinline)) enum undefined rounded(const struct expr *e, const struct frame *f,
                                                        struct ratio *out) {
    struct ratio exact = ratio_int(0);
    enum undefined why = expr_value(e->a, f, &exact);
    int decimals = f->facts[e->leaf] - 1;
    if (why != DEFINED) {
        return why;
    }
    *out = decimals < 0     ? exact
           : e->op == OP_UP ? ratio_up(exact, decimals)
                            : ratio_down(exact, decimals);
    return ratio_valid(*out) ? DEFINED : UNDEFINED_OVERFLOW;
}

enum undefined expr_value(const struct expr *e, const struct frame *f, struct ratio *out) {
    int why = DEFINED;
    for (;;) {
        switch (e->op) {
        case OP_NUMBER:
            *out = ratio_int(e->value);
            return DEFINED;
        case OP_RATIO:
            *out = *e->ratio;
            return DEFINED;
        case OP_REASON:
            return (enum undefined)e->value;
        case OP_REASON_OF:
            return look(f, e->leaf)->why;
        case OP_MEASURE:
            return leaf_value(look(f, e->leaf), out);
        case OP_MILESTONES:
            return milestones_value(e, f, out);
        case OP_OF:
            e = e->a;
            continue;
        case OP_RULE:
            e = rules[e->leaf];
            continue;
        case OP_FIRST:
            e = fitting(e, f, &why);
            if (e == NULL) {
                return (enum undefined)why;
            }
            continue;
        case OP_LET:
        case OP_LET_FACT:
            return value_within(e, f, out);
        case OP_UP:
        case OP_DOWN:
            return rounded(e, f, out);
        default:
            return arithmetic(e, f, out);
        }
    }
}

/* ---- conditions ---- */

static __attribute__((noinline)) int compared(const struct expr *e, const struct frame *f) {
    struct operands x;
    enum undefined why = both(e, f, &x);
    if (why != DEFINED) {
        return -(int)why;
    }
    int by = ratio_cmp(*x.a, *x.b);
    switch (e->op) {
    case OP_LESS:
        return by < 0;
    case OP_AT_MOST:
        return by <= 0;
    case OP_EQUAL:
        return by == 0;
    case OP_UNEQUAL:
        return by != 0;
    case OP_AT_LEAST:
        return by >= 0;
    default:
        return by > 0;
    }
}

int expr_holds(const struct expr *e, const struct frame *f) {
    int why = DEFINED;
    for (;;) {
        int held;
        switch (e->op) {
        case OP_TRUTH:
            return e->value;
        case OP_REASON: /* a folded comparison with what never has a number */
            return -e->value;
        case OP_REASON_OF:
            return -(int)look(f, e->leaf)->why;
        case OP_IN:
            return e->value >> f->facts[e->leaf] & 1;
        case OP_KNOWN:
            return look(f, e->leaf)->why == DEFINED;
        case OP_NOT:
            held = holds(e->a, f);
            return held < 0 ? held : !held;
        case OP_AND:
        case OP_OR:
            held = holds(e->a, f);
            if (held != (e->op == OP_AND)) {
                return held;
            }
            e = e->b;
            continue;
        case OP_OF:
            e = e->a;
            continue;
        case OP_FIRST:
            e = fitting(e, f, &why);
            if (e == NULL) {
                return -why;
            }
            continue;
        case OP_LET:
        case OP_LET_FACT:
            return holds_within(e, f);
        default:
            return compared(e, f);
        }
    }
}

/* ---- a row ---- */

void rules_evaluate(const struct expr *const by[MEASURE_COUNT], const struct frame *f,
                    struct quantity of[MEASURE_COUNT]) {
    for (int m = MEASURE_BY_RULE; m < MEASURE_KEPT_COUNT; m++) {
        if (by[m] != NULL) {
            bool never =
                by[m]->op == OP_REASON; /* so are most, folded for a row without a target */
            of[m].why = never ? (enum undefined)by[m]->value : expr_value(by[m], f, &of[m].value);
            if (of[m].why != DEFINED) {
                of[m].value = ratio_int(0);
            }
        }
    }
}
