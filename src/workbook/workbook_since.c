/* SPDX-License-Identifier: MIT */
/*
 * Sheet "So với kỳ trước": every goal that reads otherwise than at the last meeting, what matters
 * first, and why. In a workbook of export its figures follow what is typed; on its own, where there
 * may be no book at all, it holds what both sides said.
 */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "changes_words.h"
#include "diff_report.h"
#include "digest.h"
#include "mem.h"
#include "safe_file.h"
#include "sheet_clean.h"
#include "typeface.h"
#include "verify.h"
#include "workbook.h"
#include "workbook_inside.h"

enum { ROW_TITLE, ROW_COUNT, ROW_NOTE, ROW_HEAD, ROW_FIRST };

enum since_column {
    SINCE_ARROW,
    SINCE_ORG,
    SINCE_NAME,
    SINCE_UNIT,
    SINCE_OLD,
    SINCE_NEW,
    SINCE_OLD_VERDICT,
    SINCE_NEW_VERDICT,
    SINCE_CAUSE,
    SINCE_COLUMNS
};

static const struct since_head {
    enum changes_word word; /* CHANGES_WORD_COUNT: nothing over it */
    double width;
} heads[] = {
    [SINCE_ARROW] = {CHANGES_WORD_COUNT, 4},
    [SINCE_ORG] = {CHANGES_HEAD_ORG, 24},
    [SINCE_NAME] = {CHANGES_HEAD_NAME, 42},
    [SINCE_UNIT] = {CHANGES_HEAD_UNIT, 13},
    [SINCE_OLD] = {CHANGES_HEAD_OLD, 15},
    [SINCE_NEW] = {CHANGES_HEAD_NEW, 15},
    [SINCE_OLD_VERDICT] = {CHANGES_HEAD_OLD_VERDICT, 23},
    [SINCE_NEW_VERDICT] = {CHANGES_HEAD_NEW_VERDICT, 23},
    [SINCE_CAUSE] = {CHANGES_HEAD_CAUSE, 38},
};
static_assert(sizeof heads / sizeof *heads == SINCE_COLUMNS, "a column has no heading");

/* The sheet being written. */
struct since_sheet {
    struct workbook *book; /* of which only words are used where `live` is not */
    struct sheet *sheet;
    const struct diff_report *report;
    int *rows;                  /* of each change the scorecard's row, or NONE */
    bool live;                  /* in a workbook of export */
    uint16_t at[SINCE_COLUMNS]; /* the sheet's column of each */
    uint16_t last;              /* of the sheet's columns */
    uint32_t row;               /* the next free row */
};

static const struct look text_look = {.border = COLOUR_GRID, .wrap = true, .indent = 1};

static struct area across(const struct since_sheet *s, enum since_column first,
                          enum since_column last) {
    return (struct area){s->row, s->at[first], s->row, s->at[last]};
}

static const char *taken(const struct since_sheet *s, struct buffer *text) {
    const char *kept = pool_text(&s->book->line, text->text, arrlenu(text->text));
    buffer_clear(text);
    return kept;
}

/* ---- head ---- */

/* A column for organisations is there where there are several. */
static void place_columns(struct since_sheet *s) {
    uint16_t at = 0;
    bool several = diff_of_several(s->report);
    for (int c = 0; c < SINCE_COLUMNS; c++) {
        bool shown = c != SINCE_ORG || several;
        s->at[c] = shown ? at++ : NO_COLUMN;
        if (shown) {
            sheet_column(s->sheet, s->at[c], s->at[c], heads[c].width, false);
        }
    }
    s->last = (uint16_t)(at - 1);
}

/* Of a single organisation its name stands over all. */
static const char *title_text(const struct since_sheet *s) {
    const struct diff_report *report = s->report;
    const struct snapshot *side = arrlen(report->new->rows) > 0 ? report->new : report->old;
    struct buffer title = {0};
    if (s->at[SINCE_ORG] == NO_COLUMN && arrlen(side->rows) > 0) {
        buffer_format(&title, "%s. ", side->rows[0].org_name);
    }
    diff_title_put(&title, report, s->book->lang);
    return taken(s, &title);
}

