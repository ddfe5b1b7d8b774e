/* SPDX-License-Identifier: MIT */
/*
 * The statuses of docs/QUY-TAC.md section 5.
 */
#ifndef TIENDO_STATUS_H
#define TIENDO_STATUS_H

#include <stdbool.h>

/* In the order in which summaries list them. */
enum status {
    STATUS_EXCEEDED,
    STATUS_MET,
    STATUS_ON_TRACK,
    STATUS_SLIPPING,
    STATUS_BEHIND,
    STATUS_WITHIN,
    STATUS_NOT_YET,
    STATUS_MISSED,
    STATUS_NO_REPORT,
    STATUS_NO_TARGET,
    STATUS_NO_BASELINE,
    STATUS_COUNT
};

/* Statuses as numbers, as rules and formulas work with them: verdicts from the best to the worst,
 * so that the worse of two is the larger; then those without a verdict, which speak of both ends of
 * a figure alike. 0 is none: what an empty cell is worth. */
enum rank {
    RANK_EXCEEDED = 1,
    RANK_MET,
    RANK_ON_TRACK,
    RANK_WITHIN,
    RANK_SLIPPING,
    RANK_NOT_YET,
    RANK_BEHIND,
    RANK_MISSED,
    RANK_NO_REPORT,
    RANK_NO_TARGET,
    RANK_NO_BASELINE,
    RANK_NOT_DUE, /* STATUS_NOT_YET, since the day on which it is measured has not come */
    RANK_COUNT
};

enum rank status_rank(enum status status, bool not_due);
enum status rank_status(enum rank rank); /* STATUS_COUNT for 0 */

/* The less favourable of two verdicts of one row (docs/QUY-TAC.md section 4, intervals). */
enum status status_worse(enum status a, enum status b);

/* What comes of a check: of a published figure, of parts against their whole, of targets assigned.
 */
enum verdict {
    VERDICT_AGREES,
    VERDICT_CUT,
    VERDICT_DIFFERS,
    VERDICT_UNCHECKED, /* claims */
    VERDICT_ABOVE,     /* parts above the whole */
    VERDICT_ALLOCATED,
    VERDICT_SHORT,
    VERDICT_OVER, /* allocation */
    VERDICT_COUNT
};

#endif
