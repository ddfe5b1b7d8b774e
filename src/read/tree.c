#include "tree.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "complaint.h"
#include "encoding.h"
#include "lines.h"
#include "mem.h"
#include "slip.h"
#include "text.h"

enum {
    MOST_DEEP = 64,     /* collections inside each other */
    MOST_PATCHES = 20,  /* slips read over in one file */
    MANY_CHILDREN = 16, /* from here on keys are looked up by hash */
    BLOCK_NODES = 256
};

/* Keys of a large mapping. */
struct seen {
    char *key;          /* borrowed from the tree's pool */
    struct node *value; /* the child under it */
};

/* A collection that is open. */
struct frame {
    struct node *node; /* NULL while what is read here is not kept */
    struct node *last; /* its last child */
    size_t count;      /* its children */
    struct seen *seen; /* stb_ds string map of its children, when there are many */
    bool keyed;        /* a key was read, its value comes next */
    struct scalar key; /* that key; its text is NULL when it and its value are dropped */
    struct cut cut;    /* pieces of a value cut by commas */
};

struct builder {
    struct tree *tree;
    struct findings *findings;
    struct lines lines;
    char *copy;               /* the text with patches in it, or NULL: none needed yet */
    struct patch patches[MOST_PATCHES];
    size_t patched;           /* how many of them */
    bool guessed;             /* a patch may have changed the meaning */
    bool aliased;             /* an anchor or alias was named already */
    bool broken;              /* the tree must not be used */
    size_t documents;         /* begun so far */
    size_t depth;             /* frames open */
    struct frame frames[MOST_DEEP];
    struct scalar last;       /* the last scalar, for complaints */
};

/* ---- nodes ---- */

static struct node *node_new(struct tree *tree, enum node_kind kind) {
    if (arrlen(tree->blocks) == 0 || tree->used == BLOCK_NODES) {
        arrput(tree->blocks, mem_alloc(BLOCK_NODES * sizeof(struct node)));
        tree->used = 0;
    }
    struct node *node = &arrlast(tree->blocks)[tree->used++];
    *node = (struct node){.kind = kind, .key_place = no_place};
    return node;
}

void tree_clear(struct tree *tree) {
    for (ptrdiff_t i = 0; i < arrlen(tree->blocks); i++) {
        mem_free(tree->blocks[i]);
    }
    arrfree(tree->blocks);
    pool_clear(&tree->pool);
    *tree = (struct tree){0};
}

const struct node *node_child(const struct node *mapping, const char *key) {
    const struct node *child = mapping->kind == NODE_MAPPING ? mapping->first : NULL;
    while (child != NULL && strcmp(child->key, key) != 0) {
        child = child->next;
    }
    return child;
}

/* The child of an open mapping that has the same key. */
static struct node *same_key(struct frame *frame, const char *key, size_t n) {
    if (frame->seen != NULL) {
        return shget(frame->seen, key);
    }
    struct node *child = frame->node->first;
    while (child != NULL && (child->key_length != n || memcmp(child->key, key, n) != 0)) {
        child = child->next;
    }
    return child;
}

static void remember(struct frame *frame, struct node *node) {
    frame->count++;
    if (frame->count == MANY_CHILDREN) {
        for (struct node *child = frame->node->first; child != NULL; child = child->next) {
            shput(frame->seen, child->key, child);
        }
    } else if (frame->count > MANY_CHILDREN) {
        shput(frame->seen, node->key, node);
    }
}

static void link_child(struct frame *frame, struct node *node) {
    if (frame->last == NULL) {
        frame->node->first = node;
    } else {
        frame->last->next = node;
    }
    frame->last = node;
}

/* Puts a node where it stands: under its key, in its list, or at the root. False when it is not
 * kept; what is inside is still read, for its findings. */
static bool attach(struct builder *b, struct node *node) {
    if (b->depth == 0) {
        if (b->documents == 1) {
            b->tree->root = node;
        }
        return b->documents == 1;
    }
    struct frame *frame = &b->frames[b->depth - 1];
    if (frame->node == NULL || (frame->keyed && frame->key.text == NULL)) {
        frame->keyed = false;
        return false;
    }
    if (frame->node->kind == NODE_LIST) {
        link_child(frame, node);
        return true;
    }
    frame->keyed = false;
    cut_report(&frame->cut, &b->lines, b->findings);
    node->key = frame->key.text;
    node->key_length = (uint32_t)frame->key.length;
    node->key_place = lines_place(&b->lines, frame->key.from, frame->key.to);
    struct node *first = same_key(frame, node->key, node->key_length);
    if (first != NULL) {
        FIND(b->findings, MSG_DUPLICATE_KEY, node->key_place, node->key)->related =
            first->key_place;
        return false;
    }
    link_child(frame, node);
    remember(frame, node);
    return true;
}

