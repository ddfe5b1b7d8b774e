/* SPDX-License-Identifier: MIT */
#include "form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form_words.h"
#include "label.h"
#include "mem.h"
#include "printing.h"
#include "sheet.h"
#include "sheet_clean.h"
#include "table.h"

enum { ROW_KEYS, ROW_TITLE, ROW_OF, ROW_HOW, ROW_NUMBER, ROW_HEAD, ROW_FIRST };

enum {
    AT_KEY,
    AT_NUMBER,
    AT_NAME,
    AT_UNIT,
    AT_PLAN,
    AT_BASE,
    AT_LAST,
    AT_LAST_DAY,
    AT_ACTUAL,
    AT_DAY,
    AT_ESTIMATE,
    AT_NOTE,
    AT_WAS,             /* four of them: as issued */
    AT_WHY = AT_WAS + 4 /* of a form that is given back */
};

enum { COLOUR_WRONG = 0xF4A582, INK_WRONG = 0x7B1D0A, TEXT_SIZE = 256, WHY_CHARACTERS = 46 };

static const char *const keys[] = {"actual", "date", "estimate", "note"};
enum { INPUTS = sizeof keys / sizeof *keys };
enum { INPUT_ACTUAL, INPUT_DAY, INPUT_ESTIMATE, INPUT_NOTE };

/* A form being written. */
struct writing {
    const struct form_issue *issue;
    struct sheets *sheets;
    struct sheet *sheet;
    uint32_t row; /* the next one */
    int number;   /* of the last goal */
    int year;
    struct window window;
};

/* The last one that people see. */
static uint16_t last_column(const struct writing *w) {
    return w->issue->returned ? AT_WHY : AT_NOTE;
}

/* ---- which goals ---- */

static bool asked(const struct scorecard *card, int row, int32_t org) {
    const struct row *r = &card->rows[row];
    const struct indicator *indicator = &card->book->indicators[r->indicator];
    bool first = row == 0 || card->rows[row - 1].org != org ||
                 card->rows[row - 1].indicator != r->indicator; /* one row for several targets */
    return r->org == org && first && indicator->ratio_of == NONE;
}

int form_goals(const struct scorecard *card, int32_t org) {
    int goals = 0;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        goals += asked(card, i, org);
    }
    return goals;
}

/* ---- what it was issued with ---- */

/* The organisation's own figure of exactly that day, or an invalid ratio; of the year's estimate
 * when estimate is true. */
static struct ratio held(const struct form_issue *issue, const struct row *row, bool estimate,
                         const char **note) {
    const struct figures *figures = &issue->card->book->figures;
    struct ratio value = {0, 0};
    for (int32_t i = 0; i < (int32_t)figures_count(figures); i++) {
        const struct packed_figure *packed = &figures->packed[i];
        if (packed->org == row->org && packed->indicator == row->indicator &&
            packed_year(packed) == row->year &&
            packed_kind(packed) == (estimate ? FIGURE_ESTIMATE : FIGURE_LEVEL) &&
            date_cmp(packed_date(packed), issue->as_of) == 0) {
            struct figure figure = figures_get(figures, i);
            value = figure.low;
            *note = figure.note != NULL ? figure.note : "";
        }
    }
    return value;
}

static void mix(uint64_t *sum, const char *text) {
    for (; *text != '\0'; text++) {
        *sum = (*sum ^ (unsigned char)*text) * UINT64_C(1099511628211);
    }
    *sum = (*sum ^ 10) * UINT64_C(1099511628211);
}

const char *form_number(const struct form_issue *issue, char number[FORM_NUMBER]) {
    const struct book *book = issue->card->book;
    uint64_t sum = UINT64_C(14695981039346656037);
    char text[RATIO_TEXT];
    char day[DATE_TEXT];
    mix(&sum, book->orgs[issue->org].id);
    mix(&sum, date_print(issue->as_of, day));
    for (int i = 0; i < (int)arrlen(issue->card->rows); i++) {
        const struct row *row = &issue->card->rows[i];
        if (asked(issue->card, i, issue->org)) {
            const char *note = "";
            struct ratio value = held(issue, row, false, &note);
            mix(&sum, book->indicators[row->indicator].id);
            mix(&sum, value.den != 0 ? ratio_plain(value, true, NULL, 0, text) : "");
        }
    }
    snprintf(number, FORM_NUMBER, "%016llX", (unsigned long long)sum);
    return number;
}

