/*
 * The long form: one line per row, the JSON's keys flattened, exact numbers with a `.`. The same
 * in every language, so that a spreadsheet's import can be set up once.
 */
#include <string.h>

#include "label.h"
#include "long_form.h"
#include "mem.h"
#include "row_fields.h"
#include "visible.h"

/* A line being written. */
struct line {
    struct buffer *out;
    size_t commas; /* that stand before the next text: most fields of most lines are empty */
    bool begun;    /* a field stands before */
};

static void separate(struct line *line) {
    line->commas += line->begun;
    line->begun = true;
}

static void put(struct line *line, const char *bytes, size_t n) {
    buffer_fill(line->out, ',', line->commas);
    line->commas = 0;
    buffer_put(line->out, bytes, n);
}

static void end(struct line *line) {
    put(line, "\r\n", 2);
    line->begun = false;
}

/* A number, date or key: never needs quoting. */
static void put_plain(struct line *line, const char *text) {
    separate(line);
    if (text != NULL && text[0] != '?') {
        put(line, text, strlen(text));
    }
}

static void put_count(struct line *line, bool known, int count) {
    char text[RATIO_TEXT];
    put_plain(line, known ? ratio_print(ratio_int(count), 0, NULL, 0, text) : NULL);
}

static void put_flag(struct line *line, bool flag) {
    put_plain(line, flag ? "true" : "false");
}

/* A text of people: quoted as RFC 4180 says where it must be, and kept from being run as a formula
 * by the spreadsheet that opens it. */
static void put_text(struct line *line, const char *text) {
    separate(line);
    if (text == NULL || text[0] == '\0') {
        return;
    }
    bool guard = strchr("=+-@\t\r", text[0]) != NULL;
    size_t n = strlen(text);
    if (strcspn(text, ",\"\r\n") == n) {
        put(line, "'", guard);
        put(line, text, n);
        return;
    }
    put(line, "\"'", guard ? 2 : 1);
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        put(line, text, (size_t)(quote - text) + 1);
        put(line, "\"", 1);
    }
    put(line, text, strlen(text));
    put(line, "\"", 1);
}

/* A file's name may hold anything, and the table may be printed on a terminal. */
static void put_place(struct line *line, struct place place, const struct sources *sources) {
    struct buffer name = {0};
    visible_text(&name, sources_name(sources, place.file));
    buffer_put(&name, "", 1);
    put_text(line, name.text);
    buffer_clear(&name);
    put_count(line, place.line > 0, (int)place.line);
}

static const char identity_header[] =
    "org,org_name,indicator,name,unit,kind,better,part_of,year,as_of";

