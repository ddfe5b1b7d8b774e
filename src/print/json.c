/* SPDX-License-Identifier: MIT */
#include "findings_words.h"
#include "json_writer.h"
#include "label.h"
#include "long_form.h"
#include "mem.h"
#include "row_fields.h"
#include "table.h"
#include "words.h"

#ifndef TIENDO_VERSION
#define TIENDO_VERSION "0.0.0"
#endif

/* What the functions below share. */
struct report {
    struct json json;
    const struct scorecard *card;
    const struct sources *sources;
    enum language lang;
};

static const struct org *org_of(const struct report *r, int32_t org) {
    return &r->card->book->orgs[org];
}

static const char *indicator_id(const struct report *r, int32_t indicator) {
    return r->card->book->indicators[indicator].id;
}

static void put_place(struct report *r, struct place place) {
    json_key_text(&r->json, "file", place.file < 0 ? NULL : sources_name(r->sources, place.file));
    json_key(&r->json, "line");
    place.line == 0 ? json_text(&r->json, NULL) : json_int(&r->json, place.line);
}

static void put_identity(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    char date[DATE_TEXT];
    const struct indicator *indicator = &r->card->book->indicators[row->indicator];
    json_key_text(json, "org", org_of(r, row->org)->id);
    json_key_text(json, "org_name", org_name(org_of(r, row->org), LANG_VI));
    json_key_text(json, "indicator", indicator->id);
    json_key_text(json, "name", indicator_name(indicator, LANG_VI));
    json_key_text(json, "unit", indicator->unit.text);
    json_key_text(json, "kind", indicator_kind_key(indicator->kind));
    json_key_text(json, "better", better_key(indicator->better));
    json_key_text(json, "part_of",
                  indicator->part_of == NONE ? NULL : indicator_id(r, indicator->part_of));
    json_key_int(json, "year", row->year);
    json_key_text(json, "as_of", plain_date(row->as_of, date));
}

static void put_original(struct report *r, const struct row *row,
                         const struct target_fields *fields) {
    char date[DATE_TEXT];
    char text[RATIO_TEXT];
    const struct bounds *original = &fields->original;
    bool known = fields->revised;
    json_key_text(&r->json, "revised_on", plain_date(fields->revised_on, date));
    json_key_plain(&r->json, "original_low",
                   known ? bound_number(original, row, false, true, text) : NULL);
    json_key_plain(&r->json, "original_high",
                   known ? bound_number(original, row, true, true, text) : NULL);
}

static void put_bounds(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    char text[RATIO_TEXT];
    const struct bounds *bounds = &row->bounds;
    json_key_text(json, "kind", target_kind_key(bounds->kind));
    json_key_plain(json, "low", bound_number(bounds, row, false, row_bounds_known(row), text));
    json_key_plain(json, "high", bound_number(bounds, row, true, row_bounds_known(row), text));
}

/* The group that assigns the target to each of its members, this row's or its own. */
static int32_t each_of(const struct row *row) {
    return row->assigner != NONE ? row->assigner : row->org;
}

static void put_target(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    char text[RATIO_TEXT];
    json_key(json, "target");
    if (!row->has_target) {
        json_text(json, NULL);
        return;
    }
    struct target_fields fields = target_fields(r->card, row);
    const struct bounds *bounds = &row->bounds;
    bool grows = target_has(bounds->kind, HAS_GROW);
    json_open(json, '{');
    put_bounds(r, row);
    json_key_text(json, "by", fields.by);
    json_key_text(json, "during", fields.during);
    json_key_plain(json, "grow_pct", grows ? plain_number(bounds->grow, text) : NULL);
    json_key_plain(json, "base", target_base(row, text));
    put_original(r, row, &fields);
    put_place(r, fields.place);
    json_key_text(json, "source", fields.source);
    json_key_text(json, "quote", fields.quote);
    json_key_plain(json, "tolerance",
                   target_has(bounds->kind, HAS_TOLERANCE) ? plain_number(bounds->tolerance, text)
                                                           : NULL);
    json_key_bool(json, "each_member", fields.each_member);
    json_key_text(json, "assigned_by_org",
                  row->assigner == NONE ? NULL : org_of(r, row->assigner)->id);
    json_key_text(json, "each", fields.each_member ? org_of(r, each_of(row))->id : NULL);
    json_close(json, '}');
}

