/* SPDX-License-Identifier: MIT */
/*
 * A file that is written whole or not at all.
 *
 * The bytes go to a temporary file beside the target, which is synced and renamed over it; the old
 * file stays whatever fails. A symbolic link is followed: the file that it names is replaced, the
 * link stays. A target that is a folder, a device or a pipe is refused.
 *
 *     struct safe_file file;
 *     if (!safe_file_begin(&file, path, failure)) return false;
 *     ... write the file named file.temporary (it exists, empty), by name or through file.fd ...
 *     if (wrong) { fill failure; safe_file_abort(&file); return false; }
 *     return safe_file_commit(&file, failure);
 */
#ifndef TIENDO_SAFE_FILE_H
#define TIENDO_SAFE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

/* Why a file could not be written: the step that failed, and what is known of it. */
struct write_failure {
    enum write_step {
        WRITE_OK,
        WRITE_TEMPORARY, /* the temporary file beside the target */
        WRITE_CONTENT,   /* libxlsxwriter, or the bytes */
        WRITE_PARTS,     /* libxlsxwriter's temporary files of a workbook's parts */
        WRITE_VERIFY,    /* what was written does not read back whole (a full temporary folder) */
        WRITE_SYNC,
        WRITE_RENAME,
        WRITE_FOLDER /* the new file is in place, but its folder could not be synced */
    } step;
    int error;        /* errno, or 0 */
    char detail[256]; /* the library's or the part's words, or "" */
};

struct safe_file {
    char *target;    /* the real file that will be replaced, owned */
    char *temporary; /* its neighbour that is written, owned */
    int fd;          /* open for writing to the temporary file, or -1 */
};

/* Creates the temporary file, with the permissions of the file it replaces, else those that the
 * umask gives. On failure *failure is filled, nothing is left behind and *file needs no abort. */
bool safe_file_begin(struct safe_file *file, const char *path, struct write_failure *failure);

/* Writes these bytes and syncs them; on failure the temporary file is removed, *file is over. */
bool safe_file_put(struct safe_file *file, const char *bytes, size_t n,
                   struct write_failure *failure);

/* Syncs and closes it, to be committed or aborted later: many may wait so. On failure it is removed
 * and over. */
bool safe_file_rest(struct safe_file *file, struct write_failure *failure);

/* Syncs, renames, syncs the folder. On failure the temporary file is removed and the target as it
 * was; but with WRITE_FOLDER the new file is in place. Either way *file is over. What was written
 * to the file by name under the same path counts (libxlsxwriter opens it again). */
bool safe_file_commit(struct safe_file *file, struct write_failure *failure);

/* Removes the temporary file; the target stays as it was. */
void safe_file_abort(struct safe_file *file);

/* For a run that ends at once: removes the temporary files that are being written. May be called in
 * a signal handler. */
void safe_file_leave(void);

/* Fills *failure; detail may be NULL. Always false, for returning it. */
bool safe_file_failed(struct write_failure *failure, enum write_step step, int error,
                      const char *detail);

/* Both write a file of text as above, false with *failure filled: write_pieces() what
 * render(out, what) appends, without ever holding all of it; write_text() what is rendered. */
bool write_pieces(const char *path, void (*render)(struct buffer *out, void *what), void *what,
                  struct write_failure *failure);
bool write_text(const char *path, struct buffer *text, struct write_failure *failure);

#endif
