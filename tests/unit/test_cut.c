/* SPDX-License-Identifier: MIT */
/* Where a huge file is cut, and what becomes of one that was cut wrongly or changes meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cut.h"
#include "load.h"
#include "mem.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static char path[512]; /* of the file of one test */

static int begin(void **state) {
    (void)state;
    const char *base = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/tiendo-cut-XXXXXX", base != NULL ? base : "/tmp");
    int fd = mkstemp(path);
    cut_sizes = (struct cut_sizes){.least = 1, .piece = 1};
    return fd < 0 ? -1 : close(fd);
}

static int end(void **state) {
    (void)state;
    return unlink(path);
}

static void put(const char *text, size_t n) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

/* Cuts a text; false when it is not to be cut. */
static bool cut(struct sources *sources, const char *text) {
    put(text, strlen(text));
    struct source_piece *pieces = cut_file(path, strlen(text));
    if (pieces != NULL) {
        sources_add_pieces(sources, path, pieces);
    }
    return pieces != NULL;
}

#define ITEMS "  - a\n  - b\n  - c\n"

/* Where pieces begin stands as `|` in front of a line. */
static const char *const cut_rows[] = {
    "actuals:\n  - a\n|  - b\n|  - c\n",
    "org: x\nactuals:\n  - a\n    b: 1\n|  - c\n",
    "actuals:\n- a\n|- b\n|- c\n",
    "actuals:\n- a\n  - b\n|- c\n",
    "actuals:\n    - a\n# b - c\n|    - d\n",
    "actuals:   # all\n\n    # - a\n  - b\n  # c\n|  -\n|  - d",
    "actuals:\r\n  - a\r\n|  - b\r\n|  -\r\n",
    "actuals:\n" ITEMS "actuals:\n  - a\n|  - b\n",
    "x:\n" ITEMS "actuals:\n  - a\n|  - b\n# end\n",
    "%YAML 1.1\n---\nactuals:\n  - a\n|  - b\n",
    "actuals:\n    - a\n  - b\n   - c\n     - d\n|    - e\n",
    "actuals:\n  - a\n  -b\n  --- c\n  -\tc\n|  - d\n",
    "actuals:\n  - \"a\n|  - b\"\n", /* only the tree can tell */
    "actuals:\n  - \"a \\\"b\\\" \\t\"\n|  - c \\",
    /* and these not at all */
    "",
    "actuals:\n",
    "actuals:\n  - a\n",
    "actuals:\n" ITEMS "x: 1\n",
    "actuals:\n" ITEMS "---\n",
    "actuals:\n" ITEMS "...\n",
    "actuals:\n" ITEMS "\t\n",
    "actuals:\n" ITEMS "\"x\": 1\n",
    "actuals:\n" ITEMS "đơn vị: 1\n",
    "actuals:\n" ITEMS "-x: 1\n",
    "actuals:\n" ITEMS "\rx: 1\n",
    "actuals:\n  a: 1\n" ITEMS,
    "actuals: &a\n" ITEMS,
    "actuals: []\n" ITEMS,
    "actuals:#\n" ITEMS,
    "actuals :\n" ITEMS,
    " actuals:\n" ITEMS,
    "actual:\n" ITEMS,
    "targets:\n" ITEMS,
    "actuals:\n" ITEMS "    # \\x\n",
    "actuals:\n" ITEMS "    # \\\n",
    "actuals:\n" ITEMS "    # \\\r\n",
    "actuals:\n" ITEMS "    # \\\xE2\x80\xA8\n",
    "actuals:\n" ITEMS "    # orgs\n",
    "year_window: {}\nactuals:\n" ITEMS,
};