static void write_head(struct since_sheet *s) {
    static const struct look title = {
        .size = 14, .bold = true, .ink = COLOUR_NAVY, .rule = COLOUR_NAVY};
    static const struct look count = {.bold = true};
    static const struct look note = {.size = 10.5, .italic = true, .ink = COLOUR_MUTED};
    enum language lang = s->book->lang;
    struct buffer text = {0};
    for (uint16_t c = 0; c <= s->last; c++) {
        sheet_text(s->sheet, ROW_TITLE, c, c == 0 ? title_text(s) : "", &title);
    }
    diff_count_put(&text, s->report, lang);
    sheet_text(s->sheet, ROW_COUNT, 0, taken(s, &text), &count);
    sheet_text(s->sheet, ROW_NOTE, 0, s->live ? changes_word(CHANGES_FOLLOWS, lang) : "", &note);
    for (int c = 0; c < SINCE_COLUMNS; c++) {
        if (s->at[c] != NO_COLUMN) {
            enum changes_word word = heads[c].word;
            sheet_text(s->sheet, ROW_HEAD, s->at[c],
                       word == CHANGES_WORD_COUNT ? "" : changes_word(word, lang), &table_head);
        }
    }
    sheet_height(s->sheet, ROW_TITLE, 26);
    sheet_height(s->sheet, ROW_HEAD, 34);
    s->row = ROW_FIRST;
}

/* ---- a change ---- */

/* As many as its text has: "1,50" two. */
static int decimals_of(const char *text, enum language lang) {
    static const char marks[LANG_COUNT] = {',', '.'};
    const char *mark = strchr(text, marks[lang]);
    return mark != NULL ? (int)strspn(mark + 1, "0123456789") : 0;
}

static struct look number_look(const struct since_sheet *s, const struct since_row *figure) {
    struct number_look number = {.decimals = decimals_of(figure->text, s->book->lang)};
    return (struct look){.border = COLOUR_GRID,
                         .align = ALIGN_RIGHT,
                         .shrink = true,
                         .number = number_code(s->book, number)};
}

static const struct look words_look = {
    .border = COLOUR_GRID, .align = ALIGN_RIGHT, .number = "General_);General_);General_);@_)"};

static void put_old(const struct since_sheet *s, const struct change *change) {
    struct since_row old = since_of(change->old);
    struct look look = number_look(s, &old);
    if (old.number) {
        sheet_number(s->sheet, s->row, s->at[SINCE_OLD], ratio_double(old.figure), &look);
    } else {
        sheet_text(s->sheet, s->row, s->at[SINCE_OLD], old.text, &words_look);
    }
}

/* The figure that is typed, unless it is still the one of the export. */
static const char *same_figure(const struct since_sheet *s, int index) {
    struct workbook *book = s->book;
    const struct row *row = &book->card->rows[index];
    const char *actual = formula_data(book, "DL_TH", index);
    return row->has_actual ? FORMULA(book, "AND(ISNUMBER({0}),ABS(N({0})-({1}))<=1E-9*ABS({1}))",
                                     actual, formula_number(book, ratio_double(row->low)))
                           : FORMULA(book, "{0}=\"\"", actual);
}

static void put_new(const struct since_sheet *s, const struct change *change, int index) {
    struct workbook *book = s->book;
    struct since_row new = since_of(change->new);
    struct look look = number_look(s, &new);
    uint16_t at = s->at[SINCE_NEW];
    if (index == NONE && new.number) {
        sheet_number(s->sheet, s->row, at, ratio_double(new.figure), &look);
    } else if (index == NONE) {
        sheet_text(s->sheet, s->row, at, new.text, &words_look);
    } else if (new.number) {
        const char *actual = formula_data(book, "DL_TH", index);
        sheet_formula_number(s->sheet, s->row, at, formula_known(book, actual, actual),
                             ratio_double(new.figure), &look);
    } else {
        sheet_formula_text(s->sheet, s->row, at,
                           FORMULA(book, "IF({0},{1},{2})", same_figure(s, index),
                                   formula_words(book, new.text),
                                   formula_data(book, "DL_TH", index)),
                           new.text, &words_look);
    }
}

