/* SPDX-License-Identifier: MIT */
/*
 * The schema of the format as data, and the only place that checks mappings against it: unknown
 * keys, wrong types, missing keys and empty values are found here.
 *
 * A schema says which keys one kind of mapping may hold. fields_read() checks a mapping against
 * it, converts what can be converted without knowing the indicator into a record, and hands out
 * the nodes of the rest. The JSON Schema and the guide's page of keys are made from the same rows:
 * begin at file_schema and follow `inside`.
 */
#ifndef TIENDO_FIELDS_H
#define TIENDO_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "loader.h"
#include "words.h"

/* What a value is, and what it becomes in the record (`into`). A scalar with a schema `inside` may
 * be a mapping by it instead; its reader then looks at both. */
enum field_type {
    FIELD_TEXT,      /* any text; const char *, the book's own copy */
    FIELD_ORG,       /* id of an organisation; its node only: resolved later */
    FIELD_INDICATOR, /* id of an indicator; its node only */
    FIELD_COUNT,     /* a whole number from 0 on; int */
    FIELD_YEAR,      /* 2024; int */
    FIELD_DATE,      /* 2024-06-30; struct date */
    FIELD_DAY,       /* 12-31, a day of every year; struct date of the year 2000 */
    FIELD_PERIOD,    /* 2024-05, 2024-Q2, 2024-H1; struct window */
    FIELD_BOOLEAN,   /* có, không, yes, no, true, false; bool */
    FIELD_YES,       /* the same, but a no is refused by who reads it; bool */
    FIELD_CHOICE,    /* one of `choices`; int, its index */
    FIELD_NUMBER,    /* a number without unit; its node only */
    FIELD_TIMES,     /* a number, perhaps with `lần`; its node only */
    FIELD_PERCENT,   /* a number with or without %; its node only */
    FIELD_TOLERANCE, /* a percentage of the target, or a quantity; its node only */
    FIELD_QUANTITY,  /* a number with or without a unit; its node only */
    FIELD_INTERVAL,  /* a quantity, or two of them with `..` between; its node only */
    FIELD_MAPPING,   /* a mapping by the schema `inside`; its node only */
    FIELD_TARGET,    /* a quantity, a yes, or a mapping by `inside`; its node only */
    FIELD_FIGURE,    /* an interval, a yes or no, or a mapping by `inside`; its node only */
    FIELD_TYPE_COUNT
};

/* How many of them, and under which keys. */
enum field_shape {
    SHAPE_ONE,
    SHAPE_LIST,
    SHAPE_ONE_OR_LIST,
    SHAPE_BY_ORG,               /* a mapping from ids of organisations */
    SHAPE_BY_INDICATOR,         /* a mapping from ids of indicators */
    SHAPE_BY_INDICATOR_OR_LIST, /* the same, each value one or a list */
    SHAPE_BY_DATE,              /* a mapping from dates */
    SHAPE_BY_TEXT,              /* a mapping from any texts */
    SHAPE_COUNT
};

/* Which numbers make sense; the rest is refused by who reads them. */
enum field_sign { SIGN_ANY, SIGN_NOT_NEGATIVE, SIGN_POSITIVE, SIGN_COUNT };

struct schema;

/* One key of a mapping. */
struct field {
    const char *key;                 /* as written */
    const char *also;                /* what people write instead, '|' between; or NULL */
    enum field_type type;            /* what stands there */
    enum field_shape form;           /* how many of it */
    bool required;                   /* missing is an error */
    bool may_be_empty;               /* a section whose lines are all comments says nothing */
    size_t into;                     /* INTO(struct, member) of the record; 0: the node only */
    const struct word_list *choices; /* of FIELD_CHOICE */
    const struct schema *inside;     /* of the mappings it is or may be */
    int most;                        /* of FIELD_COUNT, when it is not a million */
    uint8_t items;                   /* of SHAPE_LIST: exactly so many; 0: any number */
    enum field_sign sign;            /* of numbers */
    const char *help[LANG_COUNT];    /* one line for people */
};

#define INTO(type, member) (offsetof(type, member) + 1)

/* What the keys of one mapping have to do with each other. */
enum rule_kind {
    RULE_ONE,   /* exactly one of `keys` stands there */
    RULE_SOME,  /* at least one of `keys` does */
    RULE_APART, /* not all of `keys` do; a FIELD_BOOLEAN counts when it says yes */
    RULE_NEEDS  /* when all of `keys` do, or the conditions hold, so do all of `others` */
};

enum { CONDITIONS_MAX = 2 };

/* A key of FIELD_CHOICE that has one of some values. */
struct condition {
    size_t field;    /* its index */
    uint32_t values; /* KEY() of each index of its choices; 0: no condition */
};

struct rule {
    enum rule_kind kind;
    uint32_t keys;                         /* KEY() of each field; 0: the conditions instead */
    uint32_t others;                       /* of RULE_NEEDS */
    struct condition when[CONDITIONS_MAX]; /* of RULE_NEEDS without keys: all of them hold */
};

#define KEY(index) (UINT32_C(1) << (index))

/* The keys of one kind of mapping. */
struct schema {
    const char *name;           /* the key under which such a mapping stands */
    const struct field *fields; /* indexed by an enum of its reader */
    size_t count;               /* of them, at most FIELDS_MAX */
    const struct rule *rules;   /* indexed by an enum of its reader, or NULL */
    size_t rule_count;          /* of them */
};

enum { FIELDS_MAX = 32 };

/* The words for yes and no, even ones yes; for the schema's readers. */
extern const char *const boolean_words[];
extern const size_t boolean_words_count;

/* Checks the mapping `node`. found[i] is the node of field i, or NULL when the key is not there;
 * values of a wrong type are in it too, already reported: their readers skip them without a further
 * finding. The record's members keep their values where a key is missing or wrong. True when
 * nothing was wrong. */
bool fields_read(struct loader *loader, const struct schema *schema, const struct node *node,
                 void *record, const struct node *found[]);

/* How many of the keys (KEY() of each) stand in a mapping that was read. */
size_t keys_found(const struct node *const found[], uint32_t keys);

/* True when a finding since `before` (a length of loader->findings->items) is about an unknown key.
 * A key that is missing may be that one, misspelt; it is then not reported as missing too. */
bool key_misspelt(const struct loader *loader, size_t before);

/* True when node is a collection of this kind; otherwise a finding. */
bool node_wanted(struct loader *loader, const struct node *node, enum node_kind kind);

/* True when node is a scalar with a text; otherwise a finding. */
bool scalar_wanted(struct loader *loader, const struct node *node);

/* True when the key of a mapping from ids is no key at all but comes from a mistake in YAML's
 * punctuation, which is then reported: `{htx_new:4}`, `{htx_new: 2,7}`, `{htx_new: 5 thương mại, 10
 * nông nghiệp}`. `previous` is the sibling before it or NULL; `texts`: the mapping's values are
 * texts. */
bool key_slipped(struct loader *loader, const struct node *parent, const struct node *previous,
                 const struct node *node, bool texts);

#endif
