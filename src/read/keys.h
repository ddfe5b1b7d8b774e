/*
 * Keys of mappings, each kept once: what is asked again and again about a key (does it stand here
 * twice, which indicator is it) is remembered beside its text.
 *
 * Files list the same keys in the same order over and over, so the key that came after the last
 * one the time before is tried first, before any hash.
 */
#ifndef TIENDO_KEYS_H
#define TIENDO_KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "pool.h"
#include "source.h"

enum { MEANS_NOTHING_YET = -3 }; /* a key that was not looked up */

struct key {
    const char *text;   /* NFC, owned by the keys */
    size_t length;      /* bytes of text */
    struct key *after;  /* the key that last came after it, or NULL */
    uint64_t mapping;   /* the mapping in which it was last seen */
    struct place place; /* where in that mapping */
    int32_t indicator;  /* index that the loader found for it, or MEANS_NOTHING_YET */
};

struct key_slot {
    const char *key;   /* text of the key */
    struct key *value; /* owned */
};

/* All keys of the trees that one thread reads. Zero-initialised is empty. */
struct keys {
    struct key_slot *slots; /* stb_ds string hash */
    struct pool pool;       /* owns the texts */
    struct key *last;       /* the key asked for last, or NULL */
    uint64_t mappings;      /* counted so far, for key.mapping */
};

/* The one key with this text of n bytes, terminated. */
struct key *keys_of(struct keys *keys, const char *text, size_t n);

void keys_clear(struct keys *keys);

#endif
