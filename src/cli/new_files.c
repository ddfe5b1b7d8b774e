/* SPDX-License-Identifier: MIT */
#include "new_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "folder.h"
#include "path.h"
#include "safe_file.h"
#include "system.h"

/* Says which one is there: a file, a folder or a link, even to nothing. */
static enum exit_code look(struct context *context, const struct new_file files[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (system_exists(files[i].path.text)) {
            FAIL(context, WORD_INIT_EXISTS, files[i].path.text);
            return EXIT_IO;
        }
    }
    return EXIT_DONE;
}

/* The folder that the file stands in, terminated; empty: the one we are in. */
static struct buffer folder_of(const struct new_file *file) {
    struct buffer folder = {0};
    size_t n = path_folder(file->path.text);
    buffer_put(&folder, file->path.text, n > 0 ? n - 1 : 0);
    buffer_put(&folder, "", 1);
    return folder;
}

static enum exit_code make_folder_of(struct context *context, struct new_file *file) {
    struct buffer folder = folder_of(file);
    bool done = folder.text[0] == '\0' || folder_make(folder.text, &file->folder_made);
    if (!done) {
        FAIL(context, WORD_CANNOT_MAKE, folder.text, words_errno(context->options->lang, errno));
    }
    buffer_clear(&folder);
    return done ? EXIT_DONE : EXIT_IO;
}

static enum exit_code write_one(struct context *context, struct new_file *file) {
    enum exit_code code = make_folder_of(context, file);
    struct write_failure failure = {.step = WRITE_OK};
    if (code == EXIT_DONE) {
        file->written = write_text(file->path.text, &file->text, &failure);
        if (!file->written) {
            file->written = failure.step == WRITE_FOLDER;
            FAIL(context, WORD_CANNOT_WRITE, file->path.text,
                 words_errno(context->options->lang, failure.error));
            code = EXIT_IO;
        }
    }
    return code;
}

/* Removes a file and the folder made for it, unless others are in the folder by now. */
static void take_back(struct new_file *file) {
    if (file->written) {
        system_remove_file(file->path.text);
    }
    if (file->folder_made) {
        struct buffer folder = folder_of(file);
        system_remove_folder(folder.text);
        buffer_clear(&folder);
    }
}

enum exit_code new_files_write(struct context *context, struct new_file files[], size_t n) {
    enum exit_code code = look(context, files, n);
    for (size_t i = 0; i < n && code == EXIT_DONE; i++) {
        code = write_one(context, &files[i]);
    }
    for (size_t i = n; i-- > 0 && code != EXIT_DONE;) {
        take_back(&files[i]);
    }
    for (size_t i = 0; i < n && code == EXIT_DONE; i++) {
        buffer_format(context->out, "%s\n", files[i].path.text);
    }
    return code;
}

void new_files_clear(struct new_file files[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        buffer_clear(&files[i].path);
        buffer_clear(&files[i].text);
    }
}
