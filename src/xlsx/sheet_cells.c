/* SPDX-License-Identifier: MIT */
/* The cells of a sheet, and how it is printed. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_chart.h"
#include "sheet_inside.h"
#include "text.h"

enum {
    FORMULA_LENGTH = 8192, /* what Excel takes */
    PLACE_TEXT = 96
};

#define FONT "Times New Roman"

static void fail_cell(struct sheet *sheet, uint32_t row, uint16_t column, const char *what) {
    char cell[CELL_NAME];
    char where[PLACE_TEXT * 2];
    snprintf(where, sizeof where, "%.80s!%s", sheet->name,
             cell_name(row, column, false, false, cell));
    sheets_fail(sheet->sheets, where, what);
}

static void check_cell(struct sheet *sheet, uint32_t row, uint16_t column, lxw_error error) {
    if (error != LXW_NO_ERROR) {
        fail_cell(sheet, row, column, lxw_strerror(error));
    }
}

static void check(struct sheet *sheet, lxw_error error) {
    if (error != LXW_NO_ERROR) {
        sheets_fail(sheet->sheets, sheet->name, lxw_strerror(error));
    }
}

/* The look's format; without one a cell would lose its number format, so that is a failure. */
static lxw_format *format_of(struct sheets *sheets, const struct look *look) {
    if (look == NULL) {
        return NULL;
    }
    lxw_format *format = looks_format(&sheets->looks, sheets->workbook, look);
    if (format == NULL) {
        sheets_fail(sheets, "format", "cannot be made");
    }
    return format;
}

/* ---- cells ---- */

/* The text as it can be saved; "" and a failure when it cannot. */
static const char *clean_text(struct sheet *sheet, uint32_t row, uint16_t column,
                              const char *text) {
    const char *clean = sheet_text_clean(&sheet->sheets->pool, text != NULL ? text : "");
    if (clean == NULL) {
        fail_cell(sheet, row, column, "text is not UTF-8");
        return "";
    }
    return clean;
}

void sheet_text(struct sheet *sheet, uint32_t row, uint16_t column, const char *text,
                const struct look *look) {
    if (sheet->worksheet == NULL) {
        return;
    }
    const char *clean = clean_text(sheet, row, column, text);
    lxw_format *format = format_of(sheet->sheets, look);
    check_cell(sheet, row, column,
               clean[0] == '\0'
                   ? worksheet_write_blank(sheet->worksheet, row, column, format)
                   : worksheet_write_string(sheet->worksheet, row, column, clean, format));
}

void sheet_number(struct sheet *sheet, uint32_t row, uint16_t column, double value,
                  const struct look *look) {
    if (sheet->worksheet == NULL) {
        return;
    }
    if (!isfinite(value)) {
        fail_cell(sheet, row, column, "no finite number");
        return;
    }
    check_cell(sheet, row, column,
               worksheet_write_number(sheet->worksheet, row, column, value,
                                      format_of(sheet->sheets, look)));
}

static bool formula_good(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula) {
    if (formula[0] == '\0' || strlen(formula) >= FORMULA_LENGTH) {
        fail_cell(sheet, row, column, "formula is empty or too long");
        return false;
    }
    return sheet->worksheet != NULL;
}

void sheet_formula_number(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                          double stored, const struct look *look) {
    if (!formula_good(sheet, row, column, formula)) {
        return;
    }
    if (!isfinite(stored)) {
        fail_cell(sheet, row, column, "no finite number");
        return;
    }
    check_cell(sheet, row, column,
               worksheet_write_formula_num(sheet->worksheet, row, column, formula,
                                           format_of(sheet->sheets, look), stored));
}

void sheet_formula_text(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        const char *stored, const struct look *look) {
    if (!formula_good(sheet, row, column, formula)) {
        return;
    }
    const char *clean = clean_text(sheet, row, column, stored);
    check_cell(sheet, row, column,
               worksheet_write_formula_str(sheet->worksheet, row, column, formula,
                                           format_of(sheet->sheets, look), clean));
}

void sheet_formula_date(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        struct date stored, const struct look *look) {
    int32_t day = date_days(stored) - date_days(date_of(1899, 12, 30));
    sheet_formula_number(sheet, row, column, formula, (double)day, look);
}

