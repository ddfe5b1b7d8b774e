/* SPDX-License-Identifier: MIT */
/* Makes folders to write into. */
#ifndef TIENDO_FOLDER_H
#define TIENDO_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the folder unless something of that name is there; *made (made may be NULL): it was made.
 * On failure false with errno set. */
bool folder_make(const char *path, bool *made);

/* Appends the paths of what in the folder ends so (".xlsx"), by name, to an stb_ds array; each from
 * mem_alloc(), the caller's. Left out: what is hidden, and "~$…", by which Excel says that it has a
 * file open. Nothing where the folder cannot be read. */
void folder_files(const char *path, const char *ending, char ***files);

#endif
