/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "cannot_write.h"
#include "choices.h"
#include "command.h"
#include "comparison.h"
#include "folder.h"
#include "mem.h"
#include "past.h"
#include "printing.h"
#include "safe_file.h"
#include "survey.h"
#include "system.h"
#include "values.h"
#include "words.h"
#include "workbook.h"

enum output { OUTPUT_WORKBOOK, OUTPUT_CSV, OUTPUT_JSON, OUTPUT_UNKNOWN };

static enum output kind_of(const char *path) {
    static const char *const endings[] = {
        [OUTPUT_WORKBOOK] = ".xlsx", [OUTPUT_CSV] = ".csv", [OUTPUT_JSON] = ".json"};
    static_assert(sizeof endings / sizeof endings[0] == OUTPUT_UNKNOWN, "one ending per output");
    const char *dot = strrchr(path, '.');
    for (int i = 0; dot != NULL && i < OUTPUT_UNKNOWN; i++) {
        if (strcasecmp(dot, endings[i]) == 0) {
            return (enum output)i;
        }
    }
    return OUTPUT_UNKNOWN;
}

/* ---- the default name ---- */

/* The day of the table: as asked for, else the latest of its rows. */
static struct date day_of(const struct options *options, const struct scorecard *card) {
    struct date day = options->as_of;
    for (ptrdiff_t i = 0; i < arrlen(card->rows) && !date_known(options->as_of); i++) {
        day = date_cmp(card->rows[i].as_of, day) > 0 ? card->rows[i].as_of : day;
    }
    return day;
}

/* out/tiendo-bac-ninh-2024-06-30.xlsx, terminated. */
static void default_name(struct buffer *name, const struct options *options,
                         const struct comparison *comparison) {
    char day[DATE_TEXT];
    const struct book *book = &comparison->loaded.book;
    date_print(day_of(options, &comparison->card), day);
    buffer_format(name, "out/tiendo-%s%s%s.xlsx",
                  arrlen(comparison->orgs) == 1 ? book->orgs[comparison->orgs[0]].id : "tong-hop",
                  day[0] != '\0' ? "-" : "", day);
    buffer_put(name, "", 1);
}

/* ---- writing ---- */

/* What render() needs to write CSV or JSON. */
struct form_rendering {
    const struct long_form *form;
    struct comparison *comparison;
    const struct style *style;
};

static void render(struct buffer *out, void *what) {
    const struct form_rendering *rendering = what;
    comparison_print(out, rendering->form, rendering->comparison, rendering->style);
}

static bool write_rendered(const char *path, enum output kind, struct comparison *comparison,
                           const struct style *style, struct write_failure *failure) {
    struct form_rendering rendering = {kind == OUTPUT_CSV ? &csv_form : &json_form, comparison,
                                       style};
    return write_pieces(path, render, &rendering, failure);
}

static enum exit_code write_to(struct context *context, const char *path, enum output kind,
                               struct comparison *comparison) {
    struct past_beside beside = {0};
    if (kind == OUTPUT_WORKBOOK && !may_replace(context, path)) {
        return EXIT_IO;
    }
    if (context->options->since != NULL) {
        enum exit_code code = past_beside(context, context->options->since, comparison, &beside);
        if (code != EXIT_DONE) {
            past_beside_clear(&beside);
            return code;
        }
    }
    struct style style = context->out_style;
    style.color = false; /* a file is no terminal, whatever --color says */
    style.width = 0;
    style.progress = context->progress;
    style.jobs = comparison->loaded.jobs;
    style.asked = &comparison->survey.selection;
    style.since = context->options->since != NULL ? &beside.report : NULL;
    struct write_failure failure = {.step = WRITE_OK};
    bool done = kind == OUTPUT_WORKBOOK
                    ? write_workbook(path, &comparison->card, &comparison->loaded.sources,
                                     &comparison->loaded.findings, &style, &failure)
                    : write_rendered(path, kind, comparison, &style, &failure);
    past_beside_clear(&beside);
    if (!done) {
        return say_cannot_write(context, path, &failure);
    }
    buffer_format(context->out, "%s\n", path);
    return EXIT_DONE;
}

static enum exit_code write_default(struct context *context, struct comparison *comparison) {
    enum language lang = context->options->lang;
    if (!folder_make("out", NULL)) {
        FAIL(context, WORD_CANNOT_MAKE, "out", words_errno(lang, errno));
        return EXIT_IO;
    }
    struct buffer name = {0};
    default_name(&name, context->options, comparison);
    enum exit_code code = write_to(context, name.text, OUTPUT_WORKBOOK, comparison);
    buffer_clear(&name);
    return code;
}

