/* SPDX-License-Identifier: MIT */
/*
 * The files of example/, which `init --example` writes: a composed province and cluster at
 * mid-year. The build makes the table from the folder (embed.py).
 */
#ifndef TIENDO_EXAMPLE_H
#define TIENDO_EXAMPLE_H

#include <stddef.h>

struct example_file {
    const char *path;           /* below the folder written into */
    const unsigned char *bytes; /* its text, not terminated */
    size_t size;                /* of it */
};

extern const struct example_file example_files[];
extern const size_t example_files_count;

#endif
