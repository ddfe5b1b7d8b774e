/* SPDX-License-Identifier: MIT */
/*
 * What the sheets on the wall (overview, matrix, projector) show of a line: the share of its
 * target that is filled, the share that its status is judged by, its place among the goals, worst
 * first (core/worst.h), and the words around them.
 */
#include <assert.h>
#include <stdlib.h>

#include "mem.h"
#include "words.h"
#include "workbook_lines.h"
#include "workbook_wall.h"

static const struct quantity none = {.value = {0, 1}, .why = UNDEFINED_NO_DATA};

/* ---- words ---- */

const char *row_short(struct workbook *book, const struct row *row) {
    enum { ALONE = 44, ORG = 14, BESIDE = 34, LISTED_ORG = 18, LISTED = 32 };
    const char *name = workbook_name(book, row);
    const char *org = org_name(&book->card->book->orgs[row->org], book->lang);
    if (book->goals_of_one && !row->covered) {
        return workbook_cut(book, name, ALONE);
    }
    /* members' stand in lists, not beside bars */
    return FORMULA(book, "{0}: {1}", workbook_cut(book, org, row->covered ? LISTED_ORG : ORG),
                   workbook_cut(book, name, row->covered ? LISTED : BESIDE));
}

const char *row_owner(struct workbook *book, const struct row *row) {
    const char *owner = book->card->book->indicators[row->indicator].owner;
    return owner != NULL ? book_said(book->card->book, owner, book->lang) : "";
}

const char *wall_link(struct workbook *book, const struct row *row) {
    struct row_spot spot = book->spots[row - book->card->rows];
    if (spot.sheet == NULL || workbook_hides(book, WORKBOOK_TABLES)) {
        return "";
    }
    return FORMULA(book, "#'{0}'!A{1}", spot.sheet, formula_int(book, (int64_t)spot.row + 1));
}

const char *row_sign(struct workbook *book, const struct row *row) {
    static const char *const signs[][LANG_COUNT] = {
        [TARGET_AT_LEAST] = {"", ""},
        [TARGET_MORE_THAN] = {"trên", "over"},
        [TARGET_AT_MOST] = {"không quá", "at most"},
        [TARGET_LESS_THAN] = {"dưới", "under"},
        [TARGET_RANGE] = {"", ""},
        [TARGET_WITHIN] = {"trong", "within"},
        [TARGET_ABOUT] = {"khoảng", "about"},
        [TARGET_EXACTLY] = {"đúng", "exactly"},
        [TARGET_DONE] = {"có", "yes"},
        [TARGET_GROW] = {"", ""},
    };
    static_assert(sizeof signs / sizeof *signs == TARGET_KIND_COUNT, "a target has no sign");
    static const char *const each[LANG_COUNT] = {"mỗi đơn vị", "each"};
    const char *sign = row->has_target ? signs[row->bounds.kind][book->lang] : "";
    return row->each_group
               ? FORMULA(book, "{0}{1}{2}", each[book->lang], sign[0] != '\0' ? " " : "", sign)
               : sign;
}

/* A day as formulas write it: {0} is its cell. */
static const char *const day_words[LANG_COUNT] = {
    "RIGHT(\"0\"&DAY({0}),2)&\"/\"&RIGHT(\"0\"&MONTH({0}),2)&\"/\"&YEAR({0})",
    "YEAR({0})&\"-\"&RIGHT(\"0\"&MONTH({0}),2)&\"-\"&RIGHT(\"0\"&DAY({0}),2)",
};

/* A phrase as a formula, with terms in the places of its words. */
static const char *said(struct workbook *book, enum phrase id, const char *first,
                        const char *second) {
    return FORMULA(book, "\"{0}\"",
                   BOOK_PHRASE(book, id, FORMULA(book, "\"&{0}&\"", first),
                               FORMULA(book, "\"&{0}&\"", second)));
}

const char *wall_mark_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    const char *day = line_cell(line, DATA_DAY);
    (void)column;
    if (line->row->each_group || line->row->rolled_up) {
        const char *k = line_cell(line, line->row->each_group ? DATA_MET : DATA_REPORTING);
        return said(book, line->row->each_group ? PHRASE_MEMBERS_MET : PHRASE_MEMBERS,
                    FORMULA(book, "SUM({0})", k), formula_int(book, line->row->members_total));
    }
    return FORMULA(book, "IF(OR({0}=\"\",SUM({1})=0,SUM({1})>={2}),\"\",{3})",
                   line_cell(line, DATA_ACTUAL), day, line_cell(line, DATA_AS_OF),
                   said(book, PHRASE_DATED, FORMULA(book, day_words[book->lang], day), ""));
}

