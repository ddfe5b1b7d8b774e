/* SPDX-License-Identifier: MIT */
/* Figures that come back in workbooks: shown, written into the files, or given back. */
#include "take.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cannot_write.h"
#include "command.h"
#include "comparison.h"
#include "folder.h"
#include "mem.h"
#include "path.h"
#include "write_texts.h"

static bool is_workbook(const char *path) {
    return path_ends(path, ".xlsx") || path_ends(path, ".xlsm") || path_ends(path, ".xls");
}

static void free_paths(char **paths) {
    for (ptrdiff_t i = 0; i < arrlen(paths); i++) {
        mem_free(paths[i]);
    }
    arrfree(paths);
}

/* A folder of forms: it has workbooks, and no file of the book. Appends them, owned. */
static bool take_folder(const char *path, char ***forms) {
    char **books = NULL;
    size_t before = arrlenu(*forms);
    folder_files(path, ".yaml", &books);
    folder_files(path, ".yml", &books);
    if (arrlen(books) == 0) {
        folder_files(path, ".xlsx", forms);
    }
    free_paths(books);
    return arrlenu(*forms) > before;
}

/* Forms in which something is wrong, once more, into the folder of --return. */
static enum exit_code give_back(struct context *context, const struct comparison *comparison,
                                struct taking *taking) {
    const char *folder = context->options->give_back;
    enum language lang = context->options->lang;
    struct write_failure failure = {.step = WRITE_OK};
    struct scorecard card;
    const char **written = NULL;
    const char *failed = folder;
    char count[24];
    if (!folder_make(folder, NULL)) {
        FAIL(context, WORD_CANNOT_MAKE, folder, words_errno(lang, errno));
        return EXIT_IO;
    }
    comparison_seen(comparison, taking->asked, &card);
    enum exit_code code = EXIT_DONE;
    if (!take_return(taking, folder, &card, lang, &written, &failure, &failed)) {
        code = say_cannot_write(context, failed, &failure);
    }
    if (arrlen(written) > 0) {
        snprintf(count, sizeof count, "%td", arrlen(written));
        SAY(context->err, lang, WORD_TAKE_RETURNED, count, folder);
    }
    arrfree(written);
    scorecard_clear(&card);
    return code;
}

static enum exit_code write_changes(struct context *context, const struct taking *taking) {
    struct text_file *files = take_files(taking);
    enum exit_code code = write_texts(context, files, arrlenu(files));
    arrfree(files);
    return code;
}

static void show(struct context *context, const struct taking *taking, bool failed) {
    enum language lang = context->options->lang;
    char count[24];
    if (context->options->format == FORMAT_JSON) {
        take_put_json(context->out, taking, lang);
    } else {
        take_put_text(context->out, context->err, taking, lang);
    }
    snprintf(count, sizeof count, "%td", arrlen(taking->changes));
    SAY(context->err, lang,
        failed                         ? WORD_TAKE_STOPPED
        : arrlen(taking->changes) == 0 ? WORD_TAKE_NOTHING
        : context->options->write      ? WORD_TAKE_WRITTEN
                                       : WORD_TAKE_COULD,
        count);
}

/* What the workbooks say, made, shown and perhaps written. */
static enum exit_code take(struct context *context, const struct comparison *comparison,
                           const struct sources *texts, char *const *workbooks) {
    struct taking taking = {
        .book = &comparison->loaded.book, .sources = texts, .asked = context->options->as_of};
    enum exit_code code = EXIT_DONE;
    for (ptrdiff_t i = 0; i < arrlen(workbooks); i++) {
        int error = take_open(&taking, workbooks[i]);
        if (error != 0) {
            FAIL(context, WORD_CANNOT_READ, workbooks[i],
                 words_errno(context->options->lang, error));
            code = EXIT_IO;
        }
    }
    take_cells(&taking);
    take_make(&taking);
    bool failed = take_failed(&taking) || code != EXIT_DONE;
    if (take_failed(&taking) && code == EXIT_DONE) {
        code = EXIT_FINDINGS;
    }
    bool writes = !failed && context->options->write && arrlen(taking.files) > 0;
    enum exit_code written = writes ? write_changes(context, &taking) : EXIT_DONE;
    if (written == EXIT_DONE) {
        show(context, &taking, failed);
    }
    if (written == EXIT_DONE && context->options->give_back != NULL) {
        written = give_back(context, comparison, &taking);
    }
    take_clear(&taking);
    return written != EXIT_DONE ? written : code;
}

enum exit_code take_run(struct context *context) {
    struct options options = *context->options;
    struct context inner = *context;
    char **workbooks = NULL;
    struct comparison comparison = {0};
    struct loaded texts;
    options.paths = NULL;
    options.as_of = (struct date){0};
    inner.options = &options;
    for (ptrdiff_t i = 0; i < arrlen(context->options->paths); i++) {
        const char *path = context->options->paths[i];
        if (is_workbook(path)) {
            arrput(workbooks, path_join("", path));
        } else if (!take_folder(path, &workbooks)) {
            arrput(options.paths, path);
        }
    }
    if (arrlen(workbooks) == 0) {
        FAIL(context, WORD_TAKE_WHAT, NULL);
        arrfree(options.paths);
        return EXIT_USAGE;
    }
    enum exit_code code =
        comparison_make(&inner, false, (struct demand){.rows = true}, &comparison);
    if (code == EXIT_DONE) {
        code = load_files(&inner, &texts); /* reading the book has let its texts go */
        code = code == EXIT_DONE ? take(context, &comparison, &texts.sources, workbooks) : code;
        loaded_clear(&texts);
    }
    comparison_clear(&comparison);
    arrfree(options.paths);
    free_paths(workbooks);
    return code;
}
