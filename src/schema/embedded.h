/* SPDX-License-Identifier: MIT */
/*
 * Files that the program carries: those of example/, which `init --example` writes, a composed
 * province and cluster at mid-year; those of starter/, which `init` fills in (starter.c). The build
 * makes the tables from the folders (embed.py).
 */
#ifndef TIENDO_EMBEDDED_H
#define TIENDO_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *path;           /* below its folder */
    const unsigned char *bytes; /* its text, terminated */
    size_t size;                /* without the 0 at its end */
};

extern const struct embedded example_files[];
extern const size_t example_files_count;
extern const struct embedded starter_files[];
extern const size_t starter_files_count;

#endif
