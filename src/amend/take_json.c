/* SPDX-License-Identifier: MIT */
/* The changes of workbooks as JSON. */
#include "mem.h"
#include "take.h"

void take_put_changes(struct json *json, const struct taking *taking) {
    json_key(json, "changes");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *change = &taking->changes[i];
        const char *file = change->file >= 0 ? sources_name(taking->sources, change->file) : NULL;
        json_line(json);
        json_open(json, '{');
        json_key_text(json, "workbook", change->workbook);
        json_key_text(json, "sheet", change->sheet);
        json_key_text(json, "cell", change->cell);
        json_key_text(json, "org", taking->book->orgs[change->org].id);
        json_key_text(json, "indicator", taking->book->indicators[change->indicator].id);
        json_key_text(json, "by", NULL);
        json_key_text(json, "during", NULL);
        json_key_text(json, "key", change->key);
        json_key_text(json, "old", change->old[0] != '\0' ? change->old : NULL);
        json_key_text(json, "new", change->fresh[0] != '\0' ? change->fresh : NULL);
        json_key_text(json, "file", file);
        json_key(json, "line");
        change->place.line > 0 ? json_int(json, change->place.line) : json_text(json, NULL);
        json_close(json, '}');
    }
    json_close(json, ']');
}
