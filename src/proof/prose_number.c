/* SPDX-License-Identifier: MIT */
#include "prose_number.h"

#include <ctype.h>
#include <string.h>

#include "decimal.h"
#include "mem.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A letter or part of one: whatever is not ASCII counts. */
static bool is_letter(char c) {
    return isalpha((unsigned char)c) != 0 || (unsigned char)c >= 0x80;
}

/* Whether the bytes before `at` are this word, and no longer one. */
static bool follows(const char *text, size_t at, const char *word) {
    size_t n = strlen(word);
    return at >= n && memcmp(text + at - n, word, n) == 0 &&
           (at == n || !is_letter(text[at - n - 1]));
}

static bool begins(const char *at, const char *word) {
    size_t n = strlen(word);
    return strncmp(at, word, n) == 0 && !is_letter(at[n]);
}

static size_t before_blanks(const char *text, size_t at) {
    while (at > 0 && text[at - 1] == ' ') {
        at--;
    }
    return at;
}

/* "3.904", "78,5": groups of three behind the sign of thousands, then decimals. */
static size_t number_end(const char *text, size_t at, enum language lang, char digits[64]) {
    static const char thousands[LANG_COUNT] = {'.', ','};
    static const char decimal[LANG_COUNT] = {',', '.'};
    size_t n = 0;
    while (is_digit(text[at]) && n < 60) {
        digits[n++] = text[at++];
    }
    bool groups = n <= 3;
    while (groups && text[at] == thousands[lang] && is_digit(text[at + 1]) &&
           is_digit(text[at + 2]) && is_digit(text[at + 3]) && !is_digit(text[at + 4]) && n < 56) {
        memcpy(digits + n, text + at + 1, 3);
        n += 3;
        at += 4;
    }
    if (text[at] == decimal[lang] && is_digit(text[at + 1])) {
        digits[n++] = '.';
        for (at++; is_digit(text[at]) && n < 62; at++) {
            digits[n++] = text[at];
        }
    }
    digits[n] = '\0';
    return at;
}

/* Behind these a number counts nothing. */
static bool named_before(const char *text, size_t begin) {
    static const char *const words[] = {"ngày", "tháng",  "lần thứ",    "thứ",         "khóa",
                                        "quý",  "luật",   "quyết định", "kế hoạch số", "số",
                                        "điều", "khoản",  "mục",        "nghị định",   "nghị quyết",
                                        "no.",  "article"};
    size_t at = before_blanks(text, begin);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (follows(text, at, words[i])) {
            return true;
        }
    }
    return false;
}

/* Before these it is a time. */
static bool timed_after(const char *at) {
    static const char *const words[] = {"tháng", "ngày",   "năm",  "giờ",   "phút",  "quý",
                                        "tuần",  "months", "days", "years", "months"};
    at += strspn(at, " ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (begins(at, words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_year(const char *digits, const char *text, size_t begin, size_t end) {
    bool four = strlen(digits) == 4 && (digits[0] == '1' || digits[0] == '2') &&
                strchr(digits, '.') == NULL && end - begin == 4;
    bool range = digits[0] == '2' && digits[1] == '0';
    return four && (follows(text, before_blanks(text, begin), "năm") || range);
}

/* Part of a date, a time of day, a document's number, a word. */
static bool is_part(const char *text, size_t begin, size_t end) {
    char before = begin > 0 ? text[begin - 1] : ' ';
    bool dash = before == '-' && begin > 1 && (is_letter(text[begin - 2]));
    bool code = text[end] == '-' && is_letter(text[end + 1]) && (unsigned char)text[end + 1] < 0x80;
    return before == '/' || before == ':' || before == '.' || before == ',' || before == '_' ||
           is_letter(before) || dash || code || text[end] == '_' ||
           (text[end] == '/' &&
            (is_digit(text[end + 1]) || isupper((unsigned char)text[end + 1]))) ||
           (text[end] == ':' && is_digit(text[end + 1])) ||
           (is_letter(text[end]) && (unsigned char)text[end] < 0x80);
}

static enum hedge hedge_before(const char *text, size_t begin) {
    static const struct {
        const char *word;
        enum hedge hedge;
    } words[] = {{"hơn", HEDGE_MORE_THAN}, {"trên", HEDGE_MORE_THAN}, {"over", HEDGE_MORE_THAN},
                 {"gần", HEDGE_LESS_THAN}, {"dưới", HEDGE_LESS_THAN}, {"under", HEDGE_LESS_THAN},
                 {"khoảng", HEDGE_ABOUT},  {"about", HEDGE_ABOUT},    {"nearly", HEDGE_LESS_THAN}};
    size_t at = before_blanks(text, begin);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (follows(text, at, words[i].word)) {
            return words[i].hedge;
        }
    }
    return HEDGE_NONE;
}

/* One past the sign of percent, or `at`. */
static size_t percent_end(const char *text, size_t at) {
    size_t next = at + strspn(text + at, " ");
    return text[next] == '%' ? next + 1 : at;
}

struct prose_number *prose_numbers(const char *text, enum language lang) {
    struct prose_number *numbers = NULL;
    size_t sentence = 0;
    for (size_t at = 0; text[at] != '\0';) {
        if (!is_digit(text[at])) {
            bool ends =
                strchr(".;!?", text[at]) != NULL && (text[at + 1] == ' ' || text[at + 1] == '\0');
            sentence = ends && text[at] != ';' ? at + 1 : sentence;
            at++;
            continue;
        }
        char digits[64];
        struct decimal decimal;
        size_t begin = at;
        at = number_end(text, at, lang, digits);
        size_t end = percent_end(text, at);
        bool percent = end > at;
        bool none = is_part(text, begin, at) ||
                    (!percent && (named_before(text, begin) || timed_after(text + at) ||
                                  is_year(digits, text, begin, at)));
        if (!none && decimal_parse(digits, strlen(digits), &decimal) == DECIMAL_OK) {
            struct prose_number number = {
                .published = {ratio_decimal(decimal), decimal.scale, hedge_before(text, begin)},
                .percent = percent,
                .begin = begin,
                .end = end,
                .sentence = sentence};
            arrput(numbers, number);
        }
        at = end;
    }
    return numbers;
}
