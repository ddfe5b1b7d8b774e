/* SPDX-License-Identifier: MIT */
/* Reads the sections targets and each_member, with revisions and milestones. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "numbers.h"
#include "read_bounds.h"
#include "scalars.h"

/* ---- the schemas ---- */

/* What the mapping of a target says besides its numbers. */
struct target_says {
    const char *by; /* texts, the book's own copies, or NULL */
    const char *source;
    const char *quote;
    struct date date;     /* known from this day, or no date */
    struct window during; /* part of the year, or no dates */
    int pace;             /* enum pace */
    int year;             /* its own, or 0 */
    bool done;            /* of the key done */
    bool sure;            /* it is right, however odd */
};

enum target_field {
    TARGET_DURING = BOUND_FIELD_COUNT,
    TARGET_DATE,
    TARGET_BY,
    TARGET_SOURCE,
    TARGET_QUOTE,
    TARGET_REVISED,
    TARGET_MILESTONES,
    TARGET_PACE,
    TARGET_WEIGHT,
    TARGET_SURE,
    TARGET_ORG,
    TARGET_YEAR,
    TARGET_FIELD_COUNT
};

static const struct field fields[] = {
    BOUND_ROWS(struct target_says),
    [TARGET_DURING] = {"during", "trong thời gian|thời kỳ|kỳ", FIELD_PERIOD, SHAPE_ONE,
                       .into = INTO(struct target_says, during),
                       .help = {"Phần của năm: 2024-H2, 2024-Q1, 2024-05.",
                                "The part of the year it covers: 2024-H2, 2024-Q1, 2024-05."}},
    [TARGET_DATE] = {"date", "ngày|ngay", FIELD_DATE, SHAPE_ONE,
                     .into = INTO(struct target_says, date),
                     .help = {"Ngày giao; trước ngày này chưa biết.",
                              "Day it was set; not known before."}},
    [TARGET_BY] = {"by", "cấp giao|giao bởi|nơi giao", FIELD_TEXT, SHAPE_ONE,
                   .into = INTO(struct target_says, by), .help = {"Ai giao.", "Who assigned it."}},
    [TARGET_SOURCE] = {"source", "nguồn|văn bản", FIELD_TEXT, SHAPE_ONE,
                       .into = INTO(struct target_says, source),
                       .help = {"Văn bản nào.", "Which document."}},
    [TARGET_QUOTE] = {"quote", "trích|trích dẫn|nguyên văn", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct target_says, quote),
                      .help = {"Nguyên văn.", "Its very words."}},
    [TARGET_REVISED] = {"revised", "điều chỉnh", FIELD_MAPPING, SHAPE_ONE_OR_LIST,
                        .inside = &revision_schema,
                        .help = {"Các lần điều chỉnh, có ngày.", "Revisions, each dated."}},
    [TARGET_MILESTONES] = {"milestones", "mốc|các mốc", FIELD_PERCENT, SHAPE_BY_DATE,
                           .sign = SIGN_NOT_NEGATIVE,
                           .help = {"Đến ngày nào phải được bao nhiêu phần trăm.",
                                    "How many percent are expected by which day."}},
    [TARGET_PACE] = {"pace", "tiến độ", FIELD_CHOICE, SHAPE_ONE,
                     .into = INTO(struct target_says, pace), .choices = &pace_words,
                     .help = {"Tiến độ trong năm, khác với của chỉ tiêu.",
                              "Pace within the year, when not the indicator's."}},
    [TARGET_WEIGHT] = {"weight", "trọng số|điểm", FIELD_NUMBER, SHAPE_ONE,
                       .sign = SIGN_NOT_NEGATIVE,
                       .help = {"Trọng số; không có tác dụng khi so sánh.",
                                "A weight; it has no effect on the comparison."}},
    [TARGET_SURE] = {"sure", "chắc|đã xem", FIELD_BOOLEAN, SHAPE_ONE,
                     .into = INTO(struct target_says, sure),
                     .help = {"có: mục tiêu này đúng, dù lạ; máy thôi nhắc.",
                              "yes: this target is right, however odd it looks."}},
    [TARGET_ORG] = {"org", "đơn vị|don vi", FIELD_ORG, SHAPE_ONE,
                    .help = {"Đơn vị, khi khác đơn vị của tệp.",
                             "Organisation, when not the file's."}},
    [TARGET_YEAR] = {"year", "năm|nam", FIELD_YEAR, SHAPE_ONE,
                     .into = INTO(struct target_says, year),
                     .help = {"Năm, khi khác năm của tệp.", "Year, when not the file's."}},
};
static_assert(sizeof fields / sizeof *fields == TARGET_FIELD_COUNT, "a row for each field");
static_assert((int)TARGET_FIELD_COUNT <= (int)FIELDS_MAX, "found[] holds them");

