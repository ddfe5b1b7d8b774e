/* SPDX-License-Identifier: MIT */
/* Sheet "Dữ liệu": its columns, and the cells of every line. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_lines.h"

enum { ROW_TITLE, ROW_NOTE, ROW_BLANK, ROW_HEAD, ROW_FIRST };

/* ---- cells ---- */

const char *line_cell(const struct data_line *line, enum data_id column) {
    return line->terms->cells[column];
}

const char *other_cell(const struct data_line *line, int other, enum data_id column) {
    char cell[CELL_NAME];
    cell_name(ROW_FIRST + (uint32_t)other, (uint16_t)column, true, true, cell);
    return pool_text(&line->book->line, cell, strlen(cell));
}

enum { DATA_FROZEN = 4 };

/* ---- the sheet ---- */

static const struct look plain = {.size = 10, .border = COLOUR_GRID};

/* A number, or nothing: by formula where there is one. Missing is not zero. Helpers that have
 * nothing have no cell. */
static void put_number(struct sheet *sheet, const struct data_line *line, enum data_id column,
                       const char *formula, struct result result, const struct look *look) {
    double value = result.known ? ratio_double(result.value) : 0;
    if (formula != NULL && result.known) {
        sheet_formula_number(sheet, line->at, column, formula, value, look);
    } else if (formula != NULL) {
        sheet_formula_text(sheet, line->at, column, formula, "", look);
    } else if (result.known) {
        sheet_number(sheet, line->at, column, value, look);
    } else if (column < DATA_FIRST) {
        sheet_text(sheet, line->at, column, "", look);
    }
}

/* The file that a text names, "" for a text that names none. */
static const char *file_behind(const struct data_line *line, enum data_id column) {
    if (column == DATA_TARGET_PLACE && line->row->target != NONE) {
        return workbook_file(line->book, row_target(line->book, line->row).place.file);
    }
    if (column == DATA_FIGURE_PLACE && line->row->figure != NONE) {
        return workbook_file(line->book, row_figure(line->book, line->row).place.file);
    }
    return "";
}

static bool is_said(const char *text) {
    return text != NULL && text[0] != '\0';
}

static void put_text(struct sheet *sheet, const struct data_line *line, enum data_id column) {
    const char *file = file_behind(line, column);
    const char *text = data_columns[column].text(line->book, line->row);
    struct look look = plain;
    if (file[0] != '\0') {
        look.ink = COLOUR_LINK;
        look.underline = true;
        sheet_link_file(sheet, line->at, column, file, text, &look);
        return;
    }
    look.ink = column == DATA_KEY ? COLOUR_MUTED : 0;
    sheet_text(sheet, line->at, column, text, &look);
}

static void put_figure(struct sheet *sheet, const struct data_line *line, enum data_id column,
                       const char *formula, struct look look) {
    const struct data_column *descriptor = &data_columns[column];
    struct result result = quantity_result(line_figure(line, column));
    char text[PRINTED_TEXT];
    look.align = ALIGN_RIGHT;
    look.shrink = true;
    struct number_look number = {.decimals = 1, .percent = descriptor->percent};
    if (!descriptor->percent && !descriptor->whole) {
        number.decimals = line->indicator->decimals > 0 ? line->indicator->decimals : 0;
        if (result.known) {
            number.decimals =
                figure_print(result.value, line->indicator, NULL, 0, line->book->lang, text);
        }
    }
    look.number = descriptor->whole ? "0_)" : number_code(line->book, number);
    put_number(sheet, line, column, formula, result, &look);
}

static void put_date(struct sheet *sheet, const struct data_line *line, enum data_id column,
                     const char *formula, struct look look) {
    struct result day = quantity_result(line_figure(line, column));
    look.number = phrase(PHRASE_SHEET_DATE_CODE, line->book->lang);
    look.align = ALIGN_CENTRE;
    put_number(sheet, line, column, formula, day, &look);
}

