/* SPDX-License-Identifier: MIT */
#include "why_page.h"

#include <string.h>

#include "text.h"
#include "visible.h"

enum { LABEL_WIDTH = 25 }; /* columns of the left side */

const char *why_say(const struct why *w, enum why_word word) {
    return why_word(word, w->lang);
}

void why_label(const struct why *w, const char *text) {
    size_t width = text_width(text, strlen(text));
    buffer_text(w->out, "  ");
    buffer_text(w->out, text);
    buffer_fill(w->out, ' ', width < LABEL_WIDTH ? LABEL_WIDTH - width : 1);
    buffer_text(w->out, "  ");
}

void why_end(const struct why *w) {
    buffer_text(w->out, "\n");
}

void why_where(const struct why *w, struct place place) {
    if (place.file == NONE) {
        return;
    }
    why_label(w, "");
    buffer_text(w->out, why_say(w, W_WHERE));
    visible_text(w->out, sources_name(w->sources, place.file));
    buffer_format(w->out, ":%u\n", place.line);
}

void why_where_figure(const struct why *w, int32_t figure) {
    if (figure != NONE) {
        why_where(w, figures_get(&w->card->book->figures, figure).place);
    }
}

void why_unit(const struct why *w) {
    if (w->indicator->kind == KIND_DONE) {
        return;
    }
    buffer_text(w->out, " ");
    visible_text(w->out, w->indicator->unit.text);
}
