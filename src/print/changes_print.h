/* SPDX-License-Identifier: MIT */
/* What `diff` prints: for people, as CSV, as JSON. */
#ifndef TIENDO_CHANGES_PRINT_H
#define TIENDO_CHANGES_PRINT_H

#include "buffer.h"
#include "diff_report.h"
#include "style.h"

/* A screen: what matters first, and how the counts came about. */
void render_changes_text(struct buffer *out, const struct diff_report *report,
                         const struct style *style);
void render_changes_csv(struct buffer *out, const struct diff_report *report);
void render_changes_json(struct buffer *out, const struct diff_report *report);

#endif
