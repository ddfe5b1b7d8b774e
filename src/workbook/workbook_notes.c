/* SPDX-License-Identifier: MIT */
/* Sheet "Chú giải": how each figure comes about, the statuses, edges, units and what was read. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "path.h"
#include "phrase.h"
#include "typeface.h"
#include "workbook_inside.h"
#include "workbook_pages.h"

enum { ROW_BACK, ROW_TITLE, LAST_COLUMN = 1 };
enum { TERM_WIDTH = 30, TEXT_WIDTH = 104, TITLE_HEIGHT = 26 };

/* The sheet being written. */
struct notes {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at;           /* the next free row */
    struct page_row *rows; /* stb_ds array: of those before it */
};

/* A thing and what is to be said of it. */
struct definition {
    const char *term[LANG_COUNT];
    const char *text[LANG_COUNT];
    bool of_groups; /* only where there are some */
};

static const struct definition figures[] = {
    {{"So kế hoạch (%)", "Of target (%)"},
     {"Thực hiện chia kế hoạch. Chỉ tiêu tính bằng %, dạng khoảng và chỉ tiêu càng thấp càng tốt "
      "ghi chênh lệch (thực hiện trừ kế hoạch).",
      "Actual over target. Indicators in %, ranges and those that are better when lower show the "
      "difference (actual minus target)."},
     false},
    {{"So cùng kỳ (%)", "Of last year (%)"},
     {"Thực hiện chia số đúng ngày ấy năm trước; chỉ tiêu tính bằng % ghi chênh lệch điểm %. Không "
      "có số đúng ngày, hoặc đã đổi địa giới, thì để trống.",
      "Actual over last year's figure of the same day; indicators in % show the difference in "
      "points. Empty without a figure of that day, or when boundaries have changed."},
     false},
    {{"Mức phải đạt đến nay", "Expected by now"},
     {"Kế hoạch nhân phần phải đạt: số tháng đã qua, tính đến ngày của chính con số, trên số tháng "
      "của năm; hay theo mốc, theo năm trước. Chỉ với số phát sinh trong năm; số đến một ngày, khi "
      "có yêu cầu xét tiến độ, tính từ số gốc.",
      "Target times the share due: months gone, up to the figure's own date, over the months of "
      "the year; or that of milestones or of last year. For flows only; for levels where pacing is "
      "asked for, counted from the base."},
     false},
    {{"Còn lại, cần, dự báo", "Left, needed, forecast"},
     {"Còn lại: kế hoạch trừ thực hiện, không dưới 0, để trống với mức trần và khoảng phải giữ. "
      "Cần "
      "mỗi tháng: còn lại chia số tháng còn lại. Dự báo: thực hiện chia phần phải đạt đến nay; ước "
      "thực hiện là số cán bộ viết.",
      "Left: target minus actual, never below 0, empty for ceilings and ranges to stay within. "
      "Needed per month: what is left over the months left. Forecast: actual over the share due; "
      "an estimate is what the officer wrote."},
     false},
    {{"Cộng các đơn vị", "Sum of members"},
     {"Tổng số thực hiện của các đơn vị có số cùng ngày; có dấu * là chưa đủ đơn vị. Số bình quân, "
      "tỷ lệ không cộng. Đơn vị chưa có số, hoặc số cũ hơn, được nêu tên ở trang Cụm.",
      "The members' figures of the same day, added; * marks that some are missing. Averages and "
      "shares are not added. Members without a figure, or with an older one, are named."},
     true},
    {{"Ô trống, làm tròn", "Empty cells, rounding"},
     {"Ô trống là chưa có số liệu, không phải số 0. Đánh giá xét trên số chính xác, trước khi làm "
      "tròn; số in ra không trái với đánh giá.",
      "An empty cell has no figure; it is not zero. Verdicts are reached on the exact figures, "
      "before rounding; what is printed never contradicts them."},
     false},
    {{"Số lấy từ đâu", "Where figures come from"},
     {"Ở các biểu, rê chuột vào ô kế hoạch, thực hiện: nguyên văn, văn bản, tệp và dòng. Trang "
      "tính "
      "Dữ liệu (đang ẩn: bấm chuột phải vào một thẻ trang, chọn Unhide) dẫn đến tệp của từng số.",
      "In the tables, point at a target or an actual: its words, document, file and line. The "
      "hidden sheet Data (right click on a tab, Unhide) leads to the file of every figure."},
     false},
    {{"Sửa số trong cuộc họp", "Changing figures in the meeting"},
     {"Sửa ô vàng ở trang Nhập số; các trang khác tính lại ngay. Số nhập mới mà chưa ghi ngày thì "
      "coi là của ngày xét. Tệp gốc không đổi.",
      "Change the yellow cells of sheet Enter figures; all other sheets follow at once. A new "
      "figure without a date stands on the as-of date. The files do not change."},
     false},
    {{"Không đổi theo", "What does not follow"},
     {"Ghi chú, các kỳ trước của trang Diễn biến, và những dòng mà cột Kiểm tra ở trang Nhập số "
      "nêu: "
      "đánh giá do người sửa, số gộp mà các dòng không đủ để tính.",
      "Notes, earlier figures of sheet Through the year, and the lines that column Check of sheet "
      "Enter figures names: statuses set by a person, roll-ups that need more than the lines "
      "tell."},
     false},
};

