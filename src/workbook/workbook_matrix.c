/* SPDX-License-Identifier: MIT */
/* Sheet "Ma trận": organisations × indicators, a status in every cell. */
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_inside.h"
#include "workbook_wall.h"

enum { ROW_BACK, ROW_TITLE, ROW_NOTE, ROW_HEAD = 4, ROW_FIRST };
enum { NAME_WIDTH = 36, ROOM = 104, PAGE_ROOM = 200, MOST_ORG_COLUMNS = 12 };

/* The sheet being written. Its lines are the indicators and its columns the organisations; with
 * many organisations it is the other way round. */
struct matrix {
    struct workbook *book;
    struct sheet *sheet;
    int32_t *orgs;       /* stb_ds arrays, in the order of the rows */
    int32_t *indicators; /* those with a goal */
    bool turned;         /* organisations are the lines */
    double width;        /* of a column */
};

static void add_once(int32_t **items, int32_t item) {
    for (size_t i = 0; i < arrlenu(*items); i++) {
        if ((*items)[i] == item) {
            return;
        }
    }
    arrput(*items, item);
}

static void find_lines(struct matrix *m) {
    enum { NARROWEST = 11, WIDEST = 22 };
    const struct scorecard *card = m->book->card;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (card->rows[i].goal) {
            if (arrlenu(m->orgs) == 0 || arrlast(m->orgs) != card->rows[i].org) {
                arrput(m->orgs, card->rows[i].org); /* their rows stand together */
            }
            add_once(&m->indicators, card->rows[i].indicator);
        }
    }
    m->turned = arrlenu(m->orgs) > MOST_ORG_COLUMNS;
    size_t columns = m->turned ? arrlenu(m->indicators) : arrlenu(m->orgs);
    double width = columns > 0 ? (double)ROOM / (double)columns : WIDEST;
    width = width > WIDEST ? WIDEST : width;
    m->width = width < NARROWEST ? NARROWEST : width;
}

static const char *org_text(const struct matrix *m, size_t i) {
    return org_name(&m->book->card->book->orgs[m->orgs[i]], m->book->lang);
}

/* Leads to its table: by formula, since LibreOffice breaks the lines of these alone. */
static void put_org_name(const struct matrix *m, uint32_t at, uint16_t column, size_t i,
                         const struct look *look) {
    struct workbook *book = m->book;
    int first = scorecard_rows_of(book->card, m->orgs[i]).first;
    const char *text = org_text(m, i);
    struct look link = *look;
    link.ink = COLOUR_LINK;
    if (workbook_hides(book, WORKBOOK_TABLES)) {
        sheet_text(m->sheet, at, column, text, look);
        return;
    }
    sheet_formula_text(
        m->sheet, at, column,
        FORMULA(book, "HYPERLINK({0},{1})",
                formula_words(book, FORMULA(book, "#'{0}'!A1", book->spots[first].sheet)),
                formula_words(book, text)),
        text, &link);
}

static const char *indicator_text(const struct matrix *m, size_t i) {
    return indicator_name(&m->book->card->book->indicators[m->indicators[i]], m->book->lang);
}

/* The first goal of the two, or NONE. */
static int goal_of(const struct matrix *m, int32_t org, int32_t indicator) {
    const struct row *rows = m->book->card->rows;
    struct row_span span = scorecard_rows_of(m->book->card, org);
    for (int i = span.first; i < span.end; i++) {
        if (rows[i].goal && rows[i].indicator == indicator) {
            return i;
        }
    }
    return NONE;
}

/* ---- cells ---- */

/* What a target of each member shows: "▼ 3/7". */
static void put_members(const struct matrix *m, uint32_t at, uint16_t column, int index,
                        const struct look *look) {
    struct workbook *book = m->book;
    const struct row *row = &book->card->rows[index];
    const char *total = formula_int(book, row->members_total);
    sheet_formula_text(m->sheet, at, column,
                       FORMULA(book, "LEFT({0},1)&\" \"&{1}&\"/{2}\"",
                               formula_data(book, "DL_DANH_GIA", index),
                               formula_data(book, "DL_DON_VI_DAT", index), total),
                       FORMULA(book, "{0} {1}/{2}", status_symbol(row->status),
                               formula_int(book, row->members_met), total),
                       look);
}

