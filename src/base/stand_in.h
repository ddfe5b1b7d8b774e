/* SPDX-License-Identifier: MIT */
/*
 * Functions of the C library that libxlsxwriter gets from us.
 *
 * It does not look whether they fail. Without memory it crashes, or leaves cells out and reports
 * success; so malloc() and its like end the run (mem.h). It keeps every part of a workbook in a
 * temporary file, checks no write to it, goes back to its begin with rewind(), which forgets that
 * a write failed, and copies what is there into the zip: a disk that is full for a moment leaves a
 * hole, and what stands around a hole may be sound XML, a workbook with other figures, which
 * reading it back (verify.h) cannot tell. So rewind() does what it should, and remembers.
 *
 * A library cannot be given functions of its own, only a program: these serve all of it. How they
 * come in their place, meson.build tries out:
 *   by name    shared libraries with glibc: a function of the program comes before the C library's
 *   wrapped    linked statically, Windows too: the linker puts them in place (--wrap)
 * Elsewhere nothing stands in, and reading back is what remains.
 */
#ifndef TIENDO_STAND_IN_H
#define TIENDO_STAND_IN_H

/* Forgets earlier failures. */
void rewinds_begin(void);

/* errno of the first write that rewind() found to have failed since then; 0: none did. */
int rewinds_error(void);

#endif
