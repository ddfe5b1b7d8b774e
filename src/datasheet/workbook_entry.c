/* SPDX-License-Identifier: MIT */
/*
 * Sheet "Nhập số": the only place to type. A row for each line of the data, which takes its inputs
 * by the key in the hidden columns at the left, so that rows may be sorted, filtered, inserted and
 * deleted; nothing here depends on where a row stands. Beside each input its value at export is
 * kept, so that changes are seen and counted. Row 1, hidden, holds each input column's key.
 */
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_lines.h"

enum { ROW_KEYS, ROW_TITLE, ROW_STATE, ROW_HOW, ROW_HEAD, ROW_FIRST };

enum {
    INPUTS_NEAR = 3, /* the first inputs stand in the middle, the others right of the check */
    AT_KEY = 0,      /* org indicator by during, for whoever reads the sheet back */
    AT_LINE_KEY,     /* the key of the data's line */
    AT_ORG,
    AT_NAME,
    AT_UNIT,
    AT_LAST_YEAR,
    AT_PLAN,
    AT_INPUTS,
    AT_STATUS = AT_INPUTS + INPUTS_NEAR,
    AT_WAS_ACTUAL,
    AT_CHECK,
    AT_MORE,                                      /* the other inputs */
    AT_WAS = AT_MORE + ENTRY_COUNT - INPUTS_NEAR, /* at export, of all but the actual */
    AT_LINE = AT_WAS + ENTRY_COUNT - 1,           /* where the line stands in the data */
    AT_OPEN,                                      /* for each input 1: it may be typed, else 0 */
    AT_CHANGED,                                   /* inputs that are not as at export */
    AT_YES_NO,                                    /* 1: the figure is "có" or "không" */
    AT_COUNT
};

static uint16_t input_at(enum entry_id entry) {
    int at = (int)entry;
    return (uint16_t)(at < INPUTS_NEAR ? AT_INPUTS + at : AT_MORE + at - INPUTS_NEAR);
}

static uint16_t was_at(enum entry_id entry) {
    return (uint16_t)(entry == ENTRY_ACTUAL ? AT_WAS_ACTUAL : AT_WAS + (int)entry - 1);
}

static const char *own(struct workbook *book, uint32_t row, int column) {
    return formula_cell(book, row, (uint16_t)column, false);
}

/* ---- looks ---- */

enum { INK_INPUT = 0x1F1F1F, BORDER_INPUT = 0x404040, PAPER_CLOSED = 0xEDEDED };

static const char *const yes_no[LANG_COUNT][2] = {{"không", "có"}, {"no", "yes"}};

static const struct look words = {.size = 11, .border = COLOUR_GRID, .wrap = true};
static const struct look helper = {.size = 9, .ink = COLOUR_MUTED};

static struct look input_look(const struct data_line *line, enum entry_id entry, bool open) {
    struct look look = {.size = 11,
                        .border = open ? BORDER_INPUT : COLOUR_GRID,
                        .paper = open ? COLOUR_INPUT : PAPER_CLOSED,
                        .ink = open ? INK_INPUT : COLOUR_MUTED,
                        .bold = open && entry == ENTRY_ACTUAL,
                        .italic = !open,
                        .align = ALIGN_RIGHT,
                        .shrink = entry != ENTRY_NOTE};
    if (entry == ENTRY_DAY) {
        look.number = phrase(PHRASE_SHEET_DATE_CODE, line->book->lang);
        look.align = ALIGN_CENTRE;
    } else if (entry == ENTRY_NOTE) {
        look.align = ALIGN_LEFT;
        look.wrap = entry_note_lines(line) > 1; /* else one line: a low row would cut it twice */
    }
    return look;
}

static const char *number_code_of(const struct data_line *line, struct ratio value) {
    char text[PRINTED_TEXT];
    int decimals = figure_print(value, line->indicator, NULL, 0, line->book->lang, text);
    return number_code(line->book, (struct number_look){.decimals = decimals});
}

/* ---- a row ---- */

/* What an input holds at export: a number, words, or nothing. */
struct held {
    struct result number;
    const char *text; /* NULL: a number, or nothing */
};

