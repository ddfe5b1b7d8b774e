/* SPDX-License-Identifier: MIT */
#include "part_files.h"

#include <errno.h>
#include <stdio.h>

static int first_error;

void part_files_begin(void) {
    first_error = 0;
}

int part_files_error(void) {
    return first_error;
}

/* In place of the C library's. An earlier failed write has left its mark on the stream, but its
 * errno is gone; then it was most likely a full disk. */
void rewind(FILE *file) {
    int before = ferror(file) != 0 ? ENOSPC : 0;
    int now = fflush(file) != 0 ? errno : 0;
    if (fseek(file, 0, SEEK_SET) != 0 && now == 0) {
        now = errno;
    }
    if (first_error == 0) {
        first_error = now != 0 ? now : before;
    }
    clearerr(file);
}
