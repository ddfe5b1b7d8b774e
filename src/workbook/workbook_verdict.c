/* SPDX-License-Identifier: MIT */
/*
 * The verdict of a line as one formula (docs/QUY-TAC.md section 5), the mirror of core/verdict.c.
 *
 * What does not depend on inputs (kinds, the side on which the bound lies, whether the line is
 * paced) is decided here, so that the formula holds only the branches its line can take. Statuses
 * are numbers until the last step, where CHOOSE turns them into keys or words.
 */
#include <assert.h>

#include "bounds.h"
#include "mem.h"
#include "workbook_lines.h"

/* ---- comparisons ---- */

/* value - bound, so rounded that binary fractions do not decide. */
static const char *difference(const struct data_line *line, const char *value, const char *bound) {
    return FORMULA(line->book, "ROUND({0}-{1},{2})", value, bound,
                   formula_int(line->book, line->digits));
}

static const char *compare(const struct data_line *line, const char *value, const char *with,
                           enum data_id bound) {
    return FORMULA(line->book, "ROUND({0}-{1},{2}){3}0", value, line_cell(line, bound),
                   formula_int(line->book, line->digits), with);
}

const char *met_term(const struct data_line *line, const char *value) {
    switch (line->row->bounds.kind) {
    case TARGET_DONE:
        return FORMULA(line->book, "{0}>0", value);
    case TARGET_WITHIN:
        return FORMULA(line->book, "AND({0},{1})", compare(line, value, ">=", DATA_LOW),
                       compare(line, value, "<=", DATA_HIGH));
    case TARGET_EXACTLY:
        return compare(line, value, "=", DATA_DECIDES);
    case TARGET_MORE_THAN:
        return compare(line, value, ">", DATA_DECIDES);
    case TARGET_LESS_THAN:
        return compare(line, value, "<", DATA_DECIDES);
    default:
        return compare(line, value, line->row->ceiling ? "<=" : ">=", DATA_DECIDES);
    }
}

/* Section 3: NULL for targets that cannot be exceeded. */
static const char *exceeded_term(const struct data_line *line, const char *value) {
    bool ceiling = line->row->ceiling;
    switch (line->row->bounds.kind) {
    case TARGET_DONE:
    case TARGET_WITHIN:
    case TARGET_EXACTLY:
    case TARGET_ABOUT:
        return NULL;
    case TARGET_RANGE:
        return ceiling ? compare(line, value, "<", DATA_LOW) : compare(line, value, ">", DATA_HIGH);
    default:
        return compare(line, value, ceiling ? "<" : ">", DATA_DECIDES);
    }
}

/* The figure stands on or after the last day. */
static const char *over_term(const struct data_line *line) {
    return FORMULA(line->book, "{0}>={1}", line_cell(line, DATA_SEEN), line_cell(line, DATA_LAST));
}

/* An edge, a share of what is expected: of the total for a flow, of the way from B for a stock. */
static const char *edge_term(const struct data_line *line, const char *share) {
    const char *expected = line_cell(line, DATA_EXPECTED);
    const char *base = line_cell(line, DATA_BASE);
    if (line->indicator->kind == KIND_FLOW) {
        return FORMULA(line->book, "{0}*{1}", expected, share);
    }
    return FORMULA(line->book, "({0}+({1}-{0})*{2})", base, expected, share);
}

/* ---- rules 3 to 6 ---- */

/* `if_so` unless the sum lacks members: then nothing is missed yet. */
static const char *unless_partial(const struct data_line *line, const char *if_so,
                                  const char *partial) {
    if (line->origin != ORIGIN_MEMBERS) {
        return line->row->partial ? partial : if_so;
    }
    return FORMULA(line->book, "IF({0}=1,{1},{2})", line_cell(line, DATA_PARTIAL), partial, if_so);
}

/* 6, the floor that is not reached: by its pace. */
static const char *towards_floor(const struct data_line *line, const char *value) {
    if (line->row->pace == PACE_NONE) {
        return "6";
    }
    const char *edge = edge_term(line, line->terms->slipping);
    return FORMULA(line->book, "IF({0}=\"\",6,IF({1},3,IF({2}>=0,5,7)))",
                   line_cell(line, DATA_EXPECTED), compare(line, value, ">=", DATA_EXPECTED),
                   difference(line, value, edge));
}

static const char *floor_rank(const struct data_line *line, const char *value) {
    const char *exceeded = exceeded_term(line, value);
    const char *towards = towards_floor(line, value);
    const char *rest = FORMULA(line->book, "IF({0},2,IF({1},{2},{3}))", met_term(line, value),
                               over_term(line), unless_partial(line, "8", towards), towards);
    return exceeded == NULL ? rest : FORMULA(line->book, "IF({0},1,{1})", exceeded, rest);
}

