/* SPDX-License-Identifier: MIT */
/*
 * Last year's figures of an organisation: the baseline, the same period, the profile.
 *
 * A figure from before the organisation's boundary changed is not its own: where the indicator
 * sums over organisations, the figures of all its predecessors are added instead and the result is
 * marked merged; else there is none (docs/QUY-TAC.md section 4 and 6). A group's is its own, or of
 * all of its members; one of some of them is set against nothing.
 */
#ifndef TIENDO_HISTORY_H
#define TIENDO_HISTORY_H

#include "ledger.h"

struct past {
    struct reading reading; /* unknown when there is none */
    bool boundary_changed;  /* none, because the boundary changed in between */
    bool merged;            /* predecessors' figures were added */
    bool partial;           /* none, because only some members have one */
};

/* B: the last figure dated in the year before and known on the as-of date; of what is no level the
 * whole year's total only. */
struct past history_baseline(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                             bool level, struct date as_of);

/* B of a part of the year: a flow's total, a level's last figure in the same part of last year. */
struct past history_part_baseline(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct window part, struct date as_of);

/* The figure of the same day a year before `date`: the end of a month for the end of a month, else
 * the same day of the month. A figure of any other day is not the same period. */
struct past history_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window part, struct date date);

/* The same, only what the organisation reports itself. */
struct past history_own_same_period(const struct ledger *ledger, int32_t org, int32_t indicator,
                                    int year, struct window part, struct date date);

/* Last year's whole total of a flow, of the same part of the year where `part` is one. */
struct past history_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          struct window part, struct date as_of);

/* The same, only what the organisation reports itself. */
struct past history_own_total(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct window part, struct date as_of);

/* What it reported itself by a day of that year, not of a day before `earliest`. Owns nothing. */
struct reading history_read_itself(const struct ledger *ledger, int32_t org, int32_t indicator,
                                   int year, struct window window, struct date day,
                                   struct date earliest);

/* The same part of the year before, its months by number; the whole year for the whole year. */
struct window history_part(const struct ledger *ledger, int32_t org, int year, struct window part);

/* The same day a year before, the end of a month for the end of a month. */
struct date history_day(struct date date);

/* Nothing stands before the year, of whatever boundary. */
bool history_is_first_year(const struct ledger *ledger, int32_t org, int year);

#endif
