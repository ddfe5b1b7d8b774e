/* SPDX-License-Identifier: MIT */
/* Sheet "Đối chiếu": published figures recomputed, parts against wholes, targets assigned. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook_checks.h"

enum { ROW_BACK, ROW_TITLE, ROW_NOTE, ROW_FIRST = 4 };

/* One of the sheet's three tables: its heading and those of its columns. */
struct check_table {
    const char *heading[LANG_COUNT];
    const char *columns[CHECK_COUNT][LANG_COUNT];
};

#define NUMBER_HEAD                                                                                \
    { "STT", "No." }
#define ORG_HEAD                                                                                   \
    { "Đơn vị", "Organisation" }
#define NAME_HEAD                                                                                  \
    { "Chỉ tiêu", "Indicator" }
#define VERDICT_HEAD                                                                               \
    { "Kết luận", "Verdict" }

static const struct check_table claims_table = {
    {"I. Số đã công bố, tính lại", "I. Published figures recomputed"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Nói về", "What is said"},
     {"Đã công bố", "Published"},
     {"Tính lại", "Computed"},
     VERDICT_HEAD,
     {"Tệp, dòng", "File, line"}},
};
static const struct check_table parts_table = {
    {"II. Các phần so với tổng", "II. Parts against the whole"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Của", "Of"},
     {"Các phần cộng", "Parts together"},
     {"Tổng", "Whole"},
     VERDICT_HEAD,
     {"", ""}},
};
static const struct check_table allocations_table = {
    {"III. Kế hoạch giao cho các đơn vị", "III. Targets assigned to members"},
    {NUMBER_HEAD,
     ORG_HEAD,
     NAME_HEAD,
     {"Số đơn vị được giao", "Members with a target"},
     {"Đã giao", "Assigned"},
     {"Kế hoạch chung", "Target of the whole"},
     VERDICT_HEAD,
     {"", ""}},
};

/* ---- what the lines share ---- */

const char *checks_cell(const struct checks *checks, enum check_column column) {
    return formula_cell(checks->book, checks->at, (uint16_t)column, false);
}

bool checks_same(struct ratio a, struct ratio b) {
    return ratio_valid(a) && ratio_valid(b) && ratio_cmp(a, b) == 0;
}

bool checks_clear(struct ratio a, struct ratio b) {
    struct ratio off = ratio_sub(a, b);
    struct ratio least = ratio_of(1, 100000);
    struct ratio below = ratio_sub(ratio_int(0), least);
    return ratio_valid(off) &&
           (ratio_sign(off) == 0 || ratio_cmp(off, least) > 0 || ratio_cmp(off, below) < 0);
}

const char *checks_target(const struct row *row) {
    bool grows = row->bounds.kind == TARGET_GROW;
    return data_name(grows ? M_STATED : row->ceiling ? M_HIGH : M_LOW);
}

const char *checks_verdict(const struct checks *checks, const char *formula) {
    return FORMULA(checks->book, "IF(OR({0}=\"\",{1}=\"\"),\"{2}\",{3})",
                   checks_cell(checks, CHECK_FIRST), checks_cell(checks, CHECK_SECOND),
                   verdict_label(VERDICT_UNCHECKED, checks->book->lang), formula);
}

/* ---- lines ---- */

/* A table of so many lines; one of none has no heads. */
static void begin_table(struct checks *checks, const struct check_table *table, size_t lines) {
    static const struct look heading = {.size = 13, .bold = true, .ink = COLOUR_NAVY};
    enum language lang = checks->book->lang;
    checks->number = 0;
    sheet_text(checks->sheet, checks->at, 0, table->heading[lang], &heading);
    sheet_height(checks->sheet, checks->at, 22);
    checks->at++;
    for (uint16_t c = 0; lines > 0 && c < (uint16_t)CHECK_COUNT; c++) {
        if (table->columns[c][lang][0] != '\0') {
            sheet_text(checks->sheet, checks->at, c, table->columns[c][lang], &table_head);
        }
    }
    if (lines > 0) {
        sheet_height(checks->sheet, checks->at++, 32);
    }
}

static void end_table(struct checks *checks) {
    static const struct look none = {.italic = true, .ink = COLOUR_MUTED, .indent = 1};
    static const char *const nothing[LANG_COUNT] = {"Không có gì để đối chiếu.",
                                                    "Nothing to reconcile."};
    if (checks->number == 0) {
        sheet_text(checks->sheet, checks->at, CHECK_ORG, nothing[checks->book->lang], &none);
        checks->at++;
    }
    checks->at++;
}

