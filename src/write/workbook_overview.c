/* Sheet "Tổng quan", the whole on one page: title, counts, organisations. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "buffer.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "workbook_overview.h"

enum { ROW_TITLE, ROW_SUBTITLE, ROW_GAP, ROW_COUNT, ROW_LABEL, ROW_REPORTED, ROW_FIRST = 7 };
enum { COLUMNS = 24, LAST_COLUMN = COLUMNS - 1, TILE_COLUMNS = 4, FEW_ORGS = 12 };

bool overview_counts(const struct row *row) {
    return row->goal;
}

struct area overview_area(uint32_t row, struct span span) {
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
    enum { MOST_NAMED = 3 };
    struct workbook *book = o->book;
    const struct scorecard *card = book->card;
    if (o->orgs > MOST_NAMED) {
        return workbook_text(book, book->lang == LANG_VI ? "%d đơn vị" : "%d organisations",
                             o->orgs);
    }
    const char *text = "";
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (i == 0 || card->rows[i - 1].org != card->rows[i].org) {
            const char *name = org_name(&card->book->orgs[card->rows[i].org], book->lang);
            text = workbook_text(book, "%s%s%s", text, i > 0 ? ", " : "", name);
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
        struct result one = quantity_result(card->rows[i].elapsed);
        if (one.known && all.known && ratio_cmp(one.value, all.value) != 0) {
            return "";
        }
        all = one.known ? one : all;
    }
    if (!all.known) {
        return "";
    }
    percent_print(all.value, NULL, 0, o->book->lang, percent);
    bool vi = o->book->lang == LANG_VI;
    return workbook_text(o->book, vi ? " · thời gian đã qua %s" : " · %s of the year gone",
                         percent);
}

/* "30/06/2024", or "từ … đến …" where the rows are seen from different days. */
static const char *days_text(const struct overview *o) {
    const struct scorecard *card = o->book->card;
    struct date first = {0, 0, 0};
    struct date last = {0, 0, 0};
    char from[DATE_TEXT];
    char to[DATE_TEXT];
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        struct date day = card->rows[i].as_of;
        first = !date_known(first) || date_cmp(day, first) < 0 ? day : first;
        last = date_cmp(day, last) > 0 ? day : last;
    }
    bool vi = o->book->lang == LANG_VI;
    print_date(first, o->book->lang, from);
    print_date(last, o->book->lang, to);
    if (date_cmp(first, last) == 0) {
        return workbook_text(o->book, vi ? " · số liệu đến %s" : " · figures up to %s", to);
    }
    return workbook_text(o->book,
                         vi ? " · số liệu đến %s – %s, tùy đơn vị"
                            : " · figures up to %s – %s, by organisation",
                         from, to);
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
    bool vi = o->book->lang == LANG_VI;
    if (first == 0) {
        return "";
    }
    return first == last
               ? workbook_text(o->book, vi ? "NĂM %d" : "YEAR %d", last)
               : workbook_text(o->book, vi ? "NĂM %d – %d" : "YEARS %d – %d", first, last);
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
    enum { YEAR_COLUMN = 19 };
    struct area area = {ROW_SUBTITLE, 0, ROW_SUBTITLE, LAST_COLUMN};
    const char *subtitle = o->orgs == 0 ? phrase(PHRASE_NO_ROWS, o->book->lang)
                                        : workbook_text(o->book, "%s%s%s", orgs_text(o),
                                                        days_text(o), elapsed_text(o));
    sheet_column(o->sheet, 0, LAST_COLUMN, 5.6, false);
    sheet_merge(o->sheet, (struct area){ROW_TITLE, 0, ROW_TITLE, YEAR_COLUMN - 1},
                titles[o->book->lang], &title);
    sheet_merge(o->sheet, (struct area){ROW_TITLE, YEAR_COLUMN, ROW_TITLE, LAST_COLUMN},
                year_text(o), &year);
    sheet_merge(o->sheet, area, subtitle, &under);
    sheet_height(o->sheet, ROW_TITLE, 30);
    sheet_height(o->sheet, ROW_SUBTITLE, 22);
    sheet_height(o->sheet, ROW_GAP, 8);
}

/* ---- tiles ---- */

static const char *const form_labels[FORM_COUNT][LANG_COUNT] = {
    [FORM_DONE] = {"Đạt, vượt", "Met, exceeded"},
    [FORM_WELL] = {"Đúng tiến độ", "On track"},
    [FORM_CARE] = {"Cần chú ý", "Needs attention"},
    [FORM_BAD] = {"Chậm, không đạt", "Behind, missed"},
    [FORM_UNKNOWN] = {"Chưa có số", "No figure"},
};

