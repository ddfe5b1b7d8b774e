/* SPDX-License-Identifier: MIT */
/*
 * Sheet "Diễn biến": the goals that have more than one figure in their year, worst first, each with
 * a line of these, of last year and of what is due; and the hidden sheet with the numbers of the
 * lines. Both follow what is typed: which goals are drawn, their last points, what is due.
 */
#include <assert.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_trail.h"
#include "workbook_wall.h"
#include "workbook_worst.h"

enum { MOST_DRAWN = 6, COLUMNS = 32, COLUMN_PIXELS = 36, LAST_COLUMN = COLUMNS - 1 };

/* Rows of the sheet to be seen. */
enum { ROW_TITLE, ROW_NOTE, ROW_GAP, ROW_FIRST, CHART_POINTS = 17, HIGH = 26, LOW = 13 };
enum { SPARE = 10 }; /* pixels: rows are drawn a little lower than they are set */

/* Columns of the goals on the sheet of numbers, and of those drawn, below. */
enum {
    FOUND_NAME,
    FOUND_LINE,  /* where it stands in the data */
    FOUND_ORDER, /* the worst has the smallest */
    FOUND_X,     /* of this year, one for each point; then the others */
    FOUND_Y = FOUND_X + TRAIL_POINTS,
    FOUND_PAST_X = FOUND_Y + TRAIL_POINTS,
    FOUND_PAST_Y = FOUND_PAST_X + TRAIL_POINTS,
    FOUND_COLUMNS = FOUND_PAST_Y + TRAIL_POINTS
};
enum {
    DRAWN_NAME,
    DRAWN_LINE,
    DRAWN_PLACE, /* among those above */
    DRAWN_X,     /* of the figure of today */
    DRAWN_Y,
    DRAWN_TARGET,
    DRAWN_DUE,
    DRAWN_COLUMNS
};

/* Columns of the points of a chart, further below. */
enum { POINT_X, POINT_Y, POINT_PAST_X, POINT_PAST_Y, POINT_DUE_X, POINT_DUE_Y, POINT_COLUMNS };
enum { POINT_FIRST = DRAWN_LINE };

enum { NUMBERS_TITLE, NUMBERS_HEAD = 3, NUMBERS_FIRST };

/* The two sheets being written. */
struct trails {
    struct workbook *book;
    struct sheet *sheet;   /* to be seen */
    struct sheet *numbers; /* hidden */
    const struct trail *found;
    int count;       /* of them */
    int drawn;       /* of these */
    uint32_t listed; /* row of the first of those drawn */
};

static const struct look cell_look = {.size = 10, .border = COLOUR_GRID, .shrink = true};

static const struct row *row_of(const struct trails *t, const struct trail *trail) {
    return &t->book->card->rows[trail->row];
}

/* Where the k-th worst stands among those found. */
static int worst_of(const struct trails *t, int k) {
    int i = 0;
    while (t->found[i].place != k) {
        i++;
    }
    return i;
}

static const struct trail *worst_trail(const struct trails *t, int k) {
    return &t->found[worst_of(t, k)];
}

/* ---- numbers ---- */

static void put_number(const struct trails *t, uint32_t at, int column, const char *formula,
                       double stored) {
    sheet_formula_number(t->numbers, at, (uint16_t)column, formula, stored, &cell_look);
}

static const char *cell_of(const struct trails *t, uint32_t at, int column) {
    return formula_cell(t->book, at, (uint16_t)column, true);
}

/* A column of all goals found, of the one drawn at a row. */
static const char *found(const struct trails *t, uint32_t drawn, int column) {
    return FORMULA(t->book, "INDEX({0}:{1},{2})", cell_of(t, NUMBERS_FIRST, column),
                   cell_of(t, NUMBERS_FIRST + (uint32_t)t->count - 1, column),
                   cell_of(t, drawn, DRAWN_PLACE));
}

