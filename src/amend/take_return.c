/* SPDX-License-Identifier: MIT */
/* Forms given back: what came, wrong cells marked and explained. */
#include <errno.h>
#include <string.h>

#include "form.h"
#include "mem.h"
#include "system.h"
#include "take_inside.h"

static bool is_of(const struct take_remark *remark, const struct take_form *form) {
    return strcmp(remark->workbook, form->workbook) == 0 && strcmp(remark->sheet, form->sheet) == 0;
}

/* Something in it has to be mended by whoever filled it in. */
static bool is_wrong(const struct taking *taking, const struct take_form *form) {
    bool wrong = false;
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks) && !wrong; i++) {
        const struct take_remark *remark = &taking->remarks[i];
        const struct message *message = message_of(remark->code);
        wrong = is_of(remark, form) && (message->severity == SEVERITY_ERROR || message->confirm);
    }
    return wrong && !form->refused && form->org != NONE;
}

static const char *words_of(struct taking *taking, const struct take_remark *remark, bool placed,
                            enum language lang) {
    struct buffer words = {0};
    if (!placed && remark->cell[0] != '\0') {
        buffer_format(&words, "%s: ", remark->cell);
    }
    take_put_remark(&words, remark, lang);
    const char *text = pool_text(&taking->pool, words.text, arrlenu(words.text));
    buffer_clear(&words);
    return text;
}

/* A figure that cannot be taken as it stands, though nothing is wrong with it alone: it is to be
 * typed once more by somebody who has read why. */
static bool is_to_be_decided(const struct take_remark *remark) {
    return remark->code == MSG_CELL_CONFLICT || remark->code == MSG_CELL_TWO_FIGURES;
}

/* What came, each with what is wrong with it; remarks that belong to no cell go to *lines. */
static struct form_answer *answers_of(struct taking *taking, const struct take_form *form,
                                      enum language lang, const char ***lines) {
    struct form_answer *answers = NULL;
    for (ptrdiff_t i = 0; i < arrlen(form->answers); i++) {
        const struct take_answer *from = &form->answers[i];
        struct form_answer answer = {from->indicator, from->key,    from->text,
                                     from->day,       from->number, NULL};
        arrput(answers, answer);
    }
    for (ptrdiff_t k = 0; k < arrlen(taking->remarks); k++) {
        const struct take_remark *remark = &taking->remarks[k];
        bool placed = false;
        for (ptrdiff_t i = 0; is_of(remark, form) && i < arrlen(form->answers); i++) {
            if (remark->cell[0] != '\0' && strcmp(form->answers[i].cell, remark->cell) == 0) {
                answers[i].wrong = words_of(taking, remark, true, lang);
                answers[i].text = is_to_be_decided(remark) ? "" : answers[i].text;
                answers[i].number = answers[i].number && !is_to_be_decided(remark);
                placed = true;
            }
        }
        if (is_of(remark, form) && !placed) {
            arrput(*lines, words_of(taking, remark, false, lang));
        }
    }
    return answers;
}

/* FOLDER/ORG-DAY.xlsx, as a form is called when it is issued. */
static const char *path_in(struct taking *taking, const char *folder,
                           const struct take_form *form) {
    struct buffer path = {0};
    char day[DATE_TEXT];
    buffer_format(&path, "%s/%s-%s.xlsx", folder, taking->book->orgs[form->org].id,
                  date_print(form->as_of, day));
    const char *text = pool_text(&taking->pool, path.text, arrlenu(path.text));
    buffer_clear(&path);
    return text;
}

/* It would be written over a workbook that came. */
static bool is_given(const struct taking *taking, const char *path) {
    struct file_status target;
    struct file_status book;
    bool given = false;
    if (!system_status(path, &target)) {
        return false;
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->books) && !given; i++) {
        given = strcmp(taking->books[i].path, path) == 0 ||
                (target.identity.number != 0 && system_status(taking->books[i].path, &book) &&
                 book.identity.number == target.identity.number &&
                 book.identity.device == target.identity.device);
    }
    return given;
}

static bool has_estimate(const struct take_form *form) {
    bool estimate = form->estimate;
    for (ptrdiff_t i = 0; i < arrlen(form->answers); i++) {
        estimate = estimate || (strcmp(form->answers[i].key, "estimate") == 0 &&
                                form->answers[i].text[0] != '\0');
    }
    return estimate;
}

static bool write_one(struct taking *taking, const struct take_form *form, const char *path,
                      const struct scorecard *card, enum language lang,
                      struct write_failure *failure) {
    const char **lines = NULL;
    struct form_answer *answers = answers_of(taking, form, lang, &lines);
    struct form_issue issue = {.card = card,
                               .org = form->org,
                               .as_of = form->as_of,
                               .estimate = has_estimate(form),
                               .sent = form->sent,
                               .lang = lang,
                               .answers = answers,
                               .answers_count = arrlenu(answers),
                               .returned = true,
                               .lines = lines,
                               .lines_count = arrlenu(lines)};
    bool good = write_form(path, &issue, failure);
    arrfree(answers);
    arrfree(lines);
    return good;
}

bool take_return(struct taking *taking, const char *folder, const struct scorecard *card,
                 enum language lang, const char ***written, struct write_failure *failure,
                 const char **failed) {
    for (ptrdiff_t i = 0; i < arrlen(taking->forms); i++) {
        const struct take_form *form = &taking->forms[i];
        if (!is_wrong(taking, form) || form_goals(card, form->org) == 0) {
            continue;
        }
        const char *path = path_in(taking, folder, form);
        *failed = path;
        if (is_given(taking, path)) {
            return safe_file_failed(failure, WRITE_TEMPORARY, EEXIST, NULL);
        }
        if (!write_one(taking, form, path, card, lang, failure)) {
            return false;
        }
        arrput(*written, path);
    }
    return true;
}
