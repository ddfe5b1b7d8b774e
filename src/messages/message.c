#include "message.h"

#include <stdbool.h>
#include <string.h>

#include "message_table.h"
#include "printing.h"

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

/* Puts a word with each plain number in it (1234.5) as people write it. */
static void put_figures(struct buffer *out, const char *word, enum language lang) {
    enum { LONGEST = 64 };
    while (*word != '\0') {
        char plain[LONGEST];
        char printed[PRINTED_TEXT];
        size_t other = strcspn(word, "0123456789");
        size_t n = strspn(word + other, "0123456789.");
        buffer_put(out, word, other);
        if (n < LONGEST) {
            memcpy(plain, word + other, n);
            plain[n] = '\0';
            buffer_text(out, print_number(plain, lang, printed));
        } else {
            buffer_put(out, word + other, n);
        }
        word += other + n;
    }
}

void message_fill(struct buffer *out, const char *text, const char *const words[4],
                  enum language lang) {
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        buffer_put(out, text, plain);
        text += plain;
        bool place = text[0] == '{' && text[1] >= '0' && text[1] < '0' + WORDS;
        bool figure = place && text[2] == '#' && text[3] == '}';
        if (figure || (place && text[2] == '}')) {
            const char *word = words[text[1] - '0'] != NULL ? words[text[1] - '0'] : "";
            if (figure) {
                put_figures(out, word, lang);
            } else {
                buffer_text(out, word);
            }
            text += figure ? 4 : 3;
        } else if (text[0] == '{') {
            buffer_put(out, text, 1);
            text++;
        }
    }
}
