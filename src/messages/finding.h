/* SPDX-License-Identifier: MIT */
/*
 * Findings: what is wrong or suspicious in the input, collected as data and rendered later.
 *
 * A finding is a code, a place and the words that fill its message; the messages of both languages
 * stand in message.h's tables. Codes are stable: never renumbered, never reused.
 */
#ifndef TIENDO_FINDING_H
#define TIENDO_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "message.h"
#include "pool.h"
#include "source.h"

enum { FINDING_WORDS = 4 };

struct finding {
    enum message_code code;           /* which message */
    struct place place;               /* the characters that are wrong */
    const char *words[FINDING_WORDS]; /* fill {0} .. {3}; NULL where unused; owned by the list */
    struct place related;             /* the second place where two conflict, or no_place */
};

struct findings {
    struct finding *items; /* stb_ds array in the order found */
    struct pool pool;      /* owns the words */
};

/* Adds one; the words are copied; NULL words are allowed. Returns it, for setting `related`; valid
 * until the next one is added. */
struct finding *findings_add(struct findings *findings, enum message_code code, struct place place,
                             const char *const words[FINDING_WORDS]);

/* findings_add(..) with the words as arguments: FIND(list, MSG_X, place, "a", "b"). */
#define FIND(findings, code, place, ...)                                                           \
    findings_add((findings), (code), (place), (const char *const[FINDING_WORDS]){__VA_ARGS__})

/* Adds all of the other list, in its order, and empties it. */
void findings_move(struct findings *to, struct findings *from);

/* Sorts by file, line, column, code and removes findings that are equal. */
void findings_sort(struct findings *findings);

size_t findings_count(const struct findings *findings, enum severity severity);

/* One of them stops `export` and `report` until the figure is confirmed. */
bool findings_stop_export(const struct findings *findings);

void findings_clear(struct findings *findings);

#endif
