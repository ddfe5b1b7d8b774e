/* SPDX-License-Identifier: MIT */
/*
 * Shows a line of a file with a marker under the characters that are wrong.
 *
 *     12 |   htx_new: 1.200
 *        |            ^~~~~
 */
#ifndef TIENDO_EXCERPT_H
#define TIENDO_EXCERPT_H

#include "buffer.h"
#include "source.h"

/* Appends both lines; nothing when the place has no line or its file has changed since it was read.
 * The marker stands under the characters as they are shown (wide letters, combining marks, a tab as
 * one blank, control characters made visible); a long line is cut around it. paint and plain are
 * put before and after the marker. */
void excerpt_put(struct buffer *out, const struct sources *sources, struct place place,
                 const char *paint, const char *plain);

#endif
