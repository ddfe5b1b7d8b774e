/* SPDX-License-Identifier: MIT */
/*
 * The words of an explanation, in both languages, and its lines of figures.
 */
#ifndef TIENDO_WHY_WORDS_H
#define TIENDO_WHY_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "language.h"
#include "measure.h"

/* How a figure is printed. */
enum why_number {
    WHY_AMOUNT,   /* in the indicator's unit */
    WHY_DISTANCE, /* the same; between percentages in points */
    WHY_SHARE,    /* as a percentage */
    WHY_MONTHS    /* as a percentage; its equation is of months */
};

/* What stands behind it. */
enum why_more {
    WHY_NO_MORE,
    WHY_STRICT,        /* that a strict bound was only hit */
    WHY_BASE_DAY,      /* the day and place of last year's figure; else there is no line */
    WHY_STATED,        /* nothing: the target states it, else there is no line */
    WHY_LAST_YEAR_DAY, /* the day and place of the same period's figure */
    WHY_WINDOW,        /* the days from which and to which it counts */
    WHY_ESTIMATE       /* what the estimate says of the year */
};

/* One figure: its equation, or the reason why there is none. */
struct why_line {
    enum measure measure;
    enum why_number number;
    enum why_more more;
    uint32_t said; /* bits, 1 << enum undefined: of which reasons a line is made */
    const char *label[LANG_COUNT];
};

/* In the order printed. */
extern const struct why_line why_lines[];
extern const size_t why_lines_count;

/* All other words: what stands on the left, and small phrases. */
enum why_word {
    W_VERDICT,
    W_TARGET,
    W_ORIGINAL,
    W_ACTUAL,
    W_SOURCE,
    W_QUOTE,
    W_NOTE,
    W_WHERE,
    W_ABOVE,
    W_BELOW,
    W_BAND,
    W_CHANGE,
    W_MEMBERS,
    W_MEMBERS_FIRST,
    W_MEMBERS_WORST,
    W_MEMBERS_MISSING,
    W_MEMBERS_ALL, /* how to see the others */
    W_ASSIGNED,
    W_MONTHS,
    W_MARKS,
    W_COMPUTED,
    W_NO_FIGURE,
    W_NO_TARGET,
    W_SEEN,
    W_YEAR,
    W_OLDER,
    W_NEWER,
    W_JOINED,
    W_EDGE_OF,  /* {0} percent {1} of what */
    W_EDGE_WAY, /* {0} percent {1} from {2} to */
    W_MORE_THEN,
    W_LESS_THEN,
    W_LONE_TARGET, /* what the whole numbers behind a lone percentage are */
    W_LONE_LAST_YEAR,
    W_LONE_WHOLE,
    W_LONE_ACTUAL,
    W_NO_WHOLE,
    W_EITHER,  /* {0} or {1} */
    W_FROM_TO, /* {0} {1} */
    W_OUT_OF,  /* {0} the whole */
    W_COUNT
};

const char *why_word(enum why_word word, enum language lang);

#endif
