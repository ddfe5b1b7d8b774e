/* SPDX-License-Identifier: MIT */
/* The charts of sheet "Tổng quan", and sheet "Số liệu biểu đồ" with the numbers they draw. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_overview.h"

enum {
    ROW_TITLE,
    ROW_NOTE,
    ROW_BLANK,
    ROW_HEAD,
    ROW_FIRST,
    MOST_GOALS = 10, /* bars that are read from the back of a room */
    MOST_GOALS_OF_ONE = 12,
    MOST_ORGS = 12, /* in the chart beside the goals */
    ROW_POINTS = 17,
    COLUMN_PIXELS = 44 /* of the overview's narrow columns */
};

/* Columns of the goals. */
enum goal_column {
    GOAL_LABEL,
    GOAL_PLAN,
    GOAL_FORM, /* one for each form but the last, which has no number */
    GOAL_TICK = GOAL_FORM + FORM_UNKNOWN,
    GOAL_SHARE,
    GOAL_STATUS,
    GOAL_NAME,
    GOAL_KEY,
    GOAL_LINE,
    GOAL_COLUMNS
};

/* Columns of the organisations, below. */
enum org_column { ORG_NAME, ORG_DAY, ORG_GOALS, ORG_FORM, ORG_COLUMNS = ORG_FORM + FORM_COUNT };

/* Bars have more colour than cells: a cell's words must be read on them, a bar's must be seen. */
static const uint32_t form_paper[] = {
    [FORM_DONE] = 0x1F4E79,    [FORM_WELL] = 0x7FC29B, [FORM_CARE] = 0xF6BF26,
    [FORM_RUNNING] = 0xDDDDDD, [FORM_BAD] = 0xC8471F,  [FORM_UNKNOWN] = 0xA6A6A6,
};
static_assert(sizeof form_paper / sizeof *form_paper == FORM_COUNT, "a colour for each form");

/* An organisation's rows stand together. */
struct org_block {
    int32_t org;
    size_t first; /* index of its first row */
    size_t count; /* of its rows */
    int bad;      /* goals behind or missed */
    int care;     /* goals that need attention */
    bool alone;   /* no other id differs from its own in case only: formulas can tell it apart */
};

/* Where a chart lies on the overview. */
struct chart_spot {
    uint32_t row;
    uint16_t column;
    double width; /* in pixels */
    double height;
    int orgs; /* so many it shows; 0: it shows the goals */
};

/* What the charts draw, with its numbers as stored. */
struct drawing {
    struct workbook *book;
    struct sheet *overview;       /* shows the charts */
    struct sheet *sheet;          /* holds the numbers */
    struct chart_spot *spots;     /* stb_ds array */
    int *goals;                   /* stb_ds array of the scorecard's rows in the first chart */
    int total;                    /* goals that could stand there */
    struct org_block *orgs;       /* stb_ds array, in the order of the rows */
    const char **labels;          /* stb_ds array, of the goals */
    const char **names;           /* stb_ds array, of the organisations */
    double *shares[GOAL_COLUMNS]; /* stb_ds arrays, of the goals */
    double *counts[FORM_COUNT];   /* stb_ds arrays, of the organisations */
};

/* ---- what is drawn ---- */

/* Among several organisations those without a figure would only take the place of others. */
static bool can_be_drawn(const struct scorecard *card, const struct row *row, bool one) {
    return row->goal && row_shows_percent(card, row) &&
           (one || quantity_result(row->is[M_ATTAINMENT]).known);
}

/* MATCH and SUMIF ignore case, so ids that differ only in case cannot be told apart. */
static void find_namesakes(struct drawing *d) {
    struct id_count {
        char *key; /* an id in small letters */
        int value; /* how many organisations with rows have it */
    } *met = NULL;
    const struct org *orgs = d->book->card->book->orgs;
    sh_new_strdup(met);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < arrlenu(d->orgs); i++) {
            const char *folded = workbook_small_letters(d->book, orgs[d->orgs[i].org].id);
            if (pass == 0) {
                int count = shget(met, folded) + 1; /* not within shput: both use one scratch */
                shput(met, folded, count);
            } else {
                d->orgs[i].alone = shget(met, folded) == 1;
            }
        }
    }
    shfree(met);
}