/* 3, for a ceiling that is kept. */
static const char *kept(const struct data_line *line, const char *value) {
    const char *exceeded = exceeded_term(line, value);
    return exceeded == NULL ? "2" : FORMULA(line->book, "IF({0},1,2)", exceeded);
}

/* 4, a ceiling. */
static const char *ceiling_rank(const struct data_line *line, const char *value) {
    const char *met = met_term(line, value);
    const char *over = over_term(line);
    const char *missed = unless_partial(line, "8", "6");
    if (line->indicator->kind != KIND_FLOW) {
        return FORMULA(line->book, "IF({0},IF({1},{2},4),IF({1},{3},6))", met, over,
                       kept(line, value), missed);
    }
    const char *pace = "4";
    if (line->row->pace != PACE_NONE) {
        const char *edge = edge_term(line, line->terms->over);
        pace = FORMULA(line->book, "IF({0}=\"\",4,IF({1},4,IF({2}<=0,5,7)))",
                       line_cell(line, DATA_EXPECTED), compare(line, value, "<=", DATA_EXPECTED),
                       difference(line, value, edge));
    }
    return FORMULA(line->book, "IF({0},IF({1},{2},{3}),{4})", met, over, kept(line, value), pace,
                   missed);
}

/* 5, within or exactly. */
static const char *inside_rank(const struct data_line *line, const char *value) {
    const char *met = met_term(line, value);
    const char *missed = unless_partial(line, "8", "6");
    const char *running = FORMULA(line->book, "IF({0},4,6)", met);
    if (line->indicator->kind == KIND_FLOW) {
        running =
            FORMULA(line->book, "IF({0},{1},6)", compare(line, value, ">", DATA_HIGH), missed);
    }
    return FORMULA(line->book, "IF({0},IF({1},2,{2}),{3})", over_term(line), met, missed, running);
}

static const char *judged(const struct data_line *line, const char *value) {
    switch (bounds_side(&line->row->bounds, line->indicator->better)) {
    case SIDE_CEILING:
        return ceiling_rank(line, value);
    case SIDE_BOTH:
        return inside_rank(line, value);
    default:
        return floor_rank(line, value);
    }
}

/* ---- rules 1 and 2 ---- */

/* No bound to compare with: the target was taken out; NULL for a yes or no. */
const char *no_bound_term(const struct data_line *line) {
    switch (line->row->bounds.kind) {
    case TARGET_DONE:
        return NULL;
    case TARGET_RANGE:
    case TARGET_WITHIN:
        return FORMULA(line->book, "OR({0}=\"\",{1}=\"\")", line_cell(line, DATA_LOW),
                       line_cell(line, DATA_HIGH));
    default:
        return FORMULA(line->book, "{0}=\"\"", line_cell(line, DATA_DECIDES));
    }
}

/* The day on which alone the indicator is measured has not come; NULL when it may be any. */
static const char *early_term(const struct data_line *line) {
    const struct indicator *what = line->indicator;
    if (what->measured_month == 0) {
        return NULL;
    }
    struct date last = line->row->window.last;
    struct date day = date_of(last.year, what->measured_month, what->measured_day);
    day = date_cmp(day, last) > 0 ? date_year_before(day) : day;
    return FORMULA(line->book, "AND({0}<DATE({1},{2},{3}),OR({4}<>\"\",{5}<>\"\"))",
                   line_cell(line, DATA_SEEN), formula_int(line->book, day.year),
                   formula_int(line->book, day.month), formula_int(line->book, day.day),
                   line_cell(line, DATA_ACTUAL), line_cell(line, DATA_BASE));
}

static const char *end_rank(const struct data_line *line, enum data_id end) {
    struct workbook *book = line->book;
    const char *actual = line_cell(line, DATA_ACTUAL);
    const char *without = FORMULA(book, "IF({0}=\"\",9,10)", actual);
    if (!line->row->has_target) {
        return without;
    }
    const char *rank =
        FORMULA(book, "IF({0}=\"\",9,{1})", actual, judged(line, line_cell(line, end)));
    const char *early = early_term(line);
    if (early != NULL) {
        rank = FORMULA(book, "IF({0},12,{1})", early, rank);
    }
    const char *none = no_bound_term(line);
    if (none != NULL) {
        const char *grow = line_cell(line, DATA_GROW);
        const char *unknown = FORMULA(book, "IF({0}=\"\",{1},11)", grow, without);
        bool grows = line->row->bounds.kind == TARGET_GROW;
        rank = FORMULA(book, "IF({0},{1},{2})", none, grows ? unknown : without, rank);
    }
    return rank;
}

