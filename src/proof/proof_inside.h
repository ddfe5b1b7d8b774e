/* SPDX-License-Identifier: MIT */
/*
 * What proof and proof_percent share. Only for them.
 */
#ifndef TIENDO_PROOF_INSIDE_H
#define TIENDO_PROOF_INSIDE_H

#include "proof.h"
#include "prose_number.h"

/* Something of the book that prose may state. */
struct statement {
    enum proof_kind kind; /* PROOF_FIGURE or PROOF_TARGET */
    int32_t org;
    int32_t indicator;
    struct ratio value; /* in the indicator's unit */
    struct date date;
    const struct row *row; /* where it is the row's own, or NULL */
};

struct proofreader {
    struct proofs *proofs;
    const struct scorecard *card;
    enum language lang;
    struct statement *statements; /* stb_ds array */
    struct folded_name *names;    /* stb_ds array, by indicator */
    int32_t org;                  /* of which the report speaks, or NONE: not known */
    struct pool pool;
};

/* A percentage behind a count that was found, in its sentence, which begins at `from`. */
void prove_percent(struct proofreader *p, const char *text, const struct prose_number *number,
                   const struct statement *count, size_t from, struct proof *proof);

/* What the book says instead, with so many decimals or one more. */
void proof_put_book(struct proofreader *p, struct ratio value, bool percent_sign,
                    struct proof *proof, int decimals);

#endif
