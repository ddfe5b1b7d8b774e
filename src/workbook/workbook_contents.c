/* SPDX-License-Identifier: MIT */
/* Sheet "Mục lục": every sheet that can be seen, a link to each, what is on it. */
#include <assert.h>

#include "mem.h"
#include "sheet_clean.h"
#include "workbook_inside.h"

enum { ROW_TITLE, ROW_NOTE, ROW_HEAD = 3, ROW_FIRST };
enum { AT_NUMBER, AT_SHEET, AT_WHAT, AT_COUNT };

static const struct contents_head {
    const char *text[LANG_COUNT];
    double width;
} heads[] = {
    [AT_NUMBER] = {{"STT", "No."}, 6},
    [AT_SHEET] = {{"Trang", "Sheet"}, 40},
    [AT_WHAT] = {{"Có gì", "What is on it"}, 90},
};
static_assert(sizeof heads / sizeof *heads == AT_COUNT, "a column has no heading");

static void write_head(struct workbook *book, struct sheet *sheet) {
    static const char *const titles[LANG_COUNT] = {"MỤC LỤC", "CONTENTS"};
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {.size = 12, .bold = true, .ink = COLOUR_NAVY};
    for (uint16_t c = 0; c < (uint16_t)AT_COUNT; c++) {
        sheet_text(sheet, ROW_TITLE, c, c == 0 ? titles[book->lang] : "", &title);
        sheet_text(sheet, ROW_HEAD, c, heads[c].text[book->lang], &table_head);
        sheet_column(sheet, c, c, heads[c].width, false);
    }
    sheet_text(sheet, ROW_NOTE, 0, workbook_extract(book, PHRASE_SHEET_FILTERED), &note);
    sheet_height(sheet, ROW_TITLE, 26);
    sheet_height(sheet, ROW_HEAD, 24);
}

void workbook_contents(struct workbook *book, struct sheet *sheet) {
    enum { WHAT_CHARACTERS = 100 };
    static const struct look number = {.border = COLOUR_GRID, .align = ALIGN_CENTRE};
    static const struct look link = {.border = COLOUR_GRID, .indent = 1, .ink = COLOUR_LINK};
    static const struct look what = {.border = COLOUR_GRID, .indent = 1, .wrap = true};
    uint32_t at = ROW_FIRST;
    write_head(book, sheet);
    for (size_t i = 0; i < arrlenu(book->contents); i++) {
        const struct listed *one = &book->contents[i];
        if (!sheet_seen(one->sheet)) {
            continue;
        }
        sheet_number(sheet, at, AT_NUMBER, (double)(at - ROW_FIRST) + 1, &number);
        sheet_link_sheet(sheet, at, AT_SHEET, one->sheet, sheet_name(one->sheet), &link);
        sheet_text(sheet, at, AT_WHAT, one->what, &what);
        sheet_height(sheet, at++, text_lines(one->what, WHAT_CHARACTERS) * 15.5 + 5);
    }
    sheet_freeze(sheet, ROW_FIRST, 0);
    sheet_print(sheet, (struct area){ROW_TITLE, 0, at - 1, AT_COUNT - 1}, ROW_HEAD, ROW_HEAD, 1,
                workbook_page(book));
    sheet_tab(sheet, COLOUR_NAVY);
}
