/* SPDX-License-Identifier: MIT */
/*
 * The options of the command line. One table in options.c serves the parser, the help and the man
 * page.
 *
 * Options may stand before or after the command and between paths; `--` ends them. Names are never
 * abbreviated, so that a later option cannot change what an old script means.
 */
#ifndef TIENDO_OPTIONS_H
#define TIENDO_OPTIONS_H

#include <stdbool.h>

#include "buffer.h"
#include "date.h"
#include "message.h"
#include "pool.h"
#include "sort_rows.h"
#include "usage_error.h"

enum option_id {
    OPTION_LANG,
    OPTION_COLOR,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_AS_OF,
    OPTION_YEAR,
    OPTION_ORG,
    OPTION_INDICATOR,
    OPTION_ONLY,
    OPTION_COLUMNS,
    OPTION_SORT,
    OPTION_FORMAT,
    OPTION_FAIL_ON,
    OPTION_STRICT,
    OPTION_LIST,
    OPTION_OUTPUT,
    OPTION_FROM_YEAR,
    OPTION_SHEETS,
    OPTION_MAX_SIZE,
    OPTION_JOBS,
    OPTION_WITH_TARGET,
    OPTION_WRITE,
    OPTION_ESTIMATE,
    OPTION_FORCE,
    OPTION_TEMPLATE,
    OPTION_EXAMPLE,
    OPTION_RETURN,
    OPTION_SINCE,
    OPTION_ALL,
    OPTION_COUNT
};

/* Sets of options are masks of these. */
#define OPTION_BIT(id) (1U << (unsigned)(id))

/* Options that every command takes. */
#define COMMON_OPTIONS                                                                             \
    (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_HELP) |                \
     OPTION_BIT(OPTION_VERSION))

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER, COLOR_COUNT };

enum format {
    FORMAT_TEXT,
    FORMAT_SHORT,
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_SARIF,
    FORMAT_MARKDOWN,
    FORMAT_COUNT
};

#define FORMAT_BIT(format) (1U << (unsigned)(format))

/* What was asked for. Texts are borrowed from argv or owned by the pool. */
struct options {
    unsigned seen;           /* OPTION_BIT of every option given */
    enum language lang;      /* --lang, else that of the environment */
    enum color_when color;   /* --color */
    struct date as_of;       /* --as-of; no date: the default of each organisation */
    int year;                /* --year; 0: the latest */
    int from_year;           /* --from-year; 0: not given */
    int max_size;            /* --max-size, megabytes; 0: not given */
    int jobs;                /* --jobs; 0: not given */
    const char **orgs;       /* --org: ids as typed, not yet looked up (stb_ds array) */
    const char **indicators; /* --indicator: the same */
    const char **columns;    /* --columns: keys of existing columns (stb_ds array) */
    bool with_target;        /* --with-target */
    unsigned only;           /* --only: bits 1 << status; 0: all */
    unsigned fail_on;        /* --fail-on: bits 1 << status */
    enum sorting sort;       /* --sort */
    const char *format_text; /* --format as typed, or NULL: what it may be depends on the command */
    enum format format;      /* the same, once options_fit() has found that it is allowed */
    bool strict;             /* --strict */
    bool all;                /* --all */
    bool example;            /* --example */
    bool force;              /* --force */
    const char *template;    /* --template, or NULL */
    const char *since;       /* --since: a day or a path, or NULL */
    bool write;              /* --write */
    bool estimate;           /* --estimate */
    const char *give_back;   /* --return, or NULL */
    bool help;               /* --help */
    bool version;            /* --version */
    const char *output;      /* -o, or NULL */
    unsigned sheets;         /* --sheets: bits 1 << enum workbook_sheet; 0: all */
    const char *command;     /* the first word that is no option, or NULL */
    const char **paths;      /* the words after it (stb_ds array) */
    struct pool pool;        /* owns values that were split at commas */
};

/* How an option reads in help. */
struct option_words {
    const char *value[LANG_COUNT]; /* what it takes; NULL: nothing */
    const char *help[LANG_COUNT];  /* one line, or two */
};

/* What a command allows. */
struct command_limits {
    const char *name; /* of the command */
    unsigned takes;   /* OPTION_BIT of its own options */
    unsigned formats; /* FORMAT_BIT of the formats of its --format */
    /* by option: how those read that mean something of their own here; or NULL */
    const struct option_words *words;
};

/* What may stand somewhere on the command line, for a shell that completes it. */
enum suggestion {
    SUGGEST_NOTHING,
    SUGGEST_CHOICES,    /* fixed words */
    SUGGEST_ORGS,       /* ids that the files declare */
    SUGGEST_INDICATORS, /* the same */
    SUGGEST_YEARS,      /* those of targets and figures */
    SUGGEST_DATES,      /* those of figures, and `today` */
    SUGGEST_CODES,      /* of messages */
    SUGGEST_FILES,      /* files and folders */
};

struct option_row;

/* The row of an option; see values.h. */
const struct option_row *option_row(enum option_id id);

/* The language that the environment asks for: English when LC_ALL, LC_MESSAGES or LANG (the first
 * that is set) begins with "en", else Vietnamese. */
enum language options_language(void);

/* Defaults, with the language of the environment. */
void options_init(struct options *options);

/* Reads the command line. A mistake is kept in *usage (zero-initialised) and false returned; the
 * other options are still read, so that the language to report it in is known. */
bool options_parse(struct options *options, int argc, char *argv[], struct usage_error *usage);

/* The option whose value the word after these would be, or OPTION_COUNT; *ended: no option can
 * follow, since `--` stood there. argv[0] is the program. */
enum option_id options_awaited(int argc, char *argv[], bool *ended);

/* Whether the command takes every option that was given, and its --format, which is set here. */
bool options_fit(struct options *options, const struct command_limits *limits,
                 struct usage_error *usage);

/* How an option reads in the help of a command, or in general when limits is NULL. */
const struct option_words *option_words(enum option_id id, const struct command_limits *limits);

/* The lines of help about these options (a mask) of a command; limits: NULL for the common ones. */
void options_help(struct buffer *out, enum language lang, unsigned which,
                  const struct command_limits *limits);

void options_clear(struct options *options);

#endif
