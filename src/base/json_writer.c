/* SPDX-License-Identifier: MIT */
#include "json_writer.h"

#include <string.h>

#include "text.h"

static void before_value(struct json *json) {
    if (json->comma) {
        buffer_text(json->out, ", ");
    }
    json->comma = true;
}

void json_open(struct json *json, char bracket) {
    before_value(json);
    buffer_put(json->out, &bracket, 1);
    json->comma = false;
}

void json_close(struct json *json, char bracket) {
    buffer_put(json->out, &bracket, 1);
    json->comma = true;
}

void json_line(struct json *json) {
    buffer_text(json->out, json->comma ? ",\n " : "\n ");
    json->comma = false;
}

static void put_escaped(struct buffer *out, unsigned char c) {
    switch (c) {
    case '"':
        buffer_text(out, "\\\"");
        return;
    case '\\':
        buffer_text(out, "\\\\");
        return;
    case '\n':
        buffer_text(out, "\\n");
        return;
    case '\t':
        buffer_text(out, "\\t");
        return;
    default:
        buffer_format(out, "\\u%04X", c);
    }
}

static bool needs_escape(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

/* Valid UTF-8. */
static void put_run(struct buffer *out, const char *text, size_t n) {
    size_t start = 0;
    for (size_t i = 0; i < n; i++) {
        if (needs_escape((unsigned char)text[i])) {
            buffer_put(out, text + start, i - start);
            put_escaped(out, (unsigned char)text[i]);
            start = i + 1;
        }
    }
    buffer_put(out, text + start, n - start);
}

static void put_quoted(struct buffer *out, const char *text) {
    size_t n = strlen(text);
    buffer_put(out, "\"", 1);
    while (n > 0) {
        size_t valid = text_valid_prefix(text, n);
        put_run(out, text, valid);
        text += valid;
        n -= valid;
        if (n > 0) {
            buffer_text(out, "\xEF\xBF\xBD");
            text++;
            n--;
        }
    }
    buffer_put(out, "\"", 1);
}

/* stpcpy(), which Windows has not. */
static char *append(char *at, const char *text) {
    size_t n = strlen(text);
    return (char *)memcpy(at, text, n) + n;
}

void json_key(struct json *json, const char *key) {
    enum { AROUND = 8 }; /* bytes around a key: comma, quotes, colon, blanks */
    size_t room;
    char *at = buffer_room(json->out, strlen(key) + AROUND, &room);
    at = append(at, json->comma ? ", \"" : "\"");
    at = append(at, key);
    at = append(at, "\": ");
    buffer_end(json->out, at);
    json->comma = false;
}

void json_text(struct json *json, const char *text) {
    before_value(json);
    if (text == NULL) {
        buffer_text(json->out, "null");
    } else {
        put_quoted(json->out, text);
    }
}

void json_plain(struct json *json, const char *number) {
    before_value(json);
    buffer_text(json->out, number == NULL || number[0] == '?' ? "null" : number);
}

void json_int(struct json *json, long long value) {
    before_value(json);
    buffer_format(json->out, "%lld", value);
}

void json_bool(struct json *json, bool value) {
    before_value(json);
    buffer_text(json->out, value ? "true" : "false");
}

void json_key_text(struct json *json, const char *key, const char *text) {
    json_key(json, key);
    json_text(json, text);
}

void json_key_plain(struct json *json, const char *key, const char *number) {
    json_key(json, key);
    json_plain(json, number);
}

void json_key_int(struct json *json, const char *key, long long value) {
    json_key(json, key);
    json_int(json, value);
}

void json_key_bool(struct json *json, const char *key, bool value) {
    json_key(json, key);
    json_bool(json, value);
}
