/* SPDX-License-Identifier: MIT */
/* A form for each organisation, and the list of who got which. */
#include "form.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cannot_write.h"
#include "command.h"
#include "comparison.h"
#include "folder.h"
#include "label.h"
#include "mem.h"

static bool ends_with(const char *text, const char *ending) {
    size_t n = strlen(text);
    size_t m = strlen(ending);
    return n >= m && strcmp(text + n - m, ending) == 0;
}

/* Who gets a form: whoever has goals that are not made of members'. An stb_ds array. */
static int32_t *receivers(const struct comparison *comparison, const struct options *options) {
    const struct scorecard *card = &comparison->card;
    int32_t *orgs = NULL;
    for (int32_t i = 0; i < (int32_t)arrlen(card->book->orgs); i++) {
        bool group = arrlen(card->book->orgs[i].members) > 0 && arrlen(options->orgs) != 1;
        if (!group && form_goals(card, i) > 0) {
            arrput(orgs, i);
        }
    }
    return orgs;
}

static enum exit_code write_one(struct context *context, const struct form_issue *issue,
                                const char *path) {
    struct write_failure failure = {.step = WRITE_OK};
    char number[FORM_NUMBER];
    if (!write_form(path, issue, &failure)) {
        return say_cannot_write(context, path, &failure);
    }
    buffer_format(context->out, "%s\t%s\t%s\n", path,
                  org_name(&issue->card->book->orgs[issue->org], context->options->lang),
                  form_number(issue, number));
    return EXIT_DONE;
}

/* One for each into a folder, or the only one into a file. */
static enum exit_code write_all(struct context *context, struct form_issue *issue,
                                const int32_t *orgs, const char *where) {
    bool file = ends_with(where, ".xlsx");
    enum exit_code code = EXIT_DONE;
    if (file && arrlen(orgs) > 1) {
        FAIL(context, WORD_FORM_FOLDER, where);
        return EXIT_USAGE;
    }
    if (!file && !folder_make(where, NULL)) {
        FAIL(context, WORD_CANNOT_MAKE, where, words_errno(context->options->lang, errno));
        return EXIT_IO;
    }
    for (ptrdiff_t i = 0; i < arrlen(orgs) && code == EXIT_DONE; i++) {
        struct buffer path = {0};
        char day[DATE_TEXT];
        issue->org = orgs[i];
        if (file) {
            buffer_text(&path, where);
        } else {
            buffer_format(&path, "%s/%s-%s.xlsx", where, issue->card->book->orgs[orgs[i]].id,
                          date_print(issue->as_of, day));
        }
        buffer_put(&path, "", 1);
        code = write_one(context, issue, path.text);
        buffer_clear(&path);
    }
    return code;
}

static enum exit_code issue_all(struct context *context, const struct comparison *comparison) {
    const struct options *options = context->options;
    int32_t *orgs = receivers(comparison, options);
    struct buffer sent = {0};
    for (ptrdiff_t i = 0; i < arrlen(orgs); i++) {
        buffer_format(&sent, "%s%s", i > 0 ? "," : "", comparison->card.book->orgs[orgs[i]].id);
    }
    buffer_put(&sent, "", 1);
    struct form_issue issue = {.card = &comparison->card,
                               .as_of = options->as_of,
                               .estimate = options->estimate,
                               .sent = sent.text,
                               .lang = options->lang};
    enum exit_code code = EXIT_DONE;
    if (arrlen(orgs) == 0) {
        FAIL(context, WORD_FORM_NOBODY, NULL);
        code = EXIT_USAGE;
    } else {
        code =
            write_all(context, &issue, orgs, options->output != NULL ? options->output : "forms");
    }
    buffer_clear(&sent);
    arrfree(orgs);
    return code;
}

enum exit_code form_run(struct context *context) {
    struct comparison comparison = {0};
    if (!date_known(context->options->as_of)) {
        FAIL(context, WORD_FORM_DAY, NULL);
        return EXIT_USAGE;
    }
    enum exit_code code =
        comparison_make(context, true, (struct demand){.rows = true}, &comparison);
    if (code == EXIT_DONE) {
        code = issue_all(context, &comparison);
    }
    comparison_clear(&comparison);
    return code;
}
