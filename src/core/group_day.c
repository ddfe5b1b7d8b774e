/* SPDX-License-Identifier: MIT */
#include "group_day.h"

bool group_day_counts(struct date figure, struct date day) {
    return date_known(figure) && date_cmp(figure, day) <= 0 &&
           date_days(day) - date_days(figure) <= GROUP_DAYS;
}

/* How many of a day's members have a figure. */
struct turnout {
    int known; /* by the last of all days */
    int fresh; /* by the day, and still counting on it */
};

static struct turnout turnout_of(const struct group_days *from, struct date day) {
    struct date last = from->days[from->count - 1];
    struct turnout turnout = {0};
    for (size_t i = 0; i < from->members; i++) {
        if (from->holds(from->context, i, day) && date_known(from->last(from->context, i, last))) {
            turnout.known++;
            turnout.fresh += group_day_counts(from->last(from->context, i, day), day);
        }
    }
    return turnout;
}

struct date group_day(const struct group_days *from) {
    struct date best = {0, 0, 0};
    int most = -1;
    for (size_t i = from->count; i-- > 0;) {
        struct turnout turnout = turnout_of(from, from->days[i]);
        if (turnout.fresh > 0 && 3 * turnout.fresh >= 2 * turnout.known) {
            return from->days[i];
        }
        if (turnout.fresh > most) {
            most = turnout.fresh;
            best = from->days[i];
        }
    }
    return best;
}