static struct held held_of(const struct data_line *line, enum entry_id entry) {
    static const char *const computed[LANG_COUNT] = {"tự tính", "computed"};
    enum language lang = line->book->lang;
    struct held held = {.text = NULL};
    if (entry == ENTRY_NOTE) {
        const char *note = row_figure(line->book, line->row).note; /* as take reads it back */
        held.text = line->entries[ENTRY_ACTUAL] != 0 && note != NULL ? note : "";
    } else if (line->entries[entry] != 0) {
        held.number = quantity_result(line_figure(line, (enum data_id)line->entries[entry]));
        if (entry == ENTRY_ACTUAL && line_yes_no(line) && held.number.known) {
            held.text = yes_no[lang][ratio_sign(held.number.value) > 0];
        }
    } else if (entry == ENTRY_ACTUAL) {
        held.text = computed[lang];
    }
    return held;
}

static bool is_open(const struct data_line *line, enum entry_id entry) {
    return line->entries[entry == ENTRY_NOTE ? ENTRY_ACTUAL : entry] != 0;
}

static void put_held(struct sheet *sheet, const struct data_line *line, uint32_t at,
                     uint16_t column, struct held held, struct look look) {
    if (held.text != NULL) {
        sheet_text(sheet, at, column, held.text, &look);
    } else if (held.number.known) {
        look.number = look.number != NULL ? look.number : number_code_of(line, held.number.value);
        sheet_number(sheet, at, column, ratio_double(held.number.value), &look);
    } else {
        sheet_text(sheet, at, column, "", &look);
    }
}

static void put_inputs(struct sheet *sheet, const struct data_line *line, uint32_t at) {
    for (int i = 0; i < ENTRY_COUNT; i++) {
        enum entry_id entry = (enum entry_id)i;
        struct held held = held_of(line, entry);
        put_held(sheet, line, at, input_at(entry), held,
                 input_look(line, entry, is_open(line, entry)));
        struct look was = {.size = 10, .ink = COLOUR_MUTED, .align = ALIGN_RIGHT, .shrink = true};
        was.border = entry == ENTRY_ACTUAL ? COLOUR_GRID : 0;
        was.number = input_look(line, entry, true).number;
        bool said = held.number.known || (held.text != NULL && held.text[0] != '\0');
        if (said || entry == ENTRY_ACTUAL) {
            put_held(sheet, line, at, was_at(entry), held, was);
        }
    }
}

/* "INDEX(DL_TH,$AK6)": of the line's, nothing where the row has lost its line. */
static const char *of_line(struct workbook *book, uint32_t at, const char *name) {
    return FORMULA(book, "INDEX({0},{1})", name, own(book, at, AT_LINE));
}

static void put_number(struct sheet *sheet, const struct data_line *line, uint32_t at, int column,
                       const char *name, struct result result, const char *sign) {
    struct workbook *book = line->book;
    struct look look = {.size = 11, .border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true};
    char text[PRINTED_TEXT];
    const char *cell = of_line(book, at, name);
    const char *formula = FORMULA(book, "IFERROR({0},\"\")", formula_known(book, cell, cell));
    int decimals = line->indicator->decimals > 0 ? line->indicator->decimals : 0;
    if (result.known) {
        decimals = figure_print(result.value, line->indicator, NULL, 0, book->lang, text);
    }
    look.number = number_code(book, (struct number_look){.prefix = sign, .decimals = decimals});
    if (result.known) {
        sheet_formula_number(sheet, at, (uint16_t)column, formula, ratio_double(result.value),
                             &look);
    } else {
        sheet_formula_text(sheet, at, (uint16_t)column, formula, "", &look);
    }
}

