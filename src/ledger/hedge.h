/* SPDX-License-Identifier: MIT */
/*
 * What becomes of "over", "under" and "about" where figures are computed with
 * (docs/QUY-TAC.md section 4).
 */
#ifndef TIENDO_HEDGE_H
#define TIENDO_HEDGE_H

#include "figures.h"

/* Of a sum: what both say, or the only one that says anything; else about. */
enum hedge hedge_sum(enum hedge a, enum hedge b);

/* Of a - b. */
enum hedge hedge_difference(enum hedge a, enum hedge b);

/* Of a / b. */
enum hedge hedge_quotient(enum hedge a, enum hedge b);

#endif
