/* SPDX-License-Identifier: MIT */
#include "parse_error.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"

/* A YAML error being put into words. */
struct voice {
    const struct parse_error *parse_error;
    struct lines *lines;
    struct findings *findings;
    struct pool pool;   /* words on their way into a finding */
    size_t byte;        /* of the problem */
    size_t begin;       /* of its line */
    struct patch patch; /* how to go on; none by default */
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* Bytes of `from:` at the start of a text such as `from:4`, a key whose blank is missing; 0 when
 * the text is something else. */
static size_t missing_blank(const char *s, size_t n) {
    size_t i = 0;
    bool letter = n > 0 && is_word(s[0]) && !(s[0] >= '0' && s[0] <= '9');
    while (letter && i < n && is_word(s[i])) {
        i++;
    }
    bool glued = i > 0 && i + 1 < n && s[i] == ':' && strchr(" \t\r\n/:", s[i + 1]) == NULL;
    return glued ? i + 1 : 0;
}

static const char *word(struct voice *v, size_t from, size_t to) {
    return lines_word(v->lines, &v->pool, from, to);
}

/* Two or three texts joined. */
static const char *join(struct voice *v, const char *a, const char *b, const char *c) {
    char text[1024];
    int n = snprintf(text, sizeof text, "%s%s%s", a, b, c);
    size_t length = n < 0 ? 0 : (size_t)n;
    return pool_text(&v->pool, text, length < sizeof text ? length : sizeof text - 1);
}

static struct finding *say(struct voice *v, enum message_code code, size_t from, size_t to,
                           const char *first, const char *second) {
    size_t point = lines_point(v->lines, from);
    struct place place = lines_place(v->lines, point, lines_point(v->lines, to));
    return FIND(v->findings, code, place, first, second);
}

/* One past the value that begins at a byte: its line's end, a comment, or a bracket that closes
 * one of the same line. */
static size_t value_end(const struct voice *v, size_t from) {
    const char *text = v->lines->text;
    size_t end = lines_end(v->lines, from);
    bool flow = false;
    for (size_t i = v->begin; i < from; i++) {
        flow = flow || text[i] == '{' || text[i] == '[';
    }
    for (size_t i = from; i < end; i++) {
        bool comment = text[i] == '#' && i > from && is_blank(text[i - 1]);
        if (comment || (flow && i > from && strchr(",}]", text[i]) != NULL)) {
            end = i;
        }
    }
    while (end > from + 1 && is_blank(text[end - 1])) {
        end--;
    }
    return end;
}

/* The key before a value: `unit` of `unit: %`; "" when there is none on its line. */
static const char *key_before(struct voice *v, size_t value) {
    const char *text = v->lines->text;
    size_t at = value;
    while (at > v->begin && is_blank(text[at - 1])) {
        at--;
    }
    if (at == v->begin || text[at - 1] != ':') {
        return "";
    }
    size_t end = at - 1;
    size_t from = end;
    while (from > v->begin && is_word(text[from - 1])) {
        from--;
    }
    return word(v, from, end);
}

/* A ready line `key: "value"`. */
static const char *quoted(struct voice *v, size_t from, size_t to) {
    const char *key = key_before(v, from);
    const char *text = lines_quoted(v->lines, &v->pool, from, to);
    return key[0] == '\0' ? text : join(v, key, ": ", text);
}

/* `> 60`, `>= 60`, `| a`: a sign of comparison that YAML takes for a block of text. */
static void say_block_sign(struct voice *v, size_t sign) {
    const char *text = v->lines->text;
    size_t end = value_end(v, sign);
    size_t rest = sign;
    while (rest < end && strchr(">|=", text[rest]) != NULL) {
        rest++;
    }
    const char *number = word(v, rest, end);
    bool counts = text[sign] == '>' && number[0] >= '0' && number[0] <= '9';
    const char *key = rest - sign > 1 ? "{at_least: " : "{more_than: ";
    say(v, MSG_BLOCK_SIGN, sign, end, word(v, sign, end),
        counts ? join(v, key, number, "}") : quoted(v, sign, end));
    v->patch = (struct patch){.from = sign, .n = rest - sign, .with = ' '};
}

static void say_block_header(struct voice *v) {
    say_block_sign(v, lines_byte(v->lines, v->parse_error->context_at));
}

/* A tab in the blanks that begin a line. */
static void say_tab(struct voice *v) {
    const char *text = v->lines->text;
    size_t from = v->byte;
    while (from < v->lines->size && text[from] != '\t' && is_blank(text[from])) {
        from++;
    }
    size_t to = from;
    while (to < v->lines->size && text[to] == '\t') {
        to++;
    }
    if (lines_end(v->lines, to) != to) { /* a line of blanks only does no harm */
        say(v, MSG_TAB, from, to, NULL, NULL);
    }
    v->patch = (struct patch){from, to - from, ' ', lines_end(v->lines, to) != to};
}

/* A value that begins with a sign that YAML keeps for itself. */
static void say_sign(struct voice *v) {
    char sign = v->byte < v->lines->size ? v->lines->text[v->byte] : '\0';
    size_t end = value_end(v, v->byte);
    if (sign == '\t') {
        say_tab(v);
    } else if (sign == '>' || sign == '|') {
        say_block_sign(v, v->byte);
    } else if (sign == '%') {
        say(v, MSG_BARE_PERCENT, v->byte, end, word(v, v->byte, end), quoted(v, v->byte, end));
        v->patch = (struct patch){.from = v->byte, .n = 1, .with = '_'};
    } else if (sign == '@' || sign == '`') {
        say(v, MSG_SIGN_START, v->byte, v->byte + 1, word(v, v->byte, v->byte + 1),
            quoted(v, v->byte, end));
        v->patch = (struct patch){.from = v->byte, .n = 1, .with = '_'};
    } else {
        say(v, MSG_SIGN_START, v->byte, v->byte + 1, word(v, v->byte, v->byte + 1), NULL);
    }
}

/* A line that begins with %, which YAML reads as an order to itself. */
static void say_directive(struct voice *v) {
    size_t from = lines_byte(v->lines, v->parse_error->context_at);
    size_t end = lines_end(v->lines, from);
    say(v, MSG_BARE_PERCENT, from, end, word(v, from, end), quoted(v, from, end));
}

/* `htx_new:30` at a byte? Then that is what is wrong, whatever libyaml stumbled on. */
static bool says_missing_blank(struct voice *v, size_t from) {
    const char *text = v->lines->text;
    size_t end = lines_end(v->lines, from);
    size_t key = missing_blank(text + from, end - from);
    if (key == 0) {
        return false;
    }
    size_t to = from + key;
    while (to < end && !is_blank(text[to]) && text[to] != ',' && text[to] != '}') {
        to++;
    }
    say(v, MSG_MISSING_BLANK, from, to, word(v, from, to),
        join(v, word(v, from, from + key), " ", word(v, from + key, to)));
    return true;
}

/* A line where `key: value` should stand. */
static void say_no_colon_at(struct voice *v, size_t from) {
    size_t end = lines_end(v->lines, from);
    if (!says_missing_blank(v, from)) {
        const char *line = word(v, from, end);
        size_t key = strcspn(line, " ");
        const char *rest = line[key] == '\0' ? " …" : line + key;
        say(v, MSG_NO_COLON, from, end, line, join(v, pool_text(&v->pool, line, key), ":", rest));
    }
}

static void say_no_colon(struct voice *v) {
    say_no_colon_at(v, lines_byte(v->lines, v->parse_error->context_at));
}

/* Offset of the first byte of a line behind its blanks and the `- ` of lists. */
static size_t content_of(const struct voice *v, size_t byte) {
    const char *text = v->lines->text;
    size_t first = lines_begin(v->lines, byte);
    while (is_blank(text[first]) || (text[first] == '-' && is_blank(text[first + 1]))) {
        first++;
    }
    return first;
}

/* A second `: ` in a line, or a line that stands too far to the right. */
static void say_colon(struct voice *v) {
    const char *text = v->lines->text;
    size_t scalar = lines_byte(v->lines, v->parse_error->text_from);
    size_t first = content_of(v, v->byte);
    size_t colons = 0;
    for (size_t i = first; i < v->byte; i++) {
        colons += text[i] == ':' && is_blank(text[i + 1]);
    }
    bool ran_on = !v->parse_error->text_quoted && scalar < v->begin;
    if (colons > 0) {
        size_t end = value_end(v, v->byte);
        say(v, MSG_COLON_IN_TEXT, v->byte, v->byte + 1, word(v, scalar, end),
            quoted(v, scalar, end));
    } else if (ran_on && content_of(v, scalar) == scalar) {
        say_no_colon_at(v, scalar); /* the line above had none and took this one to itself */
    } else if (!ran_on || !says_missing_blank(v, scalar)) {
        say(v, MSG_INDENT, first, v->byte, word(v, first, v->byte), NULL);
    }
}

/* Something where the next key, the next `- ` or the end was due. */
static void say_leftover(struct voice *v) {
    const struct parse_error *c = v->parse_error;
    const char *text = v->lines->text;
    size_t end = value_end(v, v->byte);
    size_t from = lines_byte(v->lines, c->text_from);
    size_t to = lines_byte(v->lines, c->text_to);
    bool first = true;
    for (size_t i = v->begin; i < v->byte; i++) {
        first = first && is_blank(text[i]);
    }
    bool ran_on = c->text_quoted && from < v->begin && to >= v->begin && !first;
    if (ran_on) { /* a quote that was never closed took the lines up to the next quote */
        say(v, MSG_UNCLOSED_QUOTE, from, lines_end(v->lines, from), word(v, from, from + 1), NULL);
    } else if (v->byte < v->lines->size && strchr("]}", text[v->byte]) != NULL) {
        say(v, MSG_SIGN_START, v->byte, v->byte + 1, word(v, v->byte, v->byte + 1), NULL);
    } else if (first && text[v->byte] == ':') {
        say(v, MSG_BAD_KEY, v->byte, v->byte + 1, NULL, NULL);
    } else if (first) {
        say(v, MSG_INDENT, v->byte, end, word(v, v->byte, end), NULL);
    } else {
        say(v, MSG_AFTER_VALUE, v->byte, end, word(v, v->byte, end), NULL);
    }
}

static void say_quote(struct voice *v) {
    size_t from = lines_byte(v->lines, v->parse_error->context_at);
    say(v, MSG_UNCLOSED_QUOTE, from, lines_end(v->lines, from), word(v, from, from + 1), NULL);
}

/* `{ … ` or `[ … ` that is not closed, or two things in it without a comma between. */
static void say_bracket(struct voice *v) {
    size_t open = lines_byte(v->lines, v->parse_error->context_at);
    bool same_line = lines_end(v->lines, open) >= v->byte && v->byte < v->lines->size &&
                     lines_end(v->lines, v->byte) != v->byte;
    const char *sign = word(v, open, open + 1);
    if (same_line) {
        say(v, MSG_MISSING_COMMA, v->byte, v->byte + 1, sign, NULL);
    } else {
        say(v, MSG_UNCLOSED_BRACKET, open, open + 1, sign, sign[0] == '{' ? "}" : "]");
    }
}

/* `{at_least:[1]}`: libyaml stops at the colon. */
static void say_glued_colon(struct voice *v) {
    size_t from = lines_byte(v->lines, v->parse_error->context_at);
    size_t to = v->byte + 2;
    say(v, MSG_MISSING_BLANK, from, to, word(v, from, to),
        join(v, word(v, from, v->byte + 1), " ", word(v, v->byte + 1, to)));
}

/* The last bracket before the end that none after it closes, or the end. Quotes are not looked
 * into: a wrong guess still names a bracket of the file. */
static size_t open_bracket(const struct lines *lines) {
    size_t closed = 0;
    for (size_t at = lines->size; at > 0; at--) {
        char c = lines->text[at - 1];
        if (c == ']' || c == '}') {
            closed++;
        } else if ((c == '[' || c == '{') && closed-- == 0) {
            return at - 1;
        }
    }
    return lines->size;
}

/* A value is missing: a sign stands in its place, or the file ends behind `[a,`. */
static void say_content(struct voice *v) {
    size_t open = v->byte < v->lines->size ? v->lines->size : open_bracket(v->lines);
    if (open == v->lines->size) {
        say_sign(v);
    } else {
        const char *sign = word(v, open, open + 1);
        say(v, MSG_UNCLOSED_BRACKET, open, open + 1, sign, sign[0] == '{' ? "}" : "]");
    }
}

static void say_dash(struct voice *v) {
    size_t end = value_end(v, v->byte);
    say(v, MSG_DASH, v->byte, end, word(v, v->byte, end), NULL);
}

static void say_escape(struct voice *v) {
    say(v, MSG_ESCAPE, v->byte, v->byte + 2, word(v, v->byte, v->byte + 2), NULL);
}

static void say_alias(struct voice *v) {
    size_t from = lines_byte(v->lines, v->parse_error->context_at);
    say(v, MSG_ALIAS, from, value_end(v, from), word(v, from, value_end(v, from)), NULL);
}

static void say_tag(struct voice *v) {
    size_t from = lines_byte(v->lines, v->parse_error->context_at);
    say(v, MSG_TAG, from, value_end(v, from), word(v, from, value_end(v, from)), NULL);
}

static void say_other(struct voice *v) {
    const struct parse_error *c = v->parse_error;
    const char *blank = c->context[0] == '\0' ? "" : " ";
    say(v, MSG_YAML, v->byte, v->byte + 1, join(v, c->context, blank, c->problem), NULL);
}

/* The errors of libyaml; the first row whose two words both occur in the error holds. */
static const struct {
    const char *context; /* a part of libyaml's context */
    const char *problem; /* a part of libyaml's problem */
    void (*say)(struct voice *v);
} complaints[] = {
    {"", "tab character", say_tab},
    {"block scalar", "", say_block_header},
    {"", "cannot start any token", say_sign},
    {"simple key", "expected ':'", say_no_colon},
    {"", "mapping values are not allowed", say_colon},
    {"", "mapping keys are not allowed", say_sign},
    {"", "block sequence entries are not allowed", say_dash},
    {"block mapping", "expected key", say_leftover},
    {"block collection", "expected '-'", say_leftover},
    {"", "expected <document start>", say_leftover},
    {"quoted scalar", "unexpected", say_quote},
    {"quoted scalar", "", say_escape},
    {"flow mapping", "expected ','", say_bracket},
    {"flow sequence", "expected ','", say_bracket},
    {"plain scalar", "unexpected ':'", say_glued_colon},
    {"", "node content", say_content},
    {"alias", "", say_alias},
    {"anchor", "", say_alias},
    {"directive", "", say_directive},
    {"", "tag", say_tag},
    {"tag", "", say_tag},
    {"", "", say_other},
};

struct patch parse_error_report(const struct parse_error *parse_error, struct lines *lines,
                                struct findings *findings) {
    struct voice v = {.parse_error = parse_error, .lines = lines, .findings = findings};
    v.byte = lines_byte(lines, parse_error->at);
    v.begin = lines_begin(lines, v.byte);
    size_t i = 0;
    while (strstr(parse_error->context, complaints[i].context) == NULL ||
           strstr(parse_error->problem, complaints[i].problem) == NULL) {
        i++;
    }
    complaints[i].say(&v);
    pool_clear(&v.pool);
    return v.patch;
}
