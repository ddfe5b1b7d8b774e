/* SPDX-License-Identifier: MIT */
/*
 * Targets as bounds: which bound decides, and whether a figure meets or exceeds it (docs/QUY-TAC.md
 * section 3).
 */
#ifndef TIENDO_BOUNDS_H
#define TIENDO_BOUNDS_H

#include "book.h"

/* On which side of a figure the deciding bound lies. */
enum side {
    SIDE_FLOOR,   /* at least this much */
    SIDE_CEILING, /* at most this much */
    SIDE_BOTH,    /* within, exactly: no single bound decides */
    SIDE_DONE     /* yes or no */
};

enum side bounds_side(const struct bounds *bounds, enum better better);

/* T, the bound that decides, tolerance applied; exactly: its number. Invalid for within and done.
 */
struct ratio bounds_deciding(const struct bounds *bounds, enum better better);

bool bounds_met(const struct bounds *bounds, enum better better, struct ratio actual);
bool bounds_exceeded(const struct bounds *bounds, enum better better, struct ratio actual);

/* The bounds of `grow` over the base: low and high are base x (1 + grow / 100), exactly. */
struct bounds bounds_grown(const struct bounds *bounds, struct ratio base);

/* Every bound times n: what n members have to reach together. */
struct bounds bounds_times(const struct bounds *bounds, int n);

/* How far the figure has overstepped: A - T signed; within and exactly: from the bound overstepped,
 * 0 inside. Invalid for done. */
struct ratio bounds_gap(const struct bounds *bounds, enum better better, struct ratio actual);

#endif
