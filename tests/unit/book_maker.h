/* SPDX-License-Identifier: MIT */
/*
 * Books made by short calls, for tests of the rules; no YAML.
 *
 * Numbers, dates, targets and figures are written as text, so that a row of a test's table reads
 * like a line of a report. A text that cannot be read ends the test. Every target, figure, claim
 * and override stands on a line of its own, counted from 1 in the order of making: places can be
 * told apart.
 *
 *   number   "60"  "-50"  "79.96"  "11/12"
 *   goal     "60" (at least, or at most when better is lower)  "at_least 60"  "more_than 60"
 *            "at_most 15"  "less_than 15"  "range 30 40"  "within 4 6"  "about 145" or
 *            "about 145 5" (tolerance)  "exactly 5"  "done"  "grow 10" or "grow 10 60" (base)
 *   figures  "2023-12-31 100; 2024-06-30 3..5; 2024-02 +4; 2024-07-01 ~32": a level or running
 *            total, an interval, an increment of a month or quarter, an estimate
 */
#ifndef TIENDO_BOOK_MAKER_H
#define TIENDO_BOOK_MAKER_H

#include "book.h"
#include "finding.h"
#include "scorecard.h"

/* Rows of tables say what they are about and leave out the rest, which is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

struct date day(const char *text);
struct ratio number(const char *text);
struct bounds goal(const char *text, enum better better);

/* An empty book; its lines count from 1 again. book_clear() ends it. */
void make_book(struct book *book);
int32_t make_org(struct book *book, const char *id);

/* members: ids made before, "yen-bai son-la"; total: how many there are, named or not. */
int32_t make_group(struct book *book, const char *id, int total, const char *members);
int32_t make_indicator(struct book *book, const char *id, enum indicator_kind kind,
                       enum better better);

/* Its index, for what more is said of it. */
int32_t make_target(struct book *book, int32_t org, int32_t indicator, int year, const char *text);
/* Puts another in its place, which may own the same revisions and milestones. */
void set_target(struct book *book, int32_t index, const struct target *target);
void make_revision(struct book *book, int32_t target, const char *date, const char *text);
void make_milestone(struct book *book, int32_t target, const char *date, const char *percent);
void set_by(struct book *book, int32_t target, const char *by);
void set_date(struct book *book, int32_t target, const char *date);
void set_during(struct book *book, int32_t target, const char *first, const char *last);
void set_each_member(struct book *book, int32_t target, bool each_member);

/* Puts the figures in the order of look-up. */
void sort_figures(struct book *book);

/* Adds figures of the years in whose windows they stand. They are put in the order of look-up. */
void make_figures(struct book *book, int32_t org, int32_t indicator, const char *text);

/* The same with a hedge. */
void make_hedged(struct book *book, int32_t org, int32_t indicator, const char *text,
                 enum hedge hedge);

/* A figure of a year, one entry of `figures`. */
void make_figure(struct book *book, int32_t org, int32_t indicator, int year, const char *text);

/* Compares as of the day, or of each organisation's last when NULL; overflow ends the test. */
void compare(struct scorecard *card, const struct book *book, int year, const char *as_of);

/* Asks any question; what does not fit exact arithmetic is added to findings. */
void ask_book(struct scorecard *card, const struct book *book, const struct selection *question,
              struct findings *findings);

/* The nth row (from 0) of one organisation and indicator; ends the test when there is none. */
const struct row *row_of(const struct scorecard *card, int32_t org, int32_t indicator, int nth);
int rows_of(const struct scorecard *card, int32_t org, int32_t indicator);

/* ---- one organisation, one indicator, one target, the year 2024 ---- */

struct setting {
    enum indicator_kind kind;
    enum better better;
    enum pace pace;       /* the indicator's */
    const char *goal;     /* or NULL */
    const char *figures;  /* or NULL */
    const char *as_of;    /* or NULL: the last date reported */
    const char *during;   /* the part of the year, "2024-H2", or NULL */
    const char *measured; /* "12-31", or NULL */
};

struct situation {
    struct book book;
    struct scorecard card;
    int32_t org;
    int32_t indicator;
    const struct row *row;
};

/* situation_begin() makes the book, which may then be changed; situation_compare() sets the row. */
void situation_begin(struct situation *s, const struct setting *setting);
void situation_compare(struct situation *s, const char *as_of);
void situation_make(struct situation *s, const struct setting *setting); /* both */
void situation_clear(struct situation *s);

/* ---- what is expected; `cites` names the row of the table and its section of the rules ---- */

/* expected: a number, or the key of the reason why there is none ("flow"), or "-" for a figure
 * whose absence is not explained; NULL: anything. */
void expect_quantity(const char *cites, const char *what, struct quantity actual,
                     const char *expected);
void expect_ratio(const char *cites, const char *what, struct ratio actual, const char *expected);
void expect_date(const char *cites, const char *what, struct date actual, const char *expected);
void expect_status(const char *cites, enum status actual, enum status expected);
/* Who is not in a group's figure: "b c" not reported, "c@2024-03-31" late, "a>m" joined, "a>"
 * ended.
 */
void expect_absent(const char *cites, const struct book *book, const struct row *row,
                   const char *expected);
void expect_int(const char *cites, const char *what, int actual, int expected);

#endif
