/* SPDX-License-Identifier: MIT */
/*
 * A store of texts that all live equally long, such as those of a book: they are copied in and
 * freed together by pool_clear(), never one by one. Pointers into a pool stay valid until then.
 */
#ifndef TIENDO_POOL_H
#define TIENDO_POOL_H

#include <stddef.h>

/* A growing store of strings; all of it is freed by pool_clear(). Zero-initialised is empty. */
struct pool {
    struct pool_block *head; /* the block that is being filled, linked to the full ones */
};

/* A copy of the n bytes at s, terminated, owned by the pool. */
const char *pool_text(struct pool *pool, const char *s, size_t n);

/* Frees every string of the pool. */
void pool_clear(struct pool *pool);

#endif
