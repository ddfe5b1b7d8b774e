/* SPDX-License-Identifier: MIT */
/* What workbooks say, shown. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "findings_words.h"
#include "json_writer.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "printing.h"
#include "take_inside.h"
#include "visible.h"

/* ---- words ---- */

enum said_word {
    SAID_NOTE,        /* {0} goal */
    SAID_TARGET,      /* {0} goal */
    SAID_TARGET_HIGH, /* {0} goal */
    SAID_ESTIMATE,    /* {0} goal */
    SAID_ANSWERED,    /* {0} day {1} of {2} */
    SAID_MISSING,     /* before names */
    SAID_NO_FIGURES,  /* {0} organisation {1} how many goals */
    SAID_OLDER,       /* {0} organisation {1} goal {2} day */
    SAID_COUNT
};

static const char *const said_words[][LANG_COUNT] = {
    [SAID_NOTE] = {"{0}, ghi chú", "{0}, note"},
    [SAID_TARGET] = {"{0}, kế hoạch", "{0}, target"},
    [SAID_TARGET_HIGH] = {"{0}, kế hoạch, cận trên", "{0}, target, high"},
    [SAID_ESTIMATE] = {"{0}, ước cả năm", "{0}, estimate"},
    [SAID_ANSWERED] = {"Số đến ngày {0}: {1}/{2} đơn vị đã trả lời.\n",
                       "Figures up to {0}: {1} of {2} have answered.\n"},
    [SAID_MISSING] = {"Chưa trả lời: ", "Missing: "},
    [SAID_NO_FIGURES] = {"Còn trống: {0}, {1} chỉ tiêu\n", "Left blank: {0}, {1} goals\n"},
    [SAID_OLDER] = {"Số cũ hơn: {0}, {1}: ngày {2}\n", "Older: {0}, {1}: of {2}\n"},
};
static_assert(sizeof said_words / sizeof *said_words == SAID_COUNT, "a word is missing");

static void say(struct buffer *out, enum language lang, enum said_word word, const char *a,
                const char *b, const char *c) {
    message_fill(out, said_words[word][lang], (const char *const[4]){a, b, c}, lang);
}

/* ---- remarks ---- */

static struct finding finding_of(const struct take_remark *remark) {
    struct finding finding = {.code = remark->code, .place = no_place, .related = no_place};
    memcpy(finding.words, remark->words, sizeof finding.words);
    return finding;
}

void take_put_remark(struct buffer *out, const struct take_remark *remark, enum language lang) {
    struct finding finding = finding_of(remark);
    struct buffer hint = {0};
    finding_message_put(out, &finding, lang);
    if (finding_hint_put(&hint, &finding, lang)) {
        buffer_text(out, " ");
        buffer_put(out, hint.text, arrlenu(hint.text));
    }
    buffer_clear(&hint);
}

static void put_visible(struct buffer *out, const struct buffer *words) {
    visible_put(out, words->text, arrlenu(words->text));
}

static void put_remark_line(struct buffer *out, const struct take_remark *remark,
                            enum language lang) {
    struct buffer words = {0};
    buffer_text(&words, remark->workbook);
    if (remark->cell[0] != '\0') {
        buffer_format(&words, " %s!%s", remark->sheet, remark->cell);
    } else if (remark->sheet[0] != '\0') {
        buffer_format(&words, " %s", remark->sheet);
    }
    const struct message *message = message_of(remark->code);
    buffer_format(&words, ": %s[%s]: ", severity_label(message->severity, lang), message->id);
    take_put_remark(&words, remark, lang);
    put_visible(out, &words);
    buffer_text(out, "\n");
    buffer_clear(&words);
}

/* ---- changes ---- */

/* A plain number, yes, no, words or nothing, as people read it. */
static const char *as_read(const struct take_change *change, const char *value, enum language lang,
                           char text[PRINTED_TEXT]) {
    bool note = strcmp(change->key, "note") == 0;
    bool yes = strcmp(value, "yes") == 0;
    if (!note && (yes || strcmp(value, "no") == 0)) {
        return phrase(yes ? PHRASE_YES : PHRASE_NO, lang);
    }
    if (value[0] == '\0') {
        return "–";
    }
    return note ? value : print_number(value, lang, text);
}

