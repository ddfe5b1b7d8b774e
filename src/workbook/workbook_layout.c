/* SPDX-License-Identifier: MIT */
/* The columns of an official table: which, in which order, how wide, how headed. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "rule_text.h"
#include "text.h"
#include "workbook_inside.h"

static const struct sheet_head *head_of(enum table_column_id column) {
    return &table_column(official_column(column))->sheet;
}

static const enum table_column_id usual[] = {TABLE_UNIT,     TABLE_LAST_YEAR,  TABLE_TARGET,
                                             TABLE_ACTUAL,   TABLE_ATTAINMENT, TABLE_VS_LAST_YEAR,
                                             TABLE_ESTIMATE, TABLE_FORECAST,   TABLE_LEFT,
                                             TABLE_STATUS,   TABLE_NOTE};

/* Other sheets look at these, so that a table has them even where they are not seen. */
static const enum table_column_id needed[] = {TABLE_TARGET, TABLE_ACTUAL, TABLE_ATTAINMENT,
                                              TABLE_LEFT, TABLE_STATUS};

/* ---- which columns ---- */

static void show(struct layout *layout, enum table_column_id column) {
    if (layout->at[column] == NO_COLUMN) {
        layout->at[column] = (uint16_t)layout->count;
        layout->shown[layout->count++] = column;
    }
}

static void choose(struct layout *layout, const struct workbook *book, int32_t org) {
    const struct style *style = book->style;
    struct report_form form = book_report(book->card->book, org);
    show(layout, TABLE_NUMBER);
    show(layout, TABLE_NAME);
    for (int i = 0; style->columns != NULL && i < style->columns_count; i++) {
        enum table_column_id column = table_column_of(style->columns[i]);
        if (column != TABLE_SHOWN) {
            show(layout, column);
        }
    }
    for (size_t i = 0; style->columns == NULL && i < arrlenu(form.columns); i++) {
        show(layout, form.columns[i]);
    }
    bool asked = style->columns != NULL || form.columns != NULL;
    for (size_t i = 0; !asked && i < sizeof usual / sizeof usual[0]; i++) {
        show(layout, usual[i]);
    }
}

static void hide_the_rest(struct layout *layout) {
    uint16_t at = (uint16_t)layout->count;
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

/* Wide enough for the longest word of a unit, such as "đồng/người/tháng". */
static double unit_width(const struct workbook *book, int32_t org) {
    enum { WIDEST = 20 };
    const double letters = 112; /* room (text_room) that a column's unit of width has */
    const struct scorecard *card = book->card;
    struct row_span rows = scorecard_rows_of(card, org);
    double width = head_of(TABLE_UNIT)->width;
    for (int i = rows.first; i < rows.end; i++) {
        const char *unit = card->book->indicators[card->rows[i].indicator].unit.text;
        while (*unit != '\0') {
            size_t n = strcspn(unit, " ");
            double wanted = (double)text_room(unit, n) / letters + 1;
            width = wanted > width ? wanted : width;
            unit += n + (unit[n] != '\0');
        }
    }
    return width < WIDEST ? width : WIDEST;
}

/* Wide enough for the longest number in it. */
static double width_of(const struct workbook *book, int32_t org, enum table_column_id column) {
    enum { WIDEST = 24 }; /* longer numbers shrink */
    const struct scorecard *card = book->card;
    double width = column == TABLE_UNIT ? unit_width(book, org) : head_of(column)->width;
    struct row_span rows = scorecard_rows_of(card, org);
    struct cell cell;
    for (int i = rows.first; head_of(column)->fits && i < rows.end; i++) {
        table_cell(card, i, official_column(column), book->lang, &cell);
        double wanted = (double)text_width(cell.text, strlen(cell.text)) + 2.5;
        wanted = wanted < WIDEST ? wanted : WIDEST;
        bool number = cell.kind == CELL_NUMBER;
        width = number && wanted > width ? wanted : width;
    }
    return width;
}

/* What a page has room for beside few columns goes to the name and to the note. */
static void widen(struct layout *layout) {
    enum { PAGE = 128, MOST_NAME = 60, MOST_NOTE = 40 };
    double spare = PAGE;
    for (int i = 0; i < layout->count; i++) {
        spare -= layout->width[i];
    }
    for (int i = 0; i < layout->count && spare > 0; i++) {
        bool name = layout->shown[i] == TABLE_NAME;
        bool words = layout->shown[i] == TABLE_NOTE || layout->shown[i] == TABLE_SOURCE;
        double most = name ? MOST_NAME : words ? MOST_NOTE : 0;
        double more = most - layout->width[i] < spare ? most - layout->width[i] : spare;
        layout->width[i] += more > 0 ? more : 0;
        spare -= more > 0 ? more : 0;
    }
}

const struct layout *workbook_layout(struct workbook *book, int32_t org) {
    struct layout *layout = mem_alloc(sizeof *layout);
    for (int column = 0; column < TABLE_COUNT; column++) {
        layout->at[column] = NO_COLUMN;
    }
    choose(layout, book, org);
    hide_the_rest(layout);
    for (int i = 0; i < layout->count; i++) {
        layout->width[i] = width_of(book, org, layout->shown[i]);
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

const char *layout_head(struct workbook *book, enum table_column_id column,
                        const struct row *first) {
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
    return workbook_shown(book, row, column)->known || (rule != NULL && !expr_never(rule));
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

/* How many columns stand left of a part; at least one is left for every part. */
static int columns_before(const struct layout *layout, int part, int parts) {
    double total = 0;
    double before = 0;
    int columns = 0;
    for (int i = 0; i < layout->count; i++) {
        total += layout->width[i];
    }
    for (int i = 0; i < layout->count; i++) {
        columns += before + layout->width[i] / 2 < total * part / parts;
        before += layout->width[i];
    }
    int most = layout->count - (parts - part);
    columns = columns < part ? part : columns;
    return columns > most ? most : columns;
}

struct area layout_block(const struct layout *layout, uint32_t row, int part, int parts) {
    int first = columns_before(layout, part, parts);
    int last = columns_before(layout, part + 1, parts) - 1;
    return (struct area){row, (uint16_t)first, row, (uint16_t)last};
}