/* ---- what is too large ---- */

/* "13,6" million cells, or "0,9". */
static void put_millions(char text[PRINTED_TEXT], size_t cells, enum language lang) {
    struct ratio millions = ratio_div(ratio_int((int64_t)cells), ratio_int(1000000));
    char plain[RATIO_TEXT];
    print_number(ratio_print(millions, 1, NULL, 0, plain), lang, text);
}

/* EXIT_IO, with what to do instead, where a workbook of so much cannot be opened by anybody. */
static enum exit_code refuse_size(struct context *context, size_t rows, size_t orgs,
                                  size_t claims) {
    char cells[PRINTED_TEXT];
    char count[32];
    enum language lang = context->options->lang;
    unsigned sheets = context->options->sheets;
    bool since = context->options->since != NULL;
    struct workbook_size size = workbook_size_of(rows, orgs, claims, since, sheets);
    struct workbook_size data = workbook_size_of(rows, orgs, 0, since, 1U << WORKBOOK_DATA);
    if (workbook_may_be(size)) {
        return EXIT_DONE;
    }
    put_millions(cells, size.cells, lang);
    snprintf(count, sizeof count, "%zu", orgs);
    enum word word = workbook_may_be(data) ? WORD_TOO_LARGE_DATA : WORD_TOO_LARGE;
    FAIL(context, word, count, cells);
    return EXIT_IO;
}

static enum exit_code refuse_early(struct context *context, struct magnitude least) {
    return refuse_size(context, least.rows, least.orgs, 0);
}

static enum exit_code refuse_card(struct context *context, const struct scorecard *card) {
    return refuse_size(context, card->row_count, card->org_count, arrlenu(card->claims));
}

static const char *table_word(int which) {
    return table_column_key((enum table_column_id)which);
}

/* Whether the options go with the kind of file; else a usage error. */
static bool suits(struct context *context, enum output kind, const char *path) {
    static const struct choices columns = {.count = TABLE_SHOWN, .name = table_word};
    const struct options *options = context->options;
    struct usage_error usage = {.word = WORD_NONE};
    struct pool pool = {0};
    bool workbook = kind == OUTPUT_WORKBOOK;
    if (kind == OUTPUT_UNKNOWN) {
        usage = (struct usage_error){.word = WORD_BAD_ENDING, .args = {path}};
    } else if (!workbook && options->sheets != 0) {
        usage = (struct usage_error){.word = WORD_ONLY_WORKBOOK, .args = {"--sheets", path}};
    } else if (!workbook && options->since != NULL) {
        usage = (struct usage_error){.word = WORD_ONLY_WORKBOOK, .args = {"--since", path}};
    } else if (options->sheets == 1U << WORKBOOK_SINCE && options->since == NULL) {
        usage = (struct usage_error){.word = WORD_NEEDS_SINCE, .args = {"--sheets since"}};
    } else if (!workbook && arrlen(options->columns) > 0) {
        usage = (struct usage_error){.word = WORD_ONLY_WORKBOOK, .args = {"--columns", path}};
    }
    for (size_t i = 0; i < arrlenu(options->columns) && usage.word == WORD_NONE; i++) {
        choices_pick(&columns, 0, "--columns", options->columns[i], &pool, &usage);
    }
    columns_need_since(options, &usage);
    if (usage.word != WORD_NONE) {
        usage_error_print(&usage, context->err, options->lang, context->command);
    }
    pool_clear(&pool);
    return usage.word == WORD_NONE;
}

enum exit_code export_run(struct context *context) {
    const char *path = context->options->output;
    enum output kind = path != NULL ? kind_of(path) : OUTPUT_WORKBOOK;
    if (!suits(context, kind, path)) {
        return EXIT_USAGE;
    }
    struct comparison comparison;
    context->digests = kind != OUTPUT_CSV; /* it names the files */
    context->refuse = kind == OUTPUT_WORKBOOK ? refuse_early : NULL;
    struct demand demand = {.rows = kind == OUTPUT_WORKBOOK, .checks = kind != OUTPUT_CSV};
    enum exit_code code = comparison_make(context, kind != OUTPUT_JSON, demand, &comparison);
    if (code == EXIT_DONE) {
        code = comparison_confirmed(context, &comparison);
    }
    if (code == EXIT_DONE && kind == OUTPUT_WORKBOOK) {
        code = refuse_card(context, &comparison.card);
    }
    if (code == EXIT_DONE) {
        code = path != NULL ? write_to(context, path, kind, &comparison)
                            : write_default(context, &comparison);
    }
    comparison_clear(&comparison);
    return code;
}