/* Goals of one organisation with a status of this form (FORM_COUNT: any). */
static int count_goals(const struct scorecard *card, const struct org_block *block, int form) {
    int count = 0;
    for (size_t i = block->first; i < block->first + block->count; i++) {
        const struct row *row = &card->rows[i];
        count += row->goal && (form == FORM_COUNT || (int)status_form(row->status) == form);
    }
    return count;
}

/* Worst first; equal ones in their order. */
static int compare_blocks(const void *left, const void *right) {
    const struct org_block *a = left;
    const struct org_block *b = right;
    if (a->bad != b->bad) {
        return a->bad > b->bad ? -1 : 1;
    }
    if (a->care != b->care) {
        return a->care > b->care ? -1 : 1;
    }
    return a->first < b->first ? -1 : a->first > b->first;
}

/* When not all can be drawn, those that the meeting has to look at. */
static void rank_orgs(struct drawing *d) {
    if (arrlen(d->orgs) <= MOST_ORGS) {
        return;
    }
    for (size_t i = 0; i < arrlenu(d->orgs); i++) {
        d->orgs[i].bad = count_goals(d->book->card, &d->orgs[i], FORM_BAD);
        d->orgs[i].care = count_goals(d->book->card, &d->orgs[i], FORM_CARE);
    }
    qsort(d->orgs, arrlenu(d->orgs), sizeof *d->orgs, compare_blocks);
}

static void choose(struct drawing *d) {
    const struct scorecard *card = d->book->card;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (i == 0 || card->rows[i - 1].org != card->rows[i].org) {
            arrput(d->orgs, ((struct org_block){.org = card->rows[i].org, .first = i}));
        }
        d->orgs[arrlenu(d->orgs) - 1].count++;
    }
    find_namesakes(d);
    rank_orgs(d);
    bool one = arrlen(d->orgs) == 1;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        if (!can_be_drawn(card, &card->rows[i], one)) {
            continue;
        }
        d->total++;
        if (!one) {
            overview_keep_worst(card, &d->goals, MOST_GOALS, i);
        } else if (arrlen(d->goals) < MOST_GOALS_OF_ONE) {
            arrput(d->goals, i);
        }
    }
}

/* ---- numbers of the goals ---- */

/* "HTX thành lập mới": as much of the name as stands beside a bar. */
static const char *short_name(const struct drawing *d, const struct row *row) {
    enum { SHORT = 40, SHORT_AMONG_MANY = 22 };
    const struct book *book = d->book->card->book;
    enum language lang = d->book->lang;
    size_t most = arrlen(d->orgs) > 1 ? SHORT_AMONG_MANY : SHORT;
    const char *name = indicator_name(&book->indicators[row->indicator], lang);
    const char *cut = workbook_cut(d->book, name, most);
    if (arrlen(d->orgs) == 1) {
        return cut;
    }
    const char *org = workbook_cut(d->book, org_name(&book->orgs[row->org], lang), most);
    return workbook_text(d->book, "%s: %s", org, cut);
}

/* Whole percents: cut, not rounded, as 99,9 % must not read "100%". */
static struct ratio whole_percents(struct result share) {
    struct ratio percents = ratio_mul(share.value, ratio_int(100));
    return (struct ratio){percents.num / percents.den, 1};
}

/* Whether the sheet, which rounds to 10 decimals first, cuts a share to the same whole percents. */
static bool cut_alike(struct result share) {
    const double rounding = 1e-10;
    return !share.known ||
           ratio_double(share.value) * 100 + rounding < ratio_double(whole_percents(share)) + 1;
}

static const char *goal_label(const struct drawing *d, const struct row *row, const char *name,
                              struct result share) {
    const char *symbol = form_symbol(status_form(row->status));
    if (!share.known) {
        return workbook_text(d->book, "%s  %s –", name, symbol);
    }
    char whole[RATIO_TEXT];
    ratio_print(whole_percents(share), 0, NULL, 0, whole);
    return workbook_text(d->book, "%s  %s %s%%", name, symbol, whole);
}

static const char *cell_of(const struct drawing *d, uint32_t at, uint16_t column) {
    return formula_cell(d->book, at, column, false);
}

/* The share of the target that is due by the figure's day; below the axis where nothing is. */
static double tick_of(const struct row *row) {
    struct result due = quantity_result(row->is[M_EXPECTED]);
    bool known = due.known && ratio_valid(row_decides(row)) && ratio_sign(row_decides(row)) > 0;
    return known ? ratio_double(ratio_div(due.value, row_decides(row))) : -1;
}

