/* SPDX-License-Identifier: MIT */
/*
 * Writes the man pages from the tables of options, commands and the format.
 */
#ifndef TIENDO_MANUAL_H
#define TIENDO_MANUAL_H

#include "buffer.h"
#include "message.h"

/* The head of a page of that section (1 or 5). */
void manual_head(struct buffer *out, enum language lang, int section);

/* tiendo(1): the program. */
void manual_program(struct buffer *out, enum language lang);

/* tiendo(5): the files. */
void manual_format(struct buffer *out, enum language lang);

#endif
