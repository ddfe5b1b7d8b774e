/* SPDX-License-Identifier: MIT */
/*
 * Progress as one line on a terminal, rewritten in place and wiped when the work is done.
 */
#ifndef TIENDO_PROGRESS_LINE_H
#define TIENDO_PROGRESS_LINE_H

#include <stdio.h>

#include "message.h"
#include "progress.h"

struct progress_line {
    struct progress progress; /* first: what tells finds the rest behind it */
    FILE *stream;             /* a terminal */
    enum language lang;
    double begun;   /* seconds on a clock that never jumps */
    double written; /* when the line was last written, or 0: it is not there */
    size_t width;   /* columns of the line that stands there */
};

/* Begins to watch. Nothing is written in the first half second, nor when the stream is no
 * terminal. Returns the progress to tell, or NULL in the latter case. */
struct progress *progress_line_begin(struct progress_line *line, FILE *stream, enum language lang);

/* Wipes what is left of the line. */
void progress_line_end(struct progress_line *line);

#endif