/* ---- a goal ---- */

static const struct form_answer *answer_of(const struct writing *w, int32_t indicator,
                                           const char *key) {
    for (size_t i = 0; i < w->issue->answers_count; i++) {
        const struct form_answer *answer = &w->issue->answers[i];
        if (answer->indicator == indicator && strcmp(answer->key, key) == 0) {
            return answer;
        }
    }
    return NULL;
}

/* What stands in a cell of inputs. */
struct held_text {
    const char *text;
    struct date day; /* or no date */
    bool number;     /* the text is a plain number */
};

static void put_value(struct writing *w, uint16_t column, struct held_text held,
                      const struct look *look) {
    if (held.number) {
        sheet_number(w->sheet, w->row, column, strtod(held.text, NULL), look);
    } else if (date_known(held.day)) {
        sheet_number(w->sheet, w->row, column, date_serial(held.day), look);
    } else {
        sheet_text(w->sheet, w->row, column, held.text, look);
    }
}

static void put_cell(struct writing *w, uint16_t column, int row, enum column_id what,
                     enum align align) {
    const struct look look = {.size = 11, .border = COLOUR_GRID, .align = align, .wrap = true};
    struct cell cell;
    table_cell(w->issue->card, row, what, w->issue->lang, &cell);
    sheet_text(w->sheet, w->row, column, cell.kind != CELL_EMPTY ? cell.text : "", &look);
}

static void put_input(struct writing *w, const struct row *row, int input, struct held_text issued,
                      struct look look) {
    const struct form_answer *answer = answer_of(w, row->indicator, keys[input]);
    struct held_text held = issued;
    uint16_t column = (uint16_t)(AT_ACTUAL + input);
    if (answer != NULL) {
        held = (struct held_text){answer->text, answer->day, answer->number};
        look.paper = answer->wrong != NULL ? COLOUR_WRONG : look.paper;
    }
    put_value(w, column, held, &look);
    if (answer != NULL && answer->wrong != NULL) {
        sheet_comment(w->sheet, w->row, column, answer->wrong);
    }
    look.paper = 0;
    put_value(w, (uint16_t)(AT_WAS + input), issued, &look);
}

/* "#,##0.0_)" with so many decimals as the indicator has, or as many as are typed. */
static const char *code_of(const struct indicator *indicator) {
    static const char *const codes[] = {"#,##0_)", "#,##0.0_)", "#,##0.00_)", "#,##0.000_)"};
    bool counted = indicator->decimals >= 0 && indicator->decimals <= 3;
    return counted ? codes[indicator->decimals] : "General";
}

/* A figure as issued; an invalid ratio is none. */
static struct held_text plain_text(struct ratio value, char text[RATIO_TEXT]) {
    bool known = value.den != 0;
    return (struct held_text){.text = known ? ratio_plain(value, true, NULL, 0, text) : "",
                              .number = known};
}

