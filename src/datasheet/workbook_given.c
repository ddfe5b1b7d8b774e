/* SPDX-License-Identifier: MIT */
/*
 * The formulas of a line, by column. A measure with a rule is its rule, printed (workbook_rules.c).
 * Here stands where the given ones come from: other lines, members, the calendar
 * (docs/QUY-TAC.md sections 2, 4 and 6).
 */
#include "buffer.h"
#include "mem.h"
#include "rules.h"
#include "twins.h"
#include "workbook_lines.h"

/* The same figure on another line. */
static const char *shared_formula(const struct data_line *line, enum data_id column) {
    if (column == DATA_SAME && line->same_live) {
        return members_last_year(line, column);
    }
    int from = column == DATA_BASE   ? line->base_from
               : column == DATA_SAME ? line->same_from
                                     : line->estimate_from;
    const char *cell = from != NONE ? other_cell(line, from, column) : NULL;
    return cell != NULL ? formula_known(line->book, cell, cell) : NULL;
}

/* A flow's whole year is its baseline too. */
static const char *total_formula(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    const char *base = line_cell(line, DATA_BASE);
    bool same = row->is[M_LAST_TOTAL].why == DEFINED && row->is[M_BASE].why == DEFINED &&
                date_known(row->baseline_date) &&
                ratio_cmp(row->is[M_LAST_TOTAL].value, row->is[M_BASE].value) == 0;
    if (line->season_live) {
        return members_last_year(line, column);
    }
    return line->terms->given.facts[F_FLOW] != 0 && same ? formula_known(line->book, base, base)
                                                         : NULL;
}

/* The season is that of the figure itself, of a group that of its members; levels have none. What
 * is not put together from members is compared as it is. */
static const char *alike_formula(const struct data_line *line, enum data_id column) {
    bool season = column == DATA_SEASON;
    const char *cell = line_cell(line, season ? DATA_SAME : DATA_ACTUAL);
    if (season && indicator_is_level(line->indicator)) {
        return NULL;
    }
    if (season ? line->season_live : line->same_live) {
        return members_last_year(line, column);
    }
    if (line->origin == ORIGIN_SAME) {
        const char *other = other_cell(line, line->from, column);
        return formula_known(line->book, other, other);
    }
    bool own = line->terms->given.facts[F_GROUP] == 0 || (!season && line->row->members_alike == 0);
    return own ? formula_known(line->book, cell, cell) : NULL;
}

/* ---- the target ---- */

/* What the same target says on the line where it is an input; of a group's own line as many times
 * as it has members. */
static const char *shared_bound(const struct data_line *line, enum data_id column) {
    if (line->target_from == NONE) {
        return NULL;
    }
    int members = line->book->card->book->orgs[line->row->org].members_total;
    bool times = line->row->each_group && indicator_adds_up(line->indicator) && column != DATA_GROW;
    const char *cell = other_cell(line, line->target_from, column);
    const char *value =
        times ? FORMULA(line->book, "{0}*{1}", cell, formula_int(line->book, members)) : cell;
    return formula_known(line->book, cell, value);
}

static const char *bound_formula(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    unsigned wanted = column == DATA_LOW    ? HAS_LOW
                      : column == DATA_HIGH ? HAS_HIGH
                      : column == DATA_GROW ? HAS_GROW
                                            : HAS_TOLERANCE;
    if (!row->has_target) {
        return NULL;
    }
    bool one = row->bounds.kind == TARGET_ABOUT || row->bounds.kind == TARGET_EXACTLY;
    if (column == DATA_HIGH && one) { /* one number, written once */
        return formula_known(line->book, line_cell(line, DATA_LOW), line_cell(line, DATA_LOW));
    }
    if (row->bounds.kind == TARGET_GROW && column == (row->ceiling ? DATA_HIGH : DATA_LOW)) {
        const char *decides = line_cell(line, DATA_DECIDES);
        return formula_known(line->book, decides, decides);
    }
    return (target_numbers(row->bounds.kind) & wanted) != 0 ? shared_bound(line, column) : NULL;
}

