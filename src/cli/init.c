/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "comparison.h"
#include "embedded.h"
#include "mem.h"
#include "new_files.h"
#include "next_year.h"
#include "starter.h"
#include "system.h"

/* The earliest year that can be planned for. */
enum { FIRST_YEAR = 1900 };

/* The id becomes a part of file names. */
static bool id_formed(const char *id) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    return id[0] != '\0' && id[strspn(id, letters)] == '\0';
}

static enum exit_code wrong(struct context *context, enum word word) {
    FAIL(context, word, NULL);
    return EXIT_USAGE;
}

/* ---- a new folder ---- */

static enum exit_code begin(struct context *context, const char *org) {
    const struct options *options = context->options;
    struct new_file files[STARTER_COUNT] = {0};
    if (arrlen(options->paths) > 0) {
        FAIL(context, WORD_NO_PATHS_HERE, context->command);
        return EXIT_USAGE;
    }
    int n = 0;
    bool named = arrlen(options->orgs) > 0;
    bool another = false; /* one more organisation in a folder that has what all share */
    for (int i = 0; i < STARTER_COUNT; i++) {
        starter_path(&files[n].path, (enum starter)i, org, options->year);
        another = another || (named && i == STARTER_ORGS && system_exists(files[n].path.text));
        if (named && starter_shared((enum starter)i) && system_exists(files[n].path.text)) {
            buffer_clear(&files[n].path);
            continue;
        }
        starter_text(&files[n].text, (enum starter)i, org, options->year, options->lang);
        if (i == STARTER_TARGETS && another) {
            buffer_format(&files[n].text, "\norgs:\n  %s: {name: %s}\n", org, org);
        }
        n++;
    }
    enum exit_code code = new_files_write(context, files, (size_t)n);
    if (code == EXIT_DONE) {
        SAY(context->out, options->lang, WORD_INIT_DONE, NULL);
    }
    new_files_clear(files, STARTER_COUNT);
    return code;
}

/* ---- a composed book ---- */

static enum exit_code write_example(struct context *context) {
    const struct options *options = context->options;
    if (arrlen(options->paths) > 0 || options->year != 0 || options->from_year != 0 ||
        arrlen(options->orgs) > 0) {
        return wrong(context, WORD_EXAMPLE_ALONE);
    }
    struct new_file *files = NULL;
    struct new_file schema = {0};
    starter_path(&schema.path, STARTER_SCHEMA, "", 0);
    starter_text(&schema.text, STARTER_SCHEMA, "", 0, options->lang);
    arrput(files, schema);
    for (size_t i = 0; i < example_files_count; i++) {
        struct new_file file = {0};
        buffer_put(&file.path, example_files[i].path, strlen(example_files[i].path) + 1);
        buffer_put(&file.text, (const char *)example_files[i].bytes, example_files[i].size);
        arrput(files, file);
    }
    enum exit_code code = new_files_write(context, files, arrlenu(files));
    if (code == EXIT_DONE) {
        SAY(context->out, options->lang, WORD_EXAMPLE_DONE, NULL);
    }
    new_files_clear(files, arrlenu(files));
    arrfree(files);
    return code;
}

/* ---- next year's targets ---- */

static enum exit_code write_next(struct context *context, const struct scorecard *card,
                                 const char *org) {
    const struct options *options = context->options;
    struct next_year next = {
        .card = card,
        .org = book_org(card->book, org),
        .from = options->from_year,
        .year = options->year,
        .has_schema = system_exists(STARTER_SCHEMA_PATH),
        .lang = options->lang,
    };
    struct new_file files[2] = {0};
    enum exit_code code = EXIT_DONE;
    starter_path(&files[0].path, STARTER_TARGETS, org, options->year);
    starter_path(&files[1].path, STARTER_ACTUALS, org, options->year);
    if (next_year_put(&files[0].text, &next)) {
        bool begun = system_exists(files[1].path.text); /* the year's figures, that is */
        next_year_put_actuals(&files[1].text, &next);
        code = new_files_write(context, files, begun ? 1 : 2);
    } else {
        char year[16];
        snprintf(year, sizeof year, "%d", options->from_year);
        FAIL(context, WORD_INIT_NOTHING, org, year);
        code = EXIT_FINDINGS;
    }
    if (code == EXIT_DONE) {
        SAY(context->out, options->lang, WORD_NEXT_DONE, NULL);
    }
    new_files_clear(files, 2);
    return code;
}

/* Compares the year that is left behind, then copies its targets. */
static enum exit_code go_on(struct context *context, const char *org) {
    struct options taken = *context->options;
    struct context past = *context;
    struct comparison comparison;
    struct demand demand = {.rows = true};
    taken.year = taken.from_year;
    past.options = &taken;
    enum exit_code code = comparison_make(&past, true, demand, &comparison);
    if (code == EXIT_DONE) {
        code = write_next(context, &comparison.card, org);
    }
    comparison_clear(&comparison);
    return code;
}

enum exit_code init_run(struct context *context) {
    const struct options *options = context->options;
    bool onward = options->from_year != 0;
    const char *org = arrlen(options->orgs) > 0 ? options->orgs[0] : "don-vi";
    if (options->example) {
        return write_example(context);
    }
    if (options->year < FIRST_YEAR) {
        return wrong(context, WORD_INIT_YEAR);
    }
    if (arrlen(options->orgs) > 1 || (onward && arrlen(options->orgs) == 0) || !id_formed(org)) {
        return wrong(context, WORD_INIT_ORG);
    }
    if (onward && options->year <= options->from_year) {
        return wrong(context, WORD_INIT_ORDER);
    }
    return onward ? go_on(context, org) : begin(context, org);
}
