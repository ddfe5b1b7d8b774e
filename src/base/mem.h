/* SPDX-License-Identifier: MIT */
/*
 * Memory that is there or ends the run.
 *
 * No caller checks for NULL: when the system has no memory left, the handler set with
 * mem_on_exhausted() runs (the command line says so and leaves with exit code 3); a handler must
 * not return. Libraries of others that report having no memory left end the run in the same way;
 * for the one that does not look there is stand_in.h. Growing arrays are stb_ds arrays (arrput,
 * arrlen, arrfree) on top of these calls.
 */
#ifndef TIENDO_MEM_H
#define TIENDO_MEM_H

#include <stddef.h>
#include <string.h>

/* What to do when no memory is left; the default aborts. The handler must not return. */
void mem_on_exhausted(void (*handler)(void));

/* Ends the run that way: for libraries of others that report having no memory left. */
_Noreturn void mem_exhausted(void);

/* Zeroed memory of the given size; the caller frees it with mem_free(). */
void *mem_alloc(size_t size);

/* As realloc(3), but never NULL for a size above 0. */
void *mem_realloc(void *old, size_t size);

/* Frees; NULL is allowed. */
void mem_free(void *old);

/* Large blocks go back to the system when they are freed: with glibc, which otherwise raises the
 * bound with every large block that is freed, and keeps what is below it. To be called before there
 * are threads. */
void mem_give_back(void);

/* The small ones that were freed go back now, by pages: when there were many. */
void mem_trim(void);

/* stb_ds says typeof, which strict C17 knows as __typeof__ only. */
#ifndef typeof
#define typeof __typeof__
#endif
#define STBDS_REALLOC(context, old, size) mem_realloc((old), (size))
#define STBDS_FREE(context, old) mem_free(old)
#include <stb/stb_ds.h>

/* Appends an array to another of the same kind. */
#define arr_append(to, from)                                                                       \
    do {                                                                                           \
        if (arrlenu(from) > 0) {                                                                   \
            memcpy(arraddnptr((to), arrlenu(from)), (from), arrlenu(from) * sizeof *(from));       \
        }                                                                                          \
    } while (0)

#endif
