/* SPDX-License-Identifier: MIT */
/* Sheet "Tổng quan", the whole on one page: title, counts, organisations. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "phrase.h"
#include "text.h"
#include "words.h"
#include "workbook_overview.h"
#include "workbook_wall.h"

enum { ROW_TITLE, ROW_SUBTITLE, ROW_GAP, ROW_COUNT, ROW_LABEL, ROW_REPORTED, ROW_FIRST };
enum { LAST_COLUMN = OVERVIEW_COLUMNS - 1 };

uint32_t overview_counts_row(void) {
    return ROW_COUNT;
}

struct area overview_area(uint32_t row, struct column_span span) {
    return (struct area){row, span.first, row, span.last};
}

/* ---- head ---- */

static void count_orgs(struct overview *o) {
    const struct scorecard *card = o->book->card;
    o->first = NONE;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        bool again = i > 0 && card->rows[i - 1].org == card->rows[i].org;
        o->first = o->first == NONE ? card->rows[i].org : o->first;
        o->orgs += !again;
    }
}

static const char *orgs_text(const struct overview *o) {
    enum { MOST_NAMED = 3, NAME_COLUMNS = 80 };
    struct workbook *book = o->book;
    const struct scorecard *card = book->card;
    if (o->orgs > MOST_NAMED) {
        return workbook_phrase_number(book, PHRASE_SHEET_ORGS, o->orgs);
    }
    const char *text = "";
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (i == 0 || card->rows[i - 1].org != card->rows[i].org) {
            const char *name = org_name(&card->book->orgs[card->rows[i].org], book->lang);
            text = workbook_text(book, "%s%s%s", text, i > 0 ? ", " : "",
                                 workbook_cut(book, name, NAME_COLUMNS));
        }
    }
    return text;
}

/* " · thời gian đã qua 50,0%" where all goals have come as far, else nothing. */
static const char *elapsed_text(const struct overview *o) {
    const struct scorecard *card = o->book->card;
    struct result all = {false, {0, 0}};
    char percent[PRINTED_TEXT];
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        struct result one = quantity_result(card->rows[i].is[M_ELAPSED]);
        if (one.known && all.known && ratio_cmp(one.value, all.value) != 0) {
            return "";
        }
        all = one.known ? one : all;
    }
    if (!all.known) {
        return "";
    }
    percent_print(all.value, NULL, 0, o->book->lang, percent);
    return BOOK_PHRASE(o->book, PHRASE_SHEET_ELAPSED, percent);
}

/* "30/06/2024", or "từ … đến …" where the organisations' figures end on different days. */
static const char *days_text(const struct overview *o) {
    const struct scorecard *card = o->book->card;
    struct date first = {0, 0, 0};
    struct date last = {0, 0, 0};
    char from[DATE_TEXT];
    char to[DATE_TEXT];
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (i > 0 && card->rows[i - 1].org == card->rows[i].org) {
            continue;
        }
        struct date day = workbook_figures_day(o->book, card->rows[i].org);
        if (!date_known(day)) {
            continue;
        }
        first = !date_known(first) || date_cmp(day, first) < 0 ? day : first;
        last = date_cmp(day, last) > 0 ? day : last;
    }
    if (!date_known(last)) {
        return "";
    }
    print_date(first, o->book->lang, from);
    print_date(last, o->book->lang, to);
    if (date_cmp(first, last) == 0) {
        return BOOK_PHRASE(o->book, PHRASE_SHEET_FIGURES_TO, to);
    }
    return BOOK_PHRASE(o->book, PHRASE_SHEET_FIGURES_FROM, from, to);
}

static const char *year_text(const struct overview *o) {
    const struct scorecard *card = o->book->card;
    int first = 0;
    int last = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        int year = card->rows[i].year;
        first = first == 0 || year < first ? year : first;
        last = year > last ? year : last;
    }
    if (first == 0) {
        return "";
    }
    return workbook_phrase_numbers(o->book, first == last ? PHRASE_SHEET_YEAR : PHRASE_SHEET_YEARS,
                                   first, last);
}

