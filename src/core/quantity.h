/* SPDX-License-Identifier: MIT */
/*
 * A figure of a row: an exact value, or the reason why there is none.
 */
#ifndef TIENDO_QUANTITY_H
#define TIENDO_QUANTITY_H

#include "ratio.h"

/* Why a figure of a row has no number. */
enum undefined {
    DEFINED,
    UNDEFINED_NO_DATA,        /* what it needs was not given; no words are lost on it */
    UNDEFINED_NO_TARGET,      /* "no_target" */
    UNDEFINED_NO_REPORT,      /* "no_report" */
    UNDEFINED_NO_BASELINE,    /* "no_baseline" */
    UNDEFINED_TARGET_ZERO,    /* "target_not_positive": T <= 0 */
    UNDEFINED_NEGATIVE,       /* "actual_negative": A < 0 */
    UNDEFINED_EACH,           /* "each_member": a group's own row of a target for each member */
    UNDEFINED_PARTIAL,        /* "partial": some members are missing */
    UNDEFINED_CEILING,        /* "ceiling" */
    UNDEFINED_KIND,           /* "kind": done, rate */
    UNDEFINED_WITHIN,         /* "within" */
    UNDEFINED_FLOW,           /* "flow": progress is for levels */
    UNDEFINED_BASE_IS_TARGET, /* "baseline_is_target": B = T */
    UNDEFINED_BASE_MEETS,     /* "baseline_meets": B already meets the target */
    UNDEFINED_UNPACED,        /* "unpaced" */
    UNDEFINED_NOT_BEGUN,      /* "not_begun": no part of the year has passed */
    UNDEFINED_MET,            /* "met": nothing is left to do */
    UNDEFINED_NO_TIME,        /* "no_months_left" */
    UNDEFINED_BOUNDARY,       /* "boundary_changed" */
    UNDEFINED_LAST_ZERO,      /* "last_year_not_positive" */
    UNDEFINED_OVERFLOW,       /* too large to be exact; a finding stops what would show it */
    UNDEFINED_COUNT
};

/* The key in JSON's `undefined`: "flow"; NULL for DEFINED, UNDEFINED_NO_DATA and _OVERFLOW. */
const char *undefined_key(enum undefined why);

struct quantity {
    struct ratio value; /* 0 unless why is DEFINED */
    enum undefined why; /* DEFINED: the value holds */
};

static inline struct quantity defined(struct ratio value) {
    return (struct quantity){.value = value, .why = DEFINED};
}

static inline struct quantity undefined(enum undefined why) {
    return (struct quantity){.value = {0, 1}, .why = why};
}

/* The value where it fitted exact arithmetic: a wrong number is never one. */
static inline struct quantity quantity_exact(struct ratio value) {
    return ratio_valid(value) ? defined(value) : undefined(UNDEFINED_OVERFLOW);
}

#endif
