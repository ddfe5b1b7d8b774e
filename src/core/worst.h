/* SPDX-License-Identifier: MIT */
/*
 * Worst first, wherever rows are ordered so (docs/QUY-TAC.md section 5): what has missed, is behind
 * or past a limit; then the other statuses from the worst to the best; among equals the one that is
 * furthest from what it should be, all kinds of goal on one scale. Rows without a target come last.
 */
#ifndef TIENDO_WORST_H
#define TIENDO_WORST_H

#include "scorecard.h"

/* Below 0: a comes before b; 0: neither. */
int worst_first(const struct row *a, const struct row *b);

#endif
