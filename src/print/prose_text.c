/* SPDX-License-Identifier: MIT */
#include "prose_text.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "visible.h"
#include "wrap.h"

enum { LETTER_WIDTH = 80 }; /* where the terminal's width is not known */

/* How a kind of block is set. */
struct setting {
    const char *before;
    const char *paint;
    size_t hanging;
};

static const struct setting settings[] = {
    [PROSE_TITLE] = {"", "\033[1m", 0},
    [PROSE_HEADING] = {"", "\033[1m", 0},
    [PROSE_PARAGRAPH] = {"", "", 0},
    [PROSE_ITEM] = {"- ", "", 2},
};
static_assert(sizeof settings / sizeof *settings == PROSE_ITEM + 1, "a setting for each");

static void put_block(struct buffer *out, const struct prose_block *block,
                      const struct style *style) {
    const struct setting *setting = &settings[block->kind];
    bool painted = style->color && setting->paint[0] != '\0';
    struct wrapped *lines = NULL;
    struct buffer text = {0};
    buffer_text(&text, setting->before);
    buffer_text(&text, block->text);
    buffer_put(&text, "", 1);
    wrap_text(text.text, style->width > 0 ? (size_t)style->width : LETTER_WIDTH, setting->hanging,
              &lines);
    buffer_text(out, painted ? setting->paint : "");
    for (size_t i = 0; i < arrlenu(lines); i++) {
        buffer_fill(out, ' ', lines[i].indent);
        visible_put(out, lines[i].text, lines[i].length);
        buffer_text(out, painted && i + 1 == arrlenu(lines) ? "\033[0m\n" : "\n");
    }
    arrfree(lines);
    buffer_clear(&text);
}

void render_prose_text(struct buffer *out, const struct prose *prose, const struct style *style) {
    for (size_t i = 0; i < arrlenu(prose->items); i++) {
        bool listed =
            i > 0 && prose->items[i].kind == PROSE_ITEM && prose->items[i - 1].kind == PROSE_ITEM;
        buffer_text(out, i == 0 || listed ? "" : "\n");
        put_block(out, &prose->items[i], style);
    }
}
