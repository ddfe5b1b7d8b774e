/* SPDX-License-Identifier: MIT */
#include "markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

static const char *find(const char *from, const char *end, const char *what) {
    size_t n = strlen(what);
    for (; from + n <= end; from++) {
        if (memcmp(from, what, n) == 0) {
            return from;
        }
    }
    return end;
}

/* Word's namespace, of the transitional and of the strict kind (ECMA-376, part 1 and 4). */
static void find_prefix(struct markup_reader *reader) {
    static const char *const names[] = {
        "=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        "=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""};
    snprintf(reader->prefix, sizeof reader->prefix, "w:");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = find(reader->at, reader->end, names[i]);
        const char *start = name;
        while (name < reader->end && start > reader->at && strchr(" \t\r\n:", start[-1]) == NULL) {
            start--;
        }
        if (name < reader->end && start > reader->at) {
            bool bare = start[-1] != ':'; /* xmlns="…" */
            snprintf(reader->prefix, sizeof reader->prefix, "%.*s%s",
                     bare ? 0 : (int)(name - start), start, bare ? "" : ":");
            return;
        }
    }
}

struct markup_reader markup_begin(const char *text, size_t n) {
    struct markup_reader reader = {.at = text, .end = text + n};
    find_prefix(&reader);
    return reader;
}

static enum word_element element_of(const struct markup_reader *reader, const char *name,
                                    size_t n) {
    static const struct {
        const char *name;
        enum word_element element;
    } known[] = {{"p", WORD_PARAGRAPH},
                 {"t", WORD_TEXT},
                 {"tr", WORD_TABLE_ROW},
                 {"bookmarkStart", WORD_BOOKMARK},
                 {"bookmarkEnd", WORD_BOOKMARK}};
    size_t prefix = strlen(reader->prefix);
    if (n <= prefix || memcmp(name, reader->prefix, prefix) != 0) {
        return WORD_OTHER;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t length = strlen(known[i].name);
        if (n - prefix == length && memcmp(name + prefix, known[i].name, length) == 0) {
            return known[i].element;
        }
    }
    return WORD_OTHER;
}

/* One past a tag's end; '>' inside quotes does not end it. */
static const char *tag_end(const char *at, const char *end) {
    char quote = '\0';
    for (; at < end; at++) {
        if (quote != '\0') {
            quote = *at == quote ? '\0' : quote;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (*at == '>') {
            return at + 1;
        }
    }
    return end;
}

/* One past what is no element: a comment, CDATA, an instruction; NULL: it is an element. */
static const char *other_end(const char *at, const char *end) {
    static const struct {
        const char *begin;
        const char *end;
    } others[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t n = strlen(others[i].begin);
        if ((size_t)(end - at) >= n && memcmp(at, others[i].begin, n) == 0) {
            const char *last = find(at + n, end, others[i].end);
            return last < end ? last + strlen(others[i].end) : end;
        }
    }
    return NULL;
}

struct markup markup_next(struct markup_reader *reader) {
    struct markup piece = {.kind = MARKUP_END, .at = reader->at};
    const char *end = reader->end;
    if (reader->at == end) {
        return piece;
    }
    const char *after = reader->at[0] == '<' ? other_end(reader->at, end) : NULL;
    if (reader->at[0] != '<' || after != NULL) {
        const char *next = after != NULL ? after : find(reader->at, end, "<");
        piece.kind = MARKUP_CHARS;
        piece.n = (size_t)(next - reader->at);
        reader->at = next;
        return piece;
    }
    const char *next = tag_end(reader->at, end);
    bool close = reader->at + 1 < end && reader->at[1] == '/';
    const char *name = reader->at + 1 + close;
    size_t length = 0;
    while (name + length < next && strchr(" \t\r\n/>", name[length]) == NULL) {
        length++;
    }
    piece.kind = close                                      ? MARKUP_CLOSE
                 : next - reader->at > 2 && next[-2] == '/' ? MARKUP_ALONE
                                                            : MARKUP_OPEN;
    piece.element = element_of(reader, name, length);
    piece.n = (size_t)(next - reader->at);
    reader->at = next;
    return piece;
}

/* ---- characters ---- */

static void put_code_point(struct buffer *out, unsigned long c) {
    char utf8[4];
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (c == 0 || c > 0x10FFFF) {
        return;
    }
    for (size_t i = n; i-- > 1;) {
        utf8[i] = (char)(0x80U | (c & 0x3FU));
        c >>= 6;
    }
    utf8[0] = (char)(lead[n] | c);
    buffer_put(out, utf8, n);
}

/* The reference at `text`, which begins with &; how many bytes it takes, or 0: it is none. */
static size_t put_reference(struct buffer *out, const char *text, size_t n) {
    static const struct {
        const char *name;
        const char *sign;
    } names[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}};
    enum { LONGEST = 12 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i].name);
        if (n >= length && memcmp(text, names[i].name, length) == 0) {
            buffer_text(out, names[i].sign);
            return length;
        }
    }
    const char *end = memchr(text, ';', n < LONGEST ? n : LONGEST);
    if (end == NULL || n < 4 || text[1] != '#') {
        return 0;
    }
    char digits[LONGEST + 1];
    snprintf(digits, sizeof digits, "%.*s", (int)(end - text - 2), text + 2);
    bool hex = digits[0] == 'x';
    put_code_point(out, strtoul(digits + hex, NULL, hex ? 16 : 10));
    return (size_t)(end - text) + 1;
}

void markup_text(struct buffer *out, const char *text, size_t n) {
    static const char cdata[] = "<![CDATA[";
    if (n > sizeof cdata + 2 && memcmp(text, cdata, sizeof cdata - 1) == 0) {
        buffer_put(out, text + sizeof cdata - 1, n - (sizeof cdata - 1) - 3);
        return;
    }
    if (n > 0 && text[0] == '<') {
        return; /* a comment */
    }
    for (size_t i = 0; i < n;) {
        size_t taken = text[i] == '&' ? put_reference(out, text + i, n - i) : 0;
        if (taken == 0) {
            buffer_put(out, text + i, 1);
            taken = 1;
        }
        i += taken;
    }
}
