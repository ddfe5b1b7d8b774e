/* SPDX-License-Identifier: MIT */
#include "tree_queue.h"

#include "cut.h"
#include "jobs.h"
#include "mem.h"

enum {
    MOST_PARTS = 256,    /* read ahead at one time */
    MOST_BYTES = 1 << 20 /* of text read ahead, unless one part has more; its tree is larger */
};

/* What is read by itself: a file, or one of its pieces. */
struct part {
    int32_t file;
    int32_t piece; /* or WHOLE */
};

enum { WHOLE = -1 };

/* What it gives on its way to the book. */
struct reading_of_part {
    struct tree tree;
    struct findings findings;
};

struct tree_queue {
    const struct sources *sources;
    struct part *parts; /* stb_ds array, in the order in which they are taken */
    struct keys *keys;  /* per worker: of the trees it reads */
    int workers;
    struct jobs *queue;
};

static size_t size_of(const void *context, size_t at) {
    const struct tree_queue *trees = context;
    const struct part *part = &trees->parts[at];
    const struct source *source = &trees->sources->items[part->file];
    return part->piece == WHOLE ? source->size : source->pieces[part->piece].size;
}

static void read_whole(struct tree_queue *trees, int worker, int32_t file, struct tree *tree,
                       struct findings *findings) {
    struct passage passage = passage_of(trees->sources, file);
    *tree = (struct tree){0};
    if (!trees->sources->items[file].refused) {
        tree_read(tree, &trees->keys[worker], &passage, findings);
    }
}

static void read_part(void *context, int worker, size_t at, void *result) {
    struct tree_queue *trees = context;
    struct reading_of_part *read = result;
    const struct part *part = &trees->parts[at];
    if (part->piece == WHOLE) {
        read_whole(trees, worker, part->file, &read->tree, &read->findings);
    } else {
        cut_read(&read->tree, &trees->keys[worker], trees->sources, part->file, part->piece,
                 &read->findings);
    }
}

static struct part *parts_of(const struct sources *sources, const int32_t *order, size_t count) {
    struct part *parts = NULL;
    for (size_t i = 0; i < count; i++) {
        int32_t pieces = (int32_t)arrlen(sources->items[order[i]].pieces);
        for (int32_t piece = pieces > 0 ? 0 : WHOLE; piece < pieces; piece++) {
            struct part part = {order[i], piece};
            arrput(parts, part);
        }
    }
    return parts;
}

struct tree_queue *tree_queue_begin(const struct sources *sources, const int32_t *order,
                                    size_t count, int jobs) {
    struct tree_queue *trees = mem_alloc(sizeof *trees);
    trees->sources = sources;
    trees->parts = parts_of(sources, order, count);
    trees->workers = jobs_workers(arrlenu(trees->parts), jobs);
    trees->keys = mem_alloc((size_t)trees->workers * sizeof *trees->keys);
    for (int i = 0; i < trees->workers; i++) {
        /* stb_ds makes new hashes from a seed that all share */
        keys_of(&trees->keys[i], &trees->keys[i].inside, "", 0);
    }
    struct jobs_work work = {
        .count = arrlenu(trees->parts),
        .result_size = sizeof(struct reading_of_part),
        .ahead = MOST_PARTS,
        .make = read_part,
        .weight = size_of,
        .most_weight = MOST_BYTES,
        .context = trees,
    };
    trees->queue = jobs_begin(&work, jobs);
    return trees;
}

void tree_queue_take(struct tree_queue *trees, struct tree *tree, struct findings *findings) {
    struct reading_of_part read;
    jobs_take(trees->queue, &read);
    *tree = read.tree;
    findings_move(findings, &read.findings);
}

void tree_queue_whole(struct tree_queue *trees, int32_t file, struct tree *tree,
                      struct findings *findings) {
    read_whole(trees, 0, file, tree, findings);
}

void tree_queue_end(struct tree_queue *trees) {
    jobs_end(trees->queue);
    for (int i = 0; i < trees->workers; i++) {
        keys_clear(&trees->keys[i]);
    }
    arrfree(trees->parts);
    mem_free(trees->keys);
    mem_free(trees);
}
