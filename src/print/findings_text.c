/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "excerpt.h"
#include "findings_words.h"
#include "mem.h"
#include "renderers.h"
#include "visible.h"

enum { SHOWN_MOST = 100 };

/* How the parts of a finding are painted; all empty without colour. */
struct paint {
    const char *bold;
    const char *severity[SEVERITY_COUNT];
    const char *hint;
    const char *plain; /* ends each of them */
};

static const struct paint no_paint = {"", {"", ""}, "", ""};
static const struct paint full_paint = {
    "\033[1m",
    {[SEVERITY_ERROR] = "\033[1;31m", [SEVERITY_WARNING] = "\033[1;33m"},
    "\033[36m",
    "\033[0m",
};

static void put_place(struct buffer *out, struct place place, const struct sources *sources) {
    visible_text(out, sources_name(sources, place.file));
    if (place.line > 0) {
        buffer_format(out, ":%u", (unsigned)place.line);
    }
    if (place.line > 0 && place.column > 0) {
        buffer_format(out, ":%u", (unsigned)place.column);
    }
}

/* The message may quote a file: it is made safe for a terminal. */
static void put_message(struct buffer *out, const struct finding *finding, enum language lang) {
    struct buffer message = {0};
    finding_message_put(&message, finding, lang);
    visible_put(out, message.text, arrlenu(message.text));
    buffer_clear(&message);
}

static void put_headline(struct buffer *out, const struct finding *finding,
                         const struct sources *sources, enum language lang,
                         const struct paint *paint) {
    const struct message *message = message_of(finding->code);
    if (finding->place.file >= 0) {
        buffer_text(out, paint->bold);
        put_place(out, finding->place, sources);
        buffer_format(out, ":%s ", paint->plain);
    }
    buffer_format(out, "%s%s[%s]:%s ", paint->severity[message->severity],
                  severity_label(message->severity, lang), message->id, paint->plain);
    put_message(out, finding, lang);
    buffer_text(out, "\n");
}

static void put_hint(struct buffer *out, const struct finding *finding, enum language lang,
                     const struct paint *paint) {
    struct buffer hint = {0};
    if (finding_hint_put(&hint, finding, lang)) {
        buffer_format(out, "     = %s%s:%s ", paint->hint, finding_word(ABOUT_HINT, lang),
                      paint->plain);
        visible_put(out, hint.text, arrlenu(hint.text));
        buffer_text(out, "\n");
    }
    buffer_clear(&hint);
}

static void put_related(struct buffer *out, const struct finding *finding,
                        const struct sources *sources, enum language lang,
                        const struct paint *paint) {
    if (finding->related.file >= 0) {
        buffer_format(out, "     = %s: ", finding_word(ABOUT_RELATED, lang));
        put_place(out, finding->related, sources);
        buffer_text(out, "\n");
        excerpt_put(out, sources, finding->related, paint->hint, paint->plain);
    }
}

static void put_count(struct buffer *out, size_t count, enum severity severity,
                      enum language lang) {
    buffer_format(out, "%zu %s", count, severity_counted(severity, count, lang));
}

/* "3 lỗi, 1 cảnh báo" */
static void put_counts(struct buffer *out, const struct findings *findings, enum language lang) {
    size_t errors = findings_count(findings, SEVERITY_ERROR);
    size_t warnings = findings_count(findings, SEVERITY_WARNING);
    if (errors + warnings == 0) {
        buffer_text(out, finding_word(ABOUT_CLEAN, lang));
    }
    if (errors > 0) {
        put_count(out, errors, SEVERITY_ERROR, lang);
    }
    buffer_text(out, errors > 0 && warnings > 0 ? ", " : "");
    if (warnings > 0) {
        put_count(out, warnings, SEVERITY_WARNING, lang);
    }
    buffer_text(out, "\n");
}

static void put_rest(struct buffer *out, ptrdiff_t rest, enum language lang) {
    if (rest > 0) {
        char count[24];
        snprintf(count, sizeof count, "%td", rest);
        message_fill(out, finding_word(ABOUT_REST, lang), (const char *const[FINDING_WORDS]){count},
                     lang);
    }
}

void render_findings_text(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct style *style) {
    const struct paint *paint = style->color ? &full_paint : &no_paint;
    /* Warnings get the room that errors leave. */
    size_t room[SEVERITY_COUNT] = {[SEVERITY_ERROR] = SHOWN_MOST};
    size_t errors = findings_count(findings, SEVERITY_ERROR);
    room[SEVERITY_WARNING] = errors < SHOWN_MOST ? SHOWN_MOST - errors : 0;
    ptrdiff_t shown = 0;
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        const struct finding *finding = &findings->items[i];
        enum severity severity = message_of(finding->code)->severity;
        if (room[severity] == 0) {
            continue;
        }
        room[severity]--;
        shown++;
        put_headline(out, finding, sources, style->lang, paint);
        excerpt_put(out, sources, finding->place, paint->severity[severity], paint->plain);
        put_hint(out, finding, style->lang, paint);
        put_related(out, finding, sources, style->lang, paint);
        buffer_text(out, "\n");
    }
    put_rest(out, arrlen(findings->items) - shown, style->lang);
    put_counts(out, findings, style->lang);
}

void render_findings_short(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct style *style) {
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        put_headline(out, &findings->items[i], sources, style->lang, &no_paint);
    }
}
