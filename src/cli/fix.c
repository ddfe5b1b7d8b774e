/* SPDX-License-Identifier: MIT */
/* The corrections of `check` that have one meaning, as a diff, or written. */
#include <stdio.h>

#include "command.h"
#include "fixing.h"
#include "load.h"
#include "mem.h"
#include "write_texts.h"

static void say_end(struct context *context, const struct fixing *fixing, size_t files) {
    enum language lang = context->options->lang;
    char edits[24];
    char among[24];
    char left[24];
    snprintf(edits, sizeof edits, "%td", arrlen(fixing->items));
    snprintf(among, sizeof among, "%zu", files);
    snprintf(left, sizeof left, "%zu", fixing->errors);
    if (files == 0) {
        SAY(context->err, lang, WORD_FIX_NOTHING, NULL);
    } else {
        SAY(context->err, lang, context->options->write ? WORD_FIX_WRITTEN : WORD_FIX_COULD, edits,
            among);
    }
    if (fixing->errors > 0) {
        SAY(context->err, lang, WORD_FIX_LEFT, left);
    }
}

static enum exit_code fix(struct context *context, const struct sources *sources) {
    struct fixing fixing;
    fixing_run(&fixing, sources);
    struct text_file *files = fixing_changed(&fixing);
    enum exit_code code = EXIT_DONE;
    if (context->options->write) {
        code = write_texts(context, files, arrlenu(files));
    }
    if (code == EXIT_DONE) {
        if (context->options->format == FORMAT_JSON) {
            fixing_put_json(context->out, &fixing);
        }
        for (size_t i = 0; i < arrlenu(files) && context->options->format != FORMAT_JSON; i++) {
            fixing_put_diff(context->out, &files[i], context->out_style.color,
                            context->out_style.width > 0);
        }
        say_end(context, &fixing, arrlenu(files));
        code = fixing.errors > 0 ? EXIT_FINDINGS : EXIT_DONE;
    }
    arrfree(files);
    fixing_clear(&fixing);
    return code;
}

enum exit_code fix_run(struct context *context) {
    struct loaded loaded;
    enum exit_code code = load_files(context, &loaded);
    if (code == EXIT_DONE) {
        code = fix(context, &loaded.sources);
    }
    loaded_clear(&loaded);
    return code;
}
