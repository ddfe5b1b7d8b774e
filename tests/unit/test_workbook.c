/* SPDX-License-Identifier: MIT */
/* write_workbook(): whole, the same bytes every time, and never at the cost of the old file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "book_maker.h"
#include "mem.h"
#include "renderers.h"
#include "verify.h"
#include "workbook.h"

/* A small book, its scorecard and a folder to write into. */
struct desk {
    struct book book;
    struct sources sources;
    struct findings findings;
    struct scorecard card;
    char folder[64];
    char path[96];
};

static const struct style vietnamese = {.lang = LANG_VI};

static void add_indicator(struct book *book, struct indicator indicator, const char *unit) {
    indicator.unit = unit_parse(&book->pool, unit, strlen(unit));
    indicator.ratio_of = indicator.ratio_to = indicator.weight = NONE;
    indicator.decimals = -1;
    indicator.show = true;
    indicator.place = no_place;
    arrput(book->indicators, indicator);
}

static void add_target(struct book *book, const char *id, struct bounds bounds) {
    struct target target = {.org = 0, .year = 2024, .bounds = bounds, .weight = {1, 1}};
    target.indicator = book_indicator(book, id);
    target.place = (struct place){0, 3, 1, 0};
    target.source = "Nghị quyết số 12-NQ/TU";
    targets_add(&book->targets, &target);
}

static void add_figure(struct book *book, const char *id, struct date date, struct ratio low,
                       struct ratio high) {
    struct figure figure = {.org = 0, .year = date.year, .date = date, .low = low, .high = high};
    figure.indicator = book_indicator(book, id);
    figure.place = (struct place){0, 9, 1, 0};
    figures_add(&book->figures, &figure);
    sort_figures(book);
}

static void add_indicators(struct book *book) {
    add_indicator(book,
                  (struct indicator){.id = "htx_new",
                                     .name = "HTX thành lập mới",
                                     .group = "I. Hợp tác xã",
                                     .part_of = NONE},
                  "HTX");
    add_indicator(book,
                  (struct indicator){.id = "htx_new_agri",
                                     .part_of = 0,
                                     .name = "HTX nông nghiệp thành lập mới",
                                     .group = "I. Hợp tác xã"},
                  "HTX");
    add_indicator(book,
                  (struct indicator){.id = "htx_dissolved",
                                     .part_of = NONE,
                                     .name = "HTX ngừng hoạt động được xử lý giải thể",
                                     .group = "I. Hợp tác xã"},
                  "HTX");
    add_indicator(book,
                  (struct indicator){.id = "htx_weak",
                                     .part_of = NONE,
                                     .kind = KIND_STOCK,
                                     .better = BETTER_LOWER,
                                     .name = "HTX yếu kém",
                                     .group = "I. Hợp tác xã"},
                  "HTX");
    add_indicator(book,
                  (struct indicator){.id = "good",
                                     .part_of = NONE,
                                     .kind = KIND_SHARE,
                                     .name = "Tỷ lệ HTX hoạt động tốt, khá",
                                     .group = "II. Chất lượng"},
                  "%");
    add_indicator(book,
                  (struct indicator){.id = "members",
                                     .part_of = NONE,
                                     .kind = KIND_STOCK,
                                     .name = "Thành viên",
                                     .group = "II. Chất lượng"},
                  "người");
    add_indicator(book,
                  (struct indicator){.id = "income",
                                     .part_of = NONE,
                                     .kind = KIND_AVERAGE,
                                     .name = "Thu nhập bình quân của lao động",
                                     .group = "II. Chất lượng"},
                  "triệu đồng/tháng");
    add_indicator(book,
                  (struct indicator){.id = "plan",
                                     .part_of = NONE,
                                     .kind = KIND_DONE,
                                     .name = "Ban hành kế hoạch",
                                     .group = "II. Chất lượng"},
                  "");
}

