/* SPDX-License-Identifier: MIT */
/*
 * Lists of goals, worst first, whose lines follow the order of the data: sheets "Tổng quan" and
 * "Trình chiếu". Only for them.
 */
#ifndef TIENDO_WORKBOOK_WORST_H
#define TIENDO_WORKBOOK_WORST_H

#include "workbook_inside.h"
#include "workbook_wall.h"

/* A list being written. Its hidden cells say how many goals are urgent, and where in the data the
 * goal of each line stands. */
struct worst {
    struct workbook *book;
    struct sheet *sheet;
    enum wall_goals which;
    int *goals;          /* stb_ds array: its goals, worst first */
    int urgent;          /* so many of them */
    uint16_t helper;     /* the hidden column */
    uint32_t counted_at; /* the row of the count */
    const char *place;   /* the cell with the place of the line being written */
    const char *count;   /* the cell with the count */
    int row;             /* of the scorecard, or NONE: the line is empty */
    uint32_t at;         /* of the sheet */
};

/* Finds the goals and writes their count. Of WALL_MEMBERS all are urgent. */
struct worst worst_begin(struct workbook *book, struct sheet *sheet, enum wall_goals which,
                         uint16_t helper, uint32_t counted_at);
void worst_end(struct worst *worst);

/* Begins the line of the k-th goal, from 0; a line past the last urgent one stays empty. */
void worst_line(struct worst *worst, int k, uint32_t at);

/* A term over the line's row, of its column of that name: a number, or words; and what is shown of
 * a term, nothing in an empty line. */
const char *worst_term(struct worst *worst, const char *name);
const char *worst_words(struct worst *worst, const char *name);
void worst_text(struct worst *worst, uint16_t first, uint16_t last, const char *term,
                const char *stored, const struct look *look);
void worst_number(struct worst *worst, uint16_t first, uint16_t last, const char *name,
                  struct result stored, const struct look *look);

/* So much of its target is filled: a share, or "2/5" of its members. */
void worst_share(struct worst *worst, uint16_t first, uint16_t last, const struct look *look);

/* The figure of the line: yes or no in words. */
void worst_actual(struct worst *worst, uint16_t first, uint16_t last, const struct look *look);

/* What the last meeting had: a number or words; only where there is one. */
void worst_past(struct worst *worst, uint16_t first, uint16_t last, const struct look *look);

/* The target of the line: words, the number, and the other one of two. */
struct worst_target {
    uint16_t words;
    uint16_t low;
    uint16_t high;
    uint16_t last; /* of the last column of all three */
};
void worst_target(struct worst *worst, struct worst_target at, const struct look *look);

/* Numbers of the lines as many places as each needs: of an area of figures that are no whole
 * numbers, and of shares, which are "≥" while members are missing. */
void worst_figures(struct worst *worst, struct area area, const char *code);
void worst_shares(struct worst *worst, struct area area);

#endif
