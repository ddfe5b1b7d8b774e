/* SPDX-License-Identifier: MIT */
/* Says on err why a file could not be read as a Word document. */
#ifndef TIENDO_NOT_DOCX_H
#define TIENDO_NOT_DOCX_H

#include "command.h"
#include "package.h"

/* EXIT_IO. */
enum exit_code say_not_docx(struct context *context, const char *path,
                            const struct package_failure *failure);

#endif
