/*
 * The scorecard: a book compared as of a date. One row per goal, plus claims, parts, allocation.
 *
 * Pure: the same book and the same question give the same scorecard. Everything is exact; nothing
 * here is text for people except what the files themselves said. The formulas are those of
 * docs/QUY-TAC.md (sections 2 to 7).
 */
#ifndef TIENDO_SCORECARD_H
#define TIENDO_SCORECARD_H

#include <stdbool.h>
#include <stdint.h>

#include "book.h"
#include "finding.h"

/* Why a figure of a row has no number. */
enum undefined {
    DEFINED,
    UNDEFINED_NO_DATA,        /* what it needs was not given; no words are lost on it */
    UNDEFINED_NO_TARGET,      /* "no_target" */
    UNDEFINED_NO_REPORT,      /* "no_report" */
    UNDEFINED_NO_BASELINE,    /* "no_baseline" */
    UNDEFINED_TARGET_ZERO,    /* "target_not_positive": T <= 0 */
    UNDEFINED_NEGATIVE,       /* "actual_negative": A < 0 */
    UNDEFINED_LOWER,          /* "better_lower" */
    UNDEFINED_KIND,           /* "kind": done, rate */
    UNDEFINED_WITHIN,         /* "within" */
    UNDEFINED_FLOW,           /* "flow": progress is for levels */
    UNDEFINED_BASE_IS_TARGET, /* "baseline_is_target": B = T */
    UNDEFINED_UNPACED,        /* "unpaced" */
    UNDEFINED_NOT_BEGUN,      /* "not_begun": no part of the year has passed */
    UNDEFINED_MET,            /* "met": nothing is left to do */
    UNDEFINED_NO_TIME,        /* "no_months_left" */
    UNDEFINED_BOUNDARY,       /* "boundary_changed" */
    UNDEFINED_LAST_ZERO,      /* "last_year_not_positive" */
    UNDEFINED_COUNT
};

/* The key in JSON's `undefined`: "flow"; NULL for DEFINED and UNDEFINED_NO_DATA. */
const char *undefined_key(enum undefined why);

/* A figure of a row: an exact value, or the reason why there is none. */
struct quantity {
    struct ratio value; /* valid only when why is DEFINED */
    enum undefined why;
};

/* What is compared in a row. */
struct row {
    int32_t org;
    int32_t indicator;
    int year;
    struct window window; /* of the year, or of the target's part of it */
    struct date as_of;    /* the day from which the row is seen */
    int32_t part_of;      /* index of the row of the whole, or NONE */
    int depth;            /* 0, or 1 more than the row of the whole */
    bool goal;            /* counts in the headline: has a target, its indicator is no part */

    /* target */
    bool has_target;
    int32_t target;        /* index into book.targets, or NONE when has_target is false */
    int32_t revision;      /* index of the revision in force, or NONE: as first assigned */
    int32_t assigner;      /* the group, for a member's row of an each_member target, else NONE */
    bool each_group;       /* the group's own row of an each_member target */
    struct bounds bounds;  /* in force, growth resolved: low / high hold B x (1 + p/100); a group's
                              row of a flow or stock: times the number of members */
    bool bounds_known;     /* false: growth without a base */
    bool ceiling;          /* the upper bound decides */
    struct ratio deciding; /* T, the bound that decides (tolerance applied); when bounds_known and
                              the target is not `done` */

    /* actual */
    bool has_actual;
    struct ratio low;  /* A; an interval's lower end; done: 1 yes, 0 no */
    struct ratio high; /* an interval's upper end, else as low */
    enum hedge hedge;
    struct date date; /* the figure's own date */
    int32_t figure;   /* index into book.figures of the (last) figure used, or NONE */
    bool computed;    /* from parts of a ratio, increments or a roll-up, not one figure */

