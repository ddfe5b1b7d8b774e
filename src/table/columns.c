/* SPDX-License-Identifier: MIT */
/* The columns of the table, taken from their rows: column_rows.h. */
#include "columns.h"

#include <assert.h>
#include <string.h>

/* ---- the rows ---- */

#define FIGURE(name, place, word, field_place, field, number, other, ...)                          \
    [COLUMN_##name] = {.key = (word), .measure = (number), .high = (other), __VA_ARGS__},
#define OFFICIAL(name, place, word, fill, ...) OTHER(name, word, fill, __VA_ARGS__)
#define OTHER(name, word, fill, ...)                                                               \
    [COLUMN_##name] = {.key = (word), .measure = MEASURE_COUNT, .high = NO_HIGH, __VA_ARGS__},
static const struct column columns[COLUMN_COUNT] = {COLUMN_ROWS(FIGURE, OFFICIAL, OTHER)};

#undef FIGURE
#undef OFFICIAL
#undef OTHER

/* Of a row only these are kept. */
#define KEPT(name, place, word, field_place, field, number, other, ...)                            \
    static_assert((number) < MEASURE_KEPT_COUNT &&                                                 \
                      ((other) < MEASURE_KEPT_COUNT || (other) == NO_HIGH),                        \
                  "a column shows what a row does not keep");
COLUMN_ROWS(KEPT, COLUMN_NOTHING, COLUMN_NOTHING)
#undef KEPT

const struct column *table_column(enum column_id id) {
    return &columns[id];
}

#define AT_PLACE(name, place, ...) [place] = COLUMN_##name,
enum column_id official_column(enum table_column_id id) {
    static const enum column_id at[] = {COLUMN_ROWS(AT_PLACE, AT_PLACE, COLUMN_NOTHING)};
    static_assert(sizeof at / sizeof *at == TABLE_SHOWN, "the official places have a gap");
    return at[id];
}
#undef AT_PLACE

enum column_id table_column_find(const char *key) {
    for (enum column_id id = 0; id < COLUMN_COUNT; id++) {
        if (strcmp(columns[id].key, key) == 0) {
            return id;
        }
    }
    return COLUMN_COUNT;
}

int row_edges(const struct row *row, struct ratio edges[EDGES_OF_ROW]) {
    static const enum measure levels[] = {M_EXPECTED, M_EDGE_SLIPPING, M_EDGE_OVER};
    int n = 0;
    if (row_has_bounds(row)) {
        edges[n++] = row_decides(row);
        edges[n++] = row->bounds.low;
        edges[n++] = row->bounds.high;
    }
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (row->is[levels[i]].why == DEFINED) {
            edges[n++] = row->is[levels[i]].value;
        }
    }
    edges[n++] = ratio_int(0);
    return n;
}

int column_edges(const struct column *column, const struct row *row,
                 struct ratio edges[EDGES_OF_COLUMN]) {
    edges[0] = ratio_int(0);
    switch (column->edge) {
    case EDGE_ZERO:
        return 1;
    case EDGE_WHOLE:
        edges[1] = ratio_int(1);
        return 2;
    case EDGE_ACTUAL:
        if (row->has_actual) {
            edges[0] = row->low;
            edges[1] = row->high;
            return 2;
        }
        return 1;
    case EDGE_TARGET:
        if (row_bounds_known(row)) {
            edges[0] = row_decides(row);
        }
        return 1;
    case EDGE_ACHIEVED:
        edges[1] = row->is[M_ACHIEVED].value;
        return row->is[M_ACHIEVED].why == DEFINED ? 2 : 1;
    }
    return 0;
}
