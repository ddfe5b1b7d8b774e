/* SPDX-License-Identifier: MIT */
/* report: the words of the scorecard as text, Markdown, a Word document, or in the office's own. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cannot_write.h"
#include "command.h"
#include "comparison.h"
#include "docx_template.h"
#include "docx_write.h"
#include "mem.h"
#include "not_docx.h"
#include "placeholder.h"
#include "prose_text.h"

/* ---- the office's own document ---- */

static bool fill(void *data, const char *placeholder, int row, struct buffer *out) {
    return placeholder_put(data, placeholder, row, out);
}

static void say_wrong(struct context *context, const struct placeholders *placeholders,
                      const struct docx_wrong *wrong) {
    char paragraph[16];
    struct buffer text = {0};
    snprintf(paragraph, sizeof paragraph, "%d", wrong->paragraph);
    buffer_format(&text, "{{%s%s", wrong->placeholder, wrong->open ? "" : "}}");
    buffer_put(&text, "", 1);
    const char *nearest =
        wrong->open ? NULL : placeholder_nearest(placeholders, wrong->placeholder);
    FAIL(context, wrong->open ? WORD_PLACEHOLDER_OPEN : WORD_PLACEHOLDER_UNKNOWN,
         context->options->template, paragraph, text.text, wrong->part);
    if (nearest != NULL) {
        SAY(context->err, context->options->lang, WORD_NEAREST, nearest);
    }
    buffer_text(context->err, "\n");
    buffer_clear(&text);
}

static enum exit_code fill_template(struct context *context, const struct scorecard *card) {
    const struct options *options = context->options;
    struct placeholders placeholders;
    struct docx_wrongs wrongs = {0};
    struct package_failure reading = {.error = PACKAGE_FINE};
    struct write_failure writing = {.step = WRITE_OK};
    placeholders_begin(&placeholders, card, options->lang);
    struct docx_filler filler = {.fill = fill,
                                 .markers = placeholder_markers,
                                 .rows = (int)arrlen(placeholders.goals),
                                 .data = &placeholders};
    enum exit_code code = EXIT_DONE;
    if (docx_fill(options->template, options->output, &filler, &wrongs, &reading, &writing)) {
        buffer_format(context->out, "%s\n", options->output);
    } else if (arrlen(wrongs.items) > 0) {
        code = EXIT_FINDINGS;
    } else if (reading.error != PACKAGE_FINE) {
        code = say_not_docx(context, options->template, &reading);
    } else {
        code = say_cannot_write(context, options->output, &writing);
    }
    for (size_t i = 0; i < arrlenu(wrongs.items); i++) {
        say_wrong(context, &placeholders, &wrongs.items[i]);
    }
    docx_wrongs_clear(&wrongs);
    placeholders_end(&placeholders);
    return code;
}

/* ---- our own ---- */

static enum exit_code write_document(struct context *context, const struct prose *prose) {
    const struct options *options = context->options;
    struct write_failure failure = {.step = WRITE_OK};
    if (!docx_write(options->output, prose, options->lang, &failure)) {
        return say_cannot_write(context, options->output, &failure);
    }
    buffer_format(context->out, "%s\n", options->output);
    return EXIT_DONE;
}

static enum exit_code write_prose(struct context *context, const struct scorecard *card) {
    const struct options *options = context->options;
    struct prose prose;
    enum exit_code code = EXIT_DONE;
    prose_write(&prose, card, options->lang);
    if (options->output != NULL) {
        code = write_document(context, &prose);
    } else if (options->format == FORMAT_MARKDOWN) {
        render_prose_markdown(context->out, &prose);
    } else {
        render_prose_text(context->out, &prose, &context->out_style);
    }
    prose_clear(&prose);
    return code;
}

/* Whether the options go together; else a usage error. */
static bool suits(struct context *context) {
    const struct options *options = context->options;
    if (options->template != NULL && options->output == NULL) {
        FAIL(context, WORD_TEMPLATE_OUTPUT, NULL);
        return false;
    }
    return output_ends(context, "docx");
}

enum exit_code report_run(struct context *context) {
    if (!suits(context)) {
        return EXIT_USAGE;
    }
    struct comparison comparison;
    struct demand demand = {.rows = true, .checks = true};
    enum exit_code code = comparison_make(context, true, demand, &comparison);
    if (code == EXIT_DONE) {
        code = comparison_confirmed(context, &comparison);
    }
    const struct scorecard *card = &comparison.card;
    if (code == EXIT_DONE && context->options->template != NULL && arrlen(card->rows) == 0) {
        FAIL(context, WORD_TEMPLATE_NOTHING, NULL);
        code = EXIT_FINDINGS;
    } else if (code == EXIT_DONE) {
        code = context->options->template != NULL ? fill_template(context, card)
                                                  : write_prose(context, card);
    }
    comparison_clear(&comparison);
    return code;
}
