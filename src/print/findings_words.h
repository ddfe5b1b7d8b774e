/*
 * The words of one finding, for every renderer of findings.
 */
#ifndef TIENDO_FINDINGS_WORDS_H
#define TIENDO_FINDINGS_WORDS_H

#include <stdbool.h>

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

/* What is said at the related place: "đã có ở đây". */
const char *related_label(enum language lang);

/* The elements of a JSON array of findings, brackets included (findings_json.c). NULL is empty. */
void findings_json_put(struct json *json, const struct findings *findings,
                       const struct sources *sources, enum language lang);

#endif
