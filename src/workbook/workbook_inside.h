/* SPDX-License-Identifier: MIT */
/*
 * The sheets that people read, one file each. Inside this folder only.
 */
#ifndef TIENDO_WORKBOOK_INSIDE_H
#define TIENDO_WORKBOOK_INSIDE_H

#include "workbook_common.h"

/* ---- workbook_layout.c ---- */

/* The columns that an organisation's table is to have: those of --columns, else those that the
 * files ask for, else the usual ones. Owned by the workbook. */
const struct layout *workbook_layout(struct workbook *book, int32_t org);

/* A text of the files with its placeholders filled in, kept in the book's pool. */
const char *layout_text(struct workbook *book, const struct row *first, const char *text);

/* A column's head: the files' words, else the usual ones. `first`: a row of the table. */
const char *layout_head(struct workbook *book, enum table_column_id column,
                        const struct row *first);

/* The line below it: "A", "(4)", or "(4)=(3)/(2)" where the rule says so of every line of the
 * organisation's table, which must have been written. */
const char *layout_code(struct workbook *book, const struct layout *layout, int32_t org,
                        enum table_column_id column);

/* Whether `said` is how every line of the table comes by its figure in the column: "A/E", where
 * A is the actual, T the target, E the elapsed share of the year. */
bool layout_says(struct workbook *book, int32_t org, enum table_column_id column, const char *said);

/* "(4)" for a column that is seen, else NULL. */
const char *layout_number(struct workbook *book, const struct layout *layout,
                          enum table_column_id column);

/* Columns of the sheet in the part-th of `parts` blocks of about equal width; there are at least
 * `parts` columns. */
struct area layout_block(const struct layout *layout, uint32_t row, int part, int parts);

/* ---- workbook_letterhead.c ---- */

/* A phrase about of which lines alone the workbook is, as export was asked; "" for all. */
const char *workbook_extract(struct workbook *book, enum phrase id);

/* ---- workbook_contents.c ---- */

/* Every sheet that can be seen, once all are added. */
void workbook_contents(struct workbook *book, struct sheet *sheet);

/* ---- workbook_table.c ---- */

/* The official table of one organisation, the number-th. */
void workbook_table(struct workbook *book, int32_t org, int number);

/* ---- workbook_since.c ---- */

/* What has changed since the last meeting, and why; nothing where none is named. */
void workbook_since(struct workbook *book);

/* ---- workbook_checks.c ---- */

/* Published figures, parts and assigned targets against what the data give. */
void workbook_checks(struct workbook *book);

/* ---- workbook_overview.c ---- */

/* Fills the first sheet, once the tables are written. */
void workbook_overview(struct workbook *book, struct sheet *sheet);

/* ---- workbook_charts.c ---- */

/* The sheet with the numbers of the charts, and the charts themselves on the overview. */
void workbook_charts(struct workbook *book);

/* ---- workbook_trail.c, workbook_trails.c ---- */

/* Finds the goals with more than one figure in their year: book->trails. */
void workbook_trails_find(struct workbook *book);

/* Fills their sheet, once the data are written; nothing where there are none. */
void workbook_trails(struct workbook *book);

/* ---- workbook_projector.c ---- */

/* What is behind, what it needs, who must act, in large type. */
void workbook_projector(struct workbook *book, struct sheet *sheet);

/* ---- workbook_matrix.c ---- */

/* Organisations × indicators; nothing where only one organisation has goals. */
void workbook_matrix(struct workbook *book);

/* ---- workbook_groups.c ---- */

/* Groups with their members beneath; nothing where there is no group. */
void workbook_groups(struct workbook *book);

/* ---- workbook_notes.c ---- */

/* How the figures come about, the statuses, edges, units and files read. */
void workbook_notes(struct workbook *book);

#endif