static const char *tick_formula(const struct drawing *d, uint32_t at) {
    const char *line = cell_of(d, at, GOAL_LINE);
    const char *due = FORMULA(d->book, "INDEX(DL_PHAI_DAT,{0})", line);
    const char *target = FORMULA(d->book, "INDEX(DL_KH,{0})", line);
    return FORMULA(d->book, "IF({0}=\"\",-1,IF({1}=\"\",-1,IF({1}<=0,-1,{0}/{1})))", due, target);
}

static void put_share(struct drawing *d, uint32_t at, enum goal_column column, const char *formula,
                      double stored) {
    static const struct look look = {.size = 10,
                                     .border = COLOUR_GRID,
                                     .align = ALIGN_RIGHT,
                                     .number = "0.0%;\"–\";0.0%",
                                     .shrink = true};
    sheet_formula_number(d->sheet, at, (uint16_t)column, formula, stored, &look);
    arrput(d->shares[column], stored);
}

static void put_bars(struct drawing *d, uint32_t at, const struct row *row, struct result share) {
    const char *percent = cell_of(d, at, GOAL_SHARE);
    const char *status = cell_of(d, at, GOAL_STATUS);
    for (int form = 0; form < FORM_UNKNOWN; form++) {
        bool mine = (int)status_form(row->status) == form && share.known;
        put_share(d, at, (enum goal_column)(GOAL_FORM + form),
                  FORMULA(d->book, "IF(LEFT({0},1)=\"{1}\",IF({2}=\"\",0,{2}),0)", status,
                          form_symbol((enum status_form)form), percent),
                  mine ? ratio_double(share.value) : 0);
    }
}

static void put_goal(struct drawing *d, uint32_t at, int index) {
    static const struct look text = {.size = 10, .border = COLOUR_GRID};
    static const struct look number = {
        .size = 10, .border = COLOUR_GRID, .align = ALIGN_RIGHT, .number = "0.0%", .shrink = true};
    struct workbook *book = d->book;
    const struct row *row = &book->card->rows[index];
    struct result share = quantity_result(row->is[M_ATTAINMENT]);
    const char *name = short_name(d, row);
    const char *label = goal_label(d, row, name, share);
    const char *percent = cell_of(d, at, GOAL_SHARE);
    const char *status = cell_of(d, at, GOAL_STATUS);
    const char *line = cell_of(d, at, GOAL_LINE);
    struct cell cell;
    table_cell(book->card, index, COLUMN_STATUS, book->lang, &cell);
    sheet_text(d->sheet, at, GOAL_NAME, name, &text);
    if (cut_alike(share)) {
        sheet_formula_text(
            d->sheet, at, GOAL_LABEL,
            FORMULA(book,
                    "{0}&\"  \"&LEFT({1},1)&\" \"&IF({2}=\"\",\"–\",INT(ROUND({2}*100,10))&\"%\")",
                    cell_of(d, at, GOAL_NAME), status, percent),
            label, &text);
    } else {
        sheet_text(d->sheet, at, GOAL_LABEL, label, &text);
    }
    arrput(d->labels, label);
    put_share(d, at, GOAL_PLAN, "1", 1);
    put_bars(d, at, row, share);
    put_share(d, at, GOAL_TICK, tick_formula(d, at), tick_of(row));
    const char *of_target = FORMULA(book, "INDEX(DL_TY_LE,{0})", line);
    if (share.known) {
        sheet_formula_number(d->sheet, at, GOAL_SHARE, of_target, ratio_double(share.value),
                             &number);
    } else {
        sheet_formula_text(d->sheet, at, GOAL_SHARE, of_target, "", &number);
    }
    sheet_formula_text(d->sheet, at, GOAL_STATUS, FORMULA(book, "INDEX(DL_DANH_GIA,{0})", line),
                       cell.text, &text);
    sheet_text(d->sheet, at, GOAL_KEY, book->keys[index], &text);
    sheet_formula_number(d->sheet, at, GOAL_LINE,
                         FORMULA(book, "MATCH({0},DL_KHOA,0)", cell_of(d, at, GOAL_KEY)), index + 1,
                         &text);
}

/* ---- numbers of the organisations ---- */

