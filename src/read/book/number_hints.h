/* SPDX-License-Identifier: MIT */
/*
 * Recognises numbers that are not written as the format wants them (`>= 60`, `30 - 40`, `2,7`) and
 * says what to write instead.
 */
#ifndef TIENDO_NUMBER_HINTS_H
#define TIENDO_NUMBER_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "loader.h"

/* Where a number stands: decides what can be written instead. */
enum hint_place {
    HINT_IN_TARGET, /* as a whole target: {at_least: 60} */
    HINT_IN_FIGURE, /* as a whole figure: {more_than: 60} */
    HINT_IN_CLAIM,  /* as a published number: {more_than: 60} */
    HINT_UNDER_KEY, /* under a key of a target or figure: its sibling at_least: 60 */
    HINT_PLACE_COUNT
};

/* Bytes of the blanks at the start of the n bytes at s, no-break spaces included. */
size_t blanks_at(const char *s, size_t n);

/* Bytes of the n at s once the blanks at their end are taken off. */
size_t blanks_trimmed(const char *s, size_t n);

/* The n bytes at s, which look like a number, written as the format wants it: `2,7` is 2.7,
 * `1.200.000` is 1_200_000. Kept in the loader's scratch pool. */
const char *hint_number(struct loader *loader, const char *s, size_t n);

/* Reports a comma in the n bytes at s; one with exactly three digits behind it in both readings. */
void hint_comma(struct loader *loader, struct place place, const char *s, size_t n);

/* Reports words that say that there is no figure: `chưa có`, `n/a`, `-`. */
bool hint_no_figure(struct loader *loader, const struct node *node);

/* Reports `>= 60`, `trên 60`, `60 trở lên`, `30 - 40`, `từ 30 đến 40`. False when the text of node
 * is nothing of the kind. */
bool hint_operator(struct loader *loader, const struct node *node, enum hint_place where);
bool hint_range(struct loader *loader, const struct node *node, enum hint_place where);

#endif
