/* SPDX-License-Identifier: MIT */
/* Files of a book that get other texts: all are written, or none. */
#ifndef TIENDO_WRITE_TEXTS_H
#define TIENDO_WRITE_TEXTS_H

#include "command.h"
#include "safe_files.h"

/* EXIT_IO, with the reason on err, when one cannot be written: then none was. The names are printed
 * on err when all were. */
enum exit_code write_texts(struct context *context, const struct text_file files[], size_t n);

#endif
