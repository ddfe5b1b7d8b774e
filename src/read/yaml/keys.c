/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include <stdbool.h>
#include <string.h>

#include "mem.h"

static bool is_key(const struct key *key, const char *text, size_t n) {
    return key != NULL && key->length == n && memcmp(key->text, text, n) == 0;
}

static struct key *look_up(struct keys *keys, const char *text, size_t n) {
    struct key *key = shget(keys->slots, text);
    if (key == NULL) {
        key = mem_alloc(sizeof *key);
        key->text = pool_text(&keys->pool, text, n);
        key->length = n;
        key->indicator = MEANS_NOTHING_YET;
        shput(keys->slots, key->text, key);
    }
    return key;
}

struct key *keys_of(struct keys *keys, struct key **guess, const char *text, size_t n) {
    if (!is_key(*guess, text, n)) {
        *guess = look_up(keys, text, n);
    }
    return *guess;
}

void keys_clear(struct keys *keys) {
    for (ptrdiff_t i = 0; i < shlen(keys->slots); i++) {
        mem_free(keys->slots[i].value);
    }
    shfree(keys->slots);
    pool_clear(&keys->pool);
    *keys = (struct keys){0};
}
