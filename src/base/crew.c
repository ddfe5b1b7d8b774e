#include "crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>

#include "mem.h"

/* To wake a thread for every piece taken would cost more: for every so many of those ahead. */
enum { WAKE_SHARE = 8 };

struct worker {
    struct crew *crew;
    int number;
    pthread_t thread;
};

struct crew {
    struct crew_work work;
    struct worker *workers; /* [0] is the taker's thread */
    int running;            /* of them, the taker's among them */
    pthread_mutex_t lock;   /* of all below, but for the result of a piece begun and not done */
    pthread_cond_t room;    /* there is more that may be begun, or nothing is left */
    pthread_cond_t done;    /* a piece is done */
    size_t begun;           /* pieces that are done or being done */
    size_t taken;           /* those of them that were taken */
    size_t weight;          /* of those between the two */
    char *results;          /* of piece n: the (n % ahead)th */
    bool *ready;            /* whether that result is complete */
};

int crew_size(size_t count, int jobs) {
    size_t most = count > 1 ? count : 1;
    jobs = jobs > 1 ? jobs : 1;
    return (size_t)jobs > most ? (int)most : jobs;
}

static size_t weight_of(const struct crew *crew, size_t piece) {
    const struct crew_work *work = &crew->work;
    return work->weight != NULL ? work->weight(work->context, piece) : 0;
}

static void *result_of(struct crew *crew, size_t piece) {
    return crew->results + piece % crew->work.ahead * crew->work.result_size;
}

/* Whether a further piece may be begun now. */
static bool has_room(const struct crew *crew) {
    if (crew->begun == crew->work.count || crew->begun - crew->taken == crew->work.ahead) {
        return false;
    }
    return crew->begun == crew->taken ||
           crew->weight + weight_of(crew, crew->begun) <= crew->work.most_weight;
}

/* Does the next piece; the lock is held before and after, not meanwhile. */
static void do_next(struct worker *worker) {
    struct crew *crew = worker->crew;
    size_t piece = crew->begun++;
    crew->weight += weight_of(crew, piece);
    pthread_mutex_unlock(&crew->lock);
    crew->work.make(crew->work.context, worker->number, piece, result_of(crew, piece));
    pthread_mutex_lock(&crew->lock);
    crew->ready[piece % crew->work.ahead] = true;
    pthread_cond_signal(&crew->done);
}

static void *run(void *argument) {
    struct worker *worker = argument;
    struct crew *crew = worker->crew;
    pthread_mutex_lock(&crew->lock);
    while (crew->begun < crew->work.count) {
        if (has_room(crew)) {
            do_next(worker);
        } else {
            pthread_cond_wait(&crew->room, &crew->lock);
        }
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* Ctrl-C is the taker's thread's to hear. Where the system has no thread to give, the others do
 * the work. */
static void start(struct crew *crew, int size) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (int i = 1; i < size; i++) {
        struct worker *worker = &crew->workers[i];
        *worker = (struct worker){.crew = crew, .number = i};
        if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
            break;
        }
        crew->running++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct crew *crew_begin(const struct crew_work *work, int jobs) {
    struct crew *crew = mem_alloc(sizeof *crew);
    int size = crew_size(work->count, jobs);
    crew->work = *work;
    crew->results = mem_alloc(work->ahead * work->result_size);
    crew->ready = mem_alloc(work->ahead * sizeof *crew->ready);
    crew->workers = mem_alloc((size_t)size * sizeof *crew->workers);
    crew->workers[0].crew = crew;
    crew->running = 1;
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->room, NULL);
    pthread_cond_init(&crew->done, NULL);
    start(crew, size);
    return crew;
}

void crew_take(struct crew *crew, void *result) {
    size_t piece = crew->taken;
    bool *ready = &crew->ready[piece % crew->work.ahead];
    pthread_mutex_lock(&crew->lock);
    while (!*ready) {
        if (has_room(crew)) {
            do_next(&crew->workers[0]);
        } else {
            pthread_cond_wait(&crew->done, &crew->lock);
        }
    }
    memcpy(result, result_of(crew, piece), crew->work.result_size);
    memset(result_of(crew, piece), 0, crew->work.result_size);
    *ready = false;
    crew->weight -= weight_of(crew, piece);
    crew->taken++;
    if (crew->taken % (crew->work.ahead / WAKE_SHARE + 1) == 0) {
        pthread_cond_broadcast(&crew->room);
    }
    pthread_mutex_unlock(&crew->lock);
}

void crew_end(struct crew *crew) {
    pthread_cond_broadcast(&crew->room);
    for (int i = 1; i < crew->running; i++) {
        pthread_join(crew->workers[i].thread, NULL);
    }
    pthread_cond_destroy(&crew->done);
    pthread_cond_destroy(&crew->room);
    pthread_mutex_destroy(&crew->lock);
    mem_free(crew->workers);
    mem_free(crew->ready);
    mem_free(crew->results);
    mem_free(crew);
}
