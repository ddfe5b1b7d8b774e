/* SPDX-License-Identifier: MIT */
#include "workbook_pages.h"

#include "mem.h"

int page_scale(double width) {
    enum { FULL = 100, LEAST = 10 };
    /* LibreOffice sets columns 6 % wider than Excel: digits of Calibri are 7.43 pixels, not 7 */
    const double trust = 0.93;
    double scale = FULL * PAGE_WIDTH * trust / (width > 1 ? width : 1);
    return scale > FULL ? FULL : scale < LEAST ? LEAST : (int)scale;
}

/* The height of rows that stay together. */
static double chain_height(const struct page_row *rows, size_t n, size_t first) {
    double height = rows[first].height;
    for (size_t i = first; i + 1 < n && rows[i].with_next; i++) {
        height += rows[i + 1].height;
    }
    return height;
}

/* The row that begins the next page, when one begins at `first` and has so much room, the next one
 * `again`. */
static size_t next_page(const struct page_row *rows, size_t n, size_t first, double room,
                        double again) {
    double used = rows[first].height;
    size_t end = first + 1;
    while (end < n && used + rows[end].height <= room) {
        used += rows[end++].height;
    }
    size_t kept = end;
    while (end < n && kept > first && rows[kept - 1].with_next) {
        kept--;
    }
    return kept > first && kept < n && chain_height(rows, n, kept) <= again ? kept : end;
}

uint32_t *page_breaks(const struct page_row *rows, size_t n, double again, int scale) {
    const double trust = 0.97; /* … and rows */
    double room = PAGE_HEIGHT * trust * 100 / scale;
    uint32_t *breaks = NULL;
    for (size_t at = 0; at < n;) {
        at = next_page(rows, n, at, at == 0 ? room : room - again, room - again);
        if (at < n) {
            arrput(breaks, (uint32_t)at);
        }
    }
    return breaks;
}

static size_t page_count(const struct page_row *rows, size_t n, double again, int scale) {
    uint32_t *breaks = page_breaks(rows, n, again, scale);
    size_t count = arrlenu(breaks) + 1;
    arrfree(breaks);
    return count;
}

int page_scale_short(const struct page_row *rows, size_t n, double again, int scale) {
    enum { SHORT = 3, LEAST = 78 }; /* pages; percent of the scale */
    size_t count = page_count(rows, n, again, scale);
    for (int smaller = scale - 1; count > 1 && count <= SHORT && smaller * 100 >= scale * LEAST;
         smaller--) {
        if (page_count(rows, n, again, smaller) < count) {
            return smaller;
        }
    }
    return scale;
}
