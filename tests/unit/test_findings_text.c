/* SPDX-License-Identifier: MIT */
/* The marker stands under exactly the guilty characters, as a terminal shows them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "excerpt.h"
#include "mem.h"
#include "renderers.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* A file of one text. The caller clears. */
static struct sources loaded(const char *text) {
    struct sources sources = {0};
    size_t n = strlen(text);
    char *copy = mem_alloc(n + 1);
    memcpy(copy, text, n + 1);
    sources_add(&sources, "a.yaml", copy, n);
    return sources;
}

static const struct excerpt_case {
    const char *text;
    uint32_t column;
    uint32_t end_column;
    const char *shown;
} cases[] = {
    {"htx_new: 1.200\n", 10, 15, "   1 | htx_new: 1.200\n     |          ^~~~~\n"},
    /* composed: Đắk Lắk is 7 characters, 7 columns */
    {"Đắk Lắk: x", 10, 11, "   1 | Đắk Lắk: x\n     |          ^\n"},
    /* decomposed: a, breve and acute are three characters, one column */
    {"a\xCC\x86\xCC\x81k: x", 6, 7, "   1 | a\xCC\x86\xCC\x81k: x\n     |    ^\n"},
    {"a\xCC\x86\xCC\x81k: x", 1, 5, "   1 | a\xCC\x86\xCC\x81k: x\n     | ^~\n"},
    /* a tab is shown as one blank */
    {"\tkey: 1", 2, 5, "   1 |  key: 1\n     |  ^~~\n"},
    {"\tkey: 1", 1, 2, "   1 |  key: 1\n     | ^\n"},
    /* wide letters take two columns */
    {"中文: x", 5, 6, "   1 | 中文: x\n     |       ^\n"},
    {"中文: x", 1, 3, "   1 | 中文: x\n     | ^~~~\n"},
    /* what would steer the terminal is shown */
    {"a\x1B[2J: x", 7, 8, "   1 | a‹1B›[2J: x\n     |          ^\n"},
    {"a\xFF"
     "b",
     3, 4, "   1 | a‹FF›b\n     |      ^\n"},
    /* behind the last character */
    {"key:", 5, 0, "   1 | key:\n     |     ^\n"},
    {"", 1, 0, "   1 | \n     | ^\n"},
};

static void marker_stands_under_the_characters(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct sources sources = loaded(cases[i].text);
        struct buffer out = {0};
        struct place place = {0, 1, cases[i].column, cases[i].end_column};
        excerpt_put(&out, &sources, place, "", "");
        buffer_put(&out, "", 1);
        assert_string_equal(out.text, cases[i].shown);
        buffer_clear(&out);
        sources_clear(&sources);
    }
}

static void long_lines_are_cut_around_the_marker(void **state) {
    (void)state;
    char line[1001];
    memset(line, 'a', 1000);
    line[1000] = '\0';
    memcpy(line + 500, "GUILT", 5);
    struct sources sources = loaded(line);
    struct buffer out = {0};
    excerpt_put(&out, &sources, (struct place){0, 1, 501, 506}, "", "");
    buffer_put(&out, "", 1);
    char *second = strchr(out.text, '\n') + 1;
    *(second - 1) = '\0';
    assert_true(strlen(out.text) < 110);
    /* "…" is three bytes and one column */
    assert_int_equal(strstr(out.text, "GUILT") - out.text - 2, strchr(second, '^') - second);
    assert_string_equal(strchr(second, '^'), "^~~~~\n");
    buffer_clear(&out);
    sources_clear(&sources);
}

static void no_place_no_excerpt(void **state) {
    (void)state;
    struct sources sources = loaded("a\n");
    struct buffer out = {0};
    excerpt_put(&out, &sources, no_place, "", "");
    excerpt_put(&out, &sources, (struct place){0, 0, 0, 0}, "", "");
    excerpt_put(&out, &sources, (struct place){0, 9, 1, 2}, "", "");
    assert_int_equal(arrlen(out.text), 0);
    sources_clear(&sources);
}

static void at_most_a_hundred_are_printed(void **state) {
    (void)state;
    struct sources sources = loaded("a: 1\n");
    struct findings findings = {0};
    struct buffer out = {0};
    struct style style = {.lang = LANG_VI};
    for (uint32_t i = 0; i < 130; i++) {
        FIND(&findings, MSG_UNKNOWN_KEY, ((struct place){0, 1, 1, 2}), "a\x1B[2J", NULL);
    }
    render_findings_text(&out, &findings, &sources, &style);
    buffer_put(&out, "", 1);
    assert_non_null(strstr(out.text, "a.yaml:1:1: lỗi[T101]: "));
    assert_non_null(strstr(out.text, "… và 30 chỗ nữa"));
    assert_non_null(strstr(out.text, "\n130 lỗi\n"));
    assert_null(strchr(out.text, '\x1B'));
    buffer_clear(&out);
    findings_clear(&findings);
    sources_clear(&sources);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marker_stands_under_the_characters),
        cmocka_unit_test(long_lines_are_cut_around_the_marker),
        cmocka_unit_test(no_place_no_excerpt),
        cmocka_unit_test(at_most_a_hundred_are_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