/* libxlsxwriter would show / as \ in the words of such a link, so they are written over it. */
void sheet_link_file(struct sheet *sheet, uint32_t row, uint16_t column, const char *file,
                     const char *text, const struct look *look) {
    enum { MOST_LINKS = 60000, LONGEST = 1000 }; /* Excel: 65530 in a sheet */
    char address[LONGEST + sizeof "external:"];
    if (sheet->worksheet == NULL) {
        return;
    }
    const char *clean = clean_text(sheet, row, column, file);
    bool sayable = clean[0] != '\0' && clean[0] != '/' && strlen(clean) < LONGEST &&
                   strpbrk(clean, "#:\\*?\"<>|") == NULL && text[0] != '\0';
    if (sayable && sheet->links < MOST_LINKS) {
        sheet->links++;
        snprintf(address, sizeof address, "external:%s", clean);
        check_cell(sheet, row, column,
                   worksheet_write_url_opt(sheet->worksheet, row, column, address,
                                           format_of(sheet->sheets, look), "", NULL));
    }
    sheet_text(sheet, row, column, text, look);
}

/* The address is cut off the words, as above. */
void sheet_link_sheet(struct sheet *sheet, uint32_t row, uint16_t column, const struct sheet *to,
                      const char *text, const struct look *look) {
    char address[128];
    if (sheet->worksheet != NULL && to->worksheet != NULL) {
        sheet->links++;
        snprintf(address, sizeof address, "internal:'%s'!A1", to->name);
        check_cell(sheet, row, column,
                   worksheet_write_url_opt(sheet->worksheet, row, column, address,
                                           format_of(sheet->sheets, look), "", NULL));
    }
    sheet_text(sheet, row, column, text, look);
}

/* libxlsxwriter draws every comment in the same small box unless told how large. */
void sheet_comment(struct sheet *sheet, uint32_t row, uint16_t column, const char *text) {
    enum { MOST_COMMENTS = 8000, LONGEST = 3000, LINE_CHARACTERS = 46, WIDTH = 330, LINE = 17 };
    if (sheet->worksheet == NULL || text == NULL || text[0] == '\0' ||
        sheet->comments >= MOST_COMMENTS) {
        return;
    }
    static char author[] = "tiendo"; /* the library's struct wants them writable */
    static char font[] = FONT;
    char cut[LONGEST];
    const char *clean = clean_text(sheet, row, column, text);
    if (text_cut(clean, cut, LONGEST) != NULL) {
        clean = cut;
    }
    int lines = text_lines(clean, LINE_CHARACTERS);
    lxw_comment_options options = {
        .author = author,
        .font_name = font,
        .font_size = 11,
        .width = WIDTH,
        .height = (uint16_t)(LINE * (lines + 1)),
        .color = 0xFFFBE6,
    };
    sheet->comments++;
    check_cell(sheet, row, column,
               worksheet_write_comment_opt(sheet->worksheet, row, column, clean, &options));
}

static bool areas_meet(struct area a, struct area b) {
    return a.first_row <= b.last_row && b.first_row <= a.last_row &&
           a.first_column <= b.last_column && b.first_column <= a.last_column;
}

void sheet_merge(struct sheet *sheet, struct area area, const char *text, const struct look *look) {
    if (sheet->worksheet == NULL) {
        return;
    }
    /* most come row by row, downwards: these meet none */
    size_t n = area.first_row < sheet->merged_rows ? arrlenu(sheet->merged) : 0;
    for (size_t i = 0; i < n; i++) {
        if (areas_meet(sheet->merged[i], area)) {
            fail_cell(sheet, area.first_row, area.first_column, "merged areas overlap");
            return;
        }
    }
    if (area.first_row == area.last_row && area.first_column == area.last_column) {
        sheet_text(sheet, area.first_row, area.first_column, text, look);
        return;
    }
    arrput(sheet->merged, area);
    sheet->merged_rows =
        area.last_row >= sheet->merged_rows ? area.last_row + 1 : sheet->merged_rows;
    const char *clean = clean_text(sheet, area.first_row, area.first_column, text);
    check_cell(sheet, area.first_row, area.first_column,
               worksheet_merge_range(sheet->worksheet, area.first_row, area.first_column,
                                     area.last_row, area.last_column, clean,
                                     format_of(sheet->sheets, look)));
}

/* ---- the sheet ---- */

void sheet_column(struct sheet *sheet, uint16_t first, uint16_t last, double width, bool hidden) {
    enum { MARGIN = 5, DIGIT = 7 }; /* in pixels */
    while (arrlenu(sheet->widths) <= last) {
        arrput(sheet->widths, DEFAULT_WIDTH);
    }
    for (size_t i = first; i <= last; i++) {
        sheet->widths[i] = hidden ? 0 : (width * DIGIT + MARGIN) * POINTS_OF_PIXEL;
    }
    if (sheet->worksheet != NULL) {
        lxw_row_col_options options = {.hidden = hidden};
        check(sheet, worksheet_set_column_opt(sheet->worksheet, first, last, width, NULL,
                                              hidden ? &options : NULL));
    }
}