static const char *verdict(const struct since_sheet *s, const struct snapshot_row *row) {
    return row == NULL || row->seal[SEAL_TARGET] == NULL
               ? ""
               : workbook_text(s->book, "%s %s", status_symbol(row->status), row->verdict);
}

static void put_verdicts(const struct since_sheet *s, const struct change *change, int index) {
    const char *old = verdict(s, change->old);
    const char *new = verdict(s, change->new);
    sheet_text(s->sheet, s->row, s->at[SINCE_OLD_VERDICT], old, &text_look);
    if (index == NONE || new[0] == '\0') {
        sheet_text(s->sheet, s->row, s->at[SINCE_NEW_VERDICT], new, &text_look);
    } else {
        sheet_formula_text(s->sheet, s->row, s->at[SINCE_NEW_VERDICT],
                           formula_data(s->book, "DL_DANH_GIA", index), new, &text_look);
    }
}

/* "số mới; cũng: sửa kế hoạch. Kế hoạch 30 thành 34" */
static const char *cause_text(const struct since_sheet *s, const struct change *change) {
    struct buffer text = {0};
    struct buffer details = {0};
    change_cause_put(&text, change, s->book->lang);
    change_details_put(&details, change, s->book->lang);
    if (arrlen(details.text) > 0) {
        buffer_text(&text, ": ");
        buffer_put(&text, details.text, arrlenu(details.text));
    }
    buffer_clear(&details);
    return taken(s, &text);
}

static void put_cause(const struct since_sheet *s, const char *text, int index) {
    struct workbook *book = s->book;
    if (index == NONE) {
        sheet_text(s->sheet, s->row, s->at[SINCE_CAUSE], text, &text_look);
        return;
    }
    const char *typed = changes_word(CHANGES_TYPED, book->lang);
    sheet_formula_text(s->sheet, s->row, s->at[SINCE_CAUSE],
                       FORMULA(book, "IF({0},{1},\"{2}\")", same_figure(s, index),
                               formula_words(book, text), typed),
                       text, &text_look);
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

/* Points that a text takes in a column. */
static double height_in(enum since_column column, const char *text) {
    enum { SIZE = 12 };
    double points = (double)(int)(heads[column].width * 7 + 5) * 3 / 4; /* digits of 7 pixels */
    return typeface_lines(text, false, layout_room(points, 1, SIZE)) * 15.5 + 7;
}

static void put_change(struct since_sheet *s, const struct change *change, int index) {
    static const struct look centre = {.border = COLOUR_GRID, .align = ALIGN_CENTRE};
    const struct snapshot_row *row = change_row(change);
    const char *cause = cause_text(s, change);
    double height = larger(height_in(SINCE_NAME, row->name), height_in(SINCE_CAUSE, cause));
    height = larger(height, height_in(SINCE_NEW_VERDICT, verdict(s, change->new)));
    height = larger(height, height_in(SINCE_UNIT, row->unit != NULL ? row->unit : ""));
    const char *arrow = move_arrow(change->move);
    if (index == NONE) {
        sheet_text(s->sheet, s->row, s->at[SINCE_ARROW], arrow, &centre);
    } else {
        sheet_formula_text(s->sheet, s->row, s->at[SINCE_ARROW],
                           formula_data(s->book, "DL_DOI", index), arrow, &centre);
    }
    if (s->at[SINCE_ORG] != NO_COLUMN) {
        sheet_text(s->sheet, s->row, s->at[SINCE_ORG], row->org_name, &text_look);
        height = larger(height, height_in(SINCE_ORG, row->org_name));
    }
    struct look unit = text_look;
    unit.align = ALIGN_CENTRE;
    unit.indent = 0;
    sheet_text(s->sheet, s->row, s->at[SINCE_NAME], row->name, &text_look);
    sheet_text(s->sheet, s->row, s->at[SINCE_UNIT], row->unit, &unit);
    put_old(s, change);
    put_new(s, change, index);
    put_verdicts(s, change, index);
    put_cause(s, cause, index);
    sheet_height(s->sheet, s->row, height);
    s->row++;
    workbook_line_done(s->book);
}

static void write_changes(struct since_sheet *s) {
    static const struct look group = {
        .bold = true, .ink = COLOUR_NAVY, .paper = COLOUR_GROUP, .border = COLOUR_GRID};
    const struct changes *changes = s->report->changes;
    for (size_t i = 0; i < arrlenu(changes->items); i++) {
        enum move move = changes->items[i].move;
        if (i == 0 || changes->items[i - 1].move != move) {
            sheet_merge(s->sheet, across(s, SINCE_ARROW, SINCE_CAUSE),
                        workbook_text(s->book, "%s %s (%d)", move_arrow(move),
                                      move_label(move, s->book->lang), changes->moves[move]),
                        &group);
            sheet_height(s->sheet, s->row++, 20);
        }
        put_change(s, &changes->items[i], s->live ? s->rows[i] : NONE);
    }
}

/* ---- how the counts add up ---- */

/* "+1 sửa số cũ, −2 số mới" */
static const char *by_causes(const struct since_sheet *s, const struct changes *changes,
                             int status) {
    const char *text = "";
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        int by = changes->by[cause][status];
        if (by != 0) {
            text = workbook_text(s->book, "%s%s%s%d %s", text, text[0] != '\0' ? ", " : "",
                                 by > 0 ? "+" : "−", by > 0 ? by : -by,
                                 cause_label(cause, s->book->lang));
        }
    }
    return text;
}

