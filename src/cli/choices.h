/* SPDX-License-Identifier: MIT */
/*
 * Options whose value is one of a fixed set of words: finds the word, lists all, splits at commas.
 */
#ifndef TIENDO_CHOICES_H
#define TIENDO_CHOICES_H

#include <stdbool.h>

#include "pool.h"
#include "usage_error.h"

/* A set of words, addressed by their index. */
struct choices {
    int count;                      /* the last word's index, plus 1 */
    const char *(*name)(int which); /* the word of an index below count */
    /* what the word means, for people; NULL: the words need no explanation */
    const char *(*about)(int which, enum language lang);
    int first; /* the index of the first word */
    /* what else people call it, from 0 on, or NULL; no such function: by nothing else */
    const char *(*also)(int which, int nth);
};

/* Index of the value among the choices, by its word or what people call it (names.h); -1 and a
 * usage error that lists them when there is none. option: as typed, "--format". mask: only these
 * indices (bits) are offered; 0: all. */
int choices_pick(const struct choices *choices, unsigned mask, const char *option,
                 const char *value, struct pool *pool, struct usage_error *usage);

/* "text|short|json": the words of a mask (0: all) joined, kept in the pool. */
const char *choices_join(const struct choices *choices, unsigned mask, const char *between,
                         struct pool *pool);

/* Appends the words between the commas of value (blanks around them taken off, copied into the
 * pool) to the stb_ds array *words. False and a usage error when one is empty. */
bool choices_split(const char *option, const char *value, struct pool *pool, const char ***words,
                   struct usage_error *usage);

#endif
