/* SPDX-License-Identifier: MIT */
/*
 * Translates an error of libyaml into a finding that an officer understands, at the characters that
 * are wrong.
 *
 * After some mistakes (a bare `%`, `> 60`, a tab) the rest of the file can still be read. Their
 * error comes with a patch of the text, after which the file is read again, so that one run finds
 * the mistakes behind it as well.
 */
#ifndef TIENDO_PARSE_ERROR_H
#define TIENDO_PARSE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "lines.h"

struct parse_error {
    const char *context; /* libyaml's: "while scanning a simple key", or "" */
    const char *problem; /* libyaml's: "could not find expected ':'" */
    size_t context_at;   /* code points before the place where the context began */
    size_t at;           /* code points before the place of the problem */
    size_t text_from;    /* the last scalar read before it: its first code point .. */
    size_t text_to;      /* .. and one past its last */
    bool text_quoted;    /* that scalar stood in quotes */
};

/* How to read on after a YAML error: the bytes from .. from + n of the text become `with`. */
struct patch {
    size_t from;  /* first byte */
    size_t n;     /* how many; 0: the file cannot be read on */
    char with;    /* ' ' or a letter */
    bool guessed; /* the tree read on may not be what was meant: good for more findings only */
};

/* Adds the finding that a YAML error stands for. */
struct patch parse_error_report(const struct parse_error *parse_error, struct lines *lines,
                                struct findings *findings);

#endif
