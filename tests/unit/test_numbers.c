/* SPDX-License-Identifier: MIT */
/* Figures as people write them: what they are read as, and which slip is said where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mem.h"
#include "numbers.h"
#include "text.h"

enum { COLUMN = 11 }; /* where the scalars of these tests begin */

/* What a text is read as. */
struct good {
    const char *text;
    const char *unit;    /* of the indicator */
    const char *low;     /* printed in full */
    const char *high;    /* NULL: as low */
    bool three_decimals; /* warned about */
};

static const struct good goods[] = {
    {"30", "HTX", "30", NULL, false},
    {"012", "HTX", "12", NULL, false},
    {"-1.5", "%", "-1.5", NULL, false},
    {"+5", "HTX", "5", NULL, false},
    {"\u22125", "%", "-5", NULL, false},
    {"106_598", "triệu đồng", "106598", NULL, false},
    {" 30 ", "HTX", "30", NULL, false},
    {"60%", "%", "60", NULL, false},
    {"60 %", "%", "60", NULL, false},
    {"60\u00A0%", "%", "60", NULL, false},
    {"15 HTX", "HTX", "15", NULL, false},
    {"2.7 tỷ đồng/năm", "triệu đồng/năm", "2700", NULL, false},
    {"5 triệu đồng/tháng", "triệu đồng/năm", "60", NULL, false},
    {"210 nghìn người", "người", "210000", NULL, false},
    {"210 nghìn", "người", "210000", NULL, false},
    {"990 triệu", "triệu đồng", "990", NULL, false},
    {"3.8..5.5", "triệu đồng/năm", "3.8", "5.5", false},
    {"3.8..5.5 triệu đồng/tháng", "triệu đồng/năm", "45.6", "66", false},
    {"3.8 .. 5.5 triệu đồng/tháng", "triệu đồng/năm", "45.6", "66", false},
    {"900 triệu đồng..1.2 tỷ đồng", "triệu đồng", "900", "1200", false},
    {"1.200", "HTX", "1.2", NULL, true},
    {"12.971", "người", "12.971", NULL, true},
    {"1.2000", "HTX", "1.2", NULL, false},
    {"106.598 triệu đồng", "triệu đồng", "106.598", NULL, true},
    {"999999999999999999", "HTX", "999999999999999999", NULL, false},
    {"999999999999999999 tỷ đồng", "đồng", "999999999999999999000000000", NULL, false},
};

/* A slip: the message, the characters that are to blame, what to write instead. */
struct bad {
    const char *text;
    enum hint_place where;
    enum message_code code;
    unsigned from;       /* first guilty character, from 0 */
    unsigned to;         /* one past the last */
    const char *first;   /* word {0} */
    const char *instead; /* word {1}, or NULL */
};

