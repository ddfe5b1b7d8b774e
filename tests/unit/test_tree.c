/* SPDX-License-Identifier: MIT */
/* YAML to a tree: what is kept, where it stands, and every finding the tree owes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "mem.h"
#include "tree.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A text read as the only file. */
struct reading {
    struct sources sources;
    struct findings findings;
    struct keys keys;
    struct tree tree;
};

static void read_bytes(struct reading *r, const char *text, size_t n) {
    memset(r, 0, sizeof *r);
    char *copy = mem_alloc(n + 1);
    memcpy(copy, text, n);
    sources_add(&r->sources, "a.yaml", copy, n);
    tree_read(&r->tree, &r->keys, &r->sources, 0, &r->findings);
    findings_sort(&r->findings);
}

static void read_text(struct reading *r, const char *text) {
    read_bytes(r, text, strlen(text));
}

static void reading_clear(struct reading *r) {
    tree_clear(&r->tree);
    keys_clear(&r->keys);
    findings_clear(&r->findings);
    sources_clear(&r->sources);
}

static void assert_place(struct place place, uint32_t line, uint32_t column, uint32_t end) {
    assert_int_equal(place.file, 0);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.end_column, end);
}

/* Findings written as "T106 2:1-4;T009 3:1-3" for one row to hold. */
static void assert_findings(const struct reading *r, const char *expected) {
    char text[1024] = "";
    size_t at = 0;
    for (ptrdiff_t i = 0; i < arrlen(r->findings.items) && at < 900; i++) {
        const struct finding *f = &r->findings.items[i];
        int n = snprintf(text + at, sizeof text - at, "%s%s %u:%u-%u", at > 0 ? ";" : "",
                         message_of(f->code)->id, (unsigned)f->place.line,
                         (unsigned)f->place.column, (unsigned)f->place.end_column);
        at += (size_t)n;
    }
    assert_string_equal(text, expected);
}

static void shapes(void **state) {
    (void)state;
    struct reading r;
    read_text(&r, "org: bac-ninh\n"
                  "tên: \"Tỷ lệ\"   # ghi chú\n"
                  "list: [a, 'b']\n"
                  "map:\n"
                  "  k: 012\n");
    assert_findings(&r, "");
    const struct node *root = r.tree.root;
    assert_int_equal(root->kind, NODE_MAPPING);
    assert_false(root->flow);
    const struct node *org = node_child(root, "org");
    assert_string_equal(org->text, "bac-ninh");
    assert_int_equal(org->text_length, 8);
    assert_false(org->quoted);
    assert_place(org->key_place, 1, 1, 4);
    assert_place(org->place, 1, 6, 14);
    const struct node *name = node_child(root, "tên");
    assert_true(name->quoted);
    assert_place(name->key_place, 2, 1, 4);
    assert_place(name->place, 2, 6, 13);
    const struct node *list = node_child(root, "list");
    assert_int_equal(list->kind, NODE_LIST);
    assert_true(list->flow);
    assert_string_equal(list->first->text, "a");
    assert_true(list->first->next->quoted);
    assert_null(list->first->next->next);
    assert_null(list->first->key);
    assert_string_equal(node_child(node_child(root, "map"), "k")->text, "012");
    assert_place(node_child(root, "map")->place, 5, 3, 4);
    assert_null(node_child(root, "none"));
    assert_null(node_child(org, "k"));
    reading_clear(&r);
}

/* Marks count code points; the caret must stand under the right letter whatever the bytes. */
static void places(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *key;
        uint32_t line;
        uint32_t column;
        uint32_t end;
    } rows[] = {
        {"\xEF\xBB\xBFk: v\n", "k", 1, 4, 5}, /* a byte order mark */
        {"a: 1\r\nk: v\r\n", "k", 2, 4, 5},   /* Windows */
        {"a: 1\rk: v\r", "k", 2, 4, 5},       /* old Mac */
        {"đơn vị: đồng\nk: tỷ\n", "k", 2, 4, 6},
        {"{đơn vị: đồng, k: tỷ}\n", "k", 1, 19, 21},
        {"a: \"x\xE2\x80\xA8y\"\nk: v\n", "k", 2, 4, 5}, /* U+2028 ends no line of an editor */
        {"k: một\n  hai\nb: 1\n", "k", 1, 4, 7},         /* over two lines: the first */
        {"k: \"một\n  hai\"\nb: 1\n", "k", 1, 4, 8},
        {"k: |\n  một\n  hai\nb: 1\n", "k", 1, 4, 5},
        {"k:\nb: 1\n", "k", 1, 3, 0},                    /* empty: no characters */
        {"e\xCC\xA3: 1\nk: a\xCC\x86z\n", "k", 2, 4, 7}, /* decomposed: three code points */
        {"k: v", "k", 1, 4, 5},                          /* no line end */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct reading r;
        read_text(&r, rows[i].in);
        assert_findings(&r, "");
        const struct node *node = node_child(r.tree.root, rows[i].key);
        assert_non_null(node);
        assert_place(node->place, rows[i].line, rows[i].column, rows[i].end);
        reading_clear(&r);
    }
}

