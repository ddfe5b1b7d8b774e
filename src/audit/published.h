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

/* What was computed, to stand beside what was published: exactly, or with one decimal more than
 * that, so that the two read differently where they are. */
const char *published_beside(const struct published *published, struct ratio computed,
                             const struct ratio edges[], size_t n, char text[RATIO_TEXT]);

/* A quotient as it is published, of which one number is not known. */
struct lone {
    struct published published;
    struct ratio known;    /* the other number, above 0 */
    bool divides;          /* what is sought stands below it */
    struct ratio times;    /* 100 of a percentage */
    struct ratio less;     /* what is taken off then: 100 of "x % more" */
    struct ratio edges[2]; /* as of published_compare() */
    size_t edges_count;
};

/* Whole numbers from first to last; none when first is above last. */
struct wholes {
    int64_t first;
    int64_t last;
};

/* The whole numbers above 0 with which the quotient would be printed as it was published. False
 * where there is no end of them, and where a hedge says no more than above or below. */
bool published_wholes(const struct lone *lone, struct wholes *out);

#endif
