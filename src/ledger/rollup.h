/* SPDX-License-Identifier: MIT */
/*
 * A group's figure from its members' (docs/QUY-TAC.md section 6): each member's share in it, and
 * what they come to by the indicator's rule. For a figure alone there is rollup_read(), ledger.h.
 */
#ifndef TIENDO_ROLLUP_H
#define TIENDO_ROLLUP_H

#include "ledger.h"

/* What is asked of the members. */
struct question {
    int32_t indicator;
    int year;
    struct window window; /* nothing outside counts */
    bool part;            /* of the year; else every member's own whole year counts */
    struct date as_of;
    struct date members_on; /* who is a member; no date: on the group's own day */
    struct date earliest;   /* what is older counts for nothing; or no date */
    bool past;              /* members' figures of a year before theirs: over a change of boundary
                               those of their predecessors */
};

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

/* All of it. */
struct roll_call {
    const struct ledger *ledger;
    struct ledger remembering; /* what it is where nobody remembers yet */
    int32_t org;
    const struct indicator *what;
    enum rollup rule;
    struct question q;
    struct share *shares; /* owned: of all that may ever be members, as members_at() has them */
    size_t count;
    struct date *days; /* stb_ds array: those from which the group's is chosen */
    struct sums sums;
    struct reading group; /* the figure */
};

/* rollup_end() ends it and clears its figure, unless that was taken out. */
void rollup_begin(struct roll_call *r, const struct ledger *ledger, int32_t org,
                  const struct question *q);
void rollup_end(struct roll_call *r);

/* The figure alone; the caller clears it. */
struct reading rollup_ask(const struct ledger *ledger, int32_t org, const struct question *q);

/* The question of ledger_read(). */
struct question rollup_question(const struct ledger *ledger, int32_t org, int32_t indicator,
                                int year, struct window window, struct date as_of);

/* Whether a figure of a member is dated after the day and by the day as_of. */
bool rollup_has_after(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                      struct date as_of, struct date day);

/* ---- sums, for whoever has shares of his own ---- */

void sums_begin(struct sums *sums);
void sums_add(struct sums *sums, const struct share *share, enum rollup rule);

/* Turns them into a figure; unknown, with the reason, when there is none. */
void sums_conclude(const struct sums *sums, const struct ledger *ledger,
                   const struct indicator *what, struct reading *group);

#endif
