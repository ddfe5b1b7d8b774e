/* SPDX-License-Identifier: MIT */
#include "report.h"

#include "book.h"
#include "mem.h"

/* Takes from `from` what `report` does not say. */
static void take(struct report_form *report, const struct report_form *from) {
    report->title = report->title != NULL ? report->title : from->title;
    report->form = report->form != NULL ? report->form : from->form;
    report->letterhead = report->letterhead != NULL ? report->letterhead : from->letterhead;
    report->motto = report->motto != NULL ? report->motto : from->motto;
    report->columns = report->columns != NULL ? report->columns : from->columns;
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

void report_clear(struct report_form *report) {
    arrfree(report->letterhead);
    arrfree(report->motto);
    arrfree(report->columns);
    arrfree(report->signers);
}