static void put_actual(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    char text[RATIO_TEXT];
    char date[DATE_TEXT];
    json_key(json, "actual");
    if (!row->has_actual) {
        json_text(json, NULL);
        return;
    }
    struct figure figure = {.place = no_place};
    if (row->figure != NONE) {
        figure = figures_get(&r->card->book->figures, row->figure);
    }
    json_open(json, '{');
    json_key_plain(json, "low", actual_number(row, false, text));
    json_key_plain(json, "high", actual_number(row, true, text));
    json_key_text(json, "hedge", hedge_key(row->hedge));
    json_key_text(json, "date", plain_date(row->date, date));
    put_place(r, figure.place);
    json_key_text(json, "source", figure.source);
    json_key_text(json, "note", figure.note);
    json_key_text(json, "quote", figure.quote);
    json_key_bool(json, "computed", row->computed);
    json_close(json, '}');
}

static void put_attainment_text(struct report *r, const struct row *row) {
    struct cell cell;
    table_cell(r->card, (int)(row - r->card->rows), COLUMN_ATTAINMENT, r->lang, &cell);
    json_key_text(&r->json, "attainment_text", cell.text[0] == '\0' ? NULL : cell.text);
}

static void put_gap_unit(struct report *r, const struct row *row) {
    json_key_text(&r->json, "gap_unit", gap_unit(&r->card->book->indicators[row->indicator]));
}

static void put_day(struct report *r, const char *key, struct date date) {
    char text[DATE_TEXT];
    json_key_text(&r->json, key, plain_date(date, text));
}

static void put_baseline_date(struct report *r, const struct row *row) {
    put_day(r, "baseline_date", row->baseline_date);
}

static void put_last_year_date(struct report *r, const struct row *row) {
    put_day(r, "last_year_date", row->last_year_date);
}

static void put_estimate_date(struct report *r, const struct row *row) {
    put_day(r, "estimate_date", row->estimate_date);
}

static void put_estimate_status(struct report *r, const struct row *row) {
    const struct quantity *status = &row->is[M_ESTIMATE_STATUS];
    json_key_text(&r->json, "estimate_status",
                  status->why == DEFINED ? status_key((enum status)status->value.num) : NULL);
}

/* What is said besides, once the figures of a column have been put. */
static void (*const besides[COLUMN_COUNT])(struct report *r, const struct row *row) = {
    [COLUMN_ATTAINMENT_ORIGINAL] = put_attainment_text,
    [COLUMN_GAP] = put_gap_unit,
    [COLUMN_LAST_YEAR] = put_baseline_date,
    [COLUMN_LAST_YEAR_SAME] = put_last_year_date,
    [COLUMN_ESTIMATE] = put_estimate_date,
    [COLUMN_ESTIMATE_VS_LAST_YEAR_GAP] = put_estimate_status,
};

static void put_figures(struct report *r, const struct row *row) {
    char text[RATIO_TEXT];
    int next = 0;
    for (int field = 0; field < ROW_FIELD_COUNT; field = next) {
        enum column_id column = field_column(field);
        next = field_after(field);
        json_key_plain(&r->json, field_key(field), field_number(row, field, text));
        bool last = next == ROW_FIELD_COUNT || field_column(next) != column;
        if (last && besides[column] != NULL) {
            besides[column](r, row);
        }
    }
}

static void put_verdict(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    json_key_text(json, "status", status_key(row->status));
    json_key_text(json, "computed_status", status_key(row->computed_status));
    json_key_text(json, "status_label", row_status_label(row, r->lang));
    json_key_bool(json, "uncertain", row->uncertain);
    json_key_bool(json, "stale", row->stale);
    json_key_bool(json, "partial", row->partial != PARTIAL_NOT);
    json_key_text(json, "override_why",
                  row->override == NONE ? NULL : r->card->book->overrides[row->override].why);
}

static void put_count(struct json *json, const char *key, bool known, int count) {
    json_key(json, key);
    known ? json_int(json, count) : json_text(json, NULL);
}

static void put_members(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    put_count(json, "members_reporting", row->rolled_up, row->members_reporting);
    put_count(json, "members_met", row->rolled_up && row->members_met >= 0, row->members_met);
    put_count(json, "members_total", row->rolled_up, row->members_total);
    json_key(json, "missing_members");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(row->absent.missing); i++) {
        json_text(json, org_of(r, row->absent.missing[i])->id);
    }
    json_close(json, ']');
}

