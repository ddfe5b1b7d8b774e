/* SPDX-License-Identifier: MIT */
#include "overrides.h"

#include <string.h>

#include "mem.h"

/* How exactly the override means the target: 0 not at all, 1 as any of its indicator. */
static int means(const struct override *o, const struct target *target) {
    bool by = o->by != NULL;
    bool during = date_known(o->during.first);
    bool named = !by || (target->by != NULL && strcmp(o->by, target->by) == 0);
    bool timed = !during || (date_cmp(o->during.first, target->during.first) == 0 &&
                             date_cmp(o->during.last, target->during.last) == 0);
    return named && timed ? 1 + by + during : 0;
}

void override_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct run run = ledger_overrides(ledger, row->org, row->indicator);
    struct target target = {0};
    int best = 0;
    if (run.count > 0 && row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    for (int i = 0; i < run.count; i++) {
        const struct override *o = &book->overrides[run.first[i]];
        int exactly = o->year == row->year ? means(o, &target) : 0;
        if (exactly > 0 && exactly >= best) {
            best = exactly;
            row->override = run.first[i];
            row->status = o->status;
        }
    }
}
