/* SPDX-License-Identifier: MIT */
/*
 * Text as people see it: NFC, code points, columns on a terminal, and nearness of two words.
 */
#ifndef TIENDO_TEXT_H
#define TIENDO_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "pool.h"

/* A quick test: true when the n bytes at s, and any part of them, are certainly in NFC. False for
 * texts that need Unicode's tables to tell, and perhaps for bytes that are not valid UTF-8. */
bool text_is_nfc(const char *s, size_t n);

/* The n bytes at s in NFC, kept in the pool. Must be valid UTF-8. */
const char *text_nfc(struct pool *pool, const char *s, size_t n);

/* The same, case folded: for comparing words, never for showing them. */
const char *text_fold(struct pool *pool, const char *s, size_t n);

/* The n bytes at s with a capital at their beginning. Must be valid UTF-8. */
const char *text_capital(struct pool *pool, const char *s, size_t n);

/* The words of s, valid UTF-8, whatever their case, the marks of Vietnamese and what stands between
 * them: "Tổng số HTX", "tong-so_htx" are "tong so htx". Kept in the pool. */
const char *text_words(struct pool *pool, const char *s);

/* The first no-break space (U+00A0, U+202F) of a text, or NULL: it looks like a blank and is none
 * to YAML. *bytes: how long it is. */
const char *text_no_break(const char *s, size_t *bytes);

/* Order of two texts in NFC; equal when they differ at most in the case of their first letter, as
 * names, units and headings are compared. */
int text_compare(const char *a, const char *b);

/* Offset of the first byte that is not valid UTF-8, or n. */
size_t text_valid_prefix(const char *s, size_t n);

/* Code points in the n bytes at s. */
size_t text_length(const char *s, size_t n);

/* Length in bytes of the beginning of s that holds only printable ASCII and the composed letters
 * U+00C0 .. U+027F and U+1E00 .. U+1EFF, which is nearly all text here. Each of these *letters
 * characters is one column wide, in NFC and safe to show. */
size_t text_letters(const char *s, size_t n, size_t *letters);

/* Columns that the n bytes at s take on a terminal (combining marks 0, wide letters 2). */
size_t text_width(const char *s, size_t n);

/* Bytes of the first `points` code points of the n bytes at s. */
size_t text_offset(const char *s, size_t n, size_t points);

/* Index of that one of n words which s probably was meant to be, or -1: at most a third of its
 * bytes, or one, differs. Edits (insert, delete, replace, swap neighbours) are counted in the
 * folded texts; words of the same parts in another order (new_htx, htx_new) are one edit apart. */
int text_nearest(const char *s, const char *const words[], size_t n);

/* Copies s into text of the given size; what does not fit is cut at a character and ends in "…".
 * Returns s when it was cut, else NULL. */
const char *text_cut(const char *s, char *text, size_t size);

/* Copies the parts, the last followed by NULL, one after the other; cut in the same way. */
void text_join(const char *const parts[], char *text, size_t size);
#define TEXT_JOIN(text, size, ...)                                                                 \
    text_join((const char *const[]){__VA_ARGS__, NULL}, (text), (size))

/* How a text stands in its column. */
enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE, ALIGN_COUNT };

#endif
