#include "findings_words.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char *const severities[][LANG_COUNT] = {
    [SEVERITY_ERROR] = {"lỗi", "error"},
    [SEVERITY_WARNING] = {"cảnh báo", "warning"},
};
static_assert(sizeof severities / sizeof severities[0] == SEVERITY_COUNT, "a severity is missing");

void finding_message_put(struct buffer *out, const struct finding *finding, enum language lang) {
    message_fill(out, message_of(finding->code)->text[lang], finding->words, lang);
}

/* True when the pattern names a word that the finding lacks. */
static bool lacks_word(const char *pattern, const struct finding *finding) {
    for (int i = 0; i < FINDING_WORDS; i++) {
        const char name[] = {'{', (char)('0' + i), '\0'};
        if (finding->words[i] == NULL && strstr(pattern, name) != NULL) {
            return true;
        }
    }
    return false;
}

bool finding_hint_put(struct buffer *out, const struct finding *finding, enum language lang) {
    const char *pattern = message_of(finding->code)->hint[lang];
    if (pattern == NULL || lacks_word(pattern, finding)) {
        return false;
    }
    message_fill(out, pattern, finding->words, lang);
    return true;
}

const char *severity_label(enum severity severity, enum language lang) {
    return severities[severity][lang];
}

const char *related_label(enum language lang) {
    return lang == LANG_VI ? "chỗ kia" : "the other place";
}
