/* SPDX-License-Identifier: MIT */
/* Sheet "Dữ liệu": its columns, and the cells of every line. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_lines.h"

enum { ROW_TITLE, ROW_NOTE, ROW_BLANK, ROW_HEAD, ROW_FIRST };

/* How a column's cells come out of a line. */
enum data_kind { DATA_TEXT, DATA_FIGURE, DATA_DATE, DATA_WORDS };

/* A column: how it is called, and where its cells come from. */
struct data_column {
    const char *name; /* of the column for formulas, or NULL */
    const char *heading[LANG_COUNT];
    double width;
    enum data_kind kind;
    const char *(*text)(struct workbook *book, const struct row *row); /* of a text */
    const char *(*words)(const struct data_line *line);                /* of words by formula */
    bool input;   /* where it is no formula, the officer may write here */
    bool percent; /* a ratio, not in the indicator's unit */
    bool whole;   /* a count or a year: no separators */
};

/* ---- cells ---- */

const char *line_cell(const struct data_line *line, enum data_id column) {
    return line->terms->cells[column];
}

const char *other_cell(const struct data_line *line, int other, enum data_id column) {
    return FORMULA(line->book, "OFFSET({0},MATCH({1},DL_SO,0),0)", line->terms->heads[column],
                   formula_int(line->book, other));
}

/* ---- texts ---- */

static const struct indicator *indicator_of(const struct workbook *book, const struct row *row) {
    return &book->card->book->indicators[row->indicator];
}

/* The target of a row; without texts and place when there is none. */
static struct target target_of(const struct workbook *book, const struct row *row) {
    struct target none = {.place = no_place};
    return row->target == NONE ? none : targets_get(&book->card->book->targets, row->target);
}

/* The figure of a row; without texts and place when there is none. */
static struct figure figure_of(const struct workbook *book, const struct row *row) {
    struct figure none = {.place = no_place};
    return row->figure == NONE ? none : figures_get(&book->card->book->figures, row->figure);
}

static const char *text_key(struct workbook *book, const struct row *row) {
    return book->keys[row - book->card->rows];
}

static const char *text_org(struct workbook *book, const struct row *row) {
    return org_name(&book->card->book->orgs[row->org], book->lang);
}

static const char *text_indicator_id(struct workbook *book, const struct row *row) {
    return indicator_of(book, row)->id;
}

static const char *text_indicator(struct workbook *book, const struct row *row) {
    return workbook_name(book, row);
}

static const char *text_unit(struct workbook *book, const struct row *row) {
    return indicator_of(book, row)->unit.text;
}

static const char *text_kind(struct workbook *book, const struct row *row) {
    static const char *const words[KIND_COUNT][LANG_COUNT] = {
        [KIND_FLOW] = {"lũy kế", "flow"},          [KIND_STOCK] = {"thời điểm", "stock"},
        [KIND_AVERAGE] = {"bình quân", "average"}, [KIND_SHARE] = {"tỷ lệ", "share"},
        [KIND_RATE] = {"tốc độ tăng", "rate"},     [KIND_DONE] = {"có/không", "done"},
    };
    return words[indicator_of(book, row)->kind][book->lang];
}

static const char *text_better(struct workbook *book, const struct row *row) {
    static const char *const words[BETTER_COUNT][LANG_COUNT] = {
        [BETTER_HIGHER] = {"cao", "higher"},
        [BETTER_LOWER] = {"thấp", "lower"},
    };
    return words[indicator_of(book, row)->better][book->lang];
}

static const char *cell_text(struct workbook *book, const struct row *row, enum column_id column) {
    struct cell cell;
    table_cell(book->card, (int)(row - book->card->rows), column, book->lang, &cell);
    return cell.full_text != NULL ? cell.full_text
                                  : pool_text(&book->line, cell.text, strlen(cell.text));
}

static const char *text_target(struct workbook *book, const struct row *row) {
    return row->has_target ? cell_text(book, row, COLUMN_TARGET) : "";
}

static const char *text_by(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_TARGET_BY);
}

