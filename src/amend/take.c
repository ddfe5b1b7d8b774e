/* SPDX-License-Identifier: MIT */
/* From the cells of workbooks to changes. */
#include "take.h"

#include <stdio.h>
#include <string.h>

#include "edit.h"
#include "mem.h"
#include "read_workbook.h"
#include "text.h"
#include "words.h"

enum { COLUMNS_MOST = 256, PLAIN_MOST = 64 };

/* A sheet that takes figures. */
struct reading_sheet {
    struct taking *taking;
    const char *path;
    const struct read_workbook *workbook;
    const struct read_sheet *sheet;
    int actual; /* columns, or -1 */
    int date;
    int estimate;
    int name;
    int was_actual;
    int was_date;
    int was_estimate;
    struct date as_of;  /* of a form; no date: a workbook of export */
    const char *source; /* what files will say */
};

static const char *cell_text(const struct read_sheet *sheet, uint32_t row, int column) {
    const struct read_cell *cell =
        column >= 0 ? sheet_read_cell(sheet, row, (uint32_t)column) : NULL;
    return cell != NULL ? cell->text : "";
}

static void cell_address(uint32_t row, int column, char address[16]) {
    char letters[4] = "";
    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
        memmove(letters + 1, letters, 2);
        letters[0] = (char)('A' + (c - 1) % 26);
    }
    snprintf(address, 16, "%s%u", letters, row + 1);
}

static void remark(const struct reading_sheet *r, enum take_problem problem, uint32_t row,
                   int column, const char *a, const char *b, const char *c) {
    struct pool *pool = &r->taking->pool;
    struct take_remark made = {.problem = problem, .workbook = r->path, .sheet = ""};
    const char *words[] = {a, b, c};
    if (column >= 0 && r->sheet != NULL) {
        made.sheet = pool_text(pool, r->sheet->name, strlen(r->sheet->name));
        cell_address(row, column, made.cell);
    }
    for (int i = 0; i < 3; i++) {
        made.words[i] = words[i] != NULL ? pool_text(pool, words[i], strlen(words[i])) : NULL;
    }
    arrput(r->taking->remarks, made);
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

/* What a cell says as the files write it; "" for nothing; NULL, with a remark, when it says none.
 */
static const char *figure_of(const struct reading_sheet *r, const struct indicator *indicator,
                             const struct read_cell *cell, bool ask) {
    struct pool *pool = &r->taking->pool;
    char plain[PLAIN_MOST];
    if (cell == NULL || cell->kind == READ_EMPTY) {
        return "";
    }
    bool percent = strcmp(indicator->unit.base, "%") == 0;
    bool yes_no = indicator_is_yes_no(indicator);
    enum take_problem problem = TAKE_NO_FIGURE;
    if (cell->kind == READ_DECIMAL && !yes_no && percent == (cell->percent || percent)) {
        if (percent && cell->percent) {
            return hundredfold(pool, cell->text);
        }
        bool fraction = percent && cell->serial > 0 && cell->serial <= 1;
        if (!fraction || !ask) {
            return pool_text(pool, cell->text, strlen(cell->text));
        }
        problem = TAKE_FRACTION;
    } else if (cell->kind == READ_TEXT && !yes_no) {
        const char *text = cell->text + strspn(cell->text, " ");
        size_t n = strlen(text);
        while (n > 0 && text[n - 1] == ' ') {
            n--;
        }
        if (n > 0 && text[n - 1] == '%' && percent) {
            n--;
            while (n > 0 && text[n - 1] == ' ') {
                n--;
            }
        }
        const char *typed = pool_text(pool, text, n);
        enum typed how = number_typed(typed, plain);
        if (how == TYPED_PLAIN) {
            return pool_text(pool, plain, strlen(plain));
        }
        problem = how == TYPED_TWICE ? TAKE_TWO_READINGS : TAKE_NO_FIGURE;
    } else if (cell->kind == READ_BOOLEAN || cell->kind == READ_TEXT) {
        const char *word = text_words(pool, cell->text);
        bool yes = strcmp(word, "co") == 0 || strcmp(word, "yes") == 0 || strcmp(word, "true") == 0;
        bool no =
            strcmp(word, "khong") == 0 || strcmp(word, "no") == 0 || strcmp(word, "false") == 0;
        if (yes_no && (yes || no)) {
            return yes ? "yes" : "no";
        }
    } else if (cell->kind == READ_ERROR) {
        problem = TAKE_ERROR_VALUE;
    }
    if (ask) {
        remark(r, problem, cell->row, (int)cell->column, cell->text, NULL, NULL);
    }
    return NULL;
}

/* The day that a cell says; no date for none; false, with a remark, when it says something else. */
static bool day_of(const struct reading_sheet *r, const struct read_cell *cell, struct date *day) {
    *day = (struct date){0};
    if (cell == NULL || cell->kind == READ_EMPTY) {
        return true;
    }
    size_t n = strlen(cell->text);
    struct date typed = {0};
    if (cell->kind == READ_DAY) {
        typed = cell->day;
    } else if (cell->kind == READ_DECIMAL && strchr(cell->text, '.') == NULL) {
        typed = workbook_read_day(r->workbook, cell->serial);
    } else if (cell->kind == READ_TEXT && !date_parse(cell->text, n, &typed) &&
               date_parse_day_first(cell->text, n, &typed) && typed.day <= 12) {
        typed = (struct date){0}; /* 05/06/2024: two readings */
    }
    if (!date_known(typed)) {
        remark(r, TAKE_NO_DAY, cell->row, (int)cell->column, cell->text, NULL, NULL);
        return false;
    }
    *day = typed;
    return true;
}

/* ---- a row ---- */

/* The last day of a figure of this organisation. */
static struct date last_day(const struct book *book, int32_t org) {
    struct date day = {0};
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        const struct packed_figure *figure = &book->figures.packed[i];
        if (figure->org == org && date_cmp(packed_date(figure), day) > 0) {
            day = packed_date(figure);
        }
    }
    return day;
}

