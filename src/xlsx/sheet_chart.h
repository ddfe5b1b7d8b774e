/* SPDX-License-Identifier: MIT */
/*
 * Charts of libxlsxwriter, with their caches filled: it would store 0 for every cell with a
 * formula, and a preview that does not compute would show empty charts.
 */
#ifndef TIENDO_SHEET_CHART_H
#define TIENDO_SHEET_CHART_H

#include <xlsxwriter.h>

#include "pool.h"
#include "sheet.h"

/* The size of a chart that is not scaled, in pixels. */
enum { CHART_WIDTH = 480, CHART_HEIGHT = 288 };

/* The chart, owned by the workbook, whose cells stand on the sheet of that name; NULL when it
 * cannot be made, *failed then says why. The pool keeps its texts. */
lxw_chart *chart_make(lxw_workbook *workbook, const char *sheet, const struct chart *chart,
                      struct pool *pool, const char **failed);
lxw_chart *line_chart_make(lxw_workbook *workbook, const char *sheet,
                           const struct line_chart *chart, struct pool *pool, const char **failed);

#endif
