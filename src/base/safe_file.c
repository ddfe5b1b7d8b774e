/* SPDX-License-Identifier: MIT */
#include "safe_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "path.h"
#include "system.h"

/* The temporary files of this run that are not yet in place, for safe_file_leave(). More than so
 * many at a time would stay behind a signal, and do no harm. */
enum { UNFINISHED = 512 };
static char *volatile unfinished[UNFINISHED];

void safe_file_leave(void) {
    for (int i = 0; i < UNFINISHED; i++) {
        if (unfinished[i] != NULL) {
            system_remove_file(unfinished[i]);
        }
    }
}

/* The first slot that holds `old` holds `fresh` from now on; one of them is NULL. */
static void remember(const char *old, char *fresh) {
    int i = 0;
    while (i < UNFINISHED && unfinished[i] != old) {
        i++;
    }
    if (i < UNFINISHED) {
        unfinished[i] = fresh;
    }
}

bool safe_file_failed(struct write_failure *failure, enum write_step step, int error,
                      const char *detail) {
    *failure = (struct write_failure){.step = step, .error = error};
    snprintf(failure->detail, sizeof failure->detail, "%s", detail != NULL ? detail : "");
    return false;
}

/* A name beside the target, ending in the XXXXXX that are filled. */
static char *temporary_name(const char *target) {
    static const char name[] = ".tiendo-XXXXXX";
    size_t folder = path_folder(target);
    char *temporary = mem_alloc(folder + sizeof name);
    memcpy(temporary, target, folder);
    memcpy(temporary + folder, name, sizeof name);
    return temporary;
}

bool safe_file_begin(struct safe_file *file, const char *path, struct write_failure *failure) {
    struct file_rights rights;
    char *target = system_target(path, &rights);
    if (target == NULL) {
        return safe_file_failed(failure, WRITE_TEMPORARY, errno, NULL);
    }
    struct safe_file begun = {.target = target, .temporary = temporary_name(target)};
    remember(NULL, begun.temporary); /* before it is made: a signal may come at once */
    begun.fd = system_temporary(begun.temporary);
    if (begun.fd < 0) {
        int error = errno;
        remember(begun.temporary, NULL);
        mem_free(begun.target);
        mem_free(begun.temporary);
        return safe_file_failed(failure, WRITE_TEMPORARY, error, NULL);
    }
    if (!system_hand_over(begun.fd, &rights)) {
        int error = errno;
        safe_file_abort(&begun);
        return safe_file_failed(failure, WRITE_TEMPORARY, error, NULL);
    }
    *file = begun;
    return true;
}

static void forget(struct safe_file *file) {
    if (file->fd >= 0) {
        system_close(file->fd);
    }
    remember(file->temporary, NULL);
    mem_free(file->target);
    mem_free(file->temporary);
    *file = (struct safe_file){.fd = -1};
}

void safe_file_abort(struct safe_file *file) {
    if (file->temporary != NULL) {
        system_remove_file(file->temporary);
    }
    forget(file);
}

static bool abort_failed(struct safe_file *file, struct write_failure *failure,
                         enum write_step step) {
    int error = errno;
    safe_file_abort(file);
    return safe_file_failed(failure, step, error, NULL);
}

bool safe_file_rest(struct safe_file *file, struct write_failure *failure) {
    if (file->fd < 0) {
        return true;
    }
    if (!system_sync(file->fd)) {
        return abort_failed(file, failure, WRITE_SYNC);
    }
    int fd = file->fd;
    file->fd = -1;
    /* synced already */
    return system_close_written(fd) || abort_failed(file, failure, WRITE_SYNC);
}

bool safe_file_commit(struct safe_file *file, struct write_failure *failure) {
    if (!safe_file_rest(file, failure)) {
        return false;
    }
    if (!system_replace(file->temporary, file->target)) {
        return abort_failed(file, failure, WRITE_RENAME);
    }
    remember(file->temporary, NULL);
    bool synced = system_sync_folder(file->target);
    int error = errno;
    forget(file);
    return synced || safe_file_failed(failure, WRITE_FOLDER, error, NULL);
}

/* Writes what render() appends while it appends it; false with errno set. */
static bool pour(int fd, void (*render)(struct buffer *out, void *what), void *what) {
    FILE *sink = system_stream(fd); /* closing it leaves the file open */
    if (sink == NULL) {
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

/* Bytes to be written as they are. */
struct whole {
    const char *bytes;
    size_t n;
};

static void put_bytes(struct buffer *out, void *what) {
    const struct whole *whole = what;
    buffer_put(out, whole->bytes, whole->n);
}

bool safe_file_put(struct safe_file *file, const char *bytes, size_t n,
                   struct write_failure *failure) {
    struct whole whole = {bytes, n};
    if (!pour(file->fd, put_bytes, &whole)) {
        return abort_failed(file, failure, WRITE_CONTENT);
    }
    return system_sync(file->fd) || abort_failed(file, failure, WRITE_SYNC);
}

static void put_whole(struct buffer *out, void *what) {
    const struct buffer *text = what;
    buffer_put(out, text->text, arrlenu(text->text));
}

bool write_text(const char *path, struct buffer *text, struct write_failure *failure) {
    return write_pieces(path, put_whole, text, failure);
}
