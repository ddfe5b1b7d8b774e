/* SPDX-License-Identifier: MIT */
/*
 * Prints --help and --version from the tables of commands, options, statuses and columns.
 */
#ifndef TIENDO_HELP_H
#define TIENDO_HELP_H

#include "command.h"

/* Of the whole program. */
void help_print(struct buffer *out, enum language lang);

/* Of one command. */
void help_print_command(struct buffer *out, enum language lang, const struct command *command);

void help_print_version(struct buffer *out);

#endif