/* An own constant; or, where the officer may change it, what stands on sheet "Nhập số". */
static const char *own_formula(struct data_line *line, enum data_id column) {
    enum entry_id entry = line_entry(line, column);
    if (entry == ENTRY_COUNT) {
        return NULL;
    }
    line->entries[entry] = (uint8_t)column;
    return line_input(line, column, entry);
}

static void put_cell(struct sheet *sheet, struct data_line *line, enum data_id column) {
    const struct data_column *descriptor = &data_columns[column];
    const char *formula = line_formula(line, column);
    const struct look look = plain;
    formula = formula != NULL ? formula : own_formula(line, column);
    switch (descriptor->kind) {
    case DATA_TEXT:
        put_text(sheet, line, column);
        break;
    case DATA_WORDS:
        if (formula != NULL) {
            sheet_formula_text(sheet, line->at, column, formula, descriptor->words(line), &look);
        } else if (column < DATA_FIRST || is_said(descriptor->words(line))) {
            sheet_text(sheet, line->at, column, descriptor->words(line), &look);
        }
        break;
    case DATA_FIGURE:
        put_figure(sheet, line, column, formula, look);
        break;
    case DATA_DATE:
        put_date(sheet, line, column, formula, look);
        break;
    }
}

/* The last columns are there where a last meeting is shown. */
static int columns_of(const struct workbook *book) {
    return book->since != NULL ? DATA_COUNT : DATA_PAST;
}

static void write_head(const struct workbook *book, struct sheet *sheet) {
    static const struct look title = {.size = 14, .bold = true, .ink = COLOUR_NAVY};
    static const struct look note = {.size = 10, .italic = true, .ink = COLOUR_MUTED};
    static const char *const titles[LANG_COUNT] = {
        [LANG_VI] = "DỮ LIỆU (mỗi dòng: một đơn vị × một chỉ tiêu × một kế hoạch)",
        [LANG_EN] = "DATA (a line: one organisation × one indicator × one target)",
    };
    static const char *const notes[LANG_COUNT] = {
        [LANG_VI] = "Trang tính: lấy số từ trang Nhập số theo khóa, mọi biểu lấy số từ đây. Không "
                    "sửa ở đây. "
                    "Ô trống là chưa có số liệu, không phải số 0.",
        [LANG_EN] =
            "The computing sheet: it takes the numbers of sheet Enter figures by key, and all "
            "tables "
            "take theirs from here. Change nothing here. An empty cell is missing, not zero.",
    };
    sheet_text(sheet, ROW_TITLE, 0, titles[book->lang], &title);
    sheet_text(sheet, ROW_NOTE, 0, notes[book->lang], &note);
    sheet_height(sheet, ROW_TITLE, 21);
    sheet_height(sheet, ROW_HEAD, 42);
    for (uint16_t c = 0; c < (uint16_t)columns_of(book); c++) {
        sheet_text(sheet, ROW_HEAD, c, data_columns[c].heading[book->lang], &data_head);
        sheet_column(sheet, c, c, data_columns[c].width, c >= DATA_FIRST);
    }
}

/* A name never stands for a single cell: Gnumeric's INDEX refuses one. */
static void write_names(const struct workbook *book, struct sheet *sheet, uint32_t last) {
    uint32_t end = last == ROW_FIRST ? last + 1 : last;
    for (uint16_t c = 0; c < (uint16_t)columns_of(book); c++) {
        if (data_columns[c].name != NULL && last >= ROW_FIRST) {
            sheet_define(sheet, data_columns[c].name, (struct area){ROW_FIRST, c, end, c});
        }
    }
    static_assert(DATA_ORDER_MEMBERS == DATA_ORDER + 1, "one name is of both");
    if (last >= ROW_FIRST) {
        sheet_define(sheet, "DL_THU_TU_CA",
                     (struct area){ROW_FIRST, DATA_ORDER, end, DATA_ORDER_MEMBERS});
    }
}

/* ---- all lines ---- */

