/* SPDX-License-Identifier: MIT */
/*
 * What members' shares come to by the indicator's rule (docs/QUY-TAC.md section 6).
 */
#ifndef TIENDO_SUMS_H
#define TIENDO_SUMS_H

#include "ledger.h"

/* A member's share in its group's figure. */
struct share {
    int32_t org;
    struct reading value;   /* its figure, or the numerator of a ratio */
    struct reading against; /* its weight, or the denominator; known only when the rule needs it */
    struct date asked;      /* the day as of which it was read, or no date */
    struct date *days;      /* of a group: on which something of it is dated; stb_ds array */
    bool counted;           /* in the group's figure */
};

/* Running sums over the members that are counted. */
struct sums {
    struct ratio low; /* numerator, lower ends */
    struct ratio high;
    struct ratio against_low; /* denominator */
    struct ratio against_high;
    enum hedge hedge;
    enum hedge hedge_against;
    struct date latest; /* of the figures */
    int on_latest;      /* how many are of that day */
    int counted;
};

void sums_begin(struct sums *sums);
void sums_add(struct sums *sums, const struct share *share, enum rollup rule);

/* Turns them into a figure; unknown, with the reason, when there is none. */
void sums_conclude(const struct sums *sums, const struct ledger *ledger,
                   const struct indicator *what, struct reading *group);

#endif