static void write_title(const struct overview *o) {
    static const char *const titles[LANG_COUNT] = {
        "TỔNG QUAN CHỈ TIÊU KINH TẾ TẬP THỂ, HỢP TÁC XÃ",
        "OVERVIEW: COLLECTIVE ECONOMY AND COOPERATIVES",
    };
    static const struct look title = {.size = 19, .bold = true, .ink = COLOUR_NAVY};
    static const struct look year = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .align = ALIGN_RIGHT};
    static const struct look under = {.ink = COLOUR_MUTED, .rule = COLOUR_NAVY};
    static const struct look notice = {.size = 12, .bold = true, .shrink = true, .ink = 0xC00000};
    static const char *const at_export[LANG_COUNT] = {" (lúc xuất)", " (at export)"};
    enum { YEAR_COLUMN = 24 };
    struct area area = {ROW_SUBTITLE, 0, ROW_SUBTITLE, LAST_COLUMN};
    const char *subtitle = o->orgs == 0 ? phrase(PHRASE_NO_ROWS, o->book->lang)
                                        : workbook_text(o->book, "%s%s%s", orgs_text(o),
                                                        days_text(o), elapsed_text(o));
    sheet_column(o->sheet, 0, LAST_COLUMN, (OVERVIEW_COLUMN_PIXELS - 5) / 7.0, false);
    sheet_merge(o->sheet, (struct area){ROW_TITLE, 0, ROW_TITLE, YEAR_COLUMN - 1},
                titles[o->book->lang], &title);
    sheet_merge(o->sheet, (struct area){ROW_TITLE, YEAR_COLUMN, ROW_TITLE, LAST_COLUMN},
                year_text(o), &year);
    sheet_merge(o->sheet, area, o->orgs == 0 ? subtitle : "", &under);
    if (o->orgs > 0) {
        sheet_formula_text(o->sheet, ROW_SUBTITLE, 0,
                           FORMULA(o->book, "{0}&IF(NS_DA_SUA+NS_SAI>0,\"{1}\",\"\")",
                                   formula_words(o->book, subtitle), at_export[o->book->lang]),
                           subtitle, &under);
        workbook_line_done(o->book);
    }
    sheet_height(o->sheet, ROW_TITLE, 28);
    sheet_height(o->sheet, ROW_SUBTITLE, 20);
    const char *filtered = workbook_extract(o->book, PHRASE_SHEET_FILTERED);
    if (filtered[0] != '\0') {
        sheet_merge(o->sheet, (struct area){ROW_GAP, 0, ROW_GAP, LAST_COLUMN}, filtered, &notice);
    }
    sheet_height(o->sheet, ROW_GAP, filtered[0] != '\0' ? 20 : 6);
}

/* ---- tiles ---- */

/* How many goals of an organisation (NONE: of all) have a status of this form (FORM_COUNT: any). */
static int count_goals(const struct scorecard *card, int32_t org, int form) {
    int count = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        bool wanted = form == FORM_COUNT || (int)status_form(row->status) == form;
        count += row->goal && wanted && (org == NONE ? !row->covered : row->org == org);
    }
    return count;
}

/* The tiles share the width of the sheet: where the i-th begins. */
static uint16_t tile_column(int i) {
    enum { TILES = FORM_COUNT + 1 };
    return (uint16_t)((LAST_COLUMN + 1) * i / TILES);
}

static void write_tile(const struct overview *o, int place, int form) {
    uint16_t column = tile_column(place);
    struct look count = {.size = 26, .bold = true, .align = ALIGN_CENTRE};
    count.paper =
        form == FORM_COUNT ? (uint32_t)COLOUR_HEAD : status_look((enum status_form)form)->paper;
    count.ink =
        form == FORM_COUNT ? (uint32_t)COLOUR_NAVY : status_look((enum status_form)form)->ink;
    count.border = count.paper == COLOUR_WHITE ? COLOUR_GRID : COLOUR_WHITE;
    count.number = "0";
    struct look label = count;
    label.size = 12;
    uint16_t last = (uint16_t)(tile_column(place + 1) - 1);
    const char *symbol = form == FORM_COUNT ? "" : form_symbol((enum status_form)form);
    const char *text = form == FORM_COUNT
                           ? phrase(PHRASE_SHEET_ALL_GOALS, o->book->lang)
                           : workbook_text(o->book, "%s %s", symbol,
                                           form_label((enum status_form)form, o->book->lang));
    int goals = count_goals(o->book->card, NONE, form);
    sheet_merge(o->sheet, (struct area){ROW_COUNT, column, ROW_COUNT, last}, "", &count);
    sheet_merge(o->sheet, (struct area){ROW_LABEL, column, ROW_LABEL, last}, text, &label);
    if (o->orgs == 0) {
        sheet_number(o->sheet, ROW_COUNT, column, goals, &count);
        return;
    }
    const char *formula =
        form == FORM_COUNT ? "SUM(DL_TINH_CHUNG)"
                           : FORMULA(o->book, "SUMIF(DL_DANH_GIA,\"{0}*\",DL_TINH_CHUNG)", symbol);
    sheet_formula_number(o->sheet, ROW_COUNT, column, formula, goals, &count);
}

