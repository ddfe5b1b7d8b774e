/* SPDX-License-Identifier: MIT */
/* The table of `status` in windows of any width. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_maker.h"
#include "mem.h"
#include "renderers.h"
#include "text.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const char no_room[] = "Cửa sổ hẹp";
static const char rule[] = "─";

/* The table in a window; terminated. */
static void print_table(const struct situation *s, int width, const char *const columns[],
                        int columns_count, struct buffer *out) {
    struct style style = {
        .lang = LANG_VI, .width = width, .columns = columns, .columns_count = columns_count};
    struct scorecard card = s->card;
    card.row_count = arrlenu(card.rows);
    card.org_count = 1;
    const struct long_report report = {.card = &card, .lang = style.lang};
    render_status_text(out, &report, &style);
    buffer_put(out, "", 1);
}

/* Columns that the rule below the headings takes, which is as wide as the table. */
static size_t rule_width(const char *text) {
    const char *from = strstr(text, rule);
    assert_non_null(from);
    return text_width(from, strcspn(from, "\n"));
}

/* A flow in the middle of its year has something in every usual column. */
static void columns_give_way(void **state) {
    (void)state;
    static const struct {
        int width;        /* of the window; 0: no window */
        const char *gone; /* headings that have no room, or NULL */
        const char *kept; /* one that has */
    } rows[] = {
        {0, NULL, "Cần/tháng"},
        {120, NULL, "Cần/tháng"},
        {85, "cho cột: Cần/tháng. ", "Mốc"},
        {76, "cho cột: Cần/tháng, Mốc đến nay. ", "Còn"},
        {60, "cho cột: Cần/tháng, Mốc đến nay, Còn lại, Đơn vị tính. ", "% KH"},
        {10, "cho cột: Cần/tháng, Mốc đến nay, Còn lại, Đơn vị tính. ", "% KH"},
    };
    struct situation s;
    const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "at_least 60",
                                    "2024-06-30 20"};
    situation_make(&s, &setting);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buffer out = {0};
        print_table(&s, rows[i].width, NULL, 0, &out);
        assert_int_equal(strstr(out.text, no_room) != NULL, rows[i].gone != NULL);
        assert_true(rows[i].gone == NULL || strstr(out.text, rows[i].gone) != NULL);
        assert_non_null(strstr(out.text, rows[i].kept));
        assert_true(rows[i].width < 60 || rule_width(out.text) <= (size_t)rows[i].width);
        buffer_clear(&out);
    }
    situation_clear(&s);
}

/* Who chooses columns gets them. */
static void chosen_columns_stay(void **state) {
    (void)state;
    static const char *const columns[] = {"name", "unit", "left", "needed", "expected", "status"};
    struct situation s;
    struct buffer out = {0};
    const struct setting setting = {KIND_FLOW, BETTER_HIGHER, PACE_DEFAULT, "at_least 60",
                                    "2024-06-30 20"};
    situation_make(&s, &setting);
    print_table(&s, 30, columns, (int)COUNT_OF(columns), &out);
    assert_null(strstr(out.text, no_room));
    assert_non_null(strstr(out.text, "Cần/tháng"));
    assert_true(rule_width(out.text) > 30);
    buffer_clear(&out);
    situation_clear(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_give_way),
        cmocka_unit_test(chosen_columns_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
