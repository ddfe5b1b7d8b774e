/*
 * --sort: the rows of each organisation in another order, parts staying under their whole.
 */
#ifndef TIENDO_ARRANGE_H
#define TIENDO_ARRANGE_H

#include "options.h"
#include "scorecard.h"

/* Reorders card->rows; rows that are equal keep the order of declaration. */
void arrange_rows(struct scorecard *card, enum sorting sorting);

#endif