const struct schema target_schema = {.name = "targets",
                                     .fields = fields,
                                     .count = TARGET_FIELD_COUNT,
                                     .rules = bound_rules,
                                     .rule_count = BOUND_RULE_COUNT};

/* What the mapping of a revision says besides its numbers. */
struct revision_says {
    struct date date; /* in force from this day */
    const char *by;   /* the decision, or NULL */
    const char *why;  /* or NULL */
    bool done;        /* of the key done */
};

enum revision_field {
    REVISION_DATE = BOUND_FIELD_COUNT,
    REVISION_BY,
    REVISION_WHY,
    REVISION_FIELD_COUNT
};

static const struct field revision_fields[] = {
    BOUND_ROWS(struct revision_says),
    [REVISION_DATE] = {"date", "ngày|ngay", FIELD_DATE, SHAPE_ONE, true,
                       .into = INTO(struct revision_says, date),
                       .help = {"Có hiệu lực từ ngày này.", "In force from this day."}},
    [REVISION_BY] = {"by", "quyết định|cấp giao", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct revision_says, by),
                     .help = {"Quyết định nào.", "Which decision."}},
    [REVISION_WHY] = {"why", "lý do|vì sao", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct revision_says, why), .help = {"Vì sao.", "Why."}},
};
static_assert(sizeof revision_fields / sizeof *revision_fields == REVISION_FIELD_COUNT, "rows");

const struct schema revision_schema = {"revised", revision_fields, REVISION_FIELD_COUNT,
                                       bound_rules, BOUND_RULE_COUNT};

/* ---- revisions and milestones ---- */

/* A target on its way into the book. */
struct draft {
    struct loader *loader;
    const struct indicator *indicator;
    struct target target;
    struct window window; /* of its year */
    bool ok;              /* nothing was wrong so far */
};

static void draft_clear(struct draft *draft) {
    arrfree(draft->target.revised);
    arrfree(draft->target.milestones);
}

/* Reports a target or revision dated after the end of its year: it would never count. */
static void check_not_after(struct draft *draft, const struct node *node, struct date date) {
    if (node == NULL || !date_known(date) || draft->target.year <= 0) {
        return;
    }
    if (date_cmp(date, draft->window.last) > 0) {
        draft->ok =
            date_in_year(draft->loader, draft->target.org, draft->target.year, date, node->place) &&
            draft->ok;
    }
}

static void read_revision(struct draft *draft, const struct node *node) {
    const struct node *found[REVISION_FIELD_COUNT];
    struct revision_says says = {0};
    struct revision revision = {.place = node->place};
    if (node->kind != NODE_MAPPING) {
        return;
    }
    size_t before = arrlenu(draft->loader->findings->items);
    draft->ok = fields_read(draft->loader, &revision_schema, node, &says, found) && draft->ok;
    bool misspelt = key_misspelt(draft->loader, before);
    draft->ok = bounds_read(draft->loader, draft->indicator, node, found, says.done, misspelt,
                            &revision.bounds) &&
                draft->ok;
    check_not_after(draft, found[REVISION_DATE], says.date);
    revision.date = says.date;
    revision.by = says.by;
    revision.why = says.why;
    arrput(draft->target.revised, revision);
}

static int by_revision_date(const void *a, const void *b) {
    const struct revision *left = a;
    const struct revision *right = b;
    return date_cmp(left->date, right->date);
}

static void read_revisions(struct draft *draft, const struct node *node) {
    if (node->kind == NODE_MAPPING) {
        read_revision(draft, node);
    }
    for (const struct node *item = node->kind == NODE_LIST ? node->first : NULL; item != NULL;
         item = item->next) {
        read_revision(draft, item);
    }
    struct revision *revised = draft->target.revised;
    if (revised == NULL || !draft->ok) {
        return;
    }
    qsort(revised, arrlenu(revised), sizeof *revised, by_revision_date);
    for (ptrdiff_t i = 1; i < arrlen(revised); i++) {
        if (date_cmp(revised[i - 1].date, revised[i].date) == 0) {
            FIND(draft->loader->findings, MSG_TARGET_TWICE, revised[i].place, draft->indicator->id)
                ->related = revised[i - 1].place;
            draft->ok = false;
        }
    }
    const struct bounds *before = &draft->target.bounds;
    for (ptrdiff_t i = 0; i < arrlen(revised); i++) { /* growth after growth keeps its base */
        struct bounds *bounds = &revised[i].bounds;
        bool grows = before->kind == TARGET_GROW && bounds->kind == TARGET_GROW;
        if (grows && !ratio_valid(bounds->base)) {
            bounds->base = before->base;
        }
        before = bounds->kind == TARGET_GROW ? bounds : before;
    }
}

