/* SPDX-License-Identifier: MIT */
#include "pool.h"

#include <string.h>

#include "mem.h"

enum { BLOCK_SIZE = 16384 };

struct pool_block {
    struct pool_block *next; /* the block filled before this one */
    size_t used;             /* bytes taken of text */
    size_t size;             /* bytes there are in text */
    char text[];             /* the strings, each with its end */
};

static struct pool_block *block_new(struct pool_block *next, size_t least) {
    size_t size = least > BLOCK_SIZE ? least : BLOCK_SIZE;
    struct pool_block *block = mem_realloc(NULL, sizeof *block + size); /* needs no zeros */
    block->next = next;
    block->used = 0;
    block->size = size;
    return block;
}

const char *pool_text(struct pool *pool, const char *s, size_t n) {
    if (pool->head == NULL || pool->head->size - pool->head->used < n + 1) {
        pool->head = block_new(pool->head, n + 1);
    }
    char *copy = pool->head->text + pool->head->used;
    if (n > 0) { /* an empty text may be NULL */
        memcpy(copy, s, n);
    }
    copy[n] = '\0';
    pool->head->used += n + 1;
    return copy;
}

void pool_clear(struct pool *pool) {
    while (pool->head != NULL) {
        struct pool_block *next = pool->head->next;
        mem_free(pool->head);
        pool->head = next;
    }
}