    /* figures of docs/QUY-TAC.md section 4 */
    struct quantity attainment;          /* ratio, not percent: 0.5 is 50 % */
    struct quantity attainment_high;     /* a range's other bound, or an interval's upper end */
    struct quantity attainment_original; /* against the target as first assigned */
    struct quantity target_original;     /* its bound that decides, where it was revised */
    struct quantity gap;
    struct quantity gap_high; /* of an interval's upper end */
    struct quantity left;
    struct quantity progress; /* ratio */
    struct quantity progress_high;
    struct quantity elapsed;   /* ratio of the window (or the part) gone */
    enum pace pace;            /* by which the share due is counted; PACE_NONE: not paced */
    struct quantity share_due; /* phi: the share of the target that is due on the figure's day */
    struct quantity expected;
    struct quantity baseline;
    struct date baseline_date;
    int32_t baseline_figure; /* index into book.figures, or NONE */
    struct quantity last_year_same;
    struct date last_year_date;
    int32_t last_year_figure;         /* index into book.figures, or NONE */
    bool last_year_merged;            /* figures of predecessors were added */
    struct quantity last_year_by_now; /* as last_year_same, also while nothing is reported */
    struct date last_year_by_now_date;
    struct quantity last_year_total; /* a flow's: of the whole year, or of the same part of it */
    struct quantity vs_last_year;    /* A / A-1, ratio */
    struct quantity forecast_run_rate;
    struct quantity forecast_seasonal;
    struct quantity estimate;
    struct date estimate_date;
    struct quantity needed_per_month;
    struct quantity achieved_per_month;

    /* verdict */
    enum status status; /* the computed one, unless overridden */
    enum status computed_status;
    enum status status_low; /* computed at either end of the figure, before the worse one stands */
    enum status status_high;
    int32_t override; /* index into book.overrides, or NONE */
    bool uncertain;   /* the two ends of an interval have different verdicts */
    bool not_due;     /* not_yet because the day on which it is measured has not come */
    bool stale;       /* the year is over, the figure is older than its end */
    bool partial;     /* a sum of some of the members */

    /* groups */
    bool rolled_up;        /* members_* hold */
    int members_reporting; /* k of n with a figure */
    int members_met;       /* of an each_member target, else -1 */
    int members_total;     /* n, named or not */
    int32_t *missing;      /* stb_ds array of named members without a figure */
};

enum verdict {
    VERDICT_AGREES,
    VERDICT_CUT,
    VERDICT_DIFFERS,
    VERDICT_UNCHECKED, /* claims */
    VERDICT_ABOVE,     /* parts above the whole */
    VERDICT_ALLOCATED,
    VERDICT_SHORT,
    VERDICT_OVER, /* allocation */
    VERDICT_COUNT
};

const char *verdict_key(enum verdict verdict);

/* A published figure recomputed. */
struct claim_check {
    int32_t claim;            /* index into book.claims */
    struct quantity computed; /* in the claim's unit: percent, or times */
    enum verdict verdict;
    const char *missing; /* unchecked: what is not there: "target", "actual", "last_year",
                            "ambiguous_target", "zero", or an indicator's id; else NULL */
};

/* Sum of parts against the whole; also of targets against each other. */
struct part_check {
    int32_t org;
    int32_t indicator; /* of the whole */
    int year;
    bool of_targets; /* targets, not actuals */
    struct ratio sum;
    struct ratio whole;
    enum verdict verdict; /* agrees (sum = whole), short (some part is not named), above */
};

/* Targets assigned to members against the group's own target. */
struct allocation {
    int32_t org;
    int32_t indicator;
    int year;
    struct ratio sum;
    struct ratio target;
    int members_assigned; /* named members with a target */
    enum verdict verdict; /* allocated, short, over */
};

struct scorecard {
    const struct book *book;
    struct row *rows; /* stb_ds arrays */
    struct claim_check *claims;
    struct part_check *parts;
    struct allocation *allocations;
    int goals;               /* rows with a target, parts left out */
    int count[STATUS_COUNT]; /* of all rows, with or without a target; parts left out */
    unsigned statuses;       /* bits 1 << status: what the rows have, parts too */
    size_t row_count;        /* how many rows there are, also where they are not kept (survey.h) */
};

/* The question. Zero-initialised fields mean "not restricted". */
struct selection {
    struct date as_of;   /* no date: the default of each organisation */
    int year;            /* 0: each organisation's latest */
    const int32_t *orgs; /* only these (a group brings its members) */
    int orgs_count;
    const int32_t *indicators; /* only these */
    int indicators_count;
    unsigned only; /* bits 1 << status; 0: all */
};

void scorecard_clear(struct scorecard *card);
void scorecard_clear_rows(struct scorecard *card); /* leaves the rest */

/* The row has a target whose bounds are numbers that are known. */
static inline bool row_has_bounds(const struct row *row) {
    return row->has_target && row->bounds_known && row->bounds.kind != TARGET_DONE;
}

/* Rows first .. end - 1 of a scorecard. */
struct row_span {
    int first;
    int end;
};

/* The rows of one organisation: they stand together, all of one year, in the order of the book's
 * organisations. org NONE: all rows. */
struct row_span scorecard_rows_of(const struct scorecard *card, int32_t org);

#endif
