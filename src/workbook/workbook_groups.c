/* SPDX-License-Identifier: MIT */
/* Sheet "Cụm, tổng hợp": what groups are to reach and have reached, their members below. */
#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "note.h"
#include "sheet_clean.h"
#include "workbook_inside.h"

enum { ROW_TITLE, ROW_NOTE, ROW_HEAD = 3, ROW_FIRST };

/* Columns of the sheet; the hidden helpers of a table's line stand behind them. */
enum {
    GROUP_NUMBER,
    GROUP_NAME,
    GROUP_UNIT,
    GROUP_TARGET,
    GROUP_ACTUAL,
    GROUP_SUM, /* of the members */
    GROUP_ATTAINMENT,
    GROUP_STATUS,
    GROUP_COMPLETE, /* k/n */
    GROUP_NOTE,
    GROUP_SHOWN
};

static const struct layout layout = {
    .count = GROUP_SHOWN,
    .columns = GROUP_SHOWN,
    .at = {[TABLE_NUMBER] = GROUP_NUMBER,
           [TABLE_NAME] = GROUP_NAME,
           [TABLE_UNIT] = GROUP_UNIT,
           [TABLE_TARGET] = GROUP_TARGET,
           [TABLE_ACTUAL] = GROUP_ACTUAL,
           [TABLE_ATTAINMENT] = GROUP_ATTAINMENT,
           [TABLE_STATUS] = GROUP_STATUS,
           [TABLE_NOTE] = GROUP_NOTE,
           [TABLE_KEY] = GROUP_SHOWN,
           [TABLE_LINE] = GROUP_SHOWN + 1,
           [TABLE_COUNTED] = GROUP_SHOWN + 2},
};

static const struct group_head {
    const char *text[LANG_COUNT];
    double width;
} heads[] = {
    [GROUP_NUMBER] = {{"STT", "No."}, 5},
    [GROUP_NAME] = {{"Chỉ tiêu, đơn vị", "Indicator, member"}, 38},
    [GROUP_UNIT] = {{"Đơn vị\ntính", "Unit"}, 12},
    [GROUP_TARGET] = {{"Kế hoạch", "Target"}, 14},
    [GROUP_ACTUAL] = {{"Thực hiện", "Actual"}, 12},
    [GROUP_SUM] = {{"Cộng các\nđơn vị", "Sum of\nmembers"}, 12},
    [GROUP_ATTAINMENT] = {{"So KH\n(%)", "Of target\n(%)"}, 12},
    [GROUP_STATUS] = {{"Đánh giá", "Status"}, 25},
    [GROUP_COMPLETE] = {{"Số đơn vị\ncó số liệu", "Members\nreporting"}, 11},
    [GROUP_NOTE] = {{"Đơn vị chưa có số, ghi chú", "Members missing, notes"}, 42},
};
static_assert(sizeof heads / sizeof *heads == GROUP_SHOWN, "a column has no heading");

/* The sheet being written. */
struct groups {
    struct workbook *book;
    struct sheet *sheet;
    uint32_t at; /* the next free row */
    int number;  /* the last number given in the group */
};

static bool is_group(const struct workbook *book, const struct row *row) {
    return book->card->book->orgs[row->org].members_total > 0;
}

/* What qualifies a row: completeness, who is missing, revisions, dates. */
static const char *marks(struct workbook *book, const struct row *row) {
    struct buffer out = {0};
    row_marks_put(&out, book->card, row, book->lang);
    buffer_put(&out, "", 1); /* may hold nothing */
    const char *text = pool_text(&book->pool, out.text, arrlenu(out.text) - 1);
    buffer_clear(&out);
    return text;
}

/* ---- members ---- */

/* The member's row that a group's row speaks of, or NONE. */
static int member_row(const struct workbook *book, const struct row *group, int32_t member) {
    const struct row *rows = book->card->rows;
    struct row_span span = scorecard_rows_of(book->card, member);
    int found = NONE;
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &rows[i];
        bool same = row->indicator == group->indicator && row->year == group->year;
        bool assigned = group->each_group && row->assigner == group->org;
        if (same && (found == NONE || (assigned && rows[found].assigner != group->org))) {
            found = i;
        }
    }
    return found;
}

static bool is_missing(const struct row *group, int32_t member) {
    for (size_t i = 0; i < arrlenu(group->absent.missing); i++) {
        if (group->absent.missing[i] == member) {
            return true;
        }
    }
    return false;
}

