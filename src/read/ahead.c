#include "ahead.h"

#include "crew.h"
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

struct ahead {
    const struct sources *sources;
    const int32_t *order;
    struct keys *keys; /* per worker: of the trees it reads */
    int workers;
    struct crew *crew;
};

static size_t size_of(const void *context, size_t at) {
    const struct ahead *ahead = context;
    return ahead->sources->items[ahead->order[at]].size;
}

static void read_file(void *context, int worker, size_t at, void *result) {
    struct ahead *ahead = context;
    struct reading_of_file *read = result;
    tree_read(&read->tree, &ahead->keys[worker], ahead->sources, ahead->order[at], &read->findings);
}

struct ahead *ahead_begin(const struct sources *sources, const int32_t *order, size_t count,
                          int jobs) {
    struct ahead *ahead = mem_alloc(sizeof *ahead);
    ahead->sources = sources;
    ahead->order = order;
    ahead->workers = crew_size(count, jobs);
    ahead->keys = mem_alloc((size_t)ahead->workers * sizeof *ahead->keys);
    for (int i = 0; i < ahead->workers; i++) {
        /* stb_ds makes new hashes from a seed that all share */
        keys_of(&ahead->keys[i], &ahead->keys[i].inside, "", 0);
    }
    struct crew_work work = {
        .count = count,
        .result_size = sizeof(struct reading_of_file),
        .ahead = MOST_FILES,
        .make = read_file,
        .weight = size_of,
        .most_weight = MOST_BYTES,
        .context = ahead,
    };
    ahead->crew = crew_begin(&work, jobs);
    return ahead;
}

void ahead_take(struct ahead *ahead, struct tree *tree, struct findings *findings) {
    struct reading_of_file read;
    crew_take(ahead->crew, &read);
    *tree = read.tree;
    findings_move(findings, &read.findings);
}

void ahead_end(struct ahead *ahead) {
    crew_end(ahead->crew);
    for (int i = 0; i < ahead->workers; i++) {
        keys_clear(&ahead->keys[i]);
    }
    mem_free(ahead->keys);
    mem_free(ahead);
}