static void put_inputs(struct writing *w, const struct row *row) {
    const struct indicator *indicator = &w->issue->card->book->indicators[row->indicator];
    const struct look look = {.size = 12,
                              .border = 0x404040,
                              .paper = COLOUR_INPUT,
                              .unlocked = true,
                              .align = ALIGN_RIGHT};
    const char *note = "";
    const char *ignored = "";
    bool yes_no = indicator_is_yes_no(indicator);
    struct ratio actual = held(w->issue, row, false, &note);
    struct ratio estimate = held(w->issue, row, true, &ignored);
    char texts[2][RATIO_TEXT];
    struct look number = look;
    number.number = code_of(indicator);
    number.bold = true;
    struct held_text issued = plain_text(actual, texts[0]);
    if (yes_no && actual.den != 0) {
        enum form_word word = ratio_sign(actual) > 0 ? FORM_YES : FORM_NO;
        issued = (struct held_text){.text = form_word(word, w->issue->lang)};
    }
    put_input(w, row, INPUT_ACTUAL, issued, number);
    number.bold = false;
    static const struct held_text nothing = {.text = ""};
    put_input(w, row, INPUT_ESTIMATE, yes_no ? nothing : plain_text(estimate, texts[1]), number);
    struct look day = look;
    day.number = form_word(FORM_DAY_CODE, w->issue->lang);
    day.align = ALIGN_CENTRE;
    put_input(w, row, INPUT_DAY, nothing, day);
    struct look words = look;
    words.align = ALIGN_LEFT;
    words.wrap = true;
    put_input(w, row, INPUT_NOTE, (struct held_text){.text = note}, words);
}

/* Why cells of the row are wrong, one after the other; how many lines they take. */
static int put_why(struct writing *w, const struct row *row) {
    static const struct look look = {
        .size = 10, .border = COLOUR_GRID, .ink = INK_WRONG, .wrap = true};
    struct buffer why = {0};
    for (int i = 0; i < INPUTS; i++) {
        const struct form_answer *answer = answer_of(w, row->indicator, keys[i]);
        if (answer != NULL && answer->wrong != NULL) {
            buffer_text(&why, arrlen(why.text) > 0 ? "\n" : "");
            buffer_text(&why, answer->wrong);
        }
    }
    buffer_put(&why, "", 1);
    sheet_text(w->sheet, w->row, AT_WHY, why.text, &look);
    int lines = text_lines(why.text, WHY_CHARACTERS);
    buffer_clear(&why);
    return lines;
}

static void validate(struct writing *w, const struct row *row) {
    enum language lang = w->issue->lang;
    const struct indicator *indicator = &w->issue->card->book->indicators[row->indicator];
    bool yes_no = indicator_is_yes_no(indicator);
    char formula[64];
    char cell[CELL_NAME];
    struct valid valid = {.kind = VALID_WHERE,
                          .formula = formula,
                          .title = form_word(FORM_CHECK, lang),
                          .prompt = form_word(yes_no ? FORM_YES_PROMPT : FORM_NUMBER_PROMPT, lang),
                          .error = form_word(yes_no ? FORM_YES_ERROR : FORM_NUMBER_ERROR, lang)};
    cell_name(w->row, AT_ACTUAL, false, false, cell);
    if (yes_no) {
        snprintf(formula, sizeof formula, "=OR(%s=\"%s\",%s=\"%s\")", cell,
                 form_word(FORM_YES, lang), cell, form_word(FORM_NO, lang));
    } else {
        snprintf(formula, sizeof formula, "=ISNUMBER(%s)", cell);
    }
    sheet_validate(w->sheet, (struct area){w->row, AT_ACTUAL, w->row, AT_ACTUAL}, &valid);
    snprintf(formula, sizeof formula, "=ISNUMBER(%s)",
             cell_name(w->row, AT_ESTIMATE, false, false, cell));
    valid.error = form_word(FORM_NUMBER_ERROR, lang);
    valid.prompt = form_word(FORM_NUMBER_PROMPT, lang);
    sheet_validate(w->sheet, (struct area){w->row, AT_ESTIMATE, w->row, AT_ESTIMATE}, &valid);
    struct valid day = {.kind = VALID_DAYS,
                        .first = w->window.first,
                        .last = w->window.last,
                        .title = form_word(FORM_CHECK, lang),
                        .prompt = form_word(FORM_DAY_PROMPT, lang),
                        .error = form_word(FORM_DAY_ERROR, lang)};
    sheet_validate(w->sheet, (struct area){w->row, AT_DAY, w->row, AT_DAY}, &day);
}

