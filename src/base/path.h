/* SPDX-License-Identifier: MIT */
/* Paths taken apart and put together: with / everywhere, on Windows with \ and drives too. */
#ifndef TIENDO_PATH_H
#define TIENDO_PATH_H

#include <stdbool.h>
#include <stddef.h>

bool path_is_separator(char c);

/* Bytes of the folder at the start of a path, its separator or drive included; 0: it has none. */
size_t path_folder(const char *path);

/* What follows the folder: "b.yaml" of "a/b.yaml". */
const char *path_name(const char *path);

/* What follows the last dot of the name, or NULL. */
const char *path_ending(const char *path);

/* Whether it ends so: ".xlsx"; in capitals too, as Windows does not tell them apart. More than the
 * ending. */
bool path_ends(const char *path, const char *ending);

/* Whether a path leads to the same place from every folder; on Windows also one that names a drive
 * only, as it does not go on from this folder. */
bool path_absolute(const char *path);

/* folder/name; from mem_alloc(). */
char *path_join(const char *folder, const char *name);

#endif
