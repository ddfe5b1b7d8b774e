/* SPDX-License-Identifier: MIT */
/*
 * What the audit finds in a book made by book_maker.h: one finding, or none. For its tests only,
 * which include it after cmocka.h.
 */
#ifndef TIENDO_AUDIT_EXPECT_H
#define TIENDO_AUDIT_EXPECT_H

#include "audit.h"
#include "book_maker.h"
#include "finding.h"
#include "mem.h"

#define NOTHING MESSAGE_COUNT /* no finding is expected */

/* The one finding of a book, or nothing: its code, its line, the related line (0: none). */
static inline void expect_finding(const char *cites, const struct book *book,
                                  enum message_code code, uint32_t line, uint32_t related) {
    struct findings findings = {0};
    audit_book(book, 1, &findings);
    expect_int(cites, "findings", (int)arrlen(findings.items), code != NOTHING);
    if (code != NOTHING) {
        const struct finding *finding = &findings.items[0];
        expect_int(cites, "code", (int)finding->code, (int)code);
        expect_int(cites, "line", (int)finding->place.line, (int)line);
        expect_int(cites, "related line", (int)finding->related.line, (int)related);
    }
    findings_clear(&findings);
}

/* The target of 2024, if any, stands on line 1, the figures follow. */
struct audit_row {
    const char *cites;
    enum indicator_kind kind;
    const char *goal;
    const char *figures;
    enum message_code code;
    uint32_t line;
    uint32_t related;
};

static inline void expect_findings(const struct audit_row table[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct situation s;
        const struct setting setting = {table[i].kind, BETTER_HIGHER, PACE_DEFAULT, table[i].goal,
                                        table[i].figures};
        situation_begin(&s, &setting);
        expect_finding(table[i].cites, &s.book, table[i].code, table[i].line, table[i].related);
        situation_clear(&s);
    }
}

#endif
