/* SPDX-License-Identifier: MIT */
#include "jobs.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "mem.h"
#include "system.h"

/* Waiting threads are woken once in ahead / WAKE_SHARE pieces: for every piece it would cost more
 * than the thread gains. */
enum { WAKE_SHARE = 8 };

struct worker {
    struct jobs *queue;
    int number;
    pthread_t thread;
};

struct jobs {
    struct jobs_work work;
    struct worker *workers; /* [0] is the taker's thread */
    int running;            /* how many there are, the taker's included */
    pthread_mutex_t lock;   /* guards all below, but not the result of a piece being done */
    pthread_cond_t room;    /* signalled when a further piece may be begun, or none is left */
    pthread_cond_t done;    /* signalled when a piece is done */
    size_t begun;           /* pieces done or being done */
    size_t taken;           /* pieces whose result was taken */
    size_t weight;          /* of the pieces begun and not taken */
    char *results;          /* a ring: the result of piece n is the (n % ahead)th */
    bool *ready;            /* in the same ring: the result is complete */
};

int jobs_workers(size_t count, int jobs) {
    size_t most = count > 1 ? count : 1;
    jobs = jobs > 1 ? jobs : 1;
    return (size_t)jobs > most ? (int)most : jobs;
}

static size_t weight_of(const struct jobs *queue, size_t piece) {
    const struct jobs_work *work = &queue->work;
    return work->weight != NULL ? work->weight(work->context, piece) : 0;
}

static void *result_of(struct jobs *queue, size_t piece) {
    return queue->results + piece % queue->work.ahead * queue->work.result_size;
}

/* Whether a further piece may be begun now. */
static bool has_room(const struct jobs *queue) {
    if (queue->begun == queue->work.count || queue->begun - queue->taken == queue->work.ahead) {
        return false;
    }
    return queue->begun == queue->taken ||
           queue->weight + weight_of(queue, queue->begun) <= queue->work.most_weight;
}

/* Does the next piece. The caller holds the lock; it is released while the piece is done. */
static void do_next(struct worker *worker) {
    struct jobs *queue = worker->queue;
    size_t piece = queue->begun++;
    queue->weight += weight_of(queue, piece);
    pthread_mutex_unlock(&queue->lock);
    queue->work.make(queue->work.context, worker->number, piece, result_of(queue, piece));
    pthread_mutex_lock(&queue->lock);
    queue->ready[piece % queue->work.ahead] = true;
    pthread_cond_signal(&queue->done);
}

static void *run(void *argument) {
    struct worker *worker = argument;
    struct jobs *queue = worker->queue;
    pthread_mutex_lock(&queue->lock);
    while (queue->begun < queue->work.count) {
        if (has_room(queue)) {
            do_next(worker);
        } else {
            pthread_cond_wait(&queue->room, &queue->lock);
        }
    }
    pthread_mutex_unlock(&queue->lock);
    return NULL;
}

/* Starts the other threads. */
static void start(struct jobs *queue, int size) {
    for (int i = 1; i < size; i++) {
        struct worker *worker = &queue->workers[i];
        *worker = (struct worker){.queue = queue, .number = i};
        if (system_thread(&worker->thread, run, worker) != 0) {
            break;
        }
        queue->running++;
    }
}

struct jobs *jobs_begin(const struct jobs_work *work, int jobs) {
    struct jobs *queue = mem_alloc(sizeof *queue);
    int size = jobs_workers(work->count, jobs);
    queue->work = *work;
    queue->results = mem_alloc(work->ahead * work->result_size);
    queue->ready = mem_alloc(work->ahead * sizeof *queue->ready);
    queue->workers = mem_alloc((size_t)size * sizeof *queue->workers);
    queue->workers[0].queue = queue;
    queue->running = 1;
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->room, NULL);
    pthread_cond_init(&queue->done, NULL);
    start(queue, size);
    return queue;
}

void jobs_take(struct jobs *queue, void *result) {
    size_t piece = queue->taken;
    bool *ready = &queue->ready[piece % queue->work.ahead];
    pthread_mutex_lock(&queue->lock);
    while (!*ready) {
        if (has_room(queue)) {
            do_next(&queue->workers[0]);
        } else {
            pthread_cond_wait(&queue->done, &queue->lock);
        }
    }
    memcpy(result, result_of(queue, piece), queue->work.result_size);
    memset(result_of(queue, piece), 0, queue->work.result_size);
    *ready = false;
    queue->weight -= weight_of(queue, piece);
    queue->taken++;
    if (queue->taken % (queue->work.ahead / WAKE_SHARE + 1) == 0) {
        pthread_cond_broadcast(&queue->room);
    }
    pthread_mutex_unlock(&queue->lock);
}

void jobs_end(struct jobs *queue) {
    pthread_cond_broadcast(&queue->room);
    for (int i = 1; i < queue->running; i++) {
        pthread_join(queue->workers[i].thread, NULL);
    }
    pthread_cond_destroy(&queue->done);
    pthread_cond_destroy(&queue->room);
    pthread_mutex_destroy(&queue->lock);
    mem_free(queue->workers);
    mem_free(queue->ready);
    mem_free(queue->results);
    mem_free(queue);
}
