/* SPDX-License-Identifier: MIT */
/*
 * How a renderer is to write: language, colours, width, and which columns and sheets were asked
 * for. Everything is borrowed.
 */
#ifndef TIENDO_STYLE_H
#define TIENDO_STYLE_H

#include <stdbool.h>

#include "language.h"
#include "progress.h"

struct diff_report;
struct selection;

struct style {
    enum language lang;         /* of all texts for people */
    bool color;                 /* terminal colours */
    int width;                  /* columns of the terminal; 0: unlimited (not a terminal) */
    const char *const *columns; /* --columns: keys of the table's columns, NULL: the default ones */
    int columns_count;          /* of them */
    const struct selection *asked;   /* of which rows, where tables are to say so; or NULL */
    const struct diff_report *since; /* the last meeting, for a workbook to show it; or NULL */
    unsigned sheets;                 /* --sheets: bits 1 << enum workbook_sheet; 0: all */
    struct progress *progress;       /* told of rows written, or NULL */
    int jobs;                        /* threads that read a written workbook back; 0: one */
};

#endif
