/*
 * Paths to loaded files. Whole paths are opened, not names beside an open folder: Windows has no
 * openat(). What a path leads to is judged on the open file, so it cannot change in between.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cut.h"
#include "mem.h"
#include "reader.h"

/* What a file or folder is, whatever it is called. */
struct identity {
    dev_t device; /* the file system */
    ino_t inode;  /* the file in it; 0: the system does not tell */
};

struct identity_slot {
    struct identity key; /* a file or folder that was met */
    char value;          /* not used */
};

/* Files being gathered. */
struct gathering {
    struct sources *sources;
    struct findings *findings;
    struct read_failures *failures;
    int limit_mb;              /* a larger file is refused */
    struct identity_slot *met; /* stb_ds map of the files and folders met so far */
    bool stdin_read;           /* `-` was given already */
};

static void fail(struct gathering *g, const char *path, int error) {
    size_t n = strlen(path) + 1;
    struct read_failure failure = {.path = mem_alloc(n), .error = error};
    memcpy(failure.path, path, n);
    arrput(g->failures->items, failure);
}

/* True when it was met before; remembers it. */
static bool met_before(struct gathering *g, const struct stat *status) {
    struct identity_slot slot;
    memset(&slot, 0, sizeof slot); /* the map compares all bytes, padding too */
    slot.key.device = status->st_dev;
    slot.key.inode = status->st_ino;
    if (slot.key.inode == 0) {
        return false;
    }
    if (hmgeti(g->met, slot.key) >= 0) {
        return true;
    }
    hmputs(g->met, slot);
    return false;
}

/* ---- files ---- */

/* Reads to the end, or past the limit, into the sources' room. False: errno says why. */
static bool read_all(struct sources *sources, int fd, size_t expected, size_t limit, size_t *size) {
    size_t room = (expected < limit ? expected : limit) + 1;
    size_t n = 0;
    while (true) {
        char *text = sources_room(sources, room + 1, n);
        ptrdiff_t got = source_read(fd, text + n, room - n);
        if (got < 0) {
            return false;
        }
        n += (size_t)got;
        if (n < room || n > limit) {
            *size = n;
            return true;
        }
        room = room * 2 < 4096 ? 4096 : room * 2;
    }
}

/* `once`: it cannot be read again. */
static void load(struct gathering *g, const char *path, int fd, size_t expected, bool once) {
    size_t limit = (size_t)g->limit_mb << 20;
    size_t size = 0;
    bool may_be_cut = !once && !g->sources->keep && expected <= limit;
    if (may_be_cut && cut_file(g->sources, path, expected)) {
        return;
    }
    if (!read_all(g->sources, fd, expected, limit, &size)) {
        fail(g, path, errno);
        return;
    }
    bool refused = size > limit;
    int32_t file = sources_add_read(g->sources, path, refused ? 0 : size);
    g->sources->items[file].once = once;
    g->sources->items[file].refused = refused;
    if (!refused) {
        return;
    }
    char megabytes[16];
    snprintf(megabytes, sizeof megabytes, "%d", g->limit_mb);
    FIND(g->findings, MSG_TOO_LARGE, ((struct place){file, 1, 1, 0}), megabytes);
}

/* ---- folders ---- */

static int compare_names(const void *left, const void *right) {
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

/* The names in a folder but for hidden ones, sorted; owned by the caller. False: errno says why. */
static bool list_folder(const char *path, char ***names) {
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return false;
    }
    errno = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL; errno = 0) {
        if (entry->d_name[0] != '.') {
            size_t n = strlen(entry->d_name) + 1;
            char *name = mem_alloc(n);
            memcpy(name, entry->d_name, n);
            arrput(*names, name);
        }
    }
    int error = errno;
    closedir(folder);
    if (arrlen(*names) > 0) {
        qsort(*names, arrlenu(*names), sizeof **names, compare_names);
    }
    errno = error;
    return error == 0;
}

static char *join(const char *folder, const char *name) {
    size_t n = strlen(folder);
    const char *slash = n > 0 && folder[n - 1] != '/' ? "/" : "";
    size_t size = n + strlen(name) + 2;
    char *path = mem_alloc(size);
    snprintf(path, size, "%s%s%s", folder, slash, name);
    return path;
}

/* name.yaml, name.yml; in capitals too, as Windows does not tell them apart. */
static bool is_yaml(const char *name) {
    static const char *const endings[] = {".yaml", ".yml"};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t m = strlen(endings[i]);
        bool same = n > m;
        for (size_t k = 0; same && k < m; k++) {
            char c = name[n - m + k];
            same = (c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) == endings[i][k];
        }
        if (same) {
            return true;
        }
    }
    return false;
}

static void take(struct gathering *g, const char *path, bool named);

/* Takes the YAML files of a folder and of the folders in it, in the order of their names. Symbolic
 * links are followed; a loop of them ends where a folder is met again. */
static void walk(struct gathering *g, const char *path) { // NOLINT(misc-no-recursion)
    char **names = NULL;
    if (!list_folder(path, &names)) {
        fail(g, path, errno);
    }
    for (ptrdiff_t i = 0; i < arrlen(names); i++) {
        char *inner = join(path, names[i]);
        take(g, inner, false);
        mem_free(inner);
        mem_free(names[i]);
    }
    arrfree(names);
}

/* ---- paths ---- */

/* Opens what is there, reads it when it is a file. Devices and pipes are refused: what they give
 * cannot be shown again, and may never end. */
static void take_file(struct gathering *g, const char *path, bool named) {
    struct stat status;
    int fd = source_open(path);
    if (fd < 0) {
        fail(g, path, errno);
        return;
    }
    if (fstat(fd, &status) != 0) {
        fail(g, path, errno);
    } else if (!S_ISREG(status.st_mode)) {
        if (named) {
            fail(g, path, EINVAL);
        }
    } else if (!met_before(g, &status)) {
        load(g, path, fd, status.st_size > 0 ? (size_t)status.st_size : 0, false);
    }
    close(fd);
}

/* `named`: by the user, not found in a folder. */
static void take(struct gathering *g, const char *path, bool named) { // NOLINT(misc-no-recursion)
    struct stat status;
    if (stat(path, &status) != 0) {
        /* a link to nothing is no data; what cannot be looked at may be a folder full of it */
        if (named || is_yaml(path) || errno != ENOENT) {
            fail(g, path, errno);
        }
    } else if (S_ISDIR(status.st_mode)) {
        if (!met_before(g, &status)) {
            walk(g, path);
        }
    } else if (named || (is_yaml(path) && S_ISREG(status.st_mode))) {
        take_file(g, path, named);
    }
}

void read_paths(const char *const paths[], size_t n, int limit_mb, struct sources *sources,
                struct findings *findings, struct read_failures *failures) {
    struct gathering g = {
        .sources = sources, .findings = findings, .failures = failures, .limit_mb = limit_mb};
    for (size_t i = 0; i < n; i++) {
        if (strcmp(paths[i], "-") != 0) {
            take(&g, paths[i], true);
        } else if (!g.stdin_read) {
            g.stdin_read = true;
            load(&g, paths[i], STDIN_FILENO, 0, true);
        }
    }
    hmfree(g.met);
}

void read_failures_clear(struct read_failures *failures) {
    for (ptrdiff_t i = 0; i < arrlen(failures->items); i++) {
        mem_free(failures->items[i].path);
    }
    arrfree(failures->items);
}
