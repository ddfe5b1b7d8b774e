/* SPDX-License-Identifier: MIT */
/* The workbooks that came: which are forms, of whom, of which day; what they say. */
#include "take.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "take_inside.h"

static const char form_mark[] = "form "; /* where keys of rows and columns meet */
static const char sheet_mark[] = "tiendo form";

/* ---- who a form is ---- */

static const char *kept(struct taking *taking, const char *text) {
    return pool_text(&taking->pool, text, strlen(text));
}

/* "form 4804D27CA35A133C 2024-06-30 Tỉnh Bắc Ninh" in the row of keys. */
static bool read_mark(const struct reading_sheet *r, struct take_form *form) {
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells); i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        if (cell->row != r->key_row || strncmp(cell->text, form_mark, sizeof form_mark - 1) != 0) {
            continue;
        }
        const char *number = cell->text + sizeof form_mark - 1;
        size_t n = strcspn(number, " ");
        const char *day = number + n + (number[n] == ' ');
        size_t m = strcspn(day, " ");
        form->number = pool_text(&r->taking->pool, number, n);
        form->org_name = kept(r->taking, day + m + (day[m] == ' '));
        return date_parse(day, m, &form->as_of);
    }
    return false;
}

/* What the hidden sheet of identity says under a key, or "". */
static const char *identity_text(const struct reading_sheet *r, const char *wanted) {
    enum { ROWS = 16 };
    for (ptrdiff_t i = 0; i < arrlen(r->workbook->sheets); i++) {
        const struct read_sheet *sheet = &r->workbook->sheets[i];
        const struct read_cell *mark = sheet_read_cell(sheet, 0, 0);
        bool ours = mark != NULL && strcmp(mark->text, sheet_mark) == 0;
        for (uint32_t row = 0; ours && row < ROWS; row++) {
            const struct read_cell *key = sheet_read_cell(sheet, row, 0);
            const struct read_cell *value = sheet_read_cell(sheet, row, 1);
            if (key != NULL && value != NULL && strcmp(key->text, wanted) == 0) {
                return kept(r->taking, value->text);
            }
        }
    }
    return "";
}

/* The same from that sheet. */
static bool read_identity(const struct reading_sheet *r, struct take_form *form) {
    const char *day = identity_text(r, "as of");
    form->number = identity_text(r, sheet_mark);
    form->org_name = identity_text(r, "org name");
    return date_parse(day, strlen(day), &form->as_of);
}

/* Whose it is: the organisation of its first row that is of this book. */
static int32_t org_of_rows(const struct reading_sheet *r) {
    int32_t org = NONE;
    for (ptrdiff_t i = 0; i < arrlen(r->sheet->cells) && org == NONE; i++) {
        const struct read_cell *cell = &r->sheet->cells[i];
        if (cell->column == r->key_column && is_row_key(cell->text)) {
            size_t n = strcspn(cell->text, " ");
            org = book_org(r->taking->book, pool_text(&r->taking->pool, cell->text, n));
        }
    }
    return org;
}

/* The form that a sheet is, if it is one; false when it is neither a form nor a sheet of export. */
static bool identify(struct reading_sheet *r) {
    struct taking *taking = r->taking;
    struct take_form form = {.workbook = r->path, .sheet = kept(taking, r->sheet->name)};
    char text[96] = "Sửa tại cuộc họp";
    r->form = NONE;
    r->as_of = (struct date){0};
    if (read_mark(r, &form) || read_identity(r, &form)) {
        form.org = org_of_rows(r);
        form.sent = identity_text(r, "sent to");
        form.estimate = strcmp(identity_text(r, "estimate"), "yes") == 0;
        r->form = (int32_t)arrlen(taking->forms);
        r->as_of = form.as_of;
        arrput(taking->forms, form);
        snprintf(text, sizeof text, "Biểu mẫu số %.16s", form.number);
    }
    r->source = kept(taking, text);
    return r->form != NONE || r->columns[TAKE_TARGET] >= 0;
}

/* ---- forms that are not to be taken ---- */

static bool is_other_book(const struct reading_sheet *r, const struct take_form *form) {
    const struct book *book = r->taking->book;
    if (form->org == NONE || strcmp(form->org_name, "") == 0) {
        return false; /* its rows will say */
    }
    const struct org *org = &book->orgs[form->org];
    bool known = strcmp(form->org_name, org->name) == 0 ||
                 (org->name_en != NULL && strcmp(form->org_name, org->name_en) == 0);
    if (!known) {
        REMARK(r, MSG_OTHER_BOOK, 0, -1, form->org_name, org->name);
    }
    return !known;
}

static bool is_other_period(const struct reading_sheet *r, const struct take_form *form) {
    char texts[2][DATE_TEXT];
    if (date_cmp(form->as_of, r->taking->asked) == 0) {
        return false;
    }
    REMARK(r, MSG_OTHER_PERIOD, 0, -1, date_print(form->as_of, texts[0]),
           date_print(r->taking->asked, texts[1]));
    return true;
}