/* What no cell of the data gives is set apart: no correction there changes it. */
static void put_figure(const struct checks *checks, uint16_t column,
                       const struct check_figure *figure, bool given) {
    struct look look = {.border = COLOUR_GRID, .align = ALIGN_RIGHT, .shrink = true};
    look.number = figure->text == NULL ? figure->code : NULL;
    look.italic = !given && figure->formula == NULL;
    look.ink = look.italic ? COLOUR_MUTED : 0;
    double value = figure->value.known ? ratio_double(figure->value.value) : 0;
    if (figure->text != NULL && figure->formula != NULL) {
        sheet_formula_text(checks->sheet, checks->at, column, figure->formula, figure->text, &look);
    } else if (figure->text != NULL || !figure->value.known) {
        sheet_text(checks->sheet, checks->at, column, figure->text, &look);
    } else if (figure->formula == NULL) {
        sheet_number(checks->sheet, checks->at, column, value, &look);
    } else {
        sheet_formula_number(checks->sheet, checks->at, column, figure->formula, value, &look);
    }
}

static int most(int a, int b) {
    return a > b ? a : b;
}

/* How many lines the longest of its texts takes. */
static int lines_of(const struct checks *checks, const struct check_line *line) {
    enum {
        ORG_CHARACTERS = 19,
        NAME_CHARACTERS = 33,
        WHAT_CHARACTERS = 24,
        VERDICT_CHARACTERS = 18,
        PLACE_CHARACTERS = 31
    };
    const struct org *org = &checks->book->card->book->orgs[line->org];
    int lines = text_lines(org_name(org, checks->book->lang), ORG_CHARACTERS);
    lines = most(lines, text_lines(line->name, NAME_CHARACTERS));
    lines = most(lines, text_lines(line->what, WHAT_CHARACTERS));
    lines = most(lines, text_lines(line->verdict, VERDICT_CHARACTERS));
    return line->place == NULL ? lines : most(lines, text_lines(line->place, PLACE_CHARACTERS));
}

void checks_line_put(struct checks *checks, const struct check_line *line) {
    static const struct look text = {.border = COLOUR_GRID, .wrap = true, .indent = 1};
    static const struct look number = {.border = COLOUR_GRID, .align = ALIGN_CENTRE};
    static const struct look place = {
        .size = 10, .border = COLOUR_GRID, .wrap = true, .indent = 1, .ink = COLOUR_MUTED};
    struct workbook *book = checks->book;
    struct sheet *sheet = checks->sheet;
    const struct org *org = &book->card->book->orgs[line->org];
    sheet_number(sheet, checks->at, CHECK_NUMBER, ++checks->number, &number);
    sheet_text(sheet, checks->at, CHECK_ORG, org_name(org, book->lang), &text);
    sheet_text(sheet, checks->at, CHECK_NAME, line->name, &text);
    sheet_text(sheet, checks->at, CHECK_WHAT, line->what, &text);
    put_figure(checks, CHECK_FIRST, &line->first, line->given);
    put_figure(checks, CHECK_SECOND, &line->second, false);
    if (line->verdict_formula != NULL) {
        sheet_formula_text(sheet, checks->at, CHECK_VERDICT, line->verdict_formula, line->verdict,
                           &text);
    } else {
        sheet_text(sheet, checks->at, CHECK_VERDICT, line->verdict, &text);
    }
    if (line->place != NULL) {
        sheet_text(sheet, checks->at, CHECK_PLACE, line->place, &place);
    }
    sheet_height(sheet, checks->at, lines_of(checks, line) * 15.5 + 9);
    checks->at++;
    workbook_line_done(book);
}

/* ---- the sheet ---- */

