/* SPDX-License-Identifier: MIT */
/* What `diff` prints: for people, as CSV, as JSON. */
#ifndef TIENDO_CHANGES_PRINT_H
#define TIENDO_CHANGES_PRINT_H

#include "buffer.h"
#include "changes.h"
#include "date.h"
#include "style.h"

/* The changes and what their two sides are called. */
struct diff_report {
    const struct changes *changes;
    const struct snapshot *old;
    const struct snapshot *new;
    const char *old_name; /* as typed: a day, a path */
    const char *new_name; /* the same, or NULL: the book as it is */
    struct date old_day;  /* where it is a day */
    struct date new_day;
    bool old_is_json;
};

/* A screen: what matters first, and how the counts came about. */
void render_changes_text(struct buffer *out, const struct diff_report *report,
                         const struct style *style);
void render_changes_csv(struct buffer *out, const struct diff_report *report);
void render_changes_json(struct buffer *out, const struct diff_report *report);

#endif
