/* SPDX-License-Identifier: MIT */
/*
 * Reads YAML into a tree whose nodes know their place. tree.c is the only file that knows yaml.h.
 *
 * A scalar stays the text that was written: YAML's own guessing of types plays no part. Anchors,
 * aliases, tags, further documents, tabs and errors of YAML become findings; the tree holds plain
 * mappings, lists and scalars. It owns its nodes and texts, but not its keys (keys.h).
 */
#ifndef TIENDO_TREE_H
#define TIENDO_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "finding.h"
#include "keys.h"
#include "pool.h"
#include "source.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

/* Kept small: a large file has millions of them. */
struct node {
    union {
        const char *text;   /* scalar: its text in NFC, "" when empty; owned by the tree */
        struct node *first; /* list, mapping: first child, or NULL */
    };
    struct node *next;      /* next sibling, or NULL */
    struct key *key;        /* under which it stands in its parent mapping, else NULL */
    struct place key_place; /* of the key */
    struct place place;     /* of the value: a scalar's characters; of a collection its first one */
    uint32_t text_length;   /* scalar: bytes of text; else 0 */
    uint8_t kind;           /* enum node_kind */
    bool quoted;            /* scalar: in quotes or a block, so that blanks and commas are meant */
    bool flow;              /* list, mapping: written with [ ] or { } */
    bool cut;               /* scalar: perhaps cut off by a #; see node_cut() */
};

/* The bytes of a value in its text, byte order mark left out: [from, to). Of a block collection to
 * the end of its last value; a block scalar (`|`, `>`) takes its last line end along. */
struct extent {
    uint32_t from;
    uint32_t to;
    uint32_t key; /* first byte of the key under which it stands, or of the value in a list */
};

struct tree {
    struct node *root;       /* NULL: the text could not be read as YAML, or is empty */
    struct pool pool;        /* owns texts */
    struct node **blocks;    /* stb_ds array of node blocks, owned */
    struct extent **extents; /* as blocks, for the nodes of the same index; NULL: not asked for */
    size_t used;             /* nodes taken of the last block */
};

/* Reads sources->items[file], whose text must be there; its keys are kept in `keys`, which the tree
 * must not outlive. Findings are added; duplicate keys are found here (the first one stays in the
 * tree). Bounded depth and memory linear in the text. */
void tree_read(struct tree *tree, struct keys *keys, const struct sources *sources, int32_t file,
               struct findings *findings);
void tree_clear(struct tree *tree);

/* The same for a tree that is to be edited: its nodes' extents are kept, too. */
void tree_read_extents(struct tree *tree, struct keys *keys, const struct sources *sources,
                       int32_t file, struct findings *findings);

/* The extent of a node of such a tree. */
struct extent *node_extent(const struct tree *tree, const struct node *node);

/* The text of a node's key; NULL in a list. */
static inline const char *node_key(const struct node *node) {
    return node->key != NULL ? node->key->text : NULL;
}

/* What follows a scalar on its line, blanks first, when that is a comment which may be meant as
 * text: one without a blank behind its sign, as in `name: Chương trình #1`. Else NULL. */
static inline const char *node_cut(const struct node *node) {
    return node->cut ? node->text + node->text_length + 1 : NULL;
}

/* The child of a mapping under this key, or NULL. */
const struct node *node_child(const struct node *mapping, const char *key);

#endif
