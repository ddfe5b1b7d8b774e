/* SPDX-License-Identifier: MIT */
/*
 * Targets as a book keeps them: 32 bytes each, and beside them what several share.
 *
 * Nearly every target is one bound, assigned once, for a whole year: it is packed. A range, one
 * that was revised, has milestones, a weight or a part of the year is kept whole in `wide`; its
 * packed form then holds only what targets are looked up by. targets_get() gives back exactly what
 * targets_add() was given.
 */
#ifndef TIENDO_TARGETS_H
#define TIENDO_TARGETS_H

#include <stddef.h>

#include "packed.h"

enum pace {
    PACE_DEFAULT, /* flows linear, everything else none */
    PACE_LINEAR,  /* in months */
    PACE_NONE,
    PACE_LAST_YEAR,  /* last year's profile */
    PACE_MILESTONES, /* a target's own */
    PACE_COUNT
};

/* docs/QUY-TAC.md section 3. */
enum target_kind {
    TARGET_AT_LEAST,
    TARGET_MORE_THAN,
    TARGET_AT_MOST,
    TARGET_LESS_THAN,
    TARGET_RANGE,  /* low .. high, one of them decides */
    TARGET_WITHIN, /* stay inside low .. high */
    TARGET_ABOUT,  /* low = high = n, with a tolerance */
    TARGET_EXACTLY,
    TARGET_DONE,
    TARGET_GROW, /* by grow % over a base */
    TARGET_KIND_COUNT
};

/* The bounds of a target at one moment. A plain number is at_least or at_most by `better`. */
struct bounds {
    enum target_kind kind;
    struct ratio low;       /* at_least, more_than, range, within, about, exactly */
    struct ratio high;      /* at_most, less_than, range, within, about, exactly */
    struct ratio tolerance; /* about: a quantity in the indicator's unit, 0 by default */
    struct ratio grow;      /* grow: percent, 10 for +10 % */
    struct ratio base;      /* grow: the stated base; invalid (den 0): last year's figure */
    bool relative;          /* about: the tolerance was written in % of the number */
    bool plain;             /* written as a plain number: a goal, never a limit */
};

struct revision {
    struct date date; /* in force from this day */
    struct bounds bounds;
    const char *by;  /* the decision, or NULL */
    const char *why; /* or NULL */
    struct place place;
};

struct milestone {
    struct date date;
    struct ratio percent; /* of the target, expected by that day */
};

struct target {
    int32_t org; /* whose target; for each_member: the group that assigns it */
    int32_t indicator;
    int year;
    bool each_member;             /* the same for every member of org */
    struct bounds bounds;         /* as first assigned */
    struct revision *revised;     /* in order of date */
    struct milestone *milestones; /* in order of date; only with PACE_MILESTONES */
    enum pace pace;               /* PACE_DEFAULT: the indicator's */
    struct date date;             /* not known before it; or no date: known all year */
    struct window during;         /* the part of the year it covers; no dates: the whole */
    const char *during_text;      /* as written, "2024-H2", or NULL */
    const char *by;               /* who assigned it, or NULL */
    const char *source;           /* document, or NULL */
    const char *quote;            /* its words, or NULL */
    struct ratio weight;          /* for scoring; 1 by default */
    bool sure;                    /* a person says that it is right: no figure is measured by it */
    struct place place;           /* its value */
};

/* A target as it is kept. What it is looked up by may be read here, the rest by targets_get(). */
struct packed_target {
    int32_t org;
    int32_t indicator;
    struct packed_ratio number; /* the one that its kind has */
    uint32_t origin;            /* index into `origins`; a wide one: into `wide` */
    uint32_t line;              /* from 1, as place.line */
    uint64_t date : 23;         /* date_pack() */
    uint64_t columns : 18;      /* columns_pack() */
    uint64_t year : 14;
    uint64_t kind : 4; /* enum target_kind; a plain number: PLAIN_FLOOR, PLAIN_CEILING */
    uint64_t pace : 3; /* enum pace */
    uint64_t each_member : 1;
    uint64_t wide : 1; /* 1: kept whole in `wide` */
};

static_assert(sizeof(struct packed_target) == 32, "as a figure");
enum { PLAIN_FLOOR = TARGET_KIND_COUNT, PLAIN_CEILING, PACKED_TARGET_KINDS };
static_assert(PACKED_TARGET_KINDS <= 1 << 4 && PACE_COUNT <= 1 << 3, "the bits of kind and pace");

/* All targets of a book. Zero-initialised is empty. */
struct targets {
    struct packed_target *packed;  /* stb_ds arrays: the targets */
    struct target *wide;           /* those that do not fit, in no order; revisions are owned */
    struct packed_origin *origins; /* of those that do */
};

/* Appends; takes over the revisions and milestones; the texts are not copied. */
void targets_add(struct targets *targets, const struct target *target);

/* Its revisions and milestones stay the book's. */
struct target targets_get(const struct targets *targets, int32_t index);
size_t targets_count(const struct targets *targets);
void targets_clear(struct targets *targets);

/* Takes out those that are marked. */
void targets_drop(struct targets *targets, const bool drop[]);

/* Not known before it; or no date. */
static inline struct date packed_target_date(const struct packed_target *t) {
    return date_unpack((uint32_t)t->date);
}

#endif
