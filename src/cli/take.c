/* SPDX-License-Identifier: MIT */
/* Figures that come back in workbooks: shown, or written into the files. */
#include "take.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "findings_words.h"
#include "json_writer.h"
#include "label.h"
#include "load.h"
#include "mem.h"
#include "phrase.h"
#include "printing.h"
#include "write_texts.h"

static bool is_workbook(const char *path) {
    size_t n = strlen(path);
    return n > 5 && strcmp(path + n - 5, ".xlsx") == 0;
}

static void put_remark(struct buffer *out, const struct take_remark *remark, enum language lang) {
    static const enum word sentences[] = {
        [TAKE_NO_FILE] = WORD_TAKE_NO_FILE,
        [TAKE_NO_XLSX] = WORD_TAKE_NO_XLSX,
        [TAKE_OLD_OFFICE] = WORD_TAKE_OLD_OFFICE,
        [TAKE_UNREADABLE] = WORD_TAKE_UNREADABLE,
        [TAKE_FOREIGN] = WORD_TAKE_FOREIGN,
        [TAKE_OTHER_BOOK] = WORD_TAKE_OTHER_BOOK,
        [TAKE_SORTED_APART] = WORD_TAKE_SORTED_APART,
        [TAKE_KEY_TWICE] = WORD_TAKE_KEY_TWICE,
        [TAKE_MERGED] = WORD_TAKE_MERGED,
        [TAKE_ERROR_VALUE] = WORD_TAKE_ERROR_VALUE,
        [TAKE_TWO_READINGS] = WORD_TAKE_TWO_READINGS,
        [TAKE_NO_FIGURE] = WORD_TAKE_NO_FIGURE,
        [TAKE_NO_DAY] = WORD_TAKE_NO_DAY,
        [TAKE_FRACTION] = WORD_TAKE_FRACTION,
        [TAKE_CONFLICT] = WORD_TAKE_CONFLICT,
        [TAKE_REFUSED] = WORD_NONE,
        [TAKE_NO_EDIT] = WORD_TAKE_NO_EDIT,
        [TAKE_LEFT_ALONE] = WORD_TAKE_LEFT_ALONE,
    };
    static_assert(sizeof sentences / sizeof *sentences == TAKE_PROBLEM_COUNT, "one for each");
    if (remark->problem == TAKE_REFUSED) {
        message_fill(out, message_of(remark->code)->text[lang], remark->words, lang);
    } else {
        const char *first =
            remark->problem == TAKE_NO_FILE ? words_errno(lang, remark->system) : remark->words[0];
        SAY(out, lang, sentences[remark->problem], first, remark->words[1], remark->words[2]);
    }
}

/* A plain number, yes, no or nothing, as people read it. */
static const char *as_read(const char *value, enum language lang, char text[PRINTED_TEXT]) {
    bool yes = strcmp(value, "yes") == 0;
    if (yes || strcmp(value, "no") == 0) {
        return phrase(yes ? PHRASE_YES : PHRASE_NO, lang);
    }
    return value[0] != '\0' ? print_number(value, lang, text) : "–";
}

static void put_text(struct context *context, const struct taking *taking) {
    enum language lang = context->options->lang;
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *change = &taking->changes[i];
        const char *file = change->file >= 0 ? sources_name(taking->sources, change->file) : "";
        char old[PRINTED_TEXT];
        char fresh[PRINTED_TEXT];
        buffer_format(context->out, "%s %s!%s  %s %s: %s → %s", change->workbook, change->sheet,
                      change->cell, org_name(&taking->book->orgs[change->org], lang),
                      indicator_name(&taking->book->indicators[change->indicator], lang),
                      as_read(change->old, lang, old), as_read(change->fresh, lang, fresh));
        if (file[0] != '\0' && change->place.line > 0) {
            buffer_format(context->out, "  %s:%u", file, change->place.line);
        } else if (file[0] != '\0') {
            buffer_format(context->out, "  %s", file);
        }
        buffer_text(context->out, "\n");
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        const struct take_remark *remark = &taking->remarks[i];
        buffer_format(context->err, "%s", remark->workbook);
        if (remark->cell[0] != '\0') {
            buffer_format(context->err, " %s!%s", remark->sheet, remark->cell);
        }
        buffer_text(context->err, ": ");
        put_remark(context->err, remark, lang);
        buffer_text(context->err, "\n");
    }
}

