/* SPDX-License-Identifier: MIT */
/*
 * The long forms, csv and json: rows that stand one after the other, each written by itself.
 *
 * So threads write stretches of them, and a survey's rows are judged, written and let go piece by
 * piece. The same bytes come out whatever a piece holds and with any number of threads.
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
    const struct survey *survey;     /* has the rows; or NULL: the card has them */
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
    void (*end)(struct buffer *out, const struct long_report *report);
};

extern const struct long_form csv_form;  /* csv.c */
extern const struct long_form json_form; /* json.c */

/* Writes the report with so many threads; progress (or NULL) is told of the rows. */
void render_long(struct buffer *out, const struct long_form *form, const struct long_report *report,
                 int jobs, struct progress *progress);

#endif
