/* SPDX-License-Identifier: MIT */
/*
 * What stands in the cells of a workbook (.xlsx), whichever program saved it: Excel, LibreOffice,
 * Gnumeric, WPS, Google Sheets, openpyxl.
 *
 * Values only: a formula counts by the result stored beside it. Numbers are kept as exact decimals
 * of 15 digits, which is what a person sees and types; days are told from numbers by the cell's
 * style, in both calendars (1900, 1904), and are days here. Texts come in NFC, rich ones without
 * their looks, `_x0041_` read as the character it stands for. Limits: package.h, and those below.
 */
#ifndef TIENDO_READ_WORKBOOK_H
#define TIENDO_READ_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "package.h"
#include "pool.h"

enum {
    WORKBOOK_CELLS = 2000000,      /* of all sheets */
    WORKBOOK_TEXT = 32767,         /* characters of one text */
    WORKBOOK_ROWS = 1048576,       /* of a sheet */
    WORKBOOK_COLUMNS = 16384,      /* the same */
    WORKBOOK_MERGED_MOST = 100000, /* merged areas of a sheet */
    READ_NUMBER = 352,             /* bytes that hold a number: 308 digits, sign, point, end */
};

enum read_cell_kind {
    READ_EMPTY,   /* it has a look only */
    READ_DECIMAL, /* text: as a plain decimal, "1234.5" */
    READ_DAY,     /* day; text: as typed, "2024-06-30" */
    READ_TEXT,    /* text */
    READ_BOOLEAN, /* text: "true" or "false" */
    READ_ERROR,   /* text: "#REF!" */
};

struct read_cell {
    uint32_t row; /* from 0 */
    uint32_t column;
    enum read_cell_kind kind;
    struct date day;
    double serial;    /* the number behind a decimal or a day */
    const char *text; /* never NULL */
    bool percent;     /* the look shows it with %: 0.5 is seen as 50 % */
    bool formula;     /* what stands there was computed */
};

/* A rectangle of cells made one, both corners included. */
struct read_area {
    uint32_t first_row;
    uint32_t first_column;
    uint32_t last_row;
    uint32_t last_column;
};

struct read_sheet {
    const char *name;
    bool hidden;
    struct read_cell *cells;  /* stb_ds array, row by row, from left to right */
    struct read_area *merged; /* stb_ds array */
};

struct read_workbook {
    struct read_sheet *sheets; /* stb_ds array, in the order of the tabs */
    struct pool pool;          /* owns the texts */
    bool from_1904;            /* days count from 1904 */
};

/* False with *failure filled when it cannot be read; the workbook is to be cleared in any case. */
bool workbook_read(struct read_workbook *workbook, const char *path,
                   struct package_failure *failure);
void workbook_read_clear(struct read_workbook *workbook);

/* The cell of a sheet, or NULL: nothing stands there. */
const struct read_cell *sheet_read_cell(const struct read_sheet *sheet, uint32_t row,
                                        uint32_t column);

/* The merged area that covers a cell, or NULL. */
const struct read_area *sheet_read_merged(const struct read_sheet *sheet, uint32_t row,
                                          uint32_t column);
/* The day of a serial number, in the workbook's calendar; no date when it is none. */
struct date workbook_read_day(const struct read_workbook *workbook, double serial);

#endif
