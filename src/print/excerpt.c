/* SPDX-License-Identifier: MIT */
#include "excerpt.h"

#include <stdint.h>

#include "mem.h"
#include "visible.h"

enum {
    EXCERPT_WIDTH = 92, /* columns of a line that are shown; the gutter makes it about 100 */
    CUT_MARK_WIDTH = 1, /* of "…" */
    BEFORE_MARKER = 40, /* columns kept before the marker in a line that is cut */
    LONG_LINE = 8192,   /* bytes; of a longer line only the part around the marker is looked at */
    NEAR_CHARS = 200    /* characters of it before the marker */
};

/* The part of a long line around the marker, with the place's columns counted from its start: a
 * line of megabytes with many findings in it is not measured again and again. */
static const char *part_near(const char *line, size_t *n, struct place *place) {
    if (*n <= LONG_LINE || place->column <= NEAR_CHARS) {
        *n = *n < LONG_LINE ? *n : LONG_LINE;
        return line;
    }
    uint32_t skipped = place->column - NEAR_CHARS;
    size_t byte = 0;
    for (uint32_t left = skipped; left > 0 && byte < *n; left--) {
        do {
            byte++;
        } while (byte < *n && ((unsigned char)line[byte] & 0xC0U) == 0x80);
    }
    place->column -= skipped;
    place->end_column = place->end_column > skipped ? place->end_column - skipped : 0;
    *n = *n - byte < LONG_LINE ? *n - byte : LONG_LINE;
    return line + byte;
}

/* The columns at which the marker begins and ends, in the line as it is shown in full. */
struct marker_span {
    size_t start;
    size_t end;
    size_t whole; /* columns of the whole line */
};

static struct marker_span measure(const char *line, size_t n, struct place place) {
    struct marker_span span = {0};
    uint32_t end_column = place.end_column > place.column ? place.end_column : place.column + 1;
    uint32_t column = 1;
    size_t at = 0;
    while (n > 0) {
        char text[VISIBLE_CHAR];
        size_t width;
        size_t taken = visible_char(line, n, text, &width);
        at += width;
        if (column < place.column) {
            span.start = at;
        }
        if (column < end_column) {
            span.end = at;
        }
        line += taken;
        n -= taken;
        column++;
    }
    /* A marker under a combining mark belongs under the letter that carries it; at the end of the
     * line it stands behind it. */
    if (span.end <= span.start) {
        if (place.column < column && span.start > 0) {
            span.start--;
        }
        span.end = span.start + 1;
    }
    span.whole = at;
    return span;
}

/* Appends the columns from .. to of the line; blanks stand for
 * a letter that straddles the start, one that straddles the end is left out. */
static void put_columns(struct buffer *out, const char *line, size_t n, size_t from, size_t to) {
    size_t at = 0;
    while (n > 0) {
        char text[VISIBLE_CHAR];
        size_t width;
        size_t taken = visible_char(line, n, text, &width);
        if (at >= from && at + width <= to) {
            buffer_text(out, text);
        } else if (at < from && at + width > from) {
            buffer_fill(out, ' ', at + width - from);
        }
        at += width;
        line += taken;
        n -= taken;
    }
}

static size_t digits(uint32_t number) {
    size_t n = 1;
    for (; number >= 10; number /= 10) {
        n++;
    }
    return n;
}

/* Which columns of a long line are shown. */
static struct marker_span window_of(struct marker_span mark) {
    struct marker_span window = {.start = 0, .end = mark.whole};
    if (mark.whole > EXCERPT_WIDTH) {
        window.start = mark.start > BEFORE_MARKER ? mark.start - BEFORE_MARKER : 0;
        if (window.start + EXCERPT_WIDTH > mark.whole) {
            window.start = mark.whole - EXCERPT_WIDTH;
        }
        window.end = window.start + EXCERPT_WIDTH;
    }
    return window;
}

static void put_marker(struct buffer *out, struct marker_span mark, struct marker_span window,
                       size_t gutter, const char *paint, const char *plain) {
    size_t cut = window.start > 0 ? CUT_MARK_WIDTH : 0;
    size_t end = mark.end;
    if (end > window.end && window.end > mark.start) {
        end = window.end;
    }
    buffer_fill(out, ' ', gutter);
    buffer_text(out, " | ");
    buffer_fill(out, ' ', cut + mark.start - window.start);
    buffer_format(out, "%s^", paint);
    buffer_fill(out, '~', end - mark.start - 1);
    buffer_format(out, "%s\n", plain);
}

void excerpt_put(struct buffer *out, const struct sources *sources, struct place place,
                 const char *paint, const char *plain) {
    if (place.file < 0 || place.file >= arrlen(sources->items) || place.line == 0) {
        return;
    }
    size_t n;
    const char *line = sources_line(sources, place.file, place.line, &n);
    if (line == NULL) {
        return;
    }
    line = part_near(line, &n, &place);
    size_t gutter = digits(place.line) > 4 ? digits(place.line) : 4;
    struct marker_span mark = measure(line, n, place);
    struct marker_span window = window_of(mark);
    buffer_fill(out, ' ', gutter - digits(place.line));
    buffer_format(out, "%u | %s", (unsigned)place.line, window.start > 0 ? "…" : "");
    put_columns(out, line, n, window.start, window.end);
    buffer_text(out, window.end < mark.whole ? "…\n" : "\n");
    if (place.column > 0) {
        put_marker(out, mark, window, gutter, paint, plain);
    }
}