/* Symbol and percents of what the status is judged by, so that number and colour agree; where it
 * is judged by none, its words. */
static void put_goal(const struct matrix *m, uint32_t at, uint16_t column, int index,
                     const struct look *look) {
    struct workbook *book = m->book;
    const struct row *row = &book->card->rows[index];
    const char *status = formula_data(book, "DL_DANH_GIA", index);
    struct result judged = row_judged(book, row);
    struct look words = *look;
    struct cell cell;
    if (row->each_group && row_fills(book, row)) {
        put_members(m, at, column, index, look);
        return;
    }
    table_cell(book->card, index, COLUMN_STATUS, book->lang, &cell);
    words.size = judged.known ? look->size : 10;
    const char *share = formula_data(book, "DL_THEO", index);
    const char *percents = formula_percents(book, share, formula_data(book, "DL_BAC", index));
    const char *formula =
        row_fills(book, row)
            ? FORMULA(book, "IF({0}=\"\",{1},LEFT({1},1)&\" \"&{2}&\"%\")", share, status, percents)
            : status;
    const char *stored = judged.known
                             ? FORMULA(book, "{0} {1}%", status_symbol(row->status),
                                       formula_int(book, whole_percents(judged.value, row->status)))
                             : cell.text;
    sheet_formula_text(m->sheet, at, column, formula, stored, &words);
}

static void put_line(const struct matrix *m, uint32_t at, size_t line) {
    enum { NAME_CHARACTERS = 36, STATUS_CHARACTERS = 22, LEAST = 30 };
    static const struct look name = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    static const struct look look = {
        .size = 13, .border = COLOUR_GRID, .wrap = true, .align = ALIGN_CENTRE};
    const char *text = m->turned ? org_text(m, line) : indicator_text(m, line);
    size_t columns = m->turned ? arrlenu(m->indicators) : arrlenu(m->orgs);
    double height = text_lines(text, NAME_CHARACTERS) * 15.5 + 9;
    double words = m->width < STATUS_CHARACTERS ? 2 * 14.0 + 9 : 0;
    if (m->turned) {
        put_org_name(m, at, 0, line, &name);
    } else {
        sheet_text(m->sheet, at, 0, text, &name);
    }
    for (size_t c = 0; c < columns; c++) {
        int index = m->turned ? goal_of(m, m->orgs[line], m->indicators[c])
                              : goal_of(m, m->orgs[c], m->indicators[line]);
        uint16_t column = (uint16_t)(c + 1);
        if (index == NONE) {
            sheet_text(m->sheet, at, column, "", &look);
        } else {
            put_goal(m, at, column, index, &look);
        }
    }
    workbook_line_done(m->book);
    height = words > height ? words : height;
    sheet_height(m->sheet, at, height > LEAST ? height : LEAST);
}

/* ---- the sheet ---- */

