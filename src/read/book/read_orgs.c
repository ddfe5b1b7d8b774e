/* SPDX-License-Identifier: MIT */
/* Reads the section orgs: declares organisations, then resolves members and predecessors. */
#include <assert.h>
#include <stdio.h>

#include "cycles.h"
#include "mem.h"
#include "sections.h"

enum org_field {
    ORG_NAME,
    ORG_NAME_EN,
    ORG_MEMBERS,
    ORG_MEMBERS_TOTAL,
    ORG_PREDECESSORS,
    ORG_FROM,
    ORG_TO,
    ORG_FIELD_COUNT
};

static const struct field fields[] = {
    [ORG_NAME] = {"name", "tên|ten", FIELD_TEXT, SHAPE_ONE, .into = INTO(struct org, name),
                  .help = {"Tên đầy đủ, như in trong báo cáo.", "Full name, as printed."}},
    [ORG_NAME_EN] = {"name_en", "english", FIELD_TEXT, SHAPE_ONE, .into = INTO(struct org, name_en),
                     .help = {"Tên tiếng Anh.", "English name."}},
    [ORG_MEMBERS] = {"members", "thành viên|thanh vien", FIELD_ORG, SHAPE_LIST,
                     .help = {"Mã các đơn vị hợp thành nhóm này.",
                              "Ids of the organisations that make up this group."}},
    [ORG_MEMBERS_TOTAL] = {"members_total", "tổng số thành viên", FIELD_COUNT, SHAPE_ONE,
                           .into = INTO(struct org, members_total),
                           .help = {"Số đơn vị của nhóm khi không nêu tên hết.",
                                    "How many members there are when not all are named."}},
    [ORG_PREDECESSORS] = {"predecessors", "tiền thân|sáp nhập từ", FIELD_ORG, SHAPE_LIST,
                          .help = {"Mã các đơn vị cũ đã sáp nhập thành đơn vị này.",
                                   "Ids of the organisations merged into this one."}},
    [ORG_FROM] = {"from", "từ|từ ngày", FIELD_DATE, SHAPE_ONE, .into = INTO(struct org, from),
                  .help = {"Ngày đầu của địa giới này.", "First day of its present boundary."}},
    [ORG_TO] = {"to", "đến|đến ngày", FIELD_DATE, SHAPE_ONE, .into = INTO(struct org, to),
                .help = {"Ngày cuối của địa giới này.", "Last day of its present boundary."}},
};
static_assert(sizeof fields / sizeof *fields == ORG_FIELD_COUNT, "a row for each field");

const struct schema org_schema = {.name = "orgs", .fields = fields, .count = ORG_FIELD_COUNT};

static void check_boundary(struct loader *loader, const struct node *const found[],
                           const struct org *org) {
    if (date_known(org->from) && date_known(org->to) && date_cmp(org->from, org->to) > 0) {
        FIND(loader->findings, MSG_BAD_WINDOW, found[ORG_TO]->place, NULL);
    }
}

static void declare(struct loader *loader, const struct node *node, struct declared **declared) {
    const char *id;
    const struct node *found[ORG_FIELD_COUNT];
    bool fresh = names_declare(loader, &loader->orgs, node, &id);
    struct org org = {.place = node->key_place};
    if (!node_wanted(loader, node, NODE_MAPPING) ||
        !fields_read(loader, &org_schema, node, &org, found)) {
        return;
    }
    check_boundary(loader, found, &org);
    if (!fresh) {
        return;
    }
    org.id = id;
    org.name = org.name != NULL ? org.name : id;
    struct declared entry = {(int32_t)arrlen(loader->book->orgs), node};
    arrput(loader->book->orgs, org);
    arrput(*declared, entry);
    names_set(&loader->orgs, id, entry.index);
}

void orgs_declare(struct loader *loader, const struct node *section, struct declared **declared) {
    const struct node *previous = NULL;
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        if (!key_slipped(loader, section, previous, node, false)) {
            declare(loader, node, declared);
        }
        previous = node;
    }
}

/* Where an organisation was named last. */
struct named {
    const struct node *list; /* in which list */
    const struct node *item; /* where in it */
};

/* The organisations that a list names, each once; named is by organisation. */
static int32_t *resolve_list(struct loader *loader, const struct node *list, struct named named[]) {
    int32_t *orgs = NULL;
    const struct node *item = list != NULL ? list->first : NULL;
    for (; item != NULL; item = item->next) {
        int32_t org = loader_org(loader, item->text, item->place);
        if (org < 0) {
            continue;
        }
        if (named[org].list == list) {
            FIND(loader->findings, MSG_DEFINED_TWICE, item->place, item->text)->related =
                named[org].item->place;
            continue;
        }
        named[org] = (struct named){list, item};
        arrput(orgs, org);
    }
    return orgs;
}

