/* SPDX-License-Identifier: MIT */
#include "sheet_look.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "mem.h"

#define FONT "Times New Roman"
static const double font_size = 12;

static uint32_t mix(uint32_t hash, uint32_t value) {
    return (hash ^ value) * 16777619u; /* FNV-1a, a word at a time */
}

static uint32_t hash_text(uint32_t hash, const char *text) {
    for (const char *s = text != NULL ? text : ""; *s != '\0'; s++) {
        hash = mix(hash, (unsigned char)*s);
    }
    return hash;
}

static uint32_t look_hash(const struct look *look) {
    uint32_t hash = hash_text(2166136261u, look->number);
    hash = mix(hash, look->ink);
    hash = mix(hash, look->paper ^ (uint32_t)look->open << 24);
    hash = mix(hash, (uint32_t)(look->size * 2));
    hash = mix(hash, (uint32_t)look->align << 3 | (uint32_t)look->bold << 2 |
                         (uint32_t)look->italic << 1 | (uint32_t)look->wrap);
    hash = mix(hash, look->unlocked);
    return (hash ^ hash >> 16) % LOOK_BUCKETS;
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_look(const struct look *a, const struct look *b) {
    return a->ink == b->ink && a->paper == b->paper && a->border == b->border &&
           a->open == b->open && a->rule == b->rule && a->size >= b->size && a->size <= b->size &&
           a->align == b->align && a->indent == b->indent && a->bold == b->bold &&
           a->italic == b->italic && a->underline == b->underline && a->wrap == b->wrap &&
           a->shrink == b->shrink && a->unlocked == b->unlocked &&
           same_text(a->number, b->number) && same_text(a->font, b->font);
}

/* What a highlight may change too. */
static void set_letters(lxw_format *format, const struct look *look) {
    if (look->ink != 0) {
        format_set_font_color(format, look->ink);
    }
    if (look->bold) {
        format_set_bold(format);
    }
    if (look->italic) {
        format_set_italic(format);
    }
    if (look->number != NULL) {
        format_set_num_format(format, look->number);
    }
}

static void set_text(lxw_format *format, const struct look *look) {
    set_letters(format, look);
    format_set_font_name(format, look->font != NULL ? look->font : FONT);
    format_set_font_size(format, look->size);
    if (look->underline) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    if (look->wrap) {
        format_set_text_wrap(format);
    }
    if (look->shrink) {
        format_set_shrink(format);
    }
}

static void set_place(lxw_format *format, const struct look *look) {
    static const uint8_t aligns[] = {
        [ALIGN_LEFT] = LXW_ALIGN_LEFT,
        [ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
        [ALIGN_CENTRE] = LXW_ALIGN_CENTER,
    };
    static_assert(sizeof aligns / sizeof aligns[0] == ALIGN_COUNT, "one for each");
    format_set_align(format, aligns[look->align]);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look->indent > 0) {
        format_set_indent(format, look->indent);
    }
}

static void set_lines(lxw_format *format, const struct look *look) {
    if (look->border != 0) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, look->border);
        if ((look->open & OPEN_LEFT) != 0) {
            format_set_left(format, LXW_BORDER_NONE);
        }
        if ((look->open & OPEN_RIGHT) != 0) {
            format_set_right(format, LXW_BORDER_NONE);
        }
    }
    if (look->rule != 0) {
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, look->rule);
    }
    if (look->paper != 0) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, look->paper);
    }
}

static const char *keep(struct pool *pool, const char *text) {
    return text != NULL ? pool_text(pool, text, strlen(text)) : NULL;
}

static void set_all(lxw_format *format, const struct look *look) {
    set_text(format, look);
    set_place(format, look);
    set_lines(format, look);
    if (look->unlocked) {
        format_set_unlocked(format);
    }
}

static void set_highlight(lxw_format *format, const struct look *look) {
    set_letters(format, look);
    if (look->paper != 0) {
        format_set_bg_color(format, look->paper);
    }
}

/* Equal formats would be told apart by libxlsxwriter at every cell anew. */
static lxw_format *known_format(struct looks *looks, lxw_workbook *workbook,
                                const struct look *wanted,
                                void (*set)(lxw_format *format, const struct look *look)) {
    struct look look = *wanted;
    look.size = look.size > 0 ? look.size : font_size;
    uint32_t *bucket = &looks->bucket[look_hash(&look)];
    for (uint32_t at = *bucket; at != 0; at = looks->items[at - 1].next) {
        if (same_look(&looks->items[at - 1].look, &look)) {
            return looks->items[at - 1].format;
        }
    }
    lxw_format *format = workbook_add_format(workbook);
    if (format == NULL) {
        return NULL;
    }
    set(format, &look);
    struct known_look known = {.look = look, .format = format, .next = *bucket};
    known.look.number = keep(&looks->pool, look.number);
    known.look.font = keep(&looks->pool, look.font);
    arrput(looks->items, known);
    *bucket = (uint32_t)arrlenu(looks->items);
    return format;
}

lxw_format *looks_format(struct looks *looks, lxw_workbook *workbook, const struct look *wanted) {
    return known_format(looks, workbook, wanted, set_all);
}

lxw_format *looks_highlight(struct looks *looks, lxw_workbook *workbook,
                            const struct look *wanted) {
    return known_format(looks, workbook, wanted, set_highlight);
}

void looks_clear(struct looks *looks) {
    arrfree(looks->items);
    pool_clear(&looks->pool);
}
