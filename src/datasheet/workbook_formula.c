/* SPDX-License-Identifier: MIT */
/* How formulas are put together: without printf, as there are a hundred of them in a line. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_common.h"

/* More than a cell takes: what is cut here is refused there. */
enum { ROOM = 16384, NUMBER_TEXT = 32 };

/* A formula as it grows. */
struct formula_text {
    char text[ROOM];
    size_t length;
};

static void put(struct formula_text *formula, const char *text, size_t n) {
    size_t room = ROOM - formula->length;
    size_t fits = n < room ? n : room;
    memcpy(formula->text + formula->length, text, fits);
    formula->length += fits;
}

const char *workbook_formula(struct workbook *book, const char *pattern,
                             const char *const parts[]) {
    enum { PARTS = 10 };
    size_t sizes[PARTS];
    struct formula_text formula;
    formula.length = 0;
    for (size_t i = 0; i < PARTS && parts[i] != NULL; i++) {
        sizes[i] = strlen(parts[i]);
    }
    for (const char *brace; (brace = strchr(pattern, '{')) != NULL; pattern = brace + 3) {
        size_t part = (size_t)(brace[1] - '0');
        put(&formula, pattern, (size_t)(brace - pattern));
        put(&formula, parts[part], sizes[part]);
    }
    put(&formula, pattern, strlen(pattern));
    return pool_text(&book->line, formula.text, formula.length);
}

const char *formula_int(struct workbook *book, int64_t number) {
    char text[NUMBER_TEXT];
    size_t at = sizeof text;
    uint64_t rest = number < 0 ? 0U - (uint64_t)number : (uint64_t)number;
    do {
        text[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) {
        text[--at] = '-';
    }
    return pool_text(&book->line, text + at, sizeof text - at);
}

const char *formula_number(struct workbook *book, double number) {
    char text[NUMBER_TEXT];
    int n = snprintf(text, sizeof text, "%.15g", number);
    return pool_text(&book->line, text, n > 0 ? (size_t)n : 0);
}

const char *formula_cell(struct workbook *book, uint32_t row, uint16_t column, bool fixed_row) {
    char cell[CELL_NAME];
    cell_name(row, column, fixed_row, true, cell);
    return pool_text(&book->line, cell, strlen(cell));
}

/* ---- terms that many formulas are made of ---- */

const char *formula_known(struct workbook *book, const char *cell, const char *value) {
    return FORMULA(book, "IF({0}=\"\",\"\",{1})", cell, value);
}

const char *formula_words(struct workbook *book, const char *text) {
    enum { LONGEST = 240 }; /* Excel: 255 characters */
    struct buffer out = {0};
    size_t piece = 0;
    buffer_text(&out, "\"");
    for (const char *s = text; *s != '\0'; s++, piece++) {
        if (piece >= LONGEST && ((unsigned char)*s & 0xC0) != 0x80) {
            buffer_text(&out, "\"&\"");
            piece = 0;
        }
        buffer_put(&out, s, 1);
        if (*s == '"') {
            buffer_put(&out, s, 1);
        }
    }
    buffer_text(&out, "\"");
    return formula_taken(book, &out);
}

const char *formula_taken(struct workbook *book, struct buffer *printed) {
    const char *text = pool_text(&book->line, printed->text, arrlenu(printed->text));
    buffer_clear(printed);
    return text;
}

const char *formula_data(struct workbook *book, const char *name, int row) {
    return FORMULA(book, "INDEX({0},MATCH(\"{1}\",DL_KHOA,0))", name, book->keys[row]);
}

void workbook_line_done(struct workbook *book) {
    pool_clear(&book->line);
}
