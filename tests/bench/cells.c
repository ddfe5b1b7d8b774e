/* SPDX-License-Identifier: MIT */
/*
 * The floor under writing: what the cells of a workbook hold, of a dump (dump_cells.py), written
 * again by libxlsxwriter: numbers, texts, formulas with their results, formats, merged areas, links
 * and comments, and nothing else. The dump is laid out as the structs below, so reading it costs
 * next to nothing.
 *
 *     cells DUMP WORKBOOK.xlsx
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum {
    NUMBER,
    TEXT,
    FORMULA_NUMBER,
    FORMULA_TEXT,
    BLANK,
    MERGED, /* first: the text of the area, second and more: its last row and column */
    LINK,   /* first: the address; the words follow as a cell of their own */
    NOTE    /* first: the words, number and second: width and height of the box */
};

enum { ABSENT = -1 };
enum { BOLD = 1, ITALIC = 2, UNDERLINE = 4, WRAP = 8, SHRINK = 16 };

struct head {
    uint32_t sheets;
    uint32_t formats;
    uint32_t cells;
    uint32_t text;
    uint32_t unused[2];
};

struct look {
    uint32_t number;    /* offset in the text, or ABSENT */
    uint32_t number_id; /* of a built-in number format */
    uint32_t font;      /* offset in the text */
    uint32_t flags;
    int32_t ink;        /* or ABSENT */
    int32_t paper;      /* or ABSENT */
    uint8_t sides[4];   /* left, right, top, bottom */
    int32_t side_color; /* or ABSENT */
    uint8_t align[2];   /* horizontal, vertical */
    uint8_t unused[2];
    uint32_t indent; /* steps */
    double size;     /* of the type */
};

struct cell {
    uint32_t row;
    uint32_t column;
    uint16_t sheet;
    uint16_t kind;
    uint16_t look;
    uint16_t more;
    double number;
    uint32_t first;
    uint32_t second;
};

static void set_font(lxw_format *format, const struct look *look, const char *text) {
    format_set_font_name(format, text + look->font);
    format_set_font_size(format, look->size);
    if (look->ink != ABSENT) {
        format_set_font_color(format, (lxw_color_t)look->ink);
    }
    if ((look->flags & BOLD) != 0) {
        format_set_bold(format);
    }
    if ((look->flags & ITALIC) != 0) {
        format_set_italic(format);
    }
    if ((look->flags & UNDERLINE) != 0) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
}

static lxw_format *format_of(lxw_workbook *workbook, const struct look *look, const char *text) {
    lxw_format *format = workbook_add_format(workbook);
    set_font(format, look, text);
    if ((int32_t)look->number != ABSENT) {
        format_set_num_format(format, text + look->number);
    } else {
        format_set_num_format_index(format, (uint8_t)look->number_id);
    }
    if (look->paper != ABSENT) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, (lxw_color_t)look->paper);
    }
    format_set_left(format, look->sides[0]);
    format_set_right(format, look->sides[1]);
    format_set_top(format, look->sides[2]);
    format_set_bottom(format, look->sides[3]);
    if (look->side_color != ABSENT) {
        format_set_border_color(format, (lxw_color_t)look->side_color);
    }
    format_set_align(format, look->align[0]);
    format_set_align(format, look->align[1]);
    format_set_indent(format, (uint8_t)look->indent);
    if ((look->flags & WRAP) != 0) {
        format_set_text_wrap(format);
    }
    if ((look->flags & SHRINK) != 0) {
        format_set_shrink(format);
    }
    return format;
}

static void write_comment(lxw_worksheet *sheet, const struct cell *cell, const char *text) {
    static char author[] = "tiendo";
    static char font[] = "Times New Roman";
    lxw_comment_options options = {.author = author,
                                   .font_name = font,
                                   .font_size = 11,
                                   .color = 0xFFFBE6,
                                   .width = (uint16_t)cell->number,
                                   .height = (uint16_t)cell->second};
    worksheet_write_comment_opt(sheet, cell->row, (lxw_col_t)cell->column, text + cell->first,
                                &options);
}

static void write_cell(lxw_worksheet *sheet, const struct cell *cell, lxw_format *format,
                       const char *text) {
    lxw_row_t row = cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;
    const char *first = text + cell->first;
    switch (cell->kind) {
    case NUMBER:
        worksheet_write_number(sheet, row, column, cell->number, format);
        break;
    case TEXT:
        worksheet_write_string(sheet, row, column, first, format);
        break;
    case FORMULA_NUMBER:
        worksheet_write_formula_num(sheet, row, column, first, format, cell->number);
        break;
    case FORMULA_TEXT:
        worksheet_write_formula_str(sheet, row, column, first, format, text + cell->second);
        break;
    case MERGED:
        worksheet_merge_range(sheet, row, column, cell->second, cell->more, first, format);
        break;
    case LINK:
        worksheet_write_url_opt(sheet, row, column, first, format, "", NULL);
        break;
    case NOTE:
        write_comment(sheet, cell, text);
        break;
    default:
        worksheet_write_blank(sheet, row, column, format);
        break;
    }
}

static void write_all(const char *dump, const char *path) {
    const struct head *head = (const void *)dump;
    const uint32_t *names = (const void *)(head + 1);
    const struct look *looks = (const void *)(names + head->sheets + head->sheets % 2);
    const struct cell *cells = (const void *)(looks + head->formats);
    const char *text = (const void *)(cells + head->cells);
    lxw_workbook *workbook = workbook_new(path);
    lxw_worksheet **sheets = calloc(head->sheets, sizeof(void *));
    lxw_format **formats = calloc(head->formats, sizeof(void *));
    if (workbook == NULL || sheets == NULL || formats == NULL) {
        abort();
    }
    for (uint32_t i = 0; i < head->sheets; i++) {
        sheets[i] = workbook_add_worksheet(workbook, text + names[i]);
    }
    for (uint32_t i = 0; i < head->formats; i++) {
        formats[i] = i > 0 ? format_of(workbook, &looks[i], text) : NULL;
    }
    for (uint32_t i = 0; i < head->cells; i++) {
        write_cell(sheets[cells[i].sheet], &cells[i], formats[cells[i].look], text);
    }
    if (workbook_close(workbook) != LXW_NO_ERROR) {
        exit(3);
    }
    printf("%u cells, %u formats, %u sheets\n", head->cells, head->formats, head->sheets);
    free(sheets);
    free(formats);
}

int main(int argc, char *argv[]) {
    struct stat status;
    int fd = argc == 3 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0 || fstat(fd, &status) != 0) {
        return 2;
    }
    void *dump = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (dump == MAP_FAILED) {
        return 3;
    }
    write_all(dump, argv[2]);
    munmap(dump, (size_t)status.st_size);
    return 0;
}
