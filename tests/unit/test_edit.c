/* SPDX-License-Identifier: MIT */
/* One value changed in a text, every other byte kept. In the rows `|` parts the steps of a path. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "edit.h"
#include "mem.h"

enum how { SET, ADD, APPEND, REMOVE };

struct row {
    enum how how;
    const char *path; /* keys and indices, '|' between */
    const char *key;  /* of ADD */
    const char *fragment;
    const char *before;
    const char *after; /* NULL: refused */
};

static const struct row rows[] = {
    /* a value */
    {SET, "a", NULL, "2", "a: 1 # one\nb: 3\n", "a: 2 # one\nb: 3\n"},
    {SET, "a", NULL, "2", "a:    1\r\nb: 3\r\n", "a:    2\r\nb: 3\r\n"},
    {SET, "a", NULL, "2",
     "\xEF\xBB\xBF"
     "a: 1",
     "\xEF\xBB\xBF"
     "a: 2"},
    {SET, "a", NULL, "2", "a:\nb: 3\n", "a: 2\nb: 3\n"},
    {SET, "a", NULL, "2", "{a: '1', b: 3}", "{a: 2, b: 3}"},
    {SET, "a", NULL, "2", "a: |\n  one\n  two\nb: 3\n", "a: 2\nb: 3\n"},
    {SET, "a", NULL, "2", "a: {b: 1, # one\n  c: 2}\nd: 3\n", "a: 2\nd: 3\n"},
    {SET, "a|1", NULL, "{b: c}", "a:\n- 1\n- 2 # two\n- 3\n", "a:\n- 1\n- {b: c} # two\n- 3\n"},
    {SET, "đơn vị", NULL, "\"Cư M'gar\"", "đơn vị: Đắk Lắk # ắ\n", "đơn vị: \"Cư M'gar\" # ắ\n"},
    {SET, "a", NULL, "b: 1\nc: 2", "{a: 1}", "{a: {b: 1, c: 2}}"},
    {SET, "b", NULL, "2", "a: 1\n", NULL},
    {SET, "a", NULL, "2 # b", "{a: 1, c: 3}", NULL}, /* would swallow what follows */
    {SET, "a", NULL, "{", "a: 1\n", NULL},
    /* a key more */
    {ADD, "", "c", "3", "a: 1\nb: 2 # two\n", "a: 1\nb: 2 # two\nc: 3\n"},
    {ADD, "", "c", "3", "a: 1", "a: 1\nc: 3"},
    {ADD, "", "c", "3", "", "c: 3\n"},
    {ADD, "", "c", "d: 1\ne: 2", "# none yet\n", "# none yet\nc:\n  d: 1\n  e: 2\n"},
    {ADD, "a", "d", "3", "a:\r\n    b: 1\r\n    # more\r\nc: 2\r\n",
     "a:\r\n    b: 1\r\n    d: 3\r\n    # more\r\nc: 2\r\n"},
    {ADD, "a", "d", "3", "a: {b: 1}\n", "a: {b: 1, d: 3}\n"},
    {ADD, "a", "d", "3", "a: {b: 1,}\n", "a: {b: 1, d: 3,}\n"},
    {ADD, "a", "d", "3", "a: {}\n", "a: {d: 3}\n"},
    {ADD, "a", "d", "3", "a:\n  b: |\n    x\n\nc: 2\n", "a:\n  b: |\n    x\n\n  d: 3\nc: 2\n"},
    {ADD, "a|0", "d", "3", "a:\n  - b: 1\n  - c: 2\n", "a:\n  - b: 1\n    d: 3\n  - c: 2\n"},
    {ADD, "a", "b", "3", "a: {b: 1}\n", NULL}, /* there already */
    {ADD, "a", "d", "3", "a: 1\n", NULL},
    /* an item more */
    {APPEND, "a", NULL, "as_of: 1\nvalues:\n  x: 2", "a:\n  - as_of: 0\n    values: {x: 1}\n",
     "a:\n  - as_of: 0\n    values: {x: 1}\n  - as_of: 1\n    values:\n      x: 2\n"},
    {APPEND, "a", NULL, "b: 1\nc: 2", "a:\n- 1\nd: 2\n", "a:\n- 1\n- b: 1\n  c: 2\nd: 2\n"},
    {APPEND, "a", NULL, "b: 1\nc: 2", "a: [1]", "a: [1, {b: 1, c: 2}]"},
    {APPEND, "a", NULL, "b: 1\nc: 2", "a: []", "a: [{b: 1, c: 2}]"},
    {APPEND, "a", NULL, "b", "a: {}", NULL},
    /* one less */
    {REMOVE, "b", NULL, NULL, "a: 1\nb: 2 # two\nc: 3\n", "a: 1\nc: 3\n"},
    {REMOVE, "b", NULL, NULL, "a: 1\nb:\n  - 2\n  - 3", "a: 1\n"},
    {REMOVE, "a", NULL, NULL, "{a: 1, b: 2}", "{b: 2}"},
    {REMOVE, "b", NULL, NULL, "{a: 1, b: 2}", "{a: 1}"},
    {REMOVE, "a|b", NULL, NULL, "a:\n  b: 1\nc: 2\n", "a:\n  {}\nc: 2\n"},
    {REMOVE, "a|0|b", NULL, NULL, "a:\n  - b: 1\n    c: 2\n", "a:\n  - c: 2\n"},
    {REMOVE, "a|0", NULL, NULL, "a:\n  - b: 1\n    c: 2\n  - 3\n", "a:\n  - 3\n"},
    {REMOVE, "a|1", NULL, NULL, "a: [1, 2]", "a: [1]"},
    {REMOVE, "", NULL, NULL, "a: 1", NULL},
};

