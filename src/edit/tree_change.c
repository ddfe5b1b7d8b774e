/* SPDX-License-Identifier: MIT */
#include "tree_change.h"

#include <stddef.h>
#include <string.h>

static bool same_key(const struct node *a, const struct node *b) {
    const char *key = node_key(a);
    const char *other = node_key(b);
    return (key == NULL) == (other == NULL) && (key == NULL || strcmp(key, other) == 0);
}

static bool same(const struct node *a, const struct node *b) { // NOLINT(misc-no-recursion)
    if (a->kind != b->kind) {
        return false;
    }
    if (a->kind == NODE_SCALAR) {
        return a->text_length == b->text_length && memcmp(a->text, b->text, a->text_length) == 0;
    }
    const struct node *one = a->first;
    const struct node *other = b->first;
    while (one != NULL && other != NULL && same_key(one, other) && same(one, other)) {
        one = one->next;
        other = other->next;
    }
    return one == NULL && other == NULL;
}

/* Is `step` the way to the child of this index? */
static bool leads_to(const struct path_step *step, const struct node *child, int index) {
    return step->key != NULL ? child->key != NULL && strcmp(step->key, node_key(child)) == 0
                             : child->key == NULL && step->item == index;
}

static bool agree(const struct node *before, const struct node *after,
                  const struct tree_change *change, int level);

/* The children of two collections whose path the change is on. */
static bool children_agree(const struct node *before, // NOLINT(misc-no-recursion)
                           const struct node *after, const struct tree_change *change, int level) {
    const struct edit_path *path = change->path;
    const struct node *other = after->first;
    int index = 0;
    for (const struct node *one = before->first; one != NULL; one = one->next, index++) {
        bool on_path = level < path->length && leads_to(&path->steps[level], one, index);
        if (on_path && change->kind == CHANGE_REMOVE && level + 1 == path->length) {
            continue;
        }
        if (other == NULL || !same_key(one, other) ||
            !(on_path ? agree(one, other, change, level + 1) : same(one, other))) {
            return false;
        }
        other = other->next;
    }
    if (level < path->length || change->kind != CHANGE_ADD) {
        return other == NULL;
    }
    const char *key = other != NULL ? node_key(other) : NULL;
    return other != NULL && other->next == NULL && (key == NULL) == (change->key == NULL) &&
           (key == NULL || strcmp(key, change->key) == 0) && same(change->value, other);
}

static bool agree(const struct node *before, const struct node *after, // NOLINT(misc-no-recursion)
                  const struct tree_change *change, int level) {
    if (level == change->path->length && change->kind == CHANGE_SET) {
        return same(change->value, after);
    }
    return before->kind == after->kind && before->kind != NODE_SCALAR &&
           children_agree(before, after, change, level);
}

bool trees_agree(const struct node *before, const struct node *after,
                 const struct tree_change *change) {
    static const struct node nothing = {.kind = NODE_MAPPING};
    return after != NULL && agree(before != NULL ? before : &nothing, after, change, 0);
}
