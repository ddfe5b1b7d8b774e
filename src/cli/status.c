/* SPDX-License-Identifier: MIT */
#include "command.h"
#include "comparison.h"
#include "renderers.h"
#include "system.h"
#include "values.h"

/* CSV or JSON; NULL: the terminal's table. */
static const struct long_form *form_of(enum format format) {
    switch (format) {
    case FORMAT_JSON:
        return &json_form;
    case FORMAT_CSV:
        return &csv_form;
    case FORMAT_TEXT:
    case FORMAT_SHORT:
    case FORMAT_SARIF:
    case FORMAT_MARKDOWN:
    case FORMAT_COUNT:
        break;
    }
    return NULL;
}

static void print(struct context *context, const struct long_form *form,
                  struct comparison *comparison) {
    struct style style = context->out_style;
    style.progress =
        system_is_terminal(stdout) ? NULL : context->progress; /* rows are seen there */
    if (form != NULL) {
        comparison_print(context->out, form, comparison, &style);
    } else {
        struct long_report report = comparison_report(comparison, style.lang);
        style.jobs = comparison->loaded.jobs;
        render_status_text(context->out, &report, &style);
    }
}

enum exit_code status_run(struct context *context) {
    struct comparison comparison;
    struct usage_error usage = {.word = WORD_NONE};
    columns_need_since(context->options, &usage);
    if (usage.word != WORD_NONE) {
        usage_error_print(&usage, context->err, context->options->lang, context->command);
        return EXIT_USAGE;
    }
    const struct long_form *form = form_of(context->options->format);
    bool warn = form != &json_form; /* JSON carries the findings itself */
    context->digests = form == &json_form;
    struct demand demand = {.checks = form != &csv_form};
    enum exit_code code = comparison_make(context, warn, demand, &comparison);
    if (code == EXIT_DONE) {
        print(context, form, &comparison);
        bool failed = (comparison.card.statuses & context->options->fail_on) != 0;
        code = failed ? EXIT_FINDINGS : EXIT_DONE;
    }
    comparison_clear(&comparison);
    return code;
}
