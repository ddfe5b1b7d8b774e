/* SPDX-License-Identifier: MIT */
/*
 * The JSON Schema (draft 2020-12) of the format, made from the tables that the reader uses: an
 * editor that knows it offers keys, explains them and underlines what is none.
 *
 * It refuses what `check` finds wrong with a file's shape (`shape` of struct message), and nothing
 * else: references, other files, dates outside the year are not its business.
 */
#ifndef TIENDO_JSON_SCHEMA_H
#define TIENDO_JSON_SCHEMA_H

#include "buffer.h"
#include "message.h"

/* Appends the schema, its titles and descriptions in the language; ends in a new line. */
void json_schema_put(struct buffer *out, enum language lang);

#endif
