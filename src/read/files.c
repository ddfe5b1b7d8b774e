/*
 * Paths to loaded files: one thread walks the folders and finds what may be read, a crew opens and
 * reads it, and what that gives is taken in the order in which it was found.
 *
 * Whole paths are opened, not names beside an open folder: Windows has no openat(). What a path
 * leads to is judged on the open file, so it cannot change in between; the walk only spares the
 * reading of what was met before, and knows how much room a text will need.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crew.h"
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

/* What may be a file. First the walk says what it saw, then a thread what came of it. */
struct candidate {
    const char *path;
    bool named;          /* by the user, not found in a folder */
    bool standard_input; /* it is open already, and cannot be read again */
    struct identity identity;
    size_t expected; /* bytes */

    int error;     /* errno: it cannot be read; also of the walk */
    bool replaced; /* it is another file than the walk saw: `identity` is that one's now */
    bool too_large;
    bool apart; /* the text is not in the shelf: it was larger than expected, or a huge one */
    char *text; /* or NULL */
    size_t size;
    struct source_piece *pieces; /* stb_ds array: it is to be read in pieces; or NULL */
};

/* Candidates first .. end - 1 are read by one thread into one shelf. */
struct piece {
    size_t first;
    size_t end;
    size_t room; /* that they need in the shelf */
};

/* Files being gathered. */
struct gathering {
    size_t limit;                 /* bytes; a larger file is refused */
    bool whole;                   /* none is to be read in pieces */
    struct pool paths;            /* of the candidates */
    struct candidate *candidates; /* stb_ds arrays */
    struct piece *pieces;

    /* not for the threads that read */
    struct identity_slot *met; /* stb_ds map of the files and folders met so far */
    struct sources *sources;
    struct findings *findings;
    struct read_failures *failures;
};

static struct identity identity_of(const struct stat *status) {
    return (struct identity){.device = status->st_dev, .inode = status->st_ino};
}

