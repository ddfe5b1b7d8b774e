/* SPDX-License-Identifier: MIT */
/* The charts of sheet "Tổng quan", and the hidden sheet with the numbers they draw: both follow
 * what is typed. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_overview.h"
#include "workbook_wall.h"

enum {
    ROW_TITLE,
    ROW_NOTE,
    ROW_BLANK,
    ROW_HEAD,
    ROW_FIRST,
    MOST_GOALS = 10, /* bars that are read from the back of a room */
    MOST_ORGS = 10,
    MOST_CANDIDATES = 40, /* organisations counted, of which the worst are drawn */
    CHART_ROWS = 13,
    AXIS_ROWS = 3, /* and a row for each bar, where there are few */
    ROW_POINTS = 17
};

/* Columns of the goals. */
enum goal_column {
    GOAL_LABEL,
    GOAL_PLAN,
    GOAL_FORM, /* one for each form */
    GOAL_TICK = GOAL_FORM + FORM_COUNT,
    GOAL_SHARE,
    GOAL_STATUS,
    GOAL_PLACE, /* where it stands in the data */
    GOAL_COLUMNS
};

/* Columns of the organisations, below: once in the order of the rows, once worst first. */
enum org_column {
    ORG_NAME,
    ORG_PLACE, /* the worst has the smallest; of the second block: where it stands in the first */
    ORG_FORM,
    ORG_COLUMNS = ORG_FORM + FORM_COUNT
};

/* Bars have more colour than cells: a cell's words must be read on them, a bar's must be seen. */
static const uint32_t form_paper[] = {
    [FORM_DONE] = 0x1F4E79,    [FORM_WELL] = 0x7FC29B, [FORM_CARE] = 0xF6BF26,
    [FORM_RUNNING] = 0xDDDDDD, [FORM_BAD] = 0xC8471F,  [FORM_UNKNOWN] = 0xA6A6A6,
};
static_assert(sizeof form_paper / sizeof *form_paper == FORM_COUNT, "a colour for each form");

/* An organisation's rows stand together. */
struct org_block {
    int32_t org;
    size_t first;          /* index of its first row */
    size_t count;          /* of its rows */
    int forms[FORM_COUNT]; /* its goals with such a status */
    bool alone;            /* no other id differs from its own in case only: formulas can tell it
                              apart */
};

/* Where a chart lies on the overview. */
struct chart_spot {
    uint32_t row;
    uint16_t column;
    double width; /* in pixels */
    double height;
};

/* What the charts draw, with its numbers as stored. */
struct drawing {
    struct workbook *book;
    struct sheet *overview; /* shows the charts */
    struct sheet *sheet;    /* holds the numbers */
    struct chart_spot goal_spot;
    struct chart_spot org_spot;   /* width 0: there is none */
    int *goals;                   /* stb_ds array: of the scorecard's rows that bars can show, worst
                                     first */
    int bars;                     /* so many of them are drawn */
    int rows;                     /* of the overview that the charts take */
    struct org_block *orgs;       /* stb_ds array: those counted, in the order of the rows */
    int *drawn;                   /* stb_ds array: of them, worst first */
    int all_orgs;                 /* how many have rows */
    const char **labels;          /* stb_ds array, of the goals */
    const char **names;           /* stb_ds array, of the organisations drawn */
    double *shares[GOAL_COLUMNS]; /* stb_ds arrays, of the goals */
    double *counts[FORM_COUNT];   /* stb_ds arrays, of the organisations drawn */
};

static const struct look text_look = {.size = 10, .border = COLOUR_GRID};
static const struct look count_look = {
    .size = 10, .border = COLOUR_GRID, .align = ALIGN_CENTRE, .number = "0"};

static const struct look order_look = {/* up to 10^15: nobody reads it */
                                       .size = 10,
                                       .border = COLOUR_GRID,
                                       .align = ALIGN_CENTRE,
                                       .number = "0E+00"};

static const char *cell_of(const struct drawing *d, uint32_t at, uint16_t column) {
    return formula_cell(d->book, at, column, false);
}

/* ---- what is drawn ---- */

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

