/* SPDX-License-Identifier: MIT */
/*
 * How much is computed for a book, in steps, and how much may be.
 *
 * A line that names many members and a line that names many goals are each right, and together they
 * are a million rows: what multiplies is counted while it is computed, and ends at a limit. A step
 * is about a tenth of a microsecond. The counts depend on the book and the question alone, never on
 * the machine or on the number of threads.
 */
#ifndef TIENDO_EFFORT_H
#define TIENDO_EFFORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What one of each costs, in steps, measured. */
enum {
    STEPS_GROUP = 12, /* whose figure is made, with */
    STEPS_MEMBER = 4, /* each of its members, beside what their figures cost */
    STEPS_TARGET = 8, /* that is held against something */
    STEPS_JUDGED = 15,
    STEPS_ROW = 40, /* with its place in memory */
    NAMES_A_STEP = 4,
    COMPARED_A_STEP = 16 /* numbers looked at in a list */
};

struct effort {
    uint64_t spent;
    uint64_t most;    /* the limit */
    int32_t heaviest; /* the organisation that has cost most, or NONE, */
    uint64_t of_it;   /* and what it has */
};

/* Of a book that was written in so many bytes: what a nation's folder needs, and as much again for
 * each of its bytes. */
struct effort effort_begin(size_t bytes);

/* Nothing is counted without one: NULL. */
static inline void effort_spend(struct effort *effort, size_t steps) {
    if (effort != NULL) {
        effort->spent += steps;
    }
}

/* More than may be: whoever is asked now may answer anything, nobody will see it. */
static inline bool effort_is_spent(const struct effort *effort) {
    return effort != NULL && effort->spent > effort->most;
}

/* How much has been spent so far; of nothing nothing. */
static inline uint64_t effort_spent(const struct effort *effort) {
    return effort != NULL ? effort->spent : 0;
}

/* What has been spent since belongs to the organisation; once for each of them. */
void effort_note(struct effort *effort, int32_t org, uint64_t since);

/* Adds what a thread has spent of its own. */
void effort_add(struct effort *effort, const struct effort *more);

#endif
