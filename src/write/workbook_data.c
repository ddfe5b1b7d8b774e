#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook.h"

enum { ROW_TITLE, ROW_NOTE, ROW_BLANK, ROW_HEAD, ROW_FIRST };

/* How a column's cells come out of a row. */
enum data_kind { DATA_TEXT, DATA_QUANTITY, DATA_FIGURE, DATA_DATE, DATA_KIND_COUNT };

/* A column: how it is called, and where its cells come from. */
struct data_column {
    const char *name; /* of the column for formulas, or NULL */
    const char *heading[LANG_COUNT];
    double width;
    enum data_kind kind;
    size_t offset; /* in struct row, of a quantity or a date */
    const char *(*text)(struct workbook *book, const struct row *row); /* of a text */
    struct quantity (*figure)(const struct row *row);                  /* of a figure */
    bool percent; /* a ratio, not in the indicator's unit */
    bool whole;   /* a count or a year: no separators */
};

/* ---- texts ---- */

static const struct indicator *indicator_of(const struct workbook *book, const struct row *row) {
    return &book->card->book->indicators[row->indicator];
}

static const struct target *target_of(const struct workbook *book, const struct row *row) {
    return row->target == NONE ? NULL : &book->card->book->targets[row->target];
}

static const struct figure *figure_of(const struct workbook *book, const struct row *row) {
    return row->figure == NONE ? NULL : &book->card->book->figures[row->figure];
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
    return cell.full_text != NULL ? cell.full_text : workbook_text(book, "%s", cell.text);
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

static const char *text_status_key(struct workbook *book, const struct row *row) {
    (void)book;
    return status_key(row->status);
}

static const char *text_status(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_STATUS);
}

static const char *text_note(struct workbook *book, const struct row *row) {
    return cell_text(book, row, COLUMN_NOTE);
}

static const char *text_target_place(struct workbook *book, const struct row *row) {
    const struct target *target = target_of(book, row);
    return target != NULL ? workbook_place(book, target->place) : "";
}

static const char *text_target_source(struct workbook *book, const struct row *row) {
    const struct target *target = target_of(book, row);
    return target != NULL ? target->source : "";
}

static const char *text_quote(struct workbook *book, const struct row *row) {
    const struct target *target = target_of(book, row);
    return target != NULL ? target->quote : "";
}

static const char *text_figure_place(struct workbook *book, const struct row *row) {
    const struct figure *figure = figure_of(book, row);
    return figure != NULL ? workbook_place(book, figure->place) : "";
}

static const char *text_figure_source(struct workbook *book, const struct row *row) {
    const struct figure *figure = figure_of(book, row);
    return figure != NULL ? figure->source : "";
}

/* ---- figures that are no quantity of the row ---- */

static struct quantity known(bool is, struct ratio value) {
    is = is && ratio_valid(value);
    return (struct quantity){.value = value, .why = is ? DEFINED : UNDEFINED_NO_DATA};
}

static struct quantity figure_year(const struct row *row) {
    return known(true, ratio_int(row->year));
}

static bool has_bounds(const struct row *row) {
    return row->has_target && row->bounds_known && row->bounds.kind != TARGET_DONE;
}

static struct quantity figure_target_low(const struct row *row) {
    enum target_kind kind = row->bounds.kind;
    bool ceiling = kind == TARGET_AT_MOST || kind == TARGET_LESS_THAN;
    bool grows_down = kind == TARGET_GROW && row->ceiling;
    return known(has_bounds(row) && !ceiling && !grows_down, row->bounds.low);
}

static struct quantity figure_target_high(const struct row *row) {
    enum target_kind kind = row->bounds.kind;
    bool floor = kind == TARGET_AT_LEAST || kind == TARGET_MORE_THAN;
    bool grows_up = kind == TARGET_GROW && !row->ceiling;
    return known(has_bounds(row) && !floor && !grows_up, row->bounds.high);
}

static struct quantity figure_deciding(const struct row *row) {
    return known(has_bounds(row), row->deciding);
}

static struct quantity figure_low(const struct row *row) {
    return known(row->has_actual, row->low);
}

