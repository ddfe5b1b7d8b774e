/* SPDX-License-Identifier: MIT */
/*
 * Finds the line, column and byte of a place in a text. libyaml's marks count code points from the
 * start of the text.
 *
 * Lines end at \n, \r or \r\n only (libyaml also ends them at U+0085, U+2028 and U+2029, which an
 * editor does not), so its own line numbers are not used. A cursor remembers the last place asked
 * for: asking for places in their order costs linear time in all, however long a line is.
 */
#ifndef TIENDO_LINES_H
#define TIENDO_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pool.h"
#include "source.h"

struct line_start {
    uint32_t byte;  /* offset of the line's first byte in the text */
    uint32_t point; /* code points before it */
};

struct lines {
    const char *text;          /* without byte order mark; valid UTF-8; borrowed */
    size_t size;               /* bytes of text */
    struct line_start *starts; /* stb_ds array, one for each line and one past the last; NULL: not
                                  found yet */
    int32_t file;              /* index of the source, for places */
    uint32_t line;             /* cursor: index into starts */
    uint32_t point;            /* cursor: code points from the start of the text */
    uint32_t byte;             /* cursor: the same place in bytes */
};

/* The text of the file must be there. */
void lines_init(struct lines *lines, const struct sources *sources, int32_t file);
void lines_clear(struct lines *lines);

/* Byte offset of a code point; the end of the text when it lies past it. */
size_t lines_byte(struct lines *lines, size_t point);

/* Code points before a byte; quick when it lies near the last place asked for. */
size_t lines_point(struct lines *lines, size_t byte);

/* The place of the characters from .. to - 1 (code points). Of several lines only the first is
 * marked; an empty stretch has no end column. */
struct place lines_place(struct lines *lines, size_t from, size_t to);

/* Byte offsets of the first byte of the line that holds `byte`, and of the end of that line. */
size_t lines_begin(const struct lines *lines, size_t byte);
size_t lines_end(const struct lines *lines, size_t byte);

/* True when the text has a comment that may be meant as text: a blank before its #, none behind it.
 */
bool lines_have_hash(const struct lines *lines);

/* The bytes from a code point to the end of its line when they are such a comment, blanks before it
 * included; *n bytes. Else NULL. */
const char *lines_hash(struct lines *lines, size_t point, size_t *n);

/* The bytes from .. to - 1 as a message quotes them: blanks around them removed, line ends made
 * blanks, cut with an ellipsis when long. Owned by the pool. */
const char *lines_word(const struct lines *lines, struct pool *pool, size_t from, size_t to);

/* The same in quotes, ready to be written into a file. */
const char *lines_quoted(const struct lines *lines, struct pool *pool, size_t from, size_t to);

#endif
