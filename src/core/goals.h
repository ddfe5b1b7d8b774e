/* SPDX-License-Identifier: MIT */
/*
 * What the headline counts: goals, each once however many targets it has, and a group's instead of
 * its members' (docs/QUY-TAC.md section 5).
 *
 * Whose goals count is known from the targets alone, before a row is judged: a group and its
 * members may be judged in different pieces (survey.h).
 */
#ifndef TIENDO_GOALS_H
#define TIENDO_GOALS_H

#include "rows.h"

/* Not restricted to others. */
bool selection_takes(const struct selection *selection, int32_t indicator);

/* A target that is not yet known on the day says nothing about it. */
bool target_known_by(const struct packed_target *target, struct date day);

/* The organisation has rows of its own that may be counted. */
bool goals_exist(const struct ledger *ledger, const struct org_question *q,
                 const struct selection *selection);

/* Marks the questions of those whose goals are left out for their group's. */
void goals_cover(const struct ledger *ledger, struct org_question *questions, size_t n,
                 const struct selection *selection);

/* Of rows of which some were left out: where no goal of the group is among them any more, those of
 * its members count. */
void goals_uncover(const struct ledger *ledger, struct row *rows, size_t n);

/* Marks the rows of one organisation that are counted: of each goal the least favourable. */
void goals_mark(const struct ledger *ledger, const struct org_question *q, struct row *rows,
                size_t n);

#endif
