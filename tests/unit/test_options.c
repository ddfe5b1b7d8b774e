/* SPDX-License-Identifier: MIT */
/* The command line: what is read from it, and what is said of mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"
#include "options.h"
#include "renderers.h"
#include "status.h"
#include "workbook.h"

enum { MOST_ARGS = 16 };

/* One command line, read. */
struct read_line {
    struct options options;
    struct usage_error slip;
    bool good;
};

/* Splits the line at blanks; the words are copied, as argv is writable. Returns argc. */
static int split(const char *line, char *argv[MOST_ARGS + 1]) {
    static char text[512];
    int argc = 0;
    snprintf(text, sizeof text, "tiendo %s", line);
    for (char *word = strtok(text, " "); word != NULL && argc < MOST_ARGS;
         word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    argv[argc] = NULL;
    return argc;
}

static void read_line(struct read_line *reading, const char *line) {
    char *argv[MOST_ARGS + 1];
    int argc = split(line, argv);
    *reading = (struct read_line){0};
    options_init(&reading->options);
    reading->good = options_parse(&reading->options, argc, argv, &reading->slip);
}

static void expect_slip(const char *line, enum word word, const char *nearest) {
    struct read_line reading;
    read_line(&reading, line);
    assert_false(reading.good);
    assert_int_equal(reading.slip.word, word);
    if (nearest == NULL) {
        assert_null(reading.slip.nearest);
    } else {
        assert_string_equal(reading.slip.nearest, nearest);
    }
    options_clear(&reading.options);
}

static void test_nothing(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "");
    assert_true(reading.good);
    assert_null(reading.options.command);
    assert_int_equal(reading.options.seen, 0);
    assert_int_equal(reading.options.format, FORMAT_TEXT);
    assert_int_equal(reading.options.sort, SORT_DECLARATION);
    assert_false(date_known(reading.options.as_of));
    options_clear(&reading.options);
}

static void test_words_and_options_mix(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "--lang en status a.yaml --format=csv - -o x.csv b --strict -- --year");
    assert_true(reading.good);
    assert_string_equal(reading.options.command, "status");
    assert_int_equal(reading.options.lang, LANG_EN);
    assert_string_equal(reading.options.format_text, "csv");
    assert_string_equal(reading.options.output, "x.csv");
    assert_true(reading.options.strict);
    assert_int_equal(arrlen(reading.options.paths), 4);
    assert_string_equal(reading.options.paths[0], "a.yaml");
    assert_string_equal(reading.options.paths[1], "-");
    assert_string_equal(reading.options.paths[2], "b");
    assert_string_equal(reading.options.paths[3], "--year");
    assert_int_equal(reading.options.year, 0);
    options_clear(&reading.options);
}

static void test_lists_add_up(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "status --org a,b --org=c --only met,behind --only no_report");
    assert_true(reading.good);
    assert_int_equal(arrlen(reading.options.orgs), 3);
    assert_string_equal(reading.options.orgs[1], "b");
    assert_string_equal(reading.options.orgs[2], "c");
    assert_int_equal(reading.options.only,
                     1U << STATUS_MET | 1U << STATUS_BEHIND | 1U << STATUS_NO_REPORT);
    options_clear(&reading.options);
}

/* Keys, and names in Vietnamese as people type them. */
static void test_sheets(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "export --sheets data,Chú-giải --sheets BIỂU,ma_tran");
    assert_true(reading.good);
    assert_int_equal(reading.options.sheets, 1U << WORKBOOK_DATA | 1U << WORKBOOK_NOTES |
                                                 1U << WORKBOOK_TABLES | 1U << WORKBOOK_MATRIX);
    options_clear(&reading.options);
    expect_slip("export --sheets notes,overveiw", WORD_BAD_VALUE, "overview");
    expect_slip("export --sheets notes,", WORD_EMPTY_VALUE, NULL);
    for (int i = 0; i < WORKBOOK_SHEETS; i++) {
        const char *key = workbook_sheet_key((enum workbook_sheet)i);
        assert_int_equal(workbook_sheet_find(key), i);
    }
}

