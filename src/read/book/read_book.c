/* SPDX-License-Identifier: MIT */
/*
 * Reads all loaded files into one book: first what files share (organisations, indicators,
 * windows), then what refers to it.
 */
#include <assert.h>
#include <string.h>

#include "mem.h"
#include "reader.h"
#include "sections.h"
#include "system.h"
#include "tree_queue.h"

/* What the root of a file says besides its sections. */
struct file_says {
    const char *source; /* the book's own copy, or NULL */
    int year;           /* or 0 */
};

enum file_field {
    FILE_ORG,
    FILE_YEAR,
    FILE_SOURCE,
    FILE_YEAR_WINDOW,
    FILE_ORGS,
    FILE_INDICATORS,
    FILE_TARGETS,
    FILE_EACH_MEMBER,
    FILE_ACTUALS,
    FILE_OVERRIDES,
    FILE_EDGES,
    FILE_REPORT,
    FILE_ENGLISH,
    FILE_FIELD_COUNT
};

static const struct field fields[] = {
    [FILE_ORG] = {"org", "đơn vị|don vi", FIELD_ORG, SHAPE_ONE,
                  .help = {"Đơn vị của tệp này (mã trong orgs).",
                           "The organisation of this file (an id of orgs)."}},
    [FILE_YEAR] = {"year", "năm|nam", FIELD_YEAR, SHAPE_ONE, .into = INTO(struct file_says, year),
                   .help = {"Năm của tệp này.", "The year of this file."}},
    [FILE_SOURCE] = {"source", "nguồn|văn bản", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct file_says, source),
                     .help = {"Văn bản, báo cáo làm nguồn.", "The document it comes from."}},
    [FILE_YEAR_WINDOW] = {"year_window", "năm báo cáo", FIELD_MAPPING, SHAPE_ONE,
                          .inside = &window_schema,
                          .help = {"Năm của đơn vị, khi khác năm dương lịch.",
                                   "The organisation's year, when not the calendar's."}},
    [FILE_ORGS] = {"orgs", "các đơn vị|đơn vị báo cáo|organisations|organizations", FIELD_MAPPING,
                   SHAPE_BY_ORG, .may_be_empty = true, .inside = &org_schema,
                   .help = {"Các đơn vị, theo mã.", "Organisations, by id."}},
    [FILE_INDICATORS] = {"indicators", "chỉ tiêu|các chỉ tiêu|chi tieu", FIELD_MAPPING,
                         SHAPE_BY_INDICATOR, .may_be_empty = true, .inside = &indicator_schema,
                         .help = {"Các chỉ tiêu, theo mã.", "Indicators, by id."}},
    [FILE_TARGETS] = {"targets", "mục tiêu|kế hoạch|muc tieu|ke hoach", FIELD_TARGET,
                      SHAPE_BY_INDICATOR_OR_LIST, .may_be_empty = true, .inside = &target_schema,
                      .help = {"Mục tiêu, kế hoạch, theo mã chỉ tiêu.", "Targets, by indicator."}},
    [FILE_EACH_MEMBER] = {"each_member", "mỗi thành viên|mỗi tỉnh|mỗi đơn vị", FIELD_TARGET,
                          SHAPE_BY_INDICATOR_OR_LIST, .may_be_empty = true,
                          .inside = &target_schema,
                          .help = {"Mục tiêu giao như nhau cho từng thành viên của nhóm.",
                                   "The same target for every member of the group."}},
    [FILE_ACTUALS] = {"actuals", "thực hiện|kết quả|thuc hien|ket qua", FIELD_MAPPING, SHAPE_LIST,
                      .may_be_empty = true, .inside = &actual_schema,
                      .help = {"Kết quả thực hiện, theo ngày.", "What happened, by date."}},
    [FILE_OVERRIDES] = {"overrides", "đánh giá lại|đánh giá", FIELD_MAPPING,
                        SHAPE_BY_INDICATOR_OR_LIST, .may_be_empty = true,
                        .inside = &override_schema,
                        .help = {"Đánh giá của người, kèm lý do.",
                                 "Verdicts set by a person, with the reason."}},
    [FILE_EDGES] = {"edges", "ngưỡng", FIELD_MAPPING, SHAPE_ONE, .inside = &edges_schema,
                    .help = {"Ngưỡng của đánh giá, một lần cho cả sổ.",
                             "Edges of the verdicts, once in a book."}},
    [FILE_REPORT] = {"report", "biểu|mẫu biểu|bieu", FIELD_MAPPING, SHAPE_ONE,
                     .inside = &report_schema,
                     .help = {"Biểu in ra: cột, đầu biểu, người ký; của đơn vị nêu ở org, hoặc của "
                              "mọi đơn vị khi tệp không có org.",
                              "The printed table: columns, letterhead, signers; of the file's org, "
                              "or of all where the file has none."}},
    [FILE_ENGLISH] = {"english", "tiếng anh|tieng anh", FIELD_TEXT, SHAPE_BY_TEXT,
                      .may_be_empty = true,
                      .help = {"Chữ tiếng Anh của đơn vị tính, đề mục, ghi chú, người phụ trách.",
                               "The English of units, headings, notes, owners."}},
};
static_assert(sizeof fields / sizeof *fields == FILE_FIELD_COUNT, "a row for each field");

