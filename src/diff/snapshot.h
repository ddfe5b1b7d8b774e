/* SPDX-License-Identifier: MIT */
/*
 * What a meeting was shown: the rows of a scorecard, or of JSON that `status` wrote at the time.
 *
 * Numbers are the texts that JSON has, so that a figure reads the same wherever it comes from, and
 * one is changed when its text is. What people read of a row is beside them, in their language
 * where the book is at hand, else as JSON names it. A snapshot owns all its texts.
 */
#ifndef TIENDO_SNAPSHOT_H
#define TIENDO_SNAPSHOT_H

#include <stdbool.h>

#include "pool.h"
#include "scorecard.h"
#include "seal.h"

struct node; /* tree.h */

/* What a row says; NULL: it says nothing of it. */
enum row_fact {
    SAID_BETTER,
    SAID_KIND,      /* of the indicator */
    SAID_EACH,      /* the group that assigns the target to each member */
    SAID_GROW,      /* the target: percent, */
    SAID_BASE,      /* over this base, */
    SAID_TOLERANCE, /* about */
    SAID_REVISED,   /* day of the revision in force */
    SAID_HEDGE,     /* of the actual */
    SAID_LAST_YEAR, /* last year's figure */
    SAID_LAST_YEAR_DATE,
    SAID_SAME, /* last year's same period */
    SAID_SAME_DATE,
    SAID_EXPECTED, /* by now */
    SAID_ESTIMATE, /* of the year, its lower end */
    SAID_COUNT
};

/* One row. */
struct snapshot_row {
    const char *seal[SEAL_FIELDS]; /* who, what, target, actual, status: as they are sealed */
    const char *said[SAID_COUNT];
    enum status status;
    enum status computed_status;
    bool overridden;         /* the status was set by hand */
    bool rolled_up;          /* a group's figure from its members */
    struct date as_of;       /* the day from which it is seen */
    struct date date;        /* of the actual, or no date */
    const char **absent;     /* stb_ds array: members not in the figure, late or silent */
    const char *org_name;    /* for people, and so all below */
    const char *name;        /* of the indicator */
    const char *unit;        /* or NULL */
    const char *target_text; /* "≥ 30"; "" without one */
    const char *actual_text; /* "15"; "" without one */
    const char *verdict;     /* "Chậm", of a ceiling "Vượt ngưỡng" */
};

struct snapshot {
    struct snapshot_row *rows; /* stb_ds array, in the order of the table */
    const char *slipping;      /* edges, percent */
    const char *over;
    char seal[SEAL_TEXT]; /* of its rows; JSON: as it stands there */
    bool broken;          /* JSON: its rows are not those that were sealed */
    bool sealed;          /* JSON has a seal at all; a scorecard always */
    struct pool pool;     /* owns the texts */
};

/* All rows of a scorecard, its edges and seal. */
void snapshot_take(struct snapshot *snapshot, const struct scorecard *card, enum language lang);

/* Appends the rows of some organisations, marked by their index in the book. */
void snapshot_add(struct snapshot *snapshot, const struct scorecard *card, const bool orgs[],
                  enum language lang);

/* Rows of JSON, read as a tree. False, *wrong the node that is not what `status` writes (or NULL:
 * all of it), and the snapshot is to be cleared all the same. */
bool snapshot_read(struct snapshot *snapshot, const struct node *root, enum language lang,
                   const struct node **wrong);

/* Leaves out rows of other organisations or indicators than these; an empty list takes all. */
void snapshot_keep(struct snapshot *snapshot, const char *const orgs[], size_t orgs_count,
                   const char *const indicators[], size_t indicators_count);

void snapshot_clear(struct snapshot *snapshot);

#endif
