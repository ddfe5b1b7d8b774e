/* SPDX-License-Identifier: MIT */
#include "correction.h"
#include "findings_words.h"
#include "mem.h"
#include "proof_text.h"
#include "renderers.h"

static void put_place(struct json *json, struct place place, const struct sources *sources) {
    json_key_text(json, "file", place.file < 0 ? NULL : sources_name(sources, place.file));
    json_key(json, "line");
    place.line == 0 ? json_text(json, NULL) : json_int(json, place.line);
    json_key(json, "column");
    place.column == 0 ? json_text(json, NULL) : json_int(json, place.column);
}

static void put_related(struct json *json, const struct finding *finding,
                        const struct sources *sources, enum language lang) {
    json_key(json, "related");
    json_open(json, '[');
    if (finding->related.file >= 0) {
        json_open(json, '{');
        put_place(json, finding->related, sources);
        json_key_text(json, "message", finding_word(ABOUT_RELATED, lang));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_words(struct json *json, const struct finding *finding, enum language lang) {
    struct buffer message = {0};
    struct buffer hint = {0};
    finding_message_put(&message, finding, lang);
    buffer_put(&message, "", 1);
    json_key_text(json, "message", message.text);
    bool has_hint = finding_hint_put(&hint, finding, lang);
    buffer_put(&hint, "", 1);
    json_key_text(json, "hint", has_hint ? hint.text : NULL);
    buffer_clear(&message);
    buffer_clear(&hint);
}

/* What `fix` would do. */
static void put_fixes(struct json *json, const struct finding *finding,
                      const struct sources *sources) {
    struct pool pool = {0};
    struct correction correction;
    json_key(json, "fixes");
    json_open(json, '[');
    if (correction_of(finding, sources, &pool, &correction)) {
        json_open(json, '{');
        put_place(json, correction.place, sources);
        json_key_int(json, "end_column", correction.place.end_column);
        json_key_text(json, "old", correction.stands);
        json_key_text(json, "new", correction.instead);
        json_close(json, '}');
    }
    json_close(json, ']');
    pool_clear(&pool);
}

static void put_finding(struct json *json, const struct finding *finding,
                        const struct sources *sources, enum language lang) {
    const struct message *message = message_of(finding->code);
    struct place place = finding->place;
    json_open(json, '{');
    json_key_text(json, "code", message->id);
    json_key_text(json, "severity", severity_label(message->severity, LANG_EN));
    put_place(json, place, sources);
    json_key(json, "end_column");
    if (place.column == 0) {
        json_text(json, NULL);
    } else {
        json_int(json, place.end_column > place.column ? place.end_column : place.column + 1);
    }
    put_words(json, finding, lang);
    put_related(json, finding, sources, lang);
    put_fixes(json, finding, sources);
    json_close(json, '}');
}

void findings_json_put(struct json *json, const struct findings *findings,
                       const struct sources *sources, enum language lang) {
    json_open(json, '[');
    for (ptrdiff_t i = 0; findings != NULL && i < arrlen(findings->items); i++) {
        json_line(json);
        put_finding(json, &findings->items[i], sources, lang);
    }
    json_close(json, ']');
}

/* A number of a report: where, what it was found to be, whose figure it is. */
static void put_proof(struct json *json, const struct proven *report, const struct proof *proof,
                      const struct scorecard *card) {
    char date[DATE_TEXT];
    bool known = proof->indicator != NONE && proof->verdict != VERDICT_UNCHECKED;
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "file", report->path);
    json_key_int(json, report->paragraphs ? "paragraph" : "line", proof->paragraph);
    json_key_text(json, "text", proof->text);
    json_key_text(json, "verdict", proof_key(proof->verdict));
    json_key_text(json, "org", known ? card->book->orgs[proof->org].id : NULL);
    json_key_text(json, "indicator", known ? card->book->indicators[proof->indicator].id : NULL);
    json_key_text(json, "date",
                  known && date_known(proof->date) ? date_print(proof->date, date) : NULL);
    json_key_text(json, "book", proof->book);
    json_close(json, '}');
}

void render_findings_json(struct buffer *out, const struct findings *findings,
                          const struct sources *sources, const struct checked_prose *prose,
                          const struct style *style) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    json_key(&json, "findings");
    findings_json_put(&json, findings, sources, style->lang);
    if (prose != NULL) {
        json_key(&json, "prose");
        json_open(&json, '[');
        for (size_t i = 0; i < arrlenu(prose->reports); i++) {
            const struct proven *report = &prose->reports[i];
            for (size_t k = 0; k < arrlenu(report->proofs.items); k++) {
                put_proof(&json, report, &report->proofs.items[k], prose->card);
            }
        }
        json_close(&json, ']');
    }
    json_close(&json, '}');
    buffer_text(out, "\n");
}
