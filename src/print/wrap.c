/* SPDX-License-Identifier: MIT */
#include "wrap.h"

#include <stdbool.h>
#include <string.h>

#include "mem.h"
#include "text.h"

/* Bytes of the longest beginning of s that takes at most `width` columns, at least one letter. */
static size_t fitting(const char *s, size_t n, size_t width) {
    size_t used;
    size_t kept = text_letters(s, n < width ? n : width, &used); /* a letter takes a byte or more */
    while (kept < n) {
        size_t letter = text_offset(s + kept, n - kept, 1);
        used += text_width(s + kept, letter);
        if (letter == 0 || (kept > 0 && used > width)) {
            break;
        }
        kept += letter;
    }
    return kept > 0 ? kept : n;
}

/* Bytes of the first line of s: whole words where one fits. */
static size_t line_length(const char *s, size_t n, size_t width) {
    size_t most = fitting(s, n, width); /* looks no further: a text may be megabytes long */
    if (most == n || s[most] == ' ') {
        return most;
    }
    for (size_t at = most; at > 0; at--) {
        if (s[at - 1] == ' ') {
            return at - 1 > 0 ? at - 1 : most;
        }
    }
    return most;
}

/* Wraps one run without '\n'. */
static void wrap_run(const char *s, size_t n, size_t indent, size_t hanging, size_t width,
                     struct wrapped **lines) {
    bool first = true;
    do {
        size_t blanks = first ? indent : indent + hanging;
        blanks = blanks + 1 < width ? blanks : 0;
        size_t length = line_length(s, n, width - blanks);
        struct wrapped line = {.text = s, .length = length, .indent = blanks};
        arrput(*lines, line);
        s += length;
        n -= length;
        while (n > 0 && *s == ' ') {
            s++;
            n--;
        }
        first = false;
    } while (n > 0);
}

void wrap_text(const char *text, size_t width, size_t hanging, struct wrapped **lines) {
    size_t indent = strspn(text, " ");
    text += indent;
    for (;;) {
        size_t n = strcspn(text, "\n");
        wrap_run(text, n, indent, hanging, width, lines);
        if (text[n] == '\0') {
            return;
        }
        text += n + 1;
    }
}

size_t wrap_natural_width(const char *text) {
    size_t widest = 0;
    for (;;) {
        size_t n = strcspn(text, "\n");
        size_t width = text_width(text, n);
        widest = width > widest ? width : widest;
        if (text[n] == '\0') {
            return widest;
        }
        text += n + 1;
    }
}

size_t wrap_word_width(const char *text) {
    size_t widest = 0;
    while (*text != '\0') {
        size_t n = strcspn(text, " \n");
        size_t width = text_width(text, n);
        widest = width > widest ? width : widest;
        text += n + strspn(text + n, " \n");
    }
    return widest;
}
