/* SPDX-License-Identifier: MIT */
/* Tree to book: without errors every reference leads somewhere; the findings come out whole in
 * every form, and the same when everything is read again. */
#include "fuzz.h"
#include "mem.h"
#include "renderers.h"

/* SARIF brings the words of all messages each time: only at some counts of findings. */
enum { SARIF_AT = 3 };

static void leads(int32_t index, ptrdiff_t count, bool optional) {
    PROMISE((optional && index == NONE) || (index >= 0 && index < count));
}

static void indicators_are_sound(const struct book *book) {
    ptrdiff_t n = arrlen(book->indicators);
    for (ptrdiff_t i = 0; i < n; i++) {
        const struct indicator *what = &book->indicators[i];
        leads(what->part_of, n, true);
        leads(what->ratio_of, n, true);
        leads(what->ratio_to, n, true);
        leads(what->weight, n, true);
        leads(what->balance_plus, n, true);
        leads(what->balance_minus, n, true);
        PROMISE(what->id != NULL && what->name != NULL && what->unit.text != NULL);
        PROMISE(book_indicator(book, what->id) == i);
    }
}

static void orgs_are_sound(const struct book *book) {
    ptrdiff_t n = arrlen(book->orgs);
    for (ptrdiff_t i = 0; i < n; i++) {
        const struct org *org = &book->orgs[i];
        PROMISE(book_org(book, org->id) == i);
        PROMISE(arrlen(org->members) == 0 || org->members_total >= arrlen(org->members));
        for (ptrdiff_t m = 0; m < arrlen(org->members); m++) {
            leads(org->members[m], n, false);
        }
        for (ptrdiff_t p = 0; p < arrlen(org->predecessors); p++) {
            leads(org->predecessors[p], n, false);
        }
    }
}

static void entries_are_sound(const struct book *book) {
    ptrdiff_t orgs = arrlen(book->orgs);
    ptrdiff_t indicators = arrlen(book->indicators);
    for (int32_t i = 0; i < (int32_t)targets_count(&book->targets); i++) {
        struct target target = targets_get(&book->targets, i);
        leads(target.org, orgs, false);
        leads(target.indicator, indicators, false);
        for (ptrdiff_t r = 1; r < arrlen(target.revised); r++) {
            const struct revision *revised = target.revised;
            PROMISE(date_cmp(revised[r - 1].date, revised[r].date) <= 0);
        }
    }
    for (int32_t i = 0; i < (int32_t)figures_count(&book->figures); i++) {
        struct figure figure = figures_get(&book->figures, i);
        leads(figure.org, orgs, false);
        leads(figure.indicator, indicators, false);
        PROMISE(date_valid(figure.date));
        PROMISE(ratio_valid(figure.low) && ratio_cmp(figure.low, figure.high) <= 0);
    }
    for (ptrdiff_t i = 0; i < arrlen(book->claims); i++) {
        leads(book->claims[i].org, orgs, false);
        leads(book->claims[i].indicator, indicators, false);
    }
    for (ptrdiff_t i = 0; i < arrlen(book->overrides); i++) {
        leads(book->overrides[i].org, orgs, false);
        leads(book->overrides[i].indicator, indicators, false);
    }
}

static void come_out_whole(const struct material *m, struct buffer *all) {
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct style style = {.lang = (enum language)lang, .width = 60};
        struct buffer out = {0};
        render_findings_json(&out, &m->findings, &m->sources, NULL, &style);
        PROMISE(is_json(&out));
        buffer_put(all, out.text, arrlenu(out.text));
        buffer_clear(&out);
        if (arrlen(m->findings.items) % 16 == SARIF_AT) {
            render_findings_sarif(&out, &m->findings, &m->sources, NULL, &style);
            PROMISE(is_json(&out));
            buffer_clear(&out);
        }
        render_findings_short(&out, &m->findings, &m->sources, &style);
        PROMISE(is_plain(&out));
        buffer_clear(&out);
        render_findings_text(&out, &m->findings, &m->sources, &style);
        PROMISE(is_plain(&out));
        buffer_clear(&out);
    }
}

static void read_once(const uint8_t *data, size_t size, struct buffer *all) {
    struct material m;
    material_load(&m, data, size);
    if (material_read(&m)) {
        orgs_are_sound(&m.book);
        indicators_are_sound(&m.book);
        entries_are_sound(&m.book);
    }
    come_out_whole(&m, all);
    material_clear(&m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct buffer once = {0};
    struct buffer again = {0};
    read_once(data, size, &once);
    read_once(data, size, &again);
    PROMISE(same_bytes(&once, &again));
    buffer_clear(&once);
    buffer_clear(&again);
    return 0;
}
