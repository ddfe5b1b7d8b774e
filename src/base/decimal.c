/* SPDX-License-Identifier: MIT */
#include "decimal.h"

#include <stdbool.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Bytes of the sign at s: 0, 1, or 3 for U+2212. */
static size_t sign_length(const char *s, size_t n) {
    if (n > 0 && (s[0] == '-' || s[0] == '+')) {
        return 1;
    }
    return n >= 3 && memcmp(s, "\xE2\x88\x92", 3) == 0 ? 3 : 0;
}

static size_t count(const char *s, size_t n, char wanted) {
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        found += s[i] == wanted;
    }
    return found;
}

/* Names what is wrong with digits that did not read as a number. */
static enum decimal_error diagnose(const char *s, size_t n) {
    bool only_number_marks = true;
    bool exponent = false;
    for (size_t i = 0; i < n; i++) {
        bool mark = s[i] == '.' || s[i] == ',' || s[i] == ' ' || s[i] == '_';
        bool is_e = (s[i] == 'e' || s[i] == 'E') && i > 0 && i + 1 < n;
        exponent = exponent || is_e;
        only_number_marks = only_number_marks && (is_digit(s[i]) || mark);
    }
    size_t dots = count(s, n, '.');
    size_t commas = count(s, n, ',');
    if (n > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) {
        return DECIMAL_HEX;
    }
    if (!only_number_marks) {
        return exponent && is_digit(s[0]) && is_digit(s[n - 1]) ? DECIMAL_EXPONENT
                                                                : DECIMAL_NOT_A_NUMBER;
    }
    if (count(s, n, ' ') > 0) {
        return DECIMAL_SPACED;
    }
    if (dots + commas > 1) {
        return DECIMAL_GROUPED;
    }
    if (commas == 1) {
        return DECIMAL_COMMA;
    }
    if (dots == 1 && (s[0] == '.' || s[n - 1] == '.')) {
        return DECIMAL_BARE_MARK;
    }
    return count(s, n, '_') > 0 ? DECIMAL_UNDERSCORE : DECIMAL_NOT_A_NUMBER;
}

static const int64_t FULL = 100000000000000000; /* the least with DECIMAL_DIGITS digits */

static bool is_between(const char *digits, size_t i, size_t n) {
    return i > 0 && i + 1 < n && is_digit(digits[i - 1]) && is_digit(digits[i + 1]);
}

enum decimal_error decimal_parse(const char *s, size_t n, struct decimal *out) {
    if (n == 0) {
        return DECIMAL_EMPTY;
    }
    size_t sign = is_digit(s[0]) ? 0 : sign_length(s, n);
    const char *digits = s + sign;
    size_t length = n - sign;
    int64_t units = 0;
    int scale = 0;
    bool marked = false;
    for (size_t i = 0; i < length; i++) {
        if (is_digit(digits[i])) {
            if (units >= FULL || scale >= DECIMAL_DIGITS) {
                return DECIMAL_TOO_LONG;
            }
            units = units * 10 + (digits[i] - '0');
            scale += marked;
        } else if (!marked && (digits[i] == '.' || digits[i] == '_') &&
                   is_between(digits, i, length)) {
            marked = digits[i] == '.';
        } else {
            return diagnose(digits, length);
        }
    }
    if (length == 0) {
        return DECIMAL_NOT_A_NUMBER;
    }
    bool negative = sign == 3 || (sign == 1 && s[0] == '-');
    *out = (struct decimal){.units = negative ? -units : units, .scale = (uint8_t)scale};
    return DECIMAL_OK;
}

size_t decimal_span(const char *s, size_t n) {
    size_t i = sign_length(s, n);
    size_t end = 0;
    for (; i < n; i++) {
        bool joins = is_digit(s[i]) || s[i] == '.' || s[i] == ',' || s[i] == '_' || s[i] == ' ';
        bool exponent = (s[i] == 'e' || s[i] == 'E') && end == i && end > 0 && i + 1 < n &&
                        (is_digit(s[i + 1]) || s[i + 1] == '-' || s[i + 1] == '+');
        bool hex = (s[i] == 'x' || s[i] == 'X') && end == i && end > 0 && s[i - 1] == '0';
        if (exponent || hex) {
            while (end < n && s[end] != ' ') {
                end++;
            }
            return end;
        } else if (!joins) {
            break;
        } else {
            end = s[i] != ' ' ? i + 1 : end;
        }
    }
    return end;
}