/* A goal that is none of the wall's any more, or whose figure was deleted, comes behind all. */
static void put_found(const struct trails *t, int k) {
    static const struct look order = {.size = 10, .border = COLOUR_GRID, .number = "0E+00"};
    struct workbook *book = t->book;
    const struct trail *trail = &t->found[k];
    uint32_t at = NUMBERS_FIRST + (uint32_t)k;
    const char *line = cell_of(t, at, FOUND_LINE);
    sheet_text(t->numbers, at, FOUND_NAME, row_short(book, row_of(t, trail)), &cell_look);
    sheet_number(t->numbers, at, FOUND_LINE, trail->row + 1, &cell_look);
    sheet_formula_number(t->numbers, at, FOUND_ORDER,
                         FORMULA(book, "IF(OR({3}=\"\",COUNT({0},{1})=0),2E+15+{2},MIN({0},{1}))",
                                 FORMULA(book, "INDEX(DL_THU_TU,{0})", line),
                                 FORMULA(book, "INDEX(DL_THU_TU_DV,{0})", line),
                                 formula_int(book, k), FORMULA(book, "INDEX(DL_TH,{0})", line)),
                         (double)row_place(book, trail->row), &order);
    for (int i = 0; i < TRAIL_POINTS; i++) {
        sheet_number(t->numbers, at, (uint16_t)(FOUND_X + i), trail->now.x[i], &cell_look);
        sheet_number(t->numbers, at, (uint16_t)(FOUND_Y + i), trail->now.y[i], &cell_look);
        sheet_number(t->numbers, at, (uint16_t)(FOUND_PAST_X + i), trail->past.x[i], &cell_look);
        sheet_number(t->numbers, at, (uint16_t)(FOUND_PAST_Y + i), trail->past.y[i], &cell_look);
    }
    workbook_line_done(book);
}

/* Where its figure was deleted the line ends with the last one before. */
static void put_today(const struct trails *t, int k, uint32_t at) {
    struct workbook *book = t->book;
    const char *line = cell_of(t, at, DRAWN_LINE);
    const char *actual = FORMULA(book, "INDEX(DL_TH,{0})", line);
    const char *either = "IF({0}=\"\",{1},{2})";
    struct trail_line today = trail_today(book, worst_trail(t, k));
    put_number(t, at, DRAWN_X,
               FORMULA(book, either, actual, found(t, at, FOUND_X + TRAIL_POINTS - 1),
                       FORMULA(book, "INDEX(DL_THANG_QUA,{0})", line)),
               today.x[TRAIL_POINTS - 1]);
    put_number(t, at, DRAWN_Y,
               FORMULA(book, either, actual, found(t, at, FOUND_Y + TRAIL_POINTS - 1), actual),
               today.y[TRAIL_POINTS - 1]);
}

/* The k-th goal drawn, whichever it is. */
static void put_drawn(const struct trails *t, int k) {
    struct workbook *book = t->book;
    int place = worst_of(t, k);
    const struct row *row = row_of(t, &t->found[place]);
    uint32_t at = t->listed + (uint32_t)k;
    const char *line = cell_of(t, at, DRAWN_LINE);
    const char *order = FORMULA(book, "{0}:{1}", cell_of(t, NUMBERS_FIRST, FOUND_ORDER),
                                cell_of(t, NUMBERS_FIRST + (uint32_t)t->count - 1, FOUND_ORDER));
    const char *target = FORMULA(book, "INDEX(DL_KH,{0})", line);
    const char *due = FORMULA(book, "INDEX(DL_PHAI_DAT,{0})", line);
    struct quantity expected = row->is[M_EXPECTED];
    put_number(t, at, DRAWN_PLACE,
               FORMULA(book, "MATCH(SMALL({0},{1}),{0},0)", order, formula_int(book, k + 1)),
               place + 1);
    put_number(t, at, DRAWN_LINE, found(t, at, FOUND_LINE), t->found[place].row + 1);
    sheet_formula_text(t->numbers, at, DRAWN_NAME, found(t, at, FOUND_NAME), row_short(book, row),
                       &cell_look);
    put_today(t, k, at);
    put_number(t, at, DRAWN_TARGET,
               FORMULA(book, "IF({0}=\"\",{1},{0})", target, cell_of(t, at, DRAWN_Y)),
               ratio_double(row_decides(row)));
    due = formula_known(book, due, due);
    if (expected.why == DEFINED) {
        put_number(t, at, DRAWN_DUE, due, ratio_double(expected.value));
    } else {
        sheet_formula_text(t->numbers, at, DRAWN_DUE, due, "", &cell_look);
    }
    workbook_line_done(book);
}

/* A point of what is due: the year's start, today, the year's end. */
static void put_due(const struct trails *t, uint32_t at, uint32_t drawn, int i,
                    const struct trail_line *due) {
    struct workbook *book = t->book;
    const char *share = cell_of(t, drawn, DRAWN_DUE);
    const char *target = cell_of(t, drawn, DRAWN_TARGET);
    const char *today = FORMULA(book, "IF({0}=\"\",0,{1})", share, cell_of(t, drawn, DRAWN_X));
    const char *reached = i == 0 ? "0" : share;
    put_number(t, at, POINT_FIRST + POINT_DUE_X,
               i == 0   ? "0"
               : i == 1 ? today
                        : formula_int(book, TRAIL_MONTHS),
               due->x[i]);
    put_number(t, at, POINT_FIRST + POINT_DUE_Y,
               i > 1 ? target : FORMULA(book, "IF({0}=\"\",{1},{2})", share, target, reached),
               due->y[i]);
}