static struct edit_path path_of(const char *text, struct pool *pool) {
    struct edit_path path = {.length = 0};
    while (*text != '\0') {
        size_t n = strcspn(text, "|");
        const char *step = pool_text(pool, text, n);
        char *end;
        long item = strtol(step, &end, 10);
        assert_true(*end == '\0' ? path_enter_item(&path, (int)item) : path_enter_key(&path, step));
        text += n + (text[n] == '|');
    }
    return path;
}

static bool make(struct edit_text *text, const struct row *row, const struct edit_path *path) {
    switch (row->how) {
    case SET:
        return edit_set(text, path, row->fragment);
    case ADD:
        return edit_add(text, path, row->key, row->fragment);
    case APPEND:
        return edit_append(text, path, row->fragment);
    case REMOVE:
        break;
    }
    return edit_remove(text, path);
}

static void edits(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        struct edit_text text;
        struct pool pool = {0};
        size_t n = 0;
        assert_true(edit_open(&text, row->before, strlen(row->before)));
        struct edit_path path = path_of(row->path, &pool);
        if (make(&text, row, &path) != (row->after != NULL)) {
            fail_msg("row %zu: %s|%s", i, row->before, edit_bytes(&text, &n));
        }
        assert_string_equal(edit_bytes(&text, &n), row->after != NULL ? row->after : row->before);
        edit_clear(&text);
        pool_clear(&pool);
    }
}

static void places(void **state) {
    (void)state;
    static const char yaml[] = "a:\n  - as_of: 1\n    values: {x: 2, y: {is: 3}}\n";
    struct edit_text text;
    struct edit_path path;
    assert_true(edit_open(&text, yaml, strlen(yaml)));
    assert_true(edit_find_path(&text, 3, 23, &path));
    assert_int_equal(path.length, 4);
    assert_string_equal(path.steps[3].key, "y");
    assert_true(edit_find_path(&text, 3, 13, &path));
    assert_string_equal(path.steps[2].key, "values");
    assert_false(edit_find_path(&text, 9, 1, &path));
    edit_clear(&text);
    assert_false(edit_open(&text, "a: [", 4));
    assert_false(edit_open(&text, "a: 1\na: 2\n", 10));
}

static void scalars(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *written;
    } texts[] = {
        {"15", "15"},
        {"-3", "\"-3\""},
        {"50%", "50%"},
        {"Biểu mẫu huyện A", "Biểu mẫu huyện A"},
        {"a: b", "\"a: b\""},
        {"a #1", "\"a #1\""},
        {"\"x\" \\", "\"\\\"x\\\" \\\\\""},
        {"a\nb", "\"a\\x0Ab\""},
        {"", "\"\""},
        {" a", "\" a\""},
        {"đạt", "\"đạt\""},
        {"a, b", "\"a, b\""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buffer out = {0};
        edit_put_scalar(&out, texts[i].text);
        buffer_put(&out, "", 1);
        assert_string_equal(out.text, texts[i].written);
        buffer_clear(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(edits), cmocka_unit_test(places),
                                       cmocka_unit_test(scalars)};
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
