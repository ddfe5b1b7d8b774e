/* SPDX-License-Identifier: MIT */
/*
 * The statuses of docs/QUY-TAC.md section 5.
 */
#ifndef TIENDO_STATUS_H
#define TIENDO_STATUS_H

/* From the best to the worst, so that the less favourable of two is the larger; as numbers, rules
 * and formulas work with them. 0 is none: what an empty cell is worth. */
enum status {
    STATUS_NONE,
    STATUS_EXCEEDED,
    STATUS_FIRST = STATUS_EXCEEDED, /* where loops over the statuses begin */
    STATUS_MET,
    STATUS_WITHIN,
    STATUS_ON_TRACK,
    STATUS_NOT_YET,
    STATUS_NOT_DUE,
    STATUS_SLIPPING,
    STATUS_NO_BASELINE,
    STATUS_INCOMPLETE,
    STATUS_NO_REPORT,
    STATUS_BEHIND,
    STATUS_MISSED,
    STATUS_NO_TARGET, /* stands behind all: nothing is judged */
    STATUS_COUNT
};

/* What comes of a check: of a published figure, of parts against their whole, of targets assigned.
 */
enum verdict {
    VERDICT_AGREES,
    VERDICT_CUT,
    VERDICT_DIFFERS,
    VERDICT_UNCHECKED, /* claims */
    VERDICT_EQUAL,     /* parts against the whole */
    VERDICT_ABOVE,
    VERDICT_PARTIAL, /* below the whole, of which not all parts are there */
    VERDICT_SHORT,   /* parts that should be the whole; allocation */
    VERDICT_ALLOCATED,
    VERDICT_OVER,
    VERDICT_COUNT
};

#endif
