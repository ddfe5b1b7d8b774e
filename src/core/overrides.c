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

void override_row(const struct book *book, struct row *row) {
    struct target target = {0};
    int best = 0;
    if (arrlen(book->overrides) > 0 && row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    for (ptrdiff_t i = 0; i < arrlen(book->overrides); i++) {
        const struct override *o = &book->overrides[i];
        bool here = o->org == row->org && o->indicator == row->indicator && o->year == row->year;
        int exactly = here ? means(o, &target) : 0;
        if (exactly > 0 && exactly >= best) {
            best = exactly;
            row->override = (int32_t)i;
            row->status = o->status;
        }
    }
}
