/* SPDX-License-Identifier: MIT */
#include "comparison.h"

#include <stdio.h>

#include "mem.h"
#include "renderers.h"
#include "sort_rows.h"

/* Ids of everything, for finding one and naming the nearest. */
static const char **org_ids(const struct book *book) {
    const char **ids = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->orgs); i++) {
        arrput(ids, book->orgs[i].id);
    }
    return ids;
}

static const char **indicator_ids(const struct book *book) {
    const char **ids = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        arrput(ids, book->indicators[i].id);
    }
    return ids;
}

/* Those of the words that the book knows, as an stb_ds array. */
static int32_t *find_known(const struct book *book, const char *const *words, bool orgs) {
    int32_t *found = NULL;
    for (ptrdiff_t i = 0; i < arrlen(words); i++) {
        int32_t index = orgs ? book_org(book, words[i]) : book_indicator(book, words[i]);
        if (index != NONE) {
            arrput(found, index);
        }
    }
    return found;
}

/* Looks the words up. EXIT_USAGE, said on err, when one is unknown. */
static enum exit_code look_up(struct context *context, const struct book *book,
                              const char *const *words, bool orgs, int32_t **found) {
    for (ptrdiff_t i = 0; i < arrlen(words); i++) {
        int32_t index = orgs ? book_org(book, words[i]) : book_indicator(book, words[i]);
        if (index != NONE) {
            arrput(*found, index);
            continue;
        }
        const char **ids = orgs ? org_ids(book) : indicator_ids(book);
        struct usage_error usage = {.word = orgs ? WORD_UNKNOWN_ORG : WORD_UNKNOWN_INDICATOR,
                                    .args = {words[i]},
                                    .nearest = usage_error_nearest(words[i], ids, arrlenu(ids))};
        usage_error_print(&usage, context->err, context->options->lang, context->command);
        arrfree(ids);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

/* With errors among them the findings are all that is printed. */
static enum exit_code stop_at_errors(struct context *context, const struct loaded *loaded) {
    size_t errors = findings_count(&loaded->findings, SEVERITY_ERROR);
    if (errors == 0) {
        return EXIT_DONE;
    }
    char count[32];
    snprintf(count, sizeof count, "%zu", errors);
    render_findings_text(context->err, &loaded->findings, &loaded->sources, &context->err_style);
    FAIL(context, WORD_STOPPED, count);
    return EXIT_FINDINGS;
}

/* Judges what was asked for. */
static enum exit_code compare(struct context *context, struct demand demand,
                              struct comparison *comparison) {
    const struct options *options = context->options;
    struct loaded *loaded = &comparison->loaded;
    enum exit_code code = look_up(context, &loaded->book, options->orgs, true, &comparison->orgs);
    if (code == EXIT_DONE) {
        code = look_up(context, &loaded->book, options->indicators, false, &comparison->indicators);
    }
    if (code != EXIT_DONE) {
        return code;
    }
    struct selection selection = {
        .as_of = options->as_of,
        .year = options->year,
        .orgs = comparison->orgs,
        .orgs_count = (int)arrlen(comparison->orgs),
        .indicators = comparison->indicators,
        .indicators_count = (int)arrlen(comparison->indicators),
        .only = options->only,
        .with_target = options->with_target,
    };
    demand.progress = context->progress;
    demand.rows = demand.rows || options->sort != SORT_DECLARATION;
    survey_begin(&comparison->survey, &loaded->book, &selection);
    survey_judge(&comparison->survey, &demand, loaded->jobs, &comparison->card, &loaded->findings);
    comparison->later = !demand.rows;
    findings_sort(&loaded->findings);
    return stop_at_errors(context, loaded);
}

/* Whether so much as the files hold may be asked for at all. What is unknown is said later. */
static enum exit_code ask_early(struct context *context, const struct loaded *loaded) {
    const struct options *options = context->options;
    struct selection selection = {
        .as_of = options->as_of,
        .year = options->year,
        .only = options->only,
        .with_target = options->with_target,
    };
    int32_t *orgs = find_known(&loaded->book, options->orgs, true);
    int32_t *indicators = find_known(&loaded->book, options->indicators, false);
    enum exit_code code = EXIT_DONE;
    selection.orgs = orgs;
    selection.orgs_count = (int)arrlen(orgs);
    selection.indicators = indicators;
    selection.indicators_count = (int)arrlen(indicators);
    if (arrlen(orgs) == arrlen(options->orgs) &&
        arrlen(indicators) == arrlen(options->indicators)) {
        struct survey survey;
        survey_begin(&survey, &loaded->book, &selection);
        code = context->refuse(context, survey_least(&survey));
        survey_clear(&survey);
    }
    arrfree(orgs);
    arrfree(indicators);
    return code;
}

enum exit_code comparison_make(struct context *context, bool warn, struct demand demand,
                               struct comparison *comparison) {
    *comparison = (struct comparison){0};
    struct loaded *loaded = &comparison->loaded;
    enum exit_code code = load_read(context, loaded);
    if (code == EXIT_DONE && context->refuse != NULL && !loaded_has_errors(loaded)) {
        code = ask_early(context, loaded);
    }
    if (code == EXIT_DONE) {
        load_check(loaded);
        code = stop_at_errors(context, loaded);
    }
    if (code == EXIT_DONE) {
        code = compare(context, demand, comparison);
    }
    if (code != EXIT_DONE) {
        return code;
    }
    sort_rows(&comparison->card, context->options->sort);
    if (warn && arrlen(loaded->findings.items) > 0) {
        render_findings_short(context->err, &loaded->findings, &loaded->sources,
                              &context->err_style);
        buffer_flush(context->err);
    }
    return EXIT_DONE;
}

enum exit_code comparison_confirmed(struct context *context, const struct comparison *comparison) {
    const struct loaded *loaded = &comparison->loaded;
    if (!findings_stop_export(&loaded->findings)) {
        return EXIT_DONE;
    }
    struct findings stopping = {0};
    for (ptrdiff_t i = 0; i < arrlen(loaded->findings.items); i++) {
        const struct finding *f = &loaded->findings.items[i];
        if (message_of(f->code)->confirm) {
            findings_add(&stopping, f->code, f->place, f->words)->related = f->related;
        }
    }
    char count[32];
    snprintf(count, sizeof count, "%zu", arrlenu(stopping.items));
    render_findings_text(context->err, &stopping, &loaded->sources, &context->err_style);
    FAIL(context, WORD_UNCONFIRMED, count);
    findings_clear(&stopping);
    return EXIT_FINDINGS;
}

void comparison_seen(const struct comparison *comparison, struct date as_of,
                     struct scorecard *card) {
    struct selection selection = comparison->survey.selection;
    struct findings findings = {0}; /* the same as of the comparison: it has been checked */
    struct demand demand = {.rows = true};
    struct survey survey;
    selection.as_of = as_of;
    survey_begin(&survey, &comparison->loaded.book, &selection);
    survey_judge(&survey, &demand, comparison->loaded.jobs, card, &findings);
    survey_clear(&survey);
    findings_clear(&findings);
}

struct long_report comparison_report(struct comparison *comparison, enum language lang) {
    return (struct long_report){
        .card = &comparison->card,
        .survey = comparison->later ? &comparison->survey : NULL,
        .sources = &comparison->loaded.sources,
        .findings = &comparison->loaded.findings,
        .lang = lang,
    };
}

void comparison_print(struct buffer *out, const struct long_form *form,
                      struct comparison *comparison, const struct style *style) {
    struct long_report report = comparison_report(comparison, style->lang);
    render_long(out, form, &report, comparison->loaded.jobs, style->progress);
}

void comparison_clear(struct comparison *comparison) {
    survey_clear(&comparison->survey);
    arrfree(comparison->orgs);
    arrfree(comparison->indicators);
    scorecard_clear(&comparison->card);
    loaded_clear(&comparison->loaded);
}
