/* SPDX-License-Identifier: MIT */
#include "grid.h"

#include <string.h>

#include "mem.h"
#include "text.h"
#include "visible.h"
#include "wrap.h"

enum {
    GUTTER = 2,        /* blanks between columns */
    REMARK_HANGING = 2 /* more blanks before the lines of a remark after its first */
};

static const char bold[] = "\033[1m";
static const char dim[] = "\033[2m";
static const char plain[] = "\033[0m";

struct grid_line *grid_add(struct grid *grid, enum grid_line_kind kind) {
    struct grid_line line = {.kind = kind, .painted = -1};
    arrput(grid->lines, line);
    return &arrlast(grid->lines);
}

const char *grid_text(struct grid *grid, const char *text) {
    struct buffer safe = {0};
    size_t letters;
    size_t plain_length = text_letters(text, strlen(text), &letters);
    if (text[plain_length] == '\0') {
        return pool_text(&grid->pool, text, plain_length);
    }
    for (;;) {
        size_t n = strcspn(text, "\n");
        visible_put(&safe, text, n);
        if (text[n] == '\0') {
            break;
        }
        buffer_text(&safe, "\n");
        text += n + 1;
    }
    const char *kept =
        pool_text(&grid->pool, arrlenu(safe.text) > 0 ? safe.text : "", arrlenu(safe.text));
    buffer_clear(&safe);
    return kept;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* The width a column takes when nothing forces it. Words are never broken. */
static size_t wanted_width(const struct grid *grid, ptrdiff_t index) {
    const struct grid_column *column = &grid->columns[index];
    size_t natural = column->min_width;
    for (ptrdiff_t i = 0; i < arrlen(grid->lines); i++) {
        if (grid->lines[i].kind == GRID_CELLS) {
            natural = larger(natural, wrap_natural_width(grid->lines[i].cells[index]));
        }
    }
    if (column->max_width > 0 && natural > column->max_width) {
        natural = column->max_width;
    }
    return larger(natural, column->least_width);
}

/* The width of the longest word of a column that may be wrapped, its heading included. */
static size_t least_width(const struct grid *grid, ptrdiff_t index) {
    const struct grid_column *column = &grid->columns[index];
    size_t width = larger(column->min_width, wrap_word_width(column->heading));
    for (ptrdiff_t i = 0; column->max_width > 0 && i < arrlen(grid->lines); i++) {
        if (grid->lines[i].kind == GRID_CELLS) {
            width = larger(width, wrap_word_width(grid->lines[i].cells[index]));
        }
    }
    return width;
}

static size_t total_width(const struct grid *grid) {
    size_t total = 0;
    for (ptrdiff_t i = 0; i < arrlen(grid->columns); i++) {
        total += grid->columns[i].width + (i > 0 ? GUTTER : 0);
    }
    return total;
}

/* The widest column that may still be wrapped more, or NULL. */
static struct grid_column *widest(const struct grid *grid) {
    struct grid_column *found = NULL;
    for (ptrdiff_t i = 0; i < arrlen(grid->columns); i++) {
        struct grid_column *column = &grid->columns[i];
        if (column->max_width > 0 && column->width > column->least_width &&
            (found == NULL || column->width > found->width)) {
            found = column;
        }
    }
    return found;
}

size_t grid_fit(struct grid *grid, size_t width) {
    for (ptrdiff_t i = 0; i < arrlen(grid->columns); i++) {
        grid->columns[i].least_width = least_width(grid, i);
        grid->columns[i].width = wanted_width(grid, i);
    }
    size_t total = total_width(grid);
    struct grid_column *column;
    while (total > width && (column = widest(grid)) != NULL) {
        column->width--;
        total--;
    }
    return total;
}

/* One line of one cell, padded to its column; nothing is padded at the end of a line. */
static void put_cell(struct buffer *out, const struct grid_column *column,
                     const struct wrapped *line, bool last, const char *paint) {
    size_t width = line->indent + text_width(line->text, line->length);
    size_t pad = width < column->width ? column->width - width : 0;
    size_t before = column->align == ALIGN_RIGHT    ? pad
                    : column->align == ALIGN_CENTRE ? pad / 2
                                                    : 0;
    buffer_fill(out, ' ', before + line->indent);
    if (paint != NULL && line->length > 0) {
        buffer_text(out, paint);
        buffer_put(out, line->text, line->length);
        buffer_text(out, plain);
    } else {
        buffer_put(out, line->text, line->length);
    }
    buffer_fill(out, ' ', last ? 0 : pad - before);
}

/* How many lines the highest wrapped cell takes. */
static ptrdiff_t wrap_cells(const struct grid *grid, const char *const cells[],
                            struct wrapped **wrapped) {
    ptrdiff_t height = 1;
    for (ptrdiff_t i = 0; i < arrlen(grid->columns); i++) {
        wrap_text(cells[i], grid->columns[i].width, grid->columns[i].hanging, &wrapped[i]);
        height = arrlen(wrapped[i]) > height ? arrlen(wrapped[i]) : height;
    }
    return height;
}

/* Removes blanks at the end of a line: they are not seen, but would be copied. */
static void trim_end(struct buffer *out) {
    while (arrlen(out->text) > 0 && arrlast(out->text) == ' ') {
        arrpop(out->text);
    }
}

/* Cells side by side; `low` puts short cells at the bottom, as headings stand. */
static void put_cells(struct buffer *out, const struct grid *grid, const char *const cells[],
                      bool low, int painted, const char *paint) {
    static const struct wrapped nothing = {.text = ""};
    ptrdiff_t count = arrlen(grid->columns);
    struct wrapped **wrapped = mem_alloc((size_t)count * sizeof *wrapped);
    ptrdiff_t height = wrap_cells(grid, cells, wrapped);
    for (ptrdiff_t y = 0; y < height; y++) {
        for (ptrdiff_t i = 0; i < count; i++) {
            ptrdiff_t at = low ? y - (height - arrlen(wrapped[i])) : y;
            bool inside = at >= 0 && at < arrlen(wrapped[i]);
            bool here = painted == (int)i || painted == (int)count;
            put_cell(out, &grid->columns[i], inside ? &wrapped[i][at] : &nothing, i + 1 == count,
                     here ? paint : NULL);
            buffer_fill(out, ' ', i + 1 < count ? GUTTER : 0);
        }
        trim_end(out);
        buffer_text(out, "\n");
    }
    for (ptrdiff_t i = 0; i < count; i++) {
        arrfree(wrapped[i]);
    }
    mem_free(wrapped);
}

static void put_across(struct buffer *out, const char *text, size_t width, const char *paint) {
    struct wrapped *lines = NULL;
    wrap_text(text, width, REMARK_HANGING, &lines);
    for (ptrdiff_t i = 0; i < arrlen(lines); i++) {
        buffer_fill(out, ' ', lines[i].indent);
        buffer_text(out, paint);
        buffer_put(out, lines[i].text, lines[i].length);
        buffer_format(out, "%s\n", paint[0] != '\0' ? plain : "");
    }
    arrfree(lines);
}

static void put_headings(struct buffer *out, const struct grid *grid, bool color) {
    ptrdiff_t count = arrlen(grid->columns);
    const char **headings = NULL;
    for (ptrdiff_t i = 0; i < count; i++) {
        arrput(headings, grid->columns[i].heading);
    }
    put_cells(out, grid, headings, true, color ? (int)count : -1, bold);
    arrfree(headings);
    for (size_t i = total_width(grid); i > 0; i--) {
        buffer_text(out, "─");
    }
    buffer_text(out, "\n");
}

void grid_put(struct buffer *out, const struct grid *grid, bool color) {
    size_t width = total_width(grid);
    put_headings(out, grid, color);
    for (ptrdiff_t i = 0; i < arrlen(grid->lines); i++) {
        const struct grid_line *line = &grid->lines[i];
        switch (line->kind) {
        case GRID_CELLS:
            put_cells(out, grid, line->cells, false, color ? line->painted : -1, line->paint);
            break;
        case GRID_GROUP:
            put_across(out, line->cells[0], width, color ? bold : "");
            break;
        case GRID_REMARK:
            put_across(out, line->cells[0], width, color ? dim : "");
            break;
        }
    }
}

void grid_clear(struct grid *grid) {
    for (ptrdiff_t i = 0; i < arrlen(grid->lines); i++) {
        arrfree(grid->lines[i].cells);
    }
    arrfree(grid->lines);
    arrfree(grid->columns);
    pool_clear(&grid->pool);
}