/* How many goals of an organisation (NONE: of all) have a status of this form (FORM_COUNT: any). */
static int count_goals(const struct scorecard *card, int32_t org, int form) {
    int count = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        bool wanted = form == FORM_COUNT || (int)status_form(row->status) == form;
        count += overview_counts(row) && wanted && (org == NONE || row->org == org);
    }
    return count;
}

static void write_tile(const struct overview *o, uint16_t column, int form) {
    struct look count = {.size = 26, .bold = true, .align = ALIGN_CENTRE};
    count.paper =
        form == FORM_COUNT ? (uint32_t)COLOUR_HEAD : status_look((enum status_form)form)->paper;
    count.ink =
        form == FORM_COUNT ? (uint32_t)COLOUR_NAVY : status_look((enum status_form)form)->ink;
    count.border = COLOUR_WHITE;
    count.number = "0";
    struct look label = count;
    label.size = 12;
    uint16_t last = (uint16_t)(column + TILE_COLUMNS - 1);
    const char *symbol = form == FORM_COUNT ? "" : form_symbol((enum status_form)form);
    bool vi = o->book->lang == LANG_VI;
    const char *text = form == FORM_COUNT ? (vi ? "Tổng số chỉ tiêu" : "Goals")
                                          : workbook_text(o->book, "%s %s", symbol,
                                                          form_labels[form][o->book->lang]);
    int goals = count_goals(o->book->card, NONE, form);
    sheet_merge(o->sheet, (struct area){ROW_COUNT, column, ROW_COUNT, last}, "", &count);
    sheet_merge(o->sheet, (struct area){ROW_LABEL, column, ROW_LABEL, last}, text, &label);
    if (o->orgs == 0) {
        sheet_number(o->sheet, ROW_COUNT, column, goals, &count);
        return;
    }
    const char *formula =
        form == FORM_COUNT ? "SUM(DL_TINH)"
                           : workbook_text(o->book, "SUMIF(DL_DANH_GIA,\"%s*\",DL_TINH)", symbol);
    sheet_formula_number(o->sheet, ROW_COUNT, column, formula, goals, &count);
}

static void write_tiles(const struct overview *o) {
    write_tile(o, 0, FORM_COUNT);
    for (int form = 0; form < FORM_COUNT; form++) {
        write_tile(o, (uint16_t)(TILE_COLUMNS * (form + 1)), form);
    }
    sheet_height(o->sheet, ROW_COUNT, 40);
    sheet_height(o->sheet, ROW_LABEL, 24);
}

/* "Đã có số thực hiện: 12/20 chỉ tiêu", counted by the sheet. */
static void write_reported(const struct overview *o) {
    static const struct look look = {.italic = true, .ink = COLOUR_MUTED};
    struct area area = {ROW_REPORTED, 0, ROW_REPORTED, LAST_COLUMN};
    const struct scorecard *card = o->book->card;
    bool vi = o->book->lang == LANG_VI;
    const char *before = vi ? "Đã có số thực hiện: " : "Goals with a figure: ";
    const char *after = vi ? " chỉ tiêu" : "";
    int reported = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        reported += overview_counts(&card->rows[i]) && card->rows[i].has_actual;
    }
    sheet_merge(o->sheet, area, "", &look);
    sheet_height(o->sheet, ROW_REPORTED, 20);
    if (o->orgs > 0) {
        sheet_formula_text(
            o->sheet, ROW_REPORTED, 0,
            workbook_text(o->book,
                          "\"%s\"&SUMPRODUCT((DL_TINH=1)*(DL_TH<>\"\"))&\"/\"&SUM(DL_TINH)&\"%s\"",
                          before, after),
            workbook_text(o->book, "%s%d/%d%s", before, reported,
                          count_goals(card, NONE, FORM_COUNT), after),
            &look);
    }
}

/* ---- lists ---- */

void overview_columns(struct overview *o, const struct span spans[], int n) {
    static const struct look look = {.size = 11,
                                     .bold = true,
                                     .wrap = true,
                                     .align = ALIGN_CENTRE,
                                     .paper = COLOUR_HEAD,
                                     .border = COLOUR_GRID};
    for (int i = 0; i < n; i++) {
        sheet_merge(o->sheet, overview_area(o->at, spans[i]), spans[i].heading[o->book->lang],
                    &look);
    }
    sheet_height(o->sheet, o->at, 32);
    o->at++;
}

