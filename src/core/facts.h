/* SPDX-License-Identifier: MIT */
/*
 * What is given of a row before its rules are computed: the facts, and the measures without a rule.
 *
 * A row keeps what is of use later, is[MEASURE_KEPT_COUNT]; the rest (bounds, days, edges) is
 * taken from the book and the row again whenever its rules are to be computed, folded or explained.
 */
#ifndef TIENDO_FACTS_H
#define TIENDO_FACTS_H

#include "rule.h"
#include "scorecard.h"

struct given {
    struct quantity of[MEASURE_COUNT]; /* given ones; those by rule hold nothing yet */
    int8_t facts[FACT_COUNT];
    struct course course; /* its months are owned; count 0: no milestones */
};

/* The row has its target, its figure, its pace, and the given ones of is[]. A group's own row of an
 * each_member target knows nothing of its members' verdicts (M_JUDGED, M_WORST): they are set by
 * whoever knows the members. given_clear() ends it. */
void given_of_row(const struct book *book, const struct row *row, struct given *out);
void given_clear(struct given *given);

/* The words of the target make it a limit, to be kept all year; a plain number is none. */
bool bounds_are_limit(const struct bounds *bounds);

/* Of a target alone. */
void given_of_bounds(const struct bounds *bounds, enum better better, struct given *out);

/* Computes all rules into given->of. */
void given_evaluate(struct given *given);

/* Over which the rules are computed; holds as long as `given` stays where it is. */
struct frame given_frame(const struct given *given);

/* The day in the year's window on which alone the indicator is measured; no date: on any. */
struct date measured_day(const struct indicator *what, struct window window);

#endif