static void test_last_one_counts(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "status --format csv --format json --year 2023 --year 2024");
    assert_true(reading.good);
    assert_string_equal(reading.options.format_text, "json");
    assert_int_equal(reading.options.year, 2024);
    options_clear(&reading.options);
}

static void test_dates(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "status --as-of 2024-06-30");
    assert_true(reading.good);
    assert_int_equal(date_cmp(reading.options.as_of, date_of(2024, 6, 30)), 0);
    options_clear(&reading.options);

    read_line(&reading, "status --as-of today");
    assert_true(reading.good);
    assert_true(date_valid(reading.options.as_of));
    options_clear(&reading.options);

    read_line(&reading, "status --as-of 30/06/2024");
    assert_false(reading.good);
    assert_int_equal(reading.slip.word, WORD_DATE_ORDER);
    assert_string_equal(reading.slip.instead, "2024-06-30");
    options_clear(&reading.options);

    expect_slip("status --as-of 2024-02-30", WORD_BAD_DATE, NULL);
    expect_slip("status --as-of=", WORD_BAD_DATE, NULL);
}

static void test_unknown_options(void **state) {
    (void)state;
    expect_slip("status --colunms name", WORD_UNKNOWN_OPTION, "--columns");
    expect_slip("status --zzzzzz", WORD_UNKNOWN_OPTION, NULL);
    expect_slip("status -x", WORD_UNKNOWN_OPTION, NULL);
}

static void test_names_are_never_abbreviated(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "status --form json");
    assert_false(reading.good);
    assert_int_equal(reading.slip.word, WORD_UNKNOWN_OPTION);
    assert_string_equal(reading.slip.args[0], "--form");
    assert_string_equal(reading.slip.nearest, "--format");
    options_clear(&reading.options);
    expect_slip("status --column=name", WORD_UNKNOWN_OPTION, "--columns");
}

static void test_values(void **state) {
    (void)state;
    expect_slip("status --year", WORD_MISSING_VALUE, NULL);
    expect_slip("export -o", WORD_MISSING_VALUE, NULL);
    expect_slip("check --strict=yes", WORD_NEEDLESS_VALUE, NULL);
    expect_slip("status --sort atainment", WORD_BAD_VALUE, "attainment");
    expect_slip("status --only on_trak", WORD_BAD_VALUE, "on_track");
    expect_slip("status --columns name,atainment", WORD_BAD_VALUE, "attainment");
    expect_slip("status --only met,,behind", WORD_EMPTY_VALUE, NULL);
    expect_slip("status --org=", WORD_EMPTY_VALUE, NULL);
    expect_slip("status --year 24", WORD_BAD_YEAR, NULL);
    expect_slip("status --year 0000", WORD_BAD_YEAR, NULL);
    expect_slip("status --year 20x4", WORD_BAD_YEAR, NULL);
    expect_slip("--lang francais", WORD_BAD_VALUE, NULL);
}

static void test_first_slip_is_kept_and_language_still_read(void **state) {
    (void)state;
    struct read_line reading;
    read_line(&reading, "status --year 24 --colunms name --lang en");
    assert_false(reading.good);
    assert_int_equal(reading.slip.word, WORD_BAD_YEAR);
    assert_int_equal(reading.options.lang, LANG_EN);
    options_clear(&reading.options);
}

