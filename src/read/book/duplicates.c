/* SPDX-License-Identifier: MIT */
/* Finds targets and figures that are given twice, by sorting them; the first of them stays. */
#include <stdlib.h>
#include <string.h>

#include "jobs.h"
#include "mem.h"
#include "sections.h"

static int order(long long a, long long b) {
    return (a > b) - (a < b);
}

static int text_order(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

/* ---- targets ---- */

struct target_at {
    const struct targets *all; /* the book's */
    int32_t index;             /* among them */
};

/* Compares what can be read without unpacking. */
static int same_slot(const struct packed_target *a, const struct packed_target *b) {
    int by = order(a->org, b->org);
    by = by != 0 ? by : order(a->indicator, b->indicator);
    by = by != 0 ? by : order((int)a->year, (int)b->year);
    return by != 0 ? by : order(a->each_member, b->each_member);
}

static int same_target(const struct target_at *a, const struct target_at *b) {
    int by = same_slot(&a->all->packed[a->index], &b->all->packed[b->index]);
    if (by != 0) {
        return by;
    }
    struct target one = targets_get(a->all, a->index);
    struct target other = targets_get(b->all, b->index);
    by = date_cmp(one.date, other.date);
    by = by != 0 ? by : date_cmp(one.during.first, other.during.first);
    by = by != 0 ? by : date_cmp(one.during.last, other.during.last);
    return by != 0 ? by : text_order(one.by, other.by);
}

/* Equal ones stay in the order in which they stand in the book. */
static int by_target(const void *left, const void *right) {
    const struct target_at *a = left;
    const struct target_at *b = right;
    int by = same_target(a, b);
    return by != 0 ? by : order(a->index, b->index);
}

void duplicate_targets(struct loader *loader) {
    struct targets *targets = &loader->book->targets;
    size_t n = targets_count(targets);
    struct target_at *sorted = mem_alloc(n * sizeof *sorted);
    bool *drop = mem_alloc(n);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = (struct target_at){targets, (int32_t)i};
    }
    qsort(sorted, n, sizeof *sorted, by_target);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (same_target(&sorted[first], &sorted[i]) != 0) {
            first = i;
            continue;
        }
        struct target twice = targets_get(targets, sorted[i].index);
        FIND(loader->findings, MSG_TARGET_TWICE, twice.place,
             loader->book->indicators[twice.indicator].id)
            ->related = targets_get(targets, sorted[first].index).place;
        drop[sorted[i].index] = true;
    }
    targets_drop(targets, drop);
    mem_free(sorted);
    mem_free(drop);
}

/* ---- overrides ---- */

static int same_override(const struct override *a, const struct override *b) {
    int by = order(a->org, b->org);
    by = by != 0 ? by : order(a->indicator, b->indicator);
    by = by != 0 ? by : order(a->year, b->year);
    by = by != 0 ? by : date_cmp(a->during.first, b->during.first);
    by = by != 0 ? by : date_cmp(a->during.last, b->during.last);
    return by != 0 ? by : text_order(a->by, b->by);
}

/* Equal ones stay in the order in which they stand in the book. */
static int by_override(const void *left, const void *right) {
    const struct override *const *a = left;
    const struct override *const *b = right;
    int by = same_override(*a, *b);
    return by != 0 ? by : order(*a - *b, 0);
}

void duplicate_overrides(struct loader *loader) {
    const struct override *all = loader->book->overrides;
    size_t n = arrlenu(all);
    const struct override **sorted = mem_alloc(n * sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = &all[i];
    }
    qsort(sorted, n, sizeof *sorted, by_override);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (same_override(sorted[first], sorted[i]) != 0) {
            first = i;
        } else {
            FIND(loader->findings, MSG_OVERRIDE_TWICE, sorted[i]->place,
                 loader->book->indicators[sorted[i]->indicator].id)
                ->related = sorted[first]->place;
        }
    }
    mem_free(sorted);
}

/* ---- figures ---- */

/* A figure, and the days for which there may be no other one. */
struct figure_at {
    const struct packed_figure *figure; /* in the book */
    struct window span;
    struct place place;
};

static int by_figure(const void *left, const void *right) {
    const struct figure_at *a = left;
    const struct figure_at *b = right;
    int by = order((int)packed_kind(a->figure), (int)packed_kind(b->figure));
    by = by != 0 ? by : date_cmp(a->span.first, b->span.first);
    by = by != 0 ? by : order(a->place.file, b->place.file); /* then as written */
    by = by != 0 ? by : order(a->place.line, b->place.line);
    return by != 0 ? by : order(a->place.column, b->place.column);
}

