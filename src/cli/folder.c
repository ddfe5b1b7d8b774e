/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <errno.h>
#include <stddef.h>
#include <sys/stat.h>

#ifdef _WIN32
#include <direct.h>
#endif

bool folder_make(const char *path, bool *made) {
#ifdef _WIN32
    bool done = _mkdir(path) == 0;
#else
    bool done = mkdir(path, 0777) == 0;
#endif
    if (!done && errno != EEXIST) {
        return false;
    }
    if (made != NULL) {
        *made = done;
    }
    return true;
}