/* What keeps a member's figure from being counted, and the marks of its row. */
static const char *member_words(struct workbook *book, const struct row *group, int32_t member,
                                int index) {
    const char *words = index == NONE ? "" : marks(book, &book->card->rows[index]);
    if (!is_missing(group, member)) {
        return words;
    }
    const struct row *row = index == NONE ? NULL : &book->card->rows[index];
    if (row != NULL && row->has_actual) {
        char date[DATE_TEXT];
        return BOOK_PHRASE(book, PHRASE_SHEET_NOT_COUNTED, print_date(row->date, book->lang, date));
    }
    return workbook_text(book, "%s%s%s", words, words[0] != '\0' ? "; " : "",
                         phrase(PHRASE_SHEET_NO_FIGURE, book->lang));
}

static void put_member(struct groups *g, const struct row *group, int32_t member, int row) {
    static const struct look plain = {.border = COLOUR_GRID, .italic = true};
    static const struct look name = {
        .border = COLOUR_GRID, .italic = true, .indent = 2, .wrap = true};
    static const struct look note = {.size = 10.5,
                                     .border = COLOUR_GRID,
                                     .italic = true,
                                     .wrap = true,
                                     .indent = 1,
                                     .ink = COLOUR_MUTED};
    enum { CHARACTERS = 42, NOTE_CHARACTERS = 54 };
    struct workbook *book = g->book;
    const char *text =
        workbook_text(book, "– %s", org_name(&book->card->book->orgs[member], book->lang));
    static const uint16_t empty[] = {GROUP_NUMBER, GROUP_SUM,    GROUP_COMPLETE,   GROUP_UNIT,
                                     GROUP_TARGET, GROUP_ACTUAL, GROUP_ATTAINMENT, GROUP_STATUS};
    enum { EMPTY = sizeof empty / sizeof empty[0], ALWAYS_EMPTY = 3 };
    for (int i = 0; i < (row == NONE ? (int)EMPTY : (int)ALWAYS_EMPTY); i++) {
        sheet_text(g->sheet, g->at, empty[i], "", &plain);
    }
    if (row != NONE) {
        workbook_row_figures(book, g->sheet, &layout, row, g->at, true);
    }
    const char *words = member_words(book, group, member, row);
    sheet_text(g->sheet, g->at, GROUP_NAME, text, &name);
    sheet_text(g->sheet, g->at, GROUP_NOTE, words, &note);
    int names = text_lines(text, CHARACTERS);
    int notes = text_lines(words, NOTE_CHARACTERS);
    sheet_height(g->sheet, g->at, (names > notes ? names : notes) * 15.5 + 4);
    g->at++;
}

/* ---- a group's line ---- */

/* What the members give together, as a sum of the cells below; only like things are added. */
static void put_sum(struct groups *g, const struct row *row, uint32_t at, const int *members,
                    struct look look) {
    enum { MOST_CELLS = 200 };
    struct workbook *book = g->book;
    const struct row *rows = book->card->rows;
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    bool adds_up = indicator_rollup(indicator) == ROLLUP_SUM;
    struct ratio sum = ratio_int(0);
    struct buffer formula = {0};
    char cell[CELL_NAME];
    char text[PRINTED_TEXT];
    int cells = 0;
    for (size_t i = 0; adds_up && i < arrlenu(members); i++) {
        const struct row *member = members[i] == NONE ? NULL : &rows[members[i]];
        if (member == NULL || !member->has_actual || is_missing(row, member->org) ||
            ratio_cmp(member->low, member->high) != 0) {
            continue;
        }
        cell_name(at + 1 + (uint32_t)i, GROUP_ACTUAL, false, false, cell);
        buffer_format(&formula, "%s%s", cells++ > 0 ? "," : "SUM(", cell);
        sum = ratio_add(sum, member->low);
    }
    if (cells == 0 || cells > MOST_CELLS || !ratio_valid(sum)) {
        sheet_text(g->sheet, at, GROUP_SUM, "", &look);
    } else {
        struct number_look number = {.suffix = row->partial ? " *" : NULL};
        number.decimals = figure_print(sum, indicator, NULL, 0, book->lang, text);
        look.number = number_code(book, number);
        buffer_put(&formula, ")", 2);
        sheet_formula_number(g->sheet, at, GROUP_SUM, formula.text, ratio_double(sum), &look);
    }
    buffer_clear(&formula);
}

/* "3/4": counted by the sheet where a member with a figure is one that reports. */
static void put_complete(struct groups *g, const struct row *row, uint32_t at, const int *members,
                         const struct look *look) {
    struct workbook *book = g->book;
    int counted = 0;
    for (size_t i = 0; i < arrlenu(members); i++) {
        counted += members[i] != NONE && book->card->rows[members[i]].has_actual;
    }
    const char *text = workbook_text(book, "%d/%d", row->members_reporting, row->members_total);
    if (!row->rolled_up) {
        sheet_text(g->sheet, at, GROUP_COMPLETE, "", look);
    } else if (counted != row->members_reporting || arrlen(members) == 0) {
        sheet_text(g->sheet, at, GROUP_COMPLETE, text, look);
    } else {
        char first[CELL_NAME];
        char last[CELL_NAME];
        cell_name(at + 1, GROUP_ACTUAL, false, false, first);
        cell_name(at + (uint32_t)arrlen(members), GROUP_ACTUAL, false, false, last);
        const char *formula = workbook_text(book, "SUMPRODUCT((%s:%s<>\"\")*1)&\"/%d\"", first,
                                            last, row->members_total);
        sheet_formula_text(g->sheet, at, GROUP_COMPLETE, formula, text, look);
    }
}

