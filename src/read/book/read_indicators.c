/* SPDX-License-Identifier: MIT */
/* Reads the section indicators: declares them, then resolves their references to each other. */
#include <assert.h>
#include <string.h>

#include "breakdown.h"
#include "cycles.h"
#include "mem.h"
#include "sections.h"
#include "text.h"

/* ---- the schema ---- */

/* What the mapping of an indicator says, before references are resolved. */
struct indicator_says {
    const char *name; /* texts, the book's own copies, or NULL */
    const char *name_en;
    const char *group;
    const char *owner;
    const char *unit;
    int kind;             /* enum indicator_kind */
    int better;           /* enum better */
    int rollup;           /* enum rollup */
    int pace;             /* enum pace */
    int decimals;         /* or -1 */
    struct date measured; /* of the year 2000, or no date */
    bool show;            /* a row of the table */
    bool accumulates;     /* a mean that counts from the start of the year */
};

/* What the mapping of part_of says besides the whole. */
struct part_says {
    const char *by; /* the breakdown, or NULL */
    bool complete;  /* its parts are the whole */
};

enum part_field { PART_WHOLE, PART_BY, PART_COMPLETE, PART_FIELD_COUNT };

static const struct field part_fields[] = {
    [PART_WHOLE] = {"whole", "tổng|của", FIELD_INDICATOR, SHAPE_ONE, true,
                    .help = {"Mã chỉ tiêu là tổng.", "Id of the whole."}},
    [PART_BY] = {"by", "cách chia|theo|chia theo", FIELD_TEXT, SHAPE_ONE,
                 .into = INTO(struct part_says, by),
                 .help = {"Tên cách chia: lĩnh vực, hoạt động.",
                          "The name of the breakdown: by field, by activity."}},
    [PART_COMPLETE] = {"complete", "đủ|chia hết", FIELD_BOOLEAN, SHAPE_ONE,
                       .into = INTO(struct part_says, complete),
                       .help = {"có: các phần của cách chia này cộng lại đúng bằng tổng.",
                                "yes: the parts of this breakdown add up to the whole."}},
};
static_assert(sizeof part_fields / sizeof *part_fields == PART_FIELD_COUNT, "all fields");

const struct schema part_schema = {
    .name = "part_of", .fields = part_fields, .count = PART_FIELD_COUNT};

enum ratio_field { RATIO_OF, RATIO_TO, RATIO_FIELD_COUNT };

static const struct field ratio_fields[] = {
    [RATIO_OF] = {"of", "tử số|của", FIELD_INDICATOR, SHAPE_ONE, true,
                  .help = {"Mã chỉ tiêu làm tử số.", "Id of the numerator."}},
    [RATIO_TO] = {"to", "mẫu số|trên", FIELD_INDICATOR, SHAPE_ONE, true,
                  .help = {"Mã chỉ tiêu làm mẫu số.", "Id of the denominator."}},
};
static_assert(sizeof ratio_fields / sizeof *ratio_fields == RATIO_FIELD_COUNT, "all fields");

const struct schema ratio_schema = {
    .name = "ratio", .fields = ratio_fields, .count = RATIO_FIELD_COUNT};

enum balance_field { BALANCE_PLUS, BALANCE_MINUS, BALANCE_FIELD_COUNT };

static const struct field balance_fields[] = {
    [BALANCE_PLUS] = {"plus", "tăng|cộng", FIELD_INDICATOR, SHAPE_ONE,
                      .help = {"Mã chỉ tiêu cộng dồn làm tăng số này trong năm.",
                               "Id of the flow that adds to it within the year."}},
    [BALANCE_MINUS] = {"minus", "giảm|trừ", FIELD_INDICATOR, SHAPE_ONE,
                       .help = {"Mã chỉ tiêu cộng dồn làm giảm số này trong năm.",
                                "Id of the flow that takes from it within the year."}},
};
static_assert(sizeof balance_fields / sizeof *balance_fields == BALANCE_FIELD_COUNT, "all fields");

const struct schema balance_schema = {
    .name = "balance", .fields = balance_fields, .count = BALANCE_FIELD_COUNT};

enum indicator_field {
    IND_NAME,
    IND_NAME_EN,
    IND_UNIT,
    IND_KIND,
    IND_BETTER,
    IND_GROUP,
    IND_OWNER,
    IND_PART_OF,
    IND_RATIO,
    IND_BALANCE,
    IND_WEIGHT,
    IND_MEASURED,
    IND_DECIMALS,
    IND_ACCUMULATES,
    IND_ROLLUP,
    IND_PACE,
    IND_SHOW,
    IND_FIELD_COUNT
};