static const char *stated_formula(const struct data_line *line, enum data_id column) {
    int8_t kind = line->terms->given.facts[column == DATA_STATED ? F_TARGET : F_TARGET_FIRST];
    return kind == TARGET_GROW ? line_rule(line, data_columns[column].measure) : NULL;
}

/* A status as it counts among the targets of one goal: the worst is the largest, none is 0. */
static const char *weight_of(const struct data_line *line, int other) {
    const char *cell =
        other == line->index ? line_cell(line, DATA_FINAL) : other_cell(line, other, DATA_FINAL);
    return FORMULA(line->book, "IF({0}={1},0,{0})", cell,
                   formula_int(line->book, STATUS_NO_TARGET));
}

/* Of several targets of one goal the first of the least favourable counts; one that is taken out
 * counts no more. */
static const char *counted_formula(const struct data_line *line, enum data_id column) {
    struct buffer out = {0};
    struct row_span goal = line->goal;
    (void)column;
    if (!line->counts) {
        return NULL;
    }
    buffer_format(&out, "IF(AND(%s>0", weight_of(line, line->index));
    for (int i = goal.first; i < goal.end; i++) {
        if (i != line->index && line_same_goal(line, i)) {
            buffer_format(&out, ",%s%s%s", weight_of(line, line->index),
                          i < line->index ? ">" : ">=", weight_of(line, i));
        }
    }
    buffer_text(&out, "),1,0)");
    return formula_taken(line->book, &out);
}

/* Members' goals are left out of what is counted over all where their group's are counted. */
static const char *all_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    return line->row->covered ? NULL : line_cell(line, DATA_COUNTED);
}

/* ---- the calendar ---- */

static const char *months_formula(const struct data_line *line, enum data_id column) {
    struct window window = line->row->window;
    const char *days = line_cell(line, DATA_SEEN);
    struct buffer out = {0};
    if (!months_printable(window)) {
        return NULL;
    }
    if (column == DATA_WHOLE) {
        months_whole_print(&out, window, days);
    } else {
        months_gone_print(&out, window, days, line_cell(line, DATA_WHOLE));
    }
    return formula_taken(line->book, &out);
}

static const char *months_left_formula(const struct data_line *line, enum data_id column) {
    struct buffer months = {0};
    ratio_formula_print(&months, window_months(line->row->window));
    (void)column;
    return formula_known(line->book, line_cell(line, DATA_ACTUAL),
                         FORMULA(line->book, "{0}-{1}", formula_taken(line->book, &months),
                                 line_cell(line, DATA_MONTHS)));
}

/* A figure of a later day is known on that day. */
static const char *as_of_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    return FORMULA(line->book, "MAX({0},{1})",
                   formula_int(line->book, date_serial(line->row->as_of)),
                   line_cell(line, DATA_DAY));
}

/* ---- the figure ---- */

static const char *rolled_up(const struct data_line *line, enum data_id column) {
    const char *day = members_day(line);
    if (column == DATA_DAY) {
        return formula_known(line->book, line_cell(line, DATA_ACTUAL), day);
    }
    if (rollup_sums(line_rollup(line))) {
        return formula_known(line->book, day, members_sum(line, column == DATA_ACTUAL_HIGH));
    }
    if (column == DATA_ACTUAL_HIGH) {
        const char *low = line_cell(line, DATA_ACTUAL);
        return formula_known(line->book, low, low);
    }
    return formula_known(line->book, day, members_mean(line));
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

static const char *actual_formula(const struct data_line *line, enum data_id column) {
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
    case ORIGIN_INPUT:
    case ORIGIN_PROGRAM:
        break;
    }
    bool once = column == DATA_ACTUAL_HIGH && !row_interval(line->row); /* one number */
    return once ? formula_known(book, low, low) : NULL;
}

