/* SPDX-License-Identifier: MIT */
#include "usage_error.h"

#include <string.h>

#include "text.h"

bool usage_error_set(struct usage_error *usage, struct usage_error mistake) {
    if (usage->word == WORD_NONE) {
        *usage = mistake;
    }
    return false;
}

/* The only word that begins with s, or NULL. */
static const char *completion(const char *s, size_t length, const char *const words[], size_t n) {
    const char *found = NULL;
    for (size_t i = 0; i < n; i++) {
        if (strncmp(words[i], s, length) == 0) {
            if (found != NULL) {
                return NULL;
            }
            found = words[i];
        }
    }
    return found;
}

const char *usage_error_nearest(const char *s, const char *const words[], size_t n) {
    size_t length = strlen(s);
    if (length == 0 || text_valid_prefix(s, length) != length) {
        return NULL;
    }
    const char *completed = completion(s, length, words, n);
    int near = completed != NULL ? -1 : text_nearest(s, words, n);
    return near >= 0 ? words[near] : completed;
}

void usage_error_print(const struct usage_error *usage, struct buffer *err, enum language lang,
                       const char *command) {
    buffer_text(err, "tiendo: ");
    words_put(err, lang, usage->word, usage->args);
    if (usage->nearest != NULL) {
        SAY(err, lang, WORD_NEAREST, usage->nearest);
    } else if (usage->instead != NULL) {
        SAY(err, lang, WORD_WRITE_INSTEAD, usage->instead);
    }
    buffer_text(err, "\n");
    if (usage->choices != NULL) {
        SAY(err, lang, WORD_CHOICES, usage->choices);
    }
    SAY(err, lang, command != NULL ? WORD_SEE_HELP_OF : WORD_SEE_HELP, command);
}
