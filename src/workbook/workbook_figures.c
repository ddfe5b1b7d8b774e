/* SPDX-License-Identifier: MIT */
/* The exact figures and days behind the cells of a line: what its formulas give. */
#include "workbook_lines.h"

/* ---- figures ---- */

static struct quantity known(bool is, struct ratio value) {
    is = is && ratio_valid(value);
    return (struct quantity){.value = value, .why = is ? DEFINED : UNDEFINED_NO_DATA};
}

static struct quantity number(int value) {
    return known(true, ratio_int(value));
}

/* A quantity of the row as it is. */
#define OF_ROW(function, measure)                                                                  \
    static struct quantity function(const struct data_line *line) {                                \
        return line->row->is[measure];                                                             \
    }
OF_ROW(figure_base, M_BASE)
OF_ROW(figure_same, M_BY_NOW)
OF_ROW(figure_elapsed, M_ELAPSED)
OF_ROW(figure_expected, M_EXPECTED)
OF_ROW(figure_estimate, M_ESTIMATE)
OF_ROW(figure_seasonal, M_SEASONAL)
OF_ROW(figure_attainment, M_ATTAINMENT)
OF_ROW(figure_needed, M_NEEDED)
OF_ROW(figure_original, M_DECIDES_FIRST)
OF_ROW(figure_forecast, M_RUN_RATE)
OF_ROW(figure_due, M_DUE)

static struct quantity figure_year(const struct data_line *line) {
    return number(line->row->year);
}

static struct quantity figure_target_low(const struct data_line *line) {
    const struct row *row = line->row;
    enum target_kind kind = row->bounds.kind;
    bool ceiling = kind == TARGET_AT_MOST || kind == TARGET_LESS_THAN;
    bool grows_down = kind == TARGET_GROW && row->ceiling;
    return known(row_has_bounds(row) && !ceiling && !grows_down, row->bounds.low);
}

static struct quantity figure_target_high(const struct data_line *line) {
    const struct row *row = line->row;
    enum target_kind kind = row->bounds.kind;
    bool floor = kind == TARGET_AT_LEAST || kind == TARGET_MORE_THAN;
    bool grows_up = kind == TARGET_GROW && !row->ceiling;
    return known(row_has_bounds(row) && !floor && !grows_up, row->bounds.high);
}

static struct quantity figure_deciding(const struct data_line *line) {
    return known(row_has_bounds(line->row), row_decides(line->row));
}

static struct quantity figure_grow(const struct data_line *line) {
    const struct row *row = line->row;
    return known(row->has_target && row->bounds.kind == TARGET_GROW, row->bounds.grow);
}

static struct quantity figure_tolerance(const struct data_line *line) {
    const struct row *row = line->row;
    return known(row->has_target && row->bounds.kind == TARGET_ABOUT, row->bounds.tolerance);
}

static struct quantity figure_low(const struct data_line *line) {
    return known(line->row->has_actual, line->row->low);
}

static struct quantity figure_high(const struct data_line *line) {
    return known(line->row->has_actual, line->row->high);
}

static struct quantity figure_months_left(const struct data_line *line) {
    struct ratio all = window_months(line->row->window);
    return known(line->row->has_actual,
                 ratio_sub(all, window_months_gone(line->row->window, line->row->date)));
}

static struct quantity figure_counted(const struct data_line *line) {
    return number(line->row->goal);
}

static struct quantity figure_reporting(const struct data_line *line) {
    return known(line->row->rolled_up, ratio_int(line->row->members_reporting));
}

static struct quantity figure_members(const struct data_line *line) {
    return known(line->row->rolled_up, ratio_int(line->row->members_total));
}

/* ---- helpers ---- */

static struct date date_seen(const struct data_line *line) {
    return line->row->has_actual ? line->row->date : line->row->as_of;
}

static struct quantity figure_whole(const struct data_line *line) {
    struct date end = date_next(date_seen(line));
    struct date first = line->row->window.first;
    int months = (end.year - first.year) * 12 + end.month - first.month;
    return number(months - (end.day < first.day));
}

static struct quantity figure_months(const struct data_line *line) {
    return known(true, window_months_gone(line->row->window, date_seen(line)));
}

static struct quantity figure_last_total(const struct data_line *line) {
    struct quantity none = known(false, ratio_int(0));
    return line->indicator->kind == KIND_FLOW ? line->row->is[M_LAST_TOTAL] : none;
}

static struct quantity figure_weighted(const struct data_line *line) {
    return weight_figure(line, DATA_WEIGHTED);
}

