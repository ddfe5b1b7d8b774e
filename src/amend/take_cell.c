/* SPDX-License-Identifier: MIT */
/* What one cell says. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "take_inside.h"
#include "text.h"
#include "words.h"

enum { PLAIN_MOST = 64 };

void cell_address(uint32_t row, uint32_t column, char address[CELL_ADDRESS]) {
    char letters[4] = "";
    for (uint32_t c = column + 1; c > 0; c = (c - 1) / 26) {
        memmove(letters + 1, letters, 2);
        letters[0] = (char)('A' + (c - 1) % 26);
    }
    snprintf(address, CELL_ADDRESS, "%s%u", letters, row + 1);
}

const struct read_cell *cell_at(const struct reading_sheet *r, uint32_t row, int column) {
    return column >= 0 ? sheet_read_cell(r->sheet, row, (uint32_t)column) : NULL;
}

const char *cell_text(const struct reading_sheet *r, uint32_t row, int column) {
    const struct read_cell *cell = cell_at(r, row, column);
    return cell != NULL ? cell->text : "";
}

void take_remark(const struct reading_sheet *r, enum message_code code, uint32_t row, int column,
                 const char *const words[FINDING_WORDS]) {
    struct pool *pool = &r->taking->pool;
    struct take_remark made = {.code = code, .workbook = r->path, .sheet = ""};
    if (r->sheet != NULL) {
        made.sheet = pool_text(pool, r->sheet->name, strlen(r->sheet->name));
    }
    if (r->sheet != NULL && column >= 0) {
        cell_address(row, (uint32_t)column, made.cell);
    }
    for (int i = 0; i < FINDING_WORDS; i++) {
        made.words[i] = words[i] != NULL ? pool_text(pool, words[i], strlen(words[i])) : NULL;
    }
    arrput(r->taking->remarks, made);
}

bool same_figure(const char *a, const char *b) {
    struct decimal one;
    struct decimal other;
    bool numbers = decimal_parse(a, strlen(a), &one) == DECIMAL_OK &&
                   decimal_parse(b, strlen(b), &other) == DECIMAL_OK;
    return numbers ? ratio_cmp(ratio_decimal(one), ratio_decimal(other)) == 0 : strcmp(a, b) == 0;
}

/* ---- numbers as people type them ---- */

static size_t digits(const char *s) {
    return strspn(s, "0123456789");
}

enum typed { TYPED_PLAIN, TYPED_TWICE, TYPED_NONE };

/* A number typed as text, when it has one meaning: "1.234,5", "1,234.5", "2,7", "1.200.000". */
static enum typed number_typed(const char *s, char plain[PLAIN_MOST]) {
    size_t n = 0;
    size_t groups = 0;
    char mark = '\0';
    char decimal = '\0';
    bool minus = s[0] == '-';
    s += minus;
    size_t run = digits(s);
    if (run == 0 || strlen(s) + 2 > PLAIN_MOST) {
        return TYPED_NONE;
    }
    bool zero = s[0] == '0';
    size_t first = run;
    plain[n++] = '-';
    memcpy(plain + n, s, run);
    n += run;
    for (s += run; *s == '.' || *s == ','; s += run + 1) {
        run = digits(s + 1);
        bool last = s[run + 1] == '\0';
        if (run == 0 || decimal != '\0') {
            return TYPED_NONE;
        }
        bool decimals = last && (groups > 0 ? *s != mark : run != 3 || zero || first > 3);
        if (last && groups == 0 && run == 3 && !decimals) {
            return TYPED_TWICE;
        }
        if (decimals) {
            decimal = *s;
            plain[n++] = '.';
        } else if (run != 3 || first > 3 || (groups > 0 && *s != mark)) {
            return TYPED_NONE;
        } else {
            mark = *s;
            groups++;
        }
        memcpy(plain + n, s + 1, run);
        n += run;
    }
    plain[n] = '\0';
    if (!minus) {
        memmove(plain, plain + 1, n);
    }
    return *s == '\0' ? TYPED_PLAIN : TYPED_NONE;
}

/* 0.785 as 78.5 */
static const char *hundredfold(struct pool *pool, const char *plain) {
    struct decimal decimal;
    char text[RATIO_TEXT];
    if (decimal_parse(plain, strlen(plain), &decimal) != DECIMAL_OK) {
        return plain;
    }
    ratio_plain(ratio_mul(ratio_decimal(decimal), ratio_int(100)), true, NULL, 0, text);
    return pool_text(pool, text, strlen(text));
}

/* Above 0 and not above 1. */
static bool is_fraction(const char *plain) {
    struct decimal decimal;
    return decimal_parse(plain, strlen(plain), &decimal) == DECIMAL_OK &&
           ratio_sign(ratio_decimal(decimal)) > 0 &&
           ratio_cmp(ratio_decimal(decimal), ratio_int(1)) <= 0;
}

/* ---- figures ---- */

/* What a cell says, or why it says none. */
struct cell_said {
    const char *text; /* or NULL */
    enum message_code wrong;
};

static struct cell_said said(const char *text) {
    return (struct cell_said){text, MESSAGE_COUNT};
}

static struct cell_said says_none(enum message_code why) {
    return (struct cell_said){NULL, why};
}

