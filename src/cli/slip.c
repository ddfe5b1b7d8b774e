#include "slip.h"

#include <string.h>

#include "text.h"

bool slip_set(struct slip *slip, struct slip mistake) {
    if (slip->word == WORD_NONE) {
        *slip = mistake;
    }
    return false;
}

/* The only word that s begins, or NULL. */
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

const char *slip_nearest(const char *s, const char *const words[], size_t n) {
    size_t length = strlen(s);
    if (length == 0 || text_valid_prefix(s, length) != length) {
        return NULL;
    }
    const char *completed = completion(s, length, words, n);
    int near = completed != NULL ? -1 : text_nearest(s, words, n);
    return near >= 0 ? words[near] : completed;
}

void slip_print(const struct slip *slip, struct buffer *err, enum language lang,
                const char *command) {
    buffer_text(err, "tiendo: ");
    words_put(err, lang, slip->word, slip->args);
    if (slip->nearest != NULL) {
        SAY(err, lang, WORD_NEAREST, slip->nearest);
    } else if (slip->instead != NULL) {
        SAY(err, lang, WORD_WRITE_INSTEAD, slip->instead);
    }
    buffer_text(err, "\n");
    if (slip->choices != NULL) {
        SAY(err, lang, WORD_CHOICES, slip->choices);
    }
    SAY(err, lang, command != NULL ? WORD_SEE_HELP_OF : WORD_SEE_HELP, command);
}
