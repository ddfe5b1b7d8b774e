/* SPDX-License-Identifier: MIT */
/* Book to scorecard to every renderer but the workbook: what comes out is whole, adds up, and is
 * the same from a second scorecard. The first byte: a text as it stands, or a plausible book; the
 * second: the question. */
#include "fuzz.h"
#include "long_form.h"
#include "mem.h"
#include "renderers.h"
#include "why.h"

enum { ROWS_EXPLAINED = 12 };

static void ask(struct choices_left *left, struct selection *question) {
    static const struct date days[] = {{0, 0, 0},    {2024, 6, 30}, {2024, 12, 31},
                                       {2025, 2, 1}, {2024, 1, 1},  {2023, 12, 31}};
    static const int years[] = {0, 2024, 2023, 2025};
    unsigned byte = choose(left, 256);
    question->as_of = days[byte % 6];
    question->year = years[byte / 6 % 4];
    question->only = byte >= 240 ? byte - 239U : 0;
}

static void adds_up(const struct scorecard *card, bool all) {
    int sum = 0;
    int goals = 0;
    for (int i = 0; i < STATUS_COUNT; i++) {
        PROMISE(card->count[i] >= 0);
        sum += card->count[i];
    }
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        goals += row->goal && !row->covered ? 1 : 0;
        PROMISE(row->status < STATUS_COUNT && row->computed_status < STATUS_COUNT);
        PROMISE(row->override != NONE || row->status == row->computed_status);
        PROMISE(!row->has_actual || ratio_cmp(row->low, row->high) <= 0);
        PROMISE(!row->rolled_up || row->members_reporting <= row->members_total);
        PROMISE(row->part_of == NONE || row->part_of < i);
        PROMISE((row->part_of == NONE) == (row->depth == 0));
    }
    PROMISE(goals <= card->goals && card->goals <= sum);
    PROMISE(!all || goals == card->goals);
}

/* Every renderer, in both languages; what machines read is added to *all. */
static void render(const struct scorecard *card, const struct material *m, struct buffer *all) {
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct style style = {.lang = (enum language)lang, .width = lang == 0 ? 100 : 0};
        struct long_report report = {card, NULL, &m->sources, &m->findings, style.lang};
        struct buffer out = {0};
        render_long(&out, &json_form, &report, 1, NULL);
        PROMISE(is_json(&out));
        buffer_put(all, out.text, arrlenu(out.text));
        buffer_clear(&out);
        render_long(&out, &csv_form, &report, 1, NULL);
        PROMISE(is_csv(&out));
        buffer_put(all, out.text, arrlenu(out.text));
        buffer_clear(&out);
        render_status_text(&out, &report, &style);
        PROMISE(is_plain(&out));
        buffer_put(all, out.text, arrlenu(out.text));
        buffer_clear(&out);
        for (int i = 0; i < (int)arrlen(card->rows) && i < ROWS_EXPLAINED; i++) {
            render_why(&out, card, i, &m->sources, &style, i % 2 != 0);
            PROMISE(arrlen(out.text) > 0 && is_plain(&out));
            buffer_clear(&out);
        }
    }
}

static void compare(struct material *m, const struct selection *question, struct buffer *all) {
    struct scorecard card;
    size_t before = arrlenu(m->findings.items);
    if (material_compare(m, question, &card)) {
        PROMISE(arrlenu(m->findings.items) == before);
        adds_up(&card, question->only == 0);
        render(&card, m, all);
    }
    scorecard_clear(&card);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct choices_left left = {data, size};
    struct selection question = {0};
    bool plausible = choose(&left, 2) == 0;
    ask(&left, &question);
    struct buffer text = {0};
    if (plausible) {
        plausible_book(&text, left.data, left.size);
    } else {
        buffer_put(&text, (const char *)left.data, left.size);
    }
    struct material m;
    material_load(&m, (const uint8_t *)text.text, arrlenu(text.text));
    if (material_read(&m)) {
        struct buffer once = {0};
        struct buffer again = {0};
        compare(&m, &question, &once);
        compare(&m, &question, &again);
        PROMISE(same_bytes(&once, &again));
        buffer_clear(&once);
        buffer_clear(&again);
    }
    material_clear(&m);
    buffer_clear(&text);
    return 0;
}
