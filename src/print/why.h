/* SPDX-License-Identifier: MIT */
/*
 * One goal explained to a person: where every number comes from, the formulas with the numbers put
 * in, the edge at which the verdict fell, and what would change it.
 */
#ifndef TIENDO_WHY_H
#define TIENDO_WHY_H

#include <stdbool.h>

#include "buffer.h"
#include "renderers.h"
#include "scorecard.h"
#include "source.h"

/* Explains the card's row; members' rows of a group are looked up in the same card. all:
 * every member of a group, however many. */
void render_why(struct buffer *out, const struct scorecard *card, int row,
                const struct sources *sources, const struct style *style, bool all);

#endif
