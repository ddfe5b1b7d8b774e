/* SPDX-License-Identifier: MIT */
/*
 * The rules of docs/QUY-TAC.md, sections 3 to 6: one for each measure that is computed, over the
 * measures and facts of measure.h. Said here once; whatever computes, prints or explains a figure
 * does it from this table.
 *
 * A rule reads only measures that stand before its own, and within OP_LET no computed measure that
 * depends on the replaced one (tests/unit/test_rules.c makes sure).
 */
#ifndef TIENDO_RULES_H
#define TIENDO_RULES_H

#include "rule.h"

extern const struct expr *const rules[MEASURE_COUNT]; /* NULL: given */

/* Conditions of section 3. These ask for facts only: the bound that decides lies above; there are
 * two. */
extern const struct expr *const rule_ceiling;
extern const struct expr *const rule_two_sided;
/* The target has its numbers. */
extern const struct expr *const rule_has_bound;
/* A figure under a ceiling is past it. */
extern const struct expr *const rule_past;

#endif
