/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define STB_DS_IMPLEMENTATION
#include "mem.h"

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
#ifdef __GLIBC__
    enum { LARGE = 1 << 19 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}

void mem_trim(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
