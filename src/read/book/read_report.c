/* SPDX-License-Identifier: MIT */
/* Reads the section report: columns, heading and signers of the official table. */
#include <assert.h>
#include <string.h>

#include "mem.h"
#include "scalars.h"
#include "sections.h"

/* ---- signers ---- */

enum signer_field { SIGNER_TITLE, SIGNER_NAME, SIGNER_FIELD_COUNT };

static const struct field signer_fields[] = {
    [SIGNER_TITLE] = {"title", "chức danh|chức vụ", FIELD_TEXT, SHAPE_ONE, true,
                      .into = INTO(struct signer, title),
                      .help = {"Chức danh in đậm; \\n trong ngoặc kép là xuống dòng.",
                               "The office, in bold; \\n in double quotes begins a new line."}},
    [SIGNER_NAME] = {"name", "tên|họ tên|ten", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct signer, name),
                     .help = {"Họ tên, dưới chỗ ký.", "The name, below the signature."}},
};
static_assert(sizeof signer_fields / sizeof *signer_fields == SIGNER_FIELD_COUNT, "all fields");

const struct schema signer_schema = {"signers", signer_fields, SIGNER_FIELD_COUNT, NULL, 0};

/* ---- report ---- */

enum report_field {
    REPORT_TITLE,
    REPORT_FORM,
    REPORT_ATTACHED_TO,
    REPORT_LETTERHEAD,
    REPORT_MOTTO,
    REPORT_COLUMNS,
    REPORT_HEADS,
    REPORT_PLACE_DATE,
    REPORT_SIGNERS,
    REPORT_FIELD_COUNT
};

static const struct field report_fields[] = {
    [REPORT_TITLE] = {"title", "tên biểu|tiêu đề|tieu de", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct report_form, title),
                      .help = {"Tên biểu, thay cho tên có sẵn; {period}, {year}, {as_of} được "
                               "điền: 6 THÁNG ĐẦU NĂM 2024, 2024, 30/06/2024.",
                               "The table's title, instead of the usual one; {period}, {year}, "
                               "{as_of} are filled in."}},
    [REPORT_FORM] = {"form", "biểu số|mẫu số|mẫu biểu", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct report_form, form),
                     .help = {"Số hiệu in ở góc phải: Biểu số 02/KTTT.",
                              "What stands in the right corner: Table 02."}},
    [REPORT_ATTACHED_TO] = {"attached_to", "kèm theo|đính kèm", FIELD_TEXT, SHAPE_ONE,
                            .into = INTO(struct report_form, attached_to),
                            .help = {"Dòng dưới tên biểu: Kèm theo Báo cáo số 45/BC-LM ngày ….",
                                     "Below the title: attached to which report."}},
    [REPORT_LETTERHEAD] = {"letterhead", "cơ quan|tiêu ngữ trái|đầu biểu", FIELD_TEXT,
                           SHAPE_ONE_OR_LIST,
                           .help = {"Các dòng góc trái: cơ quan chủ quản, đơn vị lập biểu.",
                                    "Lines at the left: the bodies that issue the table."}},
    [REPORT_MOTTO] = {"motto", "quốc hiệu|tiêu ngữ", FIELD_TEXT, SHAPE_ONE_OR_LIST,
                      .help = {"Các dòng góc phải: quốc hiệu, tiêu ngữ.",
                               "Lines at the right: the country and its motto."}},
    [REPORT_COLUMNS] = {"columns", "cột|các cột|cot", FIELD_CHOICE, SHAPE_LIST,
                        .choices = &table_column_words,
                        .help = {"Các cột sau STT và Chỉ tiêu, theo thứ tự này.",
                                 "The columns after number and name, in this order."}},
    [REPORT_HEADS] = {"heads", "đầu cột|tên cột|dau cot", FIELD_TEXT, SHAPE_LIST,
                      .help = {"Chữ đầu cột: của STT, Chỉ tiêu, rồi của columns theo thứ tự ấy.",
                               "The words over number and name, then over columns in their "
                               "order."}},
    [REPORT_PLACE_DATE] = {"place_date", "nơi ngày|ngày ký|địa danh", FIELD_TEXT, SHAPE_ONE,
                           .into = INTO(struct report_form, place_date),
                           .help = {"Dòng nơi, ngày ký: Bắc Ninh, ngày 08 tháng 7 năm 2024.",
                                    "Place and date above the signature."}},
    [REPORT_SIGNERS] = {"signers", "người ký|chữ ký|nguoi ky", FIELD_MAPPING, SHAPE_LIST,
                        .inside = &signer_schema,
                        .help = {"Người ký, từ trái sang phải.", "Who signs, from left to right."}},
};
static_assert(sizeof report_fields / sizeof *report_fields == REPORT_FIELD_COUNT, "all fields");

const struct schema report_schema = {"report", report_fields, REPORT_FIELD_COUNT, NULL, 0};

