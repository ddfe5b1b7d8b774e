/* SPDX-License-Identifier: MIT */
/*
 * What has changed between two snapshots, and why.
 *
 * A row is changed when its target, its actual or its status reads otherwise. Its cause is the
 * first of `enum cause` that fits, the others stand beside it. Between old and new lies a third
 * view, the new book seen from the old days: what differs there from the old one was corrected or
 * decided since, what differs from it in the new one came with time.
 */
#ifndef TIENDO_CHANGES_H
#define TIENDO_CHANGES_H

#include <stdbool.h>

#include "book.h"
#include "snapshot.h"

/* In the order in which they are tried. */
enum cause {
    CAUSE_NEW,       /* a goal that was not there */
    CAUSE_GONE,      /* one that was withdrawn */
    CAUSE_EDGES,     /* the edges of the verdicts, where they decide */
    CAUSE_OVERRIDE,  /* a status set, or no longer set, by hand */
    CAUSE_TARGET,    /* revised, or said otherwise: bounds, pace, kind */
    CAUSE_CORRECTED, /* the same day, another number */
    CAUSE_LATE,      /* a member that was late or silent is in the figure */
    CAUSE_FIGURE,    /* of a later day */
    CAUSE_DAY,       /* only time has passed */
    CAUSE_COUNT
};

/* What matters first, in the order printed. */
enum move { MOVE_FELL, MOVE_ROSE, MOVE_NEW, MOVE_GONE, MOVE_FIGURE, MOVE_TIME, MOVE_COUNT };

/* A changed row. */
struct change {
    const struct snapshot_row *old;  /* NULL: new */
    const struct snapshot_row *then; /* the new book seen from the old day, or NULL */
    const struct snapshot_row *new;  /* NULL: gone */
    enum cause cause;
    unsigned also; /* bits 1 << enum cause: the others */
    enum move move;
};

struct changes {
    struct change *items;     /* stb_ds array, sorted by what matters */
    int before[STATUS_COUNT]; /* rows with a target; no_target: those without */
    int after[STATUS_COUNT];
    int by[CAUSE_COUNT][STATUS_COUNT]; /* after less before, of the rows with this cause */
    int moves[MOVE_COUNT];
    int same;             /* rows in which nothing changed */
    bool corrections_hid; /* the old side is the new book: corrections cannot be seen */
};

/* What is compared. Only `old` and `new` are always there. */
struct views {
    const struct snapshot *old;
    const struct snapshot *new;
    const struct snapshot *then;       /* the new book seen from the old days; `old` itself where
                                          that is the new book */
    const struct snapshot *new_edges;  /* `new` and */
    const struct snapshot *then_edges; /* `then` with the old edges, where they differ */
    const struct book *book;           /* the new one: who is a member of whom; or NULL */
};

/* The snapshots must outlive the changes. only: bits 1 << status, rows of which either side has
 * one of them, 0: all; with_target: rows of which a side has a target. */
void changes_find(struct changes *changes, const struct views *views, unsigned only,
                  bool with_target);
void changes_clear(struct changes *changes);

const char *cause_key(enum cause cause); /* "corrected" */

/* The row as people see it: the new one, or the old where that is gone. */
static inline const struct snapshot_row *change_row(const struct change *change) {
    return change->new != NULL ? change->new : change->old;
}

#endif
