/* SPDX-License-Identifier: MIT */
/*
 * Writes a package: a zip of parts, whole or not at all, and read back before it takes its place.
 *
 * The same parts give the same bytes: no part carries a time.
 */
#ifndef TIENDO_PACKAGE_WRITE_H
#define TIENDO_PACKAGE_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "safe_file.h"

/* A part to be written; borrowed. */
struct new_part {
    const char *name;   /* "word/document.xml" */
    struct buffer text; /* its bytes */
};

/* False with *failure filled: the file at `path` is as it was. */
bool package_write(const char *path, const struct new_part parts[], size_t n,
                   struct write_failure *failure);

/* Appends a text as XML's character data, also good for an attribute; characters that XML cannot
 * have, and line ends, become blanks. */
void xml_put(struct buffer *out, const char *text, size_t n);

#endif
