/* SPDX-License-Identifier: MIT */
#include "sheet_chart.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_clean.h"

#define FONT "Times New Roman"

enum { RANGE_TEXT = 256, COLOUR_LINES = 0xBFBFBF, COLOUR_EDGE = 0x808080, WHITE = 0xFFFFFF };

static const char *const no_memory = "no memory for a chart";

/* Copies of what the library takes as text it may write to. */
struct making {
    lxw_chart *chart;
    const struct chart *wanted;     /* bars, or NULL */
    const struct line_chart *lines; /* or lines */
    uint32_t first_row;             /* of the cells of a series */
    uint16_t count;                 /* of them */
    const char *sheet;
    struct pool *pool;
};

static char *kept(const struct making *making, const char *text) {
    return (char *)pool_text(making->pool, text, strlen(text));
}

static lxw_chart_font font_of(const struct making *making, double size, uint32_t ink) {
    return (lxw_chart_font){.name = kept(making, FONT), .size = size, .color = ink};
}

/* ---- cells and their caches ---- */

/* ='Sheet'!$B$5:$B$9 */
static bool range_text(const struct making *making, uint16_t column, char text[RANGE_TEXT]) {
    char first[CELL_NAME];
    char last[CELL_NAME];
    uint32_t row = making->first_row;
    cell_name(row, column, true, true, first);
    cell_name(row + making->count - 1, column, true, true, last);
    int n = snprintf(text, RANGE_TEXT, "='%s'!%s:%s", making->sheet, first, last);
    return n > 0 && n < RANGE_TEXT;
}

/* What the library frees with the chart must come from malloc(3). */
static bool cache_point(lxw_series_range *range, double number, const char *text) {
    struct lxw_series_data_point *point = calloc(1, sizeof *point);
    if (point == NULL) {
        return false;
    }
    point->number = number;
    if (text != NULL) {
        point->is_string = LXW_TRUE;
        point->string = strdup(text);
        range->has_string_cache = LXW_TRUE;
    }
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    range->num_data_points++;
    range->ignore_cache = LXW_TRUE; /* do not read the cells: formulas would count as 0 */
    return text == NULL || point->string != NULL;
}

static bool fill_caches(const struct making *making, lxw_chart_series *series,
                        const double *stored) {
    bool good = true;
    for (uint16_t i = 0; good && i < making->wanted->categories; i++) {
        const char *name = sheet_text_clean(making->pool, making->wanted->names[i]);
        good = name != NULL && isfinite(stored[i]) && cache_point(series->categories, 0, name) &&
               cache_point(series->values, stored[i], NULL);
    }
    return good;
}

/* ---- looks ---- */

/* A mark is a short, thick error bar: bars, lines and markers are drawn differently everywhere.
 * LibreOffice gives it ends as thick, so it is no higher than wide. */
static void make_mark(lxw_chart_series *series, enum chart_mark mark, double full) {
    const double reach = (mark == MARK_HALO ? 0.0075 : 0.0035) * full;
    lxw_chart_fill fill = {.none = LXW_TRUE};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_line line = {.color = mark == MARK_HALO ? WHITE : LXW_COLOR_BLACK,
                           .width = mark == MARK_HALO ? 10 : 7};
    lxw_series_error_bars *bars = series->x_error_bars;
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &no_line);
    chart_series_set_error_bars(bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, reach);
    chart_series_set_error_bars_endcap(bars, LXW_CHART_ERROR_BAR_NO_CAP);
    chart_series_set_error_bars_line(bars, &line);
}

