/* SPDX-License-Identifier: MIT */
/* The goals that need the meeting's time, on sheet "Tổng quan": the list follows what is typed. */
#include <assert.h>

#include "mem.h"
#include "workbook_overview.h"
#include "workbook_worst.h"

enum {
    MOST_GOALS = 10, /* lines of the page */
    MOST_BESIDE = 5, /* of the goals that count and of members', where there are both */
    ROW_POINTS = 18
};

enum goal_span {
    GOAL_NAME,
    GOAL_UNIT,
    GOAL_TARGET,
    GOAL_PAST,
    GOAL_ACTUAL,
    GOAL_SHARE,
    GOAL_NEEDED,
    GOAL_STATUS,
    GOAL_MOVE,
    GOAL_OWNER,
    GOAL_LINK,
    GOAL_SPANS
};

static const char *const headings[][LANG_COUNT] = {
    [GOAL_NAME] = {"Chỉ tiêu", "Goal"},
    [GOAL_UNIT] = {"ĐVT", "Unit"},
    [GOAL_TARGET] = {"Kế hoạch", "Target"},
    [GOAL_PAST] = {"Kỳ trước", "Last time"},
    [GOAL_ACTUAL] = {"Thực hiện", "Actual"},
    [GOAL_SHARE] = {"So KH", "Of target"},
    [GOAL_NEEDED] = {"Cần/tháng", "Per month"},
    [GOAL_STATUS] = {"Đánh giá", "Status"},
    [GOAL_MOVE] = {"Đổi", "Move"},
    [GOAL_OWNER] = {"Lưu ý, phụ trách", "Mark, owner"},
    [GOAL_LINK] = {"Biểu", "Go"},
};
static_assert(sizeof headings / sizeof *headings == GOAL_SPANS, "a column has no heading");

/* Which columns of the page each takes; NOWHERE: it is not on the page. */
enum { NOWHERE = OVERVIEW_COLUMNS };
struct goal_layout {
    struct {
        uint16_t first;
        uint16_t last;
    } at[GOAL_SPANS];
    struct worst_target target;
};

static const struct goal_layout alone = {
    {
        [GOAL_NAME] = {0, 8},
        [GOAL_UNIT] = {9, 10},
        [GOAL_TARGET] = {11, 15},
        [GOAL_PAST] = {NOWHERE, NOWHERE},
        [GOAL_ACTUAL] = {16, 17},
        [GOAL_SHARE] = {18, 19},
        [GOAL_NEEDED] = {20, 21},
        [GOAL_STATUS] = {22, 25},
        [GOAL_MOVE] = {NOWHERE, NOWHERE},
        [GOAL_OWNER] = {26, 30},
        [GOAL_LINK] = {31, 31},
    },
    {.words = 11, .low = 13, .high = 15, .last = 15},
};

/* Beside the last meeting: what it had, and an arrow. */
static const struct goal_layout beside = {
    {
        [GOAL_NAME] = {0, 6},
        [GOAL_UNIT] = {7, 8},
        [GOAL_TARGET] = {9, 13},
        [GOAL_PAST] = {14, 15},
        [GOAL_ACTUAL] = {16, 17},
        [GOAL_SHARE] = {18, 19},
        [GOAL_NEEDED] = {20, 21},
        [GOAL_STATUS] = {22, 25},
        [GOAL_MOVE] = {26, 26},
        [GOAL_OWNER] = {27, 30},
        [GOAL_LINK] = {31, 31},
    },
    {.words = 9, .low = 11, .high = 13, .last = 13},
};

static const struct goal_layout *layout_of(const struct workbook *book) {
    return book->since != NULL ? &beside : &alone;
}

static struct column_span span_of(const struct workbook *book, enum goal_span span) {
    const struct goal_layout *layout = layout_of(book);
    return (struct column_span){layout->at[span].first,
                                layout->at[span].last,
                                {headings[span][LANG_VI], headings[span][LANG_EN]}};
}

static void write_headings(struct overview *o) {
    struct column_span spans[GOAL_SPANS];
    int n = 0;
    for (int i = 0; i < GOAL_SPANS; i++) {
        spans[n] = span_of(o->book, (enum goal_span)i);
        n += spans[n].first != NOWHERE;
    }
    overview_columns(o, spans, n);
}

static const struct look text_look = {.border = COLOUR_GRID, .indent = 1, .shrink = true};
static const struct look number_look = {
    .border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true, .number = "#,##0_)"};

static void put_text(struct worst *worst, enum goal_span span, const char *term, const char *stored,
                     const struct look *look) {
    struct column_span at = span_of(worst->book, span);
    worst_text(worst, at.first, at.last, term, stored, look);
}

