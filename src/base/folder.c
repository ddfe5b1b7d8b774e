/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "path.h"
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

static int compare_paths(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

void folder_files(const char *path, const char *ending, char ***files) {
    struct folder_entry *entries = NULL;
    size_t before = arrlenu(*files);
    (void)system_list(path, &entries);
    for (ptrdiff_t i = 0; i < arrlen(entries); i++) {
        bool held = strncmp(entries[i].name, "~$", 2) == 0;
        if (entries[i].kind != ENTRY_FOLDER && !held && path_ends(entries[i].name, ending)) {
            arrput(*files, path_join(path, entries[i].name));
        }
        mem_free(entries[i].name);
    }
    arrfree(entries);
    if (arrlenu(*files) > before) {
        qsort(*files + before, arrlenu(*files) - before, sizeof **files, compare_paths);
    }
}