static void put_goal(struct buffer *out, const struct take_change *change, const char *name,
                     enum language lang) {
    static const struct {
        const char *key;
        enum said_word word;
    } kinds[] = {{"note", SAID_NOTE},
                 {"target", SAID_TARGET},
                 {"target_high", SAID_TARGET_HIGH},
                 {"estimate", SAID_ESTIMATE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(change->key, kinds[i].key) == 0) {
            say(out, lang, kinds[i].word, name, NULL, NULL);
            return;
        }
    }
    buffer_text(out, name);
}

static const char *file_of(const struct taking *taking, const struct take_change *change) {
    return change->edited >= 0 ? taking->files[change->edited].path
           : change->file >= 0 ? sources_name(taking->sources, change->file)
                               : NULL;
}

static void put_change(struct buffer *out, const struct taking *taking,
                       const struct take_change *change, enum language lang) {
    struct buffer words = {0};
    char old[PRINTED_TEXT];
    char fresh[PRINTED_TEXT];
    const char *file = file_of(taking, change);
    buffer_format(&words, "%s %s!%s  %s ", change->workbook, change->sheet, change->cell,
                  org_name(&taking->book->orgs[change->org], lang));
    put_goal(&words, change, indicator_name(&taking->book->indicators[change->indicator], lang),
             lang);
    buffer_format(&words, ": %s → %s", as_read(change, change->old, lang, old),
                  as_read(change, change->fresh, lang, fresh));
    if (date_known(taking->asked) && date_cmp(change->date, taking->asked) != 0) {
        char day[DATE_TEXT];
        buffer_format(&words, " (%s)", print_date(change->date, lang, day));
    }
    if (file != NULL) {
        buffer_format(&words, "  %s", file);
    }
    if (file != NULL && change->place.line > 0) {
        buffer_format(&words, ":%u", change->place.line);
    }
    put_visible(out, &words);
    buffer_text(out, "\n");
    buffer_clear(&words);
}

/* ---- who has answered ---- */

static void put_late(struct buffer *out, const struct taking *taking,
                     const struct take_answered *answered, enum language lang) {
    const struct book *book = taking->book;
    for (ptrdiff_t i = 0; i < arrlen(answered->late); i++) {
        const struct take_late *late = &answered->late[i];
        const char *name = org_name(&book->orgs[late->org], lang);
        char text[DATE_TEXT];
        char count[16];
        int blank = 0;
        bool first = true;
        for (ptrdiff_t k = 0; k < arrlen(answered->late); k++) {
            bool same = answered->late[k].org == late->org && !date_known(answered->late[k].date);
            blank += same;
            first = first && !(same && k < i);
        }
        if (date_known(late->date)) {
            say(out, lang, SAID_OLDER, name,
                indicator_name(&book->indicators[late->indicator], lang),
                print_date(late->date, lang, text));
        } else if (first) {
            snprintf(count, sizeof count, "%d", blank);
            say(out, lang, SAID_NO_FIGURES, name, count, NULL);
        }
    }
}

static void put_answered(struct buffer *out, const struct taking *taking, enum language lang) {
    struct take_answered answered;
    char counts[2][16];
    char day[DATE_TEXT];
    if (!take_answered(taking, &answered)) {
        return;
    }
    ptrdiff_t missing = arrlen(answered.missing);
    snprintf(counts[0], sizeof counts[0], "%td", arrlen(answered.sent) - missing);
    snprintf(counts[1], sizeof counts[1], "%td", arrlen(answered.sent));
    say(out, lang, SAID_ANSWERED, print_date(answered.asked, lang, day), counts[0], counts[1]);
    for (ptrdiff_t i = 0; i < missing; i++) {
        buffer_text(out, i == 0 ? said_words[SAID_MISSING][lang] : ", ");
        buffer_text(out, org_name(&taking->book->orgs[answered.missing[i]], lang));
        buffer_text(out, i + 1 == missing ? "\n" : "");
    }
    put_late(out, taking, &answered, lang);
    take_answered_clear(&answered);
}