static void put_count(struct drawing *d, uint32_t at, uint16_t column,
                      const struct org_block *block, int form) {
    static const struct look look = {
        .size = 10, .border = COLOUR_GRID, .align = ALIGN_CENTRE, .number = "0;-0;\"–\""};
    struct workbook *book = d->book;
    const char *id = book->card->book->orgs[block->org].id;
    int count = count_goals(book->card, block, form);
    const char *formula =
        form == FORM_COUNT ? FORMULA(book, "SUMIF(DL_KHOA,\"{0}|*\",DL_TINH)", id)
                           : FORMULA(book, "SUMIFS(DL_TINH,DL_KHOA,\"{0}|*\",DL_DANH_GIA,\"{1}*\")",
                                     id, form_symbol((enum status_form)form));
    if (block->alone) {
        sheet_formula_number(d->sheet, at, column, formula, count, &look);
    } else {
        sheet_number(d->sheet, at, column, count, &look);
    }
    if (form != FORM_COUNT) {
        arrput(d->counts[form], count);
    }
}

static void put_org(struct drawing *d, uint32_t at, const struct org_block *block) {
    static const struct look text = {.size = 10, .border = COLOUR_GRID};
    static const struct look centre = {.size = 10, .border = COLOUR_GRID, .align = ALIGN_CENTRE};
    enum { SHORT = 34 };
    struct workbook *book = d->book;
    const struct scorecard *card = book->card;
    char date[DATE_TEXT];
    const char *name =
        workbook_cut(book, org_name(&card->book->orgs[block->org], book->lang), SHORT);
    sheet_text(d->sheet, at, ORG_NAME, name, &text);
    arrput(d->names, name);
    sheet_text(d->sheet, at, ORG_DAY, print_date(card->rows[block->first].as_of, book->lang, date),
               &centre);
    put_count(d, at, ORG_GOALS, block, FORM_COUNT);
    for (int form = 0; form < FORM_COUNT; form++) {
        put_count(d, at, (uint16_t)(ORG_FORM + form), block, form);
    }
}

/* ---- the sheet with the numbers ---- */

/* "● Cần chú ý": heads a column, names a series. */
static const char *form_name(const struct drawing *d, int form) {
    enum status_form which = (enum status_form)form;
    return workbook_text(d->book, "%s %s", form_symbol(which), form_label(which, d->book->lang));
}

/* heads: of n columns; NULL: one of a form, the first of which is column `forms`. */
static void put_heads(const struct drawing *d, uint32_t at, const char *const heads[][LANG_COUNT],
                      int n, int forms) {
    for (int i = 0; i < n; i++) {
        const char *head = heads[i][d->book->lang];
        sheet_text(d->sheet, at, (uint16_t)i, head != NULL ? head : form_name(d, i - forms),
                   &data_head);
    }
    sheet_height(d->sheet, at, 30);
}

/* All but those of the forms, which put_heads() names. */
static const char *const goal_heads[GOAL_COLUMNS][LANG_COUNT] = {
    [GOAL_LABEL] = {"Nhãn", "Label"},
    [GOAL_PLAN] = {"Kế hoạch = 100%", "Target = 100%"},
    [GOAL_TICK] = {"▌ Phải đạt đến nay", "▌ Due by now"},
    [GOAL_SHARE] = {"So kế hoạch", "Of target"},
    [GOAL_STATUS] = {"Đánh giá", "Status"},
    [GOAL_NAME] = {"Tên trên biểu đồ", "Name in the chart"},
    [GOAL_KEY] = {"Khóa", "Key"},
    [GOAL_LINE] = {"Dòng", "Line"},
};

static const char *const org_heads[ORG_COLUMNS][LANG_COUNT] = {
    [ORG_NAME] = {"Đơn vị", "Organisation"},
    [ORG_DAY] = {"Số liệu đến", "Figures up to"},
    [ORG_GOALS] = {"Chỉ tiêu", "Goals"},
};

