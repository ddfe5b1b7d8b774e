/* SPDX-License-Identifier: MIT */
/*
 * Figures as a book keeps them: 32 bytes each, and beside them what several share.
 *
 * Nearly every figure is one number with a plain denominator, on one line, with the texts of its
 * entry: it is packed. One that does not fit (an interval, 17 digits, a column past 2047, a period
 * that is not of whole months, one that a person confirmed) is kept whole in `wide`; its packed
 * form then holds only what figures are looked up by. figures_get() gives back exactly what
 * figures_add() was given.
 */
#ifndef TIENDO_FIGURES_H
#define TIENDO_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "packed.h"

enum hedge { HEDGE_NONE, HEDGE_MORE_THAN, HEDGE_LESS_THAN, HEDGE_ABOUT, HEDGE_COUNT };

enum figure_kind {
    FIGURE_LEVEL,     /* as_of: the level, or a flow's running total since the year's start */
    FIGURE_INCREMENT, /* during: a flow inside `period` */
    FIGURE_ESTIMATE,  /* made on `date`, about the whole year */
    FIGURE_KIND_COUNT
};

/* A figure as it is read and as the rules see it. */
struct figure {
    int32_t org;
    int32_t indicator;
    int year;
    enum figure_kind kind;
    enum hedge hedge;
    struct date date;     /* the day it stands for; an increment: the last day of its period */
    struct window period; /* of an increment */
    struct ratio low;     /* the figure; done: 1 yes, 0 no */
    struct ratio high;    /* same as low unless it is an interval */
    bool sure;            /* a person says that it is right: nothing is said of its size */
    const char *source;   /* or NULL */
    const char *quote;    /* or NULL */
    const char *note;     /* or NULL */
    struct place place;   /* its value */
};

enum { PACKED_WHEN_BITS = 39 };

/* A figure as it is kept. What it is looked up by may be read here, the rest by figures_get(). */
struct packed_figure {
    int32_t org;
    int32_t indicator;
    struct packed_ratio value;
    uint32_t origin;                  /* index into `origins`; a wide one: into `wide` */
    uint32_t line;                    /* from 1, as place.line */
    uint64_t when : PACKED_WHEN_BITS; /* year, kind, date: sorts like them; see below */
    uint64_t hedge : 2;               /* enum hedge */
    uint64_t months : 4;   /* length of an increment's period, which ends on its date; else 0 */
    uint64_t columns : 18; /* columns_pack() */
    uint64_t wide : 1;     /* 1: kept whole in `wide` */
};

static_assert(sizeof(struct packed_figure) == 32, "two of them in a line of the cache");
static_assert(HEDGE_COUNT <= 1 << 2, "the bits of hedge");

/* All figures of a book. Zero-initialised is empty. */
struct figures {
    struct packed_figure *packed;  /* stb_ds arrays: the figures */
    struct figure *wide;           /* those that do not fit, in no order */
    struct packed_origin *origins; /* of those that do */
};

/* Appends; the texts are not copied. */
void figures_add(struct figures *figures, const struct figure *figure);

/* Puts another in its place. */
void figures_set(struct figures *figures, int32_t index, const struct figure *figure);

void figures_read(const struct figures *figures, int32_t index, struct figure *out);

static inline struct figure figures_get(const struct figures *figures, int32_t index) {
    struct figure out;
    figures_read(figures, index, &out);
    return out;
}

size_t figures_count(const struct figures *figures);
void figures_clear(struct figures *figures);

/* Puts them in the order in which they are looked up: organisation, indicator, year, kind, date, as
 * they stood. What is read together then stands together. In two steps, for threads: by
 * organisation (of so many) only; then by the rest the figures first .. first + n - 1, all of one
 * organisation or several, whatever is done with others meanwhile. */
void figures_sort_by_org(struct figures *figures, size_t orgs);
void figures_sort_run(struct figures *figures, size_t first, size_t n, size_t indicators);

/* Takes out those that are marked. */
void figures_drop(struct figures *figures, const bool drop[]);

/* The days about which nothing else may be said: an increment's period, else its day. */
struct window figures_span(const struct figures *figures, int32_t index);

/* ---- what they are looked up by ---- */

enum { WHEN_KIND_BITS = 2 }; /* `when`: 14 bits of year, the kind, the date */
static_assert(FIGURE_KIND_COUNT <= 1 << WHEN_KIND_BITS, "the bits of the kind");

/* All figures of a year and kind have this in the upper bits of `when`. */
static inline uint32_t figure_slot(int year, enum figure_kind kind) {
    return (uint32_t)year << WHEN_KIND_BITS | (uint32_t)kind;
}

static inline uint32_t packed_slot(const struct packed_figure *f) {
    return (uint32_t)(f->when >> PACKED_DATE_BITS);
}

static inline int packed_year(const struct packed_figure *f) {
    return (int)(packed_slot(f) >> WHEN_KIND_BITS);
}

static inline enum figure_kind packed_kind(const struct packed_figure *f) {
    return (enum figure_kind)(packed_slot(f) & 3U);
}

/* As date_pack() gives it. */
static inline uint32_t packed_day(const struct packed_figure *f) {
    return (uint32_t)f->when & ((1U << PACKED_DATE_BITS) - 1);
}

static inline struct date packed_date(const struct packed_figure *f) {
    return date_unpack(packed_day(f));
}

#endif