static struct quantity figure_high(const struct row *row) {
    return known(row->has_actual, row->high);
}

/* Months that were left after the figure's day. */
static struct quantity figure_months_left(const struct row *row) {
    bool needed = row->needed_per_month.why == DEFINED && row->left.why == DEFINED;
    return known(needed,
                 ratio_sub(window_months(row->window), window_months_gone(row->window, row->date)));
}

static struct quantity figure_counted(const struct row *row) {
    return known(true, ratio_int(row->goal));
}

/* ---- the columns ---- */

#define TEXT(function) .kind = DATA_TEXT, .text = (function)
#define FIGURE(function) .kind = DATA_FIGURE, .figure = (function)
#define QUANTITY(field) .kind = DATA_QUANTITY, .offset = offsetof(struct row, field)
#define DATE(field) .kind = DATA_DATE, .offset = offsetof(struct row, field)

static const struct data_column columns[] = {
    {"DL_KHOA", {"Khóa", "Key"}, 34, TEXT(text_key)},
    {NULL, {"Đơn vị", "Organisation"}, 28, TEXT(text_org)},
    {NULL, {"Mã", "Code"}, 18, TEXT(text_indicator_id)},
    {NULL, {"Chỉ tiêu", "Indicator"}, 40, TEXT(text_indicator)},
    {NULL, {"ĐVT", "Unit"}, 15, TEXT(text_unit)},
    {NULL, {"Loại", "Kind"}, 11, TEXT(text_kind)},
    {NULL, {"Tốt khi", "Better"}, 8, TEXT(text_better)},
    {NULL, {"Năm", "Year"}, 7, FIGURE(figure_year), .whole = true},
    {NULL, {"Xét đến ngày", "As of"}, 12, DATE(as_of)},
    {"DL_NAM_TRUOC", {"TH năm trước", "Last year"}, 12, QUANTITY(baseline)},
    {NULL, {"Ngày của số năm trước", "Its date"}, 12, DATE(baseline_date)},
    {"DL_CUNG_KY", {"TH cùng kỳ", "Same period last year"}, 12, QUANTITY(last_year_same)},
    {NULL, {"Ngày của số cùng kỳ", "Its date"}, 12, DATE(last_year_date)},
    {NULL, {"Kế hoạch, bằng chữ", "Target in words"}, 18, TEXT(text_target)},
    {"DL_KH_DUOI", {"KH cận dưới", "Target, low"}, 11, FIGURE(figure_target_low)},
    {"DL_KH_TREN", {"KH cận trên", "Target, high"}, 11, FIGURE(figure_target_high)},
    {"DL_KH", {"KH quyết định", "Bound that decides"}, 11, FIGURE(figure_deciding)},
    {"DL_KH_DAU", {"KH giao ban đầu", "Target as first assigned"}, 11, QUANTITY(target_original)},
    {NULL, {"Giao bởi", "Assigned by"}, 20, TEXT(text_by)},
    {NULL, {"Mức chữ", "Hedge"}, 8, TEXT(text_hedge)},
    {"DL_TH", {"TH kỳ này", "Actual"}, 12, FIGURE(figure_low)},
    {"DL_TH_TREN", {"TH cận trên", "Actual, high"}, 12, FIGURE(figure_high)},
    {"DL_NGAY_TH", {"Ngày của số TH", "Its date"}, 12, DATE(date)},
    {"DL_THOI_GIAN", {"Thời gian đã qua", "Elapsed"}, 10, QUANTITY(elapsed), .percent = true},
    {"DL_THANG_CON", {"Số tháng còn lại", "Months left"}, 10, FIGURE(figure_months_left)},
    {"DL_PHAI_DAT", {"Mức phải đạt đến nay", "Expected by now"}, 12, QUANTITY(expected)},
    {"DL_UOC", {"Ước TH cả năm", "Estimate"}, 12, QUANTITY(estimate)},
    {NULL, {"Ngày ước", "Its date"}, 12, DATE(estimate_date)},
    {"DL_MUA", {"Dự báo theo mùa", "Seasonal forecast"}, 12, QUANTITY(forecast_seasonal)},
    {NULL, {"Mã đánh giá", "Status code"}, 12, TEXT(text_status_key)},
    {"DL_DANH_GIA", {"Đánh giá", "Status"}, 22, TEXT(text_status)},
    {"DL_TINH", {"Tính vào tổng", "Counted"}, 8, FIGURE(figure_counted), .whole = true},
    {NULL, {"KH: tệp, dòng", "Target: file, line"}, 28, TEXT(text_target_place)},
    {NULL, {"KH: văn bản", "Target: document"}, 36, TEXT(text_target_source)},
    {NULL, {"KH: nguyên văn", "Target: its words"}, 40, TEXT(text_quote)},
    {NULL, {"TH: tệp, dòng", "Actual: file, line"}, 28, TEXT(text_figure_place)},
    {NULL, {"TH: nguồn", "Actual: source"}, 36, TEXT(text_figure_source)},
    {NULL, {"Ghi chú", "Note"}, 40, TEXT(text_note)},
};

