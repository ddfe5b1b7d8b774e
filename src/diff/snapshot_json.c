/* SPDX-License-Identifier: MIT */
/*
 * JSON that `status` or `export` wrote, read as the YAML that it also is: libyaml, with its places,
 * limits and fuzzing, is here already, and a number stays the text that was written.
 */
#include <string.h>

#include "decimal.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"
#include "printing.h"
#include "snapshot.h"
#include "tree.h"
#include "words.h"

struct json_reader {
    struct snapshot *snapshot;
    const struct node **wrong;
    enum language lang;
};

static bool refuse(struct json_reader *reader, const struct node *node) {
    *reader->wrong = node;
    return false;
}

static bool is_null(const struct node *node) {
    return node == NULL ||
           (node->kind == NODE_SCALAR && !node->quoted && strcmp(node->text, "null") == 0);
}

/* The text of a member; NULL for null and for what is no scalar. */
static const char *text_at(struct json_reader *reader, const struct node *object, const char *key) {
    const struct node *node =
        object != NULL && object->kind == NODE_MAPPING ? node_child(object, key) : NULL;
    if (node == NULL || is_null(node) || node->kind != NODE_SCALAR) {
        return NULL;
    }
    return pool_text(&reader->snapshot->pool, node->text, node->text_length);
}

/* A number as JSON writes it; anything else is none. */
static const char *number_at(struct json_reader *reader, const struct node *object,
                             const char *key) {
    static const char digits[] = "0123456789";
    const char *text = text_at(reader, object, key);
    const char *c = text != NULL ? text + (text[0] == '-') : "";
    size_t whole = strspn(c, digits);
    size_t part = c[whole] == '.' ? strspn(c + whole + 1, digits) : 0;
    size_t n = whole + (part > 0 ? part + 1 : 0);
    return whole > 0 && c[n] == '\0' && n < RATIO_TEXT - 1 ? text : NULL;
}

static struct date date_at(struct json_reader *reader, const struct node *object, const char *key) {
    struct date date = {0};
    const char *text = text_at(reader, object, key);
    if (text != NULL) {
        date_parse(text, strlen(text), &date);
    }
    return date;
}

static enum status status_of(const char *key) {
    for (size_t i = 0; key != NULL && i < status_words.count; i++) {
        if (status_words.words[i] != NULL && strcmp(status_words.words[i], key) == 0) {
            return (enum status)i;
        }
    }
    return STATUS_COUNT;
}

/* ---- what people read ---- */

static void put_number(struct buffer *out, const char *text, bool yes_no, enum language lang) {
    char printed[PRINTED_TEXT];
    if (yes_no) {
        buffer_text(out, phrase(strcmp(text, "0") == 0 ? PHRASE_NO : PHRASE_YES, lang));
    } else {
        buffer_text(out, print_number(text, lang, printed));
    }
}

static const char *kept(struct json_reader *reader, struct buffer *text) {
    const char *out = pool_text(&reader->snapshot->pool, text->text, arrlenu(text->text));
    buffer_clear(text);
    return out;
}

/* "3,8 – 5,5" */
static void put_ends(struct buffer *out, const char *low, const char *high, bool yes_no,
                     enum language lang) {
    put_number(out, low != NULL ? low : high, yes_no, lang);
    if (low != NULL && high != NULL && strcmp(low, high) != 0) {
        buffer_text(out, " – ");
        put_number(out, high, yes_no, lang);
    }
}

static const char *target_text(struct json_reader *reader, const struct snapshot_row *row) {
    struct buffer text = {0};
    const char *kind = row->seal[SEAL_TARGET];
    const char *low = row->seal[SEAL_TARGET_LOW];
    const char *high = row->seal[SEAL_TARGET_HIGH];
    for (enum target_kind k = 0; kind != NULL && k < TARGET_KIND_COUNT; k++) {
        if (strcmp(kind, target_kind_key(k)) == 0) {
            const char *sign = target_sign(k);
            buffer_format(&text, "%s%s", sign, sign[0] != '\0' ? " " : "");
            buffer_text(&text, k == TARGET_DONE ? phrase(PHRASE_YES, reader->lang) : "");
        }
    }
    if (low != NULL || high != NULL) {
        put_ends(&text, low, high, false, reader->lang);
    }
    return kept(reader, &text);
}