static void cuts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cut_rows); i++) {
        char text[256];
        char marked[256];
        size_t n = 0;
        for (const char *at = cut_rows[i]; *at != '\0'; at++) {
            text[n] = *at;
            n += *at != '|';
        }
        text[n] = '\0';
        struct sources sources = {0};
        bool done = cut(&sources, text);
        assert_int_equal(done, strchr(cut_rows[i], '|') != NULL);
        assert_int_equal(arrlen(sources.items), done);
        size_t out = 0;
        for (ptrdiff_t k = 0; done && k < arrlen(sources.items[0].pieces); k++) {
            const struct source_piece *piece = &sources.items[0].pieces[k];
            char bytes[256];
            assert_true(source_read_piece(&sources.items[0], piece, bytes));
            assert_memory_equal(bytes, text + piece->from, piece->size);
            out += (size_t)snprintf(marked + out, sizeof marked - out, "%s%.*s", k > 0 ? "|" : "",
                                    (int)piece->size, bytes);
        }
        if (done) {
            assert_string_equal(marked, cut_rows[i]);
            assert_string_equal(sources_text(&sources, 0), text); /* the sum of all is right */
        }
        sources_clear(&sources);
    }
}

/* Lines that lie across the ends of what is looked at together. */
static void long_texts(void **state) {
    (void)state;
    enum { ITEM = 1000, ITEMS_OF_IT = 1500 };
    static char text[(size_t)ITEM * ITEMS_OF_IT + 16];
    strcpy(text, "actuals:\n");
    for (size_t i = 0; i < ITEMS_OF_IT; i++) {
        char *item = text + 9 + i * ITEM;
        memset(item, 'x', ITEM);
        memcpy(item, "  - a: ", 7);
        memcpy(item + 500, "\n    b: ", 8);
        item[ITEM - 1] = '\n';
    }
    struct sources sources = {0};
    assert_true(cut(&sources, text));
    const struct source_piece *pieces = sources.items[0].pieces;
    assert_int_equal(arrlen(pieces), ITEMS_OF_IT);
    for (uint32_t i = 1; i < ITEMS_OF_IT; i++) {
        assert_int_equal(pieces[i].from, 9 + i * ITEM);
        assert_int_equal(pieces[i].above, 1 + i * 2);
        assert_int_equal(pieces[i].size, ITEM);
    }
    assert_string_equal(sources_text(&sources, 0), text);
    sources_clear(&sources);
    cut_sizes.piece = 2500;
    sources = (struct sources){0};
    assert_true(cut(&sources, text));
    assert_int_equal(arrlen(sources.items[0].pieces), ITEMS_OF_IT / 3);
    sources_clear(&sources);
    assert_null(cut_file(path, strlen(text) + 1)); /* it shrank */
    assert_null(cut_file(path, strlen(text) - 1)); /* it grew */
    assert_null(cut_file("none.yaml", strlen(text)));
    cut_sizes.least = sizeof text;
    assert_false(cut(&sources, text)); /* not worth it */
    cut_sizes = (struct cut_sizes){1, 1};
    memset(text + 20, 'x', 400000);
    assert_false(cut(&sources, text)); /* a line longer than what is looked at together */
}

/* ---- what becomes of it ---- */

static const char shared[] = "orgs: {x: {name: X}}\n"
                             "indicators: {a: {name: A, unit: HTX, kind: stock}}\n";

static const char huge[] = "org: x\nyear: 2024\nactuals:\n"
                           "  - {as_of: 2024-01-31, values: {a: 1}}\n"
                           "  - {as_of: 2024-02-29, values: {a: 2}}\n"
                           "  - {as_of: 2024-03-31, values: {a: 3}}\n";

/* What happens to the file after the first one was read, and so before its pieces are. */
struct intruder {
    struct progress progress;
    const char *text; /* to be put there, or NULL: nothing happens */
};

static void intrude(struct progress *progress, enum work work, size_t done, size_t total) {
    (void)total;
    const struct intruder *intruder = (const struct intruder *)progress;
    if (work == WORK_FILES_READ && done == 1 && intruder->text != NULL) {
        put(intruder->text, strlen(intruder->text));
    }
}

