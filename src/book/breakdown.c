/* SPDX-License-Identifier: MIT */
#include "breakdown.h"

#include <stdlib.h>

#include "mem.h"
#include "text.h"

/* A part by its whole and the name of its breakdown. */
struct named_part {
    int32_t whole;
    const char *by;
    int32_t part;
};

/* The unnamed breakdown first. */
static int compare_names(const struct named_part *a, const struct named_part *b) {
    int by = (a->whole > b->whole) - (a->whole < b->whole);
    bool both = a->by != NULL && b->by != NULL;
    return by != 0 ? by : both ? text_compare(a->by, b->by) : (a->by != NULL) - (b->by != NULL);
}

static int by_breakdown(const void *left, const void *right) {
    const struct named_part *a = left;
    const struct named_part *b = right;
    int by = compare_names(a, b);
    return by != 0 ? by : (a->part > b->part) - (a->part < b->part);
}

int32_t *breakdown_firsts(const struct book *book) {
    int32_t n = (int32_t)arrlen(book->indicators);
    int32_t *first = mem_alloc(((size_t)n + 1) * sizeof *first);
    struct named_part *parts = NULL;
    for (int32_t i = 0; i < n; i++) {
        const struct indicator *part = &book->indicators[i];
        first[i] = NONE;
        if (part->part_of != NONE) {
            arrput(parts, ((struct named_part){part->part_of, part->part_by, i}));
        }
    }
    if (parts != NULL) {
        qsort(parts, arrlenu(parts), sizeof *parts, by_breakdown);
    }
    for (size_t i = 0; i < arrlenu(parts); i++) {
        bool same = i > 0 && compare_names(&parts[i - 1], &parts[i]) == 0;
        first[parts[i].part] = same ? first[parts[i - 1].part] : parts[i].part;
    }
    arrfree(parts);
    return first;
}
