/* SPDX-License-Identifier: MIT */
/* The columns of an official table: which, in which order, how wide, how headed. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "rule_text.h"
#include "typeface.h"
#include "workbook_inside.h"

static const struct sheet_head *head_of(enum table_column_id column) {
    return &table_column(official_column(column))->sheet;
}

/* In the order of a full table; those that are not `always` there only where a row has a figure. */
static const struct usual {
    enum table_column_id column;
    bool always;
} usual[] = {
    {TABLE_UNIT, true},
    {TABLE_LAST_YEAR, false},
    {TABLE_LAST_YEAR_SAME, false},
    {TABLE_TARGET, true},
    {TABLE_TARGET_VS_LAST_YEAR, false},
    {TABLE_LAST_MEETING, true},
    {TABLE_ACTUAL, true},
    {TABLE_CHANGE, true},
    {TABLE_ATTAINMENT, true},
    {TABLE_GAP, false},
    {TABLE_VS_LAST_YEAR, false},
    {TABLE_ESTIMATE, false},
    {TABLE_ESTIMATE_ATTAINMENT, false},
    {TABLE_ESTIMATE_VS_LAST_YEAR, false},
    {TABLE_FORECAST, false},
    {TABLE_LEFT, true},
    {TABLE_STATUS, true},
    {TABLE_NOTE, true},
};

/* Other sheets look at these, so that a table has them even where they are not seen. */
static const enum table_column_id needed[] = {TABLE_TARGET, TABLE_ACTUAL, TABLE_ATTAINMENT,
                                              TABLE_LEFT, TABLE_STATUS};

/* ---- which columns ---- */

/* What is beside the last meeting is there when it is. */
static bool can_be(const struct workbook *book, enum table_column_id column) {
    return book->since != NULL || !table_column(official_column(column))->since;
}

static void show(struct layout *layout, const struct workbook *book, enum table_column_id column) {
    if (layout->at[column] == NO_COLUMN && can_be(book, column)) {
        layout->at[column] = (uint16_t)layout->count;
        layout->shown[layout->count++] = column;
    }
}

/* A row has, or may have once it is typed, something to say in the column. */
static bool row_uses(const struct workbook *book, int index, enum table_column_id column) {
    const struct row *row = &book->card->rows[index];
    enum measure m = row_measure(book, index, column);
    if (column == TABLE_GAP) { /* where a percentage cannot say it */
        return row_has_bounds(row) && !row->each_group && !row_shows_percent(book->card, row);
    }
    if (column == TABLE_FORECAST) { /* beside an estimate nobody asks for it */
        return row->has_target && row->is[M_RUN_RATE].why == DEFINED;
    }
    return m < MEASURE_KEPT_COUNT && row->is[m].why == DEFINED;
}

static bool table_uses(const struct workbook *book, int32_t org, enum table_column_id column) {
    struct row_span rows = scorecard_rows_of(book->card, org);
    bool any = false;
    for (int i = rows.first; !any && i < rows.end; i++) {
        any = row_uses(book, i, column);
    }
    return any && (column != TABLE_FORECAST || !table_uses(book, org, TABLE_ESTIMATE));
}

static void choose(struct layout *layout, const struct workbook *book, int32_t org) {
    const struct style *style = book->style;
    struct report_form form = book_report(book->card->book, org);
    show(layout, book, TABLE_NUMBER);
    show(layout, book, TABLE_NAME);
    for (int i = 0; style->columns != NULL && i < style->columns_count; i++) {
        enum table_column_id column = table_column_of(style->columns[i]);
        if (column != TABLE_SHOWN) {
            show(layout, book, column);
        }
    }
    for (size_t i = 0; style->columns == NULL && i < arrlenu(form.columns); i++) {
        show(layout, book, form.columns[i]);
    }
    if (form.columns != NULL && style->columns == NULL) { /* the files say nothing of a meeting */
        show(layout, book, TABLE_LAST_MEETING);
        show(layout, book, TABLE_CHANGE);
    }
    bool asked = style->columns != NULL || form.columns != NULL;
    for (size_t i = 0; !asked && i < sizeof usual / sizeof usual[0]; i++) {
        if (usual[i].always || table_uses(book, org, usual[i].column)) {
            show(layout, book, usual[i].column);
        }
    }
}

