/* SPDX-License-Identifier: MIT */
/*
 * Figures of groups that were asked for before.
 *
 * A group of groups asks each for many days, and those ask theirs: without a memory the work grows
 * with every level, and without one that outlasts the group every group asks all below it again.
 * One belongs to a copy of the ledger, of one thread; it forgets all when it has become large.
 */
#ifndef TIENDO_MEMO_H
#define TIENDO_MEMO_H

#include "rollup.h"

enum memo_kind {
    MEMO_FIGURE, /* the group's figure */
    MEMO_SHARE,  /* its share in a ratio: numerator and denominator */
    MEMO_WEIGHT, /* what its mean was divided by */
    MEMO_ALIKE,  /* this year's and last year's of the same members (alike.h): of the same day, */
    MEMO_SEASON, /* or last year's alone */
    MEMO_ESTIMATE,
    MEMO_DAYS, /* on which it has a figure: days.h */
    MEMO_GOALS /* how many of a headline's goals are met: `reporting` of `total` */
};

/* What was asked: all that an answer depends on. No gaps between its numbers. */
struct memo_key {
    int32_t org;
    int32_t indicator;
    int32_t year;
    uint32_t kind; /* enum memo_kind, and whether it is of the past */
    uint32_t first;
    uint32_t last;
    uint32_t as_of;
    uint32_t members_on;
    uint32_t earliest;
};

struct memo *memo_make(void);
void memo_free(struct memo *memo); /* or NULL */

/* Forgets all. */
void memo_forget(struct memo *memo);

/* From now on it is one of so many beside each other, which together keep no more at rest than
 * one. */
void memo_share(struct memo *memo, size_t memories);

/* Between two organisations: forgets all when it is more than a few of them would ask for. */
void memo_rest(struct memo *memo);

struct memo_key memo_key(int32_t org, const struct question *q, enum memo_kind kind);

/* Copies of what was put, which the caller clears; false: nothing was, or there is no memo. Only a
 * share has an `against`, else it is NULL. */
bool memo_get(const struct memo *memo, const struct memo_key *key, struct reading *value,
              struct reading *against);

/* The same of days: an stb_ds array that stays the memory's, until something else is put. */
bool memo_days(const struct memo *memo, const struct memo_key *key, const struct date **days);

/* Takes over the days, instead of those that were put before, and gives them back as memo_days().
 */
const struct date *memo_put_days(struct memo *memo, const struct memo_key *key, struct date *days);

/* Keeps copies. */
void memo_put(struct memo *memo, const struct memo_key *key, const struct reading *value,
              const struct reading *against);

#endif
