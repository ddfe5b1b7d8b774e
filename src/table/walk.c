/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include <string.h>

#include "mem.h"
#include "note.h"
#include "phrase.h"
#include "printing.h"

static const struct row *row_at(const struct walk *walk, int index) {
    return &walk->card->rows[index];
}

/* The rows from `first` on that are of one organisation and year, and their latest figure. */
static void begin_org(struct walk *walk, int first) {
    int count = (int)arrlen(walk->card->rows);
    const struct row *row = row_at(walk, first);
    walk->rows = (struct row_span){first, first};
    walk->date = (struct date){0};
    for (; walk->rows.end < count; walk->rows.end++) {
        const struct row *next = row_at(walk, walk->rows.end);
        if (next->org != row->org || next->year != row->year) {
            break;
        }
        if (next->has_actual && date_cmp(next->date, walk->date) > 0) {
            walk->date = next->date;
        }
    }
    walk_again(walk);
}

/* The group of a row, as its indicator says it, or NULL. */
static const char *group_of(const struct walk *walk, int index) {
    return walk->card->book->indicators[row_at(walk, index)->indicator].group;
}

/* The heading that stands above a row, or NULL: parts have none, and a goal none where that of the
 * goal before it still holds. */
static const char *heading_of(const struct walk *walk, int index) {
    if (row_at(walk, index)->part_of != NONE) {
        return NULL;
    }
    const char *group = group_of(walk, index);
    int before = index - 1;
    while (before >= walk->rows.first && row_at(walk, before)->part_of != NONE) {
        before--;
    }
    const char *last = before >= walk->rows.first ? group_of(walk, before) : NULL;
    return group != NULL && last != NULL && strcmp(group, last) == 0 ? NULL : group;
}

/* No row between it and its whole is a part of the same whole. */
static bool is_first_part(const struct walk *walk, int index) {
    const struct row *row = row_at(walk, index);
    for (int i = index - 1; i >= walk->rows.first && i > row->part_of; i--) {
        if (row_at(walk, i)->part_of == row->part_of) {
            return false;
        }
    }
    return true;
}

/* A figure of another day than the latest, then the row's own marks unless a column has them. */
static void put_marks(struct walk *walk, struct buffer *out, const struct row *row) {
    if (row->has_actual && !row->stale && date_cmp(row->date, walk->date) != 0) {
        char date[DATE_TEXT];
        PHRASE(out, PHRASE_DATED, walk->lang, print_date(row->date, walk->lang, date));
    }
    if (!walk->noted) {
        struct buffer more = {0};
        row_marks_put(&more, walk->card, row, walk->lang);
        buffer_text(out, arrlen(out->text) > 0 && arrlen(more.text) > 0 ? "; " : "");
        buffer_put(out, more.text, arrlenu(more.text));
        buffer_clear(&more);
    }
}

static void find_marks(struct walk *walk, const struct row *row) {
    struct buffer *last = &walk->texts[walk->now];
    struct buffer *marks = &walk->texts[!walk->now];
    buffer_clear(marks);
    put_marks(walk, marks, row);
    walk->marks = "";
    walk->marks_again = false;
    if (arrlen(marks->text) > 0) {
        buffer_put(marks, "", 1);
        walk->marks = marks->text;
        walk->marks_again = arrlen(last->text) > 0 && strcmp(last->text, marks->text) == 0;
        walk->now = !walk->now;
    }
}

static void reach_row(struct walk *walk, int index) {
    const struct row *row = row_at(walk, index);
    bool part = row->part_of != NONE;
    walk->event = part ? WALK_PART : WALK_GOAL;
    walk->row = index;
    walk->depth = row->depth;
    walk->first_part = part && is_first_part(walk, index);
    find_marks(walk, row);
}

/* The row at the index, under its heading when it has one that was not reached yet. */
static void reach(struct walk *walk, int index) {
    if (index == walk->rows.end) {
        walk->event = WALK_ORG_ENDS;
        return;
    }
    const char *heading = walk->event == WALK_GROUP ? NULL : heading_of(walk, index);
    if (heading != NULL) {
        walk->event = WALK_GROUP;
        walk->group = heading;
        walk->row = index - 1;
    } else {
        reach_row(walk, index);
    }
}

bool walk_next(struct walk *walk) {
    switch (walk->event) {
    case WALK_NOWHERE:
    case WALK_ORG_ENDS:
        if (walk->rows.end == (int)arrlen(walk->card->rows)) {
            return false;
        }
        begin_org(walk, walk->rows.end);
        return true;
    case WALK_ORG_BEGINS:
    case WALK_GROUP:
    case WALK_GOAL:
    case WALK_PART:
        reach(walk, walk->row + 1);
        return true;
    }
    return false;
}

void walk_again(struct walk *walk) {
    walk->event = WALK_ORG_BEGINS;
    walk->row = walk->rows.first - 1;
    walk->group = NULL;
    walk->marks = "";
    buffer_clear(&walk->texts[0]);
    buffer_clear(&walk->texts[1]);
}

void walk_clear(struct walk *walk) {
    buffer_clear(&walk->texts[0]);
    buffer_clear(&walk->texts[1]);
}