/* Two bounds are words: no number format can hold the other one. */
static void put_plan(struct sheet *sheet, const struct data_line *line, uint32_t at) {
    static const struct look look = {
        .size = 11, .border = COLOUR_GRID, .align = ALIGN_RIGHT, .wrap = true};
    struct workbook *book = line->book;
    const struct row *row = line->row;
    unsigned numbers = row->has_target ? target_numbers(row->bounds.kind) : 0;
    enum data_id column = row->bounds.kind == TARGET_GROW ? DATA_STATED
                          : (numbers & HAS_LOW) != 0      ? DATA_LOW
                                                          : DATA_HIGH;
    bool two = row->bounds.kind == TARGET_RANGE || row->bounds.kind == TARGET_WITHIN;
    if (two) {
        struct held low = {.number = quantity_result(line_figure(line, DATA_LOW))};
        struct held high = {.number = quantity_result(line_figure(line, DATA_HIGH))};
        const char *stored =
            FORMULA(book, "{0} – {1}", formula_number(book, ratio_double(low.number.value)),
                    formula_number(book, ratio_double(high.number.value)));
        sheet_formula_text(
            sheet, at, AT_PLAN,
            FORMULA(book, "IFERROR(IF(OR({0}=\"\",{1}=\"\"),\"\",{0}&\" – \"&{1}),\"\")",
                    of_line(book, at, "DL_KH_DUOI"), of_line(book, at, "DL_KH_TREN")),
            stored, &look);
    } else if (row->has_target && row->bounds.kind != TARGET_DONE) {
        const char *sign = target_sign(row->bounds.kind);
        put_number(sheet, line, at, AT_PLAN, data_columns[column].name,
                   quantity_result(line_figure(line, column)),
                   sign[0] != '\0' ? FORMULA(book, "{0} ", sign) : NULL);
    } else {
        static const char *const done[LANG_COUNT] = {"có", "yes"};
        sheet_text(sheet, at, AT_PLAN, row->has_target ? done[book->lang] : "", &look);
    }
}

/* ---- what is checked ---- */

static const char *const checks[][LANG_COUNT] = {
    {"▼ Dòng không có mã: không được tính", "▼ No key: this row does not count"},
    {"▼ Dòng lặp lại: không được tính", "▼ Repeated row: does not count"},
    {"▼ Tên lệch mã: hãy hoàn tác, rồi xếp lại cả bảng",
     "▼ Name and key differ: undo, then sort the whole table"},
    {"▼ Thực hiện: chưa đúng, phải là số", "▼ Actual: has to be a number"},
    {"▼ Ngày: không hợp lệ hoặc ngoài năm", "▼ Date: none, or not in the year"},
    {"▼ Ô bên phải: phải là số", "▼ Cells at the right: numbers only"},
    {"▼ Ô xám tự tính: số gõ vào không dùng", "▼ A grey cell is computed: not used"},
};
enum { NO_KEY, TWICE, MISPLACED, BAD_ACTUAL, BAD_DAY, BAD_OTHER, CLOSED };

/* Inputs that are not as at export; `closed`: of them those that are not to be typed. */
static const char *changes(const struct data_line *line, uint32_t at, bool closed) {
    struct workbook *book = line->book;
    const char *sum = "";
    for (int i = 0; i < ENTRY_COUNT; i++) {
        enum entry_id entry = (enum entry_id)i;
        if (closed && is_open(line, entry)) {
            continue;
        }
        sum = FORMULA(book, "{0}{1}IF(EXACT({2},{3}),0,1)", sum, sum[0] != '\0' ? "+" : "",
                      own(book, at, input_at(entry)), own(book, at, was_at(entry)));
    }
    return sum[0] != '\0' ? sum : "0";
}

/* What of the line stays as it is whatever is typed, said before anybody wonders. */
static const char *does_not_follow(const struct data_line *line) {
    static const char *const before[LANG_COUNT] = {"Không đổi theo: ", "Does not follow: "};
    const char *what = data_columns[DATA_FIXED].words(line);
    return what[0] != '\0' ? FORMULA(line->book, "{0}{1}", before[line->book->lang], what) : "";
}

