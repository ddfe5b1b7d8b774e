/* SPDX-License-Identifier: MIT */
/*
 * --sort: puts the rows of each organisation into another order; parts stay under their whole.
 */
#ifndef TIENDO_SORT_ROWS_H
#define TIENDO_SORT_ROWS_H

#include "scorecard.h"

enum sorting {
    SORT_DECLARATION, /* as the files declare the indicators */
    SORT_STATUS,      /* in the order in which summaries list them, the best first */
    SORT_ATTAINMENT,  /* the highest first, those without a percentage last */
    SORT_WORST,       /* what goes wrong first, and there the furthest */
    SORTING_COUNT
};

/* Reorders card->rows; rows that are equal keep the order of declaration. */
void sort_rows(struct scorecard *card, enum sorting sorting);

#endif
