/* SPDX-License-Identifier: MIT */
/* Reads claims: percentages that a report printed, kept with as many decimals. */
#include <assert.h>

#include "mem.h"
#include "numbers.h"
#include "sections.h"

/* What a claim's mapping says besides its number. */
struct claim_says {
    const char *by;       /* names the target meant, or NULL */
    struct window during; /* its part of the year, of the calendar, or no dates */
};

/* ---- a number that is hedged ---- */

enum claimed_field { CLAIMED_MORE_THAN, CLAIMED_LESS_THAN, CLAIMED_ABOUT, CLAIMED_FIELD_COUNT };

static const struct field claimed_fields[] = {
    [CLAIMED_MORE_THAN] = {KEY_MORE_THAN, "trên|hơn", FIELD_QUANTITY, SHAPE_ONE,
                           .help = {"“trên”, “hơn” số này.", "Printed as more than this."}},
    [CLAIMED_LESS_THAN] = {KEY_LESS_THAN, "dưới|gần", FIELD_QUANTITY, SHAPE_ONE,
                           .help = {"“dưới”, “gần” số này.", "Printed as less than, nearly."}},
    [CLAIMED_ABOUT] = {KEY_ABOUT, "khoảng|xấp xỉ", FIELD_QUANTITY, SHAPE_ONE,
                       .help = {"“khoảng” số này.", "Printed as about this."}},
};
static_assert(sizeof claimed_fields / sizeof *claimed_fields == CLAIMED_FIELD_COUNT, "all fields");

static const struct rule claimed_rules[] = {
    {.kind = RULE_ONE, .keys = KEY(CLAIMED_FIELD_COUNT) - 1},
};

const struct schema claimed_schema = {"claimed", claimed_fields, CLAIMED_FIELD_COUNT, claimed_rules,
                                      1};

/* What the keys say of their number. */
static const enum hedge claimed_hedges[] = {
    [CLAIMED_MORE_THAN] = HEDGE_MORE_THAN,
    [CLAIMED_LESS_THAN] = HEDGE_LESS_THAN,
    [CLAIMED_ABOUT] = HEDGE_ABOUT,
};
static_assert(sizeof claimed_hedges / sizeof *claimed_hedges == CLAIMED_FIELD_COUNT, "all fields");

/* ---- the schema ---- */

enum claim_field {
    CLAIM_KEY_ATTAINMENT,
    CLAIM_KEY_OVER,
    CLAIM_KEY_TIMES,
    CLAIM_KEY_OF_LAST_YEAR,
    CLAIM_KEY_SHARE_OF,
    CLAIM_KEY_GROWTH,
    CLAIM_KEY_CHANGE,
    CLAIM_KEY_IS,
    CLAIM_KEY_BY,
    CLAIM_KEY_DURING,
    CLAIM_FIELD_COUNT
};

/* The first fields are the kinds of claims, in their order. */
static_assert((int)CLAIM_KEY_ATTAINMENT == (int)CLAIM_ATTAINMENT &&
                  (int)CLAIM_KEY_SHARE_OF == (int)CLAIM_SHARE_OF &&
                  (int)CLAIM_KEY_IS == (int)CLAIM_HEADLINE,
              "field of a kind");

