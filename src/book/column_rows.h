/* SPDX-License-Identifier: MIT */
/*
 * Every column that a row of a scorecard can be shown in, each as one row: its names in files,
 * options, JSON and CSV, its words in both languages, its widths, and how its figure is printed.
 *
 * The rows stand in the order of a full table. Each room takes from them what it may know: core
 * the enums (here) and the keys (words.h), the table everything else (columns.h, table.c,
 * row_fields.c). A new column is one row; a column that is no figure also has a function in table.c
 * that fills it.
 */
#ifndef TIENDO_COLUMN_ROWS_H
#define TIENDO_COLUMN_ROWS_H

#include <stdbool.h>

/*
 * FIGURE(name, place, key, field place, field, measure, measure of the other end, ...)
 *     a measure, also a column of official tables and a field of JSON and CSV
 * OFFICIAL(name, place, key, fill, ...)
 *     no measure; also a column of official tables
 * OTHER(name, key, fill, ...)
 *     no measure; on the terminal only
 *
 *  name     COLUMN_name, and in official tables TABLE_name
 *  key      in --columns and in a report's columns
 *  place    among the official columns, and field place among the fields: from 0 without a gap;
 *           a new one comes last. Whoever lists the keys lists them in this order
 *  field    the key in JSON and CSV; that of the other end has "_high" behind it
 *  fill     the function of table.c that fills a cell
 *  ...      members of struct column (columns.h)
 */
