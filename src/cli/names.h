/* SPDX-License-Identifier: MIT */
/*
 * What people call a thing on the command line: by its id, or by a name in either language, with
 * or without diacritics and case, whole or in part, where that means one thing.
 */
#ifndef TIENDO_NAMES_H
#define TIENDO_NAMES_H

#include "book.h"
#include "pool.h"

/* Things with their names. */
struct roster {
    int first;      /* index of the first thing */
    int count;      /* that of the last, plus 1 */
    const void *of; /* handed to name() */
    /* the nth name of a thing, 0 its id; NULL for one it does not have; none from NAMES_MOST on */
    const char *(*name)(const void *of, int which, int nth);
};

enum { NAMES_MOST = 8 };

/* Appends to *found (stb_ds array) the things that the word may mean: none, one or several. An id
 * goes before a whole name, that before a name written without marks or case, that before words
 * out of a name; `whole`: no such part of a name. */
void names_find(const struct roster *names, const char *word, bool whole, int **found);

/* "bac-ninh (Tỉnh Bắc Ninh), …": ids with a name, the first few of these things, NULL: of all;
 * NULL when there is none. */
const char *names_list(const struct roster *names, const int *which, size_t n, struct pool *pool);

/* The id, else the name, that the word probably misspells; NULL when none is near. */
const char *names_nearest(const struct roster *names, const char *word);

/* The organisations and the indicators of a book. */
struct roster names_of_orgs(const struct book *book);
struct roster names_of_indicators(const struct book *book);

#endif
