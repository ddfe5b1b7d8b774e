/* SPDX-License-Identifier: MIT */
/*
 * What figures and targets are packed with, so that a country's fit into little memory: a plain
 * number in 8 bytes, a day in 23 bits, a place and three texts in 4 bytes each, shared or not.
 *
 * Packing says whether it fits; unpacking gives back exactly what was packed.
 */
#ifndef TIENDO_PACKED_H
#define TIENDO_PACKED_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "date.h"
#include "ratio.h"
#include "source.h"

enum { PACKED_NUM_BITS = 54 };

/* A ratio of 16 digits over 2^twos x 5^fives x 3^threes: up to 15 decimals, and the thirds of a
 * month in a quarter. */
struct packed_ratio {
    uint64_t num : PACKED_NUM_BITS; /* numerator without its sign */
    uint64_t minus : 1;
    uint64_t twos : 4;
    uint64_t fives : 4;
    uint64_t threes : 1;
};

static_assert(sizeof(struct packed_ratio) == 8, "one word");

bool ratio_pack(struct ratio value, struct packed_ratio *out);

enum { PACKED_FIVES = 16 };
extern const int64_t packed_fives[PACKED_FIVES]; /* the powers of five */

static inline struct ratio ratio_unpack(struct packed_ratio value) {
    int64_t num = (int64_t)value.num;
    int64_t den = packed_fives[value.fives] << value.twos;
    return (struct ratio){value.minus ? -num : num, value.threes ? 3 * den : den};
}

/* ---- days: as numbers they sort like the days ---- */

enum { PACKED_DATE_BITS = 23 };

static inline uint32_t date_pack(struct date d) {
    return ((uint32_t)d.year << 9 | (uint32_t)d.month << 5 | (uint32_t)d.day) &
           ((1U << PACKED_DATE_BITS) - 1);
}

static inline struct date date_unpack(uint32_t d) {
    return (struct date){(int16_t)(d >> 9), (int8_t)(d >> 5 & 15U), (int8_t)(d & 31U)};
}

/* ---- places: file and line are kept beside it ---- */

enum { PACKED_COLUMNS_BITS = 18, PACKED_WIDTH_BITS = 7 };

/* The columns of a place: first columns up to 2047, of up to 127 characters. */
bool columns_pack(const struct place *place, uint32_t *out);

static inline struct place columns_unpack(int32_t file, uint32_t line, uint32_t columns) {
    uint32_t column = columns >> PACKED_WIDTH_BITS;
    uint32_t width = columns & ((1U << PACKED_WIDTH_BITS) - 1);
    return (struct place){file, line, column, width > 0 ? column + width : 0};
}

/* ---- texts ---- */

/* Where several figures or targets come from: those of an entry mostly, often those of a file. */
struct packed_origin {
    const char *source; /* of the book's pool, or NULL, like the others */
    const char *quote;
    const char *remark; /* a figure's note; who assigned a target */
    int32_t file;       /* as place.file */
};

/* The index of an origin in a stb_ds array of them; taken in when none of the last is equal. */
uint32_t origin_pack(struct packed_origin **origins, struct packed_origin origin);

#endif
