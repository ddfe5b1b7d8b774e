/* SPDX-License-Identifier: MIT */
/* Nodes taken from the blocks of a tree; for tree.c, which fills them. */
#ifndef TIENDO_NODES_H
#define TIENDO_NODES_H

#include "tree.h"

/* A new node, empty, owned by the tree. extents: one for it is kept; the same for all of a tree. */
struct node *node_new(struct tree *tree, enum node_kind kind, struct place place, bool extents);

#endif
