#include "sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "mem.h"
#include "part_files.h"
#include "phrase.h"
#include "sheet_chart.h"
#include "sheet_clean.h"
#include "sheet_look.h"

enum {
    FORMULA_LENGTH = 8192, /* what Excel takes */
    DAY_SECONDS = 86400,
    PLACE_TEXT = 96
};

#ifdef _WIN32
#define NULL_DEVICE "NUL"
#else
#define NULL_DEVICE "/dev/null"
#endif
#define FONT "Times New Roman"

struct sheet {
    struct sheets *sheets;    /* the workbook it belongs to */
    lxw_worksheet *worksheet; /* NULL when it could not be made: all calls then do nothing */
    const char *name;         /* as written, in the pool */
    struct area *merged;      /* stb_ds array */
    uint32_t merged_rows;     /* one past the last row of all of them */
    bool hidden;              /* see sheet_hide() */
    int links;                /* to files, so far */
    int comments;             /* so far */
};

struct sheets {
    lxw_workbook *workbook;       /* NULL when it could not be made */
    struct sheet **items;         /* stb_ds array, each allocated */
    struct taken_name *names;     /* stb_ds hash of their names */
    struct pool pool;             /* owns cleaned texts and names */
    struct looks looks;           /* formats already made */
    struct write_failure failure; /* the first, or WRITE_OK */
#ifndef _WIN32
    locale_t before;  /* the thread's locale to go back to */
    locale_t numeric; /* the one with LC_NUMERIC C */
#endif
};

static int32_t days_since(struct date epoch, struct date date) {
    return date_days(date) - date_days(epoch);
}

/* ---- failures ---- */

static void fail(struct sheets *sheets, const char *where, const char *what) {
    if (sheets->failure.step == WRITE_OK) {
        sheets->failure.step = WRITE_CONTENT;
        snprintf(sheets->failure.detail, sizeof sheets->failure.detail, "%.110s: %.140s", where,
                 what);
    }
}

static void fail_cell(struct sheet *sheet, uint32_t row, uint16_t column, const char *what) {
    char cell[CELL_NAME];
    char where[PLACE_TEXT * 2];
    snprintf(where, sizeof where, "%.80s!%s", sheet->name,
             cell_name(row, column, false, false, cell));
    fail(sheet->sheets, where, what);
}

static void check_cell(struct sheet *sheet, uint32_t row, uint16_t column, lxw_error error) {
    if (error != LXW_NO_ERROR) {
        fail_cell(sheet, row, column, lxw_strerror(error));
    }
}

static void check(struct sheet *sheet, lxw_error error) {
    if (error != LXW_NO_ERROR) {
        fail(sheet->sheets, sheet->name, lxw_strerror(error));
    }
}

/* The look's format; without one a cell would lose its number format, so that is a failure. */
static lxw_format *format_of(struct sheets *sheets, const struct look *look) {
    if (look == NULL) {
        return NULL;
    }
    lxw_format *format = looks_format(&sheets->looks, sheets->workbook, look);
    if (format == NULL) {
        fail(sheets, "format", "cannot be made");
    }
    return format;
}

/* ---- the workbook ---- */

/* A number must be written with a point whatever the locale; only this thread is touched. */
#ifdef _WIN32
static void numeric_begin(struct sheets *sheets) {
    if (setlocale(LC_NUMERIC, "C") == NULL) {
        fail(sheets, "locale", "LC_NUMERIC cannot be set to C");
    }
}

static void numeric_end(struct sheets *sheets) {
    (void)sheets; /* nothing else ever sets it */
}
#else
static void numeric_begin(struct sheets *sheets) {
    locale_t copy = duplocale(uselocale((locale_t)0));
    sheets->numeric = newlocale(LC_NUMERIC_MASK, "C", copy);
    if (sheets->numeric == (locale_t)0) {
        fail(sheets, "locale", "LC_NUMERIC cannot be set to C");
        return;
    }
    sheets->before = uselocale(sheets->numeric);
}

static void numeric_end(struct sheets *sheets) {
    if (sheets->numeric != (locale_t)0) {
        uselocale(sheets->before);
        freelocale(sheets->numeric);
    }
}
#endif

struct sheets *sheets_new(const char *path, struct date created, const char *title) {
    struct sheets *sheets = mem_alloc(sizeof *sheets);
    numeric_begin(sheets);
    sheets->workbook = workbook_new(path);
    if (sheets->workbook == NULL) {
        fail(sheets, "workbook", "cannot be made");
        return sheets;
    }
    const char *clean = sheet_text_clean(&sheets->pool, title);
    bool fits = clean != NULL && strlen(clean) <= LXW_MAX_ATTRIBUTE_LENGTH / 8;
    /* noon, since second 0 of 1970 would mean "now" */
    lxw_doc_properties properties = {
        .title = (char *)pool_text(&sheets->pool, fits ? clean : "", fits ? strlen(clean) : 0),
        .created = (time_t)days_since(date_of(1970, 1, 1), created) * DAY_SECONDS + DAY_SECONDS / 2,
    };
    lxw_error error = workbook_set_properties(sheets->workbook, &properties);
    if (error != LXW_NO_ERROR) {
        fail(sheets, "properties", lxw_strerror(error));
    }
    return sheets;
}

