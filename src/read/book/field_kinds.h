/* SPDX-License-Identifier: MIT */
/*
 * Describes the values of each type of field, for editors (the JSON Schema) and people (the
 * manual).
 */
#ifndef TIENDO_FIELD_KINDS_H
#define TIENDO_FIELD_KINDS_H

#include "fields.h"

/* Blanks between a number and its unit, as a pattern inside JSON. */
#define FIELD_BLANKS "[ \\u00A0\\u2009\\u202F]*"

/* The schema sees values as YAML types them: `15` is a number, `1_500` a text. */
struct field_kind {
    const char *name;              /* under $defs; NULL: no scalar of its own */
    const char *types;             /* JSON, of `type`; NULL: the words for yes and no */
    const char *pattern;           /* of texts, or NULL */
    const char *range;             /* JSON, further keys, or NULL */
    const char *examples;          /* JSON, a list, or NULL */
    const char *title[LANG_COUNT]; /* a few words */
    const char *help[LANG_COUNT];  /* one line for people; NULL without a name */
};

/* Indexed by enum field_type. */
extern const struct field_kind field_kinds[];

#endif