void sheet_height(struct sheet *sheet, uint32_t row, double points) {
    enum { MOST = 409 }; /* the highest row there is */
    while (arrlenu(sheet->heights) <= row) {
        arrput(sheet->heights, DEFAULT_HEIGHT);
    }
    sheet->heights[row] = points < MOST ? points : MOST;
    if (sheet->worksheet != NULL) {
        check(sheet, worksheet_set_row(sheet->worksheet, row, points < MOST ? points : MOST, NULL));
    }
}

void sheet_hide_row(struct sheet *sheet, uint32_t row) {
    lxw_row_col_options options = {.hidden = LXW_TRUE};
    if (sheet->worksheet != NULL) {
        check(sheet,
              worksheet_set_row_opt(sheet->worksheet, row, LXW_DEF_ROW_HEIGHT, NULL, &options));
    }
}

void sheet_freeze(struct sheet *sheet, uint32_t row, uint16_t column) {
    if (sheet->worksheet != NULL) {
        worksheet_freeze_panes(sheet->worksheet, row, column);
    }
}

void sheet_filter(struct sheet *sheet, struct area area) {
    if (sheet->worksheet != NULL) {
        check(sheet, worksheet_autofilter(sheet->worksheet, area.first_row, area.first_column,
                                          area.last_row, area.last_column));
    }
}

void sheet_highlight(struct sheet *sheet, struct area area, const char *formula,
                     const struct look *look) {
    if (sheet->worksheet == NULL) {
        return;
    }
    struct sheets *sheets = sheet->sheets;
    lxw_format *format = looks_highlight(&sheets->highlights, sheets->workbook, look);
    if (format == NULL) {
        sheets_fail(sheets, sheet->name, "a format cannot be made");
        return;
    }
    const char *copy = pool_text(&sheets->pool, formula, strlen(formula));
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = (char *)copy,
        .format = format,
    };
    check(sheet,
          worksheet_conditional_format_range(sheet->worksheet, area.first_row, area.first_column,
                                             area.last_row, area.last_column, &rule));
}

static lxw_datetime datetime_of(struct date date) {
    return (lxw_datetime){.year = date.year, .month = date.month, .day = date.day};
}

/* A list of words overflows the heap of libxlsxwriter 1.1.4 when it is long in bytes but not in
 * characters, and one of named cells leaks; two short words do neither. */
void sheet_validate(struct sheet *sheet, struct area area, const struct valid *valid) {
    static const uint8_t kinds[] = {
        [VALID_WHERE] = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
        [VALID_DAYS] = LXW_VALIDATION_TYPE_DATE,
        [VALID_LIST] = LXW_VALIDATION_TYPE_LIST,
    };
    static_assert(sizeof kinds / sizeof kinds[0] == VALID_COUNT, "a type for each");
    if (sheet->worksheet == NULL) {
        return;
    }
    struct pool *pool = &sheet->sheets->pool;
    const char *prompt = valid->prompt;
    lxw_data_validation rule = {
        .validate = kinds[valid->kind],
        .criteria = valid->kind == VALID_DAYS ? LXW_VALIDATION_CRITERIA_BETWEEN
                                              : LXW_VALIDATION_CRITERIA_NONE,
        .show_error = LXW_VALIDATION_ON,
        .show_input = prompt != NULL ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
        .error_type =
            valid->lenient ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP,
        .minimum_datetime = datetime_of(valid->first),
        .maximum_datetime = datetime_of(valid->last),
        .error_title = (char *)pool_text(pool, valid->title, strlen(valid->title)),
        .error_message = (char *)pool_text(pool, valid->error, strlen(valid->error)),
    };
    if (valid->formula != NULL) {
        rule.value_formula = (char *)pool_text(pool, valid->formula, strlen(valid->formula));
    }
    char *words[] = {(char *)valid->words[0], (char *)valid->words[1], NULL};
    if (valid->kind == VALID_LIST) {
        rule.value_list = (void *)words; /* later versions of the library say const */
    }
    if (prompt != NULL) {
        rule.input_title = rule.error_title;
        rule.input_message = (char *)pool_text(pool, prompt, strlen(prompt));
    }
    check(sheet,
          worksheet_data_validation_range(sheet->worksheet, area.first_row, area.first_column,
                                          area.last_row, area.last_column, &rule));
}

