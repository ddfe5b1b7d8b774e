#include "ahead.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>

#include "mem.h"

enum {
    MOST_FILES = 256,     /* read ahead at one time */
    MOST_BYTES = 1 << 20, /* of text read ahead, unless one file has more; its tree is larger */
    WAKE_EVERY = 32       /* files taken: to wake a thread for every one would cost more */
};

/* A file on its way from the thread that reads it to the book. */
struct slot {
    struct tree tree;
    struct findings findings;
    bool done; /* both are complete */
};

struct worker {
    struct ahead *ahead;
    struct keys keys; /* of the trees it reads */
    pthread_t thread;
};

struct ahead {
    const struct sources *sources;
    const int32_t *order;
    size_t count;
    struct worker *workers;        /* [0] is the caller's thread */
    int workers_made;              /* whose keys are to be cleared */
    int workers_running;           /* the caller's thread among them */
    pthread_mutex_t lock;          /* of all below, but for what is in a claimed slot */
    pthread_cond_t room;           /* there is more that may be claimed, or nothing is left */
    pthread_cond_t done;           /* a slot is done */
    size_t claimed;                /* files of the order that are read or being read */
    size_t taken;                  /* those of them that were taken */
    size_t bytes;                  /* of text of those between the two */
    struct slot slots[MOST_FILES]; /* of file n of the order: n % MOST_FILES */
};

static size_t size_of(const struct ahead *ahead, size_t at) {
    return ahead->sources->items[ahead->order[at]].size;
}

/* Whether a further file may be begun now. */
static bool has_room(const struct ahead *ahead) {
    if (ahead->claimed == ahead->count || ahead->claimed - ahead->taken == MOST_FILES) {
        return false;
    }
    return ahead->claimed == ahead->taken ||
           ahead->bytes + size_of(ahead, ahead->claimed) <= MOST_BYTES;
}

/* Reads the next file; the lock is held before and after, not meanwhile. */
static void read_next(struct worker *worker) {
    struct ahead *ahead = worker->ahead;
    size_t at = ahead->claimed++;
    struct slot *slot = &ahead->slots[at % MOST_FILES];
    ahead->bytes += size_of(ahead, at);
    pthread_mutex_unlock(&ahead->lock);
    tree_read(&slot->tree, &worker->keys, ahead->sources, ahead->order[at], &slot->findings);
    pthread_mutex_lock(&ahead->lock);
    slot->done = true;
    pthread_cond_signal(&ahead->done);
}

static void *work(void *argument) {
    struct worker *worker = argument;
    struct ahead *ahead = worker->ahead;
    pthread_mutex_lock(&ahead->lock);
    while (ahead->claimed < ahead->count) {
        if (has_room(ahead)) {
            read_next(worker);
        } else {
            pthread_cond_wait(&ahead->room, &ahead->lock);
        }
    }
    pthread_mutex_unlock(&ahead->lock);
    return NULL;
}

/* Ctrl-C is the caller's thread's to hear. Where the system has no thread to give, the others do
 * the work. */
static void start(struct ahead *ahead, int jobs) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (int i = 1; i < jobs; i++) {
        struct worker *worker = &ahead->workers[i];
        worker->ahead = ahead;
        keys_of(&worker->keys, &worker->keys.inside, "",
                0); /* stb_ds makes new hashes from a seed that all share */
        if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
            break;
        }
        ahead->workers_running++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct ahead *ahead_begin(const struct sources *sources, const int32_t *order, size_t count,
                          int jobs) {
    struct ahead *ahead = mem_alloc(sizeof *ahead);
    jobs = (size_t)jobs < count ? jobs : (int)count;
    jobs = jobs > 1 ? jobs : 1;
    ahead->sources = sources;
    ahead->order = order;
    ahead->count = count;
    ahead->workers = mem_alloc((size_t)jobs * sizeof *ahead->workers);
    ahead->workers_made = jobs;
    ahead->workers[0].ahead = ahead;
    ahead->workers_running = 1;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->room, NULL);
    pthread_cond_init(&ahead->done, NULL);
    start(ahead, jobs);
    return ahead;
}

static void move_findings(struct findings *to, struct findings *from) {
    for (ptrdiff_t i = 0; i < arrlen(from->items); i++) {
        const struct finding *finding = &from->items[i];
        findings_add(to, finding->code, finding->place, finding->words)->related = finding->related;
    }
    findings_clear(from);
}

void ahead_take(struct ahead *ahead, struct tree *tree, struct findings *findings) {
    struct slot *slot = &ahead->slots[ahead->taken % MOST_FILES];
    pthread_mutex_lock(&ahead->lock);
    while (!slot->done) {
        if (has_room(ahead)) {
            read_next(&ahead->workers[0]);
        } else {
            pthread_cond_wait(&ahead->done, &ahead->lock);
        }
    }
    *tree = slot->tree;
    move_findings(findings, &slot->findings);
    *slot = (struct slot){0};
    ahead->bytes -= size_of(ahead, ahead->taken);
    ahead->taken++;
    if (ahead->taken % WAKE_EVERY == 0) {
        pthread_cond_broadcast(&ahead->room);
    }
    pthread_mutex_unlock(&ahead->lock);
}

void ahead_end(struct ahead *ahead) {
    pthread_cond_broadcast(&ahead->room);
    for (int i = 1; i < ahead->workers_running; i++) {
        pthread_join(ahead->workers[i].thread, NULL);
    }
    for (int i = 0; i < ahead->workers_made; i++) {
        keys_clear(&ahead->workers[i].keys);
    }
    pthread_cond_destroy(&ahead->done);
    pthread_cond_destroy(&ahead->room);
    pthread_mutex_destroy(&ahead->lock);
    mem_free(ahead->workers);
    mem_free(ahead);
}