/* Who else is not in a group's figure, and with whom it is compared. */
static void put_absent(struct report *r, const struct row *row) {
    struct json *json = &r->json;
    char text[RATIO_TEXT];
    json_key(json, "late_members");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(row->absent.late); i++) {
        json_open(json, '{');
        json_key_text(json, "org", org_of(r, row->absent.late[i].org)->id);
        put_day(r, "date", row->absent.late[i].date);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_key(json, "joined_members");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(row->absent.joined); i++) {
        int32_t into = row->absent.joined[i].into;
        json_open(json, '{');
        json_key_text(json, "org", org_of(r, row->absent.joined[i].org)->id);
        json_key_text(json, "into", into == NONE ? NULL : org_of(r, into)->id);
        json_close(json, '}');
    }
    json_close(json, ']');
    bool alike = row->members_alike > 0 && row->is[M_ALIKE].why == DEFINED;
    put_count(json, "members_alike", alike, row->members_alike);
    json_key_plain(json, "actual_alike", alike ? plain_number(row->is[M_ALIKE].value, text) : NULL);
    put_day(r, "date_from",
            row->rolled_up && row->has_actual ? row->date_from : (struct date){0, 0, 0});
    json_key_text(json, "owner", r->card->book->indicators[row->indicator].owner);
}

static void put_undefined(struct report *r, const struct row *row) {
    json_key(&r->json, "undefined");
    json_open(&r->json, '{');
    for (int field = 0; field < ROW_FIELD_COUNT; field = field_after(field)) {
        const char *reason = field_reason(row, field);
        if (reason != NULL) {
            json_key_text(&r->json, field_key(field), reason);
        }
    }
    json_close(&r->json, '}');
}

static void put_row(struct report *r, const struct row *row) {
    json_line(&r->json);
    json_open(&r->json, '{');
    put_identity(r, row);
    put_target(r, row);
    put_actual(r, row);
    put_figures(r, row);
    put_verdict(r, row);
    put_members(r, row);
    put_undefined(r, row);
    put_absent(r, row);
    json_close(&r->json, '}');
}

static void put_summary(struct report *r) {
    struct json *json = &r->json;
    json_line(json);
    json_key(json, "summary");
    json_open(json, '{');
    json_key_int(json, "goals", r->card->goals);
    for (enum status status = STATUS_FIRST; status < STATUS_COUNT; status++) {
        json_key_int(json, status_key(status), r->card->count[status]);
    }
    json_close(json, '}');
}

static void put_subject(struct report *r, int32_t org, int32_t indicator) {
    json_open(&r->json, '{');
    json_key_text(&r->json, "org", org_of(r, org)->id);
    json_key_text(&r->json, "indicator", indicator == NONE ? NULL : indicator_id(r, indicator));
}

/* "9/13" has two numbers, met and of how many. */
static void put_headline(struct report *r, const struct claim *claim,
                         const struct claim_check *check) {
    bool known = check != NULL && check->met >= 0;
    put_count(&r->json, "published_of", check != NULL, claim->printed_of);
    put_count(&r->json, "computed_of", known, known ? check->of : 0);
}

static void put_claim(struct report *r, const struct claim_check *check) {
    struct json *json = &r->json;
    const struct claim *claim = &r->card->book->claims[check->claim];
    struct ratio published = ratio_decimal(claim->printed);
    struct ratio edges[CLAIM_EDGES + 1] = {published};
    int n = 1 + claim_edges(claim->kind, edges + 1);
    char text[RATIO_TEXT];
    struct buffer what = {0};
    bool defined = check->computed.why == DEFINED && ratio_valid(check->computed.value);
    json_line(json);
    put_subject(r, claim->org, claim->indicator);
    buffer_text(&what, claim_kind_key(claim->kind));
    if (claim->kind == CLAIM_SHARE_OF && claim->of != NONE) {
        buffer_format(&what, " %s", indicator_id(r, claim->of));
    }
    buffer_put(&what, "", 1);
    json_key_text(json, "claim", what.text);
    buffer_clear(&what);
    json_key_plain(json, "published", plain_number(published, text));
    json_key_plain(json, "computed",
                   defined ? ratio_plain(check->computed.value, false, edges, (size_t)n, text)
                           : NULL);
    json_key_text(json, "verdict", verdict_key(check->verdict));
    put_place(r, claim->place);
    json_key_int(json, "year", claim->year);
    json_key_text(json, "missing", check->missing);
    json_key_text(json, "hedge", hedge_key(claim->hedge));
    put_headline(r, claim, claim->kind == CLAIM_HEADLINE ? check : NULL);
    json_close(json, '}');
}

