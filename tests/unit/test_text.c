/* SPDX-License-Identifier: MIT */
/* NFC, UTF-8, widths and nearness. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "buffer.h"
#include "text.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void valid(void **state) {
    (void)state;
    static const struct {
        const char *in;
        size_t prefix; /* SIZE_MAX: all of it */
    } rows[] = {
        {"", SIZE_MAX},
        {"abc", SIZE_MAX},
        {"Tỷ lệ HTX tốt, khá", SIZE_MAX},
        {"\xF0\x9F\x98\x80", SIZE_MAX},
        {"\xF4\x8F\xBF\xBF", SIZE_MAX},         /* U+10FFFF */
        {"\xED\x9F\xBF\xEE\x80\x80", SIZE_MAX}, /* beside the surrogates */
        {"a\xFF", 1},
        {"ab\x80", 2},
        {"a\xC3", 1}, /* cut short */
        {"a\xE1\xBB", 1},
        {"a\xF0\x9F\x98", 1},
        {"\xC0\x80", 0}, /* overlong */
        {"\xC1\xBF", 0},
        {"\xE0\x9F\xBF", 0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xED\xA0\x80", 0},     /* a surrogate */
        {"\xF4\x90\x80\x80", 0}, /* past U+10FFFF */
        {"\xF5\x80\x80\x80", 0},
        {"\xC3\x28", 0},
        {"\xE1\xBB\x28", 0},
        {"T\xDFnh", 1}, /* windows-1258 */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = strlen(rows[i].in);
        size_t expected = rows[i].prefix == SIZE_MAX ? n : rows[i].prefix;
        assert_int_equal(text_valid_prefix(rows[i].in, n), expected);
    }
}

static void forms(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *nfc;
        const char *folded;
    } rows[] = {
        {"", "", ""},
        {"HTX", "HTX", "htx"},
        {"Tỉnh", "Tỉnh", "tỉnh"},
        {"ĐỒNG", "ĐỒNG", "đồng"},
        {"a\xCC\x86\xCC\x81", "\xE1\xBA\xAF", "\xE1\xBA\xAF"}, /* decomposed ắ */
        {"\xC4\x83\xCC\x81", "\xE1\xBA\xAF", "\xE1\xBA\xAF"},  /* half composed */
        {"e\xCC\xA3\xCC\x82", "\xE1\xBB\x87", "\xE1\xBB\x87"}, /* ệ */
        {"\xE2\x84\xAB", "\xC3\x85", "\xC3\xA5"},              /* the sign Angstrom */
        {"30 \xE2\x80\x93 40", "30 \xE2\x80\x93 40", "30 \xE2\x80\x93 40"},
        {"≥ 60 ▲", "≥ 60 ▲", "≥ 60 ▲"},
        {"=\xCC\xB8", "\xE2\x89\xA0", "\xE2\x89\xA0"},            /* ≠ */
        {"\xE2\x89\xA5\xCC\xB8", "\xE2\x89\xB1", "\xE2\x89\xB1"}, /* ≱, half composed */
        {"\xE2\x8C\xA9", "\xE3\x80\x88", "\xE3\x80\x88"},         /* an angle bracket */
    };
    struct pool pool = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = strlen(rows[i].in);
        assert_string_equal(text_nfc(&pool, rows[i].in, n), rows[i].nfc);
        if (text_is_nfc(rows[i].in, n)) {
            assert_string_equal(rows[i].in, rows[i].nfc);
        }
        assert_string_equal(text_fold(&pool, rows[i].in, n), rows[i].folded);
    }
    pool_clear(&pool);
}

