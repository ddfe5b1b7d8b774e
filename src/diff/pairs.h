/* SPDX-License-Identifier: MIT */
/* Which rows of one snapshot are which of another. */
#ifndef TIENDO_PAIRS_H
#define TIENDO_PAIRS_H

#include "snapshot.h"

/* The rows of a snapshot, to be looked up. Zero-initialised is empty. */
struct row_index {
    const struct snapshot *snapshot;
    struct row_slot *slots; /* stb_ds string hash: organisation, indicator, year to first row */
    int *next;              /* stb_ds array: the next row of the same, or NONE */
    struct pool pool;       /* owns the keys */
};

void row_index_make(struct row_index *index, const struct snapshot *snapshot);
void row_index_clear(struct row_index *index);

/* For each row of `from` its partner's index in `index`, or NONE, as an stb_ds array: the one of
 * the same assigner and part of the year; else, as a revision may have another assigner and a goal
 * come to a figure that had none, the next of the same part of the year that has no partner yet. */
int *row_partners(const struct row_index *index, const struct snapshot *from);

/* The first row of an organisation's indicator, or NULL. */
const struct snapshot_row *row_first(const struct row_index *index, const char *org,
                                     const char *indicator, const char *year);

/* The row of an organisation that has the same goal as another's row: of the same group, assigner
 * and part of the year; or NULL. */
const struct snapshot_row *row_of_goal(const struct row_index *index, const char *org,
                                       const struct snapshot_row *goal);

#endif