static const struct field fields[] = {
    [IND_NAME] = {"name", "tên|ten", FIELD_TEXT, SHAPE_ONE, true,
                  .into = INTO(struct indicator_says, name),
                  .help = {"Tên chỉ tiêu, như in trong bảng.", "Name, as printed in the table."}},
    [IND_NAME_EN] = {"name_en", "english", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct indicator_says, name_en),
                     .help = {"Tên tiếng Anh.", "English name."}},
    [IND_UNIT] = {"unit", "đơn vị|đơn vị tính|don vi|đvt", FIELD_TEXT, SHAPE_ONE,
                  .into = INTO(struct indicator_says, unit),
                  .help = {"Đơn vị tính; % để trong ngoặc kép.",
                           "Unit of measure; a % stands in quotes."}},
    [IND_KIND] = {"kind", "loại|loai|type", FIELD_CHOICE, SHAPE_ONE, true,
                  .into = INTO(struct indicator_says, kind), .choices = &indicator_kind_words,
                  .help = {"flow cộng dồn từ đầu năm, stock số có đến một ngày, average bình "
                           "quân, share tỷ lệ, rate tốc độ tăng, done có hay không.",
                           "flow accumulates over the year, stock is a level, average a mean, "
                           "share a percentage, rate a growth, done yes or no."}},
    [IND_BETTER] = {"better", "tốt hơn|chiều", FIELD_CHOICE, SHAPE_ONE,
                    .into = INTO(struct indicator_says, better), .choices = &better_words,
                    .help = {"higher: càng cao càng tốt (mặc định); lower: càng thấp càng tốt.",
                             "higher (default) or lower is better."}},
    [IND_GROUP] = {"group", "nhóm|mục", FIELD_TEXT, SHAPE_ONE,
                   .into = INTO(struct indicator_says, group),
                   .help = {"Đề mục chứa chỉ tiêu này.", "Heading under which it stands."}},
    [IND_OWNER] = {"owner", "phụ trách|người phụ trách|đơn vị phụ trách", FIELD_TEXT, SHAPE_ONE,
                   .into = INTO(struct indicator_says, owner),
                   .help = {"Phòng, người phụ trách.", "Who answers for it."}},
    [IND_PART_OF] = {"part_of", "trong đó|thuộc", FIELD_INDICATOR, SHAPE_ONE,
                     .inside = &part_schema,
                     .help = {"Mã chỉ tiêu mà đây là một phần (“trong đó”).",
                              "Id of the indicator of which this is a part."}},
    [IND_RATIO] = {"ratio", "tỷ lệ|tỷ số", FIELD_MAPPING, SHAPE_ONE, .inside = &ratio_schema,
                   .help = {"Tự tính từ hai chỉ tiêu khác khi có đủ số.",
                            "Computed from two other indicators when both are reported."}},
    [IND_BALANCE] = {"balance", "cân đối", FIELD_MAPPING, SHAPE_ONE, .inside = &balance_schema,
                     .help = {"Số có cuối kỳ phải bằng số năm trước cộng tăng trừ giảm.",
                              "The level must equal last year's plus additions less losses."}},
    [IND_WEIGHT] = {"weight", "quyền số|trọng số", FIELD_INDICATOR, SHAPE_ONE,
                    .help = {"Mã chỉ tiêu làm quyền số khi tính gộp số bình quân.",
                             "Id of the indicator that weighs a mean."}},
    [IND_MEASURED] = {"measured", "ngày đo", FIELD_DAY, SHAPE_ONE,
                      .into = INTO(struct indicator_says, measured),
                      .help = {"Chỉ có số vào ngày này hằng năm, ví dụ 12-31.",
                               "Only known on this day of each year, such as 12-31."}},
    [IND_DECIMALS] = {"decimals", "số lẻ|thập phân", FIELD_COUNT, SHAPE_ONE,
                      .into = INTO(struct indicator_says, decimals), .most = DECIMAL_DIGITS,
                      .help = {"Đếm đến mấy chữ số thập phân: 0 là đếm từng người, từng HTX.",
                               "Decimals at which it is counted: 0 in whole people."}},
    [IND_ACCUMULATES] = {"accumulates", "cộng dồn|lũy kế", FIELD_BOOLEAN, SHAPE_ONE,
                         .into = INTO(struct indicator_says, accumulates),
                         .help = {"có: số bình quân cộng dồn từ đầu năm.",
                                  "yes: a mean that counts from the start of the year."}},
    [IND_ROLLUP] = {"rollup", "tính gộp|gộp", FIELD_CHOICE, SHAPE_ONE,
                    .into = INTO(struct indicator_says, rollup), .choices = &rollup_words,
                    .help = {"Cách gộp số của các đơn vị thành viên.",
                             "How members' figures make the group's."}},
    [IND_PACE] = {"pace", "tiến độ", FIELD_CHOICE, SHAPE_ONE,
                  .into = INTO(struct indicator_says, pace), .choices = &pace_words,
                  .help = {"Tiến độ trong năm: đều, không xét, hoặc như năm trước.",
                           "Pace within the year: linear, none, or as last year."}},
    [IND_SHOW] = {"show", "hiện|hiển thị", FIELD_BOOLEAN, SHAPE_ONE,
                  .into = INTO(struct indicator_says, show),
                  .help = {"false: chỉ dùng để tính, không là một dòng của bảng.",
                           "false: kept for computing, not a row of the table."}},
};
static_assert(sizeof fields / sizeof *fields == IND_FIELD_COUNT, "a row for each field");

