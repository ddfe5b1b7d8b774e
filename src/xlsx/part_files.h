/* SPDX-License-Identifier: MIT */
/*
 * Has libxlsxwriter written its temporary files whole?
 *
 * It keeps every part of a workbook in a temporary file, checks no write to it, goes back to its
 * begin with rewind(), which forgets that a write failed, and copies what is there into the zip. A
 * disk that is full for a moment so leaves a hole in the part, and what stands around a hole may
 * be sound XML: a workbook with other figures. Reading back cannot tell. So rewind() is ours: it
 * does what it should and remembers a failed write.
 *
 * This holds where the program's functions come before those of the C library (ELF). Elsewhere
 * reading back (verify.h) is what remains.
 */
#ifndef TIENDO_PART_FILES_H
#define TIENDO_PART_FILES_H

/* Forgets earlier failures. */
void part_files_begin(void);

/* errno of the first write that failed since then; 0: none did. */
int part_files_error(void);

#endif
