/* SPDX-License-Identifier: MIT */
/*
 * All corrections that have one meaning, made in memory: what one of them brings to light is
 * corrected, too, until there is none left. Lines keep their number.
 */
#ifndef TIENDO_FIXING_H
#define TIENDO_FIXING_H

#include "buffer.h"
#include "finding.h"
#include "safe_files.h"
#include "source.h"

/* One stretch of a line that is replaced; places are those of the files as they were read. */
struct fixed {
    enum message_code code; /* the finding that asked for it */
    struct place place;
    const char *old;
    const char *instead;
};

struct fixing {
    struct fixed *items;        /* stb_ds array, by file, line, column */
    const struct sources *read; /* the files as they were read; borrowed */
    char **texts;               /* what each is to hold, not terminated .. */
    size_t *sizes;              /* .. and its bytes (stb_ds arrays) */
    struct pool pool;           /* owns the texts of the items */
    size_t errors;              /* findings that are errors still */
};

/* The texts of the sources must be there, and stay. */
void fixing_run(struct fixing *fixing, const struct sources *sources);
void fixing_clear(struct fixing *fixing);

/* The files that change, as an stb_ds array; the texts stay those of the fixing and its sources. */
struct text_file *fixing_changed(const struct fixing *fixing);

/* The lines of a file that differ; it has as many as before. terminal: what could mislead one is
 * made visible. */
void fixing_put_diff(struct buffer *out, const struct text_file *file, bool color, bool terminal);
void fixing_put_json(struct buffer *out, const struct fixing *fixing);

#endif