const struct schema file_schema = {.name = "", .fields = fields, .count = FILE_FIELD_COUNT};

/* One file on its way into the book. */
struct file {
    struct tree tree;
    const struct node *found[FILE_FIELD_COUNT]; /* its defaults and sections, or NULL */
    struct defaults defaults;
};

/* The section when it is there and of the right kind. */
static const struct node *section_of(const struct file *file, enum file_field field) {
    const struct node *node = file->found[field];
    enum node_kind kind = fields[field].form == SHAPE_LIST ? NODE_LIST : NODE_MAPPING;
    return node != NULL && node->kind == kind ? node : NULL;
}

static void read_root(struct loader *loader, struct file *file) {
    const struct node *root = file->tree.root;
    struct file_says says = {0};
    file->defaults = (struct defaults){.org = NONE};
    if (root == NULL || !node_wanted(loader, root, NODE_MAPPING)) {
        return;
    }
    fields_read(loader, &file_schema, root, &says, file->found);
    file->defaults.source = says.source;
    file->defaults.year = file->found[FILE_YEAR] != NULL && says.year == 0 ? YEAR_WRONG : says.year;
}

/* Organisations and indicators of all files, with their references. */
static void read_shared(struct loader *loader, struct file files[]) {
    struct declared *orgs = NULL;
    struct declared *indicators = NULL;
    for (ptrdiff_t i = 0; i < arrlen(files); i++) {
        const struct node *section = section_of(&files[i], FILE_ORGS);
        if (section != NULL) {
            orgs_declare(loader, section, &orgs);
        }
        section = section_of(&files[i], FILE_INDICATORS);
        if (section != NULL) {
            indicators_declare(loader, section, &indicators);
        }
    }
    orgs_resolve(loader, orgs);
    indicators_resolve(loader, indicators);
    arrfree(orgs);
    arrfree(indicators);
}

static void read_file_defaults(struct loader *loader, struct file *file) {
    const struct node *org = file->found[FILE_ORG];
    const struct node *window = section_of(file, FILE_YEAR_WINDOW);
    const struct node *edges = section_of(file, FILE_EDGES);
    const struct node *report = section_of(file, FILE_REPORT);
    if (org != NULL) {
        file->defaults.org = node_is_scalar(org) && org->text_length > 0
                                 ? loader_org(loader, org->text, org->place)
                                 : DROPPED;
    }
    if (window != NULL) {
        window_read(loader, window, &file->defaults);
    }
    if (edges != NULL) {
        edges_read(loader, edges);
    }
    if (report != NULL) {
        report_read(loader, report, &file->defaults);
    }
}

/* All that is not read before, and the end of the tree. */
static void read_rest(struct loader *loader, struct file *file) {
    const struct node *targets = section_of(file, FILE_TARGETS);
    const struct node *each_member = section_of(file, FILE_EACH_MEMBER);
    const struct node *actuals = section_of(file, FILE_ACTUALS);
    const struct node *overrides = section_of(file, FILE_OVERRIDES);
    const struct node *english = section_of(file, FILE_ENGLISH);
    if (targets != NULL) {
        targets_read(loader, targets, &file->defaults, false);
    }
    if (each_member != NULL) {
        targets_read(loader, each_member, &file->defaults, true);
    }
    if (actuals != NULL) {
        actuals_read(loader, actuals, &file->defaults);
    }
    if (overrides != NULL) {
        overrides_read(loader, overrides, &file->defaults);
    }
    if (english != NULL) {
        english_read(loader, english);
    }
    tree_clear(&file->tree);
}