/* Worst first; equal ones in their order. */
static int compare_blocks(const void *left, const void *right) {
    const struct org_block *a = left;
    const struct org_block *b = right;
    if (a->forms[FORM_BAD] != b->forms[FORM_BAD]) {
        return a->forms[FORM_BAD] > b->forms[FORM_BAD] ? -1 : 1;
    }
    if (a->forms[FORM_CARE] != b->forms[FORM_CARE]) {
        return a->forms[FORM_CARE] > b->forms[FORM_CARE] ? -1 : 1;
    }
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Of very many organisations those are counted that the meeting has to look at. */
static void find_orgs(struct drawing *d) {
    const struct scorecard *card = d->book->card;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (i == 0 || card->rows[i - 1].org != row->org) {
            arrput(d->orgs, ((struct org_block){.org = row->org, .first = i}));
        }
        d->orgs[arrlenu(d->orgs) - 1].count++;
        d->orgs[arrlenu(d->orgs) - 1].forms[status_form(row->status)] += row->goal;
    }
    find_namesakes(d);
    d->all_orgs = (int)arrlen(d->orgs);
    if (d->all_orgs > MOST_CANDIDATES) {
        qsort(d->orgs, arrlenu(d->orgs), sizeof *d->orgs, compare_blocks);
        arrsetlen(d->orgs, MOST_CANDIDATES);
    }
}

/* The place of an organisation in the chart. */
static int64_t org_place(const struct org_block *block, int i) {
    return ((int64_t)(100000 - block->forms[FORM_BAD]) * 100000 +
            (100000 - block->forms[FORM_CARE])) *
               1000 +
           i;
}

/* Those drawn, by insertion: few. */
static void order_orgs(struct drawing *d) {
    for (int i = 0; i < (int)arrlen(d->orgs); i++) {
        int at = (int)arrlen(d->drawn);
        arrput(d->drawn, i);
        while (at > 0 && org_place(&d->orgs[d->drawn[at - 1]], d->drawn[at - 1]) >
                             org_place(&d->orgs[i], i)) {
            d->drawn[at] = d->drawn[at - 1];
            d->drawn[--at] = i;
        }
    }
    if (arrlen(d->drawn) > MOST_ORGS) {
        arrsetlen(d->drawn, MOST_ORGS);
    }
}

static void choose(struct drawing *d) {
    find_orgs(d);
    order_orgs(d);
    d->goals = workbook_worst_first(d->book, WALL_DRAWN);
    d->bars = arrlen(d->goals) < MOST_GOALS ? (int)arrlen(d->goals) : MOST_GOALS;
}

/* ---- numbers of the goals ---- */

/* A goal may have no place any more: its row was deleted, its plan is no number. */
static const char *placed(const struct drawing *d, uint32_t at, const char *formula) {
    return FORMULA(d->book, "IF({0}=\"\",\"\",{1})", cell_of(d, at, GOAL_PLACE), formula);
}

static const char *label_formula(const struct drawing *d, uint32_t at) {
    struct workbook *book = d->book;
    const char *share = cell_of(d, at, GOAL_SHARE);
    const char *place = cell_of(d, at, GOAL_PLACE);
    const char *percents = formula_percents(book, share, FORMULA(book, "INDEX(DL_BAC,{0})", place));
    return placed(d, at,
                  FORMULA(book,
                          "INDEX(DL_TEN_NGAN,{0})&\"  \"&LEFT({1},1)&\" \"&IF({2}=\"\",\"–\","
                          "IF({4}<>\"\",{4}&\"/\"&INDEX(DL_SO_DON_VI,{0}),"
                          "IF(SUM(INDEX(DL_THIEU,{0}))={5},\"≥ \",\"\")&{3}&\"%\"))",
                          place, cell_of(d, at, GOAL_STATUS), share, percents,
                          FORMULA(book, "INDEX(DL_DON_VI_DAT,{0})", place),
                          formula_int(book, PARTIAL_LEAST)));
}

static const char *label_stored(const struct drawing *d, const struct row *row) {
    struct workbook *book = d->book;
    struct result share = row_filled(book, row);
    const char *name = row_short(book, row);
    const char *symbol = status_symbol(row->status);
    if (!share.known) {
        return workbook_text(book, "%s  %s –", name, symbol);
    }
    if (row->each_group) {
        return workbook_text(book, "%s  %s %d/%d", name, symbol, row->members_met,
                             row->members_total);
    }
    return workbook_text(book, "%s  %s %s%d%%", name, symbol,
                         row->partial == PARTIAL_LEAST ? "≥ " : "",
                         whole_percents(share.value, row->status));
}

/* The share of the target that is due by the figure's day; below the axis where nothing is. */
static double tick_of(const struct row *row) {
    struct result due = quantity_result(row->is[M_EXPECTED]);
    bool known = due.known && ratio_valid(row_decides(row)) && ratio_sign(row_decides(row)) > 0;
    return known ? ratio_double(ratio_div(due.value, row_decides(row))) : -1;
}

