/* SPDX-License-Identifier: MIT */
/* From the rows of a sheet to changes. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "take_inside.h"

/* ---- what the book has ---- */

static struct take_form *form_of(const struct reading_sheet *r) {
    return r->form != NONE ? &r->taking->forms[r->form] : NULL;
}

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

static const char *printed(struct taking *taking, const struct figure *figure) {
    char text[RATIO_TEXT];
    if (indicator_is_yes_no(&taking->book->indicators[figure->indicator])) {
        return ratio_sign(figure->low) > 0 ? "yes" : "no";
    }
    ratio_plain(figure->low, true, NULL, 0, text);
    return pool_text(&taking->pool, text, strlen(text));
}

/* ---- an input ---- */

/* The day of a row's figure: as typed, as issued, the form's, or the organisation's last. */
static struct date day_meant(const struct reading_sheet *r, uint32_t row,
                             const struct take_change *change) {
    struct date said = {0};
    if (date_known(change->date)) {
        return change->date;
    }
    if (change->kind == FIGURE_LEVEL) {
        day_of_cell(r, cell_at(r, row, r->columns[TAKE_WAS_DATE]), false, &said);
    }
    return date_known(said)       ? said
           : date_known(r->as_of) ? r->as_of
                                  : last_day(r->taking->book, change->org);
}

/* The same figure from the row of another assigner, or another workbook; or NULL. */
static const struct take_change *change_made(const struct taking *taking,
                                             const struct take_change *change) {
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *made = &taking->changes[i];
        if (made->org == change->org && made->indicator == change->indicator &&
            made->kind == change->kind && strcmp(made->key, change->key) == 0 &&
            date_cmp(made->date, change->date) == 0 && strcmp(made->by, change->by) == 0 &&
            strcmp(made->during, change->during) == 0) {
            return made;
        }
    }
    return NULL;
}

/* Keeps a change; one that is there already needs no second. */
static void keep(const struct reading_sheet *r, uint32_t row, int column,
                 struct take_change change) {
    struct taking *taking = r->taking;
    const struct take_change *made = change_made(taking, &change);
    char where[256];
    if (made == NULL) {
        change.workbook = r->path;
        change.sheet = pool_text(&taking->pool, r->sheet->name, strlen(r->sheet->name));
        change.form = r->form;
        change.source = r->source;
        change.file = NONE;
        change.edited = NONE;
        cell_address(row, (uint32_t)column, change.cell);
        arrput(taking->changes, change);
    } else if (!same_figure(made->fresh, change.fresh)) {
        snprintf(where, sizeof where, "%s %s!%s", made->workbook, made->sheet, made->cell);
        REMARK(r, MSG_CELL_TWO_FIGURES, row, column, where, made->fresh, change.fresh);
    }
}

/* The day lies in the year that is asked about. */
static bool in_year(const struct reading_sheet *r, uint32_t row, const struct take_change *change) {
    const struct book *book = r->taking->book;
    struct date asked = date_known(r->as_of) ? r->as_of : last_day(book, change->org);
    int year = date_known(asked) ? year_of(book, change->org, asked) : change->year;
    if (change->year == year) {
        return true;
    }
    struct window window = book_window(book, change->org, year);
    char texts[3][DATE_TEXT];
    char number[16];
    snprintf(number, sizeof number, "%d", year);
    REMARK(r, MSG_OUTSIDE_YEAR, row, r->columns[TAKE_DATE], date_print(change->date, texts[0]),
           number, date_print(window.first, texts[1]), date_print(window.last, texts[2]));
    return false;
}

/* What the cell says against the book: a change, nothing, or a conflict. was: as issued, or NULL.
 */
static void compare(const struct reading_sheet *r, uint32_t row, int column, const char *was,
                    struct take_change change) {
    struct taking *taking = r->taking;
    int32_t at = figure_at(taking->book, &change);
    struct figure now = {.place = no_place};
    change.old = "";
    if (at != NONE) {
        figures_read(&taking->book->figures, at, &now);
        change.old = printed(taking, &now);
    }
    if (same_figure(change.old, change.fresh)) {
        return;
    }
    if (was != NULL && at != NONE && !same_figure(was, change.old)) {
        REMARK(r, MSG_CELL_CONFLICT, row, column, change.old, was[0] != '\0' ? was : "–",
               change.fresh[0] != '\0' ? change.fresh : "–");
        return;
    }
    change.place = now.place;
    keep(r, row, column, change);
}

