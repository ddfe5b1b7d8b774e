/*
 * Published figures recomputed, parts added up, allocation of targets (docs/QUY-TAC.md section 3
 * and 7).
 */
#ifndef TIENDO_CHECKS_H
#define TIENDO_CHECKS_H

#include "ledger.h"
#include "scorecard.h"

/* Each appends to its array of the card what concerns the rows that the card has. */
void check_claims(struct scorecard *card, const struct ledger *ledger);
void check_parts(struct scorecard *card, const struct ledger *ledger);
void check_allocations(struct scorecard *card, const struct ledger *ledger);

#endif
