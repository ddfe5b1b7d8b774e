/* SPDX-License-Identifier: MIT */
/*
 * Writes CSV: one line for each row, the JSON's keys flattened, exact numbers with a `.`. It does
 * not depend on the language, so that a spreadsheet's import can be set up once.
 */
#include <assert.h>
#include <string.h>

#include "label.h"
#include "long_form.h"
#include "mem.h"
#include "row_fields.h"
#include "visible.h"
#include "words.h"

/* Bytes that hold all of a line but the texts from files: numbers, dates, keys, commas. */
enum { LINE_ROOM = 16384, LINE_MOSTLY = 768, NUMBERS_BESIDE = 16, REASON = 64 };
static_assert((ROW_FIELD_COUNT + NUMBERS_BESIDE) * (RATIO_TEXT + REASON) < LINE_ROOM,
              "a line fits");

/* The file that a column named last, and its name made visible: mostly the next row names it too.
 */
struct file_shown {
    int32_t file;
    struct buffer name; /* terminated; empty: no file yet */
};

/* Lines being written: every field with a comma after it. LINE_ROOM bytes are free at the start of
 * each line, so that only texts from files need make_room(). */
struct csv_line {
    struct buffer *out;
    char *at;   /* where the next byte goes */
    char *past; /* the end of the room */
    struct file_shown target_file;
    struct file_shown actual_file;
};

static void make_room(struct csv_line *line, size_t n) {
    if ((size_t)(line->past - line->at) < n + LINE_ROOM) {
        size_t room;
        buffer_end(line->out, line->at);
        line->at = buffer_room(line->out, n + LINE_ROOM, &room);
        line->past = line->at + room;
    }
}

static struct csv_line begin_lines(struct buffer *out, size_t lines) {
    size_t room;
    struct csv_line line = {.out = out};
    line.at = buffer_room(out, LINE_ROOM + lines * LINE_MOSTLY, &room);
    line.past = line.at + room;
    return line;
}

static void end_lines(struct csv_line *line) {
    buffer_end(line->out, line->at);
    buffer_clear(&line->target_file.name);
    buffer_clear(&line->actual_file.name);
}

static void put(struct csv_line *line, const char *bytes, size_t n) {
    memcpy(line->at, bytes, n);
    line->at += n;
}

static void put_char(struct csv_line *line, char c) {
    *line->at++ = c;
}

static void put_word(struct csv_line *line, const char *text) {
    put(line, text, strlen(text));
}

static void put_nothing(struct csv_line *line, size_t fields) {
    memset(line->at, ',', fields);
    line->at += fields;
}

/* Ends a line; the comma after its last field is overwritten. */
static void end_line(struct csv_line *line) {
    line->at--;
    put(line, "\r\n", 2);
    make_room(line, 0);
}

/* A number, date or key: never needs quoting. */
static void put_plain(struct csv_line *line, const char *text) {
    if (text != NULL && text[0] != '?') {
        put_word(line, text);
    }
    put_char(line, ',');
}

/* Years, lines, members: never below 0. */
static void put_count(struct csv_line *line, bool known, int count) {
    char digits[16];
    size_t n = sizeof digits;
    do {
        digits[--n] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    put(line, digits + n, known ? sizeof digits - n : 0);
    put_char(line, ',');
}

static void put_flag(struct csv_line *line, bool flag) {
    put_plain(line, flag ? "true" : "false");
}

static bool begins_formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

static void put_quoted(struct csv_line *line, const char *text) {
    put_char(line, '"');
    if (begins_formula(text[0])) {
        put_char(line, '\'');
    }
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        put(line, text, (size_t)(quote + 1 - text));
        put_char(line, '"');
    }
    put_word(line, text);
    put_char(line, '"');
}

/* A text from a file: quoted where RFC 4180 wants it, and marked so that a spreadsheet does not run
 * it as a formula. */
static void put_text(struct csv_line *line, const char *text) {
    if (text == NULL || text[0] == '\0') {
        put_char(line, ',');
        return;
    }
    size_t n = strlen(text);
    make_room(line, 2 * n); /* all of them quotes; the three bytes more are of the line's room */
    if (strcspn(text, ",\"\r\n") < n) {
        put_quoted(line, text);
    } else {
        if (begins_formula(text[0])) {
            put_char(line, '\'');
        }
        put(line, text, n);
    }
    put_char(line, ',');
}

/* The file and line of a place. Control characters in the name are made visible, as the table may
 * be printed on a terminal. */
static void put_place(struct csv_line *line, struct place place, const struct sources *sources,
                      struct file_shown *shown) {
    if (arrlen(shown->name.text) == 0 || shown->file != place.file) {
        buffer_clear(&shown->name);
        visible_text(&shown->name, sources_name(sources, place.file));
        buffer_put(&shown->name, "", 1);
        shown->file = place.file;
    }
    put_text(line, shown->name.text);
    put_count(line, place.line > 0, (int)place.line);
}

