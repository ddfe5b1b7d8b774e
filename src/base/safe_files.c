/* SPDX-License-Identifier: MIT */
#include "safe_files.h"

#include "mem.h"
#include "system.h"

/* Writes a text to the temporary file and syncs it. */
static bool stage(struct safe_file *file, const struct text_file *text,
                  struct write_failure *failure) {
    if (!safe_file_begin(file, text->path, failure)) {
        return false;
    }
    return safe_file_put(file, text->after, text->after_size, failure);
}

/* A file in place becomes what it was; what fails here was said already by what failed before. */
static void take_back(const struct text_file *text) {
    struct write_failure ignored;
    struct safe_file file;
    if (text->before == NULL) {
        system_remove_file(text->path);
    } else if (safe_file_begin(&file, text->path, &ignored) &&
               safe_file_put(&file, text->before, text->before_size, &ignored)) {
        safe_file_commit(&file, &ignored);
    }
}

/* Renames them; how many are in place. */
static size_t commit_all(const struct text_file files[], struct safe_file staged[], size_t n,
                         struct write_failure *failure) {
    struct write_failure folder = {.step = WRITE_OK};
    for (size_t i = 0; i < n; i++) {
        if (safe_file_commit(&staged[i], failure)) {
            continue;
        }
        if (failure->step != WRITE_FOLDER) {
            for (size_t k = i; k-- > 0;) {
                take_back(&files[k]);
            }
            for (size_t k = i + 1; k < n; k++) {
                safe_file_abort(&staged[k]);
            }
            return i;
        }
        folder = *failure;
    }
    *failure = folder;
    return n;
}

bool safe_files_write(const struct text_file files[], size_t n, struct write_failure *failure,
                      size_t *failed) {
    struct safe_file *staged = mem_alloc((n + 1) * sizeof *staged);
    size_t ready = 0;
    *failure = (struct write_failure){.step = WRITE_OK};
    while (ready < n && stage(&staged[ready], &files[ready], failure)) {
        ready++;
    }
    if (ready < n) {
        *failed = ready;
        while (ready-- > 0) {
            safe_file_abort(&staged[ready]);
        }
    } else {
        *failed = commit_all(files, staged, n, failure);
    }
    mem_free(staged);
    return failure->step == WRITE_OK;
}
