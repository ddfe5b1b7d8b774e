/* SPDX-License-Identifier: MIT */
/*
 * The renderers: each turns a scorecard or findings into text and has a file of its own.
 */
#ifndef TIENDO_RENDERERS_H
#define TIENDO_RENDERERS_H

#include "buffer.h"
#include "finding.h"
#include "long_form.h"
#include "source.h"
#include "style.h"

struct proven;

/* Reports that were checked beside the book, or NULL for none. */
struct checked_prose {
    const struct proven *reports; /* stb_ds array */
    const struct scorecard *card;
};

/* status: the terminal table; csv and json: long_form.h */
void render_status_text(struct buffer *out, const struct long_report *report,
                        const struct style *style);

/* check: text with excerpt and caret, one line each, json, sarif */
void render_findings_text(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct style *style);
void render_findings_short(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct style *style);
void render_findings_json(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct checked_prose *prose,
                          const struct style *style);
void render_findings_sarif(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct checked_prose *prose,
                           const struct style *style);

#endif
