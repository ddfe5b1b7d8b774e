/* SPDX-License-Identifier: MIT */
/* Findings as SARIF 2.1.0, which editors and code hosts show at their lines. */
#include <string.h>

#include "correction.h"
#include "findings_words.h"
#include "mem.h"
#include "path.h"
#include "proof_text.h"
#include "renderers.h"
#include "system.h"

/* Set by meson.build; a build by hand has no version. */
#ifndef TIENDO_VERSION
#define TIENDO_VERSION "0.0.0"
#endif

#define UNRESERVED "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

/* {"text": "..."}; the buffer is taken and cleared. */
static void put_message(struct json *json, const char *key, struct buffer *text) {
    buffer_put(text, "", 1);
    json_key(json, key);
    json_open(json, '{');
    json_key_text(json, "text", text->text);
    json_close(json, '}');
    buffer_clear(text);
}

static void put_text(struct json *json, const char *key, const char *text) {
    struct buffer copy = {0};
    buffer_text(&copy, text);
    put_message(json, key, &copy);
}

/* ---- the rules ---- */

static void put_help(struct json *json, const struct message *message, enum language lang) {
    struct buffer help = {0};
    buffer_format(&help, "%s %s\n\n%s\n%s\n%s\n%s", message->means[lang], message->why[lang],
                  finding_word(ABOUT_WRONG, lang), message->wrong, finding_word(ABOUT_RIGHT, lang),
                  message->right);
    put_message(json, "help", &help);
}

static void put_rule(struct json *json, enum message_code code, enum language lang) {
    const struct message *message = message_of(code);
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "id", message->id);
    put_text(json, "shortDescription", message->title[lang]);
    put_text(json, "fullDescription", message->means[lang]);
    put_help(json, message, lang);
    json_key(json, "defaultConfiguration");
    json_open(json, '{');
    json_key_text(json, "level", severity_label(message->severity, LANG_EN));
    json_close(json, '}');
    json_close(json, '}');
}

static void put_tool(struct json *json, enum language lang) {
    static const char *const codes[LANG_COUNT] = {"vi", "en"};
    json_key(json, "tool");
    json_open(json, '{');
    json_key(json, "driver");
    json_open(json, '{');
    json_key_text(json, "name", "tiendo");
    json_key_text(json, "version", TIENDO_VERSION);
    json_key_text(json, "language", codes[lang]);
    json_key(json, "rules");
    json_open(json, '[');
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        put_rule(json, (enum message_code)i, lang);
    }
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

/* ---- the results ---- */

