/* SPDX-License-Identifier: MIT */
/*
 * Paths to loaded files: one thread walks the folders and finds what may be read, several threads
 * opens and reads it, and what that gives is taken in the order in which it was found.
 *
 * Whole paths are opened, not names beside an open folder: Windows has no openat(). What a path
 * leads to is judged on the open file, so it cannot change in between.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jobs.h"
#include "mem.h"
#include "path.h"
#include "reader.h"
#include "system.h"

struct identity_slot {
    struct file_identity key; /* a file or folder that was met */
    char value;               /* not used */
};

/* What may be a file. First the walk says what it saw, then a thread what came of it. */
struct candidate {
    const char *path;
    bool named;          /* by the user, not found in a folder */
    bool standard_input; /* it is open already, and cannot be read again */

    int error; /* errno: it cannot be read; also of the walk */
    bool too_large;
    struct file_identity identity;
    char *text; /* or NULL */
    size_t size;
};

/* Files being gathered. */
struct gathering {
    size_t limit;                 /* bytes; a larger file is refused */
    struct pool paths;            /* of the candidates */
    struct candidate *candidates; /* stb_ds array */

    /* not for the threads that read */
    struct identity_slot *met; /* stb_ds map of the files and folders met so far */
    struct sources *sources;
    struct findings *findings;
    struct read_failures *failures;
};

/* True when it was met before; remembers it. */
static bool met_before(struct gathering *g, const struct file_identity *identity) {
    struct identity_slot slot;
    memset(&slot, 0, sizeof slot); /* the map compares all bytes, padding too */
    slot.key.device = identity->device;
    slot.key.number = identity->number;
    if (slot.key.number == 0) {
        return false;
    }
    size_t before = hmlenu(g->met);
    hmputs(g->met, slot);
    return hmlenu(g->met) == before;
}

/* Appends what is nothing but a path yet; the pointer holds until the next one. */
static struct candidate *add_candidate(struct gathering *g, const char *path) {
    struct candidate candidate = {.path = pool_text(&g->paths, path, strlen(path))};
    arrput(g->candidates, candidate);
    return &arrlast(g->candidates);
}

static void add_failure(struct gathering *g, const char *path, int error) {
    add_candidate(g, path)->error = error;
}

/* ---- folders ---- */

static int compare_names(const void *left, const void *right) {
    const struct folder_entry *a = left;
    const struct folder_entry *b = right;
    return strcmp(a->name, b->name);
}

/* What is in a folder but for what is hidden, sorted; owned by the caller. False: errno says why.
 */
static bool list_folder(const char *path, struct folder_entry **entries) {
    bool done = system_list(path, entries);
    int error = errno;
    if (arrlen(*entries) > 0) {
        qsort(*entries, arrlenu(*entries), sizeof **entries, compare_names);
    }
    errno = error;
    return done;
}

static bool is_yaml(const char *name) {
    return path_ends(name, ".yaml") || path_ends(name, ".yml");
}

static void look_at(struct gathering *g, const char *path, bool named);

/* Looks at all in a folder and in the folders in it, in the order of their names. Symbolic links
 * are followed; a loop of them ends where a folder is met again. */
static void walk(struct gathering *g, const char *path) { // NOLINT(misc-no-recursion)
    struct folder_entry *entries = NULL;
    if (!list_folder(path, &entries)) {
        add_failure(g, path, errno);
    }
    for (ptrdiff_t i = 0; i < arrlen(entries); i++) {
        bool file = entries[i].kind == ENTRY_FILE;
        char *inner = path_join(path, entries[i].name);
        if (file && is_yaml(inner)) {
            add_candidate(g, inner);
        } else if (!file) {
            look_at(g, inner, false);
        }
        mem_free(inner);
        mem_free(entries[i].name);
    }
    arrfree(entries);
}

// NOLINTNEXTLINE(misc-no-recursion)
static void look_at(struct gathering *g, const char *path, bool named) {
    struct file_status status;
    if (!system_status(path, &status)) {
        /* a link to nothing is no data; what cannot be looked at may be a folder full of it */
        if (named || is_yaml(path) || errno != ENOENT) {
            add_failure(g, path, errno);
        }
    } else if (status.kind == FILE_FOLDER) {
        if (!met_before(g, &status.identity)) {
            walk(g, path);
        }
    } else if (named || (is_yaml(path) && status.kind == FILE_REGULAR)) {
        add_candidate(g, path)->named = named;
    }
}

static void look_at_all(struct gathering *g, const char *const paths[], size_t n) {
    bool standard_input = false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(paths[i], "-") != 0) {
            look_at(g, paths[i], true);
        } else if (!standard_input) {
            standard_input = true;
            add_candidate(g, paths[i])->standard_input = true;
        }
    }
}

/* ---- files ---- */

/* Reads to the end, or past the limit. Nearly all are as large as expected; one byte more would
 * show that there is more. */
