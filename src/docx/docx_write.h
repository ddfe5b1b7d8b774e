/* SPDX-License-Identifier: MIT */
/*
 * The report in words as a Word document (.docx): headings, paragraphs and items in styles of their
 * own, on A4 with the margins and the type that administrative documents have.
 */
#ifndef TIENDO_DOCX_WRITE_H
#define TIENDO_DOCX_WRITE_H

#include <stdbool.h>

#include "language.h"
#include "prose.h"
#include "safe_file.h"

/* Written whole and read back, or false with *failure filled and the file at `path` as it was. */
bool docx_write(const char *path, const struct prose *prose, enum language lang,
                struct write_failure *failure);

#endif
