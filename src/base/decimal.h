/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers exactly as people write them: units / 10^scale, at most 18 significant digits.
 * For arithmetic they become ratios (ratio.h).
 */
#ifndef TIENDO_DECIMAL_H
#define TIENDO_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_DIGITS = 18 };

struct decimal {
    int64_t units; /* the digits without the mark, signed; |units| < 10^18 */
    uint8_t scale; /* digits after the mark, 0 .. 18, as written (2.50 keeps 2) */
};

/* Why a text is no number; each has its own message. */
enum decimal_error {
    DECIMAL_OK,
    DECIMAL_EMPTY,        /* nothing there */
    DECIMAL_NOT_A_NUMBER, /* no digits, or other characters among them */
    DECIMAL_COMMA,        /* 2,7 */
    DECIMAL_GROUPED,      /* 1.200.000, 1,200,000 */
    DECIMAL_SPACED,       /* 1 200 */
    DECIMAL_EXPONENT,     /* 1e3 */
    DECIMAL_HEX,          /* 0x1F */
    DECIMAL_UNDERSCORE,   /* _ at an end or doubled */
    DECIMAL_BARE_MARK,    /* 5. or .5 */
    DECIMAL_TOO_LONG,     /* more than 18 significant digits */
    DECIMAL_ERROR_COUNT
};

/* Reads all of the n bytes at s: an optional sign (+ - or U+2212), digits with optional `_`, an
 * optional `.` and decimals. *out is untouched on failure. */
enum decimal_error decimal_parse(const char *s, size_t n, struct decimal *out);

/* Length in bytes of the number at the beginning of s, wrongly written ones included (digits,
 * marks, blanks between digits): what follows is the unit. 0 when s does not begin with a number.
 */
size_t decimal_span(const char *s, size_t n);

#endif