static const struct field fields[] = {
    [CLAIM_KEY_ATTAINMENT] = {KEY_ATTAINMENT, "đạt|so kế hoạch", FIELD_PERCENT, SHAPE_ONE,
                              .inside = &claimed_schema,
                              .help = {"“đạt x %”: thực hiện chia kế hoạch.",
                                       "Actual over target, in percent."}},
    [CLAIM_KEY_OVER] = {KEY_OVER, "vượt", FIELD_PERCENT, SHAPE_ONE, .inside = &claimed_schema,
                        .help = {"“vượt x %” kế hoạch.", "Percent above the target."}},
    [CLAIM_KEY_TIMES] = {KEY_TIMES, "gấp|lần", FIELD_TIMES, SHAPE_ONE, .inside = &claimed_schema,
                         .help = {"“gấp x lần” kế hoạch.", "A multiple of the target."}},
    [CLAIM_KEY_OF_LAST_YEAR] = {KEY_OF_LAST_YEAR, "so cùng kỳ|cùng kỳ", FIELD_PERCENT, SHAPE_ONE,
                                .inside = &claimed_schema,
                                .help = {"“đạt x %” so với cùng kỳ năm trước.",
                                         "Percent of the same period last year."}},
    [CLAIM_KEY_SHARE_OF] = {KEY_SHARE_OF, "chiếm|tỷ trọng trong", FIELD_INDICATOR, SHAPE_ONE,
                            .help = {"“chiếm x %” của chỉ tiêu này; đi cùng is.",
                                     "A share of this indicator; goes with is."}},
    [CLAIM_KEY_GROWTH] = {KEY_GROWTH, "tăng|tăng trưởng|tăng so cùng kỳ", FIELD_PERCENT, SHAPE_ONE,
                          .inside = &claimed_schema,
                          .help = {"“tăng x %” so với cùng kỳ năm trước; giảm thì ghi số âm.",
                                   "Up x % on the same period last year; down is negative."}},
    [CLAIM_KEY_CHANGE] = {KEY_CHANGE, "tăng thêm|chênh lệch", FIELD_QUANTITY, SHAPE_ONE,
                          .inside = &claimed_schema,
                          .help = {"“tăng x HTX” so với cùng kỳ, theo đơn vị của chỉ tiêu (tỷ lệ: "
                                   "điểm phần trăm); giảm thì ghi số âm.",
                                   "Up x on the same period last year, in the indicator's unit "
                                   "(shares: points); down is negative."}},
    [CLAIM_KEY_IS] = {"is", "là|bằng", FIELD_PERCENT, SHAPE_ONE, .inside = &claimed_schema,
                      .help = {"Tỷ lệ được in của share_of.", "The published share."}},
    [CLAIM_KEY_BY] = {"by", "cấp giao|giao bởi", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct claim_says, by),
                      .help = {"Kế hoạch của cấp nào, khi có nhiều kế hoạch.",
                               "Whose target is meant, when there are several."}},
    [CLAIM_KEY_DURING] = {"during", "thời kỳ|kỳ|trong thời gian", FIELD_PERIOD, SHAPE_ONE,
                          .into = INTO(struct claim_says, during),
                          .help = {"Kế hoạch của phần nào trong năm: 2024-H2, 2024-Q3, 2024-05.",
                                   "The target of which part of the year: 2024-H2, 2024-05."}},
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
    for (int i = 0; i < CLAIM_HEADLINE; i++) {
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
             KEY_ATTAINMENT ", " KEY_OVER ", " KEY_TIMES ", " KEY_OF_LAST_YEAR ", " KEY_GROWTH
                            ", " KEY_CHANGE ", " KEY_SHARE_OF " + is");
        return -1;
    }
    return head;
}

/* The unit of what is claimed: NULL that of the indicator. */
static const struct unit *unit_of(enum claim_kind kind) {
    return kind == CLAIM_TIMES ? &times_unit : kind == CLAIM_CHANGE ? NULL : &percent_unit;
}

/* A number as it was printed; in the indicator's unit it must not be converted, as its last digit
 * says how exact it is. */
static bool read_number(struct loader *loader, const struct node *node, enum hint_place where,
                        struct claim *claim) {
    const struct unit *own = &loader->book->indicators[claim->indicator].unit;
    const struct unit *unit = unit_of(claim->kind);
    struct number_rules rules = {
        .where = where, .unit = unit != NULL ? unit : own, .printed = true};
    struct number number;
    if (!scalar_wanted(loader, node) || !number_read(loader, node, &rules, &number)) {
        return false;
    }
    if (unit == NULL && ratio_cmp(number.low, ratio_decimal(number.written)) != 0) {
        FIND(loader->findings, MSG_CLAIM_UNIT, node->place,
             loader_shown(loader, node->text, node->text_length), own->text);
        return false;
    }
    claim->printed = number.written;
    return true;
}

