/* SPDX-License-Identifier: MIT */
/*
 * --sort: puts the rows of each organisation into another order; parts stay under their whole.
 */
#ifndef TIENDO_SORT_ROWS_H
#define TIENDO_SORT_ROWS_H

#include "options.h"
#include "scorecard.h"

/* Reorders card->rows; rows that are equal keep the order of declaration. */
void sort_rows(struct scorecard *card, enum sorting sorting);

#endif
