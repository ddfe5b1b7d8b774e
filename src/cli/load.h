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
};

/* Reads the paths of the options, or `targets` and `actuals` of the current folder, and audits
 * the book. EXIT_IO, with the reasons printed on err, when something could not be read; *loaded
 * is to be cleared in any case. */
enum exit_code load(struct context *context, struct loaded *loaded);

bool loaded_has_errors(const struct loaded *loaded);
void loaded_clear(struct loaded *loaded);

#endif
