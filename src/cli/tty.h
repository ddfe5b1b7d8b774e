/* SPDX-License-Identifier: MIT */
/*
 * Finds out whether a stream is a terminal, how wide it is and whether to use colours.
 */
#ifndef TIENDO_TTY_H
#define TIENDO_TTY_H

#include <stdio.h>

#include "options.h"
#include "style.h"

/* How texts are to look on this stream. Colour `auto`: on a terminal that is not dumb, unless
 * NO_COLOR says no. Width 0 when the stream is no terminal. */
struct style tty_style(const struct options *options, FILE *stream);

#endif
