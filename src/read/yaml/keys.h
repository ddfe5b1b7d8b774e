/* SPDX-License-Identifier: MIT */
/*
 * The keys of all mappings, each kept once, with what is known of it: where it was last seen (to
 * find a key given twice), which indicator it names, which field of a schema it is.
 *
 * Files list the same keys in the same order again and again. So the key that came last time in the
 * same position (behind the same sibling, or first under the same parent) is tried before hashing.
 */
#ifndef TIENDO_KEYS_H
#define TIENDO_KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "pool.h"
#include "source.h"

enum { MEANS_NOTHING_YET = -3 }; /* a key that was not looked up */

struct schema;

struct key {
    const char *text;            /* NFC, owned by the keys */
    size_t length;               /* bytes of text */
    struct key *after;           /* the key that last came after it in a mapping, or NULL */
    struct key *inside;          /* the key that last stood first in what it holds, or NULL */
    uint64_t mapping;            /* the mapping in which it was last seen */
    struct place place;          /* where in that mapping */
    int32_t indicator;           /* index that the loader found for it, or MEANS_NOTHING_YET */
    int32_t field;               /* index that it has in .. */
    const struct schema *schema; /* .. the schema by which it was last read, or NULL */
};

struct key_slot {
    const char *key;   /* text of the key */
    struct key *value; /* owned */
};

/* All keys of the trees that one thread reads. Zero-initialised is empty. */
struct keys {
    struct key_slot *slots; /* stb_ds string hash */
    struct pool pool;       /* owns the texts */
    struct key *inside;     /* the key that last stood first in a file, or NULL */
    uint64_t mappings;      /* counted so far, for key.mapping */
};

/* The one key with this text of n bytes, terminated. *guess, a member `after` or `inside`, is tried
 * first, and becomes the key. */
struct key *keys_of(struct keys *keys, struct key **guess, const char *text, size_t n);

void keys_clear(struct keys *keys);

#endif
