/* SPDX-License-Identifier: MIT */
/* Numbers and units: what is read is printed, and what is printed reads back to the same. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"
#include "mem.h"
#include "numbers.h"
#include "printing.h"
#include "text.h"

static const char *const units[] = {"HTX",          "%",     "triệu đồng/năm",
                                    "tỷ đồng",      "người", "nghìn người",
                                    "đồng/6 tháng", "",      "triệu/quý"};

/* Printed in full, it is the same number again; in both languages too, their marks taken back. */
static void prints_back(struct ratio value) {
    int decimals = ratio_decimals(value);
    char plain[RATIO_TEXT];
    struct decimal back;
    if (decimals < 0) {
        return;
    }
    ratio_print(value, decimals, NULL, 0, plain);
    if (decimal_parse(plain, strlen(plain), &back) == DECIMAL_OK) {
        PROMISE(ratio_cmp(ratio_decimal(back), value) == 0);
    }
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        char printed[PRINTED_TEXT];
        char bare[PRINTED_TEXT];
        size_t n = 0;
        char group = lang == LANG_EN ? ',' : '.';
        print_number(plain, (enum language)lang, printed);
        for (const char *c = printed; *c != '\0'; c++) {
            if (*c != group) {
                bare[n++] = *c == ',' ? '.' : *c;
            }
        }
        bare[n] = '\0';
        PROMISE(strcmp(bare, plain) == 0);
    }
}

static void is_decimal(const char *text, size_t n) {
    struct decimal value = {0, 0};
    if (decimal_parse(text, n, &value) == DECIMAL_OK) {
        PROMISE(decimal_span(text, n) == n);
        PROMISE(value.scale <= DECIMAL_DIGITS);
        struct ratio exact = ratio_decimal(value);
        PROMISE(ratio_valid(exact) && ratio_decimals(exact) <= value.scale);
        prints_back(exact);
    } else {
        PROMISE(value.units == 0 && value.scale == 0);
    }
}

/* A unit is read the same from its own text, and converting there and back is no change. */
static void is_unit(struct pool *pool, const char *text, size_t n, const struct unit *other) {
    struct unit unit = unit_parse(pool, text, n);
    struct unit again = unit_parse(pool, unit.text, strlen(unit.text));
    PROMISE(strcmp(unit.base, again.base) == 0);
    PROMISE(unit.scale == again.scale && unit.months == again.months);
    struct ratio there;
    struct ratio back;
    if (unit_factor(&unit, other, &there) && unit_factor(other, &unit, &back)) {
        PROMISE(ratio_cmp(ratio_mul(there, back), ratio_int(1)) == 0);
    }
}

static void is_number(const char *text, size_t n, const struct number_rules *rules) {
    struct material m;
    material_load(&m, (const uint8_t *)text, n);
    struct loader loader;
    loader_init(&loader, &m.sources, &m.book, &m.findings);
    struct node node = {.kind = NODE_SCALAR, .text = text, .text_length = (uint32_t)n};
    node.place = (struct place){0, 1, 1, (uint32_t)text_length(text, n) + 1};
    struct number number;
    bool read = number_read(&loader, &node, rules, &number);
    size_t errors = findings_count(&m.findings, SEVERITY_ERROR);
    PROMISE(n == 0 || read == (errors == 0));
    if (read) {
        PROMISE(ratio_valid(number.low) && ratio_valid(number.high));
        PROMISE(ratio_cmp(number.low, number.high) <= 0);
        prints_back(number.low);
        prints_back(number.high);
    }
    for (ptrdiff_t i = 0; i < arrlen(m.findings.items); i++) {
        struct place place = m.findings.items[i].place;
        PROMISE(place.column >= 1 && place.end_column <= node.place.end_column);
    }
    loader_clear(&loader);
    material_clear(&m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct choices_left left = {data, size};
    unsigned unit = choose(&left, sizeof units / sizeof *units);
    unsigned rules = choose(&left, 64);
    /* a scalar of the tree: valid UTF-8, in NFC, with its NUL */
    if (memchr(left.data, 0, left.size) != NULL ||
        text_valid_prefix((const char *)left.data, left.size) != left.size) {
        return 0;
    }
    struct pool pool = {0};
    const char *text = text_nfc(&pool, (const char *)left.data, left.size);
    size_t n = strlen(text);
    struct unit to = unit_parse(&pool, units[unit], strlen(units[unit]));
    struct number_rules how = {
        .where = (enum hint_place)(rules % HINT_PLACE_COUNT),
        .unit = &to,
        .interval = (rules & 4U) != 0,
        .relative = (rules & 8U) != 0,
        .printed = (rules & 16U) != 0,
    };
    is_decimal(text, n);
    is_unit(&pool, text, n, &to);
    is_number(text, n, &how);
    pool_clear(&pool);
    return 0;
}
