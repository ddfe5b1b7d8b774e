/* SPDX-License-Identifier: MIT */
#include "sheet_inside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "mem.h"
#include "stand_in.h"
#include "system.h"

enum { DAY_SECONDS = 86400 };

void sheets_fail(struct sheets *sheets, const char *where, const char *what) {
    if (sheets->failure.step == WRITE_OK) {
        sheets->failure.step = WRITE_CONTENT;
        snprintf(sheets->failure.detail, sizeof sheets->failure.detail, "%.110s: %.140s", where,
                 what);
    }
}

struct sheets *sheets_new(const char *path, struct date created, const char *title) {
    struct sheets *sheets = mem_alloc(sizeof *sheets);
    sheets->point = system_point_begin();
    if (sheets->point == NULL) {
        sheets_fail(sheets, "locale", "LC_NUMERIC cannot be set to C");
    }
    sheets->workbook = workbook_new(path);
    if (sheets->workbook == NULL) {
        sheets_fail(sheets, "workbook", "cannot be made");
        return sheets;
    }
    static char author[] = "tiendo"; /* the library's struct wants it writable */
    const char *clean = sheet_text_clean(&sheets->pool, title);
    bool fits = clean != NULL && strlen(clean) <= LXW_MAX_ATTRIBUTE_LENGTH / 8;
    /* noon, since second 0 of 1970 would mean "now" */
    lxw_doc_properties properties = {
        .title = (char *)pool_text(&sheets->pool, fits ? clean : "", fits ? strlen(clean) : 0),
        .author = author,
        .created = (time_t)(date_days(created) - date_days(date_of(1970, 1, 1))) * DAY_SECONDS +
                   DAY_SECONDS / 2,
    };
    lxw_error error = workbook_set_properties(sheets->workbook, &properties);
    if (error != LXW_NO_ERROR) {
        sheets_fail(sheets, "properties", lxw_strerror(error));
    }
    return sheets;
}

void sheets_language(struct sheets *sheets, const char *tag) {
    lxw_error error = sheets->workbook != NULL
                          ? workbook_set_custom_property_string(sheets->workbook, "Language", tag)
                          : LXW_NO_ERROR;
    if (error != LXW_NO_ERROR) {
        sheets_fail(sheets, "properties", lxw_strerror(error));
    }
}

/* libxlsxwriter tells the terminal about a full disk in words of its own; the caller is told
 * through *failure, so those lines go nowhere. */
static lxw_error close_silently(lxw_workbook *workbook, int *error) {
    system_silence();
    rewinds_begin();
    errno = 0;
    lxw_error result = workbook_close(workbook);
    *error = errno;
    system_speak();
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
    sheets_fail(sheets, "workbook", "no sheet can be seen");
}

static void protect(struct sheets *sheets) {
    lxw_protection may = {.format_cells = LXW_TRUE,
                          .format_columns = LXW_TRUE,
                          .format_rows = LXW_TRUE,
                          .autofilter = LXW_TRUE};
    for (size_t i = 0; i < arrlenu(sheets->items); i++) {
        if (sheets->items[i]->worksheet != NULL && !sheets->items[i]->free) {
            worksheet_protect(sheets->items[i]->worksheet, NULL, &may);
        }
    }
}

static void close_workbook(struct sheets *sheets) {
    if (sheets->workbook == NULL) {
        return;
    }
    int error = 0;
    open_first_visible(sheets);
    protect(sheets);
    lxw_error result = close_silently(sheets->workbook, &error);
    if (result != LXW_NO_ERROR && sheets->failure.step == WRITE_OK) {
        sheets_fail(sheets, "close", lxw_strerror(result));
        sheets->failure.error = error;
    }
    if (rewinds_error() != 0 && sheets->failure.step == WRITE_OK) {
        sheets->failure = (struct write_failure){.step = WRITE_PARTS, .error = rewinds_error()};
    }
}

bool sheets_close(struct sheets *sheets, struct write_failure *failure) {
    close_workbook(sheets);
    system_point_end(sheets->point);
    bool good = sheets->failure.step == WRITE_OK;
    if (!good) {
        *failure = sheets->failure;
    }
    for (size_t i = 0; i < arrlenu(sheets->items); i++) {
        arrfree(sheets->items[i]->merged);
        arrfree(sheets->items[i]->widths);
        arrfree(sheets->items[i]->heights);
        mem_free(sheets->items[i]);
    }
    arrfree(sheets->items);
    shfree(sheets->names);
    looks_clear(&sheets->looks);
    looks_clear(&sheets->highlights);
    pool_clear(&sheets->pool);
    mem_free(sheets);
    return good;
}

/* Excel's green triangles: numbers of lines as words, formulas beside others, over empty cells. */
static void ignore_hints(const struct sheet *sheet) {
    static const uint8_t hints[] = {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS,
                                    LXW_IGNORE_FORMULA_RANGE, LXW_IGNORE_EMPTY_CELL_REFERENCE,
                                    LXW_IGNORE_FORMULA_UNLOCKED};
    for (size_t i = 0; i < sizeof hints; i++) {
        worksheet_ignore_errors(sheet->worksheet, hints[i], "A1:XFD1048576");
    }
}

struct sheet *sheet_add(struct sheets *sheets, const char *wanted) {
    struct sheet *sheet = mem_alloc(sizeof *sheet);
    sheet->sheets = sheets;
    arrput(sheets->items, sheet);
    sheet->name = sheet_name_clean(&sheets->pool, wanted, &sheets->names);
    if (sheet->name == NULL) {
        sheet->name = "?";
        sheets_fail(sheets, "sheet", "its name is not UTF-8");
        return sheet;
    }
    if (sheets->workbook != NULL) {
        sheet->worksheet = workbook_add_worksheet(sheets->workbook, sheet->name);
    }
    if (sheet->worksheet == NULL) {
        sheets_fail(sheets, sheet->name, "the sheet cannot be made");
        return sheet;
    }
    worksheet_gridlines(sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
    ignore_hints(sheet);
    return sheet;
}

const char *sheet_name(const struct sheet *sheet) {
    return sheet->name;
}
