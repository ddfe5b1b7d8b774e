/* SPDX-License-Identifier: MIT */
/* The goals that need the meeting's time, on sheet "Tổng quan". */
#include <assert.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_overview.h"
#include "worst.h"

enum { MOST_GOALS = 8 };

enum goal_span {
    GOAL_NAME,
    GOAL_TARGET,
    GOAL_ACTUAL,
    GOAL_SHARE,
    GOAL_NEEDED,
    GOAL_STATUS,
    GOAL_NOTE,
    GOAL_LINK,
    GOAL_SPANS
};

static const struct column_span goal_spans[] = {
    [GOAL_NAME] = {0, 6, {"Chỉ tiêu", "Goal"}},
    [GOAL_TARGET] = {7, 8, {"Kế hoạch", "Target"}},
    [GOAL_ACTUAL] = {9, 10, {"Thực hiện", "Actual"}},
    [GOAL_SHARE] = {11, 12, {"So KH", "Of target"}},
    [GOAL_NEEDED] = {13, 14, {"Cần mỗi tháng", "Needed per month"}},
    [GOAL_STATUS] = {15, 18, {"Đánh giá", "Status"}},
    [GOAL_NOTE] = {19, 22, {"Ghi chú", "Note"}},
    [GOAL_LINK] = {23, 23, {"Biểu", "Table"}},
};
static_assert(sizeof goal_spans / sizeof *goal_spans == GOAL_SPANS, "a column has no place");

/* Whether a comes before b. */
static bool worse(const struct row *a, const struct row *b) {
    return worst_first(a, b) < 0;
}

/* It is asked about in a meeting. */
static bool is_urgent(enum status status) {
    return status == STATUS_MISSED || status == STATUS_BEHIND || status == STATUS_SLIPPING ||
           status == STATUS_NO_REPORT || status == STATUS_INCOMPLETE ||
           status == STATUS_NO_BASELINE;
}

void overview_keep_worst(const struct scorecard *card, int **rows, int most, int row) {
    int n = (int)arrlen(*rows);
    if (n < most) {
        arrput(*rows, row);
    } else if (worse(&card->rows[row], &card->rows[(*rows)[n - 1]])) {
        (*rows)[n - 1] = row;
    } else {
        return;
    }
    for (size_t at = arrlenu(*rows) - 1;
         at > 0 && worse(&card->rows[(*rows)[at]], &card->rows[(*rows)[at - 1]]); at--) {
        int better = (*rows)[at - 1];
        (*rows)[at - 1] = (*rows)[at];
        (*rows)[at] = better;
    }
}

/* How many goals need time; the worst of them go into an stb_ds array. */
static int urgent_goals(const struct scorecard *card, int **goals) {
    int count = 0;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (row->goal && is_urgent(row->status)) {
            overview_keep_worst(card, goals, MOST_GOALS, i);
            count++;
        }
    }
    return count;
}

static void put_needed(const struct overview *o, int index, struct look look) {
    struct workbook *book = o->book;
    struct result needed = quantity_result(book->card->rows[index].is[M_NEEDED]);
    struct cell cell;
    sheet_merge(o->sheet, overview_area(o->at, goal_spans[GOAL_NEEDED]), "", &look);
    if (!needed.known) {
        return;
    }
    table_cell(book->card, index, COLUMN_NEEDED, book->lang, &cell);
    struct number_look number = {.decimals = safe_decimals(&cell, needed.value, book->lang)};
    look.number = number_code(book, number);
    uint16_t column = goal_spans[GOAL_NEEDED].first;
    const char *live = formula_data(book, data_name(M_NEEDED), index);
    sheet_formula_number(o->sheet, o->at, column, formula_known(book, live, live),
                         ratio_double(needed.value), &look);
}