void sheet_bars(struct sheet *sheet, struct area area, double full, uint32_t paper) {
    if (sheet->worksheet == NULL) {
        return;
    }
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = 0,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_value = full,
        .bar_color = paper,
        .bar_solid = LXW_TRUE,
        .bar_no_border = LXW_TRUE,
        .data_bar_2010 = LXW_TRUE,
    };
    check(sheet,
          worksheet_conditional_format_range(sheet->worksheet, area.first_row, area.first_column,
                                             area.last_row, area.last_column, &rule));
}

/* made: NULL where the library could not, for the reason that `failed` says. */
static void insert_chart(struct sheet *sheet, uint32_t row, uint16_t column, lxw_chart *made,
                         const char *failed, double width, double height, const char *spoken) {
    if (made == NULL) {
        fail_cell(sheet, row, column, failed);
        return;
    }
    struct pool *pool = &sheet->sheets->pool;
    spoken = clean_text(sheet, row, column, spoken);
    lxw_chart_options options = {
        .x_scale = width / CHART_WIDTH,
        .y_scale = height / CHART_HEIGHT,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = (char *)pool_text(pool, spoken, strlen(spoken)),
    };
    check(sheet, worksheet_insert_chart_opt(sheet->worksheet, row, column, made, &options));
}

void sheet_chart(struct sheet *sheet, uint32_t row, uint16_t column, const struct chart *chart) {
    if (sheet->worksheet == NULL || chart->categories == 0) {
        return;
    }
    const char *failed = NULL;
    lxw_chart *made = chart_make(sheet->sheets->workbook, sheet_name(chart->data), chart,
                                 &sheet->sheets->pool, &failed);
    insert_chart(sheet, row, column, made, failed, chart->width, chart->height, chart->spoken);
}

void sheet_line_chart(struct sheet *sheet, uint32_t row, uint16_t column,
                      const struct line_chart *chart) {
    if (sheet->worksheet == NULL || chart->points == 0) {
        return;
    }
    const char *failed = NULL;
    lxw_chart *made = line_chart_make(sheet->sheets->workbook, sheet_name(chart->data), chart,
                                      &sheet->sheets->pool, &failed);
    insert_chart(sheet, row, column, made, failed, chart->width, chart->height, chart->spoken);
}

/* Footers use & for fields, so one of a name is doubled; what does not fit is left out.
 * `pages`: what stands behind the page's number, "/3" or "". */
static void set_footer(struct sheet *sheet, const char *page_word, const char *pages) {
    char footer[512];
    char name[128] = "";
    size_t at = 0;
    for (const char *s = sheet->name; *s != '\0' && at + 3 < sizeof name; s++) {
        if (*s == '&') {
            name[at++] = '&';
        }
        name[at++] = *s;
    }
    name[at] = '\0';
    snprintf(footer, sizeof footer, "&L&\"" FONT ",Italic\"&9%s&R&\"" FONT ",Regular\"&9%s &P%s",
             name, page_word, pages);
    check(sheet, worksheet_set_footer(sheet->worksheet, footer));
}

static void set_paper(struct sheet *sheet, struct area area) {
    enum { A4 = 9 };
    lxw_worksheet *worksheet = sheet->worksheet;
    worksheet_set_paper(worksheet, A4);
    worksheet_set_landscape(worksheet);
    worksheet_set_margins(worksheet, 0.55, 0.45, 0.5, 0.6);
    worksheet_center_horizontally(worksheet);
    check(sheet, worksheet_print_area(worksheet, area.first_row, area.first_column, area.last_row,
                                      area.last_column));
}

static double extent(const double *sizes, size_t first, size_t last, double otherwise) {
    double sum = 0;
    for (size_t i = first; i <= last; i++) {
        sum += i < arrlenu(sizes) ? sizes[i] : otherwise;
    }
    return sum;
}

/* As wide as the paper, an area is one page high for certain: with room left for rows that a
 * program makes higher than it was told. A head to repeat costs LibreOffice a part of a second. */
static bool surely_one_page(const struct sheet *sheet, struct area area) {
    const double wide = 841.9 - (0.55 + 0.45) * 72;
    const double high = 595.3 - (0.5 + 0.6) * 72;
    double width = extent(sheet->widths, area.first_column, area.last_column, DEFAULT_WIDTH);
    double height = extent(sheet->heights, area.first_row, area.last_row, DEFAULT_HEIGHT);
    double scale = width > wide ? wide / width : 1;
    return height * scale <= 0.9 * high;
}

