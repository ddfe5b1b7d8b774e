/* SPDX-License-Identifier: MIT */
/*
 * Every quantity that a row has, and every fact that a rule may ask about it.
 *
 * A quantity is a number or the reason why there is none; it may change while a workbook is
 * edited. A fact is a kind, known when the workbook is written and never a number: what an officer
 * may type is a measure, what only the files can say is a fact.
 *
 * A measure with a rule (rules.h) is computed from measures that stand before it among those with
 * a rule; one without is given (facts.h), wherever it stands.
 */
#ifndef TIENDO_MEASURE_H
#define TIENDO_MEASURE_H

#include <stdbool.h>

enum measure {
    /* ---- kept in a row (struct row, is[]): given ---- */
    M_ACTUAL,        /* A; an interval's lower end; done: 1 yes, 0 no */
    M_ACTUAL_HIGH,   /* an interval's upper end, else as M_ACTUAL */
    M_BASE,          /* B: the last figure of the year before, or the base that the target states */
    M_BASE_FIRST,    /* B of the growth as first assigned */
    M_BY_NOW,        /* last year's figure of the same day, also while nothing is reported; of a
                        group: of those counted members that have both */
    M_ALIKE,         /* A of those members; of use for a group only */
    M_SEASON,        /* last year's figure of the same day, of a group: of the members that have it
                        and last year's total, */
    M_LAST_TOTAL,    /* which is that of a flow, of the whole year or of the same part of it */
    M_ESTIMATE,      /* E: the officer's, of the whole year; an interval's lower end */
    M_ESTIMATE_HIGH, /* of an interval only */
    /* ---- kept: by rule ---- */
    MEASURE_BY_RULE,          /* all up to MEASURE_KEPT_COUNT */
    M_SEEN = MEASURE_BY_RULE, /* the figure's day, or without a figure the day as of */
    M_ELAPSED,                /* share of the window gone */
    M_SAME,                   /* last year's same period, beside a figure */
    M_VS_LAST_YEAR,           /* A / A-1 */
    M_VS_LAST_YEAR_GAP,
    M_STATED,       /* T: the number that the target says on the side that decides, as printed */
    M_DECIDES,      /* D: the bound that decides; T but for the tolerance of about */
    M_STATED_FIRST, /* both of a revised target as first assigned */
    M_DECIDES_FIRST,
    M_DUE,        /* phi: the share of the target that is due on the figure's day */
    M_EXPECTED,   /* by now */
    M_STATUS_LOW, /* enum status: the verdict on either end of the figure */
    M_STATUS_HIGH,
    M_ATTAINMENT,          /* a ratio, as all percentages: 0.5 is 50 % */
    M_ATTAINMENT_HIGH,     /* a range's other bound, or an interval's upper end */
    M_ATTAINMENT_ORIGINAL, /* against the target as first assigned */
    M_GAP,
    M_GAP_HIGH, /* of an interval's upper end */
    M_LEFT,
    M_PROGRESS, /* from the baseline */
    M_PROGRESS_HIGH,
    M_TARGET_VS_LAST_YEAR, /* T / B */
    M_TARGET_VS_LAST_YEAR_GAP,
    M_RUN_RATE, /* forecasts of the whole window */
    M_SEASONAL,
    M_ESTIMATE_ATTAINMENT,
    M_ESTIMATE_VS_LAST_YEAR, /* E / B */
    M_ESTIMATE_VS_LAST_YEAR_GAP,
    M_ESTIMATE_STATUS, /* enum status, as if the year ended with it */
    M_NEEDED,          /* per month from now */
    M_ACHIEVED,
    M_DISTANCE, /* from what it should be, as a share of that: what is worst comes first */
    M_STATUS,   /* the less favourable; a group's own row of an each_member target: its members' */
    M_EDGE_SLIPPING, /* from here up to what is expected a floor is slipping */
    M_EDGE_OVER,     /* above what is allowed by now and up to here a ceiling is slipping */
    MEASURE_KEPT_COUNT,
    /* ---- given, of no use once the row is judged ---- */
    M_LOW = MEASURE_KEPT_COUNT, /* bounds of the target in force, as written; a group's row of a */
    M_HIGH,                     /* flow or stock: times the number of members */
    M_TOLERANCE,
    M_GROW,      /* percent */
    M_LOW_FIRST, /* the same of the target as first assigned */
    M_HIGH_FIRST,
    M_TOLERANCE_FIRST,
    M_GROW_FIRST,
    M_DAY,      /* days are numbers as in a worksheet: the figure's own */
    M_AS_OF,    /* from which the row is seen */
    M_LAST_DAY, /* the window's last */
    M_MEASURED, /* the day in this window on which alone it is measured */
    M_MONTHS,   /* the window's length */
    M_GONE,     /* months of it gone on the figure's day, or as of; its formula: twins.h */
    M_SLIPPING, /* the edges of the bands, in percent */
    M_OVER,
    M_PARTIAL,   /* enum partial: whether some of the members are missing */
    M_MEMBERS,   /* of a group: how many members there are, */
    M_REPORTING, /* and have a figure; */
    M_WORST,     /* enum status: the worst of those; its formula: twins.h */
    MEASURE_COUNT
};

/* Neither days nor counts are rounded before they are compared. */
static inline bool measure_is_whole(enum measure m) {
    return m == M_SEEN || m == M_DAY || m == M_AS_OF || m == M_LAST_DAY || m == M_MEASURED ||
           m == M_PARTIAL || (m >= M_MEMBERS && m <= M_WORST) || m == M_ESTIMATE_STATUS ||
           (m >= M_STATUS_LOW && m <= M_STATUS);
}

enum fact {
    F_KIND,         /* enum indicator_kind */
    F_BETTER,       /* enum better */
    F_TARGET,       /* enum target_kind; TARGET_KIND_COUNT: none */
    F_TARGET_FIRST, /* that of a revised target as first assigned, else as F_TARGET */
    F_PACE,         /* enum pace; PACE_NONE: not paced */
    F_DECIMALS,     /* at which it is counted, plus 1; 0: not rounded */
    /* 1 or 0: */
    F_FLOW,               /* it counts from the start of the year */
    F_LIMIT,              /* the target's words make it a limit, to be kept all year */
    F_REVISED,            /* another target was assigned first */
    F_STATED_BASE,        /* the target states its base */
    F_EACH,               /* a group's own row of an each_member target */
    F_TOGETHER,           /* its numbers are of all members together */
    F_INTERVAL,           /* the figure has two ends */
    F_GROUP,              /* the figure may be one of some of the members */
    F_BASE_PARTIAL,       /* B is known of some members only: it is set against nothing */
    F_BASE_PARTIAL_FIRST, /* the same of the growth as first assigned */
    F_MEASURED,           /* known on one day of the year only */
    F_WHOLE_YEAR,         /* the window is that of the organisation's year */
    F_NEVER,              /* 0: always no */
    FACT_COUNT
};

/* Measures, as bits. */
__extension__ typedef unsigned __int128 measure_set;

static inline measure_set measure_bit(enum measure m) {
    return (measure_set)1 << m;
}

_Static_assert(MEASURE_COUNT <= 128, "a bit for every measure");

#endif
