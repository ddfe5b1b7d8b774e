/* SPDX-License-Identifier: MIT */
/* Paths taken apart and put together. The rows hold on every system; on POSIX a \ is a letter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "mem.h"
#include "path.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void parts(void **state) {
    (void)state;
    static const struct {
        const char *path;
        size_t folder;
        const char *ending; /* or NULL */
        bool absolute;
    } rows[] = {
        {"", 0, NULL, false},
        {"a", 0, NULL, false},
        {"a.yaml", 0, "yaml", false},
        {"a.", 0, NULL, false},
        {"targets/a.yaml", 8, "yaml", false},
        {"targets.d/a", 10, NULL, false},
        {"a//b.tar.gz", 3, "gz", false},
        {"targets/", 8, NULL, false},
        {"/a.csv", 1, "csv", true},
        {"/", 1, NULL, true},
        {"../a", 3, NULL, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *path = rows[i].path;
        const char *ending = path_ending(path);
        assert_int_equal(path_folder(path), rows[i].folder);
        assert_ptr_equal(path_name(path), path + rows[i].folder);
        assert_int_equal(ending == NULL, rows[i].ending == NULL);
        assert_string_equal(ending == NULL ? "" : ending, ending == NULL ? "" : rows[i].ending);
        assert_int_equal(path_absolute(path), rows[i].absolute);
    }
}

static void ended(void **state) {
    (void)state;
    static const struct {
        const char *path;
        const char *ending;
        bool ends;
    } rows[] = {
        {"bieu/a.xlsx", ".xlsx", true}, {"A.XLSX", ".xlsx", true},       {".xlsx", ".xlsx", false},
        {"a.xls", ".xlsx", false},      {"a.xlsx.yaml", ".xlsx", false}, {"", ".yaml", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(path_ends(rows[i].path, rows[i].ending), rows[i].ends);
    }
}

static void joined(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"a", "b", "a/b"}, {"a/", "b", "a/b"},    {"", "b", "b"},
        {"/", "b", "/b"},  {"a/b", "c", "a/b/c"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *path = path_join(rows[i][0], rows[i][1]);
        assert_string_equal(path, rows[i][2]);
        mem_free(path);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts),
        cmocka_unit_test(ended),
        cmocka_unit_test(joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
