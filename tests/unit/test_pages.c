/* SPDX-License-Identifier: MIT */
/* Where pages break, and how wide words are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "mem.h"
#include "typeface.h"
#include "workbook_pages.h"

/* Rows of 100 points: '.' may end a page, '+' stays with the next; about five of them on a page. */
static const struct breaking {
    const char *rows;
    double again;
    int scale;
    uint32_t breaks[4]; /* ended by 0 */
} breakings[] = {
    {".....", 0, 100, {0}},           {"......", 0, 100, {5}},
    {"....+.", 0, 100, {4}},          /* a heading goes along */
    {"..++++.", 0, 100, {2}},         /* what is signed too */
    {"+.....++++.", 0, 100, {5, 6}},  /* ... and fills a page of its own */
    {"..........", 100, 100, {5, 9}}, /* the head repeated takes a row */
    {"..........", 0, 50, {0}},       /* half as large: twice as many */
    {"..++++++++.", 0, 100, {5, 10}}, /* more than a page holds: it is filled */
};

static void breaks(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof breakings / sizeof *breakings; i++) {
        const struct breaking *b = &breakings[i];
        struct page_row rows[16];
        size_t n = strlen(b->rows);
        for (size_t k = 0; k < n; k++) {
            rows[k] = (struct page_row){100, b->rows[k] == '+'};
        }
        uint32_t *found = page_breaks(rows, n, b->again, b->scale);
        for (size_t k = 0; k < 4 && (k == 0 || b->breaks[k - 1] != 0); k++) {
            assert_int_equal(k < arrlenu(found) ? found[k] : 0, b->breaks[k]);
        }
        arrfree(found);
    }
}

/* A table that is hardly too long is printed a little smaller; one that is much too long is not. */
static void shorter(void **state) {
    (void)state;
    struct page_row rows[] = {{130, false}, {130, false}, {130, false}, {130, false}, {130, false}};
    assert_int_equal(page_scale(500), 100);
    assert_int_equal(page_scale_short(rows, 4, 0, 100), 96);
    assert_int_equal(page_scale_short(rows, 5, 0, 100), 100);
}

/* By the metrics of Times New Roman: H 722, o 500, a 500 (italic), b bold 556. */
static void widths(void **state) {
    (void)state;
    assert_int_equal(typeface_width("Ho", 2, false), 1222);
    assert_int_equal(typeface_width("ố", strlen("ố"), false), 500);
    assert_int_equal(typeface_width("b", 1, true), 556);
    assert_int_equal(typeface_lines("Ho Ho", false, 2694), 1);
    assert_int_equal(typeface_lines("Ho Ho", false, 2693), 2);
    assert_int_equal(typeface_lines("Ho\nHo", false, 9999), 2);
    assert_int_equal(typeface_lines("HoHoHo", false, 1222), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(breaks), cmocka_unit_test(shorter),
                                       cmocka_unit_test(widths)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
