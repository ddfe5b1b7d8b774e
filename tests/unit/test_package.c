/* SPDX-License-Identifier: MIT */
/* A package that somebody sent: read within limits, refused with the part that is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "mem.h"
#include "package.h"

static char path[96];

#define DOCTYPE "<!DOCTYPE a [<!ENTITY e \"eeee\">]>"

/* One part in a zip, `times` over. */
static void put_zip(const char *name, const char *text, size_t times) {
    zip_fileinfo info = {0};
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    assert_int_equal(zipOpenNewFileInZip(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 9),
                     ZIP_OK);
    for (size_t i = 0; i < times; i++) {
        assert_int_equal(zipWriteInFileInZip(zip, text, (unsigned)strlen(text)), ZIP_OK);
    }
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

static bool put_element(void *data, const char *element, const char **attributes) {
    const char *id = xml_attribute(attributes, "id");
    buffer_format(data, "<%s%s%s>", element, id != NULL ? " " : "", id != NULL ? id : "");
    return strcmp(element, "stop") != 0;
}

static bool put_characters(void *data, const char *text, size_t n) {
    buffer_put(data, text, n);
    return true;
}

static bool put_end(void *data, const char *element) {
    buffer_format(data, "</%s>", element);
    return true;
}

/* What the handlers were told of part a, and how it ended. */
static enum package_error told(const char *name, struct buffer *out) {
    static const struct xml_handlers handlers = {put_element, put_characters, put_end};
    struct package_failure failure;
    struct package *package = package_open(path, &failure);
    if (package != NULL) {
        package_parse(package, name, &handlers, out, &failure);
        package_close(package);
    }
    return failure.error;
}

static void parts(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum package_error error;
        const char *told; /* NULL: not asked */
    } rows[] = {
        {"<x:a r:id='7'>b<c/></x:a>", PACKAGE_FINE, "<a 7>b<c></c></a>"},
        {"<a>Đắk Lắk &amp; &#7855;</a>", PACKAGE_FINE, "<a>Đắk Lắk & ắ</a>"},
        {"<a><stop/><b/></a>", PACKAGE_STOPPED, "<a><stop>"},
        {DOCTYPE "<a>&e;</a>", PACKAGE_FORBIDDEN, ""},
        {"<a><b></a>", PACKAGE_BAD_XML, NULL},
        {"<a>\xFF</a>", PACKAGE_BAD_XML, NULL},
        {"", PACKAGE_BAD_XML, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        put_zip("a", rows[i].text, 1);
        assert_int_equal(told("a", &out), rows[i].error);
        buffer_put(&out, "", 1);
        if (rows[i].told != NULL) {
            assert_string_equal(out.text, rows[i].told);
        }
        buffer_clear(&out);
    }
    struct buffer out = {0};
    assert_int_equal(told("b", &out), PACKAGE_MISSING);
    assert_int_equal(arrlen(out.text), 0);
}

static void limits(void **state) {
    (void)state;
    struct buffer out = {0};
    char *blanks = mem_alloc(PACKAGE_RATIO_FROM + 1);
    memset(blanks, ' ', PACKAGE_RATIO_FROM);
    put_zip("a", blanks, 4); /* 4 MB in 4 KB */
    mem_free(blanks);
    assert_int_equal(told("a", &out), PACKAGE_TOO_MUCH);
    struct package_failure failure;
    struct package *own = package_open_own(path, &failure); /* what we wrote may be large */
    assert_non_null(own);
    assert_true(package_read(own, "a", &out, &failure));
    assert_int_equal(arrlenu(out.text), 4 * PACKAGE_RATIO_FROM);
    buffer_clear(&out);
    package_close(own);
    put_zip("a", "<a>", PACKAGE_DEEP + 1);
    assert_int_equal(told("a", &out), PACKAGE_TOO_MUCH);
    buffer_clear(&out);
}

/* Every beginning of a zip (its last 4 bytes are zero in any small one), and other files. */
static void no_zips(void **state) {
    (void)state;
    static const char *const other[] = {"", "P", "orgs:\n", "\xD0\xCF\x11\xE0 old"};
    char bytes[1024];
    struct buffer out = {0};
    put_zip("a", "<a>figures, figures</a>", 1);
    FILE *file = fopen(path, "rb");
    size_t whole = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (size_t n = 0; n + 4 < whole; n++) {
        file = fopen(path, "wb");
        fwrite(bytes, 1, n, file);
        fclose(file);
        assert_int_not_equal(told("a", &out), PACKAGE_FINE);
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        file = fopen(path, "wb");
        fputs(other[i], file);
        fclose(file);
        assert_int_equal(told("a", &out), i == 3 ? PACKAGE_OLD_OFFICE : PACKAGE_NO_ZIP);
    }
    unlink(path);
    assert_int_equal(told("a", &out), PACKAGE_UNREADABLE);
    buffer_clear(&out);
}

static void related(void **state) {
    (void)state;
    static const char text[] =
        "<R><p:Relationship xmlns:p='u' Id='r1' Type='urn:x/worksheet' Target='sheets/./1.xml'/>"
        "<Relationship Id='r2' Type='urn:x/styles' Target='/xl/../styles.xml'/>"
        "<Relationship Id='r5' Type='urn:x/strings' Target='strings.xml'/>"
        "<Relationship Id='r3' Type='urn:x/styles' Target='../../out.xml'/>"
        "<Relationship Id='r4' Type='urn:x/hyperlink' Target='http://a' TargetMode='External'/>"
        "</R>";
    struct package_failure failure;
    struct relations relations = {0};
    put_zip("xl/_rels/workbook.xml.rels", text, 1);
    struct package *package = package_open(path, &failure);
    assert_true(package_relations(package, "xl/workbook.xml", &relations, &failure));
    assert_string_equal(relations_of_type(&relations, "worksheet"), "xl/sheets/1.xml");
    assert_string_equal(relations_of_id(&relations, "r2"), "styles.xml");
    assert_string_equal(relations_of_id(&relations, "r5"), "xl/strings.xml");
    assert_null(relations_of_id(&relations, "r3"));
    assert_null(relations_of_type(&relations, "hyperlink"));
    assert_true(package_relations(package, "xl/styles.xml", &relations, &failure));
    assert_int_equal(arrlen(relations.items), 3);
    relations_clear(&relations);
    package_close(package);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(parts), cmocka_unit_test(limits),
                                       cmocka_unit_test(no_zips), cmocka_unit_test(related)};
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%.64s/tiendo-package-%d.zip", folder != NULL ? folder : "/tmp",
             (int)getpid());
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