static void put_check(struct sheet *sheet, const struct data_line *line, uint32_t at) {
    static const char *const changed[LANG_COUNT][2] = {{"Đã sửa ", " ô"}, {"Changed: ", ""}};
    static const struct look look = {
        .size = 10, .border = COLOUR_GRID, .wrap = true, .ink = COLOUR_MUTED};
    struct workbook *book = line->book;
    enum language lang = book->lang;
    char head[CELL_NAME];
    cell_name(ROW_HEAD, AT_LINE_KEY, true, true, head);
    const char *fixed = does_not_follow(line);
    const char *said =
        FORMULA(book, "IF({0}>0,\"{1}\"&{0}&\"{2}\",\"{3}\")", own(book, at, AT_CHANGED),
                changed[lang][0], changed[lang][1], fixed);
    said =
        FORMULA(book, "IF({0}>0,\"{1}\",{2})", changes(line, at, true), checks[CLOSED][lang], said);
    said = FORMULA(book, "IF({0}>0,CHOOSE({0},\"{1}\",\"{2}\",\"{3}\",\"{3}\"),{4})",
                   of_line(book, at, "DL_SAI"), checks[BAD_ACTUAL][lang], checks[BAD_DAY][lang],
                   checks[BAD_OTHER][lang], said);
    said = FORMULA(book, "IF({0}&{1}<>{2}&{3},\"{4}\",{5})", own(book, at, AT_ORG),
                   own(book, at, AT_NAME), of_line(book, at, "DL_DON_VI"),
                   of_line(book, at, "DL_TEN"), checks[MISPLACED][lang], said);
    said = FORMULA(book, "IF(MATCH({0},NS_KHOA,0)<>ROW()-ROW({1}),\"{2}\",{3})",
                   own(book, at, AT_LINE_KEY), head, checks[TWICE][lang], said);
    said = FORMULA(book, "IF(ISNA({0}),\"{1}\",{2})", own(book, at, AT_LINE), checks[NO_KEY][lang],
                   said);
    sheet_formula_text(sheet, at, AT_CHECK, said, fixed, &look);
    sheet_formula_number(sheet, at, AT_LINE,
                         FORMULA(book, "MATCH({0},DL_KHOA,0)", own(book, at, AT_LINE_KEY)),
                         line->index + 1, &helper);
    sheet_formula_number(sheet, at, AT_CHANGED, changes(line, at, false), 0, &helper);
}

/* "bac-ninh htx_new UBND tỉnh 2024-H2": who reads the sheet back finds the goal by it. */
static const char *goal_key(const struct data_line *line) {
    const struct target target = row_target(line->book, line->row);
    const struct book *book = line->book->card->book;
    const char *by = target.by != NULL && target.by[0] != '\0' ? target.by : "-";
    const char *during = target.during_text != NULL ? target.during_text : "-";
    return workbook_text(line->book, "%s %s %s %s", book->orgs[line->row->org].id,
                         line->indicator->id, by, during);
}

void entry_line(struct sheet *sheet, const struct data_line *line) {
    enum { NAME_CHARACTERS = 42, ORG_CHARACTERS = 23, LEAST = 24, MOST = 96 };
    struct workbook *book = line->book;
    uint32_t at = ROW_FIRST + line->typed_at;
    char open[ENTRY_COUNT + 1] = "";
    const char *org = org_name(&book->card->book->orgs[line->row->org], book->lang);
    const char *name = workbook_name(book, line->row);
    struct cell status;
    table_cell(book->card, line->index, COLUMN_STATUS, book->lang, &status);
    sheet_text(sheet, at, AT_KEY, goal_key(line), &helper);
    sheet_text(sheet, at, AT_LINE_KEY, book->keys[line->index], &helper);
    sheet_text(sheet, at, AT_ORG, org, &words);
    sheet_text(sheet, at, AT_NAME, name, &words);
    struct look unit = words;
    unit.align = ALIGN_CENTRE;
    unit.size = 10;
    sheet_text(sheet, at, AT_UNIT, workbook_unit(book, line->row), &unit);
    put_number(sheet, line, at, AT_LAST_YEAR, "DL_NAM_TRUOC",
               quantity_result(line_figure(line, DATA_BASE)), NULL);
    put_plan(sheet, line, at);
    put_inputs(sheet, line, at);
    sheet_formula_text(sheet, at, AT_STATUS,
                       FORMULA(book, "IFERROR({0},\"\")", of_line(book, at, "DL_DANH_GIA")),
                       status.text, &words);
    for (int i = 0; i < ENTRY_COUNT; i++) {
        open[i] = is_open(line, (enum entry_id)i) ? '1' : '0';
    }
    sheet_text(sheet, at, AT_OPEN, open, &helper);
    sheet_number(sheet, at, AT_YES_NO, line_yes_no(line), &helper);
    put_check(sheet, line, at);
    int lines = text_lines(name, NAME_CHARACTERS);
    int orgs = text_lines(org, ORG_CHARACTERS);
    int notes = entry_note_lines(line);
    lines = lines > orgs ? lines : orgs;
    double height = (lines > notes ? lines : notes) * 14.5 + 6;
    sheet_height(sheet, at, height < LEAST ? LEAST : height > MOST ? MOST : height);
}

