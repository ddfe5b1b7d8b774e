/* SPDX-License-Identifier: MIT */
/* The official table of one organisation: head, sections, lines, notes. */
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "phrase.h"
#include "sheet_clean.h"
#include "text.h"
#include "workbook_inside.h"

/* The table being written. */
struct table {
    struct workbook *book;
    struct sheet *sheet;
    int32_t org;
    const struct row *first; /* its first row: tells the year and the day */
    uint32_t at;             /* the next free row of the sheet */
    int number;              /* the last number given */
    int ordinal;             /* of the table */
    const struct layout *layout;
    struct report_form form; /* what the files say of its looks */
    uint16_t last;           /* column at the right */
    uint32_t head;           /* row of the column heads; the counts stand above it */
};

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

static void write_columns(const struct table *table) {
    struct workbook *book = table->book;
    const struct layout *layout = table->layout;
    for (uint16_t c = 0; c < (uint16_t)layout->count; c++) {
        enum table_column_id column = layout->shown[c];
        sheet_text(table->sheet, table->head, c, layout_head(book, column, table->first),
                   &table_head);
        sheet_column(table->sheet, c, c, layout->width[c], false);
    }
    uint16_t hidden = (uint16_t)layout->count;
    sheet_column(table->sheet, hidden, layout->at[TABLE_COUNT - 1], 12, true);
    sheet_height(table->sheet, table->head, 52);
    sheet_height(table->sheet, table->head + 1, 15);
}

/* The line of codes: what it says is looked up in the lines. */
static void write_codes(const struct table *table) {
    static const struct look look = {.size = 9,
                                     .shrink = true,
                                     .italic = true,
                                     .align = ALIGN_CENTRE,
                                     .ink = COLOUR_MUTED,
                                     .border = COLOUR_GRID};
    for (uint16_t c = 0; c < (uint16_t)table->layout->count; c++) {
        const char *code =
            layout_code(table->book, table->layout, table->org, table->layout->shown[c]);
        sheet_text(table->sheet, table->head + 1, c, code, &look);
    }
}

/* A text over some columns, and the height its lines take. */
static double put_block(const struct table *table, struct area area, const char *text,
                        const struct look *look) {
    double width = 0;
    for (uint16_t c = area.first_column; c <= area.last_column; c++) {
        width += table->layout->width[c];
    }
    sheet_merge(table->sheet, area, text, look);
    double size = look->size > 0 ? look->size : 12;
    return text_lines(text, (int)(width * 12 / size)) * (size * 1.3) + 4;
}

static struct area whole_line(const struct table *table, uint32_t row) {
    return (struct area){row, 0, row, table->last};
}

static int blocks(const struct table *table) {
    enum { BLOCKS = 3 };
    return table->layout->count < BLOCKS ? table->layout->count : BLOCKS;
}

/* Line i of a letterhead that ends with the body itself, in bold. */
static struct look letterhead_look(const char **lines, size_t i, bool all_bold) {
    bool bold = all_bold || i + 1 == arrlenu(lines);
    return (struct look){
        .size = bold ? 12.5 : 12, .bold = bold, .wrap = true, .align = ALIGN_CENTRE};
}

/* The organisation, or the letterhead that the files give; at the right the motto, or the number
 * of the table. */
static void write_letterhead(struct table *table) {
    static const struct look org = {.size = 13, .bold = true};
    static const struct look form = {.size = 11, .bold = true, .align = ALIGN_RIGHT};
    struct workbook *book = table->book;
    const char **left = table->form.letterhead;
    const char **right = table->form.motto;
    int parts = blocks(table);
    size_t lines = arrlenu(left) > arrlenu(right) ? arrlenu(left) : arrlenu(right);
    for (size_t i = 0; i < lines; i++) {
        double height = 20;
        struct look look = letterhead_look(left, i, false);
        if (i < arrlenu(left)) {
            double needed =
                put_block(table, layout_block(table->layout, table->at, 0, parts), left[i], &look);
            height = needed > height ? needed : height;
        }
        look = letterhead_look(right, i, true);
        if (i < arrlenu(right)) {
            struct area area = layout_block(table->layout, table->at, parts - 1, parts);
            double needed = put_block(table, area, right[i], &look);
            height = needed > height ? needed : height;
        }
        sheet_height(table->sheet, table->at++, height);
    }
    const char *number = table->form.form;
    if (number == NULL) {
        number =
            BOOK_PHRASE(book, PHRASE_SHEET_NUMBER, workbook_text(book, "%02d", table->ordinal));
    }
    if (left == NULL) {
        sheet_text(table->sheet, table->at, 0,
                   org_name(&book->card->book->orgs[table->org], book->lang), &org);
    }
    sheet_merge(table->sheet, layout_block(table->layout, table->at, parts - 1, parts), number,
                &form);
    sheet_height(table->sheet, table->at++, 20);
}

