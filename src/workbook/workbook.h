/* SPDX-License-Identifier: MIT */
/*
 * The workbook: a scorecard as an Excel file. The way into this folder.
 */
#ifndef TIENDO_WORKBOOK_H
#define TIENDO_WORKBOOK_H

#include <stdbool.h>

#include "finding.h"
#include "safe_file.h"
#include "scorecard.h"
#include "source.h"
#include "style.h"

/* The kinds of sheets of a workbook, in its order. */
enum workbook_sheet {
    WORKBOOK_OVERVIEW,
    WORKBOOK_TABLES, /* one for each organisation */
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

/* Writes the workbook to a temporary file beside path, verifies every part of it, syncs and
 * renames; the old file stays whatever fails. True when done. */
bool write_workbook(const char *path, const struct scorecard *card, const struct sources *sources,
                    const struct findings *findings, const struct style *style,
                    struct write_failure *failure);

#endif
