/* SPDX-License-Identifier: MIT */
/* Texts and names that a workbook can hold, and the failures that its guards keep. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "pool.h"
#include "sheet.h"
#include "sheet_clean.h"
#include "text.h"
#include "verify.h"

struct text_case {
    const char *in;
    const char *out;
};

static void texts(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"", ""},
        {"Tỉnh Bắc Ninh", "Tỉnh Bắc Ninh"},
        {"a\xCC\x86\xCC\x81", "\xE1\xBA\xAF"}, /* decomposed */
        {"a\x01"
         "b",
         "a b"},
        {"a\r\nb\tc\rd", "a\nb\tc d"},
        {"_x0041_", "_x005F_x0041_"},
        {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
        {"_x004_ _x00G1_ htx_new", "_x004_ _x00G1_ htx_new"},
        {"=1+1", "=1+1"},
        {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
    };
    struct pool pool = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(sheet_text_clean(&pool, cases[i].in), cases[i].out);
    }
    const char *plain = "■ Đạt, vượt: htx_new|2024 – 12 %\n\t“đến hết quý”";
    assert_ptr_equal(sheet_text_clean(&pool, plain), plain); /* not copied */
    assert_string_equal(sheet_text_clean(&pool, "“a\x01” a\xCC\x86\xCC\x81"), "“a ” \xE1\xBA\xAF");
    assert_null(sheet_text_clean(&pool, "“a” \xE2\x80")); /* cut */
    assert_null(sheet_text_clean(&pool, "“a” \x80"));
    assert_null(sheet_text_clean(&pool, "a\xC3"));
    assert_null(sheet_text_clean(&pool, "\xED\xA0\x80")); /* a surrogate */
    pool_clear(&pool);
}

static void long_text(void **state) {
    (void)state;
    enum { UNITS = 32767 };
    struct pool pool = {0};
    char *text = malloc(2 * 40000 + 1);
    assert_non_null(text);
    for (int i = 0; i < 40000; i++) {
        memcpy(text + 2 * i, "\xC4\x91", 2);
    }
    text[2 * 40000] = '\0';
    const char *cut = sheet_text_clean(&pool, text);
    assert_int_equal(text_length(cut, strlen(cut)), UNITS);
    assert_string_equal(cut + strlen(cut) - 3, "\xE2\x80\xA6");
    text[2 * UNITS] = '\0';
    assert_string_equal(sheet_text_clean(&pool, text), text);
    free(text);
    pool_clear(&pool);
}

static void names(void **state) {
    (void)state;
    static const struct text_case cases[] = {
        {"Biểu 01 Tỉnh Bắc Ninh", "Biểu 01 Tỉnh Bắc Ninh"},
        {"a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h"},
        {"'Cư M'gar'", "’Cư M’gar’"},
        {"  a \n b  ", "a b"},
        {"", "-"},
        {"history", "history (2)"},
        {"1234567890123456789012345678901", "1234567890123456789012345678901"},
        {"12345678901234567890123456789012", "123456789012345678901234567890…"},
        {"HTX NÔNG", "HTX NÔNG (3)"},
    };
    struct taken_name *taken = NULL;
    struct pool pool = {0};
    assert_non_null(sheet_name_clean(&pool, "htx nông", &taken));
    assert_non_null(sheet_name_clean(&pool, "HTX nông (2)", &taken));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(sheet_name_clean(&pool, cases[i].in, &taken), cases[i].out);
    }
    assert_null(sheet_name_clean(&pool, "\xFF", &taken));
    shfree(taken);
    pool_clear(&pool);
}

static void long_names_differ(void **state) {
    (void)state;
    struct pool pool = {0};
    struct taken_name *taken = NULL;
    const char *first = sheet_name_clean(&pool, "Liên minh hợp tác xã các tỉnh Tây Bắc", &taken);
    const char *second =
        sheet_name_clean(&pool, "Liên minh hợp tác xã các tỉnh Tây Nguyên", &taken);
    assert_string_not_equal(first, second);
    assert_true(text_length(second, strlen(second)) <= 31);
    shfree(taken);
    pool_clear(&pool);
}

