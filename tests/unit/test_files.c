/* SPDX-License-Identifier: MIT */
/* Paths to loaded files: folders, links, pipes, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "excerpt.h"
#include "mem.h"
#include "reader.h"

enum { PATH_BYTES = 512 };

static char root[PATH_BYTES]; /* the folder of one test */

static const char *in_root(const char *name) {
    static char paths[8][PATH_BYTES * 2];
    static unsigned next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", root, name);
    return path;
}

static void put(const char *name, const char *text) {
    FILE *file = fopen(in_root(name), "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void folder(const char *name) {
    assert_int_equal(mkdir(in_root(name), 0700), 0);
}

static int begin(void **state) {
    (void)state;
    const char *base = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/tiendo-files-XXXXXX", base != NULL ? base : "/tmp");
    return mkdtemp(root) != NULL ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    char command[PATH_BYTES * 2];
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    return system(command);
}

/* What was read. */
struct reading {
    struct sources sources;
    struct findings findings;
    struct read_failures failures;
};

static void read_by(struct reading *r, size_t n, const char *const paths[],
                    struct read_manner manner) {
    memset(r, 0, sizeof *r);
    read_paths(paths, n, manner, &r->sources, &r->findings, &r->failures);
}

static void read_names(struct reading *r, size_t n, const char *const paths[]) {
    read_by(r, n, paths, (struct read_manner){.limit_mb = READ_LIMIT_MB, .jobs = 1});
}

/* The names read, without the test's folder, with blanks between. */
static void assert_names(const struct reading *r, const char *expected) {
    char text[2048] = "";
    size_t skip = strlen(root) + 1;
    for (ptrdiff_t i = 0; i < arrlen(r->sources.items); i++) {
        const char *name = r->sources.items[i].name;
        strcat(text, i > 0 ? " " : "");
        strcat(text, strncmp(name, root, skip - 1) == 0 ? name + skip : name);
    }
    assert_string_equal(text, expected);
}

static void clear(struct reading *r) {
    sources_clear(&r->sources);
    findings_clear(&r->findings);
    read_failures_clear(&r->failures);
}

static void walk(void **state) {
    (void)state;
    put("b.yaml", "b: 1");
    put("a.yml", "");
    put("B.YAML", "B: 1");
    put("note.txt", "x");
    put(".hidden.yaml", "x");
    put("yaml", "x");
    folder("sub");
    put("sub/z.yaml", "z: 1");
    put("sub/a.yaml", "a: 1");
    folder("sub/empty");
    folder(".git");
    put(".git/x.yaml", "x");
    folder("dir.yaml");
    put("dir.yaml/in.yaml", "x");
    struct reading r;
    read_names(&r, 1, (const char *const[]){root});
    assert_names(&r, "B.YAML a.yml b.yaml dir.yaml/in.yaml sub/a.yaml sub/z.yaml");
    assert_int_equal(arrlen(r.failures.items), 0);
    assert_int_equal(r.sources.items[2].size, 4);
    assert_string_equal(r.sources.items[2].text, "b: 1");
    assert_int_equal(r.sources.items[1].size, 0);
    clear(&r);
    read_names(&r, 3, (const char *const[]){in_root("sub/"), in_root("note.txt"), root});
    assert_names(&r, "sub/a.yaml sub/z.yaml note.txt B.YAML a.yml b.yaml dir.yaml/in.yaml");
    clear(&r);
}

static void once(void **state) {
    (void)state;
    put("a.yaml", "a: 1");
    assert_int_equal(symlink("a.yaml", in_root("b.yaml")), 0);
    assert_int_equal(link(in_root("a.yaml"), in_root("c.yaml")), 0);
    folder("sub");
    assert_int_equal(symlink("..", in_root("sub/up")), 0);
    assert_int_equal(symlink(".", in_root("loop")), 0);
    struct reading r;
    read_names(&r, 3, (const char *const[]){root, root, in_root("a.yaml")});
    assert_names(&r, "a.yaml");
    assert_int_equal(arrlen(r.failures.items), 0);
    clear(&r);
}

static void failures(void **state) {
    (void)state;
    put("a.yaml", "a: 1");
    assert_int_equal(mkfifo(in_root("pipe.yaml"), 0600), 0);
    assert_int_equal(symlink("nowhere", in_root("broken.yaml")), 0);
    assert_int_equal(symlink("nowhere", in_root("broken")), 0);
    struct reading r;
    read_names(&r, 1, (const char *const[]){root});
    assert_names(&r, "a.yaml");
    assert_int_equal(arrlen(r.failures.items), 1);
    assert_string_equal(r.failures.items[0].path, in_root("broken.yaml"));
    assert_int_equal(r.failures.items[0].error, ENOENT);
    clear(&r);
    const char *const named[] = {in_root("none.yaml"), in_root("pipe.yaml"), "/dev/null",
                                 in_root("a.yaml/x")};
    static const int errors[] = {ENOENT, EINVAL, EINVAL, ENOTDIR};
    read_names(&r, 4, named);
    assert_names(&r, "");
    assert_int_equal(arrlen(r.failures.items), 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(r.failures.items[i].path, named[i]);
        assert_int_equal(r.failures.items[i].error, errors[i]);
    }
    clear(&r);
}

static void no_permission(void **state) {
    (void)state;
    if (geteuid() == 0) {
        return; /* root may read everything */
    }
    put("a.yaml", "a: 1");
    folder("shut");
    assert_int_equal(chmod(in_root("a.yaml"), 0), 0);
    assert_int_equal(chmod(in_root("shut"), 0), 0);
    struct reading r;
    read_names(&r, 1, (const char *const[]){root});
    assert_int_equal(arrlen(r.failures.items), 2);
    assert_int_equal(r.failures.items[0].error, EACCES);
    assert_int_equal(r.failures.items[1].error, EACCES);
    clear(&r);
    assert_int_equal(chmod(in_root("shut"), 0700), 0);
}

static void too_large(void **state) {
    (void)state;
    put("a.yaml", "a: 1");
    put("big.yaml", "");
    put("most.yaml", "");
    off_t limit = (off_t)READ_LIMIT_MB << 20;
    assert_int_equal(truncate(in_root("most.yaml"), limit), 0);
    assert_int_equal(truncate(in_root("big.yaml"), limit + 1), 0);
    struct reading r;
    read_names(&r, 1, (const char *const[]){root});
    assert_names(&r, "a.yaml big.yaml most.yaml");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_TOO_LARGE);
    assert_int_equal(r.findings.items[0].place.file, 1);
    assert_string_equal(r.findings.items[0].words[0], "64");
    assert_true(r.sources.items[1].refused);
    assert_int_equal(r.sources.items[1].size, 0);
    assert_false(r.sources.items[2].refused);
    assert_true(r.sources.items[2].size == (size_t)limit);
    clear(&r);
}

