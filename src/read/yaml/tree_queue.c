/* SPDX-License-Identifier: MIT */
#include "tree_queue.h"

#include "jobs.h"
#include "mem.h"

enum {
    MOST_FILES = 256,    /* read ahead at one time */
    MOST_BYTES = 1 << 20 /* of text read ahead, unless one file has more; its tree is larger */
};

/* What a file gives on its way to the book. */
struct reading_of_file {
    struct tree tree;
    struct findings findings;
};

struct tree_queue {
    const struct sources *sources;
    const int32_t *order;
    struct keys *keys; /* per worker: of the trees it reads */
    int workers;
    struct jobs *queue;
};

static size_t size_of(const void *context, size_t at) {
    const struct tree_queue *trees = context;
    return trees->sources->items[trees->order[at]].size;
}

static void read_file(void *context, int worker, size_t at, void *result) {
    struct tree_queue *trees = context;
    struct reading_of_file *read = result;
    int32_t file = trees->order[at];
    if (!trees->sources->items[file].refused) {
        tree_read(&read->tree, &trees->keys[worker], trees->sources, file, &read->findings);
    }
}

struct tree_queue *tree_queue_begin(const struct sources *sources, const int32_t *order,
                                    size_t count, int jobs) {
    struct tree_queue *trees = mem_alloc(sizeof *trees);
    trees->sources = sources;
    trees->order = order;
    trees->workers = jobs_workers(count, jobs);
    trees->keys = mem_alloc((size_t)trees->workers * sizeof *trees->keys);
    for (int i = 0; i < trees->workers; i++) {
        /* stb_ds makes new hashes from a seed that all share */
        keys_of(&trees->keys[i], &trees->keys[i].inside, "", 0);
    }
    struct jobs_work work = {
        .count = count,
        .result_size = sizeof(struct reading_of_file),
        .ahead = MOST_FILES,
        .make = read_file,
        .weight = size_of,
        .most_weight = MOST_BYTES,
        .context = trees,
    };
    trees->queue = jobs_begin(&work, jobs);
    return trees;
}

void tree_queue_take(struct tree_queue *trees, struct tree *tree, struct findings *findings) {
    struct reading_of_file read;
    jobs_take(trees->queue, &read);
    *tree = read.tree;
    findings_move(findings, &read.findings);
}

void tree_queue_end(struct tree_queue *trees) {
    jobs_end(trees->queue);
    for (int i = 0; i < trees->workers; i++) {
        keys_clear(&trees->keys[i]);
    }
    mem_free(trees->keys);
    mem_free(trees);
}