/* ---- scalars ---- */

/* Text in NFC in the tree's pool; most text is ASCII, which needs no work. */
static const char *keep_text(struct tree *tree, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)s[i] >= 0x80) {
            return text_nfc(&tree->pool, s, n);
        }
    }
    return pool_text(&tree->pool, s, n);
}

/* A patch covered the first character of a value: that one is put back. */
static void unpatch(struct builder *b, char *value, size_t from) {
    for (size_t i = 0; i < b->patched; i++) {
        if (b->patches[i].with == '_' && b->patches[i].from == lines_byte(&b->lines, from)) {
            value[0] = b->lines.text[b->patches[i].from];
        }
    }
}

static struct scalar scalar_of(struct builder *b, yaml_event_t *event) {
    char *value = (char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;
    struct scalar scalar = {
        .from = event->start_mark.index,
        .to = event->end_mark.index,
        .quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE,
        .block = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                 event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE,
    };
    if (n > 0 && !scalar.quoted) {
        unpatch(b, value, scalar.from);
    }
    unsigned code = 0;
    if (scalar.quoted && encoding_control(value, n, &code) < n) { /* from an escape: "\x1B" */
        char word[16];
        snprintf(word, sizeof word, "U+%04X", code);
        FIND(b->findings, code == 0 ? MSG_NUL : MSG_CONTROL,
             lines_place(&b->lines, scalar.from, scalar.to), word);
        n = 0;
    }
    scalar.text = keep_text(b->tree, value, n);
    scalar.length = strlen(scalar.text);
    return scalar;
}

static void take_key(struct builder *b, struct frame *frame, struct scalar key) {
    frame->key = key;
    frame->keyed = true;
    if (key.length == 0) {
        FIND(b->findings, MSG_BAD_KEY, lines_place(&b->lines, key.from, key.to), NULL);
        frame->key.text = NULL;
    }
}

static void take_value(struct builder *b, struct frame *frame, struct scalar value) {
    bool mapped = frame != NULL && frame->node != NULL && frame->node->kind == NODE_MAPPING;
    if (mapped && frame->node->flow && frame->key.text != NULL &&
        slip_in_flow(&frame->key, &value, frame->last, &frame->cut, &b->lines, b->tree,
                     b->findings)) {
        frame->key.text = NULL;
    }
    if (slip_in_value(&value, &b->lines, b->tree, b->findings)) {
        if (frame == NULL || !mapped) {
            b->broken = b->broken || frame == NULL;
            return;
        }
        frame->key.text = NULL;
    }
    struct node *node = node_new(b->tree, NODE_SCALAR);
    node->quoted = value.quoted;
    node->text = value.text;
    node->text_length = (uint32_t)value.length;
    node->place = lines_place(&b->lines, value.from, value.to);
    attach(b, node);
    if (mapped && frame->last == node) {
        frame->cut.from = value.from;
        frame->cut.kept = value.to;
    }
}

/* ---- events ---- */

static void name_alias(struct builder *b, yaml_event_t *event, const yaml_char_t *name) {
    if (name != NULL && !b->aliased) {
        size_t from = event->start_mark.index;
        b->aliased = true;
        FIND(b->findings, MSG_ALIAS,
             lines_place(&b->lines, from, from + text_length((const char *)name,
                                                             strlen((const char *)name)) + 1),
             (const char *)name);
    }
}

static void name_tag(struct builder *b, yaml_event_t *event, const yaml_char_t *tag) {
    if (tag != NULL) {
        size_t from = event->start_mark.index;
        size_t byte = lines_byte(&b->lines, from);
        size_t end = byte;
        while (end < b->lines.size && strchr(" \t\r\n,", b->lines.text[end]) == NULL) {
            end++;
        }
        const char *word = lines_word(&b->lines, &b->tree->pool, byte, end);
        FIND(b->findings, MSG_TAG,
             lines_place(&b->lines, from, from + text_length(word, strlen(word))), word);
    }
}

static void on_scalar(struct builder *b, yaml_event_t *event) {
    struct frame *frame = b->depth > 0 ? &b->frames[b->depth - 1] : NULL;
    struct scalar scalar = scalar_of(b, event);
    name_alias(b, event, event->data.scalar.anchor);
    name_tag(b, event, event->data.scalar.tag);
    b->last = scalar;
    bool is_key = frame != NULL && frame->mapping && !frame->keyed;
    if (is_key) {
        take_key(b, frame, scalar);
    } else {
        take_value(b, frame, scalar);
    }
}
