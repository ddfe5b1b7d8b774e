/* SPDX-License-Identifier: MIT */
#include "read_bounds.h"

#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "numbers.h"
#include "scalars.h"

const char *const target_done_word = "done";

const struct rule bound_rules[] = {
    [BOUND_HEAD] = {.kind = RULE_ONE,
                    .keys = KEY(BOUND_AT_LEAST) | KEY(BOUND_MORE_THAN) | KEY(BOUND_AT_MOST) |
                            KEY(BOUND_LESS_THAN) | KEY(BOUND_EXACTLY) | KEY(BOUND_WITHIN) |
                            KEY(BOUND_FROM) | KEY(BOUND_ABOUT) | KEY(BOUND_GROW_BY) |
                            KEY(BOUND_DONE)},
    [BOUND_FROM_TO] = {.kind = RULE_NEEDS, .keys = KEY(BOUND_FROM), .others = KEY(BOUND_TO)},
    [BOUND_TO_FROM] = {.kind = RULE_NEEDS, .keys = KEY(BOUND_TO), .others = KEY(BOUND_FROM)},
    [BOUND_TOLERATED] = {.kind = RULE_NEEDS,
                         .keys = KEY(BOUND_TOLERANCE),
                         .others = KEY(BOUND_ABOUT)},
};
static_assert(sizeof bound_rules / sizeof *bound_rules == BOUND_RULE_COUNT, "a rule is missing");

/* The targets with one bound. */
static const struct {
    enum bound_field field; /* its key */
    enum target_kind kind;  /* what it is */
    bool low;               /* the number goes to bounds.low */
    bool high;              /* .. to bounds.high */
} single[] = {
    {BOUND_AT_LEAST, TARGET_AT_LEAST, true, false},
    {BOUND_MORE_THAN, TARGET_MORE_THAN, true, false},
    {BOUND_AT_MOST, TARGET_AT_MOST, false, true},
    {BOUND_LESS_THAN, TARGET_LESS_THAN, false, true},
    {BOUND_EXACTLY, TARGET_EXACTLY, true, true},
    {BOUND_ABOUT, TARGET_ABOUT, true, true},
};

static bool quantity(struct loader *loader, const struct indicator *indicator,
                     const struct node *node, struct ratio *out) {
    struct number_rules rules = {.where = HINT_UNDER_KEY, .unit = &indicator->unit};
    struct number number;
    if (!number_read(loader, node, &rules, &number)) {
        return false;
    }
    *out = number.low;
    return true;
}

/* The keys that stand there, as a message lists them. */
static void fail_shape(struct loader *loader, const struct node *node,
                       const struct node *const found[]) {
    struct buffer keys = {0};
    for (size_t i = 0; i < BOUND_FIELD_COUNT; i++) {
        if (found[i] != NULL && i != BOUND_BASE) {
            buffer_text(&keys, arrlen(keys.text) > 0 ? ", " : "");
            buffer_text(&keys, node_key(found[i]));
        }
    }
    bool any = arrlen(keys.text) > 0;
    buffer_put(&keys, "", 1);
    FIND(loader->findings, MSG_TARGET_SHAPE, node_spot(node), any ? keys.text : "{ }");
    buffer_clear(&keys);
}

/* The one key that says what the target is; BOUND_FIELD_COUNT with a finding when there is none
 * or more than one. */
static enum bound_field head_of(struct loader *loader, const struct node *node,
                                const struct node *const found[], bool misspelt) {
    enum bound_field head = BOUND_FIELD_COUNT;
    size_t heads_found = 0;
    for (size_t i = 0; i < BOUND_FIELD_COUNT; i++) {
        bool here = found[i] != NULL || (i == BOUND_FROM && found[BOUND_TO] != NULL);
        if (here && (bound_rules[BOUND_HEAD].keys & KEY(i)) != 0) {
            head = (enum bound_field)i;
            heads_found++;
        }
    }
    bool stray = found[BOUND_TOLERANCE] != NULL && head != BOUND_ABOUT;
    if (heads_found != 1 || stray) {
        if (heads_found > 1 || !misspelt) {
            fail_shape(loader, node, found);
        }
        return BOUND_FIELD_COUNT;
    }
    return head;
}