static struct quantity figure_weight(const struct data_line *line) {
    return weight_figure(line, DATA_WEIGHT);
}

int day_number(struct date date) {
    return date_days(date) - date_days(date_of(1899, 12, 30));
}

static struct quantity figure_reported(const struct data_line *line) {
    return number(line_reported(line) ? day_number(date_seen(line)) : 0);
}

static struct quantity figure_partial(const struct data_line *line) {
    return number(line->row->partial && !line->row->each_group);
}

static struct quantity figure_rank_low(const struct data_line *line) {
    const struct row *row = line->row;
    return row->each_group ? known(line->each_live, ratio_int(worst_rank(line)))
                           : row->is[M_STATUS_LOW];
}

static struct quantity figure_rank_high(const struct data_line *line) {
    const struct row *row = line->row;
    return known(!row->each_group, row->is[M_STATUS_HIGH].value);
}

static struct quantity figure_rank(const struct data_line *line) {
    const struct row *row = line->row;
    return known(!row->each_group, ratio_int(status_rank(row->computed_status, row->not_due)));
}

static struct quantity figure_final(const struct data_line *line) {
    return number((int)status_rank(line->row->status, line->row->not_due));
}

static struct quantity figure_line(const struct data_line *line) {
    return number(line->index);
}

/* ---- dates ---- */

#define DATE_OF_ROW(function, field)                                                               \
    static struct date function(const struct data_line *line) {                                    \
        return line->row->field;                                                                   \
    }
DATE_OF_ROW(date_as_of, as_of)
DATE_OF_ROW(date_base, baseline_date)
DATE_OF_ROW(date_same, last_year_by_now_date)
DATE_OF_ROW(date_actual, date)
DATE_OF_ROW(date_estimate, estimate_date)
DATE_OF_ROW(date_first, window.first)
DATE_OF_ROW(date_last, window.last)

/* ---- by column ---- */

static struct quantity (*const figures[DATA_COUNT])(const struct data_line *line) = {
    [DATA_YEAR] = figure_year,
    [DATA_BASE] = figure_base,
    [DATA_SAME] = figure_same,
    [DATA_LOW] = figure_target_low,
    [DATA_HIGH] = figure_target_high,
    [DATA_DECIDES] = figure_deciding,
    [DATA_ORIGINAL] = figure_original,
    [DATA_ACTUAL] = figure_low,
    [DATA_ACTUAL_HIGH] = figure_high,
    [DATA_ELAPSED] = figure_elapsed,
    [DATA_MONTHS_LEFT] = figure_months_left,
    [DATA_EXPECTED] = figure_expected,
    [DATA_ESTIMATE] = figure_estimate,
    [DATA_SEASONAL] = figure_seasonal,
    [DATA_COUNTED] = figure_counted,
    [DATA_GROW] = figure_grow,
    [DATA_TOLERANCE] = figure_tolerance,
    [DATA_ATTAINMENT] = figure_attainment,
    [DATA_NEEDED] = figure_needed,
    [DATA_FORECAST] = figure_forecast,
    [DATA_REPORTING] = figure_reporting,
    [DATA_MEMBERS] = figure_members,
    [DATA_WHOLE] = figure_whole,
    [DATA_MONTHS] = figure_months,
    [DATA_DUE] = figure_due,
    [DATA_LAST_TOTAL] = figure_last_total,
    [DATA_WEIGHTED] = figure_weighted,
    [DATA_WEIGHT] = figure_weight,
    [DATA_REPORTED] = figure_reported,
    [DATA_PARTIAL] = figure_partial,
    [DATA_RANK_LOW] = figure_rank_low,
    [DATA_RANK_HIGH] = figure_rank_high,
    [DATA_RANK] = figure_rank,
    [DATA_FINAL] = figure_final,
    [DATA_LINE] = figure_line,
};

static struct date (*const dates[DATA_COUNT])(const struct data_line *line) = {
    [DATA_AS_OF] = date_as_of,
    [DATA_BASE_DAY] = date_base,
    [DATA_SAME_DAY] = date_same,
    [DATA_DAY] = date_actual,
    [DATA_ESTIMATE_DAY] = date_estimate,
    [DATA_FIRST] = date_first,
    [DATA_LAST] = date_last,
    [DATA_SEEN] = date_seen,
};

struct quantity line_figure(const struct data_line *line, enum data_id column) {
    return figures[column](line);
}

struct date line_date(const struct data_line *line, enum data_id column) {
    return dates[column](line);
}
