/* SPDX-License-Identifier: MIT */
#include "write_texts.h"

#include <string.h>

enum exit_code write_texts(struct context *context, const struct text_file files[], size_t n) {
    struct write_failure failure;
    size_t failed = 0;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(files[i].path, "-") == 0) {
            FAIL(context, WORD_NOT_INTO_STDIN, NULL);
            return EXIT_USAGE;
        }
    }
    if (!safe_files_write(files, n, &failure, &failed)) {
        const char *why = words_errno(context->options->lang, failure.error);
        bool settled = failure.step == WRITE_FOLDER;
        FAIL(context, settled ? WORD_CANNOT_SETTLE : WORD_NONE_WRITTEN,
             files[failed < n ? failed : 0].path, why);
        return EXIT_IO;
    }
    return EXIT_DONE;
}
