/* SPDX-License-Identifier: MIT */
/*
 * Preloaded, lets one request for memory fail, or all from one on.
 *
 *     STARVE_AT=N         the N-th request (from 0) returns NULL; without it none does
 *     STARVE_ON=1         so do all that follow
 *     STARVE_COUNT=FILE   at the end the number of requests is written there
 *
 * The program's own malloc (src/base/stand_in.c), which the libraries get as well, stands on
 * glibc's __libc_malloc: that is what is replaced here. Requests are counted from main() on.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* NOLINTBEGIN: the names are glibc's */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static long requests;
static long at = -1;
static bool on;

/* Reads the environment before main(). What is asked for earlier is not the program's. */
__attribute__((constructor)) static void prepare(void) {
    const char *text = getenv("STARVE_AT");
    requests = 0;
    at = text != NULL ? strtol(text, NULL, 10) : -1;
    on = getenv("STARVE_ON") != NULL;
}

__attribute__((destructor)) static void report(void) {
    const char *name = getenv("STARVE_COUNT");
    long counted = requests;
    int fd = name != NULL ? open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    if (fd >= 0) {
        dprintf(fd, "%ld\n", counted);
        close(fd);
    }
}

static bool refused(void) {
    long n = requests++;
    if (at >= 0 && (n == at || (on && n > at))) {
        errno = ENOMEM;
        return true;
    }
    return false;
}

/* glibc's function below ours; ISO C knows no way from dlsym()'s pointer to one to a function. */
static void next_of(const char *name, void *function, size_t size) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) {
        _exit(126);
    }
    memcpy(function, &found, size);
}

void *__libc_malloc(size_t size) {
    static void *(*next)(size_t);
    if (next == NULL) {
        next_of("__libc_malloc", &next, sizeof next);
    }
    return refused() ? NULL : next(size);
}

void *__libc_calloc(size_t count, size_t size) {
    static void *(*next)(size_t, size_t);
    if (next == NULL) {
        next_of("__libc_calloc", &next, sizeof next);
    }
    return refused() ? NULL : next(count, size);
}

void *__libc_realloc(void *old, size_t size) {
    static void *(*next)(void *, size_t);
    if (next == NULL) {
        next_of("__libc_realloc", &next, sizeof next);
    }
    return refused() ? NULL : next(old, size);
}
/* NOLINTEND */