static void write_tiles(const struct overview *o) {
    write_tile(o, 0, FORM_COUNT);
    for (int form = 0; form < FORM_COUNT; form++) {
        write_tile(o, form + 1, form);
    }
    sheet_height(o->sheet, ROW_COUNT, 40);
    sheet_height(o->sheet, ROW_LABEL, 24);
}

/* Of the goals of all, how many have a figure, need the meeting, and are not due. */
struct totals {
    int goals;
    int reported;
    int urgent;
    int not_due;
};

static struct totals totals_of(const struct scorecard *card) {
    struct totals totals = {0};
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (row->goal && !row->covered) {
            totals.goals++;
            totals.reported += row->has_actual;
            totals.urgent += status_is_urgent(row->status);
            totals.not_due += row->status == STATUS_NOT_DUE;
        }
    }
    return totals;
}

/* "Đã có số thực hiện: 12/20 chỉ tiêu · cần cuộc họp bàn: 5 · …", counted by the sheet. */
static void write_reported(const struct overview *o) {
    static const char *const patterns[] = {
        "\"&SUMPRODUCT((DL_TINH_CHUNG=1)*(DL_TH<>\"\"))&\"/\"&SUM(DL_TINH_CHUNG)&\"",
        "\"&COUNTIF(DL_THU_TU,\"<{0}\")&\"",
        "\"&SUMIF(DL_MA_DANH_GIA,\"{1}\",DL_TINH_CHUNG)&\"",
    };
    static const struct look look = {.italic = true, .ink = COLOUR_MUTED};
    struct workbook *book = o->book;
    struct totals totals = totals_of(book->card);
    const char *counted[3];
    for (int i = 0; i < 3; i++) {
        counted[i] = FORMULA(book, patterns[i], formula_urgent(book), status_key(STATUS_NOT_DUE));
    }
    sheet_merge(o->sheet, (struct area){ROW_REPORTED, 0, ROW_REPORTED, LAST_COLUMN}, "", &look);
    sheet_height(o->sheet, ROW_REPORTED, 18);
    if (o->orgs > 0) {
        sheet_formula_text(
            o->sheet, ROW_REPORTED, 0,
            FORMULA(book, "\"{0}\"&{1}",
                    BOOK_PHRASE(book, PHRASE_SHEET_REPORTED, counted[0], counted[1], counted[2]),
                    formula_typed(book)),
            BOOK_PHRASE(book, PHRASE_SHEET_REPORTED,
                        workbook_text(book, "%d/%d", totals.reported, totals.goals),
                        formula_int(book, totals.urgent), formula_int(book, totals.not_due)),
            &look);
    }
    workbook_line_done(book);
}

/* ---- lists ---- */

void overview_columns(struct overview *o, const struct column_span spans[], int n) {
    for (int i = 0; i < n; i++) {
        sheet_merge(o->sheet, overview_area(o->at, spans[i]), spans[i].heading[o->book->lang],
                    &table_head);
    }
    sheet_height(o->sheet, o->at, 20);
    o->at++;
}

void overview_heading(struct overview *o, const char *text) {
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    sheet_text(o->sheet, o->at, 0, text, &look);
    sheet_height(o->sheet, o->at, 24);
    o->at++;
}

void workbook_overview(struct workbook *book, struct sheet *sheet) {
    struct overview o = {.book = book, .sheet = sheet, .at = ROW_FIRST};
    count_orgs(&o);
    write_title(&o);
    write_tiles(&o);
    write_reported(&o);
    overview_charts(&o);
    overview_goals(&o);
    sheet_print_one_page(sheet, (struct area){ROW_TITLE, 0, o.at - 1, LAST_COLUMN},
                         workbook_page(book));
    sheet_tab(sheet, 0xC00000);
}