/* ---- the head ---- */

struct head {
    const char *words[LANG_COUNT];
    double width;
};

static const struct head heads[AT_COUNT] = {
    [AT_KEY] = {{"Mã", "Key"}, 10},
    [AT_LINE_KEY] = {{"Khóa", "Line"}, 10},
    [AT_ORG] = {{"Đơn vị", "Organisation"}, 20},
    [AT_NAME] = {{"Chỉ tiêu", "Indicator"}, 36},
    [AT_UNIT] = {{"ĐVT", "Unit"}, 10},
    [AT_LAST_YEAR] = {{"TH năm trước", "Last year"}, 10.5},
    [AT_PLAN] = {{"Kế hoạch", "Target"}, 11},
    [AT_STATUS] = {{"Đánh giá", "Status"}, 20},
    [AT_WAS_ACTUAL] = {{"Lúc xuất", "At export"}, 10},
    [AT_CHECK] = {{"Kiểm tra", "Check"}, 17},
};

static const char *heading(int column, enum language lang) {
    for (int i = 0; i < ENTRY_COUNT; i++) {
        if (input_at((enum entry_id)i) == column) {
            return entry_words[i].heading[lang];
        }
    }
    return heads[column].words[lang];
}

static void write_keys(struct workbook *book, struct sheet *sheet) {
    for (int i = 0; i < ENTRY_COUNT; i++) {
        sheet_text(sheet, ROW_KEYS, input_at((enum entry_id)i), entry_words[i].key, &helper);
        sheet_text(sheet, ROW_KEYS, was_at((enum entry_id)i),
                   workbook_text(book, "was %s", entry_words[i].key), &helper);
    }
    sheet_hide_row(sheet, ROW_KEYS);
}

static void write_head(struct workbook *book, struct sheet *sheet, unsigned used) {
    static const struct look title = {.size = 15, .bold = true, .ink = COLOUR_NAVY};
    static const struct look how = {.size = 10.5, .italic = true, .ink = COLOUR_MUTED};
    static const char *const titles[LANG_COUNT] = {"NHẬP SỐ", "ENTER FIGURES"};
    static const char *const hows[LANG_COUNT] = {
        "Chỉ gõ vào ô vàng: đánh giá, các biểu và số đếm đổi theo ngay. Ô trống là chưa có số "
        "liệu, "
        "không phải số 0. Không ghi ngày thì lấy ngày ",
        "Type into yellow cells only: statuses, tables and counts follow at once. An empty cell is "
        "missing, not zero. Without a date the figure is of ",
    };
    struct look head = table_head;
    char day[DATE_TEXT];
    sheet_text(sheet, ROW_TITLE, AT_ORG, titles[book->lang], &title);
    struct date latest = {0, 0, 0};
    for (size_t i = 0; i < arrlenu(book->card->rows); i++) {
        struct date seen = book->card->rows[i].as_of;
        latest = date_cmp(seen, latest) > 0 ? seen : latest;
    }
    sheet_text(sheet, ROW_HOW, AT_ORG,
               workbook_text(book, "%s%s.", hows[book->lang],
                             date_known(latest) ? print_date(latest, book->lang, day) : "–"),
               &how);
    sheet_height(sheet, ROW_TITLE, 22);
    sheet_height(sheet, ROW_HEAD, 34);
    for (int c = 0; c < AT_COUNT; c++) {
        const char *text = heading(c, book->lang);
        sheet_text(sheet, ROW_HEAD, (uint16_t)c, text != NULL ? text : "", &head);
        bool hidden = c < AT_ORG || c >= AT_WAS;
        sheet_column(sheet, (uint16_t)c, (uint16_t)c, heads[c].width > 0 ? heads[c].width : 9,
                     hidden);
    }
    for (int i = 0; i < ENTRY_COUNT; i++) {
        uint16_t at = input_at((enum entry_id)i);
        sheet_column(sheet, at, at, entry_words[i].width,
                     i >= INPUTS_NEAR && (used >> i & 1U) == 0);
    }
}

