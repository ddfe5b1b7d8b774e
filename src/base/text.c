/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "mem.h"

static size_t min3(size_t a, size_t b, size_t c) {
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* ---- UTF-8 ---- */

/* Bytes that a code point beginning with this byte takes; 0 when none begins so. */
static size_t sequence_length(unsigned char c) {
    if (c < 0x80) {
        return 1;
    }
    if (c >= 0xC2 && c <= 0xDF) {
        return 2;
    }
    if (c >= 0xE0 && c <= 0xEF) {
        return 3;
    }
    return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

/* Is the second byte of a sequence within what its first allows: no overlong form, no surrogate,
 * nothing past U+10FFFF? */
static bool second_fits(unsigned char first, unsigned char second) {
    unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
}

enum { PLAIN_BLOCK = 64 }; /* bytes looked at together */

/* Written so that the compiler looks at many bytes at once. */
static bool is_plain_block(const char *s) {
    unsigned char all = 0;
    for (size_t i = 0; i < PLAIN_BLOCK; i++) {
        all |= (unsigned char)s[i];
    }
    return all < 0x80;
}

/* Bytes of the blocks at the beginning that are plain ASCII. */
static size_t plain_prefix(const char *s, size_t n) {
    size_t i = 0;
    while (n - i >= PLAIN_BLOCK && is_plain_block(s + i)) {
        i += PLAIN_BLOCK;
    }
    return i;
}

size_t text_valid_prefix(const char *s, size_t n) {
    size_t i = 0;
    size_t look = 0; /* where to look for plain ASCII again */
    while (i < n) {
        if (i >= look) {
            i += plain_prefix(s + i, n - i);
            look = i + PLAIN_BLOCK;
            if (i == n) {
                break;
            }
        }
        unsigned char first = (unsigned char)s[i];
        size_t length = sequence_length(first);
        if (length == 0 || length > n - i) {
            return i;
        }
        if (length > 1 && !second_fits(first, (unsigned char)s[i + 1])) {
            return i;
        }
        for (size_t k = 2; k < length; k++) {
            if (((unsigned char)s[i + k] & 0xC0) != 0x80) {
                return i;
            }
        }
        i += length;
    }
    return n;
}

static bool begins(char c) {
    return ((unsigned char)c & 0xC0) != 0x80;
}

size_t text_length(const char *s, size_t n) {
    size_t points = 0;
    for (size_t i = 0; i < n; i++) {
        points += begins(s[i]);
    }
    return points;
}

size_t text_offset(const char *s, size_t n, size_t points) {
    size_t i = 0;
    while (i < n && (points > 0 || !begins(s[i]))) {
        points -= begins(s[i]);
        i++;
    }
    while (i < n && !begins(s[i])) {
        i++;
    }
    return i;
}

static bool continues(const char *s, size_t n, size_t at) {
    return at < n && ((unsigned char)s[at] & 0xC0) == 0x80;
}

size_t text_letters(const char *s, size_t n, size_t *letters) {
    size_t i = 0;
    size_t found = 0;
    for (; i < n; found++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= ' ' && c <= '~') {
            i++;
        } else if (c >= 0xC3 && c <= 0xC9 && continues(s, n, i + 1)) {
            i += 2;
        } else if (c == 0xE1 && i + 1 < n && (unsigned char)s[i + 1] >= 0xB8 &&
                   (unsigned char)s[i + 1] <= 0xBB && continues(s, n, i + 2)) {
            i += 3;
        } else {
            break;
        }
    }
    *letters = found;
    return i;
}

size_t text_width(const char *s, size_t n) {
    size_t width;
    size_t i = text_letters(s, n, &width);
    while (i < n) {
        utf8proc_int32_t point;
        utf8proc_ssize_t read =
            utf8proc_iterate((const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(n - i), &point);
        if (read <= 0) { /* shown as one replacement character */
            read = 1;
            point = 0xFFFD;
        }
        int columns = utf8proc_charwidth(point);
        width += columns > 0 ? (size_t)columns : 0;
        i += (size_t)read;
    }
    return width;
}

/* ---- forms ---- */

/* Code points that stand for themselves in NFC: below U+0300, the composed Vietnamese letters
 * U+1E00 .. U+1EFF, and the signs U+2010 .. U+2027 (dashes, quotes, the ellipsis), U+2200 .. U+22FF
 * (of mathematics) and U+2500 .. U+27FF (shapes). */
bool text_is_nfc(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < 0xCC) {
            continue;
        }
        unsigned char next = i + 1 < n ? (unsigned char)s[i + 1] : 0;
        unsigned char third = i + 2 < n ? (unsigned char)s[i + 2] : 0;
        bool letter = c == 0xE1 && next >= 0xB8 && next <= 0xBB;
        bool mark = next == 0x80 && third >= 0x90 && third <= 0xA7;
        bool shape = (next >= 0x88 && next <= 0x8B) || (next >= 0x94 && next <= 0x9F);
        if (!letter && !(c == 0xE2 && (mark || shape))) {
            return false;
        }
        i += 2;
    }
    return true;
}