static void cells(void **state) {
    (void)state;
    char text[CELL_NAME];
    assert_string_equal(cell_name(0, 0, false, false, text), "A1");
    assert_string_equal(cell_name(8, 25, true, false, text), "Z$9");
    assert_string_equal(cell_name(8, 26, false, true, text), "$AA9");
    assert_string_equal(cell_name(1048575, 16383, true, true, text), "$XFD$1048576");
}

static void lines(void **state) {
    (void)state;
    assert_int_equal(text_lines("", 10), 1);
    assert_int_equal(text_lines("một hai ba", 12), 1);
    assert_int_equal(text_lines("một hai ba", 10), 2);
    assert_int_equal(text_lines("một hai ba bốn", 12), 2);
    assert_int_equal(text_lines("tỉnh lẻ tỉ tê", 13), 1);
    assert_int_equal(text_lines("TỈNH LẺ TỈ TÊ", 13), 2); /* capitals are broader */
    assert_int_equal(text_lines("a\nb", 10), 2);
    assert_int_equal(text_lines("aaaaaaaaaaaaaaaaaaaaaaaaa", 10), 4);
}

/* ---- the guards, by what sheets_close() says ---- */

static char path[96];

static int new_path(void **state) {
    (void)state;
    const char *temporary = getenv("TMPDIR");
    snprintf(path, sizeof path, "%.60s/tiendo-XXXXXX", temporary != NULL ? temporary : "/tmp");
    int fd = mkstemp(path);
    return fd >= 0 ? close(fd) : -1;
}

static int remove_path(void **state) {
    (void)state;
    return remove(path);
}

static struct sheets *begin(void) {
    return sheets_new(path, date_of(2024, 6, 30), "Biểu");
}

static void assert_fails(struct sheets *sheets, const char *detail) {
    struct write_failure failure = {0};
    assert_false(sheets_close(sheets, &failure));
    assert_int_equal(failure.step, WRITE_CONTENT);
    assert_non_null(strstr(failure.detail, detail));
}

static void good_sheet(void **state) {
    (void)state;
    struct sheets *sheets = begin();
    struct sheet *sheet = sheet_add(sheets, "Cư M'gar");
    struct look look = {.number = "#,##0.0_)", .bold = true};
    assert_string_equal(sheet_name(sheet), "Cư M’gar");
    sheet_text(sheet, 0, 0, "=1+1", &look);
    sheet_text(sheet, 1, 0, NULL, &look);
    sheet_number(sheet, 2, 0, 0.5, &look);
    sheet_formula_number(sheet, 3, 0, "A3*2", 1, &look);
    sheet_formula_text(sheet, 4, 0, "IF(A3>1,A3,\"\")", "", &look);
    sheet_formula_text(sheet, 5, 0, "A1",
                       "a\x02"
                       "b",
                       NULL);
    sheet_define(sheet, "DL_KHOA", (struct area){0, 0, 5, 0});
    struct write_failure failure = {0};
    char detail[VERIFY_DETAIL] = "";
    assert_true(sheets_close(sheets, &failure));
    assert_true(verify_workbook(path, 1, NULL, detail));
}

static void bad_numbers(void **state) {
    (void)state;
    struct sheets *sheets = begin();
    struct sheet *sheet = sheet_add(sheets, "A");
    sheet_number(sheet, 2, 1, (double)NAN, NULL);
    sheet_text(sheet, 3, 1, "\xFF", NULL);
    assert_fails(sheets, "A!B3: no finite number"); /* the first one is told */
    sheets = begin();
    sheet = sheet_add(sheets, "A");
    sheet_formula_number(sheet, 0, 0, "1/0", (double)INFINITY, NULL);
    assert_fails(sheets, "A!A1");
}

