/* SPDX-License-Identifier: MIT */
/* Sheet "Cụm, tổng hợp": what groups are to reach and have reached, their members below. */
#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "note.h"
#include "sheet_clean.h"
#include "typeface.h"
#include "workbook_inside.h"

enum { ROW_BACK, ROW_TITLE, ROW_NOTE, ROW_HEAD = 4, ROW_FIRST };

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
    uint32_t at;       /* the next free row */
    int number;        /* the last number given in the group */
    uint32_t percents; /* lines above the next one that show percentages, without a gap */
    int sums;          /* of members beside a group's own figure, so far */
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
    for (size_t i = 0; i < arrlenu(group->absent.late); i++) {
        if (group->absent.late[i].org == member) {
            return true;
        }
    }
    return false;
}

/* What keeps a member's figure from being counted, and the marks of its row. */
static const char *member_words(struct workbook *book, const struct row *group, int32_t member,
                                int index) {
    const struct row *row = &book->card->rows[index];
    const char *words = marks(book, row);
    if (!is_missing(group, member)) {
        return words;
    }
    if (row->has_actual) {
        char date[DATE_TEXT];
        return BOOK_PHRASE(book, PHRASE_SHEET_NOT_COUNTED, print_date(row->date, book->lang, date));
    }
    return workbook_text(book, "%s%s%s", words, words[0] != '\0' ? "; " : "",
                         phrase(PHRASE_SHEET_NO_FIGURE, book->lang));
}

static int most(int a, int b) {
    return a > b ? a : b;
}

/* Lines of a row's unit in its column. */
static int unit_lines(const struct workbook *book, int row) {
    const double points = (heads[GROUP_UNIT].width * 7 + 5) * 0.75;
    return typeface_lines(workbook_unit(book, &book->card->rows[row]), false,
                          layout_room(points, 0, 12));
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
    static const uint16_t empty[] = {GROUP_NUMBER, GROUP_SUM, GROUP_COMPLETE};
    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
        sheet_text(g->sheet, g->at, empty[i], "", &plain);
    }
    workbook_row_figures(book, g->sheet, &layout, row, g->at, true);
    const char *words = member_words(book, group, member, row);
    sheet_text(g->sheet, g->at, GROUP_NAME, text, &name);
    workbook_row_note(book, g->sheet, &layout, row, g->at, words, &note);
    int lines = most(text_lines(text, CHARACTERS), unit_lines(book, row));
    lines = most(lines, text_lines(words, NOTE_CHARACTERS));
    sheet_height(g->sheet, g->at, lines * 15.5 + 4);
    g->at++;
}

/* ---- a group's line ---- */

/* Beside a figure that the group reports itself: what its members' come to, where they are of a
 * kind that is added. A figure made of them needs none beside it. */
static bool has_sum(const struct workbook *book, const struct row *row, const int *members) {
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    bool any = false;
    for (size_t i = 0; i < arrlenu(members); i++) {
        const struct row *member = &book->card->rows[members[i]];
        if (member->has_actual && ratio_cmp(member->low, member->high) != 0) {
            return false;
        }
        any |= member->has_actual;
    }
    return any && !row->rolled_up && indicator_rollup(indicator) == ROLLUP_SUM;
}

static void put_sum(struct groups *g, const struct row *row, uint32_t at, const int *members,
                    struct look look) {
    struct workbook *book = g->book;
    struct ratio sum = ratio_int(0);
    char text[PRINTED_TEXT];
    for (size_t i = 0; i < arrlenu(members); i++) {
        const struct row *member = &book->card->rows[members[i]];
        sum = member->has_actual ? ratio_add(sum, member->low) : sum;
    }
    if (!has_sum(book, row, members) || !ratio_valid(sum)) {
        sheet_text(g->sheet, at, GROUP_SUM, "", &look);
        return;
    }
    g->sums++;
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    struct number_look number = {0};
    number.decimals = figure_print(sum, indicator, NULL, 0, book->lang, text);
    look.number = number_code(book, number);
    sheet_formula_number(
        g->sheet, at, GROUP_SUM,
        FORMULA(book, "SUM({0}:{1})", formula_cell(book, at + 1, GROUP_ACTUAL, false),
                formula_cell(book, at + (uint32_t)arrlen(members), GROUP_ACTUAL, false)),
        ratio_double(sum), &look);
}

