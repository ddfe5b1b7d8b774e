/* SPDX-License-Identifier: MIT */
/*
 * The kinds of sheets of a workbook.
 */
#ifndef TIENDO_WORKBOOK_SHEETS_H
#define TIENDO_WORKBOOK_SHEETS_H

#include "label.h"

/* In the order of the workbook. */
enum workbook_sheet {
    WORKBOOK_OVERVIEW,
    WORKBOOK_ENTRY,  /* where figures are typed */
    WORKBOOK_TABLES, /* one for each organisation */
    WORKBOOK_SINCE,  /* where a last meeting is named */
    WORKBOOK_MATRIX,
    WORKBOOK_GROUPS,
    WORKBOOK_CHECKS,
    WORKBOOK_DATA,
    WORKBOOK_NOTES,
    WORKBOOK_SHEETS
};

/* The key of a kind ("overview"), and what it holds, in words. */
const char *workbook_sheet_key(enum workbook_sheet kind);
const char *workbook_sheet_title(enum workbook_sheet kind, enum language lang);

/* The kind of this key or of a Vietnamese name, with or without marks, or WORKBOOK_SHEETS. */
enum workbook_sheet workbook_sheet_find(const char *word);

#endif