/* ---- what may be typed ---- */

static void allow_numbers(struct workbook *book, struct sheet *sheet, enum entry_id entry,
                          struct area area) {
    static const char *const titles[LANG_COUNT] = {"Chỉ gõ số", "Numbers only"};
    static const char *const prompts[LANG_COUNT] = {
        "Gõ số, không kèm chữ hay đơn vị. Chỉ tiêu có/không: gõ có hoặc không. Chưa có số: để "
        "trống.",
        "A number without words or unit. Yes-or-no goals: yes or no. Nothing known: leave it "
        "empty."};
    static const char *const errors[LANG_COUNT] = {
        "Ô này chỉ nhận số, không kèm chữ hay đơn vị (gõ 33, không gõ 33 HTX); chỉ tiêu có/không "
        "thì gõ "
        "có hoặc không. Ô xám do chương trình tính, không gõ vào.",
        "Numbers only, without words or unit (33, not 33 HTX); for yes-or-no goals yes or no. Grey "
        "cells are computed and take nothing."};
    enum language lang = book->lang;
    const char *cell = own(book, area.first_row, input_at(entry));
    const char *good = FORMULA(book, "ISNUMBER({0})", cell);
    if (entry == ENTRY_ACTUAL) {
        good = FORMULA(
            book, "IF({0}=1,OR({1}=\"có\",{1}=\"không\",{1}=\"yes\",{1}=\"no\"),ISNUMBER({1}))",
            own(book, area.first_row, AT_YES_NO), cell);
    }
    struct valid valid = {.kind = VALID_WHERE,
                          .formula = FORMULA(book, "=AND(MID({0},{1},1)=\"1\",{2})",
                                             own(book, area.first_row, AT_OPEN),
                                             formula_int(book, (int64_t)entry + 1), good),
                          .title = titles[lang],
                          .prompt = entry == ENTRY_ACTUAL ? prompts[lang] : NULL,
                          .error = errors[lang]};
    sheet_validate(sheet, area, &valid);
}

/* Rows of yes-or-no goals offer both words. As a list stays where it is when rows are sorted, it
 * only asks about others; and everywhere else the row itself says which it takes. */
static void allow_answers(struct workbook *book, struct sheet *sheet, struct area area) {
    static const char *const titles[LANG_COUNT] = {"Có hay không", "Yes or no"};
    static const char *const errors[LANG_COUNT] = {
        "Chỉ tiêu này nhận có hoặc không; chưa có báo cáo thì để trống. Vẫn ghi giá trị vừa gõ?",
        "This goal takes yes or no; leave it empty when nothing is reported. Keep what was typed?"};
    struct valid valid = {.kind = VALID_LIST,
                          .words = {yes_no[book->lang][1], yes_no[book->lang][0]},
                          .title = titles[book->lang],
                          .error = errors[book->lang],
                          .lenient = true};
    sheet_validate(sheet, area, &valid);
}

static void allow_actuals(struct workbook *book, struct sheet *sheet, const struct data_line *lines,
                          uint32_t n) {
    uint16_t at = input_at(ENTRY_ACTUAL);
    bool *yes_no_at = mem_alloc(n * sizeof *yes_no_at);
    for (uint32_t i = 0; i < n; i++) {
        yes_no_at[lines[i].typed_at] = line_yes_no(&lines[i]);
    }
    for (uint32_t i = 0, end = 0; i < n; i = end) {
        bool answers = yes_no_at[i];
        while (end < n && yes_no_at[end] == answers) {
            end++;
        }
        struct area area = {ROW_FIRST + i, at, ROW_FIRST + end - 1, at};
        if (answers) {
            allow_answers(book, sheet, area);
        } else {
            allow_numbers(book, sheet, ENTRY_ACTUAL, area);
        }
    }
    mem_free(yes_no_at);
}

