/* SPDX-License-Identifier: MIT */
/*
 * The guarded way to a workbook: the only place that knows libxlsxwriter.
 *
 * That library accepts what makes Excel repair or refuse a file: invalid UTF-8, control characters
 * in a formula's stored text, NaN, overlapping merges, doubled sheet names, a comma as the decimal
 * mark; and it drops a cell whose text is too long. Here texts are brought into shape (NFC, no
 * control characters, no accidental _x0041_ escapes, at most 32767 UTF-16 units), sheet names are
 * made valid, and whatever cannot be saved stops the workbook: the first failure is kept and
 * comes out of sheets_close(), so that callers need not check every cell.
 *
 * Rows and columns count from 0. Sizes are in points, column widths in digits of Calibri 11.
 */
#ifndef TIENDO_SHEET_H
#define TIENDO_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "pool.h"
#include "safe_file.h"
#include "text.h"

/* Sides of a cell without its thin line: the cell beside it is one with it to the eye. */
enum { OPEN_LEFT = 1, OPEN_RIGHT = 2 };

/* Colours of the sheets, 0xRRGGBB. */
enum {
    COLOUR_NAVY = 0x1F3864,
    COLOUR_WHITE = 0xFFFFFF,
    COLOUR_MUTED = 0x595959,
    COLOUR_GRID = 0x808080,
    COLOUR_HEAD = 0xE9EEF6,
    COLOUR_GROUP = 0xF5F7FA,
    COLOUR_INPUT = 0xFFDD70, /* 1.3 against white: seen on a projector */
    COLOUR_BAR = 0xB4CBE8,
    COLOUR_LINK = 0x0563C1
};

/* How a cell looks. Zero is plain: no border, default colours, top left. */
struct look {
    const char *number; /* format code of numbers: `#,##0.0_)`; NULL: general */
    const char *font;   /* NULL: Times New Roman */
    uint32_t ink;       /* 0xRRGGBB of the text; 0: black */
    uint32_t paper;     /* 0xRRGGBB behind it; 0: none */
    uint32_t border;    /* 0xRRGGBB of the thin lines around; 0: none */
    uint8_t open;       /* sides without that line: OPEN_LEFT, OPEN_RIGHT */
    uint32_t rule;      /* 0xRRGGBB of a thick line below; 0: none */
    double size;        /* of the type; 0: 12 */
    enum align align;   /* horizontally; always in the middle vertically */
    uint8_t indent;     /* steps from the left */
    bool bold;
    bool italic;
    bool underline;
    bool wrap;     /* long texts take several lines */
    bool unlocked; /* may be typed in although its sheet is protected */
    bool shrink;   /* a number that is too wide gets smaller, never ##### */
};

/* A rectangle of cells, both corners included. */
struct area {
    uint32_t first_row;
    uint16_t first_column;
    uint32_t last_row;
    uint16_t last_column;
};

struct sheets; /* a workbook being written */
struct sheet;  /* one of its sheets, owned by it */

enum line_dash { DASH_SOLID, DASH_LONG, DASH_DOTS };

/* A mark as high as a bar, black, and what makes it seen on a dark bar: white, wider, below it. */
enum chart_mark { MARK_NONE, MARK_HALO, MARK_TICK };

/* Bars of a chart: one number per category, in cells one below the other. */
struct chart_series {
    const char *name;     /* in the legend */
    uint16_t column;      /* of its cells */
    uint32_t paper;       /* 0xRRGGBB inside the bars; 0: none */
    uint32_t line;        /* 0xRRGGBB around the bars; 0: none */
    uint32_t ink;         /* 0xRRGGBB of the labels */
    const char *label;    /* number code of the labels in the bars; NULL: none */
    bool hatched;         /* paper as lines, not full */
    enum chart_mark mark; /* no bar, a mark at the number */
    const double *stored; /* what a program shows until it computes itself */
};

