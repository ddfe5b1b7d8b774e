/* SPDX-License-Identifier: MIT */
/*
 * The commands. One table in commands.c is dispatch and help; each command is one small file.
 */
#ifndef TIENDO_COMMAND_H
#define TIENDO_COMMAND_H

#include "buffer.h"
#include "options.h"
#include "style.h"
#include "usage_error.h"

/* They do not depend on the format of the output. */
enum exit_code {
    EXIT_DONE,     /* success */
    EXIT_FINDINGS, /* errors in the input, or a --fail-on status occurred */
    EXIT_USAGE,    /* the command line is wrong */
    EXIT_IO        /* cannot read or write */
};

struct magnitude; /* survey.h */

/* What a command works with. */
struct context {
    const struct options *options; /* what was asked for */
    const char *command;           /* the command's name */
    struct buffer *out;            /* standard output; the caller flushes it */
    struct buffer *err;            /* standard error */
    struct style out_style;        /* how texts look on out */
    struct style err_style;        /* how texts look on err */
    struct progress *progress;     /* told how far long work has come, or NULL */
    bool digests;                  /* the SHA-256 of the files will be asked for */
    enum exit_code (*refuse)(struct context *context, struct magnitude magnitude); /* asked of what
                                      was read before any of it is judged, or NULL */
};

enum { OPERANDS_MAX = 2 }; /* words that a command takes before the paths */

struct choices;

struct command {
    struct command_limits limits; /* its name and the options it takes */
    enum exit_code (*run)(struct context *context);
    const char *operands[LANG_COUNT];       /* words before the paths, a blank first, or NULL */
    enum suggestion suggests[OPERANDS_MAX]; /* what each of them may be */
    const struct choices *choices;          /* of SUGGEST_CHOICES */
    const char *help[LANG_COUNT];           /* one line */
    bool repeated;                          /* there may be several of the first operand */
    bool pathless;                          /* it reads no files: no paths follow */
    bool hidden;                            /* not for people: left out of the lists of help */
};

enum exit_code check_run(struct context *context);
enum exit_code status_run(struct context *context);
enum exit_code export_run(struct context *context);
enum exit_code why_run(struct context *context);
enum exit_code list_run(struct context *context);
enum exit_code form_run(struct context *context);
enum exit_code take_run(struct context *context);
enum exit_code fix_run(struct context *context);
enum exit_code init_run(struct context *context);
enum exit_code schema_run(struct context *context);
enum exit_code report_run(struct context *context);
enum exit_code diff_run(struct context *context);
enum exit_code explain_run(struct context *context);
enum exit_code completion_run(struct context *context);
enum exit_code complete_run(struct context *context);
enum exit_code manual_run(struct context *context);

/* The words that completion and manual choose from: shells, pages; what `list` lists. */
extern const struct choices shell_choices;
extern const struct choices page_choices;
extern const struct choices list_choices;

/* The table; *count rows. */
const struct command *commands_all(int *count);

/* Finds the only operand of a command among these words. EXIT_USAGE, with the reason on err, when
 * it is missing or not one of them. */
enum exit_code command_choice(struct context *context, const struct choices *choices, int *which);

/* Says on err what failed: "tiendo: " and the sentence. */
#define FAIL(context, word, ...)                                                                   \
    (buffer_text((context)->err, "tiendo: "),                                                      \
     SAY((context)->err, (context)->options->lang, (word), __VA_ARGS__))

#endif
