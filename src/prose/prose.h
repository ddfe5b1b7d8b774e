/* SPDX-License-Identifier: MIT */
/*
 * A report in words: paragraphs that whoever writes text, Markdown or a document only has to set.
 */
#ifndef TIENDO_PROSE_H
#define TIENDO_PROSE_H

#include "buffer.h"
#include "language.h"
#include "pool.h"
#include "scorecard.h"

enum prose_kind {
    PROSE_TITLE,   /* an organisation and year begin */
    PROSE_HEADING, /* a group of goals, what is behind, what is missing */
    PROSE_PARAGRAPH,
    PROSE_ITEM /* of a list */
};

struct prose_block {
    enum prose_kind kind;
    const char *text; /* owned by the prose */
    int32_t org;      /* of which organisation it speaks, or NONE */
};

struct prose {
    struct prose_block *items; /* stb_ds array */
    struct pool pool;          /* owns the texts */
};

/* The report of a scorecard: by organisation and group what was done, then what is behind with what
 * it needs, what was not reported or is incomplete, and at the end the edges and the seal. */
void prose_write(struct prose *prose, const struct scorecard *card, enum language lang);
void prose_clear(struct prose *prose);

/* The sentence that sums up one organisation and year, or its group's: the first paragraph. */
void prose_headline(struct buffer *out, const struct scorecard *card, struct row_span rows,
                    enum language lang);

#endif
