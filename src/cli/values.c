/* SPDX-License-Identifier: MIT */
#include "values.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "label.h"
#include "mem.h"
#include "reader.h"
#include "table.h"
#include "words.h"
#include "workbook.h"

/* ---- the words that options take ---- */

static const char *language_name(int which) {
    static const char *const names[] = {[LANG_VI] = "vi", [LANG_EN] = "en"};
    static_assert(sizeof names / sizeof names[0] == LANG_COUNT, "one word per language");
    return names[which];
}

static const char *color_name(int which) {
    static const char *const names[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};
    static_assert(sizeof names / sizeof names[0] == COLOR_COUNT, "one word per choice");
    return names[which];
}

static const char *format_name(int which) {
    static const char *const names[] = {
        [FORMAT_TEXT] = "text", [FORMAT_SHORT] = "short", [FORMAT_CSV] = "csv",
        [FORMAT_JSON] = "json", [FORMAT_SARIF] = "sarif", [FORMAT_MARKDOWN] = "markdown"};
    static_assert(sizeof names / sizeof names[0] == FORMAT_COUNT, "one word per format");
    return names[which];
}

static const char *sorting_name(int which) {
    static const char *const names[] = {[SORT_DECLARATION] = "declaration",
                                        [SORT_STATUS] = "status",
                                        [SORT_ATTAINMENT] = "attainment",
                                        [SORT_WORST] = "worst"};
    static_assert(sizeof names / sizeof names[0] == SORTING_COUNT, "one word per order");
    return names[which];
}

static const char *status_name(int which) {
    return status_key((enum status)which);
}

static const char *column_name(int which) {
    return table_column((enum column_id)which)->key;
}

static const char *sheet_key(int which) {
    return workbook_sheet_key((enum workbook_sheet)which);
}

static const char *sheet_about(int which, enum language lang) {
    return workbook_sheet_title((enum workbook_sheet)which, lang);
}

static const char *status_about(int which, enum language lang) {
    return status_label((enum status)which, lang);
}

static const char *status_also(int which, int nth) {
    return status_other_name((enum status)which, nth);
}

static const char *column_about(int which, enum language lang) {
    return table_column((enum column_id)which)->title[lang];
}

const struct choices language_choices = {.count = LANG_COUNT, .name = language_name};
const struct choices color_choices = {.count = COLOR_COUNT, .name = color_name};
const struct choices format_choices = {.count = FORMAT_COUNT, .name = format_name};
const struct choices sorting_choices = {.count = SORTING_COUNT, .name = sorting_name};
const struct choices status_choices = {STATUS_COUNT, status_name, status_about, STATUS_FIRST,
                                       status_also};
const struct choices column_choices = {COLUMN_COUNT, column_name, column_about, 0, NULL};
const struct choices sheet_choices = {WORKBOOK_SHEETS, sheet_key, sheet_about, 0, NULL};

/* ---- one parser for each option ---- */

bool value_lang(struct options *options, const struct option_value *given) {
    int which =
        choices_pick(&language_choices, 0, given->name, given->value, &options->pool, given->usage);
    options->lang = which >= 0 ? (enum language)which : options->lang;
    return which >= 0;
}

bool value_color(struct options *options, const struct option_value *given) {
    int which =
        choices_pick(&color_choices, 0, given->name, given->value, &options->pool, given->usage);
    options->color = which >= 0 ? (enum color_when)which : options->color;
    return which >= 0;
}

bool value_format(struct options *options, const struct option_value *given) {
    options->format_text = given->value;
    return true;
}

bool value_sort(struct options *options, const struct option_value *given) {
    int which =
        choices_pick(&sorting_choices, 0, given->name, given->value, &options->pool, given->usage);
    options->sort = which >= 0 ? (enum sorting)which : options->sort;
    return which >= 0;
}

bool value_help(struct options *options, const struct option_value *given) {
    (void)given;
    return options->help = true;
}

bool value_version(struct options *options, const struct option_value *given) {
    (void)given;
    return options->version = true;
}

bool value_with_target(struct options *options, const struct option_value *given) {
    (void)given;
    options->with_target = true;
    return true;
}

bool value_all(struct options *options, const struct option_value *given) {
    (void)given;
    return options->all = true;
}

bool value_force(struct options *options, const struct option_value *given) {
    (void)given;
    return options->force = true;
}

bool value_example(struct options *options, const struct option_value *given) {
    (void)given;
    return options->example = true;
}

bool value_write(struct options *options, const struct option_value *given) {
    (void)given;
    return options->write = true;
}

bool value_estimate(struct options *options, const struct option_value *given) {
    (void)given;
    return options->estimate = true;
}

bool value_strict(struct options *options, const struct option_value *given) {
    (void)given;
    return options->strict = true;
}

bool value_list(struct options *options, const struct option_value *given) {
    (void)options; /* options->seen says it */
    (void)given;
    return true;
}

/* A path, never empty. */
static bool take_path(const char **path, const struct option_value *given) {
    *path = given->value;
    return given->value[0] != '\0' ||
           usage_error_set(given->usage,
                           (struct usage_error){.word = WORD_EMPTY_VALUE, .args = {given->name}});
}

bool value_output(struct options *options, const struct option_value *given) {
    return take_path(&options->output, given);
}

bool value_template(struct options *options, const struct option_value *given) {
    return take_path(&options->template, given);
}

bool value_return(struct options *options, const struct option_value *given) {
    return take_path(&options->give_back, given);
}

