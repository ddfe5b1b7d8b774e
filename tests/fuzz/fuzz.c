/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "mem.h"
#include "reader.h"
#include "survey.h"
#include "text.h"

void promise_broken(const char *promise, const char *file, int line) {
    fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
    abort();
}

unsigned choose(struct choices_left *left, unsigned n) {
    if (left->size == 0) {
        return 0;
    }
    left->size--;
    return *left->data++ % n;
}

/* ---- a book ---- */

/* Where the next file begins, or the end. */
static const uint8_t *file_end(const uint8_t *at, const uint8_t *end) {
    static const char mark[] = "\n%%\n";
    for (; end - at >= (ptrdiff_t)sizeof mark - 1; at++) {
        if (memcmp(at, mark, sizeof mark - 1) == 0) {
            return at + 1;
        }
    }
    return end;
}

void material_load(struct material *material, const uint8_t *data, size_t size) {
    *material = (struct material){0};
    book_init(&material->book);
    const uint8_t *at = size > 0 ? data : (const uint8_t *)"";
    const uint8_t *end = at + size;
    do {
        const uint8_t *stop = file_end(at, end);
        size_t n = (size_t)(stop - at);
        char *text = mem_alloc(n + 1);
        if (n > 0) {
            memcpy(text, at, n);
        }
        char name[32];
        snprintf(name, sizeof name, "%d.yaml", (int)arrlen(material->sources.items));
        int32_t file = sources_add(&material->sources, name, text, n);
        material->sources.items[file].once = true; /* no file has it */
        at = stop < end ? stop + 3 : end;
    } while (at < end);
}

bool material_read(struct material *material) {
    read_book(&material->sources, 1, NULL, &material->book, &material->findings);
    audit_book(&material->book, 1, &material->findings);
    findings_sort(&material->findings);
    return findings_count(&material->findings, SEVERITY_ERROR) == 0;
}

bool material_compare(struct material *material, const struct selection *question,
                      struct scorecard *card) {
    struct survey survey;
    struct demand all = {.rows = true, .checks = true};
    survey_begin(&survey, &material->book, question, 1);
    survey_judge(&survey, &all, card, &material->findings);
    survey_clear(&survey);
    findings_sort(&material->findings);
    return findings_count(&material->findings, SEVERITY_ERROR) == 0;
}

void material_clear(struct material *material) {
    findings_clear(&material->findings);
    book_clear(&material->book);
    sources_clear(&material->sources);
}

/* ---- bytes ---- */

bool same_bytes(const struct buffer *a, const struct buffer *b) {
    size_t n = arrlenu(a->text);
    return n == arrlenu(b->text) && (n == 0 || memcmp(a->text, b->text, n) == 0);
}

bool is_plain(const struct buffer *text) {
    size_t n = arrlenu(text->text);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text->text[i];
        if ((c < ' ' && c != '\n') || c == 0x7F) {
            return false;
        }
    }
    return n == 0 || text_valid_prefix(text->text, n) == n;
}

bool is_csv(const struct buffer *text) {
    size_t fields = 1;
    size_t wanted = 0;
    bool quoted = false;
    for (size_t i = 0; i < arrlenu(text->text); i++) {
        char c = text->text[i];
        quoted = c == '"' ? !quoted : quoted;
        if (!quoted && c == ',') {
            fields++;
        } else if (!quoted && c == '\n') {
            if (wanted != 0 && fields != wanted) {
                return false;
            }
            wanted = fields;
            fields = 1;
        }
    }
    return !quoted && fields == 1;
}

/* ---- JSON ---- */

/* A text being read. */
struct json_text {
    const char *at;
    const char *end;
};

static char peek(const struct json_text *json) {
    return json->at < json->end ? *json->at : '\0';
}

static void skip_blanks(struct json_text *json) {
    while (json->at < json->end && strchr(" \t\r\n", *json->at) != NULL) {
        json->at++;
    }
}

static bool take(struct json_text *json, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(json->end - json->at) < n || memcmp(json->at, word, n) != 0) {
        return false;
    }
    json->at += n;
    return true;
}

static bool take_string(struct json_text *json) {
    if (!take(json, "\"")) {
        return false;
    }
    while (json->at < json->end && *json->at != '"') {
        if ((unsigned char)*json->at < ' ') {
            return false;
        }
        if (*json->at == '\\') {
            json->at++;
            if (peek(json) == '\0' || strchr("\"\\/bfnrtu", *json->at) == NULL) {
                return false;
            }
        }
        json->at++;
    }
    return take(json, "\"");
}

static size_t take_digits(struct json_text *json) {
    const char *begin = json->at;
    while (peek(json) >= '0' && peek(json) <= '9') {
        json->at++;
    }
    return (size_t)(json->at - begin);
}

static bool take_number(struct json_text *json) {
    take(json, "-");
    bool zero = peek(json) == '0';
    size_t whole = take_digits(json);
    if (whole == 0 || (zero && whole > 1)) {
        return false;
    }
    return !take(json, ".") || take_digits(json) > 0;
}

static bool take_value(struct json_text *json, int depth);

/* What stands between the brackets: values, or keys with values. */
static bool take_members(struct json_text *json, bool keys, // NOLINT(misc-no-recursion)
                         const char *close, int depth) {
    skip_blanks(json);
    if (take(json, close)) {
        return true;
    }
    for (;;) {
        skip_blanks(json);
        if (keys) {
            if (!take_string(json)) {
                return false;
            }
            skip_blanks(json);
            if (!take(json, ":")) {
                return false;
            }
        }
        if (!take_value(json, depth)) {
            return false;
        }
        skip_blanks(json);
        if (!take(json, ",")) {
            return take(json, close);
        }
    }
}

static bool take_value(struct json_text *json, int depth) { // NOLINT(misc-no-recursion)
    skip_blanks(json);
    if (depth > 20) {
        return false;
    }
    if (take(json, "{")) {
        return take_members(json, true, "}", depth + 1);
    }
    if (take(json, "[")) {
        return take_members(json, false, "]", depth + 1);
    }
    return take(json, "true") || take(json, "false") || take(json, "null") ||
           (peek(json) == '"' ? take_string(json) : take_number(json));
}

bool is_json(const struct buffer *text) {
    size_t n = arrlenu(text->text);
    struct json_text json = {text->text, text->text + n};
    if (n == 0 || text_valid_prefix(text->text, n) != n || !take_value(&json, 0)) {
        return false;
    }
    skip_blanks(&json);
    return json.at == json.end;
}
