/* SPDX-License-Identifier: MIT */
#include "worst.h"

/* The larger, the earlier. */
static int urgency(enum status status) {
    return status == STATUS_NO_TARGET ? 0 : status == STATUS_BEHIND ? STATUS_MISSED : (int)status;
}

int worst_first(const struct row *a, const struct row *b) {
    const struct quantity *far_a = &a->is[M_DISTANCE];
    const struct quantity *far_b = &b->is[M_DISTANCE];
    if (urgency(a->status) != urgency(b->status)) {
        return urgency(b->status) - urgency(a->status);
    }
    if (far_a->why != DEFINED || far_b->why != DEFINED) {
        return (far_b->why == DEFINED) - (far_a->why == DEFINED);
    }
    return ratio_cmp(far_b->value, far_a->value);
}