static int by_milestone_date(const void *a, const void *b) {
    const struct milestone *left = a;
    const struct milestone *right = b;
    return date_cmp(left->date, right->date);
}

/* A milestone lies inside the year, and inside the target's part of it. */
static bool milestone_inside(const struct draft *draft, const struct node *node, struct date date) {
    const struct target *target = &draft->target;
    char texts[2][DATE_TEXT];
    if (target->year <= 0 || target->org < 0) {
        return true;
    }
    if (target->during_text == NULL || window_holds(target->during, date)) {
        return date_in_year(draft->loader, target->org, target->year, date, node->key_place);
    }
    FIND(draft->loader->findings, MSG_MILESTONE_OUTSIDE, node->key_place, node_key(node),
         target->during_text, date_print(target->during.first, texts[0]),
         date_print(target->during.last, texts[1]));
    return false;
}

/* The value of the milestone of a day. */
static const struct node *milestone_at(const struct node *section, struct date date) {
    char text[DATE_TEXT];
    return node_child(section, date_print(date, text));
}

/* What is expected never grows less. */
static void check_falling(struct draft *draft, const struct node *section) {
    const struct milestone *all = draft->target.milestones;
    for (ptrdiff_t i = 1; i < arrlen(all); i++) {
        const struct node *node = milestone_at(section, all[i].date);
        const struct node *before = milestone_at(section, all[i - 1].date);
        if (ratio_cmp(all[i].percent, all[i - 1].percent) < 0) {
            FIND(draft->loader->findings, MSG_MILESTONES_FALL, node->place, node->text,
                 before->text, node_key(before));
        }
    }
}

static void read_milestones(struct draft *draft, const struct node *section) {
    const struct node *previous = NULL;
    const struct node *node = section->kind == NODE_MAPPING ? section->first : NULL;
    for (; node != NULL; node = node->next) {
        struct milestone milestone;
        bool ok = !key_slipped(draft->loader, section, previous, node, false) &&
                  key_date(draft->loader, node, &milestone.date);
        ok = ok && scalar_wanted(draft->loader, node) &&
             number_percent(draft->loader, node, false, &milestone.percent);
        ok = ok && milestone_inside(draft, node, milestone.date);
        draft->ok = draft->ok && ok;
        if (ok) {
            arrput(draft->target.milestones, milestone);
        }
        previous = node;
    }
    struct milestone *milestones = draft->target.milestones;
    if (milestones != NULL) {
        qsort(milestones, arrlenu(milestones), sizeof *milestones, by_milestone_date);
        draft->target.pace = PACE_MILESTONES;
        check_falling(draft, section);
    }
}

/* ---- a target ---- */

/* The part of the year it covers. */
static void read_during(struct draft *draft, const struct node *node, struct window during) {
    struct target *target = &draft->target;
    if (node == NULL || !date_known(during.first)) {
        return;
    }
    if (!part_of_year(draft->loader, target->org, target->year, node, during, &target->during)) {
        draft->ok = false;
        return;
    }
    target->during_text = loader_text(draft->loader, node);
}

static void read_weight(struct draft *draft, const struct node *node) {
    struct number_rules rules = {.where = HINT_UNDER_KEY, .unit = &no_unit};
    struct number number;
    if (!number_read(draft->loader, node, &rules, &number)) {
        draft->ok = false;
    } else if (number.written.units < 0) {
        FIND(draft->loader->findings, MSG_TOO_SMALL, node->place,
             loader_shown(draft->loader, node->text, node->text_length), node_key(node));
        draft->ok = false;
    } else {
        FIND(draft->loader->findings, MSG_TARGET_WEIGHT, node->key_place, NULL);
        draft->target.weight = number.low;
    }
}

static void place_draft(struct draft *draft, const struct node *org, const struct node *year,
                        int own_year, struct defaults *defaults, struct place spot) {
    draft->target.org = entry_org(draft->loader, org, defaults, spot);
    draft->target.year = entry_year(draft->loader, year, own_year, defaults, spot);
    if (draft->target.year > 0) {
        draft->window = loader_window(draft->loader, draft->target.org, draft->target.year);
    }
}

