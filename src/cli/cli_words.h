/* SPDX-License-Identifier: MIT */
/*
 * The sentences of the command line itself, in both languages: help, mistakes of usage, failures to
 * read or write. What is wrong in the input is not here but in messages/message.h.
 */
#ifndef TIENDO_CLI_WORDS_H
#define TIENDO_CLI_WORDS_H

#include "buffer.h"
#include "message.h"

enum word {
    WORD_NONE,
    /* help */
    WORD_TAGLINE,
    WORD_USAGE,
    WORD_USAGE_OF,       /* {0} command {1} words it takes before paths, or NULL */
    WORD_USAGE_WORDS,    /* the same of a command that takes no paths */
    WORD_COMMANDS,       /* heading */
    WORD_OPTIONS,        /* heading */
    WORD_COMMON_OPTIONS, /* heading */
    WORD_STATUS_CODES,   /* heading */
    WORD_COLUMN_CODES,   /* heading */
    WORD_SHEET_CODES,    /* heading */
    WORD_ABOUT_PATHS,
    WORD_ABOUT_EXIT,
    WORD_SEE_HELP,    /* after a mistake of usage */
    WORD_SEE_HELP_OF, /* {0} command */
    /* mistakes of usage */
    WORD_NO_COMMAND,
    WORD_UNKNOWN_COMMAND,   /* {0} */
    WORD_UNKNOWN_OPTION,    /* {0} */
    WORD_OPTION_NOT_HERE,   /* {0} option {1} command */
    WORD_MISSING_VALUE,     /* {0} option */
    WORD_NEEDLESS_VALUE,    /* {0} option */
    WORD_BAD_VALUE,         /* {0} option {1} what stands */
    WORD_EMPTY_VALUE,       /* {0} option */
    WORD_BAD_DATE,          /* {0} option {1} what stands */
    WORD_DATE_ORDER,        /* {0} option {1} a date the other way round */
    WORD_BAD_YEAR,          /* {0} option {1} what stands */
    WORD_BAD_SIZE,          /* {0} option {1} what stands */
    WORD_BAD_JOBS,          /* {0} option {1} what stands */
    WORD_UNKNOWN_ORG,       /* {0} */
    WORD_UNKNOWN_INDICATOR, /* {0} */
    WORD_SEVERAL,           /* {0} what stands {1} what it may be */
    WORD_UNKNOWN_MESSAGE,   /* {0} */
    WORD_BAD_ENDING,        /* {0} file */
    WORD_ONLY_WORKBOOK,     /* {0} option {1} file */
    WORD_NEEDS_SINCE,       /* {0} option that says nothing without a last meeting */
    WORD_NEAREST,           /* {0} the nearest word */
    WORD_WRITE_INSTEAD,     /* {0} what to write */
    WORD_CHOICES,           /* {0} all words that are allowed */
    /* reading */
    WORD_NO_PATHS,
    WORD_NO_FILES,         /* {0} the paths */
    WORD_CANNOT_READ,      /* {0} path {1} why */
    WORD_CANNOT_READ_MORE, /* {0} how many more */
    /* checking */
    WORD_CLEAN,       /* {0} files {1} orgs {2} indicators {3} targets {4} figures */
    WORD_STOPPED,     /* no table: the input has errors; {0} their number */
    WORD_UNCONFIRMED, /* nothing is written: figures are to be confirmed; {0} their number */
    /* explaining */
    WORD_WHY_WHAT,     /* an organisation and an indicator are wanted */
    WORD_WHY_NOTHING,  /* {0} organisation {1} indicator: neither target nor figure */
    WORD_EXPLAIN_WHAT, /* a code or --list is wanted */
    /* what has changed */
    WORD_DIFF_WHAT,     /* the old side is wanted */
    WORD_DIFF_DAY,      /* {0} day: it needs the book, not JSON {1} */
    WORD_DIFF_NOT_JSON, /* {0} file {1} line: not what `status` wrote */
    /* the report */
    WORD_OTHER_ENDING,        /* {0} command {1} ending wanted {2} file */
    WORD_TEMPLATE_OUTPUT,     /* --template wants -o */
    WORD_TEMPLATE_NOTHING,    /* there is no row to fill it with */
    WORD_PLACEHOLDER_UNKNOWN, /* {0} file {1} paragraph {2} placeholder {3} part */
    WORD_PLACEHOLDER_OPEN,    /* the same of one that does not end */
    WORD_NOT_DOCX,            /* {0} file {1} part */
    WORD_OLD_DOC,             /* {0} file */
    WORD_DOCX_TOO_MUCH,       /* {0} file {1} part */
    WORD_DOCX_BROKEN,         /* {0} file {1} part {2} detail */
    /* choosing */
    WORD_WANTS_ONE, /* {0} command {1} all words it may be {2} one of them */
    /* making files */
    WORD_NO_PATHS_HERE, /* {0} command */
    WORD_INIT_YEAR,     /* --year is wanted */
    WORD_INIT_ORG,      /* one organisation, its id well formed */
    WORD_INIT_ORDER,    /* --year comes after --from-year */
    WORD_INIT_EXISTS,   /* {0} the file that is there already */
    WORD_INIT_NOTHING,  /* {0} organisation {1} year without targets */
    WORD_EXAMPLE_ALONE, /* --example takes nothing beside it */
    WORD_EXAMPLE_DONE,  /* what to look at */
    WORD_INIT_DONE,     /* what to do next */
    WORD_NEXT_DONE,     /* the same, after next year's targets */
    /* writing */
    WORD_CANNOT_PRINT,   /* {0} why */
    WORD_CANNOT_MAKE,    /* {0} folder {1} why */
    WORD_CANNOT_CREATE,  /* {0} file {1} why */
    WORD_CANNOT_WRITE,   /* {0} file {1} why */
    WORD_CANNOT_PARTS,   /* {0} file {1} why {2} the temporary folder */
    WORD_CANNOT_VERIFY,  /* {0} file {1} detail {2} the temporary folder */
    WORD_CANNOT_SYNC,    /* {0} file {1} why */
    WORD_CANNOT_RENAME,  /* {0} file {1} why */
    WORD_CHANGED_SINCE,  /* {0} file that somebody has typed in */
    WORD_TOO_LARGE,      /* {0} organisations {1} millions of cells */
    WORD_TOO_LARGE_DATA, /* the same, where the data alone may be written */
    WORD_CANNOT_SETTLE,  /* {0} file, in place already {1} why */
    WORD_NONE_WRITTEN,   /* of several files: {0} file {1} why */
    WORD_NOT_INTO_STDIN, /* a text that came through a pipe is to be changed */
    /* correcting */
    WORD_FIX_NOTHING,
    WORD_FIX_COULD,   /* {0} edits {1} files */
    WORD_FIX_WRITTEN, /* {0} edits {1} files */
    WORD_FIX_LEFT,    /* {0} errors */
    /* forms */
    WORD_FORM_DAY,    /* --as-of is wanted */
    WORD_FORM_FOLDER, /* {0} a file for several forms */
    WORD_FORM_NOBODY,
    /* figures from workbooks */
    WORD_TAKE_WHAT,
    WORD_TAKE_STOPPED,
    WORD_TAKE_NOTHING,
    WORD_TAKE_COULD,    /* {0} changes */
    WORD_TAKE_WRITTEN,  /* {0} changes */
    WORD_TAKE_RETURNED, /* {0} forms {1} folder */
    /* a double click */
    WORD_DESK_OFFER,     /* no data here: a key for starter files */
    WORD_DESK_WRONG,     /* the findings stand above */
    WORD_DESK_DONE,      /* {0} workbook */
    WORD_DESK_NOT_SHOWN, /* {0} workbook */
    WORD_DESK_MADE,      /* starter files are there */
    WORD_DESK_KEY,
    /* progress */
    WORD_FILES_READ,   /* {0} of {1} */
    WORD_ORGS_JUDGED,  /* {0} of {1} */
    WORD_ROWS_WRITTEN, /* {0} of {1} */
    WORD_PACKED,
    WORD_PARTS_READ, /* {0} of {1} */
    WORD_COUNT
};

enum { WORD_ARGS = 5 };

/* Appends the sentence with {0} .. {4} filled. Control characters in the arguments, such as those
 * of a file name, are made visible (visible.h). */
void words_put(struct buffer *out, enum language lang, enum word word,
               const char *const args[WORD_ARGS]);

/* words_put(..) with the words as arguments: SAY(out, lang, WORD_X, "a", "b"). */
#define SAY(out, lang, word, ...)                                                                  \
    words_put((out), (lang), (word), (const char *const[WORD_ARGS]){__VA_ARGS__})

/* Why the system refused, for people: "không có quyền" for EACCES. */
const char *words_errno(enum language lang, int error);

#endif
