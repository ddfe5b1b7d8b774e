/* SPDX-License-Identifier: MIT */
/*
 * Formulas of a line's figure where it comes from other lines, and what the roll-ups need
 * (docs/QUY-TAC.md sections 2 and 6).
 */
#include "buffer.h"
#include "mem.h"
#include "workbook_lines.h"

/* ---- the formulas ---- */

/* The members' values in a column, added where they stand on the group's day. */
static const char *sum_of(const struct data_line *line, enum data_id column) {
    struct buffer sum = {0};
    for (size_t i = 0; i < arrlenu(line->members); i++) {
        int member = line->members[i];
        buffer_text(&sum, i > 0 ? "+" : "");
        buffer_text(&sum, FORMULA(line->book, "IF({0}={1},{2},0)",
                                  other_cell(line, member, DATA_REPORTED),
                                  line_cell(line, DATA_DAY), other_cell(line, member, column)));
    }
    const char *text = pool_text(&line->book->line, sum.text, arrlenu(sum.text));
    buffer_clear(&sum);
    return text;
}

/* The latest day on which a member's figure stands; nothing without a figure. */
static const char *common_day(const struct data_line *line) {
    struct buffer days = {0};
    for (size_t i = 0; i < arrlenu(line->members); i++) {
        int member = line->members[i];
        buffer_text(&days, i > 0 ? "," : "");
        buffer_text(&days, other_cell(line, member, DATA_REPORTED));
    }
    buffer_put(&days, "", 1);
    const char *text = FORMULA(line->book, "IF(MAX({0})=0,\"\",MAX({0}))", days.text);
    buffer_clear(&days);
    return text;
}

static const char *rolled_up(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    const char *day = line_cell(line, DATA_DAY);
    if (column == DATA_DAY) {
        return common_day(line);
    }
    if (rule_sums(line_rule(line))) {
        return formula_known(book, day, sum_of(line, column));
    }
    if (column == DATA_ACTUAL_HIGH) {
        const char *low = line_cell(line, DATA_ACTUAL);
        return formula_known(book, low, low);
    }
    struct ratio scale = ratio_int(1);
    if (line_rule(line) == ROLLUP_RATIO) {
        scale = indicator_ratio_scale(book->card->book, line->indicator);
    }
    return FORMULA(book, "IF({0}=\"\",\"\",IFERROR(({1})/({2})*{3},\"\"))", day,
                   sum_of(line, DATA_WEIGHTED), sum_of(line, DATA_WEIGHT),
                   formula_number(book, ratio_double(scale)));
}

/* Both parts stand on one day. */
static const char *ratio_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    bool high = column == DATA_ACTUAL_HIGH;
    const char *of = other_cell(line, line->from, high ? DATA_ACTUAL_HIGH : DATA_ACTUAL);
    const char *to = other_cell(line, line->against, high ? DATA_ACTUAL : DATA_ACTUAL_HIGH);
    double scale = ratio_double(indicator_ratio_scale(book->card->book, line->indicator));
    if (column == DATA_DAY) {
        const char *cell = other_cell(line, line->from, DATA_SEEN);
        return formula_known(book, line_cell(line, DATA_ACTUAL), cell);
    }
    return FORMULA(book, "IF(OR({0}=\"\",{1}=\"\",{2}<>{3}),\"\",IF({1}<=0,\"\",{0}/{1}*{4}))", of,
                   to, other_cell(line, line->from, DATA_SEEN),
                   other_cell(line, line->against, DATA_SEEN), formula_number(book, scale));
}

/* The running total less what it came to on the eve of the part. */
static const char *part_formula(const struct data_line *line, enum data_id column) {
    const struct row *whole = &line->book->card->rows[line->from];
    const char *cell = other_cell(line, line->from, column);
    double eve = ratio_double(ratio_sub(whole->low, line->row->low));
    if (column == DATA_DAY || eve == 0) {
        return formula_known(line->book, cell, cell);
    }
    return FORMULA(line->book, "IF({0}=\"\",\"\",ROUND({0}-({1}),9))", cell,
                   formula_number(line->book, eve));
}

const char *actual_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    const char *low = line_cell(line, DATA_ACTUAL);
    const char *other = NULL;
    switch (line->origin) {
    case ORIGIN_SAME:
        other = other_cell(line, line->from, column);
        return formula_known(book, other, other);
    case ORIGIN_PART:
        return part_formula(line, column);
    case ORIGIN_RATIO:
        return ratio_formula(line, column);
    case ORIGIN_MEMBERS:
        return rolled_up(line, column);
    default: /* one number, written once */
        return column == DATA_ACTUAL_HIGH && !row_interval(line->row)
                   ? formula_known(book, low, low)
                   : NULL;
    }
}

