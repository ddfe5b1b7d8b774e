/* SPDX-License-Identifier: MIT */
/*
 * Several files that are written together: all of them or none.
 *
 * First every text, and what its file holds by now, is written and synced beside the file, so that
 * a full disk or a folder without permission changes nothing; only then they are renamed, one after
 * the other. Should one of the renames fail, those before it are taken back, which needs no room.
 */
#ifndef TIENDO_SAFE_FILES_H
#define TIENDO_SAFE_FILES_H

#include <stddef.h>

#include "safe_file.h"

struct text_file {
    const char *path;
    const char *before; /* what it holds, or NULL: it is not there yet */
    size_t before_size;
    const char *after; /* what it is to hold */
    size_t after_size;
};

/* False with *failure filled and *failed the index of the file; then all are as they were, unless
 * the step is WRITE_FOLDER: all are in place, a folder could not be synced. */
bool safe_files_write(const struct text_file files[], size_t n, struct write_failure *failure,
                      size_t *failed);

#endif
