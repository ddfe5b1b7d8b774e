/* SPDX-License-Identifier: MIT */
/*
 * Last year's figures of an organisation: the baseline, the same period, the profile.
 *
 * A figure from before the organisation's boundary changed is not its own: where the indicator
 * sums over organisations, the figures of all its predecessors are added instead and the result is
 * marked merged; else there is none (docs/QUY-TAC.md section 4 and 6).
 */
#ifndef TIENDO_HISTORY_H
#define TIENDO_HISTORY_H

#include "ledger.h"

struct past {
    struct reading reading; /* unknown when there is none */
    bool boundary_changed;  /* none, because the boundary changed in between */
    bool merged;            /* predecessors' figures were added */
};

/* B: the last figure dated in the year before and known on the as-of date; of a flow only the whole
 * year's total. */
struct past history_baseline(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             struct date as_of);

/* The figure of the same day a year before `date`: the end of a month for the end of a month, else
 * the same day of the month. A figure of any other day is not the same period. */
struct past history_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window part, struct date date);

/* Last year's whole total of a flow, of the same part of the year where `part` is one. */
struct past history_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          struct window part, struct date as_of);

/* The same day a year before, the end of a month for the end of a month. */
struct date history_day(struct date date);

#endif
