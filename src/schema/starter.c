/* SPDX-License-Identifier: MIT */
#include "starter.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "embedded.h"
#include "json_schema.h"

/* The files of starter/ are written as they are, but with comments in both languages, "# việc |
 * work", and with @org@, @year@ and @last@ (the year before) to be filled in. */

static const struct {
    const char *path; /* where it stands, with the same marks */
    const char *file; /* below starter/; NULL: the schema */
} starters[] = {
    [STARTER_SCHEMA] = {.path = STARTER_SCHEMA_PATH},
    [STARTER_INDICATORS] = {"targets/indicators.yaml", "indicators.yaml"},
    [STARTER_ORGS] = {"targets/orgs.yaml", "orgs.yaml"},
    [STARTER_TARGETS] = {"targets/@org@-@year@.yaml", "targets.yaml"},
    [STARTER_ACTUALS] = {"actuals/@org@-@year@.yaml", "actuals.yaml"},
};
static_assert(sizeof starters / sizeof starters[0] == STARTER_COUNT, "one row per file");

/* Appends the n bytes of text with their marks filled. */
static void fill(struct buffer *out, const char *text, size_t n, const char *org, int year) {
    char numbers[2][16];
    snprintf(numbers[0], sizeof numbers[0], "%d", year);
    snprintf(numbers[1], sizeof numbers[1], "%d", year - 1);
    const struct {
        const char *mark;  /* as it stands in the text */
        const char *value; /* what takes its place */
    } marks[] = {{"@org@", org}, {"@year@", numbers[0]}, {"@last@", numbers[1]}};
    for (const char *end = text + n; text < end;) {
        const char *at = memchr(text, '@', (size_t)(end - text));
        at = at != NULL ? at : end;
        buffer_put(out, text, (size_t)(at - text));
        text = at;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            if (strncmp(text, marks[i].mark, strlen(marks[i].mark)) == 0) {
                buffer_text(out, marks[i].value);
                text += strlen(marks[i].mark);
                break;
            }
        }
    }
}

/* The text with its comments in the language alone, line by line. */
static void fill_lines(struct buffer *out, const char *text, const char *org, int year,
                       enum language lang) {
    static const char between[] = " | ";
    for (size_t n; *text != '\0'; text += n) {
        n = strcspn(text, "\n") + 1;
        const char *bar = strstr(text, between);
        if (bar == NULL || bar >= text + n) {
            fill(out, text, n, org, year);
        } else if (lang == LANG_VI) {
            fill(out, text, (size_t)(bar - text), org, year);
            buffer_text(out, "\n");
        } else {
            const char *comment = bar;
            while (*comment != '#') {
                comment--;
            }
            fill(out, text, (size_t)(comment + 2 - text), org, year);
            const char *words = bar + sizeof between - 1;
            fill(out, words, (size_t)(text + n - words), org, year);
        }
    }
}

bool starter_shared(enum starter which) {
    return strchr(starters[which].path, '@') == NULL;
}

void starter_path(struct buffer *out, enum starter which, const char *org, int year) {
    const char *path = starters[which].path;
    fill(out, path, strlen(path), org, year);
    buffer_put(out, "", 1);
}

void starter_text(struct buffer *out, enum starter which, const char *org, int year,
                  enum language lang) {
    const char *name = starters[which].file;
    if (name == NULL) {
        json_schema_put(out, lang);
        return;
    }
    for (size_t i = 0; i < starter_files_count; i++) {
        if (strcmp(starter_files[i].path, name) == 0) {
            fill_lines(out, (const char *)starter_files[i].bytes, org, year, lang);
        }
    }
}
