/* SPDX-License-Identifier: MIT */
/*
 * One mistake of usage, kept as data until the language to say it in is known.
 */
#ifndef TIENDO_USAGE_ERROR_H
#define TIENDO_USAGE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "cli_words.h"

/* Texts are borrowed: from argv, constant tables, or the pool of the options. */
struct usage_error {
    enum word word;              /* the sentence; WORD_NONE: no slip */
    const char *args[WORD_ARGS]; /* fill it */
    const char *nearest;         /* the word that was probably meant, or NULL */
    const char *instead;         /* what to write instead, or NULL */
    const char *choices;         /* all that is allowed, or NULL */
};

/* Keeps the mistake unless *usage holds an earlier one, which is the one to report. Always false,
 * for returning it. */
bool usage_error_set(struct usage_error *usage, struct usage_error mistake);

/* The only word that s begins, else the one near enough to be meant by a usage error of the hand,
 * else NULL. */
const char *usage_error_nearest(const char *s, const char *const words[], size_t n);

/* Prints it, and where help is: of the command when it is not NULL. */
void usage_error_print(const struct usage_error *usage, struct buffer *err, enum language lang,
                       const char *command);

#endif