/* Marks duplicates among the figures of some organisations, which no other thread looks at. */
struct marking {
    const struct book *book;
    struct findings *findings; /* of this piece */
    bool *drop;                /* by figure of the book */
};

/* Marks figures of the same day, and increments whose periods overlap: they would count twice. */
static void mark_figures(const struct marking *m, const struct figure_at sorted[], size_t n) {
    const struct packed_figure *all = m->book->figures.packed;
    const struct figure_at *last = &sorted[0];
    for (size_t i = 1; i < n; i++) {
        const struct figure_at *at = &sorted[i];
        bool apart = packed_kind(last->figure) != packed_kind(at->figure) ||
                     date_cmp(at->span.first, last->span.last) > 0;
        if (apart) {
            last = at;
            continue;
        }
        char date[DATE_TEXT];
        FIND(m->findings, MSG_FIGURE_TWICE, at->place,
             m->book->indicators[at->figure->indicator].id, date_print(at->span.last, date))
            ->related = last->place;
        m->drop[at->figure - all] = true;
    }
}

/* Marks duplicates among the n figures from `first` on, which are all of one organisation and
 * indicator. Mostly they are of one kind and on different days, which is seen without sorting. */
static void mark_series(const struct marking *m, int32_t first, size_t n) {
    const struct figures *figures = &m->book->figures;
    const struct packed_figure *packed = figures->packed + first;
    bool apart = true;
    for (size_t i = 1; apart && i < n; i++) {
        bool period = packed_kind(&packed[i]) == FIGURE_INCREMENT;
        struct date day =
            period ? figures_span(figures, first + (int32_t)i).first : packed_date(&packed[i]);
        apart = packed_kind(&packed[i - 1]) == packed_kind(&packed[i]) &&
                date_cmp(day, packed_date(&packed[i - 1])) > 0;
    }
    if (apart) {
        return;
    }
    struct figure_at *sorted = mem_alloc(n * sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        int32_t index = first + (int32_t)i;
        sorted[i] = (struct figure_at){&packed[i], figures_span(figures, index),
                                       figures_get(figures, index).place};
    }
    qsort(sorted, n, sizeof *sorted, by_figure);
    mark_figures(m, sorted, n);
    mem_free(sorted);
}

/* ---- figures, by threads ---- */

enum {
    PIECE = 4096,     /* about as many figures in a piece: small enough to wait for */
    PIECES_AHEAD = 16 /* sorted before their turn */
};

/* The work cut into pieces: the figures of whole organisations. */
struct figure_pieces {
    struct book *book;
    size_t *begins; /* stb_ds array: where the figures of each piece begin, and one past all */
    bool *drop;
};

static void cut_figures(struct figure_pieces *pieces) {
    const struct packed_figure *packed = pieces->book->figures.packed;
    size_t n = figures_count(&pieces->book->figures);
    arrput(pieces->begins, 0);
    for (size_t i = 1; i < n; i++) {
        if (packed[i].org != packed[i - 1].org && i - arrlast(pieces->begins) >= PIECE) {
            arrput(pieces->begins, i);
        }
    }
    if (n > 0) {
        arrput(pieces->begins, n);
    }
}

static void sort_piece(void *context, int worker, size_t piece, void *result) {
    const struct figure_pieces *pieces = context;
    struct marking marking = {pieces->book, result, pieces->drop};
    struct figures *figures = &pieces->book->figures;
    const struct packed_figure *packed = figures->packed;
    size_t first = pieces->begins[piece];
    size_t last = pieces->begins[piece + 1];
    (void)worker;
    figures_sort_run(figures, first, last - first, arrlenu(pieces->book->indicators));
    for (size_t i = first, end = 0; i < last; i = end) {
        for (end = i + 1; end < last && packed[end].org == packed[i].org &&
                          packed[end].indicator == packed[i].indicator;
             end++) {
        }
        mark_series(&marking, (int32_t)i, end - i);
    }
}

void duplicate_figures(struct loader *loader, int jobs) {
    struct book *book = loader->book;
    struct figure_pieces pieces = {.book = book, .drop = mem_alloc(figures_count(&book->figures))};
    figures_sort_by_org(&book->figures, arrlenu(book->orgs));
    cut_figures(&pieces);
    struct jobs_work work = {
        .count = arrlenu(pieces.begins) - 1,
        .result_size = sizeof(struct findings),
        .ahead = PIECES_AHEAD,
        .make = sort_piece,
        .context = &pieces,
    };
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct findings found;
        jobs_take(queue, &found);
        findings_move(loader->findings, &found);
    }
    jobs_end(queue);
    figures_drop(&book->figures, pieces.drop);
    arrfree(pieces.begins);
    mem_free(pieces.drop);
}
