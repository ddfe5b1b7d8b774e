/* SPDX-License-Identifier: MIT */
#include "visible.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

/* First and last of each range of characters that must not reach a terminal as they are. */
static const struct hidden_range {
    uint32_t first;
    uint32_t last;
} hidden[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E},
    {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
};

static bool is_hidden(uint32_t c) {
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        if (c >= hidden[i].first && c <= hidden[i].last) {
            return true;
        }
    }
    return false;
}

/* Length in bytes of a UTF-8 character, as its first byte states it. */
static size_t stated_length(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* The code point at s; *length is 0 when the bytes are not UTF-8. */
static uint32_t decode(const char *s, size_t n, size_t *length) {
    size_t bytes = stated_length((unsigned char)s[0]);
    if (bytes > n || text_valid_prefix(s, bytes) != bytes) {
        *length = 0;
        return (unsigned char)s[0];
    }
    *length = bytes;
    uint32_t c = (unsigned char)s[0];
    c = bytes == 1 ? c : c & (0xFFU >> (bytes + 1));
    for (size_t i = 1; i < bytes; i++) {
        c = c << 6 | ((unsigned char)s[i] & 0x3FU);
    }
    return c;
}

size_t visible_char(const char *s, size_t n, char text[VISIBLE_CHAR], size_t *width) {
    size_t length;
    uint32_t c = decode(s, n, &length);
    if (length == 1 && (c == '\t' || c == '\n' || c == '\r')) {
        memcpy(text, " ", sizeof " ");
    } else if (length == 0 || is_hidden(c)) {
        snprintf(text, VISIBLE_CHAR, "‹%02X›", (unsigned)c);
    } else {
        memcpy(text, s, length);
        text[length] = '\0';
    }
    *width = text_width(text, strlen(text));
    return length == 0 ? 1 : length;
}

size_t visible_put(struct buffer *out, const char *s, size_t n) {
    char text[VISIBLE_CHAR];
    size_t columns = 0;
    while (n > 0) {
        size_t width;
        size_t taken = text_letters(s, n, &width); /* enough for most texts */
        if (taken > 0) {
            buffer_put(out, s, taken);
        } else {
            taken = visible_char(s, n, text, &width);
            buffer_text(out, text);
        }
        columns += width;
        s += taken;
        n -= taken;
    }
    return columns;
}

size_t visible_text(struct buffer *out, const char *s) {
    return visible_put(out, s, strlen(s));
}
