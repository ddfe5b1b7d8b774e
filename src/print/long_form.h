/* SPDX-License-Identifier: MIT */
/*
 * Writes the long forms, CSV and JSON, in which each row is written without regard to the others.
 *
 * Threads therefore write stretches of rows at the same time, and the rows of a survey are judged,
 * written and freed piece by piece. The bytes are the same with any pieces and number of threads.
 */
#ifndef TIENDO_LONG_FORM_H
#define TIENDO_LONG_FORM_H

#include "buffer.h"
#include "finding.h"
#include "progress.h"
#include "source.h"
#include "survey.h"

/* What is written. */
struct long_report {
    const struct scorecard *card;    /* with its rows, unless they are the survey's */
    struct survey *survey;           /* has the rows; or NULL: the card has them */
    const struct sources *sources;   /* the book's */
    const struct findings *findings; /* that go with it; csv has none */
    enum language lang;              /* of the few words in it; csv has none */
};

struct long_form {
    void (*begin)(struct buffer *out, const struct long_report *report);
    /* some rows of a card, the report's or a piece of it; from any thread */
    void (*rows)(struct buffer *out, const struct long_report *report, const struct scorecard *card,
                 struct row_span span);
    const char *between; /* the rows of one piece and those of the next */
    bool sealed;         /* end() wants the seal of all rows, else it gets "" */
    void (*end)(struct buffer *out, const struct long_report *report, const char *seal);
};

extern const struct long_form csv_form;  /* csv.c */
extern const struct long_form json_form; /* json.c */

/* Writes the report with so many threads; progress (or NULL) is told of the rows. */
void render_long(struct buffer *out, const struct long_form *form, const struct long_report *report,
                 int jobs, struct progress *progress);

#endif