static void put_group(struct writing *w, const char *name) {
    const struct look look = {
        .size = 11, .border = COLOUR_GRID, .paper = COLOUR_GROUP, .bold = true};
    for (uint16_t c = AT_NUMBER; c <= (uint16_t)AT_NOTE; c++) {
        sheet_text(w->sheet, w->row, c, c == AT_NAME ? name : "", &look);
    }
    sheet_height(w->sheet, w->row++, 22);
}

static void put_goal(struct writing *w, int at) {
    const struct row *row = &w->issue->card->rows[at];
    const struct book *book = w->issue->card->book;
    const struct indicator *indicator = &book->indicators[row->indicator];
    const char *name = indicator_name(indicator, w->issue->lang);
    struct look look = {.size = 11, .border = COLOUR_GRID, .align = ALIGN_CENTRE};
    char key[TEXT_SIZE];
    char number[16] = "";
    snprintf(key, sizeof key, "%s %s - -", book->orgs[row->org].id, indicator->id);
    sheet_text(w->sheet, w->row, AT_KEY, key, &look);
    if (row->depth == 0) {
        snprintf(number, sizeof number, "%d", ++w->number);
    }
    sheet_text(w->sheet, w->row, AT_NUMBER, number, &look);
    sheet_text(w->sheet, w->row, AT_UNIT, indicator->unit.text, &look);
    look.align = ALIGN_LEFT;
    look.wrap = true;
    look.indent = (uint8_t)row->depth;
    sheet_text(w->sheet, w->row, AT_NAME, name, &look);
    put_cell(w, AT_PLAN, at, COLUMN_TARGET, ALIGN_RIGHT);
    put_cell(w, AT_BASE, at, COLUMN_LAST_YEAR, ALIGN_RIGHT);
    put_cell(w, AT_LAST, at, COLUMN_ACTUAL, ALIGN_RIGHT);
    put_cell(w, AT_LAST_DAY, at, COLUMN_ACTUAL_DATE, ALIGN_CENTRE);
    put_inputs(w, row);
    validate(w, row);
    int lines = text_lines(name, 40);
    int why = w->issue->returned ? put_why(w, row) : 0;
    lines = why > lines ? why : lines;
    sheet_height(w->sheet, w->row++, lines > 1 ? 16.0 * lines + 6 : 26);
}

/* ---- the sheet ---- */

/* Which form it is, for whoever finds this sheet alone. */
static void put_mark(struct writing *w, const struct look *look) {
    const struct form_issue *issue = w->issue;
    struct buffer mark = {0};
    char day[DATE_TEXT];
    char number[FORM_NUMBER];
    buffer_format(&mark, "form %s %s %s", form_number(issue, number), date_print(issue->as_of, day),
                  issue->card->book->orgs[issue->org].name);
    buffer_put(&mark, "", 1);
    sheet_text(w->sheet, ROW_KEYS, AT_KEY, mark.text, look);
    buffer_clear(&mark);
}

static void put_head(struct writing *w) {
    enum language lang = w->issue->lang;
    const struct look head = {.size = 11,
                              .border = COLOUR_GRID,
                              .paper = COLOUR_HEAD,
                              .bold = true,
                              .align = ALIGN_CENTRE,
                              .wrap = true};
    static const struct look helper = {.size = 9, .ink = COLOUR_MUTED};
    char day[DATE_TEXT];
    char text[TEXT_SIZE];
    for (uint16_t c = AT_NUMBER; c <= (uint16_t)AT_NOTE; c++) {
        const char *pattern = form_word((enum form_word)(FORM_HEAD_NUMBER + c - AT_NUMBER), lang);
        const char *slot = strchr(pattern, '%');
        snprintf(text, sizeof text, "%s", pattern);
        if (slot != NULL) {
            size_t before = (size_t)(slot - pattern);
            char year[16];
            snprintf(year, sizeof year, "%d", w->year - (c == AT_BASE));
            snprintf(text, sizeof text, "%.*s%s%s", (int)before, pattern,
                     slot[1] == 'd' ? year : print_date(w->issue->as_of, lang, day), slot + 2);
        }
        sheet_text(w->sheet, ROW_HEAD, c, text, &head);
    }
    for (int i = 0; i < INPUTS; i++) {
        snprintf(text, sizeof text, "was %s", keys[i]);
        sheet_text(w->sheet, ROW_KEYS, (uint16_t)(AT_ACTUAL + i), keys[i], &helper);
        sheet_text(w->sheet, ROW_KEYS, (uint16_t)(AT_WAS + i), text, &helper);
    }
    sheet_text(w->sheet, ROW_KEYS, AT_NAME, "name", &helper);
    if (w->issue->returned) {
        sheet_text(w->sheet, ROW_HEAD, AT_WHY, form_word(FORM_HEAD_WHY, lang), &head);
    }
    put_mark(w, &helper);
    sheet_hide_row(w->sheet, ROW_KEYS);
    sheet_height(w->sheet, ROW_HEAD, 46);
}

