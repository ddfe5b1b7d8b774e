/* SPDX-License-Identifier: MIT */
#include "past.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "digest.h"
#include "mem.h"
#include "reader.h"
#include "renderers.h"
#include "tree.h"
#include "values.h"

struct past_source past_source_of(const char *word) {
    static const char ending[] = ".json";
    struct past_source source = {.kind = PAST_BOOK, .word = word};
    size_t n = strlen(word);
    if (date_parse(word, n, &source.day)) {
        source.kind = PAST_DAY;
    } else if (strcmp(word, "today") == 0) {
        source.kind = PAST_DAY;
        source.day = value_today();
    } else if (n > strlen(ending) && strcasecmp(word + n - strlen(ending), ending) == 0) {
        source.kind = PAST_JSON;
    }
    return source;
}

/* ---- JSON ---- */

static enum exit_code say_unreadable(struct context *context, const struct sources *sources,
                                     const struct findings *findings,
                                     const struct read_failures *failures) {
    for (ptrdiff_t i = 0; i < arrlen(failures->items); i++) {
        FAIL(context, WORD_CANNOT_READ, failures->items[i].path,
             words_errno(context->options->lang, failures->items[i].error));
    }
    if (findings_count(findings, SEVERITY_ERROR) == 0) {
        return EXIT_IO;
    }
    render_findings_text(context->err, findings, sources, &context->err_style);
    return EXIT_FINDINGS;
}

static enum exit_code read_tree(struct context *context, const char *path, const struct node *root,
                                struct snapshot *snapshot) {
    const struct node *wrong = NULL;
    if (snapshot_read(snapshot, root, context->options->lang, &wrong)) {
        return EXIT_DONE;
    }
    char line[16] = "1";
    if (wrong != NULL) {
        snprintf(line, sizeof line, "%u", (unsigned)wrong->place.line);
    }
    FAIL(context, WORD_DIFF_NOT_JSON, path, line);
    return EXIT_FINDINGS;
}

static enum exit_code read_json(struct context *context, const char *path,
                                struct snapshot *snapshot) {
    struct sources sources = {0};
    struct findings findings = {0};
    struct read_failures failures = {0};
    struct tree tree = {0};
    struct keys keys = {0};
    struct read_manner manner = {.limit_mb = READ_LIMIT_MB, .jobs = 1};
    read_paths(&path, 1, manner, &sources, &findings, &failures);
    enum exit_code code = EXIT_DONE;
    if (arrlen(failures.items) == 0 && arrlen(sources.items) == 1) {
        tree_read(&tree, &keys, &sources, 0, &findings);
    }
    if (arrlen(sources.items) != 1 || findings_count(&findings, SEVERITY_ERROR) > 0) {
        code = say_unreadable(context, &sources, &findings, &failures);
    } else {
        code = read_tree(context, path, tree.root, snapshot);
    }
    tree_clear(&tree);
    keys_clear(&keys);
    read_failures_clear(&failures);
    findings_clear(&findings);
    sources_clear(&sources);
    return code;
}

/* ---- an earlier folder ---- */

/* The same question put to another book, as of its own days. */
static enum exit_code read_book_at(struct context *context, const char *path,
                                   struct snapshot *snapshot) {
    struct options options = *context->options;
    struct context old = *context;
    struct comparison comparison;
    struct demand demand = {.rows = true};
    options.paths = NULL;
    options.as_of = (struct date){0};
    options.only = 0;
    options.with_target = false;
    options.sort = SORT_DECLARATION;
    arrput(options.paths, path);
    old.options = &options;
    enum exit_code code = comparison_make(&old, false, demand, &comparison);
    if (code == EXIT_DONE) {
        snapshot_take(snapshot, &comparison.card, options.lang);
    }
    comparison_clear(&comparison);
    arrfree(options.paths);
    return code;
}

enum exit_code past_read(struct context *context, const struct past_source *source,
                         struct snapshot *snapshot) {
    const struct options *options = context->options;
    if (source->kind == PAST_BOOK) {
        return read_book_at(context, source->word, snapshot);
    }
    enum exit_code code = read_json(context, source->word, snapshot);
    if (code == EXIT_DONE && arrlen(options->indicators) > 0) {
        snapshot_keep(snapshot, NULL, 0, options->indicators, arrlenu(options->indicators));
    }
    return code;
}

/* ---- what lies between ---- */

/* The organisations that the old rows see from this day, marked by index; how many. */
static int seen_from(const struct snapshot *old, const struct book *book, struct date day,
                     bool orgs[]) {
    int n = 0;
    for (size_t i = 0; i < arrlenu(old->rows); i++) {
        int32_t org = book_org(book, old->rows[i].seal[SEAL_ORG]);
        if (org != NONE && !orgs[org] && date_cmp(old->rows[i].as_of, day) == 0) {
            orgs[org] = true;
            n++;
        }
    }
    return n;
}

/* The days of the old rows, each once: an stb_ds array. */
static struct date *days_of(const struct snapshot *old) {
    struct date *days = NULL;
    for (size_t i = 0; i < arrlenu(old->rows); i++) {
        bool known = false;
        for (size_t k = 0; k < arrlenu(days) && !known; k++) {
            known = date_cmp(days[k], old->rows[i].as_of) == 0;
        }
        if (!known && date_known(old->rows[i].as_of)) {
            arrput(days, old->rows[i].as_of);
        }
    }
    return days;
}

