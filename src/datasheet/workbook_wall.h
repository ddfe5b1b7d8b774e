/* SPDX-License-Identifier: MIT */
/*
 * The goals as the sheets on the wall have them: worst first, each with how much of its target, or
 * of its limit, is filled. Columns of the data hold the same by formula (DL_THU_TU, DL_DAY, …), so
 * that lists and bars follow what is typed.
 */
#ifndef TIENDO_WORKBOOK_WALL_H
#define TIENDO_WORKBOOK_WALL_H

#include "workbook_common.h"

/* Bars can show it: its target has a number to be filled, or members of whom some meet it. */
bool row_fills(const struct workbook *book, const struct row *row);

/* So much of the target or of the limit; for a target of each member, of the members. */
struct result row_filled(const struct workbook *book, const struct row *row);

/* What stands before the number of its target ("không quá"), and that number, of a group's target
 * for each member that of one; `second`: the other one of two. */
const char *row_sign(struct workbook *book, const struct row *row);
struct result row_asked(const struct workbook *book, const struct row *row, bool second);

/* "6/7 đơn vị có số", "số ngày 31/03/2025"; "" for nothing. */
const char *row_mark(struct workbook *book, const struct row *row);

/* Who answers for it; "" for nobody. */
const char *row_owner(struct workbook *book, const struct row *row);

/* Its name in one line, with its organisation where there are several. */
const char *row_short(struct workbook *book, const struct row *row);

/* What the data call a kind of indicator. */
const char *workbook_kind_words(const struct workbook *book, enum indicator_kind kind);

/* So much of what its status is judged by: of what is due by now, else as above. */
struct result row_judged(const struct workbook *book, const struct row *row);

/* Goals of a list: those that count over all; of these the ones that fill, without a figure last;
 * those left to their group's (struct row: covered) that go wrong; these and all that count. */
enum wall_goals { WALL_COUNTED, WALL_DRAWN, WALL_MEMBERS, WALL_BOTH };

/* Their rows, worst first: an stb_ds array. */
int *workbook_worst_first(const struct workbook *book, enum wall_goals which);

/* Its place among them: the worst has the smallest, all differ. */
int64_t row_place(const struct workbook *book, int row);

/* A verdict that one organisation's goal is behind, missed or past its limit: it is shown on the
 * wall where its group's goals are counted instead. */
bool status_goes_wrong(enum status status);

/* It is asked about in a meeting: a goal that is only not due, or under way, is not. */
bool status_is_urgent(enum status status);

/* Every goal with a place below this number is urgent, no other. */
const char *formula_urgent(struct workbook *book);

/* Whole percents of a share, as a number: cut so that none reads as reached too early, and a limit
 * passed reads so. The same by formula, of the cells of the share and of the status's number. */
int whole_percents(struct ratio share, enum status status);
const char *formula_percents(struct workbook *book, const char *share, const char *status);

#endif
