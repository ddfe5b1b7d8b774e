/* SPDX-License-Identifier: MIT */
#include "explain.h"

#include "command.h"
#include "mem.h"

static bool unknown(struct context *context, const char *id) {
    struct usage_error usage = {
        .word = WORD_UNKNOWN_MESSAGE,
        .args = {id},
        .nearest = message_nearest(id),
    };
    usage_error_print(&usage, context->err, context->options->lang, context->command);
    return false;
}

/* The codes asked for into *codes (an stb_ds array); false, and said why, when one is none. */
static bool take_codes(struct context *context, enum message_code **codes) {
    const struct options *options = context->options;
    bool all = (options->seen & OPTION_BIT(OPTION_LIST)) != 0;
    if (all == (arrlen(options->paths) > 0)) {
        FAIL(context, WORD_EXPLAIN_WHAT, NULL);
        return false;
    }
    for (int i = 0; all && i < MESSAGE_COUNT; i++) {
        arrput(*codes, (enum message_code)i);
    }
    for (ptrdiff_t i = 0; i < arrlen(options->paths); i++) {
        enum message_code code = message_by_id(options->paths[i]);
        if (code == MESSAGE_COUNT) {
            return unknown(context, options->paths[i]);
        }
        arrput(*codes, code);
    }
    return true;
}

static void print_each(struct context *context, const enum message_code *codes, size_t count) {
    bool markdown = context->options->format == FORMAT_MARKDOWN;
    for (size_t i = 0; i < count; i++) {
        buffer_text(context->out, i > 0 ? "\n" : "");
        if (markdown) {
            explain_markdown(context->out, codes[i], context->options->lang);
        } else {
            explain_text(context->out, codes[i], &context->out_style);
        }
    }
}

static void print(struct context *context, const enum message_code *codes, size_t count) {
    const struct options *options = context->options;
    bool all = (options->seen & OPTION_BIT(OPTION_LIST)) != 0;
    if (options->format == FORMAT_JSON) {
        explain_json(context->out, codes, count, options->lang);
    } else if (all && options->format == FORMAT_MARKDOWN) {
        explain_markdown_page(context->out, options->lang);
    } else if (all) {
        explain_list(context->out, &context->out_style);
    } else {
        print_each(context, codes, count);
    }
}

enum exit_code explain_run(struct context *context) {
    enum message_code *codes = NULL;
    bool good = take_codes(context, &codes);
    if (good) {
        print(context, codes, arrlenu(codes));
    }
    arrfree(codes);
    return good ? EXIT_DONE : EXIT_USAGE;
}
