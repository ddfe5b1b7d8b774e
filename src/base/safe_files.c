/* SPDX-License-Identifier: MIT */
#include "safe_files.h"

#include "mem.h"
#include "system.h"

/* What is written beside a file before any is renamed. */
struct staged {
    struct safe_file fresh; /* what it is to hold */
    struct safe_file old;   /* what it holds, so that taking it back needs no room on the disk */
};

/* Writes a text to a temporary file and syncs it. */
static bool stage_text(struct safe_file *file, const char *path, const char *text, size_t size,
                       struct write_failure *failure) {
    return safe_file_begin(file, path, failure) && safe_file_put(file, text, size, failure) &&
           safe_file_rest(file, failure);
}

static bool stage(struct staged *staged, const struct text_file *text,
                  struct write_failure *failure) {
    *staged = (struct staged){{.fd = -1}, {.fd = -1}};
    if (!stage_text(&staged->fresh, text->path, text->after, text->after_size, failure)) {
        return false;
    }
    if (text->before != NULL &&
        !stage_text(&staged->old, text->path, text->before, text->before_size, failure)) {
        safe_file_abort(&staged->fresh);
        return false;
    }
    return true;
}

static void drop_old(const struct text_file *text, struct staged *staged) {
    if (text->before != NULL) {
        safe_file_abort(&staged->old);
    }
}

/* A file in place becomes what it was; what fails here was said already by what failed before. */
static void take_back(const struct text_file *text, struct staged *staged) {
    struct write_failure ignored;
    if (text->before == NULL) {
        system_remove_file(text->path);
    } else {
        safe_file_commit(&staged->old, &ignored);
    }
}

/* Renames them; how many are in place. */
static size_t commit_all(const struct text_file files[], struct staged staged[], size_t n,
                         struct write_failure *failure) {
    struct write_failure folder = {.step = WRITE_OK};
    size_t done = 0;
    while (done < n) {
        if (!safe_file_commit(&staged[done].fresh, failure)) {
            if (failure->step != WRITE_FOLDER) {
                break;
            }
            folder = *failure;
        }
        done++;
    }
    for (size_t k = 0; k < n; k++) {
        if (done < n && k < done) {
            take_back(&files[k], &staged[k]);
        } else {
            drop_old(&files[k], &staged[k]);
        }
        if (k > done) {
            safe_file_abort(&staged[k].fresh);
        }
    }
    if (done == n) {
        *failure = folder;
    }
    return done;
}

bool safe_files_write(const struct text_file files[], size_t n, struct write_failure *failure,
                      size_t *failed) {
    struct staged *staged = mem_alloc((n + 1) * sizeof *staged);
    size_t ready = 0;
    *failure = (struct write_failure){.step = WRITE_OK};
    while (ready < n && stage(&staged[ready], &files[ready], failure)) {
        ready++;
    }
    if (ready < n) {
        *failed = ready;
        while (ready-- > 0) {
            safe_file_abort(&staged[ready].fresh);
            drop_old(&files[ready], &staged[ready]);
        }
    } else {
        *failed = commit_all(files, staged, n, failure);
    }
    mem_free(staged);
    return failure->step == WRITE_OK;
}
