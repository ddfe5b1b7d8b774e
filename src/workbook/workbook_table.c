/* SPDX-License-Identifier: MIT */
/* The official table of one organisation: head, sections, lines, notes. */
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "typeface.h"
#include "workbook_table.h"

/* Indicators of one heading. */
struct section {
    const char *group; /* as the indicators write it, or NULL: no heading */
    int *rows;         /* stb_ds array: indices into the scorecard's rows */
};

/* ---- sections ---- */

/* The heading that a row stands under: a part goes where its whole is. */
static const char *group_of(const struct scorecard *card, int index) {
    while (card->rows[index].part_of != NONE) {
        index = card->rows[index].part_of;
    }
    return card->book->indicators[card->rows[index].indicator].group;
}

static bool same_group(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The organisation's rows by heading, headings in the order in which they first come. */
static struct section *sections_of(const struct scorecard *card, int32_t org) {
    struct row_span rows = scorecard_rows_of(card, org);
    struct section *sections = NULL;
    for (int i = rows.first; i < rows.end; i++) {
        const char *group = group_of(card, i);
        size_t at = 0;
        while (at < arrlenu(sections) && !same_group(sections[at].group, group)) {
            at++;
        }
        if (at == arrlenu(sections)) {
            arrput(sections, ((struct section){.group = group}));
        }
        arrput(sections[at].rows, i);
    }
    return sections;
}

static void sections_free(struct section *sections) {
    for (size_t i = 0; i < arrlenu(sections); i++) {
        arrfree(sections[i].rows);
    }
    arrfree(sections);
}

/* Bytes of "IV. " before a heading, 0 when it has none. */
static size_t roman_length(const char *group) {
    size_t n = strspn(group, "IVXLC");
    return n > 0 && group[n] == '.' && group[n + 1] == ' ' ? n + 2 : 0;
}

static const char *roman(struct workbook *book, unsigned number) {
    static const struct {
        unsigned value;
        const char *sign;
    } signs[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                 {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
    char text[64] = "";
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        for (; number >= signs[i].value && strlen(text) + 3 < sizeof text;
             number -= signs[i].value) {
            memcpy(text + strlen(text), signs[i].sign, strlen(signs[i].sign) + 1);
        }
    }
    return workbook_text(book, "%s", text);
}

/* ---- head ---- */

/* The cells of a column's head: two where its numbers have words before them. */
static void write_head(const struct table *table, uint32_t row, enum table_column_id column,
                       const char *text, const struct look *look) {
    uint16_t last = table->layout->at[column];
    uint16_t words = table->layout->words[column];
    sheet_merge(table->sheet, (struct area){row, words != 0 ? words : last, row, last}, text, look);
}

static void write_columns(struct table *table) {
    struct workbook *book = table->book;
    const struct layout *layout = table->layout;
    const double line = table_head.size * 1.3;
    double lines = 2;
    for (int i = 0; i < layout->count; i++) {
        enum table_column_id column = layout->shown[i];
        const char *text = layout_head(book, column, table->first);
        uint16_t first = layout->words[column] != 0 ? layout->words[column] : layout->at[column];
        double room = layout_points(layout, first, layout->at[column]);
        int needed = typeface_lines(text, true, layout_room(room, 0, table_head.size));
        lines = needed > lines ? needed : lines;
        write_head(table, table->head, column, text, &table_head);
    }
    for (uint16_t c = 0; c < layout->columns; c++) {
        sheet_column(table->sheet, c, c, layout->width[c], false);
    }
    sheet_column(table->sheet, layout->columns, layout->at[TABLE_COUNT - 1], 12, true);
    official_height(table, table->at++, lines * line + 8);
    official_height(table, table->at++, 15);
    official_with_next(table, table->head);
    official_with_next(table, table->head + 1);
}

/* The line of codes: what it says is looked up in the lines. */
static void write_codes(const struct table *table) {
    static const struct look look = {.size = 9,
                                     .shrink = true,
                                     .italic = true,
                                     .align = ALIGN_CENTRE,
                                     .ink = COLOUR_MUTED,
                                     .border = COLOUR_GRID};
    for (int i = 0; i < table->layout->count; i++) {
        enum table_column_id column = table->layout->shown[i];
        const char *code = layout_code(table->book, table->layout, table->org, column);
        write_head(table, table->head + 1, column, code, &look);
    }
}

/* ---- rows as they are printed ---- */

void official_height(struct table *table, uint32_t row, double points) {
    const double pixel = 0.75;
    points = (double)(int)(points / pixel + 0.999) * pixel;
    while (arrlenu(table->rows) <= row) {
        arrput(table->rows, (struct page_row){0});
    }
    table->rows[row].height = points;
    sheet_height(table->sheet, row, points);
}

void official_with_next(struct table *table, uint32_t row) {
    table->rows[row].with_next = true;
}

double official_block(const struct table *table, struct area area, const char *text,
                      const struct look *look) {
    double points = layout_points(table->layout, area.first_column, area.last_column);
    sheet_merge(table->sheet, area, text, look);
    return typeface_lines(text, look->bold, layout_room(points, 0, look->size)) * look->size * 1.3 +
           5;
}

struct area official_line(const struct table *table, uint32_t row) {
    return (struct area){row, 0, row, table->last};
}

const char *official_text(const struct table *table, const char *text) {
    return text != NULL ? layout_text(table->book, table->first, text) : NULL;
}

/* ---- body ---- */

static void write_heading(struct table *table, const struct section *section, unsigned ordinal) {
    static const struct look number = {.bold = true,
                                       .shrink = true,
                                       .align = ALIGN_CENTRE,
                                       .paper = COLOUR_GROUP,
                                       .border = COLOUR_GRID};
    static const struct look text = {
        .bold = true, .indent = 1, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    struct workbook *book = table->book;
    const char *group = book_said(book->card->book, section->group, book->lang);
    size_t prefix = roman_length(group);
    const char *sign =
        prefix > 0 ? workbook_text(book, "%.*s", (int)prefix - 2, group) : roman(book, ordinal);
    sheet_text(table->sheet, table->at, TABLE_NUMBER, sign, &number);
    sheet_merge(table->sheet, (struct area){table->at, TABLE_NAME, table->at, table->last},
                group + prefix, &text);
    official_height(table, table->at, 23);
    official_with_next(table, table->at);
    table->at++;
}

/* Bars behind the attainments that are percentages, of all lines that follow each other at once;
 * differences have none. `at`: the first line of the section. */
static void write_bars(const struct table *table, const struct section *section, uint32_t at) {
    const struct scorecard *card = table->book->card;
    uint16_t column = table->layout->at[TABLE_ATTAINMENT];
    uint32_t n = (uint32_t)arrlenu(section->rows);
    for (uint32_t first = 0, end = 0; first < n; first = ++end) {
        while (end < n && row_shows_percent(card, &card->rows[section->rows[end]])) {
            end++;
        }
        if (end > first) {
            struct area area = {at + first, column, at + end - 1, column};
            sheet_bars(table->sheet, area, 1.25, COLOUR_BAR);
            workbook_exact_shares(table->book, table->sheet, area);
        }
    }
}

/* The i-th of some rows is the first part of its whole, or of another breakdown of it. */
static bool begins_breakdown(const struct scorecard *card, const int *rows, size_t i) {
    const struct row *row = &card->rows[rows[i]];
    for (size_t before = i; before-- > 0 && rows[before] != row->part_of;) {
        const struct row *other = &card->rows[rows[before]];
        if (other->part_of == row->part_of) {
            return !same_group(card->book->indicators[other->indicator].part_by,
                               card->book->indicators[row->indicator].part_by);
        }
    }
    return true;
}

static void write_section(struct table *table, const struct section *section, unsigned ordinal) {
    const struct scorecard *card = table->book->card;
    if (section->group != NULL) {
        write_heading(table, section, ordinal);
    }
    write_bars(table, section, table->at);
    for (size_t i = 0; i < arrlenu(section->rows); i++) {
        int row = section->rows[i];
        bool part = card->rows[row].part_of != NONE;
        bool first = part && begins_breakdown(card, section->rows, i);
        table->number += !part;
        table->book->spots[row] =
            (struct row_spot){sheet_name(table->sheet), table->at, table->ordinal, table->layout};
        double height = workbook_row(table->book, table->sheet, row, table->at,
                                     part ? 0 : table->number, first);
        official_height(table, table->at, height);
        table->last_lines[0] = table->last_lines[1];
        table->last_lines[1] = table->at;
        workbook_line_done(table->book);
        table->at++;
    }
}

/* What is typed later is shown as it is where it decides; see write_bars() for the attainment. */
static void write_exact(const struct table *table, uint32_t first) {
    static const enum table_column_id shares[] = {TABLE_ATTAINMENT_ORIGINAL, TABLE_PROGRESS};
    struct workbook *book = table->book;
    const uint16_t *at = table->layout->at;
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        if (at[shares[i]] != NO_COLUMN) {
            struct area area = {first, at[shares[i]], table->at - 1, at[shares[i]]};
            workbook_exact_shares(book, table->sheet, area);
        }
    }
    struct area actuals = {first, at[TABLE_ACTUAL], table->at - 1, at[TABLE_ACTUAL]};
    workbook_exact_figures(
        book, table->sheet, actuals,
        FORMULA(book, "INDEX(DL_KH,{0})", formula_cell(book, first, at[TABLE_LINE], false)));
}

static void write_lines(struct table *table) {
    struct workbook *book = table->book;
    struct section *sections = sections_of(book->card, table->org);
    unsigned ordinal = 0;
    uint32_t first = table->at;
    for (size_t i = 0; i < arrlenu(sections); i++) {
        ordinal += sections[i].group != NULL;
        write_section(table, &sections[i], ordinal);
    }
    sections_free(sections);
    uint16_t status = table->layout->at[TABLE_STATUS];
    official_headline(table, first, table->at - 1);
    workbook_colours(book, table->sheet, (struct area){first, status, table->at - 1, status}, true);
    write_exact(table, first);
}

/* The last two lines stay with what is signed below them. */
static void write_pages(struct table *table) {
    struct workbook *book = table->book;
    uint32_t first = table->last_lines[table->last_lines[0] == 0];
    for (uint32_t row = first; row + 1 < table->at; row++) {
        official_with_next(table, row);
    }
    double again = table->rows[table->head].height + table->rows[table->head + 1].height;
    int scale = page_scale(layout_points(table->layout, 0, table->last));
    scale = page_scale_short(table->rows, table->at, again, scale);
    uint32_t *breaks = page_breaks(table->rows, table->at, again, scale);
    sheet_print_pages(table->sheet, (struct area){1, 0, table->at - 1, table->last}, table->head,
                      table->head + 1, (struct pages){scale, breaks, arrlenu(breaks)},
                      workbook_page(book));
    arrfree(breaks);
}

void workbook_table(struct workbook *book, int32_t org, int number) {
    struct table table = {.book = book,
                          .org = org,
                          .first = &book->card->rows[scorecard_rows_of(book->card, org).first],
                          .layout = workbook_layout(book, org),
                          .form = book_report(book->card->book, org),
                          .ordinal = number};
    static const char *const what[LANG_COUNT] = {"Biểu để in và ký:", "Table to be signed:"};
    const char *name = org_name(&book->card->book->orgs[org], book->lang);
    table.last = (uint16_t)(table.layout->columns - 1);
    table.sheet = workbook_sheet_add(
        book, BOOK_PHRASE(book, PHRASE_SHEET_TABLE, workbook_text(book, "%02d", number), name),
        workbook_text(book, "%s %s", what[book->lang], name));
    table.at = 1; /* the way back is never printed */
    official_letterhead(&table);
    write_columns(&table);
    write_lines(&table);
    write_codes(&table);
    official_below(&table);
    write_pages(&table);
    sheet_freeze(table.sheet, table.head + 2, table.layout->at[TABLE_NAME] + 1);
    workbook_way_back(book, table.sheet, 0, 0);
    sheet_fit_screen(table.sheet, 0, table.last);
    sheet_tab(table.sheet, COLOUR_NAVY);
    if (workbook_hides(book, WORKBOOK_TABLES)) {
        sheet_hide(table.sheet);
    }
    arrfree(table.rows);
}