/* A path as a URI reference: an absolute one with its scheme, any other relative. */
static void put_uri(struct json *json, const char *path) {
    struct buffer uri = {0};
    buffer_text(&uri, path_absolute(path) ? "file://" : "");
    buffer_text(&uri, system_drive(path) > 0 ? "/" : "");
    for (; *path != '\0'; path++) {
        if (path_is_separator(*path)) {
            buffer_text(&uri, "/");
        } else if (strchr(UNRESERVED, *path) != NULL) {
            buffer_put(&uri, path, 1);
        } else {
            buffer_format(&uri, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
    buffer_put(&uri, "", 1);
    json_key_text(json, "uri", uri.text);
    buffer_clear(&uri);
}

static void put_region(struct json *json, const char *key, struct place place) {
    json_key(json, key);
    json_open(json, '{');
    json_key_int(json, "startLine", place.line);
    if (place.column > 0) {
        json_key_int(json, "startColumn", place.column);
        json_key_int(json, "endColumn",
                     place.end_column > place.column ? place.end_column : place.column + 1);
    }
    json_close(json, '}');
}

/* The elements of `locations` or `relatedLocations`: one place, or none. */
static void put_locations(struct json *json, const char *key, struct place place,
                          const struct sources *sources, const char *message) {
    json_key(json, key);
    json_open(json, '[');
    if (place.file >= 0) {
        json_open(json, '{');
        json_key(json, "physicalLocation");
        json_open(json, '{');
        json_key(json, "artifactLocation");
        json_open(json, '{');
        put_uri(json, sources_name(sources, place.file));
        json_close(json, '}');
        if (place.line > 0) {
            put_region(json, "region", place);
        }
        json_close(json, '}');
        if (message != NULL) {
            put_text(json, "message", message);
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* What `fix` would do: editors offer it at the finding. */
static void put_fixes(struct json *json, const struct finding *finding,
                      const struct sources *sources, enum language lang) {
    struct pool pool = {0};
    struct correction correction;
    if (correction_of(finding, sources, &pool, &correction)) {
        json_key(json, "fixes");
        json_open(json, '[');
        json_open(json, '{');
        struct buffer words = {0};
        buffer_format(&words, "%s %s", finding_word(ABOUT_RIGHT, lang), correction.instead);
        put_message(json, "description", &words);
        json_key(json, "artifactChanges");
        json_open(json, '[');
        json_open(json, '{');
        json_key(json, "artifactLocation");
        json_open(json, '{');
        put_uri(json, sources_name(sources, correction.place.file));
        json_close(json, '}');
        json_key(json, "replacements");
        json_open(json, '[');
        json_open(json, '{');
        put_region(json, "deletedRegion", correction.place);
        put_text(json, "insertedContent", correction.instead);
        json_close(json, '}');
        json_close(json, ']');
        json_close(json, '}');
        json_close(json, ']');
        json_close(json, '}');
        json_close(json, ']');
    }
    pool_clear(&pool);
}

static void put_result(struct json *json, const struct finding *finding,
                       const struct sources *sources, enum language lang) {
    const struct message *message = message_of(finding->code);
    struct buffer text = {0};
    finding_message_put(&text, finding, lang);
    buffer_text(&text, " ");
    finding_hint_put(&text, finding, lang);
    if (arrlast(text.text) == ' ') {
        arrsetlen(text.text, arrlenu(text.text) - 1);
    }
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "ruleId", message->id);
    json_key_int(json, "ruleIndex", (int)finding->code);
    json_key_text(json, "level", severity_label(message->severity, LANG_EN));
    put_message(json, "message", &text);
    put_locations(json, "locations", finding->place, sources, NULL);
    put_locations(json, "relatedLocations", finding->related, sources,
                  finding_word(ABOUT_RELATED, lang));
    put_fixes(json, finding, sources, lang);
    json_close(json, '}');
}

/* A number of a report that is not the book's, or is only when it is cut. */
static void put_proof(struct json *json, const struct proven *report, const struct proof *proof,
                      const struct scorecard *card, enum language lang) {
    struct buffer text = {0};
    proof_put(&text, proof, report->path, !report->paragraphs, card, lang);
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "ruleId", "prose");
    json_key_text(json, "level", proof->verdict == VERDICT_DIFFERS ? "warning" : "note");
    put_message(json, "message", &text);
    json_key(json, "locations");
    json_open(json, '[');
    json_open(json, '{');
    json_key(json, "physicalLocation");
    json_open(json, '{');
    json_key(json, "artifactLocation");
    json_open(json, '{');
    put_uri(json, report->path);
    json_close(json, '}');
    if (!report->paragraphs) {
        json_key(json, "region");
        json_open(json, '{');
        json_key_int(json, "startLine", proof->paragraph);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
}

static void put_prose(struct json *json, const struct checked_prose *prose, enum language lang) {
    for (size_t i = 0; prose != NULL && i < arrlenu(prose->reports); i++) {
        const struct proven *report = &prose->reports[i];
        for (size_t k = 0; k < arrlenu(report->proofs.items); k++) {
            const struct proof *proof = &report->proofs.items[k];
            if (proof->verdict == VERDICT_DIFFERS || proof->verdict == VERDICT_CUT) {
                put_proof(json, report, proof, prose->card, lang);
            }
        }
    }
}

void render_findings_sarif(struct buffer *out, const struct findings *findings,
                           const struct sources *sources, const struct checked_prose *prose,
                           const struct style *style) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_key_text(&json, "version", "2.1.0");
    json_key(&json, "runs");
    json_open(&json, '[');
    json_open(&json, '{');
    put_tool(&json, style->lang);
    json_key_text(&json, "columnKind", "unicodeCodePoints");
    json_key(&json, "results");
    json_open(&json, '[');
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        put_result(&json, &findings->items[i], sources, style->lang);
    }
    put_prose(&json, prose, style->lang);
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(out, "\n");
}