/* Kinds as rules name them: a static table cannot ask indicator_traits(). */
enum {
    KINDS_ADDED = KEY(KIND_FLOW) | KEY(KIND_STOCK),
    KINDS_COMPUTED = KEY(KIND_AVERAGE) | KEY(KIND_SHARE) | KEY(KIND_RATE),
    KINDS_YES_NO = KEY(KIND_DONE),
};
static_assert((KINDS_ADDED | KINDS_COMPUTED | KINDS_YES_NO) == KEY(KIND_COUNT) - 1,
              "a kind stands in none of the rules");

enum indicator_rule { IND_HAS_UNIT, IND_HAS_WEIGHT, IND_HAS_RATIO, IND_RULE_COUNT };

static const struct rule indicator_rules[] = {
    [IND_HAS_UNIT] = {RULE_NEEDS, 0, KEY(IND_UNIT), {{IND_KIND, KINDS_ADDED | KEY(KIND_AVERAGE)}}},
    [IND_HAS_WEIGHT] = {RULE_NEEDS,
                        0,
                        KEY(IND_WEIGHT),
                        {{IND_ROLLUP, KEY(ROLLUP_WEIGHTED)}, {IND_KIND, KINDS_COMPUTED}}},
    [IND_HAS_RATIO] = {RULE_NEEDS,
                       0,
                       KEY(IND_RATIO),
                       {{IND_ROLLUP, KEY(ROLLUP_RATIO)}, {IND_KIND, KINDS_COMPUTED}}},
};
static_assert(sizeof indicator_rules / sizeof *indicator_rules == IND_RULE_COUNT,
              "a row for each rule");

const struct schema indicator_schema = {.name = "indicators",
                                        .fields = fields,
                                        .count = IND_FIELD_COUNT,
                                        .rules = indicator_rules,
                                        .rule_count = IND_RULE_COUNT};

/* ---- one indicator on its own ---- */

static bool mismatch(struct loader *loader, const struct node *node, const char *what, int kind) {
    FIND(loader->findings, MSG_KIND_MISMATCH, node_spot(node), what,
         indicator_kind_key((enum indicator_kind)kind));
    return false;
}

/* Means and percentages cannot be summed, and only yes-or-no indicators have a yes to count. */
static bool rollup_fits(enum rollup rollup, const struct indicator_traits *traits) {
    switch (rollup) {
    case ROLLUP_SUM:
        return traits->adds_up;
    case ROLLUP_WEIGHTED:
    case ROLLUP_RATIO:
        return traits->computed;
    case ROLLUP_COUNT_YES:
        return traits->yes_no;
    case ROLLUP_DEFAULT:
    case ROLLUP_MAX:
    case ROLLUP_MIN:
    case ROLLUP_LAST:
    case ROLLUP_NONE:
    case ROLLUP_COUNT:
        break;
    }
    return true;
}

static bool rule_holds(const struct rule *rule, const struct node *const found[],
                       const struct indicator_says *says) {
    for (size_t i = 0; i < CONDITIONS_MAX && rule->when[i].values != 0; i++) {
        int value = rule->when[i].field == IND_KIND ? says->kind : says->rollup;
        if ((rule->when[i].values & KEY(value)) == 0) {
            return true;
        }
    }
    return keys_found(found, rule->others) > 0;
}

