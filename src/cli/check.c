/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "command.h"
#include "load.h"
#include "mem.h"
#include "not_docx.h"
#include "proof_text.h"
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

static void print(struct context *context, const struct loaded *loaded,
                  const struct checked_prose *prose) {
    const struct findings *findings = &loaded->findings;
    const struct sources *sources = &loaded->sources;
    const struct style *style = &context->out_style;
    switch (context->options->format) {
    case FORMAT_JSON:
        render_findings_json(context->out, findings, sources, prose, style);
        return;
    case FORMAT_SARIF:
        render_findings_sarif(context->out, findings, sources, prose, style);
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

/* ---- a report's prose ---- */

/* The options without the reports among the paths, which go into *reports (stb_ds arrays). */
static struct options without_reports(const struct options *given, const char ***reports) {
    struct options taken = *given;
    taken.paths = NULL;
    for (ptrdiff_t i = 0; i < arrlen(given->paths); i++) {
        if (report_file_is(given->paths[i])) {
            arrput(*reports, given->paths[i]);
        } else {
            arrput(taken.paths, given->paths[i]);
        }
    }
    return taken;
}

/* Reports against the whole book, each organisation in its latest year. */
struct proving {
    struct survey survey;
    struct scorecard card;
    struct proven *reports; /* stb_ds array */
    bool begun;
};

static enum exit_code prove(struct context *context, const char *path, struct proving *proving) {
    struct report_file file;
    struct package_failure failure;
    enum exit_code code = EXIT_DONE;
    if (report_file_read(&file, path, &failure)) {
        struct proven proven = {.path = path, .paragraphs = report_file_has_paragraphs(path)};
        proof_read(&proven.proofs, &file, &proving->card, context->options->lang);
        arrput(proving->reports, proven);
    } else {
        code = say_not_docx(context, path, &failure);
    }
    report_file_clear(&file);
    return code;
}

static enum exit_code prove_all(struct context *context, struct loaded *loaded,
                                const char *const reports[], size_t n, struct proving *proving) {
    struct selection everything = {0};
    struct findings known = {0};
    struct demand rows = {.rows = true, .checks = true, .progress = context->progress};
    enum exit_code code = EXIT_DONE;
    proving->begun = true;
    survey_begin(&proving->survey, &loaded->book, &everything, loaded->jobs);
    survey_judge(&proving->survey, &rows, &proving->card, &known);
    for (size_t i = 0; i < n && code == EXIT_DONE; i++) {
        code = prove(context, reports[i], proving);
    }
    findings_clear(&known);
    return code;
}

static bool any_differs(const struct proving *proving) {
    for (size_t i = 0; i < arrlenu(proving->reports); i++) {
        const struct proofs *proofs = &proving->reports[i].proofs;
        for (size_t k = 0; k < arrlenu(proofs->items); k++) {
            if (proofs->items[k].verdict == VERDICT_DIFFERS) {
                return true;
            }
        }
    }
    return false;
}

static void proving_clear(struct proving *proving) {
    for (size_t i = 0; i < arrlenu(proving->reports); i++) {
        proofs_clear(&proving->reports[i].proofs);
    }
    arrfree(proving->reports);
    if (proving->begun) {
        survey_clear(&proving->survey);
        scorecard_clear(&proving->card);
    }
}

/* In JSON and SARIF the numbers stand among the findings, else behind them. */
static void print_all(struct context *context, const struct loaded *loaded,
                      const struct proving *proving) {
    struct checked_prose prose = {proving->reports, &proving->card};
    enum format format = context->options->format;
    print(context, loaded, proving->begun ? &prose : NULL);
    for (size_t i = 0; i < arrlenu(proving->reports); i++) {
        if (format != FORMAT_JSON && format != FORMAT_SARIF) {
            render_proofs(context->out, &proving->reports[i], &proving->card, &context->out_style);
        }
    }
}

/* Compares everything, to find figures that are too large to compute with. */
static void check_by_comparing(struct loaded *loaded, struct progress *progress) {
    struct survey survey;
    struct scorecard card;
    struct selection everything = {0};
    struct demand findings_only = {.no_rows = true, .progress = progress};
    survey_begin(&survey, &loaded->book, &everything, loaded->jobs);
    survey_judge(&survey, &findings_only, &card, &loaded->findings);
    survey_clear(&survey);
    scorecard_clear(&card);
    findings_sort(&loaded->findings);
}

static enum exit_code check_book(struct context *context, const char *const reports[], size_t n) {
    struct loaded loaded;
    struct proving proving = {.begun = false};
    enum exit_code code = load(context, &loaded);
    if (code == EXIT_DONE) {
        bool good = !loaded_has_errors(&loaded);
        if (good) {
            check_by_comparing(&loaded, context->progress);
        }
        if (good && n > 0 && !loaded_has_errors(&loaded)) {
            code = prove_all(context, &loaded, reports, n, &proving);
        }
        print_all(context, &loaded, &proving);
        bool odd = arrlen(loaded.findings.items) > 0 || any_differs(&proving);
        bool bad = context->options->strict ? odd : loaded_has_errors(&loaded);
        code = code == EXIT_DONE && bad ? EXIT_FINDINGS : code;
    }
    proving_clear(&proving);
    loaded_clear(&loaded);
    return code;
}

enum exit_code check_run(struct context *context) {
    const char **reports = NULL;
    struct options options = without_reports(context->options, &reports);
    struct context check = *context;
    check.options = &options;
    enum exit_code code = check_book(&check, reports, arrlenu(reports));
    arrfree(options.paths);
    arrfree(reports);
    return code;
}