static void put_numbers(const struct overview *o, int index) {
    static const enum table_column_id columns[] = {TABLE_TARGET, TABLE_ACTUAL, TABLE_ATTAINMENT};
    struct look look = {.border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true};
    struct cell target;
    table_cell(o->book->card, index, COLUMN_TARGET, o->book->lang, &target);
    for (int i = 0; i < 3; i++) {
        struct column_span span = goal_spans[GOAL_TARGET + i];
        look.bold = columns[i] != TABLE_TARGET;
        sheet_merge(o->sheet, overview_area(o->at, span), "", &look);
        workbook_mirror(o->book, o->sheet, o->at, span.first, index, columns[i],
                        i == 0 ? target.text : "", &look);
    }
    struct area actual = overview_area(o->at, goal_spans[GOAL_ACTUAL]);
    workbook_exact_figures(o->book, o->sheet, actual, formula_data(o->book, "DL_KH", index));
    if (row_shows_percent(o->book->card, &o->book->card->rows[index])) {
        workbook_exact_shares(o->book, o->sheet, overview_area(o->at, goal_spans[GOAL_SHARE]));
    }
    look.bold = false;
    put_needed(o, index, look);
}

static void put_goal(struct overview *o, int index) {
    enum { NAME_CHARACTERS = 42, NOTE_CHARACTERS = 26 };
    static const struct look text = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    static const struct look small = {.size = 9.5,
                                      .border = COLOUR_GRID,
                                      .wrap = true,
                                      .italic = true,
                                      .ink = COLOUR_MUTED,
                                      .indent = 1};
    static const struct look link = {
        .border = COLOUR_GRID, .align = ALIGN_CENTRE, .ink = COLOUR_LINK};
    struct workbook *book = o->book;
    const struct row *row = &book->card->rows[index];
    const char *name = workbook_name(book, row);
    if (o->orgs > 1) {
        name = workbook_text(book, "%s: %s",
                             org_name(&book->card->book->orgs[row->org], book->lang), name);
    }
    struct cell cell;
    table_cell(book->card, index, COLUMN_NOTE, book->lang, &cell);
    const char *note = workbook_text(book, "%s", cell.text);
    table_cell(book->card, index, COLUMN_STATUS, book->lang, &cell);
    sheet_merge(o->sheet, overview_area(o->at, goal_spans[GOAL_NAME]), name, &text);
    put_numbers(o, index);
    sheet_merge(o->sheet, overview_area(o->at, goal_spans[GOAL_STATUS]), "", &text);
    sheet_formula_text(o->sheet, o->at, goal_spans[GOAL_STATUS].first,
                       formula_data(book, "DL_DANH_GIA", index), cell.text, &text);
    sheet_merge(o->sheet, overview_area(o->at, goal_spans[GOAL_NOTE]), note, &small);
    struct row_spot spot = book->spots[index];
    const char *number = workbook_text(book, "%02d", spot.number);
    if (workbook_hides(book, WORKBOOK_TABLES)) {
        sheet_text(o->sheet, o->at, goal_spans[GOAL_LINK].first, "", &link);
    } else {
        sheet_link(o->sheet, o->at, goal_spans[GOAL_LINK].first, spot.sheet, spot.row, number,
                   &link);
    }
    double names = text_lines(name, NAME_CHARACTERS) * 15.5 + 7;
    double notes = text_lines(note, NOTE_CHARACTERS) * 12.0 + 5;
    sheet_height(o->sheet, o->at, names > notes ? names : notes);
    o->at++;
}

void overview_goals(struct overview *o) {
    static const char *const heading[LANG_COUNT] = {
        "Chỉ tiêu cần cuộc họp bàn, kém nhất trước",
        "Goals that need the meeting's time, worst first"};
    static const char *const none[LANG_COUNT] = {"Không có.", "None."};
    static const struct look look = {.italic = true, .ink = COLOUR_MUTED};
    struct workbook *book = o->book;
    int *goals = NULL;
    int n = urgent_goals(book->card, &goals);
    overview_heading(o, heading[book->lang]);
    overview_columns(o, goal_spans, GOAL_SPANS);
    uint32_t first = o->at;
    for (int i = 0; i < (int)arrlen(goals); i++) {
        put_goal(o, goals[i]);
    }
    arrfree(goals);
    if (n == 0) {
        sheet_text(o->sheet, o->at++, 0, none[book->lang], &look);
        return;
    }
    uint16_t status = goal_spans[GOAL_STATUS].first;
    workbook_colours(book, o->sheet, (struct area){first, status, o->at - 1, status}, true);
    if (n > MOST_GOALS) {
        const char *more = workbook_phrase_number(book, PHRASE_SHEET_MORE_GOALS, n - MOST_GOALS);
        sheet_text(o->sheet, o->at++, 0, more, &look);
    }
    o->at++;
}