/* A point before today's figure stays, any other is it. */
static void put_point(const struct trails *t, uint32_t at, uint32_t drawn, int i, bool high,
                      double stored) {
    struct workbook *book = t->book;
    const char *today = cell_of(t, drawn, high ? DRAWN_Y : DRAWN_X);
    const char *was = found(t, drawn, (high ? FOUND_Y : FOUND_X) + i);
    const char *formula = FORMULA(book, "IF({0}<{1}-0.001,{2},{3})", found(t, drawn, FOUND_X + i),
                                  cell_of(t, drawn, DRAWN_X), was, today);
    put_number(t, at, POINT_FIRST + (high ? POINT_Y : POINT_X),
               i == TRAIL_POINTS - 1 ? today : formula, stored);
}

static void put_points(const struct trails *t, int k, uint32_t at) {
    uint32_t drawn = t->listed + (uint32_t)k;
    const struct trail *trail = worst_trail(t, k);
    struct trail_line today = trail_today(t->book, trail);
    struct trail_line due = trail_due(t->book, trail);
    for (int i = 0; i < TRAIL_POINTS; i++, at++) {
        put_point(t, at, drawn, i, false, today.x[i]);
        put_point(t, at, drawn, i, true, today.y[i]);
        put_number(t, at, POINT_FIRST + POINT_PAST_X, found(t, drawn, FOUND_PAST_X + i),
                   trail->past.x[i]);
        put_number(t, at, POINT_FIRST + POINT_PAST_Y, found(t, drawn, FOUND_PAST_Y + i),
                   trail->past.y[i]);
        put_due(t, at, drawn, i, &due);
        workbook_line_done(t->book);
    }
}

/* ---- charts ---- */

static const char *const line_names[][LANG_COUNT] = {
    {"Năm trước", "Last year"},
    {"Phải đạt", "Due"},
    {"Thực hiện", "Actual"},
};

/* The lines are told apart by their dots and dashes. */
static void draw(const struct trails *t, int k, uint32_t points, uint32_t at, uint16_t column,
                 double width, double height) {
    static const char *const months[LANG_COUNT] = {"\"T\"0;;", "\"M\"0;;"};
    struct workbook *book = t->book;
    enum language lang = book->lang;
    const struct trail *trail = worst_trail(t, k);
    struct trail_line today = trail_today(book, trail);
    struct trail_line due = trail_due(book, trail);
    const struct chart_line lines[] = {
        {.name = line_names[0][lang],
         .x = POINT_FIRST + POINT_PAST_X,
         .y = POINT_FIRST + POINT_PAST_Y,
         .ink = 0x7F7F7F,
         .width = 1.5,
         .dash = DASH_DOTS,
         .stored_x = trail->past.x,
         .stored_y = trail->past.y},
        {.name = line_names[1][lang],
         .x = POINT_FIRST + POINT_DUE_X,
         .y = POINT_FIRST + POINT_DUE_Y,
         .ink = 0xC8471F,
         .width = 1.5,
         .dash = DASH_LONG,
         .stored_x = due.x,
         .stored_y = due.y},
        {.name = line_names[2][lang],
         .x = POINT_FIRST + POINT_X,
         .y = POINT_FIRST + POINT_Y,
         .ink = COLOUR_NAVY,
         .width = 2.5,
         .marked = true,
         .stored_x = today.x,
         .stored_y = today.y},
    };
    struct line_chart chart = {
        .data = t->numbers,
        .first_row = points,
        .points = TRAIL_POINTS,
        .lines = lines,
        .line_count = (int)(sizeof lines / sizeof *lines),
        .months = months[lang],
        .width = width,
        .height = height,
        .spoken = BOOK_PHRASE(book, PHRASE_SHEET_TRAIL_SPOKEN, row_short(book, row_of(t, trail))),
    };
    sheet_line_chart(t->sheet, at, column, &chart);
}

/* ---- what stands above a chart ---- */

