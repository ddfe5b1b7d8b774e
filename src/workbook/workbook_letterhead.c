/* SPDX-License-Identifier: MIT */
/*
 * The head of an official table, as decree 30/2020/NĐ-CP lays papers out: who issues it at the
 * left, the motto at the right, a rule below each, the title, what it is attached to; then what the
 * lines come to, counted by the sheet.
 */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"
#include "typeface.h"
#include "workbook_table.h"

/* ---- letterhead ---- */

static const struct look upper = {.size = 12.5, .wrap = true, .align = ALIGN_CENTRE};
static const struct look strong = {.size = 12.5, .bold = true, .wrap = true, .align = ALIGN_CENTRE};

/* Lines of one side, in its block of columns. */
struct flank {
    const char *const *lines;
    size_t count;
    int part;      /* its block */
    double length; /* of the rule, in parts of the last line */
    bool bold;     /* all lines, else the last */
};

enum { BLOCKS = 2 };

static int blocks(const struct table *table) {
    return table->layout->columns < BLOCKS ? table->layout->columns : BLOCKS;
}

static struct area side_area(const struct table *table, const struct flank *side) {
    int parts = blocks(table);
    return layout_block(table->layout, table->at, side->part < parts ? side->part : parts - 1,
                        parts);
}

static const char *side_line(const struct table *table, const struct flank *side, size_t i) {
    return book_said(table->book->card->book, side->lines[i], table->book->lang);
}

/* Drawn with dashes that touch each other: an underline would be as long as the cell is wide. */
static void write_rule(const struct table *table, const struct flank *side) {
    enum { SIZE = 6 };
    static const struct look look = {.size = SIZE, .align = ALIGN_CENTRE};
    const char *last = side_line(table, side, side->count - 1);
    struct area area = side_area(table, side);
    double line = (double)typeface_width(last, strlen(last), true) * strong.size / 1000;
    double room = layout_points(table->layout, area.first_column, area.last_column) - SIZE;
    line = line < room ? line : room;
    struct buffer rule = {0};
    for (int n = (int)(line * side->length / SIZE); n >= 0; n--) {
        buffer_text(&rule, "—");
    }
    buffer_put(&rule, "", 1);
    sheet_merge(table->sheet, area, rule.text, &look);
    buffer_clear(&rule);
}

/* The i-th row of a side; the height that it takes. */
static double write_side(const struct table *table, const struct flank *side, size_t i) {
    const double rule = 8;
    if (side->count == 0 || i > side->count) {
        return rule;
    }
    if (i == side->count) {
        write_rule(table, side);
        return rule;
    }
    const struct look *look = side->bold || i + 1 == side->count ? &strong : &upper;
    return official_block(table, side_area(table, side), side_line(table, side, i), look);
}

/* The lines that the files give; else the organisation, and in Vietnamese the country's. */
static void write_sides(struct table *table) {
    static const char *const motto[] = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                        "Độc lập - Tự do - Hạnh phúc"};
    enum { MOTTO = sizeof motto / sizeof *motto };
    const struct report_form *form = &table->form;
    enum language lang = table->book->lang;
    const char *org = org_name(&table->book->card->book->orgs[table->org], lang);
    struct flank left = {form->letterhead, arrlenu(form->letterhead), 0, 0.4, false};
    struct flank right = {form->motto, arrlenu(form->motto), 1, 1, true};
    if (form->letterhead == NULL) {
        left = (struct flank){&org, 1, 0, 0.4, true};
    }
    if (form->motto == NULL) {
        right = (struct flank){motto, lang == LANG_VI ? MOTTO : 0, 1, 1, true};
    }
    size_t rows = (left.count > right.count ? left.count : right.count) + 1;
    for (size_t i = 0; i < rows; i++) {
        double height = write_side(table, &left, i);
        double other = write_side(table, &right, i);
        official_height(table, table->at++, height > other ? height : other);
    }
}

/* ---- title ---- */

static void write_number(struct table *table) {
    static const struct look look = {.size = 11, .bold = true, .align = ALIGN_RIGHT};
    struct workbook *book = table->book;
    const char *number = official_text(table, table->form.form);
    if (number == NULL) {
        number =
            BOOK_PHRASE(book, PHRASE_SHEET_NUMBER, workbook_text(book, "%02d", table->ordinal));
    }
    int parts = blocks(table);
    sheet_merge(table->sheet, layout_block(table->layout, table->at, parts - 1, parts), number,
                &look);
    official_height(table, table->at++, 18);
}

/* Appends with a comma, or what comes first. */
static void put_next(struct buffer *out, size_t start, const char *words) {
    buffer_text(out, arrlenu(out->text) > start ? ", " : "");
    buffer_text(out, words);
}

