/* SPDX-License-Identifier: MIT */
/*
 * A mistake on the command line, kept as data until it is known in which language to report it.
 */
#ifndef TIENDO_USAGE_ERROR_H
#define TIENDO_USAGE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "cli_words.h"

/* Texts are borrowed: from argv, constant tables, or the pool of the options. */
struct usage_error {
    enum word word;              /* the sentence; WORD_NONE: no mistake */
    const char *args[WORD_ARGS]; /* fill it */
    const char *nearest;         /* the word that was probably meant, or NULL */
    const char *instead;         /* what to write instead, or NULL */
    const char *choices;         /* all that is allowed, or NULL */
};

/* Keeps the mistake unless *usage holds an earlier one, which is the one to report. Always false,
 * for returning it. */
bool usage_error_set(struct usage_error *usage, struct usage_error mistake);

/* The only word that begins with s, else the one that s probably misspells, else NULL. */
const char *usage_error_nearest(const char *s, const char *const words[], size_t n);

/* Prints it, and how to get help: on the command unless it is NULL. */
void usage_error_print(const struct usage_error *usage, struct buffer *err, enum language lang,
                       const char *command);

#endif
