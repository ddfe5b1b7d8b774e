/* SPDX-License-Identifier: MIT */
#include "status.h"

#include <assert.h>
#include <stddef.h>

static const char *const keys[] = {
    [STATUS_EXCEEDED] = "exceeded",       [STATUS_MET] = "met",
    [STATUS_ON_TRACK] = "on_track",       [STATUS_SLIPPING] = "slipping",
    [STATUS_BEHIND] = "behind",           [STATUS_WITHIN] = "within",
    [STATUS_NOT_YET] = "not_yet",         [STATUS_MISSED] = "missed",
    [STATUS_NO_REPORT] = "no_report",     [STATUS_NO_TARGET] = "no_target",
    [STATUS_NO_BASELINE] = "no_baseline",
};
static_assert(sizeof keys / sizeof *keys == STATUS_COUNT, "a key for every status");

/* From the best verdict to the worst; statuses without a verdict are best, so that the other end
 * of an interval decides. */
static const int badness[STATUS_COUNT] = {
    [STATUS_EXCEEDED] = 1, [STATUS_MET] = 2,     [STATUS_ON_TRACK] = 3, [STATUS_WITHIN] = 4,
    [STATUS_SLIPPING] = 5, [STATUS_NOT_YET] = 6, [STATUS_BEHIND] = 7,   [STATUS_MISSED] = 8,
};

const char *status_key(enum status status) {
    return keys[status];
}

enum status status_worse(enum status a, enum status b) {
    return badness[b] > badness[a] ? b : a;
}