/* ---- groups ---- */

const char *members_counted(const struct data_line *line) {
    return FORMULA(line->book, "COUNTIFS(DL_NUOI,\"*|e{0}|*\",DL_TH,\">-1E+300\"",
                   formula_int(line->book, line->index));
}

/* Parts of a ratio stand on one day; a weight may be older than what it weighs. */
static const char *weight_formula(const struct data_line *line, enum data_id column) {
    if (line->value_from == NONE || line->weight_from == NONE) {
        return NULL;
    }
    bool weighs = line_rollup(line) == ROLLUP_WEIGHTED;
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

/* The day of both parts of a ratio; of anything else its own. */
static const char *reported_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    bool ratio =
        line_rollup(line) == ROLLUP_RATIO && line->weight_from != NONE && line->value_from != NONE;
    return FORMULA(line->book, "IF({0}=\"\",0,{1})",
                   line_cell(line, ratio ? DATA_WEIGHT : DATA_ACTUAL), line_cell(line, DATA_SEEN));
}

static const char *reporting_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    if (line->each_live) {
        return FORMULA(line->book, "{0})", members_counted(line));
    }
    return line->origin == ORIGIN_MEMBERS && !line->row->each_group ? members_reporting(line)
                                                                    : NULL;
}

static const char *partial_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    if (line->origin != ORIGIN_MEMBERS || line->row->each_group) {
        return NULL;
    }
    return FORMULA(line->book, "IF({0}=\"\",0,{1})", line_cell(line, DATA_ACTUAL),
                   members_partial(line, line_cell(line, DATA_MEMBERS)));
}

/* ---- verdicts ---- */

static const char *worst_formula(const struct data_line *line, enum data_id column) {
    struct buffer out = {0};
    (void)column;
    if (!line->each_live) {
        return NULL;
    }
    worst_print(&out, FORMULA(line->book, "{0},DL_HANG,", members_counted(line)));
    return formula_taken(line->book, &out);
}

/* A group's own line takes no part in what is counted over all lines, or it would count itself. */
static const char *rank_formula(const struct data_line *line, enum data_id column) {
    return line->row->each_group || line->too_near ? NULL
                                                   : line_rule(line, data_columns[column].measure);
}

static const char *final_formula(const struct data_line *line, enum data_id column) {
    (void)column;
    if (line->row->override != NONE) {
        return NULL;
    }
    if (line->row->each_group) {
        return line->each_live ? line_rule(line, M_STATUS) : NULL;
    }
    return line_cell(line, DATA_RANK);
}

/* What the number of a verdict stands for: a key, or symbol and words. */
static const char *choice(struct workbook *book, enum data_id column, const struct row *row) {
    return column == DATA_STATUS_KEY ? status_key(row->status)
                                     : workbook_text(book, "%s %s", status_symbol(row->status),
                                                     row_status_label(row, book->lang));
}

const char *rank_choices(struct workbook *book, enum data_id column) {
    const char *list = "";
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        const struct row row = {.status = (enum status)status};
        list = workbook_text(book, "%s,\"%s\"", list, choice(book, column, &row));
    }
    return list;
}

/* On a ceiling `behind` has two readings. */
static const char *behind_words(const struct data_line *line, const char *otherwise) {
    const char *past = line->row->ceiling && !line->row->each_group ? line_is_past(line) : NULL;
    struct row row = {.status = STATUS_BEHIND, .ceiling = true};
    if (past == NULL) {
        return otherwise;
    }
    const char *fast = choice(line->book, DATA_STATUS, &row);
    row.past = true;
    return FORMULA(line->book, "IF({0}={1},IF({2},\"{3}\",\"{4}\"),{5})",
                   line_cell(line, DATA_FINAL), formula_int(line->book, STATUS_BEHIND), past,
                   choice(line->book, DATA_STATUS, &row), fast, otherwise);
}

