/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <errno.h>
#include <stddef.h>

#include "system.h"

bool folder_make(const char *path, bool *made) {
    bool done = system_make_folder(path);
    if (!done && errno != EEXIST) {
        return false;
    }
    if (made != NULL) {
        *made = done;
    }
    return true;
}
