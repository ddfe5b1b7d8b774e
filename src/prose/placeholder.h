/* SPDX-License-Identifier: MIT */
/*
 * What the placeholders of an office's own document stand for: {{ORG/INDICATOR.FIELD}}, without
 * ORG/ the organisation of the report; {{FIELD}} and {{ten}} in a row that repeats for each goal;
 * {{ky}}, {{nam}}, {{ngay_so_lieu}}, {{tong_ket}}, {{seal}} of the whole.
 *
 * Fields have a Vietnamese and an English name. Each is the text that the table has; where there is
 * no number, why.
 */
#ifndef TIENDO_PLACEHOLDER_H
#define TIENDO_PLACEHOLDER_H

#include <stdbool.h>

#include "buffer.h"
#include "language.h"
#include "scorecard.h"

struct placeholders {
    const struct scorecard *card;
    enum language lang;
    struct row_span rows; /* of the organisation of the report */
    int *goals;           /* stb_ds array: its rows with a target, for the repeated row */
};

/* Those of a scorecard; its first organisation is that of the report. Not of an empty one. */
void placeholders_begin(struct placeholders *placeholders, const struct scorecard *card,
                        enum language lang);
void placeholders_end(struct placeholders *placeholders);

/* Appends what a placeholder stands for; goal: index into `goals`, or -1. False: for nothing. */
bool placeholder_put(const struct placeholders *placeholders, const char *word, int goal,
                     struct buffer *out);

/* The name of a field, a marker or a word of the whole nearest to what was written, or NULL. */
const char *placeholder_nearest(const struct placeholders *placeholders, const char *word);

/* That repeat a row of a table, NULL at the end. */
extern const char *const placeholder_markers[];

#endif
