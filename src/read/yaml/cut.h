/* SPDX-License-Identifier: MIT */
/*
 * Where a file too large to be held is cut.
 *
 * Such a file is a long list under `actuals:`, its last section. It is cut at lines that begin an
 * item of that list, and each piece behind the first becomes a YAML document of its own: the key
 * of the section, then its items. Where to cut is only guessed, from the beginnings of lines; the
 * trees of the pieces prove it (cut_proven()), and a file of which one piece is not proven is read
 * as a whole. It is a proof because at the end of a text that libyaml takes for a whole document no
 * quote, bracket or key is open, and a block list that is open goes on with a sign of its own
 * column, whatever stands above.
 */
#ifndef TIENDO_CUT_H
#define TIENDO_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source.h"
#include "tree.h"

struct cut_sizes {
    size_t least; /* bytes of a file that is worth cutting */
    size_t piece; /* bytes after which a piece ends with its last item */
};

extern struct cut_sizes cut_sizes; /* only tests set them */

/* The pieces of a file of `size` bytes, a stb_ds array owned by the caller. NULL: it is to be read
 * as a whole. */
struct source_piece *cut_file(const char *name, size_t size);

/* Reads one of its pieces as a document; without a root when the file is no longer what it was. */
void cut_read(struct tree *tree, struct keys *keys, const struct sources *sources, int32_t file,
              int32_t piece, struct findings *findings);

/* Whether the items of a piece are what they would be in the whole file. *column: that of the list;
 * set by the first piece, asked of the others. */
bool cut_proven(const struct tree *tree, int32_t piece, uint32_t *column);

/* Whether a text may hold what other files need before they can be read. It surely holds none of it
 * when none of the words stands anywhere in it, nor an escape (\x6F) that may hide one. */
bool text_may_declare(const char *text);

#endif
