/* SPDX-License-Identifier: MIT */
/*
 * Writes the JSON Schema (draft 2020-12) of the format from the reader's own tables. An editor that
 * knows it offers keys, explains them and underlines mistakes.
 *
 * It refuses exactly what `check` finds wrong with a file's shape (`shape` of struct message). What
 * takes more than one value to see (references, other files, dates outside the year) it accepts.
 */
#ifndef TIENDO_JSON_SCHEMA_H
#define TIENDO_JSON_SCHEMA_H

#include "buffer.h"
#include "message.h"

/* Appends the schema, its titles and descriptions in the language; ends in a new line. */
void json_schema_put(struct buffer *out, enum language lang);

#endif
