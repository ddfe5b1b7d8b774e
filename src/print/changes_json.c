/* SPDX-License-Identifier: MIT */
#include "changes_print.h"
#include "json_writer.h"
#include "mem.h"
#include "words.h"

static void put_side(struct json *json, const char *key, const char *name,
                     const struct snapshot *snapshot) {
    json_key(json, key);
    json_open(json, '{');
    json_key_text(json, "name", name);
    json_key_text(json, "seal", snapshot->sealed ? snapshot->seal : NULL);
    json_close(json, '}');
}

static void put_actual(struct json *json, const struct snapshot_row *row) {
    json_key(json, "actual");
    if (row->seal[SEAL_ACTUAL_LOW] == NULL) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '{');
    json_key_plain(json, "low", row->seal[SEAL_ACTUAL_LOW]);
    json_key_plain(json, "high", row->seal[SEAL_ACTUAL_HIGH]);
    json_key_text(json, "hedge", row->said[SAID_HEDGE]);
    json_key_text(json, "date", row->seal[SEAL_DATE]);
    json_close(json, '}');
}

static void put_target(struct json *json, const struct snapshot_row *row) {
    json_key(json, "target");
    if (row->seal[SEAL_TARGET] == NULL) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '{');
    json_key_text(json, "kind", row->seal[SEAL_TARGET]);
    json_key_plain(json, "low", row->seal[SEAL_TARGET_LOW]);
    json_key_plain(json, "high", row->seal[SEAL_TARGET_HIGH]);
    json_key_text(json, "revised_on", row->said[SAID_REVISED]);
    json_close(json, '}');
}

static void put_row(struct json *json, const char *key, const struct snapshot_row *row) {
    json_key(json, key);
    if (row == NULL) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '{');
    put_actual(json, row);
    put_target(json, row);
    json_key_text(json, "status", status_key(row->status));
    json_close(json, '}');
}

static void put_change(struct json *json, const struct change *change) {
    const struct snapshot_row *row = change_row(change);
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "org", row->seal[SEAL_ORG]);
    json_key_text(json, "indicator", row->seal[SEAL_INDICATOR]);
    json_key_plain(json, "year", row->seal[SEAL_YEAR]);
    json_key_text(json, "by", row->seal[SEAL_BY]);
    json_key_text(json, "during", row->seal[SEAL_DURING]);
    put_row(json, "old", change->old);
    put_row(json, "new", change->new);
    json_key_text(json, "cause", cause_key(change->cause));
    json_key(json, "also");
    json_open(json, '[');
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        if ((change->also & 1U << cause) != 0) {
            json_text(json, cause_key(cause));
        }
    }
    json_close(json, ']');
    json_close(json, '}');
}

/* Rows by status: before, after, and what each cause added or took. */
static void put_counts(struct json *json, const char *key, const int count[STATUS_COUNT]) {
    json_key(json, key);
    json_open(json, '{');
    for (enum status status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        if (count[status] != 0) {
            json_key_int(json, status_key(status), count[status]);
        }
    }
    json_close(json, '}');
}

void render_changes_json(struct buffer *out, const struct diff_report *report) {
    const struct changes *changes = report->changes;
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    put_side(&json, "old", report->old_name, report->old);
    put_side(&json, "new", report->new_name, report->new);
    json_line(&json);
    json_key(&json, "rows");
    json_open(&json, '[');
    for (size_t i = 0; i < arrlenu(changes->items); i++) {
        put_change(&json, &changes->items[i]);
    }
    json_close(&json, ']');
    json_line(&json);
    json_key_int(&json, "unchanged", changes->same);
    json_key_bool(&json, "corrections_hidden", changes->corrections_hid);
    put_counts(&json, "before", changes->before);
    put_counts(&json, "after", changes->after);
    json_key(&json, "by_cause");
    json_open(&json, '{');
    for (enum cause cause = 0; cause < CAUSE_COUNT; cause++) {
        put_counts(&json, cause_key(cause), changes->by[cause]);
    }
    json_close(&json, '}');
    json_close(&json, '}');
    buffer_text(out, "\n");
}
