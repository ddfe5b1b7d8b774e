/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"

enum { WORD_BYTES = 200 }; /* longest word of a message */

static bool is_break(char c) {
    return c == '\n' || c == '\r';
}

/* The first byte of a code point? */
static bool begins(char c) {
    return ((unsigned char)c & 0xC0) != 0x80;
}

void lines_init(struct lines *lines, const struct sources *sources, int32_t file) {
    const struct source *source = &sources->items[file];
    size_t mark = source->size >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    *lines = (struct lines){.text = source->text + mark, .size = source->size - mark, .file = file};
}

/* Finds the lines, once somebody asks: most files are read without. */
static void find_lines(struct lines *lines) {
    if (lines->starts != NULL) {
        return;
    }
    struct line_start start = {0, 0};
    arrput(lines->starts, start);
    uint32_t point = 0;
    for (size_t i = 0; i < lines->size; i++) {
        point += begins(lines->text[i]);
        bool pair = lines->text[i] == '\r' && i + 1 < lines->size && lines->text[i + 1] == '\n';
        if (is_break(lines->text[i]) && !pair) {
            start = (struct line_start){(uint32_t)i + 1, point};
            arrput(lines->starts, start);
        }
    }
    start = (struct line_start){(uint32_t)lines->size + 1, point + 1};
    arrput(lines->starts, start);
}

void lines_clear(struct lines *lines) {
    arrfree(lines->starts);
}

/* Puts the cursor on the first byte of another line. */
static void enter_line(struct lines *lines, uint32_t line) {
    if (line != lines->line) {
        lines->line = line;
        lines->point = lines->starts[line].point;
        lines->byte = lines->starts[line].byte;
    }
}

static uint32_t last_line(const struct lines *lines) {
    return (uint32_t)arrlenu(lines->starts) - 2;
}

static void step_forward(struct lines *lines) {
    do {
        lines->byte++;
    } while (lines->byte < lines->size && !begins(lines->text[lines->byte]));
    lines->point++;
}

static void step_back(struct lines *lines) {
    do {
        lines->byte--;
    } while (!begins(lines->text[lines->byte]));
    lines->point--;
}

size_t lines_byte(struct lines *lines, size_t point) {
    find_lines(lines);
    uint32_t line = lines->line;
    while (line < last_line(lines) && lines->starts[line + 1].point <= point) {
        line++;
    }
    while (line > 0 && lines->starts[line].point > point) {
        line--;
    }
    enter_line(lines, line);
    while (lines->point < point && lines->byte < lines->size) {
        step_forward(lines);
    }
    while (lines->point > point) {
        step_back(lines);
    }
    return lines->byte;
}

size_t lines_point(struct lines *lines, size_t byte) {
    find_lines(lines);
    uint32_t line = lines->line;
    while (line < last_line(lines) && lines->starts[line + 1].byte <= byte) {
        line++;
    }
    while (line > 0 && lines->starts[line].byte > byte) {
        line--;
    }
    enter_line(lines, line);
    while (lines->byte < byte && lines->byte < lines->size) {
        step_forward(lines);
    }
    while (lines->byte > byte) {
        step_back(lines);
    }
    return lines->point;
}

struct place lines_place(struct lines *lines, size_t from, size_t to) {
    size_t first = lines_byte(lines, from);
    uint32_t start = lines->starts[lines->line].point;
    struct place place = {lines->file, lines->line + 1, lines->point - start + 1, 0};
    if (to <= from) {
        return place;
    }
    if (to < lines->starts[lines->line + 1].point) {
        place.end_column = (uint32_t)to - start + 1;
    } else {
        size_t end = lines_end(lines, first);
        place.end_column = (uint32_t)lines_point(lines, end) - start + 1;
    }
    return place;
}

size_t lines_begin(const struct lines *lines, size_t byte) {
    while (byte > 0 && !is_break(lines->text[byte - 1])) {
        byte--;
    }
    return byte;
}

size_t lines_end(const struct lines *lines, size_t byte) {
    while (byte < lines->size && !is_break(lines->text[byte])) {
        byte++;
    }
    return byte;
}

/* Is what begins with this sign a comment that may be meant as text? */
static bool is_hash(const char *sign) {
    return sign[0] == '#' && strchr(" #\t\r\n", sign[1]) == NULL;
}

bool lines_have_hash(const struct lines *lines) {
    const char *end = lines->text + lines->size;
    const char *at = lines->text;
    while ((at = memchr(at, '#', (size_t)(end - at))) != NULL) {
        if (at > lines->text && at[-1] == ' ' && is_hash(at)) {
            return true;
        }
        at++;
    }
    return false;
}

const char *lines_hash(struct lines *lines, size_t point, size_t *n) {
    size_t byte = lines_byte(lines, point);
    const char *text = lines->text + byte;
    size_t blanks = strspn(text, " ");
    if (blanks == 0 || !is_hash(text + blanks)) {
        return NULL;
    }
    *n = lines_end(lines, byte) - byte;
    return text;
}

static bool is_white(char c) {
    return c == ' ' || c == '\t' || is_break(c);
}

const char *lines_word(const struct lines *lines, struct pool *pool, size_t from, size_t to) {
    to = to < lines->size ? to : lines->size;
    from = from < to ? from : to;
    while (from < to && is_white(lines->text[from])) {
        from++;
    }
    while (to > from && is_white(lines->text[to - 1])) {
        to--;
    }
    char word[WORD_BYTES + 4]; /* and the ellipsis */
    size_t n = to - from;
    if (n > WORD_BYTES) {
        n = WORD_BYTES;
        while (!begins(lines->text[from + n])) {
            n--;
        }
    }
    for (size_t i = 0; i < n; i++) {
        word[i] = is_white(lines->text[from + i]) ? ' ' : lines->text[from + i];
    }
    if (n < to - from) {
        n += (size_t)snprintf(word + n, sizeof word - n, "…");
    }
    return pool_text(pool, word, n);
}

const char *lines_quoted(const struct lines *lines, struct pool *pool, size_t from, size_t to) {
    const char *word = lines_word(lines, pool, from, to);
    char mark = strchr(word, '"') == NULL ? '"' : '\'';
    char text[WORD_BYTES + 8];
    int n = snprintf(text, sizeof text, "%c%s%c", mark, word, mark);
    return pool_text(pool, text, n > 0 ? (size_t)n : 0);
}