/* Of which lines alone the table is, as export was asked: "" for all. */
static const char *lines_asked(struct workbook *book) {
    const struct selection *asked = book->style->asked;
    struct buffer out = {0};
    struct buffer names = {0};
    for (int i = 0; i < asked->indicators_count; i++) {
        const struct indicator *indicator = &book->card->book->indicators[asked->indicators[i]];
        put_next(&names, 0, indicator_name(indicator, book->lang));
    }
    if (arrlen(names.text) > 0) {
        put_next(&out, 0, formula_taken(book, &names));
    }
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        if ((asked->only >> status & 1) != 0) {
            put_next(&names, 0, status_label((enum status)status, book->lang));
        }
    }
    if (arrlen(names.text) > 0) {
        put_next(&out, 0, BOOK_PHRASE(book, PHRASE_SHEET_ONLY, formula_taken(book, &names)));
    }
    if (asked->with_target) {
        put_next(&out, 0, phrase(PHRASE_SHEET_WITH_TARGET, book->lang));
    }
    return formula_taken(book, &out);
}

const char *workbook_extract(struct workbook *book, enum phrase id) {
    const char *what = book->style->asked != NULL ? lines_asked(book) : "";
    return what[0] != '\0' ? BOOK_PHRASE(book, id, what) : "";
}

/* A table of some lines does not look like one of all. */
static void write_extract(struct table *table) {
    static const struct look look = {
        .size = 11.5, .bold = true, .italic = true, .wrap = true, .align = ALIGN_CENTRE};
    const char *text = workbook_extract(table->book, PHRASE_SHEET_EXTRACT);
    if (text[0] != '\0') {
        struct area line = official_line(table, table->at);
        official_height(table, table->at++, official_block(table, line, text, &look));
    }
}

static void write_title(struct table *table) {
    static const struct look title = {
        .size = 14, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
    static const struct look attached = {
        .size = 12, .italic = true, .wrap = true, .align = ALIGN_CENTRE};
    static const char *const titles[LANG_COUNT] = {
        "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ TẬP THỂ, HỢP TÁC XÃ",
        "TARGETS AND RESULTS OF THE COLLECTIVE ECONOMY AND COOPERATIVES",
    };
    const char *text = official_text(table, table->form.title);
    text = text != NULL ? text : titles[table->book->lang];
    struct area line = official_line(table, table->at);
    official_height(table, table->at++, official_block(table, line, text, &title));
    table->day = table->at;
    official_height(table, table->at++, 20); /* the day comes when the lines are known */
    text = official_text(table, table->form.attached_to);
    if (text != NULL) {
        bool brackets = text[0] != '(';
        text = workbook_text(table->book, "%s%s%s", brackets ? "(" : "", text, brackets ? ")" : "");
        line = official_line(table, table->at);
        official_height(table, table->at++, official_block(table, line, text, &attached));
    }
    write_extract(table);
    official_height(table, table->at++, 20); /* so do the counts */
}

void official_letterhead(struct table *table) {
    write_sides(table);
    write_number(table);
    write_title(table);
    table->head = table->at;
}

/* ---- what the lines come to ---- */

/* "$X$9:$X$20": a hidden or seen column of the lines. */
static const char *lines_of(const struct table *table, int column, uint32_t first, uint32_t last) {
    uint16_t at = table->layout->at[column];
    return FORMULA(table->book, "{0}:{1}", formula_cell(table->book, first, at, true),
                   formula_cell(table->book, last, at, true));
}

/* A day as print_date() writes it, from a cell or a term. */
static const char *day_words(const struct table *table, const char *day) {
    static const char *const patterns[LANG_COUNT] = {
        "RIGHT(\"0\"&DAY({0}),2)&\"/\"&RIGHT(\"0\"&MONTH({0}),2)&\"/\"&YEAR({0})",
        "YEAR({0})&\"-\"&RIGHT(\"0\"&MONTH({0}),2)&\"-\"&RIGHT(\"0\"&DAY({0}),2)",
    };
    return FORMULA(table->book, patterns[table->book->lang], day);
}

/* "NĂM 2024 – SỐ LIỆU ĐẾN NGÀY 30/06/2024": the latest day of the lines' figures. */
static void write_day(const struct table *table, uint32_t row, uint32_t first, uint32_t last) {
    static const struct look look = {.size = 13, .bold = true, .wrap = true, .align = ALIGN_CENTRE};
    static const char gap[] = "\n"; /* where the day goes */
    struct workbook *book = table->book;
    const char *org = org_name(&book->card->book->orgs[table->org], book->lang);
    const char *before = table->form.letterhead != NULL ? workbook_text(book, "%s – ", org) : "";
    const char *year = workbook_text(book, "%d", table->first->year);
    const char *text = BOOK_PHRASE(book, PHRASE_SHEET_HEAD, year, gap);
    const char *empty = BOOK_PHRASE(book, PHRASE_SHEET_HEAD_EMPTY, year);
    const char *at = strstr(text, gap);
    const char *head = workbook_text(book, "%s%.*s", before, (int)(at - text), text);
    const char *day = FORMULA(book, "MAX({0})", lines_of(table, TABLE_DAY, first, last));
    const char *formula =
        FORMULA(book, "IF({0}=0,{1},{2}&{3}&{4})", day,
                formula_words(book, workbook_text(book, "%s%s", before, empty)),
                formula_words(book, head), day_words(table, day), formula_words(book, at + 1));
    char printed[DATE_TEXT];
    struct date latest = workbook_figures_day(book, table->org);
    const char *stored =
        date_known(latest)
            ? workbook_text(book, "%s%s%s", head, print_date(latest, book->lang, printed), at + 1)
            : workbook_text(book, "%s%s", before, empty);
    sheet_merge(table->sheet, official_line(table, row), "", &look);
    sheet_formula_text(table->sheet, row, 0, formula, stored, &look);
}

/* Every verdict that a goal may come to, as the column has it, from the best to the worst. */
struct tally {
    const char *text;
    int count;
};

static struct tally *tallies_of(const struct table *table) {
    struct workbook *book = table->book;
    struct row_span rows = scorecard_rows_of(book->card, table->org);
    struct tally *tallies = NULL;
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        for (int way = 0; way < (status == STATUS_BEHIND ? 3 : 1); way++) {
            struct row row = {.status = (enum status)status, .ceiling = way > 0, .past = way > 1};
            const char *text = workbook_text(book, "%s %s", status_symbol(row.status),
                                             row_status_label(&row, book->lang));
            arrput(tallies, ((struct tally){text, 0}));
        }
    }
    struct cell cell;
    for (int i = rows.first; i < rows.end; i++) {
        table_cell(book->card, i, COLUMN_STATUS, book->lang, &cell);
        for (size_t t = 0; t < arrlenu(tallies); t++) {
            tallies[t].count += book->card->rows[i].goal && strcmp(tallies[t].text, cell.text) == 0;
        }
    }
    return tallies;
}

