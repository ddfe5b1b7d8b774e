/* SPDX-License-Identifier: MIT */
/*
 * Writes several new files: all of them or, when one exists already or fails, none.
 */
#ifndef TIENDO_NEW_FILES_H
#define TIENDO_NEW_FILES_H

#include <stddef.h>

#include "command.h"

struct new_file {
    struct buffer path; /* terminated; at most one folder deep, which is made */
    struct buffer text; /* what it will hold */
    bool folder_made;   /* its folder was made by new_files_write() */
    bool written;       /* the file was written */
};

/* Writes them and prints their names. EXIT_IO, with the reason on err, when one is there already
 * (nothing is written then) or cannot be written (the others are removed again, with the folders
 * made for them). */
enum exit_code new_files_write(struct context *context, struct new_file files[], size_t n);

void new_files_clear(struct new_file files[], size_t n);

#endif
