/* SPDX-License-Identifier: MIT */
#include "finding.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct finding *findings_add(struct findings *findings, enum message_code code, struct place place,
                             const char *const words[FINDING_WORDS]) {
    struct finding finding = {.code = code, .place = place, .related = no_place};
    for (int i = 0; i < FINDING_WORDS; i++) {
        if (words[i] != NULL) {
            finding.words[i] = pool_text(&findings->pool, words[i], strlen(words[i]));
        }
    }
    arrput(findings->items, finding);
    return &arrlast(findings->items);
}

void findings_move(struct findings *to, struct findings *from) {
    for (ptrdiff_t i = 0; i < arrlen(from->items); i++) {
        const struct finding *finding = &from->items[i];
        findings_add(to, finding->code, finding->place, finding->words)->related = finding->related;
    }
    findings_clear(from);
}

static int order(long long a, long long b) {
    return (a > b) - (a < b);
}

static int compare(const void *left, const void *right) {
    const struct finding *a = left;
    const struct finding *b = right;
    int by = order(a->place.file, b->place.file);
    by = by != 0 ? by : order(a->place.line, b->place.line);
    by = by != 0 ? by : order(a->place.column, b->place.column);
    by = by != 0 ? by : order(a->code, b->code);
    for (int i = 0; by == 0 && i < FINDING_WORDS; i++) {
        by = strcmp(a->words[i] != NULL ? a->words[i] : "", b->words[i] != NULL ? b->words[i] : "");
    }
    return by;
}

void findings_sort(struct findings *findings) {
    size_t n = arrlenu(findings->items);
    if (n == 0) {
        return;
    }
    qsort(findings->items, n, sizeof *findings->items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < n; i++) {
        if (compare(&findings->items[kept - 1], &findings->items[i]) != 0) {
            findings->items[kept++] = findings->items[i];
        }
    }
    arrsetlen(findings->items, kept);
}

size_t findings_count(const struct findings *findings, enum severity severity) {
    size_t n = 0;
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        n += message_of(findings->items[i].code)->severity == severity;
    }
    return n;
}

bool findings_stop_export(const struct findings *findings) {
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        if (message_of(findings->items[i].code)->confirm) {
            return true;
        }
    }
    return false;
}

void findings_clear(struct findings *findings) {
    arrfree(findings->items);
    pool_clear(&findings->pool);
}
