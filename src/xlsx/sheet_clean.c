/* SPDX-License-Identifier: MIT */
#include "sheet_clean.h"

#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "text.h"
#include "typeface.h"

enum {
    TEXT_UNITS = 32767, /* UTF-16 units that a cell holds */
    NAME_UNITS = 31,    /* and a sheet's name */
    FIRST_COLUMN_NAMES = 26
};

#define ELLIPSIS "\u2026"

/* Bytes of the UTF-8 character that begins with c; the text is known to be valid. */
static size_t character_bytes(char c) {
    unsigned char first = (unsigned char)c;
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static size_t utf16_units(const char *s, size_t n) {
    size_t units = 0;
    for (size_t i = 0; i < n; i += character_bytes(s[i])) {
        units += character_bytes(s[i]) == 4 ? 2 : 1;
    }
    return units;
}

/* Bytes of the longest beginning of s that has at most so many UTF-16 units. */
static size_t bytes_within(const char *s, size_t n, size_t units) {
    size_t used = 0;
    size_t i = 0;
    while (i < n) {
        size_t bytes = character_bytes(s[i]);
        used += bytes == 4 ? 2 : 1;
        if (used > units) {
            break;
        }
        i += bytes;
    }
    return i;
}

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* "_x0041_" is how a workbook writes a character by its number. */
static bool begins_escape(const char *s) {
    if (s[0] != '_' || s[1] != 'x') {
        return false;
    }
    for (int i = 2; i < 6; i++) {
        if (!is_hex(s[i])) {
            return false;
        }
    }
    return s[6] == '_';
}

/* One character of a cell's text. */
static void put_character(struct buffer *out, const char *s, size_t bytes) {
    unsigned char c = (unsigned char)s[0];
    bool forbidden =
        bytes == 3 && (memcmp(s, "\xEF\xBF\xBE", 3) == 0 || memcmp(s, "\xEF\xBF\xBF", 3) == 0);
    if (forbidden) {
        buffer_text(out, "\uFFFD"); /* U+FFFE and U+FFFF are no XML */
    } else if (c == '\r' && s[1] == '\n') {
        return;
    } else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
        buffer_put(out, " ", 1);
    } else if (begins_escape(s)) {
        buffer_text(out, "_x005F_");
    } else {
        buffer_put(out, s, bytes);
    }
}

/* The text of out cut to so many UTF-16 units, kept in the pool. */
static const char *cut(struct pool *pool, const struct buffer *out, size_t units) {
    size_t n = arrlenu(out->text);
    if (n == 0) {
        return pool_text(pool, "", 0);
    }
    if (utf16_units(out->text, n) <= units) {
        return pool_text(pool, out->text, n);
    }
    struct buffer shorter = {0};
    buffer_put(&shorter, out->text, bytes_within(out->text, n, units - 1));
    buffer_text(&shorter, ELLIPSIS);
    const char *text = pool_text(pool, shorter.text, arrlenu(shorter.text));
    buffer_clear(&shorter);
    return text;
}

/* True when nothing of a text needs a hand, as of nearly all: short, NFC, no control characters, no
 * escapes. */
static bool is_clean(const char *text, size_t n) {
    size_t letters;
    if (n > TEXT_UNITS || strstr(text, "_x") != NULL) {
        return false;
    }
    size_t i = text_letters(text, n, &letters);
    while (i < n) { /* behind a letter: a line's end, or a sign such as a quote */
        unsigned char c = (unsigned char)text[i];
        size_t bytes = c == '\n' || c == '\t' ? 1 : character_bytes(text[i]);
        bool control = bytes == 1 && c != '\n' && c != '\t';
        if (control || bytes > n - i || text_valid_prefix(text + i, bytes) != bytes ||
            !text_is_nfc(text + i, bytes)) {
            return false;
        }
        i += bytes;
        i += text_letters(text + i, n - i, &letters);
    }
    return true;
}

