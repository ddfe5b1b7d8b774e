/* SPDX-License-Identifier: MIT */
/* What this program was built from, for a report of a fault. */
#ifndef TIENDO_BUILD_INFO_H
#define TIENDO_BUILD_INFO_H

/* Lines: the commit and its day; the compiler; the libraries. */
extern const char build_info[];

#endif
