/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "explain.h"
#include "findings_words.h"
#include "mem.h"
#include "text.h"
#include "wrap.h"

enum {
    WIDTH = 100,     /* of the lines where the terminal does not say */
    NARROWEST = 20,  /* below it nothing is wrapped any further */
    GAP = 3,         /* columns between wrong and right */
    INDENT = 2,      /* before an example */
    MOST_LINES = 64, /* of an example, its marker included */
};

/* The lines of an example. */
struct example_lines {
    const char *text[MOST_LINES]; /* not terminated */
    size_t size[MOST_LINES];      /* bytes of each */
    size_t count;                 /* how many */
    size_t width;                 /* columns of the widest */
};

static void add_line(struct example_lines *lines, const char *text, size_t size) {
    if (lines->count < MOST_LINES) {
        size_t width = text_width(text, size);
        lines->text[lines->count] = text;
        lines->size[lines->count] = size;
        lines->count++;
        lines->width = width > lines->width ? width : lines->width;
    }
}

/* marker, which may be NULL, follows the line numbered `at`. */
static void split(const char *text, const char *marker, size_t at, struct example_lines *lines) {
    for (size_t number = 1; *text != '\0'; number++) {
        size_t size = strcspn(text, "\n");
        add_line(lines, text, size);
        if (marker != NULL && number == at) {
            add_line(lines, marker, strlen(marker));
        }
        text += size + (text[size] == '\n');
    }
}

static size_t width_of(const struct style *style) {
    size_t width = style->width > 0 && style->width < WIDTH ? (size_t)style->width : WIDTH;
    return width > NARROWEST ? width : NARROWEST;
}

static void put_wrapped(struct buffer *out, const char *text, const struct style *style) {
    struct wrapped *lines = NULL;
    wrap_text(text, width_of(style), 0, &lines);
    for (ptrdiff_t i = 0; i < arrlen(lines); i++) {
        buffer_fill(out, ' ', lines[i].indent);
        buffer_put(out, lines[i].text, lines[i].length);
        buffer_text(out, "\n");
    }
    arrfree(lines);
}

static void put_line(struct buffer *out, const struct example_lines *lines, size_t at) {
    if (at < lines->count) {
        buffer_put(out, lines->text[at], lines->size[at]);
    }
}

static void put_stacked(struct buffer *out, const struct example_lines *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        buffer_fill(out, ' ', i == 0 ? 0 : INDENT);
        put_line(out, lines, i);
        buffer_text(out, "\n");
    }
}

static void put_beside(struct buffer *out, const struct example_lines *left,
                       const struct example_lines *right) {
    size_t rows = left->count > right->count ? left->count : right->count;
    for (size_t i = 0; i < rows; i++) {
        buffer_fill(out, ' ', i == 0 ? 0 : INDENT);
        put_line(out, left, i);
        if (i < right->count) {
            size_t width = i < left->count ? text_width(left->text[i], left->size[i]) : 0;
            buffer_fill(out, ' ', left->width - width + (i == 0 ? INDENT : 0));
            buffer_text(out, " │ ");
            put_line(out, right, i);
        }
        buffer_text(out, "\n");
    }
}

/* The caret under the guilty character; an escaped example has other columns than its file. */
static const char *marker_of(const struct message *message, struct buffer *marker) {
    if (message->form != EXAMPLE_PLAIN) {
        return NULL;
    }
    buffer_fill(marker, ' ', message->column - 1);
    buffer_put(marker, "^", sizeof "^");
    return marker->text;
}

static void put_examples(struct buffer *out, const struct message *message,
                         const struct style *style) {
    const char *heading = finding_word(ABOUT_WRONG, style->lang);
    struct buffer marker = {0};
    struct example_lines wrong = {.count = 0};
    struct example_lines right = {.count = 0};
    add_line(&wrong, heading, strlen(heading));
    heading = finding_word(ABOUT_RIGHT, style->lang);
    add_line(&right, heading, strlen(heading));
    split(message->wrong, marker_of(message, &marker), message->line, &wrong);
    split(message->right, NULL, 0, &right);
    buffer_text(out, "\n");
    if (INDENT + wrong.width + GAP + right.width <= width_of(style)) {
        put_beside(out, &wrong, &right);
    } else {
        put_stacked(out, &wrong);
        buffer_text(out, "\n");
        put_stacked(out, &right);
    }
    buffer_clear(&marker);
}

static void put_remarks(struct buffer *out, const struct message *message,
                        const struct style *style) {
    static const char *const framed[LANG_COUNT] = {
        "Các mã trong ví dụ coi như đã khai báo ở tệp khác.",
        "The codes in the examples are declared in another file."};
    static const char *const escaped[LANG_COUNT] = {
        "\\xNN là một byte viết theo hệ 16, \\t là phím Tab: không hiện được trên màn hình.",
        "\\xNN is a byte in hexadecimal, \\t a tab: they cannot be shown."};
    if (message->framed || message->form == EXAMPLE_ESCAPED) {
        buffer_text(out, "\n");
    }
    if (message->framed) {
        put_wrapped(out, framed[style->lang], style);
    }
    if (message->form == EXAMPLE_ESCAPED) {
        put_wrapped(out, escaped[style->lang], style);
    }
}

void explain_text(struct buffer *out, enum message_code code, const struct style *style) {
    const struct message *message = message_of(code);
    enum language lang = style->lang;
    buffer_format(out, "%s%s[%s]: %s%s\n\n", style->color ? "\033[1m" : "",
                  severity_label(message->severity, lang), message->id, message->title[lang],
                  style->color ? "\033[0m" : "");
    put_wrapped(out, message->means[lang], style);
    put_wrapped(out, message->why[lang], style);
    put_examples(out, message, style);
    put_remarks(out, message, style);
}

void explain_list(struct buffer *out, const struct style *style) {
    enum { SEVERITY_WIDTH = 9 };
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        const struct message *message = message_of((enum message_code)i);
        const char *severity = severity_label(message->severity, style->lang);
        buffer_format(out, "%s  %s", message->id, severity);
        buffer_fill(out, ' ', SEVERITY_WIDTH - text_width(severity, strlen(severity)));
        buffer_format(out, "%s\n", message->title[style->lang]);
    }
}
