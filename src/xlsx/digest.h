/* SPDX-License-Identifier: MIT */
/*
 * Whether a workbook is, byte for byte, one that this program wrote.
 *
 * What is written ends in a comment of the zip archive, "tiendo sha256 " and 64 hexadecimal
 * digits: the SHA-256 of all bytes before the two that give the comment's length (APPNOTE.TXT,
 * 4.3.16). Programs that read workbooks skip it, those that save one drop it.
 */
#ifndef TIENDO_DIGEST_H
#define TIENDO_DIGEST_H

#include <stdbool.h>

/* Appends the comment to an archive that has none; false with errno set. */
bool digest_add(const char *path);

enum digest {
    DIGEST_NOTHING, /* no such file, no regular one, or one without a byte */
    DIGEST_OWN,     /* as it was written */
    DIGEST_CHANGED  /* anything else: saved by another program, cut, or no workbook at all */
};

enum digest digest_of(const char *path);

#endif
