/* SPDX-License-Identifier: MIT */
/* Says on err why a file could not be written. */
#ifndef TIENDO_CANNOT_WRITE_H
#define TIENDO_CANNOT_WRITE_H

#include "command.h"
#include "safe_file.h"

/* EXIT_IO. */
enum exit_code say_cannot_write(struct context *context, const char *path,
                                const struct write_failure *failure);

/* Whether -o, where it is given, has this ending ("docx"); else said on err. */
bool output_ends(struct context *context, const char *ending);

#endif
