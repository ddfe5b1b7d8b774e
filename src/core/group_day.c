/* SPDX-License-Identifier: MIT */
#include "group_day.h"

bool group_day_counts(struct date figure, struct date day) {
    return date_known(figure) && date_cmp(figure, day) <= 0 &&
           date_days(day) - date_days(figure) <= GROUP_DAYS;
}

/* How many of a day's members have a figure. */
struct tally {
    int known; /* by the last of all days */
    int fresh; /* by the day, and still counting on it */
};

static struct tally tally_of(const struct group_days *from, struct date day) {
    struct date last = from->days[from->count - 1];
    struct tally tally = {0};
    for (size_t i = 0; i < from->members; i++) {
        if (from->holds(from->context, i, day) && date_known(from->last(from->context, i, last))) {
            tally.known++;
            tally.fresh += group_day_counts(from->last(from->context, i, day), day);
        }
    }
    return tally;
}

struct date group_day(const struct group_days *from) {
    struct date best = {0, 0, 0};
    int most = -1;
    for (size_t i = from->count; i-- > 0;) {
        struct tally tally = tally_of(from, from->days[i]);
        if (tally.fresh > 0 && 3 * tally.fresh >= 2 * tally.known) {
            return from->days[i];
        }
        if (tally.fresh > most) {
            most = tally.fresh;
            best = from->days[i];
        }
    }
    return best;
}