/* Standard error while it is silenced, or -1. */
static int kept_stderr = -1;

/* libxlsxwriter tells the terminal about a full disk in words of its own; the caller is told
 * through *failure, so those lines go nowhere. */
static void silence(void) {
    int nowhere = open(NULL_DEVICE, O_WRONLY);
    if (nowhere >= 0) {
        kept_stderr = dup(STDERR_FILENO);
    }
    if (kept_stderr >= 0) {
        dup2(nowhere, STDERR_FILENO);
    }
    if (nowhere >= 0) {
        close(nowhere);
    }
}

/* Failing would leave the run without words, so it is tried again. */
void sheets_speak(void) {
    for (int tries = 0; kept_stderr >= 0 && tries < 3; tries++) {
        if (dup2(kept_stderr, STDERR_FILENO) >= 0) {
            break;
        }
    }
    if (kept_stderr >= 0) {
        close(kept_stderr);
        kept_stderr = -1;
    }
}

static lxw_error close_silently(lxw_workbook *workbook, int *error) {
    silence();
    part_files_begin();
    errno = 0;
    lxw_error result = workbook_close(workbook);
    *error = errno;
    sheets_speak();
    return result;
}

int sheets_visible(const struct sheets *sheets) {
    int visible = 0;
    for (size_t i = 0; i < arrlenu(sheets->items); i++) {
        visible += !sheets->items[i]->hidden;
    }
    return visible;
}

/* The first sheet to be seen is the one that opens: libxlsxwriter would show sheet 1 again, even
 * a hidden one, when none is chosen. */
static void open_first_visible(struct sheets *sheets) {
    for (size_t i = 0; i < arrlenu(sheets->items); i++) {
        const struct sheet *sheet = sheets->items[i];
        if (sheet->worksheet != NULL && !sheet->hidden) {
            worksheet_activate(sheet->worksheet);
            worksheet_set_first_sheet(sheet->worksheet);
            return;
        }
    }
    fail(sheets, "workbook", "no sheet can be seen");
}

static void close_workbook(struct sheets *sheets) {
    if (sheets->workbook == NULL) {
        return;
    }
    int error = 0;
    open_first_visible(sheets);
    lxw_error result = close_silently(sheets->workbook, &error);
    if (result != LXW_NO_ERROR && sheets->failure.step == WRITE_OK) {
        fail(sheets, "close", lxw_strerror(result));
        sheets->failure.error = error;
    }
    if (part_files_error() != 0 && sheets->failure.step == WRITE_OK) {
        sheets->failure = (struct write_failure){.step = WRITE_PARTS, .error = part_files_error()};
    }
}

bool sheets_close(struct sheets *sheets, struct write_failure *failure) {
    close_workbook(sheets);
    numeric_end(sheets);
    bool good = sheets->failure.step == WRITE_OK;
    if (!good) {
        *failure = sheets->failure;
    }
    for (size_t i = 0; i < arrlenu(sheets->items); i++) {
        arrfree(sheets->items[i]->merged);
        mem_free(sheets->items[i]);
    }
    arrfree(sheets->items);
    shfree(sheets->names);
    looks_clear(&sheets->looks);
    pool_clear(&sheets->pool);
    mem_free(sheets);
    return good;
}

struct sheet *sheet_add(struct sheets *sheets, const char *wanted) {
    struct sheet *sheet = mem_alloc(sizeof *sheet);
    sheet->sheets = sheets;
    arrput(sheets->items, sheet);
    sheet->name = sheet_name_clean(&sheets->pool, wanted, &sheets->names);
    if (sheet->name == NULL) {
        sheet->name = "?";
        fail(sheets, "sheet", "its name is not UTF-8");
        return sheet;
    }
    if (sheets->workbook != NULL) {
        sheet->worksheet = workbook_add_worksheet(sheets->workbook, sheet->name);
    }
    if (sheet->worksheet == NULL) {
        fail(sheets, sheet->name, "the sheet cannot be made");
        return sheet;
    }
    worksheet_gridlines(sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
    return sheet;
}

const char *sheet_name(const struct sheet *sheet) {
    return sheet->name;
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

void sheet_date(struct sheet *sheet, uint32_t row, uint16_t column, struct date date,
                const struct look *look) {
    int32_t day = date_known(date) ? days_since(date_of(1899, 12, 30), date) : 0;
    if (day <= 0) {
        sheet_text(sheet, row, column, "", look); /* no date, or before a workbook's calendar */
        return;
    }
    sheet_number(sheet, row, column, (double)day, look);
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
    int32_t day = days_since(date_of(1899, 12, 30), stored);
    sheet_formula_number(sheet, row, column, formula, (double)day, look);
}

/* libxlsxwriter shows the address itself until other words are written over it. */
void sheet_link(struct sheet *sheet, uint32_t row, uint16_t column, const char *to_sheet,
                uint32_t to_row, const char *text, const struct look *look) {
    char cell[CELL_NAME];
    char address[256];
    if (sheet->worksheet == NULL) {
        return;
    }
    int n = snprintf(address, sizeof address, "internal:'%s'!%s", to_sheet,
                     cell_name(to_row, 0, false, false, cell));
    if (n < 0 || (size_t)n >= sizeof address) {
        fail_cell(sheet, row, column, "the link is too long");
        return;
    }
    check_cell(sheet, row, column,
               worksheet_write_url(sheet->worksheet, row, column, address,
                                   format_of(sheet->sheets, look)));
    sheet_text(sheet, row, column, text, look);
}

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
                   worksheet_write_url(sheet->worksheet, row, column, address,
                                       format_of(sheet->sheets, look)));
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
    char *cut = mem_alloc(LONGEST);
    text_cut(text, cut, LONGEST);
    const char *clean = clean_text(sheet, row, column, cut);
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
    mem_free(cut);
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
    if (sheet->worksheet != NULL) {
        lxw_row_col_options options = {.hidden = hidden};
        check(sheet, worksheet_set_column_opt(sheet->worksheet, first, last, width, NULL,
                                              hidden ? &options : NULL));
    }
}

