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

/* ---- libraries of others ---- */

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) ||                         \
    __has_feature(thread_sanitizer)
#define OWN_MALLOC /* a sanitizer's */
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OWN_MALLOC
#endif

#if defined(__GLIBC__) && !defined(OWN_MALLOC)
/* NOLINTBEGIN: the names are glibc's */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size) {
    return there(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) {
    return there(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size) {
    void *memory = __libc_realloc(old, size);
    return size > 0 ? there(memory) : memory; /* for 0 it frees */
}
/* NOLINTEND */
#endif
