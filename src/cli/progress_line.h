/* SPDX-License-Identifier: MIT */
/*
 * Shows progress on a terminal: one line, rewritten in place and wiped when the work is done.
 */
#ifndef TIENDO_PROGRESS_LINE_H
#define TIENDO_PROGRESS_LINE_H

#include <stdio.h>

#include "message.h"
#include "progress.h"

struct progress_line {
    struct progress progress; /* first, so that tell() can find the struct around it */
    FILE *stream;             /* a terminal */
    enum language lang;
    double begun;   /* seconds of a monotonic clock */
    double written; /* when the line was last written; 0: there is none */
    size_t width;   /* columns of that line */
};

/* Returns the listener to give to long work, or NULL when the stream is no terminal. Nothing is
 * written in the first half second. */
struct progress *progress_line_begin(struct progress_line *line, FILE *stream, enum language lang);

/* Wipes what is left of the line. */
void progress_line_end(struct progress_line *line);

#endif
