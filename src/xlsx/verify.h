/* SPDX-License-Identifier: MIT */
/*
 * Proof that a workbook on the disk is whole.
 *
 * libxlsxwriter reports success even when its temporary folder is full: the zip is sound then, but
 * the XML inside it is cut. So what was written is read back: every part is inflated (its length
 * and checksum compared), every XML part is parsed to its end, and every part that the list of
 * contents names must be there.
 */
#ifndef TIENDO_VERIFY_H
#define TIENDO_VERIFY_H

#include <stdbool.h>

#include "progress.h"

enum { VERIFY_DETAIL = 256 };

/* True when the file at path is a whole workbook. `jobs` threads read its parts side by side;
 * progress (or NULL) is told of them. Else detail says in English which part is wrong and how, for
 * a bug report; it is untouched when all is well. */
bool verify_workbook(const char *path, int jobs, struct progress *progress,
                     char detail[VERIFY_DETAIL]);

#endif