static void put_pair(struct report *r, const char *first, struct ratio a, const char *second,
                     struct ratio b) {
    char text[RATIO_TEXT];
    json_key_plain(&r->json, first, ratio_valid(a) ? ratio_plain(a, true, &b, 1, text) : NULL);
    json_key_plain(&r->json, second, ratio_valid(b) ? ratio_plain(b, true, &a, 1, text) : NULL);
}

static void put_claims(struct report *r) {
    json_line(&r->json);
    json_key(&r->json, "claims");
    json_open(&r->json, '[');
    for (ptrdiff_t i = 0; i < arrlen(r->card->claims); i++) {
        put_claim(r, &r->card->claims[i]);
    }
    json_close(&r->json, ']');
}

static void put_parts(struct report *r) {
    struct json *json = &r->json;
    json_line(json);
    json_key(json, "parts");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(r->card->parts); i++) {
        const struct part_check *part = &r->card->parts[i];
        json_line(json);
        put_subject(r, part->org, part->indicator);
        put_pair(r, "sum", part->sum, "whole", part->whole);
        json_key_text(json, "verdict", verdict_key(part->verdict));
        json_key_text(json, "of", part->of_targets ? "targets" : "actuals");
        json_key_int(json, "year", part->year);
        json_key_text(json, "by", part->by);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_allocations(struct report *r) {
    struct json *json = &r->json;
    json_line(json);
    json_key(json, "allocation");
    json_open(json, '[');
    for (ptrdiff_t i = 0; i < arrlen(r->card->allocations); i++) {
        const struct allocation *allocation = &r->card->allocations[i];
        json_line(json);
        put_subject(r, allocation->org, allocation->indicator);
        put_pair(r, "sum", allocation->sum, "target", allocation->target);
        json_key_text(json, "verdict", verdict_key(allocation->verdict));
        json_key_int(json, "year", allocation->year);
        json_key_int(json, "members_assigned", allocation->members_assigned);
        json_key_text(json, "by", allocation->by);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_head(struct report *r) {
    struct json *json = &r->json;
    char text[RATIO_TEXT];
    json_key_int(json, "version", 1);
    json_key_text(json, "generator", "tiendo " TIENDO_VERSION);
    json_key(json, "edges");
    json_open(json, '{');
    json_key_plain(json, "slipping_pct", plain_number(r->card->book->edges.slipping, text));
    json_key_plain(json, "over_pct", plain_number(r->card->book->edges.over, text));
    json_close(json, '}');
}

static struct report report_of(struct buffer *out, const struct long_report *report,
                               const struct scorecard *card) {
    return (struct report){
        .json = {.out = out}, .card = card, .sources = report->sources, .lang = report->lang};
}

static void begin_json(struct buffer *out, const struct long_report *report) {
    struct report r = report_of(out, report, report->card);
    json_open(&r.json, '{');
    put_head(&r);
    json_line(&r.json);
    json_key(&r.json, "rows");
    json_open(&r.json, '[');
}

static void put_rows(struct buffer *out, const struct long_report *report,
                     const struct scorecard *card, struct row_span span) {
    struct report r = report_of(out, report, card);
    for (int i = span.first; i < span.end; i++) {
        put_row(&r, &card->rows[i]);
    }
}

/* The files that were read. */
static void put_inputs(struct report *r) {
    struct json *json = &r->json;
    json_line(json);
    json_key(json, "inputs");
    json_open(json, '[');
    for (int32_t i = 0; i < (int32_t)arrlen(r->sources->items); i++) {
        json_line(json);
        json_open(json, '{');
        json_key_text(json, "file", sources_name(r->sources, i));
        json_key_text(json, "sha256", sources_sha256(r->sources, i));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void end_json(struct buffer *out, const struct long_report *report, const char *seal) {
    struct report r = report_of(out, report, report->card);
    json_close(&r.json, ']');
    put_summary(&r);
    put_claims(&r);
    put_parts(&r);
    put_allocations(&r);
    json_line(&r.json);
    json_key(&r.json, "findings");
    findings_json_put(&r.json, report->findings, report->sources, report->lang);
    put_inputs(&r);
    json_line(&r.json);
    json_key_text(&r.json, "seal", seal);
    json_close(&r.json, '}');
    buffer_text(out, "\n");
}

const struct long_form json_form = {begin_json, put_rows, ",", true, end_json};
