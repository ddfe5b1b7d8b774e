/* SPDX-License-Identifier: MIT */
/*
 * Like with like: a group's figure beside last year's of the same members, since a part is never
 * compared with a whole (docs/QUY-TAC.md section 6).
 */
#ifndef TIENDO_ALIKE_H
#define TIENDO_ALIKE_H

#include "ledger.h"

/* Both sides rolled up alike. */
struct alike {
    int members;         /* that have both figures */
    struct reading now;  /* theirs of this year; own nothing, known only when both are */
    struct reading then; /* last year's: of the same day, or the total */
    bool merged;         /* figures of predecessors were added */
};

/* The row that is asked about. */
struct alike_question {
    int32_t org; /* a group whose figure is its members' */
    int32_t indicator;
    int year;
    struct window window;
    struct date as_of;
};

/* The members counted in its figure, and those of the same day last year. */
struct alike alike_same_period(const struct ledger *ledger, const struct alike_question *q);

/* Of last year alone: the figure of the same day (now) beside the total (then). */
struct alike alike_season(const struct ledger *ledger, const struct alike_question *q);

#endif
