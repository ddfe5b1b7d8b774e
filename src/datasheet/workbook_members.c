/* SPDX-License-Identifier: MIT */
/*
 * The members of a group whose figure is a formula: a block of cells right of the data, a row for
 * each, so that the group's day is chosen and its members are counted as the rules do (twins.h),
 * however many they are. Lines are found by number, so that the data may be sorted.
 */
#include "group_day.h"
#include "mem.h"
#include "twins.h"
#include "workbook_lines.h"

/* Columns of a block. */
enum block_column {
    BLOCK_DAY,     /* of the member's figure, 0: none */
    BLOCK_NEAR,    /* members whose figures still count on that day */
    BLOCK_FIT,     /* the day, where these are two thirds of all that have one; else 0 */
    BLOCK_MOST,    /* their number and the day, in one number: the largest is wanted */
    BLOCK_COUNTED, /* 1: the member's figure counts on the group's day */
    BLOCK_LOW,
    BLOCK_HIGH,
    BLOCK_WEIGHT, /* of a mean, or the denominator of a share; "": none */
    BLOCK_PARTIAL,
    BLOCK_SAME,   /* last year's figure of the same day */
    BLOCK_ALIKE,  /* 1: it counts, and has that one too */
    BLOCK_TOTAL,  /* last year's total */
    BLOCK_SEASON, /* 1: it counts, and has both of last year */
    BLOCK_COLUMNS
};

enum { DAYS_APART = 100000 }; /* more than the number of any day */

static uint16_t block_column(enum block_column column) {
    return (uint16_t)(DATA_COUNT + 1 + column);
}

/* "$CB$5:$CB$11": a column of the group's block. */
static const char *range(const struct data_line *group, enum block_column column) {
    uint32_t last = group->block + (uint32_t)arrlenu(group->members);
    return FORMULA(group->book, "{0}:{1}",
                   formula_cell(group->book, group->block + 1, block_column(column), true),
                   formula_cell(group->book, last, block_column(column), true));
}

/* ---- the group's cells ---- */

const char *members_day(const struct data_line *group) {
    return formula_cell(group->book, group->block, block_column(BLOCK_DAY), true);
}

const char *members_reporting(const struct data_line *group) {
    return FORMULA(group->book, "SUM({0})", range(group, BLOCK_COUNTED));
}

static const char *sum(const struct data_line *group, enum block_column column) {
    return FORMULA(group->book, "SUMIF({0},1,{1})", range(group, BLOCK_COUNTED),
                   range(group, column));
}

const char *members_sum(const struct data_line *group, bool high) {
    return sum(group, high ? BLOCK_HIGH : BLOCK_LOW);
}

/* Like with like: of the members that have both; `otherwise` where none has. */
static const char *sum_of_some(const struct data_line *group, enum block_column which,
                               enum block_column column, const char *otherwise) {
    const char *flags = range(group, which);
    return FORMULA(group->book, "IF(SUM({0})=0,{1},SUMIF({0},1,{2}))", flags, otherwise,
                   range(group, column));
}

const char *members_last_year(const struct data_line *group, enum data_id column) {
    bool season = column == DATA_SEASON || column == DATA_LAST_TOTAL;
    const char *none = column == DATA_ALIKE ? line_cell(group, DATA_ACTUAL) : "\"\"";
    enum block_column from = column == DATA_ALIKE        ? BLOCK_LOW
                             : column == DATA_LAST_TOTAL ? BLOCK_TOTAL
                                                         : BLOCK_SAME;
    return sum_of_some(group, season ? BLOCK_SEASON : BLOCK_ALIKE, from, none);
}

/* A mean without the weight of one that is counted is refused. */
const char *members_mean(const struct data_line *group) {
    struct ratio scale = ratio_int(1);
    if (line_rollup(group) == ROLLUP_RATIO) {
        scale = indicator_ratio_scale(group->book->card->book, group->indicator);
    }
    return FORMULA(group->book,
                   "IF(COUNTIFS({0},1,{1},\">=0\")<SUM({0}),\"\",IFERROR({2}/{3}*{4},\"\"))",
                   range(group, BLOCK_COUNTED), range(group, BLOCK_WEIGHT), sum(group, BLOCK_LOW),
                   sum(group, BLOCK_WEIGHT), formula_number(group->book, ratio_double(scale)));
}

