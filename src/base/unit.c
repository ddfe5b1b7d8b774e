/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <string.h>

#include "text.h"

enum { UNIT_LONGEST = 400 }; /* bytes of a unit that are looked at */

static const struct {
    const char *word; /* folded */
    int64_t scale;
} scales[] = {
    {"nghìn", 1000}, {"ngàn", 1000}, {"triệu", 1000000}, {"tỷ", 1000000000}, {"tỉ", 1000000000},
};

static const struct {
    const char *word; /* folded */
    int months;
} times[] = {
    {"tháng", 1}, {"quý", 3}, {"quí", 3}, {"6 tháng", 6}, {"9 tháng", 9}, {"năm", 12},
};

/* Copies with single blanks between words and none around `/`. */
static size_t tidy(const char *s, char out[UNIT_LONGEST]) {
    size_t n = 0;
    for (; *s != '\0' && n + 1 < UNIT_LONGEST; s++) {
        bool blank = *s == ' ' || *s == '\t' || *s == '\n' || *s == '\r';
        bool joined = n == 0 || out[n - 1] == ' ' || out[n - 1] == '/';
        if (blank && joined) {
            continue;
        }
        if (*s == '/' && n > 0 && out[n - 1] == ' ') {
            n--;
        }
        out[n++] = blank ? ' ' : *s;
    }
    n -= n > 0 && out[n - 1] == ' ';
    out[n] = '\0';
    return n;
}

/* Takes the time off the end of a tidy unit. */
static int take_time(char *text) {
    char *slash = strrchr(text, '/');
    for (size_t i = 0; slash != NULL && i < sizeof times / sizeof *times; i++) {
        if (strcmp(slash + 1, times[i].word) == 0) {
            *slash = '\0';
            return times[i].months;
        }
    }
    return 0;
}

/* Takes the words of scale off the start (nghìn tỷ is 10^12); returns what is left. */
static const char *take_scale(const char *text, int64_t *scale) {
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        size_t n = strlen(scales[i].word);
        bool here = strncmp(text, scales[i].word, n) == 0;
        if (here && (text[n] == ' ' || text[n] == '\0') && *scale <= 1000000000) {
            *scale *= scales[i].scale;
            return take_scale(text + n + (text[n] == ' '), scale);
        }
    }
    return text;
}

struct unit unit_parse(struct pool *pool, const char *s, size_t n) {
    char text[UNIT_LONGEST];
    struct unit unit = {.text = text_nfc(pool, s, n), .scale = 1};
    tidy(text_fold(pool, s, n), text);
    unit.months = take_time(text);
    const char *base = take_scale(text, &unit.scale);
    unit.base = pool_text(pool, base, strlen(base));
    return unit;
}

bool unit_factor(const struct unit *from, const struct unit *to, struct ratio *factor) {
    bool scales_only = from->base[0] == '\0';
    if (!scales_only && strcmp(from->base, to->base) != 0) {
        return false;
    }
    if (from->months != 0 && to->months == 0) {
        return false;
    }
    int64_t months = from->months == 0 ? 1 : from->months;
    int64_t wanted = from->months == 0 ? 1 : to->months;
    *factor = ratio_mul(ratio_of(from->scale, to->scale), ratio_of(wanted, months));
    return true;
}

bool unit_is_percent(const struct unit *unit) {
    return strcmp(unit->base, "%") == 0 && unit->scale == 1;
}