void sheet_height(struct sheet *sheet, uint32_t row, double points) {
    enum { MOST = 409 }; /* the highest row there is */
    if (sheet->worksheet != NULL) {
        check(sheet, worksheet_set_row(sheet->worksheet, row, points < MOST ? points : MOST, NULL));
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
    lxw_format *format = look_highlight(sheet->sheets->workbook, look);
    if (format == NULL) {
        fail(sheet->sheets, sheet->name, "a format cannot be made");
        return;
    }
    const char *copy = pool_text(&sheet->sheets->pool, formula, strlen(formula));
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = (char *)copy,
        .format = format,
    };
    check(sheet,
          worksheet_conditional_format_range(sheet->worksheet, area.first_row, area.first_column,
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

void sheet_chart(struct sheet *sheet, uint32_t row, uint16_t column, const struct chart *chart) {
    if (sheet->worksheet == NULL || chart->categories == 0) {
        return;
    }
    struct pool *pool = &sheet->sheets->pool;
    const char *failed = NULL;
    lxw_chart *made =
        chart_make(sheet->sheets->workbook, sheet_name(chart->data), chart, pool, &failed);
    if (made == NULL) {
        fail_cell(sheet, row, column, failed);
        return;
    }
    const char *spoken = clean_text(sheet, row, column, chart->spoken);
    lxw_chart_options options = {
        .x_scale = chart->width / CHART_WIDTH,
        .y_scale = chart->height / CHART_HEIGHT,
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .description = (char *)pool_text(pool, spoken, strlen(spoken)),
    };
    check(sheet, worksheet_insert_chart_opt(sheet->worksheet, row, column, made, &options));
}

/* Footers use & for fields, so one of a name is doubled; what does not fit is left out. */
static void set_footer(struct sheet *sheet, const char *page_word) {
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
    snprintf(footer, sizeof footer, "&L&\"" FONT ",Italic\"&9%s&R&\"" FONT ",Regular\"&9%s &P/&N",
             name, page_word);
    check(sheet, worksheet_set_footer(sheet->worksheet, footer));
}

void sheet_print(struct sheet *sheet, struct area area, uint32_t head_first, uint32_t head_last,
                 uint16_t pages, const char *page_word) {
    enum { A4 = 9 };
    lxw_worksheet *worksheet = sheet->worksheet;
    if (worksheet == NULL) {
        return;
    }
    worksheet_set_paper(worksheet, A4);
    worksheet_set_landscape(worksheet);
    worksheet_fit_to_pages(worksheet, pages, 0);
    worksheet_set_margins(worksheet, 0.55, 0.45, 0.5, 0.6);
    worksheet_center_horizontally(worksheet);
    check(sheet, worksheet_repeat_rows(worksheet, head_first, head_last));
    check(sheet, worksheet_print_area(worksheet, area.first_row, area.first_column, area.last_row,
                                      area.last_column));
    set_footer(sheet, page_word);
}

void sheet_print_one_page(struct sheet *sheet) {
    if (sheet->worksheet != NULL) {
        worksheet_fit_to_pages(sheet->worksheet, 1, 1);
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
        fail(sheet->sheets, name, "no portable name");
        return;
    }
    snprintf(formula, sizeof formula, "='%s'!%s:%s", sheet->name,
             cell_name(area.first_row, area.first_column, true, true, first),
             cell_name(area.last_row, area.last_column, true, true, last));
    lxw_error error = workbook_define_name(sheet->sheets->workbook, name, formula);
    if (error != LXW_NO_ERROR) {
        fail(sheet->sheets, name, lxw_strerror(error));
    }
}