/* How many figures of a form are not as issued any more. */
static void count_changed(const struct reading_sheet *r, const char *was,
                          struct take_change change) {
    change.date = r->as_of;
    change.year = year_of(r->taking->book, change.org, change.date);
    int32_t at = figure_at(r->taking->book, &change);
    struct figure now;
    if (at != NONE) {
        figures_read(&r->taking->book->figures, at, &now);
    }
    form_of(r)->changed += !same_figure(at != NONE ? printed(r->taking, &now) : "", was);
}

/* One figure of a row; as issued it says nothing. */
static void take_input(const struct reading_sheet *r, uint32_t row, enum take_column which,
                       enum take_column was_which, struct take_change change) {
    struct taking *taking = r->taking;
    int column = r->columns[which];
    const struct read_cell *cell = cell_at(r, row, column);
    const struct read_cell *was_cell = cell_at(r, row, r->columns[was_which]);
    const struct indicator *indicator = &taking->book->indicators[change.indicator];
    if (cell != NULL && was_cell != NULL && cell->kind == READ_TEXT &&
        cell->kind == was_cell->kind && strcmp(cell->text, was_cell->text) == 0) {
        return; /* words, as issued: what is computed */
    }
    const char *was = figure_of_cell(r, indicator, was_cell, false);
    const char *fresh = figure_of_cell(r, indicator, cell, false);
    if (date_known(r->as_of) && was != NULL) {
        count_changed(r, was, change);
    }
    bool same_day = !date_known(change.date);
    if (same_day && was != NULL && fresh != NULL && same_figure(was, fresh)) {
        return;
    }
    bool cleared = fresh != NULL && fresh[0] == '\0';
    if (cleared && (date_known(r->as_of) || was == NULL || was[0] == '\0')) {
        return; /* a blank in a form says nothing */
    }
    fresh = figure_of_cell(r, indicator, cell, true);
    struct date day = day_meant(r, row, &change);
    if (fresh == NULL) {
        return;
    }
    if (!date_known(day)) {
        REMARK(r, MSG_CELL_WANTS_DAY, row, column, NULL);
        return;
    }
    change.date = day;
    change.year = year_of(taking->book, change.org, day);
    change.fresh = fresh;
    if (in_year(r, row, &change)) {
        /* issued for another day: what it was then says nothing of this one */
        compare(r, row, column, same_day || !date_known(r->as_of) ? was : "", change);
    }
}

/* Words beside a figure. */
static void take_note(const struct reading_sheet *r, uint32_t row, struct take_change change) {
    struct taking *taking = r->taking;
    int column = r->columns[TAKE_NOTE];
    const char *was = cell_text(r, row, r->columns[TAKE_WAS_NOTE]);
    const char *fresh = cell_text(r, row, column);
    if (strcmp(was, fresh) == 0 || (fresh[0] == '\0' && date_known(r->as_of))) {
        return;
    }
    change.key = "note";
    change.date = day_meant(r, row, &change);
    change.year = year_of(taking->book, change.org, change.date);
    change.fresh = pool_text(&taking->pool, fresh, strlen(fresh));
    change.old = "";
    struct take_change figure = change;
    figure.key = "actual";
    int32_t at = date_known(change.date) ? figure_at(taking->book, &change) : NONE;
    struct figure now = {.place = no_place};
    if (at != NONE) {
        figures_read(&taking->book->figures, at, &now);
        change.old = now.note != NULL ? pool_text(&taking->pool, now.note, strlen(now.note)) : "";
    } else if (change_made(taking, &figure) == NULL) {
        if (fresh[0] != '\0') {
            REMARK(r, MSG_NOTE_ALONE, row, column, fresh);
        }
        return;
    }
    if (strcmp(change.old, change.fresh) == 0) {
        return;
    }
    if (at != NONE && strcmp(was, change.old) != 0) {
        REMARK(r, MSG_CELL_CONFLICT, row, column, change.old[0] != '\0' ? change.old : "–",
               was[0] != '\0' ? was : "–", change.fresh[0] != '\0' ? change.fresh : "–");
        return;
    }
    change.place = now.place;
    keep(r, row, column, change);
}

/* ---- a target ---- */

static bool same_text(const char *a, const char *key) {
    return strcmp(a != NULL && a[0] != '\0' ? a : "-", key) == 0;
}

