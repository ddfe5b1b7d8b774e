/* SPDX-License-Identifier: MIT */
#include "comparison.h"

#include <stdio.h>

#include "mem.h"
#include "names.h"
#include "renderers.h"
#include "sort_rows.h"

enum { COMMAS_MOST = 3 }; /* of a name */

/* As many of the words as make up one name, which commas may have cut apart: "Tỷ lệ HTX tốt, khá".
 * Their number; *found is what they mean. */
static ptrdiff_t find(const struct roster *roster, const char *const *words, ptrdiff_t n,
                      int **found) {
    struct buffer name = {0};
    ptrdiff_t taken = n <= COMMAS_MOST ? n : COMMAS_MOST + 1;
    names_find(roster, words[0], true, found);
    for (; taken > 1 && arrlen(*found) == 0; taken--) {
        arrsetlen(name.text, 0);
        for (ptrdiff_t i = 0; i < taken; i++) {
            buffer_format(&name, "%s%s", i > 0 ? ", " : "", words[i]);
        }
        buffer_put(&name, "", 1);
        names_find(roster, name.text, true, found);
        if (arrlen(*found) > 0) {
            buffer_clear(&name);
            return taken;
        }
    }
    buffer_clear(&name);
    if (arrlen(*found) == 0) {
        names_find(roster, words[0], false, found);
    }
    return 1;
}

/* What all of the words mean, appended to *indices; false: one means nothing or several things. */
static bool find_all(const struct roster *roster, const char *const *words, int32_t **indices) {
    bool clear = true;
    for (ptrdiff_t i = 0; i < arrlen(words) && clear;) {
        int *found = NULL;
        i += find(roster, words + i, arrlen(words) - i, &found);
        clear = arrlen(found) == 1;
        if (clear) {
            arrput(*indices, found[0]);
        }
        arrfree(found);
    }
    return clear;
}

static enum exit_code say_unclear(struct context *context, const struct roster *roster,
                                  const char *word, const int *found, enum word unknown) {
    struct pool pool = {0};
    struct usage_error usage = {.word = unknown, .args = {word}};
    if (arrlen(found) > 1) {
        usage.word = WORD_SEVERAL;
        usage.args[1] = names_list(roster, found, arrlenu(found), &pool);
    } else {
        usage.nearest = names_nearest(roster, word);
        usage.choices = usage.nearest == NULL ? names_list(roster, NULL, 0, &pool) : NULL;
    }
    usage_error_print(&usage, context->err, context->options->lang, context->command);
    pool_clear(&pool);
    return EXIT_USAGE;
}

/* Looks the words up. EXIT_USAGE, said on err, when one means nothing or several things. */
static enum exit_code look_up(struct context *context, const struct roster *roster,
                              const char *const *words, enum word unknown, int32_t **indices) {
    enum exit_code code = EXIT_DONE;
    for (ptrdiff_t i = 0; i < arrlen(words) && code == EXIT_DONE;) {
        int *found = NULL;
        ptrdiff_t taken = find(roster, words + i, arrlen(words) - i, &found);
        if (arrlen(found) == 1) {
            arrput(*indices, found[0]);
        } else {
            code = say_unclear(context, roster, words[i], found, unknown);
        }
        arrfree(found);
        i += taken;
    }
    return code;
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
    struct roster orgs = names_of_orgs(&loaded->book);
    struct roster indicators = names_of_indicators(&loaded->book);
    enum exit_code code =
        look_up(context, &orgs, options->orgs, WORD_UNKNOWN_ORG, &comparison->orgs);
    if (code == EXIT_DONE) {
        code = look_up(context, &indicators, options->indicators, WORD_UNKNOWN_INDICATOR,
                       &comparison->indicators);
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
    survey_begin(&comparison->survey, &loaded->book, &selection, loaded->jobs);
    survey_judge(&comparison->survey, &demand, &comparison->card, &loaded->findings);
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
    struct roster all_orgs = names_of_orgs(&loaded->book);
    struct roster all_indicators = names_of_indicators(&loaded->book);
    int32_t *orgs = NULL;
    int32_t *indicators = NULL;
    enum exit_code code = EXIT_DONE;
    if (find_all(&all_orgs, options->orgs, &orgs) &&
        find_all(&all_indicators, options->indicators, &indicators)) {
        selection.orgs = orgs;
        selection.orgs_count = (int)arrlen(orgs);
        selection.indicators = indicators;
        selection.indicators_count = (int)arrlen(indicators);
        struct survey survey;
        survey_begin(&survey, &loaded->book, &selection, 1);
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
    struct demand demand = {.rows = true, .again = true};
    struct survey survey;
    selection.as_of = as_of;
    selection.only = 0;
    selection.with_target = false;
    survey_begin(&survey, &comparison->loaded.book, &selection, comparison->loaded.jobs);
    survey_judge(&survey, &demand, card, &findings);
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
