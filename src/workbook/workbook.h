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
#include "workbook_sheets.h"

struct diff_report;

/* What a workbook comes to. */
struct workbook_size {
    size_t cells;
    size_t parts; /* of the zip that it is */
};

/* About so much, for rows of so many organisations, a number of claims, `since` beside the last
 * meeting, and `sheets` of style.h. */
struct workbook_size workbook_size_of(size_t rows, size_t orgs, size_t claims, bool since,
                                      unsigned sheets);

/* Above this none is begun: it would take minutes to open, or be a zip that Excel does not read. */
enum { WORKBOOK_MOST_CELLS = 2000000 };
bool workbook_may_be(struct workbook_size size);

/* Writes the workbook to a temporary file beside path, verifies every part of it, syncs and
 * renames; the old file stays whatever fails. True when done. */
bool write_workbook(const char *path, const struct scorecard *card, const struct sources *sources,
                    const struct findings *findings, const struct style *style,
                    struct write_failure *failure);

/* The same with one sheet alone: what has changed since the last meeting, without a book. */
bool write_since(const char *path, const struct diff_report *report, enum language lang,
                 struct write_failure *failure);

#endif