const char *sheet_text_clean(struct pool *pool, const char *text) {
    size_t n = strlen(text);
    if (is_clean(text, n)) {
        return text;
    }
    if (text_valid_prefix(text, n) != n) {
        return NULL;
    }
    const char *nfc = text_nfc(pool, text, n);
    struct buffer out = {0};
    for (const char *s = nfc; *s != '\0'; s += character_bytes(*s)) {
        put_character(&out, s, character_bytes(*s));
    }
    const char *clean = cut(pool, &out, TEXT_UNITS);
    buffer_clear(&out);
    return clean;
}

/* Forbidden characters of a name replaced, blanks joined, none at the ends. */
static void put_name(struct buffer *out, const char *s) {
    bool blank = false;
    for (; *s != '\0'; s += character_bytes(*s)) {
        unsigned char c = (unsigned char)*s;
        if (c <= 0x20 || c == 0x7F) {
            blank = arrlenu(out->text) > 0;
            continue;
        }
        if (blank) {
            buffer_put(out, " ", 1);
            blank = false;
        }
        if (c == '\'') {
            buffer_text(out, "\u2019"); /* Gnumeric cannot read the doubled ' of formulas */
        } else if (strchr("[]:*?/\\", c) != NULL) {
            buffer_put(out, "-", 1);
        } else {
            buffer_put(out, s, character_bytes(*s));
        }
    }
}

/* Takes a name unless it is taken. */
static bool take(struct pool *pool, const char *name, struct taken_name **taken) {
    const char *folded = text_fold(pool, name, strlen(name));
    bool free = strcmp(folded, "history") != 0 && /* Excel keeps it for itself */
                !shget(*taken, folded);
    if (free) {
        shput(*taken, folded, true);
    }
    return free;
}

/* The name with " (2)", " (3)", …, shortened as far as that needs. */
static const char *numbered(struct pool *pool, const struct buffer *name, size_t number) {
    char suffix[32];
    snprintf(suffix, sizeof suffix, " (%zu)", number);
    size_t room = NAME_UNITS - strlen(suffix);
    struct buffer out = {0};
    buffer_put(&out, name->text, bytes_within(name->text, arrlenu(name->text), room));
    buffer_text(&out, suffix);
    const char *text = pool_text(pool, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

const char *sheet_name_clean(struct pool *pool, const char *wanted, struct taken_name **taken) {
    size_t length = strlen(wanted);
    if (text_valid_prefix(wanted, length) != length) {
        return NULL;
    }
    const char *clean = sheet_text_clean(pool, text_nfc(pool, wanted, length));
    struct buffer name = {0};
    put_name(&name, clean);
    if (arrlenu(name.text) == 0) {
        buffer_text(&name, "-");
    }
    const char *result = cut(pool, &name, NAME_UNITS);
    for (size_t i = 2; !take(pool, result, taken); i++) {
        result = numbered(pool, &name, i);
    }
    buffer_clear(&name);
    return result;
}

const char *cell_name(uint32_t row, uint16_t column, bool fixed_row, bool fixed_column,
                      char text[CELL_NAME]) {
    char *at = text + CELL_NAME; /* from its end: both numbers come last digit first */
    *--at = '\0';
    for (uint64_t rest = (uint64_t)row + 1; rest > 0; rest /= 10) {
        *--at = (char)('0' + rest % 10);
    }
    if (fixed_row) {
        *--at = '$';
    }
    for (unsigned rest = column + 1u; rest > 0; rest = (rest - 1) / FIRST_COLUMN_NAMES) {
        *--at = (char)('A' + (rest - 1) % FIRST_COLUMN_NAMES);
    }
    if (fixed_column) {
        *--at = '$';
    }
    return memmove(text, at, (size_t)(text + CELL_NAME - at));
}

int text_lines(const char *text, int characters) {
    enum { CHARACTER = 390 }; /* thousandths of the size */
    return typeface_lines(text, false, characters > 0 ? CHARACTER * (size_t)characters : CHARACTER);
}
