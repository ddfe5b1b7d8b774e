/* SPDX-License-Identifier: MIT */
/*
 * Writes man pages in roff, with those macros of man(7) that groff and mandoc both know. Texts are
 * escaped, so that no part of them is taken for a request.
 */
#ifndef TIENDO_ROFF_H
#define TIENDO_ROFF_H

#include "buffer.h"

/* A section, and a section in it. */
void roff_section(struct buffer *out, const char *title);
void roff_subsection(struct buffer *out, const char *title);

/* A paragraph; line ends in the text stay where they are but mean nothing. */
void roff_paragraph(struct buffer *out, const char *text);

/* An entry of a list: the tag in bold, a few words after it in italics (or NULL), and below it,
 * indented, what it means. */
void roff_entry(struct buffer *out, const char *tag, const char *words, const char *meaning);

/* Lines to be shown as they are. */
void roff_example(struct buffer *out, const char *lines);

/* Text within a line that was begun by a request. */
void roff_text(struct buffer *out, const char *text);

#endif
