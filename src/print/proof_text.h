/* SPDX-License-Identifier: MIT */
/* What `check` says of the numbers of a report's prose. */
#ifndef TIENDO_PROOF_TEXT_H
#define TIENDO_PROOF_TEXT_H

#include "buffer.h"
#include "proof.h"
#include "style.h"

/* A report that has been read, its numbers against the book. */
struct proven {
    const char *path;
    bool paragraphs; /* counted so, not in lines */
    struct proofs proofs;
};

/* "agrees", "cut", "differs", "unmatched"; as the text has it. */
const char *proof_key(enum verdict verdict);
void proof_put(struct buffer *out, const struct proof *proof, const char *path, bool lines,
               const struct scorecard *card, enum language lang);

/* A line for each number, at its paragraph, and how many agree. */
void render_proofs(struct buffer *out, const struct proven *report, const struct scorecard *card,
                   const struct style *style);

#endif