static const char identity_header[] =
    "org,org_name,indicator,name,unit,kind,better,part_of,year,as_of";

static void put_identity(struct csv_line *line, const struct scorecard *card,
                         const struct row *row) {
    char date[DATE_TEXT];
    const struct book *book = card->book;
    const struct indicator *indicator = &book->indicators[row->indicator];
    put_text(line, book->orgs[row->org].id);
    put_text(line, org_name(&book->orgs[row->org], LANG_VI));
    put_text(line, indicator->id);
    put_text(line, indicator_name(indicator, LANG_VI));
    put_text(line, indicator->unit.text);
    put_plain(line, indicator_kind_key(indicator->kind));
    put_plain(line, better_key(indicator->better));
    put_text(line, indicator->part_of == NONE ? NULL : book->indicators[indicator->part_of].id);
    put_count(line, true, row->year);
    put_plain(line, plain_date(row->as_of, date));
}

static const char target_header[] =
    ",target_kind,target_low,target_high,target_by,target_during,target_grow_pct,target_base,"
    "target_revised_on,target_original_low,target_original_high,target_file,target_line,"
    "target_source,target_quote,target_tolerance,target_each_member,target_assigned_by_org";
enum { TARGET_FIELDS = 17 };

static void put_original(struct csv_line *line, const struct row *row,
                         const struct target_fields *fields) {
    char date[DATE_TEXT];
    char text[RATIO_TEXT];
    put_plain(line, plain_date(fields->revised_on, date));
    put_plain(line,
              fields->revised ? bound_number(&fields->original, row, false, true, text) : NULL);
    put_plain(line,
              fields->revised ? bound_number(&fields->original, row, true, true, text) : NULL);
}

static void put_target(struct csv_line *line, const struct scorecard *card,
                       const struct sources *sources, const struct row *row) {
    if (!row->has_target) {
        put_nothing(line, TARGET_FIELDS);
        return;
    }
    char text[RATIO_TEXT];
    const struct bounds *bounds = &row->bounds;
    struct target_fields fields = target_fields(card, row);
    bool grows = target_has(bounds->kind, HAS_GROW);
    put_plain(line, target_kind_key(bounds->kind));
    put_plain(line, bound_number(bounds, row, false, row_bounds_known(row), text));
    put_plain(line, bound_number(bounds, row, true, row_bounds_known(row), text));
    put_text(line, fields.by);
    put_plain(line, fields.during);
    put_plain(line, grows ? plain_number(bounds->grow, text) : NULL);
    put_plain(line, target_base(row, text));
    put_original(line, row, &fields);
    put_place(line, fields.place, sources, &line->target_file);
    put_text(line, fields.source);
    put_text(line, fields.quote);
    put_plain(line, target_has(bounds->kind, HAS_TOLERANCE) ? plain_number(bounds->tolerance, text)
                                                            : NULL);
    put_flag(line, fields.each_member);
    put_text(line, row->assigner == NONE ? NULL : card->book->orgs[row->assigner].id);
}

static const char actual_header[] =
    ",actual_low,actual_high,actual_hedge,actual_date,actual_file,actual_line,actual_source,"
    "actual_note,actual_quote,actual_computed";
enum { ACTUAL_FIELDS = 10 };

static void put_actual(struct csv_line *line, const struct scorecard *card,
                       const struct sources *sources, const struct row *row) {
    if (!row->has_actual) {
        put_nothing(line, ACTUAL_FIELDS);
        return;
    }
    char text[RATIO_TEXT];
    char date[DATE_TEXT];
    struct figure figure = {.place = no_place};
    if (row->figure != NONE) {
        figure = figures_get(&card->book->figures, row->figure);
    }
    const char *printed = actual_number(row, false, text);
    put_plain(line, printed);
    put_plain(line, ratio_cmp(row->low, row->high) == 0 ? printed : actual_number(row, true, text));
    put_plain(line, hedge_key(row->hedge));
    put_plain(line, plain_date(row->date, date));
    put_place(line, figure.place, sources, &line->actual_file);
    put_text(line, figure.source);
    put_text(line, figure.note);
    put_text(line, figure.quote);
    put_flag(line, row->computed);
}

static const char rest_header[] =
    ",gap_unit,baseline_date,last_year_date,estimate_date,status,computed_status,uncertain,stale,"
    "partial,override_why,members_reporting,members_met,members_total,missing_members,undefined,"
    "estimate_status,late_members,joined_members,members_alike,actual_alike,date_from,owner";

/* Several keys in one field, parted by blanks. */
static void put_missing(struct csv_line *line, const struct scorecard *card,
                        const struct row *row) {
    for (ptrdiff_t i = 0; i < arrlen(row->absent.missing); i++) {
        const char *id = card->book->orgs[row->absent.missing[i]].id;
        make_room(line, strlen(id));
        if (i > 0) {
            put_char(line, ' ');
        }
        put_word(line, id);
    }
    put_char(line, ',');
}