/* What the kind and the roll-up need besides. */
static bool check_rules(struct loader *loader, const struct node *node,
                        const struct node *const found[], const struct indicator_says *says) {
    bool ok = true;
    for (size_t i = 0; i < IND_RULE_COUNT; i++) {
        for (size_t key = 0; key < IND_FIELD_COUNT && !rule_holds(&indicator_rules[i], found, says);
             key++) {
            if ((indicator_rules[i].others & KEY(key)) != 0) {
                FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), fields[key].key,
                     node_key(node));
                ok = false;
            }
        }
    }
    return ok;
}

/* What goes together with the kind, and what does not. */
static bool check_kind(struct loader *loader, const struct node *node,
                       const struct node *const found[], const struct indicator_says *says) {
    bool ok = true;
    const struct indicator_traits *traits = indicator_traits((enum indicator_kind)says->kind);
    if (found[IND_RATIO] != NULL && !traits->computed) {
        ok = mismatch(loader, found[IND_RATIO], "ratio", says->kind);
    }
    if (found[IND_BALANCE] != NULL && !traits->balances) {
        ok = mismatch(loader, found[IND_BALANCE], "balance", says->kind);
    }
    if (found[IND_WEIGHT] != NULL && !traits->computed) {
        ok = mismatch(loader, found[IND_WEIGHT], "weight", says->kind);
    }
    if (says->accumulates && says->kind != KIND_AVERAGE) {
        ok = mismatch(loader, found[IND_ACCUMULATES], "accumulates", says->kind);
    }
    if (!rollup_fits((enum rollup)says->rollup, traits)) {
        ok = mismatch(loader, found[IND_ROLLUP], rollup_key((enum rollup)says->rollup), says->kind);
    }
    return check_rules(loader, node, found, says) && ok;
}

static bool check_unit(struct loader *loader, const struct node *node,
                       const struct indicator_says *says, const struct unit *unit) {
    bool percent = indicator_traits((enum indicator_kind)says->kind)->percent;
    if (percent && !unit_is_percent(unit)) {
        FIND(loader->findings, MSG_KIND_MISMATCH, node->place, unit->text,
             indicator_kind_key((enum indicator_kind)says->kind));
        return false;
    }
    if (says->accumulates && unit->months != 0) {
        const char *slash = strrchr(unit->text, '/');
        size_t n = slash != NULL ? (size_t)(slash - unit->text) : 0;
        FIND(loader->findings, MSG_ACCUMULATES_TIME, node->place, unit->text,
             loader_shown(loader, unit->text, n));
        return false;
    }
    return true;
}

static struct indicator indicator_of(struct loader *loader, const char *id,
                                     const struct indicator_says *says) {
    bool percent = indicator_traits((enum indicator_kind)says->kind)->percent;
    const char *unit = says->unit != NULL ? says->unit : percent ? "%" : "";
    return (struct indicator){
        .id = id,
        .name = says->name,
        .name_en = says->name_en,
        .group = says->group,
        .owner = says->owner,
        .unit = unit_parse(&loader->book->pool, unit, strlen(unit)),
        .kind = (enum indicator_kind)says->kind,
        .better = (enum better)says->better,
        .rollup = (enum rollup)says->rollup,
        .pace = (enum pace)says->pace,
        .accumulates = says->accumulates,
        .part_of = NONE,
        .ratio_of = NONE,
        .ratio_to = NONE,
        .weight = NONE,
        .balance_plus = NONE,
        .balance_minus = NONE,
        .measured_month = says->measured.month,
        .measured_day = says->measured.day,
        .decimals = (int8_t)says->decimals,
        .show = says->show,
    };
}

/* Looks at the keys of a mapping inside; a scalar or nothing is fine here. */
static bool read_inside(struct loader *loader, const struct schema *schema, const struct node *node,
                        void *record) {
    const struct node *found[FIELDS_MAX];
    return node == NULL || node->kind != NODE_MAPPING ||
           fields_read(loader, schema, node, record, found);
}

/* Keys that say nothing about such an indicator. */
static void check_effect(struct loader *loader, const struct node *const found[],
                         const struct indicator *indicator) {
    check_pace(loader, indicator, found[IND_PACE], indicator->pace, NULL);
    enum rollup rollup = indicator_rollup(indicator);
    if (found[IND_WEIGHT] != NULL && rollup != ROLLUP_WEIGHTED) {
        FIND(loader->findings, MSG_WEIGHT_UNUSED, found[IND_WEIGHT]->key_place, rollup_key(rollup));
    }
}

