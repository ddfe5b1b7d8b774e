#include "ledger.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* What the arrays are sorted by, after organisation and indicator. */
struct key {
    int year;
    int kind;
    struct date date;
    int32_t index; /* as written, the last word */
};

/* A place among figures or targets. */
struct slot {
    int32_t org;
    int32_t indicator;
    int year;
    int kind;
};

/* How one of the arrays is looked into. */
struct view {
    struct slot (*slot)(const struct book *, int32_t);
    struct key (*key)(const struct book *, int32_t);
};

static int compare_ints(int32_t a, int32_t b) {
    return (a > b) - (a < b);
}

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left;
    const struct key *b = right;
    int by = compare_ints(a->year, b->year);
    by = by != 0 ? by : compare_ints(a->kind, b->kind);
    by = by != 0 ? by : date_cmp(a->date, b->date);
    return by != 0 ? by : compare_ints(a->index, b->index);
}

static struct slot figure_slot(const struct book *book, int32_t index) {
    const struct figure *f = &book->figures[index];
    return (struct slot){f->org, f->indicator, f->year, (int)f->kind};
}

static struct key figure_key(const struct book *book, int32_t index) {
    const struct figure *f = &book->figures[index];
    return (struct key){f->year, (int)f->kind, f->date, index};
}

static const struct view figure_view = {figure_slot, figure_key};

static struct slot target_slot(const struct book *book, int32_t index) {
    const struct target *t = &book->targets[index];
    return (struct slot){t->org, t->indicator, t->year, t->each_member};
}

static struct key target_key(const struct book *book, int32_t index) {
    const struct target *t = &book->targets[index];
    return (struct key){t->year, t->each_member, {0, 0, 0}, index};
}

static const struct view target_view = {target_slot, target_key};

/* ---- sorting ---- */

/* Puts n indices in the order of their organisations, or of their indicators; equal ones stay as
 * they stand. `begins` (of places + 1 zeros) becomes where each one's begin. */
static void distribute(const struct book *book, const struct view *view, bool by_org,
                       const int32_t *from, int32_t *to, size_t n, int32_t *begins, size_t places) {
    int32_t *next = mem_alloc((places + 1) * sizeof *next);
    for (size_t i = 0; i < n; i++) {
        struct slot slot = view->slot(book, from[i]);
        begins[(by_org ? slot.org : slot.indicator) + 1]++;
    }
    for (size_t i = 0; i < places; i++) {
        begins[i + 1] += begins[i];
        next[i] = begins[i];
    }
    for (size_t i = 0; i < n; i++) {
        struct slot slot = view->slot(book, from[i]);
        to[next[by_org ? slot.org : slot.indicator]++] = from[i];
    }
    mem_free(next);
}

/* Sorts what is known of one indicator of one organisation; it mostly stands in order. */
static void sort_series(const struct book *book, const struct view *view, int32_t *series,
                        size_t n) {
    struct key last = view->key(book, series[0]);
    bool in_order = true;
    for (size_t i = 1; in_order && i < n; i++) {
        struct key key = view->key(book, series[i]);
        in_order = compare_keys(&last, &key) < 0;
        last = key;
    }
    if (in_order) {
        return;
    }
    struct key *keys = mem_alloc(n * sizeof *keys);
    for (size_t i = 0; i < n; i++) {
        keys[i] = view->key(book, series[i]);
    }
    qsort(keys, n, sizeof *keys, compare_keys);
    for (size_t i = 0; i < n; i++) {
        series[i] = keys[i].index;
    }
    mem_free(keys);
}

/* Sorts the n indices in `order` by organisation, indicator, year, kind, date; `begins` as
 * distribute() says. */
static void sort(const struct book *book, const struct view *view, int32_t *order, size_t n,
                 int32_t *begins) {
    size_t orgs = arrlenu(book->orgs);
    size_t indicators = arrlenu(book->indicators);
    int32_t *by_indicator = mem_alloc(n * sizeof *by_indicator);
    int32_t *unused = mem_alloc((indicators + 1) * sizeof *unused);
    distribute(book, view, false, order, by_indicator, n, unused, indicators);
    distribute(book, view, true, by_indicator, order, n, begins, orgs);
    mem_free(by_indicator);
    mem_free(unused);
    for (size_t i = 0, end = 0; i < n; i = end) {
        struct slot slot = view->slot(book, order[i]);
        for (end = i + 1; end < n; end++) {
            struct slot other = view->slot(book, order[end]);
            if (other.org != slot.org || other.indicator != slot.indicator) {
                break;
            }
        }
        sort_series(book, view, order + i, end - i);
    }
}