static bool in_order(struct loader *loader, const struct node *low, const struct node *high,
                     const struct bounds *bounds) {
    if (ratio_cmp(bounds->low, bounds->high) > 0) {
        FIND(loader->findings, MSG_RANGE_ORDER, high->place,
             loader_shown(loader, low->text, low->text_length),
             loader_shown(loader, high->text, high->text_length));
        return false;
    }
    return true;
}

static bool two_bounds(struct loader *loader, const struct indicator *indicator,
                       const struct node *low, const struct node *high, struct bounds *out) {
    bool ok = quantity(loader, indicator, low, &out->low);
    return quantity(loader, indicator, high, &out->high) && ok && in_order(loader, low, high, out);
}

static bool read_range(struct loader *loader, const struct indicator *indicator,
                       const struct node *node, const struct node *const found[], bool misspelt,
                       struct bounds *out) {
    const struct node *from = found[BOUND_FROM];
    const struct node *to = found[BOUND_TO];
    out->kind = TARGET_RANGE;
    if (from != NULL && to != NULL) {
        return two_bounds(loader, indicator, from, to, out);
    }
    quantity(loader, indicator, from != NULL ? from : to, &out->low);
    if (!misspelt) {
        FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), from != NULL ? "to" : "from",
             node->key != NULL ? node_key(node) : target_schema.name);
    }
    return false;
}

static bool read_within(struct loader *loader, const struct indicator *indicator,
                        const struct node *list, struct bounds *out) {
    out->kind = TARGET_WITHIN;
    if (list->kind != NODE_LIST) {
        return false;
    }
    const struct node *low = list->first;
    if (low == NULL || low->next == NULL || low->next->next != NULL) {
        FIND(loader->findings, MSG_TARGET_SHAPE, node_spot(list), node_key(list));
        return false;
    }
    return two_bounds(loader, indicator, low, low->next, out);
}

/* 5% of the number, or a quantity. */
static bool read_tolerance(struct loader *loader, const struct indicator *indicator,
                           const struct node *node, struct bounds *out) {
    struct number_rules rules = {
        .where = HINT_UNDER_KEY, .unit = &indicator->unit, .relative = true};
    struct number number;
    if (!number_read(loader, node, &rules, &number)) {
        return false;
    }
    if (number.written.units < 0) {
        FIND(loader->findings, MSG_TOO_SMALL, node->place,
             loader_shown(loader, node->text, node->text_length), node_key(node));
        return false;
    }
    struct ratio size = ratio_sign(out->low) < 0 ? ratio_sub(ratio_int(0), out->low) : out->low;
    out->tolerance =
        number.percent ? ratio_div(ratio_mul(size, number.low), ratio_int(100)) : number.low;
    return true;
}

static bool read_single(struct loader *loader, const struct indicator *indicator,
                        enum bound_field head, const struct node *const found[],
                        struct bounds *out) {
    struct ratio number;
    if (!quantity(loader, indicator, found[head], &number)) {
        return false;
    }
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        if (single[i].field == head) {
            out->kind = single[i].kind;
            out->low = single[i].low ? number : out->low;
            out->high = single[i].high ? number : out->high;
        }
    }
    if (head == BOUND_ABOUT) {
        out->tolerance = ratio_int(0);
    }
    return head != BOUND_ABOUT || found[BOUND_TOLERANCE] == NULL ||
           read_tolerance(loader, indicator, found[BOUND_TOLERANCE], out);
}

static bool read_done(struct loader *loader, const struct node *node,
                      const struct node *const found[], bool done, struct bounds *out) {
    bool yes;
    out->kind = TARGET_DONE;
    if (done) {
        return true;
    }
    if (node_is_scalar(found[BOUND_DONE]) && text_boolean(loader, found[BOUND_DONE], &yes)) {
        fail_shape(loader, node, found); /* done: false promises nothing */
    }
    return false;
}

