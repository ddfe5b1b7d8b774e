/* SPDX-License-Identifier: MIT */
/*
 * Work split into numbered pieces, done by several threads, whose results are taken in the order of
 * the numbers.
 *
 * A piece may depend on its number and on data that no thread changes, so that the results are the
 * same with any number of threads. The thread that takes the results works too: when the next
 * result is not ready it does a piece itself, so that one job needs no further thread. How much is
 * done before its turn is limited in pieces, and by their weight (bytes, rows …).
 *
 *     struct jobs *queue = jobs_begin(&work, jobs);
 *     for (size_t i = 0; i < work.count; i++) jobs_take(queue, &result);
 *     jobs_end(queue);
 */
#ifndef TIENDO_JOBS_H
#define TIENDO_JOBS_H

#include <stddef.h>

/* What is to be done. */
struct jobs_work {
    size_t count;       /* how many pieces, numbered from 0 */
    size_t result_size; /* bytes of the result of a piece */
    size_t ahead;       /* how many pieces may be begun and not yet taken; above 0 */
    /* does a piece, in any thread; worker is 0 (the taker's) .. workers - 1, result is zeroed */
    void (*make)(void *context, int worker, size_t piece, void *result);
    size_t (*weight)(const void *context, size_t piece); /* of a piece; NULL: they weigh nothing */
    size_t most_weight; /* of all pieces begun and not yet taken; a single one may weigh more */
    void *context;      /* of make and weight; borrowed until jobs_end() */
};

struct jobs;

/* How many threads work at `count` pieces when `jobs` are allowed: no more than there are pieces,
 * at least 1. */
int jobs_workers(size_t count, int jobs);

/* Begins with jobs_workers() threads, the caller's own among them. Where the system refuses a
 * thread the others do its work. */
struct jobs *jobs_begin(const struct jobs_work *work, int jobs);

/* Waits for the result of the next piece and copies it out; what it owns is the caller's. */
void jobs_take(struct jobs *queue, void *result);

/* Ends the threads and frees the queue. Only when all results were taken. */
void jobs_end(struct jobs *queue);

#endif
