/* SPDX-License-Identifier: MIT */
/*
 * A folder to write into.
 */
#ifndef TIENDO_FOLDER_H
#define TIENDO_FOLDER_H

#include <stdbool.h>

/* Makes the folder unless something of that name is there; *made (or NULL) tells which. On failure
 * false, errno set. */
bool folder_make(const char *path, bool *made);

#endif