/* "HTX thành lập mới (HTX)", its verdict, its figure and its target. */
static void put_head(const struct trails *t, int k, uint32_t at, uint16_t first, uint16_t last) {
    static const char *const figures[][LANG_COUNT] = {{"TH", "Actual"}, {"KH", "Target"}};
    static const struct look name = {
        .size = 13, .bold = true, .ink = COLOUR_NAVY, .shrink = true, .rule = COLOUR_GRID};
    static const struct look status = {.border = COLOUR_GRID, .indent = 1, .shrink = true};
    struct workbook *book = t->book;
    const struct trail *trail = worst_trail(t, k);
    const struct row *row = row_of(t, trail);
    struct look number = {.border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true};
    uint16_t third = (uint16_t)((last - first + 1) * 3 / 10);
    uint16_t actual = (uint16_t)(last - 2 * third + 1);
    uint16_t target = (uint16_t)(last - third + 1);
    struct cell cell = {.text = ""};
    struct worst line = {.book = book, .sheet = t->sheet, .row = trail->row, .at = at};
    line.place = FORMULA(book, "INDEX(DB_VE,{0})", formula_int(book, k + 1));
    table_cell(book->card, line.row, COLUMN_STATUS, book->lang, &cell);
    worst_text(&line, first, last,
               FORMULA(book, "{0}&\" (\"&{1}&\")\"", worst_term(&line, "DL_TEN_NGAN"),
                       worst_term(&line, "DL_DVT")),
               workbook_text(book, "%s (%s)", row_short(book, row), workbook_unit(book, row)),
               &name);
    line.at = at + 1;
    worst_text(&line, first, (uint16_t)(actual - 1), worst_term(&line, "DL_DANH_GIA"), cell.text,
               &status);
    number.bold = true;
    number.number = workbook_text(book, "\"%s \"#,##0_)", figures[0][book->lang]);
    worst_actual(&line, actual, (uint16_t)(target - 1), &number);
    worst_figures(&line, (struct area){at + 1, actual, at + 1, actual},
                  workbook_text(book, "\"%s \"#,##0.0##_)", figures[0][book->lang]));
    number.bold = false;
    number.number = workbook_text(book, "\"%s \"#,##0_)", figures[1][book->lang]);
    worst_number(&line, target, last, data_name(M_DECIDES), quantity_result(row->is[M_DECIDES]),
                 &number);
    worst_figures(&line, (struct area){at + 1, target, at + 1, target},
                  workbook_text(book, "\"%s \"#,##0.0##_)", figures[1][book->lang]));
    workbook_colours(book, t->sheet, (struct area){at + 1, first, at + 1, first}, true);
    sheet_height(t->sheet, at, 20);
    sheet_height(t->sheet, at + 1, 20);
    workbook_line_done(book);
}

/* ---- both sheets ---- */

