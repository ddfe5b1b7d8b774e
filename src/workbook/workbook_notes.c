/* SPDX-License-Identifier: MIT */
/* Sheet "Chú giải": how each figure comes about, the statuses, edges, units and what was read. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "workbook_inside.h"

enum { ROW_BACK, ROW_TITLE, ROW_NOTE, LAST_COLUMN = 1 };

/* The sheet being written. */
struct notes {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at; /* the next free row */
};

/* A thing and what is to be said of it. */
struct definition {
    const char *term[LANG_COUNT];
    const char *text[LANG_COUNT];
};

static const struct definition figures[] = {
    {{"So kế hoạch (%)", "Of target (%)"},
     {"Thực hiện chia kế hoạch. Chỉ tiêu tính bằng %, dạng khoảng và chỉ tiêu càng thấp càng tốt "
      "ghi chênh lệch (thực hiện trừ kế hoạch).",
      "Actual over target. Indicators in %, ranges and those that are better when lower show the "
      "difference (actual minus target)."}},
    {{"So cùng kỳ (%)", "Of last year (%)"},
     {"Thực hiện chia số đúng ngày ấy năm trước; chỉ tiêu tính bằng % ghi chênh lệch điểm %. Không "
      "có số đúng ngày, hoặc đã đổi địa giới, thì để trống.",
      "Actual over last year's figure of the same day; indicators in % show the difference in "
      "points. Empty without a figure of that day, or when boundaries have changed."}},
    {{"Thời gian đã qua", "Elapsed"},
     {"Số tháng trọn đã qua cộng phần của tháng đang chạy, chia số tháng của năm. Theo ngày của "
      "chính con số.",
      "Whole months gone plus the share of the running month, over the months of the year. Counted "
      "to the figure's own date."}},
    {{"Mức phải đạt đến nay", "Expected by now"},
     {"Kế hoạch nhân phần phải đạt đến nay: thời gian đã qua, hay phần theo mốc, theo năm trước. "
      "Chỉ với số phát sinh trong năm; số đến một ngày, khi có yêu cầu xét tiến độ, tính từ số "
      "gốc.",
      "Target times the share due by now: the elapsed one, or that of milestones or of last year. "
      "For flows only; for levels where pacing is asked for, counted from the base."}},
    {{"Còn lại", "Left to do"},
     {"Kế hoạch trừ thực hiện, không dưới 0. Mức trần và khoảng phải giữ thì để trống.",
      "Target minus actual, never below 0. Empty for ceilings and ranges to stay within."}},
    {{"Cần mỗi tháng", "Needed per month"},
     {"Còn lại chia số tháng còn lại của năm.", "What is left over the months that are left."}},
    {{"Dự báo cả năm", "Forecast"},
     {"Thực hiện chia phần phải đạt đến nay. Ước thực hiện là số cán bộ viết; hai số không trộn "
      "vào nhau.",
      "Actual over the share due by now. The estimate is what the officer wrote; the two are never "
      "mixed."}},
    {{"Cộng các đơn vị", "Sum of members"},
     {"Tổng số thực hiện của các đơn vị có số cùng ngày; có dấu * là chưa đủ đơn vị. Số bình quân, "
      "tỷ lệ không cộng. Đơn vị chưa có số, hoặc số cũ hơn, được nêu tên ở trang Cụm.",
      "The members' figures of the same day, added; * marks that some are missing. Averages and "
      "shares are not added. Members without a figure, or with an older one, are named."}},
    {{"Số lấy từ đâu", "Where figures come from"},
     {"Ở các biểu, rê chuột vào ô kế hoạch, thực hiện để xem nguyên văn, văn bản, tệp và dòng. "
      "Trang tính Dữ liệu (đang ẩn: bấm chuột phải vào một thẻ trang, chọn Unhide) nêu tệp của "
      "từng "
      "số, bấm vào thì mở tệp khi tệp còn ở chỗ cũ so với bảng này. "
      "Ghi chú nào kết thúc bằng “…” thì có đủ ở cột Ghi chú của trang Dữ liệu.",
      "In the tables, point at a target or an actual for its words, document, file and line. The "
      "hidden "
      "sheet Data (right click on a tab, Unhide) names the file of every figure and opens it, as "
      "long as it lies where it was, seen "
      "from here. A note that ends in “…” is whole in the column Note of that sheet."}},
    {{"Ô trống", "Empty cells"},
     {"Chưa có số liệu; không phải số 0, không tính vào tổng và tỷ lệ.",
      "No figure: not zero, and in no sum or percentage."}},
    {{"Đạt hay không", "Met or not"},
     {"Xét trên số chính xác, trước khi làm tròn. Số in ra không trái với đánh giá.",
      "Judged on the exact figures, before rounding. What is printed never contradicts it."}},
    {{"Sửa số trong cuộc họp", "Changing figures in the meeting"},
     {"Sửa ô vàng ở trang Nhập số: số và ngày thực hiện, kế hoạch, số năm trước, ước. Đánh giá, "
      "biểu, "
      "ma trận và số đếm tính lại ngay. Số nhập mới mà chưa ghi ngày thì coi là của ngày xét. Sửa "
      "ở "
      "đây không đổi tệp gốc.",
      "Change the yellow cells of sheet Enter figures: actuals and their dates, targets, last "
      "year, "
      "estimates. "
      "Statuses, tables, matrix and counts follow at once. A new figure without a date stands on "
      "the "
      "as-of date. The files themselves do not change."}},
    {{"Không đổi theo", "What does not follow"},
     {"Cột Kiểm tra ở trang Nhập số nói dòng nào: đánh giá do người "
      "sửa, "
      "số gộp mà các dòng không đủ để tính (bình quân của bình quân, lớn nhất, nhỏ nhất, thành "
      "viên "
      "không có dòng, nhiều hơn 80 thành viên). Thứ tự chỉ tiêu cần họp bàn, ghi chú và các chữ "
      "cũng "
      "là của lúc xuất.",
      "Column Check of sheet Enter figures says which lines: statuses set by a "
      "person, "
      "roll-ups that need more than the lines tell (means of means, largest, smallest, members "
      "without a line, more than 80 members). The order of the goals for the meeting, notes and "
      "all "
      "words are those of the export, too."}},
};