static const struct bad bads[] = {
    {"abc", HINT_IN_FIGURE, MSG_NOT_A_NUMBER, 0, 3, "abc", NULL},
    {"12:30", HINT_IN_FIGURE, MSG_NOT_A_NUMBER, 0, 5, "12:30", NULL},
    {"5.", HINT_IN_FIGURE, MSG_NOT_A_NUMBER, 0, 2, "5.", NULL},
    {"1__0", HINT_IN_FIGURE, MSG_NOT_A_NUMBER, 0, 4, "1__0", NULL},
    {"có", HINT_IN_FIGURE, MSG_NOT_A_NUMBER, 0, 2, "có", NULL},
    {"2,7", HINT_IN_FIGURE, MSG_COMMA, 0, 3, "2,7", "2.7"},
    {"2,7 triệu đồng", HINT_IN_FIGURE, MSG_COMMA, 0, 3, "2,7", "2.7"},
    {"-2,7", HINT_IN_FIGURE, MSG_COMMA, 0, 4, "-2,7", "-2.7"},
    {"1.200.000", HINT_IN_FIGURE, MSG_GROUPED, 0, 9, "1.200.000", "1_200_000"},
    {"1,200,000", HINT_IN_FIGURE, MSG_GROUPED, 0, 9, "1,200,000", "1_200_000"},
    {"1.234,5", HINT_IN_FIGURE, MSG_GROUPED, 0, 7, "1.234,5", "1_234.5"},
    {"1,234.5", HINT_IN_FIGURE, MSG_GROUPED, 0, 7, "1,234.5", "1_234.5"},
    {"1 200", HINT_IN_FIGURE, MSG_SPACED, 0, 5, "1 200", "1_200"},
    {"1\u00A0200", HINT_IN_FIGURE, MSG_SPACED, 0, 5, "1\u00A0200", "1_200"},
    {"1e3", HINT_IN_FIGURE, MSG_EXPONENT, 0, 3, "1e3", NULL},
    {"0x1F", HINT_IN_FIGURE, MSG_EXPONENT, 0, 4, "0x1F", NULL},
    {"1234567890123456789", HINT_IN_FIGURE, MSG_TOO_LONG, 0, 19, "1234567890123456789", NULL},
    {"30 xã", HINT_IN_FIGURE, MSG_UNIT_UNKNOWN, 3, 5, "xã", "triệu đồng"},
    {"60%", HINT_IN_FIGURE, MSG_UNIT_UNKNOWN, 2, 3, "%", "triệu đồng"},
    {"30 - 40", HINT_IN_TARGET, MSG_RANGE_DASH, 0, 7, "30 - 40", "{from: 30, to: 40}"},
    {"30-40", HINT_IN_FIGURE, MSG_RANGE_DASH, 0, 5, "30-40", "30..40"},
    {"30 – 40 triệu đồng", HINT_IN_TARGET, MSG_RANGE_DASH, 0, 7, "30 – 40",
     "{from: 30, to: 40 triệu đồng}"},
    {"1,5 - 2,5", HINT_IN_FIGURE, MSG_RANGE_DASH, 0, 9, "1,5 - 2,5", "1.5..2.5"},
    {"30 đến 40", HINT_UNDER_KEY, MSG_RANGE_DASH, 0, 9, "30 đến 40", "from: 30, to: 40"},
    {"từ 30 đến 40", HINT_IN_TARGET, MSG_RANGE_DASH, 0, 12, "từ 30 đến 40", "{from: 30, to: 40}"},
    {"30..40", HINT_IN_TARGET, MSG_RANGE_DASH, 0, 6, "30..40", "{from: 30, to: 40}"},
    {">= 60", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 2, ">= 60", "{at_least: 60}"},
    {"> 60", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 1, "> 60", "{more_than: 60}"},
    {"≥ 60", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 1, "≥ 60", "{at_least: 60}"},
    {"trên 60", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 4, "trên 60", "{more_than: 60}"},
    {"Trên 60%", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 4, "Trên 60%", "{more_than: 60%}"},
    {"ít nhất 30", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 7, "ít nhất 30", "{at_least: 30}"},
    {"khoảng 145", HINT_IN_TARGET, MSG_BAD_OPERATOR, 0, 6, "khoảng 145", "{about: 145}"},
    {"hơn 57.588", HINT_IN_FIGURE, MSG_BAD_OPERATOR, 0, 3, "hơn 57.588", "{more_than: 57.588}"},
    {"dưới 5", HINT_UNDER_KEY, MSG_BAD_OPERATOR, 0, 4, "dưới 5", "less_than: 5"},
    {"60 trở lên", HINT_IN_TARGET, MSG_BAD_OPERATOR, 3, 10, "60 trở lên", "{at_least: 60}"},
    {"từ 20 trở lên", HINT_IN_TARGET, MSG_BAD_OPERATOR, 6, 13, "từ 20 trở lên", "{at_least: 20}"},
};

/* A loader with nothing but findings, and a scalar at line 3. */
struct setting {
    struct book book;
    struct findings findings;
    struct sources sources;
    struct loader loader;
    struct node node;
    struct unit unit;
};

static void setting_init(struct setting *s, const char *text, const char *unit) {
    memset(s, 0, sizeof *s);
    loader_init(&s->loader, &s->sources, &s->book, &s->findings);
    s->unit = unit_parse(&s->book.pool, unit, strlen(unit));
    s->node = (struct node){
        .kind = NODE_SCALAR,
        .text = text,
        .text_length = (uint32_t)strlen(text),
        .place = {0, 3, COLUMN, COLUMN + (uint32_t)text_length(text, strlen(text))},
    };
}

static void setting_clear(struct setting *s) {
    loader_clear(&s->loader);
    findings_clear(&s->findings);
    pool_clear(&s->book.pool);
}

static bool read(struct setting *s, enum hint_place where, struct number *number) {
    struct number_rules rules = {
        .where = where, .unit = &s->unit, .interval = where == HINT_IN_FIGURE};
    return number_read(&s->loader, &s->node, &rules, number);
}

