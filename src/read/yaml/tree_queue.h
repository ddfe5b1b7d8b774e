/* SPDX-License-Identifier: MIT */
/*
 * The trees of all files, one after the other, while threads read the next ones.
 *
 * A tree depends on its own file only, so threads share nothing but the list of files: the trees
 * and findings come in the same order, and are the same, with any number of threads. The reader
 * of the book is one of them: it reads a tree itself where the next one is not begun yet, so that
 * with one job there is no thread at all. What is read ahead is bounded in files and in bytes.
 */
#ifndef TIENDO_TREE_QUEUE_H
#define TIENDO_TREE_QUEUE_H

#include <stddef.h>
#include <stdint.h>

#include "finding.h"
#include "source.h"
#include "tree.h"

struct tree_queue;

/* Begins to read the files order[0 .. count - 1] with at most `jobs` threads, the caller's among
 * them. sources and order are borrowed until the end. */
struct tree_queue *tree_queue_begin(const struct sources *sources, const int32_t *order,
                                    size_t count, int jobs);

/* The tree of the next file, to be cleared by the caller; its findings are added. */
void tree_queue_take(struct tree_queue *trees, struct tree *tree, struct findings *findings);

/* All trees taken were cleared: their keys go now. */
void tree_queue_end(struct tree_queue *trees);

#endif
