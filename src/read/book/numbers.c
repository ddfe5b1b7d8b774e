/* SPDX-License-Identifier: MIT */
#include "numbers.h"

#include <string.h>

#include "buffer.h"
#include "mem.h"

const struct unit percent_unit = {.text = "%", .base = "%", .scale = 1};
const struct unit no_unit = {.text = "", .base = "", .scale = 1};
const struct unit times_unit = {.text = "lần", .base = "lần", .scale = 1};

/* The text being read. */
struct scan {
    struct loader *loader;
    const struct node *node;
    const struct number_rules *rules;
};

/* One number of a text, in its own unit. */
struct scanned_number {
    size_t at;            /* byte offset of the number in the node's text */
    size_t n;             /* bytes of the number */
    size_t unit_at;       /* byte offset of its unit */
    size_t unit_n;        /* bytes of its unit, 0: none written */
    struct decimal value; /* the number */
};

static struct place part(const struct scan *scan, size_t at, size_t n) {
    return node_part(scan->node, at, n);
}

static const char *shown(const struct scan *scan, size_t at, size_t n) {
    return loader_shown(scan->loader, scan->node->text + at, n);
}

/* True, with a finding, when the whole text is a range or has an operator: no other mistake is then
 * reported. */
static bool slipped(const struct scan *scan) {
    return hint_range(scan->loader, scan->node, scan->rules->where) ||
           hint_operator(scan->loader, scan->node, scan->rules->where);
}

static bool fail_whole(const struct scan *scan) {
    const struct node *node = scan->node;
    if (hint_no_figure(scan->loader, node) || slipped(scan)) {
        return false;
    }
    FIND(scan->loader->findings, MSG_NOT_A_NUMBER, node->place, shown(scan, 0, node->text_length));
    return false;
}

/* `1.200` may be meant as 1200: a warning; it is read as 1.2. */
static void warn_three_decimals(const struct scan *scan, const struct scanned_number *side) {
    enum { LONGEST = 32 };
    char digits[LONGEST];
    char plain[RATIO_TEXT];
    size_t n = 0;
    const char *s = scan->node->text + side->at;
    for (size_t i = 0; i < side->n && n + 1 < LONGEST; i++) {
        if (s[i] != '.' && s[i] != '_') {
            digits[n++] = s[i];
        }
    }
    digits[n] = '\0';
    ratio_plain(ratio_decimal(side->value), true, NULL, 0, plain);
    FIND(scan->loader->findings, MSG_THREE_DECIMALS, part(scan, side->at, side->n),
         shown(scan, side->at, side->n), plain, digits);
}

static bool fail_number(const struct scan *scan, const struct scanned_number *side,
                        enum decimal_error error) {
    static const enum message_code codes[DECIMAL_ERROR_COUNT] = {
        [DECIMAL_EMPTY] = MSG_NOT_A_NUMBER,
        [DECIMAL_NOT_A_NUMBER] = MSG_NOT_A_NUMBER,
        [DECIMAL_COMMA] = MSG_COMMA, /* hint_comma() */
        [DECIMAL_GROUPED] = MSG_GROUPED,
        [DECIMAL_SPACED] = MSG_SPACED,
        [DECIMAL_EXPONENT] = MSG_EXPONENT,
        [DECIMAL_HEX] = MSG_EXPONENT,
        [DECIMAL_UNDERSCORE] = MSG_NOT_A_NUMBER,
        [DECIMAL_BARE_MARK] = MSG_NOT_A_NUMBER,
        [DECIMAL_TOO_LONG] = MSG_TOO_LONG,
    };
    if (error == DECIMAL_COMMA) {
        hint_comma(scan->loader, part(scan, side->at, side->n), scan->node->text + side->at,
                   side->n);
        return false;
    }
    bool cleaned = error == DECIMAL_GROUPED || error == DECIMAL_SPACED;
    FIND(scan->loader->findings, codes[error], part(scan, side->at, side->n),
         shown(scan, side->at, side->n),
         cleaned ? hint_number(scan->loader, scan->node->text + side->at, side->n) : NULL);
    return false;
}