/* Whole; a sum that what is missing can only add to; or partial in any other way. */
const char *members_partial(const struct data_line *group, const char *members) {
    bool adds = indicator_rollup(group->indicator) == ROLLUP_SUM;
    const char *counted = range(group, BLOCK_COUNTED);
    const char *whole = FORMULA(group->book, "AND(SUM({0})>={1},{2}=0)", counted, members,
                                sum(group, BLOCK_PARTIAL));
    if (!adds) {
        return FORMULA(group->book, "IF({0},0,{1})", whole, formula_int(group->book, PARTIAL_OPEN));
    }
    return FORMULA(group->book,
                   "IF({0},0,IF(COUNTIFS({1},1,{2},\"<0\")+COUNTIFS({1},1,{3},{4})>0,{4},{5}))",
                   whole, counted, range(group, BLOCK_LOW), range(group, BLOCK_PARTIAL),
                   formula_int(group->book, PARTIAL_OPEN), formula_int(group->book, PARTIAL_LEAST));
}

/* ---- the block ---- */

/* What a member's row of the block holds. */
struct block_row {
    struct sheet *sheet;
    const struct data_line *group;
    const struct data_line *member;
    uint32_t at; /* the sheet's row */
    bool counts; /* set by put_day(): on the group's day */
};

static const struct look look = {.size = 9, .ink = COLOUR_MUTED};

static const char *own(const struct block_row *row, enum block_column column) {
    return formula_cell(row->group->book, row->at, block_column(column), false);
}

static void put(const struct block_row *row, enum block_column column, const char *formula,
                struct quantity exact) {
    if (exact.why == DEFINED) {
        sheet_formula_number(row->sheet, row->at, block_column(column), formula,
                             ratio_double(exact.value), &look);
    } else {
        sheet_formula_text(row->sheet, row->at, block_column(column), formula, "", &look);
    }
}

/* Nothing stays nothing: a reference to an empty cell would be 0. */
static void put_other(const struct block_row *row, enum block_column column, enum data_id from,
                      struct quantity exact) {
    const char *cell = other_cell(row->group, row->member->index, from);
    put(row, column, formula_known(row->group->book, cell, cell), exact);
}

/* A member's figure as it is added. */
static void put_added(const struct block_row *row, enum block_column column, enum data_id from,
                      struct ratio value) {
    const struct data_line *member = row->member;
    struct quantity exact = member->row->has_actual ? quantity_exact(line_brings(member, value))
                                                    : undefined(UNDEFINED_NO_DATA);
    const char *cell = other_cell(row->group, member->index, from);
    if (!line_all_have(member)) {
        put_other(row, column, from, exact);
        return;
    }
    put(row, column,
        FORMULA(row->group->book, "IF({0}=\"\",\"\",IF({0}={1},1,0))", cell,
                other_cell(row->group, member->index, DATA_MEMBERS)),
        exact);
}

static struct quantity whole(int64_t n) {
    return defined(ratio_int(n));
}

/* The number of the day on which the member's figure stands for the group, 0: none. */
static int day_of(const struct data_line *member) {
    return line_reported(member) ? date_serial(member->row->date) : 0;
}

static int near(const struct data_line *lines, const struct data_line *group, int day) {
    int count = 0;
    for (size_t i = 0; i < arrlenu(group->members); i++) {
        int other = day_of(&lines[group->members[i]]);
        count += other > 0 && other <= day && other >= day - GROUP_DAYS;
    }
    return day > 0 ? count : 0;
}

static void put_day(struct block_row *row, const struct data_line *lines, int group) {
    struct workbook *book = row->group->book;
    int day = day_of(row->member);
    int count = near(lines, row->group, day);
    int all = 0;
    for (size_t i = 0; i < arrlenu(row->group->members); i++) {
        all += day_of(&lines[row->group->members[i]]) > 0;
    }
    struct buffer out = {0};
    put(row, BLOCK_DAY, other_cell(row->group, row->member->index, DATA_REPORTED), whole(day));
    group_day_near_print(&out, range(row->group, BLOCK_DAY), own(row, BLOCK_DAY));
    put(row, BLOCK_NEAR, formula_taken(book, &out), whole(count));
    group_day_fit_print(&out, range(row->group, BLOCK_DAY), own(row, BLOCK_NEAR),
                        own(row, BLOCK_DAY));
    put(row, BLOCK_FIT, formula_taken(book, &out), whole(3 * count >= 2 * all ? day : 0));
    put(row, BLOCK_MOST,
        FORMULA(book, "{0}*{1}+{2}", own(row, BLOCK_NEAR), formula_int(book, DAYS_APART),
                own(row, BLOCK_DAY)),
        whole((int64_t)count * DAYS_APART + day));
    row->counts = day > 0 && day <= group && day >= group - GROUP_DAYS;
    group_day_counts_print(&out, own(row, BLOCK_DAY), members_day(row->group));
    put(row, BLOCK_COUNTED, formula_taken(book, &out), whole(row->counts));
}