/* The target that a row is about, or NONE. */
static int32_t target_at(const struct taking *taking, const struct take_change *change) {
    const struct book *book = taking->book;
    for (int32_t i = 0; i < (int32_t)targets_count(&book->targets); i++) {
        struct target target = targets_get(&book->targets, i);
        if (target.org == change->org && target.indicator == change->indicator &&
            target.year == change->year && !target.each_member &&
            same_text(target.by, change->by) && same_text(target.during_text, change->during)) {
            return i;
        }
    }
    return NONE;
}

static bool is_bound(struct ratio bound, const char *plain) {
    char text[RATIO_TEXT];
    return bound.den != 0 && same_figure(ratio_plain(bound, true, NULL, 0, text), plain);
}

/* Rows that have the key of this one. */
static int keys_like(const struct reading_sheet *r, uint32_t row) {
    const char *key = cell_text(r, row, (int)r->key_column);
    int count = 0;
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        count += cell->column == r->key_column && strcmp(cell->text, key) == 0;
    }
    return count;
}

static void take_target(const struct reading_sheet *r, uint32_t row, enum take_column which,
                        enum take_column was_which, struct take_change change) {
    struct taking *taking = r->taking;
    int column = r->columns[which];
    const struct indicator *indicator = &taking->book->indicators[change.indicator];
    const struct read_cell *cell = cell_at(r, row, column);
    const char *was = figure_of_cell(r, indicator, cell_at(r, row, r->columns[was_which]), false);
    const char *fresh = figure_of_cell(r, indicator, cell, false);
    change.key = take_column_keys[which];
    if (was == NULL || (fresh != NULL && same_figure(was, fresh))) {
        return;
    }
    fresh = figure_of_cell(r, indicator, cell, true);
    struct date day = day_meant(r, row, &change);
    if (fresh == NULL) {
        return;
    }
    change.date = day;
    change.year = year_of(taking->book, change.org, day);
    int32_t at = date_known(day) ? target_at(taking, &change) : NONE;
    if (at == NONE || fresh[0] == '\0' || was[0] == '\0') {
        REMARK(r, MSG_COLUMN_LEFT, row, column, change.key);
        return;
    }
    struct target target = targets_get(&taking->book->targets, at);
    change.old = was;
    change.fresh = fresh;
    change.place = target.place;
    bool own = is_bound(target.bounds.low, was) || is_bound(target.bounds.high, was);
    if (arrlen(target.revised) > 0 || !own || keys_like(r, row) > 1) {
        REMARK(r, MSG_COLUMN_LEFT, row, column, change.key); /* a decision changes it, by hand */
        return;
    }
    keep(r, row, column, change);
}

/* Inputs that are not taken are named when somebody typed into them. */
static void name_others(const struct reading_sheet *r, uint32_t row) {
    static const char *const others[] = {"actual_high", "estimate_high", "grow",      "tolerance",
                                         "base",        "same",          "last_total"};
    int columns[2][sizeof others / sizeof *others];
    memset(columns, -1, sizeof columns);
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells) && r->sheet->cells[i].row <= r->key_row;
         i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        for (size_t k = 0; cell->row == r->key_row && k < sizeof others / sizeof *others; k++) {
            bool was = strncmp(cell->text, "was ", 4) == 0;
            if (strcmp(cell->text + (was ? 4 : 0), others[k]) == 0) {
                columns[was][k] = (int)cell->column;
            }
        }
    }
    for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
        if (columns[0][k] >= 0 && columns[1][k] >= 0 &&
            !same_figure(cell_text(r, row, columns[0][k]), cell_text(r, row, columns[1][k]))) {
            REMARK(r, MSG_COLUMN_LEFT, row, columns[0][k], others[k]);
        }
    }
}

/* ---- a row ---- */

/* A cell as it came: what was read of it, else its words. A percentage where none is wanted stays
 * one. */
