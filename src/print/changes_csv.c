/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "changes_print.h"
#include "mem.h"
#include "words.h"

static const char header[] =
    "org,indicator,year,by,during,old_actual_low,old_actual_high,old_actual_date,old_target_kind,"
    "old_target_low,old_target_high,old_status,new_actual_low,new_actual_high,new_actual_date,"
    "new_target_kind,new_target_low,new_target_high,new_status,cause,also\r\n";

/* Quoted where RFC 4180 wants it; a text of a file is marked so that no spreadsheet runs it. */
static void put_text(struct buffer *out, const char *text, const char *after) {
    bool quoted = text != NULL && strpbrk(text, ",\"\r\n") != NULL;
    bool formula = text != NULL && text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
    buffer_text(out, quoted ? "\"" : "");
    buffer_text(out, formula ? "'" : "");
    for (const char *c = text != NULL ? text : ""; *c != '\0'; c++) {
        buffer_put(out, "\"", *c == '"' ? 1 : 0);
        buffer_put(out, c, 1);
    }
    buffer_text(out, quoted ? "\"" : "");
    buffer_text(out, after);
}

static void put_plain(struct buffer *out, const char *text, const char *after) {
    buffer_text(out, text != NULL ? text : "");
    buffer_text(out, after);
}

/* The figures of one side: seven fields. */
static void put_side(struct buffer *out, const struct snapshot_row *row) {
    static const enum seal_field fields[] = {SEAL_ACTUAL_LOW, SEAL_ACTUAL_HIGH, SEAL_DATE,
                                             SEAL_TARGET,     SEAL_TARGET_LOW,  SEAL_TARGET_HIGH};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        put_plain(out, row != NULL ? row->seal[fields[i]] : NULL, ",");
    }
    put_plain(out, row != NULL ? status_key(row->status) : NULL, ",");
}

static void put_causes(struct buffer *out, const struct change *change) {
    const char *between = "";
    put_plain(out, cause_key(change->cause), ",");
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        if ((change->also & 1U << cause) != 0) {
            buffer_format(out, "%s%s", between, cause_key(cause));
            between = " ";
        }
    }
    buffer_text(out, "\r\n");
}

void render_changes_csv(struct buffer *out, const struct diff_report *report) {
    buffer_text(out, header);
    for (size_t i = 0; i < arrlenu(report->changes->items); i++) {
        const struct change *change = &report->changes->items[i];
        const struct snapshot_row *row = change_row(change);
        put_text(out, row->seal[SEAL_ORG], ",");
        put_text(out, row->seal[SEAL_INDICATOR], ",");
        put_plain(out, row->seal[SEAL_YEAR], ",");
        put_text(out, row->seal[SEAL_BY], ",");
        put_text(out, row->seal[SEAL_DURING], ",");
        put_side(out, change->old);
        put_side(out, change->new);
        put_causes(out, change);
    }
}
