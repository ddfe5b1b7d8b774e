/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <assert.h>
#include <string.h>

#include "book.h"
#include "mem.h"

/* Takes from `from` what `report` does not say. */
static void take(struct report_form *report, const struct report_form *from) {
    report->title = report->title != NULL ? report->title : from->title;
    report->form = report->form != NULL ? report->form : from->form;
    report->attached_to = report->attached_to != NULL ? report->attached_to : from->attached_to;
    report->letterhead = report->letterhead != NULL ? report->letterhead : from->letterhead;
    report->motto = report->motto != NULL ? report->motto : from->motto;
    report->columns = report->columns != NULL ? report->columns : from->columns;
    report->heads = report->heads != NULL ? report->heads : from->heads;
    report->place_date = report->place_date != NULL ? report->place_date : from->place_date;
    report->signers = report->signers != NULL ? report->signers : from->signers;
}

/* Takes what the reports of an organisation say, or (NONE) those of all. */
static void complete(struct report_form *report, const struct book *book, int32_t org) {
    for (ptrdiff_t i = 0; i < arrlen(book->reports); i++) {
        if (book->reports[i].org == org) {
            take(report, &book->reports[i]);
        }
    }
}

struct report_form book_report(const struct book *book, int32_t org) {
    struct report_form report = {.org = org, .place = no_place};
    complete(&report, book, org);
    complete(&report, book, NONE);
    return report;
}

const char *report_head(const struct report_form *report, enum table_column_id column) {
    size_t at = column == TABLE_NUMBER ? 0 : 1;
    bool found = column == TABLE_NUMBER || column == TABLE_NAME;
    for (size_t i = 0; !found && i < arrlenu(report->columns); i++) {
        bool first = report->columns[i] == TABLE_NUMBER || report->columns[i] == TABLE_NAME;
        at += !first;
        found = report->columns[i] == column;
    }
    const char *head = found && at < arrlenu(report->heads) ? report->heads[at] : NULL;
    return head != NULL && head[0] != '\0' ? head : NULL;
}

/* ---- placeholders ---- */

static const char *const placeholders[] = {
    [PLACEHOLDER_PERIOD] = "period",
    [PLACEHOLDER_YEAR] = "year",
    [PLACEHOLDER_AS_OF] = "as_of",
};
static_assert(sizeof placeholders / sizeof *placeholders == PLACEHOLDER_COUNT, "a word for each");

enum placeholder placeholder_at(const char *s, size_t *n) {
    const char *end = s[0] == '{' ? strpbrk(s + 1, "{}") : NULL;
    *n = end != NULL && *end == '}' && end > s + 1 ? (size_t)(end - s) + 1 : 0;
    for (int i = 0; i<PLACEHOLDER_COUNT && * n> 0; i++) {
        size_t length = strlen(placeholders[i]);
        if (*n == length + 2 && memcmp(s + 1, placeholders[i], length) == 0) {
            return (enum placeholder)i;
        }
    }
    return PLACEHOLDER_COUNT;
}

static void put_day(struct buffer *out, struct date d) {
    buffer_format(out, "%02d/%02d/%d", d.day, d.month, d.year);
}

static void put_english_period(struct buffer *out, int year, struct window window,
                               struct date as_of) {
    struct ratio gone = window_months_gone(window, as_of);
    if (date_cmp(as_of, window.last) >= 0) {
        buffer_format(out, "%d", year);
    } else if (gone.den == 1 && gone.num > 0) {
        buffer_format(out, "%d MONTHS OF %d", (int)gone.num, year);
    } else {
        buffer_format(out, "UP TO %d-%02d-%02d", as_of.year, as_of.month, as_of.day);
    }
}

static void put_period(struct buffer *out, int year, struct window window, struct date as_of) {
    struct ratio gone = window_months_gone(window, as_of);
    if (date_cmp(as_of, window.last) >= 0) {
        buffer_format(out, "NĂM %d", year);
    } else if (gone.den == 1 && gone.num > 0) {
        buffer_format(out, "%d THÁNG %sNĂM %d", (int)gone.num, gone.num == 6 ? "ĐẦU " : "", year);
    } else {
        buffer_text(out, "ĐẾN NGÀY ");
        put_day(out, as_of);
    }
}

void report_text(struct buffer *out, const char *text, int year, struct window window,
                 struct date as_of, bool english) {
    while (*text != '\0') {
        size_t n = 0;
        switch (placeholder_at(text, &n)) {
        case PLACEHOLDER_PERIOD:
            (english ? put_english_period : put_period)(out, year, window, as_of);
            break;
        case PLACEHOLDER_YEAR:
            buffer_format(out, "%d", year);
            break;
        case PLACEHOLDER_AS_OF:
            put_day(out, as_of);
            break;
        case PLACEHOLDER_COUNT:
            n = 1;
            buffer_put(out, text, n);
            break;
        }
        text += n;
    }
}

void report_clear(struct report_form *report) {
    arrfree(report->letterhead);
    arrfree(report->motto);
    arrfree(report->columns);
    arrfree(report->heads);
    arrfree(report->signers);
}