static void make_bars(const struct making *making, lxw_chart_series *series,
                      const struct chart_series *look) {
    lxw_chart_line line = {.none = look->line == 0, .color = look->line, .width = 0.75};
    lxw_chart_fill fill = {.none = look->paper == 0, .color = look->paper};
    lxw_chart_pattern hatch = {
        .fg_color = look->paper, .bg_color = WHITE, .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    chart_series_set_line(series, &line);
    if (look->hatched) {
        chart_series_set_pattern(series, &hatch);
    } else {
        chart_series_set_fill(series, &fill);
    }
    if (look->label != NULL) {
        lxw_chart_font font = font_of(making, 10, look->ink);
        font.bold = LXW_TRUE;
        chart_series_set_labels(series);
        chart_series_set_labels_num_format(series, look->label);
        chart_series_set_labels_font(series, &font);
    }
}

static bool add_series(const struct making *making, const struct chart_series *look) {
    char categories[RANGE_TEXT];
    char values[RANGE_TEXT];
    if (!range_text(making, making->wanted->column, categories) ||
        !range_text(making, look->column, values)) {
        return false;
    }
    lxw_chart_series *series = chart_add_series(making->chart, categories, values);
    if (series == NULL || series->categories == NULL || series->values == NULL ||
        series->categories->data_cache == NULL || series->values->data_cache == NULL) {
        return false;
    }
    chart_series_set_name(series, look->name);
    if (look->mark != MARK_NONE) {
        make_mark(series, look->mark, making->wanted->full);
    } else {
        make_bars(making, series, look);
    }
    return fill_caches(making, series, look->stored);
}

/* In a chart of lying bars the library's y axis is the one of the categories. */
static void make_axes(const struct making *making) {
    lxw_chart *chart = making->chart;
    lxw_chart_font font = font_of(making, 10, LXW_COLOR_BLACK);
    lxw_chart_line edge = {.color = COLOUR_EDGE, .width = 0.75};
    lxw_chart_line grid = {
        .color = COLOUR_LINES, .width = 0.75, .dash_type = LXW_CHART_LINE_DASH_DASH};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    chart_axis_set_reverse(chart->y_axis);
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_set_line(chart->y_axis, &edge);
    chart_axis_set_interval_unit(chart->y_axis, 1); /* every name, even when it takes two lines */
    chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    if (making->wanted->stacked) {
        chart_axis_off(chart->x_axis);
        chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
        return;
    }
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_format(chart->x_axis, "0%");
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_set_max(chart->x_axis, making->wanted->full);
    chart_axis_set_major_unit(chart->x_axis, 0.5);
    chart_axis_set_line(chart->x_axis, &no_line);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
}

static void make_frame(const struct making *making) {
    lxw_chart_line no_line = {.none = LXW_TRUE};
    chart_title_off(making->chart);
    chart_chartarea_set_line(making->chart, &no_line);
    chart_legend_set_position(making->chart, LXW_CHART_LEGEND_NONE);
}

lxw_chart *chart_make(lxw_workbook *workbook, const char *sheet, const struct chart *chart,
                      struct pool *pool, const char **failed) {
    struct making making = {.wanted = chart,
                            .first_row = chart->first_row,
                            .count = chart->categories,
                            .sheet = sheet,
                            .pool = pool};
    making.chart = workbook_add_chart(workbook, chart->stacked ? LXW_CHART_BAR_STACKED_PERCENT
                                                               : LXW_CHART_BAR);
    *failed = no_memory;
    if (making.chart == NULL) {
        return NULL;
    }
    for (int i = 0; i < chart->series_count; i++) {
        if (!add_series(&making, &chart->series[i])) {
            return NULL; /* the workbook owns the chart, and is given up */
        }
    }
    make_axes(&making);
    make_frame(&making);
    chart_set_series_gap(making.chart, 40);
    chart_set_series_overlap(making.chart, 100);
    return making.chart;
}

/* ---- lines ---- */

static void look_of_line(const struct making *making, lxw_chart_series *series,
                         const struct chart_line *look) {
    static const uint8_t dashes[] = {
        [DASH_SOLID] = LXW_CHART_LINE_DASH_SOLID,
        [DASH_LONG] = LXW_CHART_LINE_DASH_DASH,
        [DASH_DOTS] = LXW_CHART_LINE_DASH_ROUND_DOT,
    };
    static_assert(sizeof dashes == DASH_DOTS + 1, "a kind of line has no dash");
    lxw_chart_line line = {
        .color = look->ink, .width = (float)look->width, .dash_type = dashes[look->dash]};
    lxw_chart_line edge = {.color = look->ink, .width = 0.75};
    lxw_chart_fill fill = {.color = look->ink};
    chart_series_set_name(series, kept(making, look->name));
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series,
                                 look->marked ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_NONE);
    if (look->marked) {
        chart_series_set_marker_size(series, 6);
        chart_series_set_marker_fill(series, &fill);
        chart_series_set_marker_line(series, &edge);
    }
}

static bool add_line(const struct making *making, const struct chart_line *look) {
    char x[RANGE_TEXT];
    char y[RANGE_TEXT];
    if (!range_text(making, look->x, x) || !range_text(making, look->y, y)) {
        return false;
    }
    lxw_chart_series *series = chart_add_series(making->chart, x, y);
    bool good = series != NULL && series->categories != NULL && series->values != NULL &&
                series->categories->data_cache != NULL && series->values->data_cache != NULL;
    for (uint16_t i = 0; good && i < making->count; i++) {
        good = isfinite(look->stored_x[i]) && isfinite(look->stored_y[i]) &&
               cache_point(series->categories, look->stored_x[i], NULL) &&
               cache_point(series->values, look->stored_y[i], NULL);
    }
    if (good) {
        look_of_line(making, series, look);
    }
    return good;
}

static void make_line_axes(const struct making *making) {
    enum { MONTHS = 12, QUARTER = 3 };
    lxw_chart *chart = making->chart;
    lxw_chart_font font = font_of(making, 10, LXW_COLOR_BLACK);
    lxw_chart_line edge = {.color = COLOUR_EDGE, .width = 0.75};
    lxw_chart_line grid = {
        .color = COLOUR_LINES, .width = 0.5, .dash_type = LXW_CHART_LINE_DASH_SOLID};
    lxw_chart_line no_line = {.none = LXW_TRUE};
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_format(chart->x_axis, making->lines->months);
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_set_max(chart->x_axis, MONTHS);
    chart_axis_set_major_unit(chart->x_axis, QUARTER);
    chart_axis_set_line(chart->x_axis, &edge);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_set_num_format(chart->y_axis, "[>=1000]#,##0;General");
    chart_axis_set_line(chart->y_axis, &no_line);
    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
}

lxw_chart *line_chart_make(lxw_workbook *workbook, const char *sheet,
                           const struct line_chart *chart, struct pool *pool, const char **failed) {
    struct making making = {.lines = chart,
                            .first_row = chart->first_row,
                            .count = chart->points,
                            .sheet = sheet,
                            .pool = pool};
    making.chart = workbook_add_chart(workbook, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
    *failed = no_memory;
    bool good = making.chart != NULL;
    for (int i = 0; good && i < chart->line_count; i++) {
        good = add_line(&making, &chart->lines[i]);
    }
    if (!good) {
        return NULL; /* the workbook owns the chart, and is given up */
    }
    make_line_axes(&making);
    make_frame(&making);
    return making.chart;
}