static void assert_value(struct ratio value, const char *expected) {
    char text[RATIO_TEXT];
    assert_string_equal(ratio_plain(value, true, NULL, 0, text), expected);
}

static void test_goods(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof goods / sizeof *goods; i++) {
        const struct good *row = &goods[i];
        struct setting s;
        struct number number;
        setting_init(&s, row->text, row->unit);
        if (!read(&s, HINT_IN_FIGURE, &number)) {
            fail_msg("%s is not read", row->text);
        }
        assert_value(number.low, row->low);
        assert_value(number.high, row->high != NULL ? row->high : row->low);
        assert_int_equal(arrlen(s.findings.items), row->three_decimals);
        if (row->three_decimals) {
            assert_int_equal(s.findings.items[0].code, MSG_THREE_DECIMALS);
        }
        setting_clear(&s);
    }
}

static void test_bads(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bads / sizeof *bads; i++) {
        const struct bad *row = &bads[i];
        struct setting s;
        struct number number;
        setting_init(&s, row->text, "triệu đồng");
        if (read(&s, row->where, &number) || arrlen(s.findings.items) != 1) {
            fail_msg("%s: %d findings", row->text, (int)arrlen(s.findings.items));
        }
        const struct finding *found = &s.findings.items[0];
        if (found->code != row->code || found->place.column != COLUMN + row->from ||
            found->place.end_column != COLUMN + row->to || found->place.line != 3) {
            fail_msg("%s: code %d (not %d) at %u..%u", row->text, (int)found->code, (int)row->code,
                     found->place.column - COLUMN, found->place.end_column - COLUMN);
        }
        assert_string_equal(found->words[0], row->first);
        if (row->instead != NULL) {
            assert_non_null(found->words[1]);
            assert_string_equal(found->words[1], row->instead);
        }
        setting_clear(&s);
    }
}

static void test_range_order(void **state) {
    (void)state;
    struct setting s;
    struct number number;
    setting_init(&s, "5..3", "HTX");
    assert_false(read(&s, HINT_IN_FIGURE, &number));
    assert_int_equal(s.findings.items[0].code, MSG_RANGE_ORDER);
    setting_clear(&s);
}

/* In quotes the characters begin one further on; with an escape inside there is no telling. */
static void test_quoted_places(void **state) {
    (void)state;
    struct setting s;
    struct number number;
    setting_init(&s, "30 xã", "HTX");
    s.node.quoted = true;
    s.node.place.end_column += 2;
    assert_false(read(&s, HINT_IN_FIGURE, &number));
    assert_int_equal(s.findings.items[0].place.column, COLUMN + 1 + 3);
    s.node.place.end_column += 5;
    assert_false(read(&s, HINT_IN_FIGURE, &number));
    assert_int_equal(s.findings.items[1].place.column, COLUMN);
    setting_clear(&s);
}

/* A collection and an empty scalar were reported before: nothing more is said. */
static void test_silence(void **state) {
    (void)state;
    struct setting s;
    struct number number;
    setting_init(&s, "", "HTX");
    assert_false(read(&s, HINT_IN_FIGURE, &number));
    s.node.kind = NODE_LIST;
    assert_false(read(&s, HINT_IN_FIGURE, &number));
    assert_int_equal(arrlen(s.findings.items), 0);
    setting_clear(&s);
}

static void test_percent(void **state) {
    (void)state;
    static const char *const texts[] = {"10%", "10", "10 %"};
    struct setting s;
    struct ratio percent;
    for (size_t i = 0; i < 3; i++) {
        setting_init(&s, texts[i], "HTX");
        assert_true(number_percent(&s.loader, &s.node, false, &percent));
        assert_value(percent, "10");
        setting_clear(&s);
    }
    setting_init(&s, "-10%", "HTX");
    assert_true(number_percent(&s.loader, &s.node, true, &percent));
    assert_value(percent, "-10");
    assert_false(number_percent(&s.loader, &s.node, false, &percent));
    assert_int_equal(s.findings.items[0].code, MSG_TOO_SMALL);
    setting_clear(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goods),       cmocka_unit_test(test_bads),
        cmocka_unit_test(test_range_order), cmocka_unit_test(test_quoted_places),
        cmocka_unit_test(test_silence),     cmocka_unit_test(test_percent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
