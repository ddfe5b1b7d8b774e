/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#define STB_DS_IMPLEMENTATION
#include "mem.h"
#include "system.h"

static void (*exhausted)(void) = abort;

void mem_on_exhausted(void (*handler)(void)) {
    exhausted = handler;
}

void mem_exhausted(void) {
    exhausted();
    abort();
}

static void *there(void *memory) {
    if (memory == NULL) {
        mem_exhausted();
    }
    return memory;
}

void *mem_alloc(size_t size) {
    return there(calloc(1, size > 0 ? size : 1));
}

void *mem_realloc(void *old, size_t size) {
    return there(realloc(old, size > 0 ? size : 1));
}

void mem_free(void *old) {
    free(old);
}

void mem_give_back(void) {
    system_give_back();
}

void mem_trim(void) {
    system_trim();
}