static void assert_text(const struct reading *r, const char *expected) {
    size_t length;
    const char *text = sources_line(&r->sources, 0, 1, &length);
    if (expected == NULL) {
        assert_null(text);
    } else {
        assert_non_null(text);
        assert_string_equal(text, expected);
    }
}

/* Standard input is a pipe here, written in two pieces; given twice, it is read once. */
static void standard_input(void **state) {
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int before = dup(STDIN_FILENO);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    assert_int_equal(write(ends[1], "a: ", 3), 3);
    assert_int_equal(write(ends[1], "1\n", 2), 2);
    close(ends[0]);
    close(ends[1]);
    struct reading r;
    read_names(&r, 2, (const char *const[]){"-", "-"});
    if (before >= 0) {
        dup2(before, STDIN_FILENO);
        close(before);
    }
    assert_names(&r, "-");
    assert_string_equal(r.sources.items[0].text, "a: 1\n");
    sources_let_go(&r.sources, 0);
    assert_text(&r, "a: 1\n"); /* it cannot be read again */
    clear(&r);
}

/* An excerpt shows what was read, or nothing. */
static void assert_excerpt(const struct reading *r, const char *expected) {
    struct buffer out = {0};
    excerpt_put(&out, &r->sources, (struct place){0, 2, 1, 2}, "", "");
    buffer_put(&out, "", 1);
    assert_string_equal(out.text, expected);
    buffer_clear(&out);
}

static void brought_back(void **state) {
    (void)state;
    static const char text[] = "a: 1\nb: 2\n";
    static const char excerpt[] = "   2 | b: 2\n     | ^\n";
    static const char *const others[] = {"a: 1\nb: 3\n", "A: 1\nb: 2\n", "a: 1\nb: 2",
                                         "a: 1\nb: 2\n\n", ""};
    struct reading r;
    put("a.yaml", text);
    read_names(&r, 1, (const char *const[]){root});
    sources_let_go(&r.sources, 0);
    assert_null(r.sources.items[0].text);
    assert_int_equal(r.sources.items[0].size, sizeof text - 1);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        put("a.yaml", others[i]);
        assert_text(&r, NULL);
        assert_excerpt(&r, "");
    }
    assert_int_equal(unlink(in_root("a.yaml")), 0);
    assert_excerpt(&r, "");
    assert_int_equal(mkfifo(in_root("a.yaml"), 0600), 0); /* nobody will ever write into it */
    assert_excerpt(&r, "");
    assert_int_equal(unlink(in_root("a.yaml")), 0);
    folder("a.yaml");
    assert_excerpt(&r, "");
    assert_int_equal(rmdir(in_root("a.yaml")), 0);
    put("a.yaml", text);
    assert_excerpt(&r, excerpt);
    put("a.yaml", "");
    assert_text(&r, text); /* it stays until it is let go again */
    sources_let_go(&r.sources, 0);
    assert_text(&r, NULL);
    clear(&r);
}