static void write_title(const struct trails *t) {
    static const char *const titles[LANG_COUNT] = {"DIỄN BIẾN TRONG NĂM", "THROUGH THE YEAR"};
    static const struct look title = {
        .size = 19, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {.italic = true, .ink = COLOUR_MUTED, .shrink = true};
    struct workbook *book = t->book;
    int year = row_of(t, &t->found[0])->year;
    bool same = true;
    for (int k = 1; k < t->count; k++) {
        same = same && row_of(t, &t->found[k])->year == year;
    }
    const char *filtered = workbook_extract(book, PHRASE_SHEET_FILTERED);
    const char *which = t->drawn == t->count ? phrase(PHRASE_SHEET_TRAILS_ALL, book->lang)
                                             : workbook_phrase_numbers(book, PHRASE_SHEET_TRAILS,
                                                                       t->drawn, t->count);
    sheet_column(t->sheet, 0, LAST_COLUMN, (COLUMN_PIXELS - 5) / 7.0, false);
    sheet_merge(t->sheet, (struct area){ROW_TITLE, 0, ROW_TITLE, LAST_COLUMN}, titles[book->lang],
                &title);
    sheet_merge(t->sheet, (struct area){ROW_NOTE, 0, ROW_NOTE, LAST_COLUMN},
                workbook_text(book, "%s%s%s", filtered, filtered[0] != '\0' ? " " : "", which),
                &note);
    sheet_height(t->sheet, ROW_TITLE, 28);
    sheet_height(t->sheet, ROW_NOTE, 20);
    sheet_height(t->sheet, ROW_GAP, 6);
}

static void put_words(const struct trails *t, uint32_t at, const char *const words[][LANG_COUNT],
                      int n) {
    for (int i = 0; i < n; i++) {
        sheet_text(t->numbers, at, (uint16_t)i, words[i][t->book->lang], &data_head);
    }
    sheet_height(t->numbers, at, 30);
}

/* Beside each other as many as there is room for; two rows of them where there are more. */
static void write_charts(const struct trails *t, uint32_t points) {
    int across = t->drawn < 2 ? 1 : t->drawn < 5 ? 2 : 3;
    uint32_t high = t->drawn < 3 ? HIGH : LOW;
    uint16_t width = (uint16_t)((COLUMNS + 1) / across - 1);
    uint32_t at = ROW_FIRST;
    for (int k = 0; k < t->drawn; k++) {
        uint16_t first = (uint16_t)(k % across * (width + 1));
        uint32_t row = ROW_FIRST + (uint32_t)(k / across) * (high + 3);
        put_head(t, k, row, first, (uint16_t)(first + width - 1));
        draw(t, k, points + (uint32_t)k * (TRAIL_POINTS + 1), row + 2, first, COLUMN_PIXELS * width,
             high * CHART_POINTS / 0.75 - SPARE);
        at = row + high + 2;
    }
    for (uint32_t row = ROW_FIRST; row < at; row++) {
        bool head = (row - ROW_FIRST) % (high + 3) < 2;
        if (!head) {
            sheet_height(t->sheet, row, CHART_POINTS);
        }
    }
    sheet_print_one_page(t->sheet, (struct area){ROW_TITLE, 0, at - 1, LAST_COLUMN},
                         workbook_page(t->book));
    sheet_tab(t->sheet, 0xC00000);
}

/* Returns the row of the first chart's first point. */
static uint32_t write_numbers(struct trails *t) {
    static const char *const title[LANG_COUNT] = {"SỐ LIỆU DIỄN BIẾN", "DATA OF THE LINES"};
    static const char *const found_words[][LANG_COUNT] = {
        {"Chỉ tiêu", "Goal"},
        {"Dòng", "Line"},
        {"Thứ tự", "Order"},
        {"Điểm: x, y, năm trước", "Points: x, y, last year's"},
    };
    static const char *const drawn_words[][LANG_COUNT] = {
        {"Được vẽ", "Drawn"},       {"Dòng", "Line"},        {"Thứ mấy", "Which"},
        {"Tháng đã qua", "Months"}, {"Thực hiện", "Actual"}, {"Kế hoạch", "Target"},
        {"Phải đạt", "Due"},
    };
    static_assert(sizeof drawn_words / sizeof *drawn_words == DRAWN_COLUMNS,
                  "a column has no head");
    static const struct look head = {.size = 14, .bold = true, .ink = COLOUR_NAVY};
    sheet_text(t->numbers, NUMBERS_TITLE, 0, title[t->book->lang], &head);
    sheet_column(t->numbers, 0, 0, 46, false);
    put_words(t, NUMBERS_HEAD, found_words, (int)(sizeof found_words / sizeof *found_words));
    for (int k = 0; k < t->count; k++) {
        put_found(t, k);
    }
    t->listed = NUMBERS_FIRST + (uint32_t)t->count + 2;
    put_words(t, t->listed - 1, drawn_words, DRAWN_COLUMNS);
    for (int k = 0; k < t->drawn; k++) {
        put_drawn(t, k);
    }
    uint32_t points = t->listed + (uint32_t)t->drawn + 1;
    for (int k = 0; k < t->drawn; k++) {
        put_points(t, k, points + (uint32_t)k * (TRAIL_POINTS + 1));
    }
    sheet_define(
        t->numbers, "DB_VE",
        (struct area){t->listed, DRAWN_LINE, t->listed + (uint32_t)t->drawn - 1, DRAWN_LINE});
    uint32_t last = points + (uint32_t)t->drawn * (TRAIL_POINTS + 1);
    sheet_print(t->numbers, (struct area){NUMBERS_TITLE, 0, last, DRAWN_COLUMNS - 1}, NUMBERS_TITLE,
                NUMBERS_TITLE, 1, workbook_page(t->book));
    sheet_tab(t->numbers, COLOUR_GRID);
    sheet_hide(t->numbers);
    return points;
}

void workbook_trails(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Số liệu diễn biến", "Data of the lines"};
    struct trails t = {.book = book, .sheet = book->trails_sheet, .found = book->trails};
    t.count = (int)arrlen(book->trails);
    t.drawn = t.count < MOST_DRAWN ? t.count : MOST_DRAWN;
    if (t.count == 0) {
        return;
    }
    t.numbers = sheet_add(book->sheets, name[book->lang]);
    write_title(&t);
    write_charts(&t, write_numbers(&t));
}
