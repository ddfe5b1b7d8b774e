/* SPDX-License-Identifier: MIT */
/*
 * Targets as one organisation has them on a day (docs/QUY-TAC.md section 3): those that are known,
 * with the bounds in force and the T that these state. For whoever holds figures or targets against
 * a target without having a row of it.
 */
#ifndef TIENDO_ASSIGNED_H
#define TIENDO_ASSIGNED_H

#include "ledger.h"
#include "scorecard.h"

struct assigned {
    int32_t target;       /* index into book.targets */
    int32_t org;          /* whose: the organisation, or the group that assigns it */
    bool each_member;     /* the same for every member of it */
    const char *by;       /* who assigned it, or NULL */
    struct window during; /* the part of the year it covers, or no dates */
    struct bounds bounds; /* in force; growth keeps the base that was stated first */
    int32_t revision;     /* index of the revision in force, or NONE */
    struct ratio stated;  /* T for the organisation; invalid: within, done, growth without a base */
    bool sure;            /* a person says that it is right */
    struct place place;   /* where the bounds in force are written */
};

/* The targets of the year that are known on the day, as stb_ds arrays, in the order written: the
 * organisation's own; those that its groups assign to it; those that it assigns to each of its
 * members, with the T of one member where all have the same. */
struct assigned *assigned_own(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct date day);
struct assigned *assigned_by_groups(const struct ledger *ledger, int32_t org, int32_t indicator,
                                    int year, struct date day);
struct assigned *assigned_to_each(const struct ledger *ledger, int32_t org, int32_t indicator,
                                  int year, struct date day);

/* Whatever its figures are held against: its own, then those of its groups. */
struct assigned *assigned_any(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                              struct date day);

/* Two texts that say who assigned a target, or NULL: no one is a name too. */
bool same_assigner(const char *a, const char *b);

/* Both of the same part of the year, or both of the whole. */
bool same_part(struct window a, struct window b);

/* Begins the row of an indicator as seen from a day: no target, no figure yet. */
void row_begin(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
               struct date day, struct row *row);

/* Gives it the target. */
void row_take_target(const struct ledger *ledger, const struct assigned *goal, struct row *row);

/* Gives it a figure; takes over what the reading owns. */
void row_take_reading(struct reading *reading, struct row *row);

#endif
