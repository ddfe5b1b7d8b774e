/* SPDX-License-Identifier: MIT */
/*
 * What to write instead of what a finding is about, when that has exactly one meaning.
 *
 * One meaning have: several dots between thousands (1.200.000), a decimal comma that does not stand
 * before exactly three digits (2,7), dd/mm/yyyy with a day above 12, a blank missing behind a
 * colon, an unquoted %, a key in Vietnamese that a table translates. `1.200`, `45,030`,
 * `05/06/2024` have two, a misspelt key has too many: a person decides.
 */
#ifndef TIENDO_CORRECTION_H
#define TIENDO_CORRECTION_H

#include <stdbool.h>

#include "finding.h"
#include "pool.h"
#include "source.h"

struct correction {
    struct place place;  /* the characters to be replaced, on one line */
    const char *stands;  /* what they are, as the file has it */
    const char *instead; /* what to write */
};

/* False when the finding has none, or the characters at its place are not those it speaks of. The
 * texts are kept in the pool. */
bool correction_of(const struct finding *finding, const struct sources *sources, struct pool *pool,
                   struct correction *out);

#endif
