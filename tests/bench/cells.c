/*
 * The floor under writing: the cells of a dump (dump_cells.py) written again by libxlsxwriter, with
 * the same formats, and nothing else. The dump is laid out as the structs below, so reading it
 * costs next to nothing.
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

enum { NUMBER, TEXT, FORMULA_NUMBER, FORMULA_TEXT, BLANK };

enum { ABSENT = -1 };

struct head {
    uint32_t sheets;
    uint32_t formats;
    uint32_t cells;
    uint32_t text;
    uint32_t unused[2];
};

struct look {
    uint32_t number;      /* offset in the text, or ABSENT */
    uint32_t number_id;   /* of a built-in number format */
    uint32_t font;        /* offset in the text */
    uint32_t bold;        /* 0, 1 */
    uint32_t italic;      /* 0, 1 */
    int32_t color;        /* or ABSENT */
    int32_t fill;         /* or ABSENT */
    uint8_t sides[4];     /* left, right, top, bottom */
    int32_t side_color;   /* or ABSENT */
    uint8_t align[4];     /* horizontal, vertical */
    uint32_t wrap;        /* 0, 1 */
    uint32_t indent;      /* steps */
    uint32_t rotation;    /* degrees */
    uint32_t size_low[2]; /* a double, not aligned */
};

struct cell {
    uint32_t row;
    uint32_t column;
    uint16_t sheet;
    uint16_t kind;
    uint16_t look;
    uint16_t unused;
    double number;
    uint32_t first;
    uint32_t second;
};

static lxw_format *format_of(lxw_workbook *workbook, const struct look *look, const char *text) {
    lxw_format *format = workbook_add_format(workbook);
    double size;
    memcpy(&size, look->size_low, sizeof size);
    format_set_font_name(format, text + look->font);
    format_set_font_size(format, size);
    if ((int32_t)look->number != ABSENT) {
        format_set_num_format(format, text + look->number);
    } else {
        format_set_num_format_index(format, (uint8_t)look->number_id);
    }
    if (look->bold != 0) {
        format_set_bold(format);
    }
    if (look->italic != 0) {
        format_set_italic(format);
    }
    if (look->color != ABSENT) {
        format_set_font_color(format, (lxw_color_t)look->color);
    }
    if (look->fill != ABSENT) {
        format_set_bg_color(format, (lxw_color_t)look->fill);
    }
    if (look->side_color != ABSENT) {
        format_set_border_color(format, (lxw_color_t)look->side_color);
    }
    format_set_left(format, look->sides[0]);
    format_set_right(format, look->sides[1]);
    format_set_top(format, look->sides[2]);
    format_set_bottom(format, look->sides[3]);
    format_set_align(format, look->align[0]);
    format_set_align(format, look->align[1]);
    format_set_indent(format, (uint8_t)look->indent);
    if (look->wrap != 0) {
        format_set_text_wrap(format);
    }
    return format;
}

static void write_cell(lxw_worksheet *sheet, const struct cell *cell, lxw_format *format,
                       const char *text) {
    lxw_row_t row = cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;
    switch (cell->kind) {
    case NUMBER:
        worksheet_write_number(sheet, row, column, cell->number, format);
        break;
    case TEXT:
        worksheet_write_string(sheet, row, column, text + cell->first, format);
        break;
    case FORMULA_NUMBER:
        worksheet_write_formula_num(sheet, row, column, text + cell->first, format, cell->number);
        break;
    case FORMULA_TEXT:
        worksheet_write_formula_str(sheet, row, column, text + cell->first, format,
                                    text + cell->second);
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
