/* SPDX-License-Identifier: MIT */
/* The points of the lines of sheet "Diễn biến", read from the ledger month by month. */
#include "workbook_trail.h"

#include <stdlib.h>

#include "ledger.h"
#include "mem.h"
#include "workbook_wall.h"

enum {
    MOST_ASKED = 200, /* goals whose months are read */
    MOST_FOUND = 24   /* of which the sheet shows the worst */
};

static void put_point(struct trail_line *line, double x, double y) {
    if (line->count < TRAIL_POINTS) {
        line->x[line->count] = x;
        line->y[line->count++] = y;
    }
}

/* The line ends where it ended. */
static void fill_up(struct trail_line *line) {
    for (int i = line->count; line->count > 0 && i < TRAIL_POINTS; i++) {
        line->x[i] = line->x[line->count - 1];
        line->y[i] = line->y[line->count - 1];
    }
}

/* One number, of all members: what lacks some would look like a fall. */
static bool can_be_drawn(const struct reading *r) {
    return r->known && r->partial == PARTIAL_NOT && ratio_cmp(r->low, r->high) == 0;
}

/* A level begins where last year ended, everything else at nothing. */
static void put_start(const struct ledger *ledger, const struct row *row, int year,
                      struct trail_line *line) {
    const struct indicator *indicator = &ledger->book->indicators[row->indicator];
    if (!indicator_is_level(indicator)) {
        put_point(line, 0, 0);
        return;
    }
    struct window before = window_of_year(year - 1);
    struct reading r = ledger_read(ledger, row->org, row->indicator, year - 1, before, before.last);
    if (can_be_drawn(&r) && date_cmp(r.date, before.last) == 0) {
        put_point(line, 0, ratio_double(r.low));
    }
    reading_clear(&r);
}

/* The figures of a year up to a day; returns how many. */
static int read_line(const struct ledger *ledger, const struct row *row, int year,
                     struct date until, struct trail_line *line) {
    struct window window = window_of_year(year);
    struct date last = {0, 0, 0};
    int figures = 0;
    put_start(ledger, row, year, line);
    for (int month = 1; month <= TRAIL_MONTHS; month++) {
        struct date end =
            month < TRAIL_MONTHS ? date_previous(date_of(year, month + 1, 1)) : window.last;
        end = date_cmp(end, until) > 0 ? until : end;
        struct reading r = ledger_read(ledger, row->org, row->indicator, year, window, end);
        if (can_be_drawn(&r) && date_cmp(r.date, last) > 0) {
            put_point(line, ratio_double(window_months_gone(window, r.date)), ratio_double(r.low));
            last = r.date;
            figures++;
        }
        reading_clear(&r);
    }
    return figures;
}

/* Its line would say what its bar does: a number of a calendar's year towards a target. */
static bool may_have_trail(const struct workbook *book, const struct row *row) {
    struct window year = window_of_year(row->year);
    return row->goal && !row->each_group && row_fills(book, row) && row->has_actual &&
           row->partial == PARTIAL_NOT && ratio_cmp(row->low, row->high) == 0 &&
           ratio_valid(row_decides(row)) && date_cmp(row->window.first, year.first) == 0 &&
           date_cmp(row->window.last, year.last) == 0;
}

/* In the order of the scorecard, which does not change with the figures. */
static int compare_rows(const void *left, const void *right) {
    const struct trail *a = left;
    const struct trail *b = right;
    return (a->row > b->row) - (a->row < b->row);
}

void workbook_trails_find(struct workbook *book) {
    struct ledger ledger;
    int asked = 0;
    int *goals = workbook_worst_first(book, WALL_BOTH);
    ledger_init(&ledger, book->card->book);
    for (size_t i = 0;
         i < arrlenu(goals) && arrlen(book->trails) < MOST_FOUND && asked < MOST_ASKED; i++) {
        const struct row *row = &book->card->rows[goals[i]];
        struct trail trail = {.row = goals[i], .place = (int)arrlen(book->trails)};
        if (!may_have_trail(book, row)) {
            continue;
        }
        asked++;
        if (read_line(&ledger, row, row->year, row->as_of, &trail.now) > 1) {
            read_line(&ledger, row, row->year - 1, window_of_year(row->year - 1).last, &trail.past);
            if (trail.past.count == 0) {
                put_point(&trail.past, trail.now.x[0], trail.now.y[0]);
            }
            fill_up(&trail.now);
            fill_up(&trail.past);
            arrput(book->trails, trail);
        }
    }
    if (arrlenu(book->trails) > 0) {
        qsort(book->trails, arrlenu(book->trails), sizeof *book->trails, compare_rows);
    }
    ledger_clear(&ledger);
    arrfree(goals);
}

struct trail_line trail_today(const struct workbook *book, const struct trail *trail) {
    const struct row *row = &book->card->rows[trail->row];
    double now = ratio_double(window_months_gone(row->window, row->date));
    struct trail_line line = trail->now;
    for (int i = 0; i < TRAIL_POINTS; i++) {
        if (i == TRAIL_POINTS - 1 || line.x[i] >= now - TRAIL_SAME_DAY) {
            line.x[i] = now;
            line.y[i] = ratio_double(row->low);
        }
    }
    return line;
}

struct trail_line trail_due(const struct workbook *book, const struct trail *trail) {
    const struct row *row = &book->card->rows[trail->row];
    double target = ratio_double(row_decides(row));
    struct quantity due = row->is[M_EXPECTED];
    struct trail_line line = {0};
    if (due.why == DEFINED) {
        put_point(&line, 0, 0);
        put_point(&line, ratio_double(window_months_gone(row->window, row->date)),
                  ratio_double(due.value));
    } else {
        put_point(&line, 0, target);
        put_point(&line, 0, target);
    }
    put_point(&line, TRAIL_MONTHS, target);
    fill_up(&line);
    return line;
}
