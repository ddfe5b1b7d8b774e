/* SPDX-License-Identifier: MIT */
#include "why.h"

#include "command.h"
#include "comparison.h"
#include "mem.h"

/* `why ORG INDICATOR [PATH...]`: the first two words are a selection, the rest are paths. */
static void take_words(const struct options *given, struct options *taken) {
    *taken = *given;
    taken->orgs = NULL;
    taken->indicators = NULL;
    taken->paths = NULL;
    arrput(taken->orgs, given->paths[0]);
    arrput(taken->indicators, given->paths[1]);
    for (ptrdiff_t i = 2; i < arrlen(given->paths); i++) {
        arrput(taken->paths, given->paths[i]);
    }
}

/* Explains every row of the organisation itself; returns how many there are. */
static int explain(struct context *context, const struct comparison *comparison) {
    const struct scorecard *card = &comparison->card;
    int32_t org = comparison->orgs[0];
    int explained = 0;
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        if (card->rows[i].org == org) {
            buffer_text(context->out, explained > 0 ? "\n" : "");
            render_why(context->out, card, (int)i, &comparison->loaded.sources, &context->out_style,
                       context->options->all);
            explained++;
        }
    }
    return explained;
}

enum exit_code why_run(struct context *context) {
    if (arrlen(context->options->paths) < 2) {
        FAIL(context, WORD_WHY_WHAT, NULL);
        return EXIT_USAGE;
    }
    struct options taken;
    struct context why = *context;
    struct comparison comparison;
    take_words(context->options, &taken);
    why.options = &taken;
    struct demand demand = {.rows = true, .checks = true};
    enum exit_code code = comparison_make(&why, true, demand, &comparison);
    if (code == EXIT_DONE && explain(&why, &comparison) == 0) {
        FAIL(context, WORD_WHY_NOTHING, taken.orgs[0], taken.indicators[0]);
        code = EXIT_FINDINGS;
    }
    comparison_clear(&comparison);
    arrfree(taken.orgs);
    arrfree(taken.indicators);
    arrfree(taken.paths);
    return code;
}
