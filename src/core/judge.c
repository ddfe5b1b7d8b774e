/* SPDX-License-Identifier: MIT */
#include "judge.h"

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
    [UNDEFINED_LOWER] = "better_lower",
    [UNDEFINED_KIND] = "kind",
    [UNDEFINED_WITHIN] = "within",
    [UNDEFINED_FLOW] = "flow",
    [UNDEFINED_BASE_IS_TARGET] = "baseline_is_target",
    [UNDEFINED_UNPACED] = "unpaced",
    [UNDEFINED_NOT_BEGUN] = "not_begun",
    [UNDEFINED_MET] = "met",
    [UNDEFINED_NO_TIME] = "no_months_left",
    [UNDEFINED_BOUNDARY] = "boundary_changed",
    [UNDEFINED_LAST_ZERO] = "last_year_not_positive",
};
static_assert(sizeof keys / sizeof *keys == UNDEFINED_COUNT, "a key for every reason");

const char *undefined_key(enum undefined why) {
    return keys[why];
}

struct quantity defined(struct ratio value) {
    return (struct quantity){.value = value, .why = DEFINED};
}

struct quantity undefined(enum undefined why) {
    return (struct quantity){.value = {0, 1}, .why = why};
}

void judge_row(const struct ledger *ledger, struct row *row) {
    const struct book *book = ledger->book;
    struct date day = row->has_actual ? row->date : row->as_of;
    struct target target;
    if (row->has_target) {
        target = targets_get(&book->targets, row->target);
    }
    struct case_file c = {
        .ledger = ledger,
        .indicator = &book->indicators[row->indicator],
        .target = row->has_target ? &target : NULL,
        .months_gone = window_months_gone(row->window, day),
        .months = window_months(row->window),
        .year_over = row->has_actual && date_cmp(row->date, row->window.last) >= 0,
    };
    row->elapsed = row->has_actual ? defined(ratio_div(c.months_gone, c.months))
                                   : undefined(UNDEFINED_NO_REPORT);
    last_year_row(&c, row);
    pace_row(&c, row);
    attain_row(&c, row);
    forecast_row(&c, row);
    verdict_row(&c, row);
}