/* A verdict over what was mistyped says so instead. */
static const char *or_wrong(const struct data_line *line, const char *words) {
    static const char *const wrong[LANG_COUNT] = {"○ Số nhập chưa đúng", "○ Wrong input"};
    static const char *const gone[LANG_COUNT] = {"○ Mất dòng nhập số", "○ Input row is gone"};
    enum language lang = line->book->lang;
    return FORMULA(line->book, "IF({0}=0,{1},IF({0}={2},\"{3}\",\"{4}\"))",
                   line_cell(line, DATA_WRONG), words, formula_int(line->book, INPUT_GONE),
                   gone[lang], wrong[lang]);
}

static const char *status_formula(const struct data_line *line, enum data_id column) {
    bool key = column == DATA_STATUS_KEY;
    const char *words = FORMULA(line->book, "CHOOSE({0}{1})", line_cell(line, DATA_FINAL),
                                key ? line->terms->keys : line->terms->words);
    return key ? words : or_wrong(line, behind_words(line, words));
}

/* ---- by column ---- */

static const char *(*const formulas[DATA_COUNT])(const struct data_line *line,
                                                 enum data_id column) = {
    [DATA_ALIKE] = alike_formula,
    [DATA_SEASON] = alike_formula,
    [DATA_BASE] = shared_formula,
    [DATA_SAME] = shared_formula,
    [DATA_ESTIMATE] = shared_formula,
    [DATA_LAST_TOTAL] = total_formula,
    [DATA_LOW] = bound_formula,
    [DATA_HIGH] = bound_formula,
    [DATA_GROW] = bound_formula,
    [DATA_TOLERANCE] = bound_formula,
    [DATA_STATED] = stated_formula,
    [DATA_STATED_FIRST] = stated_formula,
    [DATA_COUNTED_ALL] = all_formula,
    [DATA_COUNTED] = counted_formula,
    [DATA_WHOLE] = months_formula,
    [DATA_MONTHS] = months_formula,
    [DATA_MONTHS_LEFT] = months_left_formula,
    [DATA_ACTUAL] = actual_formula,
    [DATA_ACTUAL_HIGH] = actual_formula,
    [DATA_DAY] = actual_formula,
    [DATA_WEIGHTED] = weight_formula,
    [DATA_WEIGHT] = weight_formula,
    [DATA_REPORTED] = reported_formula,
    [DATA_REPORTING] = reporting_formula,
    [DATA_PARTIAL] = partial_formula,
    [DATA_WORST] = worst_formula,
    [DATA_RANK_LOW] = rank_formula,
    [DATA_RANK_HIGH] = rank_formula,
    [DATA_RANK] = rank_formula,
    [DATA_FINAL] = final_formula,
    [DATA_AS_OF] = as_of_formula,
    [DATA_TYPED] = line_typed,
    [DATA_WRONG] = line_wrong,
    [DATA_STATUS_KEY] = status_formula,
    [DATA_STATUS] = status_formula,
    [DATA_ASKED] = wall_formula,
    [DATA_ASKED_HIGH] = wall_formula,
    [DATA_MET] = wall_formula,
    [DATA_FILLED] = wall_formula,
    [DATA_JUDGED] = wall_formula,
    [DATA_MARK] = wall_mark_formula,
    [DATA_ORDER] = wall_order_formula,
    [DATA_ORDER_MEMBERS] = wall_order_formula,
    [DATA_ORDER_DRAWN] = wall_order_formula,
    [DATA_MOVE] = past_move_formula,
};

const char *line_formula(const struct data_line *line, enum data_id column) {
    const struct data_column *of = &data_columns[column];
    if (formulas[column] != NULL) {
        return formulas[column](line, column);
    }
    return of->measured && rules[of->measure] != NULL ? line_rule(line, of->measure) : NULL;
}
