/* SPDX-License-Identifier: MIT */
/*
 * A group's figure from its members' (docs/QUY-TAC.md section 6): each member's share in it, and
 * what they come to by the indicator's rule. For a figure alone there is rollup_read(), ledger.h.
 */
#ifndef TIENDO_ROLLUP_H
#define TIENDO_ROLLUP_H

#include "ledger.h"
#include "sums.h"

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
    bool groups;       /* some of the members are groups */
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

#endif
