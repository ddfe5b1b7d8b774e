/* SPDX-License-Identifier: MIT */
#include "overrides.h"

#include "mem.h"

/* How exactly the override means the target of whoever it names: 0 not at all, 1 as any of its
 * indicator. */
static int means(const struct override *o, const struct target *target) {
    bool by = o->by != NULL;
    bool during = date_known(o->during.first);
    bool timed = !during || (date_cmp(o->during.first, target->during.first) == 0 &&
                             date_cmp(o->during.last, target->during.last) == 0);
    return timed ? 1 + by + during : 0;
}

/* The one that means the row's target most exactly, among equals the last one written. */
static void take_best(const struct ledger *ledger, struct run run, const struct target *target,
                      int year, int *best, int32_t *found) {
    const struct book *book = ledger->book;
    effort_spend(ledger->effort, (size_t)run.count / COMPARED_A_STEP);
    for (int i = 0; i < run.count; i++) {
        const struct override *o = &book->overrides[run.first[i]];
        int exactly = o->year == year ? means(o, target) : 0;
        bool later = exactly == *best && run.first[i] > *found;
        if (exactly > 0 && (exactly > *best || later)) {
            *best = exactly;
            *found = run.first[i];
        }
    }
}

void override_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct target target = {0};
    int best = 0;
    int32_t found = NONE;
    if (arrlen(book->overrides) == 0) {
        return;
    }
    if (row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    take_best(ledger, ledger_overrides(ledger, row->org, row->indicator, NULL), &target, row->year,
              &best, &found);
    if (target.by != NULL) {
        take_best(ledger, ledger_overrides(ledger, row->org, row->indicator, target.by), &target,
                  row->year, &best, &found);
    }
    if (found != NONE) {
        row->override = found;
        row->status = book->overrides[found].status;
    }
}
