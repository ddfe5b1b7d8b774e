/* SPDX-License-Identifier: MIT */
#include "json_schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "field_kinds.h"
#include "json_writer.h"
#include "sections.h"

/* ---- the document being written ---- */

enum { SCHEMAS_MAX = 32 };

struct schema_writer {
    struct json json;
    enum language lang;
    const struct schema *seen[SCHEMAS_MAX]; /* kinds of mappings, in the order of $defs */
    size_t count;                           /* of them */
};

static void put_ref(struct schema_writer *w, const char *name) {
    char text[64];
    snprintf(text, sizeof text, "#/$defs/%s", name);
    json_key_text(&w->json, "$ref", text);
}

/* One of several that a value may be: an object with a reference. */
static void put_branch(struct schema_writer *w, const char *name) {
    json_open(&w->json, '{');
    put_ref(w, name);
    json_close(&w->json, '}');
}

static void put_choices(struct schema_writer *w, const struct word_list *choices) {
    json_key(&w->json, "enum");
    json_open(&w->json, '[');
    for (size_t i = 0; i < choices->count; i++) {
        if (choices->words[i] != NULL) {
            json_text(&w->json, choices->words[i]);
        }
    }
    json_close(&w->json, ']');
}

/* A target: a number, a yes, or a mapping. */
static void put_target(struct schema_writer *w, const struct schema *inside) {
    json_key(&w->json, "anyOf");
    json_open(&w->json, '[');
    put_branch(w, field_kinds[FIELD_QUANTITY].name);
    put_branch(w, field_kinds[FIELD_YES].name);
    json_open(&w->json, '{');
    json_key_text(&w->json, "const", target_kind_key(TARGET_DONE));
    json_close(&w->json, '}');
    put_branch(w, inside->name);
    json_close(&w->json, ']');
}

/* A figure: a number, a yes or no, or a mapping unless it stands in one. */
static void put_figure(struct schema_writer *w, const struct schema *inside) {
    json_key(&w->json, "anyOf");
    json_open(&w->json, '[');
    put_branch(w, field_kinds[FIELD_INTERVAL].name);
    put_branch(w, field_kinds[FIELD_BOOLEAN].name);
    if (inside != NULL) {
        put_branch(w, inside->name);
    }
    json_close(&w->json, ']');
}

/* What the scalar of a field must be besides its type. */
static void put_limits(struct schema_writer *w, const struct field *field) {
    static const struct {
        const char *least; /* JSON, of numbers */
        const char *never; /* of texts: a pattern */
    } signs[] = {
        [SIGN_ANY] = {NULL, NULL},
        [SIGN_NOT_NEGATIVE] = {"\"minimum\": 0", "^[\\u2212-]"},
        [SIGN_POSITIVE] = {"\"exclusiveMinimum\": 0",
                           "^[\\u2212-]|^\\+?[0_]+(\\.0+)?" FIELD_BLANKS "%?$"},
    };
    static_assert(sizeof signs / sizeof signs[0] == SIGN_COUNT, "limits for each sign");
    if (field->type == FIELD_TEXT && (field->required || field->form != SHAPE_ONE)) {
        json_plain(&w->json, "\"minLength\": 1");
    }
    if (field->most > 0) {
        json_key_int(&w->json, "maximum", field->most);
    }
    if (field->sign != SIGN_ANY) {
        json_plain(&w->json, signs[field->sign].least);
        json_key(&w->json, "not");
        json_open(&w->json, '{');
        json_key_text(&w->json, "type", "string");
        json_key_text(&w->json, "pattern", signs[field->sign].never);
        json_close(&w->json, '}');
    }
}

/* A scalar, or a mapping where the field has one inside. */
static void put_scalar_or(struct schema_writer *w, const struct field *field) {
    if (field->inside == NULL) {
        put_ref(w, field_kinds[field->type].name);
        put_limits(w, field);
        return;
    }
    json_key(&w->json, "anyOf");
    json_open(&w->json, '[');
    put_branch(w, field_kinds[field->type].name);
    put_branch(w, field->inside->name);
    json_close(&w->json, ']');
}

/* The members that describe one value of a field, inside an open object. */
static void put_one(struct schema_writer *w, const struct field *field) {
    switch (field->type) {
    case FIELD_CHOICE:
        put_choices(w, field->choices);
        return;
    case FIELD_MAPPING:
        put_ref(w, field->inside->name);
        return;
    case FIELD_TARGET:
        put_target(w, field->inside);
        return;
    case FIELD_FIGURE:
        put_figure(w, field->inside);
        return;
    case FIELD_TEXT:
    case FIELD_ORG:
    case FIELD_INDICATOR:
    case FIELD_COUNT:
    case FIELD_YEAR:
    case FIELD_DATE:
    case FIELD_DAY:
    case FIELD_PERIOD:
    case FIELD_BOOLEAN:
    case FIELD_YES:
    case FIELD_NUMBER:
    case FIELD_TIMES:
    case FIELD_PERCENT:
    case FIELD_TOLERANCE:
    case FIELD_QUANTITY:
    case FIELD_INTERVAL:
    case FIELD_TYPE_COUNT:
        put_scalar_or(w, field);
    }
}