enum { DATA_COLUMNS = sizeof columns / sizeof columns[0], DATA_FROZEN = 4 };

/* ---- the sheet ---- */

static const struct look plain = {.size = 10, .border = COLOUR_GRID};

static void write_figure(struct workbook *book, struct sheet *sheet, uint32_t at, uint16_t column,
                         const struct row *row, struct quantity quantity) {
    const struct data_column *descriptor = &columns[column];
    struct look look = plain;
    look.align = ALIGN_RIGHT;
    look.shrink = true;
    if (quantity.why != DEFINED || !ratio_valid(quantity.value)) {
        sheet_text(sheet, at, column, "", &look); /* missing is not zero */
        return;
    }
    char text[PRINTED_TEXT];
    const struct indicator *indicator = indicator_of(book, row);
    struct number_look number = {.decimals = 1, .percent = descriptor->percent};
    if (!descriptor->percent && !descriptor->whole) {
        number.decimals = figure_print(quantity.value, indicator, NULL, 0, book->lang, text);
    }
    look.number = descriptor->whole ? "0_)" : number_code(book, number);
    sheet_number(sheet, at, column, ratio_double(quantity.value), &look);
}

/* The file that a text names, "" for a text that names none. */
static const char *file_behind(struct workbook *book, const struct data_column *column,
                               const struct row *row) {
    const struct target *target = target_of(book, row);
    const struct figure *figure = figure_of(book, row);
    if (column->text == text_target_place && target != NULL) {
        return workbook_file(book, target->place.file);
    }
    if (column->text == text_figure_place && figure != NULL) {
        return workbook_file(book, figure->place.file);
    }
    return "";
}

/* The words of its source, for the figures that a meeting asks about. */
static void write_source(struct workbook *book, struct sheet *sheet, uint32_t at, uint16_t column,
                         const struct row *row) {
    const char *name = columns[column].name;
    if (name != NULL && strcmp(name, "DL_KH") == 0) {
        sheet_comment(sheet, at, column, workbook_target_source(book, row));
    } else if (name != NULL && strcmp(name, "DL_TH") == 0) {
        sheet_comment(sheet, at, column, workbook_actual_source(book, row));
    }
}

static void write_words(struct workbook *book, struct sheet *sheet, uint32_t at, uint16_t column,
                        const struct row *row) {
    const char *file = file_behind(book, &columns[column], row);
    const char *text = columns[column].text(book, row);
    struct look look = plain;
    if (file[0] != '\0') {
        look.ink = COLOUR_LINK;
        look.underline = true;
        sheet_link_file(sheet, at, column, file, text, &look);
        return;
    }
    look.ink = column == 0 ? COLOUR_MUTED : 0;
    sheet_text(sheet, at, column, text, &look);
}

