/* SPDX-License-Identifier: MIT */
/* Text to tree: every place lies in the file, every text is what the reader may rely on. */
#include <string.h>

#include "fuzz.h"
#include "mem.h"
#include "renderers.h"
#include "text.h"
#include "tree.h"

static uint32_t lines_of(const struct source *source) {
    uint32_t lines = 1;
    for (size_t i = 0; i < source->size; i++) {
        char c = source->text[i];
        bool pair = c == '\r' && i + 1 < source->size && source->text[i + 1] == '\n';
        lines += (c == '\n' || (c == '\r' && !pair)) ? 1 : 0;
        /* NEL, LS, PS end a line as well */
        lines += strncmp(source->text + i, "\xC2\x85", 2) == 0 ? 1 : 0;
        lines += strncmp(source->text + i, "\xE2\x80\xA8", 3) == 0 ? 1 : 0;
        lines += strncmp(source->text + i, "\xE2\x80\xA9", 3) == 0 ? 1 : 0;
    }
    return lines;
}

static void place_lies_within(const struct place *place, uint32_t lines) {
    PROMISE(place->line <= lines + 1);
    PROMISE(place->line == 0 || place->column >= 1);
    PROMISE(place->end_column == 0 || place->end_column >= place->column);
}

static void text_is_good(const char *text, size_t n) {
    PROMISE(strlen(text) == n);
    PROMISE(text_valid_prefix(text, n) == n);
}

static void node_is_good(const struct node *node, uint32_t lines) { // NOLINT(misc-no-recursion)
    place_lies_within(&node->place, lines);
    if (node->key != NULL) {
        place_lies_within(&node->key_place, lines);
        text_is_good(node->key->text, node->key->length);
    }
    if (node->kind == NODE_SCALAR) {
        text_is_good(node->text, node->text_length);
        return;
    }
    PROMISE(node->text_length == 0);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        PROMISE((child->key != NULL) == (node->kind == NODE_MAPPING));
        if (child->key != NULL) {
            PROMISE(node_child(node, child->key->text) == child);
        }
        node_is_good(child, lines);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct material m;
    struct tree tree = {0};
    struct keys keys = {0};
    material_load(&m, data, size);
    tree_read(&tree, &keys, &m.sources, 0, &m.findings);
    uint32_t lines = lines_of(&m.sources.items[0]);
    if (tree.root != NULL) {
        node_is_good(tree.root, lines);
    }
    for (ptrdiff_t i = 0; i < arrlen(m.findings.items); i++) {
        place_lies_within(&m.findings.items[i].place, lines);
    }
    findings_sort(&m.findings);
    struct buffer text = {0};
    struct style style = {.width = 80};
    render_findings_text(&text, &m.findings, &m.sources, &style);
    PROMISE(is_plain(&text));
    buffer_clear(&text);
    tree_clear(&tree);
    keys_clear(&keys);
    material_clear(&m);
    return 0;
}
