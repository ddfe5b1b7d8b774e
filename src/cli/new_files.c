#include "new_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

/* Says which one is there: a file, a folder or a link, even to nothing. */
static enum exit_code look(struct context *context, const struct new_file files[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct stat found;
        if (lstat(files[i].path.text, &found) == 0) {
            FAIL(context, WORD_INIT_EXISTS, files[i].path.text);
            return EXIT_IO;
        }
    }
    return EXIT_DONE;
}

/* The folder that the file stands in. */
static enum exit_code make_folder_of(struct context *context, const struct new_file *file) {
    const char *slash = strchr(file->path.text, '/');
    if (slash == NULL) {
        return EXIT_DONE;
    }
    struct buffer folder = {0};
    buffer_put(&folder, file->path.text, (size_t)(slash - file->path.text));
    buffer_put(&folder, "", 1);
    bool made = folder_make(folder.text);
    if (!made) {
        FAIL(context, WORD_CANNOT_MAKE, folder.text, words_errno(context->options->lang, errno));
    }
    buffer_clear(&folder);
    return made ? EXIT_DONE : EXIT_IO;
}

static enum exit_code write_one(struct context *context, const struct new_file *file) {
    enum exit_code code = make_folder_of(context, file);
    struct write_failure failure = {.step = WRITE_OK};
    if (code == EXIT_DONE && !write_text(file->path.text, &file->text, &failure)) {
        FAIL(context, WORD_CANNOT_WRITE, file->path.text,
             words_errno(context->options->lang, failure.error));
        code = EXIT_IO;
    }
    return code;
}

enum exit_code new_files_write(struct context *context, const struct new_file files[], size_t n) {
    enum exit_code code = look(context, files, n);
    size_t written = 0;
    while (code == EXIT_DONE && written < n) {
        code = write_one(context, &files[written]);
        written += code == EXIT_DONE;
    }
    for (size_t i = 0; i < written; i++) {
        if (code == EXIT_DONE) {
            buffer_format(context->out, "%s\n", files[i].path.text);
        } else {
            unlink(files[i].path.text);
        }
    }
    return code;
}

void new_files_clear(struct new_file files[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        buffer_clear(&files[i].path);
        buffer_clear(&files[i].text);
    }
}
