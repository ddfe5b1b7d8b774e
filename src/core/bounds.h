/* SPDX-License-Identifier: MIT */
/*
 * What a target alone demands (docs/QUY-TAC.md section 3), for whoever has no row: by the rules of
 * rules.h.
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

/* T, the number that is printed on the side that decides; of growth over a stated base what comes
 * of it, at the indicator's decimals. Invalid for within, done and growth over last year. */
struct ratio bounds_stated(const struct bounds *bounds, const struct indicator *what);

/* A range's other bound, at which a percentage may be meant as well; else invalid. */
struct ratio bounds_far(const struct bounds *bounds, enum better better);

/* Every bound times n: what n members have to reach together. */
struct bounds bounds_times(const struct bounds *bounds, int n);

#endif
