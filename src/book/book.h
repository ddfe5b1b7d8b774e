/* SPDX-License-Identifier: MIT */
/*
 * The book: everything that the files say, validated, with references resolved to indices.
 *
 * Built by read/, judged by the scorecard. Arrays are stb_ds arrays; texts live in the pool.
 * Figures are exact and already in their indicator's unit.
 */
#ifndef TIENDO_BOOK_H
#define TIENDO_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "date.h"
#include "figures.h"
#include "pool.h"
#include "ratio.h"
#include "report.h"
#include "source.h"
#include "status.h"
#include "targets.h"
#include "unit.h"

enum { NONE = -1 }; /* an index that points at nothing */

/* ---- organisations ---- */

struct org {
    const char *id;        /* ASCII letters, digits, '-' */
    const char *name;      /* as printed; the id when none is given */
    const char *name_en;   /* or NULL */
    int32_t *members;      /* orgs that make up this group, in the order written */
    int members_total;     /* how many there are, named or not; at least the number named */
    int32_t *predecessors; /* orgs that were merged into this one */
    struct date from;      /* first day of its present boundary, or no date */
    struct date to;        /* last day, or no date */
    struct place place;    /* its key */
};

/* The year of an organisation when it is not the calendar's. */
struct org_year {
    int32_t org;
    int year;
    struct window window;
    struct place place;
};

/* ---- indicators ---- */

/* docs/QUY-TAC.md section 2. */
enum indicator_kind {
    KIND_FLOW,    /* accumulates over the year */
    KIND_STOCK,   /* a level that sums over members */
    KIND_AVERAGE, /* a level, weighted mean */
    KIND_SHARE,   /* %, 0 to 100 */
    KIND_RATE,    /* growth, in %, either sign */
    KIND_DONE,    /* yes or no */
    KIND_COUNT
};

enum better { BETTER_HIGHER, BETTER_LOWER, BETTER_COUNT };

enum rollup {
    ROLLUP_DEFAULT, /* by kind: flow, stock sum; average weighted; share ratio; done count */
    ROLLUP_SUM,
    ROLLUP_WEIGHTED,
    ROLLUP_RATIO,
    ROLLUP_COUNT_YES,
    ROLLUP_MAX,
    ROLLUP_MIN,
    ROLLUP_LAST,
    ROLLUP_NONE,
    ROLLUP_COUNT
};

struct indicator {
    const char *id;
    const char *name;
    const char *name_en; /* or NULL */
    const char *group;   /* heading it stands under, or NULL */
    const char *owner;   /* who answers for it, or NULL */
    struct unit unit;
    enum indicator_kind kind;
    enum better better;
    enum rollup rollup;
    enum pace pace;
    bool accumulates;      /* an average that counts from the start of the year */
    int32_t part_of;       /* the whole of which this is a part, or NONE */
    const char *part_by;   /* the breakdown of the whole that it belongs to, or NULL: the unnamed */
    bool part_complete;    /* the parts of that breakdown are the whole */
    int32_t ratio_of;      /* numerator of a computed share or average, or NONE */
    int32_t ratio_to;      /* its denominator, or NONE */
    int32_t weight;        /* weights of an average's weighted mean, or NONE */
    int32_t balance_plus;  /* a stock's additions of the year, a flow, or NONE */
    int32_t balance_minus; /* a stock's losses of the year, a flow, or NONE */
    int8_t measured_month; /* only known on this day of each year; 0: any day */
    int8_t measured_day;
    int16_t decimals; /* at which it is counted, or -1: as many as the figure has */
    bool show;        /* false: kept for ratios and weights, not a row */
    struct place place;
};

/* ---- what was promised: targets.h; what happened: figures.h; what is said of both ---- */

/* docs/QUY-TAC.md section 7: a percentage that a report prints. */
enum claim_kind {
    CLAIM_ATTAINMENT,   /* A / T in % */
    CLAIM_OVER,         /* A / T - 1 in % */
    CLAIM_TIMES,        /* A / T, a multiple */
    CLAIM_OF_LAST_YEAR, /* A / last year's same period, in % */
    CLAIM_SHARE_OF,     /* A / another indicator, in % */
    CLAIM_GROWTH,       /* A / last year's same period - 1, in % */
    CLAIM_CHANGE,       /* A - last year's same period */
    CLAIM_HEADLINE,     /* so many of so many goals met or exceeded */
    CLAIM_KIND_COUNT
};

struct claim {
    int32_t org;
    int32_t indicator; /* NONE: a headline */
    int year;
    enum claim_kind kind;
    int32_t of;             /* share_of: the other indicator */
    struct decimal printed; /* with as many decimals as were published; a headline: met */
    int printed_of;         /* a headline: of so many */
    enum hedge hedge;       /* of what is printed */
    enum figure_kind entry; /* what the figures beside it are */
    struct date date;       /* theirs; of an increment, the last day of its period */
    struct window period;   /* of an increment */
    const char *by;         /* names the target meant, or NULL */
    struct window during;   /* the part of the year that it names, or no dates */
    struct place place;
};

struct override {
    int32_t org;
    int32_t indicator;
    int year;
    enum status status;
    const char *why;
    const char *by;       /* the target meant, or NULL: all of the indicator */
    struct window during; /* the same by its part of the year, or no dates */
    struct place place;
};

/* A text of the book in English: a unit, a heading, a note. */
struct english {
    const char *text;
    const char *english;
    struct place place; /* its key */
};

struct edges {
    struct ratio slipping; /* percent, 90 by default */
    struct ratio over;     /* percent, 110 by default */
    struct place place;    /* where they are declared, or no_place */
};

struct book {
    struct org *orgs;
    struct indicator *indicators; /* in the order of declaration */
    struct org_year *org_years;
    struct targets targets; /* as written */
    struct figures figures; /* in the order of look-up once all are read */
    struct claim *claims;
    struct override *overrides;
    struct report_form *reports; /* one for an organisation, and one for all */
    struct edges edges;
    struct english *english; /* in the order of their texts */
    struct pool pool;        /* owns every text of the book */
    size_t bytes;            /* of the files of which it was read: by it is limited what may be
                                computed (effort.h) */
};

/* An empty book with the default edges. */
void book_init(struct book *book);
void book_clear(struct book *book);

/* Index of the organisation or indicator with this id, or NONE. */
int32_t book_org(const struct book *book, const char *id);
int32_t book_indicator(const struct book *book, const char *id);

/* The English of a text of the book, or NULL: of exactly this text, else of one that differs only
 * in the case of its first letter. */
const char *book_english(const struct book *book, const char *text);

/* The window of an organisation's year. */
struct window book_window(const struct book *book, int32_t org, int year);

/* The rules that hold for an indicator once its defaults are filled in. */
enum rollup indicator_rollup(const struct indicator *indicator);
bool indicator_is_level(const struct indicator *indicator);

/* Of a part of the year only what came in it counts; all else is read as a level there. */
bool indicator_counts_in_parts(const struct indicator *indicator);

/* Its figures are a yes or a no, counted in a group. */
bool indicator_is_yes_no(const struct indicator *indicator);

/* Its figures may be added over members and parts, and a target for each multiplied. */
bool indicator_adds_up(const struct indicator *indicator);

/* The factor from "numerator over denominator" to the unit of an indicator with a ratio: 100 for
 * %, else the quotient of the scales of money or counting. */
struct ratio indicator_ratio_scale(const struct book *book, const struct indicator *indicator);

#endif