static void declare(struct loader *loader, const struct node *node, struct declared **declared) {
    const char *id;
    const struct node *found[IND_FIELD_COUNT];
    struct part_says part = {0};
    bool fresh = names_declare(loader, &loader->indicators, node, &id);
    struct indicator_says says = {.kind = -1, .decimals = -1, .show = true};
    if (!node_wanted(loader, node, NODE_MAPPING)) {
        return;
    }
    bool ok = fields_read(loader, &indicator_schema, node, &says, found);
    ok = read_inside(loader, &ratio_schema, found[IND_RATIO], NULL) && ok;
    ok = read_inside(loader, &balance_schema, found[IND_BALANCE], NULL) && ok;
    ok = read_inside(loader, &part_schema, found[IND_PART_OF], &part) && ok;
    if (found[IND_PART_OF] != NULL && found[IND_PART_OF]->kind != NODE_MAPPING) {
        ok = scalar_wanted(loader, found[IND_PART_OF]) && ok;
    }
    ok = says.kind >= 0 && check_kind(loader, node, found, &says) && ok;
    if (!ok || !fresh) {
        return;
    }
    struct indicator indicator = indicator_of(loader, id, &says);
    indicator.part_by = part.by;
    indicator.part_complete = part.complete;
    indicator.place = node->key_place;
    if (found[IND_UNIT] != NULL && !check_unit(loader, found[IND_UNIT], &says, &indicator.unit)) {
        return;
    }
    check_effect(loader, found, &indicator);
    struct declared entry = {(int32_t)arrlen(loader->book->indicators), node};
    arrput(loader->book->indicators, indicator);
    arrput(*declared, entry);
    names_set(&loader->indicators, id, entry.index);
}

void indicators_declare(struct loader *loader, const struct node *section,
                        struct declared **declared) {
    const struct node *previous = NULL;
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        if (!key_slipped(loader, section, previous, node, false)) {
            declare(loader, node, declared);
        }
        previous = node;
    }
}

/* ---- references ---- */

static int32_t resolve(struct loader *loader, const struct node *node) {
    if (node == NULL) {
        return NONE;
    }
    int32_t index = loader_indicator(loader, node->text, node->place);
    return index >= 0 ? index : NONE;
}

/* A yes or no cannot weigh the figures of a mean. */
static void check_weight(struct loader *loader, const struct node *node, int32_t weight) {
    const struct indicator *all = loader->book->indicators;
    if (weight != NONE && indicator_is_yes_no(&all[weight])) {
        mismatch(loader, node, "weight", (int)all[weight].kind);
    }
}

/* The flow that adds to, or takes from, a stock; only a flow can. */
static int32_t resolve_flow(struct loader *loader, const struct node *node) {
    int32_t flow = resolve(loader, node);
    if (flow != NONE && !indicator_traits(loader->book->indicators[flow].kind)->accumulates) {
        mismatch(loader, node, "balance", (int)loader->book->indicators[flow].kind);
        return NONE;
    }
    return flow;
}

static void resolve_one(struct loader *loader, const struct declared *declared) {
    struct indicator *indicator = &loader->book->indicators[declared->index];
    const struct node *weight = node_child(declared->node, "weight");
    const struct node *ratio = node_child(declared->node, "ratio");
    const struct node *part = node_child(declared->node, "part_of");
    bool broken = part != NULL && part->kind == NODE_MAPPING;
    indicator->part_of = resolve(loader, broken ? node_child(part, "whole") : part);
    indicator->weight = resolve(loader, weight);
    check_weight(loader, weight, indicator->weight);
    const struct node *balance = node_child(declared->node, "balance");
    if (balance != NULL) {
        indicator->balance_plus = resolve_flow(loader, node_child(balance, "plus"));
        indicator->balance_minus = resolve_flow(loader, node_child(balance, "minus"));
    }
    if (ratio != NULL) {
        int32_t of = resolve(loader, node_child(ratio, "of"));
        int32_t to = resolve(loader, node_child(ratio, "to"));
        bool both = of != NONE && to != NONE;
        indicator->ratio_of = both ? of : NONE;
        indicator->ratio_to = both ? to : NONE;
    }
}

/* ---- breakdowns ---- */

