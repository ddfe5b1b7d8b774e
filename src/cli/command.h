/*
 * The commands. One table in cli.c is dispatch and help; each command is one small file.
 */
#ifndef TIENDO_COMMAND_H
#define TIENDO_COMMAND_H

#include "buffer.h"
#include "options.h"
#include "renderers.h"
#include "slip.h"

/* The same whatever the format of the output. */
enum exit_code {
    EXIT_DONE,     /* all well */
    EXIT_FINDINGS, /* errors in the input, or a --fail-on status occurred */
    EXIT_USAGE,    /* the command line is wrong */
    EXIT_IO        /* cannot read or write */
};

/* What a command works with. */
struct context {
    const struct options *options; /* what was asked for */
    const char *command;           /* the command's name */
    struct buffer *out;            /* standard output; the caller flushes it */
    struct buffer *err;            /* standard error */
    struct style out_style;        /* how texts look on out */
    struct style err_style;        /* how texts look on err */
};

struct command {
    struct command_limits limits; /* its name and the options it takes */
    enum exit_code (*run)(struct context *context);
    const char *operands[LANG_COUNT]; /* words it takes before the paths, or NULL */
    const char *help[LANG_COUNT];     /* one line */
    bool pathless;                    /* it reads no files: no paths follow */
};

enum exit_code check_run(struct context *context);
enum exit_code status_run(struct context *context);
enum exit_code export_run(struct context *context);
enum exit_code why_run(struct context *context);
enum exit_code init_run(struct context *context);
enum exit_code schema_run(struct context *context);
enum exit_code explain_run(struct context *context);

/* The table; *count rows. */
const struct command *commands_all(int *count);

/* Says on err what failed: "tiendo: " and the sentence. */
#define FAIL(context, word, ...)                                                                   \
    (buffer_text((context)->err, "tiendo: "),                                                      \
     SAY((context)->err, (context)->options->lang, (word), __VA_ARGS__))

#endif