static void bad_texts(void **state) {
    (void)state;
    struct sheets *sheets = begin();
    sheet_text(sheet_add(sheets, "A"), 0, 0, "\xFF", NULL);
    assert_fails(sheets, "not UTF-8");
    sheets = begin();
    sheet_add(sheets, "\xFF");
    assert_fails(sheets, "not UTF-8");
    sheets = begin();
    sheet_formula_text(sheet_add(sheets, "A"), 0, 0, "", "", NULL);
    assert_fails(sheets, "formula");
}

static void bad_areas(void **state) {
    (void)state;
    struct sheets *sheets = begin();
    struct sheet *sheet = sheet_add(sheets, "A");
    sheet_merge(sheet, (struct area){0, 0, 1, 1}, "a", NULL);
    sheet_merge(sheet, (struct area){1, 1, 2, 2}, "b", NULL);
    assert_fails(sheets, "overlap");
    sheets = begin();
    sheet_define(sheet_add(sheets, "A"), "Kế hoạch", (struct area){0, 0, 1, 1});
    assert_fails(sheets, "name");
    sheets = begin();
    sheet_number(sheet_add(sheets, "A"), 1048576, 0, 1, NULL);
    assert_fails(sheets, "A!A1048577");
}

/* What a link or a comment cannot say is left out, never written broken. */
static void links_and_comments(void **state) {
    (void)state;
    char detail[VERIFY_DETAIL] = "";
    struct write_failure failure = {0};
    struct sheets *sheets = begin();
    struct sheet *sheet = sheet_add(sheets, "A");
    char *text = malloc(40001);
    assert_non_null(text);
    memset(text, 'a', 40000);
    text[40000] = '\0';
    sheet_link_file(sheet, 0, 0, "../targets/Đắk Lắk.yaml", "x.yaml:3", NULL);
    sheet_link_file(sheet, 1, 0, "../a#b.yaml", "b", NULL);
    sheet_link_file(sheet, 2, 0, "/etc/passwd", "c", NULL);
    sheet_link_file(sheet, 3, 0, "c:a.yaml", "d", NULL);
    sheet_link_file(sheet, 4, 0, text, "e", NULL);
    sheet_link_file(sheet, 5, 0, "", "f", NULL);
    sheet_comment(sheet, 0, 1, "“trên 92%”\nVăn bản: <số> & 5");
    sheet_comment(sheet, 1, 1, text);
    sheet_comment(sheet, 2, 1, "");
    sheet_comment(sheet, 3, 1, NULL);
    free(text);
    assert_true(sheets_close(sheets, &failure));
    assert_true(verify_workbook(path, 1, NULL, detail));
    sheets = begin();
    sheet_comment(sheet_add(sheets, "A"), 0, 0, "a\xC3");
    assert_fails(sheets, "UTF-8");
}

/* A workbook that shows nothing cannot be opened. */
static void hidden_sheets(void **state) {
    (void)state;
    struct write_failure failure = {0};
    struct sheets *sheets = begin();
    sheet_hide(sheet_add(sheets, "A"));
    sheet_add(sheets, "B");
    assert_int_equal(sheets_visible(sheets), 1);
    assert_true(sheets_close(sheets, &failure));
    sheets = begin();
    sheet_hide(sheet_add(sheets, "A"));
    assert_fails(sheets, "no sheet");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),
        cmocka_unit_test(long_text),
        cmocka_unit_test(names),
        cmocka_unit_test(long_names_differ),
        cmocka_unit_test(cells),
        cmocka_unit_test(lines),
        cmocka_unit_test_setup_teardown(good_sheet, new_path, remove_path),
        cmocka_unit_test_setup_teardown(bad_numbers, new_path, remove_path),
        cmocka_unit_test_setup_teardown(bad_texts, new_path, remove_path),
        cmocka_unit_test_setup_teardown(bad_areas, new_path, remove_path),
        cmocka_unit_test_setup_teardown(links_and_comments, new_path, remove_path),
        cmocka_unit_test_setup_teardown(hidden_sheets, new_path, remove_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
