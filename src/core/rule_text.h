/* SPDX-License-Identifier: MIT */
/*
 * One rule printed three ways: as a workbook's formula, as the code of a heading, and with a row's
 * numbers put in. All print folded rules (plan.h), so that only the branches are printed that rows
 * of this kind can take.
 *
 *   formula   IF(OR(AA4="",J4=""),"",IF(OR(ROUND(AA4,9)<=0,J4<0),"",J4/AA4))
 *   heading   (5)/(4)       nothing when a term has no column, or the rule has several numbers
 *   worked    (75 − 100) / (50 − 100)
 *
 * What is missing shows as "" in a formula, and so does whatever needs it. A comparison is made on
 * the rounded difference, since a binary number is rarely the decimal that was written; days and
 * counts are compared as they are.
 */
#ifndef TIENDO_RULE_TEXT_H
#define TIENDO_RULE_TEXT_H

#include "buffer.h"
#include "plan.h"

struct rule_text {
    const struct plan *plan;
    struct buffer *out; /* appended to; after a failure there is rubbish behind what was there */
    /* Prints where the measure stands, "AA4" or "(5)", or the constant that it is on this line;
     * false, with nothing printed, when it stands nowhere. */
    bool (*cell)(void *context, struct buffer *out, enum measure m);
    /* Worked: prints the number of a measure, or of none, MEASURE_COUNT, as people read it; NULL:
     * in full, or 6 decimals. */
    void (*number)(void *context, struct buffer *out, enum measure m, struct ratio value);
    void *context; /* of both */
    int digits;    /* decimals to which differences are rounded before they are compared */
};

/* The formula of a measure by rule, without "="; false when something that it reads has no cell. */
bool rule_print_formula(const struct rule_text *text, enum measure m);

/* The same of a condition that plan_fold() gave. */
bool rule_print_condition(const struct rule_text *text, const struct expr *condition);

/* Whether two of the numbers that the rule compares differ by less than `digits` tell: the formula
 * would take them for equal. */
bool rule_near(const struct rule_text *text, enum measure m, const struct frame *frame);

/* The code of its heading. Holds for a column only where all its rows print the same. A measure
 * without a column of its own is printed as what it is made of. */
bool rule_print_heading(const struct rule_text *text, enum measure m);

/* The equation's left side, over the frame's numbers. Returns how many signs of arithmetic it has
 * (0: a number alone), or -1 when it has no number there. */
int rule_print_worked(const struct rule_text *text, enum measure m, const struct frame *frame);

#endif