/* The mark of its figure, and who answers for it. */
static void put_owner(struct worst *worst) {
    static const struct look look = {.size = 10,
                                     .border = COLOUR_GRID,
                                     .italic = true,
                                     .ink = COLOUR_MUTED,
                                     .indent = 1,
                                     .shrink = true};
    struct workbook *book = worst->book;
    const char *mark = "";
    const char *owner = "";
    if (worst->row != NONE) {
        const struct row *row = &book->card->rows[worst->row];
        mark = row_mark(book, row);
        owner = row_owner(book, row);
    }
    bool both = mark[0] != '\0' && owner[0] != '\0';
    put_text(worst, GOAL_OWNER,
             FORMULA(book, "{0}&IF(AND({0}<>\"\",{1}<>\"\"),\" · \",\"\")&{1}",
                     worst_words(worst, "DL_LUU_Y"), worst_words(worst, "DL_PHU_TRACH")),
             workbook_text(book, "%s%s%s", mark, both ? " · " : "", owner), &look);
}

static void put_numbers(struct worst *worst) {
    struct workbook *book = worst->book;
    const struct row *row = worst->row == NONE ? NULL : &book->card->rows[worst->row];
    struct result none = {false, {0, 1}};
    struct look bold = number_look;
    bold.bold = true;
    const struct goal_layout *on = layout_of(book);
    worst_target(worst, on->target, &number_look);
    worst_actual(worst, on->at[GOAL_ACTUAL].first, on->at[GOAL_ACTUAL].last, &bold);
    bold.number = "0.0%_)";
    worst_share(worst, on->at[GOAL_SHARE].first, on->at[GOAL_SHARE].last, &bold);
    worst_number(worst, on->at[GOAL_NEEDED].first, on->at[GOAL_NEEDED].last, data_name(M_NEEDED),
                 row == NULL ? none : quantity_result(row->is[M_NEEDED]), &number_look);
}

static void put_past(struct worst *worst) {
    static const struct look arrow = {.border = COLOUR_GRID, .align = ALIGN_CENTRE, .bold = true};
    const struct workbook *book = worst->book;
    if (book->since == NULL) {
        return;
    }
    struct column_span at = span_of(book, GOAL_PAST);
    worst_past(worst, at.first, at.last, &number_look);
    put_text(worst, GOAL_MOVE, worst_words(worst, "DL_DOI"),
             worst->row == NONE ? "" : book->since[worst->row].arrow, &arrow);
}

/* Where nothing is urgent the first line says so. */
static void put_name(struct worst *worst, bool first) {
    static const char *const nothing[LANG_COUNT] = {"Không có chỉ tiêu nào.", "None."};
    struct workbook *book = worst->book;
    struct column_span span = span_of(book, GOAL_NAME);
    const char *name = worst_term(worst, "DL_TEN_NGAN");
    const char *said = nothing[book->lang];
    if (!first) {
        put_text(worst, GOAL_NAME, name,
                 worst->row == NONE ? "" : row_short(book, &book->card->rows[worst->row]),
                 &text_look);
        return;
    }
    sheet_merge(worst->sheet, overview_area(worst->at, span),
                arrlenu(book->card->rows) == 0 ? said : "", &text_look);
    if (arrlenu(book->card->rows) > 0) {
        sheet_formula_text(
            worst->sheet, worst->at, span.first,
            FORMULA(book, "IF({0}=\"\",\"{1}\",{2})", worst->place, said, name),
            worst->row == NONE ? said : row_short(book, &book->card->rows[worst->row]), &text_look);
    }
}

static void put_goal(struct worst *worst, int k, uint32_t at) {
    static const struct look link = {
        .border = COLOUR_GRID, .align = ALIGN_CENTRE, .ink = COLOUR_LINK};
    struct workbook *book = worst->book;
    worst_line(worst, k, at);
    const struct row *row = worst->row == NONE ? NULL : &book->card->rows[worst->row];
    struct cell cell = {.text = ""};
    if (row != NULL) {
        table_cell(book->card, worst->row, COLUMN_STATUS, book->lang, &cell);
    }
    put_name(worst, k == 0);
    struct look unit = text_look;
    unit.size = 10;
    put_text(worst, GOAL_UNIT, worst_words(worst, "DL_DVT"),
             row == NULL ? "" : workbook_unit(book, row), &unit);
    put_numbers(worst);
    put_past(worst);
    put_text(worst, GOAL_STATUS, worst_term(worst, "DL_DANH_GIA"), cell.text, &text_look);
    put_owner(worst);
    bool tables = !workbook_hides(book, WORKBOOK_TABLES);
    put_text(worst, GOAL_LINK,
             tables ? FORMULA(book, "HYPERLINK({0},\"→\")", worst_term(worst, "DL_BIEU")) : "\"\"",
             tables ? "→" : "", &link);
    sheet_height(worst->sheet, at, ROW_POINTS);
    workbook_line_done(book);
}

