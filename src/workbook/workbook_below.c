/* SPDX-License-Identifier: MIT */
/* What stands below an official table: what its signs and columns mean, place and date, signers. */
#include <string.h>

#include "mem.h"
#include "seal.h"
#include "typeface.h"
#include "workbook_table.h"

/* ---- notes ---- */

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

static bool any_group(const struct table *table) {
    struct row_span rows = scorecard_rows_of(table->book->card, table->org);
    bool any = false;
    for (int i = rows.first; i < rows.end; i++) {
        any = any || table->book->card->rows[i].rolled_up;
    }
    return any;
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
         {": chỉ tiêu tính bằng %, chỉ tiêu dạng khoảng và chỉ tiêu càng thấp càng tốt ghi –, "
          "không tính tỷ lệ.",
          ": indicators in %, ranges and those that are better when lower show –, they have no "
          "percentage."}},
        {TABLE_GAP,
         NULL,
         {": theo đơn vị tính; chỉ tiêu tính bằng % ghi điểm %.",
          ": in the unit; indicators in % in points."}},
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
    static const char *const members[LANG_COUNT] = {
        " Số nhỏ như 5/7 trước số thực hiện: mới cộng được 5 trong 7 đơn vị.",
        " A small 5/7 before an actual: of 5 of the 7 members."};
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
    return workbook_text(book, "%s%s%s", text, phrase(PHRASE_SHEET_EMPTY_CELL, book->lang),
                         any_group(table) ? members[book->lang] : "");
}

static void write_notes(struct table *table) {
    static const struct look look = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    const char *texts[] = {legend(table), column_notes(table)};
    official_height(table, table->at++, 8);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct area line = official_line(table, table->at);
        official_height(table, table->at++, official_block(table, line, texts[i], &look));
    }
}

/* ---- signatures ---- */

static const struct look title_look = {
    .size = 12, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
static const struct look hint_look = {
    .size = 11, .italic = true, .wrap = true, .align = ALIGN_CENTRE};

/* Who signs side by side, or (one at a time) one below the other. */
struct signatures {
    const struct signer *signers;
    int count;
    int parts; /* blocks side by side */
    int first; /* of all, which these are */
    int all;
};

static void write_signatures(struct table *table, const struct signatures *s) {
    enum { ROOM_TO_SIGN = 3 };
    enum language lang = table->book->lang;
    double height = 20;
    double hints = 18;
    const struct book *book = table->book->card->book;
    for (int i = 0; i < s->count; i++) {
        struct area area = layout_block(table->layout, table->at, i, s->parts);
        double needed =
            official_block(table, area, book_said(book, s->signers[i].title, lang), &title_look);
        height = needed > height ? needed : height;
        area = layout_block(table->layout, table->at + 1, i, s->parts);
        bool head = s->first + i + 1 == s->all && s->all > 1; /* the last one puts the seal */
        enum phrase hint = head ? PHRASE_SHEET_SIGN_AND_SEAL : PHRASE_SHEET_SIGN_HERE;
        needed = official_block(table, area, phrase(hint, lang), &hint_look);
        hints = needed > hints ? needed : hints;
        area = layout_block(table->layout, table->at + 2 + ROOM_TO_SIGN, i, s->parts);
        const char *name = book_said(book, s->signers[i].name, lang);
        sheet_merge(table->sheet, area, name != NULL ? name : "", &title_look);
    }
    official_height(table, table->at++, height);
    official_height(table, table->at++, hints);
    for (int row = 0; row <= ROOM_TO_SIGN; row++) {
        official_height(table, table->at++, 18);
    }
}

/* Some of so many blocks would be too narrow for a name. */
static bool narrow(const struct layout *layout, int parts) {
    const double least = 100; /* points */
    bool found = parts > layout->columns;
    for (int part = 0; !found && part < parts; part++) {
        struct area area = layout_block(layout, 0, part, parts);
        found = layout_points(layout, area.first_column, area.last_column) < least;
    }
    return found;
}

static void write_place(struct table *table, int parts) {
    static const struct look look = {
        .size = 12.5, .italic = true, .wrap = true, .align = ALIGN_CENTRE};
    const char *text = official_text(table, table->form.place_date);
    text = text != NULL ? text : phrase(PHRASE_SHEET_PLACE_DATE, table->book->lang);
    struct area area = {0};
    bool fits = false;
    for (; !fits && parts > 0; parts--) {
        area = layout_block(table->layout, table->at, parts - 1, parts);
        double points = layout_points(table->layout, area.first_column, area.last_column);
        fits = typeface_lines(text, false, layout_room(points, 0, look.size)) == 1;
    }
    official_height(table, table->at++, official_block(table, area, text, &look));
}

static void write_signers(struct table *table) {
    static const struct signer usual[LANG_COUNT][2] = {
        [LANG_VI] = {{"NGƯỜI LẬP BIỂU", NULL}, {"THỦ TRƯỞNG ĐƠN VỊ", NULL}},
        [LANG_EN] = {{"PREPARED BY", NULL}, {"HEAD OF THE ORGANISATION", NULL}},
    };
    bool said = table->form.signers != NULL;
    struct signatures all = {.signers = said ? table->form.signers : usual[table->book->lang],
                             .count = said ? (int)arrlen(table->form.signers) : 2};
    all.all = all.count;
    bool below = narrow(table->layout, all.count);
    all.parts = below ? 1 : all.count;
    official_height(table, table->at++, 8);
    write_place(table, all.parts);
    if (!below) {
        write_signatures(table, &all);
        return;
    }
    for (int i = 0; i < all.all; i++) {
        struct signatures one = {&all.signers[i], 1, 1, i, all.all};
        write_signatures(table, &one);
    }
}

/* The seal of the table's figures, until one of them is typed anew. */
static void write_seal(struct table *table) {
    static const struct look look = {.size = 8, .ink = COLOUR_MUTED, .align = ALIGN_RIGHT};
    struct workbook *book = table->book;
    char seal[SEAL_TEXT];
    seal_of(book->card, scorecard_rows_of(book->card, table->org), seal);
    const char *whole = BOOK_PHRASE(book, PHRASE_SEAL, seal);
    const char *broken = BOOK_PHRASE(book, PHRASE_SHEET_SEAL_BROKEN, seal);
    sheet_merge(table->sheet, official_line(table, table->at), "", &look);
    sheet_formula_text(table->sheet, table->at, 0,
                       FORMULA(book, "IF(NS_DA_SUA=0,{0},{1})", formula_words(book, whole),
                               formula_words(book, broken)),
                       whole, &look);
    official_height(table, table->at++, 12);
    workbook_line_done(book);
}

void official_below(struct table *table) {
    write_notes(table);
    write_signers(table);
    write_seal(table);
}
