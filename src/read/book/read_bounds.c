/* SPDX-License-Identifier: MIT */
#include "read_bounds.h"

#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "numbers.h"
#include "scalars.h"

/* The key that says what a target is: one for each kind. */
static const enum bound_field heads[] = {
    [TARGET_AT_LEAST] = BOUND_AT_LEAST, [TARGET_MORE_THAN] = BOUND_MORE_THAN,
    [TARGET_AT_MOST] = BOUND_AT_MOST,   [TARGET_LESS_THAN] = BOUND_LESS_THAN,
    [TARGET_RANGE] = BOUND_FROM,        [TARGET_WITHIN] = BOUND_WITHIN,
    [TARGET_ABOUT] = BOUND_ABOUT,       [TARGET_EXACTLY] = BOUND_EXACTLY,
    [TARGET_DONE] = BOUND_DONE,         [TARGET_GROW] = BOUND_GROW_BY,
};
static_assert(sizeof heads / sizeof *heads == TARGET_KIND_COUNT, "no key says a kind of target");

/* The same keys as a rule lists them: all but those that go with one of them. */
enum {
    BOUND_OTHERS = KEY(BOUND_TO) | KEY(BOUND_TOLERANCE) | KEY(BOUND_BASE),
    BOUND_HEADS = KEY(BOUND_FIELD_COUNT) - 1 - BOUND_OTHERS,
};
static_assert((int)BOUND_FIELD_COUNT == (int)TARGET_KIND_COUNT + 3,
              "a key that is no kind is in BOUND_OTHERS");

const struct rule bound_rules[] = {
    [BOUND_HEAD] = {.kind = RULE_ONE, .keys = BOUND_HEADS},
    [BOUND_FROM_TO] = {.kind = RULE_NEEDS, .keys = KEY(BOUND_FROM), .others = KEY(BOUND_TO)},
    [BOUND_TO_FROM] = {.kind = RULE_NEEDS, .keys = KEY(BOUND_TO), .others = KEY(BOUND_FROM)},
    [BOUND_TOLERATED] = {.kind = RULE_NEEDS,
                         .keys = KEY(BOUND_TOLERANCE),
                         .others = KEY(BOUND_ABOUT)},
};
static_assert(sizeof bound_rules / sizeof *bound_rules == BOUND_RULE_COUNT, "a row for each rule");

/* Of BOUND_ROWS, which other tables take in: a gap in the middle of these is not seen there. */
struct bound_says {
    bool done;
};
static_assert(sizeof(const struct field[]){BOUND_ROWS(struct bound_says)} ==
                  BOUND_FIELD_COUNT * sizeof(struct field),
              "a key of a target has no row");

enum bound_field bounds_head(enum target_kind kind) {
    return heads[kind];
}

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

/* The kind whose key stands there; TARGET_KIND_COUNT with a finding when there is none or more
 * than one. */
static enum target_kind kind_of(struct loader *loader, const struct node *node,
                                const struct node *const found[], bool misspelt) {
    enum target_kind kind = TARGET_KIND_COUNT;
    size_t heads_found = 0;
    for (enum target_kind k = 0; k < TARGET_KIND_COUNT; k++) {
        if (found[heads[k]] != NULL || (k == TARGET_RANGE && found[BOUND_TO] != NULL)) {
            kind = k;
            heads_found++;
        }
    }
    bool stray =
        found[BOUND_TOLERANCE] != NULL && (heads_found != 1 || !target_has(kind, HAS_TOLERANCE));
    if (heads_found != 1 || stray) {
        if (heads_found > 1 || !misspelt) {
            fail_shape(loader, node, found);
        }
        return TARGET_KIND_COUNT;
    }
    return kind;
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
    out->relative = number.percent;
    out->tolerance =
        number.percent ? ratio_div(ratio_mul(size, number.low), ratio_int(100)) : number.low;
    return true;
}

/* The number of a kind that has one. */
static bool read_single(struct loader *loader, const struct indicator *indicator,
                        const struct node *node, struct bounds *out) {
    struct ratio number;
    if (!quantity(loader, indicator, node, &number)) {
        return false;
    }
    out->low = target_has(out->kind, HAS_LOW) ? number : out->low;
    out->high = target_has(out->kind, HAS_HIGH) ? number : out->high;
    return true;
}

