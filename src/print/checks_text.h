/* SPDX-License-Identifier: MIT */
/*
 * The lines under a table of the terminal: published figures recomputed, parts that exceed their
 * whole, targets assigned to members.
 */
#ifndef TIENDO_CHECKS_TEXT_H
#define TIENDO_CHECKS_TEXT_H

#include "buffer.h"
#include "figure_text.h"
#include "message.h"
#include "scorecard.h"

/* How far the checks of the scorecard have been written. */
struct checks_text {
    const struct scorecard *card;
    int32_t *claims;      /* stb_ds array: indices into card.claims, by organisation */
    ptrdiff_t claim;      /* the next one of claims */
    ptrdiff_t part;       /* the next one of card.parts, which stand by organisation */
    ptrdiff_t allocation; /* the next one of card.allocations, which do so too */
};

void checks_begin(struct checks_text *checks, const struct scorecard *card);

/* Appends the lines of one organisation and year; nothing when there are none. Organisations are
 * asked for in the order of the scorecard's rows. */
void checks_put(struct buffer *out, struct checks_text *checks, int32_t org, int year,
                enum language lang);

/* The words of a published figure, no headline: "115% so với kế hoạch", "tăng 38 HTX so với cùng
 * kỳ". */
void published_text(const struct scorecard *card, const struct claim *claim, enum language lang,
                    char text[CELL_TEXT_SIZE]);

void checks_end(struct checks_text *checks);

#endif