static const char *mapped(struct pool *pool, const char *s, size_t n, unsigned options) {
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &out,
                                           (utf8proc_option_t)options);
    if (length == UTF8PROC_ERROR_NOMEM) {
        mem_exhausted();
    }
    if (length < 0) { /* not valid UTF-8: the caller's duty; kept as it is */
        return pool_text(pool, s, n);
    }
    const char *text = pool_text(pool, (const char *)out, (size_t)length);
    free(out);
    return text;
}

const char *text_nfc(struct pool *pool, const char *s, size_t n) {
    if (text_is_nfc(s, n)) {
        return pool_text(pool, s, n);
    }
    return mapped(pool, s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

const char *text_fold(struct pool *pool, const char *s, size_t n) {
    return mapped(pool, s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

const char *text_capital(struct pool *pool, const char *s, size_t n) {
    utf8proc_int32_t letter;
    utf8proc_uint8_t upper[4];
    utf8proc_ssize_t old =
        n > 0 ? utf8proc_iterate((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &letter) : 0;
    if (old <= 0) {
        return pool_text(pool, s, n);
    }
    size_t length = (size_t)utf8proc_encode_char(utf8proc_toupper(letter), upper);
    size_t rest = n - (size_t)old;
    char *text = mem_alloc(length + rest + 1);
    memcpy(text, upper, length);
    memcpy(text + length, s + old, rest);
    const char *out = pool_text(pool, text, length + rest);
    mem_free(text);
    return out;
}

/* Folded, without the marks of Vietnamese: `Tổng số` becomes `tong so`. */
static char *bare(struct pool *pool, const char *s) {
    const char *folded =
        mapped(pool, s, strlen(s),
               UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    char *text = (char *)mem_alloc(strlen(folded) + 1);
    size_t n = 0;
    for (const char *at = folded; *at != '\0'; at++) {
        if (strncmp(at, "đ", 2) == 0) { /* Unicode does not decompose it; people type d */
            text[n++] = 'd';
            at++;
        } else {
            text[n++] = *at;
        }
    }
    return text;
}

const char *text_words(struct pool *pool, const char *s) {
    char *words = bare(pool, s);
    size_t n = 0;
    for (const char *at = words; *at != '\0'; at++) {
        bool parts = (unsigned char)*at < 0x80 && strchr(" _-,.;:()/", *at) != NULL;
        if (!parts) {
            words[n++] = *at;
        } else if (n > 0 && words[n - 1] != ' ') {
            words[n++] = ' ';
        }
    }
    n -= n > 0 && words[n - 1] == ' ';
    const char *kept = pool_text(pool, words, n);
    mem_free(words);
    return kept;
}

/* As strstr(), much faster where the first byte is rare. */
static const char *find_rare(const char *s, const char *what) {
    int first = (unsigned char)what[0];
    const char *at = strchr(s, first);
    while (at != NULL && strncmp(at, what, strlen(what)) != 0) {
        at = strchr(at + 1, first);
    }
    return at;
}

const char *text_no_break(const char *s, size_t *bytes) {
    const char *common = find_rare(s, "\xC2\xA0");
    const char *narrow = find_rare(s, "\xE2\x80\xAF");
    bool first = narrow == NULL || (common != NULL && common < narrow);
    *bytes = first ? 2 : 3;
    return first ? common : narrow;
}

/* The first letter, small; *s is left behind it. */
static utf8proc_int32_t first_letter(const char **s) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t read = utf8proc_iterate((const utf8proc_uint8_t *)*s, -1, &point);
    if (read <= 0 || **s == '\0') {
        return 0;
    }
    *s += read;
    return utf8proc_tolower(point);
}

int text_compare(const char *a, const char *b) {
    utf8proc_int32_t first = first_letter(&a);
    utf8proc_int32_t other = first_letter(&b);
    return first != other ? (first > other) - (first < other) : strcmp(a, b);
}

/* ---- nearness ---- */

enum { LONGEST = 96 }; /* longer words are compared by their beginnings */

/* Damerau-Levenshtein, each pair of neighbours swapped at most once. */
static size_t edits(const char *a, size_t m, const char *b, size_t n) {
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0];
    size_t *last = rows[1];
    size_t *row = rows[2];
    for (size_t j = 0; j <= n; j++) {
        last[j] = j;
    }
    for (size_t i = 1; i <= m; i++) {
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t replace = last[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = min3(last[j] + 1, row[j - 1] + 1, replace);
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && before[j - 2] + 1 < row[j]) {
                row[j] = before[j - 2] + 1;
            }
        }
        size_t *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return last[n];
}

static bool separates(char c) {
    return c == '_' || c == '-' || c == ' ' || c == '\0';
}

/* Bytes up to the end of the part that begins at s. */
static size_t part_length(const char *s) {
    size_t n = 0;
    while (!separates(s[n])) {
        n++;
    }
    return n;
}

/* How often the part of n bytes stands among those of s. */
static size_t part_count(const char *s, const char *part, size_t n) {
    size_t found = 0;
    while (true) {
        size_t length = part_length(s);
        found += length == n && memcmp(s, part, n) == 0;
        if (s[length] == '\0') {
            return found;
        }
        s += length + 1;
    }
}

/* Do both hold the same parts, in any order? */
static bool same_parts(const char *a, const char *b) {
    if (strlen(a) != strlen(b) || a[part_length(a)] == '\0') {
        return false;
    }
    const char *at = a;
    while (true) {
        size_t n = part_length(at);
        if (part_count(a, at, n) != part_count(b, at, n)) {
            return false;
        }
        if (at[n] == '\0') {
            return true;
        }
        at += n + 1;
    }
}

static size_t bare_distance(const char *a, const char *b) {
    if (strcmp(a, b) == 0) {
        return 0;
    }
    if (strlen(a) <= LONGEST && same_parts(a, b)) {
        return 1;
    }
    size_t m = strlen(a);
    size_t n = strlen(b);
    size_t past = (m > LONGEST ? m - LONGEST : 0) + (n > LONGEST ? n - LONGEST : 0);
    return past + edits(a, m < LONGEST ? m : LONGEST, b, n < LONGEST ? n : LONGEST);
}

int text_nearest(const char *s, const char *const words[], size_t n) {
    struct pool pool = {0};
    char *wanted = bare(&pool, s);
    size_t length = strlen(wanted);
    size_t most = length / 3 > 1 ? length / 3 : 1;
    int nearest = -1;
    for (size_t i = 0; i < n; i++) {
        if (words[i] == NULL) {
            continue;
        }
        char *word = bare(&pool, words[i]);
        size_t other = strlen(word);
        size_t apart = other > length ? other - length : length - other;
        size_t distance = apart > most ? apart : bare_distance(wanted, word);
        if (distance <= most && (nearest < 0 || distance < most)) {
            most = distance;
            nearest = (int)i;
        }
        mem_free(word);
    }
    mem_free(wanted);
    pool_clear(&pool);
    return nearest;
}

const char *text_cut(const char *s, char *text, size_t size) {
    static const char mark[] = "…";
    size_t n = strlen(s);
    if (n < size) {
        memmove(text, s, n + 1);
        return NULL;
    }
    size_t kept = size - sizeof mark;
    while (kept > 0 && ((unsigned char)s[kept] & 0xC0) == 0x80) {
        kept--;
    }
    memmove(text, s, kept);
    memcpy(text + kept, mark, sizeof mark);
    return s;
}

void text_join(const char *const parts[], char *text, size_t size) {
    enum { MARK = 4 }; /* room that text_cut() needs */
    text[0] = '\0';
    for (size_t i = 0; parts[i] != NULL && size >= MARK; i++) {
        if (text_cut(parts[i], text, size) != NULL) {
            return;
        }
        size_t n = strlen(text);
        text += n;
        size -= n;
    }
}