static void put_count(struct since_sheet *s, const char *name, int before, int after,
                      const char *causes) {
    static const struct look count = {
        .border = COLOUR_GRID, .align = ALIGN_RIGHT, .number = "0_)", .bold = true};
    sheet_merge(s->sheet, across(s, SINCE_ARROW, SINCE_UNIT), name, &text_look);
    sheet_number(s->sheet, s->row, s->at[SINCE_OLD], before, &count);
    sheet_number(s->sheet, s->row, s->at[SINCE_NEW], after, &count);
    sheet_merge(s->sheet, across(s, SINCE_OLD_VERDICT, SINCE_CAUSE), causes, &text_look);
    sheet_height(s->sheet, s->row++, 20);
}

static void write_counts(struct since_sheet *s) {
    static const struct look heading = {.bold = true, .ink = COLOUR_NAVY};
    const struct changes *changes = s->report->changes;
    enum language lang = s->book->lang;
    int before = 0;
    int after = 0;
    s->row++;
    sheet_text(s->sheet, s->row, 0, changes_word(CHANGES_SUMS, lang), &heading);
    sheet_height(s->sheet, s->row++, 22);
    sheet_merge(s->sheet, across(s, SINCE_ARROW, SINCE_UNIT),
                changes_word(CHANGES_HEAD_STATUS, lang), &table_head);
    sheet_text(s->sheet, s->row, s->at[SINCE_OLD], changes_word(CHANGES_HEAD_BEFORE, lang),
               &table_head);
    sheet_text(s->sheet, s->row, s->at[SINCE_NEW], changes_word(CHANGES_HEAD_AFTER, lang),
               &table_head);
    sheet_merge(s->sheet, across(s, SINCE_OLD_VERDICT, SINCE_CAUSE),
                changes_word(CHANGES_HEAD_CAUSE, lang), &table_head);
    s->row++;
    for (int status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        if (changes->before[status] != 0 || changes->after[status] != 0) {
            put_count(s,
                      workbook_text(s->book, "%s %s", status_symbol((enum status)status),
                                    status_label((enum status)status, lang)),
                      changes->before[status], changes->after[status],
                      by_causes(s, changes, status));
        }
        before += changes->before[status];
        after += changes->after[status];
    }
    put_count(s, changes_word(CHANGES_ROWS, lang), before, after, "");
}

