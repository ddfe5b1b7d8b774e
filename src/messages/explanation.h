/*
 * What the messages mean, for people who want more than the line that `check` prints: one
 * explanation for each message, in both languages, with an example of wrong and right.
 *
 * The examples are true: tests/explain.py runs each through `check`. docs/THONG-BAO.md is made of
 * the same texts.
 */
#ifndef TIENDO_EXPLANATION_H
#define TIENDO_EXPLANATION_H

#include <stdbool.h>
#include <stdint.h>

#include "message.h"

/* How the wrong example stands for the bytes of a file. The right one is always plain. */
enum example_form {
    EXAMPLE_PLAIN,
    EXAMPLE_ESCAPED, /* \xNN is a byte, \t a tab: they cannot be shown */
    EXAMPLE_REPEATED /* its line over and over, beyond the limit: too long to be shown */
};

struct explanation {
    const char *title[LANG_COUNT]; /* a few words, without a full stop */
    const char *means[LANG_COUNT]; /* what was found */
    const char *why[LANG_COUNT];   /* why it matters */
    bool framed;                   /* both examples are read together with the frame */
    enum example_form form;        /* of the wrong example */
    const char *wrong;             /* a file in which `check` finds this, and nothing else */
    const char *right;             /* the same mended: nothing is found */
    uint32_t line;                 /* where in the wrong one it is found */
    uint32_t column;               /* in characters, of the file itself: not of its escapes */
};

/* The explanation of a code. */
const struct explanation *explanation_of(enum message_code code);

/* The file of declarations that the framed examples share. */
const char *explanation_frame(void);

/* The code nearest to an id that is none, or NULL: the next number of its hundred, else what a
 * slip of the hand would make of it. */
const char *explanation_nearest(const char *id);

#endif