static bool read_about(struct loader *loader, const struct indicator *indicator,
                       const struct node *const found[], struct bounds *out) {
    out->tolerance = ratio_int(0);
    return read_single(loader, indicator, found[BOUND_ABOUT], out) &&
           (found[BOUND_TOLERANCE] == NULL ||
            read_tolerance(loader, indicator, found[BOUND_TOLERANCE], out));
}

static bool read_done(struct loader *loader, const struct node *node,
                      const struct node *const found[], bool done) {
    bool yes;
    if (done) {
        return true;
    }
    if (node_is_scalar(found[BOUND_DONE]) && text_boolean(loader, found[BOUND_DONE], &yes)) {
        fail_shape(loader, node, found); /* done: false promises nothing */
    }
    return false;
}

/* What stands under the keys of out->kind. */
static bool read_kind(struct loader *loader, const struct indicator *indicator,
                      const struct node *node, const struct node *const found[], bool done,
                      bool misspelt, struct bounds *out) {
    const struct node *head = found[heads[out->kind]];
    switch (out->kind) {
    case TARGET_AT_LEAST:
    case TARGET_MORE_THAN:
    case TARGET_AT_MOST:
    case TARGET_LESS_THAN:
    case TARGET_EXACTLY:
        return read_single(loader, indicator, head, out);
    case TARGET_RANGE:
        return read_range(loader, indicator, node, found, misspelt, out);
    case TARGET_WITHIN:
        return read_within(loader, indicator, head, out);
    case TARGET_ABOUT:
        return read_about(loader, indicator, found, out);
    case TARGET_DONE:
        return read_done(loader, node, found, done);
    case TARGET_GROW:
        return number_percent(loader, head, true, &out->grow);
    case TARGET_KIND_COUNT:
        break;
    }
    return false;
}

bool bounds_read(struct loader *loader, const struct indicator *indicator, const struct node *node,
                 const struct node *const found[], bool done, bool misspelt, struct bounds *out) {
    struct bounds bounds = {.kind = kind_of(loader, node, found, misspelt)};
    if (bounds.kind == TARGET_KIND_COUNT) {
        return false;
    }
    if (indicator_is_yes_no(indicator) != (target_numbers(bounds.kind) == 0)) {
        const struct node *head = found[heads[bounds.kind]];
        const struct node *guilty = head != NULL ? head : found[BOUND_TO];
        FIND(loader->findings, MSG_KIND_MISMATCH, guilty->key_place, node_key(guilty),
             indicator_kind_key(indicator->kind));
        return false;
    }
    bool ok =
        found[BOUND_BASE] == NULL || quantity(loader, indicator, found[BOUND_BASE], &bounds.base);
    ok = read_kind(loader, indicator, node, found, done, misspelt, &bounds) && ok;
    if (ok) {
        *out = bounds;
    }
    return ok;
}

/* `plan_issued: done`, or a yes. */
static bool read_plain_done(struct loader *loader, const struct indicator *indicator,
                            const struct node *node, struct bounds *out) {
    bool yes = strcmp(node->text, target_kind_key(TARGET_DONE)) == 0;
    if (!yes && decimal_span(node->text, node->text_length) > 0) {
        FIND(loader->findings, MSG_KIND_MISMATCH, node->place,
             loader_shown(loader, node->text, node->text_length),
             indicator_kind_key(indicator->kind));
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
    if (strcmp(node->text, target_kind_key(TARGET_DONE)) != 0 &&
        !text_boolean(loader, node, &yes)) {
        return false;
    }
    const char *text = loader_shown(loader, node->text, node->text_length);
    if (yes) {
        FIND(loader->findings, MSG_KIND_MISMATCH, node->place, text,
             indicator_kind_key(indicator->kind));
    } else {
        FIND(loader->findings, MSG_TARGET_SHAPE, node->place, text);
    }
    return true;
}

bool bounds_read_plain(struct loader *loader, const struct indicator *indicator,
                       const struct node *node, struct bounds *out) {
    if (indicator_is_yes_no(indicator)) {
        return read_plain_done(loader, indicator, node, out);
    }
    struct number_rules rules = {.where = HINT_IN_TARGET, .unit = &indicator->unit};
    struct number number;
    if (say_done(loader, indicator, node) || !number_read(loader, node, &rules, &number)) {
        return false;
    }
    *out = indicator->better == BETTER_LOWER
               ? (struct bounds){.kind = TARGET_AT_MOST, .high = number.low, .plain = true}
               : (struct bounds){.kind = TARGET_AT_LEAST, .low = number.low, .plain = true};
    return true;
}