static void write_cell(struct workbook *book, struct sheet *sheet, uint32_t at, uint16_t column,
                       const struct row *row) {
    const struct data_column *descriptor = &columns[column];
    const char *from = (const char *)row + descriptor->offset;
    struct look look = plain;
    switch (descriptor->kind) {
    case DATA_TEXT:
        write_words(book, sheet, at, column, row);
        break;
    case DATA_QUANTITY:
        write_figure(book, sheet, at, column, row, *(const struct quantity *)(const void *)from);
        break;
    case DATA_FIGURE:
        write_figure(book, sheet, at, column, row, descriptor->figure(row));
        break;
    case DATA_DATE:
        look.number = book->lang == LANG_VI ? "dd/mm/yyyy" : "yyyy-mm-dd";
        look.align = ALIGN_CENTRE;
        sheet_date(sheet, at, column, *(const struct date *)(const void *)from, &look);
        break;
    case DATA_KIND_COUNT:
        break;
    }
    write_source(book, sheet, at, column, row);
}

static void write_head(const struct workbook *book, struct sheet *sheet) {
    static const struct look title = {.size = 14, .bold = true, .ink = COLOUR_NAVY};
    static const struct look note = {.size = 10, .italic = true, .ink = COLOUR_MUTED};
    static const struct look head = {.size = 10,
                                     .bold = true,
                                     .wrap = true,
                                     .align = ALIGN_CENTRE,
                                     .ink = COLOUR_WHITE,
                                     .paper = COLOUR_NAVY,
                                     .border = COLOUR_GRID};
    static const char *const titles[LANG_COUNT] = {
        [LANG_VI] = "DỮ LIỆU (mỗi dòng: một đơn vị × một chỉ tiêu × một kế hoạch)",
        [LANG_EN] = "DATA (a line: one organisation × one indicator × one target)",
    };
    static const char *const notes[LANG_COUNT] = {
        [LANG_VI] = "Mọi biểu lấy số từ trang này. Ô trống là chưa có số liệu, không phải số 0.",
        [LANG_EN] = "All tables compute from this sheet. An empty cell is missing, not zero.",
    };
    sheet_text(sheet, ROW_TITLE, 0, titles[book->lang], &title);
    sheet_text(sheet, ROW_NOTE, 0, notes[book->lang], &note);
    sheet_height(sheet, ROW_TITLE, 21);
    sheet_height(sheet, ROW_HEAD, 42);
    for (uint16_t c = 0; c < (uint16_t)DATA_COLUMNS; c++) {
        sheet_text(sheet, ROW_HEAD, c, columns[c].heading[book->lang], &head);
        sheet_column(sheet, c, c, columns[c].width, false);
    }
}

/* A name never stands for a single cell: Gnumeric's INDEX refuses one. */
static void write_names(struct sheet *sheet, uint32_t last) {
    uint32_t end = last == ROW_FIRST ? last + 1 : last;
    for (uint16_t c = 0; c < (uint16_t)DATA_COLUMNS; c++) {
        if (columns[c].name != NULL && last >= ROW_FIRST) {
            sheet_define(sheet, columns[c].name, (struct area){ROW_FIRST, c, end, c});
        }
    }
}

void workbook_data(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {[LANG_VI] = "Dữ liệu", [LANG_EN] = "Data"};
    struct sheet *sheet = sheet_add(book->sheets, name[book->lang]);
    uint32_t n = (uint32_t)arrlenu(book->card->rows);
    uint32_t last = ROW_HEAD + n;
    write_head(book, sheet);
    for (uint32_t i = 0; i < n; i++) {
        for (uint16_t c = 0; c < (uint16_t)DATA_COLUMNS; c++) {
            write_cell(book, sheet, ROW_FIRST + i, c, &book->card->rows[i]);
        }
    }
    write_names(sheet, last);
    struct area area = {ROW_HEAD, 0, last, DATA_COLUMNS - 1};
    sheet_freeze(sheet, ROW_FIRST, DATA_FROZEN);
    sheet_filter(sheet, area);
    area.first_row = ROW_TITLE;
    sheet_print(sheet, area, ROW_HEAD, ROW_HEAD, 5, workbook_page(book));
    sheet_print_columns(sheet, 1, DATA_FROZEN - 1);
    sheet_tab(sheet, COLOUR_GRID);
    bool others = sheets_visible(book->sheets) > 1 || !workbook_hides(book, WORKBOOK_NOTES);
    if (workbook_hides(book, WORKBOOK_DATA) && others) {
        sheet_hide(sheet);
    }
}
