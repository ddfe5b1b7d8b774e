/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <assert.h>
#include <string.h>

#include "book.h"
#include "mem.h"

const char *const table_column_words[] = {
    [TABLE_NUMBER] = "number",
    [TABLE_NAME] = "name",
    [TABLE_UNIT] = "unit",
    [TABLE_LAST_YEAR] = "last_year",
    [TABLE_LAST_YEAR_SAME] = "last_year_same",
    [TABLE_TARGET_BY] = "target_by",
    [TABLE_TARGET_ORIGINAL] = "target_original",
    [TABLE_TARGET] = "target",
    [TABLE_ACTUAL] = "actual",
    [TABLE_ACTUAL_DATE] = "actual_date",
    [TABLE_ATTAINMENT] = "attainment",
    [TABLE_ATTAINMENT_ORIGINAL] = "attainment_original",
    [TABLE_GAP] = "gap",
    [TABLE_VS_LAST_YEAR] = "vs_last_year",
    [TABLE_PROGRESS] = "progress",
    [TABLE_ELAPSED] = "elapsed",
    [TABLE_EXPECTED] = "expected",
    [TABLE_ESTIMATE] = "estimate",
    [TABLE_FORECAST] = "forecast",
    [TABLE_FORECAST_SEASONAL] = "forecast_seasonal",
    [TABLE_LEFT] = "left",
    [TABLE_NEEDED] = "needed",
    [TABLE_ACHIEVED] = "achieved",
    [TABLE_STATUS] = "status",
    [TABLE_NOTE] = "note",
    [TABLE_SOURCE] = "source",
};
static_assert(sizeof table_column_words / sizeof *table_column_words == TABLE_SHOWN,
              "a column has no word");

enum table_column_id table_column_of(const char *word) {
    int column = 0;
    while (column < TABLE_SHOWN && strcmp(table_column_words[column], word) != 0) {
        column++;
    }
    return (enum table_column_id)column;
}

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