static struct take_answer answer_of(const struct reading_sheet *r, const struct read_cell *cell,
                                    int32_t indicator, enum take_column which) {
    struct pool *pool = &r->taking->pool;
    struct take_answer answer = {
        .indicator = indicator, .key = take_column_keys[which], .text = ""};
    bool figure = which == TAKE_ACTUAL || which == TAKE_ESTIMATE;
    const char *plain =
        figure ? figure_of_cell(r, &r->taking->book->indicators[indicator], cell, false) : NULL;
    struct decimal decimal;
    answer.number = plain != NULL && decimal_parse(plain, strlen(plain), &decimal) == DECIMAL_OK;
    if (which == TAKE_DATE) {
        day_of_cell(r, cell, false, &answer.day);
    }
    char shown[READ_NUMBER + 8];
    snprintf(shown, sizeof shown, cell->percent ? "%s (%%)" : "%s", cell->text);
    const char *text = cell->kind == READ_DECIMAL ? shown : cell->text;
    answer.text = answer.number ? plain : pool_text(pool, text, strlen(text));
    return answer;
}

/* What a form holds in this row, to be given back. */
static void keep_answers(const struct reading_sheet *r, uint32_t row, int32_t indicator) {
    struct take_form *form = form_of(r);
    for (int k = TAKE_ACTUAL; k <= TAKE_NOTE && form != NULL; k++) {
        static const struct read_cell nothing = {.kind = READ_EMPTY, .text = ""};
        const struct read_cell *cell = cell_at(r, row, r->columns[k]);
        if (r->columns[k] >= 0) {
            cell = cell != NULL ? cell : &nothing;
            struct take_answer answer = answer_of(r, cell, indicator, (enum take_column)k);
            cell_address(row, (uint32_t)r->columns[k], answer.cell);
            arrput(form->answers, answer);
        }
    }
}

/* What stands in a row whose goal is not clear is not given back; why, at this cell. */
static void forget_answers(const struct reading_sheet *r, int32_t indicator, uint32_t row,
                           int column) {
    const struct take_form *form = form_of(r);
    for (ptrdiff_t i = 0; form != NULL && i < arrlen(form->answers); i++) {
        struct take_answer *answer = &form->answers[i];
        if (answer->indicator == indicator) {
            answer->text = "";
            answer->number = false;
            answer->day = (struct date){0};
            if (strcmp(answer->key, "actual") == 0) {
                cell_address(row, (uint32_t)column, answer->cell);
            }
        }
    }
}

/* Cells of inputs that are one with others. */
static bool is_merged(const struct reading_sheet *r, uint32_t row, int32_t indicator) {
    bool merged = false;
    for (int k = TAKE_ACTUAL; k <= TAKE_ESTIMATE; k++) {
        if (r->columns[k] >= 0 &&
            sheet_read_merged(r->sheet, row, (uint32_t)r->columns[k]) != NULL) {
            REMARK(r, MSG_MERGED_CELL, row, r->columns[k], NULL);
            forget_answers(r, indicator, row, r->columns[k]);
            merged = true;
        }
    }
    return merged;
}

/* Whose row it is; false, with a remark, when it is none of this book or this form. */
static bool read_key(const struct reading_sheet *r, uint32_t row, const char *key,
                     struct take_change *change) {
    struct taking *taking = r->taking;
    struct pool *pool = &taking->pool;
    size_t org_n = strcspn(key, " ");
    const char *rest = key + org_n + 1;
    size_t indicator_n = strcspn(rest, " ");
    change->org = book_org(taking->book, pool_text(pool, key, org_n));
    change->indicator = book_indicator(taking->book, pool_text(pool, rest, indicator_n));
    const char *by = rest + indicator_n + 1;
    const char *during = strrchr(by, ' ');
    change->by = pool_text(pool, by, (size_t)(during - by));
    change->during = pool_text(pool, during + 1, strlen(during + 1));
    const struct take_form *form = form_of(r);
    bool other = form != NULL && form->org != NONE && change->org != form->org;
    if (change->org == NONE || change->indicator == NONE || other) {
        REMARK(r, MSG_OTHER_BOOK, row, (int)r->key_column, key,
               other && change->org != NONE ? taking->book->orgs[form->org].id : NULL);
        return false;
    }
    return true;
}

