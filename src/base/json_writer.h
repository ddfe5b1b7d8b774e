/* SPDX-License-Identifier: MIT */
/*
 * A writer of JSON that puts the commas, quotes and escapes, so that the output is always valid.
 *
 * Bytes of a text that are not UTF-8 become U+FFFD. Every json_open() needs its json_close(), every
 * key its value; neither is checked. Zero-initialised but for `out`, which is borrowed.
 */
#ifndef TIENDO_JSON_WRITER_H
#define TIENDO_JSON_WRITER_H

#include <stdbool.h>

#include "buffer.h"

struct json {
    struct buffer *out;
    bool comma; /* the next value on this level needs a comma before it */
};

/* '{' or '[' as a value, and its end. */
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

/* A key of our own, of letters that need no escape; its value must follow. */
void json_key(struct json *json, const char *key);

/* Begins a new line, for the elements of a long array. */
void json_line(struct json *json);

/* Values. NULL texts are null. */
void json_text(struct json *json, const char *text);
void json_plain(struct json *json, const char *number); /* already printed, as ratio_plain() does */
void json_int(struct json *json, long long value);
void json_bool(struct json *json, bool value);

/* A key and its value. */
void json_key_text(struct json *json, const char *key, const char *text);
void json_key_plain(struct json *json, const char *key, const char *number);
void json_key_int(struct json *json, const char *key, long long value);
void json_key_bool(struct json *json, const char *key, bool value);

#endif
