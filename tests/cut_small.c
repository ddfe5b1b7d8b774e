/* SPDX-License-Identifier: MIT */
/* The program, but that it cuts every file it may, into small pieces: cut_small BYTES WORDS... */
#include <stdlib.h>

#include "cli.h"
#include "cut.h"

int main(int argc, char *argv[]) {
    if (argc < 2) {
        return EXIT_FAILURE;
    }
    cut_sizes = (struct cut_sizes){.least = 1, .piece = strtoul(argv[1], NULL, 10)};
    argv[1] = argv[0];
    return cli_main(argc - 1, argv + 1);
}