/* "8 chỉ tiêu: 2 ▲ Đúng tiến độ; 1 ▼ Chậm". */
static void write_counts(const struct table *table, uint32_t first, uint32_t last) {
    static const struct look look = {.size = 11.5, .italic = true, .align = ALIGN_CENTRE};
    enum { JOINT = 2 }; /* bytes of "; " */
    struct workbook *book = table->book;
    struct tally *tallies = tallies_of(table);
    struct buffer formula = {0};
    struct buffer stored = {0};
    const char *word = phrase(PHRASE_SHEET_GOALS, book->lang);
    const char *counted = lines_of(table, TABLE_COUNTED, first, last);
    const char *statuses = lines_of(table, TABLE_STATUS, first, last);
    int goals = 0;
    for (size_t i = 0; i < arrlenu(tallies); i++) {
        goals += tallies[i].count;
        buffer_format(&formula,
                      "&IF(SUMIF(%s,\"%s\",%s)=0,\"\",\"; \"&SUMIF(%s,\"%s\",%s)&\" %s\")",
                      statuses, tallies[i].text, counted, statuses, tallies[i].text, counted,
                      tallies[i].text);
        if (tallies[i].count > 0) {
            buffer_format(&stored, "; %d %s", tallies[i].count, tallies[i].text);
        }
    }
    buffer_put(&stored, "", 1);
    const char *all =
        FORMULA(book, "SUM({0})&\" {1}\"&IF(SUM({0})=0,\"\",\": \"&MID(\"\"{2},3,999))", counted,
                word, formula_taken(book, &formula));
    const char *text = workbook_text(book, "%d %s%s%s", goals, word, goals > 0 ? ": " : "",
                                     goals > 0 ? stored.text + JOINT : "");
    sheet_merge(table->sheet, official_line(table, table->head - 1), "", &look);
    sheet_formula_text(table->sheet, table->head - 1, 0, all, text, &look);
    buffer_clear(&stored);
    arrfree(tallies);
}

void official_headline(const struct table *table, uint32_t first, uint32_t last) {
    write_day(table, table->day, first, last);
    write_counts(table, first, last);
    workbook_line_done(table->book);
}
