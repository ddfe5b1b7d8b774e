/* SPDX-License-Identifier: MIT */
/* The cells of one sheet. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "read_inside.h"

enum { MOST_VALUE = 64 };

struct cells_reading {
    struct workbook_reading *reading;
    struct read_sheet *sheet;
    struct read_cell cell;    /* the one that is open */
    struct text_reading text; /* of an inline text */
    char value[MOST_VALUE];   /* what stands in its <v> */
    size_t value_length;
    char type[12];   /* its t */
    uint32_t row;    /* of the row that is open */
    uint32_t column; /* where the next cell stands when it does not say */
    bool in_value;
    bool in_order; /* cells came row by row, from left to right */
};

static bool refuse(struct cells_reading *cells, const char *why) {
    cells->reading->wrong = why;
    return false;
}

/* "AB12" to row and column from 0; false when it names no cell of a sheet. *end: behind it. */
static bool read_name(const char *name, uint32_t *row, uint32_t *column, const char **end) {
    uint32_t letters = 0;
    uint32_t number = 0;
    for (name += *name == '$'; *name >= 'A' && *name <= 'Z'; name++) {
        letters = letters * 26 + (uint32_t)(*name - 'A') + 1;
        if (letters > WORKBOOK_COLUMNS) {
            return false;
        }
    }
    for (name += *name == '$'; *name >= '0' && *name <= '9'; name++) {
        number = number * 10 + (uint32_t)(*name - '0');
        if (number > WORKBOOK_ROWS) {
            return false;
        }
    }
    if (letters == 0 || number == 0) {
        return false;
    }
    *row = number - 1;
    *column = letters - 1;
    *end = name;
    return true;
}

