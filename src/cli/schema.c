/* SPDX-License-Identifier: MIT */
#include "command.h"
#include "json_schema.h"
#include "mem.h"

enum exit_code schema_run(struct context *context) {
    if (arrlen(context->options->paths) > 0) {
        FAIL(context, WORD_NO_PATHS_HERE, context->command);
        return EXIT_USAGE;
    }
    json_schema_put(context->out, context->options->lang);
    return EXIT_DONE;
}
