/* SPDX-License-Identifier: MIT */
/* Reads claims: percentages that a report printed, kept with as many decimals. */
#include <assert.h>

#include "mem.h"
#include "numbers.h"
#include "sections.h"

/* What a claim's mapping says besides its number. */
struct claim_says {
    const char *by; /* names the target meant, or NULL */
};

enum claim_field {
    CLAIM_KEY_ATTAINMENT,
    CLAIM_KEY_OVER,
    CLAIM_KEY_TIMES,
    CLAIM_KEY_OF_LAST_YEAR,
    CLAIM_KEY_SHARE_OF,
    CLAIM_KEY_IS,
    CLAIM_KEY_BY,
    CLAIM_FIELD_COUNT
};

/* The first fields are the kinds of claims, in their order. */
static_assert((int)CLAIM_KEY_ATTAINMENT == (int)CLAIM_ATTAINMENT &&
                  (int)CLAIM_KEY_SHARE_OF == (int)CLAIM_SHARE_OF &&
                  (int)CLAIM_KEY_IS == (int)CLAIM_GROWTH,
              "field of a kind");

static const struct field fields[] = {
    [CLAIM_KEY_ATTAINMENT] = {KEY_ATTAINMENT, "đạt|so kế hoạch", FIELD_PERCENT, SHAPE_ONE,
                              .help = {"“đạt x %”: thực hiện chia kế hoạch.",
                                       "Actual over target, in percent."}},
    [CLAIM_KEY_OVER] = {KEY_OVER, "vượt|tăng", FIELD_PERCENT, SHAPE_ONE,
                        .help = {"“vượt x %” kế hoạch.", "Percent above the target."}},
    [CLAIM_KEY_TIMES] = {KEY_TIMES, "gấp|lần", FIELD_TIMES, SHAPE_ONE,
                         .help = {"“gấp x lần” kế hoạch.", "A multiple of the target."}},
    [CLAIM_KEY_OF_LAST_YEAR] = {KEY_OF_LAST_YEAR, "so cùng kỳ|cùng kỳ", FIELD_PERCENT, SHAPE_ONE,
                                .help = {"“đạt x %” so với cùng kỳ năm trước.",
                                         "Percent of the same period last year."}},
    [CLAIM_KEY_SHARE_OF] = {KEY_SHARE_OF, "chiếm|tỷ trọng trong", FIELD_INDICATOR, SHAPE_ONE,
                            .help = {"“chiếm x %” của chỉ tiêu này; đi cùng is.",
                                     "A share of this indicator; goes with is."}},
    [CLAIM_KEY_IS] = {"is", "là|bằng", FIELD_PERCENT, SHAPE_ONE,
                      .help = {"Tỷ lệ được in của share_of.", "The published share."}},
    [CLAIM_KEY_BY] = {"by", "cấp giao|giao bởi", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct claim_says, by),
                      .help = {"Kế hoạch của cấp nào, khi có nhiều kế hoạch.",
                               "Whose target is meant, when there are several."}},
};
static_assert(sizeof fields / sizeof *fields == CLAIM_FIELD_COUNT, "a row for each field");

enum claim_rule { CLAIM_HEAD, CLAIM_SHARE_IS, CLAIM_IS_SHARE, CLAIM_RULE_COUNT };

static const struct rule claim_rules[] = {
    [CLAIM_HEAD] = {.kind = RULE_ONE, .keys = KEY(CLAIM_KEY_IS) - 1},
    [CLAIM_SHARE_IS] = {.kind = RULE_NEEDS,
                        .keys = KEY(CLAIM_KEY_SHARE_OF),
                        .others = KEY(CLAIM_KEY_IS)},
    [CLAIM_IS_SHARE] = {.kind = RULE_NEEDS,
                        .keys = KEY(CLAIM_KEY_IS),
                        .others = KEY(CLAIM_KEY_SHARE_OF)},
};
static_assert(sizeof claim_rules / sizeof *claim_rules == CLAIM_RULE_COUNT, "a row for each rule");

