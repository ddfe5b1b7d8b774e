/* SPDX-License-Identifier: MIT */
/*
 * Reads the paths of the command line into a checked book.
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
    int jobs;                 /* threads worth starting for so much text */
};

/* Reads the paths of the options, or `targets` and `actuals` of the current folder, and audits
 * the book. EXIT_IO, with the reasons printed on err, when something could not be read; *loaded
 * is to be cleared in any case. */
enum exit_code load(struct context *context, struct loaded *loaded);

/* The two halves of load(): reading, and what is checked of a book that was read. */
enum exit_code load_read(struct context *context, struct loaded *loaded);
void load_check(struct loaded *loaded);

/* The files alone: their texts are there, the book is empty. */
enum exit_code load_files(struct context *context, struct loaded *loaded);

/* The same for `complete`, in as little time as opening the files takes: prints nothing, leaves out
 * standard input and the audit, and keeps what could be read whatever is wrong with the rest. Of
 * files that declare neither organisations nor indicators it reads none when only these are asked
 * for (declared), else some, evenly spread. *loaded is to be cleared. */
void load_quietly(const struct options *options, bool declared, struct loaded *loaded);

bool loaded_has_errors(const struct loaded *loaded);
void loaded_clear(struct loaded *loaded);

#endif