static void put_list(struct schema_writer *w, const struct field *field) {
    bool never_empty = field->form == SHAPE_BY_INDICATOR_OR_LIST;
    json_key_text(&w->json, "type", "array");
    if (field->items > 0 || never_empty) {
        json_key_int(&w->json, "minItems", field->items > 0 ? field->items : 1);
    }
    if (field->items > 0) {
        json_key_int(&w->json, "maxItems", field->items);
    }
    json_key(&w->json, "items");
    json_open(&w->json, '{');
    put_one(w, field);
    json_close(&w->json, '}');
}

/* One value, or a list of them. */
static void put_one_or_list(struct schema_writer *w, const struct field *field) {
    json_key(&w->json, "anyOf");
    json_open(&w->json, '[');
    json_open(&w->json, '{');
    put_one(w, field);
    json_close(&w->json, '}');
    json_open(&w->json, '{');
    put_list(w, field);
    json_close(&w->json, '}');
    json_close(&w->json, ']');
}

/* A mapping whose keys are ids or dates. */
static void put_by(struct schema_writer *w, const struct field *field, enum field_type key) {
    json_key_text(&w->json, "type", "object");
    json_key(&w->json, "propertyNames");
    put_branch(w, field_kinds[key].name);
    json_key(&w->json, "additionalProperties");
    json_open(&w->json, '{');
    if (field->form == SHAPE_BY_INDICATOR_OR_LIST) {
        put_one_or_list(w, field);
    } else {
        put_one(w, field);
    }
    json_close(&w->json, '}');
}

/* The members that describe all values of a field, inside an open object. */
static void put_form(struct schema_writer *w, const struct field *field) {
    switch (field->form) {
    case SHAPE_LIST:
        put_list(w, field);
        return;
    case SHAPE_ONE_OR_LIST:
        put_one_or_list(w, field);
        return;
    case SHAPE_BY_ORG:
        put_by(w, field, FIELD_ORG);
        return;
    case SHAPE_BY_INDICATOR:
    case SHAPE_BY_INDICATOR_OR_LIST:
        put_by(w, field, FIELD_INDICATOR);
        return;
    case SHAPE_BY_DATE:
        put_by(w, field, FIELD_DATE);
        return;
    case SHAPE_BY_TEXT:
        put_by(w, field, FIELD_TEXT);
        return;
    case SHAPE_ONE:
    case SHAPE_COUNT:
        put_one(w, field);
        return;
    }
}

/* ---- keys ---- */

/* The key in words: the first that Vietnamese officers use for it, or its English itself. */
static void put_title(struct schema_writer *w, const struct field *field) {
    enum { LONGEST = 64 };
    char text[LONGEST];
    bool own = w->lang != LANG_VI || field->also == NULL;
    const char *words = own ? field->key : field->also;
    size_t n = strcspn(words, "|");
    snprintf(text, sizeof text, "%.*s", (int)n, words);
    for (char *c = text; own && *c != '\0'; c++) {
        *c = *c == '_' ? ' ' : *c;
    }
    json_key_text(&w->json, "title", text);
}

static void put_field(struct schema_writer *w, const struct field *field) {
    json_line(&w->json);
    json_key(&w->json, field->key);
    json_open(&w->json, '{');
    put_title(w, field);
    json_key_text(&w->json, "description", field->help[w->lang]);
    if (field->may_be_empty) {
        json_key(&w->json, "anyOf");
        json_open(&w->json, '[');
        json_open(&w->json, '{');
        put_form(w, field);
        json_close(&w->json, '}');
        json_open(&w->json, '{');
        json_key_text(&w->json, "type", "null");
        json_close(&w->json, '}');
        json_close(&w->json, ']');
    } else {
        put_form(w, field);
    }
    json_close(&w->json, '}');
}

static void put_required(struct schema_writer *w, const struct schema *schema) {
    bool any = false;
    for (size_t i = 0; i < schema->count; i++) {
        if (!schema->fields[i].required) {
            continue;
        }
        if (!any) {
            json_key(&w->json, "required");
            json_open(&w->json, '[');
        }
        any = true;
        json_text(&w->json, schema->fields[i].key);
    }
    if (any) {
        json_close(&w->json, ']');
    }
}

