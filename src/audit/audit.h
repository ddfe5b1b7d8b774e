/* SPDX-License-Identifier: MIT */
/*
 * Checks of figures against each other, over the whole book: parts above their whole, a running
 * total that falls, increments that disagree with it, shares outside 0 .. 100, figures a thousand
 * times off, stocks that do not add up.
 */
#ifndef TIENDO_AUDIT_H
#define TIENDO_AUDIT_H

#include "book.h"
#include "finding.h"

/* Adds what it finds to findings, in the same order with any number of threads (jobs). */
void audit_book(const struct book *book, int jobs, struct findings *findings);

#endif
