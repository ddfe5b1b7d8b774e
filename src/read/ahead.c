#include "ahead.h"

#include "crew.h"
#include "cut.h"
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

struct ahead {
    const struct sources *sources;
    struct part *parts; /* stb_ds array, in the order in which they are taken */
    struct keys *keys;  /* per worker: of the trees it reads */
    int workers;
    struct crew *crew;
};

static size_t size_of(const void *context, size_t at) {
    const struct ahead *ahead = context;
    const struct part *part = &ahead->parts[at];
    const struct source *source = &ahead->sources->items[part->file];
    return part->piece == WHOLE ? source->size : source->pieces[part->piece].size;
}

static void read_whole(struct ahead *ahead, int worker, int32_t file, struct tree *tree,
                       struct findings *findings) {
    struct passage passage = passage_of(ahead->sources, file);
    *tree = (struct tree){0};
    if (!ahead->sources->items[file].refused) {
        tree_read(tree, &ahead->keys[worker], &passage, findings);
    }
}

static void read_part(void *context, int worker, size_t at, void *result) {
    struct ahead *ahead = context;
    struct reading_of_part *read = result;
    const struct part *part = &ahead->parts[at];
    if (part->piece == WHOLE) {
        read_whole(ahead, worker, part->file, &read->tree, &read->findings);
    } else {
        cut_read(&read->tree, &ahead->keys[worker], ahead->sources, part->file, part->piece,
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

struct ahead *ahead_begin(const struct sources *sources, const int32_t *order, size_t count,
                          int jobs) {
    struct ahead *ahead = mem_alloc(sizeof *ahead);
    ahead->sources = sources;
    ahead->parts = parts_of(sources, order, count);
    ahead->workers = crew_size(arrlenu(ahead->parts), jobs);
    ahead->keys = mem_alloc((size_t)ahead->workers * sizeof *ahead->keys);
    for (int i = 0; i < ahead->workers; i++) {
        /* stb_ds makes new hashes from a seed that all share */
        keys_of(&ahead->keys[i], &ahead->keys[i].inside, "", 0);
    }
    struct crew_work work = {
        .count = arrlenu(ahead->parts),
        .result_size = sizeof(struct reading_of_part),
        .ahead = MOST_PARTS,
        .make = read_part,
        .weight = size_of,
        .most_weight = MOST_BYTES,
        .context = ahead,
    };
    ahead->crew = crew_begin(&work, jobs);
    return ahead;
}

void ahead_take(struct ahead *ahead, struct tree *tree, struct findings *findings) {
    struct reading_of_part read;
    crew_take(ahead->crew, &read);
    *tree = read.tree;
    findings_move(findings, &read.findings);
}

void ahead_whole(struct ahead *ahead, int32_t file, struct tree *tree, struct findings *findings) {
    read_whole(ahead, 0, file, tree, findings);
}

void ahead_end(struct ahead *ahead) {
    crew_end(ahead->crew);
    for (int i = 0; i < ahead->workers; i++) {
        keys_clear(&ahead->keys[i]);
    }
    arrfree(ahead->parts);
    mem_free(ahead->keys);
    mem_free(ahead);
}
