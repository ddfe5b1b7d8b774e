/* SPDX-License-Identifier: MIT */
/*
 * One row judged: its target and its figure are given; last year's figures, the estimate and the
 * pace are looked up here, and everything else is computed by the rules (rules.h).
 */
#ifndef TIENDO_JUDGE_H
#define TIENDO_JUDGE_H

#include "ledger.h"
#include "scorecard.h"

void judge_row(const struct ledger *ledger, struct row *row);

/* The status of a group's own row of an each_member target, judged before, from its members': how
 * many have a figure is the row's, and the worst of their statuses is given. */
void judge_members(const struct ledger *ledger, struct row *row, enum status worst);

#endif