/* ---- lines ---- */

/* The next row is so high, and written; no page ends with one that goes with the next. */
static void next_row(struct notes *notes, double height, bool with_next) {
    sheet_height(notes->sheet, notes->at++, height);
    arrput(notes->rows, ((struct page_row){height, with_next}));
}

static void put_heading(struct notes *notes, const char *text) {
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    next_row(notes, 15, true);
    sheet_text(notes->sheet, notes->at, 0, text, &look);
    next_row(notes, 22, true);
}

/* In a column so many digits wide. */
static int lines_in(const char *text, double width, bool bold) {
    const double points = (width * 7 + 5) * 0.75;
    return typeface_lines(text, bold, layout_room(points, 1, 12));
}

static void put_line(struct notes *notes, const char *term, const char *text,
                     const struct look *look) {
    static const struct look body = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    struct look head = look != NULL ? *look : (struct look){.bold = true};
    head.border = COLOUR_GRID;
    head.wrap = true;
    head.indent = 1;
    sheet_text(notes->sheet, notes->at, 0, term, &head);
    sheet_text(notes->sheet, notes->at, 1, text, &body);
    int terms = lines_in(term, TERM_WIDTH, true);
    int lines = lines_in(text, TEXT_WIDTH, false);
    next_row(notes, (terms > lines ? terms : lines) * 15.5 + 3, false);
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
    const struct scorecard *card = notes->book->card;
    enum language lang = notes->book->lang;
    put_heading(notes, heading[lang]);
    bool groups = false;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        groups = groups || card->rows[i].rolled_up;
    }
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        if (groups || !figures[i].of_groups) {
            put_line(notes, figures[i].term[lang], figures[i].text[lang], NULL);
        }
    }
    put_edges(notes);
}

