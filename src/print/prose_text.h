/* SPDX-License-Identifier: MIT */
/* A report in words, for a terminal or a letter, and as Markdown. */
#ifndef TIENDO_PROSE_TEXT_H
#define TIENDO_PROSE_TEXT_H

#include "buffer.h"
#include "prose.h"
#include "style.h"

void render_prose_text(struct buffer *out, const struct prose *prose, const struct style *style);
void render_prose_markdown(struct buffer *out, const struct prose *prose);

#endif
