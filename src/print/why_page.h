/* SPDX-License-Identifier: MIT */
/*
 * The page on which one goal is explained: what it is about, and how its lines are written.
 */
#ifndef TIENDO_WHY_PAGE_H
#define TIENDO_WHY_PAGE_H

#include "buffer.h"
#include "scorecard.h"
#include "source.h"
#include "why_words.h"

/* What is explained, and to whom. */
struct why {
    struct buffer *out;
    const struct scorecard *card;
    const struct row *row;
    const struct indicator *indicator; /* the row's */
    const struct sources *sources;
    enum language lang;
    bool all; /* every member of a group, however many */
};

const char *why_say(const struct why *w, enum why_word word);

/* Begins a line: the label, padded; "" continues the right side. */
void why_label(const struct why *w, const char *text);
void why_end(const struct why *w);

/* "tại targets/bac-ninh-2024.yaml:10", on a line of its own; nothing for no place. */
void why_where(const struct why *w, struct place place);
void why_where_figure(const struct why *w, int32_t figure); /* or NONE */

/* A blank and the unit; nothing of yes or no. */
void why_unit(const struct why *w);

#endif
