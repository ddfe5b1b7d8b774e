/* SPDX-License-Identifier: MIT */
/* Breaks text into lines of a given width, at blanks where possible. */
#ifndef TIENDO_WRAP_H
#define TIENDO_WRAP_H

#include <stddef.h>

/* One line of a wrapped text. */
struct wrapped {
    const char *text; /* inside the text that was wrapped */
    size_t length;    /* bytes */
    size_t indent;    /* blanks to put before it */
};

/* Appends the lines of the text to *lines (an stb_ds array). Blanks at its beginning indent every
 * line, lines after the first by `hanging` more. '\n' ends a line. An empty text is one empty
 * line. */
void wrap_text(const char *text, size_t width, size_t hanging, struct wrapped **lines);

/* Columns of its longest line when nothing but '\n' breaks it. */
size_t wrap_natural_width(const char *text);

/* Columns of its longest word. */
size_t wrap_word_width(const char *text);

#endif
