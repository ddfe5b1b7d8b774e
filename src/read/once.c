/* What is given twice: found by sorting, the first one stays. */
#include <stdlib.h>
#include <string.h>

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

/* By what is looked up first: it is at hand. */
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

void targets_once(struct loader *loader) {
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

/* ---- figures ---- */

/* A figure and the days for which it stands alone. */
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

/* Marks figures of the same day, and increments whose periods overlap: they would count twice. */
static void mark_figures(struct loader *loader, const struct figure_at sorted[], size_t n,
                         bool drop[]) {
    const struct packed_figure *all = loader->book->figures.packed;
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
        FIND(loader->findings, MSG_FIGURE_TWICE, at->place,
             loader->book->indicators[at->figure->indicator].id, date_print(at->span.last, date))
            ->related = last->place;
        drop[at->figure - all] = true;
    }
}

/* What is known of one indicator of one organisation: mostly one kind of figure, day after day. */
static void mark_series(struct loader *loader, int32_t first, size_t n, bool drop[]) {
    const struct figures *figures = &loader->book->figures;
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
    mark_figures(loader, sorted, n, drop);
    mem_free(sorted);
}

void figures_once(struct loader *loader) {
    struct book *book = loader->book;
    size_t n = figures_count(&book->figures);
    bool *drop = mem_alloc(n);
    figures_sort(&book->figures, arrlenu(book->orgs), arrlenu(book->indicators));
    const struct packed_figure *packed = book->figures.packed;
    for (size_t i = 0, end = 0; i < n; i = end) {
        for (end = i + 1; end < n && packed[end].org == packed[i].org &&
                          packed[end].indicator == packed[i].indicator;
             end++) {
        }
        mark_series(loader, (int32_t)i, end - i, drop);
    }
    figures_drop(&book->figures, drop);
    mem_free(drop);
}