bool bounds_read(struct loader *loader, const struct indicator *indicator, const struct node *node,
                 const struct node *const found[], bool done, bool misspelt, struct bounds *out) {
    struct bounds bounds = {0};
    enum bound_field head = head_of(loader, node, found, misspelt);
    bool of_done = indicator->kind == KIND_DONE;
    if (head == BOUND_FIELD_COUNT) {
        return false;
    }
    if (of_done != (head == BOUND_DONE)) {
        const struct node *guilty =
            head == BOUND_FROM && found[head] == NULL ? found[BOUND_TO] : found[head];
        FIND(loader->findings, MSG_KIND_MISMATCH, guilty->key_place, node_key(guilty),
             indicator_kind_word(indicator->kind));
        return false;
    }
    bool ok =
        found[BOUND_BASE] == NULL || quantity(loader, indicator, found[BOUND_BASE], &bounds.base);
    if (head == BOUND_DONE) {
        ok = read_done(loader, node, found, done, &bounds) && ok;
    } else if (head == BOUND_FROM) {
        ok = read_range(loader, indicator, node, found, misspelt, &bounds) && ok;
    } else if (head == BOUND_WITHIN) {
        ok = read_within(loader, indicator, found[head], &bounds) && ok;
    } else if (head == BOUND_GROW_BY) {
        bounds.kind = TARGET_GROW;
        ok = number_percent(loader, found[head], true, &bounds.grow) && ok;
    } else {
        ok = read_single(loader, indicator, head, found, &bounds) && ok;
    }
    if (ok) {
        *out = bounds;
    }
    return ok;
}

/* `plan_issued: done`, or a yes. */
static bool read_plain_done(struct loader *loader, const struct node *node, struct bounds *out) {
    bool yes = strcmp(node->text, target_done_word) == 0;
    if (!yes && decimal_span(node->text, node->text_length) > 0) {
        FIND(loader->findings, MSG_KIND_MISMATCH, node->place,
             loader_shown(loader, node->text, node->text_length), indicator_kind_word(KIND_DONE));
        return false;
    }
    if (!yes && !scalar_boolean(loader, node, &yes)) {
        return false;
    }
    if (!yes) {
        FIND(loader->findings, MSG_TARGET_SHAPE, node->place,
             loader_shown(loader, node->text, node->text_length));
        return false;
    }
    *out = (struct bounds){.kind = TARGET_DONE};
    return true;
}

/* A yes or a no where a number is wanted, with a finding. */
static bool say_done(struct loader *loader, const struct indicator *indicator,
                     const struct node *node) {
    bool yes = true;
    if (strcmp(node->text, target_done_word) != 0 && !text_boolean(loader, node, &yes)) {
        return false;
    }
    const char *text = loader_shown(loader, node->text, node->text_length);
    if (yes) {
        FIND(loader->findings, MSG_KIND_MISMATCH, node->place, text,
             indicator_kind_word(indicator->kind));
    } else {
        FIND(loader->findings, MSG_TARGET_SHAPE, node->place, text);
    }
    return true;
}

bool bounds_read_plain(struct loader *loader, const struct indicator *indicator,
                       const struct node *node, struct bounds *out) {
    if (indicator->kind == KIND_DONE) {
        return read_plain_done(loader, node, out);
    }
    struct number_rules rules = {.where = HINT_IN_TARGET, .unit = &indicator->unit};
    struct number number;
    if (say_done(loader, indicator, node) || !number_read(loader, node, &rules, &number)) {
        return false;
    }
    *out = indicator->better == BETTER_LOWER
               ? (struct bounds){.kind = TARGET_AT_MOST, .high = number.low}
               : (struct bounds){.kind = TARGET_AT_LEAST, .low = number.low};
    return true;
}