/* "b:2024-03-31 c:2024-02-29"; "a:m": joined whom. */
static void put_late(struct csv_line *line, const struct scorecard *card, const struct row *row) {
    char date[DATE_TEXT];
    for (ptrdiff_t i = 0; i < arrlen(row->absent.late); i++) {
        const char *id = card->book->orgs[row->absent.late[i].org].id;
        make_room(line, strlen(id) + DATE_TEXT);
        put_word(line, i > 0 ? " " : "");
        put_word(line, id);
        put_char(line, ':');
        put_word(line, date_print(row->absent.late[i].date, date));
    }
    put_char(line, ',');
}

static void put_joined(struct csv_line *line, const struct scorecard *card, const struct row *row) {
    for (ptrdiff_t i = 0; i < arrlen(row->absent.joined); i++) {
        const struct joined_member *joined = &row->absent.joined[i];
        const char *id = card->book->orgs[joined->org].id;
        const char *into = joined->into == NONE ? "" : card->book->orgs[joined->into].id;
        make_room(line, strlen(id) + strlen(into));
        put_word(line, i > 0 ? " " : "");
        put_word(line, id);
        put_char(line, ':');
        put_word(line, into);
    }
    put_char(line, ',');
}

/* What the second edition of the rules brought, at the end of the line. */
static void put_more(struct csv_line *line, const struct scorecard *card, const struct row *row) {
    char date[DATE_TEXT];
    char text[RATIO_TEXT];
    const struct quantity *estimated = &row->is[M_ESTIMATE_STATUS];
    bool alike = row->members_alike > 0 && row->is[M_ALIKE].why == DEFINED;
    bool group = row->rolled_up && row->has_actual;
    put_plain(line,
              estimated->why == DEFINED ? status_key((enum status)estimated->value.num) : NULL);
    put_late(line, card, row);
    put_joined(line, card, row);
    put_count(line, alike, row->members_alike);
    put_plain(line, alike ? plain_number(row->is[M_ALIKE].value, text) : NULL);
    put_plain(line, group ? plain_date(row->date_from, date) : NULL);
    put_text(line, card->book->indicators[row->indicator].owner);
}

static void put_undefined(struct csv_line *line, const struct row *row) {
    bool first = true;
    for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field)) {
        const char *reason = field_reason(row, field);
        if (reason != NULL) {
            put_word(line, first ? "" : " ");
            put_word(line, field_key(field));
            put_char(line, '=');
            put_word(line, reason);
            first = false;
        }
    }
    put_char(line, ',');
}

static void put_rest(struct csv_line *line, const struct scorecard *card, const struct row *row) {
    char date[DATE_TEXT];
    put_text(line, gap_unit(&card->book->indicators[row->indicator]));
    put_plain(line, plain_date(row->baseline_date, date));
    put_plain(line, plain_date(row->last_year_date, date));
    put_plain(line, plain_date(row->estimate_date, date));
    put_plain(line, status_key(row->status));
    put_plain(line, status_key(row->computed_status));
    put_flag(line, row->uncertain);
    put_flag(line, row->stale);
    put_flag(line, row->partial != PARTIAL_NOT);
    put_text(line, row->override == NONE ? NULL : card->book->overrides[row->override].why);
    put_count(line, row->rolled_up, row->members_reporting);
    put_count(line, row->rolled_up && row->members_met >= 0, row->members_met);
    put_count(line, row->rolled_up, row->members_total);
    put_missing(line, card, row);
    put_undefined(line, row);
    put_more(line, card, row);
}

static void begin_csv(struct buffer *out, const struct long_report *report) {
    (void)report;
    buffer_text(out, identity_header);
    buffer_text(out, target_header);
    buffer_text(out, actual_header);
    for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field)) {
        buffer_format(out, ",%s", field_key(field));
    }
    buffer_format(out, "%s\r\n", rest_header);
}

static void put_rows(struct buffer *out, const struct long_report *report,
                     const struct scorecard *card, struct row_span span) {
    char text[RATIO_TEXT];
    struct csv_line line = begin_lines(out, (size_t)(span.end - span.first));
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        put_identity(&line, card, row);
        put_target(&line, card, report->sources, row);
        put_actual(&line, card, report->sources, row);
        for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field)) {
            put_plain(&line, field_number(row, field, text));
        }
        put_rest(&line, card, row);
        end_line(&line);
    }
    end_lines(&line);
}

static void end_csv(struct buffer *out, const struct long_report *report, const char *seal) {
    (void)seal;
    (void)out;
    (void)report;
}

const struct long_form csv_form = {begin_csv, put_rows, "", false, end_csv};
