/* SPDX-License-Identifier: MIT */
/*
 * The whole program but main(): reads the command line, runs the command, reports what failed.
 */
#ifndef TIENDO_CLI_H
#define TIENDO_CLI_H

/* The exit code of the process. */
int cli_main(int argc, char *argv[]);

#endif