static void read_mapping(struct draft *draft, const struct node *node, struct defaults *defaults,
                         struct place spot) {
    const struct node *found[TARGET_FIELD_COUNT];
    struct target *target = &draft->target;
    struct target_says says = {0};
    size_t before = arrlenu(draft->loader->findings->items);
    draft->ok = fields_read(draft->loader, &target_schema, node, &says, found);
    bool misspelt = key_misspelt(draft->loader, before);
    place_draft(draft, found[TARGET_ORG], found[TARGET_YEAR], says.year, defaults, spot);
    draft->ok = bounds_read(draft->loader, draft->indicator, node, found, says.done, misspelt,
                            &target->bounds) &&
                draft->ok;
    target->by = says.by;
    target->source = says.source != NULL ? says.source : target->source;
    target->quote = says.quote;
    target->date = says.date;
    target->pace = (enum pace)says.pace;
    target->sure = says.sure;
    check_pace(draft->loader, draft->indicator, found[TARGET_PACE], target->pace,
               found[TARGET_MILESTONES]);
    check_not_after(draft, found[TARGET_DATE], says.date);
    read_during(draft, found[TARGET_DURING], says.during);
    if (found[TARGET_WEIGHT] != NULL) {
        read_weight(draft, found[TARGET_WEIGHT]);
    }
    if (found[TARGET_REVISED] != NULL) {
        read_revisions(draft, found[TARGET_REVISED]);
    }
    if (found[TARGET_MILESTONES] != NULL) {
        read_milestones(draft, found[TARGET_MILESTONES]);
    }
}

/* each_member needs an organisation with members; reported once for each file. */
static bool check_group(struct loader *loader, const struct target *target,
                        struct defaults *defaults, struct place spot) {
    const struct org *org = target->org >= 0 ? &loader->book->orgs[target->org] : NULL;
    if (!target->each_member || org == NULL || org->members_total > 0) {
        return true;
    }
    if (!defaults->told_group) {
        FIND(loader->findings, MSG_NOT_A_GROUP, spot, org->id);
        defaults->told_group = true;
    }
    return false;
}

static void read_target(struct loader *loader, const struct node *node, int32_t indicator,
                        struct defaults *defaults, bool each_member) {
    struct place spot = node_spot(node);
    struct draft draft = {
        .loader = loader,
        .indicator = &loader->book->indicators[indicator],
        .target = {.indicator = indicator,
                   .each_member = each_member,
                   .source = defaults->source,
                   .weight = ratio_int(1),
                   .place = node->place},
        .ok = true,
    };
    if (node->kind == NODE_MAPPING) {
        read_mapping(&draft, node, defaults, spot);
    } else {
        place_draft(&draft, NULL, NULL, 0, defaults, spot);
        draft.ok = scalar_wanted(loader, node) &&
                   bounds_read_plain(loader, draft.indicator, node, &draft.target.bounds);
    }
    draft.ok = check_group(loader, &draft.target, defaults, spot) && draft.ok;
    if (draft.ok && draft.target.org >= 0 && draft.target.year > 0) {
        targets_add(&loader->book->targets, &draft.target);
    } else {
        draft_clear(&draft);
    }
}

/* A target whose indicator is not usable is not kept, but its keys are still looked at: all
 * findings in one run. */
static void check_shape(struct loader *loader, const struct node *node) {
    const struct node *found[TARGET_FIELD_COUNT];
    struct target_says says = {0};
    const struct node *item = node->kind == NODE_LIST ? node->first : node;
    const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
    for (; item != end; item = item->next) {
        if (item->kind == NODE_MAPPING) {
            (void)fields_read(loader, &target_schema, item, &says, found);
        }
    }
}

void targets_read(struct loader *loader, const struct node *section, struct defaults *defaults,
                  bool each_member) {
    const struct node *previous = NULL;
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        bool slipped = key_slipped(loader, section, previous, node, false);
        int32_t indicator = slipped ? DROPPED : loader_key_indicator(loader, node);
        previous = node;
        if (indicator < 0) {
            check_shape(loader, node);
            continue;
        }
        const struct node *item = node->kind == NODE_LIST ? node->first : node;
        const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
        if (item == NULL) {
            FIND(loader->findings, MSG_EMPTY_VALUE, node->key_place, node_key(node));
        }
        for (; item != end; item = item->next) {
            read_target(loader, item, indicator, defaults, each_member);
        }
    }
}
