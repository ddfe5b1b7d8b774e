/* SPDX-License-Identifier: MIT */
/*
 * A scorecard as people read it, one event after the other: an organisation's year begins, a group
 * of indicators gets its heading, a goal or a part has its row, the organisation's year ends.
 *
 *     struct walk walk = {.card = card, .lang = lang};
 *     while (walk_next(&walk)) {
 *         switch (walk.event) {
 *         …
 *         }
 *     }
 *     walk_clear(&walk);
 *
 * What a renderer has to know of the order of rows is here, so that a further one only writes.
 */
#ifndef TIENDO_WALK_H
#define TIENDO_WALK_H

#include <stdbool.h>

#include "buffer.h"
#include "date.h"
#include "message.h"
#include "scorecard.h"

enum walk_event {
    WALK_NOWHERE,    /* before the first walk_next() */
    WALK_ORG_BEGINS, /* .rows, .date: a title, a headline (headline.h), the head of a table */
    WALK_GROUP,      /* .group: the heading of the rows that follow */
    WALK_GOAL,       /* .row, .marks */
    WALK_PART,       /* the same of a part of the goal above it; .depth, .first_part */
    WALK_ORG_ENDS    /* what stands under the table */
};

struct walk {
    const struct scorecard *card; /* set by the caller */
    enum language lang;           /* set by the caller */
    bool noted;                   /* set by the caller: a column has the notes, no mark says them */
    enum walk_event event;        /* what has been reached */
    struct row_span rows;         /* all of the organisation and year */
    struct date date;             /* the latest figure among them, or no date */
    int row;                      /* of a goal or part: index into card->rows */
    int depth;                    /* of a part: 1 or more; of a goal: 0 */
    bool first_part;              /* of its whole: here it is said what the parts are */
    const char *group;            /* the heading, as the indicators write it: "I. Hợp tác xã" */
    const char *marks;            /* what has to be said of the row, or "" */
    bool marks_again;             /* the words are those of the last row that had any */
    struct buffer texts[2];       /* the words of this row and of the last that had any */
    int now;                      /* which of texts is this row's */
};

/* Goes on to the next event; false when there is none. */
bool walk_next(struct walk *walk);

/* Goes back to where the organisation began, as after WALK_ORG_BEGINS. */
void walk_again(struct walk *walk);

void walk_clear(struct walk *walk);

#endif
