/* SPDX-License-Identifier: MIT */
#include "encoding.h"

#include <stdio.h>
#include <string.h>

#include "path.h"
#include "text.h"

/* UTF-16, told by its mark, or by the zeros beside the ASCII letters that every file begins with.
 */
static bool is_utf16(const struct source *source) {
    const char *s = source->text;
    if (source->size < 2) {
        return false;
    }
    if (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0) {
        return true;
    }
    bool little = source->size >= 4 && s[0] != 0 && s[1] == 0 && s[2] != 0 && s[3] == 0;
    bool big = source->size >= 4 && s[0] == 0 && s[1] != 0 && s[2] == 0 && s[3] != 0;
    return little || big;
}

/* The place of a byte before which all is valid UTF-8. */
static struct place place_of(const struct source *source, int32_t file, size_t byte) {
    size_t begin = 0;
    uint32_t line = 1;
    for (size_t i = 0; i < byte; i++) {
        bool pair = source->text[i] == '\r' && i + 1 < byte && source->text[i + 1] == '\n';
        if ((source->text[i] == '\n' || source->text[i] == '\r') && !pair) {
            line++;
            begin = i + 1;
        }
    }
    if (begin == 0 && byte >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0) {
        begin = 3;
    }
    uint32_t column = (uint32_t)text_length(source->text + begin, byte - begin) + 1;
    return (struct place){file, line, column, column + 1};
}

enum { BLOCK = 64 }; /* bytes looked at together */

/* 1 for a byte with which what is looked for may begin. */
static unsigned char is_odd(unsigned char c) {
    unsigned char control = (unsigned char)((c < 0x20) & (c != '\n'));
    return (unsigned char)(control | (c == 0x7F) | (c == 0xC2) | (c == 0xEF));
}

/* Written so that the compiler looks at many bytes at once; most blocks are passed over. */
static bool has_odd(const char *s) {
    unsigned char odd = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        odd |= is_odd((unsigned char)s[i]);
    }
    return odd != 0;
}

size_t encoding_control(const char *s, size_t n, unsigned *code) {
    for (size_t i = 0; i < n; i++) {
        while (i % BLOCK == 0 && n - i >= BLOCK && !has_odd(s + i)) {
            i += BLOCK;
        }
        if (i == n) {
            break;
        }
        unsigned char c = (unsigned char)s[i];
        if (is_odd(c) == 0) {
            continue;
        }
        unsigned next = i + 1 < n ? (unsigned char)s[i + 1] : 0;
        unsigned third = i + 2 < n ? (unsigned char)s[i + 2] : 0;
        unsigned found = 0;
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
            *code = c;
            return i;
        }
        if (c == 0xC2 && next < 0xA0 && next != 0x85) {
            found = next; /* C1 controls; U+0085 is a line end to YAML */
        } else if (c == 0xEF && next == 0xBB && third == 0xBF) {
            found = 0xFEFF; /* a byte order mark inside the text */
        } else if (c == 0xEF && next == 0xBF && third >= 0xBE) {
            found = 0xFF00 | (third + 0x40); /* U+FFFE, U+FFFF */
        }
        if (found != 0) {
            *code = found;
            return i;
        }
    }
    return n;
}

/* ---- what is no data file at all ---- */

static bool begins_with(const struct source *source, const char *bytes, size_t n) {
    return source->size >= n && memcmp(source->text, bytes, n) == 0;
}

/* True when the first line holds several cells and no key. */
static bool has_cells(const struct source *source) {
    size_t n = strcspn(source->text, "\r\n");
    const char *cell = strpbrk(source->text, ",;\t");
    return cell != NULL && cell < source->text + n && memchr(source->text, ':', n) == NULL;
}

/* What kind of spreadsheet it is, or NULL: workbooks are told by their first bytes (a ZIP archive,
 * an old Office file), tables of text by their name and first line. */
