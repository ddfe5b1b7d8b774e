/* SPDX-License-Identifier: MIT */
#include "next_year.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json_writer.h"
#include "mem.h"
#include "message.h"
#include "read_bounds.h"
#include "starter.h"
#include "table.h"
#include "visible.h"
#include "words.h"

/* Where the comment of an indicator begins. */
enum { COMMENT_COLUMN = 34 };

/* Comments in the file. */
enum next_word {
    NEXT_HEAD,       /* {0} the year to come {1} the one left behind */
    NEXT_SOURCE,     /* the document, to be filled in */
    NEXT_ACTUALS,    /* head of the file of figures; {0} and {1} as above */
    NEXT_REPORT,     /* where a figure stands, to be filled in */
    NEXT_BASE,       /* {0} year whose base follows */
    NEXT_RESULT,     /* {0} year whose result follows: the next four, as far as known */
    NEXT_TARGET,     /* {0} cell, as in the next three */
    NEXT_ACTUAL,     /* {0} */
    NEXT_ATTAINMENT, /* {0} */
    NEXT_STATUS,     /* {0} */
    NEXT_NO_RESULT,  /* {0} year */
    NEXT_GIVEN,      /* {0} year that has a target already */
    NEXT_WORDS
};

static const char *const words[][LANG_COUNT] = {
    [NEXT_HEAD] = {"# Kế hoạch năm {0}, chép từ năm {1}: sửa số theo văn bản mới, xóa mục"
                   " không giao nữa.\n",
                   "# Targets of {0}, copied from {1}: change the numbers to those of the new"
                   " document, delete what is not assigned any more.\n"},
    [NEXT_SOURCE] = {"# source: \"Kế hoạch số …\"      # văn bản giao: điền rồi bỏ dấu #\n",
                     "# source: \"Kế hoạch số …\"      # the document that assigns them: fill"
                     " it in, take the # away\n"},
    [NEXT_ACTUALS] =
        {"# Thực hiện năm {0}: có báo cáo thì bỏ dấu #, ghi ngày của số liệu, và số sau"
         " dấu hai chấm.\n"
         "# Chưa có số thì bỏ dòng ấy đi, đừng ghi 0. Số năm {1} ở tệp khác.\n",
         "# Actuals of {0}: with a report take the # away, put the day of its figures,"
         " and each behind its colon.\n"
         "# Leave out what is not reported: missing is not 0. {1} is in another"
         " file.\n"},
    [NEXT_REPORT] = {"  #   source: \"Báo cáo …\"\n", "  #   source: \"Báo cáo …\"\n"},
    [NEXT_BASE] = {"    # năm {0} ghi base: ", "    # base in {0}: "},
    [NEXT_RESULT] = {"    # năm {0}: ", "    # {0}: "},
    [NEXT_TARGET] = {"kế hoạch {0}, ", "target {0}, "},
    [NEXT_ACTUAL] = {"thực hiện {0}", "actual {0}"},
    [NEXT_ATTAINMENT] = {" ({0})", " ({0})"},
    [NEXT_STATUS] = {"{0}\n", "{0}\n"},
    [NEXT_NO_RESULT] = {"    # năm {0}: chưa có kết quả\n", "    # {0}: no result yet\n"},
    [NEXT_GIVEN] = {"năm {0} đã có kế hoạch\n", "{0} has a target already\n"},
};
static_assert(sizeof words / sizeof *words == NEXT_WORDS, "words for each");

struct file_writer {
    struct buffer *out;
    const struct next_year *next;
    bool listed; /* several targets of one indicator: a list */
    bool begun;  /* a key of this target has been written */
};

static const struct packed_target *packed_at(const struct next_year *next, int32_t at) {
    return &next->card->book->targets.packed[at];
}

static void say(struct file_writer *w, enum next_word word, const char *first, const char *second) {
    message_fill(w->out, words[word][w->next->lang], (const char *const[4]){first, second},
                 w->next->lang);
}

/* Words about a year. */
static void put_words(struct file_writer *w, enum next_word word, int year) {
    char text[16];
    snprintf(text, sizeof text, "%d", year);
    say(w, word, text, NULL);
}

/* ---- keys and values ---- */

static void put_key(struct file_writer *w, const char *key) {
    const char *indent = !w->listed ? "    " : w->begun ? "      " : "    - ";
    buffer_format(w->out, "%s%s: ", indent, key);
    w->begun = true;
}

static void put_number(struct file_writer *w, struct ratio value) {
    char text[RATIO_TEXT];
    ratio_plain(value, true, NULL, 0, text);
    const char *mark = strchr(text, '.');
    /* check warns of exactly three decimals: 1.250 may mean 1250 */
    bool doubtful = mark != NULL && strlen(mark) == strlen(".123");
    buffer_format(w->out, "%s%s", text, doubtful ? "0" : "");
}