static int year_of(const struct book *book, int32_t org, struct date day) {
    for (int year = day.year - 1; year <= day.year + 1; year++) {
        struct window window = book_window(book, org, year);
        if (date_cmp(day, window.first) >= 0 && date_cmp(day, window.last) <= 0) {
            return year;
        }
    }
    return day.year;
}

/* The figure that the book has already, or NONE. */
static int32_t figure_at(const struct book *book, const struct take_change *change) {
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        const struct packed_figure *figure = &book->figures.packed[i];
        if (figure->org == change->org && figure->indicator == change->indicator &&
            packed_year(figure) == change->year && packed_kind(figure) == change->kind &&
            date_cmp(packed_date(figure), change->date) == 0) {
            return (int32_t)i;
        }
    }
    return NONE;
}

static bool same_figure(const char *a, const char *b) {
    struct decimal one;
    struct decimal other;
    bool numbers = decimal_parse(a, strlen(a), &one) == DECIMAL_OK &&
                   decimal_parse(b, strlen(b), &other) == DECIMAL_OK;
    return numbers ? ratio_cmp(ratio_decimal(one), ratio_decimal(other)) == 0 : strcmp(a, b) == 0;
}

static const char *printed(struct taking *taking, const struct figure *figure) {
    char text[RATIO_TEXT];
    if (indicator_is_yes_no(&taking->book->indicators[figure->indicator])) {
        return ratio_sign(figure->low) > 0 ? "yes" : "no";
    }
    ratio_plain(figure->low, true, NULL, 0, text);
    return pool_text(&taking->pool, text, strlen(text));
}

/* The day of a row's figure: as typed, as issued, the form's, or the organisation's last. */
static struct date day_meant(const struct reading_sheet *r, uint32_t row,
                             const struct take_change *change) {
    if (date_known(change->date)) {
        return change->date;
    }
    struct date said = {0};
    if (r->was_date >= 0 && change->kind == FIGURE_LEVEL) {
        day_of(r, sheet_read_cell(r->sheet, row, (uint32_t)r->was_date), &said);
    }
    return date_known(said)       ? said
           : date_known(r->as_of) ? r->as_of
                                  : last_day(r->taking->book, change->org);
}

/* The same figure from the row of another assigner, or NULL. */
static const struct take_change *change_made(const struct taking *taking,
                                             const struct take_change *change) {
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *made = &taking->changes[i];
        if (made->org == change->org && made->indicator == change->indicator &&
            made->kind == change->kind && date_cmp(made->date, change->date) == 0) {
            return made;
        }
    }
    return NULL;
}

