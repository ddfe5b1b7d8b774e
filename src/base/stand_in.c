/* SPDX-License-Identifier: MIT */
#include "stand_in.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "mem.h"
#include "system.h"

static int first_error;

void rewinds_begin(void) {
    first_error = 0;
}

int rewinds_error(void) {
    return first_error;
}

/* NOLINTBEGIN: the names are the C library's and the linker's */
#if defined(STAND_IN_BY_NAME)
#define OURS(name) name
#define THEIRS(name) __libc_##name /* a sanitizer's malloc is another */
#elif defined(STAND_IN_WRAPPED)
#define OURS(name) __wrap_##name
#define THEIRS(name) __real_##name
void *OURS(malloc)(size_t size);
void *OURS(calloc)(size_t count, size_t size);
void *OURS(realloc)(void *old, size_t size);
void OURS(rewind)(FILE *file);
#endif

#ifdef OURS
#ifndef STAND_IN_SANITIZED
void *THEIRS(malloc)(size_t size);
void *THEIRS(calloc)(size_t count, size_t size);
void *THEIRS(realloc)(void *old, size_t size);

static void *there(void *memory) {
    if (memory == NULL) {
        mem_exhausted();
    }
    return memory;
}

void *OURS(malloc)(size_t size) {
    return there(THEIRS(malloc)(size));
}

void *OURS(calloc)(size_t count, size_t size) {
    return there(THEIRS(calloc)(count, size));
}

void *OURS(realloc)(void *old, size_t size) {
    void *memory = THEIRS(realloc)(old, size);
    return size > 0 ? there(memory) : memory; /* for 0 it frees */
}
#endif

/* An earlier failed write has left its mark on the stream, but its errno is gone. */
void OURS(rewind)(FILE *file) {
    int before = ferror(file) != 0 ? system_write_error(file) : 0;
    int now = fflush(file) != 0 ? errno : 0;
    if (fseek(file, 0, SEEK_SET) != 0 && now == 0) {
        now = errno;
    }
    if (first_error == 0) {
        first_error = now != 0 ? now : before;
    }
    clearerr(file);
}
#endif
/* NOLINTEND */
