/* SPDX-License-Identifier: MIT */
/* Edits of a text, chosen by its first bytes, one after the other: what was meant stands where it
 * was meant, every other byte stays, and an edit that is refused changes nothing. */
#include <stdlib.h>
#include <string.h>

#include "edit.h"
#include "fuzz.h"
#include "mem.h"

enum { HEAD = 48, EDITS = 6 };

static const char *const fragments[] = {
    "15", "\"a # b\"", "{is: 15, source: \"x, y: z\"}", "- 1\n- 2\n", "b: 1\nc:\n  - d\n", "yes",
    "''", "[]",
};

/* A path to a value of the tree, and the value; the path lasts as long as *keys. */
static const struct node *choose_value(struct choices_left *left, const struct edit_text *text,
                                       struct pool *keys, struct edit_path *path) {
    const struct node *node = text->tree.root;
    *path = (struct edit_path){.length = 0};
    while (node != NULL && node->kind != NODE_SCALAR && node->first != NULL &&
           choose(left, 5) > 0) {
        unsigned children = 0;
        for (const struct node *child = node->first; child != NULL; child = child->next) {
            children++;
        }
        unsigned which = choose(left, children);
        const struct node *child = node->first;
        for (unsigned i = 0; i < which; i++) {
            child = child->next;
        }
        const char *key = node_key(child);
        bool entered = node->kind == NODE_MAPPING
                           ? path_enter_key(path, pool_text(keys, key, strlen(key)))
                           : path_enter_item(path, (int)which);
        if (!entered) {
            break;
        }
        node = child;
    }
    return node;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* How many bytes at both ends are the same. */
static size_t kept(const char *a, size_t n, const char *b, size_t m) {
    size_t begin = 0;
    size_t end = 0;
    while (begin < least(n, m) && a[begin] == b[begin]) {
        begin++;
    }
    while (end < least(n, m) - begin && a[n - 1 - end] == b[m - 1 - end]) {
        end++;
    }
    return begin + end;
}

enum how { SET, ADD, APPEND, REMOVE, HOWS };

static void promise_made(enum how how, const struct edit_text *text, const struct edit_path *path,
                         const char *key, const struct edit_text *fragment) {
    struct edit_path own = *path;
    const struct node *node = edit_find(text, path);
    if (how == REMOVE) {
        PROMISE(path->steps[path->length - 1].key == NULL || node == NULL);
        return;
    }
    if (how == ADD) {
        PROMISE(path_enter_key(&own, key));
        node = edit_find(text, &own);
    } else if (how == APPEND) {
        for (node = node->first; node->next != NULL;) {
            node = node->next;
        }
    }
    const struct node *meant = fragment->tree.root;
    PROMISE(node != NULL && node->kind == meant->kind);
    PROMISE(node->kind != NODE_SCALAR || strcmp(node->text, meant->text) == 0);
}

static bool make(enum how how, struct edit_text *text, const struct edit_path *path,
                 const char *key, const char *fragment) {
    switch (how) {
    case SET:
        return edit_set(text, path, fragment);
    case ADD:
        return edit_add(text, path, key, fragment);
    case APPEND:
        return edit_append(text, path, fragment);
    case REMOVE:
        return edit_remove(text, path);
    case HOWS:
        break;
    }
    return false;
}

static void edit_once(struct choices_left *left, struct edit_text *text) {
    struct pool keys = {0};
    struct edit_path path;
    struct edit_text fragment;
    static const char key[] = "khóa mới";
    const struct node *node = choose_value(left, text, &keys, &path);
    enum how how = (enum how)choose(left, HOWS);
    const char *with = fragments[choose(left, sizeof fragments / sizeof *fragments)];
    size_t before_size = 0;
    size_t after_size = 0;
    const char *bytes = edit_bytes(text, &before_size);
    char *before = mem_alloc(before_size + 1);
    memcpy(before, bytes, before_size);
    size_t value = node != NULL
                       ? node_extent(&text->tree, node)->to - node_extent(&text->tree, node)->from
                       : 0;
    bool parsed = edit_open(&fragment, with, strlen(with));
    PROMISE(parsed);
    bool made = make(how, text, &path, key, with);
    const char *after = edit_bytes(text, &after_size);
    size_t same = kept(before, before_size, after, after_size);
    if (!made) {
        PROMISE(before_size == after_size && same == before_size);
    } else {
        promise_made(how, text, &path, key, &fragment);
        PROMISE(how != SET || same + value >= before_size);
        PROMISE((how != ADD && how != APPEND) || same == before_size);
        PROMISE(how != REMOVE || same + 2 >= after_size);
        struct edit_text again;
        PROMISE(edit_open(&again, after, after_size));
        edit_clear(&again);
    }
    edit_clear(&fragment);
    mem_free(before);
    pool_clear(&keys);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    size_t head = size < HEAD ? size : HEAD;
    struct choices_left left = {data, head};
    struct edit_text text;
    if (edit_open(&text, (const char *)data + head, size - head)) {
        for (int i = 0; i < EDITS; i++) {
            edit_once(&left, &text);
        }
        edit_clear(&text);
    }
    return 0;
}
