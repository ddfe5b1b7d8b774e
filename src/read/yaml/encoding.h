/* SPDX-License-Identifier: MIT */
/*
 * Checks that a loaded file is text at all, before libyaml sees it, and finds the exact place where
 * it is not.
 */
#ifndef TIENDO_ENCODING_H
#define TIENDO_ENCODING_H

#include <stdbool.h>

#include "finding.h"
#include "source.h"

/* Quickly: whether a file may hold what encoding_check() refuses and libyaml does not: a byte order
 * mark, a no-break space in place of a blank, a table of another sort. */
bool encoding_doubtful(const struct sources *sources, int32_t file);

/* False, with one finding, when it is UTF-16, is not UTF-8, or holds a NUL or another
 * control character. */
bool encoding_check(const struct sources *sources, int32_t file, struct findings *findings);

/* Offset of the first control character (or other code point that YAML and workbooks refuse) of
 * valid UTF-8, its code point in *code; n when there is none. Tab and line ends are allowed. */
size_t encoding_control(const char *s, size_t n, unsigned *code);

#endif