/* No indicator has a figure yet in any entry. */
static void init_entry_figures(struct loader *loader) {
    for (ptrdiff_t i = 0; i < arrlen(loader->book->indicators); i++) {
        arrput(loader->entry_figures, NONE);
    }
}

/* Takes the tree of the next file. */
static void open_file(struct loader *loader, struct tree_queue *trees, int32_t index,
                      struct file *file) {
    tree_queue_take(trees, &file->tree, loader->findings);
    if (file->tree.root == NULL) {
        arrput(loader->unread, index);
    } else {
        sources_let_go(loader->sources, index);
    }
    read_root(loader, file);
}

/* Whether a file may hold what others need before they can be read. It surely holds none of it when
 * none of the words stands anywhere in it, not even with an escape (\x6F) in place of a letter. */
static bool may_declare(const struct source *source) {
    static const char *const words[] = {"\\", "indicators", "orgs", "year_window", "edges"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(source->text, words[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* The files in the order in which they are opened: first the `early` ones, which may declare
 * something. */
static int32_t *opening_order(const struct sources *sources, size_t *early) {
    int32_t *order = NULL;
    int32_t *rest = NULL;
    for (int32_t i = 0; i < arrlen(sources->items); i++) {
        if (may_declare(&sources->items[i])) {
            arrput(order, i);
        } else {
            arrput(rest, i);
        }
    }
    *early = arrlenu(order);
    arr_append(order, rest);
    arrfree(rest);
    return order;
}

/* The trees of the early files wait; every other file is read from its text to its last figure
 * before the next one is opened here. */
void read_book(struct sources *sources, int jobs, struct progress *progress, struct book *book,
               struct findings *findings) {
    struct loader loader;
    struct file *early = NULL;
    size_t early_count = 0;
    int32_t *order = opening_order(sources, &early_count);
    struct tree_queue *trees = tree_queue_begin(sources, order, arrlenu(order), jobs);
    loader_init(&loader, sources, book, findings);
    book->bytes = sources_bytes(sources);
    for (size_t i = 0; i < early_count; i++) {
        struct file file = {0};
        open_file(&loader, trees, order[i], &file);
        arrput(early, file);
    }
    read_shared(&loader, early);
    for (ptrdiff_t i = 0; i < arrlen(early); i++) {
        read_file_defaults(&loader, &early[i]);
    }
    init_entry_figures(&loader);
    size_t next = 0;
    for (int32_t i = 0; i < arrlen(sources->items); i++) {
        if (next < early_count && order[next] == i) {
            read_rest(&loader, &early[next++]);
        } else {
            struct file file = {0};
            open_file(&loader, trees, i, &file);
            read_file_defaults(&loader, &file);
            read_rest(&loader, &file);
        }
        progress_tell(progress, WORK_FILES_READ, (size_t)i + 1, arrlenu(sources->items));
    }
    tree_queue_end(trees);
    duplicate_targets(&loader);
    duplicate_overrides(&loader);
    duplicate_figures(&loader, jobs);
    english_finish(&loader);
    loader_report_elsewhere(&loader);
    arrfree(early);
    arrfree(order);
    for (ptrdiff_t i = 0; i < arrlen(loader.unread); i++) {
        sources_let_go(sources, loader.unread[i]);
    }
    loader_clear(&loader);
}

int read_usual_jobs(size_t bytes) {
    enum { WORTH_A_THREAD = 200000 }; /* bytes, some milliseconds; a thread costs a tenth of one */
    long most = (long)(bytes / WORTH_A_THREAD) + 1;
    long processors = system_processors();
    most = processors < most ? processors : most;
    most = most < READ_MOST_JOBS ? most : READ_MOST_JOBS;
    return most < 1 ? 1 : (int)most;
}