/* Loads `shared` and the file; the code, and what was said. */
static enum exit_code load_both(struct loaded *loaded, const char *text, const char *meanwhile,
                                struct buffer *said) {
    char first[sizeof path + 8];
    snprintf(first, sizeof first, "%s.yaml", path);
    FILE *file = fopen(first, "wb");
    assert_non_null(file);
    fputs(shared, file);
    assert_int_equal(fclose(file), 0);
    put(text, strlen(text));
    struct options options = {.jobs = 1, .lang = LANG_EN};
    arrput(options.paths, first);
    arrput(options.paths, path);
    struct intruder intruder = {.progress.tell = intrude, .text = meanwhile};
    struct context context = {.options = &options, .err = said, .progress = &intruder.progress};
    enum exit_code code = load(&context, loaded);
    arrfree(options.paths);
    unlink(first);
    return code;
}

static void changes(void **state) {
    (void)state;
    char other[sizeof huge];
    memcpy(other, huge, sizeof huge);
    *strstr(other, "a: 3") = 'b'; /* in its last piece, as long as before */
    static const char *const longer = "org: x\n# more\n";
    const struct {
        const char *meanwhile;
        enum exit_code code;
        size_t figures;
    } rows[] = {{NULL, EXIT_DONE, 3},
                {huge, EXIT_DONE, 3},
                {other, EXIT_IO, 0},
                {longer, EXIT_IO, 0},
                {"", EXIT_IO, 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct loaded loaded;
        struct buffer said = {0};
        assert_int_equal(load_both(&loaded, huge, rows[i].meanwhile, &said), rows[i].code);
        assert_int_equal(figures_count(&loaded.book.figures), rows[i].figures);
        assert_int_equal(arrlen(loaded.findings.items), 0);
        buffer_put(&said, "", 1);
        assert_int_equal(strstr(said.text, "changed while it was being read") != NULL,
                         rows[i].code == EXIT_IO);
        buffer_clear(&said);
        loaded_clear(&loaded);
    }
}

/* Every piece but the last is proven: nothing of them is left, and the whole is read. */
static void taken_back(void **state) {
    (void)state;
    static const char text[] = "org: x\nyear: 2024\n"
                               "report: {title: T}\n"
                               "targets: {a: {from: 1, to: 2}}\n"
                               "actuals:\n"
                               "  - {as_of: 2024-01-31, values: {a: {is: 1..2}},\n"
                               "     claims: {a: {attainment: 3%}}}\n"
                               "  - {as_of: 2024-02-29, values: {a: 2}, notes: {a: b}}\n"
                               "  - as_of: 2024-03-31\n"
                               "    notes: {a: \"c\n"
                               "  - d\"}\n"
                               "    values: {a: 3}\n";
    struct loaded loaded;
    struct buffer said = {0};
    assert_int_equal(load_both(&loaded, text, NULL, &said), EXIT_DONE);
    assert_int_equal(arrlen(loaded.sources.items[1].pieces), 4);
    assert_int_equal(arrlen(loaded.findings.items), 0);
    assert_int_equal(figures_count(&loaded.book.figures), 3);
    assert_int_equal(targets_count(&loaded.book.targets), 1);
    assert_int_equal(arrlen(loaded.book.reports), 1);
    assert_int_equal(arrlen(loaded.book.claims), 1);
    assert_string_equal(figures_get(&loaded.book.figures, 1).note, "b");
    assert_string_equal(figures_get(&loaded.book.figures, 2).note, "c - d");
    assert_int_equal(figures_get(&loaded.book.figures, 2).place.line, 12);
    buffer_clear(&said);
    loaded_clear(&loaded);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cuts, begin, end),
        cmocka_unit_test_setup_teardown(long_texts, begin, end),
        cmocka_unit_test_setup_teardown(changes, begin, end),
        cmocka_unit_test_setup_teardown(taken_back, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