/* Lying bars, the first category on top; no legend: names of categories say what a bar is. */
struct chart {
    const struct sheet *data; /* holds the cells */
    uint32_t first_row;       /* of the first category; the others follow below */
    uint16_t categories;      /* how many */
    uint16_t column;          /* of their names */
    const char *const *names; /* of the categories, as stored */
    const struct chart_series *series;
    int series_count;
    bool stacked;       /* series as shares of a full bar and no axis, else all from 0 with one */
    double full;        /* end of the axis, whose marks are halves of 100 %; not when stacked */
    double width;       /* in pixels of 3/4 point */
    double height;      /* in the same */
    const char *spoken; /* what the chart shows, for those who cannot see it */
};

/* A line through points, whose two numbers stand in cells one below the other. */
struct chart_line {
    const char *name;       /* in the legend */
    uint16_t x;             /* column of how far to the right each point lies */
    uint16_t y;             /* column of how high */
    uint32_t ink;           /* 0xRRGGBB */
    double width;           /* in points */
    enum line_dash dash;    /* told from the others without colours, too */
    bool marked;            /* a dot at each point */
    const double *stored_x; /* what a program shows until it computes itself */
    const double *stored_y;
};

/* Lines over the months of a year; no legend. */
struct line_chart {
    const struct sheet *data; /* holds the cells */
    uint32_t first_row;       /* of the first point of every line */
    uint16_t points;          /* of every line */
    const struct chart_line *lines;
    int line_count;
    const char *months; /* number code of the marks below, each third month */
    double width;       /* in pixels of 3/4 point */
    double height;      /* in the same */
    const char *spoken; /* what the chart shows, for those who cannot see it */
};

/* Begins a workbook that will be written to path at sheets_close(). `created` is the day it says it
 * was made on: taken from the data, so that equal data give equal bytes. LC_NUMERIC is C for this
 * thread until then. Title and author are document properties. */
struct sheets *sheets_new(const char *path, struct date created, const char *title);

/* The language of its words, as in "vi-VN": a document property, by the name that Excel gives it.
 */
void sheets_language(struct sheets *sheets, const char *tag);

/* Writes the file and frees everything. False with *failure filled when a call of libxlsxwriter or
 * a guard failed since sheets_new(); the file is then worthless. */
bool sheets_close(struct sheets *sheets, struct write_failure *failure);

/* A new sheet; its name is the nearest valid one to `wanted`, see sheet_clean.h. */
struct sheet *sheet_add(struct sheets *sheets, const char *wanted);
const char *sheet_name(const struct sheet *sheet);

/* ---- cells; a text that is "" or NULL leaves an empty cell with its look ---- */

void sheet_text(struct sheet *sheet, uint32_t row, uint16_t column, const char *text,
                const struct look *look);
void sheet_number(struct sheet *sheet, uint32_t row, uint16_t column, double value,
                  const struct look *look);

/* A formula without "=", with the result that a program shows until it computes itself. */
void sheet_formula_number(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                          double stored, const struct look *look);
void sheet_formula_text(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        const char *stored, const struct look *look);

/* The same with a day; a day before a workbook's calendar cannot be. */
void sheet_formula_date(struct sheet *sheet, uint32_t row, uint16_t column, const char *formula,
                        struct date stored, const struct look *look);

/* Words that lead to a file, named as seen from the workbook's folder with / between folders. What
 * a link cannot say (a `#` or `:` in the name, more links than a sheet may have) stays words. */
void sheet_link_file(struct sheet *sheet, uint32_t row, uint16_t column, const char *file,
                     const char *text, const struct look *look);

/* Words that lead to another sheet. */
void sheet_link_sheet(struct sheet *sheet, uint32_t row, uint16_t column, const struct sheet *to,
                      const char *text, const struct look *look);

/* A comment on a cell, shown when it is pointed at and never printed; "" leaves none, and past some
 * thousands of them a sheet gets no more. */
void sheet_comment(struct sheet *sheet, uint32_t row, uint16_t column, const char *text);

