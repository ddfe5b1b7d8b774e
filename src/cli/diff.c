/* SPDX-License-Identifier: MIT */
/* diff OLD [NEW]: both sides as snapshots, and the new book seen from the old days between them. */
#include "cannot_write.h"
#include "changes_print.h"
#include "command.h"
#include "comparison.h"
#include "mem.h"
#include "past.h"
#include "workbook.h"

/* What is being compared. */
struct diff {
    struct context *context;
    struct options options; /* of the new side */
    struct past_source old_side;
    struct past_source new_side;
    struct comparison new;
    struct last_meeting past;
};

/* The words: OLD, then a day or JSON for the new side, then the paths of the book. */
static void take_words(struct diff *diff) {
    const struct options *given = diff->context->options;
    size_t at = 1;
    diff->options = *given;
    diff->options.paths = NULL;
    diff->options.only = 0; /* chosen among the changes */
    diff->options.with_target = false;
    diff->old_side = past_source_of(given->paths[0]);
    if (arrlenu(given->paths) > at && past_source_of(given->paths[at]).kind != PAST_BOOK) {
        diff->new_side = past_source_of(given->paths[at]);
        at++;
    }
    if (diff->new_side.kind == PAST_DAY) {
        diff->options.as_of = diff->new_side.day;
    }
    if (at == 1 && arrlenu(given->paths) > at) {
        diff->new_side.word = given->paths[at];
    }
    for (; at < arrlenu(given->paths); at++) {
        arrput(diff->options.paths, given->paths[at]);
    }
}

static enum exit_code write_sheet(struct context *context, const struct diff_report *report) {
    const char *path = context->options->output;
    struct write_failure failure = {.step = WRITE_OK};
    if (!may_replace(context, path)) {
        return EXIT_IO;
    }
    if (!write_since(path, report, context->options->lang, &failure)) {
        return say_cannot_write(context, path, &failure);
    }
    buffer_format(context->out, "%s\n", path);
    return EXIT_DONE;
}

static enum exit_code report(struct diff *diff, const struct views *views) {
    struct context *context = diff->context;
    const struct options *options = context->options;
    struct changes changes;
    enum exit_code code = EXIT_DONE;
    changes_find(&changes, views, options->only, options->with_target);
    struct diff_report report = {
        .changes = &changes,
        .old = views->old,
        .new = views->new,
        .old_name = diff->old_side.word,
        .new_name = diff->new_side.word,
        .old_day = diff->old_side.day,
        .new_day = date_known(diff->options.as_of) ? diff->options.as_of : diff->new_side.day,
        .all = options->all,
        .old_is_json = diff->old_side.kind == PAST_JSON,
    };
    if (options->output != NULL) {
        code = write_sheet(context, &report);
    } else if (options->format == FORMAT_JSON) {
        render_changes_json(context->out, &report);
    } else if (options->format == FORMAT_CSV) {
        render_changes_csv(context->out, &report);
    } else {
        render_changes_text(context->out, &report, &context->out_style);
    }
    changes_clear(&changes);
    return code;
}

/* The new side is JSON: no book is at hand. */
static enum exit_code compare_json(struct diff *diff) {
    struct context *context = diff->context;
    if (diff->old_side.kind == PAST_DAY) {
        FAIL(context, WORD_DIFF_DAY, diff->old_side.word, diff->new_side.word);
        return EXIT_USAGE;
    }
    enum exit_code code = past_read(context, &diff->new_side, &diff->past.new);
    if (code == EXIT_DONE) {
        code = past_read(context, &diff->old_side, &diff->past.old);
    }
    if (code == EXIT_DONE) {
        diff->past.views = (struct views){.old = &diff->past.old, .new = &diff->past.new};
        code = report(diff, &diff->past.views);
    }
    return code;
}

static enum exit_code compare_book(struct diff *diff) {
    struct context new = *diff->context;
    new.options = &diff->options;
    struct demand demand = {.rows = true};
    enum exit_code code = comparison_make(&new, true, demand, &diff->new);
    if (code == EXIT_DONE) {
        code = past_make(diff->context, &diff->old_side, &diff->new, &diff->past);
    }
    if (code == EXIT_DONE) {
        code = report(diff, &diff->past.views);
    }
    comparison_clear(&diff->new);
    return code;
}

enum exit_code diff_run(struct context *context) {
    struct diff diff = {.context = context};
    if (arrlen(context->options->paths) < 1) {
        FAIL(context, WORD_DIFF_WHAT, NULL);
        return EXIT_USAGE;
    }
    if (!output_ends(context, "xlsx")) {
        return EXIT_USAGE;
    }
    take_words(&diff);
    enum exit_code code =
        diff.new_side.kind == PAST_JSON ? compare_json(&diff) : compare_book(&diff);
    past_clear(&diff.past);
    arrfree(diff.options.paths);
    return code;
}
