/* SPDX-License-Identifier: MIT */
/*
 * Work cut into numbered pieces that threads do side by side, taken in the order of their numbers.
 *
 * A piece depends on nothing but its number and what all only read, so the same comes out with any
 * number of threads. The taker is one of the threads: it does a piece itself where the next one is
 * not done yet, so that with one job there is no thread at all. What is done ahead is bounded in
 * pieces, and in bytes or whatever else they weigh.
 */
#ifndef TIENDO_JOBS_H
#define TIENDO_JOBS_H

#include <stddef.h>

/* What is to be done. */
struct jobs_work {
    size_t count;       /* pieces, numbered from 0 */
    size_t result_size; /* bytes that hold what a piece gives */
    size_t ahead;       /* most pieces begun and not yet taken, above 0 */
    /* does a piece, in any thread: worker is 0 (the taker's) .. jobs - 1; result is zeroed */
    void (*make)(void *context, int worker, size_t piece, void *result);
    size_t (*weight)(const void *context, size_t piece); /* of a piece, or NULL: nothing */
    size_t most_weight; /* most of all pieces begun and not yet taken, unless it is a single one */
    void *context;      /* borrowed until the end */
};

struct jobs;

/* As many workers as there are jobs, or pieces if they are fewer; 1 at least. */
int jobs_workers(size_t count, int jobs);

/* Begins, with jobs_workers() workers, the caller's thread among them. */
struct jobs *jobs_begin(const struct jobs_work *work, int jobs);

/* Takes what the next piece gives; what it owns is the caller's. */
void jobs_take(struct jobs *queue, void *result);

/* All pieces were taken. */
void jobs_end(struct jobs *queue);

#endif
