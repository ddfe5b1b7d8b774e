/* SPDX-License-Identifier: MIT */
/*
 * Where the pages of a printed table begin, reckoned beforehand: what belongs together is not torn
 * apart, and the number of pages is known.
 */
#ifndef TIENDO_WORKBOOK_PAGES_H
#define TIENDO_WORKBOOK_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A row of a sheet as a page sees it. */
struct page_row {
    double height;  /* points */
    bool with_next; /* no page ends with it */
};

/* Room on paper, in points: A4 landscape within the margins of sheet_print_pages(). */
#define PAGE_WIDTH 769.0
#define PAGE_HEIGHT 516.0

/* The scale in percent at which columns of so many points stand on a page, at most 100. */
int page_scale(double width);

/* The same or a little less, when a table is then one page and not two, or two and not three. */
int page_scale_short(const struct page_row *rows, size_t n, double again, int scale);

/* First rows of all pages but the first, as an stb_ds array. `again`: the height of what is
 * repeated at the head of these. Where more has to stay together than a page holds, the page is
 * filled. */
uint32_t *page_breaks(const struct page_row *rows, size_t n, double again, int scale);

#endif
