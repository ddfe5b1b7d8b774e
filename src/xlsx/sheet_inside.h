/* SPDX-License-Identifier: MIT */
/*
 * A workbook being written, as sheet.c (its life) and sheet_cells.c (its cells and pages) see it.
 * Only for them.
 */
#ifndef TIENDO_SHEET_INSIDE_H
#define TIENDO_SHEET_INSIDE_H

#include <xlsxwriter.h>

#include "sheet.h"
#include "sheet_clean.h"
#include "sheet_look.h"

#define POINTS_OF_PIXEL 0.75
#define DEFAULT_WIDTH (64 * POINTS_OF_PIXEL) /* of a column */
#define DEFAULT_HEIGHT 15.0

struct sheet {
    struct sheets *sheets;    /* the workbook it belongs to */
    lxw_worksheet *worksheet; /* NULL when it could not be made: all calls then do nothing */
    const char *name;         /* as written, in the pool */
    struct area *merged;      /* stb_ds array */
    uint32_t merged_rows;     /* one past the last row of all of them */
    double *widths;           /* stb_ds array: of columns, in points; 0: hidden */
    double *heights;          /* the same of rows */
    bool hidden;              /* see sheet_hide() */
    bool free;                /* see sheet_free() */
    int links;                /* to files, so far */
    int comments;             /* so far */
};

struct sheets {
    lxw_workbook *workbook;       /* NULL when it could not be made */
    struct sheet **items;         /* stb_ds array, each allocated */
    struct taken_name *names;     /* stb_ds hash of their names */
    struct pool pool;             /* owns cleaned texts and names */
    struct looks looks;           /* formats already made */
    struct looks highlights;      /* … those of conditional formats */
    struct write_failure failure; /* the first, or WRITE_OK */
    struct system_point *point;   /* while numbers are written with a point */
};

/* Keeps the first failure; `where` is a sheet, a cell, a step. */
void sheets_fail(struct sheets *sheets, const char *where, const char *what);

#endif
