/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <string.h>

#include "build_info.h"
#include "label.h"
#include "table.h"
#include "text.h"
#include "words.h"
#include "workbook.h"

/* Set by meson.build; a build by hand has no version. */
#ifndef TIENDO_VERSION
#define TIENDO_VERSION "0.0.0"
#endif

/* Columns at which the meaning of a command, status or column key begins. */
enum { MEANING_COLUMN = 22 };

static void print_meaning(struct buffer *out, const char *key, const char *meaning) {
    size_t width = text_width(key, strlen(key)) + 2;
    buffer_format(out, "  %s", key);
    buffer_fill(out, ' ', width < MEANING_COLUMN ? MEANING_COLUMN - width : 1);
    buffer_format(out, "%s\n", meaning);
}

static void print_heading(struct buffer *out, enum language lang, enum word word) {
    buffer_text(out, "\n");
    SAY(out, lang, word, NULL);
}

static void print_common(struct buffer *out, enum language lang) {
    print_heading(out, lang, WORD_COMMON_OPTIONS);
    options_help(out, lang, COMMON_OPTIONS, NULL);
}

void help_print(struct buffer *out, enum language lang) {
    SAY(out, lang, WORD_TAGLINE, NULL);
    print_heading(out, lang, WORD_USAGE);
    print_heading(out, lang, WORD_COMMANDS);
    int count;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count; i++) {
        if (!commands[i].hidden) {
            print_meaning(out, commands[i].limits.name, commands[i].help[lang]);
        }
    }
    print_common(out, lang);
    print_heading(out, lang, WORD_ABOUT_PATHS);
    print_heading(out, lang, WORD_ABOUT_EXIT);
}

void help_print_command(struct buffer *out, enum language lang, const struct command *command) {
    const struct command_limits *limits = &command->limits;
    buffer_format(out, "tiendo %s – %s\n", limits->name, command->help[lang]);
    buffer_text(out, "\n");
    SAY(out, lang, command->pathless ? WORD_USAGE_WORDS : WORD_USAGE_OF, limits->name,
        command->operands[lang]);
    if (limits->takes != 0) {
        print_heading(out, lang, WORD_OPTIONS);
        options_help(out, lang, limits->takes, limits);
    }
    print_common(out, lang);
    if ((limits->takes & OPTION_BIT(OPTION_ONLY)) != 0) {
        print_heading(out, lang, WORD_STATUS_CODES);
        for (int i = STATUS_FIRST; i < STATUS_COUNT; i++) {
            print_meaning(out, status_key((enum status)i), status_label((enum status)i, lang));
        }
    }
    bool sheets = (limits->takes & OPTION_BIT(OPTION_SHEETS)) != 0;
    if ((limits->takes & OPTION_BIT(OPTION_COLUMNS)) != 0) {
        print_heading(out, lang, WORD_COLUMN_CODES);
        for (int i = 0; i < COLUMN_COUNT; i++) {
            const struct column *column = table_column((enum column_id)i);
            if (sheets ? table_column_of(column->key) != TABLE_SHOWN : !column->since) {
                print_meaning(out, column->key, column->title[lang]);
            }
        }
    }
    if (sheets) {
        print_heading(out, lang, WORD_SHEET_CODES);
        for (int i = 0; i < WORKBOOK_SHEETS; i++) {
            enum workbook_sheet sheet = (enum workbook_sheet)i;
            print_meaning(out, workbook_sheet_key(sheet), workbook_sheet_title(sheet, lang));
        }
    }
    if (!command->pathless) {
        print_heading(out, lang, WORD_ABOUT_PATHS);
    }
}

void help_print_version(struct buffer *out) {
    buffer_text(out, "tiendo " TIENDO_VERSION "\n");
    buffer_text(out, build_info);
}
