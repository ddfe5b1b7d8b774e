/* What is given twice: found by sorting, the first one stays. */
#include <stdlib.h>
#include <string.h>

#include "ledger.h"
#include "mem.h"
#include "sections.h"

static int order(long long a, long long b) {
    return (a > b) - (a < b);
}

static int text_order(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

/* ---- targets ---- */

static int same_target(const struct target *a, const struct target *b) {
    int by = order(a->org, b->org);
    by = by != 0 ? by : order(a->indicator, b->indicator);
    by = by != 0 ? by : order(a->year, b->year);
    by = by != 0 ? by : order(a->each_member, b->each_member);
    by = by != 0 ? by : date_cmp(a->date, b->date);
    by = by != 0 ? by : date_cmp(a->during.first, b->during.first);
    by = by != 0 ? by : date_cmp(a->during.last, b->during.last);
    return by != 0 ? by : text_order(a->by, b->by);
}

struct target_at {
    const struct target *target; /* in the book */
};

/* Equal ones stay in the order in which they stand in the book. */
static int by_target(const void *left, const void *right) {
    const struct target *a = ((const struct target_at *)left)->target;
    const struct target *b = ((const struct target_at *)right)->target;
    int by = same_target(a, b);
    return by != 0 ? by : (a > b) - (a < b);
}

void targets_once(struct loader *loader) {
    struct target *targets = loader->book->targets;
    size_t n = arrlenu(targets);
    struct target_at *sorted = mem_alloc(n * sizeof *sorted);
    bool *drop = mem_alloc(n);
    for (size_t i = 0; i < n; i++) {
        sorted[i].target = &targets[i];
    }
    qsort(sorted, n, sizeof *sorted, by_target);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (same_target(sorted[first].target, sorted[i].target) != 0) {
            first = i;
            continue;
        }
        const struct target *twice = sorted[i].target;
        FIND(loader->findings, MSG_TARGET_TWICE, twice->place,
             loader->book->indicators[twice->indicator].id)
            ->related = sorted[first].target->place;
        drop[twice - targets] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (drop[i]) {
            arrfree(targets[i].revised);
            arrfree(targets[i].milestones);
        } else {
            targets[kept++] = targets[i];
        }
    }
    if (n > 0) {
        arrsetlen(loader->book->targets, kept);
    }
    mem_free(sorted);
    mem_free(drop);
}

/* ---- figures ---- */

/* The first and last day for which a figure stands alone: nothing else may be said about them. */
static struct window span(const struct figure *f) {
    return f->kind == FIGURE_INCREMENT ? f->period : (struct window){f->date, f->date};
}

static int same_series(const struct figure *a, const struct figure *b) {
    int by = order(a->org, b->org);
    by = by != 0 ? by : order(a->indicator, b->indicator);
    return by != 0 ? by : order(a->kind, b->kind);
}

struct figure_at {
    const struct figure *figure; /* in the book */
};

static int by_figure(const void *left, const void *right) {
    const struct figure *a = ((const struct figure_at *)left)->figure;
    const struct figure *b = ((const struct figure_at *)right)->figure;
    int by = same_series(a, b);
    by = by != 0 ? by : date_cmp(span(a).first, span(b).first);
    return by != 0 ? by : (a > b) - (a < b);
}

/* Marks figures of the same day, and increments whose periods overlap: they would count twice. */
static void mark_figures(struct loader *loader, const struct figure_at sorted[], size_t n,
                         bool drop[]) {
    const struct figure *last = n > 0 ? sorted[0].figure : NULL;
    for (size_t i = 1; i < n; i++) {
        const struct figure *figure = sorted[i].figure;
        bool apart =
            same_series(last, figure) != 0 || date_cmp(span(figure).first, span(last).last) > 0;
        if (apart) {
            last = figure;
            continue;
        }
        char date[DATE_TEXT];
        FIND(loader->findings, MSG_FIGURE_TWICE, figure->place,
             loader->book->indicators[figure->indicator].id, date_print(figure->date, date))
            ->related = last->place;
        drop[figure - loader->book->figures] = true;
    }
}

/* What is known of one indicator of one organisation: mostly one kind of figure, day after day. */
static void mark_series(struct loader *loader, const int32_t *series, size_t n, bool drop[]) {
    const struct figure *figures = loader->book->figures;
    bool apart = true;
    for (size_t i = 1; apart && i < n; i++) {
        const struct figure *last = &figures[series[i - 1]];
        const struct figure *figure = &figures[series[i]];
        apart = last->kind == figure->kind && date_cmp(span(figure).first, span(last).last) > 0;
    }
    if (apart) {
        return;
    }
    struct figure_at *sorted = mem_alloc(n * sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        sorted[i].figure = &figures[series[i]];
    }
    qsort(sorted, n, sizeof *sorted, by_figure);
    mark_figures(loader, sorted, n, drop);
    mem_free(sorted);
}

/* Moves every figure to its place in the order, in place; each entry of `order` becomes ~itself. */
static void put_in_order(struct figure *figures, int32_t *order, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (order[i] < 0) {
            continue;
        }
        struct figure first = figures[i];
        size_t at = i;
        while ((size_t)order[at] != i) {
            size_t from = (size_t)order[at];
            figures[at] = figures[from];
            order[at] = ~order[at];
            at = from;
        }
        figures[at] = first;
        order[at] = ~order[at];
    }
}

/* Leaves the figures in the order in which the ledger looks them up: what is read together then
 * stands together. */
void figures_once(struct loader *loader) {
    struct figure *figures = loader->book->figures;
    size_t n = arrlenu(figures);
    bool *drop = mem_alloc(n);
    struct ledger ledger;
    ledger_init(&ledger, loader->book);
    for (size_t i = 0, end = 0; i < n; i = end) {
        const struct figure *first = &figures[ledger.figures[i]];
        for (end = i + 1; end < n; end++) {
            const struct figure *next = &figures[ledger.figures[end]];
            if (next->org != first->org || next->indicator != first->indicator) {
                break;
            }
        }
        mark_series(loader, ledger.figures + i, end - i, drop);
    }
    put_in_order(figures, ledger.figures, n);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (!drop[~ledger.figures[i]]) {
            if (kept < i) {
                figures[kept] = figures[i];
            }
            kept++;
        }
    }
    ledger_clear(&ledger);
    if (n > 0) {
        arrsetlen(loader->book->figures, kept);
    }
    mem_free(drop);
}
