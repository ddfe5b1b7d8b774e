/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "explain.h"
#include "findings_words.h"

static const char *const forms[] = {
    [EXAMPLE_PLAIN] = "plain",     [EXAMPLE_ESCAPED] = "escaped",   [EXAMPLE_REPEATED] = "repeated",
    [EXAMPLE_COUNTED] = "counted", [EXAMPLE_WORKBOOK] = "workbook",
};
static_assert(sizeof forms / sizeof *forms == EXAMPLE_FORM_COUNT, "a form is missing");

static void put_row(struct json *json, enum message_code code, enum language lang) {
    const struct message *message = message_of(code);
    json_open(json, '{');
    json_key_text(json, "code", message->id);
    json_key_text(json, "severity", severity_label(message->severity, LANG_EN));
    json_key_bool(json, "shape", message->shape);
    json_key_text(json, "title", message->title[lang]);
    json_key_text(json, "means", message->means[lang]);
    json_key_text(json, "why", message->why[lang]);
    json_key_bool(json, "framed", message->framed);
    json_key_text(json, "form", forms[message->form]);
    json_key_text(json, "wrong", message->wrong);
    json_key_text(json, "right", message->right);
    json_key_int(json, "line", message->line);
    json_key_int(json, "column", message->column);
    json_close(json, '}');
}

void explain_json(struct buffer *out, const enum message_code *codes, size_t count,
                  enum language lang) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    json_key_text(&json, "frame", message_frame());
    json_key(&json, "messages");
    json_open(&json, '[');
    for (size_t i = 0; i < count; i++) {
        json_line(&json);
        put_row(&json, codes[i], lang);
    }
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(out, "\n");
}
