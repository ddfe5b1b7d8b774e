/* SPDX-License-Identifier: MIT */
#include "quantity.h"

#include <assert.h>
#include <stddef.h>

static const char *const keys[] = {
    [DEFINED] = NULL,
    [UNDEFINED_NO_DATA] = NULL,
    [UNDEFINED_NO_TARGET] = "no_target",
    [UNDEFINED_NO_REPORT] = "no_report",
    [UNDEFINED_NO_BASELINE] = "no_baseline",
    [UNDEFINED_TARGET_ZERO] = "target_not_positive",
    [UNDEFINED_NEGATIVE] = "actual_negative",
    [UNDEFINED_EACH] = "each_member",
    [UNDEFINED_PARTIAL] = "partial",
    [UNDEFINED_CEILING] = "ceiling",
    [UNDEFINED_KIND] = "kind",
    [UNDEFINED_WITHIN] = "within",
    [UNDEFINED_FLOW] = "flow",
    [UNDEFINED_BASE_IS_TARGET] = "baseline_is_target",
    [UNDEFINED_BASE_MEETS] = "baseline_meets",
    [UNDEFINED_UNPACED] = "unpaced",
    [UNDEFINED_NOT_BEGUN] = "not_begun",
    [UNDEFINED_MET] = "met",
    [UNDEFINED_NO_TIME] = "no_months_left",
    [UNDEFINED_BOUNDARY] = "boundary_changed",
    [UNDEFINED_LAST_ZERO] = "last_year_not_positive",
    [UNDEFINED_OVERFLOW] = NULL,
};
static_assert(sizeof keys / sizeof *keys == UNDEFINED_COUNT, "a key for every reason");

const char *undefined_key(enum undefined why) {
    return keys[why];
}
