/* SPDX-License-Identifier: MIT */
#include "pairs.h"

#include <string.h>

#include "book.h"
#include "buffer.h"
#include "mem.h"

struct row_slot {
    const char *key; /* ASCII: ids and a year */
    int value;       /* the first row */
};

static const char *key_of(struct buffer *text, const char *org, const char *indicator,
                          const char *year) {
    buffer_clear(text);
    buffer_format(text, "%s %s %s", org, indicator, year);
    buffer_put(text, "", 1);
    return text->text;
}

static int first_of(const struct row_index *index, const char *org, const char *indicator,
                    const char *year) {
    struct buffer key = {0};
    struct row_slot *slots = index->slots;
    ptrdiff_t at = shgeti(slots, key_of(&key, org, indicator, year));
    buffer_clear(&key);
    return at < 0 ? NONE : slots[at].value;
}

static int first_like(const struct row_index *index, const struct snapshot_row *row) {
    return first_of(index, row->seal[SEAL_ORG], row->seal[SEAL_INDICATOR], row->seal[SEAL_YEAR]);
}

void row_index_make(struct row_index *index, const struct snapshot *snapshot) {
    *index = (struct row_index){.snapshot = snapshot};
    struct buffer key = {0};
    arrsetlen(index->next, arrlenu(snapshot->rows));
    for (int i = (int)arrlen(snapshot->rows) - 1; i >= 0; i--) {
        const struct snapshot_row *row = &snapshot->rows[i];
        const char *text =
            key_of(&key, row->seal[SEAL_ORG], row->seal[SEAL_INDICATOR], row->seal[SEAL_YEAR]);
        ptrdiff_t at = shgeti(index->slots, text);
        index->next[i] = at < 0 ? NONE : index->slots[at].value;
        text = at < 0 ? pool_text(&index->pool, text, strlen(text)) : index->slots[at].key;
        shput(index->slots, text, i);
    }
    buffer_clear(&key);
}

void row_index_clear(struct row_index *index) {
    shfree(index->slots);
    arrfree(index->next);
    pool_clear(&index->pool);
}

static bool same_text(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* How far two rows of one indicator may differ and still be one. */
enum likeness { EXACT, SAME_PART, ANY_GOAL, LIKENESS_COUNT };

static bool alike(const struct snapshot_row *a, const struct snapshot_row *b,
                  enum likeness likeness) {
    bool part = same_text(a->seal[SEAL_DURING], b->seal[SEAL_DURING]);
    bool goals = (a->seal[SEAL_TARGET] != NULL) == (b->seal[SEAL_TARGET] != NULL);
    switch (likeness) {
    case EXACT:
        return part && goals && same_text(a->seal[SEAL_BY], b->seal[SEAL_BY]) &&
               same_text(a->said[SAID_EACH], b->said[SAID_EACH]);
    case SAME_PART:
        return part && goals;
    case ANY_GOAL:
        return !goals;
    case LIKENESS_COUNT:
        break;
    }
    return false;
}

int *row_partners(const struct row_index *index, const struct snapshot *from) {
    int *partners = NULL;
    bool *taken = mem_alloc(arrlenu(index->snapshot->rows) + 1);
    arrsetlen(partners, arrlenu(from->rows));
    for (size_t i = 0; i < arrlenu(from->rows); i++) {
        partners[i] = NONE;
    }
    for (enum likeness likeness = EXACT; likeness < LIKENESS_COUNT; likeness++) {
        for (size_t i = 0; i < arrlenu(from->rows); i++) {
            const struct snapshot_row *row = &from->rows[i];
            int at = partners[i] == NONE ? first_like(index, row) : NONE;
            while (at != NONE && (taken[at] || !alike(row, &index->snapshot->rows[at], likeness))) {
                at = index->next[at];
            }
            if (at != NONE) {
                partners[i] = at;
                taken[at] = true;
            }
        }
    }
    mem_free(taken);
    return partners;
}

const struct snapshot_row *row_first(const struct row_index *index, const char *org,
                                     const char *indicator, const char *year) {
    int at = first_of(index, org, indicator, year);
    return at == NONE ? NULL : &index->snapshot->rows[at];
}

const struct snapshot_row *row_of_goal(const struct row_index *index, const char *org,
                                       const struct snapshot_row *goal) {
    int at = first_of(index, org, goal->seal[SEAL_INDICATOR], goal->seal[SEAL_YEAR]);
    while (at != NONE && !alike(&index->snapshot->rows[at], goal, EXACT)) {
        at = index->next[at];
    }
    return at != NONE ? &index->snapshot->rows[at] : NULL;
}