static const char *actual_text(struct json_reader *reader, const struct snapshot_row *row) {
    struct buffer text = {0};
    bool yes_no = strcmp(row->said[SAID_KIND], indicator_kind_key(KIND_DONE)) == 0;
    for (enum hedge hedge = 0; row->said[SAID_HEDGE] != NULL && hedge < HEDGE_COUNT; hedge++) {
        const char *key = hedge_key(hedge);
        if (key != NULL && strcmp(key, row->said[SAID_HEDGE]) == 0) {
            buffer_format(&text, "%s ", hedge_label(hedge, reader->lang));
        }
    }
    if (row->seal[SEAL_ACTUAL_LOW] != NULL) {
        put_ends(&text, row->seal[SEAL_ACTUAL_LOW], row->seal[SEAL_ACTUAL_HIGH], yes_no,
                 reader->lang);
    }
    return kept(reader, &text);
}

/* ---- rows ---- */

/* Only what is behind is called otherwise where it is a ceiling. */
static const char *verdict_of(struct json_reader *reader, const struct node *row,
                              enum status status) {
    const char *said = status == STATUS_BEHIND ? text_at(reader, row, "status_label") : NULL;
    return said != NULL ? said : status_label(status, reader->lang);
}

static void read_target(struct json_reader *reader, const struct node *target,
                        struct snapshot_row *shown) {
    static const struct {
        const char *key;
        enum seal_field field;
        bool number;
    } sealed[] = {{"by", SEAL_BY, false},
                  {"during", SEAL_DURING, false},
                  {"kind", SEAL_TARGET, false},
                  {"low", SEAL_TARGET_LOW, true},
                  {"high", SEAL_TARGET_HIGH, true}};
    static const struct {
        const char *key;
        enum row_fact said;
    } facts[] = {{"grow_pct", SAID_GROW},
                 {"base", SAID_BASE},
                 {"tolerance", SAID_TOLERANCE},
                 {"revised_on", SAID_REVISED},
                 {"each", SAID_EACH}};
    for (size_t i = 0; i < sizeof sealed / sizeof *sealed; i++) {
        shown->seal[sealed[i].field] = sealed[i].number ? number_at(reader, target, sealed[i].key)
                                                        : text_at(reader, target, sealed[i].key);
    }
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        shown->said[facts[i].said] = text_at(reader, target, facts[i].key);
    }
}

static void read_facts(struct json_reader *reader, const struct node *row,
                       struct snapshot_row *shown) {
    static const struct {
        const char *key;
        enum row_fact said;
    } facts[] = {{"better", SAID_BETTER},       {"kind", SAID_KIND},
                 {"baseline", SAID_LAST_YEAR},  {"baseline_date", SAID_LAST_YEAR_DATE},
                 {"last_year_same", SAID_SAME}, {"last_year_date", SAID_SAME_DATE},
                 {"expected", SAID_EXPECTED},   {"estimate", SAID_ESTIMATE}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        shown->said[facts[i].said] = text_at(reader, row, facts[i].key);
    }
}

static void read_actual(struct json_reader *reader, const struct node *actual,
                        struct snapshot_row *shown) {
    shown->seal[SEAL_ACTUAL_LOW] = number_at(reader, actual, "low");
    shown->seal[SEAL_ACTUAL_HIGH] = number_at(reader, actual, "high");
    shown->seal[SEAL_DATE] = text_at(reader, actual, "date");
    shown->date = date_at(reader, actual, "date");
    shown->said[SAID_HEDGE] = text_at(reader, actual, "hedge");
}

static void read_absent(struct json_reader *reader, const struct node *row,
                        struct snapshot_row *shown) {
    const struct node *missing = node_child(row, "missing_members");
    const struct node *late = node_child(row, "late_members");
    if (missing != NULL && missing->kind == NODE_LIST) {
        for (const struct node *one = missing->first; one != NULL; one = one->next) {
            if (one->kind == NODE_SCALAR) {
                arrput(shown->absent,
                       pool_text(&reader->snapshot->pool, one->text, one->text_length));
            }
        }
    }
    if (late != NULL && late->kind == NODE_LIST) {
        for (const struct node *one = late->first; one != NULL; one = one->next) {
            const char *org = text_at(reader, one, "org");
            if (org != NULL) {
                arrput(shown->absent, org);
            }
        }
    }
}

