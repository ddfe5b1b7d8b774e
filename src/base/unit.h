/* SPDX-License-Identifier: MIT */
/*
 * Units of figures: a scale (thousands, millions), what is counted, and per how many months.
 *
 * `triệu đồng/năm` is 10^6, `đồng`, per 12 months; `nghìn người` is 10^3 `người`; `HTX` is itself.
 * Two units convert when what is counted is the same and both or neither are per a time.
 */
#ifndef TIENDO_UNIT_H
#define TIENDO_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "pool.h"
#include "ratio.h"

struct unit {
    const char *text; /* as the indicator writes it: the words printed beside figures */
    const char *base; /* what is counted, scale and time taken off, in NFC and lower case */
    int64_t scale;    /* 1, 1000 (nghìn), 10^6 (triệu), 10^9 (tỷ) */
    int months;       /* 1, 3, 6, 9 or 12 of "/tháng" .. "/năm"; 0: not per a time */
};

/* Reads the n bytes at s; the texts are kept in the pool. Any text is a unit. */
struct unit unit_parse(struct pool *pool, const char *s, size_t n);

/* The factor that takes a figure written in `from` to `to`. A `from` without base ("triệu") only
 * scales, a `from` without time is taken as being per the time of `to`. False when the two do not
 * convert; *factor is then untouched. */
bool unit_factor(const struct unit *from, const struct unit *to, struct ratio *factor);

bool unit_is_percent(const struct unit *unit);

#endif
