#include "ledger.h"

#include <limits.h>
#include <stdlib.h>

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
        ledger->figures_of[org + 1] = (int32_t)i;
    }
}

/* ---- targets: sorted here, as they stand in the book as written ---- */

static int compare_ints(int32_t a, int32_t b) {
    return (a > b) - (a < b);
}

/* A target's place in the order of look-up. */
struct key {
    int32_t org;
    int32_t indicator;
    int year;
    bool each_member;
    int32_t index; /* as written, the last word */
};

static struct key key_of(const struct book *book, int32_t index) {
    const struct target *t = &book->targets[index];
    return (struct key){t->org, t->indicator, t->year, t->each_member, index};
}

/* The same slot: what is looked for. */
static int compare_slots(const struct key *a, const struct key *b) {
    int by = compare_ints(a->org, b->org);
    by = by != 0 ? by : compare_ints(a->indicator, b->indicator);
    by = by != 0 ? by : compare_ints(a->year, b->year);
    return by != 0 ? by : compare_ints(a->each_member, b->each_member);
}

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left;
    const struct key *b = right;
    int by = compare_slots(a, b);
    return by != 0 ? by : compare_ints(a->index, b->index);
}

static void find_targets(struct ledger *ledger) {
    const struct book *book = ledger->book;
    size_t orgs = arrlenu(book->orgs);
    size_t n = arrlenu(book->targets);
    struct key *keys = mem_alloc(n * sizeof *keys);
    bool in_order = true;
    for (size_t i = 0; i < n; i++) {
        keys[i] = key_of(book, (int32_t)i);
        in_order = in_order && (i == 0 || compare_keys(&keys[i - 1], &keys[i]) < 0);
    }
    if (!in_order) {
        qsort(keys, n, sizeof *keys, compare_keys);
    }
    ledger->targets = mem_alloc(n * sizeof *ledger->targets);
    ledger->targets_of = mem_alloc((orgs + 1) * sizeof *ledger->targets_of);
    for (size_t i = 0; i < n; i++) {
        ledger->targets[i] = keys[i].index;
        ledger->targets_of[keys[i].org + 1]++;
    }
    for (size_t i = 0; i < orgs; i++) {
        ledger->targets_of[i + 1] += ledger->targets_of[i];
    }
    mem_free(keys);
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

static uint64_t *find_below(const struct book *book, const struct reports *reports) {
    size_t n = arrlenu(book->orgs);
    uint64_t *below = mem_alloc(n * sizeof *below);
    bool changed = true;
    for (size_t i = 0; i < n; i++) {
        for (int kind = 0; kind < FIGURE_KIND_COUNT; kind++) {
            below[i] |= reports[i].of[kind];
        }
    }
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
    *ledger = (struct ledger){.book = book, .first_year = INT_MAX};
    find_figures(ledger);
    find_targets(ledger);
    ledger->below = find_below(book, ledger->reports);
    ledger->needs = find_needs(book);
    link_groups(ledger);
}

void ledger_clear(struct ledger *ledger) {
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
    int32_t end = ledger->figures_of[org + 1];
    int32_t first = figure_bound(packed, ledger->figures_of[org], end, key);
    return (struct figure_run){first, figure_bound(packed, first, end, key + 1) - first};
}

/* First position from low to high whose target is not below the wanted slot (`past`: above it). */
static int32_t target_bound(const struct ledger *ledger, int32_t low, int32_t high,
                            const struct key *wanted, bool past) {
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        struct key at = key_of(ledger->book, ledger->targets[middle]);
        int by = compare_slots(&at, wanted);
        if (by < 0 || (past && by == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct run run_of(const struct ledger *ledger, const struct key *wanted) {
    int32_t end = ledger->targets_of[wanted->org + 1];
    int32_t first = target_bound(ledger, ledger->targets_of[wanted->org], end, wanted, false);
    int32_t past = target_bound(ledger, first, end, wanted, true);
    return (struct run){ledger->targets + first, past - first};
}

struct run ledger_targets(const struct ledger *ledger, int32_t org, int32_t indicator, int year) {
    return run_of(ledger, &(struct key){org, indicator, year, false, 0});
}

struct run ledger_each_member(const struct ledger *ledger, int32_t org, int32_t indicator,
                              int year) {
    return run_of(ledger, &(struct key){org, indicator, year, true, 0});
}

void reading_clear(struct reading *reading) {
    arrfree(reading->missing);
}
