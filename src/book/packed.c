/* SPDX-License-Identifier: MIT */
#include "packed.h"

#include "mem.h"

enum {
    LOOK_BACK = 8, /* origins compared before one is taken for new */
    MOST_TWOS = 15,
    MOST_FIVES = PACKED_FIVES - 1,
    MOST_COLUMN = (1 << (PACKED_COLUMNS_BITS - PACKED_WIDTH_BITS)) - 1,
    MOST_WIDTH = (1 << PACKED_WIDTH_BITS) - 1
};

#define MOST_NUM ((INT64_C(1) << PACKED_NUM_BITS) - 1) /* too large for an enum */

const int64_t packed_fives[PACKED_FIVES] = {
    1,      5,       25,      125,      625,       3125,       15625,      78125,
    390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625, 30517578125,
};

bool ratio_pack(struct ratio value, struct packed_ratio *out) {
    if (value.num > MOST_NUM || value.num < -MOST_NUM || value.den <= 0 || value.den > INT64_MAX) {
        return false;
    }
    int64_t num = (int64_t)value.num;
    uint64_t den = (uint64_t)value.den;
    unsigned twos = (unsigned)__builtin_ctzll(den);
    unsigned fives = 0;
    den >>= twos;
    for (; den > 3 && den % 5 == 0; den /= 5) {
        fives++;
    }
    *out = (struct packed_ratio){
        .num = (uint64_t)(num < 0 ? -num : num) & (uint64_t)MOST_NUM,
        .minus = num < 0,
        .twos = twos & MOST_TWOS,
        .fives = fives & MOST_FIVES,
        .threes = den == 3,
    };
    return (den == 1 || den == 3) && twos <= MOST_TWOS && fives <= MOST_FIVES;
}

bool columns_pack(const struct place *place, uint32_t *out) {
    uint32_t width = place->end_column == 0 ? 0 : place->end_column - place->column;
    *out = place->column << PACKED_WIDTH_BITS | width;
    return place->column <= MOST_COLUMN && width <= MOST_WIDTH &&
           (width > 0 || place->end_column == 0);
}

uint32_t origin_pack(struct packed_origin **origins, struct packed_origin origin) {
    size_t n = arrlenu(*origins);
    for (size_t i = n; i > 0 && i + LOOK_BACK > n; i--) {
        const struct packed_origin *o = &(*origins)[i - 1];
        if (o->quote == origin.quote && o->remark == origin.remark && o->source == origin.source &&
            o->file == origin.file) {
            return (uint32_t)i - 1;
        }
    }
    arrput(*origins, origin);
    return (uint32_t)n;
}