static const char *text_hedge(struct workbook *book, const struct row *row) {
    return row->has_actual ? hedge_label(row->hedge, book->lang) : "";
}

static const char *text_note(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_NOTE);
}

static const char *text_target_place(struct workbook *book, const struct row *row) {
    return row->target != NONE ? workbook_place(book, target_of(book, row).place) : "";
}

static const char *text_target_source(struct workbook *book, const struct row *row) {
    return row->target != NONE ? target_of(book, row).source : "";
}

static const char *text_quote(struct workbook *book, const struct row *row) {
    return row->target != NONE ? target_of(book, row).quote : "";
}

static const char *text_figure_place(struct workbook *book, const struct row *row) {
    return row->figure != NONE ? workbook_place(book, figure_of(book, row).place) : "";
}

static const char *text_figure_source(struct workbook *book, const struct row *row) {
    return row->figure != NONE ? figure_of(book, row).source : "";
}

/* ---- words ---- */

static const char *words_status_key(const struct data_line *line) {
    return status_key(line->row->status);
}

static const char *words_status(const struct data_line *line) {
    return cell_text(line->book, line->row, COLUMN_STATUS);
}

static const char *words_feeds(const struct data_line *line) {
    return line->feeds;
}

/* What stays as it is when inputs change. */
static const char *words_fixed(const struct data_line *line) {
    static const char *const figure[LANG_COUNT] = {"số TH", "actual"};
    static const char *const person[LANG_COUNT] = {"đánh giá do người sửa",
                                                   "status set by a person"};
    static const char *const verdict[LANG_COUNT] = {"đánh giá", "status"};
    static const char *const time[LANG_COUNT] = {"thời gian", "time"};
    enum language lang = line->book->lang;
    const struct row *row = line->row;
    bool verdict_stays = row->each_group ? !line->each_live : line->too_near;
    const char *parts[] = {
        line->origin == ORIGIN_PROGRAM ? figure[lang] : NULL,
        row->override != NONE ? person[lang] : NULL,
        row->override == NONE && verdict_stays ? verdict[lang] : NULL,
        !months_live(line) ? time[lang] : NULL,
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] != NULL) {
            text = workbook_text(line->book, "%s%s%s", text, text[0] != '\0' ? ", " : "", parts[i]);
        }
    }
    return text;
}

/* ---- the columns ---- */

#define TEXT(function) .kind = DATA_TEXT, .text = (function)
#define WORDS(function) .kind = DATA_WORDS, .words = (function)

