/* SPDX-License-Identifier: MIT */
/* Makes folders to write into. */
#ifndef TIENDO_FOLDER_H
#define TIENDO_FOLDER_H

#include <stdbool.h>

/* Makes the folder unless something of that name is there; *made (made may be NULL): it was made.
 * On failure false with errno set. */
bool folder_make(const char *path, bool *made);

#endif
