/* SPDX-License-Identifier: MIT */
/* realpath() belongs to the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700 /* NOLINT: a feature test macro is named by the system */

#include "safe_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"

/* The temporary file of this run that is not yet in place, for safe_file_leave(). */
static char *volatile unfinished;

void safe_file_leave(void) {
    if (unfinished != NULL) {
        unlink(unfinished);
    }
}

bool safe_file_failed(struct write_failure *failure, enum write_step step, int error,
                      const char *detail) {
    *failure = (struct write_failure){.step = step, .error = error};
    snprintf(failure->detail, sizeof failure->detail, "%s", detail != NULL ? detail : "");
    return false;
}

static char *copy_text(const char *s) {
    size_t n = strlen(s) + 1;
    return memcpy(mem_alloc(n), s, n);
}

/* The file that will be replaced, links followed; NULL with *error set when there can be none.
 * *mode is that of the old file, or 0 when there is none yet. */
static char *real_target(const char *path, mode_t *mode, int *error) {
    struct stat found;
    *mode = 0;
    if (lstat(path, &found) != 0) {
        *error = errno;
        return errno == ENOENT && path[0] != '\0' ? copy_text(path) : NULL;
    }
    if (stat(path, &found) != 0) { /* a link to nothing */
        *error = errno;
        return NULL;
    }
    if (!S_ISREG(found.st_mode)) {
        *error = S_ISDIR(found.st_mode) ? EISDIR : EINVAL;
        return NULL;
    }
    char *real = realpath(path, NULL);
    if (real == NULL) {
        *error = errno;
        return NULL;
    }
    *mode = found.st_mode & 07777;
    char *target = copy_text(real); /* realpath's memory is the C library's, ours is mem.h's */
    free(real);
    return target;
}

static size_t folder_length(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* A name beside the target, ending in the XXXXXX that mkstemp() fills. */
static char *temporary_name(const char *target) {
    static const char name[] = ".tiendo-XXXXXX";
    size_t folder = folder_length(target);
    char *temporary = mem_alloc(folder + sizeof name);
    memcpy(temporary, target, folder);
    memcpy(temporary + folder, name, sizeof name);
    return temporary;
}

/* mkstemp() makes files that only their owner can read; a report is made to be shared. */
static bool share_as_usual(int fd, mode_t mode) {
    if (mode == 0) {
        mode_t mask = umask(0);
        umask(mask);
        mode = 0666 & ~mask;
    }
    return fchmod(fd, mode) == 0;
}

bool safe_file_begin(struct safe_file *file, const char *path, struct write_failure *failure) {
    mode_t mode;
    int error = 0;
    char *target = real_target(path, &mode, &error);
    if (target == NULL) {
        return safe_file_failed(failure, WRITE_TEMPORARY, error, NULL);
    }
    struct safe_file begun = {.target = target, .temporary = temporary_name(target)};
    unfinished = begun.temporary; /* before it is made: a signal may come at once */
    begun.fd = mkstemp(begun.temporary);
    if (begun.fd < 0) {
        error = errno;
        unfinished = NULL;
        mem_free(begun.target);
        mem_free(begun.temporary);
        return safe_file_failed(failure, WRITE_TEMPORARY, error, NULL);
    }
    if (!share_as_usual(begun.fd, mode)) {
        error = errno;
        safe_file_abort(&begun);
        return safe_file_failed(failure, WRITE_TEMPORARY, error, NULL);
    }
    *file = begun;
    return true;
}

static void forget(struct safe_file *file) {
    if (file->fd >= 0) {
        close(file->fd);
    }
    unfinished = NULL;
    mem_free(file->target);
    mem_free(file->temporary);
    *file = (struct safe_file){.fd = -1};
}

void safe_file_abort(struct safe_file *file) {
    if (file->temporary != NULL) {
        unlink(file->temporary);
    }
    forget(file);
}

static bool abort_failed(struct safe_file *file, struct write_failure *failure,
                         enum write_step step) {
    int error = errno;
    safe_file_abort(file);
    return safe_file_failed(failure, step, error, NULL);
}

/* fsync(), begun again when a signal came in between. */
static int sync_file(int fd) {
    int done = fsync(fd);
    while (done != 0 && errno == EINTR) {
        done = fsync(fd);
    }
    return done;
}

/* Syncs the folder, so that the rename survives a crash. File systems that cannot sync a folder
 * answer EINVAL, which is no failure. */
static bool sync_folder(const char *target) {
    size_t n = folder_length(target);
    char *folder = copy_text(n == 0 ? "." : target);
    if (n > 0) {
        folder[n] = '\0';
    }
    int fd = open(folder, O_RDONLY);
    mem_free(folder);
    if (fd < 0) {
        return errno == EACCES; /* a folder may be written to but not read */
    }
    bool done = sync_file(fd) == 0 || errno == EINVAL;
    int error = errno;
    close(fd);
    errno = error;
    return done;
}

bool safe_file_commit(struct safe_file *file, struct write_failure *failure) {
    if (sync_file(file->fd) != 0) {
        return abort_failed(file, failure, WRITE_SYNC);
    }
    int fd = file->fd;
    file->fd = -1;
    if (close(fd) != 0 && errno != EINTR) { /* synced already, and closed in spite of EINTR */
        return abort_failed(file, failure, WRITE_SYNC);
    }
    if (rename(file->temporary, file->target) != 0) {
        return abort_failed(file, failure, WRITE_RENAME);
    }
    unfinished = NULL;
    bool synced = sync_folder(file->target);
    int error = errno;
    forget(file);
    return synced || safe_file_failed(failure, WRITE_FOLDER, error, NULL);
}

/* Writes what render() appends while it appends it; false with errno set. */
static bool pour(int fd, void (*render)(struct buffer *out, void *what), void *what) {
    int copy = dup(fd); /* the stream's own, since a stream closes its file */
    FILE *sink = copy >= 0 ? fdopen(copy, "w") : NULL;
    if (sink == NULL) {
        int error = errno;
        if (copy >= 0) {
            close(copy);
        }
        errno = error;
        return false;
    }
    struct buffer out = {.sink = sink};
    render(&out, what);
    bool done = buffer_flush(&out);
    int error = out.error;
    buffer_clear(&out);
    if (fclose(sink) != 0 && done) {
        error = errno;
        done = false;
    }
    errno = error;
    return done;
}

bool write_pieces(const char *path, void (*render)(struct buffer *out, void *what), void *what,
                  struct write_failure *failure) {
    struct safe_file file;
    if (!safe_file_begin(&file, path, failure)) {
        return false;
    }
    if (!pour(file.fd, render, what)) {
        return abort_failed(&file, failure, WRITE_CONTENT);
    }
    return safe_file_commit(&file, failure);
}

static void put_whole(struct buffer *out, void *what) {
    const struct buffer *text = what;
    buffer_put(out, text->text, arrlenu(text->text));
}

bool write_text(const char *path, struct buffer *text, struct write_failure *failure) {
    return write_pieces(path, put_whole, text, failure);
}