static void put_identity(struct line *line, const struct scorecard *card, const struct row *row) {
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

static void put_original(struct line *line, const struct row *row,
                         const struct target_fields *fields) {
    char date[DATE_TEXT];
    char text[RATIO_TEXT];
    bool known = fields->original != NULL && fields->original->kind != TARGET_GROW;
    put_plain(line, plain_date(fields->revised_on, date));
    put_plain(line, known ? bound_number(fields->original, row, false, true, text) : NULL);
    put_plain(line, known ? bound_number(fields->original, row, true, true, text) : NULL);
}

static void put_target(struct line *line, const struct scorecard *card,
                       const struct sources *sources, const struct row *row) {
    if (!row->has_target) {
        line->commas += TARGET_FIELDS;
        return;
    }
    char text[RATIO_TEXT];
    const struct bounds *bounds = &row->bounds;
    struct target_fields fields = target_fields(card, row);
    bool grows = bounds->kind == TARGET_GROW;
    bool about = bounds->kind == TARGET_ABOUT;
    put_plain(line, target_kind_key(bounds->kind));
    put_plain(line, bound_number(bounds, row, false, row->bounds_known, text));
    put_plain(line, bound_number(bounds, row, true, row->bounds_known, text));
    put_text(line, fields.by);
    put_plain(line, fields.during);
    put_plain(line, grows ? plain_number(bounds->grow, text) : NULL);
    put_plain(line, grows ? plain_number(bounds->base, text) : NULL);
    put_original(line, row, &fields);
    put_place(line, fields.place, sources);
    put_text(line, fields.source);
    put_text(line, fields.quote);
    put_plain(line, about ? plain_number(bounds->tolerance, text) : NULL);
    put_flag(line, fields.each_member);
    put_text(line, row->assigner == NONE ? NULL : card->book->orgs[row->assigner].id);
}

static const char actual_header[] =
    ",actual_low,actual_high,actual_hedge,actual_date,actual_file,actual_line,actual_source,"
    "actual_note,actual_quote,actual_computed";
enum { ACTUAL_FIELDS = 10 };

static void put_actual(struct line *line, const struct scorecard *card,
                       const struct sources *sources, const struct row *row) {
    if (!row->has_actual) {
        line->commas += ACTUAL_FIELDS;
        return;
    }
    char text[RATIO_TEXT];
    char date[DATE_TEXT];
    const struct figure *figure = row->figure == NONE ? NULL : &card->book->figures[row->figure];
    put_plain(line, actual_number(row, false, text));
    put_plain(line, actual_number(row, true, text));
    put_plain(line, hedge_key(row->hedge));
    put_plain(line, plain_date(row->date, date));
    put_place(line, figure == NULL ? no_place : figure->place, sources);
    put_text(line, figure == NULL ? NULL : figure->source);
    put_text(line, figure == NULL ? NULL : figure->note);
    put_text(line, figure == NULL ? NULL : figure->quote);
    put_flag(line, row->computed);
}

static const char rest_header[] =
    ",gap_unit,baseline_date,last_year_date,estimate_date,status,computed_status,uncertain,stale,"
    "partial,override_why,members_reporting,members_met,members_total,missing_members,undefined";

static void put_word(struct line *line, const char *text) {
    put(line, text, strlen(text));
}

/* Several keys in one field, parted by blanks. */
static void put_lists(struct line *line, const struct scorecard *card, const struct row *row) {
    separate(line);
    for (ptrdiff_t i = 0; i < arrlen(row->missing); i++) {
        put(line, " ", i > 0);
        put_word(line, card->book->orgs[row->missing[i]].id);
    }
    separate(line);
    bool first = true;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const char *reason = field_reason(row, field);
        if (reason != NULL) {
            put(line, " ", !first);
            put_word(line, field_key(field));
            put(line, "=", 1);
            put_word(line, reason);
            first = false;
        }
    }
}

static void put_rest(struct line *line, const struct scorecard *card, const struct row *row) {
    char date[DATE_TEXT];
    put_text(line, gap_unit(&card->book->indicators[row->indicator]));
    put_plain(line, plain_date(row->baseline_date, date));
    put_plain(line, plain_date(row->last_year_date, date));
    put_plain(line, plain_date(row->estimate_date, date));
    put_plain(line, status_key(row->status));
    put_plain(line, status_key(row->computed_status));
    put_flag(line, row->uncertain);
    put_flag(line, row->stale);
    put_flag(line, row->partial);
    put_text(line, row->override == NONE ? NULL : card->book->overrides[row->override].why);
    put_count(line, row->rolled_up, row->members_reporting);
    put_count(line, row->rolled_up && row->members_met >= 0, row->members_met);
    put_count(line, row->rolled_up, row->members_total);
    put_lists(line, card, row);
}

static void begin_csv(struct buffer *out, const struct long_report *report) {
    (void)report;
    buffer_text(out, identity_header);
    buffer_text(out, target_header);
    buffer_text(out, actual_header);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        buffer_format(out, ",%s", field_key(field));
    }
    buffer_format(out, "%s\r\n", rest_header);
}

static void put_rows(struct buffer *out, const struct long_report *report,
                     const struct scorecard *card, struct row_span span) {
    char text[RATIO_TEXT];
    struct line line = {.out = out};
    for (int i = span.first; i < span.end; i++) {
        const struct row *row = &card->rows[i];
        put_identity(&line, card, row);
        put_target(&line, card, report->sources, row);
        put_actual(&line, card, report->sources, row);
        for (enum field field = 0; field < FIELD_COUNT; field++) {
            put_plain(&line, field_number(row, field, text));
        }
        put_rest(&line, card, row);
        end(&line);
    }
}

static void end_csv(struct buffer *out, const struct long_report *report) {
    (void)out;
    (void)report;
}

const struct long_form csv_form = {begin_csv, put_rows, "", end_csv};
