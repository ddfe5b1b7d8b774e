/* SPDX-License-Identifier: MIT */
#include "typeface.h"

#include <stdatomic.h>
#include <string.h>
#include <utf8proc.h>

enum { FACES = 2, ASCII_FIRST = ' ', ASCII_LAST = '~', BROAD = 1000, CAPITAL = 722, USUAL = 556 };

/* Of ' ' .. '~'. */
static const unsigned short ascii[FACES][ASCII_LAST - ASCII_FIRST + 1] = {
    {250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500,
     500, 500, 500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500, 921, 722, 667, 667, 722, 611,
     611, 722, 722, 333, 444, 722, 611, 889, 722, 722, 611, 722, 667, 556, 611, 722, 722, 944, 722,
     722, 611, 389, 278, 389, 469, 500, 333, 500, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
     278, 778, 500, 500, 500, 500, 389, 389, 278, 500, 500, 722, 500, 500, 444, 480, 275, 480, 541},
    {250, 389, 555, 500, 500, 1000, 833, 278,  333, 333, 500, 570, 250, 333, 250, 278,
     500, 500, 500, 500, 500, 500,  500, 500,  500, 500, 333, 333, 570, 570, 570, 500,
     930, 722, 667, 722, 722, 667,  667, 778,  778, 389, 500, 778, 667, 944, 722, 778,
     611, 778, 722, 556, 667, 722,  722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
     333, 500, 556, 444, 556, 444,  333, 500,  556, 278, 333, 556, 278, 833, 556, 500,
     556, 556, 444, 389, 333, 556,  500, 722,  500, 500, 444, 394, 220, 394, 570},
};

/* What is no ASCII letter with marks. */
static const struct sign {
    utf8proc_int32_t point;
    unsigned short width[FACES]; /* as above */
} signs[] = {
    {0x00B1, {549, 549}},   /* ± */
    {0x00B7, {333, 333}},   /* · */
    {0x00D7, {675, 570}},   /* × */
    {0x0110, {722, 722}},   /* Đ */
    {0x0111, {500, 556}},   /* đ */
    {0x01A0, {722, 778}},   /* Ơ */
    {0x01A1, {534, 554}},   /* ơ */
    {0x01AF, {776, 796}},   /* Ư */
    {0x01B0, {545, 600}},   /* ư */
    {0x2013, {500, 500}},   /* – */
    {0x2014, {1000, 1000}}, /* — */
    {0x2018, {333, 333}},   /* ‘ */
    {0x2019, {333, 333}},   /* ’ */
    {0x201C, {556, 500}},   /* “ */
    {0x201D, {556, 500}},   /* ” */
    {0x2026, {1000, 1000}}, /* … */
    {0x2212, {675, 606}},   /* − */
    {0x2248, {549, 549}},   /* ≈ */
    {0x2264, {549, 549}},   /* ≤ */
    {0x2265, {549, 549}},   /* ≥ */
    {0x25A0, {604, 604}},   /* ■ */
    {0x25A1, {604, 604}},   /* □ */
    {0x25B2, {990, 990}},   /* ▲ */
    {0x25BC, {990, 990}},   /* ▼ */
    {0x25CB, {604, 604}},   /* ○ */
    {0x25CF, {604, 604}},   /* ● */
};

/* The letter without its marks: e of ế; ơ and ư stay what they are. */
static utf8proc_int32_t base_letter(utf8proc_int32_t point) {
    enum { HORN = 0x31B };
    utf8proc_int32_t parts[4];
    utf8proc_ssize_t n = utf8proc_decompose_char(point, parts, 4, UTF8PROC_DECOMPOSE, NULL);
    if (n <= 0 || n > 4) {
        return point;
    }
    bool horn = n > 1 && parts[1] == HORN;
    return !horn             ? parts[0]
           : parts[0] == 'o' ? 0x1A1
           : parts[0] == 'O' ? 0x1A0
           : parts[0] == 'u' ? 0x1B0
                             : 0x1AF;
}

static unsigned computed_width(utf8proc_int32_t point, bool bold) {
    int columns = utf8proc_charwidth(point);
    utf8proc_int32_t letter = base_letter(point);
    if (letter >= ASCII_FIRST && letter <= ASCII_LAST) {
        return ascii[bold][letter - ASCII_FIRST];
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].point == letter) {
            return signs[i].width[bold];
        }
    }
    if (columns != 1) {
        return columns > 0 ? (unsigned)BROAD * (unsigned)columns : 0;
    }
    return utf8proc_category(point) == UTF8PROC_CATEGORY_LU ? CAPITAL : USUAL;
}

/* Remembers the widths, as the same letters are asked for again and again. Threads may compute one
 * twice, with the same result. */
static unsigned point_width(utf8proc_int32_t point, bool bold) {
    enum { KNOWN = 0x2100 };
    static _Atomic unsigned short known[FACES][KNOWN]; /* 1 + the width of a point, or 0 */
    if (point < 0 || point >= KNOWN) {
        return computed_width(point, bold);
    }
    unsigned width = atomic_load_explicit(&known[bold][point], memory_order_relaxed);
    if (width == 0) {
        width = computed_width(point, bold) + 1;
        atomic_store_explicit(&known[bold][point], (unsigned short)width, memory_order_relaxed);
    }
    return width - 1;
}

size_t typeface_width(const char *s, size_t n, bool bold) {
    size_t width = 0;
    for (size_t i = 0; i < n;) {
        if ((unsigned char)s[i] < 0x80) {
            width += point_width(s[i++], bold);
            continue;
        }
        utf8proc_int32_t point;
        utf8proc_ssize_t read =
            utf8proc_iterate((const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(n - i), &point);
        width += read > 0 ? point_width(point, bold) : point_width('?', bold);
        i += read > 0 ? (size_t)read : 1;
    }
    return width;
}

int typeface_lines(const char *text, bool bold, size_t room) {
    const size_t line = room > 0 ? room : 1;
    const size_t blank = point_width(' ', bold);
    int lines = 1;
    size_t used = 0;
    for (const char *word = text; *word != '\0';) {
        size_t n = strcspn(word, " \n");
        size_t width = typeface_width(word, n, bold);
        bool wraps = used > 0 && used + blank + width > line;
        lines += wraps;
        used = wraps || used == 0 ? width : used + blank + width;
        lines += used > line ? (int)((used - 1) / line) : 0;
        used = used > line ? (used - 1) % line + 1 : used;
        word += n;
        if (*word == '\n') {
            lines++;
            used = 0;
        }
        word += *word != '\0';
    }
    return lines;
}