static void begin_terms(struct workbook *book, struct line_terms *terms) {
    for (uint16_t c = 0; c < (uint16_t)DATA_COUNT; c++) {
        cell_name(ROW_HEAD, c, true, true, terms->heads[c]);
    }
    for (int m = 0; m < MEASURE_COUNT; m++) {
        terms->column_of[m] = data_column_of((enum measure)m);
    }
    for (size_t i = 0; i < arrlenu(book->card->rows); i++) {
        struct date day = book->card->rows[i].as_of;
        terms->book_day = date_cmp(day, terms->book_day) > 0 ? day : terms->book_day;
    }
    terms->keys = rank_choices(book, DATA_STATUS_KEY);
    terms->words = rank_choices(book, DATA_STATUS);
}

/* What is typed is shown as it is where it decides. */
static void write_exact(struct workbook *book, struct sheet *sheet, uint32_t last) {
    if (last >= ROW_FIRST) {
        workbook_exact_figures(book, sheet,
                               (struct area){ROW_FIRST, DATA_ACTUAL, last, DATA_ACTUAL_HIGH},
                               formula_cell(book, ROW_FIRST, DATA_DECIDES, false));
        workbook_exact_shares(book, sheet,
                              (struct area){ROW_FIRST, DATA_ATTAINMENT, last, DATA_ATTAINMENT});
        workbook_line_done(book);
    }
}

/* "$A5", "$B5" …: the row's number is the same in all of them. */
static void name_cells(struct line_terms *terms, uint32_t row) {
    char first[CELL_NAME];
    const char *number = cell_name(row, 0, false, false, first) + 1;
    size_t digits = strlen(number) + 1;
    for (int c = 0; c < DATA_COUNT; c++) {
        size_t letters = (size_t)(strrchr(terms->heads[c], '$') - terms->heads[c]);
        memcpy(terms->cells[c], terms->heads[c], letters);
        memcpy(terms->cells[c] + letters, number, digits);
    }
}

static void put_line(struct sheet *sheet, const struct data_line *lines, struct data_line *line,
                     struct line_terms *terms) {
    name_cells(terms, line->at);
    given_of_row(line->book->card->book, line->row, &terms->given);
    terms->given.of[M_WORST] = defined(ratio_int(line->worst));
    line->too_near = line_near(line, M_STATUS_LOW) || line_near(line, M_STATUS_HIGH);
    for (int c = 0; c < columns_of(line->book); c++) {
        put_cell(sheet, line, (enum data_id)c);
    }
    if (line->origin == ORIGIN_MEMBERS) {
        members_block(sheet, lines, line);
    }
    entry_line(line->book->entry, line);
    given_clear(&terms->given);
    workbook_line_done(line->book);
    workbook_wrote(line->book, 1);
}

void workbook_data(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {[LANG_VI] = "Dữ liệu", [LANG_EN] = "Data"};
    struct sheet *sheet = sheet_add(book->sheets, name[book->lang]);
    uint32_t n = (uint32_t)arrlenu(book->card->rows);
    uint32_t last = ROW_HEAD + n;
    struct line_terms terms = {0};
    begin_terms(book, &terms);
    struct data_line *lines = data_lines(book, &terms);
    line_places(lines);
    write_head(book, sheet);
    for (uint32_t i = 0, block = ROW_FIRST; i < n; i++) {
        lines[i].block = block;
        block += members_rows(&lines[i]);
    }
    for (uint32_t i = 0; i < n; i++) {
        lines[i].at = ROW_FIRST + i;
        put_line(sheet, lines, &lines[i], &terms);
    }
    entry_finish(book, book->entry, lines);
    data_lines_clear(lines);
    members_hide(sheet);
    buffer_clear(&terms.formula);
    write_exact(book, sheet, last);
    write_names(book, sheet, last);
    sheet_freeze(sheet, ROW_FIRST, DATA_FROZEN);
    struct area area = {ROW_TITLE, 0, last, DATA_FIXED};
    sheet_print(sheet, area, ROW_HEAD, ROW_HEAD, 7, workbook_page(book));
    sheet_print_columns(sheet, 1, DATA_FROZEN - 1);
    sheet_tab(sheet, COLOUR_GRID);
    if (book->style->sheets == 0 || workbook_hides(book, WORKBOOK_DATA)) {
        sheet_hide(sheet);
    }
}
