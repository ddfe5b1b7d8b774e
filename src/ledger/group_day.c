/* SPDX-License-Identifier: MIT */
#include "group_day.h"

#include "mem.h"

enum { MOST_DAYS_OLDER = 20 };

bool group_day_counts(struct date figure, struct date day) {
    return date_known(figure) && date_cmp(figure, day) <= 0 &&
           date_days(day) - date_days(figure) <= GROUP_DAYS;
}

/* How many of a day's members have a figure. */
struct turnout {
    int known; /* by the last of all days */
    int fresh; /* by the day, and still counting on it */
};

static struct turnout turnout_of(const struct group_days *from, const bool known[],
                                 struct date day) {
    struct turnout turnout = {0};
    for (size_t i = 0; i < from->members; i++) {
        if (known[i] && from->holds(from->context, i, day)) {
            turnout.known++;
            turnout.fresh += group_day_counts(from->last(from->context, i, day), day);
        }
    }
    return turnout;
}

struct date group_day(const struct group_days *from) {
    struct date best = {0, 0, 0};
    int most = 0; /* a day on which no member has a figure is none */
    bool *known = mem_alloc(from->members * sizeof *known);
    for (size_t i = 0; from->count > 0 && i < from->members; i++) {
        known[i] = date_known(from->last(from->context, i, from->days[from->count - 1]));
    }
    bool found = false;
    for (size_t i = from->count; !found && i-- > 0;) {
        struct turnout turnout = turnout_of(from, known, from->days[i]);
        found = turnout.fresh > 0 && 3 * turnout.fresh >= 2 * turnout.known;
        if (found || turnout.fresh > most) {
            most = turnout.fresh;
            best = from->days[i];
        }
    }
    mem_free(known);
    return best;
}
