/* SPDX-License-Identifier: MIT */
/*
 * The day of a group: members seldom report on one day (docs/QUY-TAC.md section 6).
 *
 * A choice among days, whatever is reported: a workbook says the same by a formula over the same
 * days (twins.h).
 */
#ifndef TIENDO_GROUP_DAY_H
#define TIENDO_GROUP_DAY_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"

enum { GROUP_DAYS = 20 }; /* a figure that is older than the group's day by more does not count */

/* What the day is chosen from. */
struct group_days {
    const struct date *days; /* on which members' figures are dated, each once, in order, none later
                                than the day from which all is seen */
    size_t count;
    size_t members; /* that there may be on some day */
    void *context;  /* of both functions */
    /* whether it is a member on the day */
    bool (*holds)(void *context, size_t member, struct date day);
    /* the day of its last figure by that day, or no date */
    struct date (*last)(void *context, size_t member, struct date day);
};

/* The latest day on which two thirds of the members with a figure have one that still counts; else
 * the latest of those on which most have. No days: no date. */
struct date group_day(const struct group_days *from);

/* Whether a figure of one day still counts on another: it is at most 20 days older. */
bool group_day_counts(struct date figure, struct date day);

#endif