bool value_since(struct options *options, const struct option_value *given) {
    return take_path(&options->since, given);
}

void columns_need_since(const struct options *options, struct usage_error *usage) {
    for (size_t i = 0; i < arrlenu(options->columns) && options->since == NULL; i++) {
        if (table_column(table_column_find(options->columns[i]))->since &&
            usage->word == WORD_NONE) {
            *usage = (struct usage_error){.word = WORD_NEEDS_SINCE, .args = {options->columns[i]}};
        }
    }
}

struct date value_today(void) {
    time_t now = time(NULL);
    const struct tm *local = localtime(&now);
    return local == NULL ? date_of(1970, 1, 1)
                         : date_of(local->tm_year + 1900, local->tm_mon + 1, local->tm_mday);
}

bool value_as_of(struct options *options, const struct option_value *given) {
    const char *value = given->value;
    size_t n = strlen(value);
    if (strcmp(value, "today") == 0) {
        options->as_of = value_today();
        return true;
    }
    if (date_parse(value, n, &options->as_of)) {
        return true;
    }
    struct usage_error usage = {.word = WORD_BAD_DATE, .args = {given->name, value}};
    struct date meant;
    char text[DATE_TEXT];
    if (date_parse_day_first(value, n, &meant)) {
        date_print(meant, text);
        usage.word = WORD_DATE_ORDER;
        usage.instead = pool_text(&options->pool, text, strlen(text));
    }
    return usage_error_set(given->usage, usage);
}

/* Four digits to a year; *out is untouched by anything else. */
static bool read_year(const struct option_value *given, int *out) {
    const char *value = given->value;
    int year = 0;
    for (size_t i = 0; value[i] >= '0' && value[i] <= '9' && i < 4; i++) {
        year = year * 10 + (value[i] - '0');
    }
    if (year == 0 || strlen(value) != 4 || strspn(value, "0123456789") != 4) {
        return usage_error_set(given->usage, (struct usage_error){.word = WORD_BAD_YEAR,
                                                                  .args = {given->name, value}});
    }
    *out = year;
    return true;
}

bool value_year(struct options *options, const struct option_value *given) {
    return read_year(given, &options->year);
}

bool value_from_year(struct options *options, const struct option_value *given) {
    return read_year(given, &options->from_year);
}

/* A whole number from 1 to `most`, of at most 4 digits; else the usage error. */
static bool read_count(const struct option_value *given, long most, enum word wrong, int *out) {
    const char *value = given->value;
    size_t n = strlen(value);
    bool number = n > 0 && n <= 4 && strspn(value, "0123456789") == n;
    long count = number ? strtol(value, NULL, 10) : 0;
    if (count < 1 || count > most) {
        return usage_error_set(given->usage,
                               (struct usage_error){.word = wrong, .args = {given->name, value}});
    }
    *out = (int)count;
    return true;
}

bool value_max_size(struct options *options, const struct option_value *given) {
    return read_count(given, READ_LIMIT_MOST_MB, WORD_BAD_SIZE, &options->max_size);
}

bool value_jobs(struct options *options, const struct option_value *given) {
    return read_count(given, READ_MOST_JOBS, WORD_BAD_JOBS, &options->jobs);
}

bool value_org(struct options *options, const struct option_value *given) {
    return choices_split(given->name, given->value, &options->pool, &options->orgs, given->usage);
}

bool value_indicator(struct options *options, const struct option_value *given) {
    return choices_split(given->name, given->value, &options->pool, &options->indicators,
                         given->usage);
}

bool value_columns(struct options *options, const struct option_value *given) {
    size_t before = arrlenu(options->columns);
    bool good =
        choices_split(given->name, given->value, &options->pool, &options->columns, given->usage);
    for (size_t i = before; good && i < arrlenu(options->columns); i++) {
        int which = choices_pick(&column_choices, 0, given->name, options->columns[i],
                                 &options->pool, given->usage);
        good = which >= 0;
        options->columns[i] = good ? column_name(which) : options->columns[i];
    }
    return good;
}

static bool add_statuses(struct options *options, const struct option_value *given,
                         unsigned *mask) {
    const char **words = NULL;
    bool good = choices_split(given->name, given->value, &options->pool, &words, given->usage);
    for (size_t i = 0; good && i < arrlenu(words); i++) {
        int which =
            choices_pick(&status_choices, 0, given->name, words[i], &options->pool, given->usage);
        good = which >= 0;
        *mask |= good ? 1U << which : 0;
    }
    arrfree(words);
    return good;
}

bool value_only(struct options *options, const struct option_value *given) {
    return add_statuses(options, given, &options->only);
}

bool value_fail_on(struct options *options, const struct option_value *given) {
    return add_statuses(options, given, &options->fail_on);
}

bool value_sheets(struct options *options, const struct option_value *given) {
    const char **words = NULL;
    bool good = choices_split(given->name, given->value, &options->pool, &words, given->usage);
    for (size_t i = 0; good && i < arrlenu(words); i++) {
        enum workbook_sheet sheet = workbook_sheet_find(words[i]);
        int which = sheet < WORKBOOK_SHEETS ? (int)sheet
                                            : choices_pick(&sheet_choices, 0, given->name, words[i],
                                                           &options->pool, given->usage);
        good = which >= 0;
        options->sheets |= good ? 1U << which : 0;
    }
    arrfree(words);
    return good;
}