static void fill_book(struct book *book) {
    struct ratio none = {0, 0};
    struct date june = date_of(2024, 6, 30);
    add_target(book, "htx_new", (struct bounds){.kind = TARGET_AT_LEAST, .low = {30, 1}});
    add_target(book, "htx_new_agri", (struct bounds){.kind = TARGET_AT_LEAST, .low = {20, 1}});
    add_target(book, "htx_dissolved",
               (struct bounds){.kind = TARGET_RANGE, .low = {30, 1}, .high = {40, 1}});
    add_target(book, "htx_weak", (struct bounds){.kind = TARGET_AT_MOST, .high = {15, 1}});
    add_target(book, "good", (struct bounds){.kind = TARGET_MORE_THAN, .low = {60, 1}});
    add_target(
        book, "members",
        (struct bounds){
            .kind = TARGET_ABOUT, .low = {57588, 1}, .high = {57588, 1}, .tolerance = {0, 1}});
    add_target(book, "income", (struct bounds){.kind = TARGET_GROW, .grow = {10, 1}, .base = none});
    add_target(book, "plan", (struct bounds){.kind = TARGET_DONE});
    add_figure(book, "htx_new", date_of(2023, 12, 31), ratio_int(28), ratio_int(28));
    add_figure(book, "htx_new", date_of(2023, 6, 30), ratio_int(12), ratio_int(12));
    add_figure(book, "htx_new", june, ratio_int(15), ratio_int(15));
    add_figure(book, "htx_new_agri", june, ratio_int(7), ratio_int(7));
    add_figure(book, "htx_dissolved", june, ratio_int(18), ratio_int(18));
    add_figure(book, "htx_weak", june, ratio_int(17), ratio_int(17));
    add_figure(book, "good", date_of(2023, 12, 31), ratio_of(572, 10), ratio_of(572, 10));
    add_figure(book, "good", june, ratio_int(60), ratio_int(60));
    add_figure(book, "members", june, ratio_of(5758799, 100), ratio_of(5758799, 100));
    add_figure(book, "income", date_of(2023, 12, 31), ratio_int(5), ratio_int(5));
    add_figure(book, "income", june, ratio_of(38, 10), ratio_of(56, 10));
    add_figure(book, "plan", june, ratio_int(1), ratio_int(1));
}

static int set_up(void **state) {
    struct desk *s = mem_alloc(sizeof *s);
    const char *text = "# not read\n";
    book_init(&s->book);
    char *copy = mem_alloc(strlen(text) + 1);
    memcpy(copy, text, strlen(text));
    sources_add(&s->sources, "targets/bac-ninh.yaml", copy, strlen(text));
    struct org org = {.id = "bac-ninh", .name = "Tỉnh Bắc Ninh", .place = no_place};
    arrput(s->book.orgs, org);
    add_indicators(&s->book);
    fill_book(&s->book);
    ask_book(&s->card, &s->book, &(struct selection){0}, &s->findings);
    const char *temporary = getenv("TMPDIR");
    snprintf(s->folder, sizeof s->folder, "%.40s/tiendo-XXXXXX",
             temporary != NULL ? temporary : "/tmp");
    assert_non_null(mkdtemp(s->folder));
    snprintf(s->path, sizeof s->path, "%s/b.xlsx", s->folder);
    *state = s;
    return 0;
}

static int tear_down(void **state) {
    struct desk *s = *state;
    remove(s->path);
    assert_int_equal(rmdir(s->folder), 0); /* nothing else was left behind */
    for (size_t i = 0; i < arrlenu(s->book.orgs); i++) {
        arrfree(s->book.orgs[i].members);
    }
    scorecard_clear(&s->card);
    findings_clear(&s->findings);
    sources_clear(&s->sources);
    book_clear(&s->book);
    mem_free(s);
    return 0;
}

static bool write_it(struct desk *s, const char *path, struct write_failure *failure) {
    return write_workbook(path, &s->card, &s->sources, &s->findings, &vietnamese, failure);
}

/* The file's bytes; the caller frees them. */
static char *bytes_of(const char *path, size_t *n) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 20);
    assert_non_null(bytes);
    *n = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static void put_old(const char *path) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite("old", 1, 3, file), 3);
    assert_int_equal(fclose(file), 0);
}

static void assert_old(const char *path) {
    size_t n = 0;
    char *bytes = bytes_of(path, &n);
    assert_int_equal(n, 3);
    assert_memory_equal(bytes, "old", 3);
    free(bytes);
}

static void whole(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    char detail[VERIFY_DETAIL] = "";
    assert_int_equal(arrlen(s->card.rows), 8);
    assert_true(write_it(s, s->path, &failure));
    assert_int_equal(failure.step, WRITE_OK);
    assert_true(verify_workbook(s->path, 1, NULL, detail));
}

static void same_bytes(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    size_t n1 = 0;
    size_t n2 = 0;
    assert_true(write_it(s, s->path, &failure));
    char *first = bytes_of(s->path, &n1);
    setenv("TZ", "Asia/Ho_Chi_Minh", 1);
    sleep(1);
    assert_true(write_it(s, s->path, &failure));
    unsetenv("TZ");
    char *second = bytes_of(s->path, &n2);
    assert_int_equal(n1, n2);
    assert_memory_equal(first, second, n1);
    free(first);
    free(second);
}

