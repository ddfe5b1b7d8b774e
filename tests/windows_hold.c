/* SPDX-License-Identifier: MIT */
/* windows_hold FILE: holds a file as Excel does, others may read it only, until its input ends. */
#include <windows.h>

#include <stdio.h>

int wmain(int argc, wchar_t *argv[]) {
    if (argc != 2) {
        return 2;
    }
    HANDLE file = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return 1;
    }
    puts("held");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}
