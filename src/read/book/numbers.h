/* SPDX-License-Identifier: MIT */
/*
 * Figures as people write them: a number, or two with `..` between, and perhaps a unit, converted
 * to the indicator's unit. Each kind of mistake has its own message, which marks the characters
 * that are wrong and says what to write instead.
 */
#ifndef TIENDO_NUMBERS_H
#define TIENDO_NUMBERS_H

#include <stdbool.h>

#include "loader.h"
#include "number_hints.h"

/* What may stand in a text. */
struct number_rules {
    enum hint_place where;   /* what is suggested for `>= 60` and the like */
    const struct unit *unit; /* the unit it is converted to */
    bool interval;           /* `3.8..5.5` is allowed */
    bool relative;           /* a percentage is taken as it stands, whatever the unit */
    bool printed;            /* a published percentage: three decimals are not suspicious */
};

struct number {
    struct ratio low;       /* in the unit */
    struct ratio high;      /* same as low unless it is an interval */
    struct decimal written; /* the (first) number as it stands, not converted */
    bool percent;           /* relative, and a % was written */
};

/* The units of numbers without an indicator. */
extern const struct unit times_unit;
extern const struct unit percent_unit;
extern const struct unit no_unit;

/* Reads a scalar. False with a finding, *out untouched; silently when node is no scalar with a
 * text (fields_read() has reported that). */
bool number_read(struct loader *loader, const struct node *node, const struct number_rules *rules,
                 struct number *out);

/* A percentage: `10%` or `10`; negative ones only when allowed. */
bool number_percent(struct loader *loader, const struct node *node, bool negative,
                    struct ratio *out);

#endif