/* One input of a row; as issued it says nothing. */
static void take_input(const struct reading_sheet *r, uint32_t row, int column, int was_column,
                       struct take_change change) {
    struct taking *taking = r->taking;
    const struct read_cell *cell =
        column >= 0 ? sheet_read_cell(r->sheet, row, (uint32_t)column) : NULL;
    const struct read_cell *was_cell =
        was_column >= 0 ? sheet_read_cell(r->sheet, row, (uint32_t)was_column) : NULL;
    const struct indicator *indicator = &taking->book->indicators[change.indicator];
    if (cell != NULL && was_cell != NULL && cell->kind == READ_TEXT &&
        cell->kind == was_cell->kind && strcmp(cell->text, was_cell->text) == 0) {
        return; /* words, as issued: what is computed */
    }
    const char *was = figure_of(r, indicator, was_cell, false);
    const char *fresh = figure_of(r, indicator, cell, false);
    if (was != NULL && fresh != NULL && same_figure(was, fresh) && !date_known(change.date)) {
        return;
    }
    bool cleared = fresh != NULL && fresh[0] == '\0';
    if (cleared && (date_known(r->as_of) || was == NULL || was[0] == '\0')) {
        return; /* a blank in a form says nothing */
    }
    if (sheet_read_merged(r->sheet, row, (uint32_t)column) != NULL) {
        remark(r, TAKE_MERGED, row, column, NULL, NULL, NULL);
        return;
    }
    fresh = figure_of(r, indicator, cell, true);
    struct date day = day_meant(r, row, &change);
    if (fresh == NULL || !date_known(day)) {
        if (fresh != NULL) {
            remark(r, TAKE_NO_DAY, row, column, NULL, NULL, NULL);
        }
        return;
    }
    change.date = day;
    change.year = year_of(taking->book, change.org, day);
    int32_t at = figure_at(taking->book, &change);
    struct figure now = {.place = no_place};
    change.old = "";
    if (at != NONE) {
        figures_read(&taking->book->figures, at, &now);
        change.old = printed(taking, &now);
    }
    if (same_figure(change.old, fresh)) {
        return;
    }
    if (was != NULL && at != NONE && !same_figure(was, change.old)) {
        remark(r, TAKE_CONFLICT, row, column, change.old, was[0] != '\0' ? was : "–", fresh);
        return;
    }
    const struct take_change *made = change_made(taking, &change);
    if (made != NULL) {
        if (!same_figure(made->fresh, fresh)) {
            remark(r, TAKE_CONFLICT, row, column, made->fresh, change.old, fresh);
        }
        return;
    }
    change.place = now.place;
    change.fresh = fresh;
    change.workbook = r->path;
    change.sheet = pool_text(&taking->pool, r->sheet->name, strlen(r->sheet->name));
    change.source = r->source;
    change.file = NONE;
    cell_address(row, column, change.cell);
    arrput(taking->changes, change);
}

static int column_of(const struct reading_sheet *r, const char *key) {
    for (int c = 0; c < COLUMNS_MOST; c++) {
        if (strcmp(cell_text(r->sheet, 0, c), key) == 0) {
            return c;
        }
    }
    return -1;
}

/* Inputs that are not taken are named when somebody typed into them. */
static void name_others(const struct reading_sheet *r, uint32_t row) {
    static const char *const keys[] = {"actual_high", "note",      "estimate_high", "target",
                                       "target_high", "grow",      "tolerance",     "base",
                                       "same",        "last_total"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char was[32];
        snprintf(was, sizeof was, "was %s", keys[i]);
        int column = column_of(r, keys[i]);
        int before = column_of(r, was);
        const char *text = cell_text(r->sheet, row, column);
        const char *issued = cell_text(r->sheet, row, before);
        if (column >= 0 && before >= 0 && !same_figure(text, issued)) {
            remark(r, TAKE_LEFT_ALONE, row, column, keys[i], NULL, NULL);
        }
    }
}

/* A row with a key. */
static void take_row(const struct reading_sheet *r, uint32_t row, const char *key) {
    struct taking *taking = r->taking;
    struct pool *pool = &taking->pool;
    size_t org_n = strcspn(key, " ");
    const char *rest = key + org_n + (key[org_n] == ' ');
    size_t indicator_n = strcspn(rest, " ");
    struct take_change change = {.key = "actual", .kind = FIGURE_LEVEL};
    change.org = book_org(taking->book, pool_text(pool, key, org_n));
    change.indicator = book_indicator(taking->book, pool_text(pool, rest, indicator_n));
    if (change.org == NONE || change.indicator == NONE) {
        remark(r, TAKE_OTHER_BOOK, row, 0, key, NULL, NULL);
        return;
    }
    const struct indicator *indicator = &taking->book->indicators[change.indicator];
    const char *name = cell_text(r->sheet, row, r->name);
    if (r->name >= 0 && strcmp(name, indicator->name) != 0 &&
        (indicator->name_en == NULL || strcmp(name, indicator->name_en) != 0)) {
        remark(r, TAKE_SORTED_APART, row, r->name, name, indicator->name, NULL);
        return;
    }
    struct date day = {0};
    struct date was = {0};
    if (r->date >= 0 &&
        (!day_of(r, sheet_read_cell(r->sheet, row, (uint32_t)r->date), &day) ||
         (r->was_date >= 0 &&
          !day_of(r, sheet_read_cell(r->sheet, row, (uint32_t)r->was_date), &was)))) {
        return;
    }
    change.date = date_cmp(day, was) != 0 ? day : (struct date){0};
    name_others(r, row);
    if (r->actual >= 0) {
        take_input(r, row, r->actual, r->was_actual, change);
    }
    if (r->estimate >= 0) {
        change.key = "estimate";
        change.kind = FIGURE_ESTIMATE;
        change.date = (struct date){0};
        take_input(r, row, r->estimate, r->was_estimate, change);
    }
}