static void read_text(const struct gathering *g, struct candidate *file, int fd, size_t expected) {
    size_t room = expected + 1;
    char *text = mem_realloc(NULL, room + 1); /* needs no zeros */
    ptrdiff_t got = system_read(fd, text, room);
    size_t n = got > 0 ? (size_t)got : 0;
    while (got >= 0 && n == room && n <= g->limit) {
        room = room * 2 < 4096 ? 4096 : room * 2;
        text = mem_realloc(text, room + 1);
        got = system_read(fd, text + n, room - n);
        n += got > 0 ? (size_t)got : 0;
    }
    file->error = got < 0 ? errno : 0;
    file->too_large = n > g->limit;
    file->text = text;
    file->size = n;
    text[n] = '\0';
}

/* Devices and pipes are refused: what they give cannot be shown again, and may never end. */
static void read_opened(const struct gathering *g, struct candidate *file, int fd) {
    struct file_status status;
    if (!system_status_open(fd, &status)) {
        file->error = errno;
    } else if (status.kind != FILE_REGULAR) {
        file->error = file->named ? EINVAL : 0;
    } else {
        file->identity = status.identity;
        file->too_large = status.size > g->limit;
        if (!file->too_large) {
            read_text(g, file, fd, status.size);
        }
    }
}

static void read_file(const struct gathering *g, struct candidate *file) {
    if (file->standard_input) {
        read_text(g, file, SYSTEM_STDIN, 0);
    } else if (file->error == 0) {
        int fd = system_open(file->path);
        if (fd < 0) {
            file->error = errno;
            return;
        }
        read_opened(g, file, fd);
        system_close(fd);
    }
}

/* ---- by threads ---- */

enum {
    PIECE_FILES = 128, /* read by one thread: half a millisecond */
    PIECES_AHEAD = 64  /* their texts wait for the book anyway */
};

static size_t end_of(const struct gathering *g, size_t piece) {
    size_t end = (piece + 1) * PIECE_FILES;
    return end < arrlenu(g->candidates) ? end : arrlenu(g->candidates);
}

static void read_piece(void *context, int worker, size_t piece, void *result) {
    const struct gathering *g = context;
    (void)worker;
    (void)result; /* it stands beside each candidate */
    for (size_t i = piece * PIECE_FILES; i < end_of(g, piece); i++) {
        read_file(g, &g->candidates[i]);
    }
}

/* ---- taking ---- */

static void take_failure(struct gathering *g, const struct candidate *file) {
    size_t n = strlen(file->path) + 1;
    struct read_failure failure = {.path = mem_alloc(n), .error = file->error};
    memcpy(failure.path, file->path, n);
    arrput(g->failures->items, failure);
}

static void take_too_large(struct gathering *g, const struct candidate *file) {
    char megabytes[16];
    int32_t index = sources_add(g->sources, file->path, mem_alloc(1), 0);
    g->sources->items[index].once = file->standard_input;
    g->sources->items[index].refused = true;
    snprintf(megabytes, sizeof megabytes, "%zu", g->limit >> 20);
    FIND(g->findings, MSG_TOO_LARGE, ((struct place){index, 1, 1, 0}), megabytes);
}

static void take_text(struct gathering *g, const struct candidate *file) {
    int32_t index = sources_add(g->sources, file->path, file->text, file->size);
    g->sources->items[index].once = file->standard_input;
}

static void take(struct gathering *g, struct candidate *file) {
    bool is_file = file->text != NULL || file->too_large;
    if (file->error != 0) {
        take_failure(g, file);
    } else if (is_file && !met_before(g, &file->identity)) {
        if (!file->too_large) {
            take_text(g, file);
            return;
        }
        take_too_large(g, file);
    }
    mem_free(file->text);
}

static void read_and_take(struct gathering *g, int jobs) {
    struct jobs_work work = {
        .count = (arrlenu(g->candidates) + PIECE_FILES - 1) / PIECE_FILES,
        .ahead = PIECES_AHEAD,
        .make = read_piece,
        .context = g,
    };
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t piece = 0; piece < work.count; piece++) {
        char nothing;
        jobs_take(queue, &nothing);
        for (size_t i = piece * PIECE_FILES; i < end_of(g, piece); i++) {
            take(g, &g->candidates[i]);
        }
    }
    jobs_end(queue);
}

void read_paths(const char *const paths[], size_t n, struct read_manner manner,
                struct sources *sources, struct findings *findings,
                struct read_failures *failures) {
    struct gathering g = {.limit = (size_t)manner.limit_mb << 20,
                          .sources = sources,
                          .findings = findings,
                          .failures = failures};
    look_at_all(&g, paths, n);
    /* few files are one piece, and one thread's work */
    read_and_take(&g, manner.jobs > 0 ? manner.jobs : read_usual_jobs(SIZE_MAX));
    arrfree(g.candidates);
    pool_clear(&g.paths);
    hmfree(g.met);
}

void read_failures_clear(struct read_failures *failures) {
    for (ptrdiff_t i = 0; i < arrlen(failures->items); i++) {
        mem_free(failures->items[i].path);
    }
    arrfree(failures->items);
}
