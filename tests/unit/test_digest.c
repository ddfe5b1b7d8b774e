/* SPDX-License-Identifier: MIT */
/* digest_of(): a workbook is one's own only as long as every byte is as it was written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "sheet.h"
#include "verify.h"

enum { MOST = 1 << 16 };

static char path[96];
static char bytes[MOST];

static size_t load(void) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return n;
}

static void store(size_t n) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    fclose(file);
}

static void write_workbook(void) {
    struct sheets *sheets = sheets_new(path, date_of(2024, 6, 30), "Biểu");
    struct write_failure failure;
    sheet_number(sheet_add(sheets, "Nhập số"), 0, 0, 33, NULL);
    assert_true(sheets_close(sheets, &failure));
}

static void test_own(void **state) {
    char detail[VERIFY_DETAIL];
    (void)state;
    write_workbook();
    assert_int_equal(digest_of(path), DIGEST_CHANGED); /* what libxlsxwriter writes has none */
    assert_true(digest_add(path));
    assert_int_equal(digest_of(path), DIGEST_OWN);
    assert_true(verify_workbook(path, 1, NULL, detail));
}

static void test_changed(void **state) {
    (void)state;
    write_workbook();
    assert_true(digest_add(path));
    size_t n = load();
    for (size_t i = 0; i < n; i += i + 200 < n ? 97 : 1) { /* all of the end */
        bytes[i] ^= 1;
        store(n);
        assert_int_equal(digest_of(path), DIGEST_CHANGED);
        bytes[i] ^= 1;
    }
    store(n - 1);
    assert_int_equal(digest_of(path), DIGEST_CHANGED);
    store(n);
    assert_int_equal(digest_of(path), DIGEST_OWN);
}

static void test_no_archive(void **state) {
    (void)state;
    store(0);
    assert_int_equal(digest_of(path), DIGEST_NOTHING);
    assert_false(digest_add(path));
    strcpy(bytes, "tiendo sha256 ");
    store(strlen(bytes));
    assert_int_equal(digest_of(path), DIGEST_CHANGED);
    assert_int_equal(digest_of("."), DIGEST_NOTHING);
    unlink(path);
    assert_int_equal(digest_of(path), DIGEST_NOTHING);
    assert_false(digest_add(path));
}

int main(void) {
    const char *folder = getenv("TMPDIR");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own),
        cmocka_unit_test(test_changed),
        cmocka_unit_test(test_no_archive),
    };
    snprintf(path, sizeof path, "%.60s/tiendo-digest-%d.xlsx", folder != NULL ? folder : "/tmp",
             (int)getpid());
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
