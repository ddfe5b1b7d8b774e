/* SPDX-License-Identifier: MIT */
/*
 * The words of one finding, for every renderer of findings.
 */
#ifndef TIENDO_FINDINGS_WORDS_H
#define TIENDO_FINDINGS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "finding.h"
#include "json_writer.h"

/* Appends the message with its words filled in. */
void finding_message_put(struct buffer *out, const struct finding *finding, enum language lang);

/* The same with the hint; false, and nothing appended, when there is none or it names a word that
 * the finding does not have. */
bool finding_hint_put(struct buffer *out, const struct finding *finding, enum language lang);

/* "lỗi" / "error"; in JSON "error" and "warning" in either language. */
const char *severity_label(enum severity severity, enum language lang);

/* The same behind a count: "2 lỗi" / "2 errors". */
const char *severity_counted(enum severity severity, size_t count, enum language lang);

/* Small words around findings and their explanations. */
enum finding_word {
    ABOUT_HINT,    /* before a hint */
    ABOUT_RELATED, /* before the related place */
    ABOUT_CLEAN,   /* nothing was found */
    ABOUT_REST,    /* {0} how many more, not printed */
    ABOUT_WRONG,   /* above the wrong example */
    ABOUT_RIGHT,   /* above the right one */
    ABOUT_COUNT
};

/* The word unfilled. Lives for ever. */
const char *finding_word(enum finding_word word, enum language lang);

/* The elements of a JSON array of findings, brackets included (findings_json.c). NULL is empty. */
void findings_json_put(struct json *json, const struct findings *findings,
                       const struct sources *sources, enum language lang);

#endif
