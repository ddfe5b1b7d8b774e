/* SPDX-License-Identifier: MIT */
/* What words on the command line mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "mem.h"
#include "names.h"

static const char *const things[][3] = {
    {"htx_new", "HTX thành lập mới", "New cooperatives"},
    {"htx_new_agri", "HTX nông nghiệp thành lập mới", NULL},
    {"good_share", "Tỷ lệ HTX tốt, khá", "Rated good or fair"},
    {"ha-nam", "Tỉnh Hà Nam", NULL},
    {"ha-nam-moi", "Tỉnh Hà Nấm", NULL},
    {"new", "HTX", NULL},
};

static const char *called(const void *of, int which, int nth) {
    (void)of;
    return nth < 3 ? things[which][nth] : NULL;
}

static const struct roster names = {0, sizeof things / sizeof things[0], NULL, called};

static void words_mean(void **state) {
    (void)state;
    static const struct {
        const char *word;
        bool whole;
        const char *found; /* ids, a blank after each */
    } rows[] = {
        {"htx_new", false, "htx_new "},                /* an id, though also a part of others */
        {"HTX thành lập mới", false, "htx_new "},      /* a name, as it is */
        {"htx THANH lap moi", false, "htx_new "},      /* without marks and case */
        {"htx-new", false, "htx_new "},                /* separators are all alike */
        {"new cooperatives", false, "htx_new "},       /* the other language */
        {"nông nghiệp", false, "htx_new_agri "},       /* a part of one name */
        {"thành lập", false, "htx_new htx_new_agri "}, /* of two */
        {"ành lập", false, ""},                        /* parts of words are none */
        {"tỷ lệ htx tốt, khá", false, "good_share "},  /* with its comma */
        {"Tỷ lệ HTX tốt", true, ""},                   /* no part where whole names are wanted */
        {"Tỉnh Hà Nam", false, "ha-nam "},             /* the marks tell */
        {"tỉnh hà nấm", false, "ha-nam-moi "},
        {"tinh ha nam", false, "ha-nam ha-nam-moi "}, /* without them they do not */
        {"new", false, "new "},                       /* an id goes before parts of names */
        {"HTX", false, "new "},                       /* so does a whole name */
        {"", false, ""},
        {"\xff", false, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char found[128] = "";
        int *which = NULL;
        names_find(&names, rows[i].word, rows[i].whole, &which);
        for (ptrdiff_t k = 0; k < arrlen(which); k++) {
            strcat(strcat(found, things[which[k]][0]), " ");
        }
        arrfree(which);
        assert_string_equal(found, rows[i].found);
    }
}

static void nearest_is_an_id_else_a_name(void **state) {
    (void)state;
    assert_string_equal(names_nearest(&names, "htx_nwe"), "htx_new");
    assert_string_equal(names_nearest(&names, "HTX nông nghiep thành lập mớ"), things[1][1]);
    assert_null(names_nearest(&names, "doanh thu"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_mean),
        cmocka_unit_test(nearest_is_an_id_else_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
