/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <errno.h>
#include <string.h>

#include "choices.h"
#include "command.h"
#include "desk.h"
#include "help.h"
#include "mem.h"
#include "progress_line.h"
#include "system.h"
#include "tty.h"

/* The command of this name; NULL and a usage error when there is none. */
static const struct command *find_command(const char *name, struct usage_error *usage) {
    enum { MOST = 64 };
    const char *names[MOST];
    size_t shown = 0;
    int count = 0;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count; i++) {
        const char *own = commands[i].limits.name;
        if (name != NULL && strcmp(name, own) == 0) {
            return &commands[i];
        }
        if (!commands[i].hidden && shown < MOST) {
            names[shown++] = own;
        }
    }
    struct usage_error mistake = {.word = WORD_NO_COMMAND};
    if (name != NULL) {
        mistake = (struct usage_error){
            .word = WORD_UNKNOWN_COMMAND,
            .args = {name},
            .nearest = usage_error_nearest(name, names, shown),
        };
    }
    usage_error_set(usage, mistake);
    return NULL;
}

enum exit_code command_choice(struct context *context, const struct choices *choices, int *which) {
    const struct options *options = context->options;
    struct pool pool = {0};
    enum exit_code code = EXIT_USAGE;
    if (arrlen(options->paths) != 1) {
        FAIL(context, WORD_WANTS_ONE, context->command, choices_join(choices, 0, ", ", &pool),
             choices->name(0));
    } else {
        struct usage_error usage = {.word = WORD_NONE};
        *which = choices_pick(choices, 0, context->command, options->paths[0], &pool, &usage);
        code = *which >= 0 ? EXIT_DONE : EXIT_USAGE;
        if (*which < 0) {
            usage_error_print(&usage, context->err, options->lang, context->command);
        }
    }
    pool_clear(&pool);
    return code;
}

static enum exit_code run(const struct options *options, const struct command *command,
                          struct buffer *out, struct buffer *err) {
    if (options->version) {
        help_print_version(out);
        return EXIT_DONE;
    }
    if (options->help && command != NULL) {
        help_print_command(out, options->lang, command);
        return EXIT_DONE;
    }
    if (options->help) {
        help_print(out, options->lang);
        return EXIT_DONE;
    }
    struct context context = {
        .options = options,
        .command = command->limits.name,
        .out = out,
        .err = err,
        .out_style = tty_style(options, stdout),
        .err_style = tty_style(options, stderr),
    };
    struct progress_line line;
    context.progress = progress_line_begin(&line, stderr, options->lang);
    enum exit_code code = command->run(&context);
    progress_line_end(&line);
    return code;
}

/* From arguments to exit code; what is left in out and err is flushed by the caller. */
static enum exit_code dispatch(struct options *options, int argc, char *argv[], struct buffer *out,
                               struct buffer *err) {
    struct usage_error usage = {.word = WORD_NONE};
    const struct command *command = NULL;
    bool good = options_parse(options, argc, argv, &usage);
    bool alone = options->command == NULL && (options->help || options->version);
    if (!alone) {
        command = find_command(options->command, &usage);
    }
    if (good && command != NULL) {
        good = options_fit(options, &command->limits, &usage);
    }
    if (!good || (command == NULL && !alone)) {
        usage_error_print(&usage, err, options->lang,
                          command != NULL ? command->limits.name : NULL);
        return EXIT_USAGE;
    }
    return run(options, command, out, err);
}

/* A command of its own, as a double click runs several. */
static enum exit_code run_words(int argc, const char *argv[], struct buffer *out,
                                struct buffer *err) {
    struct options options;
    options_init(&options);
    enum exit_code code = dispatch(&options, argc, (char **)argv, out, err); /* as of main() */
    options_clear(&options);
    return code;
}

int cli_main(int argc, char *argv[]) {
    /* No setlocale(): utf8proc knows letters and their widths, and a decimal comma would spoil
     * every number of a workbook. */
    struct options options;
    options_init(&options);
    struct buffer out = {.sink = stdout};
    struct buffer err = {.sink = stderr};
    const struct desk desk = {.run = run_words, .show = system_show, .key = system_key};
    bool clicked = system_alone() && desk_meant(argc, argv);
    enum exit_code code = clicked ? desk_run(&desk, argc > 1 ? argv[1] : NULL, &out, &err)
                                  : dispatch(&options, argc, argv, &out, &err);
    buffer_flush(&err);
    if (!buffer_flush(&out) && out.error == EPIPE) {
        code = EXIT_IO; /* whoever read it has closed, and knows: other tools are silent too */
    } else if (out.failed) {
        buffer_text(&err, "tiendo: ");
        SAY(&err, options.lang, WORD_CANNOT_PRINT, words_errno(options.lang, out.error));
        code = EXIT_IO;
    }
    buffer_flush(&err);
    buffer_clear(&out);
    buffer_clear(&err);
    options_clear(&options);
    return (int)code;
}
