/* SPDX-License-Identifier: MIT */
/*
 * A question put to a whole book, answered piece by piece.
 *
 * A piece is the scorecard of some organisations that follow one another. The rows of an
 * organisation depend on the book alone, never on the rows of another, so that threads judge
 * pieces side by side, and the same rows come out whatever a piece holds. A nation's rows, of more
 * than a kilobyte each, need not all be there at one time: they are judged a first time, which
 * says what is wrong and how many there are, and a second time when they are written, but for
 * those of the first pieces, which are kept; where they are not so many all of them are.
 *
 * What is computed is counted (effort.h). A memory of groups spares more or less of it, so that
 * pieces with a group in them are judged first, in stretches that each begin without a memory: the
 * count is the same for any number of threads.
 */
#ifndef TIENDO_SURVEY_H
#define TIENDO_SURVEY_H

#include "checks.h"
#include "ledger.h"
#include "progress.h"
#include "rows.h"
#include "scorecard.h"

/* Some of the questions. */
struct survey_cut {
    size_t first;
    size_t orgs;
    size_t rows; /* that they may have, about */
    bool kept;   /* its rows are, once judged and until they are asked for */
    bool groups; /* one of them has members */
};

/* Pieces that one thread judges one after the other: first .. first + count - 1 of the order in
 * which they are judged. */
struct survey_stretch {
    size_t first;
    size_t count;
};

struct survey {
    struct ledger ledger;             /* of the book */
    struct selection selection;       /* the question; what it points at is borrowed */
    struct org_question *questions;   /* stb_ds array: who has rows, in the order of the book */
    struct claim_order claims;        /* of the book */
    struct breakdowns breakdowns;     /* of the book */
    struct survey_cut *pieces;        /* stb_ds array: all questions, cut */
    size_t *order;                    /* stb_ds array: pieces as they are judged, groups first, */
    struct survey_stretch *stretches; /* stb_ds array: and by whom */
    struct scorecard *kept;           /* stb_ds array: the rows of the first pieces, once judged and
                                         until they are asked for */
    size_t kept_rows;                 /* how many these are */
    struct memo **memos;              /* stb_ds array: what each thread was told of groups, */
    struct plans **plans;             /* and what rules it has folded */
};

/* What is wanted of a survey. */
struct demand {
    bool rows;                 /* the card gets them; else survey_piece() has them */
    bool checks;               /* claims, parts and allocations too */
    bool no_rows;              /* nor does anybody ask for them later */
    bool again;                /* within what has been judged before: not counted any more */
    struct progress *progress; /* told of organisations judged, or NULL */
};

/* The book must outlive the survey, whose pieces so many threads will ask for. */
void survey_begin(struct survey *survey, const struct book *book, const struct selection *selection,
                  int jobs);

/* How much there is of something. */
struct magnitude {
    size_t orgs; /* that have rows */
    size_t rows;
};

/* No more than there will be: who has a figure by its day, one row for each indicator. Found
 * without judging anything. */
struct magnitude survey_least(const struct survey *survey);

/* Judges all pieces with all threads. The card gets what is demanded and all counts; an
 * arithmetic overflow is added to findings at the target's or figure's place, or MSG_TOO_MUCH where
 * that is so, and nothing of the survey must then be shown. */
void survey_judge(struct survey *survey, const struct demand *demand, struct scorecard *card,
                  struct findings *findings);

size_t survey_pieces(const struct survey *survey);

/* The rows of one piece, once each after survey_judge(), from any of these threads (jobs.h). The
 * caller clears the card, which has neither counts nor checks. */
void survey_piece(struct survey *survey, int worker, size_t piece, struct scorecard *card);

void survey_clear(struct survey *survey);

#endif