static const char *spreadsheet(const struct source *source) {
    const char *ending = path_ending(source->name);
    bool table = ending != NULL && has_cells(source) &&
                 (strcmp(ending, "csv") == 0 || strcmp(ending, "tsv") == 0);
    bool archive = begins_with(source, "PK\x03\x04", 4);
    bool office = begins_with(source, "\xD0\xCF\x11\xE0", 4);
    if (!table && !archive && !office) {
        return NULL;
    }
    bool named = ending != NULL && strcmp(ending, "yaml") != 0 && strcmp(ending, "yml") != 0;
    return named ? ending : archive ? "xlsx" : "xls";
}

/* ---- no-break spaces ---- */

/* Bytes of a no-break space at s: U+00A0, U+202F; else 0. */
static size_t no_break_at(const char *s) {
    return strncmp(s, "\xC2\xA0", 2) == 0 ? 2 : strncmp(s, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* Passes over blanks; *found is the first no-break space of them when there was none before. */
static const char *pass_blanks(const char *s, const char **found) {
    size_t n = 0;
    while (*s == ' ' || (n = no_break_at(s)) > 0) {
        *found = *found == NULL && *s != ' ' ? s : *found;
        s += *s == ' ' ? 1 : n;
    }
    return s;
}

/* The no-break space of a line `  htx_new: 30` that stands for its indentation, behind its key or
 * behind its colon; NULL when there is none. */
static const char *no_break_in(const char *line) {
    const char *found = NULL;
    const char *at = pass_blanks(line, &found);
    if (at[0] == '-' && (at[1] == ' ' || no_break_at(at + 1) > 0)) {
        at = pass_blanks(at + 1, &found);
    }
    size_t key = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    at = pass_blanks(at + key, &found);
    if (key == 0 || at[0] != ':') {
        return NULL;
    }
    bool ends = strchr(" \r\n", at[1]) != NULL; /* the end of the text, too */
    bool behind = no_break_at(at + 1) > 0;
    return found != NULL && (ends || behind) ? found : behind ? at + 1 : NULL;
}

/* The first no-break space that makes another key of a key, or NULL. */
static const char *no_break_space(const char *text) {
    size_t n;
    if (text_no_break(text, &n) == NULL) {
        return NULL;
    }
    for (const char *line = text; line != NULL;) {
        const char *found = no_break_in(line);
        if (found != NULL) {
            return found;
        }
        line = strpbrk(line, "\r\n");
        line = line != NULL ? line + 1 : NULL;
    }
    return NULL;
}

bool encoding_doubtful(const struct sources *sources, int32_t file) {
    const struct source *source = &sources->items[file];
    size_t n;
    return memchr(source->text, 0xEF, source->size) != NULL || spreadsheet(source) != NULL ||
           text_no_break(source->text, &n) != NULL;
}

bool encoding_check(const struct sources *sources, int32_t file, struct findings *findings) {
    const struct source *source = &sources->items[file];
    const char *kind = spreadsheet(source);
    if (kind != NULL) {
        FIND(findings, MSG_SPREADSHEET, ((struct place){file, 1, 1, 0}), kind);
        return false;
    }
    if (is_utf16(source)) {
        FIND(findings, MSG_UTF16, ((struct place){file, 1, 1, 0}), NULL);
        return false;
    }
    char word[16];
    size_t valid = text_valid_prefix(source->text, source->size);
    size_t mark = source->size >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    unsigned code = 0;
    size_t control = mark + encoding_control(source->text + mark, valid - mark, &code);
    if (control < valid) {
        snprintf(word, sizeof word, "U+%04X", code);
        FIND(findings, code == 0 ? MSG_NUL : MSG_CONTROL, place_of(source, file, control), word);
        return false;
    }
    const char *odd = valid < source->size ? NULL : no_break_space(source->text);
    if (odd != NULL) {
        FIND(findings, MSG_NO_BREAK_SPACE, place_of(source, file, (size_t)(odd - source->text)),
             no_break_at(odd) == 2 ? "U+00A0" : "U+202F");
        return false;
    }
    if (valid < source->size) {
        snprintf(word, sizeof word, "%02X", (unsigned)(unsigned char)source->text[valid]);
        FIND(findings, MSG_NOT_UTF8, place_of(source, file, valid), word);
        return false;
    }
    return true;
}
