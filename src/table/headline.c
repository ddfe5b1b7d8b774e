/* SPDX-License-Identifier: MIT */
#include "headline.h"

#include <stdio.h>

#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "text.h"

/* Of all organisations together a group's goals stand for its members'. */
static bool counts(const struct row *row, int32_t org, int year) {
    return row->goal && (org == NONE ? !row->covered : row->org == org && row->year == year);
}

/* True when the year is over for every goal of the organisation and year (seen from their as-of
 * dates), so that the headline may count what is met. org NONE: of the whole scorecard. */
static bool year_over(const struct scorecard *card, int32_t org, int year) {
    struct row_span span = scorecard_rows_of(card, org);
    int goals = 0;
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        if (counts(row, org, year)) {
            goals++;
            if (date_cmp(row->as_of, row->window.last) < 0) {
                return false;
            }
        }
    }
    return goals > 0;
}

/* Counts by status of the goals of one organisation and year; returns their number. org NONE: all.
 */
static int count_goals(const struct scorecard *card, int32_t org, int year,
                       int count[STATUS_COUNT]) {
    struct row_span span = scorecard_rows_of(card, org);
    int goals = 0;
    for (int status = 0; status < STATUS_COUNT; status++) {
        count[status] = 0;
    }
    for (int i = span.first; i < span.end; i++) {
        if (counts(&card->rows[i], org, year)) {
            goals++;
            count[card->rows[i].status]++;
        }
    }
    return goals;
}

void table_headline(const struct scorecard *card, int32_t org, int year, enum language lang,
                    char text[CELL_TEXT_SIZE]) {
    int count[STATUS_COUNT];
    int goals = count_goals(card, org, year, count);
    if (goals == 0) {
        text_cut(phrase(PHRASE_NO_GOALS, lang), text, CELL_TEXT_SIZE);
        return;
    }
    struct buffer line = {0};
    char all[16];
    char good[16];
    snprintf(all, sizeof all, "%d", goals);
    snprintf(good, sizeof good, "%d", count[STATUS_EXCEEDED] + count[STATUS_MET]);
    if (year_over(card, org, year)) {
        PHRASE(&line, PHRASE_HEADLINE, lang, good, all);
    } else {
        PHRASE(&line, PHRASE_GOALS, lang, all);
    }
    const char *comma = "";
    for (enum status status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        if (count[status] > 0) {
            buffer_format(&line, "%s%d %s", comma, count[status], status_word(status, lang));
            comma = ", ";
        }
    }
    buffer_put(&line, "", 1);
    text_cut(line.text, text, CELL_TEXT_SIZE);
    buffer_clear(&line);
}