const char *wall_mark(const struct data_line *line) {
    return row_mark(line->book, line->row);
}

const char *row_mark(struct workbook *book, const struct row *row) {
    char date[DATE_TEXT];
    if (row->each_group || row->rolled_up) {
        return workbook_phrase_numbers(book, row->each_group ? PHRASE_MEMBERS_MET : PHRASE_MEMBERS,
                                       row->each_group ? row->members_met : row->members_reporting,
                                       row->members_total);
    }
    bool early = row->has_actual && date_cmp(row->date, row->as_of) < 0;
    return early ? BOOK_PHRASE(book, PHRASE_DATED, print_date(row->date, book->lang, date)) : "";
}

/* ---- the target ---- */

/* Where the number of a target stands that is shown, and the second one of two. */
static enum data_id asked_column(const struct row *row, enum data_id column) {
    enum target_kind kind = row->bounds.kind;
    if (!row->has_target || target_numbers(kind) == 0 || (row->each_group && kind == TARGET_GROW)) {
        return DATA_COUNT;
    }
    if (column == DATA_ASKED_HIGH) {
        return target_has(kind, HAS_TWO) ? DATA_HIGH : DATA_COUNT;
    }
    if (kind == TARGET_GROW) {
        return row->ceiling ? DATA_HIGH : DATA_LOW;
    }
    return (target_numbers(kind) & HAS_LOW) != 0 ? DATA_LOW : DATA_HIGH;
}

/* A group's own line has the target as many times as it has members. */
static int asked_times(const struct workbook *book, const struct row *row) {
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    return row->each_group && indicator_adds_up(indicator) ? row->members_total : 1;
}

static struct quantity asked(const struct workbook *book, const struct row *row,
                             enum data_id column) {
    enum data_id from = asked_column(row, column);
    struct ratio value = from == DATA_COUNT || !row_has_bounds(row) ? (struct ratio){0, 0}
                         : row->bounds.kind == TARGET_GROW          ? row_decides(row)
                         : from == DATA_LOW                         ? row->bounds.low
                                                                    : row->bounds.high;
    value = ratio_div(value, ratio_int(asked_times(book, row)));
    return ratio_valid(value) ? defined(value) : none;
}

struct result row_asked(const struct workbook *book, const struct row *row, bool second) {
    return quantity_result(asked(book, row, second ? DATA_ASKED_HIGH : DATA_ASKED));
}

/* ---- shares ---- */

bool row_fills(const struct workbook *book, const struct row *row) {
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    if (row->each_group) {
        return row->members_total > 0 && row->members_met >= 0;
    }
    return row->has_target && target_numbers(row->bounds.kind) != 0 &&
           !indicator_is_yes_no(indicator) && indicator->kind != KIND_RATE;
}

/* The end of a figure that is compared, and the number that is full. */
static bool takes_high(const struct row *row) {
    return row->ceiling || row->bounds.kind == TARGET_WITHIN;
}

static enum data_id full_column(const struct row *row) {
    enum target_kind kind = row->bounds.kind;
    return kind == TARGET_WITHIN                            ? DATA_HIGH
           : kind == TARGET_ABOUT || kind == TARGET_EXACTLY ? DATA_LOW
                                                            : DATA_DECIDES;
}

static struct ratio full_of(const struct row *row) {
    enum data_id column = full_column(row);
    return column == DATA_HIGH  ? row->bounds.high
           : column == DATA_LOW ? row->bounds.low
                                : row_decides(row);
}

static struct quantity share(struct ratio part, struct ratio whole) {
    struct ratio value = ratio_div(part, whole);
    return ratio_valid(value) ? defined(value) : none;
}

static struct quantity filled(const struct workbook *book, const struct row *row) {
    struct ratio full = full_of(row);
    struct ratio actual = takes_high(row) ? row->high : row->low;
    if (!row_fills(book, row)) {
        return none;
    }
    if (row->each_group) {
        return row->rolled_up && row->members_reporting > 0
                   ? share(ratio_int(row->members_met), ratio_int(row->members_total))
                   : none;
    }
    bool known = row->has_actual && row_has_bounds(row) && ratio_valid(full) &&
                 row->partial != PARTIAL_OPEN; /* members who are missing can change it both ways */
    return known && ratio_sign(full) > 0 && ratio_sign(actual) >= 0 ? share(actual, full) : none;
}

