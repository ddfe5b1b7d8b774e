/* SPDX-License-Identifier: MIT */
/*
 * Which parts of a whole belong to one breakdown of it: those that name it alike, or none of which
 * names one (docs/QUY-TAC.md section 3.5).
 */
#ifndef TIENDO_BREAKDOWN_H
#define TIENDO_BREAKDOWN_H

#include "book.h"

/* Per indicator the first part of its breakdown, in the order of declaration, or NONE: it is no
 * part. The caller frees it. */
int32_t *breakdown_firsts(const struct book *book);

#endif
