/* SPDX-License-Identifier: MIT */
/*
 * Reads the values of options: one function for each option, which sets its field of struct
 * options.
 *
 * When the value is wrong they return false and keep a usage error.
 */
#ifndef TIENDO_VALUES_H
#define TIENDO_VALUES_H

#include "choices.h"
#include "options.h"

/* An option being read. */
/* The local day of the clock. */
struct date value_today(void);

struct option_value {
    const char *name;          /* as typed: "--as-of", "-o" */
    const char *value;         /* or NULL when it takes none */
    struct usage_error *usage; /* where a mistake goes */
};

/* One row of the table of options. */
struct option_row {
    const char *name;              /* long name, without dashes */
    char letter;                   /* short name, or 0 */
    struct option_words words;     /* for help */
    enum suggestion suggests;      /* what a shell may offer for its value */
    const struct choices *choices; /* of SUGGEST_CHOICES */
    bool list;                     /* several values, commas between */
    bool (*parse)(struct options *options, const struct option_value *given);
};

/* The words that options choose from. A command offers some of the formats. */
extern const struct choices language_choices;
extern const struct choices color_choices;
extern const struct choices format_choices;
extern const struct choices sorting_choices;
extern const struct choices status_choices;
extern const struct choices column_choices;
extern const struct choices sheet_choices;

bool value_lang(struct options *options, const struct option_value *given);
bool value_color(struct options *options, const struct option_value *given);
bool value_help(struct options *options, const struct option_value *given);
bool value_version(struct options *options, const struct option_value *given);
bool value_as_of(struct options *options, const struct option_value *given);
bool value_year(struct options *options, const struct option_value *given);
bool value_from_year(struct options *options, const struct option_value *given);
bool value_max_size(struct options *options, const struct option_value *given);
bool value_jobs(struct options *options, const struct option_value *given);
bool value_org(struct options *options, const struct option_value *given);
bool value_indicator(struct options *options, const struct option_value *given);
bool value_only(struct options *options, const struct option_value *given);
bool value_columns(struct options *options, const struct option_value *given);
bool value_sheets(struct options *options, const struct option_value *given);
bool value_sort(struct options *options, const struct option_value *given);
bool value_format(struct options *options, const struct option_value *given);
bool value_fail_on(struct options *options, const struct option_value *given);
bool value_with_target(struct options *options, const struct option_value *given);
bool value_all(struct options *options, const struct option_value *given);
bool value_force(struct options *options, const struct option_value *given);
bool value_example(struct options *options, const struct option_value *given);
bool value_write(struct options *options, const struct option_value *given);
bool value_return(struct options *options, const struct option_value *given);
bool value_estimate(struct options *options, const struct option_value *given);
bool value_strict(struct options *options, const struct option_value *given);
bool value_list(struct options *options, const struct option_value *given);
bool value_output(struct options *options, const struct option_value *given);
/* A usage error where a column of the last meeting is asked for that is not there. */
void columns_need_since(const struct options *options, struct usage_error *usage);

bool value_since(struct options *options, const struct option_value *given);
bool value_template(struct options *options, const struct option_value *given);

#endif