/* Writes both tables; returns the first row of the organisations. */
static uint32_t write_numbers(struct drawing *d) {
    static const char *const titles[LANG_COUNT] = {"SỐ LIỆU BIỂU ĐỒ", "CHART DATA"};
    static const char *const notes[LANG_COUNT] = {
        "Tính từ trang dữ liệu; các biểu đồ của trang tổng quan vẽ từ đây.",
        "Computed from the data sheet; the charts of the overview draw it.",
    };
    static const struct look title = {.size = 14, .bold = true, .ink = COLOUR_NAVY};
    static const struct look note = {.size = 10, .italic = true, .ink = COLOUR_MUTED};
    sheet_text(d->sheet, ROW_TITLE, 0, titles[d->book->lang], &title);
    sheet_text(d->sheet, ROW_NOTE, 0, notes[d->book->lang], &note);
    sheet_height(d->sheet, ROW_TITLE, 21);
    sheet_column(d->sheet, 0, 0, 46, false);
    sheet_column(d->sheet, 1, GOAL_SHARE, 12, false);
    sheet_column(d->sheet, GOAL_STATUS, GOAL_KEY, 24, false);
    uint32_t at = ROW_HEAD;
    put_heads(d, at++, goal_heads, GOAL_COLUMNS, GOAL_FORM);
    for (int i = 0; i < (int)arrlen(d->goals); i++) {
        put_goal(d, at++, d->goals[i]);
    }
    at++;
    put_heads(d, at++, org_heads, ORG_COLUMNS, ORG_FORM);
    uint32_t first = at;
    for (int i = 0; i < (int)arrlen(d->orgs); i++) {
        put_org(d, at++, &d->orgs[i]);
    }
    workbook_exact_shares(d->book, d->sheet,
                          (struct area){ROW_FIRST, GOAL_FORM, first - 1, GOAL_SHARE});
    struct area area = {ROW_TITLE, 0, at - 1, GOAL_COLUMNS - 1};
    sheet_print(d->sheet, area, ROW_TITLE, ROW_TITLE, 1, workbook_page(d->book));
    sheet_tab(d->sheet, COLOUR_GRID);
    return first;
}

/* ---- the charts ---- */

static void draw_goals(const struct drawing *d, const struct chart_spot *spot) {
    struct chart_series series[FORM_UNKNOWN + 2];
    int n = 0;
    enum language lang = d->book->lang;
    series[n++] = (struct chart_series){.name = goal_heads[GOAL_PLAN][lang],
                                        .column = GOAL_PLAN,
                                        .paper = COLOUR_WHITE,
                                        .line = 0xA6A6A6,
                                        .stored = d->shares[GOAL_PLAN]};
    for (int form = 0; form < FORM_UNKNOWN; form++) {
        int column = GOAL_FORM + form;
        series[n++] = (struct chart_series){.name = form_name(d, form),
                                            .column = (uint16_t)column,
                                            .paper = form_paper[form],
                                            .stored = d->shares[column]};
    }
    series[n++] = (struct chart_series){.name = goal_heads[GOAL_TICK][lang],
                                        .column = GOAL_TICK,
                                        .tick = true,
                                        .stored = d->shares[GOAL_TICK]};
    struct chart chart = {
        .data = d->sheet,
        .first_row = ROW_FIRST,
        .categories = (uint16_t)arrlen(d->goals),
        .column = GOAL_LABEL,
        .names = d->labels,
        .series = series,
        .series_count = n,
        .full = 1.2,
        .width = spot->width,
        .height = spot->height,
        .spoken = phrase(PHRASE_SHEET_GOALS_CHART_SPOKEN, d->book->lang),
    };
    sheet_chart(d->overview, spot->row, spot->column, &chart);
}

static void draw_orgs(const struct drawing *d, const struct chart_spot *spot, uint32_t first) {
    struct chart_series series[FORM_COUNT];
    for (int form = 0; form < FORM_COUNT; form++) {
        bool dark = form == FORM_DONE || form == FORM_BAD;
        const char *symbol = form_symbol((enum status_form)form);
        series[form] = (struct chart_series){.name = form_name(d, form),
                                             .column = (uint16_t)(ORG_FORM + form),
                                             .paper = form_paper[form],
                                             .line = COLOUR_WHITE,
                                             .ink = dark ? (uint32_t)COLOUR_WHITE : 0x262626,
                                             .label = workbook_text(d->book, "\"%s\"0;;", symbol),
                                             .hatched = form == FORM_UNKNOWN,
                                             .stored = d->counts[form]};
    }
    struct chart chart = {
        .data = d->sheet,
        .first_row = first,
        .categories = (uint16_t)spot->orgs,
        .column = ORG_NAME,
        .names = d->names,
        .series = series,
        .series_count = FORM_COUNT,
        .stacked = true,
        .width = spot->width,
        .height = spot->height,
        .spoken = phrase(PHRASE_SHEET_ORGS_CHART_SPOKEN, d->book->lang),
    };
    sheet_chart(d->overview, spot->row, spot->column, &chart);
}