static void put_json(struct context *context, const struct taking *taking) {
    struct json json = {.out = context->out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    take_put_changes(&json, taking);
    json_key(&json, "findings");
    json_open(&json, '[');
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        const struct take_remark *remark = &taking->remarks[i];
        struct buffer words = {0};
        put_remark(&words, remark, context->options->lang);
        buffer_put(&words, "", 1);
        json_line(&json);
        json_open(&json, '{');
        json_key_text(&json, "code",
                      remark->problem == TAKE_REFUSED ? message_of(remark->code)->id : NULL);
        bool left = remark->problem == TAKE_LEFT_ALONE;
        json_key_text(&json, "severity", left ? "warning" : "error");
        json_key_text(&json, "workbook", remark->workbook);
        json_key_text(&json, "sheet", remark->sheet[0] != '\0' ? remark->sheet : NULL);
        json_key_text(&json, "cell", remark->cell[0] != '\0' ? remark->cell : NULL);
        json_key_text(&json, "message", words.text);
        json_close(&json, '}');
        buffer_clear(&words);
    }
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(context->out, "\n");
}

/* A file that is not there is no finding. */
static enum exit_code failure_of(const struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        if (taking->remarks[i].problem == TAKE_NO_FILE) {
            return EXIT_IO;
        }
    }
    return EXIT_FINDINGS;
}

/* What a workbook says, made, shown and perhaps written. */
static enum exit_code take(struct context *context, const struct loaded *loaded,
                           const struct sources *texts, const char *const *workbooks) {
    struct taking taking = {.book = &loaded->book, .sources = texts};
    char count[24];
    enum exit_code code = EXIT_DONE;
    for (ptrdiff_t i = 0; i < arrlen(workbooks); i++) {
        take_workbook(&taking, workbooks[i]);
    }
    take_make(&taking);
    bool failed = take_failed(&taking);
    if (failed) {
        code = failure_of(&taking);
    } else if (context->options->write && arrlen(taking.files) > 0) {
        struct text_file *files = take_files(&taking);
        code = write_texts(context, files, arrlenu(files));
        arrfree(files);
    }
    if (failed || code != EXIT_IO) {
        context->options->format == FORMAT_JSON ? put_json(context, &taking)
                                                : put_text(context, &taking);
        snprintf(count, sizeof count, "%td", arrlen(taking.changes));
        SAY(context->err, context->options->lang,
            failed                        ? WORD_TAKE_STOPPED
            : arrlen(taking.changes) == 0 ? WORD_TAKE_NOTHING
            : context->options->write     ? WORD_TAKE_WRITTEN
                                          : WORD_TAKE_COULD,
            count);
    }
    take_clear(&taking);
    return code;
}

enum exit_code take_run(struct context *context) {
    struct options options = *context->options;
    struct context inner = *context;
    const char **workbooks = NULL;
    struct loaded loaded;
    struct loaded texts;
    options.paths = NULL;
    inner.options = &options;
    for (ptrdiff_t i = 0; i < arrlen(context->options->paths); i++) {
        const char *path = context->options->paths[i];
        if (is_workbook(path)) {
            arrput(workbooks, path);
        } else {
            arrput(options.paths, path);
        }
    }
    if (arrlen(workbooks) == 0) {
        FAIL(context, WORD_TAKE_WHAT, NULL);
        arrfree(options.paths);
        return EXIT_USAGE;
    }
    enum exit_code code = load(&inner, &loaded);
    if (code == EXIT_DONE && loaded_has_errors(&loaded)) {
        char count[24];
        snprintf(count, sizeof count, "%zu", findings_count(&loaded.findings, SEVERITY_ERROR));
        FAIL(context, WORD_STOPPED, count);
        code = EXIT_FINDINGS;
    }
    if (code == EXIT_DONE) {
        code = load_files(&inner, &texts); /* reading the book has let its texts go */
        code = code == EXIT_DONE ? take(&inner, &loaded, &texts.sources, workbooks) : code;
        loaded_clear(&texts);
    }
    loaded_clear(&loaded);
    arrfree(options.paths);
    arrfree(workbooks);
    return code;
}