/* Without blanks around it. */
static const char *trimmed(struct pool *pool, const char *text) {
    text += strspn(text, " ");
    size_t n = strlen(text);
    while (n > 0 && text[n - 1] == ' ') {
        n--;
    }
    return pool_text(pool, text, n);
}

static struct cell_said number_of_text(struct pool *pool, const char *text, bool percent) {
    char plain[PLAIN_MOST];
    const char *typed = trimmed(pool, text);
    size_t n = strlen(typed);
    if (n == 0) {
        return said("");
    }
    bool sign = percent && typed[n - 1] == '%';
    typed = sign ? trimmed(pool, pool_text(pool, typed, n - 1)) : typed;
    enum typed how = number_typed(typed, plain);
    if (how != TYPED_PLAIN) {
        return says_none(how == TYPED_TWICE ? MSG_CELL_TWO_READINGS : MSG_CELL_NO_FIGURE);
    }
    if (percent && !sign && is_fraction(plain)) {
        return says_none(MSG_CELL_FRACTION);
    }
    return said(pool_text(pool, plain, strlen(plain)));
}

static struct cell_said number_of_cell(struct pool *pool, const struct read_cell *cell,
                                       bool percent) {
    if (cell->percent && percent) {
        return said(hundredfold(pool, cell->text));
    }
    if (cell->percent) {
        return says_none(MSG_CELL_NO_FIGURE);
    }
    if (percent && is_fraction(cell->text)) {
        return says_none(MSG_CELL_FRACTION);
    }
    return said(pool_text(pool, cell->text, strlen(cell->text)));
}

static struct cell_said yes_or_no(struct pool *pool, const struct read_cell *cell) {
    const char *word = text_words(pool, cell->text);
    if (strcmp(word, "co") == 0 || strcmp(word, "yes") == 0 || strcmp(word, "true") == 0) {
        return said("yes");
    }
    if (strcmp(word, "khong") == 0 || strcmp(word, "no") == 0 || strcmp(word, "false") == 0) {
        return said("no");
    }
    return word[0] == '\0' ? said("") : says_none(MSG_CELL_NO_FIGURE);
}

static struct cell_said figure_said(struct pool *pool, const struct indicator *indicator,
                                    const struct read_cell *cell) {
    bool percent = strcmp(indicator->unit.base, "%") == 0;
    bool asks_yes_no = indicator_is_yes_no(indicator);
    switch (cell->kind) {
    case READ_EMPTY:
        return cell->formula ? says_none(MSG_CELL_NO_RESULT) : said("");
    case READ_DECIMAL:
        return asks_yes_no ? says_none(MSG_CELL_NO_FIGURE) : number_of_cell(pool, cell, percent);
    case READ_TEXT:
        return asks_yes_no ? yes_or_no(pool, cell) : number_of_text(pool, cell->text, percent);
    case READ_BOOLEAN:
        return asks_yes_no ? yes_or_no(pool, cell) : says_none(MSG_CELL_NO_FIGURE);
    case READ_ERROR:
        return says_none(MSG_CELL_ERROR);
    case READ_DAY:
        return says_none(MSG_CELL_NO_FIGURE);
    }
    return said("");
}

const char *figure_of_cell(const struct reading_sheet *r, const struct indicator *indicator,
                           const struct read_cell *cell, bool ask) {
    static const char *const wanted[] = {"có / không (yes / no)", ""};
    if (cell == NULL) {
        return "";
    }
    struct cell_said figure = figure_said(&r->taking->pool, indicator, cell);
    if (figure.text == NULL && ask) {
        bool yes_no = indicator_is_yes_no(indicator);
        REMARK(r, figure.wrong, cell->row, (int)cell->column, cell->text,
               yes_no ? wanted[0] : indicator->unit.text);
    }
    return figure.text;
}

/* ---- days ---- */

bool day_of_cell(const struct reading_sheet *r, const struct read_cell *cell, bool ask,
                 struct date *day) {
    *day = (struct date){0};
    if (cell == NULL || (cell->kind == READ_EMPTY && !cell->formula)) {
        return true;
    }
    const char *text = cell->kind == READ_TEXT ? trimmed(&r->taking->pool, cell->text) : cell->text;
    size_t n = strlen(text);
    struct date typed = {0};
    if (cell->kind == READ_TEXT && n == 0) {
        return true;
    }
    if (cell->kind == READ_DAY) {
        typed = cell->day;
    } else if (cell->kind == READ_DECIMAL && strchr(cell->text, '.') == NULL) {
        typed = workbook_read_day(r->workbook, cell->serial);
    } else if (cell->kind == READ_TEXT && !date_parse(text, n, &typed) &&
               date_parse_day_first(text, n, &typed) && typed.day <= 12 &&
               typed.day != typed.month) {
        typed = (struct date){0}; /* 05/06/2024: two readings */
    }
    if (!date_known(typed) && ask) {
        enum message_code code = cell->kind == READ_ERROR   ? MSG_CELL_ERROR
                                 : cell->kind == READ_EMPTY ? MSG_CELL_NO_RESULT
                                                            : MSG_CELL_NO_DAY;
        REMARK(r, code, cell->row, (int)cell->column, cell->text);
    }
    *day = typed;
    return date_known(typed);
}
