/* SPDX-License-Identifier: MIT */
#include "load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "mem.h"
#include "reader.h"
#include "system.h"

/* The paths to read, as an stb_ds array. */
static const char **paths_of(const struct options *options) {
    static const char *const customary[] = {"targets", "actuals"};
    const char **paths = NULL;
    arr_append(paths, options->paths);
    for (size_t i = 0; i < 2 && arrlen(options->paths) == 0; i++) {
        /* one that is there but out of reach must be named, or half of the book would pass for all
         */
        if (system_exists(customary[i]) || errno != ENOENT) {
            arrput(paths, customary[i]);
        }
    }
    return paths;
}

static enum exit_code say_failures(struct context *context, const struct read_failures *failures) {
    enum { SAID_MOST = 20 }; /* of a whole disk there are thousands */
    enum language lang = context->options->lang;
    for (ptrdiff_t i = 0; i < arrlen(failures->items); i++) {
        if (i == SAID_MOST) {
            char rest[24];
            snprintf(rest, sizeof rest, "%td", arrlen(failures->items) - i);
            FAIL(context, WORD_CANNOT_READ_MORE, rest);
            break;
        }
        const struct read_failure *failure = &failures->items[i];
        FAIL(context, WORD_CANNOT_READ, failure->path, words_errno(lang, failure->error));
    }
    return arrlen(failures->items) > 0 ? EXIT_IO : EXIT_DONE;
}

/* No file was found: an error, or the wrong folder would look like a book without mistakes. */
static void say_nothing_read(struct context *context, const char *const paths[], size_t n) {
    struct buffer names = {0};
    for (size_t i = 0; i < n; i++) {
        buffer_text(&names, i > 0 ? ", " : "");
        buffer_text(&names, paths[i]);
    }
    buffer_put(&names, "", 1);
    FAIL(context, WORD_NO_FILES, names.text);
    buffer_clear(&names);
}

enum exit_code load_files(struct context *context, struct loaded *loaded) {
    *loaded = (struct loaded){0};
    book_init(&loaded->book);
    const char **paths = paths_of(context->options);
    if (arrlen(paths) == 0) {
        FAIL(context, WORD_NO_PATHS, NULL);
        return EXIT_IO;
    }
    struct read_failures failures = {0};
    const struct options *options = context->options;
    struct read_manner manner = {.limit_mb = READ_LIMIT_MB, .jobs = options->jobs};
    manner.limit_mb = options->max_size > 0 ? options->max_size : manner.limit_mb;
    loaded->sources.digests = context->digests;
    read_paths(paths, arrlenu(paths), manner, &loaded->sources, &loaded->findings, &failures);
    enum exit_code code = say_failures(context, &failures);
    read_failures_clear(&failures);
    if (code == EXIT_DONE && arrlen(loaded->sources.items) == 0) {
        say_nothing_read(context, paths, arrlenu(paths));
    }
    loaded->jobs = manner.jobs > 0 ? manner.jobs : read_usual_jobs(sources_bytes(&loaded->sources));
    arrfree(paths);
    return code;
}

/* Whoever lets larger files in lets as much more be computed for them. */
static void allow_more(const struct options *options, struct book *book) {
    size_t bytes = (size_t)options->max_size << 20;
    book->bytes = bytes > book->bytes ? bytes : book->bytes;
}

enum exit_code load_read(struct context *context, struct loaded *loaded) {
    enum exit_code code = load_files(context, loaded);
    if (code == EXIT_DONE) {
        read_book(&loaded->sources, loaded->jobs, context->progress, &loaded->book,
                  &loaded->findings);
        allow_more(context->options, &loaded->book);
    }
    return code;
}

void load_check(struct loaded *loaded) {
    audit_book(&loaded->book, loaded->jobs, &loaded->findings);
    findings_sort(&loaded->findings);
}

enum exit_code load(struct context *context, struct loaded *loaded) {
    enum exit_code code = load_read(context, loaded);
    if (code == EXIT_DONE) {
        load_check(loaded);
    }
    return code;
}

/* Whether a file may declare organisations or indicators; with an escape (\x6F) in place of a
 * letter, too. */
static bool may_declare(const struct source *source) {
    return strstr(source->text, "orgs") != NULL || strstr(source->text, "indicators") != NULL ||
           strchr(source->text, '\\') != NULL;
}

/* Lets go of the files that load_quietly() does not read. */
static void thin(struct sources *sources, bool declared) {
    enum { SOME_BYTES = 1000000 }; /* of those that declare nothing */
    size_t every = sources_bytes(sources) / SOME_BYTES + 1;
    size_t kept = 0;
    for (size_t i = 0; i < arrlenu(sources->items); i++) {
        struct source *source = &sources->items[i];
        if (may_declare(source) || (!declared && i % every == 0)) {
            sources->items[kept++] = *source;
        } else {
            mem_free(source->text);
        }
    }
    if (sources->items != NULL) {
        arrsetlen(sources->items, kept);
    }
}

void load_quietly(const struct options *options, bool declared, struct loaded *loaded) {
    *loaded = (struct loaded){0};
    book_init(&loaded->book);
    const char **paths = paths_of(options);
    for (size_t i = arrlenu(paths); i-- > 0;) {
        if (strcmp(paths[i], "-") == 0) {
            arrdel(paths, i);
        }
    }
    struct read_failures failures = {0};
    struct read_manner manner = {.limit_mb = READ_LIMIT_MB, .jobs = 1};
    read_paths(paths, arrlenu(paths), manner, &loaded->sources, &loaded->findings, &failures);
    read_failures_clear(&failures);
    thin(&loaded->sources, declared);
    read_book(&loaded->sources, 1, NULL, &loaded->book, &loaded->findings);
    arrfree(paths);
}

bool loaded_has_errors(const struct loaded *loaded) {
    return findings_count(&loaded->findings, SEVERITY_ERROR) > 0;
}

void loaded_clear(struct loaded *loaded) {
    findings_clear(&loaded->findings);
    book_clear(&loaded->book);
    sources_clear(&loaded->sources);
}
