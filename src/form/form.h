/* SPDX-License-Identifier: MIT */
/*
 * An Excel form by which an organisation reports its figures: its goals with unit, plan, last year
 * and last figure, and cells for figure, day, estimate and note.
 *
 * Hidden row 1 holds the key of each input column ("actual", "date", "estimate", "note") and of its
 * value when issued ("was actual", ...); hidden column A "org indicator - -" in each row of inputs.
 * Where the two meet, the form says which one it is: "form NUMBER DAY ORGANISATION". The hidden
 * sheet FORM_SHEET says the same and who got one: a key in column A, its value in B.
 */
#ifndef TIENDO_FORM_H
#define TIENDO_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "safe_file.h"
#include "scorecard.h"

#define FORM_SHEET "tiendo"
#define FORM_MARK "tiendo form" /* in A1 of FORM_SHEET */

/* A cell of a form that is given back. */
struct form_answer {
    int32_t indicator;
    const char *key;   /* of its column */
    const char *text;  /* what was typed */
    struct date day;   /* the same as a day, or no date */
    bool number;       /* the text is a plain number */
    const char *wrong; /* what is wrong with it, or NULL */
};

struct form_issue {
    const struct scorecard *card;
    int32_t org;
    struct date as_of; /* of the figures asked for */
    bool estimate;     /* the estimate of the year is asked for, too */
    const char *sent;  /* ids of all who get one, commas between */
    enum language lang;
    const struct form_answer *answers; /* filled in already, or NULL */
    size_t answers_count;
    bool returned;            /* given back: what is wrong stands beside it */
    const char *const *lines; /* what is wrong with no cell of its own */
    size_t lines_count;
};

enum { FORM_NUMBER = 17 };

/* The number of a form: 16 hexadecimal digits of what it was issued with. */
const char *form_number(const struct form_issue *issue, char number[FORM_NUMBER]);

/* How many goals it asks about: those that are not computed from others. */
int form_goals(const struct scorecard *card, int32_t org);

bool write_form(const char *path, const struct form_issue *issue, struct write_failure *failure);

#endif