static void put_more(struct overview *o, const struct worst *worst, int lines) {
    static const struct look look = {.italic = true, .ink = COLOUR_MUTED};
    struct workbook *book = o->book;
    const char *more = FORMULA(book, "\"&({0}-{1})&\"", worst->count, formula_int(book, lines));
    if (worst->book->card->rows != NULL && arrlenu(book->card->rows) > 0) {
        int rest = worst->urgent - lines;
        sheet_formula_text(
            o->sheet, o->at, 0,
            FORMULA(book, "IF({0}>{1},\"{2}\",\"\")", worst->count, formula_int(book, lines),
                    BOOK_PHRASE(book, PHRASE_SHEET_MORE_GOALS, more)),
            rest > 0 ? workbook_phrase_number(book, PHRASE_SHEET_MORE_GOALS, rest) : "", &look);
    }
    sheet_height(o->sheet, o->at++, ROW_POINTS);
}

/* Numbers as many places as each needs. */
static void write_exact(struct worst *worst, uint32_t first, uint32_t last) {
    const struct goal_layout *layout = layout_of(worst->book);
    uint16_t share = layout->at[GOAL_SHARE].first;
    uint16_t needed = layout->at[GOAL_NEEDED].first;
    uint16_t actual = layout->at[GOAL_ACTUAL].first;
    uint16_t past = layout->at[GOAL_PAST].first;
    uint16_t low = layout->target.low;
    uint16_t high = layout->target.high;
    worst_shares(worst, (struct area){first, share, last, share});
    worst_figures(worst, (struct area){first, high, last, high}, "\"– \"#,##0.0##_)");
    worst_figures(worst, (struct area){first, low, last, low}, "#,##0.0##_)");
    if (worst->book->since != NULL) {
        worst_figures(worst, (struct area){first, past, last, past}, "#,##0.0##_)");
    }
    worst_figures(worst, (struct area){first, actual, last, actual}, "#,##0.0##_)");
    worst_figures(worst, (struct area){first, needed, last, needed}, "[>=1]#,##0.0_);#,##0.0#_)");
}

/* One list of so many lines. The hidden cell of its count stands in a row of the tiles. */
static void put_list(struct overview *o, enum wall_goals which, int lines) {
    struct workbook *book = o->book;
    uint32_t first = o->at;
    struct worst worst = worst_begin(book, o->sheet, which, layout_of(book)->at[GOAL_LINK].last + 1,
                                     overview_counts_row() + (which == WALL_MEMBERS));
    for (int k = 0; k < lines; k++) {
        put_goal(&worst, k, o->at++);
    }
    uint32_t last = o->at - 1;
    worst_line(&worst, lines - 1, last);
    put_more(o, &worst, lines);
    uint16_t status = layout_of(book)->at[GOAL_STATUS].first;
    workbook_colours(book, o->sheet, (struct area){first, status, last, status}, true);
    if (arrlenu(book->card->rows) > 0) {
        write_exact(&worst, first, last);
    }
    workbook_line_done(book);
    worst_end(&worst);
}

/* Goals that count, or that are left to those of their group. */
static int count_goals(const struct scorecard *card, bool covered) {
    int count = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        count += card->rows[i].goal && card->rows[i].covered == covered;
    }
    return count;
}

/* No more lines than goals, one at least. */
static int lines_of(int goals, int most) {
    return goals < 1 ? 1 : goals < most ? goals : most;
}

void overview_goals(struct overview *o) {
    static const char *const heading[LANG_COUNT] = {
        "Chỉ tiêu cần cuộc họp bàn, kém nhất trước",
        "Goals that need the meeting's time, worst first"};
    static const char *const of_members[LANG_COUNT] = {
        "Của đơn vị thành viên (không tính vào số đếm trên): chậm, không đạt, vượt ngưỡng",
        "Of members, not counted above: behind, missed, past a limit"};
    struct workbook *book = o->book;
    int members = count_goals(book->card, true);
    int counted = count_goals(book->card, false);
    overview_heading(o, heading[book->lang]);
    write_headings(o);
    put_list(o, WALL_COUNTED, lines_of(counted, members > 0 ? MOST_BESIDE : MOST_GOALS));
    if (members > 0) {
        overview_heading(o, of_members[book->lang]);
        put_list(o, WALL_MEMBERS, lines_of(members, MOST_BESIDE));
    }
}