static void allow_days(struct workbook *book, struct sheet *sheet, uint32_t last) {
    static const char *const titles[LANG_COUNT] = {"Ngày của số liệu", "The figure's date"};
    static const char *const prompts[LANG_COUNT] = {
        "Gõ ngày như 30/6/2024. Để trống thì lấy ngày ghi ở đầu trang.",
        "A date. Left empty it is the day named at the top."};
    static const char *const errors[LANG_COUNT] = {
        "Ngày phải là một ngày trong năm của biểu, gõ theo dạng ngày/tháng/năm.",
        "It has to be a date in the year of the table."};
    const struct row *rows = book->card->rows;
    struct window all = rows[0].window;
    for (size_t i = 1; i < arrlenu(rows); i++) {
        const struct window *one = &rows[i].window;
        all.first = date_cmp(one->first, all.first) < 0 ? one->first : all.first;
        all.last = date_cmp(one->last, all.last) > 0 ? one->last : all.last;
    }
    struct valid valid = {.kind = VALID_DAYS,
                          .first = all.first,
                          .last = all.last,
                          .title = titles[book->lang],
                          .prompt = prompts[book->lang],
                          .error = errors[book->lang]};
    uint16_t at = input_at(ENTRY_DAY);
    sheet_validate(sheet, (struct area){ROW_FIRST, at, last, at}, &valid);
}

/* ---- marks and counts ---- */

static void mark(struct workbook *book, struct sheet *sheet, uint32_t last) {
    static const struct look changed = {.paper = 0x9DC3E6, .ink = COLOUR_NAVY, .bold = true};
    static const struct look broken = {.paper = 0xC00000, .ink = COLOUR_WHITE, .bold = true};
    static const struct look fine = {.number = "#,##0.0####"};
    for (int i = 0; i < ENTRY_COUNT; i++) {
        enum entry_id entry = (enum entry_id)i;
        struct area area = {ROW_FIRST, input_at(entry), last, input_at(entry)};
        const char *cell = own(book, ROW_FIRST, input_at(entry));
        sheet_highlight(
            sheet, area,
            FORMULA(book, "=NOT(EXACT({0},{1}))", cell, own(book, ROW_FIRST, was_at(entry))),
            &changed);
        if (entry != ENTRY_DAY && entry != ENTRY_NOTE) {
            sheet_highlight(sheet, area,
                            FORMULA(book, "=IF(ISNUMBER({0}),{0}<>INT({0}),FALSE)", cell), &fine);
        }
    }
    struct area check = {ROW_FIRST, AT_CHECK, last, AT_CHECK};
    sheet_highlight(sheet, check,
                    FORMULA(book, "=LEFT({0},1)=\"▼\"", own(book, ROW_FIRST, AT_CHECK)), &broken);
    workbook_colours(book, sheet, (struct area){ROW_FIRST, AT_STATUS, last, AT_STATUS}, false);
}

/* A name spans one row more than there are lines: what is inserted above that is seen. */
static void write_names(struct sheet *sheet, uint32_t end) {
    sheet_define(sheet, "NS_KHOA", (struct area){ROW_FIRST, AT_LINE_KEY, end, AT_LINE_KEY});
    sheet_define(sheet, "NS_KIEM_TRA", (struct area){ROW_FIRST, AT_CHECK, end, AT_CHECK});
    sheet_define(sheet, "NS_SUA", (struct area){ROW_FIRST, AT_CHANGED, end, AT_CHANGED});
    for (int i = 0; i < ENTRY_COUNT; i++) {
        uint16_t at = input_at((enum entry_id)i);
        sheet_define(sheet, entry_words[i].name, (struct area){ROW_FIRST, at, end, at});
    }
    uint16_t noted = was_at(ENTRY_NOTE);
    sheet_define(sheet, "NS_GHI_CHU_XUAT", (struct area){ROW_FIRST, noted, end, noted});
    sheet_define(sheet, "NS_DA_SUA", (struct area){ROW_TITLE, AT_CHANGED, ROW_TITLE, AT_CHANGED});
    sheet_define(sheet, "NS_SAI", (struct area){ROW_STATE, AT_CHANGED, ROW_STATE, AT_CHANGED});
}