static void measures(void **state) {
    (void)state;
    static const struct {
        const char *in;
        size_t points;
        size_t width;
    } rows[] = {
        {"", 0, 0},     {"abc", 3, 3},          {"Tỷ lệ", 5, 5}, {"a\xCC\x86\xCC\x81", 3, 1},
        {"日本", 2, 4}, {"\xE2\x80\x93", 1, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t n = strlen(rows[i].in);
        assert_int_equal(text_length(rows[i].in, n), rows[i].points);
        assert_int_equal(text_width(rows[i].in, n), rows[i].width);
    }
    const char *word = "Tỷ lệ";
    size_t n = strlen(word);
    static const size_t offsets[] = {0, 1, 4, 5, 6, 9, 9};
    for (size_t i = 0; i < COUNT(offsets); i++) {
        assert_int_equal(text_offset(word, n, i), offsets[i]);
    }
}

/* What text_letters() takes is as it says, for every letter: in NFC and one column wide; its
 * neighbours, a control character and half a letter are left. */
static void letters(void **state) {
    (void)state;
    static const struct {
        utf8proc_int32_t first;
        utf8proc_int32_t last;
        bool taken;
    } rows[] = {
        {0x00, 0x1F, false},     {0x20, 0x7E, true},        {0x7F, 0xBF, false},
        {0xC0, 0x27F, true},     {0x280, 0x1DFF, false},    {0x1E00, 0x1EFF, true},
        {0x1F00, 0x2FFF, false}, {0xFE00, 0x10FFFF, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (utf8proc_int32_t point = rows[i].first; point <= rows[i].last; point++) {
            char text[5] = "";
            size_t n = (size_t)utf8proc_encode_char(point, (utf8proc_uint8_t *)text);
            size_t found = 99;
            assert_int_equal(text_letters(text, n, &found), rows[i].taken ? n : 0);
            assert_int_equal(found, rows[i].taken);
            if (rows[i].taken) {
                struct pool pool = {0};
                assert_int_equal(utf8proc_charwidth(point), 1);
                assert_string_equal(text_nfc(&pool, text, n), text);
                assert_int_equal(text_letters(text, n - 1, &found), 0);
                pool_clear(&pool);
            }
        }
    }
    size_t found;
    assert_int_equal(text_letters("Tỷ lệ\tx", 11, &found), 9);
    assert_int_equal(found, 5);
}

/* Of n bytes a third may differ, or one. */
static void slips(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *word;
        bool near;
    } rows[] = {
        {"", "", true},
        {"unit", "unit", true},
        {"Unit", "unit", true},
        {"untis", "units", true}, /* neighbours swapped: one edit, not two */
        {"unti", "unit", true},
        {"nit", "unit", true},
        {"uniit", "unit", true},
        {"unot", "unit", true},
        {"unoz", "unit", false},
        {"", "a", true},
        {"", "abc", false},
        {"abc", "", false},
        {"new_htx", "htx_new", true}, /* the same words in another order */
        {"htx-new", "htx_new", true},
        {"new_htx_agri", "htx_new_agri", true},
        {"htx_htx", "new_htx", false}, /* but no other words */
        {"htx_htx_new", "htx_new_new", true},
        {"tỷ", "ty", true}, /* marks do not count */
        {"tỷ lệ", "ty le xa", false},
        {"đơn_vị", "don_vi", true},
        {"kitten", "sitten", true},
        {"kitten", "sittin", true},
        {"kitten", "sitting", false}, /* three */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *const words[] = {"zzzzzzzzzzzzzzzzzzzz", rows[i].word};
        assert_int_equal(text_nearest(rows[i].in, words, 2), rows[i].near ? 1 : -1);
    }
    char long_word[1000];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const words[] = {"a", long_word};
    assert_int_equal(text_nearest(long_word, words, 1), -1);
    assert_int_equal(text_nearest(long_word, words, 2), 1);
    long_word[1] = 'b';
    assert_int_equal(text_nearest(words[1], words, 1), -1);
}

static void nearest(void **state) {
    (void)state;
    static const char *const words[] = {"htx_new", "htx_dissolved", "unit", NULL, "kind", "to"};
    static const struct {
        const char *in;
        int index;
    } rows[] = {
        {"htx_nwe", 0}, {"new_htx", 0},       {"htx_disolved", 1}, {"unti", 2}, {"knd", 4},
        {"tp", 5},      {"from", -1},         {"x", -1},           {"", -1},    {"htx_linked", -1},
        {"UNIT", 2},    {"dissolved_htx", 1}, {"don_vi", -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(text_nearest(rows[i].in, words, COUNT(words)), rows[i].index);
    }
    assert_int_equal(text_nearest("a", NULL, 0), -1);
}

/* Whatever room there is behind what stands there already. */
static void formatting(void **state) {
    (void)state;
    enum { LONGEST = 400 };
    char word[LONGEST + 1];
    memset(word, 'x', LONGEST);
    for (int n = 0; n <= LONGEST; n++) {
        struct buffer out = {0};
        buffer_format(&out, "%s", "");
        buffer_format(&out, "%.*s|", n, word);
        buffer_format(&out, "%d%.*s", n, n / 2, word);
        buffer_put(&out, "", 1);
        char expected[2 * LONGEST + 8];
        snprintf(expected, sizeof expected, "%.*s|%d%.*s", n, word, n, n / 2, word);
        assert_string_equal(out.text, expected);
        buffer_clear(&out);
    }
}

/* Alike but for the case of the first letter. */
static void compared(void **state) {
    (void)state;
    static const struct {
        const char *a;
        const char *b;
        int sign;
    } rows[] = {
        {"người", "Người", 0}, {"Đầu", "đầu", 0}, {"HTX", "hTX", 0},
        {"HTX", "Htx", -1},    {"a", "b", -1},    {"B", "a", 1},
        {"", "", 0},           {"", "a", -1},     {"ab", "a", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int by = text_compare(rows[i].a, rows[i].b);
        assert_int_equal((by > 0) - (by < 0), rows[i].sign);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid),    cmocka_unit_test(forms),      cmocka_unit_test(measures),
        cmocka_unit_test(letters),  cmocka_unit_test(slips),      cmocka_unit_test(nearest),
        cmocka_unit_test(compared), cmocka_unit_test(formatting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
