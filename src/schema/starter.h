/* SPDX-License-Identifier: MIT */
/*
 * The files that `init` writes into a new folder: an example of every feature, commented in one
 * language, in which `check` finds nothing wrong.
 */
#ifndef TIENDO_STARTER_H
#define TIENDO_STARTER_H

#include <stdbool.h>

#include "buffer.h"
#include "message.h"

/* Editors are pointed to it by the first line of each file. */
#define STARTER_SCHEMA_PATH ".tiendo.schema.json"
#define STARTER_SCHEMA_LINE "# yaml-language-server: $schema=../" STARTER_SCHEMA_PATH "\n"

enum starter {
    STARTER_SCHEMA,
    STARTER_INDICATORS,
    STARTER_ORGS,
    STARTER_TARGETS,
    STARTER_ACTUALS,
    STARTER_COUNT
};

/* All organisations and years of a folder have it in common. */
bool starter_shared(enum starter which);

/* Appends its path, terminated. */
void starter_path(struct buffer *out, enum starter which, const char *org, int year);

/* Appends its text; the language is that of comments and schema. */
void starter_text(struct buffer *out, enum starter which, const char *org, int year,
                  enum language lang);

#endif
