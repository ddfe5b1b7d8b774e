/* SPDX-License-Identifier: MIT */
#include "book_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"

const char shared_yaml[] = "orgs:\n"
                           "  bn: {name: Tỉnh Bắc Ninh}\n"
                           "  yb: {name: Tỉnh Yên Bái, name_en: Yen Bai}\n"
                           "  tb: {name: Cụm, members: [yb, bn], members_total: 7}\n"
                           "indicators:\n"
                           "  htx_new: {name: HTX mới, unit: HTX, kind: flow}\n"
                           "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock}\n"
                           "  good: {name: Tỷ lệ khá, unit: \"%\", kind: share}\n"
                           "  weak: {name: Tỷ lệ yếu, unit: \"%\", kind: share, better: lower}\n"
                           "  income: {name: Thu nhập, unit: triệu đồng/năm, kind: average}\n"
                           "  plan: {name: Kế hoạch, kind: done}\n";

static void add(struct reading_of *r, const char *name, const char *yaml) {
    size_t n = strlen(yaml);
    char *text = mem_alloc(n + 1);
    memcpy(text, yaml, n + 1);
    sources_add(&r->sources, name, text, n);
}

void read_two(struct reading_of *r, const char *first, const char *second) {
    memset(r, 0, sizeof *r);
    book_init(&r->book);
    add(r, "shared.yaml", first);
    if (second != NULL) {
        add(r, "test.yaml", second);
    }
    read_book(&r->sources, 1, NULL, &r->book, &r->findings);
    findings_sort(&r->findings);
}

void reading_of_clear(struct reading_of *r) {
    book_clear(&r->book);
    findings_clear(&r->findings);
    sources_clear(&r->sources);
}

void print_findings(const struct reading_of *r) {
    for (ptrdiff_t i = 0; i < arrlen(r->findings.items); i++) {
        const struct finding *f = &r->findings.items[i];
        print_message("  %s in %s at %u:%u: %s\n", message_of(f->code)->id,
                      sources_name(&r->sources, f->place.file), f->place.line, f->place.column,
                      f->words[0] != NULL ? f->words[0] : "");
    }
}
