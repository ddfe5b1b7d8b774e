/* SPDX-License-Identifier: MIT */
/* Texts of a workbook: the shared ones, and those that stand in their cells. */
#include <stdint.h>
#include <string.h>

#include "mem.h"
#include "read_inside.h"
#include "text.h"

void text_reading_open(struct text_reading *text, const char *element) {
    if (strcmp(element, "rPh") == 0) {
        text->hints++;
    }
    text->inside = strcmp(element, "t") == 0 && text->hints == 0;
}

void text_reading_close(struct text_reading *text, const char *element) {
    if (strcmp(element, "rPh") == 0) {
        text->hints--;
    }
    text->inside = false;
}

bool text_reading_put(struct text_reading *text, const char *s, size_t n) {
    enum { MOST_BYTES = WORKBOOK_TEXT * 4 };
    if (text->inside) {
        buffer_put(&text->text, s, n);
    }
    return arrlenu(text->text.text) <= MOST_BYTES;
}

/* The character of `_x0041_` at s, or -1. */
static int64_t escaped(const char *s) {
    int64_t code = 0;
    if (s[0] != '_' || s[1] != 'x') {
        return -1;
    }
    for (int i = 2; i < 6; i++) {
        const char *digits = "0123456789abcdefABCDEF";
        const char *digit = s[i] != '\0' ? strchr(digits, s[i]) : NULL;
        if (digit == NULL) {
            return -1;
        }
        int64_t value = digit - digits;
        code = code * 16 + (value < 16 ? value : value - 6);
    }
    return s[6] == '_' ? code : -1;
}

/* Appends a character of the first plane; what is none, or half of one, becomes a blank. */
static void put_point(struct buffer *out, int64_t code) {
    if (code == 0 || (code >= 0xD800 && code <= 0xDFFF) || code >= 0xFFFE) {
        code = ' ';
    }
    char bytes[3] = {(char)code};
    size_t n = 1;
    if (code >= 0x800) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        n = 3;
    } else if (code >= 0x80) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        n = 2;
    }
    buffer_put(out, bytes, n);
}

const char *text_reading_take(struct text_reading *text, struct pool *pool) {
    struct buffer decoded = {0};
    buffer_put(&text->text, "", 1);
    for (const char *at = text->text.text; *at != '\0';) {
        int64_t code = escaped(at);
        if (code >= 0) {
            put_point(&decoded, code);
            at += 7;
        } else {
            buffer_put(&decoded, at, 1);
            at++;
        }
    }
    size_t n = arrlenu(decoded.text);
    const char *kept = text_nfc(pool, n > 0 ? decoded.text : "", n);
    buffer_clear(&decoded);
    buffer_clear(&text->text);
    *text = (struct text_reading){0};
    return kept;
}

/* ---- the shared ones ---- */

struct strings_reading {
    struct workbook_reading *reading;
    struct text_reading text;
};

static bool on_open(void *data, const char *element, const char **attributes) {
    struct strings_reading *strings = data;
    (void)attributes;
    text_reading_open(&strings->text, element);
    return true;
}

static bool on_text(void *data, const char *s, size_t n) {
    struct strings_reading *strings = data;
    strings->reading->wrong = "a text is too long";
    return text_reading_put(&strings->text, s, n);
}

static bool on_close(void *data, const char *element) {
    struct strings_reading *strings = data;
    text_reading_close(&strings->text, element);
    if (strcmp(element, "si") == 0) {
        struct workbook_reading *reading = strings->reading;
        arrput(reading->strings, text_reading_take(&strings->text, &reading->workbook->pool));
        reading->wrong = "too many texts";
        return arrlenu(reading->strings) <= WORKBOOK_CELLS;
    }
    return true;
}

bool read_strings(struct workbook_reading *reading, const char *part,
                  struct package_failure *failure) {
    static const struct xml_handlers handlers = {on_open, on_text, on_close};
    struct strings_reading strings = {.reading = reading};
    bool good = read_part(reading, part, &handlers, &strings, failure);
    buffer_clear(&strings.text.text);
    return good;
}
