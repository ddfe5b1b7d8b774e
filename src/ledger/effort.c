/* SPDX-License-Identifier: MIT */
#include "effort.h"

#include "book.h"

enum { STEPS_OF_ANY_BOOK = 5000000 };

struct effort effort_begin(size_t bytes) {
    return (struct effort){.most = STEPS_OF_ANY_BOOK + bytes, .heaviest = NONE};
}

/* Among equals the first. */
static void weigh(struct effort *effort, int32_t org, uint64_t steps) {
    if (steps > effort->of_it) {
        effort->heaviest = org;
        effort->of_it = steps;
    }
}

void effort_note(struct effort *effort, int32_t org, uint64_t since) {
    if (effort != NULL) {
        weigh(effort, org, effort->spent - since);
    }
}

void effort_add(struct effort *effort, const struct effort *more) {
    effort->spent += more->spent;
    weigh(effort, more->heaviest, more->of_it);
}