void take_put_text(struct buffer *out, struct buffer *err, const struct taking *taking,
                   enum language lang) {
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        put_change(out, taking, &taking->changes[i], lang);
    }
    put_answered(out, taking, lang);
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        put_remark_line(err, &taking->remarks[i], lang);
    }
}

/* ---- JSON ---- */

static const char *or_none(const char *text) {
    return text != NULL && text[0] != '\0' && strcmp(text, "-") != 0 ? text : NULL;
}

static void put_json_change(struct json *json, const struct taking *taking,
                            const struct take_change *change) {
    char day[DATE_TEXT];
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "workbook", change->workbook);
    json_key_text(json, "sheet", change->sheet);
    json_key_text(json, "cell", change->cell);
    json_key_text(json, "org", taking->book->orgs[change->org].id);
    json_key_text(json, "indicator", taking->book->indicators[change->indicator].id);
    json_key_text(json, "by", or_none(change->by));
    json_key_text(json, "during", or_none(change->during));
    json_key_text(json, "date", date_print(change->date, day));
    json_key_text(json, "key", change->key);
    json_key_text(json, "old", change->old[0] != '\0' ? change->old : NULL);
    json_key_text(json, "new", change->fresh[0] != '\0' ? change->fresh : NULL);
    json_key_text(json, "file", file_of(taking, change));
    json_key(json, "line");
    change->place.line > 0 ? json_int(json, change->place.line) : json_text(json, NULL);
    json_close(json, '}');
}

static void put_json_remark(struct json *json, const struct take_remark *remark,
                            enum language lang) {
    struct finding finding = finding_of(remark);
    const struct message *message = message_of(remark->code);
    struct buffer words = {0};
    struct buffer hint = {0};
    finding_message_put(&words, &finding, lang);
    bool hinted = finding_hint_put(&hint, &finding, lang);
    buffer_put(&words, "", 1);
    buffer_put(&hint, "", 1);
    json_line(json);
    json_open(json, '{');
    json_key_text(json, "code", message->id);
    json_key_text(json, "severity", severity_label(message->severity, LANG_EN));
    json_key_text(json, "workbook", remark->workbook);
    json_key_text(json, "sheet", or_none(remark->sheet));
    json_key_text(json, "cell", or_none(remark->cell));
    json_key_text(json, "message", words.text);
    json_key_text(json, "hint", hinted ? hint.text : NULL);
    json_close(json, '}');
    buffer_clear(&words);
    buffer_clear(&hint);
}

static void put_json_orgs(struct json *json, const struct taking *taking, const char *key,
                          const int32_t *orgs) {
    json_key(json, key);
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(orgs); i++) {
        json_text(json, taking->book->orgs[orgs[i]].id);
    }
    json_close(json, ']');
}

static void put_json_answered(struct json *json, const struct taking *taking) {
    struct take_answered answered;
    char day[DATE_TEXT];
    json_key(json, "answered");
    if (!take_answered(taking, &answered)) {
        json_text(json, NULL);
        return;
    }
    json_open(json, '{');
    json_key_text(json, "as_of", date_print(answered.asked, day));
    json_key_int(json, "sent", arrlen(answered.sent));
    json_key_int(json, "answered", arrlen(answered.sent) - arrlen(answered.missing));
    put_json_orgs(json, taking, "missing", answered.missing);
    json_key(json, "late");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(answered.late); i++) {
        const struct take_late *late = &answered.late[i];
        json_line(json);
        json_open(json, '{');
        json_key_text(json, "org", taking->book->orgs[late->org].id);
        json_key_text(json, "indicator", taking->book->indicators[late->indicator].id);
        json_key_text(json, "date", date_known(late->date) ? date_print(late->date, day) : NULL);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
    take_answered_clear(&answered);
}

void take_put_json(struct buffer *out, const struct taking *taking, enum language lang) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    json_key(&json, "changes");
    json_open(&json, '[');
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        put_json_change(&json, taking, &taking->changes[i]);
    }
    json_close(&json, ']');
    put_json_answered(&json, taking);
    json_key(&json, "findings");
    json_open(&json, '[');
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        put_json_remark(&json, &taking->remarks[i], lang);
    }
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(out, "\n");
}
