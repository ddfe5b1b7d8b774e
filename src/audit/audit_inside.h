/* SPDX-License-Identifier: MIT */
/*
 * What the checks of the audit share; for the files of the audit only.
 */
#ifndef TIENDO_AUDIT_INSIDE_H
#define TIENDO_AUDIT_INSIDE_H

#include "assigned.h"
#include "checks.h"
#include "finding.h"
#include "ledger.h"
#include "parts.h"

/* From which day an organisation is seen when none is asked for: one list of all for each year. */
struct seen_days {
    int first_year;
    struct date **of; /* stb_ds array: by year, then by organisation; no date: never */
};

/* What every check needs; a thread has its own, with the same ledger. */
struct audit {
    const struct book *book;
    const struct ledger *ledger;
    struct breakdowns breakdowns;
    struct claim_order claims;
    struct seen_days days;
    int32_t **numerator_of; /* of every indicator, an stb_ds array of the shares it makes */
    struct findings *findings;
    struct figure in_hand[2];     /* the figure and the one before, by turns */
    const struct figure *last;    /* the one before, or NULL */
    struct assigned *goals;       /* stb_ds array: targets of the figure's organisation, indicator
                                     and year, as known on its day */
    bool goals_stand;             /* they are the same on every day */
    struct figure_run increments; /* of the figure's organisation, indicator and year */
};

/* The same organisation, indicator and year. */
static inline bool same_series(const struct figure *a, const struct figure *b) {
    return a->org == b->org && a->indicator == b->indicator && a->year == b->year;
}

/* A number as the file could write it. */
const char *audit_plain(struct ratio value, char text[RATIO_TEXT]);

/* The default as-of date of an organisation's year; no date: it has none. */
struct date audit_day(const struct audit *a, int32_t org, int year);

/* ---- one figure (plausibility.c, audit_sums.c) ---- */

/* Section 8; `before` is the figure of its kind before it, or NULL. */
void audit_plausible(struct audit *a, const struct figure *f, const struct figure *before);

/* The same of a target's own numbers, and of the days of an organisation's figures, first .. end
 * - 1.
 */
void audit_plausible_target(struct audit *a, const struct target *t);
void audit_month_ends(struct audit *a, int32_t first, int32_t end);

/* Sections 3, 4 and 6: what adds up, and what is reported twice. */
void audit_sums(struct audit *a, const struct figure *f, int32_t index);

/* ---- one target, one organisation, the book (audit_whole.c) ---- */

void audit_target(struct audit *a, int32_t target);

/* Its claims, its days, and what comes of its members. */
void audit_org(struct audit *a, int32_t org);

void audit_overrides(struct audit *a);

#endif
