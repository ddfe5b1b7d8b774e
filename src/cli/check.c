/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "command.h"
#include "load.h"
#include "mem.h"
#include "renderers.h"
#include "survey.h"

static void say_clean(struct context *context, const struct loaded *loaded) {
    const struct book *book = &loaded->book;
    size_t counts[WORD_ARGS] = {arrlenu(loaded->sources.items), arrlenu(book->orgs),
                                arrlenu(book->indicators), targets_count(&book->targets),
                                figures_count(&book->figures)};
    char texts[WORD_ARGS][32];
    const char *args[WORD_ARGS];
    for (int i = 0; i < WORD_ARGS; i++) {
        snprintf(texts[i], sizeof texts[i], "%zu", counts[i]);
        args[i] = texts[i];
    }
    words_put(context->out, context->options->lang, WORD_CLEAN, args);
}

static void print(struct context *context, const struct loaded *loaded) {
    const struct findings *findings = &loaded->findings;
    const struct sources *sources = &loaded->sources;
    const struct style *style = &context->out_style;
    switch (context->options->format) {
    case FORMAT_JSON:
        render_findings_json(context->out, findings, sources, style);
        return;
    case FORMAT_SARIF:
        render_findings_sarif(context->out, findings, sources, style);
        return;
    case FORMAT_SHORT:
        render_findings_short(context->out, findings, sources, style);
        return;
    case FORMAT_TEXT:
    case FORMAT_CSV:
    case FORMAT_MARKDOWN:
    case FORMAT_COUNT:
        break;
    }
    if (arrlen(findings->items) > 0) {
        render_findings_text(context->out, findings, sources, style);
    } else {
        say_clean(context, loaded);
    }
}

/* Compares everything, to find figures that are too large to compute with. */
static void check_by_comparing(struct loaded *loaded, struct progress *progress) {
    struct survey survey;
    struct scorecard card;
    struct selection everything = {0};
    struct demand findings_only = {.progress = progress};
    survey_begin(&survey, &loaded->book, &everything);
    survey_judge(&survey, &findings_only, loaded->jobs, &card, &loaded->findings);
    survey_clear(&survey);
    scorecard_clear(&card);
    findings_sort(&loaded->findings);
}

enum exit_code check_run(struct context *context) {
    struct loaded loaded;
    enum exit_code code = load(context, &loaded);
    if (code == EXIT_DONE) {
        if (!loaded_has_errors(&loaded)) {
            check_by_comparing(&loaded, context->progress);
        }
        print(context, &loaded);
        bool bad = context->options->strict ? arrlen(loaded.findings.items) > 0
                                            : loaded_has_errors(&loaded);
        code = bad ? EXIT_FINDINGS : EXIT_DONE;
    }
    loaded_clear(&loaded);
    return code;
}
