/* SPDX-License-Identifier: MIT */
/*
 * How much room text takes in Times New Roman, to foresee where its lines break on paper.
 *
 * By the advance widths of Liberation Serif, which measures as Times New Roman does. Upright and
 * italic count as one, the wider of the two. Marks of Vietnamese take no room beside their letter.
 */
#ifndef TIENDO_TYPEFACE_H
#define TIENDO_TYPEFACE_H

#include <stdbool.h>
#include <stddef.h>

/* Width of the n bytes at s, in thousandths of the size of the type. */
size_t typeface_width(const char *s, size_t n, bool bold);

/* Lines that a text takes when it is wrapped at blanks into so much room, in the same measure; a
 * longer word is broken. At least 1. */
int typeface_lines(const char *text, bool bold, size_t room);

#endif
