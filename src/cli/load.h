/* SPDX-License-Identifier: MIT */
/*
 * From the command line's paths to a checked book.
 */
#ifndef TIENDO_LOAD_H
#define TIENDO_LOAD_H

#include <stdbool.h>

#include "book.h"
#include "command.h"
#include "finding.h"
#include "source.h"

/* All that was read. */
struct loaded {
    struct sources sources;   /* the files */
    struct book book;         /* what they say; to be compared only without errors */
    struct findings findings; /* what is wrong or odd in them, sorted */
    int jobs;                 /* as many threads as are worth their while */
};

/* Reads the paths of the options, or `targets` and `actuals` of the current folder, and audits
 * the book. EXIT_IO, with the reasons printed on err, when something could not be read; *loaded
 * is to be cleared in any case. */
enum exit_code load(struct context *context, struct loaded *loaded);

/* The same without a word and without standard input: what could be read is there, whatever is
 * wrong with the rest, and is not audited. *loaded is to be cleared. */
void load_quietly(const struct options *options, struct loaded *loaded);

bool loaded_has_errors(const struct loaded *loaded);
void loaded_clear(struct loaded *loaded);

#endif
