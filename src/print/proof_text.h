/* SPDX-License-Identifier: MIT */
/* What `check` says of the numbers of a report's prose. */
#ifndef TIENDO_PROOF_TEXT_H
#define TIENDO_PROOF_TEXT_H

#include "buffer.h"
#include "proof.h"
#include "style.h"

/* A line for each number, at its paragraph, and how many agree. */
void render_proofs(struct buffer *out, const struct proofs *proofs, const struct report_file *file,
                   const struct scorecard *card, const struct style *style);

#endif