static void write_title(struct table *table) {
    static const struct look title = {
        .size = 14, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
    static const struct look under = {
        .size = 13, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
    static const char *const titles[LANG_COUNT] = {
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ TẬP THỂ, HỢP TÁC XÃ",
        "TARGETS AND RESULTS OF THE COLLECTIVE ECONOMY AND COOPERATIVES",
    };
    struct workbook *book = table->book;
    char date[DATE_TEXT];
    struct date day = workbook_figures_day(book, table->org);
    const char *text = table->form.title != NULL ? table->form.title : titles[book->lang];
    double height = put_block(table, whole_line(table, table->at), text, &title);
    sheet_height(table->sheet, table->at++, height > 24 ? height : 24);
    const char *year = workbook_text(book, "%d", table->first->year);
    text = date_known(day)
               ? BOOK_PHRASE(book, PHRASE_SHEET_HEAD, year, print_date(day, book->lang, date))
               : BOOK_PHRASE(book, PHRASE_SHEET_HEAD_EMPTY, year);
    if (table->form.letterhead != NULL) {
        text = workbook_text(book, "%s – %s",
                             org_name(&book->card->book->orgs[table->org], book->lang), text);
    }
    height = put_block(table, whole_line(table, table->at), text, &under);
    sheet_height(table->sheet, table->at++, height > 20 ? height : 20);
    sheet_height(table->sheet, table->at++, 20); /* the counts come when the lines are known */
    table->head = table->at;
    table->at += 2;
}

/* ---- the headline, live ---- */

/* A status as it is written in the column, and how often it is counted. */
struct tally {
    const char *text;
    enum status status;
    int count;
};

static struct tally *tallies_of(const struct table *table, int *goals) {
    const struct scorecard *card = table->book->card;
    struct row_span rows = scorecard_rows_of(card, table->org);
    struct tally *tallies = NULL;
    struct cell cell;
    for (int i = rows.first; i < rows.end; i++) {
        const struct row *row = &card->rows[i];
        if (!row->goal) {
            continue;
        }
        table_cell(card, i, COLUMN_STATUS, table->book->lang, &cell);
        size_t at = 0;
        while (at < arrlenu(tallies) && strcmp(tallies[at].text, cell.text) != 0) {
            at++;
        }
        if (at == arrlenu(tallies)) {
            const char *text = workbook_text(table->book, "%s", cell.text);
            arrput(tallies, ((struct tally){text, row->status, 0}));
            for (; at > 0 && tallies[at - 1].status > row->status; at--) {
                struct tally later = tallies[at - 1];
                tallies[at - 1] = tallies[at];
                tallies[at] = later;
            }
        }
        tallies[at].count++;
        *goals += 1;
    }
    return tallies;
}

/* "8 chỉ tiêu: 2 ▲ Đúng tiến độ; 1 ▼ Chậm", counted by the sheet. */
static void write_counts(const struct table *table, uint32_t first, uint32_t last) {
    static const struct look look = {.size = 11.5, .italic = true, .align = ALIGN_CENTRE};
    int goals = 0;
    struct tally *tallies = tallies_of(table, &goals);
    struct buffer formula = {0};
    struct buffer stored = {0};
    const char *word = phrase(PHRASE_SHEET_GOALS, table->book->lang);
    const uint16_t *at = table->layout->at;
    char counted[2 * CELL_NAME + 2];
    char status[2 * CELL_NAME + 2];
    char a[CELL_NAME];
    char b[CELL_NAME];
    snprintf(counted, sizeof counted, "%s:%s", cell_name(first, at[TABLE_COUNTED], true, true, a),
             cell_name(last, at[TABLE_COUNTED], true, true, b));
    snprintf(status, sizeof status, "%s:%s", cell_name(first, at[TABLE_STATUS], true, true, a),
             cell_name(last, at[TABLE_STATUS], true, true, b));
    buffer_format(&formula, "SUM(%s)&\" %s\"", counted, word);
    buffer_format(&stored, "%d %s", goals, word);
    for (size_t i = 0; i < arrlenu(tallies); i++) {
        const char *joint = i == 0 ? ": " : "; ";
        buffer_format(&formula, "&\"%s\"&SUMIF(%s,\"%s\",%s)&\" %s\"", joint, status,
                      tallies[i].text, counted, tallies[i].text);
        buffer_format(&stored, "%s%d %s", joint, tallies[i].count, tallies[i].text);
    }
    buffer_put(&formula, "", 1);
    buffer_put(&stored, "", 1);
    sheet_merge(table->sheet, whole_line(table, table->head - 1), "", &look);
    sheet_formula_text(table->sheet, table->head - 1, 0, formula.text, stored.text, &look);
    buffer_clear(&formula);
    buffer_clear(&stored);
    arrfree(tallies);
}

/* ---- body ---- */

static void write_heading(struct table *table, const struct section *section, unsigned ordinal) {
    static const struct look number = {
        .bold = true, .align = ALIGN_CENTRE, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    static const struct look text = {
        .bold = true, .indent = 1, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    size_t prefix = roman_length(section->group);
    const char *sign = prefix > 0
                           ? workbook_text(table->book, "%.*s", (int)prefix - 2, section->group)
                           : roman(table->book, ordinal);
    sheet_text(table->sheet, table->at, TABLE_NUMBER, sign, &number);
    sheet_merge(table->sheet, (struct area){table->at, TABLE_NAME, table->at, table->last},
                section->group + prefix, &text);
    sheet_height(table->sheet, table->at, 23);
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

static void write_section(struct table *table, const struct section *section, unsigned ordinal) {
    const struct scorecard *card = table->book->card;
    if (section->group != NULL) {
        write_heading(table, section, ordinal);
    }
    write_bars(table, section, table->at);
    for (size_t i = 0; i < arrlenu(section->rows); i++) {
        int row = section->rows[i];
        bool part = card->rows[row].part_of != NONE;
        bool first = part && i > 0 && section->rows[i - 1] == card->rows[row].part_of;
        table->number += !part;
        table->book->spots[row] =
            (struct row_spot){sheet_name(table->sheet), table->at, table->ordinal, table->layout};
        workbook_row(table->book, table->sheet, row, table->at, part ? 0 : table->number, first);
        workbook_line_done(table->book);
        table->at++;
    }
}

/* ---- below ---- */

static const char *legend(const struct table *table) {
    struct buffer out = {0};
    struct workbook *book = table->book;
    char edges[CELL_TEXT_SIZE];
    buffer_text(&out, phrase(PHRASE_SHEET_SYMBOLS, book->lang));
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        buffer_format(&out, "%s%s %s", status > STATUS_FIRST ? "; " : "",
                      status_symbol((enum status)status),
                      status_label((enum status)status, book->lang));
    }
    buffer_text(&out, ". ");
    edges_print(&book->card->book->edges, book->lang, edges);
    buffer_text(&out, edges);
    const char *text = pool_text(&book->pool, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

/* What the head of a column does not say, for the columns that are seen. */
static const char *column_notes(const struct table *table) {
    static const struct {
        enum table_column_id column;
        const char *said; /* only where the rule says so of all lines; NULL: it always does */
        const char *text[LANG_COUNT];
    } notes[] = {
        {TABLE_ATTAINMENT,
         NULL,
         {": chỉ tiêu tính bằng %, chỉ tiêu dạng khoảng và chỉ tiêu càng thấp càng tốt ghi "
          "chênh lệch so với kế hoạch, không ghi tỷ lệ.",
          ": indicators in %, ranges and those that are better when lower show the "
          "difference from the target, no percentage."}},
        {TABLE_VS_LAST_YEAR,
         NULL,
         {": chỉ tiêu tính bằng % ghi chênh lệch điểm %.",
          ": indicators in % show the difference in points."}},
        {TABLE_FORECAST,
         "A/E",
         {" = thực hiện chia phần thời gian đã qua.",
          " = actual over the elapsed share of the year."}},
        {TABLE_EXPECTED,
         "T*E",
         {" = kế hoạch nhân phần thời gian đã qua.",
          " = target times the elapsed share of the year."}},
        {TABLE_NEEDED,
         NULL,
         {" = còn lại chia số tháng còn lại.", " = what is left over the months that are left."}},
        {TABLE_PROGRESS,
         NULL,
         {" = phần đường đã đi từ số gốc đến kế hoạch.",
          " = share of the way from the base to the target."}},
    };
    struct workbook *book = table->book;
    enum { NOTES = sizeof notes / sizeof notes[0] };
    const char *text = "";
    for (int c = 0; c < table->layout->count; c++) {
        enum table_column_id column = table->layout->shown[c];
        for (int i = 0; i < NOTES; i++) {
            if (notes[i].column == column &&
                (notes[i].said == NULL || layout_says(book, table->org, column, notes[i].said))) {
                const char *note = BOOK_PHRASE(book, PHRASE_SHEET_COLUMN,
                                               layout_number(book, table->layout, column),
                                               notes[i].text[book->lang]);
                text = workbook_text(book, "%s%s", text, note);
            }
        }
    }
    return workbook_text(book, "%s%s", text, phrase(PHRASE_SHEET_EMPTY_CELL, book->lang));
}

/* ---- signatures ---- */

/* The height that the title takes. */
static double write_signer(const struct table *table, const struct signer *signer, int part,
                           int parts) {
    static const struct look title = {
        .size = 12, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
    static const struct look hint = {.size = 11, .italic = true, .align = ALIGN_CENTRE};
    enum { ROOM_TO_SIGN = 4 };
    struct area area = layout_block(table->layout, table->at, part, parts);
    double height = put_block(table, area, signer->title, &title);
    area = layout_block(table->layout, table->at + 1, part, parts);
    sheet_merge(table->sheet, area, phrase(PHRASE_SHEET_SIGN_HERE, table->book->lang), &hint);
    if (signer->name != NULL) {
        area = layout_block(table->layout, table->at + 1 + ROOM_TO_SIGN, part, parts);
        sheet_merge(table->sheet, area, signer->name, &title);
    }
    return height;
}

/* Some of so many blocks would be too narrow for a name. */
static bool narrow(const struct layout *layout, int parts) {
    enum { LEAST = 18 };
    for (int part = 0; part < parts; part++) {
        struct area area = layout_block(layout, 0, part, parts);
        double width = 0;
        for (uint16_t c = area.first_column; c <= area.last_column; c++) {
            width += layout->width[c];
        }
        if (width < LEAST) {
            return true;
        }
    }
    return false;
}

static void write_signers(struct table *table) {
    static const struct look day = {.size = 12, .italic = true, .align = ALIGN_CENTRE};
    static const struct signer usual[LANG_COUNT][2] = {
        [LANG_VI] = {{"NGƯỜI LẬP BIỂU", NULL}, {"THỦ TRƯỞNG ĐƠN VỊ", NULL}},
        [LANG_EN] = {{"PREPARED BY", NULL}, {"HEAD OF THE ORGANISATION", NULL}},
    };
    enum { ROWS = 6 };
    bool said = table->form.signers != NULL;
    const struct signer *signers = said ? table->form.signers : usual[table->book->lang];
    int count = said ? (int)arrlen(table->form.signers) : 2;
    bool below = count > table->layout->count || narrow(table->layout, count);
    int parts = below ? 1 : count; /* side by side, or one below the other */
    table->at++;
    if (table->form.place_date != NULL) {
        struct area area = layout_block(table->layout, table->at, parts - 1, parts);
        sheet_merge(table->sheet, area, table->form.place_date, &day);
        sheet_height(table->sheet, table->at++, 20);
    }
    double highest = 20;
    for (int i = 0; i < count; i++) {
        double height = write_signer(table, &signers[i], below ? 0 : i, parts);
        highest = height > highest ? height : highest;
        sheet_height(table->sheet, table->at, highest);
        table->at += below || i + 1 == count ? ROWS : 0;
    }
}

static void write_below(struct table *table) {
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    const char *texts[] = {legend(table), column_notes(table)};
    table->at++;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        double height = put_block(table, whole_line(table, table->at), texts[i], &note);
        sheet_height(table->sheet, table->at, height);
        table->at++;
    }
    write_signers(table);
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
    write_counts(table, first, table->at - 1);
    workbook_colours(book, table->sheet, (struct area){first, status, table->at - 1, status}, true);
    write_exact(table, first);
}

void workbook_table(struct workbook *book, int32_t org, int number) {
    struct table table = {.book = book,
                          .org = org,
                          .first = &book->card->rows[scorecard_rows_of(book->card, org).first],
                          .layout = workbook_layout(book, org),
                          .form = book_report(book->card->book, org),
                          .ordinal = number};
    const char *name = org_name(&book->card->book->orgs[org], book->lang);
    table.last = (uint16_t)(table.layout->count - 1);
    table.sheet = sheet_add(book->sheets, BOOK_PHRASE(book, PHRASE_SHEET_TABLE,
                                                      workbook_text(book, "%02d", number), name));
    write_letterhead(&table);
    write_title(&table);
    write_columns(&table);
    write_lines(&table);
    write_codes(&table);
    write_below(&table);
    sheet_freeze(table.sheet, table.head + 2, TABLE_NAME + 1);
    sheet_print(table.sheet, (struct area){0, 0, table.at - 1, table.last}, table.head,
                table.head + 1, 1, workbook_page(book));
    sheet_tab(table.sheet, COLOUR_NAVY);
    if (workbook_hides(book, WORKBOOK_TABLES)) {
        sheet_hide(table.sheet);
    }
}