static void take_row(const struct reading_sheet *r, uint32_t row, const char *key) {
    struct taking *taking = r->taking;
    struct take_change change = {.key = "actual", .kind = FIGURE_LEVEL, .old = "", .fresh = ""};
    if (!read_key(r, row, key, &change)) {
        return;
    }
    const struct indicator *indicator = &taking->book->indicators[change.indicator];
    int at = r->columns[TAKE_NAME];
    const char *name = cell_text(r, row, at);
    keep_answers(r, row, change.indicator);
    if (at >= 0 && strcmp(name, indicator->name) != 0 &&
        (indicator->name_en == NULL || strcmp(name, indicator->name_en) != 0)) {
        REMARK(r, MSG_SORTED_APART, row, at, name, indicator->name);
        forget_answers(r, change.indicator, row, at);
        return;
    }
    struct date day = {0};
    struct date was = {0};
    if (is_merged(r, row, change.indicator) ||
        !day_of_cell(r, cell_at(r, row, r->columns[TAKE_DATE]), true, &day) ||
        !day_of_cell(r, cell_at(r, row, r->columns[TAKE_WAS_DATE]), true, &was)) {
        return;
    }
    change.date = date_cmp(day, was) != 0 ? day : (struct date){0};
    name_others(r, row);
    take_input(r, row, TAKE_ACTUAL, TAKE_WAS_ACTUAL, change);
    take_note(r, row, change);
    change.date = (struct date){0};
    take_target(r, row, TAKE_TARGET, TAKE_WAS_TARGET, change);
    take_target(r, row, TAKE_TARGET_HIGH, TAKE_WAS_TARGET_HIGH, change);
    if (r->columns[TAKE_ESTIMATE] >= 0) {
        change.key = "estimate";
        change.kind = FIGURE_ESTIMATE;
        take_input(r, row, TAKE_ESTIMATE, TAKE_WAS_ESTIMATE, change);
    }
}

/* ---- the sheet ---- */

static const char *key_of_row(const struct reading_sheet *r, uint32_t row) {
    const char *key = cell_text(r, row, (int)r->key_column);
    return is_row_key(key) ? key : NULL;
}

/* Something like a figure where no key stands. */
static void name_keyless(const struct reading_sheet *r, const struct read_cell *cell) {
    bool input = (int)cell->column == r->columns[TAKE_ACTUAL] ||
                 (int)cell->column == r->columns[TAKE_ESTIMATE];
    const char *begin = cell->text + strspn(cell->text, " -");
    bool text = cell->kind == READ_TEXT && begin[0] >= '0' && begin[0] <= '9';
    bool figure = cell->kind == READ_DECIMAL || cell->kind == READ_DAY || text;
    if (input && figure && cell->row != r->key_row && key_of_row(r, cell->row) == NULL) {
        REMARK(r, MSG_NO_KEY, cell->row, (int)cell->column, cell->text);
    }
}

/* The second row of a key: no figure of either is taken. */
static void name_twice(const struct reading_sheet *r, const struct read_cell *cell) {
    struct pool *pool = &r->taking->pool;
    size_t org = strcspn(cell->text, " ") + 1;
    size_t n = strcspn(cell->text + org, " ");
    int32_t indicator = book_indicator(r->taking->book, pool_text(pool, cell->text + org, n));
    REMARK(r, MSG_KEY_TWICE, cell->row, (int)cell->column, cell->text);
    forget_answers(r, indicator, cell->row, (int)cell->column);
}

/* A sheet of export has two rows with one key where a group's own goal and one that it assigns
 * meet: there each has the key of its line, too: "vung|moi|2024|2". */
static const char *line_key(const struct reading_sheet *r, uint32_t row) {
    enum { COLUMNS = 64 };
    for (int column = 0; r->form == NONE && column < COLUMNS; column++) {
        const char *text = cell_text(r, row, column);
        const char *bar = strchr(text, '|');
        if (bar != NULL && strchr(bar + 1, '|') != NULL) {
            return text;
        }
    }
    return "";
}

/* A row that was seen: its key, and that of its line. */
struct seen_row {
    const char *key;
    const char *line;
};

void take_rows(struct reading_sheet *r) {
    struct seen_row *seen = NULL;
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        bool twice = false;
        name_keyless(r, cell);
        if (cell->column != r->key_column || !is_row_key(cell->text)) {
            continue;
        }
        struct seen_row own = {cell->text, line_key(r, cell->row)};
        for (ptrdiff_t k = 0; k < arrlen(seen) && !twice; k++) {
            twice = strcmp(seen[k].key, own.key) == 0 && strcmp(seen[k].line, own.line) == 0;
        }
        if (twice) {
            name_twice(r, cell);
        } else {
            arrput(seen, own);
            take_row(r, cell->row, cell->text);
        }
    }
    arrfree(seen);
}
