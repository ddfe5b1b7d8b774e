/* SPDX-License-Identifier: MIT */
/*
 * Figures, percentages and targets as people read them. The text never contradicts a verdict:
 * rounding never lands on an edge that the exact value misses.
 */
#ifndef TIENDO_FIGURE_TEXT_H
#define TIENDO_FIGURE_TEXT_H

#include <stdbool.h>

#include "message.h"
#include "printing.h"
#include "scorecard.h"

enum { CELL_TEXT_SIZE = 512 }; /* bytes that hold the text of a cell */

/* A figure of one indicator as it is printed: all its decimals (indicator.decimals where given,
 * but never rounded onto one of the edges), at most 6 for a quotient without end. Returns how many
 * decimals are printed. */
int figure_print(struct ratio value, const struct indicator *indicator, const struct ratio edges[],
                 int edges_count, enum language lang, char text[PRINTED_TEXT]);

/* A figure that was computed for people (expected, forecasts, needed per month): exactly when it
 * ends soon, else with one decimal more than the row's own figures have. Returns the decimals. */
int derived_print(struct ratio value, const struct scorecard *card, const struct row *row,
                  const struct ratio edges[], int edges_count, enum language lang,
                  char text[PRINTED_TEXT]);

/* A number in full where it ends within 6 decimals, else with 2 or as many as the indicator has;
 * false: it was rounded. */
bool whole_print(struct ratio value, const struct indicator *indicator, enum language lang,
                 char text[PRINTED_TEXT]);

/* A ratio as a percentage with one decimal and its sign: "99,9%"; never onto 100 % or another
 * edge (ratios, not percent) that the exact value misses. */
void percent_print(struct ratio value, const struct ratio edges[], int edges_count,
                   enum language lang, char text[PRINTED_TEXT]);

/* "Ngưỡng: dưới 90% …", which every report says. */
void edges_print(const struct edges *edges, enum language lang, char text[CELL_TEXT_SIZE]);

/* A target in force, or as first assigned: "≥ 60", "30 – 40", "66 (+10%)", "có". */
void target_print(const struct scorecard *card, const struct row *row, bool original,
                  enum language lang, char text[CELL_TEXT_SIZE]);

/* " (phải trên 60)" where a strict bound was hit exactly, which is a miss; else "". */
void strict_print(const struct row *row, enum language lang, char text[CELL_TEXT_SIZE]);

#endif