static const char *tick_formula(const struct drawing *d, uint32_t at) {
    const char *place = cell_of(d, at, GOAL_PLACE);
    const char *due = FORMULA(d->book, "INDEX(DL_PHAI_DAT,{0})", place);
    const char *target = FORMULA(d->book, "INDEX(DL_KH,{0})", place);
    return FORMULA(d->book, "IF({0}=\"\",-1,IF(OR({1}=\"\",SUM({2})<=0),-1,{1}/{2}))", place, due,
                   target);
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
    for (int form = 0; form < FORM_COUNT; form++) {
        bool mine = (int)status_form(row->status) == form && share.known;
        put_share(d, at, (enum goal_column)(GOAL_FORM + form),
                  FORMULA(d->book, "IF(LEFT({0},1)=\"{1}\",SUM({2}),0)", status,
                          form_symbol((enum status_form)form), percent),
                  mine ? ratio_double(share.value) : 0);
    }
}

/* The k-th bar, whichever goal it is of. */
static void put_goal(struct drawing *d, uint32_t at, int k) {
    static const struct look number = {
        .size = 10, .border = COLOUR_GRID, .align = ALIGN_RIGHT, .number = "0.0%", .shrink = true};
    struct workbook *book = d->book;
    int index = d->goals[k];
    const struct row *row = &book->card->rows[index];
    struct result share = row_filled(book, row);
    const char *place = cell_of(d, at, GOAL_PLACE);
    struct cell cell;
    table_cell(book->card, index, COLUMN_STATUS, book->lang, &cell);
    const char *label = label_stored(d, row);
    sheet_formula_number(
        d->sheet, at, GOAL_PLACE,
        FORMULA(book,
                "IF({0}>COUNT(DL_THU_TU_VE),\"\",MATCH(SMALL(DL_THU_TU_VE,{0}),DL_THU_TU_VE,0))",
                formula_int(book, k + 1)),
        index + 1, &text_look);
    sheet_formula_text(d->sheet, at, GOAL_STATUS,
                       placed(d, at, FORMULA(book, "INDEX(DL_DANH_GIA,{0})", place)), cell.text,
                       &text_look);
    const char *filled = FORMULA(book, "INDEX(DL_DAY,{0})", place);
    filled = placed(d, at, formula_known(book, filled, filled));
    if (share.known) {
        sheet_formula_number(d->sheet, at, GOAL_SHARE, filled, ratio_double(share.value), &number);
    } else {
        sheet_formula_text(d->sheet, at, GOAL_SHARE, filled, "", &number);
    }
    sheet_formula_text(d->sheet, at, GOAL_LABEL, label_formula(d, at), label, &text_look);
    arrput(d->labels, label);
    put_share(d, at, GOAL_PLAN, "1", 1);
    put_bars(d, at, row, share);
    put_share(d, at, GOAL_TICK, tick_formula(d, at), tick_of(row));
    workbook_line_done(book);
}

/* ---- numbers of the organisations ---- */

static void put_count(struct drawing *d, uint32_t at, const struct org_block *block, int form) {
    struct workbook *book = d->book;
    uint16_t column = (uint16_t)(ORG_FORM + form);
    const char *formula =
        FORMULA(book, "SUMIFS(DL_TINH,DL_KHOA,\"{0}|*\",DL_DANH_GIA,\"{1}*\")",
                book->card->book->orgs[block->org].id, form_symbol((enum status_form)form));
    if (block->alone) {
        sheet_formula_number(d->sheet, at, column, formula, block->forms[form], &count_look);
    } else {
        sheet_number(d->sheet, at, column, block->forms[form], &count_look);
    }
}

static const char *org_short(const struct drawing *d, int i) {
    enum { SHORT = 34 };
    int32_t org = d->orgs[i].org;
    return workbook_cut(d->book, org_name(&d->book->card->book->orgs[org], d->book->lang), SHORT);
}

static void put_org(struct drawing *d, uint32_t at, int i) {
    struct workbook *book = d->book;
    const struct org_block *block = &d->orgs[i];
    sheet_text(d->sheet, at, ORG_NAME, org_short(d, i), &text_look);
    for (int form = 0; form < FORM_COUNT; form++) {
        put_count(d, at, block, form);
    }
    sheet_formula_number(d->sheet, at, ORG_PLACE,
                         FORMULA(book, "((100000-{0})*100000+100000-{1})*1000+{2}",
                                 cell_of(d, at, ORG_FORM + FORM_BAD),
                                 cell_of(d, at, ORG_FORM + FORM_CARE), formula_int(book, i)),
                         (double)org_place(block, i), &order_look);
    workbook_line_done(book);
}

