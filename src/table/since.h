/* SPDX-License-Identifier: MIT */
/* What the last meeting had of a row of the scorecard, for tables that show it beside the row. */
#ifndef TIENDO_SINCE_H
#define TIENDO_SINCE_H

#include <stdbool.h>

#include "ratio.h"
#include "status.h"

struct since_row {
    bool number;         /* its figure is one exact number: */
    struct ratio figure; /* this one, in the indicator's unit */
    const char *text;    /* the figure as people read it; "" where there was none */
    enum status status;  /* its verdict; STATUS_NONE: the row was not there */
    bool stays;          /* only one of the meetings has the goal: the arrow follows nothing */
    const char *arrow;   /* what became of it, "▲"; "" for nothing */
    const char *fell;    /* the arrows of other figures, typed later: worse, */
    const char *rose;    /* better, */
    const char *moved;   /* judged the same */
};

#endif
