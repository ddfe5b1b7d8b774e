/* SPDX-License-Identifier: MIT */
#include "nodes.h"

#include <string.h>

#include "mem.h"

enum { BLOCK_NODES = 256 };

struct node *node_new(struct tree *tree, enum node_kind kind, struct place place, bool extents) {
    if (arrlen(tree->blocks) == 0 || tree->used == BLOCK_NODES) {
        arrput(tree->blocks, mem_realloc(NULL, BLOCK_NODES * sizeof(struct node)));
        if (extents) {
            arrput(tree->extents, mem_alloc(BLOCK_NODES * sizeof(struct extent)));
        }
        tree->used = 0;
    }
    struct node *node = &arrlast(tree->blocks)[tree->used++];
    *node = (struct node){.kind = (uint8_t)kind, .place = place};
    return node;
}

void tree_clear(struct tree *tree) {
    for (ptrdiff_t i = 0; i < arrlen(tree->blocks); i++) {
        mem_free(tree->blocks[i]);
    }
    for (ptrdiff_t i = 0; i < arrlen(tree->extents); i++) {
        mem_free(tree->extents[i]);
    }
    arrfree(tree->blocks);
    arrfree(tree->extents);
    pool_clear(&tree->pool);
    *tree = (struct tree){0};
}

struct extent *node_extent(const struct tree *tree, const struct node *node) {
    for (ptrdiff_t i = 0; i < arrlen(tree->blocks); i++) {
        if (node >= tree->blocks[i] && node < tree->blocks[i] + BLOCK_NODES) {
            return &tree->extents[i][node - tree->blocks[i]];
        }
    }
    return NULL;
}

const struct node *node_child(const struct node *mapping, const char *key) {
    const struct node *child = mapping->kind == NODE_MAPPING ? mapping->first : NULL;
    while (child != NULL && strcmp(child->key->text, key) != 0) {
        child = child->next;
    }
    return child;
}
