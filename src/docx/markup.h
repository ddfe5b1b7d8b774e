/* SPDX-License-Identifier: MIT */
/*
 * The text of a Word part as tags and characters, each with its bytes, for changing some and
 * keeping all others. The part has been found well-formed before (package_parse()).
 */
#ifndef TIENDO_MARKUP_H
#define TIENDO_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

enum markup_kind {
    MARKUP_OPEN,  /* <w:p …> */
    MARKUP_CLOSE, /* </w:p> */
    MARKUP_ALONE, /* <w:p/> */
    MARKUP_CHARS, /* between tags; also comments and the like, which are kept */
    MARKUP_END
};

/* Elements of Word that matter here. */
enum word_element { WORD_OTHER, WORD_PARAGRAPH, WORD_TEXT, WORD_TABLE_ROW, WORD_BOOKMARK };

struct markup {
    enum markup_kind kind;
    enum word_element element; /* of a tag */
    const char *at;            /* its bytes */
    size_t n;
};

/* A part being read, from `at` up to `end`. */
struct markup_reader {
    const char *at;
    const char *end;
    char prefix[32]; /* of Word's own namespace, with its colon: "w:" */
};

/* At the beginning of a part; finds the prefix. */
struct markup_reader markup_begin(const char *text, size_t n);

/* The next piece; MARKUP_END at the end. */
struct markup markup_next(struct markup_reader *reader);

/* Appends characters as people read them: &amp; is &. */
void markup_text(struct buffer *out, const char *text, size_t n);

#endif