/* ---- rules ---- */

/* A list of objects, one per key, that each require it. */
static void put_required_each(struct schema_writer *w, const struct schema *schema,
                              const char *name, uint32_t keys) {
    json_key(&w->json, name);
    json_open(&w->json, '[');
    for (size_t i = 0; i < schema->count; i++) {
        if ((keys & KEY(i)) != 0) {
            json_open(&w->json, '{');
            json_key(&w->json, "required");
            json_open(&w->json, '[');
            json_text(&w->json, schema->fields[i].key);
            json_close(&w->json, ']');
            json_close(&w->json, '}');
        }
    }
    json_close(&w->json, ']');
}

static void put_required_all(struct schema_writer *w, const struct schema *schema, uint32_t keys) {
    json_key(&w->json, "required");
    json_open(&w->json, '[');
    for (size_t i = 0; i < schema->count; i++) {
        if ((keys & KEY(i)) != 0) {
            json_text(&w->json, schema->fields[i].key);
        }
    }
    json_close(&w->json, ']');
}

/* Not all of the keys; a yes or no counts when it is a yes. */
static void put_apart(struct schema_writer *w, const struct schema *schema, uint32_t keys) {
    json_key(&w->json, "not");
    json_open(&w->json, '{');
    put_required_all(w, schema, keys);
    json_key(&w->json, "properties");
    json_open(&w->json, '{');
    for (size_t i = 0; i < schema->count; i++) {
        if ((keys & KEY(i)) != 0 && schema->fields[i].type == FIELD_BOOLEAN) {
            json_key(&w->json, schema->fields[i].key);
            put_branch(w, field_kinds[FIELD_YES].name);
        }
    }
    json_close(&w->json, '}');
    json_close(&w->json, '}');
}

static void put_conditions(struct schema_writer *w, const struct schema *schema,
                           const struct rule *rule) {
    uint32_t keys = 0;
    json_key(&w->json, "properties");
    json_open(&w->json, '{');
    for (size_t i = 0; i < CONDITIONS_MAX && rule->when[i].values != 0; i++) {
        const struct field *field = &schema->fields[rule->when[i].field];
        keys |= KEY(rule->when[i].field);
        json_key(&w->json, field->key);
        json_open(&w->json, '{');
        json_key(&w->json, "enum");
        json_open(&w->json, '[');
        for (size_t value = 0; value < field->choices->count; value++) {
            if ((rule->when[i].values & KEY(value)) != 0) {
                json_text(&w->json, field->choices->words[value]);
            }
        }
        json_close(&w->json, ']');
        json_close(&w->json, '}');
    }
    json_close(&w->json, '}');
    put_required_all(w, schema, keys);
}

static void put_needs(struct schema_writer *w, const struct schema *schema,
                      const struct rule *rule) {
    json_key(&w->json, "if");
    json_open(&w->json, '{');
    if (rule->keys != 0) {
        put_required_all(w, schema, rule->keys);
    } else {
        put_conditions(w, schema, rule);
    }
    json_close(&w->json, '}');
    json_key(&w->json, "then");
    json_open(&w->json, '{');
    put_required_all(w, schema, rule->others);
    json_close(&w->json, '}');
}

static void put_rules(struct schema_writer *w, const struct schema *schema) {
    if (schema->rule_count == 0) {
        return;
    }
    json_key(&w->json, "allOf");
    json_open(&w->json, '[');
    for (size_t i = 0; i < schema->rule_count; i++) {
        const struct rule *rule = &schema->rules[i];
        json_open(&w->json, '{');
        switch (rule->kind) {
        case RULE_ONE:
            put_required_each(w, schema, "oneOf", rule->keys);
            break;
        case RULE_SOME:
            put_required_each(w, schema, "anyOf", rule->keys);
            break;
        case RULE_APART:
            put_apart(w, schema, rule->keys);
            break;
        case RULE_NEEDS:
            put_needs(w, schema, rule);
            break;
        }
        json_close(&w->json, '}');
    }
    json_close(&w->json, ']');
}

/* The members that describe a mapping, inside an open object; types: JSON of its `type`. */
static void put_mapping(struct schema_writer *w, const struct schema *schema, const char *types) {
    json_key_plain(&w->json, "type", types);
    json_key(&w->json, "additionalProperties");
    json_bool(&w->json, false);
    put_required(w, schema);
    put_rules(w, schema);
    json_key(&w->json, "properties");
    json_open(&w->json, '{');
    for (size_t i = 0; i < schema->count; i++) {
        put_field(w, &schema->fields[i]);
    }
    json_close(&w->json, '}');
}

/* ---- $defs ---- */