/* A line of words over the whole width; the pattern has one %s. */
static void put_line(struct writing *w, uint32_t row, enum form_word word, const char *with,
                     struct look look, double height) {
    char text[2 * TEXT_SIZE];
    const char *pattern = form_word(word, w->issue->lang);
    const char *slot = strstr(pattern, "%s");
    size_t before = slot != NULL ? (size_t)(slot - pattern) : strlen(pattern);
    snprintf(text, sizeof text, "%.*s%s%s", (int)before, pattern, slot != NULL ? with : "",
             slot != NULL ? slot + 2 : "");
    sheet_merge(w->sheet, (struct area){row, AT_NUMBER, row, last_column(w)}, text, &look);
    sheet_height(w->sheet, row, height);
}

static void put_title(struct writing *w) {
    const struct form_issue *issue = w->issue;
    char day[DATE_TEXT];
    char number[FORM_NUMBER];
    put_line(w, ROW_TITLE, FORM_TITLE, print_date(issue->as_of, issue->lang, day),
             (struct look){.size = 14,
                           .bold = true,
                           .ink = COLOUR_NAVY,
                           .align = ALIGN_CENTRE,
                           .rule = COLOUR_NAVY},
             30);
    put_line(w, ROW_OF, FORM_OF, org_name(&issue->card->book->orgs[issue->org], issue->lang),
             (struct look){.size = 13, .bold = true, .align = ALIGN_CENTRE}, 26);
    const struct look how = {.size = 10.5,
                             .italic = !issue->returned,
                             .bold = issue->returned,
                             .ink = issue->returned ? INK_WRONG : COLOUR_MUTED,
                             .wrap = true};
    put_line(w, ROW_HOW, issue->returned ? FORM_RETURNED : FORM_HOW, "", how, 32);
    put_line(w, ROW_NUMBER, FORM_NUMBERED, form_number(issue, number),
             (struct look){.size = 9, .ink = COLOUR_MUTED, .align = ALIGN_RIGHT}, 15);
}

/* What is wrong with no cell of the table. */
static void put_lines(struct writing *w) {
    static const struct look look = {.size = 11, .ink = INK_WRONG, .wrap = true};
    enum { CHARACTERS = 150 };
    for (size_t i = 0; i < w->issue->lines_count; i++) {
        const char *line = w->issue->lines[i];
        sheet_merge(w->sheet, (struct area){w->row, AT_NUMBER, w->row, last_column(w)}, line,
                    &look);
        sheet_height(w->sheet, w->row++, 16.0 * text_lines(line, CHARACTERS) + 4);
    }
}

static void put_signers(struct writing *w) {
    enum language lang = w->issue->lang;
    const struct look italic = {.size = 11, .italic = true, .align = ALIGN_CENTRE};
    const struct look bold = {.size = 11, .bold = true, .align = ALIGN_CENTRE};
    uint32_t row = w->row + 1;
    sheet_merge(w->sheet, (struct area){row, AT_ACTUAL, row, AT_NOTE}, form_word(FORM_SIGNED, lang),
                &italic);
    sheet_merge(w->sheet, (struct area){row + 1, AT_NUMBER, row + 1, AT_UNIT},
                form_word(FORM_REPORTER, lang), &bold);
    sheet_merge(w->sheet, (struct area){row + 1, AT_ACTUAL, row + 1, AT_NOTE},
                form_word(FORM_HEADMAN, lang), &bold);
}

