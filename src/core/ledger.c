#include "ledger.h"

#include <stdlib.h>

#include "mem.h"

/* What the arrays are sorted by. */
struct key {
    int32_t org;
    int32_t indicator;
    int year;
    int kind;
    struct date date;
    int32_t index; /* as written, the last word */
};

static int compare_ints(int32_t a, int32_t b) {
    return (a > b) - (a < b);
}

/* Compares without date and index. */
static int compare_place(const struct key *a, const struct key *b) {
    int by = compare_ints(a->org, b->org);
    by = by != 0 ? by : compare_ints(a->indicator, b->indicator);
    by = by != 0 ? by : compare_ints(a->year, b->year);
    return by != 0 ? by : compare_ints(a->kind, b->kind);
}

static int compare_keys(const void *left, const void *right) {
    const struct key *a = left;
    const struct key *b = right;
    int by = compare_place(a, b);
    by = by != 0 ? by : date_cmp(a->date, b->date);
    return by != 0 ? by : compare_ints(a->index, b->index);
}

static struct key figure_key(const struct book *book, int32_t index) {
    const struct figure *f = &book->figures[index];
    return (struct key){f->org, f->indicator, f->year, (int)f->kind, f->date, index};
}

static struct key target_key(const struct book *book, int32_t index) {
    const struct target *t = &book->targets[index];
    return (struct key){t->org, t->indicator, t->year, t->each_member, {0, 0, 0}, index};
}

static int32_t *sorted(const struct book *book, size_t n,
                       struct key (*key)(const struct book *, int32_t)) {
    int32_t *order = NULL;
    if (n == 0) {
        return order;
    }
    struct key *entries = mem_alloc(n * sizeof *entries);
    for (size_t i = 0; i < n; i++) {
        entries[i] = key(book, (int32_t)i);
    }
    qsort(entries, n, sizeof *entries, compare_keys);
    arrsetlen(order, n);
    for (size_t i = 0; i < n; i++) {
        order[i] = entries[i].index;
    }
    mem_free(entries);
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

void ledger_init(struct ledger *ledger, const struct book *book) {
    *ledger = (struct ledger){
        .book = book,
        .figures = sorted(book, arrlenu(book->figures), figure_key),
        .targets = sorted(book, arrlenu(book->targets), target_key),
    };
    link_groups(ledger);
}

void ledger_clear(struct ledger *ledger) {
    arrfree(ledger->figures);
    arrfree(ledger->targets);
    mem_free(ledger->groups);
    mem_free(ledger->groups_of);
}

/* First position whose key is not below (or, with past set, is above) the wanted place. */
static size_t bound(const struct ledger *ledger, const int32_t *order, size_t n,
                    const struct key *wanted, bool past,
                    struct key (*key)(const struct book *, int32_t)) {
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct key at = key(ledger->book, order[middle]);
        int by = compare_place(&at, wanted);
        if (by < 0 || (past && by == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct run run_of(const struct ledger *ledger, const int32_t *order, struct key wanted,
                         struct key (*key)(const struct book *, int32_t)) {
    size_t n = arrlenu(order);
    size_t first = bound(ledger, order, n, &wanted, false, key);
    size_t end = bound(ledger, order, n, &wanted, true, key);
    return (struct run){n > 0 ? order + first : NULL, (int)(end - first)};
}

struct run ledger_figures(const struct ledger *ledger, int32_t org, int32_t indicator, int year,
                          enum figure_kind kind) {
    struct key wanted = {.org = org, .indicator = indicator, .year = year, .kind = (int)kind};
    return run_of(ledger, ledger->figures, wanted, figure_key);
}

struct run ledger_targets(const struct ledger *ledger, int32_t org, int32_t indicator, int year) {
    struct key wanted = {.org = org, .indicator = indicator, .year = year, .kind = false};
    return run_of(ledger, ledger->targets, wanted, target_key);
}

struct run ledger_each_member(const struct ledger *ledger, int32_t org, int32_t indicator,
                              int year) {
    struct key wanted = {.org = org, .indicator = indicator, .year = year, .kind = true};
    return run_of(ledger, ledger->targets, wanted, target_key);
}

void reading_clear(struct reading *reading) {
    arrfree(reading->missing);
}