/* ---- the worst member (section 6) ---- */

/* How many members with a figure have this verdict. */
static const char *members_with(const struct data_line *line, int rank) {
    return FORMULA(
        line->book,
        "COUNTIFS(DL_NUOI,\"*|e{0}|*\",DL_TH,\">-1E+300\",DL_NGAY_XET,\">=\"&N({1}),DL_HANG,{2})",
        formula_int(line->book, line->index), line_cell(line, DATA_DAY),
        formula_int(line->book, rank));
}

static const char *worst_member(const struct data_line *line) {
    const char *worst = "1";
    for (int rank = RANK_MET; rank <= RANK_MISSED; rank++) {
        const char *count = members_with(line, rank);
        if (rank == RANK_NOT_YET) {
            count = FORMULA(line->book, "{0}+{1}", count, members_with(line, RANK_NOT_DUE));
        }
        worst =
            FORMULA(line->book, "IF({0}>0,{1},{2})", count, formula_int(line->book, rank), worst);
    }
    return worst;
}

/* While members are missing it can neither be met nor missed. */
static const char *each_rank(const struct data_line *line) {
    struct workbook *book = line->book;
    const char *reporting = line_cell(line, DATA_REPORTING);
    const char *total = line_cell(line, DATA_MEMBERS);
    const char *worst = line_cell(line, DATA_RANK_LOW);
    const char *without = members_with(line, RANK_NO_BASELINE);
    const char *early = early_term(line);
    const char *not_yet = early != NULL ? FORMULA(book, "IF({0},12,6)", early) : "6";
    return FORMULA(book,
                   "IF({0}=0,9,IF({0}={1},11,IF(AND({0}<{2},{3}=8),7,IF(OR({3}=6,AND({0}-{1}<{2},{"
                   "3}<=2)),{4},{3}))))",
                   reporting, without, total, worst, not_yet);
}

/* ---- the columns ---- */

/* A group's own line takes no part in what is counted over all lines, or it would count itself. */
const char *rank_formula(const struct data_line *line, enum data_id column) {
    bool each = line->row->each_group;
    if (line->too_near && column != DATA_FINAL) {
        return NULL;
    }
    if (column == DATA_FINAL) {
        return line->row->override != NONE ? NULL
               : each                      ? (line->each_live ? each_rank(line) : NULL)
                                           : line_cell(line, DATA_RANK);
    }
    if (each) {
        return line->each_live && column == DATA_RANK_LOW ? worst_member(line) : NULL;
    }
    switch (column) {
    case DATA_RANK_LOW:
        return end_rank(line, DATA_ACTUAL);
    case DATA_RANK_HIGH:
        return end_rank(line, DATA_ACTUAL_HIGH);
    default:
        return FORMULA(line->book, "MAX({0},{1})", line_cell(line, DATA_RANK_LOW),
                       line_cell(line, DATA_RANK_HIGH));
    }
}

/* What the number of a verdict stands for: a key, or symbol and words. */
static const char *choice(struct workbook *book, enum data_id column, int rank) {
    enum status status = rank_status((enum rank)rank);
    if (column == DATA_STATUS_KEY) {
        return status_key(status);
    }
    struct row row = {.status = status, .not_due = rank == RANK_NOT_DUE};
    return workbook_text(book, "%s %s", status_symbol(status), row_status_label(&row, book->lang));
}

const char *rank_choices(struct workbook *book, enum data_id column) {
    const char *list = "";
    for (int rank = RANK_EXCEEDED; rank < RANK_COUNT; rank++) {
        list = workbook_text(book, "%s,\"%s\"", list, choice(book, column, rank));
    }
    return list;
}

const char *status_formula(const struct data_line *line, enum data_id column) {
    return FORMULA(line->book, "CHOOSE({0}{1})", line_cell(line, DATA_FINAL),
                   column == DATA_STATUS_KEY ? line->terms->keys : line->terms->words);
}

int worst_rank(const struct data_line *line) {
    const struct scorecard *card = line->book->card;
    int worst = RANK_EXCEEDED;
    for (size_t i = 0; i < arrlenu(line->each); i++) {
        const struct row *member = &card->rows[line->each[i]];
        int rank = (int)status_rank(member->computed_status, false);
        bool counts = member->has_actual && date_cmp(member->date, line->row->date) >= 0;
        worst = counts && rank <= RANK_MISSED && rank > worst ? rank : worst;
    }
    return worst;
}