const struct schema claim_schema = {.name = "claims",
                                    .fields = fields,
                                    .count = CLAIM_FIELD_COUNT,
                                    .rules = claim_rules,
                                    .rule_count = CLAIM_RULE_COUNT};

/* The key that says what is claimed, or -1 with a finding. */
static int head_of(struct loader *loader, const struct node *node, const struct node *const found[],
                   bool misspelt) {
    int head = -1;
    size_t heads = keys_found(found, claim_rules[CLAIM_HEAD].keys);
    for (int i = 0; i < CLAIM_GROWTH; i++) {
        head = found[i] != NULL ? i : head;
    }
    if (heads == 0 && misspelt) {
        return -1;
    }
    if (heads == 0 && found[CLAIM_KEY_IS] != NULL) {
        FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), KEY_SHARE_OF,
             node->key != NULL ? node_key(node) : claim_schema.name);
        return -1;
    }
    if (heads != 1 || (found[CLAIM_KEY_IS] != NULL && head != CLAIM_SHARE_OF)) {
        FIND(loader->findings, MSG_ONLY_ONE, node_spot(node),
             KEY_ATTAINMENT ", " KEY_OVER ", " KEY_TIMES ", " KEY_OF_LAST_YEAR ", " KEY_SHARE_OF
                            " + is");
        return -1;
    }
    return head;
}

static bool read_printed(struct loader *loader, const struct node *node, bool times,
                         struct decimal *out) {
    struct number_rules rules = {
        .where = HINT_UNDER_KEY, .unit = times ? &times_unit : &percent_unit, .printed = true};
    struct number number;
    if (!number_read(loader, node, &rules, &number)) {
        return false;
    }
    *out = number.written;
    return true;
}

/* The number and the other indicator of a claim. */
static bool read_head(struct loader *loader, const struct node *node,
                      const struct node *const found[], int head, struct claim *claim) {
    claim->kind = (enum claim_kind)head;
    if (head != CLAIM_SHARE_OF) {
        return read_printed(loader, found[head], head == CLAIM_TIMES, &claim->printed);
    }
    if (found[CLAIM_KEY_IS] == NULL) {
        FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), "is",
             node->key != NULL ? node_key(node) : claim_schema.name);
        return false;
    }
    const struct node *of = found[head];
    claim->of = node_is_scalar(of) && of->text_length > 0
                    ? loader_indicator(loader, of->text, of->place)
                    : DROPPED;
    return read_printed(loader, found[CLAIM_KEY_IS], false, &claim->printed) && claim->of >= 0;
}

static void read_claim(struct loader *loader, const struct node *node, struct claim claim) {
    const struct node *found[CLAIM_FIELD_COUNT];
    struct claim_says says = {0};
    if (!node_wanted(loader, node, NODE_MAPPING)) {
        return;
    }
    size_t before = arrlenu(loader->findings->items);
    bool ok = fields_read(loader, &claim_schema, node, &says, found);
    int head = head_of(loader, node, found, key_misspelt(loader, before));
    ok = head >= 0 && read_head(loader, node, found, head, &claim) && ok;
    claim.by = says.by;
    if (ok && claim.org >= 0 && claim.year > 0) {
        arrput(loader->book->claims, claim);
    }
}

void claims_read(struct loader *loader, const struct node *node, int32_t indicator,
                 const struct defaults *entry, struct date date) {
    const struct node *item = node->kind == NODE_LIST ? node->first : node;
    const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
    if (item == NULL) {
        FIND(loader->findings, MSG_EMPTY_VALUE, node->key_place, node_key(node));
    }
    for (; item != end; item = item->next) {
        struct claim claim = {
            .org = entry->org,
            .indicator = indicator,
            .year = entry->year,
            .of = NONE,
            .date = date,
            .place = item->place,
        };
        read_claim(loader, item, claim);
    }
}
