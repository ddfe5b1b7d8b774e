/* SPDX-License-Identifier: MIT */
/*
 * The whole program but its entry: reads the command line, runs a command, says what failed.
 */
#ifndef TIENDO_CLI_H
#define TIENDO_CLI_H

/* The exit code of the process. */
int cli_main(int argc, char *argv[]);

#endif
