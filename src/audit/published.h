/* SPDX-License-Identifier: MIT */
/*
 * A number as it was printed against the number that is computed (docs/QUY-TAC.md section 7).
 */
#ifndef TIENDO_PUBLISHED_H
#define TIENDO_PUBLISHED_H

#include "figures.h"
#include "status.h"

struct published {
    struct ratio value; /* as printed */
    int decimals;       /* with so many */
    enum hedge hedge;   /* what stood before it */
};

/* Agrees, agrees if cut, or differs. The edges are those that section 1.2 names for what is
 * printed: its own rounding never lands on them. A hedge agrees when it is true. */
enum verdict published_compare(const struct published *published, struct ratio computed,
                               const struct ratio edges[], size_t n);

#endif