static void texts(void **state) {
    (void)state;
    static const struct {
        const char *in;
        const char *out;
    } rows[] = {
        {"k: no", "no"},
        {"k: 12:30", "12:30"},
        {"k: ~", "~"},
        {"k: Null", "Null"},
        {"k: 1.200", "1.200"},
        {"k:", ""},
        {"k: ''", ""},
        {"k: 'it''s'", "it's"},
        {"k: \"a\\tb\\u1EBF\"", "a\tbế"},
        {"k: a\xCC\x86\xCC\x81", "\xE1\xBA\xAF"},
        {"k: >\n  một\n  hai\n", "một hai\n"},
        {"k: >-2\n    một\n", "  một"},
        {"k: 1\n\t\nb: 2", "1"}, /* a line of blanks and tabs does no harm */
        {"k:\t1", "1"},
        {"k: 1\t# c", "1"},
        {"? k\n: v", "v"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct reading r;
        read_text(&r, rows[i].in);
        assert_findings(&r, "");
        assert_string_equal(node_child(r.tree.root, "k")->text, rows[i].out);
        reading_clear(&r);
    }
}

struct finding_row {
    const char *in;
    const char *findings;
    bool root; /* is there a tree? */
};

static void check_rows(const struct finding_row rows[], size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct reading r;
        read_text(&r, rows[i].in);
        assert_findings(&r, rows[i].findings);
        assert_int_equal(r.tree.root != NULL, rows[i].root);
        reading_clear(&r);
    }
}

static void bad_text(void **state) {
    (void)state;
    static const struct {
        const char *in;
        size_t n;
        const char *findings;
    } rows[] = {
        {"\xFF\xFE"
         "a\0:\0",
         6, "T002 1:1-0"},
        {"\xFE\xFF\0a\0:", 6, "T002 1:1-0"},
        {"a\0:\0 \0", 6, "T002 1:1-0"},
        {"\0a\0:\0 ", 6, "T002 1:1-0"},
        {"a: b\nk: t\xFF\n", 11, "T001 2:5-6"},
        {"tỷ: \xC3", 7, "T001 1:5-6"},
        {"\xEF\xBB\xBF\xFF", 4, "T001 1:1-2"},
        {"a: 1\r\nb: \xED\xA0\x80", 12, "T001 2:4-5"},
        {"a: x\0y", 6, "T003 1:5-6"},
        {"tỷ: \x07", 7, "T014 1:5-6"},
        {"a: 1\nb: x\xEF\xBB\xBF", 12, "T014 2:5-6"},
        {"a: \xC2\x9F", 5, "T014 1:4-5"},
        {"a: \xEF\xBF\xBF", 6, "T014 1:4-5"},
        {"a: \"\\0\"", 7, "T003 1:4-8"},
        {"a: \"\\e[1m\"", 10, "T014 1:4-11"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct reading r;
        read_bytes(&r, rows[i].in, rows[i].n);
        assert_findings(&r, rows[i].findings);
        reading_clear(&r);
    }
}

static bool is_about_text(enum message_code code) {
    return code == MSG_NOT_UTF8 || code == MSG_UTF16 || code == MSG_NUL || code == MSG_CONTROL;
}

/* The tree relies on libyaml for what encoding_check() knows to say: bytes at which one takes
 * offence must be those at which the other does. They begin in a comment, where YAML allows all. */
static void assert_judged_alike(const char *bytes, size_t n) {
    char text[32] = "a: 1 # ";
    size_t at = strlen(text);
    memcpy(text + at, bytes, n);
    text[at + n] = '\n';
    struct reading r;
    struct findings alone = {0};
    read_bytes(&r, text, at + n + 1);
    bool good = encoding_check(&r.sources, 0, &alone);
    bool said = arrlen(r.findings.items) > 0 && is_about_text(r.findings.items[0].code);
    assert_int_equal(said, !good);
    if (!good) {
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, alone.items[0].code);
        assert_memory_equal(&r.findings.items[0].place, &alone.items[0].place,
                            sizeof alone.items[0].place);
        assert_null(r.tree.root);
    }
    findings_clear(&alone);
    reading_clear(&r);
}