/* Appends a pattern for one letter, small or large; *c is left at its last byte. The letters of the
 * words are ASCII or Latin-1, whose large ones lie 0x20 below. */
static void put_any_case(struct buffer *pattern, const char **c) {
    enum { CASE = 'a' - 'A' };
    if ((unsigned char)**c == 0xC3) {
        (*c)++;
        buffer_format(pattern, "[\xC3%c\xC3%c]", **c, **c - CASE);
    } else {
        buffer_format(pattern, "[%c%c]", **c, **c - CASE);
    }
}

/* The words as written, and the same whatever the case of their letters. */
static void put_yes_or_no(struct schema_writer *w, bool yes_only) {
    struct buffer pattern = {0};
    const char *shown[FIELDS_MAX];
    struct word_list words = {shown, 0};
    for (size_t i = 0; i < boolean_words_count; i += yes_only ? 2 : 1) {
        shown[words.count++] = boolean_words[i];
    }
    buffer_text(&pattern, "^(");
    for (size_t i = 0; i < words.count; i++) {
        buffer_text(&pattern, i > 0 ? "|" : "");
        for (const char *c = words.words[i]; *c != '\0'; c++) {
            put_any_case(&pattern, &c);
        }
    }
    buffer_text(&pattern, ")$");
    buffer_put(&pattern, "", 1);
    json_key_plain(&w->json, "anyOf", yes_only ? "[{\"const\": true}" : "[{\"type\": \"boolean\"}");
    json_open(&w->json, '{');
    put_choices(w, &words);
    json_close(&w->json, '}');
    json_open(&w->json, '{');
    json_key_text(&w->json, "type", "string");
    json_key_text(&w->json, "pattern", pattern.text);
    json_close(&w->json, '}');
    json_close(&w->json, ']');
    buffer_clear(&pattern);
}

static void put_scalar(struct schema_writer *w, const struct field_kind *kind) {
    json_line(&w->json);
    json_key(&w->json, kind->name);
    json_open(&w->json, '{');
    json_key_text(&w->json, "description", kind->help[w->lang]);
    if (kind->types == NULL) {
        put_yes_or_no(w, kind == &field_kinds[FIELD_YES]);
    } else {
        json_key_plain(&w->json, "type", kind->types);
    }
    if (kind->pattern != NULL) {
        json_key_text(&w->json, "pattern", kind->pattern);
    }
    if (kind->range != NULL) {
        json_plain(&w->json, kind->range);
    }
    if (kind->examples != NULL) {
        json_key_plain(&w->json, "examples", kind->examples);
    }
    json_close(&w->json, '}');
}

static bool was_seen(const struct schema_writer *w, const struct schema *schema) {
    for (size_t i = 0; i < w->count; i++) {
        if (w->seen[i] == schema) {
            return true;
        }
    }
    return false;
}

/* Adds the kinds of mappings that stand directly inside one. */
static void see_inside(struct schema_writer *w, const struct schema *schema) {
    for (size_t i = 0; i < schema->count; i++) {
        const struct schema *inside = schema->fields[i].inside;
        if (inside != NULL && w->count < SCHEMAS_MAX && !was_seen(w, inside)) {
            w->seen[w->count++] = inside;
        }
    }
}

static void put_definitions(struct schema_writer *w) {
    json_line(&w->json);
    json_key(&w->json, "$defs");
    json_open(&w->json, '{');
    for (size_t i = 0; i < FIELD_TYPE_COUNT; i++) {
        if (field_kinds[i].name != NULL) {
            put_scalar(w, &field_kinds[i]);
        }
    }
    see_inside(w, &file_schema);
    for (size_t i = 0; i < w->count; i++) {
        json_line(&w->json);
        json_key(&w->json, w->seen[i]->name);
        json_open(&w->json, '{');
        put_mapping(w, w->seen[i], "\"object\"");
        json_close(&w->json, '}');
        see_inside(w, w->seen[i]);
    }
    json_close(&w->json, '}');
}

void json_schema_put(struct buffer *out, enum language lang) {
    static const char *const about[LANG_COUNT] = {
        "Kế hoạch và số thực hiện, để tiendo so sánh.",
        "Targets and actuals, for tiendo to compare.",
    };
    struct schema_writer w = {.json = {.out = out}, .lang = lang};
    json_open(&w.json, '{');
    json_key_text(&w.json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_line(&w.json);
    json_key_text(&w.json, "title", "tiendo");
    json_key_text(&w.json, "description", about[lang]);
    put_mapping(&w, &file_schema, "[\"object\", \"null\"]");
    put_definitions(&w);
    json_close(&w.json, '}');
    buffer_text(out, "\n");
}
