/* SPDX-License-Identifier: MIT */
/* Pieces of work by threads: in order, each once, bounded ahead, with any number of jobs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdatomic.h>
#include <stdbool.h>

#include "jobs.h"

enum { PIECES = 500, AHEAD = 7, MOST = 40, JOBS = 8 };

/* What the workers do and what was seen of it. */
struct task {
    int workers;              /* that may come */
    size_t most_weight;       /* or 0: pieces weigh nothing */
    atomic_int times[PIECES]; /* a piece was done */
    atomic_size_t taken;      /* by the taker */
    atomic_bool too_far;      /* a piece was begun beyond what may be ahead */
    atomic_bool too_heavy;    /* beyond what may weigh */
    atomic_bool stranger;     /* a worker that is none */
    atomic_bool unclean;      /* a result held something before */
};

struct result {
    size_t piece;
    uint64_t sum;
};

/* Every tenth is heavier than all that may wait. */
static size_t weight(const void *context, size_t piece) {
    (void)context;
    return piece % 10 == 9 ? MOST + 1 : piece % 10;
}

/* What pieces weigh from the one not yet taken to this one. */
static size_t weight_between(size_t taken, size_t piece) {
    size_t all = 0;
    for (size_t i = taken; i <= piece; i++) {
        all += weight(NULL, i);
    }
    return all;
}

/* Takes the longer, the smaller the number's last digits: later pieces overtake. */
static void make(void *context, int worker, size_t piece, void *result) {
    struct task *task = context;
    struct result *out = result;
    size_t taken = atomic_load(&task->taken);
    atomic_fetch_add(&task->times[piece], 1);
    if (worker < 0 || worker >= task->workers) {
        atomic_store(&task->stranger, true);
    }
    /* one more may be taken than the taker has said */
    if (piece > taken + AHEAD) {
        atomic_store(&task->too_far, true);
    }
    if (task->most_weight > 0 && piece > taken + 1 &&
        weight_between(taken + 1, piece) > task->most_weight) {
        atomic_store(&task->too_heavy, true);
    }
    if (out->piece != 0 || out->sum != 0) {
        atomic_store(&task->unclean, true);
    }
    uint64_t sum = piece;
    for (size_t i = 0; i < (9 - piece % 10) * 500; i++) {
        sum = sum * 6364136223846793005U + 1442695040888963407U;
    }
    *out = (struct result){.piece = piece, .sum = sum};
}

static uint64_t sum_of(size_t piece) {
    struct task unused = {.workers = 1};
    struct result result = {0};
    make(&unused, 0, piece, &result);
    return result.sum;
}

static void run(size_t count, int jobs, size_t most_weight) {
    static struct task task;
    task = (struct task){.workers = jobs_workers(count, jobs), .most_weight = most_weight};
    struct jobs_work work = {
        .count = count,
        .result_size = sizeof(struct result),
        .ahead = AHEAD,
        .make = make,
        .weight = most_weight > 0 ? weight : NULL,
        .most_weight = most_weight,
        .context = &task,
    };
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < count; i++) {
        struct result result;
        jobs_take(queue, &result);
        atomic_store(&task.taken, i + 1);
        assert_int_equal(result.piece, i);
        assert_int_equal(result.sum, sum_of(i));
    }
    jobs_end(queue);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(atomic_load(&task.times[i]), i < count);
    }
    assert_false(atomic_load(&task.too_far));
    assert_false(atomic_load(&task.too_heavy));
    assert_false(atomic_load(&task.stranger));
    assert_false(atomic_load(&task.unclean));
}

static void test_in_order(void **state) {
    (void)state;
    for (int jobs = 1; jobs <= JOBS; jobs++) {
        run(PIECES, jobs, 0);
    }
}

static void test_weights(void **state) {
    (void)state;
    for (int jobs = 1; jobs <= JOBS; jobs++) {
        run(PIECES, jobs, MOST);
    }
}

static void test_few(void **state) {
    (void)state;
    for (size_t count = 0; count <= AHEAD + 1; count++) {
        run(count, 3, 0);
        run(count, 3, MOST);
    }
}

/* Not more workers than pieces, one at least, whatever is asked for. */
static void test_size(void **state) {
    (void)state;
    static const struct {
        size_t count;
        int jobs;
        int size;
    } table[] = {{5, 1, 1}, {5, 3, 3}, {5, 8, 5}, {5, 0, 1}, {5, -4, 1}, {0, 1, 1}, {0, 3, 1}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_int_equal(jobs_workers(table[i].count, table[i].jobs), table[i].size);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_order),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_few),
        cmocka_unit_test(test_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