/* Do they stand in order in the book, as the reader leaves figures? */
static bool in_order(const struct book *book, const struct view *view, size_t n) {
    bool right = true;
    for (size_t i = 1; right && i < n; i++) {
        struct slot last = view->slot(book, (int32_t)i - 1);
        struct slot slot = view->slot(book, (int32_t)i);
        right = last.org < slot.org || (last.org == slot.org && last.indicator < slot.indicator);
        if (last.org == slot.org && last.indicator == slot.indicator) {
            struct key before = view->key(book, (int32_t)i - 1);
            struct key key = view->key(book, (int32_t)i);
            right = compare_keys(&before, &key) < 0;
        }
    }
    return right;
}

/* The n indices by organisation, indicator, year, kind, date; `begins` as distribute() says. */
static int32_t *sorted(const struct book *book, const struct view *view, size_t n,
                       int32_t **begins) {
    size_t orgs = arrlenu(book->orgs);
    int32_t *order = mem_alloc(n * sizeof *order);
    *begins = mem_alloc((orgs + 1) * sizeof **begins);
    for (size_t i = 0; i < n; i++) {
        order[i] = (int32_t)i;
    }
    if (!in_order(book, view, n)) {
        sort(book, view, order, n, *begins);
        return order;
    }
    for (size_t i = 0; i < n; i++) {
        (*begins)[view->slot(book, (int32_t)i).org + 1]++;
    }
    for (size_t i = 0; i < orgs; i++) {
        (*begins)[i + 1] += (*begins)[i];
    }
    return order;
}

/* Turns "members of a group" around: counted first, then placed. */
static void link_groups(struct ledger *ledger) {
    const struct book *book = ledger->book;
    ptrdiff_t n = arrlen(book->orgs);
    ledger->groups_of = mem_alloc(((size_t)n + 2) * sizeof *ledger->groups_of);
    int32_t *next = ledger->groups_of + 1; /* one ahead: filling moves it to the right place */
    for (ptrdiff_t g = 0; g < n; g++) {
        for (ptrdiff_t m = 0; m < arrlen(book->orgs[g].members); m++) {
            next[book->orgs[g].members[m] + 1]++;
        }
    }
    for (ptrdiff_t i = 1; i <= n; i++) {
        next[i] += next[i - 1];
    }
    ledger->groups = mem_alloc(((size_t)next[n] + 1) * sizeof *ledger->groups);
    for (int32_t g = 0; g < n; g++) {
        for (ptrdiff_t m = 0; m < arrlen(book->orgs[g].members); m++) {
            ledger->groups[next[book->orgs[g].members[m]]++] = g;
        }
    }
}

struct run ledger_groups(const struct ledger *ledger, int32_t org) {
    int32_t first = ledger->groups_of[org];
    return (struct run){ledger->groups + first, ledger->groups_of[org + 1] - first};
}

/* Groups ask every member for every indicator, and most members report a few: one bit spares them
 * the search. */
static uint64_t bit_of(int32_t indicator) {
    return UINT64_C(1) << (indicator % 64);
}

/* Own figures, or those of the numerator where it is computed. */
static uint64_t *find_needs(const struct book *book) {
    size_t n = arrlenu(book->indicators);
    uint64_t *needs = mem_alloc(n * sizeof *needs);
    bool changed = true;
    for (size_t i = 0; i < n; i++) {
        needs[i] = bit_of((int32_t)i);
    }
    while (changed) { /* a ratio of ratios takes another round */
        changed = false;
        for (size_t i = 0; i < n; i++) {
            int32_t of = book->indicators[i].ratio_of;
            if (of != NONE && (needs[of] & ~needs[i]) != 0) {
                needs[i] |= needs[of];
                changed = true;
            }
        }
    }
    return needs;
}

