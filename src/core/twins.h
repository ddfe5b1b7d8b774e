/* SPDX-License-Identifier: MIT */
/*
 * The few things that no tree of rules can say: each exact value and its formula, side by side.
 *
 * The calendar (months gone of a window, whole ones and the running month's part) and the worst of
 * a group's members are measured in C and given to the rules; in a workbook they are the formulas
 * printed here. The share due between milestones is a tree once its milestones are known.
 */
#ifndef TIENDO_TWINS_H
#define TIENDO_TWINS_H

#include "buffer.h"
#include "date.h"
#include "plan.h"
#include "rule.h"
#include "status.h"

/* ---- months gone ---- */

/* Whole months from the window's first day to the end of the day. */
int months_whole(struct window window, struct date day);

/* False: the window begins on a day that some months lack, and no formula counts as
 * window_months_gone() does. */
bool months_printable(struct window window);

/* `seen` is the text of the cell with the day; `whole`, of the cell with the whole months. */
void months_whole_print(struct buffer *out, struct window window, const char *seen);
void months_gone_print(struct buffer *out, struct window window, const char *seen,
                       const char *whole);

/* A number as a formula has it: whole, as a quotient in brackets, else the nearest binary one. */
void ratio_formula_print(struct buffer *out, struct ratio value);

/* ---- the worst member ---- */

/* The worse of the worst so far (0: none) and a member's status. */
enum status worst_of(enum status worst, enum status member);

/* `counting` begins a count of the members whose status is .., "COUNTIFS(…,statuses,": the status
 * and a bracket end it. No members come to the best one. */
void worst_print(struct buffer *out, const char *counting);

/* ---- the day of a group ---- */

/* Exactly: group_day(), group_day.h. A worksheet has a row for each member: its day (0: none); how
 * many members' figures still count on that day; the day, where these are two thirds of all that
 * have one, else 0; their number times `apart`, which is more than the number of any day, and the
 * day. Of ranges over these rows comes the group's day, and with it who is counted. */
void group_day_near_print(struct buffer *out, const char *days, const char *day);
void group_day_fit_print(struct buffer *out, const char *days, const char *near, const char *day);
void group_day_print(struct buffer *out, const char *days, const char *fits, const char *mosts,
                     int apart);
void group_day_counts_print(struct buffer *out, const char *day, const char *group);

/* ---- milestones ---- */

/* The share of the target due on the row's day (OP_MILESTONES). */
enum undefined milestones_value(const struct expr *e, const struct frame *f, struct ratio *out);

/* The same as a tree of its stretches, over M_GONE; it lives in the arena, its numbers too. */
const struct expr *milestones_tree(const struct course *course, struct arena *arena);

#endif