static bool read_row(struct json_reader *reader, const struct node *row) {
    if (row->kind != NODE_MAPPING) {
        return refuse(reader, row);
    }
    struct snapshot_row shown = {0};
    shown.seal[SEAL_ORG] = text_at(reader, row, "org");
    shown.seal[SEAL_INDICATOR] = text_at(reader, row, "indicator");
    shown.seal[SEAL_YEAR] = number_at(reader, row, "year");
    shown.seal[SEAL_STATUS] = text_at(reader, row, "status");
    shown.status = status_of(shown.seal[SEAL_STATUS]);
    shown.computed_status = status_of(text_at(reader, row, "computed_status"));
    read_facts(reader, row, &shown);
    if (shown.seal[SEAL_ORG] == NULL || shown.seal[SEAL_INDICATOR] == NULL ||
        shown.seal[SEAL_YEAR] == NULL || shown.status == STATUS_COUNT ||
        shown.said[SAID_KIND] == NULL) {
        return refuse(reader, row);
    }
    read_target(reader, node_child(row, "target"), &shown);
    read_actual(reader, node_child(row, "actual"), &shown);
    read_absent(reader, row, &shown);
    shown.overridden =
        text_at(reader, row, "override_why") != NULL || shown.status != shown.computed_status;
    shown.rolled_up = text_at(reader, row, "members_total") != NULL;
    shown.as_of = date_at(reader, row, "as_of");
    shown.org_name = text_at(reader, row, "org_name");
    shown.name = text_at(reader, row, "name");
    shown.unit = text_at(reader, row, "unit");
    shown.org_name = shown.org_name != NULL ? shown.org_name : shown.seal[SEAL_ORG];
    shown.name = shown.name != NULL ? shown.name : shown.seal[SEAL_INDICATOR];
    shown.target_text = target_text(reader, &shown);
    shown.actual_text = actual_text(reader, &shown);
    shown.verdict = verdict_of(reader, row, shown.status);
    arrput(reader->snapshot->rows, shown);
    return true;
}

/* Whether the rows are still those of the seal; rows left out or added break it too. */
static void read_seal(struct json_reader *reader, const struct node *root) {
    struct snapshot *snapshot = reader->snapshot;
    const char *seal = text_at(reader, root, "seal");
    snapshot->sealed = seal != NULL && strlen(seal) == SEAL_TEXT - 1;
    if (!snapshot->sealed) {
        return;
    }
    memcpy(snapshot->seal, seal, SEAL_TEXT);
    struct buffer lines = {0};
    char mine[SEAL_TEXT];
    for (size_t i = 0; i < arrlenu(snapshot->rows); i++) {
        seal_line(&lines, snapshot->rows[i].seal);
    }
    struct seal *sum = seal_begin();
    seal_add(sum, &lines);
    seal_end(sum, mine);
    buffer_clear(&lines);
    snapshot->broken = strcmp(mine, seal) != 0;
}

bool snapshot_read(struct snapshot *snapshot, const struct node *root, enum language lang,
                   const struct node **wrong) {
    *snapshot = (struct snapshot){0};
    struct json_reader reader = {snapshot, wrong, lang};
    const struct node *rows =
        root != NULL && root->kind == NODE_MAPPING ? node_child(root, "rows") : NULL;
    if (rows == NULL || rows->kind != NODE_LIST) {
        return refuse(&reader, root);
    }
    for (const struct node *row = rows->first; row != NULL; row = row->next) {
        if (!read_row(&reader, row)) {
            return false;
        }
    }
    const struct node *edges = node_child(root, "edges");
    snapshot->slipping = text_at(&reader, edges, "slipping_pct");
    snapshot->over = text_at(&reader, edges, "over_pct");
    read_seal(&reader, root);
    return true;
}
