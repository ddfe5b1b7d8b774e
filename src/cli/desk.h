/* SPDX-License-Identifier: MIT */
/*
 * A double click on the program, or a file or folder dropped on it: it does what an officer would
 * want there. With data it checks, and if all is well writes the workbook and opens it; else what
 * is wrong stays to be read until a key is pressed. In a folder without data it offers starter
 * files.
 */
#ifndef TIENDO_DESK_H
#define TIENDO_DESK_H

#include "buffer.h"
#include "command.h"

/* What is done for it by others; a test puts its own there. */
struct desk {
    enum exit_code (*run)(int argc, const char *argv[], struct buffer *out, struct buffer *err);
    bool (*show)(const char *path); /* opens a file with the program for its kind */
    int (*key)(void);               /* waits for a key and says which */
};

/* Whether the arguments are those of a double click: none, or one existing path. */
bool desk_meant(int argc, char *argv[]);

/* path: what was dropped, or NULL: this folder. A part of a book, or a folder with one, stands for
 * the folder of its targets and actuals, where the run goes on. Writes to out and err, and flushes
 * them before it waits. */
enum exit_code desk_run(const struct desk *desk, const char *path, struct buffer *out,
                        struct buffer *err);

#endif