/* Some row has words before its number in the column. */
static bool has_words(struct workbook *book, int32_t org, enum table_column_id column) {
    struct row_span rows = scorecard_rows_of(book->card, org);
    bool any = false;
    for (int i = rows.first; !any && i < rows.end; i++) {
        struct wording wording = row_wording(book, i, column);
        any = wording_before(&wording);
    }
    return any;
}

/* Where they stand on the sheet: a column with words takes two, the hidden ones come last. */
static void place(struct layout *layout, struct workbook *book, int32_t org) {
    uint16_t at = 0;
    for (int i = 0; i < layout->count; i++) {
        enum table_column_id column = layout->shown[i];
        if (has_words(book, org, column)) {
            layout->words[column] = at++;
        }
        layout->at[column] = at++;
    }
    layout->columns = at;
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (layout->at[needed[i]] == NO_COLUMN) {
            layout->at[needed[i]] = at++;
        }
    }
    for (int helper = TABLE_KEY; helper < TABLE_COUNT; helper++) {
        layout->at[helper] = at++;
    }
}

/* ---- how wide ---- */

/* The width of a column, in its own unit, in which a text of a size stands on one line. */
static double width_for(const char *text, size_t n, double size, bool bold) {
    const double margins = 10; /* with the blank at the right of numbers */
    double points = (double)typeface_width(text, n, bold) * size / 1000 * 1.04 + margins;
    return (points * 4 / 3 - 5) / 7;
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

/* Wide enough for the longest of the words that a text is broken into. */
static double width_for_words(const char *text, double size, bool bold) {
    double width = 0;
    while (*text != '\0') {
        size_t n = strcspn(text, " \n");
        width = larger(width, width_for(text, n, size, bold));
        text += n + (text[n] != '\0');
    }
    return width;
}

/* The number that a row has in a column, without the words around it. */
static const char *number_text(struct workbook *book, int index, enum table_column_id column,
                               struct cell *cell) {
    const struct row *row = &book->card->rows[index];
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    if (column == TABLE_LAST_MEETING) {
        cell->kind = CELL_NUMBER; /* words take no less room */
        return book->since[index].text;
    }
    table_cell(book->card, index, official_column(column), book->lang, cell);
    if (cell->kind != CELL_NUMBER && cell->kind != CELL_PERCENT) {
        return cell->text;
    }
    char number[PRINTED_TEXT];
    bool high = ratio_valid(cell->high) && ratio_cmp(cell->high, cell->value) > 0;
    if (column == TABLE_TARGET || column == TABLE_ACTUAL || column == TABLE_ESTIMATE) {
        figure_print(high ? cell->high : cell->value, indicator, NULL, 0, book->lang, number);
        struct wording wording = row_wording(book, index, column);
        return workbook_text(book, "%s%s", number, wording.after);
    }
    const struct column *descriptor = table_column(official_column(column));
    if (descriptor->look == LOOK_PERCENT) { /* one end, without what stands before it */
        char percent[PRINTED_TEXT];
        percent_print(cell->value, NULL, 0, book->lang, percent);
        return workbook_text(book, "%s", percent);
    }
    const char *unit = row_gap_unit(book, row);
    bool points = unit_is_percent(&indicator->unit); /* the cell's text has them */
    return descriptor->look == LOOK_DIFFERENCE && !points
               ? workbook_text(book, "%s%s%s", cell->text, unit[0] != '\0' ? " " : "", unit)
               : cell->text;
}

/* What stands before it, as wide as it gets. */
static const char *before_text(struct workbook *book, int index, enum table_column_id column) {
    const struct row *row = &book->card->rows[index];
    const struct indicator *indicator = &book->card->book->indicators[row->indicator];
    struct wording wording = row_wording(book, index, column);
    char low[PRINTED_TEXT] = "";
    if (wording.measure != MEASURE_COUNT) {
        figure_print(wording.low, indicator, NULL, 0, book->lang, low);
    }
    const char *part = wording.partial
                           ? workbook_text(book, "%d/%d ", row->members_total, row->members_total)
                           : "";
    return workbook_text(book, "%s%s%s%s%s", part, wording.least ? "≥" : "", wording.before,
                         low[0] != '\0' ? " – " : "", low);
}

/* The columns of the sheet that one of the table takes. */
static void measure(struct layout *layout, struct workbook *book, int32_t org,
                    enum table_column_id column) {
    enum { WIDEST = 26, WIDEST_UNIT = 20 }; /* longer numbers shrink */
    struct row_span rows = scorecard_rows_of(book->card, org);
    const struct sheet_head *head = head_of(column);
    uint16_t at = layout->at[column];
    uint16_t words = layout->words[column];
    const char *words_over = layout_head(book, column, &book->card->rows[rows.first]);
    double number = 0;
    double before = 0;
    struct cell cell;
    for (int i = rows.first; i < rows.end; i++) {
        if (column == TABLE_UNIT) {
            const char *unit = workbook_unit(book, &book->card->rows[i]);
            number = larger(number, width_for_words(unit, 12, false));
        } else if (head->fits || table_column(official_column(column))->look == LOOK_PERCENT) {
            const char *text = number_text(book, i, column, &cell);
            bool is_number = cell.kind == CELL_NUMBER || cell.kind == CELL_PERCENT;
            number = is_number ? larger(number, width_for(text, strlen(text), 12, true)) : number;
        }
        if (words != 0) {
            const char *text = before_text(book, i, column);
            before = larger(before, width_for(text, strlen(text), 11, false));
        }
    }
    double most = column == TABLE_UNIT ? WIDEST_UNIT : WIDEST;
    number = number < most ? number : most;
    double all = larger(head->width, width_for_words(words_over, 11, true));
    if (words != 0) { /* words stand close to their number */
        layout->width[words] = larger(before, all - number);
        all = number;
    }
    layout->width[at] = larger(all, number);
}

/* What a page has room for beside few columns goes to the name and to the note. */
static void widen(struct layout *layout) {
    enum { PAGE = 128, MOST_NAME = 60, MOST_NOTE = 40 };
    double spare = PAGE;
    for (int i = 0; i < layout->columns; i++) {
        spare -= layout->width[i];
    }
    for (int i = 0; i < layout->count && spare > 0; i++) {
        bool name = layout->shown[i] == TABLE_NAME;
        bool words = layout->shown[i] == TABLE_NOTE || layout->shown[i] == TABLE_SOURCE;
        double *width = &layout->width[layout->at[layout->shown[i]]];
        double most = name ? MOST_NAME : words ? MOST_NOTE : 0;
        double more = most - *width < spare ? most - *width : spare;
        *width += more > 0 ? more : 0;
        spare -= more > 0 ? more : 0;
    }
}

const struct layout *workbook_layout(struct workbook *book, int32_t org) {
    struct layout *layout = mem_alloc(sizeof *layout);
    for (int column = 0; column < TABLE_COUNT; column++) {
        layout->at[column] = NO_COLUMN;
    }
    choose(layout, book, org);
    place(layout, book, org);
    for (int i = 0; i < layout->count; i++) {
        measure(layout, book, org, layout->shown[i]);
    }
    widen(layout);
    arrput(book->layouts, layout);
    return layout;
}

/* ---- heads ---- */

static bool has_figures(const struct scorecard *card, int32_t org) {
    struct row_span span = scorecard_rows_of(card, org);
    bool any = false;
    for (int i = span.first; !any && i < span.end; i++) {
        any = card->rows[i].has_actual;
    }
    return any;
}

/* "6 tháng" where the day ends as many months of the year, else "đến 08/07/2024"; a day that comes
 * from no figure is not named. */
static const char *period(struct workbook *book, const struct row *row) {
    struct window year = book_window(book->card->book, row->org, row->year);
    struct ratio months = window_months_gone(year, row->as_of);
    char date[DATE_TEXT];
    if (date_cmp(row->as_of, year.last) >= 0 || !has_figures(book->card, row->org)) {
        return workbook_phrase_number(book, PHRASE_SHEET_WHOLE_YEAR, row->year);
    }
    if (ratio_valid(months) && months.den == 1 && ratio_sign(months) > 0) {
        return workbook_phrase_number(book, PHRASE_SHEET_MONTHS, (int)months.num);
    }
    return BOOK_PHRASE(book, PHRASE_SHEET_TO_DAY, print_date(row->as_of, book->lang, date));
}

const char *layout_text(struct workbook *book, const struct row *first, const char *text) {
    struct buffer out = {0};
    const char *said = book_said(book->card->book, text, book->lang);
    report_text(&out, said, first->year, book_window(book->card->book, first->org, first->year),
                first->as_of, said != text);
    buffer_put(&out, "", 1);
    const char *kept = pool_text(&book->pool, out.text, arrlenu(out.text) - 1);
    buffer_clear(&out);
    return kept;
}

const char *layout_head(struct workbook *book, enum table_column_id column,
                        const struct row *first) {
    struct report_form form = book_report(book->card->book, first->org);
    const char *own = report_head(&form, column);
    if (own != NULL) {
        return layout_text(book, first, own);
    }
    const char *text = head_of(column)->text[book->lang];
    const char *field = strchr(text, '%');
    if (field == NULL) {
        return text;
    }
    int before = (int)(field - text);
    if (field[1] == '%') {
        return workbook_text(book, "%.*s%s", before, text, field + 1);
    }
    if (field[1] == 's') {
        return workbook_text(book, "%.*s%s%s", before, text, period(book, first), field + 2);
    }
    bool last = column == TABLE_LAST_YEAR || column == TABLE_LAST_YEAR_SAME;
    return workbook_text(book, "%.*s%d%s", before, text, first->year - last, field + 2);
}

const char *layout_number(struct workbook *book, const struct layout *layout,
                          enum table_column_id column) {
    int number = 0;
    for (int i = 0; i < layout->count; i++) {
        number += head_of(layout->shown[i])->letter == 0;
        if (layout->shown[i] == column) {
            return head_of(column)->letter == 0 ? workbook_text(book, "(%d)", number) : NULL;
        }
    }
    return NULL;
}

/* ---- what the rules say of them ---- */

/* Of which row and table a rule is printed. */
struct heading {
    struct workbook *book;
    const struct layout *layout;
    int row;
};

static bool put_column(void *context, struct buffer *out, enum measure m) {
    const struct heading *h = context;
    for (int i = 0; i < h->layout->count; i++) {
        if (row_measure(h->book, h->row, h->layout->shown[i]) == m) {
            buffer_text(out, layout_number(h->book, h->layout, h->layout->shown[i]));
            return true;
        }
    }
    return false;
}

static bool put_letter(void *context, struct buffer *out, enum measure m) {
    static const char letters[MEASURE_COUNT] = {
        [M_ACTUAL] = 'A', [M_STATED] = 'T', [M_ELAPSED] = 'E'};
    (void)context;
    buffer_put(out, &letters[m], letters[m] != 0);
    return letters[m] != 0;
}

/* Whether a row has a figure in the column, or may have one once others are typed. */
static bool may_have_figure(const struct workbook *book, int row, enum table_column_id column) {
    enum measure m = row_measure(book, row, column);
    const struct expr *rule = m < MEASURE_COUNT ? workbook_plan(book, row)->rule[m] : NULL;
    return *workbook_shown(book, row, column) || (rule != NULL && !expr_never(rule));
}

/* How all rows of the table that may have a figure in the column come by it, in the numbers or
 * letters that `cell` prints; "" where none may, NULL where no rule says it of all alike. */
static const char *rule_of(struct heading *heading, int32_t org, enum table_column_id column,
                           bool (*cell)(void *context, struct buffer *out, enum measure m)) {
    struct workbook *book = heading->book;
    struct row_span rows = scorecard_rows_of(book->card, org);
    const char *said = "";
    for (int i = rows.first; said != NULL && i < rows.end; i++) {
        struct buffer out = {0};
        struct rule_text text = {
            .plan = workbook_plan(book, i), .out = &out, .cell = cell, .context = heading};
        enum measure m = row_measure(book, i, column);
        if (!may_have_figure(book, i, column)) {
            continue;
        }
        heading->row = i;
        bool good = m != MEASURE_COUNT && rule_print_heading(&text, m);
        buffer_put(&out, "", 1);
        if (!good || (said[0] != '\0' && strcmp(said, out.text) != 0)) {
            said = NULL;
        } else if (said[0] == '\0') {
            said = workbook_text(book, "%s", out.text);
        }
        buffer_clear(&out);
    }
    return said;
}

bool layout_says(struct workbook *book, int32_t org, enum table_column_id column,
                 const char *said) {
    struct heading heading = {.book = book};
    const char *rule = rule_of(&heading, org, column, put_letter);
    return rule != NULL && (rule[0] == '\0' || strcmp(rule, said) == 0);
}

const char *layout_code(struct workbook *book, const struct layout *layout, int32_t org,
                        enum table_column_id column) {
    struct heading heading = {.book = book, .layout = layout};
    const char *number = layout_number(book, layout, column);
    if (number == NULL) {
        return workbook_text(book, "%c", head_of(column)->letter);
    }
    const char *rule = rule_of(&heading, org, column, put_column);
    return rule != NULL && rule[0] != '\0' ? workbook_text(book, "%s=%s", number, rule) : number;
}

/* ---- blocks ---- */

enum { MOST_COLUMNS = 2 * TABLE_SHOWN };

/* The first so many columns in parts: how wide the narrowest gets, where the last one begins. */
struct split {
    double width;
    int begins;
};

/* The best way to make one part more out of c columns; `before`: of the parts before it. */
static struct split split_of(const struct layout *layout, int part, int c,
                             const struct split before[]) {
    struct split best = {-1, part};
    for (int k = part; k < c && (part > 0 || k == 0); k++) {
        double own = layout_points(layout, (uint16_t)k, (uint16_t)(c - 1));
        double least = part > 0 && before[k].width < own ? before[k].width : own;
        best = least > best.width ? (struct split){least, k} : best;
    }
    return best;
}

/* First columns of parts whose narrowest is as wide as it gets. */
static void divide(const struct layout *layout, int parts, int begins[]) {
    static struct split none[MOST_COLUMNS + 1];
    struct split splits[MOST_COLUMNS][MOST_COLUMNS + 1] = {0};
    int columns = layout->columns;
    for (int part = 0; part < parts; part++) {
        for (int c = part + 1; c <= columns; c++) {
            splits[part][c] = split_of(layout, part, c, part > 0 ? splits[part - 1] : none);
        }
    }
    for (int part = parts - 1, c = columns; part >= 0; part--) {
        begins[part] = splits[part][c].begins;
        c = begins[part];
    }
}

struct area layout_block(const struct layout *layout, uint32_t row, int part, int parts) {
    int begins[MOST_COLUMNS + 1];
    divide(layout, parts, begins);
    int end = part + 1 < parts ? begins[part + 1] : layout->columns;
    return (struct area){row, (uint16_t)begins[part], row, (uint16_t)(end - 1)};
}
