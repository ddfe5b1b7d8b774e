/* SPDX-License-Identifier: MIT */
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
#include "ledger.h"
#include "measure.h"
#include "quantity.h"
#include "status.h"

/* What is compared in a row. */
struct row {
    int32_t org;
    int32_t indicator;
    int year;
    struct window window; /* of the year, or of the target's part of it */
    struct date as_of;    /* the day from which the row is seen */
    int32_t part_of;      /* index of the row of the whole, or NONE */
    int depth;            /* 0, or 1 more than the row of the whole */
    int declared;         /* its place in its organisation's year, in the order of declaration */
    bool goal;            /* stands for its goal: of all rows of its indicator and part of the year
                             with a target the least favourable; parts left out (section 5) */
    bool covered;         /* its organisation's goals are left out of the headline of all: its
                             group's stand there */

    /* target */
    bool has_target;
    int32_t target;       /* index into book.targets, or NONE when has_target is false */
    int32_t revision;     /* index of the revision in force, or NONE: as first assigned */
    int32_t assigner;     /* the group, for a member's row of an each_member target, else NONE */
    bool each_group;      /* the group's own row of an each_member target */
    struct bounds bounds; /* in force; growth: low and high are T once the row is judged; a group's
                             row of a flow or stock: times the number of members */
    bool ceiling;         /* the upper bound decides */

    /* actual */
    bool has_actual;
    struct ratio low;  /* A; an interval's lower end; done: 1 yes, 0 no */
    struct ratio high; /* an interval's upper end, else as low */
    enum hedge hedge;
    struct date date;      /* the figure's own date */
    struct date date_from; /* a group's: the earliest of its members', else as date */
    int32_t figure;        /* index into book.figures of the (last) figure used, or NONE */
    bool computed;         /* from parts of a ratio, increments or a roll-up, not one figure */

    /* figures of docs/QUY-TAC.md sections 3 to 5, by enum measure, and where they stand */
    struct quantity is[MEASURE_KEPT_COUNT];
    enum pace pace; /* by which the share due is counted; PACE_NONE: not paced */
    struct date baseline_date;
    int32_t baseline_figure; /* index into book.figures, or NONE */
    struct date last_year_date;
    int32_t last_year_figure; /* index into book.figures, or NONE */
    bool last_year_merged;    /* figures of predecessors were added */
    bool base_partial;        /* last year's figure is of some members only */
    struct date last_year_by_now_date;
    struct date estimate_date;

    /* verdict */
    enum status status; /* the computed one, unless overridden */
    enum status computed_status;
    int32_t override;     /* index into book.overrides, or NONE */
    bool uncertain;       /* the two ends of an interval have different verdicts */
    bool past;            /* a ceiling is no longer met */
    bool stale;           /* the year is over, the figure is older than its end */
    enum partial partial; /* whether it lacks some of the members */

    /* groups */
    bool rolled_up;        /* members_* hold */
    int members_reporting; /* k of n with a figure */
    int members_met;       /* of an each_member target or done, else -1 */
    int members_total;     /* n, named or not */
    int members_alike;     /* on both sides of the comparison with last year; 0: not by members */
    struct absent absent;  /* who is not in the figure */
};

/* A published figure recomputed. */
struct claim_check {
    int32_t claim;            /* index into book.claims */
    struct quantity computed; /* in the claim's unit: percent, or times */
    enum verdict verdict;
    int met; /* a headline: computed; -1 where there is none */
    int of;
    const char
        *missing;      /* unchecked: what is not there: "target", "actual", "last_year",
                          "ambiguous_target", "zero", "partial", or an indicator's id; else NULL */
    struct ratio lone; /* the one number that is there where the other is not, else invalid */
};

/* Sum of parts against the whole; also of targets against each other. */
struct part_check {
    int32_t org;
    int32_t indicator; /* of the whole */
    int year;
    const char *by;  /* the breakdown, or NULL: the unnamed one */
    bool of_targets; /* targets, not actuals */
    struct ratio sum;
    struct ratio whole;
    enum verdict verdict; /* equal, above, short (a complete breakdown), partial (any other) */
};

/* Targets assigned to members against the group's own target. */
struct allocation {
    int32_t org;
    int32_t indicator;
    int year;
    const char *by; /* who assigned the group's target, or NULL */
    struct ratio sum;
    struct ratio target;
    int members_assigned; /* members with a target */
    enum verdict verdict; /* allocated, short, over */
};

struct scorecard {
    const struct book *book;
    struct row *rows; /* stb_ds arrays */
    struct claim_check *claims;
    struct part_check *parts;
    struct allocation *allocations;
    int goals;               /* of the headline (section 5): a group's, else its members' */
    int count[STATUS_COUNT]; /* of these goals; no_target: of rows without one, parts left out */
    unsigned statuses;       /* bits 1 << status: what the rows have, parts too */
    size_t row_count;        /* how many rows there are, also where they are not kept (survey.h) */
    size_t org_count;        /* and of how many organisations */
};

/* The question. Zero-initialised fields mean "not restricted". */
struct selection {
    struct date as_of;   /* no date: the default of each organisation */
    int year;            /* 0: each organisation's latest */
    const int32_t *orgs; /* only these (a group brings its members) */
    int orgs_count;
    const int32_t *indicators; /* only these */
    int indicators_count;
    unsigned only;    /* bits 1 << status; 0: all */
    bool with_target; /* only rows with a target */
};

void scorecard_clear(struct scorecard *card);
void scorecard_clear_rows(struct scorecard *card); /* leaves the rest */

/* The row has a target, and if it is growth, a base. */
static inline bool row_bounds_known(const struct row *row) {
    return row->has_target && (row->bounds.kind != TARGET_GROW || row->is[M_STATED].why == DEFINED);
}

/* The row has a target whose bounds are numbers that are known. */
static inline bool row_has_bounds(const struct row *row) {
    return row_bounds_known(row) && row->bounds.kind != TARGET_DONE;
}

/* T, the bound that decides, or the invalid ratio. */
static inline struct ratio row_decides(const struct row *row) {
    return row->is[M_DECIDES].why == DEFINED ? row->is[M_DECIDES].value : (struct ratio){0, 0};
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