/* A column of the first block: $A$20:$A$31. */
static const char *block_of(const struct drawing *d, uint32_t first, uint16_t column) {
    uint32_t last = first + (uint32_t)arrlen(d->orgs) - 1;
    return FORMULA(d->book, "{0}:{1}", formula_cell(d->book, first, column, true),
                   formula_cell(d->book, last, column, true));
}

/* The k-th organisation, whichever it is. `first`: where the counted ones begin. */
static void put_drawn(struct drawing *d, uint32_t at, int k, uint32_t first) {
    struct workbook *book = d->book;
    int i = d->drawn[k];
    const char *place = cell_of(d, at, ORG_PLACE);
    const char *name = org_short(d, i);
    sheet_formula_number(d->sheet, at, ORG_PLACE,
                         FORMULA(book, "MATCH(SMALL({0},{1}),{0},0)", block_of(d, first, ORG_PLACE),
                                 formula_int(book, k + 1)),
                         i + 1, &count_look);
    sheet_formula_text(d->sheet, at, ORG_NAME,
                       FORMULA(book, "INDEX({0},{1})", block_of(d, first, ORG_NAME), place), name,
                       &text_look);
    arrput(d->names, name);
    for (int form = 0; form < FORM_COUNT; form++) {
        uint16_t column = (uint16_t)(ORG_FORM + form);
        int count = d->orgs[i].forms[form];
        sheet_formula_number(d->sheet, at, column,
                             FORMULA(book, "INDEX({0},{1})", block_of(d, first, column), place),
                             count, &count_look);
        arrput(d->counts[form], count);
    }
    workbook_line_done(book);
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
    [GOAL_SHARE] = {"So kế hoạch, mức trần", "Of target or limit"},
    [GOAL_STATUS] = {"Đánh giá", "Status"},
    [GOAL_PLACE] = {"Dòng", "Line"},
};

static const char *const org_heads[ORG_COLUMNS][LANG_COUNT] = {
    [ORG_NAME] = {"Đơn vị", "Organisation"},
    [ORG_PLACE] = {"Thứ tự, dòng", "Order, line"},
};

/* Both blocks of the organisations from *at on; returns the first row of those drawn. */
static uint32_t write_orgs(struct drawing *d, uint32_t *at) {
    put_heads(d, ++*at, org_heads, ORG_COLUMNS, ORG_FORM);
    uint32_t counted = ++*at;
    for (int i = 0; i < (int)arrlen(d->orgs); i++) {
        put_org(d, (*at)++, i);
    }
    put_heads(d, ++*at, org_heads, ORG_COLUMNS, ORG_FORM);
    uint32_t first = ++*at;
    for (int k = 0; k < (int)arrlen(d->drawn); k++) {
        put_drawn(d, (*at)++, k, counted);
    }
    return first;
}

/* Writes both tables; returns the first row of the organisations drawn. */
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
    sheet_column(d->sheet, 1, GOAL_COLUMNS - 1, 12, false);
    uint32_t at = ROW_HEAD;
    put_heads(d, at++, goal_heads, GOAL_COLUMNS, GOAL_FORM);
    for (int k = 0; k < d->bars; k++) {
        put_goal(d, at++, k);
    }
    uint32_t first = d->org_spot.width > 0 ? write_orgs(d, &at) : at;
    struct area area = {ROW_TITLE, 0, at - 1, GOAL_COLUMNS - 1};
    sheet_print(d->sheet, area, ROW_TITLE, ROW_TITLE, 1, workbook_page(d->book));
    sheet_tab(d->sheet, COLOUR_GRID);
    sheet_hide(d->sheet);
    return first;
}

/* ---- the charts ---- */

