/* SPDX-License-Identifier: MIT */
/*
 * Sheet "Trình chiếu": what is behind, what it needs, who must act; one screen of 16:9, eight lines
 * of 20 points that follow what is typed.
 */
#include <assert.h>

#include "mem.h"
#include "workbook_worst.h"

enum { ROW_TITLE, ROW_UNDER, ROW_HEAD, ROW_FIRST, MOST_LINES = 8 };

enum projector_column {
    SHOW_NUMBER,
    SHOW_NAME,
    SHOW_STATUS,
    SHOW_SHARE,
    SHOW_LEFT,
    SHOW_NEEDED,
    SHOW_OWNER,
    SHOW_COLUMNS
};

static const struct projector_head {
    const char *text[LANG_COUNT];
    double width;
} heads[] = {
    [SHOW_NUMBER] = {{"", ""}, 4},
    [SHOW_NAME] = {{"Chỉ tiêu", "Goal"}, 54},
    [SHOW_STATUS] = {{"Đánh giá", "Status"}, 30},
    [SHOW_SHARE] = {{"So KH", "Of target"}, 15},
    [SHOW_LEFT] = {{"Còn lại", "Left"}, 14},
    [SHOW_NEEDED] = {{"Cần/tháng", "Per month"}, 14},
    [SHOW_OWNER] = {{"Phụ trách", "Who acts"}, 34},
};
static_assert(sizeof heads / sizeof *heads == SHOW_COLUMNS, "a column has no heading");

static void put_line(struct worst *worst, int k, uint32_t at) {
    static const struct look words = {
        .size = 20, .border = COLOUR_GRID, .indent = 1, .shrink = true};
    static const struct look owner = {
        .size = 16, .border = COLOUR_GRID, .indent = 1, .shrink = true};
    struct look number = {.size = 20,
                          .border = COLOUR_GRID,
                          .align = ALIGN_RIGHT,
                          .shrink = true,
                          .number = "#,##0_)"};
    struct workbook *book = worst->book;
    worst_line(worst, k, at);
    const struct row *row = worst->row == NONE ? NULL : &book->card->rows[worst->row];
    struct result none = {false, {0, 1}};
    struct cell cell = {.text = ""};
    if (row != NULL) {
        table_cell(book->card, worst->row, COLUMN_STATUS, book->lang, &cell);
    }
    sheet_number(worst->sheet, at, SHOW_NUMBER, k + 1, &number);
    worst_text(worst, SHOW_NAME, SHOW_NAME, worst_term(worst, "DL_TEN_NGAN"),
               row == NULL ? "" : row_short(book, row), &words);
    worst_text(worst, SHOW_STATUS, SHOW_STATUS, worst_term(worst, "DL_DANH_GIA"), cell.text,
               &words);
    worst_number(worst, SHOW_LEFT, SHOW_LEFT, data_name(M_LEFT),
                 row == NULL ? none : quantity_result(row->is[M_LEFT]), &number);
    worst_number(worst, SHOW_NEEDED, SHOW_NEEDED, data_name(M_NEEDED),
                 row == NULL ? none : quantity_result(row->is[M_NEEDED]), &number);
    number.number = "0.0%_)";
    number.bold = true;
    worst_share(worst, SHOW_SHARE, SHOW_SHARE, &number);
    worst_text(worst, SHOW_OWNER, SHOW_OWNER, worst_words(worst, "DL_PHU_TRACH"),
               row == NULL ? "" : row_owner(book, row), &owner);
    sheet_height(worst->sheet, at, 42);
    workbook_line_done(book);
}

static void write_head(struct workbook *book, struct sheet *sheet) {
    static const char *const titles[LANG_COUNT] = {"VIỆC CẦN BÀN, KÉM NHẤT TRƯỚC",
                                                   "FOR THE MEETING, WORST FIRST"};
    static const char *const notes[LANG_COUNT] = {
        "So KH: chỉ tiêu có mức trần thì so với mức trần. Sửa số ở trang Nhập số, trang này đổi "
        "theo.",
        "Of target: of the limit where there is one. This page follows what is typed.",
    };
    static const struct look title = {
        .size = 26, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {.size = 14, .italic = true, .ink = COLOUR_MUTED};
    struct look head = table_head;
    head.size = 16;
    for (uint16_t c = 0; c < (uint16_t)SHOW_COLUMNS; c++) {
        sheet_text(sheet, ROW_TITLE, c, c == 0 ? titles[book->lang] : "", &title);
        sheet_text(sheet, ROW_HEAD, c, heads[c].text[book->lang], &head);
        sheet_column(sheet, c, c, heads[c].width, false);
    }
    const char *filtered = workbook_extract(book, PHRASE_SHEET_FILTERED);
    sheet_text(sheet, ROW_UNDER, 0, filtered[0] != '\0' ? filtered : notes[book->lang], &note);
    sheet_height(sheet, ROW_TITLE, 40);
    sheet_height(sheet, ROW_UNDER, 24);
    sheet_height(sheet, ROW_HEAD, 28);
}

void workbook_projector(struct workbook *book, struct sheet *sheet) {
    write_head(book, sheet);
    struct worst worst = worst_begin(book, sheet, WALL_BOTH, SHOW_COLUMNS, ROW_HEAD);
    int goals = 0;
    for (size_t i = 0; i < arrlenu(book->card->rows); i++) {
        goals += book->card->rows[i].goal;
    }
    int lines = goals < 1 ? 1 : goals < MOST_LINES ? goals : MOST_LINES;
    for (int k = 0; k < lines; k++) {
        put_line(&worst, k, ROW_FIRST + (uint32_t)k);
    }
    uint32_t last = ROW_FIRST + (uint32_t)lines - 1;
    workbook_colours(book, sheet, (struct area){ROW_FIRST, SHOW_STATUS, last, SHOW_STATUS}, true);
    if (arrlenu(book->card->rows) > 0) {
        worst_shares(&worst, (struct area){ROW_FIRST, SHOW_SHARE, last, SHOW_SHARE});
        worst_figures(&worst, (struct area){ROW_FIRST, SHOW_LEFT, last, SHOW_NEEDED},
                      "[>=1]#,##0.0_);#,##0.0#_)");
    }
    workbook_line_done(book);
    worst_end(&worst);
    sheet_print_one_page(sheet, (struct area){ROW_TITLE, 0, last, SHOW_COLUMNS - 1},
                         workbook_page(book));
    sheet_tab(sheet, 0xC00000);
}