/* "3/4", counted by the data. */
static void put_complete(struct groups *g, int index, const struct look *look) {
    struct workbook *book = g->book;
    const struct row *row = &book->card->rows[index];
    if (!row->rolled_up) {
        sheet_text(g->sheet, g->at, GROUP_COMPLETE, "", look);
        return;
    }
    sheet_formula_text(g->sheet, g->at, GROUP_COMPLETE,
                       FORMULA(book, "N({0})&\"/{1}\"", formula_data(book, "DL_BAO_CAO", index),
                               formula_int(book, row->members_total)),
                       workbook_text(book, "%d/%d", row->members_reporting, row->members_total),
                       look);
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
    put_complete(g, index, &centre);
    workbook_row_note(book, g->sheet, &layout, index, g->at, words, &note);
    int names = most(text_lines(text, NAME_CHARACTERS), unit_lines(book, index));
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

/* What lacks members who can only add is a least. */
static void write_least(const struct groups *g, struct area area) {
    static const struct look least = {.number = "\"≥ \"0.0%_)"};
    struct workbook *book = g->book;
    const char *line = formula_cell(book, area.first_row, layout.at[TABLE_LINE], false);
    const char *cell = formula_cell(book, area.first_row, GROUP_ATTAINMENT, false);
    sheet_highlight(g->sheet, area,
                    FORMULA(book, "=IFERROR(AND(ISNUMBER({0}),SUM(INDEX(DL_THIEU,{1}))={2}),FALSE)",
                            cell, line, formula_int(book, PARTIAL_LEAST)),
                    &least);
}

/* Percentages that follow each other, as bars too: a group's, and its members' beneath. */
static void end_percents(struct groups *g, uint32_t end) {
    if (g->percents > 0) {
        struct area area = {end - g->percents, GROUP_ATTAINMENT, end - 1, GROUP_ATTAINMENT};
        sheet_bars(g->sheet, area, 1.25, COLOUR_BAR);
        workbook_exact_shares(g->book, g->sheet, area);
        write_least(g, area); /* of the same area: LibreOffice heeds one of two that overlap */
    }
    g->percents = 0;
}

static void write_exact_share(struct groups *g, uint32_t at, int row) {
    if (row_shows_percent(g->book->card, &g->book->card->rows[row])) {
        g->percents++;
    } else {
        end_percents(g, at);
    }
}

/* What is typed later is shown as it is where it decides, in the line of an indicator and those of
 * its members. */
static void write_exact(struct groups *g, uint32_t first, int index, const int *members) {
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
        int member = member_row(g->book, row, group->members[i]);
        if (member != NONE) { /* nothing was assigned to it and nothing reported */
            arrput(members, member);
        }
    }
    put_row(g, index, members);
    for (size_t i = 0; i < arrlenu(members); i++) {
        put_member(g, row, g->book->card->rows[members[i]].org, members[i]);
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
        "Dòng đậm là của cụm, dưới đó là các đơn vị được giao hay đã có số. Cộng các đơn vị: chỉ "
        "khi "
        "cụm tự báo cáo số của mình.",
        "Bold lines are the group's; below stand the members with a target or a figure. Sums of "
        "members stand beside figures that the group reports itself.",
    };
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look filtered = {.bold = true, .ink = 0xC00000};
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
    sheet_text(g->sheet, ROW_NOTE + 1, 0, workbook_extract(g->book, PHRASE_SHEET_FILTERED),
               &filtered);
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
    static const char *const what[LANG_COUNT] = {"Từng chỉ tiêu của cụm, dưới đó là các đơn vị",
                                                 "Each goal of a group, its members below"};
    struct groups g = {.book = book, .at = ROW_FIRST};
    const struct row *rows = book->card->rows;
    if (!any_group(book)) {
        return;
    }
    g.sheet = workbook_sheet_add(book, name[book->lang], what[book->lang]);
    write_head(&g);
    for (int i = 0; i < (int)arrlen(rows); i++) {
        if (!is_group(book, &rows[i])) {
            continue;
        }
        if (i == 0 || rows[i - 1].org != rows[i].org) {
            end_percents(&g, g.at);
            g.at += g.at > ROW_FIRST;
            put_group(&g, rows[i].org);
        }
        put_indicator(&g, i);
    }
    workbook_colours(book, g.sheet, (struct area){ROW_FIRST, GROUP_STATUS, g.at - 1, GROUP_STATUS},
                     true);
    end_percents(&g, g.at);
    workbook_line_done(book);
    if (g.sums == 0) {
        sheet_column(g.sheet, GROUP_SUM, GROUP_SUM, heads[GROUP_SUM].width, true);
    }
    sheet_freeze(g.sheet, ROW_FIRST, GROUP_NAME + 1);
    sheet_print(g.sheet, (struct area){ROW_TITLE, 0, g.at - 1, GROUP_SHOWN - 1}, ROW_HEAD, ROW_HEAD,
                1, workbook_page(book));
    workbook_way_back(book, g.sheet, ROW_BACK, 0);
    sheet_fit_screen(g.sheet, 0, GROUP_SHOWN - 1);
    sheet_tab(g.sheet, COLOUR_BAR);
}
