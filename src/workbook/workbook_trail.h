/* SPDX-License-Identifier: MIT */
/*
 * How a goal has gone through its year, and last year: the figures on the days that it was known
 * on. Only for sheet "Diễn biến".
 */
#ifndef TIENDO_WORKBOOK_TRAIL_H
#define TIENDO_WORKBOOK_TRAIL_H

#include "workbook_inside.h"

enum {
    TRAIL_MONTHS = 12,
    TRAIL_POINTS = TRAIL_MONTHS + 2 /* each month, where the year began, and what is typed */
};

/* Months of which one day is more: what is nearer to a figure is of its day. */
#define TRAIL_SAME_DAY 0.001

/* Points from the left; those behind the last one repeat it, so that nothing is drawn to them. */
struct trail_line {
    int count;              /* of different points */
    double x[TRAIL_POINTS]; /* months of the year gone */
    double y[TRAIL_POINTS]; /* the figure, in the indicator's unit */
};

struct trail {
    int row;               /* of the scorecard */
    int place;             /* among those found: 0 is the worst */
    struct trail_line now; /* with the row's own figure, the last */
    struct trail_line past;
};

/* The figure of today after the points before it. */
struct trail_line trail_today(const struct workbook *book, const struct trail *trail);

/* What is due from the year's start to its end, or the target where nothing is due before. */
struct trail_line trail_due(const struct workbook *book, const struct trail *trail);

#endif