/* One way in which a whole is broken down. */
struct breakdown {
    const char *by;              /* in the spelling of its first part, or NULL */
    const struct declared *said; /* the first part that says whether it is complete, or NULL */
    bool complete;               /* what that one says */
};

/* Takes what a part says of its breakdown; node: where, or NULL when it says nothing. */
static void hear_part(struct loader *loader, struct breakdown *breakdown,
                      const struct declared *declared) {
    const struct indicator *all = loader->book->indicators;
    const struct indicator *part = &all[declared->index];
    const struct node *inside = node_child(declared->node, "part_of");
    const struct node *node =
        inside->kind == NODE_MAPPING ? node_child(inside, part_fields[PART_COMPLETE].key) : NULL;
    if (node == NULL) {
        return;
    }
    if (breakdown->said == NULL) {
        breakdown->said = declared;
        breakdown->complete = part->part_complete;
    } else if (breakdown->complete != part->part_complete) {
        FIND(loader->findings, MSG_BREAKDOWN_CONFLICT, node->key_place, all[part->part_of].id,
             breakdown->by)
            ->related = all[breakdown->said->index].place;
    }
}

/* One part says for all of its breakdown that it is complete; two must not contradict. */
static void resolve_breakdowns(struct loader *loader, const struct declared *declared) {
    struct indicator *all = loader->book->indicators;
    int32_t *first = breakdown_firsts(loader->book);
    struct breakdown *breakdowns = mem_alloc((arrlenu(all) + 1) * sizeof *breakdowns);
    for (ptrdiff_t i = 0; i < arrlen(declared); i++) {
        int32_t index = declared[i].index;
        if (first[index] != NONE) {
            struct breakdown *its = &breakdowns[first[index]];
            its->by = first[index] == index ? all[index].part_by : its->by;
            all[index].part_by = its->by;
            hear_part(loader, its, &declared[i]);
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(all); i++) {
        all[i].part_complete = first[i] != NONE && breakdowns[first[i]].complete;
    }
    mem_free(breakdowns);
    mem_free(first);
}

/* Headings are one whatever the case of their first letter: the first spelling holds. */
static void join_headings(struct book *book) {
    const char **headings = NULL;
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        struct indicator *indicator = &book->indicators[i];
        ptrdiff_t at = 0;
        while (indicator->group != NULL && at < arrlen(headings) &&
               text_compare(headings[at], indicator->group) != 0) {
            at++;
        }
        if (indicator->group != NULL && at == arrlen(headings)) {
            arrput(headings, indicator->group);
        } else if (indicator->group != NULL) {
            indicator->group = headings[at];
        }
    }
    arrfree(headings);
}

/* ---- cycles ---- */

static void break_part_cycles(struct loader *loader) {
    struct indicator *all = loader->book->indicators;
    struct graph graph = {0};
    for (ptrdiff_t i = 0; i < arrlen(all); i++) {
        graph_node(&graph, all[i].id, all[i].place);
        graph_edge(&graph, all[i].part_of);
    }
    struct graph_edge_at *closing = graph_cycles(&graph, loader->findings);
    for (ptrdiff_t i = 0; i < arrlen(closing); i++) {
        all[closing[i].node].part_of = NONE;
    }
    arrfree(closing);
    graph_clear(&graph);
}

/* What an indicator is computed from must not be computed from it. */
static void break_ratio_cycles(struct loader *loader) {
    struct indicator *all = loader->book->indicators;
    struct graph graph = {0};
    for (ptrdiff_t i = 0; i < arrlen(all); i++) {
        graph_node(&graph, all[i].id, all[i].place);
        graph_edge(&graph, all[i].ratio_of);
        graph_edge(&graph, all[i].ratio_to);
        graph_edge(&graph, all[i].weight);
    }
    struct graph_edge_at *closing = graph_cycles(&graph, loader->findings);
    for (ptrdiff_t i = 0; i < arrlen(closing); i++) {
        struct indicator *indicator = &all[closing[i].node];
        if (closing[i].edge == 2) {
            indicator->weight = NONE;
        } else {
            indicator->ratio_of = NONE;
            indicator->ratio_to = NONE;
        }
    }
    arrfree(closing);
    graph_clear(&graph);
}

void indicators_resolve(struct loader *loader, const struct declared *declared) {
    for (ptrdiff_t i = 0; i < arrlen(declared); i++) {
        resolve_one(loader, &declared[i]);
    }
    resolve_breakdowns(loader, declared);
    join_headings(loader->book);
    break_part_cycles(loader);
    break_ratio_cycles(loader);
}