static const struct data_column columns[] = {
    [DATA_KEY] = {"DL_KHOA", {"Khóa", "Key"}, 34, TEXT(text_key)},
    [DATA_ORG] = {NULL, {"Đơn vị", "Organisation"}, 28, TEXT(text_org)},
    [DATA_CODE] = {NULL, {"Mã", "Code"}, 18, TEXT(text_indicator_id)},
    [DATA_NAME] = {NULL, {"Chỉ tiêu", "Indicator"}, 40, TEXT(text_indicator)},
    [DATA_UNIT] = {NULL, {"ĐVT", "Unit"}, 15, TEXT(text_unit)},
    [DATA_KIND] = {NULL, {"Loại", "Kind"}, 11, TEXT(text_kind)},
    [DATA_BETTER] = {NULL, {"Tốt khi", "Better"}, 8, TEXT(text_better)},
    [DATA_YEAR] = {NULL, {"Năm", "Year"}, 7, .kind = DATA_FIGURE, .whole = true},
    [DATA_AS_OF] = {NULL, {"Xét đến ngày", "As of"}, 12, .kind = DATA_DATE},
    [DATA_BASE] =
        {"DL_NAM_TRUOC", {"TH năm trước", "Last year"}, 12, .kind = DATA_FIGURE, .input = true},
    [DATA_BASE_DAY] = {NULL, {"Ngày của số năm trước", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_SAME] = {"DL_CUNG_KY",
                   {"TH cùng kỳ", "Same period last year"},
                   12,
                   .kind = DATA_FIGURE,
                   .input = true},
    [DATA_SAME_DAY] = {NULL, {"Ngày của số cùng kỳ", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_TARGET_WORDS] = {NULL, {"Kế hoạch, bằng chữ", "Target in words"}, 18, TEXT(text_target)},
    [DATA_LOW] =
        {"DL_KH_DUOI", {"KH cận dưới", "Target, low"}, 11, .kind = DATA_FIGURE, .input = true},
    [DATA_HIGH] =
        {"DL_KH_TREN", {"KH cận trên", "Target, high"}, 11, .kind = DATA_FIGURE, .input = true},
    [DATA_DECIDES] = {"DL_KH", {"KH quyết định", "Bound that decides"}, 11, .kind = DATA_FIGURE},
    [DATA_ORIGINAL] = {"DL_KH_DAU",
                       {"KH giao ban đầu", "Target as first assigned"},
                       11,
                       .kind = DATA_FIGURE},
    [DATA_BY] = {NULL, {"Giao bởi", "Assigned by"}, 20, TEXT(text_by)},
    [DATA_HEDGE] = {NULL, {"Mức chữ", "Hedge"}, 8, TEXT(text_hedge)},
    [DATA_ACTUAL] = {"DL_TH", {"TH kỳ này", "Actual"}, 12, .kind = DATA_FIGURE, .input = true},
    [DATA_ACTUAL_HIGH] =
        {"DL_TH_TREN", {"TH cận trên", "Actual, high"}, 12, .kind = DATA_FIGURE, .input = true},
    [DATA_DAY] =
        {"DL_NGAY_TH", {"Ngày của số TH", "Its date"}, 12, .kind = DATA_DATE, .input = true},
    [DATA_ELAPSED] =
        {"DL_THOI_GIAN", {"Thời gian đã qua", "Elapsed"}, 10, .kind = DATA_FIGURE, .percent = true},
    [DATA_MONTHS_LEFT] = {"DL_THANG_CON",
                          {"Số tháng còn lại", "Months left"},
                          10,
                          .kind = DATA_FIGURE},
    [DATA_EXPECTED] = {"DL_PHAI_DAT",
                       {"Mức phải đạt đến nay", "Expected by now"},
                       12,
                       .kind = DATA_FIGURE},
    [DATA_ESTIMATE] =
        {"DL_UOC", {"Ước TH cả năm", "Estimate"}, 12, .kind = DATA_FIGURE, .input = true},
    [DATA_ESTIMATE_DAY] = {NULL, {"Ngày ước", "Its date"}, 12, .kind = DATA_DATE},
    [DATA_SEASONAL] = {"DL_MUA", {"Dự báo theo mùa", "Seasonal forecast"}, 12, .kind = DATA_FIGURE},
    [DATA_STATUS_KEY] = {NULL, {"Mã đánh giá", "Status code"}, 12, WORDS(words_status_key)},
    [DATA_STATUS] = {"DL_DANH_GIA", {"Đánh giá", "Status"}, 22, WORDS(words_status)},
    [DATA_COUNTED] =
        {"DL_TINH", {"Tính vào tổng", "Counted"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_TARGET_PLACE] = {NULL,
                           {"KH: tệp, dòng", "Target: file, line"},
                           28,
                           TEXT(text_target_place)},
    [DATA_TARGET_SOURCE] = {NULL,
                            {"KH: văn bản", "Target: document"},
                            36,
                            TEXT(text_target_source)},
    [DATA_QUOTE] = {NULL, {"KH: nguyên văn", "Target: its words"}, 40, TEXT(text_quote)},
    [DATA_FIGURE_PLACE] = {NULL,
                           {"TH: tệp, dòng", "Actual: file, line"},
                           28,
                           TEXT(text_figure_place)},
    [DATA_FIGURE_SOURCE] = {NULL, {"TH: nguồn", "Actual: source"}, 36, TEXT(text_figure_source)},
    [DATA_NOTE] = {NULL, {"Ghi chú", "Note"}, 40, TEXT(text_note)},
    [DATA_GROW] = {NULL, {"KH tăng, %", "Growth, %"}, 9, .kind = DATA_FIGURE, .input = true},
    [DATA_TOLERANCE] = {NULL, {"KH xê dịch", "Tolerance"}, 9, .kind = DATA_FIGURE, .input = true},
    [DATA_ATTAINMENT] =
        {"DL_TY_LE", {"So kế hoạch", "Of target"}, 10, .kind = DATA_FIGURE, .percent = true},
    [DATA_NEEDED] = {"DL_CAN_THANG",
                     {"Cần mỗi tháng", "Needed per month"},
                     14,
                     .kind = DATA_FIGURE},
    [DATA_FORECAST] = {"DL_DU_BAO", {"Dự báo cả năm", "Forecast"}, 12, .kind = DATA_FIGURE},
    [DATA_REPORTING] = {"DL_BAO_CAO",
                        {"Thành viên có số", "Members reporting"},
                        9,
                        .kind = DATA_FIGURE,
                        .whole = true},
    [DATA_MEMBERS] = {NULL, {"Số thành viên", "Members"}, 9, .kind = DATA_FIGURE, .whole = true},
    [DATA_FIXED] = {NULL,
                    {"Do chương trình tính, không đổi theo", "Computed, does not follow"},
                    22,
                    WORDS(words_fixed)},
    [DATA_FIRST] = {NULL, {"Từ ngày", "From"}, 11, .kind = DATA_DATE},
    [DATA_LAST] = {NULL, {"Đến ngày", "To"}, 11, .kind = DATA_DATE},
    [DATA_SEEN] = {"DL_NGAY_XET", {"Ngày được xét", "Day judged"}, 11, .kind = DATA_DATE},
    [DATA_WHOLE] =
        {NULL, {"Tháng trọn đã qua", "Whole months gone"}, 9, .kind = DATA_FIGURE, .whole = true},
    [DATA_MONTHS] = {NULL, {"Số tháng đã qua", "Months gone"}, 9, .kind = DATA_FIGURE},
    [DATA_DUE] = {"DL_PHAN",
                  {"Phần phải đạt đến nay", "Share due"},
                  9,
                  .kind = DATA_FIGURE,
                  .percent = true},
    [DATA_LAST_TOTAL] =
        {NULL, {"Cả kỳ năm trước", "Last year's total"}, 11, .kind = DATA_FIGURE, .input = true},
    [DATA_WEIGHTED] = {NULL, {"Góp vào số gộp", "Into the group's"}, 11, .kind = DATA_FIGURE},
    [DATA_WEIGHT] = {NULL, {"Quyền số, mẫu số", "Weight"}, 11, .kind = DATA_FIGURE},
    [DATA_REPORTED] = {"DL_NGAY_CO",
                       {"Ngày có số để gộp", "Day for the group"},
                       9,
                       .kind = DATA_FIGURE,
                       .whole = true},
    [DATA_PARTIAL] =
        {NULL, {"Chưa đủ thành viên", "Partial"}, 9, .kind = DATA_FIGURE, .whole = true},
    [DATA_FEEDS] = {"DL_NUOI", {"Vào dòng của cụm", "Feeds"}, 12, WORDS(words_feeds)},
    [DATA_RANK_LOW] = {NULL, {"Bậc, cận dưới", "Rank, low"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_RANK_HIGH] =
        {NULL, {"Bậc, cận trên", "Rank, high"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_RANK] =
        {"DL_HANG", {"Bậc tính được", "Rank computed"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_FINAL] = {NULL, {"Bậc đánh giá", "Rank"}, 8, .kind = DATA_FIGURE, .whole = true},
    [DATA_LINE] = {"DL_SO", {"Số của dòng", "Line number"}, 8, .kind = DATA_FIGURE, .whole = true},
};
static_assert(sizeof columns / sizeof columns[0] == DATA_COUNT, "a column is described nowhere");

enum { DATA_FROZEN = 4 };

/* ---- the sheet ---- */

static const struct look plain = {.size = 10, .border = COLOUR_GRID};

/* A number, or nothing: by formula where there is one. Missing is not zero. */
static void put_number(struct sheet *sheet, const struct data_line *line, enum data_id column,
                       const char *formula, struct result result, const struct look *look) {
    double value = result.known ? ratio_double(result.value) : 0;
    if (formula != NULL && result.known) {
        sheet_formula_number(sheet, line->at, column, formula, value, look);
    } else if (formula != NULL) {
        sheet_formula_text(sheet, line->at, column, formula, "", look);
    } else if (result.known) {
        sheet_number(sheet, line->at, column, value, look);
    } else {
        sheet_text(sheet, line->at, column, "", look);
    }
}

/* The file that a text names, "" for a text that names none. */
static const char *file_behind(const struct data_line *line, enum data_id column) {
    if (column == DATA_TARGET_PLACE && line->row->target != NONE) {
        return workbook_file(line->book, target_of(line->book, line->row).place.file);
    }
    if (column == DATA_FIGURE_PLACE && line->row->figure != NONE) {
        return workbook_file(line->book, figure_of(line->book, line->row).place.file);
    }
    return "";
}

static bool is_said(const char *text) {
    return text != NULL && text[0] != '\0';
}

/* What no column of this sheet says stands in a comment: the words of a figure, and why a target
 * was revised. */
static void put_source(struct sheet *sheet, const struct data_line *line, enum data_id column) {
    int32_t revision = line->row->target == NONE ? NONE : line->row->revision;
    if (column == DATA_DECIDES && revision != NONE &&
        is_said(target_of(line->book, line->row).revised[revision].why)) {
        sheet_comment(sheet, line->at, column, workbook_target_source(line->book, line->row));
    } else if (column == DATA_ACTUAL && is_said(figure_of(line->book, line->row).quote)) {
        sheet_comment(sheet, line->at, column, workbook_actual_source(line->book, line->row));
    }
}

static void put_text(struct sheet *sheet, const struct data_line *line, enum data_id column) {
    const char *file = file_behind(line, column);
    const char *text = columns[column].text(line->book, line->row);
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
    const struct data_column *descriptor = &columns[column];
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
    struct date date = line_date(line, column);
    look.number = line->book->lang == LANG_VI ? "dd/mm/yyyy" : "yyyy-mm-dd";
    look.align = ALIGN_CENTRE;
    struct result day = {date_known(date), ratio_int(date_known(date) ? day_number(date) : 0)};
    put_number(sheet, line, column, formula, day, &look);
}

/* Inputs are yellow: numbers that the officer may change, and those that are still missing. */
static bool is_input(const struct data_line *line, enum data_id column) {
    const struct data_column *descriptor = &columns[column];
    bool reported = column == DATA_ACTUAL || column == DATA_DAY;
    bool asked = column == DATA_BASE || column == DATA_SAME || column == DATA_ESTIMATE;
    if (!descriptor->input || (line->origin == ORIGIN_PROGRAM && reported)) {
        return false;
    }
    return reported || asked || quantity_result(line_figure(line, column)).known;
}

static void put_cell(struct sheet *sheet, const struct data_line *line, enum data_id column) {
    const struct data_column *descriptor = &columns[column];
    const char *formula = line_formula(line, column);
    struct look look = plain;
    if (formula == NULL && is_input(line, column)) {
        look.paper = COLOUR_INPUT;
    }
    switch (descriptor->kind) {
    case DATA_TEXT:
        put_text(sheet, line, column);
        break;
    case DATA_WORDS:
        if (formula != NULL) {
            sheet_formula_text(sheet, line->at, column, formula, descriptor->words(line), &look);
        } else {
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
    put_source(sheet, line, column);
}

static void write_head(const struct workbook *book, struct sheet *sheet) {
    static const struct look title = {.size = 14, .bold = true, .ink = COLOUR_NAVY};
    static const struct look note = {.size = 10, .italic = true, .ink = COLOUR_MUTED};
    static const char *const titles[LANG_COUNT] = {
        [LANG_VI] = "DỮ LIỆU (mỗi dòng: một đơn vị × một chỉ tiêu × một kế hoạch)",
        [LANG_EN] = "DATA (a line: one organisation × one indicator × one target)",
    };
    static const char *const notes[LANG_COUNT] = {
        [LANG_VI] =
            "Mọi biểu lấy số từ trang này: sửa ô vàng thì đánh giá, biểu và số đếm đổi theo. Ô "
            "trống là chưa có số liệu, không phải số 0.",
        [LANG_EN] =
            "All tables compute from this sheet: change a yellow cell, and statuses, tables "
            "and counts follow. An empty cell is missing, not zero.",
    };
    sheet_text(sheet, ROW_TITLE, 0, titles[book->lang], &title);
    sheet_text(sheet, ROW_NOTE, 0, notes[book->lang], &note);
    sheet_height(sheet, ROW_TITLE, 21);
    sheet_height(sheet, ROW_HEAD, 42);
    for (uint16_t c = 0; c < (uint16_t)DATA_COUNT; c++) {
        sheet_text(sheet, ROW_HEAD, c, columns[c].heading[book->lang], &data_head);
        sheet_column(sheet, c, c, columns[c].width, c >= DATA_FIRST);
    }
}

/* A name never stands for a single cell: Gnumeric's INDEX refuses one. */
static void write_names(struct sheet *sheet, uint32_t last) {
    uint32_t end = last == ROW_FIRST ? last + 1 : last;
    for (uint16_t c = 0; c < (uint16_t)DATA_COUNT; c++) {
        if (columns[c].name != NULL && last >= ROW_FIRST) {
            sheet_define(sheet, columns[c].name, (struct area){ROW_FIRST, c, end, c});
        }
    }
}

/* ---- all lines ---- */

static const char *edge_share(struct workbook *book, struct ratio percent) {
    char share[RATIO_TEXT];
    ratio_plain(ratio_div(percent, ratio_int(100)), true, NULL, 0, share);
    return workbook_text(book, "%s", share);
}

static void begin_terms(struct workbook *book, struct line_terms *terms) {
    const struct edges *edges = &book->card->book->edges;
    for (uint16_t c = 0; c < (uint16_t)DATA_COUNT; c++) {
        cell_name(ROW_HEAD, c, true, true, terms->heads[c]);
    }
    terms->keys = rank_choices(book, DATA_STATUS_KEY);
    terms->words = rank_choices(book, DATA_STATUS);
    terms->slipping = edge_share(book, edges->slipping);
    terms->over = edge_share(book, edges->over);
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

static void put_line(struct sheet *sheet, const struct data_line *line, struct line_terms *terms) {
    name_cells(terms, line->at);
    for (int c = 0; c < DATA_COUNT; c++) {
        put_cell(sheet, line, (enum data_id)c);
    }
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
    write_head(book, sheet);
    for (uint32_t i = 0; i < n; i++) {
        lines[i].at = ROW_FIRST + i;
        put_line(sheet, &lines[i], &terms);
    }
    data_lines_clear(lines);
    write_exact(book, sheet, last);
    write_names(sheet, last);
    struct area area = {ROW_HEAD, 0, last, DATA_COUNT - 1};
    sheet_freeze(sheet, ROW_FIRST, DATA_FROZEN);
    sheet_filter(sheet, area);
    area = (struct area){ROW_TITLE, 0, last, DATA_FIXED};
    sheet_print(sheet, area, ROW_HEAD, ROW_HEAD, 6, workbook_page(book));
    sheet_print_columns(sheet, 1, DATA_FROZEN - 1);
    sheet_tab(sheet, COLOUR_GRID);
    bool others = sheets_visible(book->sheets) > 1 || !workbook_hides(book, WORKBOOK_NOTES);
    if (workbook_hides(book, WORKBOOK_DATA) && others) {
        sheet_hide(sheet);
    }
}