static void drop_none(int32_t *ends) {
    size_t kept = 0;
    for (ptrdiff_t i = 0; i < arrlen(ends); i++) {
        if (ends[i] != NONE) {
            ends[kept++] = ends[i];
        }
    }
    if (ends != NULL) {
        arrsetlen(ends, kept);
    }
}

/* Where an organisation is named as a predecessor, and by whom. */
struct naming {
    int32_t heir;
    int32_t *entry; /* in its list */
};

/* The ways from organisations to those whose figures theirs may need; by edge: the entry of a list
 * that makes it, to be given up. */
struct ways {
    struct graph graph;
    int32_t **entries; /* stb_ds array */
};

static void add_way(struct ways *ways, int32_t end, int32_t *entry) {
    graph_edge(&ways->graph, end);
    arrput(ways->entries, entry);
}

/* To its members, what they were merged into, and its predecessors. */
static void add_ways(struct ways *ways, struct org *org, struct naming *const named[]) {
    graph_node(&ways->graph, org->id, org->place);
    for (ptrdiff_t i = 0; i < arrlen(org->members); i++) {
        add_way(ways, org->members[i], &org->members[i]);
    }
    for (ptrdiff_t i = 0; i < arrlen(org->members); i++) {
        const struct naming *by = named[org->members[i]];
        for (ptrdiff_t j = 0; j < arrlen(by); j++) {
            add_way(ways, by[j].heir, by[j].entry);
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(org->predecessors); i++) {
        add_way(ways, org->predecessors[i], &org->predecessors[i]);
    }
}

/* Finds cycles and breaks them, so that every later walk over members and predecessors ends. */
static void break_cycles(struct loader *loader) {
    struct org *orgs = loader->book->orgs;
    size_t n = arrlenu(orgs);
    struct ways ways = {0};
    struct naming **named = mem_alloc((n + 1) * sizeof *named);
    for (size_t i = 0; i < n; i++) {
        for (ptrdiff_t j = 0; j < arrlen(orgs[i].predecessors); j++) {
            struct naming one = {(int32_t)i, &orgs[i].predecessors[j]};
            arrput(named[orgs[i].predecessors[j]], one);
        }
    }
    for (size_t i = 0; i < n; i++) {
        add_ways(&ways, &orgs[i], named);
    }
    struct graph_edge_at *closing = graph_cycles(&ways.graph, loader->findings);
    for (ptrdiff_t i = 0; ways.entries != NULL && i < arrlen(closing); i++) {
        int32_t first = ways.graph.nodes[closing[i].node].first;
        *ways.entries[first + closing[i].edge] = NONE;
    }
    for (size_t i = 0; i < n; i++) {
        arrfree(named[i]);
        if (arrlen(closing) > 0) {
            drop_none(orgs[i].members);
            drop_none(orgs[i].predecessors);
        }
    }
    arrfree(closing);
    arrfree(ways.entries);
    mem_free(named);
    graph_clear(&ways.graph);
}

static void check_total(struct loader *loader, struct org *org, const struct node *total,
                        const struct node *members) {
    int named = 0;
    const struct node *item = members != NULL ? members->first : NULL;
    for (; item != NULL; item = item->next) {
        named++;
    }
    if (total == NULL) {
        org->members_total = named;
    } else if (org->members_total < named) {
        char stated[16];
        char counted[16];
        snprintf(stated, sizeof stated, "%d", org->members_total);
        snprintf(counted, sizeof counted, "%d", named);
        FIND(loader->findings, MSG_MEMBERS_TOTAL, total->place, stated, counted);
        org->members_total = named;
    }
}

void orgs_resolve(struct loader *loader, const struct declared *declared) {
    struct named *named = mem_alloc(arrlenu(loader->book->orgs) * sizeof *named);
    for (ptrdiff_t i = 0; i < arrlen(declared); i++) {
        struct org *org = &loader->book->orgs[declared[i].index];
        const struct node *members = node_child(declared[i].node, "members");
        org->members = resolve_list(loader, members, named);
        org->predecessors =
            resolve_list(loader, node_child(declared[i].node, "predecessors"), named);
        check_total(loader, org, node_child(declared[i].node, "members_total"), members);
    }
    mem_free(named);
    break_cycles(loader);
}