/* Every single byte counts, wherever it stands. */
static void any_change(void **state) {
    (void)state;
    enum { SIZE = 100 };
    for (int size = 1; size <= SIZE; size++) {
        char text[SIZE + 1];
        memset(text, 'a', sizeof text);
        text[size] = '\0';
        struct reading r;
        put("a.yaml", text);
        read_names(&r, 1, (const char *const[]){root});
        sources_let_go(&r.sources, 0);
        for (int i = 0; i < size; i++) {
            text[i] = 'b';
            put("a.yaml", text);
            assert_text(&r, NULL);
            text[i] = 'a';
        }
        put("a.yaml", text);
        assert_text(&r, text);
        clear(&r);
    }
}

static void digested(void **state) {
    (void)state;
    struct reading r = {0};
    put("a.yaml", "a: 1\n");
    read_names(&r, 1, (const char *const[]){root});
    r.sources.digests = true;
    sources_let_go(&r.sources, 0);
    assert_null(r.sources.items[0].text);
    assert_string_equal(sources_sha256(&r.sources, 0),
                        "37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae");
    clear(&r);
}

/* What one reading gave, as text. */
static void tell(const struct reading *r, struct buffer *out) {
    for (ptrdiff_t i = 0; i < arrlen(r->sources.items); i++) {
        const struct source *s = &r->sources.items[i];
        buffer_format(out, "%s %zu %d ", s->name, s->size, s->refused);
        buffer_put(out, s->text, s->size + 1);
    }
    for (ptrdiff_t i = 0; i < arrlen(r->findings.items); i++) {
        const struct finding *f = &r->findings.items[i];
        buffer_format(out, "%d in %d, ", (int)f->code, f->place.file);
    }
    for (ptrdiff_t i = 0; i < arrlen(r->failures.items); i++) {
        buffer_format(out, "%s: %d, ", r->failures.items[i].path, r->failures.items[i].error);
    }
}

/* The same files, in the same order, with the same said of them, by any number of threads. */
static void by_threads(void **state) {
    (void)state;
    enum { FILES = 700 };
    static char text[FILES * 10 + 1];
    static const char *const gone[] = {"f-100.yaml", "f-300.yaml"};
    for (int i = 0; i < FILES; i++) {
        char name[32];
        snprintf(name, sizeof name, "f-%03d.yaml", i);
        memset(text, 'a' + i % 26, sizeof text - 1);
        text[i * 37 % (FILES * 10)] = '\0';
        put(name, text);
    }
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(unlink(in_root(gone[i])), 0);
        assert_int_equal(symlink("nowhere", in_root(gone[i])), 0);
    }
    assert_int_equal(truncate(in_root("f-200.yaml"), (1 << 20) + 1), 0);
    assert_int_equal(truncate(in_root("f-400.yaml"), 1 << 20), 0);
    struct buffer first = {0};
    static const int jobs[] = {1, 0, 2, 3, 16};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        struct reading r;
        struct buffer out = {0};
        const char *const paths[] = {root, in_root("none"), root};
        read_by(&r, 3, paths, (struct read_manner){.limit_mb = 1, .jobs = jobs[i]});
        assert_int_equal(arrlen(r.sources.items), FILES - 2);
        assert_int_equal(arrlen(r.failures.items), 3);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].place.file, 199);
        tell(&r, i == 0 ? &first : &out);
        if (i > 0) {
            assert_int_equal(arrlen(out.text), arrlen(first.text));
            assert_memory_equal(out.text, first.text, arrlenu(first.text));
        }
        buffer_clear(&out);
        clear(&r);
    }
    buffer_clear(&first);
}

/* A file of Linux says that it is empty, and is not. */
static const char *const kernels = "/proc/self/smaps";

static void larger_than_said(void **state) {
    (void)state;
    struct reading r;
    read_names(&r, 1, &kernels);
    assert_int_equal(arrlen(r.sources.items), 1);
    assert_true(r.sources.items[0].size > 5000);
    assert_int_equal(strlen(r.sources.items[0].text), r.sources.items[0].size);
    clear(&r);
}

/* The test "kernel", for systems with such a file. */
static int test_kernel(void) {
    struct stat status;
    if (stat(kernels, &status) != 0 || status.st_size != 0) {
        printf("1..0 # SKIP no %s that says it is empty\n", kernels);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(larger_than_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(int argc, char *argv[]) {
    if (argc > 1 && strcmp(argv[1], "kernel") == 0) {
        return test_kernel();
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(walk, begin, end),
        cmocka_unit_test_setup_teardown(once, begin, end),
        cmocka_unit_test_setup_teardown(failures, begin, end),
        cmocka_unit_test_setup_teardown(no_permission, begin, end),
        cmocka_unit_test_setup_teardown(too_large, begin, end),
        cmocka_unit_test_setup_teardown(brought_back, begin, end),
        cmocka_unit_test_setup_teardown(any_change, begin, end),
        cmocka_unit_test_setup_teardown(digested, begin, end),
        cmocka_unit_test_setup_teardown(by_threads, begin, end),
        cmocka_unit_test(standard_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