/* The number, plain or hedged. */
static bool read_printed(struct loader *loader, const struct node *node, struct claim *claim) {
    const struct node *found[CLAIMED_FIELD_COUNT];
    if (node->kind != NODE_MAPPING) {
        return read_number(loader, node, HINT_IN_CLAIM, claim);
    }
    size_t before = arrlenu(loader->findings->items);
    bool ok = fields_read(loader, &claimed_schema, node, NULL, found);
    if (keys_found(found, claimed_rules[0].keys) != 1) {
        if (!key_misspelt(loader, before)) {
            FIND(loader->findings, MSG_ONLY_ONE, node_spot(node),
                 KEY_MORE_THAN ", " KEY_LESS_THAN ", " KEY_ABOUT);
        }
        return false;
    }
    for (size_t i = 0; i < CLAIMED_FIELD_COUNT && ok; i++) {
        if (found[i] != NULL) {
            claim->hedge = claimed_hedges[i];
            ok = read_number(loader, found[i], HINT_UNDER_KEY, claim);
        }
    }
    return ok;
}

/* The number and the other indicator of a claim. */
static bool read_head(struct loader *loader, const struct node *node,
                      const struct node *const found[], int head, struct claim *claim) {
    claim->kind = (enum claim_kind)head;
    if (head != CLAIM_SHARE_OF) {
        return read_printed(loader, found[head], claim);
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
    return read_printed(loader, found[CLAIM_KEY_IS], claim) && claim->of >= 0;
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
    if (found[CLAIM_KEY_DURING] != NULL && date_known(says.during.first)) {
        ok = part_of_year(loader, claim.org, claim.year, found[CLAIM_KEY_DURING], says.during,
                          &claim.during) &&
             ok;
    }
    if (ok && claim.org >= 0 && claim.year > 0) {
        arrput(loader->book->claims, claim);
    }
}

void claims_read(struct loader *loader, const struct node *node, const struct claim *like) {
    const struct node *item = node->kind == NODE_LIST ? node->first : node;
    const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
    if (item == NULL) {
        FIND(loader->findings, MSG_EMPTY_VALUE, node->key_place, node_key(node));
    }
    for (; item != end; item = item->next) {
        struct claim claim = *like;
        claim.place = item->place;
        read_claim(loader, item, claim);
    }
}

/* ---- "9/13 goals met or exceeded" ---- */

/* What the mapping of a headline says. */
struct headline_says {
    int met; /* goals met or exceeded */
    int of;  /* goals */
};

enum headline_field { HEADLINE_MET, HEADLINE_OF, HEADLINE_FIELD_COUNT };

static const struct field headline_fields[] = {
    [HEADLINE_MET] = {"met", "đạt|đạt và vượt", FIELD_COUNT, SHAPE_ONE, true,
                      .into = INTO(struct headline_says, met),
                      .help = {"Số chỉ tiêu đạt và vượt.", "Goals met or exceeded."}},
    [HEADLINE_OF] = {"of", "trên|trong số|tổng số", FIELD_COUNT, SHAPE_ONE, true,
                     .into = INTO(struct headline_says, of),
                     .help = {"Trên tổng số chỉ tiêu.", "Of so many goals."}},
};
static_assert(sizeof headline_fields / sizeof *headline_fields == HEADLINE_FIELD_COUNT, "rows");

const struct schema headline_schema = {KEY_HEADLINE, headline_fields, HEADLINE_FIELD_COUNT, NULL,
                                       0};

void headline_read(struct loader *loader, const struct node *node, const struct claim *like) {
    const struct node *found[HEADLINE_FIELD_COUNT];
    struct headline_says says = {0};
    if (fields_read(loader, &headline_schema, node, &says, found) && like->org >= 0 &&
        like->year > 0) {
        struct claim claim = *like;
        claim.kind = CLAIM_HEADLINE;
        claim.indicator = NONE;
        claim.printed = (struct decimal){says.met, 0};
        claim.printed_of = says.of;
        claim.place = node->place;
        arrput(loader->book->claims, claim);
    }
}
