/* SPDX-License-Identifier: MIT */
/* A double click: what is run, opened and waited for, in each case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk.h"
#include "mem.h"
#include "system.h"

/* What the run of the test did, in words. */
static struct buffer story;
static enum exit_code check_gives;
static enum exit_code export_gives;
static int next_key;
static bool can_show;

static enum exit_code run(int argc, const char *argv[], struct buffer *out, struct buffer *err) {
    for (int i = 1; i < argc; i++) {
        bool year = i > 1 && strcmp(argv[i - 1], "--year") == 0;
        buffer_format(&story, "%s ", year ? "YEAR" : argv[i]);
    }
    bool exports = strcmp(argv[1], "export") == 0;
    if (exports) {
        buffer_text(err, "WHY");
    }
    if (exports && export_gives == EXIT_DONE) {
        buffer_text(out, "out/a.xlsx\n");
    }
    return exports ? export_gives : strcmp(argv[1], "check") == 0 ? check_gives : EXIT_DONE;
}

static bool show(const char *path) {
    buffer_format(&story, "SHOW %s ", path);
    return can_show;
}

static int key(void) {
    buffer_text(&story, "KEY ");
    return next_key;
}

static void each_case(void **state) {
    (void)state;
    static const struct {
        const char *path;
        bool data;
        enum exit_code check, export;
        bool shows;
        int key;
        enum exit_code code;
        const char *story;
    } rows[] = {
        {NULL, false, 0, 0, true, 'x', EXIT_DONE, "KEY "},
        {NULL, false, 0, 0, true, 'c', EXIT_DONE, "KEY init --year YEAR KEY "},
        {NULL, true, EXIT_DONE, EXIT_DONE, true, 'x', EXIT_DONE, "check export SHOW out/a.xlsx "},
        {NULL, true, EXIT_DONE, EXIT_DONE, false, 'x', EXIT_DONE,
         "check export SHOW out/a.xlsx KEY "},
        {NULL, true, EXIT_FINDINGS, EXIT_DONE, true, 'x', EXIT_FINDINGS, "check KEY "},
        {NULL, true, EXIT_DONE, EXIT_IO, true, 'x', EXIT_IO, "check export KEY "},
        {"so lieu/june.yaml", false, EXIT_DONE, EXIT_DONE, true, 'x', EXIT_DONE,
         "check -- so lieu/june.yaml export -o so lieu/tiendo-june.yaml.xlsx -- so lieu/june.yaml "
         "SHOW"
         " out/a.xlsx "},
        /* a part of a book, or its folder: the book */
        {"targets", true, EXIT_DONE, EXIT_DONE, true, 'x', EXIT_DONE,
         "check export SHOW out/a.xlsx "},
        {"./targets/2024/june.yaml", true, EXIT_DONE, EXIT_DONE, true, 'x', EXIT_DONE,
         "check export SHOW out/a.xlsx "},
        {".", true, EXIT_FINDINGS, EXIT_DONE, true, 'x', EXIT_FINDINGS, "check KEY "},
        {"no/folder/actuals/june.yaml", false, EXIT_FINDINGS, EXIT_DONE, true, 'x', EXIT_FINDINGS,
         "check -- no/folder/actuals/june.yaml KEY "},
        {"my-targets/june.yaml", false, EXIT_FINDINGS, EXIT_DONE, true, 'x', EXIT_FINDINGS,
         "check -- my-targets/june.yaml KEY "},
        {"a/b/", false, EXIT_DONE, EXIT_DONE, true, 'x', EXIT_DONE,
         "check -- a/b/ export -o a/tiendo-b.xlsx -- a/b/ SHOW out/a.xlsx "},
    };
    static const struct desk desk = {.run = run, .show = show, .key = key};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer out = {0};
        struct buffer err = {0};
        check_gives = rows[i].check;
        export_gives = rows[i].export;
        can_show = rows[i].shows;
        next_key = rows[i].key;
        assert_true(!rows[i].data || system_make_folder("targets"));
        assert_int_equal(desk_run(&desk, rows[i].path, &out, &err), rows[i].code);
        assert_true(!rows[i].data || system_remove_folder("targets"));
        buffer_put(&story, "", 1);
        assert_string_equal(story.text, rows[i].story);
        buffer_put(&err, "", 1);
        /* what export says of the data, check has said; why it failed has not been said */
        assert_int_equal(strstr(err.text, "WHY") != NULL, rows[i].export != EXIT_DONE);
        buffer_clear(&story);
        buffer_clear(&out);
        buffer_clear(&err);
    }
}

static void meant(void **state) {
    (void)state;
    char name[] = "tiendo";
    char there[] = ".";
    char missing[] = "no such file";
    char option[] = "--help";
    assert_true(desk_meant(1, (char *[]){name, NULL}));
    assert_true(desk_meant(2, (char *[]){name, there, NULL}));
    assert_false(desk_meant(2, (char *[]){name, missing, NULL}));
    assert_false(desk_meant(2, (char *[]){name, option, NULL}));
    assert_false(desk_meant(3, (char *[]){name, there, there, NULL}));
}

int main(void) {
    char folder[] = "/tmp/tiendo-desk-XXXXXX";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case),
        cmocka_unit_test(meant),
    };
    if (mkdtemp(folder) == NULL || chdir(folder) != 0) {
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