/* ---- lines ---- */

static void put_heading(struct notes *notes, const char *text) {
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    notes->at++;
    sheet_text(notes->sheet, notes->at, 0, text, &look);
    sheet_height(notes->sheet, notes->at, 22);
    notes->at++;
}

static void put_line(struct notes *notes, const char *term, const char *text,
                     const struct look *look) {
    enum { TERM_CHARACTERS = 30, TEXT_CHARACTERS = 108 };
    static const struct look body = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    struct look head = look != NULL ? *look : (struct look){.bold = true};
    head.border = COLOUR_GRID;
    head.wrap = true;
    head.indent = 1;
    sheet_text(notes->sheet, notes->at, 0, term, &head);
    sheet_text(notes->sheet, notes->at, 1, text, &body);
    int terms = text_lines(term, TERM_CHARACTERS);
    int lines = text_lines(text, TEXT_CHARACTERS);
    sheet_height(notes->sheet, notes->at, (terms > lines ? terms : lines) * 15.5 + 6);
    notes->at++;
}

/* ---- sections ---- */

static void put_statuses(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Đánh giá", "Statuses"};
    struct workbook *book = notes->book;
    put_heading(notes, heading[book->lang]);
    for (int i = STATUS_FIRST; i < STATUS_COUNT; i++) {
        enum status status = (enum status)i;
        put_line(
            notes,
            workbook_text(book, "%s %s", status_symbol(status), status_label(status, book->lang)),
            status_meaning(status, book->lang), status_look(status_form(status)));
    }
}

static void put_edges(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Ngưỡng", "Edges"};
    struct workbook *book = notes->book;
    char text[CELL_TEXT_SIZE];
    edges_print(&book->card->book->edges, book->lang, text);
    const char *colon = strstr(text, ": ");
    put_line(notes, heading[book->lang], colon != NULL ? colon + 2 : text, NULL);
}

static void put_figures(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Cách tính", "How figures are computed"};
    enum language lang = notes->book->lang;
    put_heading(notes, heading[lang]);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        put_line(notes, figures[i].term[lang], figures[i].text[lang], NULL);
    }
    put_edges(notes);
}