/* Parts of a ratio stand on one day; a weight may be older than what it weighs. */
const char *weight_formula(const struct data_line *line, enum data_id column) {
    if (line->value_from == NONE || line->weight_from == NONE) {
        return NULL;
    }
    bool weighs = line_rule(line) == ROLLUP_WEIGHTED;
    const char *value = other_cell(line, line->value_from, DATA_ACTUAL);
    const char *weight = other_cell(line, line->weight_from, DATA_ACTUAL);
    const char *result = column == DATA_WEIGHT ? weight : value;
    if (weighs && column == DATA_WEIGHTED) {
        result = FORMULA(line->book, "{0}*{1}", value, weight);
    }
    return FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\",{2}{3}{4}),\"\",{5})", value, weight,
                   other_cell(line, line->weight_from, DATA_SEEN), weighs ? ">" : "<>",
                   other_cell(line, line->value_from, DATA_SEEN), result);
}

const char *reported_formula(const struct data_line *line) {
    const char *weight = line_cell(line, DATA_WEIGHT);
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *seen = line_cell(line, DATA_SEEN);
    if (line->weight_from != NONE && line->value_from != NONE) {
        return FORMULA(line->book, "IF({0}=\"\",0,IF({0}<0,0,{1}))", weight, seen);
    }
    return FORMULA(line->book, "IF({0}=\"\",0,{1})", actual, seen);
}

const char *reporting_formula(const struct data_line *line) {
    const char *day = line_cell(line, DATA_DAY);
    if (line->each_live) {
        return FORMULA(
            line->book,
            "COUNTIFS(DL_NUOI,\"*|e{0}|*\",DL_TH,\">-1E+300\",DL_NGAY_XET,\">=\"&N({1}))",
            formula_int(line->book, line->index), day);
    }
    if (line->origin != ORIGIN_MEMBERS || line->row->each_group) {
        return NULL;
    }
    return FORMULA(line->book, "IF({0}=\"\",0,COUNTIFS(DL_NUOI,\"*|{1}|*\",DL_NGAY_CO,{0}))", day,
                   formula_int(line->book, line->index));
}

const char *partial_formula(const struct data_line *line) {
    if (line->origin != ORIGIN_MEMBERS || line->row->each_group ||
        reporting_formula(line) == NULL) {
        return NULL;
    }
    return FORMULA(line->book, "IF({0}=\"\",0,IF(OR({1}<{2},{3}>0),1,0))",
                   line_cell(line, DATA_ACTUAL), line_cell(line, DATA_REPORTING),
                   line_cell(line, DATA_MEMBERS), sum_of(line, DATA_PARTIAL));
}

/* ---- their results ---- */

static const struct row *row_of(const struct data_line *line, int index) {
    return index == NONE ? NULL : &line->book->card->rows[index];
}

/* Both are there, on days that go together. */
static bool goes_together(const struct data_line *line, const struct row *value,
                          const struct row *weight) {
    if (!value->has_actual || !weight->has_actual) {
        return false;
    }
    int days = date_cmp(weight->date, value->date);
    return line_rule(line) == ROLLUP_WEIGHTED ? days <= 0 : days == 0;
}

bool line_reported(const struct data_line *line) {
    const struct row *value = row_of(line, line->value_from);
    const struct row *weight = row_of(line, line->weight_from);
    if (value == NULL || weight == NULL) {
        return line->row->has_actual;
    }
    return goes_together(line, value, weight) && ratio_sign(weight->low) >= 0;
}

struct quantity weight_figure(const struct data_line *line, enum data_id column) {
    const struct row *value = row_of(line, line->value_from);
    const struct row *weight = row_of(line, line->weight_from);
    struct quantity result = {.why = UNDEFINED_NO_DATA};
    if (value == NULL || weight == NULL || !goes_together(line, value, weight)) {
        return result;
    }
    bool product = column == DATA_WEIGHTED && line_rule(line) == ROLLUP_WEIGHTED;
    result.value = column == DATA_WEIGHTED ? value->low : weight->low;
    result.value = product ? ratio_mul(value->low, weight->low) : result.value;
    result.why = ratio_valid(result.value) ? DEFINED : UNDEFINED_NO_DATA;
    return result;
}