void overview_heading(struct overview *o, const char *text) {
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    sheet_text(o->sheet, o->at, 0, text, &look);
    sheet_height(o->sheet, o->at, 24);
    o->at++;
}

/* ---- organisations ---- */

static const struct span org_spans[] = {
    {0, 8, {"Đơn vị", "Organisation"}},
    {9, 11, {"Số liệu đến", "Figures up to"}},
    {12, 13, {"Chỉ tiêu", "Goals"}},
    {14, 15, {"■", "■"}},
    {16, 17, {"▲", "▲"}},
    {18, 19, {"●", "●"}},
    {20, 21, {"▼", "▼"}},
    {22, 23, {"○", "○"}},
};

enum { ORG_SPANS = sizeof org_spans / sizeof org_spans[0], ORG_COUNTS = 2 };

/* MATCH and SUMIF ignore case, so ids that differ only in case cannot be told apart. */
static bool id_is_alone(const struct book *book, int32_t org) {
    for (int32_t i = 0; i < (int32_t)arrlen(book->orgs); i++) {
        if (i != org && strcasecmp(book->orgs[i].id, book->orgs[org].id) == 0) {
            return false;
        }
    }
    return true;
}

static void put_org_counts(const struct overview *o, int32_t org) {
    static const struct look look = {
        .border = COLOUR_GRID, .align = ALIGN_CENTRE, .number = "0;-0;\"–\""};
    struct workbook *book = o->book;
    const char *id = book->card->book->orgs[org].id;
    for (int i = 0; i <= FORM_COUNT; i++) {
        int form = i == 0 ? (int)FORM_COUNT : i - 1;
        struct span span = org_spans[ORG_COUNTS + i];
        int count = count_goals(book->card, org, form);
        const char *formula =
            form == FORM_COUNT
                ? workbook_text(book, "SUMIF(DL_KHOA,\"%s|*\",DL_TINH)", id)
                : workbook_text(book, "SUMIFS(DL_TINH,DL_KHOA,\"%s|*\",DL_DANH_GIA,\"%s*\")", id,
                                form_symbol((enum status_form)form));
        sheet_merge(o->sheet, overview_area(o->at, span), "", &look);
        if (id_is_alone(book->card->book, org)) {
            sheet_formula_number(o->sheet, o->at, span.first, formula, count, &look);
        } else {
            sheet_number(o->sheet, o->at, span.first, count, &look);
        }
    }
}

static void write_orgs(struct overview *o) {
    static const char *const heading[LANG_COUNT] = {"Số chỉ tiêu của từng đơn vị",
                                                    "Goals of each organisation"};
    enum { NAME_CHARACTERS = 59 };
    static const struct look text = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    static const struct look centre = {.border = COLOUR_GRID, .align = ALIGN_CENTRE};
    struct workbook *book = o->book;
    const struct scorecard *card = book->card;
    char date[DATE_TEXT];
    overview_heading(o, heading[book->lang]);
    overview_columns(o, org_spans, ORG_SPANS);
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        if (i > 0 && row[-1].org == row->org) {
            continue;
        }
        const char *name = org_name(&card->book->orgs[row->org], book->lang);
        sheet_merge(o->sheet, overview_area(o->at, org_spans[0]), name, &text);
        sheet_merge(o->sheet, overview_area(o->at, org_spans[1]),
                    print_date(row->as_of, book->lang, date), &centre);
        put_org_counts(o, row->org);
        sheet_height(o->sheet, o->at, text_lines(name, NAME_CHARACTERS) * 15.5 + 4.5);
        o->at++;
    }
    o->at++;
}

void workbook_overview(struct workbook *book, struct sheet *sheet) {
    struct overview o = {.book = book, .sheet = sheet, .at = ROW_FIRST};
    count_orgs(&o);
    write_title(&o);
    write_tiles(&o);
    write_reported(&o);
    bool few = o.orgs > 1 && o.orgs <= FEW_ORGS;
    if (few) {
        write_orgs(&o);
    }
    overview_goals(&o);
    if (o.orgs > FEW_ORGS) {
        write_orgs(&o);
    }
    sheet_print(sheet, (struct area){ROW_TITLE, 0, o.at - 1, LAST_COLUMN}, ROW_TITLE, ROW_SUBTITLE,
                1, workbook_page(book));
    sheet_tab(sheet, 0xC00000);
}