static bool comma_set(void) {
    return setlocale(LC_NUMERIC, "vi_VN.UTF-8") != NULL ||
           setlocale(LC_NUMERIC, "de_DE.UTF-8") != NULL;
}

/* The bytes do not care for the locale. */
static void same_bytes_with_comma(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    size_t n1 = 0;
    size_t n2 = 0;
    assert_true(write_it(s, s->path, &failure));
    char *first = bytes_of(s->path, &n1);
    assert_true(comma_set());
    bool written = write_it(s, s->path, &failure);
    char number[8];
    snprintf(number, sizeof number, "%.1f", 0.5);
    setlocale(LC_NUMERIC, "C");
    assert_true(written);
    assert_string_equal(number, "0,5"); /* the caller's locale is back */
    char *second = bytes_of(s->path, &n2);
    assert_int_equal(n1, n2);
    assert_memory_equal(first, second, n1);
    free(first);
    free(second);
}

static void empty_scorecard(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    struct scorecard empty = {.book = &s->book};
    assert_true(write_workbook(s->path, &empty, &s->sources, &s->findings, &vietnamese, &failure));
}

static void not_utf8(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    put_old(s->path);
    s->book.indicators[0].name = "HTX \xC3";
    assert_false(write_it(s, s->path, &failure));
    assert_int_equal(failure.step, WRITE_CONTENT);
    assert_non_null(strstr(failure.detail, "not UTF-8"));
    assert_old(s->path);
}

static void target_is_folder(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    assert_false(write_it(s, s->folder, &failure));
    assert_int_not_equal(failure.step, WRITE_OK);
}

static void folder_missing(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    char path[128];
    snprintf(path, sizeof path, "%s/no/b.xlsx", s->folder);
    assert_false(write_it(s, path, &failure));
    assert_int_equal(failure.step, WRITE_TEMPORARY);
    assert_int_not_equal(failure.error, 0);
}

static void folder_read_only(void **state) {
    struct desk *s = *state;
    struct write_failure failure = {0};
    bool root = geteuid() == 0; /* nothing is read-only for root: be somebody else */
    put_old(s->path);
    chmod(s->folder, 0555);
    assert_int_equal(root ? seteuid(65534) : 0, 0);
    bool written = write_it(s, s->path, &failure);
    assert_int_equal(root ? seteuid(0) : 0, 0);
    chmod(s->folder, 0700);
    assert_false(written);
    assert_int_equal(failure.step, WRITE_TEMPORARY);
    assert_old(s->path);
}

/* In a child whose files may not grow past so many bytes: its exit code is the step that failed,
 * WRITE_OK when none did. */
static int step_with_limit(struct desk *s, rlim_t bytes) {
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct write_failure failure = {0};
        struct rlimit limit = {bytes, bytes};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        bool written = write_it(s, s->path, &failure);
        _exit(written ? WRITE_OK : (int)failure.step);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* A limit between the size of the largest part and the workbook's stops the zip; one below the
 * parts cuts the library's temporary files, which it does not notice itself. */
static void full_disk(void **state) {
    struct desk *s = *state;
    put_old(s->path);
    for (rlim_t bytes = 1000; bytes <= 16000; bytes += 1000) {
        int step = step_with_limit(s, bytes);
        if (step == WRITE_OK) {
            break;
        }
        assert_true(step == WRITE_CONTENT || step == WRITE_VERIFY);
        assert_old(s->path);
    }
}

/* What stands beside the last meeting counts, too. */
static void size_of_since(void **state) {
    (void)state;
    enum { ROWS = 12000, ORGS = 100 };
    struct workbook_size alone = workbook_size_of(ROWS, ORGS, 0, false, 0);
    struct workbook_size beside = workbook_size_of(ROWS, ORGS, 0, true, 0);
    assert_true(workbook_may_be(alone));
    assert_false(workbook_may_be(beside));
}

/* The test "comma", for systems with such a locale. */
static int test_comma(void) {
    if (!comma_set()) {
        puts("1..0 # SKIP no locale with a decimal comma");
        return 0;
    }
    setlocale(LC_NUMERIC, "C");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(same_bytes_with_comma, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(int argc, char *argv[]) {
    if (argc > 1 && strcmp(argv[1], "comma") == 0) {
        return test_comma();
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(size_of_since),
        cmocka_unit_test_setup_teardown(whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(empty_scorecard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(not_utf8, set_up, tear_down),
        cmocka_unit_test_setup_teardown(target_is_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folder_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folder_read_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(full_disk, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
