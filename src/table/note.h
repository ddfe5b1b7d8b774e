/* SPDX-License-Identifier: MIT */
/*
 * The remarks about a row: marks that qualify its verdict, and the note of its figure.
 */
#ifndef TIENDO_NOTE_H
#define TIENDO_NOTE_H

#include "buffer.h"
#include "message.h"
#include "scorecard.h"

/* Appends the marks, joined by "; ": revision, partial sum, completeness of a group, stale figure,
 * uncertain verdict, override, merger. Nothing when there are none. */
void row_marks_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                   enum language lang);

/* Appends only who is in a group's figure and who is not; nothing of any other row. */
void row_members_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                     enum language lang);

/* Appends the note that the figure carries, after "; " where something stands before it. */
void row_note_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                  enum language lang);

#endif