static void write_seals(struct since_sheet *s) {
    static const struct look note = {
        .size = 10.5, .italic = true, .wrap = true, .ink = COLOUR_MUTED};
    enum { CHARACTERS = 150 };
    struct buffer text = {0};
    diff_seals_put(&text, s->report, s->book->lang);
    s->row++;
    for (size_t i = 0, first = 0; i < arrlenu(text.text); i++) {
        if (text.text[i] == '\n') {
            const char *line = workbook_text(s->book, "%.*s", (int)(i - first), text.text + first);
            sheet_merge(s->sheet, across(s, SINCE_ARROW, SINCE_CAUSE), line, &note);
            sheet_height(s->sheet, s->row++, text_lines(line, CHARACTERS) * 14.0 + 3);
            first = i + 1;
        }
    }
    buffer_clear(&text);
}

/* ---- the sheet ---- */

static void fill(struct since_sheet *s) {
    place_columns(s);
    write_head(s);
    workbook_line_done(s->book);
    if (arrlen(s->report->changes->items) > 0) {
        write_changes(s);
        for (int c = SINCE_OLD_VERDICT; c <= SINCE_NEW_VERDICT; c++) {
            workbook_colours(s->book, s->sheet,
                             (struct area){ROW_FIRST, s->at[c], s->row - 1, s->at[c]}, false);
        }
        write_counts(s);
    }
    write_seals(s);
    workbook_line_done(s->book);
    sheet_freeze(s->sheet, ROW_FIRST, 0);
    sheet_print(s->sheet, (struct area){ROW_TITLE, 0, s->row - 1, s->last}, ROW_HEAD, ROW_HEAD, 1,
                workbook_page(s->book));
    sheet_tab(s->sheet, 0xC00000);
}

void workbook_since(struct workbook *book) {
    static const char *const what[LANG_COUNT] = {
        "Gì đã đổi từ lần họp trước, vì sao", "What has changed since the last meeting, and why"};
    const struct diff_report *report = book->style->since;
    if (report == NULL) {
        return;
    }
    struct since_sheet s = {.book = book, .report = report, .live = true};
    s.sheet = workbook_sheet_add(book, changes_word(CHANGES_SHEET, book->lang), what[book->lang]);
    s.rows = mem_alloc((arrlenu(report->changes->items) + 1) * sizeof *s.rows);
    for (size_t i = 0; i < arrlenu(report->changes->items); i++) {
        s.rows[i] = NONE;
    }
    for (size_t i = 0; i < arrlenu(book->card->rows); i++) {
        if (report->of_rows[i] != NULL) {
            s.rows[report->of_rows[i] - report->changes->items] = (int)i;
        }
    }
    fill(&s);
    mem_free(s.rows);
}

/* The latest day that a row is seen from. */
static struct date latest(const struct diff_report *report) {
    struct date date = date_of(2000, 1, 1);
    for (size_t i = 0; i < arrlenu(report->new->rows); i++) {
        struct date seen = report->new->rows[i].as_of;
        date = date_cmp(seen, date) > 0 ? seen : date;
    }
    return date;
}

bool write_since(const char *path, const struct diff_report *report, enum language lang,
                 struct write_failure *failure) {
    struct safe_file file;
    char detail[VERIFY_DETAIL];
    if (!safe_file_begin(&file, path, failure)) {
        return false;
    }
    const char *name = changes_word(CHANGES_SHEET, lang);
    struct workbook book = {.lang = lang, .path = path};
    book.sheets = sheets_new(file.temporary, latest(report), name);
    struct since_sheet s = {.book = &book, .report = report};
    s.sheet = sheet_add(book.sheets, name);
    fill(&s);
    bool good = sheets_close(book.sheets, failure);
    pool_clear(&book.pool);
    pool_clear(&book.line);
    if (good && !digest_add(file.temporary)) {
        good = safe_file_failed(failure, WRITE_CONTENT, errno, NULL);
    }
    if (good && !verify_workbook(file.temporary, 1, NULL, detail)) {
        good = safe_file_failed(failure, WRITE_VERIFY, 0, detail);
    }
    if (!good) {
        safe_file_abort(&file);
        return false;
    }
    return safe_file_commit(&file, failure);
}
