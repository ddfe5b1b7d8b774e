#include "slip.h"

#include <string.h>

#include "text.h"

bool slip_set(struct slip *slip, struct slip mistake) {
    if (slip->word == WORD_NONE) {
        *slip = mistake;
    }
    return false;
}

const char *slip_nearest(const char *s, const char *const words[], size_t n) {
    size_t length = strlen(s);
    if (length == 0 || text_valid_prefix(s, length) != length) {
        return NULL;
    }
    int found = text_nearest(s, words, n);
    return found >= 0 ? words[found] : NULL;
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