#define COLUMN_ROWS(FIGURE, OFFICIAL, OTHER)                                                       \
    OFFICIAL(NUMBER, 0, "number", fill_number, .heading = {"STT", "No."}, .title = {"STT", "No."}, \
             .align = ALIGN_CENTRE, .min_width = 3, .sheet = {{"STT", "No."}, 5, .letter = 'A'})   \
    OTHER(ORG, "org", fill_org, .heading = {"Đơn vị", "Organisation"},                             \
          .title = {"Đơn vị", "Organisation"}, .align = ALIGN_LEFT, .min_width = 10,               \
          .max_width = 30)                                                                         \
    OFFICIAL(NAME, 1, "name", fill_name, .heading = {"Chỉ tiêu", "Goal"},                          \
             .title = {"Chỉ tiêu", "Goal"}, .align = ALIGN_LEFT, .min_width = 16, .max_width = 46, \
             .usual = true, .sheet = {{"Chỉ tiêu", "Indicator"}, 36, .letter = 'B'})               \
    OFFICIAL(UNIT, 2, "unit", fill_unit, .heading = {"Đơn vị tính", "Unit"},                       \
             .title = {"Đơn vị tính", "Unit"}, .align = ALIGN_LEFT, .min_width = 4,                \
             .max_width = 11, .usual = true,                                                       \
             .sheet = {{"Đơn vị\ntính", "Unit"}, 12, .letter = 'C'})                               \
    FIGURE(LAST_YEAR, 3, "last_year", 7, "baseline", M_BASE, NO_HIGH, .look = LOOK_FIGURE,         \
           .edge = EDGE_ACTUAL, .heading = {"TH năm trước", "Last year"},                          \
           .title = {"Thực hiện năm trước", "Last year"}, .align = ALIGN_RIGHT, .min_width = 6,    \
           .sheet = {{"Thực hiện\nnăm %d", "Actual\n%d"}, 9.6, .fits = true})                      \
    OTHER(LAST_YEAR_DATE, "last_year_date", fill_last_year_date,                                   \
          .heading = {"Ngày số năm trước", "Dated"},                                               \
          .title = {"Ngày của số năm trước", "Date of last year's figure"}, .align = ALIGN_LEFT,   \
          .min_width = 10)                                                                         \
    FIGURE(LAST_YEAR_SAME, 4, "last_year_same", 8, "last_year_same", M_SAME, NO_HIGH,              \
           .look = LOOK_FIGURE, .edge = EDGE_ACTUAL, .heading = {"Cùng kỳ", "Same period"},        \
           .title = {"Cùng kỳ năm trước", "Same period last year"}, .align = ALIGN_RIGHT,          \
           .min_width = 6, .sheet = {{"Cùng kỳ\nnăm %d", "Same\nperiod\n%d"}, 9.6, .fits = true})  \
    OFFICIAL(TARGET, 7, "target", fill_target, .heading = {"Kế hoạch", "Target"},                  \
             .title = {"Kế hoạch năm", "Target"}, .align = ALIGN_RIGHT, .min_width = 8,            \
             .max_width = 10, .usual = true,                                                       \
             .sheet = {{"Kế hoạch\nnăm %d", "Target\n%d"}, 9.6, .fits = true})                     \
    OFFICIAL(TARGET_ORIGINAL, 6, "target_original", fill_target_original,                          \
             .heading = {"KH ban đầu", "First target"},                                            \
             .title = {"Kế hoạch giao ban đầu", "Target as first assigned"}, .align = ALIGN_RIGHT, \
             .min_width = 8,                                                                       \
             .sheet = {{"KH giao\nban đầu", "Target as\nfirst\nassigned"}, 9.6, .fits = true})     \
    OFFICIAL(TARGET_BY, 5, "target_by", fill_target_by, .heading = {"Nơi giao", "Assigned by"},    \
             .title = {"Nơi giao kế hoạch", "Assigned by"}, .align = ALIGN_LEFT, .min_width = 8,   \
             .max_width = 24, .sheet = {{"Nơi giao", "Assigned by"}, 18})                          \
    OFFICIAL(LAST_MEETING, 33, "last_meeting", fill_nothing, .since = true,                        \
             .heading = {"Kỳ trước", "Last meeting"},                                              \
             .title = {"Số của kỳ trước (cùng --since)", "Last meeting's figure (with --since)"},  \
             .align = ALIGN_RIGHT, .min_width = 8,                                                 \
             .sheet = {{"Kỳ trước", "Last\nmeeting"}, 9.6, .fits = true})                          \
    OFFICIAL(ACTUAL, 8, "actual", fill_actual, .heading = {"Thực hiện", "Actual"},                 \
             .title = {"Thực hiện", "Actual"}, .align = ALIGN_RIGHT, .min_width = 8,               \
             .usual = true, .sheet = {{"Thực hiện\n%s", "Actual\n%s"}, 9.6, .fits = true})         \
    OFFICIAL(CHANGE, 34, "change", fill_nothing, .since = true, .heading = {"Đổi", "Moved"},       \
             .title = {"Thay đổi từ kỳ trước (cùng --since)",                                      \
                       "Change since the last meeting (with --since)"},                            \
             .align = ALIGN_CENTRE, .min_width = 5, .sheet = {{"Đổi", "Moved"}, 6})                \
    OFFICIAL(ACTUAL_DATE, 9, "actual_date", fill_actual_date,                                      \
             .heading = {"Ngày số liệu", "Figure of"},                                             \
             .title = {"Ngày của số liệu", "Date of the figure"}, .align = ALIGN_LEFT,             \
             .min_width = 10, .sheet = {{"Ngày của\nsố liệu", "Date of\nfigure"}, 12})             \
    FIGURE(ATTAINMENT, 10, "attainment", 0, "attainment_pct", M_ATTAINMENT, M_ATTAINMENT_HIGH,     \
           .look = LOOK_PERCENT, .edge = EDGE_WHOLE, .strict = true,                               \
           .heading = {"% KH", "% of plan"}, .title = {"So với kế hoạch (%)", "Attainment (%)"},   \
           .align = ALIGN_RIGHT, .min_width = 8, .max_width = 9, .usual = true,                    \
           .sheet = {{"So KH\n(%%)", "Of target\n(%%)"}, 12})                                      \
    FIGURE(ATTAINMENT_ORIGINAL, 11, "attainment_original", 1, "attainment_original_pct",           \
           M_ATTAINMENT_ORIGINAL, NO_HIGH, .look = LOOK_PERCENT, .edge = EDGE_WHOLE,               \
           .heading = {"% KH ban đầu", "% of first"},                                              \
           .title = {"So với kế hoạch ban đầu (%)", "Attainment of the first (%)"},                \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"So KH ban\nđầu (%%)", "Of first\ntarget (%%)"}, 11})                        \
    FIGURE(VS_LAST_YEAR, 13, "vs_last_year", 9, "vs_last_year_pct", M_VS_LAST_YEAR, NO_HIGH,       \
           .look = LOOK_PERCENT, .edge = EDGE_WHOLE, .heading = {"% cùng kỳ", "% last year"},      \
           .title = {"So với cùng kỳ (%)", "Of same period last year (%)"}, .align = ALIGN_RIGHT,  \
           .min_width = 6, .sheet = {{"So cùng kỳ\n(%%)", "Of last\nyear (%%)"}, 11})              \
    FIGURE(VS_LAST_YEAR_GAP, 26, "vs_last_year_gap", 15, "vs_last_year_gap", M_VS_LAST_YEAR_GAP,   \
           NO_HIGH, .look = LOOK_DIFFERENCE, .edge = EDGE_ZERO,                                    \
           .heading = {"± cùng kỳ", "± last year"},                                                \
           .title = {"Tăng, giảm so với cùng kỳ", "Change on same period last year"},              \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Tăng, giảm\nso cùng kỳ", "Change on\nlast year"}, 12, .fits = true})        \
    FIGURE(TARGET_VS_LAST_YEAR, 27, "target_vs_last_year", 16, "target_vs_last_year_pct",          \
           M_TARGET_VS_LAST_YEAR, NO_HIGH, .look = LOOK_PERCENT, .edge = EDGE_WHOLE,               \
           .heading = {"KH/năm trước", "Target/last"},                                             \
           .title = {"Kế hoạch so với thực hiện năm trước (%)", "Target of last year's (%)"},      \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"KH so TH\nnăm trước\n(%%)", "Target of\nlast year\n(%%)"}, 10})             \
    FIGURE(TARGET_VS_LAST_YEAR_GAP, 28, "target_vs_last_year_gap", 17, "target_vs_last_year_gap",  \
           M_TARGET_VS_LAST_YEAR_GAP, NO_HIGH, .look = LOOK_DIFFERENCE, .edge = EDGE_ZERO,         \
           .heading = {"KH ± năm trước", "Target ±"},                                              \
           .title = {"Kế hoạch tăng, giảm so với năm trước (điểm %)",                              \
                     "Target against last year's (points)"},                                       \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"KH tăng,\ngiảm so\nnăm trước", "Target on\nlast year"}, 12, .fits = true})  \
    FIGURE(GAP, 12, "gap", 2, "gap", M_GAP, M_GAP_HIGH, .look = LOOK_DIFFERENCE,                   \
           .edge = EDGE_ZERO, .strict = true, .heading = {"Chênh lệch", "Gap"},                    \
           .title = {"Chênh lệch so với kế hoạch", "Gap to target"}, .align = ALIGN_RIGHT,         \
           .min_width = 6, .sheet = {{"Chênh lệch\nso KH", "Gap to\ntarget"}, 12, .fits = true})   \
    FIGURE(LEFT, 20, "left", 3, "left", M_LEFT, NO_HIGH, .look = LOOK_FIGURE, .edge = EDGE_ZERO,   \
           .heading = {"Còn lại", "Left"}, .title = {"Còn lại", "Left to do"},                     \
           .align = ALIGN_RIGHT, .min_width = 6, .usual = true,                                    \
           .sheet = {{"Còn lại", "Left to do"}, 10, .fits = true})                                 \
    FIGURE(PROGRESS, 14, "progress", 4, "progress_pct", M_PROGRESS, M_PROGRESS_HIGH,               \
           .look = LOOK_PERCENT, .edge = EDGE_WHOLE, .heading = {"Tiến triển", "Progress"},        \
           .title = {"Tiến triển từ số gốc (%)", "Progress from baseline (%)"},                    \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Tiến triển\ntừ số gốc\n(%%)", "Progress\nfrom base\n(%%)"}, 10})            \
    FIGURE(ELAPSED, 15, "elapsed", 5, "elapsed_pct", M_ELAPSED, NO_HIGH, .look = LOOK_PERCENT,     \
           .edge = EDGE_WHOLE, .heading = {"Đã qua", "Elapsed"},                                   \
           .title = {"Thời gian đã qua (%)", "Time elapsed (%)"}, .align = ALIGN_RIGHT,            \
           .min_width = 6, .sheet = {{"Thời gian\nđã qua\n(%%)", "Elapsed\n(%%)"}, 10})            \
    FIGURE(EXPECTED, 16, "expected", 6, "expected", M_EXPECTED, NO_HIGH, .look = LOOK_DERIVED,     \
           .edge = EDGE_ACTUAL, .heading = {"Mốc đến nay", "Due by now"},                          \
           .title = {"Mức phải đạt đến nay", "Expected by now"}, .align = ALIGN_RIGHT,             \
           .min_width = 6, .usual = true,                                                          \
           .sheet = {{"Mức phải\nđạt đến\nnay", "Expected\nby now"}, 9.6, .fits = true})           \
    FIGURE(ESTIMATE, 17, "estimate", 12, "estimate", M_ESTIMATE, M_ESTIMATE_HIGH,                  \
           .look = LOOK_FIGURE, .edge = EDGE_TARGET, .heading = {"Ước TH", "Estimate"},            \
           .title = {"Ước thực hiện cả năm", "Officer's estimate"}, .align = ALIGN_RIGHT,          \
           .min_width = 6,                                                                         \
           .sheet = {{"Ước thực\nhiện cả\nnăm", "Estimate,\nfull year"}, 9.6, .fits = true})       \
    FIGURE(ESTIMATE_ATTAINMENT, 29, "estimate_attainment", 18, "estimate_attainment_pct",          \
           M_ESTIMATE_ATTAINMENT, NO_HIGH, .look = LOOK_PERCENT, .edge = EDGE_WHOLE,               \
           .heading = {"% ước/KH", "% est./plan"},                                                 \
           .title = {"Ước thực hiện so với kế hoạch (%)", "Estimate of the target (%)"},           \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Ước so KH\n(%%)", "Estimate\nof target\n(%%)"}, 10})                        \
    FIGURE(ESTIMATE_VS_LAST_YEAR, 30, "estimate_vs_last_year", 19, "estimate_vs_last_year_pct",    \
           M_ESTIMATE_VS_LAST_YEAR, NO_HIGH, .look = LOOK_PERCENT, .edge = EDGE_WHOLE,             \
           .heading = {"% ước/năm trước", "% est./last"},                                          \
           .title = {"Ước thực hiện so với năm trước (%)", "Estimate of last year's (%)"},         \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Ước so TH\nnăm trước\n(%%)", "Estimate\nof last\nyear (%%)"}, 10})          \
    FIGURE(                                                                                        \
        ESTIMATE_VS_LAST_YEAR_GAP, 31, "estimate_vs_last_year_gap", 20,                            \
        "estimate_vs_last_year_gap", M_ESTIMATE_VS_LAST_YEAR_GAP, NO_HIGH,                         \
        .look = LOOK_DIFFERENCE, .edge = EDGE_ZERO, .heading = {"Ước ± năm trước", "Est. ± last"}, \
        .title = {"Ước thực hiện tăng, giảm so với năm trước (điểm %)",                            \
                  "Estimate against last year's (points)"},                                        \
        .align = ALIGN_RIGHT, .min_width = 6,                                                      \
        .sheet = {{"Ước tăng,\ngiảm so\nnăm trước", "Estimate on\nlast year"}, 12, .fits = true})  \
    OFFICIAL(ESTIMATE_STATUS, 32, "estimate_status", fill_estimate_status,                         \
             .heading = {"Đánh giá ước", "Estimate says"},                                         \
             .title = {"Đánh giá theo ước thực hiện", "Status by the estimate"},                   \
             .align = ALIGN_LEFT, .min_width = 12, .max_width = 18,                                \
             .sheet = {{"Đánh giá\ntheo ước", "By the\nestimate"}, 16})                            \
    FIGURE(FORECAST, 18, "forecast", 10, "forecast_run_rate", M_RUN_RATE, NO_HIGH,                 \
           .look = LOOK_DERIVED, .edge = EDGE_TARGET, .heading = {"Dự báo", "Forecast"},           \
           .title = {"Dự báo cả năm theo đà hiện nay", "Forecast at this pace"},                   \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Dự báo\ncả năm", "Forecast"}, 9.6, .fits = true})                           \
    FIGURE(FORECAST_SEASONAL, 19, "forecast_seasonal", 11, "forecast_seasonal", M_SEASONAL,        \
           NO_HIGH, .look = LOOK_DERIVED, .edge = EDGE_TARGET,                                     \
           .heading = {"Dự báo mùa vụ", "Seasonal"},                                               \
           .title = {"Dự báo cả năm theo mùa vụ năm trước", "Seasonal forecast"},                  \
           .align = ALIGN_RIGHT, .min_width = 6,                                                   \
           .sheet = {{"Dự báo\ntheo mùa", "Seasonal\nforecast"}, 9.6, .fits = true})               \
    FIGURE(NEEDED, 21, "needed", 13, "needed_per_month", M_NEEDED, NO_HIGH, .look = LOOK_DERIVED,  \
           .edge = EDGE_ACHIEVED, .heading = {"Cần/tháng", "Needed/mo"},                           \
           .title = {"Cần làm mỗi tháng từ nay", "Needed per month from now"},                     \
           .align = ALIGN_RIGHT, .min_width = 6, .usual = true,                                    \
           .sheet = {{"Cần mỗi\ntháng", "Needed\nper month"}, 9.6, .fits = true})                  \
    FIGURE(ACHIEVED, 22, "achieved", 14, "achieved_per_month", M_ACHIEVED, NO_HIGH,                \
           .look = LOOK_DERIVED, .edge = EDGE_ZERO, .heading = {"Đã làm/tháng", "Done/mo"},        \
           .title = {"Đã làm mỗi tháng", "Achieved per month so far"}, .align = ALIGN_RIGHT,       \
           .min_width = 6, .sheet = {{"Đã làm\nmỗi tháng", "Done per\nmonth"}, 9.6, .fits = true}) \
    OFFICIAL(STATUS, 23, "status", fill_status, .heading = {"Đánh giá", "Status"},                 \
             .title = {"Đánh giá", "Status"}, .align = ALIGN_LEFT, .min_width = 12,                \
             .max_width = 22, .usual = true, .sheet = {{"Đánh giá", "Status"}, 26})                \
    OFFICIAL(NOTE, 24, "note", fill_note, .heading = {"Ghi chú", "Notes"},                         \
             .title = {"Ghi chú", "Notes"}, .align = ALIGN_LEFT, .min_width = 16, .max_width = 40, \
             .sheet = {{"Ghi chú", "Note"}, 21})                                                   \
    OFFICIAL(SOURCE, 25, "source", fill_source, .heading = {"Nguồn", "Source"},                    \
             .title = {"Nguồn số liệu", "Source"}, .align = ALIGN_LEFT, .min_width = 16,           \
             .max_width = 40, .sheet = {{"Nguồn số liệu", "Source"}, 21})                          \
    OTHER(AS_OF, "as_of", fill_as_of, .heading = {"Tính đến", "As of"},                            \
          .title = {"Tính đến ngày", "As of"}, .align = ALIGN_LEFT, .min_width = 10)               \
    OTHER(YEAR, "year", fill_year, .heading = {"Năm", "Year"}, .title = {"Năm", "Year"},           \
          .align = ALIGN_CENTRE, .min_width = 4)

#define NO_HIGH MEASURE_COUNT /* the figure has one end */

/* A macro for rows that do not matter where the others are listed. */
#define COLUMN_NOTHING(...)

#define COLUMN_ID(name, ...) COLUMN_##name,
enum column_id { COLUMN_ROWS(COLUMN_ID, COLUMN_ID, COLUMN_ID) COLUMN_COUNT };
#undef COLUMN_ID

/* Columns that an official table may have, by their places. The first two always stand first. */
#define COLUMN_TABLE_ID(name, place, ...) TABLE_##name = (place),
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a term of a sum, not a value */
#define COLUMN_ONE(...) +1
enum table_column_id {
    COLUMN_ROWS(COLUMN_TABLE_ID, COLUMN_TABLE_ID, COLUMN_NOTHING) TABLE_SHOWN =
        0 COLUMN_ROWS(COLUMN_ONE, COLUMN_ONE, COLUMN_NOTHING)
};

/* How many of the columns are figures. */
enum { FIGURE_COUNT = 0 COLUMN_ROWS(COLUMN_ONE, COLUMN_NOTHING, COLUMN_NOTHING) };
#undef COLUMN_TABLE_ID
#undef COLUMN_ONE

#endif
