/* SPDX-License-Identifier: MIT */
/*
 * A rule: a list of clauses, of which the first that fits holds. A clause gives a number, a
 * status, or the reason why there is none: values, verdicts and "no number, because" are one thing.
 *
 * Rules are trees of constants (rules.c); nothing is allocated. What an expression reads and is
 * missing makes the expression missing, with that one's reason: nothing has to be said for it.
 * One tree is computed exactly (here), folded by what is known of a row's kinds (plan.h) and
 * printed as a formula, as the code of a heading, with its numbers put in (rule_text.h).
 */
#ifndef TIENDO_RULE_H
#define TIENDO_RULE_H

#include <stdint.h>

#include "measure.h"
#include "quantity.h"

enum op {
    /* values */
    OP_NUMBER,     /* `value`; a status is its rank */
    OP_RATIO,      /* `ratio` */
    OP_REASON,     /* no number, because of `value`, enum undefined */
    OP_REASON_OF,  /* no number, for the reason that measure `leaf` has */
    OP_MEASURE,    /* measure `leaf` */
    OP_ADD,        /* a + b */
    OP_SUB,        /* a - b */
    OP_MUL,        /* a x b */
    OP_DIV,        /* a / b */
    OP_MAX,        /* the larger of a and b */
    OP_UP,         /* the next number not below a that has no more decimals than fact `leaf` says */
    OP_DOWN,       /* the next not above it; (plus 1; 0: a itself) */
    OP_MILESTONES, /* the share due between milestones: a tree once they are known (twins.h) */
    /* both */
    OP_FIRST,    /* `list`: the first clause that fits */
    OP_LET,      /* a, in which measure `leaf` is read as measure `value` */
    OP_LET_FACT, /* a, in which fact `leaf` is read as fact `value` */
    OP_RULE,     /* the rule of measure `leaf`, not its number: within OP_LET */
    OP_OF,       /* a, which has a name */
    /* conditions */
    OP_TRUTH, /* `value`: 1 or 0 */
    OP_IN,    /* fact `leaf` is one of the set `value` */
    OP_KNOWN, /* measure `leaf` has a number */
    OP_LESS,  /* a < b, and so on */
    OP_AT_MOST,
    OP_EQUAL,
    OP_UNEQUAL,
    OP_AT_LEAST,
    OP_MORE,
    OP_NOT, /* not a */
    OP_AND, /* a and b; b is not looked at when a fails */
    OP_OR
};

struct clause;

struct expr {
    uint8_t op;           /* enum op: says which of the others hold */
    uint8_t leaf;         /* enum measure or enum fact */
    int32_t value;        /* a number, a reason, a set of bits, another measure */
    const struct expr *a; /* operands, or NULL */
    const struct expr *b;
    const struct clause *list; /* ends with the clause that always fits */
    const struct ratio *ratio; /* a number that is no int32_t */
};

struct clause {
    const struct expr *when; /* NULL: always, so the list ends */
    const struct expr *then;
};

static inline bool op_compares(uint8_t op) {
    return op >= OP_LESS && op <= OP_MORE;
}

/* ---- computing ---- */

/* The lines between a target's milestones, in the order of their days. */
struct course {
    const struct milestone *points; /* (targets.h) */
    const struct ratio *months;     /* of the window gone on the day of each */
    struct ratio whole;             /* months of the window */
    int count;
};

/* What an expression is computed over. */
struct frame {
    const struct quantity *of;   /* of[MEASURE_COUNT] */
    const int8_t *facts;         /* facts[FACT_COUNT] */
    const struct course *course; /* or NULL: no milestones */
    const struct frame *outer;   /* within OP_LET: what is around it; else NULL */
    uint8_t from;                /* within OP_LET: the measure that is read as `to` */
    uint8_t to;
};

/* Why it has no number, or DEFINED and *out. A result that does not fit is UNDEFINED_OVERFLOW. */
enum undefined expr_value(const struct expr *e, const struct frame *f, struct ratio *out);

/* Whether a condition holds: 1, 0, or -(enum undefined) when something that it compares is missing.
 */
int expr_holds(const struct expr *e, const struct frame *f);

/* Computes every measure that has a rule, in order, into `of`, which f->of points to as well; by
 * these rules, folded ones or the table's own. */
void rules_evaluate(const struct expr *const by[MEASURE_COUNT], const struct frame *f,
                    struct quantity of[MEASURE_COUNT]);

#endif
