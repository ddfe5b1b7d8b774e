/* SPDX-License-Identifier: MIT */
#include "ledger.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Groups ask every member for every indicator, and most members report a few: one bit spares them
 * the search. */
static uint64_t bit_of(int32_t indicator) {
    return UINT64_C(1) << (indicator % 64);
}

/* ---- figures: in order already ---- */

/* Where every organisation's figures begin, the first year, and which indicators they are of. */
static void find_figures(struct ledger *ledger) {
    const struct packed_figure *packed = ledger->book->figures.packed;
    size_t orgs = arrlenu(ledger->book->orgs);
    size_t n = figures_count(&ledger->book->figures);
    ledger->reports = mem_alloc(orgs * sizeof *ledger->reports);
    ledger->figures_of = mem_alloc((orgs + 1) * sizeof *ledger->figures_of);
    for (size_t i = 0, org = 0; org < orgs; org++) {
        struct reports *reports = &ledger->reports[org];
        for (; i < n && packed[i].org == (int32_t)org; i++) {
            int year = packed_year(&packed[i]);
            ledger->first_year = year < ledger->first_year ? year : ledger->first_year;
            reports->of[packed_kind(&packed[i])] |= bit_of(packed[i].indicator);
        }
        ledger->estimated |= reports->of[FIGURE_ESTIMATE];
        ledger->figures_of[org + 1] = (int32_t)i;
    }
}

/* ---- targets: sorted here, as they stand in the book as written ---- */

/* What the targets of one organisation are sorted by. */
static uint64_t target_key(int32_t indicator, int year, bool each_member) {
    return (uint64_t)(uint32_t)indicator << 32 | (uint64_t)year << 1 | each_member;
}

static uint64_t key_of(const struct packed_target *t) {
    return target_key(t->indicator, (int)t->year, t->each_member);
}

/* A target on its way to its place. */
struct moving_target {
    int32_t org;
    int32_t index; /* as written, the last word */
    uint64_t key;
};

static int by_key(const void *left, const void *right) {
    const struct moving_target *a = left;
    const struct moving_target *b = right;
    int by = (a->org > b->org) - (a->org < b->org);
    by = by != 0 ? by : (a->key > b->key) - (a->key < b->key);
    return by != 0 ? by : (a->index > b->index) - (a->index < b->index);
}

static bool in_order(const struct packed_target *packed, size_t n) {
    bool right = true;
    for (size_t i = 1; right && i < n; i++) {
        const struct packed_target *a = &packed[i - 1];
        const struct packed_target *b = &packed[i];
        right = a->org < b->org || (a->org == b->org && key_of(a) <= key_of(b));
    }
    return right;
}

/* The indices of the targets in the order of look-up. */
static void sort_targets(const struct packed_target *packed, int32_t *order, size_t n) {
    struct moving_target *moving = mem_alloc(n * sizeof *moving);
    for (size_t i = 0; i < n; i++) {
        moving[i] = (struct moving_target){packed[i].org, (int32_t)i, key_of(&packed[i])};
    }
    qsort(moving, n, sizeof *moving, by_key);
    for (size_t i = 0; i < n; i++) {
        order[i] = moving[i].index;
    }
    mem_free(moving);
}

static void find_targets(struct ledger *ledger) {
    const struct packed_target *packed = ledger->book->targets.packed;
    size_t orgs = arrlenu(ledger->book->orgs);
    size_t n = targets_count(&ledger->book->targets);
    ledger->targets = mem_alloc(n * sizeof *ledger->targets);
    ledger->targets_of = mem_alloc((orgs + 1) * sizeof *ledger->targets_of);
    for (size_t i = 0; i < n; i++) {
        ledger->targets[i] = (int32_t)i;
        ledger->targets_of[packed[i].org + 1]++;
    }
    if (!in_order(packed, n)) {
        sort_targets(packed, ledger->targets, n);
    }
    for (size_t i = 0; i < orgs; i++) {
        ledger->targets_of[i + 1] += ledger->targets_of[i];
    }
}

/* ---- overrides ---- */

struct moving_override {
    const struct override *of;
    int32_t index;
};

/* By organisation, indicator and who assigned the target that is meant, no one first. */
static int compare_meant(const struct override *a, const struct override *b) {
    if (a->org != b->org) {
        return a->org > b->org ? 1 : -1;
    }
    if (a->indicator != b->indicator) {
        return a->indicator > b->indicator ? 1 : -1;
    }
    bool both = a->by != NULL && b->by != NULL;
    return both ? strcmp(a->by, b->by) : (a->by != NULL) - (b->by != NULL);
}

static int by_override(const void *a, const void *b) {
    const struct moving_override *left = a;
    const struct moving_override *right = b;
    int by = compare_meant(left->of, right->of);
    return by != 0 ? by : (left->index > right->index) - (left->index < right->index);
}