static void put_widths(struct writing *w) {
    /* from the number to the note */
    static const double widths[] = {5, 40, 12, 11, 11, 11, 11, 13, 12.5, 13, 28};
    for (uint16_t c = AT_NUMBER; c <= (uint16_t)AT_NOTE; c++) {
        bool hidden = c == AT_ESTIMATE && !w->issue->estimate;
        sheet_column(w->sheet, c, c, widths[c - AT_NUMBER], hidden);
    }
    sheet_column(w->sheet, AT_KEY, AT_KEY, 10, true);
    sheet_column(w->sheet, AT_WAS, AT_WHY - 1, 10, true);
    if (w->issue->returned) {
        sheet_column(w->sheet, AT_WHY, AT_WHY, 44, false);
    }
    sheet_freeze(w->sheet, ROW_FIRST, AT_UNIT);
}

static void put_identity(struct writing *w) {
    const struct form_issue *issue = w->issue;
    const struct look plain = {.size = 10};
    char day[DATE_TEXT];
    char number[FORM_NUMBER];
    char year[16];
    snprintf(year, sizeof year, "%d", w->year);
    const char *const pairs[][2] = {
        {FORM_MARK, form_number(issue, number)},
        {"org", issue->card->book->orgs[issue->org].id},
        {"org name", issue->card->book->orgs[issue->org].name},
        {"as of", date_print(issue->as_of, day)},
        {"year", year},
        {"sent to", issue->sent},
        {"estimate", issue->estimate ? "yes" : "no"},
    };
    struct sheet *sheet = sheet_add(w->sheets, FORM_SHEET);
    for (uint32_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        sheet_text(sheet, i, 0, pairs[i][0], &plain);
        sheet_text(sheet, i, 1, pairs[i][1], &plain);
    }
    sheet_hide(sheet);
}

static void put_goals(struct writing *w) {
    const struct scorecard *card = w->issue->card;
    const char *group = NULL;
    for (int i = 0; i < (int)arrlen(card->rows); i++) {
        if (!asked(card, i, w->issue->org)) {
            continue;
        }
        const char *own = card->book->indicators[card->rows[i].indicator].group;
        if (own != NULL && own != group && (group == NULL || strcmp(own, group) != 0)) {
            put_group(w, own);
        }
        group = own;
        put_goal(w, i);
    }
}

static bool fill(const char *path, const struct form_issue *issue, struct write_failure *failure) {
    struct writing w = {.issue = issue, .row = ROW_FIRST};
    struct row_span span = scorecard_rows_of(issue->card, issue->org);
    w.year = issue->card->rows[span.first].year;
    w.window = issue->card->rows[span.first].window;
    char text[2 * TEXT_SIZE];
    snprintf(text, sizeof text, "%s", org_name(&issue->card->book->orgs[issue->org], issue->lang));
    w.sheets = sheets_new(path, issue->as_of, text);
    w.sheet = sheet_add(w.sheets, form_word(FORM_TAB, issue->lang));
    put_widths(&w);
    put_title(&w);
    put_head(&w);
    put_goals(&w);
    put_lines(&w);
    put_signers(&w);
    sheet_print(w.sheet, (struct area){ROW_TITLE, AT_NUMBER, w.row + 6, last_column(&w)}, ROW_HEAD,
                ROW_HEAD, 1, form_word(FORM_PAGE, issue->lang));
    put_identity(&w);
    return sheets_close(w.sheets, failure);
}

bool write_form(const char *path, const struct form_issue *issue, struct write_failure *failure) {
    struct safe_file file;
    if (!safe_file_begin(&file, path, failure)) {
        return false;
    }
    if (!fill(file.temporary, issue, failure)) {
        safe_file_abort(&file);
        return false;
    }
    return safe_file_commit(&file, failure);
}