/* What the tables show the beginning of, one table after the other. */
static void put_long_notes(struct notes *notes) {
    static const char *const heading[LANG_COUNT] = {"Ghi chú đầy đủ của các biểu, lúc xuất",
                                                    "Notes of the tables in full, as exported"};
    struct workbook *book = notes->book;
    if (arrlen(book->notes) == 0) {
        return;
    }
    put_heading(notes, heading[book->lang]);
    for (int i = 0; i < (int)arrlen(book->notes); i++) {
        const struct long_note *note = &book->notes[i];
        const char *sheet = book->spots[note->row].sheet;
        bool first = i == 0 || strcmp(sheet, book->spots[book->notes[i - 1].row].sheet) != 0;
        const char *name = note->rows == 1
                               ? workbook_name(book, &book->card->rows[note->row])
                               : workbook_phrase_number(book, PHRASE_SHEET_NOTE_ROWS, note->rows);
        put_line(
            notes,
            workbook_text(book, "%s%s[%d] %s", first ? sheet : "", first ? ":\n" : "", i + 1, name),
            note->text, NULL);
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

/* ---- what was read ---- */

/* A file, or a folder, in one line of small type. */
static void put_read(struct notes *notes, const char *name, enum phrase phrase, size_t count,
                     const char *sha256) {
    static const struct look named = {
        .size = 9, .border = COLOUR_GRID, .indent = 1, .shrink = true};
    static const struct look hash = {
        .size = 9, .border = COLOUR_GRID, .indent = 1, .ink = COLOUR_MUTED};
    struct workbook *book = notes->book;
    char plain[RATIO_TEXT];
    char printed[PRINTED_TEXT];
    snprintf(plain, sizeof plain, "%zu", count);
    sheet_text(notes->sheet, notes->at, 0, name, &named);
    sheet_text(notes->sheet, notes->at, 1,
               BOOK_PHRASE(book, phrase, print_number(plain, book->lang, printed), sha256), &hash);
    next_row(notes, 13.5, false);
}

static void put_files(struct notes *notes) {
    const struct sources *sources = notes->book->sources;
    for (size_t i = 0; i < arrlenu(sources->items); i++) {
        put_read(notes, sources->items[i].name, PHRASE_SHEET_FILE_READ, sources->items[i].size,
                 sources_sha256(sources, (int32_t)i));
    }
}

static int by_folder(const char *a, const char *b) {
    size_t long_a = path_folder(a);
    size_t long_b = path_folder(b);
    int order = memcmp(a, b, long_a < long_b ? long_a : long_b);
    return order != 0 ? order : (long_a > long_b) - (long_a < long_b);
}

static int by_folder_and_name(const void *left, const void *right) {
    const char *a = (*(const struct source *const *)left)->name;
    const char *b = (*(const struct source *const *)right)->name;
    int order = by_folder(a, b);
    return order != 0 ? order : strcmp(a, b);
}

static void put_folder(struct notes *notes, const char *first, const int32_t *files) {
    struct workbook *book = notes->book;
    char sha256[DIGEST_TEXT];
    sources_list_sha256(book->sources, files, arrlenu(files), sha256);
    put_read(notes, pool_text(&book->line, first, path_folder(first)), PHRASE_SHEET_FOLDER_READ,
             arrlenu(files), sha256);
}

/* The files of a nation are thousands: nobody reads their names, and opening takes its time. */
static void put_folders(struct notes *notes) {
    const struct source *items = notes->book->sources->items;
    const struct source **sorted = NULL;
    int32_t *files = NULL;
    for (size_t i = 0; i < arrlenu(items); i++) {
        arrput(sorted, &items[i]);
    }
    qsort(sorted, arrlenu(sorted), sizeof *sorted, by_folder_and_name);
    for (size_t i = 0; i < arrlenu(sorted); i++) {
        arrput(files, (int32_t)(sorted[i] - items));
        if (i + 1 == arrlenu(sorted) || by_folder(sorted[i]->name, sorted[i + 1]->name) != 0) {
            put_folder(notes, sorted[i]->name, files);
            arrsetlen(files, 0);
        }
    }
    arrfree(files);
    arrfree(sorted);
}

static void put_origin(struct notes *notes) {
    enum { MOST_FILES = 200 }; /* named one by one */
    static const char *const heading[LANG_COUNT] = {"Nguồn của bảng này: tệp đã đọc",
                                                    "Where this comes from: files read"};
    static const char *const program[LANG_COUNT] = {"Chương trình", "Program"};
    struct workbook *book = notes->book;
    put_heading(notes, heading[book->lang]);
    put_units(notes);
    put_line(notes, program[book->lang], "tiendo " TIENDO_VERSION, NULL);
    if (arrlenu(book->sources->items) <= MOST_FILES) {
        put_files(notes);
    } else {
        put_folders(notes);
    }
}

/* No page ends with a heading. */
static void print_notes(struct notes *notes) {
    const double width = ((TERM_WIDTH + TEXT_WIDTH) * 7 + 10) * 0.75; /* points */
    int scale = page_scale(width);
    uint32_t *breaks = page_breaks(notes->rows, arrlenu(notes->rows), TITLE_HEIGHT, scale);
    for (size_t i = 0; i < arrlenu(breaks); i++) {
        breaks[i] += ROW_TITLE;
    }
    sheet_print_pages(notes->sheet, (struct area){ROW_TITLE, 0, notes->at - 1, LAST_COLUMN},
                      ROW_TITLE, ROW_TITLE, (struct pages){scale, breaks, arrlenu(breaks)},
                      workbook_page(notes->book));
    arrfree(breaks);
    arrfree(notes->rows);
}

void workbook_notes(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Chú giải", "Notes"};
    static const char *const what[LANG_COUNT] = {
        "Cách tính, ý nghĩa các đánh giá, ghi chú dài, tệp đã đọc",
        "How figures come about, what statuses mean, long notes, files read"};
    static const char *const titles[LANG_COUNT] = {"CHÚ GIẢI", "NOTES"};
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    struct notes notes = {.book = book};
    notes.sheet = workbook_sheet_add(book, name[book->lang], what[book->lang]);
    sheet_column(notes.sheet, 0, 0, TERM_WIDTH, false);
    sheet_column(notes.sheet, 1, 1, TEXT_WIDTH, false);
    sheet_text(notes.sheet, ROW_TITLE, 0, titles[book->lang], &title);
    sheet_text(notes.sheet, ROW_TITLE, LAST_COLUMN, "", &title);
    notes.at = ROW_TITLE;
    next_row(&notes, TITLE_HEIGHT, true);
    put_figures(&notes);
    put_statuses(&notes);
    put_long_notes(&notes);
    put_origin(&notes);
    print_notes(&notes);
    workbook_way_back(book, notes.sheet, ROW_BACK, 0);
    sheet_fit_screen(notes.sheet, 0, LAST_COLUMN);
    sheet_tab(notes.sheet, COLOUR_MUTED);
}
