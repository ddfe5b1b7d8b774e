/* SPDX-License-Identifier: MIT */
#include "path.h"

#include <string.h>

#include "mem.h"
#include "system.h"

bool path_is_separator(char c) {
    return c != '\0' && strchr(system_separators, c) != NULL;
}

size_t path_folder(const char *path) {
    size_t n = system_drive(path);
    for (size_t i = n; path[i] != '\0'; i++) {
        n = path_is_separator(path[i]) ? i + 1 : n;
    }
    return n;
}

const char *path_name(const char *path) {
    return path + path_folder(path);
}

const char *path_ending(const char *path) {
    const char *dot = strrchr(path_name(path), '.');
    return dot != NULL && dot[1] != '\0' ? dot + 1 : NULL;
}

bool path_ends(const char *path, const char *ending) {
    size_t n = strlen(path);
    size_t m = strlen(ending);
    bool same = n > m;
    for (size_t i = 0; same && i < m; i++) {
        char c = path[n - m + i];
        same = (c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) == ending[i];
    }
    return same;
}

bool path_absolute(const char *path) {
    return path_is_separator(path[0]) || system_drive(path) > 0;
}

char *path_join(const char *folder, const char *name) {
    size_t n = strlen(folder);
    size_t m = strlen(name);
    bool parted = path_folder(folder) == n; /* "", "a/", "C:" */
    char *path = mem_alloc(n + m + 2);
    memcpy(path, folder, n);
    path[n] = '/';
    memcpy(path + n + !parted, name, m);
    return path;
}
