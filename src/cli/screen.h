/*
 * What is known of the screen: whether there is one, its width, whether to colour.
 */
#ifndef TIENDO_SCREEN_H
#define TIENDO_SCREEN_H

#include <stdio.h>

#include "options.h"
#include "renderers.h"

/* How texts are to look on this stream. Colour `auto`: on a terminal that is not dumb, unless
 * NO_COLOR says no. Width 0 when the stream is no terminal. */
struct style screen_style(const struct options *options, FILE *stream);

#endif
