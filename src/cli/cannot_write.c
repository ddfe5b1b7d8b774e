/* SPDX-License-Identifier: MIT */
#include "cannot_write.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <strings.h>

#include "path.h"
#include "system.h"

enum exit_code say_cannot_write(struct context *context, const char *path,
                                const struct write_failure *failure) {
    static const enum word sentences[] = {
        [WRITE_OK] = WORD_CANNOT_WRITE,      [WRITE_TEMPORARY] = WORD_CANNOT_CREATE,
        [WRITE_CONTENT] = WORD_CANNOT_WRITE, [WRITE_PARTS] = WORD_CANNOT_PARTS,
        [WRITE_VERIFY] = WORD_CANNOT_VERIFY, [WRITE_SYNC] = WORD_CANNOT_SYNC,
        [WRITE_RENAME] = WORD_CANNOT_RENAME, [WRITE_FOLDER] = WORD_CANNOT_SETTLE,
    };
    static_assert(sizeof sentences / sizeof sentences[0] == WRITE_FOLDER + 1, "one per step");
    const char *why = words_errno(context->options->lang, failure->error);
    if (failure->detail[0] != '\0' && (failure->error == 0 || failure->step == WRITE_VERIFY)) {
        why = failure->detail;
    }
    bool limited = failure->step == WRITE_PARTS && failure->error == EFBIG; /* no room helps */
    FAIL(context, sentences[limited ? WRITE_CONTENT : failure->step], path, why,
         system_temporary_folder());
    return EXIT_IO;
}

bool output_ends(struct context *context, const char *ending) {
    const char *path = context->options->output;
    const char *own = path != NULL ? path_ending(path) : NULL;
    bool good = path == NULL || (own != NULL && strcasecmp(own, ending) == 0);
    if (!good) {
        char dotted[16];
        snprintf(dotted, sizeof dotted, ".%s", ending);
        FAIL(context, WORD_OTHER_ENDING, context->command, dotted, path);
    }
    return good;
}