static void put_row(struct groups *g, int index, const int *members) {
    enum { NAME_CHARACTERS = 44, NOTE_CHARACTERS = 54 };
    static const struct look number = {
        .bold = true, .border = COLOUR_GRID, .paper = COLOUR_GROUP, .align = ALIGN_RIGHT};
    static const struct look name = {
        .bold = true, .border = COLOUR_GRID, .paper = COLOUR_GROUP, .wrap = true, .indent = 1};
    static const struct look centre = {
        .bold = true, .border = COLOUR_GRID, .paper = COLOUR_GROUP, .align = ALIGN_CENTRE};
    static const struct look note = {
        .size = 10.5, .border = COLOUR_GRID, .paper = COLOUR_GROUP, .wrap = true, .indent = 1};
    struct workbook *book = g->book;
    const struct row *row = &book->card->rows[index];
    const char *text = workbook_name(book, row);
    if (row->part_of != NONE) {
        text = BOOK_PHRASE(book, PHRASE_SHEET_OF_WHICH, text);
    }
    const char *words = marks(book, row);
    workbook_row_figures(book, g->sheet, &layout, index, g->at, false);
    if (row->part_of == NONE) {
        sheet_number(g->sheet, g->at, GROUP_NUMBER, ++g->number, &centre);
    } else {
        sheet_text(g->sheet, g->at, GROUP_NUMBER, "", &centre);
    }
    sheet_text(g->sheet, g->at, GROUP_NAME, text, &name);
    put_sum(g, row, g->at, members, number);
    put_complete(g, row, g->at, members, &centre);
    sheet_text(g->sheet, g->at, GROUP_NOTE, words, &note);
    int names = text_lines(text, NAME_CHARACTERS);
    int notes = text_lines(words, NOTE_CHARACTERS);
    double height = names * 15.5 + 8;
    double noted = notes * 13.5 + 6;
    sheet_height(g->sheet, g->at, height > noted ? height : noted);
    g->at++;
}

/* The first row of its indicator brings the members; another target of it need not repeat them. */
static bool brings_members(const struct workbook *book, int index) {
    const struct row *rows = book->card->rows;
    for (int i = scorecard_rows_of(book->card, rows[index].org).first; i < index; i++) {
        if (rows[i].indicator == rows[index].indicator && rows[i].year == rows[index].year) {
            return rows[index].each_group && !rows[i].each_group;
        }
    }
    return true;
}

static void write_exact_share(const struct groups *g, uint32_t at, int row) {
    struct workbook *book = g->book;
    if (row != NONE && row_shows_percent(book->card, &book->card->rows[row])) {
        workbook_exact_shares(book, g->sheet,
                              (struct area){at, GROUP_ATTAINMENT, at, GROUP_ATTAINMENT});
    }
}

/* What is typed later is shown as it is where it decides, in the line of an indicator and those of
 * its members. */
static void write_exact(const struct groups *g, uint32_t first, int index, const int *members) {
    struct workbook *book = g->book;
    struct area actuals = {first, GROUP_ACTUAL, g->at - 1, GROUP_ACTUAL};
    const char *line = formula_cell(book, first, layout.at[TABLE_LINE], false);
    workbook_exact_figures(book, g->sheet, actuals, FORMULA(book, "INDEX(DL_KH,{0})", line));
    write_exact_share(g, first, index);
    for (size_t i = 0; i < arrlenu(members); i++) {
        write_exact_share(g, first + 1 + (uint32_t)i, members[i]);
    }
}

static void put_indicator(struct groups *g, int index) {
    const struct book *book = g->book->card->book;
    const struct row *row = &g->book->card->rows[index];
    const struct org *group = &book->orgs[row->org];
    uint32_t first = g->at;
    int *members = NULL;
    size_t n = brings_members(g->book, index) ? arrlenu(group->members) : 0;
    for (size_t i = 0; i < n; i++) {
        arrput(members, member_row(g->book, row, group->members[i]));
    }
    put_row(g, index, members);
    for (size_t i = 0; i < arrlenu(members); i++) {
        put_member(g, row, group->members[i], members[i]);
    }
    write_exact(g, first, index, members);
    arrfree(members);
    workbook_line_done(g->book);
}