/* `1 200` with a blank that is no ASCII blank. */
static bool fail_spaced(const struct scan *scan, const struct scanned_number *side) {
    const char *s = scan->node->text;
    size_t end = side->unit_at + decimal_span(s + side->unit_at, side->unit_n);
    char plain[64];
    size_t n = 0;
    for (size_t i = side->at; i < end && n + 1 < sizeof plain;) {
        size_t blanks = blanks_at(s + i, end - i);
        plain[n++] = blanks > 0 ? ' ' : s[i];
        i += blanks > 0 ? blanks : 1;
    }
    FIND(scan->loader->findings, MSG_SPACED, part(scan, side->at, end - side->at),
         shown(scan, side->at, end - side->at), hint_number(scan->loader, plain, n));
    return false;
}

/* A unit begins with a letter, a % or the / of its time. */
static bool unit_begins(char c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ((unsigned char)c & 0x80);
    return letter || c == '%' || c == '/';
}

/* Reads the bytes at .. end of the text: a number and perhaps a unit. */
static bool read_side(const struct scan *scan, size_t at, size_t end, struct scanned_number *out) {
    const char *s = scan->node->text;
    at += blanks_at(s + at, end - at);
    end = at + blanks_trimmed(s + at, end - at);
    struct scanned_number side = {.at = at, .n = decimal_span(s + at, end - at)};
    if (side.n == 0) {
        return fail_whole(scan);
    }
    side.unit_at = at + side.n + blanks_at(s + at + side.n, end - at - side.n);
    side.unit_n = end - side.unit_at;
    enum decimal_error error = decimal_parse(s + at, side.n, &side.value);
    if (error != DECIMAL_OK) {
        return side.unit_n > 0 && slipped(scan) ? false : fail_number(scan, &side, error);
    }
    if (side.unit_n > 0 && s[side.unit_at] >= '0' && s[side.unit_at] <= '9') {
        return fail_spaced(scan, &side);
    }
    if (side.unit_n > 0 && !unit_begins(s[side.unit_at])) {
        return fail_whole(scan);
    }
    if (side.value.scale == 3 && !scan->rules->printed) {
        warn_three_decimals(scan, &side);
    }
    *out = side;
    return true;
}

/* A field whose unit is the format's, not an indicator's: nothing converts to it. */
static bool has_own_unit(const struct unit *unit) {
    return unit == &percent_unit || unit == &no_unit || unit == &times_unit;
}

static bool fail_unit(const struct scan *scan, const struct scanned_number *side,
                      const struct scanned_number *unit) {
    FIND(scan->loader->findings, MSG_UNIT_HERE, part(scan, unit->unit_at, unit->unit_n),
         shown(scan, unit->unit_at, unit->unit_n), shown(scan, side->at, side->n));
    return false;
}

/* The value of a side in the rules' unit; `unit` is the side whose unit holds. */
static bool convert(const struct scan *scan, const struct scanned_number *side,
                    const struct scanned_number *unit, struct ratio *value, bool *percent) {
    *value = ratio_decimal(side->value);
    *percent = false;
    if (unit->unit_n == 0) {
        return true;
    }
    struct unit from =
        unit_parse(&scan->loader->scratch, scan->node->text + unit->unit_at, unit->unit_n);
    if (scan->rules->relative && unit_is_percent(&from)) {
        *percent = true;
        return true;
    }
    struct ratio factor;
    const struct unit *wanted_unit = scan->rules->unit;
    if (has_own_unit(wanted_unit)) {
        bool same = strcmp(from.base, wanted_unit->base) == 0;
        return (same && from.scale == 1 && from.months == 0) ||
               (!slipped(scan) && fail_unit(scan, side, unit));
    }
    if (!unit_factor(&from, wanted_unit, &factor)) {
        if (slipped(scan)) {
            return false;
        }
        const char *wanted = wanted_unit->text;
        FIND(scan->loader->findings, MSG_UNIT_UNKNOWN, part(scan, unit->unit_at, unit->unit_n),
             shown(scan, unit->unit_at, unit->unit_n), wanted[0] != '\0' ? wanted : NULL);
        return false;
    }
    *value = ratio_mul(*value, factor);
    return true;
}