static void find_overrides(struct ledger *ledger) {
    const struct override *all = ledger->book->overrides;
    size_t n = arrlenu(all);
    struct moving_override *moving = mem_alloc((n + 1) * sizeof *moving);
    ledger->overrides = mem_alloc((n + 1) * sizeof *ledger->overrides);
    for (size_t i = 0; i < n; i++) {
        moving[i] = (struct moving_override){&all[i], (int32_t)i};
    }
    qsort(moving, n, sizeof *moving, by_override);
    for (size_t i = 0; i < n; i++) {
        ledger->overrides[i] = moving[i].index;
    }
    mem_free(moving);
}

/* The first of them that is not below this one; above: that is above it. */
static int override_bound(const struct ledger *ledger, const struct override *meant, bool above) {
    const struct override *all = ledger->book->overrides;
    int low = 0;
    int high = (int)arrlen(all);
    while (low < high) {
        int middle = low + (high - low) / 2;
        int by = compare_meant(&all[ledger->overrides[middle]], meant);
        if (by < 0 || (above && by == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct run ledger_overrides(const struct ledger *ledger, int32_t org, int32_t indicator,
                            const char *by) {
    const struct override meant = {.org = org, .indicator = indicator, .by = by};
    int first = override_bound(ledger, &meant, false);
    return (struct run){ledger->overrides + first, override_bound(ledger, &meant, true) - first};
}

/* ---- groups ---- */

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

/* ---- mergers ---- */

/* Marks all to which reading one organisation leads: by its members, heirs and predecessors. The
 * mark is one that no other organisation sets. */
static void mark_reach(const struct ledger *ledger, int32_t from, int32_t *marks, int32_t mark) {
    const struct org *org = &ledger->book->orgs[from];
    const int32_t *const next[] = {org->members, org->predecessors, ledger->heirs[from]};
    bool known = marks[from] == mark;
    marks[from] = mark;
    for (size_t kind = 0; !known && kind < sizeof next / sizeof *next; kind++) {
        for (ptrdiff_t i = 0; i < arrlen(next[kind]); i++) {
            mark_reach(ledger, next[kind][i], marks, mark);
        }
    }
}

/* Ascending numbers hold this one. */
static bool holds(const int32_t *sorted, ptrdiff_t n, int32_t wanted) {
    ptrdiff_t low = 0;
    for (ptrdiff_t high = n; low < high;) {
        ptrdiff_t middle = low + (high - low) / 2;
        low = sorted[middle] < wanted ? middle + 1 : low;
        high = sorted[middle] < wanted ? high : middle;
    }
    return low < n && sorted[low] == wanted;
}

bool ledger_names(const struct ledger *ledger, int32_t group, int32_t org) {
    struct run groups = ledger_groups(ledger, org);
    return holds(groups.first, groups.count, group);
}

bool ledger_has_heir(const struct ledger *ledger, int32_t group, int32_t org) {
    const int32_t *heirs = ledger->heirs != NULL ? ledger->heirs[group] : NULL;
    return holds(heirs, arrlen(heirs), org);
}

/* The organisation stands for a predecessor in the groups that name that one; not where the walk
 * over members would then go in a ring, as it leads to the group already. It comes after all that
 * are heirs so far. */
static void add_heir(struct ledger *ledger, int32_t org, int32_t predecessor,
                     const int32_t *marks) {
    struct run groups = ledger_groups(ledger, predecessor);
    for (int i = 0; i < groups.count; i++) {
        int32_t group = groups.first[i];
        if (marks[group] != org + 1 && !ledger_names(ledger, group, org) &&
            !ledger_has_heir(ledger, group, org)) {
            arrput(ledger->heirs[group], org);
        }
    }
}

/* Most books have no merger, and then there is nothing to keep. */
static void link_successors(struct ledger *ledger) {
    const struct book *book = ledger->book;
    size_t n = arrlenu(book->orgs);
    size_t merged = 0;
    for (size_t i = 0; i < n; i++) {
        merged += arrlenu(book->orgs[i].predecessors);
    }
    if (merged == 0) {
        return;
    }
    ledger->heirs = mem_alloc(n * sizeof *ledger->heirs);
    ledger->successors = mem_alloc(n * sizeof *ledger->successors);
    int32_t *marks = mem_alloc(n * sizeof *marks); /* what who came last leads to */
    for (size_t i = 0; i < n; i++) {
        if (arrlen(book->orgs[i].predecessors) > 0) {
            mark_reach(ledger, (int32_t)i, marks, (int32_t)i + 1);
        }
        for (ptrdiff_t p = 0; p < arrlen(book->orgs[i].predecessors); p++) {
            int32_t predecessor = book->orgs[i].predecessors[p];
            arrput(ledger->successors[predecessor], (int32_t)i);
            add_heir(ledger, (int32_t)i, predecessor, marks);
        }
    }
    mem_free(marks);
}

static void clear_lists(int32_t **lists, size_t n) {
    for (size_t i = 0; lists != NULL && i < n; i++) {
        arrfree(lists[i]);
    }
    mem_free(lists);
}

/* ---- what may be known ---- */

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

static uint64_t of_all(const uint64_t *below, const int32_t *orgs) {
    uint64_t bits = 0;
    for (ptrdiff_t i = 0; i < arrlen(orgs); i++) {
        bits |= below[orgs[i]];
    }
    return bits;
}

static uint64_t *find_below(const struct ledger *ledger) {
    const struct book *book = ledger->book;
    size_t n = arrlenu(book->orgs);
    uint64_t *below = mem_alloc(n * sizeof *below);
    bool changed = true;
    for (size_t i = 0; i < n; i++) {
        for (int kind = 0; kind < FIGURE_KIND_COUNT; kind++) {
            below[i] |= ledger->reports[i].of[kind];
        }
    }
    while (changed) { /* as often as groups are deep */
        changed = false;
        for (size_t i = 0; i < n; i++) {
            uint64_t before = below[i];
            below[i] |= of_all(below, book->orgs[i].members);
            below[i] |= of_all(below, book->orgs[i].predecessors);
            below[i] |= ledger->heirs != NULL ? of_all(below, ledger->heirs[i]) : 0;
            changed = changed || below[i] != before;
        }
    }
    return below;
}

void ledger_init(struct ledger *ledger, const struct book *book) {
    *ledger = (struct ledger){.book = book, .first_year = INT_MAX};
    find_figures(ledger);
    find_targets(ledger);
    find_overrides(ledger);
    link_groups(ledger);
    link_successors(ledger);
    ledger->below = find_below(ledger);
    ledger->needs = find_needs(book);
}

void ledger_clear(struct ledger *ledger) {
    size_t n = ledger->book != NULL ? arrlenu(ledger->book->orgs) : 0; /* never begun */
    clear_lists(ledger->heirs, n);
    clear_lists(ledger->successors, n);
    mem_free(ledger->figures_of);
    mem_free(ledger->reports);
    mem_free(ledger->below);
    mem_free(ledger->needs);
    mem_free(ledger->targets);
    mem_free(ledger->targets_of);
    mem_free(ledger->overrides);
    mem_free(ledger->groups);
    mem_free(ledger->groups_of);
}

/* ---- looking up ---- */

/* What the figures of one organisation are sorted by, but for their dates. */
static uint64_t figure_key(int32_t indicator, uint32_t slot) {
    return (uint64_t)(uint32_t)indicator << 32 | slot;
}

/* First index from low to high whose figure is not below the key. */
static int32_t figure_bound(const struct packed_figure *packed, int32_t low, int32_t high,
                            uint64_t key) {
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (figure_key(packed[middle].indicator, packed_slot(&packed[middle])) < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct figure_run ledger_figures(const struct ledger *ledger, int32_t org, int32_t indicator,
                                 int year, enum figure_kind kind) {
    const struct packed_figure *packed = ledger->book->figures.packed;
    uint64_t key = figure_key(indicator, figure_slot(year, kind));
    if (year < ledger->first_year || (ledger->reports[org].of[kind] & bit_of(indicator)) == 0) {
        return (struct figure_run){0, 0};
    }
    effort_spend(ledger->effort, 1);
    int32_t end = ledger->figures_of[org + 1];
    int32_t first = figure_bound(packed, ledger->figures_of[org], end, key);
    return (struct figure_run){first, figure_bound(packed, first, end, key + 1) - first};
}

/* First position from low to high whose target is not below the key. */
static int32_t target_bound(const struct ledger *ledger, int32_t low, int32_t high, uint64_t key) {
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (key_of(&ledger->book->targets.packed[ledger->targets[middle]]) < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct run target_run(const struct ledger *ledger, int32_t org, uint64_t key) {
    effort_spend(ledger->effort, 1);
    int32_t end = ledger->targets_of[org + 1];
    int32_t first = target_bound(ledger, ledger->targets_of[org], end, key);
    bool any = first < end && key_of(&ledger->book->targets.packed[ledger->targets[first]]) == key;
    int32_t past = any ? target_bound(ledger, first + 1, end, key + 1) : first;
    return (struct run){ledger->targets + first, past - first};
}

struct run ledger_targets(const struct ledger *ledger, int32_t org, int32_t indicator, int year) {
    return target_run(ledger, org, target_key(indicator, year, false));
}

struct run ledger_each_member(const struct ledger *ledger, int32_t org, int32_t indicator,
                              int year) {
    return target_run(ledger, org, target_key(indicator, year, true));
}

void absent_append(struct absent *to, const struct absent *from) {
    arr_append(to->missing, from->missing);
    arr_append(to->late, from->late);
    arr_append(to->joined, from->joined);
}

void absent_clear(struct absent *absent) {
    arrfree(absent->missing);
    arrfree(absent->late);
    arrfree(absent->joined);
}

void reading_clear(struct reading *reading) {
    absent_clear(&reading->absent);
}