/* ---- a sheet, a workbook ---- */

/* The columns by the keys of row 1; false when it is none of ours. */
static bool find_columns(struct reading_sheet *r) {
    const struct {
        const char *key;
        int *column;
    } keys[] = {{"actual", &r->actual},
                {"date", &r->date},
                {"estimate", &r->estimate},
                {"name", &r->name},
                {"was actual", &r->was_actual},
                {"was date", &r->was_date},
                {"was estimate", &r->was_estimate}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        *keys[i].column = -1;
        for (int c = 0; c < COLUMNS_MOST && *keys[i].column < 0; c++) {
            *keys[i].column = strcmp(cell_text(r->sheet, 0, c), keys[i].key) == 0 ? c : -1;
        }
    }
    return r->actual >= 0;
}

static bool has_key(const char *text) {
    int blanks = 0;
    for (const char *at = text; *at != '\0'; at++) {
        blanks += *at == ' ';
    }
    return blanks >= 3;
}

static void take_sheet(struct reading_sheet *r) {
    const char **seen = NULL;
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        if (cell->column != 0 || cell->row == 0 || !has_key(cell->text)) {
            continue;
        }
        bool twice = false;
        for (ptrdiff_t k = 0; k < arrlen(seen) && !twice; k++) {
            twice = strcmp(seen[k], cell->text) == 0;
        }
        if (twice) {
            remark(r, TAKE_KEY_TWICE, cell->row, 0, cell->text, NULL, NULL);
        } else {
            arrput(seen, cell->text);
            take_row(r, cell->row, cell->text);
        }
    }
    arrfree(seen);
}

/* Who the form is, from its hidden sheet. */
static void identify(struct reading_sheet *r) {
    struct pool *pool = &r->taking->pool;
    const char *number = NULL;
    for (ptrdiff_t i = 0; i < arrlen(r->workbook->sheets); i++) {
        const struct read_sheet *sheet = &r->workbook->sheets[i];
        for (uint32_t row = 0; row < 8; row++) {
            const char *key = cell_text(sheet, row, 0);
            const char *value = cell_text(sheet, row, 1);
            if (row == 0 && strcmp(key, "tiendo form") != 0) {
                break;
            }
            number = row == 0 ? value : number;
            if (strcmp(key, "as of") == 0) {
                date_parse(value, strlen(value), &r->as_of);
            }
        }
    }
    char text[96];
    if (number != NULL) {
        snprintf(text, sizeof text, "Biểu mẫu số %.16s", number);
    } else {
        snprintf(text, sizeof text, "Sửa tại cuộc họp");
    }
    r->source = pool_text(pool, text, strlen(text));
}

static void remark_unread(const struct reading_sheet *r, const struct package_failure *failure) {
    bool old = failure->error == PACKAGE_OLD_OFFICE || failure->error == PACKAGE_ENCRYPTED;
    enum take_problem problem = failure->error == PACKAGE_UNREADABLE ? TAKE_NO_FILE
                                : failure->error == PACKAGE_NO_ZIP   ? TAKE_NO_XLSX
                                : old                                ? TAKE_OLD_OFFICE
                                                                     : TAKE_UNREADABLE;
    const char *why = failure->detail[0] != '\0' ? failure->detail : failure->part;
    remark(r, problem, 0, -1, why, NULL, NULL);
    arrlast(r->taking->remarks).system = failure->system;
}

void take_workbook(struct taking *taking, const char *path) {
    struct read_workbook workbook;
    struct package_failure failure;
    struct reading_sheet r = {.taking = taking, .workbook = &workbook};
    r.path = pool_text(&taking->pool, path, strlen(path));
    bool found = false;
    if (!workbook_read(&workbook, path, &failure)) {
        remark_unread(&r, &failure);
        found = true;
    } else {
        identify(&r);
        for (ptrdiff_t i = 0; i < arrlen(workbook.sheets); i++) {
            r.sheet = &workbook.sheets[i];
            if (find_columns(&r)) {
                found = true;
                take_sheet(&r);
            }
        }
    }
    if (!found) {
        r.sheet = NULL;
        remark(&r, TAKE_FOREIGN, 0, -1, NULL, NULL, NULL);
    }
    workbook_read_clear(&workbook);
}

bool take_failed(const struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        if (taking->remarks[i].problem != TAKE_LEFT_ALONE) {
            return true;
        }
    }
    return false;
}
