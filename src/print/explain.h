/* SPDX-License-Identifier: MIT */
/*
 * Messages explained: one for a reader, all as a list, as the manual's page, as JSON.
 */
#ifndef TIENDO_EXPLAIN_H
#define TIENDO_EXPLAIN_H

#include <stddef.h>

#include "buffer.h"
#include "message.h"
#include "renderers.h"

/* What one message means and why it matters, wrong and right side by side where there is room
 * (explain_text.c). */
void explain_text(struct buffer *out, enum message_code code, const struct style *style);

/* A line for each message. */
void explain_list(struct buffer *out, const struct style *style);

/* Markdown with runnable examples: one message, or the page of all, docs/THONG-BAO.md
 * (explain_markdown.c). */
void explain_markdown(struct buffer *out, enum message_code code, enum language lang);
void explain_markdown_page(struct buffer *out, enum language lang);

/* The messages with these codes, and the frame of their examples (explain_json.c). */
void explain_json(struct buffer *out, const enum message_code *codes, size_t count,
                  enum language lang);

#endif
