/*
 * Text as people see it: NFC, code points, columns on a terminal, and nearness of two words.
 */
#ifndef TIENDO_TEXT_H
#define TIENDO_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "pool.h"

/* The n bytes at s in NFC, kept in the pool. Must be valid UTF-8. */
const char *text_nfc(struct pool *pool, const char *s, size_t n);

/* The same, case folded: for comparing words, never for showing them. */
const char *text_fold(struct pool *pool, const char *s, size_t n);

/* True when text_nfc() would change nothing; texts for which it is false may be NFC too. */
bool text_is_nfc(const char *s, size_t n);

/* Offset of the first byte that is not valid UTF-8, or n. */
size_t text_valid_prefix(const char *s, size_t n);

/* Code points in the n bytes at s. */
size_t text_length(const char *s, size_t n);

/* Columns that the n bytes at s take on a terminal (combining marks 0, wide letters 2). */
size_t text_width(const char *s, size_t n);

/* Room that the n bytes at s take in a face whose letters differ in width, such as Times: in
 * hundredths of 0.39 times the height of the print. Near enough (5 %) to foresee where
 * lines break. */
size_t text_room(const char *s, size_t n);

/* Bytes of the first `points` code points of the n bytes at s. */
size_t text_offset(const char *s, size_t n, size_t points);

/* Edits (insert, delete, replace, swap neighbours) that turn a into b, counted in bytes of the
 * folded texts; words of the same letters in another order (new_htx, htx_new) count 1. */
size_t text_distance(const char *a, const char *b);

/* Index of the nearest of n words to s when it is near enough to be a slip, else -1. */
int text_nearest(const char *s, const char *const words[], size_t n);

#endif
