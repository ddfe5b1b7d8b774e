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

/* Writes the workbook to a temporary file beside path, verifies every part of it, syncs and
 * renames; the old file stays whatever fails. True when done. */
bool write_workbook(const char *path, const struct scorecard *card, const struct sources *sources,
                    const struct findings *findings, const struct style *style,
                    struct write_failure *failure);

#endif