static void put_key_number(struct file_writer *w, const char *key, struct ratio value) {
    put_key(w, key);
    put_number(w, value);
    buffer_text(w->out, "\n");
}

static void put_key_text(struct file_writer *w, const char *key, const char *text) {
    struct json quoted = {.out = w->out}; /* a text of JSON is one of YAML */
    put_key(w, key);
    json_text(&quoted, text);
    buffer_text(w->out, "\n");
}

/* ---- what a target demands ---- */

/* The key by which a file states a bound. */
static const char *bound_key(enum bound_field field) {
    return target_schema.fields[field].key;
}

static void put_grow(struct file_writer *w, const char *key, const struct bounds *bounds) {
    put_key(w, key);
    put_number(w, bounds->grow);
    buffer_text(w->out, "%");
    if (ratio_valid(bounds->base)) {
        put_words(w, NEXT_BASE, w->next->from);
        put_number(w, bounds->base);
    }
    buffer_text(w->out, "\n");
}

static void put_within(struct file_writer *w, const char *key, const struct bounds *bounds) {
    put_key(w, key);
    buffer_text(w->out, "[");
    put_number(w, bounds->low);
    buffer_text(w->out, ", ");
    put_number(w, bounds->high);
    buffer_text(w->out, "]\n");
}

/* As it was written: 5% of a number that next year is another one, or a quantity. */
static void put_tolerance(struct file_writer *w, const struct bounds *bounds) {
    if (!target_has(bounds->kind, HAS_TOLERANCE) || ratio_sign(bounds->tolerance) == 0) {
        return;
    }
    if (!bounds->relative) {
        put_key_number(w, bound_key(BOUND_TOLERANCE), bounds->tolerance);
        return;
    }
    struct ratio percent = ratio_div(ratio_mul(bounds->tolerance, ratio_int(100)), bounds->low);
    put_key(w, bound_key(BOUND_TOLERANCE));
    put_number(w, ratio_sign(percent) < 0 ? ratio_sub(ratio_int(0), percent) : percent);
    buffer_text(w->out, "%\n");
}

static void put_bounds(struct file_writer *w, const struct bounds *bounds) {
    const char *key = bound_key(bounds_head(bounds->kind));
    switch (bounds->kind) {
    case TARGET_AT_LEAST:
    case TARGET_MORE_THAN:
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
    case TARGET_EXACTLY:
    case TARGET_ABOUT:
        put_key_number(w, key, target_has(bounds->kind, HAS_LOW) ? bounds->low : bounds->high);
        put_tolerance(w, bounds);
        return;
    case TARGET_RANGE:
        put_key_number(w, key, bounds->low);
        put_key_number(w, bound_key(BOUND_TO), bounds->high);
        return;
    case TARGET_WITHIN:
        put_within(w, key, bounds);
        return;
    case TARGET_GROW:
        put_grow(w, key, bounds);
        return;
    case TARGET_DONE:
        put_key(w, key);
        buffer_text(w->out, "true\n");
        return;
    case TARGET_KIND_COUNT:
        return;
    }
}

/* ---- what goes with it ---- */

/* The same day, as many years later as next year is. */
static const char *moved(const struct file_writer *w, struct date date, char text[DATE_TEXT]) {
    return date_print(date_add_months(date, 12 * (w->next->year - w->next->from)), text);
}

/* 2024-H2 to 2025-H2. */
static void put_during(struct file_writer *w, const struct target *target) {
    if (target->during_text == NULL) {
        return;
    }
    const char *text = target->during_text;
    long year = strtol(text, NULL, 10) + w->next->year - w->next->from;
    put_key(w, "during");
    buffer_format(w->out, "%ld%s\n", year, text + strcspn(text, "-"));
}

static void put_milestones(struct file_writer *w, const struct target *target) {
    char text[DATE_TEXT];
    if (arrlen(target->milestones) == 0) {
        return;
    }
    put_key(w, "milestones");
    for (ptrdiff_t i = 0; i < arrlen(target->milestones); i++) {
        buffer_format(w->out, "%s%s: ", i > 0 ? ", " : "{",
                      moved(w, target->milestones[i].date, text));
        put_number(w, target->milestones[i].percent);
        buffer_text(w->out, "%");
    }
    buffer_text(w->out, "}\n");
}

