/* SPDX-License-Identifier: MIT */
#include "command.h"
#include "comparison.h"
#include "mem.h"
#include "prose_text.h"

static void print(struct context *context, const struct prose *prose) {
    if (context->options->format == FORMAT_MARKDOWN) {
        render_prose_markdown(context->out, prose);
    } else {
        render_prose_text(context->out, prose, &context->out_style);
    }
}

enum exit_code report_run(struct context *context) {
    struct comparison comparison;
    struct demand demand = {.rows = true, .checks = true};
    enum exit_code code = comparison_make(context, true, demand, &comparison);
    if (code == EXIT_DONE) {
        code = comparison_confirmed(context, &comparison);
    }
    if (code == EXIT_DONE) {
        struct prose prose;
        prose_write(&prose, &comparison.card, context->options->lang);
        print(context, &prose);
        prose_clear(&prose);
    }
    comparison_clear(&comparison);
    return code;
}
