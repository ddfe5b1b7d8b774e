/* SPDX-License-Identifier: MIT */
/* JSON is valid when there is nothing to say, and whatever the texts hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "json_writer.h"
#include "long_form.h"
#include "mem.h"
#include "renderers.h"

static void empty_status_is_whole(void **state) {
    (void)state;
    struct book book;
    book_init(&book);
    struct scorecard card = {.book = &book};
    struct sources sources = {0};
    struct findings findings = {0};
    struct long_report report = {.card = &card, .sources = &sources, .findings = &findings};
    struct buffer out = {0};
    render_long(&out, &json_form, &report, 1, NULL);
    buffer_put(&out, "", 1);
    assert_non_null(strstr(out.text, "\"edges\": {\"slipping_pct\": 90, \"over_pct\": 110}"));
    assert_non_null(strstr(out.text, "\"rows\": []"));
    assert_non_null(strstr(out.text, "\"summary\": {\"goals\": 0, \"exceeded\": 0, "));
    assert_non_null(strstr(out.text, "\"missed\": 0, \"no_target\": 0}"));
    assert_non_null(strstr(out.text, "\"claims\": []"));
    assert_non_null(strstr(out.text, "\"parts\": []"));
    assert_non_null(strstr(out.text, "\"allocation\": []"));
    assert_non_null(strstr(out.text, "\"seal\": \"e3b0c44298fc1c14\"}\n")); /* of nothing */
    buffer_clear(&out);
    book_clear(&book);
}

static void empty_check_is_whole(void **state) {
    (void)state;
    struct sources sources = {0};
    struct findings findings = {0};
    struct style style = {.lang = LANG_EN};
    struct buffer out = {0};
    render_findings_json(&out, &findings, &sources, NULL, &style);
    buffer_put(&out, "", 1);
    assert_string_equal(out.text, "{\"version\": 1, \"findings\": []}\n");
    buffer_clear(&out);
}

static void texts_are_escaped(void **state) {
    (void)state;
    struct buffer out = {0};
    struct json json = {.out = &out};
    json_open(&json, '[');
    json_text(&json, "\"Đạt\\\" \x1B\n\t\x7F");
    json_text(&json, "a\xFF"
                     "b");
    json_text(&json, NULL);
    json_close(&json, ']');
    buffer_put(&out, "", 1);
    assert_string_equal(out.text, "[\"\\\"Đạt\\\\\\\" \\u001B\\n\\t\\u007F\", "
                                  "\"a\xEF\xBF\xBD"
                                  "b\", null]");
    buffer_clear(&out);
}

static void empty_csv_is_its_header(void **state) {
    (void)state;
    struct book book;
    book_init(&book);
    struct scorecard card = {.book = &book};
    struct sources sources = {0};
    struct long_report report = {.card = &card, .sources = &sources};
    struct buffer out = {0};
    render_long(&out, &csv_form, &report, 1, NULL);
    buffer_put(&out, "", 1);
    assert_memory_equal(out.text, "org,org_name,indicator,", 23);
    assert_string_equal(strchr(out.text, '\n'), "\n");
    buffer_clear(&out);
    book_clear(&book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_status_is_whole),
        cmocka_unit_test(empty_check_is_whole),
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(empty_csv_is_its_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