void sheet_print(struct sheet *sheet, struct area area, uint32_t head_first, uint32_t head_last,
                 uint16_t pages, const char *page_word) {
    if (sheet->worksheet != NULL) {
        set_paper(sheet, area);
        if (pages > 1 || !surely_one_page(sheet, area)) {
            check(sheet, worksheet_repeat_rows(sheet->worksheet, head_first, head_last));
        }
        worksheet_fit_to_pages(sheet->worksheet, pages, 0);
        worksheet_set_start_page(sheet->worksheet, 1); /* their number nobody knows beforehand */
        set_footer(sheet, page_word, "");
    }
}

/* Breaks are ignored where the print is made to fit, so the scale is given. */
void sheet_print_pages(struct sheet *sheet, struct area area, uint32_t head_first,
                       uint32_t head_last, struct pages pages, const char *page_word) {
    enum { MOST_BREAKS = 1000 }; /* Excel: 1023 */
    lxw_row_t breaks[MOST_BREAKS + 1] = {0};
    char count[16];
    if (sheet->worksheet == NULL) {
        return;
    }
    set_paper(sheet, area);
    if (pages.count > 0) {
        check(sheet, worksheet_repeat_rows(sheet->worksheet, head_first, head_last));
    }
    worksheet_set_print_scale(sheet->worksheet, (uint16_t)pages.scale);
    worksheet_set_start_page(sheet->worksheet, 1);
    for (size_t i = 0; i < pages.count && i < MOST_BREAKS; i++) {
        breaks[i] = pages.breaks[i];
    }
    check(sheet, worksheet_set_h_pagebreaks(sheet->worksheet, breaks));
    snprintf(count, sizeof count, "/%zu", pages.count + 1);
    set_footer(sheet, page_word, pages.count > MOST_BREAKS ? "" : count);
}

void sheet_print_one_page(struct sheet *sheet, struct area area, const char *page_word) {
    if (sheet->worksheet != NULL) {
        set_paper(sheet, area);
        worksheet_fit_to_pages(sheet->worksheet, 1, 1);
        worksheet_set_start_page(sheet->worksheet, 1);
        set_footer(sheet, page_word, "");
    }
}

void sheet_print_columns(struct sheet *sheet, uint16_t first, uint16_t last) {
    if (sheet->worksheet != NULL) {
        check(sheet, worksheet_repeat_columns(sheet->worksheet, first, last));
    }
}

void sheet_hide(struct sheet *sheet) {
    sheet->hidden = true;
    if (sheet->worksheet != NULL) {
        worksheet_hide(sheet->worksheet);
    }
}

bool sheet_seen(const struct sheet *sheet) {
    return !sheet->hidden;
}

void sheet_fit_screen(struct sheet *sheet, uint16_t first, uint16_t last) {
    enum { SCREEN = 1290, STEP = 5, LEAST = 60, FULL = 100 }; /* pixels of 1366; percent */
    double pixels = extent(sheet->widths, first, last, DEFAULT_WIDTH) / POINTS_OF_PIXEL;
    int percent = pixels > SCREEN ? (int)(SCREEN * FULL / pixels) / STEP * STEP : FULL;
    if (sheet->worksheet != NULL && percent < FULL) {
        worksheet_set_zoom(sheet->worksheet, (uint16_t)(percent < LEAST ? LEAST : percent));
    }
}

void sheet_free(struct sheet *sheet) {
    sheet->free = true;
}

void sheet_tab(struct sheet *sheet, uint32_t colour) {
    if (sheet->worksheet != NULL) {
        worksheet_set_tab_color(sheet->worksheet, colour);
    }
}

void sheet_define(struct sheet *sheet, const char *name, struct area area) {
    if (sheet->worksheet == NULL) {
        return;
    }
    char first[CELL_NAME];
    char last[CELL_NAME];
    char formula[256];
    if (strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != strlen(name) || strchr(name, '_') == NULL) {
        sheets_fail(sheet->sheets, name, "no portable name");
        return;
    }
    snprintf(formula, sizeof formula, "='%s'!%s:%s", sheet->name,
             cell_name(area.first_row, area.first_column, true, true, first),
             cell_name(area.last_row, area.last_column, true, true, last));
    lxw_error error = workbook_define_name(sheet->sheets->workbook, name, formula);
    if (error != LXW_NO_ERROR) {
        sheets_fail(sheet->sheets, name, lxw_strerror(error));
    }
}
