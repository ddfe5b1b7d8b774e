/* SPDX-License-Identifier: MIT */
/*
 * The grammar of a report: every clause of a sentence and every lead of a paragraph, in both
 * languages. {0} .. {3} are filled with figures that the table has printed.
 */
#ifndef TIENDO_PROSE_WORDS_H
#define TIENDO_PROSE_WORDS_H

#include <stdbool.h>

#include "buffer.h"
#include "language.h"
#include "status.h"
#include "targets.h"

enum clause_word {
    /* what was done: {0} name {1} figure with its unit */
    SAY_DOING,    /* the name begins with what is counted, then a verb: {0} the verb and the rest */
    SAY_COUNT,    /* flows and stocks */
    SAY_LEVEL,    /* averages, shares, rates */
    SAY_DONE,     /* yes */
    SAY_NOT_DONE, /* no */
    SAY_DONE_BY,  /* {1} "12/17" members */
    SAY_NO_REPORT, /* {0} name */
    SAY_ESTIMATED, /* {0} name {1} estimate: nothing reported yet */
    /* figures */
    SAY_FROM_TO, /* {0} {1} */
    SAY_OF_DAY,  /* {0} a day other than the others' */
    SAY_SHARE,   /* {0} percent of the whole */
    /* against the target: {0} percent {1} target */
    SAY_ATTAINED,
    SAY_ATTAINED_AT_LEAST, /* some members only */
    SAY_ATTAINED_BY,       /* {2} who assigned it */
    SAY_TARGET,            /* {0} target, no percentage */
    SAY_TARGET_BY,         /* {0} target {1} who assigned it */
    SAY_ABOVE_TARGET,      /* {0} by how much */
    SAY_BELOW_TARGET,      /* {0} */
    SAY_AT_TARGET,
    SAY_JUST_AT,   /* a strict bound is hit, not passed */
    SAY_POINTS,    /* percentage points */
    SAY_NO_BASE,   /* {0} target: growth over a base that is not known */
    SAY_EACH,      /* {0} "3/7" {1} target for each */
    SAY_EACH_HALF, /* the same, some silent: {2} how many */
    SAY_MEMBERS,   /* {0} k {1} n members reporting */
    SAY_UNCERTAIN,
    SAY_REVISED,     /* {0} day {1} first target */
    SAY_SET_BY_HAND, /* {0} why {1} computed */
    /* against last year: {0} figure {1} year */
    SAY_VS_LAST_YEAR,
    SAY_POINTS_UP,
    SAY_POINTS_DOWN,
    SAY_POINTS_SAME,
    SAY_ALIKE, /* {0} k {1} n members with both figures */
    /* the rest of the year */
    SAY_ESTIMATE,    /* {0} figure */
    SAY_ESTIMATE_OF, /* {0} figure {1} percent of the target */
    SAY_FORECAST,    /* {0} figure */
    /* several */
    SAY_OF_WHICH, /* parts follow */
    SAY_PART,     /* {0} name {1} figure */
    /* paragraphs */
    SAY_TITLE,             /* {0} organisation {1} year */
    SAY_HEADLINE,          /* {0} day {1} percent of the year gone {2} organisation {3} counts */
    SAY_HEADLINE_OVER,     /* {0} year {1} organisation {2} counts */
    SAY_HEADLINE_SILENT,   /* {0} organisation {1} year {2} counts */
    SAY_HEADLINE_NO_GOALS, /* {0} day {1} organisation */
    SAY_BEHIND_HEAD,
    SAY_BEHIND,        /* {0} goal {1} verdict */
    SAY_NEEDS_LEFT,    /* {0} left with its unit */
    SAY_NEEDS_MONTHLY, /* {0} per month {1} done per month */
    SAY_NOTE,          /* {0} */
    SAY_GAPS_HEAD,
    SAY_GAP_NO_REPORT,  /* {0} goals */
    SAY_GAP_INCOMPLETE, /* {0} */
    SAY_GAP_NOT_DUE,    /* {0} */
    SAY_GAP_NO_BASE,    /* {0} */
    SAY_GAP_STALE,      /* {0} day */
    SAY_SEAL,           /* {0} */
    /* which part of the year: {0} year; of months: {0} how many {1} year; {0} day */
    SAY_PERIOD_YEAR,
    SAY_PERIOD_HALF,
    SAY_PERIOD_MONTHS,
    SAY_PERIOD_DAY,
    CLAUSE_COUNT
};

const char *clause_word(enum clause_word word, enum language lang);

/* Appends it with {0} .. {3} filled. */
void clause_say(struct buffer *out, enum clause_word word, enum language lang,
                const char *const words[4]);
#define CLAUSE(out, word, lang, ...)                                                               \
    clause_say((out), (word), (lang), (const char *const[4]){__VA_ARGS__})

/* "chậm so với tiến độ": a verdict as it ends a sentence; a ceiling, and one that is passed, have
 * words of their own. */
const char *verdict_clause(enum status status, bool ceiling, bool past, enum language lang);

/* A target: {0} low bound {1} high bound {2} growth in percent, "trên {0}", "từ {0} đến {1}". */
const char *target_clause(enum target_kind kind, enum language lang);

/* What a name goes on with when it tells an action: "thành lập", NULL at the end. */
const char *const *verbs_of(enum language lang);

#endif
