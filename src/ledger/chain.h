/* SPDX-License-Identifier: MIT */
/*
 * What a flow has come to: a running total and the increments that follow it without a gap, or
 * increments alone (docs/QUY-TAC.md section 4).
 */
#ifndef TIENDO_CHAIN_H
#define TIENDO_CHAIN_H

#include "ledger.h"

/* What may be chained. */
struct chain {
    struct date first;            /* the day on which increments alone begin */
    struct figure_run totals;     /* running totals to begin with */
    struct figure_run increments; /* sorted by their last days */
    struct reading merged;        /* a running total besides: the predecessors', of the eve of a
                                     merger; or unknown */
    struct date last;             /* nothing later counts */
};

/* The chain that reaches furthest; of those, the one with the later running total; of those, the
 * one with more pieces. */
struct reading chain_total(const struct ledger *ledger, const struct chain *chain);

/* A figure as it is written. */
struct reading reading_of_figure(const struct ledger *ledger, int32_t figure);

#endif