static void write_state(struct workbook *book, struct sheet *sheet) {
    static const struct look state = {.size = 12, .bold = true, .ink = COLOUR_NAVY};
    static const struct look broken = {.paper = 0xC00000, .ink = COLOUR_WHITE, .bold = true};
    static const char *const texts[LANG_COUNT][5] = {
        {"▼ ",
         " dòng có lỗi, số ở đó không được tính: xem cột Kiểm tra, dòng chèn thêm hoặc bị xóa.",
         "Đã sửa ", " ô so với lúc xuất.", "Chưa sửa ô nào so với lúc xuất."},
        {"▼ Wrong rows, whose numbers do not count: ",
         ". See the column Check, and rows that were inserted or deleted.",
         "Cells changed since export: ", ".", "Nothing was changed since export."},
    };
    const char *const *text = texts[book->lang];
    sheet_formula_number(sheet, ROW_TITLE, AT_CHANGED, "SUM(NS_SUA)", 0, &helper);
    sheet_formula_number(sheet, ROW_STATE, AT_CHANGED,
                         FORMULA(book,
                                 "COUNTIF(NS_KIEM_TRA,\"▼*\")+COUNTIF(DL_SAI,{0})+"
                                 "IFERROR(SUMPRODUCT((NS_KHOA=\"\")*(NS_TH<>\"\")),1)",
                                 formula_int(book, INPUT_GONE)),
                         0, &helper);
    sheet_formula_text(
        sheet, ROW_STATE, AT_ORG,
        FORMULA(book,
                "IF(NS_SAI>0,\"{0}\"&NS_SAI&\"{1}\",IF(NS_DA_SUA>0,\"{2}\"&NS_DA_SUA&"
                "\"{3}\",\"{4}\"))",
                text[0], text[1], text[2], text[3], text[4]),
        text[4], &state);
    struct area area = {ROW_STATE, AT_ORG, ROW_STATE, AT_CHECK};
    char cell[CELL_NAME];
    sheet_highlight(
        sheet, area,
        FORMULA(book, "=LEFT({0},1)=\"▼\"", cell_name(ROW_STATE, AT_ORG, true, true, cell)),
        &broken);
}

void entry_finish(struct workbook *book, struct sheet *sheet, const struct data_line *lines) {
    static const struct look end = {.size = 9, .italic = true, .ink = COLOUR_MUTED};
    static const char *const ends[LANG_COUNT] = {
        "Hết danh sách: dòng thêm bên dưới không được tính.",
        "End of the list: what is added below does not count."};
    uint32_t n = (uint32_t)arrlenu(book->card->rows);
    uint32_t last = ROW_HEAD + n;
    unsigned used = 0;
    for (uint32_t i = 0; i < n; i++) {
        for (int e = 0; e < ENTRY_COUNT; e++) {
            used |= (lines[i].entries[e] != 0 ? 1U : 0) << e;
        }
    }
    write_keys(book, sheet);
    write_head(book, sheet, used);
    write_names(sheet, last + 1);
    write_state(book, sheet);
    sheet_text(sheet, last + 1, AT_ORG, ends[book->lang], &end);
    if (n > 0) {
        for (int e = INPUTS_NEAR; e < ENTRY_COUNT; e++) {
            uint16_t at = input_at((enum entry_id)e);
            allow_numbers(book, sheet, (enum entry_id)e, (struct area){ROW_FIRST, at, last, at});
        }
        allow_actuals(book, sheet, lines, n);
        allow_days(book, sheet, last);
        mark(book, sheet, last);
        sheet_filter(sheet, (struct area){ROW_HEAD, 0, last, AT_COUNT - 1});
    }
    sheet_freeze(sheet, ROW_FIRST, AT_NAME + 1);
    sheet_print(sheet, (struct area){ROW_TITLE, AT_ORG, last, AT_CHECK}, ROW_HEAD, ROW_HEAD, 1,
                workbook_page(book));
    workbook_way_back(book, sheet, ROW_TITLE, AT_CHECK);
    sheet_tab(sheet, COLOUR_INPUT);
    sheet_free(sheet);
    workbook_line_done(book);
}