static void judged_alike(void **state) {
    (void)state;
    for (unsigned first = 0; first <= 0xFF; first++) {
        for (unsigned second = 0; second <= 0xFF; second++) {
            assert_judged_alike((char[]){(char)first, (char)second}, 2);
        }
    }
    static const unsigned edges[] = {0x00, 'x',  0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                     0xA0, 0xBB, 0xBE, 0xBF, 0xC0, 0xFF};
    for (unsigned first = 0xC0; first <= 0xFF; first++) {
        for (unsigned i = 0; i < COUNT(edges) * COUNT(edges) * COUNT(edges); i++) {
            const char bytes[] = {(char)first, (char)edges[i % COUNT(edges)],
                                  (char)edges[i / COUNT(edges) % COUNT(edges)],
                                  (char)edges[i / COUNT(edges) / COUNT(edges)]};
            assert_judged_alike(bytes, 4);
        }
    }
}

/* What is no text is the only finding of a file, whatever else is wrong before or behind it. */
static void text_first(void **state) {
    (void)state;
    char text[40000];
    static const char *const heads[] = {
        "a: &x 1\nb: *x\n", "a: \"x\" y\n", "unit: %\nb: ]\n",
        ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[\n")};
    for (size_t i = 0; i < COUNT(heads); i++) {
        size_t head = strlen(heads[i]);
        memset(text, '\n', sizeof text); /* more than libyaml reads at a time */
        memcpy(text, heads[i], head);
        text[sizeof text - 2] = '\x07';
        struct reading r;
        read_bytes(&r, text, sizeof text);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, MSG_CONTROL);
        assert_null(r.tree.root);
        reading_clear(&r);
    }
}

/* Slips that are read over: the tree is there, so one run finds what comes behind them too. */
static void read_over(void **state) {
    (void)state;
    static const struct finding_row rows[] = {
        {"unit: %\nkind: flow\n", "T007 1:7-8", true},
        {"a: {unit: %, kind: flow}\n", "T007 1:11-12", true},
        {"tỷ lệ: %\nmore: > 60\nb: %/năm", "T007 1:8-9;T006 2:7-11;T007 3:4-9", true},
        {"more: >= 60 # c\n", "T006 1:7-12", true},
        {"{more: > 60}", "T006 1:8-12", true},
        {"more: >6\nb: 1\n", "T006 1:7-9", true},
        {"more: |60|\n", "T006 1:7-11", true},
        {"a: @x\nb: `c`\n", "T022 1:4-5;T022 2:4-5", true},
        {"a:\n\tb: 1\n\tc: 2\n", "T004 2:1-2;T004 3:1-2", false},
        {"a:\n  \t b: 1\n", "T004 2:3-4", false},
        {"a:\n  - b\n\t- c\n", "T004 3:1-2", false},
        {"-\tk: v\n", "T004 1:2-3", false},
    };
    check_rows(rows, COUNT(rows));
    struct reading r;
    read_text(&r, "unit: %/năm\nmore: > 60\n");
    assert_string_equal(node_child(r.tree.root, "unit")->text, "%/năm");
    assert_string_equal(node_child(r.tree.root, "more")->text, "60");
    assert_string_equal(r.findings.items[0].words[1], "unit: \"%/năm\"");
    assert_string_equal(r.findings.items[1].words[0], "> 60");
    assert_string_equal(r.findings.items[1].words[1], "{more_than: 60}");
    reading_clear(&r);
}

static void not_wanted(void **state) {
    (void)state;
    static const struct finding_row rows[] = {
        {"", "T013 1:1-0", false},
        {"# ghi chú\n\n", "T013 1:1-0", false},
        {"---\n", "T013 1:1-0", false},
        {"\xEF\xBB\xBF", "T013 1:1-0", false},
        {"---\na: 1\n", "", true},
        {"a: 1\n...\n", "", true},
        {"a: 1\n---\nb: 2\n---\nc: 3\n", "T008 2:1-4", true},
        {"a: &x 1\nb: *x\nc: *x\n", "T009 1:4-6", false},
        {"a: &x 1\nb: 2\n", "T009 1:4-6", true},
        {"a: 1\n<<: *đ\n", "T009 2:5-7", false},
        {"a: **b**\n", "T009 1:4-9", false},
        {"a: !!str 5\n", "T010 1:4-9", true},
        {"a: !x {b: 1}\n", "T010 1:4-6", true},
        {"a: !x!y 5\n", "T010 1:4-10", false},
        {"{[1]: 2, b: 3}", "T025 1:2-3", true},
        {"\"\": 1\nb: 2\n", "T025 1:1-3", true},
        {": 1\nb: 2\n", "T025 1:1-2", false},
    };
    check_rows(rows, COUNT(rows));
}

static void broken(void **state) {
    (void)state;
    static const struct finding_row rows[] = {
        {"a:\n   b: 1\n  c: 2\n", "T015 3:3-7", false},
        {"a: 1\n  tỷ: 2\n", "T015 2:3-5", false},
        {" a: 1\nb: 2\n", "T015 2:1-5", false},
        {"a: 1\n- b\n", "T015 2:1-4", false},
        {"- a\nb: 1\n", "T015 2:1-5", false},
        {"a: 1\nyear 2024\nb: 2\n", "T016 2:1-10", false},
        {"a:\n  b 1\n  c: 2\n", "T016 2:3-6", false},
        {"name: Hội nghị: lần 9\n", "T017 1:15-16", false},
        {"name: \"Tỷ lệ\nunit: \"HTX\"\n", "T018 1:7-13", false},
        {"name: 'abc\n", "T018 1:7-11", false},
        {"a: [b, c\nd: 1\n", "T019 1:4-5", false},
        {"a: {b: 1", "T019 1:4-5", false},
        {"a: {from: 4 to: 6}\n", "T020 1:15-16", false},
        {"name: \"A\" và B\n", "T021 1:11-15", false},
        {"a: ]\n", "T022 1:4-5", false},
        {"{a: 1}}\n", "T022 1:7-8", false},
        {"a: - b\n", "T023 1:4-7", false},
        {"a: -\n", "T023 1:4-5", false},
        {"a: \"C:\\data\"\n", "T024 1:7-9", false},
        {"a:\n  htx_new:30\n  b: 5\n", "T112 2:3-13", false},
        {"a:\n  b: 5\n  htx_new:30\n", "T112 3:3-13", false},
        {"{a:[1]}\n", "T112 1:2-5", false},
        {"%50\na: 1\n", "T007 1:1-4", false},
    };
    check_rows(rows, COUNT(rows));
}

static void duplicates(void **state) {
    (void)state;
    struct reading r;
    read_text(&r, "tỷ: 1\nb: 2\nty\xCC\x89: 3\n"); /* NFC and decomposed */
    assert_findings(&r, "T106 3:1-4");
    assert_place(r.findings.items[0].related, 1, 1, 3);
    assert_string_equal(node_child(r.tree.root, "tỷ")->text, "1");
    assert_null(node_child(r.tree.root, "b")->next);
    reading_clear(&r);
    static const struct finding_row rows[] = {
        {"a: 1\nA: 2\n", "", true},
        {"a: {b: 1}\na: {c: 1, c: 2}\n", "T106 2:1-2;T106 2:11-12", true},
        {"a: 1\na: 1\na: 1\n", "T106 2:1-2;T106 3:1-2", true},
        {"- a: 1\n- a: 1\n", "", true},
    };
    check_rows(rows, COUNT(rows));
}

/* As many keys as there are, each is compared with all others, in linear time. */
static void many_keys(void **state) {
    (void)state;
    enum { KEYS = 50000 };
    char *text = mem_alloc(KEYS * 12 + 16);
    size_t at = 0;
    for (int i = 0; i < KEYS; i++) {
        at += (size_t)sprintf(text + at, "k%d: v\n", i);
    }
    sprintf(text + at, "k7: v\nk49999: v\n");
    struct reading r;
    read_text(&r, text);
    assert_findings(&r, "T106 50001:1-3;T106 50002:1-7");
    assert_int_equal(r.findings.items[0].related.line, 8);
    assert_int_equal(r.findings.items[1].related.line, 50000);
    reading_clear(&r);
    mem_free(text);
}

static void deep(void **state) {
    (void)state;
    char text[400];
    struct reading r;
    memset(text, '[', 64);
    memset(text + 64, ']', 64);
    text[128] = '\0';
    read_text(&r, text);
    assert_findings(&r, "");
    reading_clear(&r);
    memset(text, '[', 300);
    text[300] = '\0';
    read_text(&r, text);
    assert_findings(&r, "T011 1:65-66");
    assert_null(r.tree.root);
    reading_clear(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes),       cmocka_unit_test(places),     cmocka_unit_test(texts),
        cmocka_unit_test(judged_alike), cmocka_unit_test(text_first), cmocka_unit_test(bad_text),
        cmocka_unit_test(read_over),    cmocka_unit_test(not_wanted), cmocka_unit_test(broken),
        cmocka_unit_test(duplicates),   cmocka_unit_test(many_keys),  cmocka_unit_test(deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
