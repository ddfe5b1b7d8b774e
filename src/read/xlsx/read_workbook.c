/* SPDX-License-Identifier: MIT */
#include "read_workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "read_inside.h"

/* A sheet as the workbook lists it. */
struct listed_sheet {
    const char *id; /* of its relation */
    const char *name;
    bool hidden;
};

struct tab_list {
    struct workbook_reading *reading;
    struct listed_sheet *sheets; /* stb_ds array */
};

static bool on_workbook(void *data, const char *element, const char **attributes) {
    struct tab_list *tabs = data;
    struct pool *pool = &tabs->reading->workbook->pool;
    if (strcmp(element, "workbookPr") == 0) {
        const char *from = xml_attribute(attributes, "date1904");
        tabs->reading->workbook->from_1904 =
            from != NULL && (strcmp(from, "1") == 0 || strcmp(from, "true") == 0);
    } else if (strcmp(element, "sheet") == 0) {
        const char *name = xml_attribute(attributes, "name");
        const char *id = xml_attribute(attributes, "id");
        const char *state = xml_attribute(attributes, "state");
        if (name != NULL && id != NULL) {
            struct listed_sheet sheet = {pool_text(pool, id, strlen(id)),
                                         pool_text(pool, name, strlen(name)),
                                         state != NULL && strcmp(state, "visible") != 0};
            arrput(tabs->sheets, sheet);
        }
    }
    return true;
}

bool read_part(struct workbook_reading *reading, const char *part,
               const struct xml_handlers *handlers, void *data, struct package_failure *failure) {
    bool good = package_parse(reading->package, part, handlers, data, failure);
    if (!good && failure->error == PACKAGE_STOPPED && reading->wrong != NULL) {
        failure->error = PACKAGE_BROKEN;
        snprintf(failure->detail, sizeof failure->detail, "%s", reading->wrong);
    }
    return good;
}

static bool read_sheets(struct workbook_reading *reading, const struct tab_list *tabs,
                        const struct relations *relations, struct package_failure *failure) {
    for (ptrdiff_t i = 0; i < arrlen(tabs->sheets); i++) {
        const struct listed_sheet *listed = &tabs->sheets[i];
        const char *part = relations_of_id(relations, listed->id);
        struct read_sheet sheet = {.name = listed->name, .hidden = listed->hidden};
        bool good = part == NULL || strstr(part, "chartsheet") != NULL ||
                    read_cells(reading, part, &sheet, failure);
        arrput(reading->workbook->sheets, sheet);
        if (!good) {
            return false;
        }
    }
    return true;
}

/* The parts in the order in which they need each other. */
static bool read_parts(struct workbook_reading *reading, struct package_failure *failure) {
    static const struct xml_handlers handlers = {.open = on_workbook};
    struct relations relations = {0};
    struct tab_list tabs = {.reading = reading};
    bool good = package_relations(reading->package, "", &relations, failure);
    const char *main = good ? relations_of_type(&relations, "officeDocument") : NULL;
    if (good && main == NULL) {
        *failure = (struct package_failure){.error = PACKAGE_MISSING};
        good = false;
    }
    good = good && read_part(reading, main, &handlers, &tabs, failure);
    struct relations parts = {0};
    good = good && package_relations(reading->package, main, &parts, failure);
    const char *strings = relations_of_type(&parts, "sharedStrings");
    const char *styles = relations_of_type(&parts, "styles");
    good = good && (strings == NULL || read_strings(reading, strings, failure)) &&
           (styles == NULL || read_styles(reading, styles, failure)) &&
           read_sheets(reading, &tabs, &parts, failure);
    relations_clear(&relations);
    relations_clear(&parts);
    arrfree(tabs.sheets);
    return good;
}

bool workbook_read(struct read_workbook *workbook, const char *path,
                   struct package_failure *failure) {
    *workbook = (struct read_workbook){0};
    struct workbook_reading reading = {.workbook = workbook};
    reading.package = package_open(path, failure);
    if (reading.package == NULL) {
        return false;
    }
    bool good = read_parts(&reading, failure);
    package_close(reading.package);
    arrfree(reading.strings);
    arrfree(reading.looks);
    return good;
}

void workbook_read_clear(struct read_workbook *workbook) {
    for (ptrdiff_t i = 0; i < arrlen(workbook->sheets); i++) {
        arrfree(workbook->sheets[i].cells);
        arrfree(workbook->sheets[i].merged);
    }
    arrfree(workbook->sheets);
    pool_clear(&workbook->pool);
    *workbook = (struct read_workbook){0};
}

const struct read_cell *sheet_read_cell(const struct read_sheet *sheet, uint32_t row,
                                        uint32_t column) {
    size_t low = 0;
    size_t high = arrlenu(sheet->cells);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct read_cell *cell = &sheet->cells[middle];
        if (cell->row == row && cell->column == column) {
            return cell;
        }
        bool before = cell->row < row || (cell->row == row && cell->column < column);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return NULL;
}

const struct read_area *sheet_read_merged(const struct read_sheet *sheet, uint32_t row,
                                          uint32_t column) {
    for (ptrdiff_t i = 0; i < arrlen(sheet->merged); i++) {
        const struct read_area *area = &sheet->merged[i];
        if (row >= area->first_row && row <= area->last_row && column >= area->first_column &&
            column <= area->last_column) {
            return area;
        }
    }
    return NULL;
}

/* Day 1 of the first calendar is 1900-01-01, and its 60 is a 29 February that never was; day 0 of
 * the other is 1904-01-01. */
struct date workbook_read_day(const struct read_workbook *workbook, double serial) {
    enum { MOST = 2958465 }; /* 9999-12-31 */
    if (!(serial >= (workbook->from_1904 ? 0 : 1)) || serial > MOST) {
        return (struct date){0};
    }
    long days = (long)serial;
    struct date first = workbook->from_1904 ? date_of(1904, 1, 1) : date_of(1899, 12, 31);
    if (!workbook->from_1904 && days > 59) {
        days--;
    }
    return date_of_days(date_days(first) + (int32_t)days);
}
