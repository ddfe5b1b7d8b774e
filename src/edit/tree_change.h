/* SPDX-License-Identifier: MIT */
/* Whether a tree is another one with just one change made: the proof of an edit. */
#ifndef TIENDO_TREE_CHANGE_H
#define TIENDO_TREE_CHANGE_H

#include <stdbool.h>

#include "edit.h"

enum change_kind {
    CHANGE_SET,   /* the value at the path is `value` */
    CHANGE_ADD,   /* the collection there ends in `value`, under `key` if it is a mapping */
    CHANGE_REMOVE /* the value there is gone */
};

struct tree_change {
    enum change_kind kind;
    const struct edit_path *path;
    const char *key;
    const struct node *value;
};

/* Keys, texts, order and kinds are compared; how they are written is not. before: NULL for an empty
 * text. */
bool trees_agree(const struct node *before, const struct node *after,
                 const struct tree_change *change);

#endif
