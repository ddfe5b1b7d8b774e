/* SPDX-License-Identifier: MIT */
#include "roff.h"

#include <string.h>

/* How a character is written that roff would take for something else: the hyphen for one that may
 * be broken at, quotes and the like for the curved ones of print. */
static const char *escape(char c) {
    switch (c) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return NULL;
    }
}

void roff_text(struct buffer *out, const char *text) {
    bool first = true;
    for (const char *c = text; *c != '\0'; c++) {
        const char *escaped = escape(*c);
        buffer_text(out, first && *c == '.' ? "\\&" : "");
        if (escaped != NULL) {
            buffer_text(out, escaped);
        } else {
            buffer_put(out, c, 1);
        }
        first = *c == '\n';
    }
}

static void titled(struct buffer *out, const char *request, const char *title) {
    buffer_text(out, request);
    roff_text(out, title);
    buffer_text(out, "\n");
}

void roff_section(struct buffer *out, const char *title) {
    titled(out, ".SH ", title);
}

void roff_subsection(struct buffer *out, const char *title) {
    titled(out, ".SS ", title);
}

void roff_paragraph(struct buffer *out, const char *text) {
    titled(out, ".PP\n", text);
}

void roff_entry(struct buffer *out, const char *tag, const char *words, const char *meaning) {
    buffer_text(out, ".TP\n\\fB");
    roff_text(out, tag);
    buffer_text(out, "\\fR");
    if (words != NULL && words[0] != '\0') {
        buffer_text(out, " \\fI");
        roff_text(out, words);
        buffer_text(out, "\\fR");
    }
    buffer_text(out, "\n");
    roff_text(out, meaning);
    buffer_text(out, "\n");
}

void roff_example(struct buffer *out, const char *lines) {
    size_t n = strlen(lines);
    buffer_text(out, ".RS 4\n.nf\n");
    roff_text(out, lines);
    buffer_text(out, n > 0 && lines[n - 1] == '\n' ? ".fi\n.RE\n" : "\n.fi\n.RE\n");
}
