/* SPDX-License-Identifier: MIT */
/*
 * One row judged: its target and its reading are given, everything else is computed here, one
 * group of figures per file (attain.c, pace.c, forecast.c, verdict.c).
 */
#ifndef TIENDO_JUDGE_H
#define TIENDO_JUDGE_H

#include "ledger.h"
#include "scorecard.h"

/* What the figures of one row are computed from, beside the row itself. */
struct case_file {
    const struct ledger *ledger;
    const struct indicator *indicator;
    const struct target *target; /* or NULL */
    struct ratio months_gone;    /* of the row's window on the figure's day */
    struct ratio months;         /* of the row's window */
    struct quantity phi;         /* the share of the target that is due by the figure's day */
    bool paced;
    bool year_over;             /* the figure stands on or after the window's last day */
    struct quantity last_total; /* last year's whole total of a flow */
};

/* Attainment, gap, left, progress: against the deciding bound. */
void attain_row(const struct case_file *c, struct row *row);

/* Elapsed share, phi and what is expected by now. Needs the baseline. */
void pace_row(struct case_file *c, struct row *row);

/* Last year beside this one: baseline, same period, comparison. */
void last_year_row(struct case_file *c, struct row *row);

/* Run rate, season, the officer's estimate, needed and achieved per month. */
void forecast_row(const struct case_file *c, struct row *row);

/* Status, uncertainty, staleness. */
void verdict_row(const struct case_file *c, struct row *row);

/* All of these in their order. */
void judge_row(const struct ledger *ledger, struct row *row);

/* Makers of a quantity. */
struct quantity defined(struct ratio value);
struct quantity undefined(enum undefined why);

#endif