static uint64_t *find_below(const struct book *book, const uint64_t *reports) {
    size_t n = arrlenu(book->orgs);
    uint64_t *below = mem_alloc(n * sizeof *below);
    bool changed = true;
    memcpy(below, reports, n * sizeof *below);
    while (changed) { /* as often as groups are deep */
        changed = false;
        for (size_t i = 0; i < n; i++) {
            uint64_t before = below[i];
            for (ptrdiff_t m = 0; m < arrlen(book->orgs[i].members); m++) {
                below[i] |= below[book->orgs[i].members[m]];
            }
            changed = changed || below[i] != before;
        }
    }
    return below;
}

bool ledger_may_read(const struct ledger *ledger, int32_t org, int32_t indicator) {
    return (ledger->below[org] & ledger->needs[indicator]) != 0;
}

void ledger_init(struct ledger *ledger, const struct book *book) {
    *ledger = (struct ledger){
        .book = book,
        .figure_count = arrlenu(book->figures),
        .first_year = INT_MAX,
    };
    ledger->reports = mem_alloc(arrlenu(book->orgs) * sizeof *ledger->reports);
    for (size_t i = 0; i < ledger->figure_count; i++) {
        const struct figure *f = &book->figures[i];
        ledger->first_year = f->year < ledger->first_year ? f->year : ledger->first_year;
        ledger->reports[f->org] |= bit_of(f->indicator);
    }
    ledger->below = find_below(book, ledger->reports);
    ledger->needs = find_needs(book);
    ledger->figures = sorted(book, &figure_view, ledger->figure_count, &ledger->figures_of);
    ledger->targets = sorted(book, &target_view, arrlenu(book->targets), &ledger->targets_of);
    link_groups(ledger);
}

void ledger_clear(struct ledger *ledger) {
    mem_free(ledger->figures);
    mem_free(ledger->figures_of);
    mem_free(ledger->reports);
    mem_free(ledger->below);
    mem_free(ledger->needs);
    mem_free(ledger->targets);
    mem_free(ledger->targets_of);
    mem_free(ledger->groups);
    mem_free(ledger->groups_of);
}

/* ---- looking up ---- */

/* Compares within one organisation. */
static int compare_slots(const struct slot *a, const struct slot *b) {
    int by = compare_ints(a->indicator, b->indicator);
    by = by != 0 ? by : compare_ints(a->year, b->year);
    return by != 0 ? by : compare_ints(a->kind, b->kind);
}

/* First position from low to high that is not below the wanted slot (`past`: that is above it). */
static int32_t bound(const struct book *book, const int32_t *order, int32_t low, int32_t high,
                     struct slot wanted, const struct view *view, bool past) {
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        struct slot at = view->slot(book, order[middle]);
        int by = compare_slots(&at, &wanted);
        if (by < 0 || (past && by == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct run run_of(const struct book *book, const int32_t *order, const int32_t *begins,
                         struct slot wanted, const struct view *view) {
    int32_t end = begins[wanted.org + 1];
    int32_t first = bound(book, order, begins[wanted.org], end, wanted, view, false);
    int32_t past = bound(book, order, first, end, wanted, view, true);
    return (struct run){order + first, past - first};
}

struct run ledger_figures(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          enum figure_kind kind) {
    struct slot wanted = {org, indicator, year, (int)kind};
    if ((ledger->reports[org] & bit_of(indicator)) == 0) {
        return (struct run){NULL, 0};
    }
    return run_of(ledger->book, ledger->figures, ledger->figures_of, wanted, &figure_view);
}

struct run ledger_targets(const struct ledger *ledger, int32_t org, int32_t indicator, int year) {
    struct slot wanted = {org, indicator, year, false};
    return run_of(ledger->book, ledger->targets, ledger->targets_of, wanted, &target_view);
}

struct run ledger_each_member(const struct ledger *ledger, int32_t org, int32_t indicator,
                              int year) {
    struct slot wanted = {org, indicator, year, true};
    return run_of(ledger->book, ledger->targets, ledger->targets_of, wanted, &target_view);
}

void reading_clear(struct reading *reading) {
    arrfree(reading->missing);
}
