/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "mem.h"
#include "prose_text.h"

static const char *const marks[] = {
    [PROSE_TITLE] = "# ", [PROSE_HEADING] = "## ", [PROSE_PARAGRAPH] = "", [PROSE_ITEM] = "- "};
static_assert(sizeof marks / sizeof *marks == PROSE_ITEM + 1, "a mark for each");

/* "12." or "-" at the beginning of a paragraph would make a list of it. */
static bool begins_list(const char *text) {
    size_t digits = strspn(text, "0123456789");
    return (digits > 0 && (text[digits] == '.' || text[digits] == ')')) ||
           strchr("-+#>=~", text[0]) != NULL;
}

/* A text of the files stays a text: nothing in it is Markdown or HTML. */
static void put_escaped(struct buffer *out, const char *text) {
    if (text[0] != '\0' && begins_list(text)) {
        size_t digits = strspn(text, "0123456789");
        buffer_put(out, text, digits);
        buffer_text(out, "\\");
        text += digits;
    }
    for (const char *c = text; *c != '\0'; c++) {
        if (strchr("\\`*_[]<>&|", *c) != NULL) {
            buffer_text(out, "\\");
        }
        buffer_put(out, *c == '\n' || *c == '\r' ? " " : c, 1);
    }
}

void render_prose_markdown(struct buffer *out, const struct prose *prose) {
    for (size_t i = 0; i < arrlenu(prose->items); i++) {
        const struct prose_block *block = &prose->items[i];
        bool listed = i > 0 && block->kind == PROSE_ITEM && prose->items[i - 1].kind == PROSE_ITEM;
        buffer_text(out, i == 0 || listed ? "" : "\n");
        buffer_text(out, marks[block->kind]);
        put_escaped(out, block->text);
        buffer_text(out, "\n");
    }
}