/* True when it was met before; remembers it. */
static bool met_before(struct gathering *g, struct identity identity) {
    struct identity_slot slot;
    memset(&slot, 0, sizeof slot); /* the map compares all bytes, padding too */
    slot.key.device = identity.device;
    slot.key.inode = identity.inode;
    if (slot.key.inode == 0) {
        return false;
    }
    if (hmgeti(g->met, slot.key) >= 0) {
        return true;
    }
    hmputs(g->met, slot);
    return false;
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

static void look_at(struct gathering *g, const char *path, bool named);

/* Looks at all in a folder and in the folders in it, in the order of their names. Symbolic links
 * are followed; a loop of them ends where a folder is met again. */
static void walk(struct gathering *g, const char *path) { // NOLINT(misc-no-recursion)
    char **names = NULL;
    if (!list_folder(path, &names)) {
        add_failure(g, path, errno);
    }
    for (ptrdiff_t i = 0; i < arrlen(names); i++) {
        char *inner = join(path, names[i]);
        look_at(g, inner, false);
        mem_free(inner);
        mem_free(names[i]);
    }
    arrfree(names);
}

static void add_file(struct gathering *g, const char *path, bool named, const struct stat *status) {
    struct candidate *file = add_candidate(g, path);
    file->named = named;
    file->identity = identity_of(status);
    file->expected = status->st_size > 0 ? (size_t)status->st_size : 0;
}

// NOLINTNEXTLINE(misc-no-recursion)
static void look_at(struct gathering *g, const char *path, bool named) {
    struct stat status;
    if (stat(path, &status) != 0) {
        /* a link to nothing is no data; what cannot be looked at may be a folder full of it */
        if (named || is_yaml(path) || errno != ENOENT) {
            add_failure(g, path, errno);
        }
    } else if (S_ISDIR(status.st_mode)) {
        if (!met_before(g, identity_of(&status))) {
            walk(g, path);
        }
    } else if (!S_ISREG(status.st_mode)) {
        if (named) {
            add_file(g, path, named, &status);
        }
    } else if ((named || is_yaml(path)) && !met_before(g, identity_of(&status))) {
        add_file(g, path, named, &status);
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

/* What is expected, one byte more, which shows that there is more, and a NUL. A huge file needs no
 * room in a shelf: mostly it is not to be held. */
static size_t room_for(const struct gathering *g, const struct candidate *file) {
    bool huge = file->expected > g->limit || (!g->whole && cut_worth(file->expected));
    return (huge ? 0 : file->expected) + 2;
}

/* Reads to the end, or past the limit. */
static void read_text(const struct gathering *g, struct candidate *file, int fd,
                      struct shelf *shelf) {
    size_t room = room_for(g, file) - 1;
    char *text = shelf_room(shelf, room + 1);
    ptrdiff_t got = source_read(fd, text, room);
    size_t n = got > 0 ? (size_t)got : 0;
    while (got >= 0 && n == room && n <= g->limit) {
        size_t rest = file->expected <= g->limit ? file->expected + 1 : 4096;
        room = room * 2 < rest ? rest : room * 2;
        char *larger = mem_realloc(file->text, room + 1);
        if (!file->apart) {
            memcpy(larger, text, n);
        }
        file->apart = true;
        file->text = text = larger;
        got = source_read(fd, text + n, room - n);
        n += got > 0 ? (size_t)got : 0;
    }
    file->error = got < 0 ? errno : 0;
    file->too_large = n > g->limit;
    file->text = text;
    file->size = n;
    text[n] = '\0';
}

/* Devices and pipes are refused: what they give cannot be shown again, and may never end. */
static void read_opened(const struct gathering *g, struct candidate *file, int fd,
                        struct shelf *shelf) {
    struct stat status;
    if (fstat(fd, &status) != 0) {
        file->error = errno;
    } else if (!S_ISREG(status.st_mode)) {
        file->error = file->named ? EINVAL : 0;
    } else {
        struct identity seen = file->identity;
        file->identity = identity_of(&status);
        file->replaced = file->identity.device != seen.device || file->identity.inode != seen.inode;
        file->too_large = status.st_size > 0 && (size_t)status.st_size > g->limit;
        if (!file->too_large && !g->whole) {
            file->pieces = cut_file(fd, (size_t)status.st_size);
        }
        if (!file->too_large && file->pieces == NULL) {
            read_text(g, file, fd, shelf);
        }
    }
}

static void read_file(const struct gathering *g, struct candidate *file, struct shelf *shelf) {
    if (file->standard_input) {
        read_text(g, file, STDIN_FILENO, shelf);
    } else if (file->error == 0) {
        int fd = source_open(file->path);
        if (fd < 0) {
            file->error = errno;
            return;
        }
        read_opened(g, file, fd, shelf);
        close(fd);
    }
}

/* ---- by threads ---- */

enum { PIECES_AHEAD = 64 }; /* their texts wait for the book anyway */

/* Returns how many bytes are expected in all. */
static size_t share_out(struct gathering *g) {
    size_t expected = 0;
    struct piece piece = {0};
    for (size_t i = 0; i < arrlenu(g->candidates); i++) {
        size_t room = room_for(g, &g->candidates[i]);
        if (piece.room > 0 && piece.room + room > MEM_LARGE) {
            arrput(g->pieces, piece);
            piece = (struct piece){.first = i};
        }
        piece.room += room;
        piece.end = i + 1;
        expected += room;
    }
    if (piece.room > 0) {
        arrput(g->pieces, piece);
    }
    return expected;
}

static void read_piece(void *context, int worker, size_t piece, void *result) {
    const struct gathering *g = context;
    const struct piece *of = &g->pieces[piece];
    struct shelf **shelf = result;
    (void)worker;
    *shelf = shelf_make(of->room);
    for (size_t i = of->first; i < of->end; i++) {
        read_file(g, &g->candidates[i], *shelf);
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

static void take_text(struct gathering *g, const struct candidate *file, struct shelf *shelf) {
    int32_t index =
        file->apart ? sources_add(g->sources, file->path, file->text, file->size)
                    : sources_add_shelved(g->sources, file->path, shelf, file->text, file->size);
    g->sources->items[index].once = file->standard_input;
}

static void take(struct gathering *g, struct candidate *file, struct shelf *shelf) {
    bool met = file->replaced && met_before(g, file->identity);
    bool good = file->error == 0 && !file->too_large && !met;
    if (file->error != 0) {
        take_failure(g, file);
    } else if (file->too_large && !met) {
        take_too_large(g, file);
    } else if (file->pieces != NULL && good) {
        sources_add_pieces(g->sources, file->path, file->pieces);
    } else if (file->text != NULL && good) {
        take_text(g, file, shelf);
    }
    if (!good) {
        mem_free(file->apart ? file->text : NULL);
        arrfree(file->pieces);
    }
}

static void read_and_take(struct gathering *g, int jobs) {
    struct crew_work work = {
        .count = arrlenu(g->pieces),
        .result_size = sizeof(struct shelf *),
        .ahead = PIECES_AHEAD,
        .make = read_piece,
        .context = g,
    };
    struct crew *crew = crew_begin(&work, jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct shelf *shelf = NULL;
        crew_take(crew, &shelf);
        for (size_t k = g->pieces[i].first; k < g->pieces[i].end; k++) {
            take(g, &g->candidates[k], shelf);
        }
        shelf_release(shelf);
    }
    crew_end(crew);
}

void read_paths(const char *const paths[], size_t n, struct read_manner manner,
                struct sources *sources, struct findings *findings,
                struct read_failures *failures) {
    struct gathering g = {.limit = (size_t)manner.limit_mb << 20,
                          .whole = sources->keep,
                          .sources = sources,
                          .findings = findings,
                          .failures = failures};
    look_at_all(&g, paths, n);
    size_t expected = share_out(&g);
    read_and_take(&g, manner.jobs > 0 ? manner.jobs : read_usual_jobs(expected));
    arrfree(g.pieces);
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
