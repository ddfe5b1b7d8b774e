/* SPDX-License-Identifier: MIT */
/*
 * A question put to a whole book, answered piece by piece.
 *
 * A piece is the scorecard of some organisations that follow one another. The rows of an
 * organisation depend on the book alone, never on the rows of another, so that threads judge
 * pieces side by side, and the same rows come out whatever a piece holds. A nation's rows, of more
 * than a kilobyte each, need not all be there at one time: they are judged a first time, which
 * says what is wrong and how many there are, and those that were let go a second time when they
 * are written.
 */
#ifndef TIENDO_SURVEY_H
#define TIENDO_SURVEY_H

#include "checks.h"
#include "ledger.h"
#include "progress.h"
#include "rows.h"
#include "scorecard.h"

struct survey {
    struct ledger ledger;           /* of the book */
    struct selection selection;     /* the question; what it points at is borrowed */
    struct org_question *questions; /* stb_ds array: who has rows, in the order of the book */
    struct claim_order claims;      /* of the book */
    size_t *pieces;                 /* stb_ds array: where the questions of each piece begin, and
                                       one past the last */
    size_t kept_pieces;             /* of them, the first: their rows wait to be written, where all
                                       others are let go and judged again */
    struct scorecard *kept;         /* stb_ds array: they, once judged */
};

/* What becomes of the rows once they are judged. */
enum rows_fate {
    ROWS_ALL,   /* the card gets them */
    ROWS_LATER, /* survey_piece() has them */
    ROWS_NONE   /* nobody wants them */
};

/* What is wanted of a survey. */
struct demand {
    enum rows_fate rows;
    bool checks;               /* claims, parts and allocations too */
    struct progress *progress; /* told of organisations judged, or NULL */
};

/* The book must outlive the survey. */
void survey_begin(struct survey *survey, const struct book *book,
                  const struct selection *selection);

/* Judges all pieces with so many threads. The card gets what is demanded and all counts; an
 * arithmetic overflow is added to findings at the target's or figure's place, and nothing of the
 * survey must then be shown. */
void survey_judge(struct survey *survey, const struct demand *demand, int jobs,
                  struct scorecard *card, struct findings *findings);

/* Cuts it into other pieces before it is judged: of about so many rows; as many of them as have
 * about `kept` rows are kept. */
void survey_cut(struct survey *survey, size_t rows, size_t kept);

size_t survey_pieces(const struct survey *survey);

/* The rows of one piece after survey_judge() with ROWS_LATER, once each, from any thread. The
 * caller clears the card, which has neither counts nor checks. */
void survey_piece(struct survey *survey, size_t piece, struct scorecard *card);

void survey_clear(struct survey *survey);

#endif