static void draw_goals(const struct drawing *d) {
    struct chart_series series[FORM_COUNT + 3];
    int n = 0;
    enum language lang = d->book->lang;
    series[n++] = (struct chart_series){.name = goal_heads[GOAL_PLAN][lang],
                                        .column = GOAL_PLAN,
                                        .paper = COLOUR_WHITE,
                                        .line = 0xA6A6A6,
                                        .stored = d->shares[GOAL_PLAN]};
    for (int form = 0; form < FORM_COUNT; form++) {
        int column = GOAL_FORM + form;
        series[n++] = (struct chart_series){.name = form_name(d, form),
                                            .column = (uint16_t)column,
                                            .paper = form_paper[form],
                                            .line = 0x7F7F7F,
                                            .hatched = form == FORM_UNKNOWN,
                                            .stored = d->shares[column]};
    }
    for (int under = 1; under >= 0; under--) {
        series[n++] = (struct chart_series){.name = goal_heads[GOAL_TICK][lang],
                                            .column = GOAL_TICK,
                                            .mark = under != 0 ? MARK_HALO : MARK_TICK,
                                            .stored = d->shares[GOAL_TICK]};
    }
    struct chart chart = {
        .data = d->sheet,
        .first_row = ROW_FIRST,
        .categories = (uint16_t)d->bars,
        .column = GOAL_LABEL,
        .names = d->labels,
        .series = series,
        .series_count = n,
        .full = 1.2,
        .width = d->goal_spot.width,
        .height = d->goal_spot.height,
        .spoken = phrase(PHRASE_SHEET_GOALS_CHART_SPOKEN, lang),
    };
    sheet_chart(d->overview, d->goal_spot.row, d->goal_spot.column, &chart);
}

static void draw_orgs(const struct drawing *d, uint32_t first) {
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
        .categories = (uint16_t)arrlen(d->drawn),
        .column = ORG_NAME,
        .names = d->names,
        .series = series,
        .series_count = FORM_COUNT,
        .stacked = true,
        .width = d->org_spot.width,
        .height = d->org_spot.height,
        .spoken = phrase(PHRASE_SHEET_ORGS_CHART_SPOKEN, d->book->lang),
    };
    sheet_chart(d->overview, d->org_spot.row, d->org_spot.column, &chart);
}

/* ---- the way in ---- */

/* A heading at a column; the chart lies below it. */
static struct chart_spot place_chart(const struct overview *o, uint16_t first, uint16_t last,
                                     int rows, const char *heading) {
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    sheet_text(o->sheet, o->at, first, heading, &look);
    return (struct chart_spot){.row = o->at + 1,
                               .column = first,
                               .width = OVERVIEW_COLUMN_PIXELS * (last - first + 1),
                               .height = rows * ROW_POINTS / 0.75};
}

static const char *goals_heading(const struct drawing *d) {
    int all = (int)arrlen(d->goals);
    return d->bars == all
               ? phrase(PHRASE_SHEET_GOALS_CHART, d->book->lang)
               : workbook_phrase_numbers(d->book, PHRASE_SHEET_GOALS_CHART_SOME, d->bars, all);
}

static const char *orgs_heading(const struct drawing *d) {
    int drawn = (int)arrlen(d->drawn);
    return drawn == d->all_orgs
               ? phrase(PHRASE_SHEET_ORGS_CHART, d->book->lang)
               : workbook_phrase_numbers(d->book, PHRASE_SHEET_ORGS_CHART_SOME, drawn, d->all_orgs);
}

void overview_charts(struct overview *o) {
    enum { LEFT = 18, GAP = 1 };
    struct drawing *d = mem_alloc(sizeof *d);
    d->book = o->book;
    d->overview = o->sheet;
    o->book->drawing = d;
    choose(d);
    bool beside = d->all_orgs > 1;
    int most = beside && arrlen(d->drawn) > d->bars ? (int)arrlen(d->drawn) : d->bars;
    d->rows = most + AXIS_ROWS < CHART_ROWS ? most + AXIS_ROWS : CHART_ROWS;
    uint16_t last = OVERVIEW_COLUMNS - 1;
    if (d->bars > 0) {
        d->goal_spot = place_chart(o, 0, beside ? LEFT - 1 : last, d->rows, goals_heading(d));
    }
    if (beside) {
        d->org_spot = place_chart(o, d->bars > 0 ? LEFT + GAP : 0, last, d->rows, orgs_heading(d));
    }
    if (d->bars == 0 && !beside) {
        return;
    }
    sheet_height(o->sheet, o->at++, 22);
    for (int i = 0; i < d->rows; i++) {
        sheet_height(o->sheet, o->at++, ROW_POINTS);
    }
}

void workbook_charts(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Số liệu biểu đồ", "Chart data"};
    struct drawing *d = book->drawing;
    if (d->all_orgs > 0) {
        d->sheet = sheet_add(book->sheets, name[book->lang]);
        uint32_t first = write_numbers(d);
        draw_goals(d); /* no bars: no chart */
        if (d->org_spot.width > 0) {
            draw_orgs(d, first);
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
    arrfree(d->drawn);
    arrfree(d->labels);
    arrfree(d->names);
    mem_free(d);
    book->drawing = NULL;
}
