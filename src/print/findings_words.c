/* SPDX-License-Identifier: MIT */
#include "findings_words.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *one[LANG_COUNT];
    const char *many[LANG_COUNT]; /* behind a count other than 1 */
} severities[] = {
    [SEVERITY_ERROR] = {{"lỗi", "error"}, {"lỗi", "errors"}},
    [SEVERITY_WARNING] = {{"cảnh báo", "warning"}, {"cảnh báo", "warnings"}},
};
static_assert(sizeof severities / sizeof severities[0] == SEVERITY_COUNT, "a severity is missing");

static const char *const words[][LANG_COUNT] = {
    [ABOUT_HINT] = {"gợi ý", "hint"},
    [ABOUT_RELATED] = {"chỗ kia", "the other place"},
    [ABOUT_CLEAN] = {"không có lỗi", "no errors"},
    [ABOUT_REST] = {"… và {0} chỗ nữa, không in ra\n", "… and {0} more, not printed\n"},
    [ABOUT_WRONG] = {"Sai:", "Wrong:"},
    [ABOUT_RIGHT] = {"Đúng:", "Right:"},
};
static_assert(sizeof words / sizeof *words == ABOUT_COUNT, "a word is missing");

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
    return severities[severity].one[lang];
}

const char *severity_counted(enum severity severity, size_t count, enum language lang) {
    return count == 1 ? severities[severity].one[lang] : severities[severity].many[lang];
}

const char *finding_word(enum finding_word word, enum language lang) {
    return words[word][lang];
}