static const char *filled_formula(const struct data_line *line) {
    const struct row *row = line->row;
    if (row->each_group) {
        return FORMULA(line->book, "IF(SUM({0})=0,\"\",SUM({1})/{2})",
                       line_cell(line, DATA_REPORTING), line_cell(line, DATA_MET),
                       formula_int(line->book, row->members_total));
    }
    const char *share =
        FORMULA(line->book, "IF(OR({0}=\"\",{1}=\"\"),\"\",IF(OR({1}<=0,{0}<0),\"\",{0}/{1}))",
                line_cell(line, takes_high(row) ? DATA_ACTUAL_HIGH : DATA_ACTUAL),
                line_cell(line, full_column(row)));
    return row->rolled_up
               ? FORMULA(line->book, "IF(N({0})={1},\"\",{2})", line_cell(line, DATA_PARTIAL),
                         formula_int(line->book, PARTIAL_OPEN), share)
               : share;
}

/* What is due judges while nothing is reached or lost for good. */
static struct quantity judged(const struct workbook *book, const struct row *row) {
    struct quantity of_target = filled(book, row);
    struct quantity due = row->is[M_EXPECTED];
    if (status_form(row->status) == FORM_UNKNOWN || row->each_group || of_target.why != DEFINED) {
        return none;
    }
    bool by_target = row->status <= STATUS_MET || row->status == STATUS_MISSED ||
                     due.why != DEFINED || ratio_sign(due.value) <= 0;
    return by_target ? of_target : share(takes_high(row) ? row->high : row->low, due.value);
}

static const char *judged_formula(const struct data_line *line) {
    struct workbook *book = line->book;
    const char *unknown = "";
    const char *status = line_cell(line, DATA_FINAL);
    for (int s = STATUS_FIRST; s < STATUS_COUNT; s++) {
        if (status_form((enum status)s) == FORM_UNKNOWN) {
            unknown = FORMULA(book, "{0},{1}={2}", unknown, status, formula_int(book, s));
        }
    }
    const char *by_target =
        FORMULA(book, "OR({0}<={1},{0}={2},SUM({3})<=0)", status, formula_int(book, STATUS_MET),
                formula_int(book, STATUS_MISSED), line_cell(line, DATA_EXPECTED));
    return FORMULA(book, "IF(OR({0}=\"\"{1}),\"\",IF({2},{0},{3}/{4}))",
                   line_cell(line, DATA_FILLED), unknown, by_target,
                   line_cell(line, takes_high(line->row) ? DATA_ACTUAL_HIGH : DATA_ACTUAL),
                   line_cell(line, DATA_EXPECTED));
}

struct result row_filled(const struct workbook *book, const struct row *row) {
    return quantity_result(filled(book, row));
}

struct result row_judged(const struct workbook *book, const struct row *row) {
    return quantity_result(judged(book, row));
}

int whole_percents(struct ratio share, enum status status) {
    enum { MOST = 1000000000, ALMOST = 99 };
    const struct ratio half = ratio_of(1, 2000000);
    const struct ratio nearly = ratio_of(1999999999999, 2000000000000); /* as ROUND(share,12)<1 */
    struct ratio percents = ratio_mul(share, ratio_int(100));
    struct ratio cut = ratio_down(ratio_add(percents, half), 6);
    if (!ratio_valid(cut) || ratio_cmp(cut, ratio_int(MOST)) > 0) {
        return MOST;
    }
    int whole = (int)(cut.num / cut.den);
    if (ratio_cmp(share, nearly) < 0) {
        return whole < ALMOST ? whole : ALMOST;
    }
    return status > STATUS_ON_TRACK ? (int)ratio_up(cut, 0).num : whole;
}

const char *formula_percents(struct workbook *book, const char *share, const char *status) {
    return FORMULA(book,
                   "MIN(1000000000,IF(ROUND({0},12)<1,MIN(99,INT(ROUND({0}*100,6))),"
                   "IF({1}>{2},ROUNDUP(ROUND({0}*100,6),0),INT(ROUND({0}*100,6)))))",
                   share, status, formula_int(book, STATUS_ON_TRACK));
}

