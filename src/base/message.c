#include "message.h"

#include <stdbool.h>
#include <string.h>

#include "message_table.h"

enum { WORDS = 4 };

const struct message *message_of(enum message_code code) {
    return (int)code < (int)MESSAGE_FIRST_FIGURE
               ? &messages_of_form[code]
               : &messages_of_figures[(int)code - (int)MESSAGE_FIRST_FIGURE];
}

static bool same_id(const char *a, const char *b) {
    bool letter = a[0] == b[0] || (a[0] | 0x20) == (b[0] | 0x20);
    return letter && a[0] != '\0' && strcmp(a + 1, b + 1) == 0;
}

enum message_code message_by_id(const char *id) {
    unsigned code = 0;
    while (code < MESSAGE_COUNT && !same_id(message_of((enum message_code)code)->id, id)) {
        code++;
    }
    return (enum message_code)code;
}

void message_fill(struct buffer *out, const char *text, const char *const words[4]) {
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        buffer_put(out, text, plain);
        text += plain;
        if (text[0] == '{' && text[1] >= '0' && text[1] < '0' + WORDS && text[2] == '}') {
            const char *word = words[text[1] - '0'];
            buffer_text(out, word != NULL ? word : "");
            text += 3;
        } else if (text[0] == '{') {
            buffer_put(out, text, 1);
            text++;
        }
    }
}