static void write_head(const struct matrix *m, uint16_t columns) {
    static const char *const titles[LANG_COUNT] = {"MA TRẬN: ĐƠN VỊ × CHỈ TIÊU",
                                                   "MATRIX: ORGANISATIONS × INDICATORS"};
    static const char *const notes[LANG_COUNT] = {
        "Ô ghi số dùng để đánh giá: chỉ tiêu cộng dồn so với mức phải đạt đến nay (100% là đúng "
        "tiến "
        "độ), ■ và chỉ tiêu khác so với kế hoạch hay mức trần; k/n: số đơn vị đạt. Ô trống: không "
        "giao. Có nhiều kế hoạch thì ghi kế hoạch thứ nhất.",
        "Cells show what the status is judged by: of what is due by now where figures accumulate "
        "(100% is on track), ■ and all else of the target or limit; k/n: members that meet it. "
        "Empty: not assigned. Of several targets the first one.",
    };
    static const char *const corners[2][LANG_COUNT] = {{"Chỉ tiêu", "Indicator"},
                                                       {"Đơn vị", "Organisation"}};
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look filtered = {.bold = true, .ink = 0xC00000};
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    enum language lang = m->book->lang;
    int lines = 2;
    for (uint16_t c = 0; c <= columns; c++) {
        sheet_text(m->sheet, ROW_TITLE, c, c == 0 ? titles[lang] : "", &title);
    }
    sheet_merge(m->sheet, (struct area){ROW_NOTE, 0, ROW_NOTE, columns}, notes[lang], &note);
    sheet_height(m->sheet, ROW_NOTE,
                 text_lines(notes[lang], NAME_WIDTH + (int)(columns * m->width)) * 14.0 + 4);
    sheet_text(m->sheet, ROW_HEAD, 0, corners[m->turned][lang], &table_head);
    for (uint16_t c = 0; c < columns; c++) {
        const char *text = m->turned ? indicator_text(m, c) : org_text(m, c);
        int needed = text_lines(text, (int)m->width - 1);
        lines = needed > lines ? needed : lines;
        if (m->turned) {
            sheet_text(m->sheet, ROW_HEAD, (uint16_t)(c + 1), text, &table_head);
        } else {
            put_org_name(m, ROW_HEAD, (uint16_t)(c + 1), c, &table_head);
        }
    }
    sheet_height(m->sheet, ROW_TITLE, 26);
    sheet_text(m->sheet, ROW_NOTE + 1, 0, workbook_extract(m->book, PHRASE_SHEET_FILTERED),
               &filtered);
    sheet_height(m->sheet, ROW_HEAD, lines * 14.5 + 8);
    sheet_column(m->sheet, 0, 0, NAME_WIDTH, false);
    sheet_column(m->sheet, 1, columns, m->width, false);
}

static void write_matrix(struct matrix *m) {
    static const char *const name[LANG_COUNT] = {"Ma trận", "Matrix"};
    static const char *const what[LANG_COUNT] = {
        "Đơn vị × chỉ tiêu: đạt bao nhiêu, màu gì",
        "Organisations × indicators: how far, which colour"};
    size_t lines = m->turned ? arrlenu(m->orgs) : arrlenu(m->indicators);
    uint16_t columns = (uint16_t)(m->turned ? arrlenu(m->indicators) : arrlenu(m->orgs));
    uint32_t last = ROW_HEAD + (uint32_t)lines;
    m->sheet = workbook_sheet_add(m->book, name[m->book->lang], what[m->book->lang]);
    write_head(m, columns);
    for (size_t i = 0; i < lines; i++) {
        put_line(m, ROW_FIRST + (uint32_t)i, i);
    }
    workbook_colours(m->book, m->sheet, (struct area){ROW_FIRST, 1, last, columns}, false);
    sheet_freeze(m->sheet, ROW_FIRST, 1);
    /* wider than this, one page across could not be read: several, each with the names */
    uint16_t pages = (uint16_t)(1 + (int)((columns * m->width - 1) / PAGE_ROOM));
    sheet_print(m->sheet, (struct area){ROW_TITLE, 0, last, columns}, ROW_HEAD, ROW_HEAD, pages,
                workbook_page(m->book));
    if (pages > 1) {
        sheet_print_columns(m->sheet, 0, 0);
    }
    workbook_way_back(m->book, m->sheet, ROW_BACK, 0);
    sheet_fit_screen(m->sheet, 0, pages == 1 ? columns : 0);
    sheet_tab(m->sheet, COLOUR_BAR);
}

void workbook_matrix(struct workbook *book) {
    struct matrix m = {.book = book};
    find_lines(&m);
    if (arrlenu(m.orgs) > 1) {
        write_matrix(&m);
    }
    arrfree(m.orgs);
    arrfree(m.indicators);
}
