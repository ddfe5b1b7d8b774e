/* SPDX-License-Identifier: MIT */
#include "workbook_common.h"
#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "sheet_clean.h"

const char *workbook_text(struct workbook *book, const char *format, ...) {
    struct buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_format_list(&text, format, args);
    va_end(args);
    buffer_put(&text, "", 1);
    const char *kept = pool_text(&book->pool, text.text, arrlenu(text.text) - 1);
    buffer_clear(&text);
    return kept;
}

const char *workbook_phrase(struct workbook *book, enum phrase id,
                            const char *const words[PHRASE_WORDS]) {
    struct buffer text = {0};
    phrase_put(&text, id, book->lang, words);
    const char *kept = pool_text(&book->pool, text.text, arrlenu(text.text));
    buffer_clear(&text);
    return kept;
}

const char *workbook_phrase_numbers(struct workbook *book, enum phrase id, int first, int second) {
    char texts[2][16];
    snprintf(texts[0], sizeof texts[0], "%d", first);
    snprintf(texts[1], sizeof texts[1], "%d", second);
    return BOOK_PHRASE(book, id, texts[0], texts[1]);
}

const char *workbook_phrase_number(struct workbook *book, enum phrase id, int number) {
    return workbook_phrase_numbers(book, id, number, 0);
}

const char *workbook_small_letters(struct workbook *book, const char *text) {
    size_t size = strlen(text);
    char *small = mem_alloc(size + 1);
    for (size_t i = 0; i < size; i++) {
        small[i] = (char)tolower((unsigned char)text[i]);
    }
    const char *kept = pool_text(&book->pool, small, size);
    mem_free(small);
    return kept;
}

/* Words inside a number format stand in quotes, and cannot hold any. */
static void put_words(struct buffer *out, const char *words) {
    if (words == NULL || words[0] == '\0') {
        return;
    }
    buffer_text(out, "\"");
    for (const char *s = words; *s != '\0'; s++) {
        buffer_put(out, *s == '"' ? "'" : s, 1);
    }
    buffer_text(out, "\"");
}

/* One section of a code; `)` is the blank at the right of every number. */
static void put_section(struct buffer *out, struct number_look look, const char *sign) {
    buffer_text(out, sign);
    put_words(out, look.prefix);
    buffer_text(out, look.percent ? "0" : "#,##0");
    if (look.decimals > 0) {
        buffer_text(out, ".");
        buffer_fill(out, '0', (size_t)look.decimals);
    }
    buffer_text(out, look.percent ? "%" : "");
    put_words(out, look.suffix);
    buffer_text(out, "_)");
}

/* A code without words is asked for again and again. */
static const char **plain_code(struct workbook *book, struct number_look look) {
    int decimals = look.decimals > 0 ? look.decimals : 0; /* below 0: as many as there are */
    bool plain = look.prefix == NULL && look.suffix == NULL && decimals < PLAIN_DECIMALS;
    return plain ? &book->plain_codes[decimals][look.percent][look.sign] : NULL;
}

const char *number_code(struct workbook *book, struct number_look look) {
    const char **known = plain_code(book, look);
    if (known != NULL && *known != NULL) {
        return *known;
    }
    struct buffer out = {0};
    put_section(&out, look, look.sign ? "+" : "");
    buffer_text(&out, ";");
    put_section(&out, look, "\"−\""); /* the sign of mathematics, no hyphen */
    if (look.sign) {
        buffer_text(&out, ";");
        put_section(&out, look, "");
    }
    const char *code = pool_text(&book->pool, out.text, arrlenu(out.text));
    if (known != NULL) {
        *known = code;
    }
    buffer_clear(&out);
    return code;
}

/* A printed number without the zeros that say nothing. */
static size_t significant(const char *printed) {
    size_t n = strlen(printed);
    if (strchr(printed, '.') == NULL) {
        return n;
    }
    while (n > 0 && printed[n - 1] == '0') {
        n--;
    }
    return n > 0 && printed[n - 1] == '.' ? n - 1 : n;
}

int safe_decimals(const struct cell *cell, struct ratio shown, enum language lang) {
    enum { MOST = 15 };
    char coarse[RATIO_TEXT];
    char fine[RATIO_TEXT];
    char people[PRINTED_TEXT];
    int decimals = cell->decimals > 0 ? cell->decimals : 0;
    ratio_print(shown, decimals, NULL, 0, coarse);
    if (strstr(cell->text, print_number(coarse, lang, people)) != NULL) {
        return decimals;
    }
    size_t n = significant(coarse);
    for (int more = decimals + 1; more <= MOST; more++) {
        ratio_print(shown, more, NULL, 0, fine);
        if (significant(fine) != n || memcmp(coarse, fine, n) != 0) {
            return more;
        }
    }
    return decimals;
}

const struct look table_head = {.size = 11,
                                .bold = true,
                                .wrap = true,
                                .align = ALIGN_CENTRE,
                                .paper = COLOUR_HEAD,
                                .border = COLOUR_GRID};

const struct look data_head = {.size = 10,
                               .bold = true,
                               .wrap = true,
                               .align = ALIGN_CENTRE,
                               .ink = COLOUR_WHITE,
                               .paper = COLOUR_NAVY,
                               .border = COLOUR_GRID};

const struct look *status_look(enum status_form form) {
    static const struct look looks[] = {
        [FORM_DONE] = {.paper = 0x1F4E79, .ink = 0xFFFFFF, .bold = true},
        [FORM_WELL] = {.paper = 0xCFE8D5, .ink = 0x0B4F2A},
        [FORM_RUNNING] = {.paper = 0xFFFFFF, .ink = 0x404040},
        [FORM_CARE] = {.paper = 0xFFE699, .ink = 0x5C4300},
        [FORM_BAD] = {.paper = 0xF4B183, .ink = 0x7B1D0A, .bold = true},
        [FORM_UNKNOWN] = {.paper = 0xEDEDED, .ink = 0x595959, .italic = true},
    };
    static_assert(sizeof looks / sizeof looks[0] == FORM_COUNT, "a look for each form");
    return &looks[form];
}

