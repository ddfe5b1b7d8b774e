/* SPDX-License-Identifier: MIT */
/* The exact figures behind the cells of a line: what its formulas give. Days are numbers. */
#include "twins.h"
#include "workbook_lines.h"

static const struct quantity none = {.value = {0, 1}, .why = UNDEFINED_NO_DATA};

static struct quantity number(int value) {
    return defined(ratio_int(value));
}

static struct quantity day(struct date date) {
    return date_known(date) ? number(date_serial(date)) : none;
}

static struct date seen(const struct row *row) {
    return row->has_actual ? row->date : row->as_of;
}

static struct quantity figure_number(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    return number(column == DATA_YEAR          ? row->year
                  : column == DATA_COUNTED     ? row->goal
                  : column == DATA_COUNTED_ALL ? row->goal && !row->covered
                  : column == DATA_WHOLE       ? months_whole(row->window, seen(row))
                  : column == DATA_REPORTED    ? (line_reported(line) ? date_serial(seen(row)) : 0)
                  : column == DATA_PARTIAL     ? row->each_group ? PARTIAL_NOT : (int)row->partial
                  : column == DATA_FINAL       ? (int)row->status
                  : column == DATA_TYPED       ? (int)line->typed_at + 1
                                               : (int)INPUT_GOOD);
}

static struct quantity figure_day(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    return day(column == DATA_BASE_DAY       ? row->baseline_date
               : column == DATA_SAME_DAY     ? row->last_year_by_now_date
               : column == DATA_ESTIMATE_DAY ? row->estimate_date
                                             : row->window.first);
}

/* Growth shows the number that it comes to. */
static struct quantity figure_bound(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    bool grows = row->has_target && row->bounds.kind == TARGET_GROW;
    if (grows) {
        return column == (row->ceiling ? DATA_HIGH : DATA_LOW) ? row->is[M_DECIDES] : none;
    }
    return line->terms->given.of[column == DATA_LOW ? M_LOW : M_HIGH];
}

static struct quantity figure_stated(const struct data_line *line, enum data_id column) {
    const struct given *given = &line->terms->given;
    int8_t kind = given->facts[column == DATA_STATED ? F_TARGET : F_TARGET_FIRST];
    return kind == TARGET_GROW ? given->of[data_columns[column].measure] : none;
}

static struct quantity figure_months_left(const struct data_line *line, enum data_id column) {
    const struct quantity *of = line->terms->given.of;
    (void)column;
    return line->row->has_actual ? defined(ratio_sub(of[M_MONTHS].value, of[M_GONE].value)) : none;
}

static struct quantity figure_members(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    int members = column == DATA_MEMBERS ? row->members_total : row->members_reporting;
    return row->rolled_up ? number(members) : none;
}

/* Levels have no season. */
static struct quantity figure_season(const struct data_line *line, enum data_id column) {
    enum measure m = column == DATA_SEASON ? M_SEASON : M_LAST_TOTAL;
    return indicator_is_level(line->indicator) ? none : line->row->is[m];
}

static struct quantity figure_each(const struct data_line *line, enum data_id column) {
    (void)column;
    return line->each_live ? number((int)line->worst) : none;
}

static struct quantity figure_rank(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    return row->each_group ? none : row->is[data_columns[column].measure];
}

bool line_all_have(const struct data_line *line) {
    return line_rollup(line) == ROLLUP_COUNT_YES && line->row->rolled_up;
}

struct ratio line_brings(const struct data_line *line, struct ratio value) {
    struct ratio all = ratio_int(line->row->members_total);
    return line_all_have(line) ? ratio_int(ratio_cmp(value, all) == 0) : value;
}

/* Columns whose figure is no measure, or not in every line. */
static struct quantity (*const figures[DATA_COUNT])(const struct data_line *line,
                                                    enum data_id column) = {
    [DATA_YEAR] = figure_number,
    [DATA_BASE_DAY] = figure_day,
    [DATA_SAME_DAY] = figure_day,
    [DATA_ESTIMATE_DAY] = figure_day,
    [DATA_FIRST] = figure_day,
    [DATA_LOW] = figure_bound,
    [DATA_HIGH] = figure_bound,
    [DATA_MONTHS_LEFT] = figure_months_left,
    [DATA_COUNTED] = figure_number,
    [DATA_COUNTED_ALL] = figure_number,
    [DATA_REPORTING] = figure_members,
    [DATA_MEMBERS] = figure_members,
    [DATA_SEASON] = figure_season,
    [DATA_WHOLE] = figure_number,
    [DATA_LAST_TOTAL] = figure_season,
    [DATA_STATED] = figure_stated,
    [DATA_STATED_FIRST] = figure_stated,
    [DATA_WEIGHTED] = weight_figure,
    [DATA_WEIGHT] = weight_figure,
    [DATA_REPORTED] = figure_number,
    [DATA_PARTIAL] = figure_number,
    [DATA_WORST] = figure_each,
    [DATA_RANK_LOW] = figure_rank,
    [DATA_RANK_HIGH] = figure_rank,
    [DATA_RANK] = figure_rank,
    [DATA_FINAL] = figure_number,
    [DATA_TYPED] = figure_number,
    [DATA_WRONG] = figure_number,
    [DATA_ASKED] = wall_figure,
    [DATA_ASKED_HIGH] = wall_figure,
    [DATA_MET] = wall_figure,
    [DATA_FILLED] = wall_figure,
    [DATA_JUDGED] = wall_figure,
    [DATA_ORDER] = wall_order,
    [DATA_ORDER_MEMBERS] = wall_order,
    [DATA_ORDER_DRAWN] = wall_order,
    [DATA_PAST] = past_figure,
    [DATA_PAST_RANK] = past_figure,
};

struct quantity line_figure(const struct data_line *line, enum data_id column) {
    return figures[column] != NULL ? figures[column](line, column)
                                   : line->terms->given.of[data_columns[column].measure];
}