static void test_fit(void **state) {
    (void)state;
    static const struct command_limits limits = {
        .name = "check",
        .takes = OPTION_BIT(OPTION_FORMAT),
        .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_SHORT),
    };
    struct read_line reading;
    read_line(&reading, "check --format short --lang en");
    assert_true(options_fit(&reading.options, &limits, &reading.slip));
    assert_int_equal(reading.options.format, FORMAT_SHORT);
    options_clear(&reading.options);

    read_line(&reading, "check --format shrot");
    assert_false(options_fit(&reading.options, &limits, &reading.slip));
    assert_string_equal(reading.slip.nearest, "short");
    options_clear(&reading.options);

    read_line(&reading, "check --format csv");
    assert_false(options_fit(&reading.options, &limits, &reading.slip));
    assert_int_equal(reading.slip.word, WORD_BAD_VALUE);
    assert_string_equal(reading.slip.choices, "text, short");
    options_clear(&reading.options);

    read_line(&reading, "check --only met");
    assert_false(options_fit(&reading.options, &limits, &reading.slip));
    assert_int_equal(reading.slip.word, WORD_OPTION_NOT_HERE);
    assert_string_equal(reading.slip.args[0], "--only");
    options_clear(&reading.options);
}

static void expect_language(const char *lc_all, const char *lc_messages, const char *lang,
                            enum language expected) {
    setenv("LC_ALL", lc_all, 1);
    setenv("LC_MESSAGES", lc_messages, 1);
    setenv("LANG", lang, 1);
    assert_int_equal(options_language(), expected);
}

static void test_language_of_environment(void **state) {
    (void)state;
    expect_language("", "", "", LANG_VI);
    expect_language("", "", "en_US.UTF-8", LANG_EN);
    expect_language("", "vi_VN.UTF-8", "en_US.UTF-8", LANG_VI);
    expect_language("en_GB", "vi_VN.UTF-8", "vi_VN", LANG_EN);
    expect_language("C.UTF-8", "en_US", "en_US", LANG_VI);
}

static void test_words_have_both_languages(void **state) {
    (void)state;
    for (int word = WORD_NONE + 1; word < WORD_COUNT; word++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            struct buffer text = {0};
            SAY(&text, (enum language)lang, (enum word)word, "<0>", "<1>", "<2>", "<3>", "<4>");
            assert_true(arrlen(text.text) > 0);
            buffer_put(&text, "", 1);
            assert_null(strchr(text.text, '{'));
            buffer_clear(&text);
        }
    }
}

static void test_control_characters_do_not_reach_the_terminal(void **state) {
    (void)state;
    struct buffer text = {0};
    SAY(&text, LANG_EN, WORD_UNKNOWN_COMMAND, "a\033[31m\nb");
    buffer_put(&text, "", 1);
    assert_string_equal(text.text, "no command “a‹1B›[31m b”.");
    buffer_clear(&text);
}

/* What the next word would be. */
static void test_awaited(void **state) {
    static const struct {
        const char *line;
        enum option_id awaited;
        bool ended;
    } rows[] = {
        {"", OPTION_COUNT, false},
        {"status --org", OPTION_ORG, false},
        {"status --org a --year", OPTION_YEAR, false},
        {"export -o", OPTION_OUTPUT, false},
        {"status --org=a", OPTION_COUNT, false},
        {"status --strict", OPTION_COUNT, false},
        {"status --col", OPTION_COUNT, false}, /* never abbreviated */
        {"status --", OPTION_COUNT, true},
        {"status -- --org", OPTION_COUNT, true},
        {"status --org --", OPTION_COUNT, false}, /* `--` is the value */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *argv[MOST_ARGS + 1];
        int argc = split(rows[i].line, argv);
        bool ended = false;
        assert_int_equal(options_awaited(argc, argv, &ended), rows[i].awaited);
        assert_int_equal(ended, rows[i].ended);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_words_and_options_mix),
        cmocka_unit_test(test_lists_add_up),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_last_one_counts),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_unknown_options),
        cmocka_unit_test(test_names_are_never_abbreviated),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_first_slip_is_kept_and_language_still_read),
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_language_of_environment),
        cmocka_unit_test(test_words_have_both_languages),
        cmocka_unit_test(test_control_characters_do_not_reach_the_terminal),
        cmocka_unit_test(test_awaited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