static void write_head(struct checks *checks) {
    static const double widths[CHECK_COUNT] = {5.5, 20, 34, 26, 15, 15, 20, 27};
    static const char *const titles[LANG_COUNT] = {"ĐỐI CHIẾU SỐ LIỆU", "RECONCILIATION"};
    static const char *const notes[LANG_COUNT] = {
        "Số tính lại lấy từ trang Nhập số: sửa số ở đó thì kết luận ở đây đổi theo; số in nghiêng "
        "do chương trình tính (số của ngày khác, hay không có dòng ở đó), không đổi theo.",
        "Figures are computed from sheet Enter figures: what is corrected there changes the "
        "verdicts here; "
        "those in italics (of another day, or without a line there) do not follow.",
    };
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    enum language lang = checks->book->lang;
    for (uint16_t c = 0; c < (uint16_t)CHECK_COUNT; c++) {
        sheet_column(checks->sheet, c, c, widths[c], false);
        sheet_text(checks->sheet, ROW_TITLE, c, c == 0 ? titles[lang] : "", &title);
    }
    sheet_merge(checks->sheet, (struct area){ROW_NOTE, 0, ROW_NOTE, CHECK_COUNT - 1}, notes[lang],
                &note);
    sheet_height(checks->sheet, ROW_NOTE, 30);
    sheet_height(checks->sheet, ROW_TITLE, 26);
}

/* Colours follow the word. */
static void write_colours(struct checks *checks) {
    static const enum status_form forms[] = {
        [VERDICT_AGREES] = FORM_WELL,     [VERDICT_CUT] = FORM_CARE,
        [VERDICT_DIFFERS] = FORM_BAD,     [VERDICT_UNCHECKED] = FORM_UNKNOWN,
        [VERDICT_EQUAL] = FORM_WELL,      [VERDICT_ABOVE] = FORM_BAD,
        [VERDICT_PARTIAL] = FORM_UNKNOWN, [VERDICT_SHORT] = FORM_CARE,
        [VERDICT_ALLOCATED] = FORM_WELL,  [VERDICT_OVER] = FORM_CARE,
    };
    static_assert(sizeof forms / sizeof forms[0] == VERDICT_COUNT, "a form for each verdict");
    char cell[CELL_NAME];
    cell_name(ROW_FIRST, CHECK_VERDICT, false, true, cell);
    struct area area = {ROW_FIRST, CHECK_VERDICT, checks->at, CHECK_VERDICT};
    for (int verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        const char *label = verdict_label((enum verdict)verdict, checks->book->lang);
        const char *formula = FORMULA(checks->book, "={0}=\"{1}\"", cell, label);
        if (verdict == VERDICT_UNCHECKED) { /* the reason stands behind it */
            formula =
                FORMULA(checks->book, "=LEFT({0},{2})=\"{1}\"", cell, label,
                        formula_int(checks->book, (int64_t)text_length(label, strlen(label))));
        }
        sheet_highlight(checks->sheet, area, formula, status_look(forms[verdict]));
    }
}

void workbook_checks(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Đối chiếu", "Reconciliation"};
    static const char *const what[LANG_COUNT] = {
        "Số đã công bố, các phần so với tổng, kế hoạch giao cho đơn vị",
        "Published figures, parts against wholes, targets assigned to members"};
    const struct scorecard *card = book->card;
    struct checks checks = {.book = book, .at = ROW_FIRST};
    bool any = arrlenu(card->claims) + arrlenu(card->parts) + arrlenu(card->allocations) > 0;
    if (!any && book->style->sheets == 0) {
        return; /* a sheet that says three times that there is nothing */
    }
    checks.sheet = workbook_sheet_add(book, name[book->lang], what[book->lang]);
    write_head(&checks);
    begin_table(&checks, &claims_table, arrlenu(card->claims));
    for (size_t i = 0; i < arrlenu(card->claims); i++) {
        checks_claim(&checks, &card->claims[i]);
    }
    end_table(&checks);
    begin_table(&checks, &parts_table, arrlenu(card->parts));
    for (size_t i = 0; i < arrlenu(card->parts); i++) {
        checks_part(&checks, &card->parts[i]);
    }
    end_table(&checks);
    begin_table(&checks, &allocations_table, arrlenu(card->allocations));
    for (size_t i = 0; i < arrlenu(card->allocations); i++) {
        checks_allocation(&checks, &card->allocations[i]);
    }
    end_table(&checks);
    write_colours(&checks);
    sheet_print(checks.sheet, (struct area){ROW_TITLE, 0, checks.at - 1, CHECK_COUNT - 1},
                ROW_TITLE, ROW_NOTE, 1, workbook_page(book));
    workbook_way_back(book, checks.sheet, ROW_BACK, 0);
    sheet_fit_screen(checks.sheet, 0, CHECK_COUNT - 1);
    sheet_tab(checks.sheet, COLOUR_BAR);
}
