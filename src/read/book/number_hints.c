/* SPDX-License-Identifier: MIT */
#include "number_hints.h"

#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "text.h"
#include "words.h"

/* A word or sign before or behind a number, and what says the same in the format. */
struct operator_word {
    const char *word;        /* folded */
    enum target_kind target; /* in a target, under a key of one or of a figure */
    enum hedge figure;       /* as a whole figure; HEDGE_NONE: `is` */
};

/* The longest word that fits counts. */
static const struct operator_word before[] = {
    {">=", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"=>", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"≥", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"<=", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"=<", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"≤", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {">", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"<", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"==", TARGET_EXACTLY, HEDGE_NONE},
    {"=", TARGET_EXACTLY, HEDGE_NONE},
    {"~", TARGET_ABOUT, HEDGE_ABOUT},
    {"≈", TARGET_ABOUT, HEDGE_ABOUT},
    {"±", TARGET_ABOUT, HEDGE_ABOUT},
    {"ít nhất", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"tối thiểu", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"không dưới", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"không ít hơn", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"at least", TARGET_AT_LEAST, HEDGE_MORE_THAN},
    {"nhiều nhất", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"tối đa", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"không quá", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"không vượt quá", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"không trên", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"at most", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"nhiều hơn", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"lớn hơn", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"cao hơn", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"vượt", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"trên", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"hơn", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"more than", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"over", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"above", TARGET_MORE_THAN, HEDGE_MORE_THAN},
    {"ít hơn", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"nhỏ hơn", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"thấp hơn", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"dưới", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"gần", TARGET_ABOUT, HEDGE_LESS_THAN},
    {"less than", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"under", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"below", TARGET_LESS_THAN, HEDGE_LESS_THAN},
    {"khoảng", TARGET_ABOUT, HEDGE_ABOUT},
    {"xấp xỉ", TARGET_ABOUT, HEDGE_ABOUT},
    {"chừng", TARGET_ABOUT, HEDGE_ABOUT},
    {"about", TARGET_ABOUT, HEDGE_ABOUT},
    {"đúng", TARGET_EXACTLY, HEDGE_NONE},
    {"exactly", TARGET_EXACTLY, HEDGE_NONE},
    {"từ", TARGET_AT_LEAST, HEDGE_MORE_THAN},
};

static const struct operator_word behind[] = {
    {"trở lên", TARGET_AT_LEAST, HEDGE_MORE_THAN}, {"trở xuống", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"or more", TARGET_AT_LEAST, HEDGE_MORE_THAN}, {"or less", TARGET_AT_MOST, HEDGE_LESS_THAN},
    {"+", TARGET_AT_LEAST, HEDGE_MORE_THAN},
};

/* What stands between the two numbers of a range. */
static const char *const between[] = {"-", "–", "—", "−", "~", "đến", "tới", "to", "->", "→", "…"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

size_t blanks_at(const char *s, size_t n) {
    size_t i = 0;
    while (i < n) {
        if (strchr(" \t\r\n", s[i]) != NULL && s[i] != '\0') {
            i++;
        } else if (n - i >= 2 && memcmp(s + i, "\xC2\xA0", 2) == 0) {
            i += 2; /* U+00A0 */
        } else if (n - i >= 3 && (memcmp(s + i, "\xE2\x80\xAF", 3) == 0 ||
                                  memcmp(s + i, "\xE2\x80\x89", 3) == 0)) {
            i += 3; /* U+202F, U+2009 */
        } else {
            break;
        }
    }
    return i;
}

size_t blanks_trimmed(const char *s, size_t n) {
    size_t end = n;
    for (size_t i = 0; i < n;) {
        size_t blanks = blanks_at(s + i, n - i);
        if (blanks == 0) {
            end = ++i;
        } else {
            end = i == 0 ? 0 : end;
            i += blanks;
        }
    }
    return end;
}

static size_t count(const char *s, size_t n, char wanted) {
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        found += s[i] == wanted;
    }
    return found;
}

/* Offset of the decimal mark in a number as people write it, or n: the only comma, a dot that is
 * not one of several, the last mark of two sorts. */
static size_t decimal_mark(const char *s, size_t n) {
    size_t dots = count(s, n, '.');
    size_t commas = count(s, n, ',');
    if (dots + commas == 0 || (dots > 1 && commas == 0) || (commas > 1 && dots == 0)) {
        return n;
    }
    size_t last = n;
    while (s[last - 1] != '.' && s[last - 1] != ',') {
        last--;
    }
    return count(s, n, s[last - 1]) == 1 ? last - 1 : n;
}

const char *hint_number(struct loader *loader, const char *s, size_t n) {
    struct buffer out = {0};
    size_t mark = decimal_mark(s, n);
    bool grouped = count(s, n, ' ') + count(s, mark, '.') + count(s, mark, ',') > 0;
    size_t left = 0; /* digits before the mark */
    for (size_t i = 0; i < mark; i++) {
        left += s[i] >= '0' && s[i] <= '9';
    }
    if (left == 0) {
        buffer_put(&out, "0", 1);
    }
    for (size_t i = 0; i < n; i++) {
        bool digit = s[i] >= '0' && s[i] <= '9';
        if (i == mark && i + 1 < n) {
            buffer_put(&out, ".", 1);
        } else if (digit || s[i] == '-') {
            buffer_put(&out, &s[i], 1);
            left -= digit && i < mark;
            if (grouped && digit && i < mark && left > 0 && left % 3 == 0) {
                buffer_put(&out, "_", 1);
            }
        }
    }
    const char *text = pool_text(&loader->scratch, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

/* True for `45,030`: one comma, exactly three digits behind it, and a whole number before it. */
static bool reads_twice(const char *s, size_t n) {
    size_t sign = n > 0 && (s[0] == '-' || s[0] == '+');
    size_t left = strspn(s + sign, "0123456789");
    size_t mark = sign + left;
    return left > 0 && left <= 3 && s[sign] != '0' && n == mark + 4 && s[mark] == ',' &&
           strspn(s + mark + 1, "0123456789") >= 3;
}

void hint_comma(struct loader *loader, struct place place, const char *s, size_t n) {
    enum { LONGEST = 16 };
    if (!reads_twice(s, n)) {
        FIND(loader->findings, MSG_COMMA, place, loader_shown(loader, s, n),
             hint_number(loader, s, n));
        return;
    }
    char decimals[LONGEST];
    char whole[LONGEST];
    size_t mark = n - 4;
    size_t end = n;
    while (s[end - 1] == '0') {
        end--;
    }
    const char *extra = end == n ? "0" : ""; /* three decimals would be asked about again */
    if (end == mark + 1) {
        snprintf(decimals, sizeof decimals, "%.*s", (int)mark, s);
    } else {
        snprintf(decimals, sizeof decimals, "%.*s.%.*s%s", (int)mark, s, (int)(end - mark - 1),
                 s + mark + 1, extra);
    }
    snprintf(whole, sizeof whole, "%.*s%.3s", (int)mark, s, s + mark + 1);
    FIND(loader->findings, MSG_TWO_READINGS, place, loader_shown(loader, s, n), decimals, whole);
}

bool hint_no_figure(struct loader *loader, const struct node *node) {
    static const char *const words[] = {
        "chưa có",
        "chưa có số",
        "chưa có số liệu",
        "chưa báo cáo",
        "chưa thống kê",
        "chưa",
        "không có",
        "không có số liệu",
        "không báo cáo",
        "n/a",
        "na",
        "none",
        "null",
        "not reported",
        "not available",
        "-",
        "--",
        "–",
        "—",
        "...",
        "…",
        "?",
        "~",
    };
    enum { LONGEST = 32 };
    if (node->text_length > LONGEST) {
        return false;
    }
    const char *folded = text_fold(&loader->scratch, node->text, node->text_length);
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(folded, words[i]) == 0) {
            FIND(loader->findings, MSG_NO_FIGURE, node->place,
                 loader_shown(loader, node->text, node->text_length));
            return true;
        }
    }
    return false;
}

/* A number and what stands behind it. */
struct piece {
    const char *number; /* written as the format wants it */
    const char *rest;   /* behind it, blanks taken off */
    size_t rest_length; /* bytes of rest */
};

/* Splits the n bytes at s; false when they do not begin with a number. */
static bool piece_of(struct loader *loader, const char *s, size_t n, struct piece *out) {
    size_t skip = blanks_at(s, n);
    size_t span = decimal_span(s + skip, n - skip);
    if (span == 0) {
        return false;
    }
    out->number = hint_number(loader, s + skip, span);
    const char *rest = s + skip + span;
    size_t left = n - skip - span;
    size_t blanks = blanks_at(rest, left);
    out->rest = rest + blanks;
    out->rest_length = blanks_trimmed(out->rest, left - blanks);
    return true;
}

/* key: number unit, in braces where it is to stand alone. */
static const char *written(struct loader *loader, enum hint_place where, const char *key,
                           const struct piece *piece) {
    struct buffer out = {0};
    bool braces = where != HINT_UNDER_KEY;
    bool percent = piece->rest_length > 0 && piece->rest[0] == '%';
    braces = braces && key != NULL;
    buffer_format(&out, "%s%s%s%s", braces ? "{" : "", key != NULL ? key : "",
                  key != NULL ? ": " : "", piece->number);
    if (piece->rest_length > 0) {
        buffer_text(&out, percent ? "" : " ");
        buffer_put(&out, piece->rest, piece->rest_length);
    }
    buffer_text(&out, braces ? "}" : "");
    const char *text = loader_shown(loader, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

/* The key to write instead of a word. */
static const char *key_instead(const struct operator_word *word, enum hint_place where) {
    if (where == HINT_IN_TARGET || where == HINT_UNDER_KEY) {
        return target_kind_key(word->target);
    }
    if (where == HINT_IN_CLAIM) {
        return hedge_key(word->figure); /* NULL: the number alone says it */
    }
    return word->figure == HEDGE_NONE ? "is" : hedge_key(word->figure);
}

static bool begins(const char *s, size_t n, const char *word) {
    size_t length = strlen(word);
    return n >= length && memcmp(s, word, length) == 0;
}

/* The word that the folded text begins with, a blank or a digit behind it; or NULL. */
static const struct operator_word *word_before(const char *s, size_t n) {
    const struct operator_word *longest = NULL;
    for (size_t i = 0; i < COUNT(before); i++) {
        bool longer = longest == NULL || strlen(before[i].word) > strlen(longest->word);
        if (longer && begins(s, n, before[i].word)) {
            longest = &before[i];
        }
    }
    return longest;
}

static const struct operator_word *word_behind(const char *s, size_t n) {
    for (size_t i = 0; i < COUNT(behind); i++) {
        size_t length = strlen(behind[i].word);
        if (n >= length && memcmp(s + n - length, behind[i].word, length) == 0) {
            return &behind[i];
        }
    }
    return NULL;
}

static void report(struct loader *loader, const struct node *node, struct place place,
                   const char *instead) {
    FIND(loader->findings, MSG_BAD_OPERATOR, place,
         loader_shown(loader, node->text, node->text_length), instead);
}

/* `60 trở lên`, with or without `từ` before it. */
static bool slip_behind(struct loader *loader, const struct node *node, const char *folded,
                        enum hint_place where) {
    size_t n = blanks_trimmed(folded, strlen(folded));
    const struct operator_word *word = word_behind(folded, n);
    if (word == NULL) {
        return false;
    }
    size_t length = strlen(word->word);
    size_t skip = begins(folded, n, "từ ") ? strlen("từ ") : 0;
    struct piece piece;
    if (!piece_of(loader, folded + skip, n - length - skip, &piece)) {
        return false;
    }
    size_t in_text = blanks_trimmed(node->text, node->text_length);
    struct place place =
        in_text >= length ? node_part(node, in_text - length, length) : node->place;
    report(loader, node, place, written(loader, where, key_instead(word, where), &piece));
    return true;
}

/* `tăng 3%` as a target: growth over last year's figure. */
static bool hint_growth(struct loader *loader, const struct node *node, const char *s, size_t n) {
    static const struct {
        const char *word; /* folded; a longer one first */
        bool down;
    } words[] = {
        {"tăng trưởng", false}, {"tăng thêm", false}, {"tăng", false},
        {"giảm", true},         {"up", false},        {"down", true},
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t length = strlen(words[i].word);
        struct piece piece;
        if (!begins(s, n, words[i].word)) {
            continue;
        }
        if (!piece_of(loader, s + length, n - length, &piece) || piece.rest_length != 1 ||
            piece.rest[0] != '%' || piece.number[0] == '-') {
            return false;
        }
        struct buffer out = {0};
        buffer_format(&out, "{grow_by: %s%s%%}", words[i].down ? "-" : "", piece.number);
        report(loader, node, node->place, loader_shown(loader, out.text, arrlenu(out.text)));
        buffer_clear(&out);
        return true;
    }
    return false;
}

bool hint_operator(struct loader *loader, const struct node *node, enum hint_place where) {
    const char *folded = text_fold(&loader->scratch, node->text, node->text_length);
    if (slip_behind(loader, node, folded, where)) {
        return true;
    }
    size_t skip = blanks_at(folded, strlen(folded));
    const char *s = folded + skip;
    size_t n = strlen(s);
    if (where == HINT_IN_TARGET && hint_growth(loader, node, s, n)) {
        return true;
    }
    const struct operator_word *word = word_before(s, n);
    struct piece piece;
    if (word == NULL || !piece_of(loader, s + strlen(word->word), n - strlen(word->word), &piece)) {
        return false;
    }
    report(loader, node, node_part(node, skip, strlen(word->word)),
           written(loader, where, key_instead(word, where), &piece));
    return true;
}

/* Bytes of the dash or word between two numbers at s, blanks left out; 0 when there is none. */
static size_t dash_at(const char *s, size_t n) {
    for (size_t i = 0; i < COUNT(between); i++) {
        if (begins(s, n, between[i])) {
            return strlen(between[i]);
        }
    }
    return 0;
}

static const char *range_written(struct loader *loader, enum hint_place where, const char *low,
                                 const struct piece *high) {
    struct buffer out = {0};
    if (where == HINT_IN_FIGURE) {
        buffer_format(&out, "%s..%s", low, high->number);
    } else {
        buffer_text(&out, where == HINT_IN_TARGET ? "{" : "");
        buffer_format(&out, "from: %s, to: %s", low, high->number);
    }
    if (high->rest_length > 0) {
        buffer_text(&out, high->rest[0] == '%' ? "" : " ");
        buffer_put(&out, high->rest, high->rest_length);
    }
    buffer_text(&out, where == HINT_IN_TARGET ? "}" : "");
    const char *text = loader_shown(loader, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

bool hint_range(struct loader *loader, const struct node *node, enum hint_place where) {
    const char *s = node->text;
    size_t n = node->text_length;
    size_t start = blanks_at(s, n);
    struct piece low;
    struct piece high;
    if (begins(s + start, n - start, "từ ") || begins(s + start, n - start, "Từ ")) {
        start += strlen("từ ");
    }
    if (where == HINT_IN_CLAIM || !piece_of(loader, s + start, n - start, &low)) {
        return false;
    }
    size_t dash = dash_at(low.rest, low.rest_length);
    if (dash == 0 || !piece_of(loader, low.rest + dash, low.rest_length - dash, &high)) {
        return false;
    }
    size_t end = high.rest_length > 0 ? (size_t)(high.rest - s) : n;
    size_t first = blanks_at(s, n);
    end = first + blanks_trimmed(s + first, end - first);
    FIND(loader->findings, MSG_RANGE_DASH, node_part(node, first, end - first),
         loader_shown(loader, s + first, end - first),
         range_written(loader, where, low.number, &high));
    return true;
}