static bool read_plain(const struct scan *scan, struct number *out) {
    struct scanned_number side = {0};
    struct number number;
    if (!read_side(scan, 0, scan->node->text_length, &side) ||
        !convert(scan, &side, &side, &number.low, &number.percent)) {
        return false;
    }
    number.high = number.low;
    number.written = side.value;
    *out = number;
    return true;
}

/* `3.8..5.5 triệu`: the unit of the first number is that of the second when it has none. */
static bool read_interval(const struct scan *scan, size_t dots, struct number *out) {
    struct scanned_number low = {0};
    struct scanned_number high = {0};
    struct number number;
    bool percent;
    if (!read_side(scan, 0, dots, &low) ||
        !read_side(scan, dots + 2, scan->node->text_length, &high) ||
        !convert(scan, &high, &high, &number.high, &number.percent) ||
        !convert(scan, &low, low.unit_n > 0 ? &low : &high, &number.low, &percent)) {
        return false;
    }
    if (ratio_cmp(number.low, number.high) > 0) {
        FIND(scan->loader->findings, MSG_RANGE_ORDER, scan->node->place, shown(scan, low.at, low.n),
             shown(scan, high.at, high.n));
        return false;
    }
    number.written = low.value;
    *out = number;
    return true;
}

/* Offset of `..` between two numbers, or n. */
static size_t dots_in(const char *s, size_t n) {
    for (size_t i = 1; i + 2 < n; i++) {
        if (s[i] == '.' && s[i + 1] == '.') {
            return i;
        }
    }
    return n;
}

/* `30..40` where an interval has no meaning: it is written as two bounds. */
static bool fail_interval(const struct scan *scan, size_t dots) {
    const struct node *node = scan->node;
    const char *s = node->text;
    size_t next = dots + 2 + blanks_at(s + dots + 2, node->text_length - dots - 2);
    bool braces = scan->rules->where == HINT_IN_TARGET;
    struct buffer meant = {0};
    buffer_text(&meant, braces ? "{from: " : "from: ");
    buffer_put(&meant, s, blanks_trimmed(s, dots));
    buffer_text(&meant, ", to: ");
    buffer_put(&meant, s + next, node->text_length - next);
    buffer_text(&meant, braces ? "}" : "");
    FIND(scan->loader->findings, MSG_RANGE_DASH, node->place, shown(scan, 0, node->text_length),
         loader_shown(scan->loader, meant.text, arrlenu(meant.text)));
    buffer_clear(&meant);
    return false;
}

bool number_read(struct loader *loader, const struct node *node, const struct number_rules *rules,
                 struct number *out) {
    if (!node_is_scalar(node) || node->text_length == 0) {
        return false;
    }
    struct scan scan = {loader, node, rules};
    struct decimal plain;
    if (decimal_parse(node->text, node->text_length, &plain) == DECIMAL_OK && plain.scale != 3) {
        struct ratio value = ratio_decimal(plain);
        *out = (struct number){.low = value, .high = value, .written = plain};
        return true;
    }
    size_t dots = dots_in(node->text, node->text_length);
    if (dots == node->text_length) {
        return read_plain(&scan, out);
    }
    return rules->interval ? read_interval(&scan, dots, out) : fail_interval(&scan, dots);
}

bool number_percent(struct loader *loader, const struct node *node, bool negative,
                    struct ratio *out) {
    struct number_rules rules = {.where = HINT_UNDER_KEY, .unit = &percent_unit};
    struct number number;
    if (!number_read(loader, node, &rules, &number)) {
        return false;
    }
    if (!negative && number.written.units < 0) {
        FIND(loader->findings, MSG_TOO_SMALL, node->place,
             loader_shown(loader, node->text, node->text_length), node_key(node));
        return false;
    }
    *out = number.low;
    return true;
}