/* Members' verdicts as computed: one that a person has set is no formula's. */
static bool met_follows(const struct data_line *line) {
    int met = 0;
    for (size_t i = 0; i < arrlenu(line->each); i++) {
        const struct row *row = &line->book->card->rows[line->each[i]];
        met += row->has_actual && row->computed_status <= STATUS_WITHIN;
    }
    return line->each_live && met == line->row->members_met;
}

const char *wall_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    if (column == DATA_MET) {
        return line->row->each_group && met_follows(line)
                   ? FORMULA(book, "{0},DL_HANG,\"<={1}\")", members_counted(line),
                             formula_int(book, STATUS_WITHIN))
                   : NULL;
    }
    if (column == DATA_ASKED || column == DATA_ASKED_HIGH) {
        enum data_id from = asked_column(line->row, column);
        const char *cell = from == DATA_COUNT ? NULL : line_cell(line, from);
        return cell == NULL ? NULL
                            : FORMULA(book, "IF({0}=\"\",\"\",{0}/{1})", cell,
                                      formula_int(book, asked_times(book, line->row)));
    }
    if (!row_fills(book, line->row) || (column == DATA_JUDGED && line->row->each_group)) {
        return NULL;
    }
    return column == DATA_FILLED ? filled_formula(line) : judged_formula(line);
}

struct quantity wall_figure(const struct data_line *line, enum data_id column) {
    const struct row *row = line->row;
    if (column == DATA_MET) {
        return row->each_group && row->members_met >= 0 ? defined(ratio_int(row->members_met))
                                                        : none;
    }
    if (column == DATA_ASKED || column == DATA_ASKED_HIGH) {
        return asked(line->book, row, column);
    }
    return column == DATA_FILLED ? filled(line->book, row) : judged(line->book, row);
}

/* ---- worst first ---- */

/*
 * A place is a number of three parts, each with room for its largest: the status, the worst with
 * the smallest; how far the row is from what it should be, the furthest with the smallest, none
 * behind all; the row's own number, so that no two are equal. 15 digits, which a cell keeps.
 */
enum { STATUS_DIGITS = 13, FAR_WHOLE_DIGITS = 3 };

struct order_scale {
    int64_t rows;  /* more than there are */
    int64_t far;   /* so many steps of distance */
    int64_t steps; /* of them in a distance of 1 */
};

static struct order_scale scale_of(const struct workbook *book) {
    struct order_scale scale = {.rows = 10, .far = 1, .steps = 1};
    int digits = STATUS_DIGITS - 1;
    while (scale.rows <= (int64_t)arrlen(book->card->rows)) {
        scale.rows *= 10;
        digits--;
    }
    for (int i = 0; i < digits; i++) {
        scale.far *= 10;
        scale.steps *= i >= FAR_WHOLE_DIGITS ? 10 : 1;
    }
    return scale;
}

/* In the chart lines without a bar come behind all that have one. */
static const int64_t behind_all = 1000000000000000;

/* Of what is due behind comes with what is missed. */
static int64_t class_of(enum status status) {
    return STATUS_COUNT - (status == STATUS_BEHIND ? STATUS_MISSED : status);
}

static int64_t far_steps(struct quantity distance, struct order_scale scale) {
    if (distance.why != DEFINED) {
        return scale.far - 1;
    }
    struct ratio steps =
        ratio_add(ratio_mul(distance.value, ratio_int(scale.steps)), ratio_of(1, 2));
    bool most = !ratio_valid(steps) || ratio_cmp(steps, ratio_int(scale.far - 2)) > 0;
    return most ? 0 : scale.far - 2 - (int64_t)(steps.num / steps.den);
}

static bool in_order(const struct data_line *line, enum data_id column) {
    bool members = column == DATA_ORDER_MEMBERS;
    return line->counts && line->row->covered == members &&
           (column != DATA_ORDER_DRAWN || row_fills(line->book, line->row));
}

bool status_goes_wrong(enum status status) {
    return status_form(status) == FORM_BAD;
}

/* The place of a row that counts, among those of all or of those drawn. */
static int64_t place_of(const struct workbook *book, int index, bool drawn) {
    const struct row *row = &book->card->rows[index];
    struct order_scale scale = scale_of(book);
    int64_t place = class_of(row->status) * scale.far * scale.rows +
                    far_steps(row->is[M_DISTANCE], scale) * scale.rows + index;
    return place + (drawn && filled(book, row).why != DEFINED ? behind_all : 0);
}