static void see_from_old_days(const struct snapshot *old, const struct comparison *comparison,
                              enum language lang, struct snapshot *then) {
    const struct book *book = &comparison->loaded.book;
    struct date *days = days_of(old);
    bool *orgs = mem_alloc(arrlenu(book->orgs) + 1);
    *then = (struct snapshot){0};
    for (size_t i = 0; i < arrlenu(days); i++) {
        memset(orgs, 0, arrlenu(book->orgs));
        struct scorecard card;
        if (seen_from(old, book, days[i], orgs) > 0) {
            comparison_seen(comparison, days[i], &card);
            snapshot_add(then, &card, orgs, lang);
            scorecard_clear(&card);
        }
    }
    mem_free(orgs);
    arrfree(days);
}

static bool edge_of(const char *text, struct ratio *edge) {
    struct decimal decimal;
    bool good = text != NULL && decimal_parse(text, strlen(text), &decimal) == DECIMAL_OK;
    *edge = good ? ratio_decimal(decimal) : *edge;
    return good;
}

/* The new book judged by the old edges; the book's own are put back. */
static void see_with_old_edges(struct last_meeting *past, struct comparison *comparison,
                               enum language lang) {
    struct edges *edges = &comparison->loaded.book.edges;
    const struct edges own = *edges;
    bool known =
        edge_of(past->old.slipping, &edges->slipping) && edge_of(past->old.over, &edges->over);
    bool same =
        ratio_cmp(own.slipping, edges->slipping) == 0 && ratio_cmp(own.over, edges->over) == 0;
    if (known && !same) {
        struct scorecard card;
        comparison_seen(comparison, comparison->survey.selection.as_of, &card);
        snapshot_take(&past->new_edges, &card, lang);
        scorecard_clear(&card);
        see_from_old_days(&past->old, comparison, lang, &past->then_edges);
        past->views.new_edges = &past->new_edges;
        past->views.then_edges = &past->then_edges;
    }
    *edges = own;
}

/* JSON may hold more organisations than were asked for: those that the book would not show. */
static void keep_asked(struct snapshot *old, const struct comparison *comparison) {
    if (comparison->survey.selection.orgs_count == 0) {
        return;
    }
    const char **ids = NULL;
    for (size_t i = 0; i < arrlenu(comparison->survey.questions); i++) {
        arrput(ids, comparison->loaded.book.orgs[comparison->survey.questions[i].org].id);
    }
    snapshot_keep(old, ids, arrlenu(ids), NULL, 0);
    arrfree(ids);
}

enum exit_code past_make(struct context *context, const struct past_source *source,
                         struct comparison *comparison, struct last_meeting *past) {
    enum language lang = context->options->lang;
    struct scorecard card;
    enum exit_code code = EXIT_DONE;
    past->views = (struct views){
        .old = &past->old, .new = &past->new, .then = &past->then, .book = comparison->card.book};
    if (comparison_chosen(comparison)) {
        comparison_seen(comparison, comparison->survey.selection.as_of, &card);
        snapshot_take(&past->new, &card, lang);
        scorecard_clear(&card);
    } else {
        snapshot_take(&past->new, &comparison->card, lang);
    }
    if (source->kind == PAST_DAY) {
        comparison_seen(comparison, source->day, &card);
        snapshot_take(&past->old, &card, lang);
        scorecard_clear(&card);
        past->views.then = &past->old;
        return EXIT_DONE;
    }
    code = past_read(context, source, &past->old);
    if (code == EXIT_DONE) {
        keep_asked(&past->old, comparison);
        see_from_old_days(&past->old, comparison, lang, &past->then);
        see_with_old_edges(past, comparison, lang);
    }
    return code;
}

enum exit_code past_beside(struct context *context, const char *word, struct comparison *comparison,
                           struct past_beside *beside) {
    const struct options *options = context->options;
    struct past_source source = past_source_of(word);
    struct last_meeting *meeting = &beside->meeting;
    enum exit_code code = past_make(context, &source, comparison, meeting);
    if (code != EXIT_DONE) {
        return code;
    }
    changes_find(&beside->changes, &meeting->views, options->only, options->with_target);
    beside->report = (struct diff_report){.changes = &beside->changes,
                                          .old = &meeting->old,
                                          .new = &meeting->new,
                                          .old_name = source.word,
                                          .old_day = source.day,
                                          .new_day = options->as_of,
                                          .old_is_json = source.kind == PAST_JSON};
    struct snapshot shown;
    snapshot_take(&shown, &comparison->card, options->lang);
    diff_beside(&beside->report, &shown);
    snapshot_clear(&shown);
    return EXIT_DONE;
}

void past_beside_clear(struct past_beside *beside) {
    diff_beside_clear(&beside->report);
    changes_clear(&beside->changes);
    past_clear(&beside->meeting);
}

bool may_replace(struct context *context, const char *path) {
    bool may = context->options->force || digest_of(path) != DIGEST_CHANGED;
    if (!may) {
        FAIL(context, WORD_CHANGED_SINCE, path);
    }
    return may;
}

void past_clear(struct last_meeting *past) {
    snapshot_clear(&past->old);
    snapshot_clear(&past->new);
    snapshot_clear(&past->then);
    snapshot_clear(&past->new_edges);
    snapshot_clear(&past->then_edges);
}