/* The lines of a text or of a list of texts; an empty one is an empty line. */
static void read_lines(struct loader *loader, const struct node *node, const char ***lines) {
    if (node == NULL || node->kind == NODE_MAPPING) {
        return;
    }
    const struct node *item = node->kind == NODE_LIST ? node->first : node;
    const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
    for (; item != end; item = item->next) {
        const char *text = loader_text(loader, item);
        if (text != NULL) {
            arrput(*lines, text);
        }
    }
}

/* The first item of a list of such values; what is of another kind was reported already. */
static const struct node *first_of(const struct node *list) {
    return list != NULL && list->kind == NODE_LIST ? list->first : NULL;
}

/* The column's place in the list, or NULL when it is not in it yet. */
static const struct node *named_before(const struct node *list, const struct node *item) {
    for (const struct node *other = list->first; other != item; other = other->next) {
        if (node_is_scalar(other) && strcmp(other->text, item->text) == 0) {
            return other;
        }
    }
    return NULL;
}

static bool read_columns(struct loader *loader, const struct node *list,
                         enum table_column_id **columns) {
    bool ok = true;
    for (const struct node *item = first_of(list); item != NULL; item = item->next) {
        int column = 0;
        if (!node_is_scalar(item) || item->text_length == 0) {
            continue;
        }
        if (!scalar_choice(loader, item, &table_column_words, &column)) {
            ok = false;
            continue;
        }
        const struct node *before = named_before(list, item);
        if (before != NULL) {
            FIND(loader->findings, MSG_DEFINED_TWICE, item->place, item->text)->related =
                before->place;
            ok = false;
        }
        arrput(*columns, (enum table_column_id)column);
    }
    return ok;
}

static bool read_signers(struct loader *loader, const struct node *list, struct signer **signers) {
    bool ok = true;
    const struct node *found[SIGNER_FIELD_COUNT];
    for (const struct node *item = first_of(list); item != NULL; item = item->next) {
        struct signer signer = {0};
        if (item->kind != NODE_MAPPING) {
            continue;
        }
        ok = fields_read(loader, &signer_schema, item, &signer, found) && ok;
        arrput(*signers, signer);
    }
    return ok;
}

/* Reports what stands in braces and cannot be filled in. */
static void check_placeholders(struct loader *loader, const struct node *node) {
    if (!node_is_scalar(node)) {
        return;
    }
    for (const char *at = node->text; *at != '\0';) {
        size_t n = 0;
        if (placeholder_at(at, &n) == PLACEHOLDER_COUNT && n > 0) {
            FIND(loader->findings, MSG_PLACEHOLDER, node_part(node, (size_t)(at - node->text), n),
                 loader_shown(loader, at, n));
        }
        at += n > 0 ? n : 1;
    }
}

/* Reports the first head that stands over no column. */
static void check_heads(struct loader *loader, const struct node *head,
                        const enum table_column_id *columns) {
    size_t room = 2; /* number and name */
    for (size_t i = 0; i < arrlenu(columns); i++) {
        room += columns[i] != TABLE_NUMBER && columns[i] != TABLE_NAME;
    }
    for (; head != NULL && room > 0; head = head->next) {
        room--;
    }
    if (head != NULL && node_is_scalar(head)) {
        FIND(loader->findings, MSG_HEADS_UNUSED, head->place,
             loader_shown(loader, head->text, head->text_length));
    }
}

/* The report that another file declared for the same organisation, or NULL. */
static const struct report_form *declared_before(const struct book *book, int32_t org) {
    for (size_t i = 0; i < arrlenu(book->reports); i++) {
        if (book->reports[i].org == org) {
            return &book->reports[i];
        }
    }
    return NULL;
}

void report_read(struct loader *loader, const struct node *section,
                 const struct defaults *defaults) {
    const struct node *found[REPORT_FIELD_COUNT];
    struct report_form report = {.org = defaults->org, .place = section->key_place};
    bool ok = fields_read(loader, &report_schema, section, &report, found);
    check_placeholders(loader, found[REPORT_TITLE]);
    check_placeholders(loader, found[REPORT_FORM]);
    check_placeholders(loader, found[REPORT_ATTACHED_TO]);
    check_placeholders(loader, found[REPORT_PLACE_DATE]);
    read_lines(loader, found[REPORT_LETTERHEAD], &report.letterhead);
    read_lines(loader, found[REPORT_MOTTO], &report.motto);
    read_lines(loader, found[REPORT_HEADS], &report.heads);
    ok = read_columns(loader, found[REPORT_COLUMNS], &report.columns) && ok;
    check_heads(loader, first_of(found[REPORT_HEADS]), report.columns);
    ok = read_signers(loader, found[REPORT_SIGNERS], &report.signers) && ok;
    const struct report_form *before = declared_before(loader->book, report.org);
    if (before != NULL) {
        FIND(loader->findings, MSG_DEFINED_TWICE, report.place, report_schema.name)->related =
            before->place;
        ok = false;
    }
    if (ok && report.org != DROPPED) {
        arrput(loader->book->reports, report);
    } else {
        report_clear(&report);
    }
}