static bool same_text(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* True when only the day on which it was set tells a target from another one: that day is then
 * copied. Else it is left out, as it lies in the year that ends. */
static bool has_twin(const struct next_year *next, int32_t at) {
    const struct targets *targets = &next->card->book->targets;
    struct target target = targets_get(targets, at);
    for (int32_t i = 0; i < (int32_t)targets_count(targets); i++) {
        const struct packed_target *like = &targets->packed[i];
        if (i == at || like->org != target.org || (int)like->year != target.year ||
            like->indicator != target.indicator || like->each_member != target.each_member) {
            continue;
        }
        struct target other = targets_get(targets, i);
        if (date_cmp(other.during.first, target.during.first) == 0 &&
            date_cmp(other.during.last, target.during.last) == 0 &&
            same_text(other.by, target.by)) {
            return true;
        }
    }
    return false;
}

static void put_date(struct file_writer *w, const struct target *target, int32_t at) {
    char text[DATE_TEXT];
    if (date_known(target->date) && has_twin(w->next, at)) {
        put_key(w, "date");
        buffer_format(w->out, "%s\n", moved(w, target->date, text));
    }
}

static void put_target(struct file_writer *w, int32_t at) {
    const struct target held = targets_get(&w->next->card->book->targets, at);
    const struct target *target = &held;
    bool revised = arrlen(target->revised) > 0;
    w->begun = false;
    put_bounds(w, revised ? &arrlast(target->revised).bounds : &target->bounds);
    if (target->by != NULL) {
        put_key_text(w, "by", target->by);
    }
    put_date(w, target, at);
    put_during(w, target);
    put_milestones(w, target);
    if (target->pace != PACE_DEFAULT && target->pace != PACE_MILESTONES) {
        put_key(w, "pace");
        buffer_format(w->out, "%s\n", pace_key(target->pace));
    }
}

/* ---- this year's result ---- */

/* The row of a target, or -1: one set after the last day reported has none. */
static int row_of(const struct next_year *next, int32_t target) {
    const struct row *rows = next->card->rows;
    for (ptrdiff_t i = 0; i < arrlen(rows); i++) {
        if (rows[i].has_target && rows[i].target == target && rows[i].org == next->org) {
            return (int)i;
        }
    }
    return -1;
}

/* One cell as a comment; false when it says nothing. */
static bool put_cell(struct file_writer *w, int row, enum column_id column, enum next_word word) {
    struct cell cell;
    table_cell(w->next->card, row, column, w->next->lang, &cell);
    const char *text = cell.text;
    if (column == COLUMN_STATUS) { /* the word, without its symbol */
        text += strcspn(text, " ");
        text += strspn(text, " ");
    }
    if (text[0] == '\0' || (column == COLUMN_ATTAINMENT && cell.kind != CELL_PERCENT)) {
        return false;
    }
    say(w, word, text, NULL);
    return true;
}

static void put_result(struct file_writer *w, int32_t target) {
    int row = row_of(w->next, target);
    if (row < 0) {
        put_words(w, NEXT_NO_RESULT, w->next->from);
        return;
    }
    put_words(w, NEXT_RESULT, w->next->from);
    put_cell(w, row, COLUMN_TARGET, NEXT_TARGET);
    if (w->next->card->rows[row].has_actual && put_cell(w, row, COLUMN_ACTUAL, NEXT_ACTUAL)) {
        put_cell(w, row, COLUMN_ATTAINMENT, NEXT_ATTAINMENT);
        buffer_text(w->out, ", ");
    }
    put_cell(w, row, COLUMN_STATUS, NEXT_STATUS);
}

/* ---- indicators ---- */

/* Next year's targets that are there already: to give them again would be an error. */
static bool given_already(const struct next_year *next, const struct packed_target *like) {
    const struct targets *targets = &next->card->book->targets;
    for (size_t i = 0; i < targets_count(targets); i++) {
        const struct packed_target *t = &targets->packed[i];
        if (t->org == next->org && (int)t->year == next->year && t->indicator == like->indicator &&
            t->each_member == like->each_member) {
            return true;
        }
    }
    return false;
}

/* The key, and what it means as a comment. */
static void put_heading(struct file_writer *w, const struct indicator *indicator) {
    size_t width = strlen(indicator->id) + strlen("  :");
    buffer_format(w->out, "  %s:", indicator->id);
    buffer_fill(w->out, ' ', width + 1 < COMMENT_COLUMN ? COMMENT_COLUMN - width : 1);
    buffer_text(w->out, "# ");
    visible_text(w->out, indicator->name);
    if (indicator->unit.text[0] != '\0') {
        buffer_text(w->out, " (");
        visible_text(w->out, indicator->unit.text);
        buffer_text(w->out, ")");
    }
    buffer_text(w->out, "\n");
}

/* All targets of the indicator of mine[first]; those of one indicator count as one entry. */
static void put_entry(struct file_writer *w, const int32_t mine[], ptrdiff_t n, ptrdiff_t first) {
    const struct packed_target *like = packed_at(w->next, mine[first]);
    const struct indicator *indicator = &w->next->card->book->indicators[like->indicator];
    if (given_already(w->next, like)) {
        buffer_format(w->out, "  # %s: ", indicator->id);
        put_words(w, NEXT_GIVEN, w->next->year);
        return;
    }
    int same = 0;
    for (ptrdiff_t i = first; i < n; i++) {
        same += packed_at(w->next, mine[i])->indicator == like->indicator;
    }
    w->listed = same > 1;
    put_heading(w, indicator);
    for (ptrdiff_t i = first; i < n; i++) {
        if (packed_at(w->next, mine[i])->indicator == like->indicator) {
            put_result(w, mine[i]);
            put_target(w, mine[i]);
        }
    }
}

static bool is_first(const struct next_year *next, const int32_t mine[], ptrdiff_t at) {
    for (ptrdiff_t i = 0; i < at; i++) {
        if (packed_at(next, mine[i])->indicator == packed_at(next, mine[at])->indicator) {
            return false;
        }
    }
    return true;
}

/* One section; mine: the targets in it. */
static void put_section(struct file_writer *w, const char *key, const int32_t mine[]) {
    if (arrlen(mine) == 0) {
        return;
    }
    buffer_format(w->out, "\n%s:\n", key);
    for (ptrdiff_t i = 0; i < arrlen(mine); i++) {
        if (is_first(w->next, mine, i)) {
            put_entry(w, mine, arrlen(mine), i);
        }
    }
}

/* ---- the file ---- */

/* The organisation's targets of the year, assigned to itself or to its members. */
static int32_t *targets_of(const struct next_year *next, bool each_member) {
    const struct targets *targets = &next->card->book->targets;
    int32_t *mine = NULL;
    for (size_t i = 0; i < targets_count(targets); i++) {
        const struct packed_target *t = &targets->packed[i];
        if (t->org == next->org && (int)t->year == next->from && t->each_member == each_member) {
            arrput(mine, (int32_t)i);
        }
    }
    return mine;
}

/* Repeats the year's first and last day where it is not the calendar's. */
static void put_window(struct file_writer *w) {
    const struct next_year *next = w->next;
    const struct org_year *years = next->card->book->org_years;
    const struct org_year *found = NULL;
    for (ptrdiff_t i = 0; i < arrlen(years); i++) {
        if (years[i].org == next->org && years[i].year == next->year) {
            return;
        }
        found = years[i].org == next->org && years[i].year == next->from ? &years[i] : found;
    }
    if (found != NULL) {
        char first[DATE_TEXT];
        char last[DATE_TEXT];
        buffer_format(w->out, "year_window: {from: %s, to: %s}\n",
                      moved(w, found->window.first, first), moved(w, found->window.last, last));
    }
}

static void put_head(struct file_writer *w, enum next_word head) {
    const struct next_year *next = w->next;
    buffer_text(w->out, next->has_schema ? STARTER_SCHEMA_LINE : "");
    char year[16];
    char from[16];
    snprintf(year, sizeof year, "%d", next->year);
    snprintf(from, sizeof from, "%d", next->from);
    say(w, head, year, from);
    buffer_format(w->out, "org: %s\nyear: %d\n", next->card->book->orgs[next->org].id, next->year);
}

bool next_year_put(struct buffer *out, const struct next_year *next) {
    struct file_writer w = {.out = out, .next = next};
    int32_t *own = targets_of(next, false);
    int32_t *members = targets_of(next, true);
    bool any = arrlen(own) + arrlen(members) > 0;
    if (any) {
        put_head(&w, NEXT_HEAD);
        put_window(&w);
        say(&w, NEXT_SOURCE, NULL, NULL);
        put_section(&w, "targets", own);
        put_section(&w, "each_member", members);
    }
    arrfree(own);
    arrfree(members);
    return any;
}

/* The entry of a first report, all of it a comment: nothing is known yet. */
void next_year_put_actuals(struct buffer *out, const struct next_year *next) {
    struct file_writer w = {.out = out, .next = next};
    int32_t *own = targets_of(next, false);
    put_head(&w, NEXT_ACTUALS);
    buffer_format(out, "\nactuals:\n  # - as_of: %d-03-31\n", next->year);
    say(&w, NEXT_REPORT, NULL, NULL);
    buffer_text(out, "  #   values:\n");
    for (ptrdiff_t i = 0; i < arrlen(own); i++) {
        if (is_first(next, own, i)) {
            buffer_text(out, "  #   ");
            put_heading(&w, &next->card->book->indicators[packed_at(next, own[i])->indicator]);
        }
    }
    arrfree(own);
}