static bool is_second_copy(const struct reading_sheet *r, const struct take_form *form) {
    for (int32_t i = 0; i < r->form; i++) {
        const struct take_form *other = &r->taking->forms[i];
        if (other->org == form->org && form->org != NONE &&
            date_cmp(other->as_of, form->as_of) == 0) {
            bool here = strcmp(other->workbook, form->workbook) == 0;
            REMARK(r, MSG_SECOND_COPY, 0, -1, here ? other->sheet : other->workbook);
            return true;
        }
    }
    return false;
}

/* ---- workbooks ---- */

static void remark_unread(struct taking *taking, const char *path,
                          const struct package_failure *failure) {
    const struct reading_sheet nowhere = {.taking = taking, .path = path};
    bool old = failure->error == PACKAGE_OLD_OFFICE || failure->error == PACKAGE_ENCRYPTED;
    enum message_code code = failure->error == PACKAGE_NO_ZIP ? MSG_NO_WORKBOOK
                             : old                            ? MSG_OLD_WORKBOOK
                                                              : MSG_SPOILT_WORKBOOK;
    const char *why = failure->detail[0] != '\0' ? failure->detail : failure->part;
    take_remark(&nowhere, code, 0, -1, (const char *const[FINDING_WORDS]){why});
}

int take_open(struct taking *taking, const char *path) {
    struct package_failure failure = {.error = PACKAGE_FINE};
    struct take_book book = {.path = kept(taking, path)};
    if (workbook_read(&book.cells, path, &failure)) {
        arrput(taking->books, book);
        return 0;
    }
    workbook_read_clear(&book.cells);
    if (failure.error == PACKAGE_UNREADABLE) {
        return failure.system;
    }
    remark_unread(taking, book.path, &failure);
    return 0;
}

/* The sheets of one workbook that take figures, added to an stb_ds array. */
static void find_sheets(struct taking *taking, const struct take_book *book,
                        struct reading_sheet **found) {
    ptrdiff_t before = arrlen(taking->remarks);
    bool any = false;
    for (ptrdiff_t i = 0; i < arrlen(book->cells.sheets); i++) {
        struct reading_sheet r = {.taking = taking, .path = book->path, .workbook = &book->cells};
        r.sheet = &book->cells.sheets[i];
        if (take_find_keys(&r) && identify(&r)) {
            arrput(*found, r);
            any = true;
        }
    }
    if (!any && arrlen(taking->remarks) == before) {
        const struct reading_sheet nowhere = {.taking = taking, .path = book->path};
        REMARK(&nowhere, MSG_FOREIGN_WORKBOOK, 0, -1, NULL);
    }
}

static void ask_for_latest(struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->forms); i++) {
        if (date_cmp(taking->forms[i].as_of, taking->asked) > 0) {
            taking->asked = taking->forms[i].as_of;
        }
    }
}

static bool is_refused(const struct reading_sheet *r) {
    const struct take_form *form = &r->taking->forms[r->form];
    return is_other_book(r, form) || is_other_period(r, form) || is_second_copy(r, form);
}

/* An old form that changes something is worth a word. */
static void name_old(const struct reading_sheet *r, size_t changes_before) {
    char count[16];
    const struct take_form *form = &r->taking->forms[r->form];
    if (form->changed > 0 && arrlenu(r->taking->changes) > changes_before) {
        snprintf(count, sizeof count, "%d", form->changed);
        REMARK(r, MSG_OLD_FORM, 0, -1, count);
    }
}

void take_cells(struct taking *taking) {
    struct reading_sheet *sheets = NULL;
    for (ptrdiff_t i = 0; i < arrlen(taking->books); i++) {
        find_sheets(taking, &taking->books[i], &sheets);
    }
    if (!date_known(taking->asked)) {
        ask_for_latest(taking);
    }
    for (ptrdiff_t i = 0; i < arrlen(sheets); i++) {
        struct reading_sheet *r = &sheets[i];
        size_t before = arrlenu(taking->changes);
        if (r->form == NONE) {
            take_rows(r);
        } else if (is_refused(r)) {
            taking->forms[r->form].refused = true;
        } else {
            take_rows(r);
            name_old(r, before);
        }
    }
    arrfree(sheets);
}

bool take_failed(const struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        if (message_of(taking->remarks[i].code)->severity == SEVERITY_ERROR) {
            return true;
        }
    }
    return false;
}

void take_clear(struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        edit_clear(taking->files[i].text);
        mem_free(taking->files[i].text);
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->books); i++) {
        workbook_read_clear(&taking->books[i].cells);
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->forms); i++) {
        arrfree(taking->forms[i].answers);
    }
    arrfree(taking->books);
    arrfree(taking->forms);
    arrfree(taking->files);
    arrfree(taking->changes);
    arrfree(taking->remarks);
    pool_clear(&taking->pool);
}
