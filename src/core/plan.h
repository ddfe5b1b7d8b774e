/* SPDX-License-Identifier: MIT */
/*
 * The rules folded for one set of facts: what depends on kinds only is decided, names are gone,
 * and each rule holds the branches that rows of this kind can take. A workbook's formulas, the
 * codes of its headings and the equations of `why` are printed from it (rule_text.h).
 *
 * A folded rule gives what the table's own gives, value and reason.
 */
#ifndef TIENDO_PLAN_H
#define TIENDO_PLAN_H

#include "rule.h"

/* Memory of trees, freed all at once. Zero-initialised is empty. */
struct arena {
    char **blocks; /* stb_ds array */
    size_t used;   /* of the last one */
    size_t room;   /* of the last one */
};

void *arena_take(struct arena *arena, size_t size); /* zeroed */
void arena_clear(struct arena *arena);

struct plan {
    const struct expr *rule[MEASURE_COUNT]; /* folded; NULL: given */
    int8_t facts[FACT_COUNT];
    const struct course *course; /* the row's milestones, or NULL: they are not unrolled */
    measure_set always;          /* given measures that never lack a number */
    struct arena arena;          /* of the trees */
};

/* Folds all rules. `always`: those given measures are taken to have a number; `course`, which may
 * be NULL, must live as long. plan_clear() ends it. */
void plan_make(struct plan *plan, const int8_t facts[FACT_COUNT], measure_set always,
               const struct course *course);
void plan_clear(struct plan *plan);

/* Plans by their facts, for who judges many rows of few kinds. For one thread. */
struct plans;

struct plans *plans_begin(void);
void plans_end(struct plans *plans);

/* The plan of these facts, with nothing known and no milestones unrolled; NULL while too few rows
 * have them to be worth it, and where there are too many kinds. */
const struct plan *plans_get(struct plans *plans, const int8_t facts[FACT_COUNT]);

/* Another expression, folded like the rules; it lives as long as they do. */
const struct expr *plan_fold(struct plan *plan, const struct expr *e);

/* ---- what is known where: of folded expressions ---- */

/* The measures that reading e may find missing although `known` are known. */
measure_set expr_needs(const struct plan *plan, const struct expr *e, measure_set known);

/* What is known besides once condition e turned out `held`. */
measure_set expr_learn(const struct plan *plan, const struct expr *e, bool held);

/* No clause of e has a number: reasons only. */
bool expr_never(const struct expr *e);

/* e has a number wherever `known` have one. */
bool expr_sure(const struct plan *plan, const struct expr *e, measure_set known);

#endif