/* One cell over an area; two merged areas never overlap. */
void sheet_merge(struct sheet *sheet, struct area area, const char *text, const struct look *look);

/* ---- the sheet ---- */

void sheet_column(struct sheet *sheet, uint16_t first, uint16_t last, double width, bool hidden);
void sheet_height(struct sheet *sheet, uint32_t row, double points);
void sheet_hide_row(struct sheet *sheet, uint32_t row);
void sheet_freeze(struct sheet *sheet, uint32_t row, uint16_t column);
void sheet_filter(struct sheet *sheet, struct area area);

/* A look that holds where the formula (seen from the area's first cell) is true: only ink, paper,
 * bold, italic and number count. */
void sheet_highlight(struct sheet *sheet, struct area area, const char *formula,
                     const struct look *look);

/* A chart whose upper left corner lies in a cell. Empty charts are left out. */
void sheet_chart(struct sheet *sheet, uint32_t row, uint16_t column, const struct chart *chart);
void sheet_line_chart(struct sheet *sheet, uint32_t row, uint16_t column,
                      const struct line_chart *chart);

/* What may be typed into cells; nothing always may. */
struct valid {
    enum valid_kind {
        VALID_WHERE, /* what makes the formula true, seen from the area's first cell */
        VALID_DAYS,  /* a day from `first` to `last` */
        VALID_LIST,  /* one of two words, offered for choice */
        VALID_COUNT
    } kind;
    const char *formula;  /* "=ISNUMBER(H6)", of VALID_WHERE alone */
    const char *words[2]; /* of VALID_LIST, short */
    struct date first;
    struct date last;
    const char *title;  /* of both messages, at most 32 characters */
    const char *prompt; /* said beside the cell, at most 255; NULL: nothing */
    const char *error;  /* said when it is refused, at most 255 */
    bool lenient;       /* it is asked about, not refused */
};
void sheet_validate(struct sheet *sheet, struct area area, const struct valid *valid);

/* Bars behind numbers, full at `full`. */
void sheet_bars(struct sheet *sheet, struct area area, double full, uint32_t paper);

/* A4 landscape, `pages` wide, footer: the sheet's name, page word "&P". The head rows are repeated
 * unless the area, whose widths and heights have been set, is a single page. */
void sheet_print(struct sheet *sheet, struct area area, uint32_t head_first, uint32_t head_last,
                 uint16_t pages, const char *page_word);

/* Pages reckoned by who wrote the rows (the same paper and margins): what stands on a page, and
 * where the others begin. The footer numbers them from 1, of their number. */
struct pages {
    int scale;              /* percent */
    const uint32_t *breaks; /* first rows of all but the first page */
    size_t count;           /* of breaks */
};
void sheet_print_pages(struct sheet *sheet, struct area area, uint32_t head_first,
                       uint32_t head_last, struct pages pages, const char *page_word);

/* The same, made so small that it is one page. */
void sheet_print_one_page(struct sheet *sheet, struct area area, const char *page_word);

/* Columns repeated at the left of every printed page. */
void sheet_print_columns(struct sheet *sheet, uint16_t first, uint16_t last);

/* Not to be seen, there for formulas only; at least one sheet of a workbook stays visible. */
void sheet_hide(struct sheet *sheet);
int sheets_visible(const struct sheets *sheets);
bool sheet_seen(const struct sheet *sheet);

/* Shown so small that these columns, whose widths have been set, fit a laptop's screen. */
void sheet_fit_screen(struct sheet *sheet, uint16_t first, uint16_t last);

/* Anybody may type, sort, insert and delete here. All other sheets are protected, without a
 * password: widths, heights and looks can be changed, filters used, cells only where their look is
 * unlocked. */
void sheet_free(struct sheet *sheet);

void sheet_tab(struct sheet *sheet, uint32_t colour);

/* A name for an area, for formulas: capital ASCII letters and '_' only. */
void sheet_define(struct sheet *sheet, const char *name, struct area area);

#endif
