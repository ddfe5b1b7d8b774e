/* SPDX-License-Identifier: MIT */
/* Every message is complete in both languages, and its code is where it belongs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "message.h"

static void rows(void **state) {
    (void)state;
    for (int code = 0; code < MESSAGE_COUNT; code++) {
        const struct message *m = message_of((enum message_code)code);
        assert_int_equal(m->code, code);
        assert_non_null(m->id);
        assert_int_equal(strlen(m->id), 4);
        assert_int_equal(m->id[0], 'T');
        assert_true(m->severity < SEVERITY_COUNT);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            assert_non_null(m->text[lang]);
            assert_true(strlen(m->text[lang]) > 10);
            assert_non_null(m->hint[lang]);
            assert_null(strstr(m->text[lang], "  "));
            assert_non_null(m->title[lang]);
            assert_non_null(m->means[lang]);
            assert_non_null(m->why[lang]);
        }
        assert_string_not_equal(m->text[LANG_VI], m->text[LANG_EN]);
        assert_non_null(m->wrong);
        assert_non_null(m->right);
        assert_int_equal(message_by_id(m->id), code);
        if (code > 0) {
            assert_true(strcmp(message_of((enum message_code)(code - 1))->id, m->id) < 0);
        }
    }
}

/* Both languages use the same words. */
static void words_agree(void **state) {
    (void)state;
    for (int code = 0; code < MESSAGE_COUNT; code++) {
        const struct message *m = message_of((enum message_code)code);
        for (int word = 0; word < 10; word++) {
            char name[8];
            snprintf(name, sizeof name, "{%d}", word);
            bool text = strstr(m->text[LANG_VI], name) != NULL;
            bool hint = strstr(m->hint[LANG_VI], name) != NULL;
            assert_int_equal(text, strstr(m->text[LANG_EN], name) != NULL);
            assert_int_equal(hint, strstr(m->hint[LANG_EN], name) != NULL);
            assert_true(word < 4 || (!text && !hint));
        }
    }
}

static void ids(void **state) {
    (void)state;
    assert_int_equal(message_by_id("T101"), MSG_UNKNOWN_KEY);
    assert_int_equal(message_by_id("t101"), MSG_UNKNOWN_KEY);
    assert_int_equal(message_by_id("T999"), MESSAGE_COUNT);
    assert_int_equal(message_by_id("101"), MESSAGE_COUNT);
    assert_int_equal(message_by_id(""), MESSAGE_COUNT);
    assert_string_equal(message_of(MSG_NOT_UTF8)->id, "T001");
    assert_string_equal(message_of(MSG_BAD_KEY)->id, "T025");
    assert_string_equal(message_of(MSG_UNKNOWN_KEY)->id, "T101");
    assert_string_equal(message_of(MSG_NOT_A_NUMBER)->id, "T201");
    assert_string_equal(message_of(MSG_OVERFLOW)->id, "T509");
}

static void fill(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *out;
    } cases[] = {
        {"", ""},
        {"abc", "abc"},
        {"{0}", "một"},
        {"<{0}> {1} {0}", "<một> hai một"},
        {"{2}{2#}", ""},
        {"{3}", "-1234.5 + 0.25"},
        {"{3#} {0#}", "-1.234,5 + 0,25 một"},
        {"{from: {1}, to: 4}", "{from: hai, to: 4}"},
        {"{4} {x} { {", "{4} {x} { {"},
        {"{{0}}", "{một}"},
    };
    static const char *const words[4] = {"một", "hai", NULL, "-1234.5 + 0.25"};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        message_fill(&out, cases[i].text, words, LANG_VI);
        buffer_put(&out, "", 1);
        assert_string_equal(out.text, cases[i].out);
        buffer_clear(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),
        cmocka_unit_test(words_agree),
        cmocka_unit_test(ids),
        cmocka_unit_test(fill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
