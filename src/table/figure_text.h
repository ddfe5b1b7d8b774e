/* SPDX-License-Identifier: MIT */
/*
 * Prints figures, percentages and targets for people, in their language.
 *
 * The text never contradicts a verdict. Callers give the edges that a figure is compared with, such
 * as the target: a figure is never rounded onto an edge that its exact value misses, so that 99.96
 * % is never printed as 100 %.
 */
#ifndef TIENDO_FIGURE_TEXT_H
#define TIENDO_FIGURE_TEXT_H

#include <stdbool.h>

#include "message.h"
#include "printing.h"
#include "scorecard.h"

enum { CELL_TEXT_SIZE = 512 }; /* bytes that hold the text of a cell */

/* Prints a figure of one indicator with as many decimals as the indicator asks for, else with all
 * it has; 2 when it has no end, such as a third. More are printed where fewer would read as one of
 * the edges. Returns how many. */
int figure_print(struct ratio value, const struct indicator *indicator, const struct ratio edges[],
                 int edges_count, enum language lang, char text[PRINTED_TEXT]);

/* Prints a figure that was computed (expected, forecasts, needed per month): exactly, or with at
 * most one decimal more than the row's own figures have. Returns how many decimals are printed. */
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

/* "Ngưỡng: dưới 90% …", a line of every report. */
void edges_print(const struct edges *edges, enum language lang, char text[CELL_TEXT_SIZE]);

/* A target in force, or as first assigned: "≥ 60", "30 – 40", "66 (+10%)", "có". */
void target_print(const struct scorecard *card, const struct row *row, bool original,
                  enum language lang, char text[CELL_TEXT_SIZE]);

/* " (phải trên 60)" where a strict bound was hit exactly, which is a miss; else "". */
void strict_print(const struct row *row, enum language lang, char text[CELL_TEXT_SIZE]);

#endif
