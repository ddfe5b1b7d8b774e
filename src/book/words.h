/* SPDX-License-Identifier: MIT */
/*
 * The words of the enums: the key of each value as files, JSON, CSV and options write it, and what
 * each kind of indicator and target has. Each is said here once; readers, renderers and the
 * command line look it up.
 *
 * Every list is indexed by its enum and complete; NULL stands for a value that cannot be written.
 * A key belongs to the format: it is the same in both languages and never changes. What people
 * read instead is in table/label.h. All texts are constants.
 */
#ifndef TIENDO_WORDS_H
#define TIENDO_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "book.h"
#include "status.h"

/* The keys of an enum, in its order. */
struct word_list {
    const char *const *words; /* NULL: this value cannot be written */
    size_t count;             /* of them: the enum's _COUNT */
};

/* What a key of a file may be followed by. */
extern const struct word_list indicator_kind_words;
extern const struct word_list better_words;
extern const struct word_list rollup_words; /* ROLLUP_DEFAULT: NULL */
extern const struct word_list pace_words;   /* PACE_DEFAULT, PACE_MILESTONES: NULL */
extern const struct word_list status_words;
extern const struct word_list table_column_words; /* of official tables */

const char *indicator_kind_key(enum indicator_kind kind);  /* "flow" */
const char *better_key(enum better better);                /* "higher" */
const char *rollup_key(enum rollup rollup);                /* "sum"; or NULL */
const char *pace_key(enum pace pace);                      /* "linear"; or NULL */
const char *target_kind_key(enum target_kind kind);        /* "at_least" */
const char *hedge_key(enum hedge hedge);                   /* "more_than"; NULL for no hedge */
const char *claim_kind_key(enum claim_kind kind);          /* "attainment" */
const char *status_key(enum status status);                /* "on_track"; NONE: NULL */
const char *verdict_key(enum verdict verdict);             /* "agrees" */
const char *table_column_key(enum table_column_id column); /* "last_year" */

/* The column of a key, or TABLE_SHOWN. */
enum table_column_id table_column_of(const char *key);

/* Keys of values that name a field of a file too: constants, for the tables of fields. */
#define KEY_AT_LEAST "at_least" /* kinds of target */
#define KEY_MORE_THAN "more_than"
#define KEY_AT_MOST "at_most"
#define KEY_LESS_THAN "less_than"
#define KEY_WITHIN "within"
#define KEY_ABOUT "about"
#define KEY_EXACTLY "exactly"
#define KEY_DONE "done"
#define KEY_ATTAINMENT "attainment" /* kinds of claim */
#define KEY_OVER "over"
#define KEY_TIMES "times"
#define KEY_OF_LAST_YEAR "of_last_year"
#define KEY_SHARE_OF "share_of"
#define KEY_GROWTH "growth"
#define KEY_CHANGE "change"
#define KEY_HEADLINE "headline"

/* ---- what a kind of indicator means (docs/QUY-TAC.md section 2) ---- */

struct indicator_traits {
    enum rollup rollup; /* by which members' figures make a group's when nothing is stated */
    bool accumulates;   /* its figures are running totals since the year's start, or increments;
                           else levels */
    bool adds_up;       /* over members and parts; a target for each may be multiplied */
    bool balances;      /* additions less losses of the year explain it */
    bool computed;      /* may be a ratio or a weighted mean of other indicators */
    bool percent;       /* its unit is % */
    bool of_whole;      /* lies between 0 and 100 %, and those of parts add up to the whole's */
    bool yes_no;        /* done or not: no number is reported or promised */
};

const struct indicator_traits *indicator_traits(enum indicator_kind kind);

/* ---- what a kind of target states (docs/QUY-TAC.md section 3) ---- */

/* The numbers that the bounds of a kind have; those of a kind without any are only done or not. */
enum {
    HAS_LOW = 1,       /* bounds.low */
    HAS_HIGH = 2,      /* bounds.high; of a kind with both they are one number, */
    HAS_TWO = 4,       /* unless it states two */
    HAS_TOLERANCE = 8, /* bounds.tolerance */
    HAS_GROW = 16      /* bounds.grow over bounds.base; low and high follow from these two */
};

unsigned target_numbers(enum target_kind kind);          /* of HAS_LOW .. HAS_GROW */
bool target_has(enum target_kind kind, unsigned number); /* this one of them */
bool target_is_strict(enum target_kind kind);            /* hitting the number is a miss */

#endif
