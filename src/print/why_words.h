/* SPDX-License-Identifier: MIT */
/*
 * The words of an explanation, in both languages.
 */
#ifndef TIENDO_WHY_WORDS_H
#define TIENDO_WHY_WORDS_H

#include "message.h"

/* The words on the left, and small phrases. */
enum why_word {
    W_VERDICT,
    W_TARGET,
    W_ORIGINAL,
    W_ACTUAL,
    W_SOURCE,
    W_QUOTE,
    W_NOTE,
    W_WHERE,
    W_BASELINE,
    W_STATED_BASE,
    W_ABOVE,
    W_BELOW,
    W_SAME,
    W_ATTAINMENT,
    W_GAP,
    W_LEFT,
    W_PROGRESS,
    W_ELAPSED,
    W_EXPECTED,
    W_ACHIEVED,
    W_NEEDED,
    W_RUN_RATE,
    W_SEASONAL,
    W_ESTIMATE,
    W_BAND,
    W_CHANGE,
    W_MEMBERS,
    W_ASSIGNED,
    W_MONTHS,
    W_MARKS,
    W_COMPUTED,
    W_NO_FIGURE,
    W_NO_TARGET,
    W_SEEN,
    W_YEAR,
    W_OLDER,
    W_MORE_THEN,
    W_LESS_THEN,
    W_FIGURES,
    W_COUNT
};

const char *why_word(enum why_word word, enum language lang);

#endif
