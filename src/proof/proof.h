/* SPDX-License-Identifier: MIT */
/*
 * A report's prose read against the book: which numbers agree with it, agree when cut, differ, or
 * are of nothing that the book knows.
 *
 * It never guesses that a number is wrong. One differs only where the words beside it name one
 * indicator in full, or where it is a percentage of a figure that was found ("566 HTX nông nghiệp
 * (chiếm 78,5%)"), and nothing else in the book has that number.
 */
#ifndef TIENDO_PROOF_H
#define TIENDO_PROOF_H

#include "language.h"
#include "report_file.h"
#include "scorecard.h"

enum proof_kind {
    PROOF_FIGURE,    /* a figure or an estimate of the book */
    PROOF_TARGET,    /* a number of a target */
    PROOF_SHARE,     /* percent of the whole */
    PROOF_ATTAINED,  /* percent of the target */
    PROOF_LAST_YEAR, /* percent of the same period last year */
    PROOF_CLAIM,     /* a percentage that the book has as published */
    PROOF_NOTHING
};

/* One number of the prose. */
struct proof {
    int paragraph;
    const char *text;     /* the number with the words behind it, owned by the proofs */
    enum verdict verdict; /* agrees, cut, differs; unchecked: unmatched */
    enum proof_kind kind;
    int32_t org;       /* whose; or NONE */
    int32_t indicator; /* or NONE */
    struct date date;  /* of the figure, or no date */
    const char *book;  /* what the book has, as people of the language write it; or NULL */
};

struct proofs {
    struct proof *items; /* stb_ds array, in the order of the text */
    struct pool pool;    /* owns the texts */
};

/* The card has the rows and claims of the organisations that the report may speak of. */
void proof_read(struct proofs *proofs, const struct report_file *file, const struct scorecard *card,
                enum language lang);
void proofs_clear(struct proofs *proofs);

#endif
