/* SPDX-License-Identifier: MIT */
/*
 * A status that a person sets, for an indicator or for one of its targets (docs/QUY-TAC.md
 * section 5).
 */
#ifndef TIENDO_OVERRIDES_H
#define TIENDO_OVERRIDES_H

#include "ledger.h"
#include "scorecard.h"

/* Sets the row's status by what says most exactly that it is meant; the computed one stays. */
void override_row(const struct ledger *ledger, struct row *row);

#endif
