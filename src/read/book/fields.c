/* SPDX-License-Identifier: MIT */
#include "fields.h"

#include <string.h>

#include "mem.h"
#include "number_hints.h"
#include "scalars.h"
#include "text.h"

/* ---- mistakes in YAML's punctuation ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool node_is_empty(const struct node *node) {
    return node->kind == NODE_SCALAR && node->text_length == 0;
}

/* Bytes before a colon that has no blank behind it, as in `from:4`; 0 when s is not so. */
static size_t before_tight_colon(const char *s, size_t n) {
    const char *colon = memchr(s, ':', n);
    if (colon == NULL || colon == s || colon + 1 == s + n || colon[1] == '/') {
        return 0;
    }
    size_t before = (size_t)(colon - s);
    for (size_t i = 0; i < before; i++) {
        bool letter = (s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z';
        if (!letter && s[i] != '_' && s[i] != '-' && (i == 0 || !is_digit(s[i]))) {
            return 0;
        }
    }
    return before;
}

static bool find_missing_blank(struct loader *loader, const char *s, size_t n, struct place place) {
    size_t before = before_tight_colon(s, n);
    if (before == 0) {
        return false;
    }
    char *spaced = mem_alloc(n + 2);
    memcpy(spaced, s, before + 1);
    spaced[before + 1] = ' ';
    memcpy(spaced + before + 2, s + before + 1, n - before - 1);
    FIND(loader->findings, MSG_MISSING_BLANK, place, loader_shown(loader, s, n),
         loader_shown(loader, spaced, n + 1));
    mem_free(spaced);
    return true;
}

static size_t digits_at(const char *s) {
    return strspn(s, "0123456789");
}

/* `2`, or `1.234` with dots that group thousands. */
static bool is_whole(const char *s) {
    size_t n = digits_at(s);
    bool grouped = n > 0 && n <= 3;
    for (s += n; grouped && *s == '.' && digits_at(s + 1) == 3; s += 4) {
    }
    return n > 0 && *s == '\0';
}

/* Takes back a finding about the first part of a number that YAML split. */
static void unsay(struct findings *findings, struct place place) {
    if (arrlenu(findings->items) > 0) {
        struct place last = arrlast(findings->items).place;
        if (last.file == place.file && last.line == place.line && last.column == place.column) {
            (void)arrpop(findings->items);
        }
    }
}

/* `{htx_new: 2,7}` or `1.234,5`: YAML makes a key of what follows the comma. */
static bool find_cut_number(struct loader *loader, const struct node *previous,
                            const struct node *node) {
    size_t digits = digits_at(node->key->text);
    if (digits == 0 || !is_whole(previous->text)) {
        return false;
    }
    struct buffer out = {0};
    buffer_format(&out, "%s,%.*s", previous->text, (int)digits, node->key->text);
    struct place place = previous->place;
    if (place.line == node->key_place.line) {
        place.end_column = node->key_place.column + (uint32_t)digits;
    }
    bool grouped = strchr(previous->text, '.') != NULL;
    if (grouped) {
        unsay(loader->findings, place);
    }
    if (grouped) {
        FIND(loader->findings, MSG_GROUPED, place,
             loader_shown(loader, out.text, arrlenu(out.text)),
             hint_number(loader, out.text, arrlenu(out.text)));
    } else {
        hint_comma(loader, place, out.text, arrlenu(out.text));
    }
    buffer_clear(&out);
    return true;
}

bool key_slipped(struct loader *loader, const struct node *parent, const struct node *previous,
                 const struct node *node, bool texts) {
    if (!node_is_empty(node) || node->quoted) {
        return false;
    }
    if (find_missing_blank(loader, node->key->text, node->key->length, node->key_place)) {
        return true;
    }
    if (!parent->flow || previous == NULL || previous->kind != NODE_SCALAR || previous->quoted) {
        return false;
    }
    if (!texts) {
        return find_cut_number(loader, previous, node);
    }
    FIND(loader->findings, MSG_CUT_BY_COMMA, node->key_place,
         loader_shown(loader, node->key->text, node->key->length));
    return true;
}

/* `name: Chương trình #1`: YAML takes the rest for a comment. A comment that is meant has a blank
 * behind its sign. */
static void check_cut_by_hash(struct loader *loader, const struct node *node) {
    const char *rest = node_cut(node);
    if (rest == NULL) {
        return;
    }
    size_t blanks = strspn(rest, " ");
    size_t n = strlen(rest + blanks);
    struct place place = node->place;
    place.column = place.end_column + (uint32_t)blanks;
    place.end_column = place.column + (uint32_t)text_length(rest + blanks, n);
    FIND(loader->findings, MSG_CUT_BY_HASH, place, loader_shown(loader, rest + blanks, n));
}

/* ---- types ---- */

static const char *what(const struct node *node) {
    return node->key != NULL ? node_key(node) : "-";
}

bool scalar_wanted(struct loader *loader, const struct node *node) {
    if (node->kind != NODE_SCALAR) {
        FIND(loader->findings, MSG_WANT_SCALAR, node_spot(node), what(node));
        return false;
    }
    if (node->text_length == 0) {
        FIND(loader->findings, MSG_EMPTY_VALUE, node_spot(node), what(node));
        return false;
    }
    return true;
}

bool node_wanted(struct loader *loader, const struct node *node, enum node_kind kind) {
    if (node->kind == kind) {
        return true;
    }
    if (node_is_empty(node)) {
        FIND(loader->findings, MSG_EMPTY_VALUE, node_spot(node), what(node));
    } else if (node->kind != NODE_SCALAR || node->quoted ||
               !find_missing_blank(loader, node->text, node->text_length, node->place)) {
        enum message_code code = kind == NODE_LIST ? MSG_WANT_LIST : MSG_WANT_MAPPING;
        FIND(loader->findings, code, node_spot(node), what(node));
    }
    return false;
}

static bool convert_text(struct loader *loader, const struct node *node, const char **out) {
    if (node->text_length > 0) {
        check_cut_by_hash(loader, node);
        *out = loader_text(loader, node);
    }
    return true;
}

/* Converts a scalar into the record. */
static bool convert(struct loader *loader, const struct field *field, const struct node *node,
                    void *out) {
    switch (field->type) {
    case FIELD_TEXT:
        return convert_text(loader, node, out);
    case FIELD_COUNT:
        return scalar_count(loader, node, field->most, out);
    case FIELD_YEAR:
        return scalar_year(loader, node, out);
    case FIELD_DATE:
        return scalar_date(loader, node, out);
    case FIELD_DAY:
        return scalar_day(loader, node, out);
    case FIELD_PERIOD:
        return scalar_period(loader, node, out);
    case FIELD_BOOLEAN:
    case FIELD_YES:
        return scalar_boolean(loader, node, out);
    case FIELD_CHOICE:
        return scalar_choice(loader, node, field->choices, out);
    case FIELD_ORG:
    case FIELD_INDICATOR:
    case FIELD_NUMBER:
    case FIELD_TIMES:
    case FIELD_PERCENT:
    case FIELD_TOLERANCE:
    case FIELD_QUANTITY:
    case FIELD_INTERVAL:
    case FIELD_MAPPING:
    case FIELD_TARGET:
    case FIELD_FIGURE:
    case FIELD_TYPE_COUNT:
        break; /* their node only */
    }
    return true;
}

/* One value of a field, not in a list. */
static bool read_one(struct loader *loader, const struct field *field, const struct node *node,
                     void *record) {
    if (field->type == FIELD_MAPPING) {
        return node_wanted(loader, node, NODE_MAPPING);
    }
    bool shaped_by_reader = field->inside != NULL;
    bool left_empty = field->type == FIELD_TEXT && node->quoted && !field->required;
    if (shaped_by_reader || (left_empty && node_is_empty(node))) {
        return true;
    }
    if (!scalar_wanted(loader, node)) {
        return false;
    }
    return field->into == 0 || convert(loader, field, node, (char *)record + field->into - 1);
}

/* The values of a list that need no more than their type checked. */
static bool read_list(struct loader *loader, const struct field *field, const struct node *node) {
    bool ok = true;
    for (const struct node *item = node->first; item != NULL; item = item->next) {
        ok = (field->type == FIELD_MAPPING ? node_wanted(loader, item, NODE_MAPPING)
                                           : scalar_wanted(loader, item)) &&
             ok;
    }
    return ok;
}

static bool read_value(struct loader *loader, const struct field *field, const struct node *node,
                       void *record) {
    if (field->may_be_empty && node_is_empty(node) && !node->quoted) {
        return true;
    }
    switch (field->form) {
    case SHAPE_LIST:
        return node_wanted(loader, node, NODE_LIST) && read_list(loader, field, node);
    case SHAPE_ONE_OR_LIST:
        return node->kind == NODE_LIST ? read_list(loader, field, node)
                                       : read_one(loader, field, node, record);
    case SHAPE_BY_ORG:
    case SHAPE_BY_INDICATOR:
    case SHAPE_BY_INDICATOR_OR_LIST:
    case SHAPE_BY_DATE:
    case SHAPE_BY_TEXT:
        return node_wanted(loader, node, NODE_MAPPING);
    case SHAPE_ONE:
    case SHAPE_COUNT:
        break;
    }
    return read_one(loader, field, node, record);
}

/* ---- keys ---- */

static int32_t look_up(const struct schema *schema, const char *key) {
    for (size_t i = 0; i < schema->count; i++) {
        if (strcmp(schema->fields[i].key, key) == 0) {
            return (int32_t)i;
        }
    }
    return -1;
}

/* The index of a key's field, or -1. */
static int32_t field_of(const struct schema *schema, struct key *key) {
    if (key->schema != schema) {
        key->schema = schema;
        key->field = look_up(schema, key->text);
    }
    return key->field;
}

/* True when word is one of the words between the '|' of list. */
static bool listed(const char *list, const char *word) {
    size_t n = strlen(word);
    while (list != NULL) {
        const char *end = strchr(list, '|');
        size_t length = end != NULL ? (size_t)(end - list) : strlen(list);
        if (length == n && memcmp(list, word, n) == 0) {
            return true;
        }
        list = end != NULL ? end + 1 : NULL;
    }
    return false;
}

static bool has_marks(const char *word, size_t n) {
    size_t letters = 0;
    while (letters < n && ((unsigned char)word[letters] & 0x80) == 0) {
        letters++;
    }
    return letters < n;
}

/* True when this word of the list is Vietnamese: it has marks, or one beside it is the same with
 * marks. */
static bool in_vietnamese(struct loader *loader, const char *list, const char *word) {
    bool found = has_marks(word, strlen(word));
    while (list != NULL && !found) {
        const char *end = strchr(list, '|');
        size_t n = end != NULL ? (size_t)(end - list) : strlen(list);
        const char *other = text_words(&loader->scratch, pool_text(&loader->scratch, list, n));
        found = has_marks(list, n) && strcmp(other, text_words(&loader->scratch, word)) == 0;
        list = end != NULL ? end + 1 : NULL;
    }
    return found;
}

/* The key that this unknown one probably stands for, or NULL; *translated: it is the same in
 * Vietnamese, as a table says. */
static const char *key_meant(struct loader *loader, const struct schema *schema,
                             const struct node *node, bool *translated) {
    enum { LONGEST = 60 };
    if (node->key->length > LONGEST) {
        return NULL;
    }
    char words[LONGEST + 1];
    for (size_t i = 0; i <= node->key->length; i++) {
        words[i] =
            node->key->text[i] == '_' || node->key->text[i] == '-' ? ' ' : node->key->text[i];
    }
    const char *folded = text_fold(&loader->scratch, words, node->key->length);
    const char *keys[FIELDS_MAX];
    for (size_t i = 0; i < schema->count; i++) {
        keys[i] = schema->fields[i].key;
        if (listed(schema->fields[i].also, folded)) {
            *translated = in_vietnamese(loader, schema->fields[i].also, folded);
            return keys[i];
        }
    }
    return loader_nearest(loader, node->key->text, keys, schema->count);
}

static void excuse(const struct schema *schema, const char *key, size_t n, bool excused[]) {
    for (size_t i = 0; i < schema->count; i++) {
        const char *known = schema->fields[i].key;
        excused[i] = excused[i] || (strlen(known) == n && memcmp(known, key, n) == 0);
    }
}

/* False when the unknown key is an error; a text cut at a comma is a warning only. The field that
 * was probably meant is excused from being required: one mistake, one finding. */
static bool report_unknown(struct loader *loader, const struct schema *schema,
                           const struct node *parent, const struct node *previous,
                           const struct node *node, bool excused[]) {
    int32_t before = previous != NULL ? field_of(schema, previous->key) : -1;
    bool text = before >= 0 && schema->fields[before].type == FIELD_TEXT;
    if (key_slipped(loader, parent, previous, node, text)) {
        const char *colon = strchr(node->key->text, ':');
        excuse(schema, node->key->text, colon != NULL ? (size_t)(colon - node->key->text) : 0,
               excused);
        return arrlast(loader->findings->items).code == MSG_CUT_BY_COMMA;
    }
    if (loader_no_break(loader, node->key->text, node->key_place)) {
        return false;
    }
    bool translated = false;
    const char *meant = key_meant(loader, schema, node, &translated);
    translated = translated && node_child(parent, meant) == NULL;
    if (meant != NULL) {
        excuse(schema, meant, strlen(meant), excused);
    }
    FIND(loader->findings, MSG_UNKNOWN_KEY, node->key_place,
         loader_shown(loader, node->key->text, node->key->length), meant,
         translated ? meant : NULL);
    return false;
}

size_t keys_found(const struct node *const found[], uint32_t keys) {
    size_t n = 0;
    for (size_t i = 0; keys != 0; i++, keys >>= 1) {
        n += (keys & 1) != 0 && found[i] != NULL;
    }
    return n;
}

bool key_misspelt(const struct loader *loader, size_t before) {
    const struct finding *items = loader->findings->items;
    for (size_t i = before; i < arrlenu(items); i++) {
        if (items[i].code == MSG_UNKNOWN_KEY || items[i].code == MSG_MISSING_BLANK ||
            items[i].code == MSG_NO_BREAK_SPACE) {
            return true;
        }
    }
    return false;
}

static bool check_required(struct loader *loader, const struct schema *schema,
                           const struct node *node, const struct node *const found[],
                           const bool excused[]) {
    bool ok = true;
    for (size_t i = 0; i < schema->count; i++) {
        if (schema->fields[i].required && found[i] == NULL && !excused[i]) {
            FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), schema->fields[i].key,
                 node->key != NULL ? node_key(node) : schema->name);
            ok = false;
        }
    }
    return ok;
}

bool fields_read(struct loader *loader, const struct schema *schema, const struct node *node,
                 void *record, const struct node *found[]) {
    bool ok = true;
    bool excused[FIELDS_MAX] = {false};
    for (size_t i = 0; i < schema->count; i++) {
        found[i] = NULL;
    }
    const struct node *previous = NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        int32_t at = field_of(schema, child->key);
        if (at >= 0) {
            found[at] = child;
            ok = read_value(loader, &schema->fields[at], child, record) && ok;
        } else {
            ok = report_unknown(loader, schema, node, previous, child, excused) && ok;
        }
        previous = child;
    }
    return check_required(loader, schema, node, found, excused) && ok;
}
