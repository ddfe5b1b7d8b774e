/* SPDX-License-Identifier: MIT */
#include "sort_rows.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "worst.h"

/* A row on its way to its new place. */
struct moving_row {
    const struct row *row; /* the row as it stood */
    int32_t from;          /* where it stood */
    int32_t block;         /* where the rows of its organisation and year begin */
};

static int order(int a, int b) {
    return (a > b) - (a < b);
}

static int by_attainment(const struct row *a, const struct row *b) {
    bool a_has = a->is[M_ATTAINMENT].why == DEFINED;
    bool b_has = b->is[M_ATTAINMENT].why == DEFINED;
    if (a_has && b_has) {
        return ratio_cmp(b->is[M_ATTAINMENT].value, a->is[M_ATTAINMENT].value);
    }
    return order(b_has, a_has);
}

/* Compares by the organisation's place in the table, then the key, then the old place. */
static int compare(const struct moving_row *a, const struct moving_row *b, int by_key) {
    int by = order(a->block, b->block);
    by = by != 0 ? by : by_key;
    return by != 0 ? by : order(a->from, b->from);
}

static int compare_status(const void *left, const void *right) {
    const struct moving_row *a = left;
    const struct moving_row *b = right;
    return compare(a, b, order((int)a->row->status, (int)b->row->status));
}

static int compare_attainment(const void *left, const void *right) {
    const struct moving_row *a = left;
    const struct moving_row *b = right;
    return compare(a, b, by_attainment(a->row, b->row));
}

static int compare_worst(const void *left, const void *right) {
    const struct moving_row *a = left;
    const struct moving_row *b = right;
    return compare(a, b, worst_first(a->row, b->row));
}

static struct moving_row *moving_rows(const struct scorecard *card) {
    struct moving_row *moving = NULL;
    int32_t block = 0;
    for (int32_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        const struct row *first = &card->rows[block];
        if (row->org != first->org || row->year != first->year) {
            block = i;
        }
        arrput(moving, ((struct moving_row){.row = row, .from = i, .block = block}));
    }
    return moving;
}

/* Rows under their wholes: lists of indices into `moving`, in the new order. */
struct family {
    int32_t *first; /* of a row, by where it stood: its first part; [0] is that of no whole */
    int32_t *next;  /* of a moving row: the next of the same whole */
};

/* Wholes are counted from 1, so that NONE (-1) is 0. */
static int32_t whole_of(const struct row *row) {
    return row->part_of == NONE ? 0 : row->part_of + 1;
}

static void group(struct family *family, const struct moving_row *moving, int32_t n) {
    family->first = mem_alloc((size_t)(n + 1) * sizeof *family->first);
    family->next = mem_alloc((size_t)n * sizeof *family->next);
    for (int32_t i = 0; i <= n; i++) {
        family->first[i] = NONE;
    }
    for (int32_t i = n - 1; i >= 0; i--) {
        int32_t *first = &family->first[whole_of(moving[i].row)];
        family->next[i] = *first;
        *first = i;
    }
}

/* Appends the rows of one whole (0: of none), each followed by its own parts. */
static void place(struct row **rows, int32_t *new_index, const struct moving_row *moving,
                  const struct family *family, int32_t whole) {
    for (int32_t i = family->first[whole]; i != NONE; i = family->next[i]) {
        new_index[moving[i].from] = (int32_t)arrlen(*rows);
        arrput(*rows, *moving[i].row);
        place(rows, new_index, moving, family, moving[i].from + 1);
    }
}

void sort_rows(struct scorecard *card, enum sorting sorting) {
    size_t n = arrlenu(card->rows);
    if (sorting == SORT_DECLARATION || n == 0) {
        return;
    }
    struct moving_row *moving = moving_rows(card);
    static int (*const by[SORTING_COUNT])(const void *left, const void *right) = {
        [SORT_STATUS] = compare_status,
        [SORT_ATTAINMENT] = compare_attainment,
        [SORT_WORST] = compare_worst,
    };
    qsort(moving, n, sizeof *moving, by[sorting]);
    struct family family;
    group(&family, moving, (int32_t)n);
    struct row *rows = NULL;
    int32_t *new_index = mem_alloc(n * sizeof *new_index);
    place(&rows, new_index, moving, &family, 0);
    for (size_t i = 0; i < arrlenu(rows); i++) {
        rows[i].part_of = rows[i].part_of == NONE ? NONE : new_index[rows[i].part_of];
    }
    mem_free(new_index);
    mem_free(family.first);
    mem_free(family.next);
    arrfree(moving);
    arrfree(card->rows);
    card->rows = rows;
}
