#include <unistd.h>

#include "command.h"
#include "comparison.h"
#include "mem.h"

static void print(struct context *context, const struct comparison *comparison) {
    const struct scorecard *card = &comparison->card;
    const struct sources *sources = &comparison->loaded.sources;
    struct style shown = context->out_style;
    const struct style *style = &shown;
    shown.progress =
        isatty(STDOUT_FILENO) != 0 ? NULL : context->progress; /* rows are seen there */
    switch (context->options->format) {
    case FORMAT_JSON:
        render_status_json(context->out, card, sources, &comparison->loaded.findings, style);
        return;
    case FORMAT_CSV:
        render_status_csv(context->out, card, sources, style);
        return;
    case FORMAT_TEXT:
    case FORMAT_SHORT:
    case FORMAT_SARIF:
    case FORMAT_MARKDOWN:
    case FORMAT_COUNT:
        render_status_text(context->out, card, sources, style);
        return;
    }
}

static bool any_row_of(const struct scorecard *card, unsigned statuses) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        if ((statuses >> card->rows[i].status & 1U) != 0) {
            return true;
        }
    }
    return false;
}

enum exit_code status_run(struct context *context) {
    struct comparison comparison;
    bool warn = context->options->format != FORMAT_JSON; /* JSON carries the findings itself */
    enum exit_code code = comparison_make(context, warn, &comparison);
    if (code == EXIT_DONE) {
        print(context, &comparison);
        code = any_row_of(&comparison.card, context->options->fail_on) ? EXIT_FINDINGS : EXIT_DONE;
    }
    comparison_clear(&comparison);
    return code;
}
