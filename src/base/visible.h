/* SPDX-License-Identifier: MIT */
/*
 * Makes text from files safe to print on a terminal: control characters, characters that change the
 * direction of writing and invisible ones are shown as ‹1B›; tabs and line ends become one blank.
 */
#ifndef TIENDO_VISIBLE_H
#define TIENDO_VISIBLE_H

#include <stddef.h>

#include "buffer.h"

enum { VISIBLE_CHAR = 16 }; /* bytes that hold one character made visible */

/* One character of the n > 0 bytes at s, made visible and terminated; *width is its columns.
 * Returns the bytes of s that it took; a byte that is not UTF-8 is taken alone. */
size_t visible_char(const char *s, size_t n, char text[VISIBLE_CHAR], size_t *width);

/* Appends the n bytes at s made visible; returns the columns they take. */
size_t visible_put(struct buffer *out, const char *s, size_t n);

/* visible_put() of a terminated text. */
size_t visible_text(struct buffer *out, const char *s);

#endif
