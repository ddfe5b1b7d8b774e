/* SPDX-License-Identifier: MIT */
/*
 * What status and export share before they write: loads the files, selects, compares, sorts.
 */
#ifndef TIENDO_COMPARISON_H
#define TIENDO_COMPARISON_H

#include "command.h"
#include "load.h"
#include "long_form.h"
#include "survey.h"

struct comparison {
    struct loaded loaded;  /* the book and its warnings */
    struct survey survey;  /* what was asked, and the rows that come later */
    struct scorecard card; /* what was asked for, in the order asked for */
    bool later;            /* the card has no rows: the survey has */
    int32_t *orgs;         /* stb_ds arrays: what the survey's selection points at */
    int32_t *indicators;
};

/* EXIT_DONE, or what stopped it, said on err: files that cannot be read, errors in the input (all
 * findings printed), an unknown organisation or indicator. Warnings are printed on err when
 * `warn`. The rows are there too where they are to be sorted. *comparison is to be cleared in any
 * case. */
enum exit_code comparison_make(struct context *context, bool warn, struct demand demand,
                               struct comparison *comparison);

/* EXIT_DONE, or EXIT_FINDINGS when a figure must first be confirmed: what says so is printed on
 * err. For whatever is handed on: nothing is then to be written. */
enum exit_code comparison_confirmed(struct context *context, const struct comparison *comparison);

/* It, as something to be written. */
struct long_report comparison_report(struct comparison *comparison, enum language lang);

/* The same book and question seen from another day (none: the default of each organisation), its
 * rows whatever their status; the caller clears the card. */
void comparison_seen(const struct comparison *comparison, struct date as_of,
                     struct scorecard *card);

/* Only rows of some statuses, or with a target, are in the card. */
static inline bool comparison_chosen(const struct comparison *comparison) {
    return comparison->survey.selection.only != 0 || comparison->survey.selection.with_target;
}

/* Writes it as csv or json. */
void comparison_print(struct buffer *out, const struct long_form *form,
                      struct comparison *comparison, const struct style *style);

void comparison_clear(struct comparison *comparison);

#endif
