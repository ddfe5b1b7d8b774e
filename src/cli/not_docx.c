/* SPDX-License-Identifier: MIT */
#include "not_docx.h"

#include <assert.h>

enum exit_code say_not_docx(struct context *context, const char *path,
                            const struct package_failure *failure) {
    static const enum word sentences[] = {
        [PACKAGE_FINE] = WORD_NOT_DOCX,         [PACKAGE_UNREADABLE] = WORD_CANNOT_READ,
        [PACKAGE_NO_ZIP] = WORD_NOT_DOCX,       [PACKAGE_OLD_OFFICE] = WORD_OLD_DOC,
        [PACKAGE_ENCRYPTED] = WORD_OLD_DOC,     [PACKAGE_TOO_MUCH] = WORD_DOCX_TOO_MUCH,
        [PACKAGE_BROKEN] = WORD_DOCX_BROKEN,    [PACKAGE_FORBIDDEN] = WORD_DOCX_BROKEN,
        [PACKAGE_BAD_XML] = WORD_DOCX_BROKEN,   [PACKAGE_MISSING] = WORD_NOT_DOCX,
        [PACKAGE_STOPPED] = WORD_DOCX_TOO_MUCH,
    };
    static_assert(sizeof sentences / sizeof *sentences == PACKAGE_ERROR_COUNT, "one for each");
    bool system = failure->error == PACKAGE_UNREADABLE;
    FAIL(context, sentences[failure->error], path,
         system ? words_errno(context->options->lang, failure->system) : failure->part,
         failure->detail);
    return EXIT_IO;
}
