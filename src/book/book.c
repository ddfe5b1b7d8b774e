/* SPDX-License-Identifier: MIT */
#include "book.h"

#include <string.h>

#include "mem.h"
#include "text.h"
#include "words.h"

void book_init(struct book *book) {
    *book = (struct book){
        .edges = {.slipping = ratio_int(90), .over = ratio_int(110), .place = no_place},
    };
}

void book_clear(struct book *book) {
    for (ptrdiff_t i = 0; i < arrlen(book->orgs); i++) {
        arrfree(book->orgs[i].members);
        arrfree(book->orgs[i].predecessors);
    }
    for (ptrdiff_t i = 0; i < arrlen(book->reports); i++) {
        report_clear(&book->reports[i]);
    }
    arrfree(book->orgs);
    arrfree(book->indicators);
    arrfree(book->org_years);
    targets_clear(&book->targets);
    figures_clear(&book->figures);
    arrfree(book->claims);
    arrfree(book->overrides);
    arrfree(book->reports);
    arrfree(book->english);
    pool_clear(&book->pool);
}

int32_t book_org(const struct book *book, const char *id) {
    for (ptrdiff_t i = 0; i < arrlen(book->orgs); i++) {
        if (strcmp(book->orgs[i].id, id) == 0) {
            return (int32_t)i;
        }
    }
    return NONE;
}

int32_t book_indicator(const struct book *book, const char *id) {
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        if (strcmp(book->indicators[i].id, id) == 0) {
            return (int32_t)i;
        }
    }
    return NONE;
}

const char *book_english(const struct book *book, const char *text) {
    const struct english *all = book->english;
    size_t low = 0;
    size_t high = arrlenu(all);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(all[middle].text, text) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const char *found = NULL;
    for (; low < arrlenu(all) && text_compare(all[low].text, text) == 0; low++) {
        if (found == NULL || strcmp(all[low].text, text) == 0) {
            found = all[low].english;
        }
    }
    return found;
}

struct window book_window(const struct book *book, int32_t org, int year) {
    for (ptrdiff_t i = 0; i < arrlen(book->org_years); i++) {
        if (book->org_years[i].org == org && book->org_years[i].year == year) {
            return book->org_years[i].window;
        }
    }
    return window_of_year(year);
}

enum rollup indicator_rollup(const struct indicator *indicator) {
    return indicator->rollup != ROLLUP_DEFAULT ? indicator->rollup
                                               : indicator_traits(indicator->kind)->rollup;
}

bool indicator_is_level(const struct indicator *indicator) {
    return !indicator_counts_in_parts(indicator) && !indicator->accumulates;
}

bool indicator_counts_in_parts(const struct indicator *indicator) {
    return indicator_traits(indicator->kind)->accumulates;
}

bool indicator_is_yes_no(const struct indicator *indicator) {
    return indicator_traits(indicator->kind)->yes_no;
}

bool indicator_adds_up(const struct indicator *indicator) {
    return indicator_traits(indicator->kind)->adds_up;
}

struct ratio indicator_ratio_scale(const struct book *book, const struct indicator *indicator) {
    if (unit_is_percent(&indicator->unit)) {
        return ratio_int(100);
    }
    const struct unit *of = &book->indicators[indicator->ratio_of].unit;
    const struct unit *to = &book->indicators[indicator->ratio_to].unit;
    struct ratio scales = ratio_div(ratio_int(of->scale), ratio_int(to->scale));
    return ratio_div(scales, ratio_int(indicator->unit.scale));
}