struct result quantity_result(struct quantity quantity) {
    bool known = quantity.why == DEFINED && ratio_valid(quantity.value);
    return (struct result){known, quantity.value};
}

const char *workbook_unit(const struct workbook *book, const struct row *row) {
    const struct book *of = book->card->book;
    return book_said(of, of->indicators[row->indicator].unit.text, book->lang);
}

const char *workbook_place(struct workbook *book, struct place place) {
    const char *name = sources_name(book->sources, place.file);
    if (name[0] == '\0' || place.line == 0) {
        return name;
    }
    return FORMULA(book, "{0}:{1}", name, formula_int(book, (int64_t)place.line));
}

const char *workbook_name(struct workbook *book, const struct row *row) {
    struct cell cell;
    table_cell(book->card, (int)(row - book->card->rows), COLUMN_NAME, book->lang, &cell);
    return cell.full_text != NULL ? cell.full_text
                                  : pool_text(&book->line, cell.text, strlen(cell.text));
}

const char *workbook_cut(struct workbook *book, const char *text, size_t most) {
    size_t length = strlen(text);
    if (text_width(text, length) <= most) {
        return text;
    }
    size_t fits = 0; /* bytes that fit, and the last blank in them */
    size_t blank = 0;
    for (size_t i = 0; i < length && text_width(text, i) < most; i++) {
        bool begins = ((unsigned char)text[i] & 0xC0) != 0x80;
        fits = begins ? i : fits;
        blank = text[i] == ' ' ? i : blank;
    }
    size_t end = blank > fits / 2 ? blank : fits;
    return workbook_text(book, "%.*s…", (int)end, text);
}

struct date workbook_figures_day(const struct workbook *book, int32_t org) {
    struct row_span span = scorecard_rows_of(book->card, org);
    struct date day = {0, 0, 0};
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &book->card->rows[i];
        day = row->has_actual && date_cmp(row->date, day) > 0 ? row->date : day;
    }
    return day;
}

const char *workbook_page(const struct workbook *book) {
    static const char *const page[LANG_COUNT] = {"Trang", "Page"};
    return page[book->lang];
}

bool *workbook_shown(const struct workbook *book, int row, enum table_column_id column) {
    return &book->shown[(size_t)row * TABLE_SHOWN + (size_t)column];
}

void workbook_colours(struct workbook *book, struct sheet *sheet, struct area area, bool by_line) {
    char cell[CELL_NAME];
    cell_name(area.first_row, area.first_column, false, by_line, cell);
    for (int form = 0; form < FORM_COUNT; form++) {
        const char *formula =
            FORMULA(book, "=LEFT({0},1)=\"{1}\"", cell, form_symbol((enum status_form)form));
        sheet_highlight(sheet, area, formula, status_look((enum status_form)form));
    }
}

/* {0}: the area's first cell. Rounded to 12 places, binary fractions decide nothing. */
static void show_as(struct workbook *book, struct sheet *sheet, struct area area,
                    const char *pattern, const char *bound, const char *number) {
    char cell[CELL_NAME];
    const struct look look = {.number = number};
    cell_name(area.first_row, area.first_column, false, false, cell);
    sheet_highlight(sheet, area, FORMULA(book, pattern, cell, bound), &look);
}

void workbook_exact_shares(struct workbook *book, struct sheet *sheet, struct area area) {
    show_as(book, sheet, area, "=AND(ROUND({0},3)=1,ROUND({0},12)<>1)", "",
            "[<0.99995]0.00%_);[>=1.00005]0.00%_);\"≈ 100%\"_)");
}

void workbook_exact_figures(struct workbook *book, struct sheet *sheet, struct area area,
                            const char *bound) {
    show_as(book, sheet, area, "=AND({0}<>INT({0}),ABS({0}-{1})<=0.5,ROUND({0}-{1},12)<>0)", bound,
            "#,##0.0###_);\"−\"#,##0.0###_)");
}

/* ---- which sheets there are ---- */

struct sheet *workbook_sheet_add(struct workbook *book, const char *name, const char *what) {
    struct listed listed = {sheet_add(book->sheets, name), what};
    arrput(book->contents, listed);
    return listed.sheet;
}

void workbook_way_back(const struct workbook *book, struct sheet *sheet, uint32_t row,
                       uint16_t column) {
    static const struct look look = {.size = 10, .ink = COLOUR_LINK};
    if (book->home != NULL && book->home != sheet) {
        sheet_link_sheet(sheet, row, column, book->home,
                         workbook_text((struct workbook *)book, "← %s", sheet_name(book->home)),
                         &look);
    }
}

bool workbook_hides(const struct workbook *book, enum workbook_sheet kind) {
    unsigned sheets = book->style->sheets;
    return sheets != 0 && (sheets >> kind & 1U) == 0;
}

bool workbook_has_tables(const struct workbook *book) {
    return !workbook_hides(book, WORKBOOK_TABLES) || !workbook_hides(book, WORKBOOK_OVERVIEW) ||
           !workbook_hides(book, WORKBOOK_MATRIX);
}

void workbook_wrote(struct workbook *book, size_t rows) {
    size_t all = arrlenu(book->card->rows) * (workbook_has_tables(book) ? 2 : 1);
    book->written += rows;
    progress_tell(book->style->progress, WORK_ROWS_WRITTEN, book->written, all);
}
