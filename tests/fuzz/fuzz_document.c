/* SPDX-License-Identifier: MIT */
/* A part of a Word document as pieces, none of its bytes lost; prose, its numbers one behind the
 * other. */
#include <string.h>

#include "buffer.h"
#include "fuzz.h"
#include "markup.h"
#include "mem.h"
#include "prose_number.h"
#include "text.h"

static void in_pieces(const char *text, size_t n) {
    struct markup_reader reader = markup_begin(text, n);
    struct buffer characters = {0};
    const char *at = text;
    for (struct markup piece = markup_next(&reader); piece.kind != MARKUP_END;
         piece = markup_next(&reader)) {
        PROMISE(piece.at == at && piece.n > 0);
        at += piece.n;
        if (piece.kind == MARKUP_CHARS) {
            markup_text(&characters, piece.at, piece.n);
        }
    }
    PROMISE(at == text + n);
    PROMISE(arrlenu(characters.text) <= n);
    buffer_clear(&characters);
}

static void in_numbers(const char *text, enum language lang) {
    struct prose_number *numbers = prose_numbers(text, lang);
    size_t at = 0;
    for (size_t i = 0; i < arrlenu(numbers); i++) {
        PROMISE(numbers[i].begin >= at && numbers[i].end > numbers[i].begin);
        PROMISE(numbers[i].sentence <= numbers[i].begin);
        PROMISE(ratio_valid(numbers[i].published.value));
        at = numbers[i].end;
    }
    PROMISE(at <= strlen(text));
    arrfree(numbers);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = mem_alloc(size + 1);
    if (size > 0) {
        memcpy(text, data, size);
    }
    in_pieces(text, size);
    if (text_valid_prefix(text, size) == size) {
        in_numbers(text, LANG_VI);
        in_numbers(text, LANG_EN);
    }
    mem_free(text);
    return 0;
}