int64_t row_place(const struct workbook *book, int row) {
    return place_of(book, row, false);
}

struct quantity wall_order(const struct data_line *line, enum data_id column) {
    bool shown = column != DATA_ORDER_MEMBERS || status_goes_wrong(line->row->status);
    return in_order(line, column) && line->row->goal && shown
               ? defined(ratio_int(place_of(line->book, line->index, column == DATA_ORDER_DRAWN)))
               : none;
}

struct placed {
    int64_t place;
    int row;
};

static int compare_places(const void *left, const void *right) {
    const struct placed *a = left;
    const struct placed *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

/* Goals of one order. */
static bool is_listed(const struct workbook *book, const struct row *row, enum wall_goals which) {
    bool wrong = row->covered && status_goes_wrong(row->status);
    switch (which) {
    case WALL_COUNTED:
        return row->goal && !row->covered;
    case WALL_DRAWN:
        return row->goal && !row->covered && row_fills(book, row);
    case WALL_MEMBERS:
        return row->goal && wrong;
    case WALL_BOTH:
        return row->goal && (wrong || !row->covered);
    }
    return false;
}

int *workbook_worst_first(const struct workbook *book, enum wall_goals which) {
    struct placed *goals = NULL;
    int *rows = NULL;
    for (int i = 0; i < (int)arrlen(book->card->rows); i++) {
        if (is_listed(book, &book->card->rows[i], which)) {
            arrput(goals, ((struct placed){place_of(book, i, which == WALL_DRAWN), i}));
        }
    }
    if (arrlenu(goals) > 0) {
        qsort(goals, arrlenu(goals), sizeof *goals, compare_places);
    }
    for (size_t i = 0; i < arrlenu(goals); i++) {
        arrput(rows, goals[i].row);
    }
    arrfree(goals);
    return rows;
}

bool status_is_urgent(enum status status) {
    return status >= STATUS_SLIPPING && status != STATUS_NO_TARGET;
}

const char *formula_urgent(struct workbook *book) {
    struct order_scale scale = scale_of(book);
    return formula_int(book, (class_of(STATUS_SLIPPING) + 1) * scale.far * scale.rows);
}

const char *wall_order_formula(const struct data_line *line, enum data_id column) {
    struct workbook *book = line->book;
    struct order_scale scale = scale_of(book);
    const char *far = formula_int(book, scale.far - 2);
    if (!in_order(line, column)) {
        return NULL;
    }
    if (column == DATA_ORDER_DRAWN) {
        return FORMULA(book, "IF({0}=\"\",\"\",{0}+IF({1}=\"\",{2},0))",
                       line_cell(line, DATA_ORDER), line_cell(line, DATA_FILLED),
                       formula_int(book, behind_all));
    }
    const char *wrong = "";
    const char *class = FORMULA(book, "({0}-IF({1}={2},{3},{1}))", formula_int(book, STATUS_COUNT),
                                line_cell(line, DATA_FINAL), formula_int(book, STATUS_BEHIND),
                                formula_int(book, STATUS_MISSED));
    const char *away = FORMULA(book, "IF(ISNUMBER({0}),{1}-MIN({1},ROUND({0}*{2},0)),{1}+1)",
                               line_cell(line, DATA_DISTANCE), far, formula_int(book, scale.steps));
    const char *shown = FORMULA(book, "{0}=1", line_cell(line, DATA_COUNTED));
    for (int s = STATUS_FIRST, n = 0; column == DATA_ORDER_MEMBERS && s < STATUS_COUNT; s++) {
        if (status_goes_wrong((enum status)s)) {
            wrong = FORMULA(book, "{0}{1}{2}={3}", wrong, n++ > 0 ? "," : "",
                            line_cell(line, DATA_FINAL), formula_int(book, s));
        }
    }
    shown = column == DATA_ORDER_MEMBERS ? FORMULA(book, "AND({0},OR({1}))", shown, wrong) : shown;
    return FORMULA(book, "IF({0},{1}*{2}+{3}*{4}+{5},\"\")", shown, class,
                   formula_int(book, scale.far * scale.rows), away, formula_int(book, scale.rows),
                   formula_int(book, line->index));
}