static void put_values(const struct block_row *row) {
    const struct data_line *group = row->group;
    const struct data_line *member = row->member;
    if (rollup_sums(line_rollup(group))) {
        put_added(row, BLOCK_LOW, DATA_ACTUAL, member->row->low);
        put_added(row, BLOCK_HIGH, DATA_ACTUAL_HIGH, member->row->high);
    } else {
        put_other(row, BLOCK_LOW, DATA_WEIGHTED, weight_figure(member, DATA_WEIGHTED));
        put_other(row, BLOCK_WEIGHT, DATA_WEIGHT, weight_figure(member, DATA_WEIGHT));
    }
    put(row, BLOCK_PARTIAL, other_cell(group, member->index, DATA_PARTIAL),
        whole(member->row->each_group ? PARTIAL_NOT : (int)member->row->partial));
}

/* The group's day stands above its members': also where their figures are refused. */
static void put_group_day(struct sheet *sheet, const struct data_line *group) {
    struct buffer out = {0};
    struct block_row row = {.sheet = sheet, .group = group, .at = group->block};
    group_day_print(&out, range(group, BLOCK_DAY), range(group, BLOCK_FIT),
                    range(group, BLOCK_MOST), DAYS_APART);
    put(&row, BLOCK_DAY, formula_taken(group->book, &out),
        date_known(group->members_day) ? whole(date_serial(group->members_day))
                                       : undefined(UNDEFINED_NO_DATA));
}

uint32_t members_rows(const struct data_line *group) {
    return group->origin == ORIGIN_MEMBERS ? (uint32_t)arrlenu(group->members) + 1 : 0;
}

/* What stands on the line of last year, where it may be added. */
static void put_last_year(const struct block_row *row) {
    const struct quantity *is = row->member->row->is;
    struct workbook *book = row->group->book;
    if (line_rollup(row->group) != ROLLUP_SUM) {
        return;
    }
    bool counts = row->counts && is[M_ACTUAL].why == DEFINED;
    bool same = is[M_BY_NOW].why == DEFINED;
    put_other(row, BLOCK_SAME, DATA_SAME, is[M_BY_NOW]);
    put(row, BLOCK_ALIKE,
        FORMULA(book, "IF(AND({0}=1,{1}<>\"\",{2}<>\"\"),1,0)", own(row, BLOCK_COUNTED),
                own(row, BLOCK_LOW), own(row, BLOCK_SAME)),
        whole(counts && same));
    if (indicator_is_level(row->group->indicator)) {
        return;
    }
    put_other(row, BLOCK_TOTAL, DATA_LAST_TOTAL, is[M_LAST_TOTAL]);
    put(row, BLOCK_SEASON,
        FORMULA(book, "IF(AND({0}=1,{1}<>\"\"),1,0)", own(row, BLOCK_ALIKE), own(row, BLOCK_TOTAL)),
        whole(counts && same && is[M_LAST_TOTAL].why == DEFINED));
}

void members_block(struct sheet *sheet, const struct data_line *lines,
                   const struct data_line *group) {
    int day = date_known(group->members_day) ? date_serial(group->members_day) : 0;
    put_group_day(sheet, group);
    for (size_t i = 0; i < arrlenu(group->members); i++) {
        struct block_row row = {sheet, group, &lines[group->members[i]],
                                group->block + 1 + (uint32_t)i, false};
        put_day(&row, lines, day);
        put_values(&row);
        put_last_year(&row);
    }
}

void members_hide(struct sheet *sheet) {
    sheet_column(sheet, block_column(0), block_column(BLOCK_COLUMNS - 1), 9, true);
}
