/* SPDX-License-Identifier: MIT */
#include "status.h"

#include <assert.h>

static const enum status by_rank[RANK_COUNT] = {
    [0] = STATUS_COUNT,
    [RANK_EXCEEDED] = STATUS_EXCEEDED,
    [RANK_MET] = STATUS_MET,
    [RANK_ON_TRACK] = STATUS_ON_TRACK,
    [RANK_WITHIN] = STATUS_WITHIN,
    [RANK_SLIPPING] = STATUS_SLIPPING,
    [RANK_NOT_YET] = STATUS_NOT_YET,
    [RANK_BEHIND] = STATUS_BEHIND,
    [RANK_MISSED] = STATUS_MISSED,
    [RANK_NO_REPORT] = STATUS_NO_REPORT,
    [RANK_NO_TARGET] = STATUS_NO_TARGET,
    [RANK_NO_BASELINE] = STATUS_NO_BASELINE,
    [RANK_NOT_DUE] = STATUS_NOT_YET,
};
static_assert(RANK_COUNT == STATUS_COUNT + 2, "a status has no rank (0 is none, not due is twice)");

enum status rank_status(enum rank rank) {
    return by_rank[rank];
}

enum rank status_rank(enum status status, bool not_due) {
    if (status == STATUS_NOT_YET && not_due) {
        return RANK_NOT_DUE;
    }
    for (int i = 1; i < RANK_COUNT; i++) {
        if (by_rank[i] == status) {
            return (enum rank)i;
        }
    }
    return RANK_COUNT;
}

/* A status without a verdict is best, so that the other end of an interval decides. */
static int badness(enum status status) {
    enum rank rank = status_rank(status, false);
    return rank <= RANK_MISSED ? (int)rank : 0;
}

enum status status_worse(enum status a, enum status b) {
    return badness(b) > badness(a) ? b : a;
}