static bool is_true(const char *value) {
    return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

/* ---- rows, columns, areas ---- */

static bool open_row(struct cells_reading *cells, const char **attributes) {
    const char *name = xml_attribute(attributes, "r");
    unsigned long row = name != NULL ? strtoul(name, NULL, 10) : (unsigned long)cells->row + 1;
    if (row == 0 || row > WORKBOOK_ROWS) {
        return refuse(cells, "a row is out of the sheet");
    }
    cells->row = (uint32_t)row; /* one more: so the next row follows */
    cells->column = 0;
    return true;
}

static bool add_merged(struct cells_reading *cells, const char **attributes) {
    const char *name = xml_attribute(attributes, "ref");
    struct read_area area;
    const char *end = name;
    if (name == NULL || !read_name(name, &area.first_row, &area.first_column, &end) ||
        *end != ':' || !read_name(end + 1, &area.last_row, &area.last_column, &end)) {
        return true; /* of one cell, or none */
    }
    arrput(cells->sheet->merged, area);
    return arrlenu(cells->sheet->merged) <= WORKBOOK_MERGED_MOST ||
           refuse(cells, "too many merged cells");
}

/* ---- a cell ---- */

static bool open_cell(struct cells_reading *cells, const char **attributes) {
    const char *name = xml_attribute(attributes, "r");
    const char *style = xml_attribute(attributes, "s");
    const char *type = xml_attribute(attributes, "t");
    const char *end = "";
    struct read_cell cell = {.row = cells->row - 1, .column = cells->column, .text = ""};
    if (cells->row == 0) {
        return refuse(cells, "a cell outside of a row");
    }
    if (name != NULL && (!read_name(name, &cell.row, &cell.column, &end) || *end != '\0')) {
        return refuse(cells, "a cell is out of the sheet");
    }
    unsigned long look = style != NULL ? strtoul(style, NULL, 10) : 0;
    enum shown_as shown = look < arrlenu(cells->reading->looks)
                              ? (enum shown_as)cells->reading->looks[look]
                              : SHOWN_NUMBER;
    cell.kind = shown == SHOWN_DAY ? READ_DAY : READ_DECIMAL;
    cell.percent = shown == SHOWN_PERCENT;
    cells->cell = cell;
    cells->column = cell.column + 1;
    snprintf(cells->type, sizeof cells->type, "%s", type != NULL ? type : "n");
    cells->value_length = 0;
    return ++cells->reading->cells <= WORKBOOK_CELLS || refuse(cells, "too many cells");
}

/* 15 digits, as programs show a number, without an exponent. */
static void put_decimal(double number, char text[READ_NUMBER]) {
    char written[32]; /* -1.23456789012345e+123 */
    snprintf(written, sizeof written, "%.14e", number);
    char digits[20] = {0};
    size_t n = 0;
    bool minus = written[0] == '-';
    const char *at = written + minus;
    for (; *at != 'e'; at++) {
        if (*at != '.') {
            digits[n++] = *at;
        }
    }
    int point = (int)strtol(at + 1, NULL, 10) + 1; /* digits before it */
    while (n > 1 && digits[n - 1] == '0') {
        n--;
    }
    char *out = text;
    if (minus && number != 0) {
        *out++ = '-';
    }
    for (int i = point < 1 ? point - 1 : 0; i < point || i < (int)n; i++) {
        bool before = i < point && i >= 0;
        *out++ = i >= 0 && i < (int)n ? digits[i] : '0';
        if ((before && i == point - 1 && (int)n > point) || (point < 1 && i == point - 1)) {
            *out++ = '.';
        }
    }
    *out = '\0';
}

static bool keep_number(struct cells_reading *cells) {
    struct read_cell *cell = &cells->cell;
    struct pool *pool = &cells->reading->workbook->pool;
    char text[READ_NUMBER];
    char *end;
    size_t n = strspn(cells->value, "0123456789+-.eE");
    double number = n > 0 ? strtod(cells->value, &end) : 0;
    if (n == 0 || cells->value[n] != '\0' || *end != '\0' || !isfinite(number)) {
        return refuse(cells, "a number is none");
    }
    cell->serial = number;
    struct date day = workbook_read_day(cells->reading->workbook, number);
    if (cell->kind == READ_DAY && date_known(day)) {
        char printed[DATE_TEXT];
        cell->day = day;
        cell->text = pool_text(pool, printed, strlen(date_print(day, printed)));
        return true;
    }
    cell->kind = READ_DECIMAL;
    put_decimal(number, text);
    cell->text = pool_text(pool, text, strlen(text));
    return true;
}

static bool keep_shared(struct cells_reading *cells) {
    char *end;
    unsigned long index = strtoul(cells->value, &end, 10);
    if (*end != '\0' || index >= arrlenu(cells->reading->strings)) {
        return refuse(cells, "a shared text is not there");
    }
    cells->cell.kind = READ_TEXT;
    cells->cell.text = cells->reading->strings[index];
    return true;
}

/* A day as ISO 8601 writes it: <c t="d"><v>2024-06-30T00:00:00</v>. */
static bool keep_day(struct cells_reading *cells) {
    enum { DAY = 10 };
    struct read_cell *cell = &cells->cell;
    if (cells->value_length < DAY || !date_parse(cells->value, DAY, &cell->day)) {
        return refuse(cells, "a day is none");
    }
    cell->kind = READ_DAY;
    cell->text = pool_text(&cells->reading->workbook->pool, cells->value, DAY);
    return true;
}

static bool keep_value(struct cells_reading *cells) {
    struct read_cell *cell = &cells->cell;
    struct pool *pool = &cells->reading->workbook->pool;
    const char *type = cells->type;
    enum read_cell_kind shown = cell->kind; /* what the style makes of a number */
    cell->kind = READ_EMPTY;
    if (strcmp(type, "inlineStr") == 0 || (strcmp(type, "str") == 0 && cells->value_length > 0)) {
        cell->kind = READ_TEXT;
        cell->text = text_reading_take(&cells->text, pool);
    } else if (cells->value_length == 0) {
        return true;
    } else if (strcmp(type, "s") == 0) {
        return keep_shared(cells);
    } else if (strcmp(type, "b") == 0) {
        const char *word = is_true(cells->value) ? "true" : "false";
        cell->kind = READ_BOOLEAN;
        cell->text = pool_text(pool, word, strlen(word));
    } else if (strcmp(type, "e") == 0) {
        cell->kind = READ_ERROR;
        cell->text = pool_text(pool, cells->value, strlen(cells->value));
    } else if (strcmp(type, "d") == 0) {
        return keep_day(cells);
    } else if (strcmp(type, "n") == 0) {
        cell->kind = shown;
        return keep_number(cells);
    }
    if (cell->kind == READ_TEXT && cell->text[0] == '\0') {
        cell->kind = READ_EMPTY;
    }
    return true;
}

static bool close_cell(struct cells_reading *cells) {
    cells->value[cells->value_length] = '\0';
    if (!keep_value(cells)) {
        return false;
    }
    const struct read_cell *last =
        arrlen(cells->sheet->cells) > 0 ? &arrlast(cells->sheet->cells) : NULL;
    if (last != NULL && (last->row > cells->cell.row ||
                         (last->row == cells->cell.row && last->column >= cells->cell.column))) {
        cells->in_order = false;
    }
    arrput(cells->sheet->cells, cells->cell);
    return true;
}

/* ---- the part ---- */

static bool on_open(void *data, const char *element, const char **attributes) {
    struct cells_reading *cells = data;
    if (strcmp(element, "row") == 0) {
        return open_row(cells, attributes);
    }
    if (strcmp(element, "c") == 0) {
        return open_cell(cells, attributes);
    }
    if (strcmp(element, "mergeCell") == 0) {
        return add_merged(cells, attributes);
    } else if (strcmp(element, "f") == 0) {
        cells->cell.formula = true;
    }
    cells->in_value = strcmp(element, "v") == 0;
    text_reading_open(&cells->text, cells->in_value ? "t" : element);
    return true;
}

static bool on_text(void *data, const char *s, size_t n) {
    struct cells_reading *cells = data;
    bool words = strcmp(cells->type, "str") == 0;
    if (cells->in_value && words) {
        cells->value_length = 1;
    } else if (cells->in_value) {
        cells->text.inside = false;
        if (n >= sizeof cells->value - cells->value_length) {
            return refuse(cells, "a value is too long");
        }
        memcpy(cells->value + cells->value_length, s, n);
        cells->value_length += n;
    }
    return text_reading_put(&cells->text, s, n) || refuse(cells, "a text is too long");
}

static bool on_close(void *data, const char *element) {
    struct cells_reading *cells = data;
    text_reading_close(&cells->text, element);
    cells->in_value = false;
    return strcmp(element, "c") != 0 || close_cell(cells);
}

static int compare(const void *left, const void *right) {
    const struct read_cell *a = left;
    const struct read_cell *b = right;
    return a->row != b->row ? (a->row < b->row ? -1 : 1)
                            : (a->column > b->column) - (a->column < b->column);
}

bool read_cells(struct workbook_reading *reading, const char *part, struct read_sheet *sheet,
                struct package_failure *failure) {
    static const struct xml_handlers handlers = {on_open, on_text, on_close};
    struct cells_reading cells = {.reading = reading, .sheet = sheet, .in_order = true};
    bool good = read_part(reading, part, &handlers, &cells, failure);
    buffer_clear(&cells.text.text);
    if (good && !cells.in_order) {
        qsort(sheet->cells, arrlenu(sheet->cells), sizeof *sheet->cells, compare);
    }
    return good;
}