/* What the tables show the beginning of. */
static void put_long_notes(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Ghi chú đầy đủ của các biểu, lúc xuất",
                                                    "Notes of the tables in full, as exported"};
    struct workbook *book = notes->book;
    if (arrlen(book->notes) == 0) {
        return;
    }
    put_heading(notes, heading[book->lang]);
    for (int i = 0; i < (int)arrlen(book->notes); i++) {
        int row = book->notes[i].row;
        const char *name = workbook_name(book, &book->card->rows[row]);
        put_line(notes, workbook_text(book, "[%d] %s: %s", i + 1, book->spots[row].sheet, name),
                 book->notes[i].text, NULL);
    }
}

/* The first row whose indicator has this unit. */
static bool unit_is_new(const struct scorecard *card, size_t row) {
    const char *unit = card->book->indicators[card->rows[row].indicator].unit.text;
    for (size_t i = 0; i < row; i++) {
        if (strcmp(card->book->indicators[card->rows[i].indicator].unit.text, unit) == 0) {
            return false;
        }
    }
    return unit[0] != '\0';
}

static void put_units(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Đơn vị tính", "Units"};
    const struct scorecard *card = notes->book->card;
    struct buffer units = {0};
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (unit_is_new(card, i)) {
            buffer_text(&units, arrlenu(units.text) > 0 ? "; " : "");
            buffer_text(&units, workbook_unit(notes->book, &card->rows[i]));
        }
    }
    buffer_put(&units, "", 1);
    put_line(notes, heading[notes->book->lang], units.text, NULL);
    buffer_clear(&units);
}

static void put_origin(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Nguồn của bảng này", "Where this comes from"};
    static const char *const program[LANG_COUNT] = {"Chương trình", "Program"};
    static const char *const read[LANG_COUNT] = {"Tệp đã đọc", "File read"};
    struct workbook *book = notes->book;
    put_heading(notes, heading[book->lang]);
    put_units(notes);
    put_line(notes, program[book->lang], "tiendo " TIENDO_VERSION, NULL);
    for (size_t i = 0; i < arrlenu(book->sources->items); i++) {
        const struct source *source = &book->sources->items[i];
        char plain[RATIO_TEXT];
        char size[PRINTED_TEXT];
        snprintf(plain, sizeof plain, "%zu", source->size);
        put_line(notes, read[book->lang],
                 BOOK_PHRASE(book, PHRASE_SHEET_FILE_READ, source->name,
                             print_number(plain, book->lang, size),
                             sources_sha256(book->sources, (int32_t)i)),
                 NULL);
    }
}

void workbook_notes(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Chú giải", "Notes"};
    static const char *const what[LANG_COUNT] = {
        "Cách tính, ý nghĩa các đánh giá, ghi chú dài, tệp đã đọc",
        "How figures come about, what statuses mean, long notes, files read"};
    static const char *const titles[LANG_COUNT] = {"CHÚ GIẢI", "NOTES"};
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    struct notes notes = {.book = book, .at = ROW_NOTE};
    notes.sheet = workbook_sheet_add(book, name[book->lang], what[book->lang]);
    sheet_column(notes.sheet, 0, 0, 30, false);
    sheet_column(notes.sheet, 1, 1, 104, false);
    sheet_text(notes.sheet, ROW_TITLE, 0, titles[book->lang], &title);
    sheet_text(notes.sheet, ROW_TITLE, LAST_COLUMN, "", &title);
    sheet_height(notes.sheet, ROW_TITLE, 26);
    put_figures(&notes);
    put_statuses(&notes);
    put_long_notes(&notes);
    put_origin(&notes);
    sheet_print(notes.sheet, (struct area){ROW_TITLE, 0, notes.at - 1, LAST_COLUMN}, ROW_TITLE,
                ROW_TITLE, 1, workbook_page(book));
    workbook_way_back(book, notes.sheet, ROW_BACK, 0);
    sheet_fit_screen(notes.sheet, 0, LAST_COLUMN);
    sheet_tab(notes.sheet, COLOUR_MUTED);
}