/* ---- the sheet ---- */

/* The group, and who belongs to it. */
static void put_group(struct groups *g, int32_t org) {
    enum { CHARACTERS = 190 };
    static const struct look look = {.size = 13, .bold = true, .ink = COLOUR_NAVY, .wrap = true};
    static const struct look who = {
        .size = 10.5, .italic = true, .ink = COLOUR_MUTED, .wrap = true};
    struct workbook *book = g->book;
    const struct org *group = &book->card->book->orgs[org];
    int named = (int)arrlen(group->members);
    struct buffer words = {0};
    buffer_text(&words, workbook_phrase_number(book, PHRASE_SHEET_MEMBERS, group->members_total));
    for (int i = 0; i < named; i++) {
        buffer_text(&words, i > 0 ? ", " : ": ");
        buffer_text(&words, org_name(&book->card->book->orgs[group->members[i]], book->lang));
    }
    if (named > 0 && named < group->members_total) {
        buffer_text(&words, workbook_phrase_number(book, PHRASE_SHEET_UNNAMED,
                                                   group->members_total - named));
    }
    const char *text = pool_text(&book->pool, words.text, arrlenu(words.text));
    buffer_clear(&words);
    sheet_merge(g->sheet, (struct area){g->at, 0, g->at, GROUP_SHOWN - 1},
                org_name(group, book->lang), &look);
    sheet_height(g->sheet, g->at++, 24);
    sheet_merge(g->sheet, (struct area){g->at, 0, g->at, GROUP_SHOWN - 1}, text, &who);
    sheet_height(g->sheet, g->at++, text_lines(text, CHARACTERS) * 14.0 + 4);
    g->number = 0;
}

static void write_head(const struct groups *g) {
    static const char *const titles[LANG_COUNT] = {"CỤM, TỔNG HỢP TỪ CÁC ĐƠN VỊ",
                                                   "GROUPS, ROLLED UP FROM THEIR MEMBERS"};
    static const char *const notes[LANG_COUNT] = {
        "Dòng đậm là của cụm, dưới đó là từng đơn vị. Dấu * : cộng chưa đủ đơn vị. Cộng các đơn vị "
        "chỉ với chỉ tiêu cộng được; số bình quân, tỷ lệ thì không.",
        "Bold lines are the group's, its members stand below. * marks a sum of some members only. "
        "Sums are of what can be added; averages and shares cannot.",
    };
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    enum language lang = g->book->lang;
    for (uint16_t c = 0; c < (uint16_t)GROUP_SHOWN; c++) {
        sheet_text(g->sheet, ROW_TITLE, c, c == 0 ? titles[lang] : "", &title);
        sheet_text(g->sheet, ROW_HEAD, c, heads[c].text[lang], &table_head);
        sheet_column(g->sheet, c, c, heads[c].width, false);
    }
    sheet_column(g->sheet, GROUP_SHOWN, GROUP_SHOWN + 2, 12, true);
    sheet_merge(g->sheet, (struct area){ROW_NOTE, 0, ROW_NOTE, GROUP_SHOWN - 1}, notes[lang],
                &note);
    sheet_height(g->sheet, ROW_TITLE, 26);
    sheet_height(g->sheet, ROW_NOTE, 18);
    sheet_height(g->sheet, ROW_HEAD, 36);
}

static bool any_group(const struct workbook *book) {
    for (size_t i = 0; i < arrlenu(book->card->rows); i++) {
        if (is_group(book, &book->card->rows[i])) {
            return true;
        }
    }
    return false;
}

void workbook_groups(struct workbook *book) {
    static const char *const name[LANG_COUNT] = {"Cụm, tổng hợp", "Groups"};
    struct groups g = {.book = book, .at = ROW_FIRST};
    const struct row *rows = book->card->rows;
    if (!any_group(book)) {
        return;
    }
    g.sheet = sheet_add(book->sheets, name[book->lang]);
    write_head(&g);
    for (int i = 0; i < (int)arrlen(rows); i++) {
        if (!is_group(book, &rows[i])) {
            continue;
        }
        if (i == 0 || rows[i - 1].org != rows[i].org) {
            g.at += g.at > ROW_FIRST;
            put_group(&g, rows[i].org);
        }
        put_indicator(&g, i);
    }
    workbook_colours(book, g.sheet, (struct area){ROW_FIRST, GROUP_STATUS, g.at - 1, GROUP_STATUS},
                     true);
    sheet_freeze(g.sheet, ROW_FIRST, GROUP_NAME + 1);
    sheet_print(g.sheet, (struct area){ROW_TITLE, 0, g.at - 1, GROUP_SHOWN - 1}, ROW_HEAD, ROW_HEAD,
                1, workbook_page(book));
    sheet_tab(g.sheet, COLOUR_BAR);
}