/* ---- the way in ---- */

/* A heading and as many rows as a chart of so many bars is high; the chart lies below it. */
static void reserve(struct overview *o, struct chart_spot spot, const char *heading, bool again,
                    int bars) {
    enum { FRAME = 92, BAR = 25, BESIDE_FRAME = 4 };
    spot.height = FRAME + BAR * (bars > BESIDE_FRAME ? bars : BESIDE_FRAME);
    uint32_t rows = (uint32_t)(spot.height * 0.75 / ROW_POINTS) + 1;
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    sheet_text(o->sheet, o->at, spot.column, heading, &look);
    spot.row = o->at + 1;
    arrput(o->book->drawing->spots, spot);
    if (again) {
        return; /* beside one that comes later, which takes the rows */
    }
    sheet_height(o->sheet, o->at, 24);
    for (uint32_t i = 0; i < rows; i++) {
        sheet_height(o->sheet, spot.row + i, ROW_POINTS);
    }
    o->at = spot.row + rows;
}

static const char *goals_heading(const struct drawing *d) {
    int drawn = (int)arrlen(d->goals);
    if (drawn == d->total) {
        return phrase(PHRASE_SHEET_GOALS_CHART, d->book->lang);
    }
    bool alone = arrlen(d->orgs) == 1;
    return workbook_phrase_numbers(
        d->book, alone ? PHRASE_SHEET_GOALS_CHART_SOME : PHRASE_SHEET_GOALS_CHART_WORST, drawn,
        d->total);
}

static const char *orgs_heading(const struct drawing *d) {
    int orgs = (int)arrlen(d->orgs);
    return orgs <= MOST_ORGS
               ? phrase(PHRASE_SHEET_ORGS_CHART, d->book->lang)
               : workbook_phrase_numbers(d->book, PHRASE_SHEET_ORGS_CHART_SOME, MOST_ORGS, orgs);
}

void overview_charts(struct overview *o) {
    enum { LEFT = 13, ALL = 24 };
    struct drawing *d = mem_alloc(sizeof *d);
    d->book = o->book;
    d->overview = o->sheet;
    o->book->drawing = d;
    choose(d);
    int goals = (int)arrlen(d->goals);
    int orgs = (int)arrlen(d->orgs);
    bool some = false; /* a chart of empty bars says nothing */
    for (int i = 0; i < goals; i++) {
        some = some || quantity_result(o->book->card->rows[d->goals[i]].is[M_ATTAINMENT]).known;
    }
    goals = some ? goals : 0;
    orgs = orgs > MOST_ORGS ? MOST_ORGS : orgs;
    bool beside = orgs > 1;
    uint16_t left = beside && goals > 0 ? LEFT : 0;
    int bars = beside && orgs > goals ? orgs : goals;
    if (goals > 0) {
        struct chart_spot spot = {.width = COLUMN_PIXELS * (beside ? LEFT : ALL)};
        reserve(o, spot, goals_heading(d), beside, bars);
    }
    if (beside) {
        struct chart_spot spot = {
            .column = left, .width = COLUMN_PIXELS * (ALL - left), .orgs = orgs};
        reserve(o, spot, orgs_heading(d), false, bars);
    }
    if (goals > 0) {
        overview_barless(o);
    }
}

void workbook_charts(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Số liệu biểu đồ", "Chart data"};
    struct drawing *d = book->drawing;
    if (arrlen(d->orgs) > 0) {
        d->sheet = sheet_add(book->sheets, name[book->lang]);
        uint32_t first = write_numbers(d);
        for (size_t i = 0; i < arrlenu(d->spots); i++) {
            if (d->spots[i].orgs == 0) {
                draw_goals(d, &d->spots[i]);
            } else {
                draw_orgs(d, &d->spots[i], first);
            }
        }
    }
    for (int i = 0; i < GOAL_COLUMNS; i++) {
        arrfree(d->shares[i]);
    }
    for (int i = 0; i < FORM_COUNT; i++) {
        arrfree(d->counts[i]);
    }
    arrfree(d->goals);
    arrfree(d->orgs);
    arrfree(d->labels);
    arrfree(d->names);
    arrfree(d->spots);
    mem_free(d);
    book->drawing = NULL;
}
