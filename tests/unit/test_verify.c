/* SPDX-License-Identifier: MIT */
/* verify_workbook(): a zip whose checksums are right can still hold half a workbook. */
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

#include "verify.h"

static char path[96];

/* A part and what it holds; the smallest workbook that passes. */
struct part {
    const char *name;
    const char *text;
};

#define SHEET "xl/worksheets/sheet1.xml"
#define COMMENTS "xl/comments1.xml"
#define DRAWING "xl/drawings/vmlDrawing1.vml"
#define LONG_SHEET                                                                                 \
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>30</v></c></row></sheetData></worksheet>"

static const struct part good[] = {
    {"[Content_Types].xml",
     "<?xml version=\"1.0\"?><Types><Override PartName=\"/xl/workbook.xml\"/>"
     "<Override PartName=\"/" SHEET "\"/></Types>"},
    {"_rels/.rels", "<Relationships/>"},
    {"docProps/app.xml", "<Properties/>"},
    {"docProps/core.xml", "<Properties/>"},
    {"xl/workbook.xml", "<workbook/>"},
    {"xl/_rels/workbook.xml.rels", "<Relationships/>"},
    {"xl/styles.xml", "<styleSheet/>"},
    {SHEET, LONG_SHEET},
    {"xl/sharedStrings.xml", "<sst><si><t>HTX</t></si><si><t>THT</t></si></sst>"},
    {COMMENTS, "<comments><commentList/></comments>"},
    {DRAWING, "<xml><x:Row xmlns:x=\"urn:x\">40</x:Row></xml>"},
    {"xl/media/image1.png", "no XML at all"},
};

enum {
    PARTS = sizeof good / sizeof good[0],
    NEEDED = 8, /* the first of them: no workbook is without them */
    THREADS = 3 /* the parts are read by one thread, and by so many */
};

static void put_part(zipFile zip, const char *name, const char *text, int level) {
    zip_fileinfo info = {0};
    assert_int_equal(zipOpenNewFileInZip(zip, name, &info, NULL, 0, NULL, 0, NULL,
                                         level == 0 ? 0 : Z_DEFLATED, level),
                     ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(zip, text, (unsigned)strlen(text)), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

/* The good parts, but the one of this name holding text instead, or left out when text is NULL. */
static void put_workbook(const char *name, const char *text, int level) {
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    assert_non_null(zip);
    for (size_t i = 0; i < PARTS; i++) {
        bool changed = name != NULL && strcmp(good[i].name, name) == 0;
        if (!changed || text != NULL) {
            put_part(zip, good[i].name, changed ? text : good[i].text, level);
        }
    }
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

static void assert_wrong(const char *words) {
    for (int jobs = 1; jobs <= THREADS; jobs += THREADS - 1) {
        char detail[VERIFY_DETAIL] = "";
        assert_false(verify_workbook(path, jobs, NULL, detail));
        if (strstr(detail, words) == NULL) {
            fail_msg("%s is not in: %s", words, detail);
        }
    }
}

static int new_path(void **state) {
    (void)state;
    const char *temporary = getenv("TMPDIR");
    snprintf(path, sizeof path, "%.60s/tiendo-XXXXXX", temporary != NULL ? temporary : "/tmp");
    int fd = mkstemp(path);
    return fd >= 0 ? close(fd) : -1;
}

static int remove_path(void **state) {
    (void)state;
    return remove(path);
}

static void whole(void **state) {
    (void)state;
    char detail[VERIFY_DETAIL] = "untouched";
    put_workbook(NULL, NULL, 6);
    assert_true(verify_workbook(path, 1, NULL, detail));
    assert_true(verify_workbook(path, THREADS, NULL, detail));
    assert_string_equal(detail, "untouched");
}

static void cut_xml(void **state) {
    (void)state;
    for (size_t i = 0; i < PARTS; i++) {
        size_t size = strlen(good[i].text);
        for (size_t n = 0; n < size && good[i].text[0] == '<'; n++) {
            char *cut = strndup(good[i].text, n);
            assert_non_null(cut);
            put_workbook(good[i].name, cut, 6);
            assert_wrong(good[i].name);
            free(cut);
        }
    }
}

static void other_bad_parts(void **state) {
    (void)state;
    put_workbook("_rels/.rels", "<Relationships>", 6);
    assert_wrong("_rels/.rels");
    put_workbook("xl/styles.xml", "<a>\xFF</a>", 6);
    assert_wrong("xl/styles.xml");
    put_workbook("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 6);
    assert_wrong("document type");
}

static void missing_parts(void **state) {
    (void)state;
    for (size_t i = 0; i < NEEDED; i++) {
        put_workbook(good[i].name, NULL, 6);
        assert_wrong("is missing");
    }
    put_workbook("[Content_Types].xml",
                 "<Types><Override PartName=\"/xl/worksheets/sheet2.xml\"/></Types>", 6);
    assert_wrong("xl/worksheets/sheet2.xml: is listed but missing");
}

/* ---- bytes gone wrong ---- */

static char *bytes_of(size_t *n) {
    enum { MOST = 1 << 16 };
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(MOST);
    assert_non_null(bytes);
    *n = fread(bytes, 1, MOST, file);
    fclose(file);
    return bytes;
}

static void put_bytes(const char *bytes, size_t n) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static void cut_zip(void **state) {
    (void)state;
    size_t n = 0;
    char detail[VERIFY_DETAIL];
    put_workbook(NULL, NULL, 6);
    char *bytes = bytes_of(&n);
    for (size_t kept = 0; kept < n; kept += 7) {
        put_bytes(bytes, kept);
        assert_false(verify_workbook(path, 1, NULL, detail));
    }
    free(bytes);
}

/* Where in the bytes this text stands first, from a place on. */
static size_t find(const char *bytes, size_t n, size_t from, const char *text, size_t size) {
    size_t at = from;
    while (at + size < n && memcmp(bytes + at, text, size) != 0) {
        at++;
    }
    assert_true(at + size < n);
    return at;
}

static void wrong_checksum(void **state) {
    (void)state;
    size_t n = 0;
    put_workbook(NULL, NULL, 0); /* stored: the text lies open in the file */
    char *bytes = bytes_of(&n);
    bytes[find(bytes, n, 0, ">30<", 4) + 1] = '9'; /* 90 is as good XML as 30 */
    put_bytes(bytes, n);
    free(bytes);
    assert_wrong(SHEET ": checksum differs");
}

/* One bit of any byte of any part: a figure, a word, a comment, the place of its box. */
static void any_byte(void **state) {
    (void)state;
    size_t n = 0;
    put_workbook(NULL, NULL, 0);
    char *bytes = bytes_of(&n);
    for (size_t i = 0; i < PARTS; i++) {
        size_t size = strlen(good[i].text);
        size_t name = find(bytes, n, 0, good[i].name, strlen(good[i].name));
        size_t at = find(bytes, n, name, good[i].text, size);
        for (size_t k = 0; k < size; k++) {
            bytes[at + k] ^= 1;
            put_bytes(bytes, n);
            assert_wrong(good[i].name);
            bytes[at + k] ^= 1;
        }
    }
    free(bytes);
}

/* A part whose bytes end sooner than both its heads say, sound as they are. */
static void shorter(void **state) {
    (void)state;
    enum { LOCAL_NAME = 30, LOCAL_SIZE = 22, CENTRAL_NAME = 46, CENTRAL_SIZE = 24 };
    size_t n = 0;
    put_workbook(NULL, NULL, 6);
    char *bytes = bytes_of(&n);
    size_t local = find(bytes, n, 0, COMMENTS, sizeof COMMENTS - 1);
    size_t central = find(bytes, n, local + 1, COMMENTS, sizeof COMMENTS - 1);
    bytes[local - LOCAL_NAME + LOCAL_SIZE]++;
    bytes[central - CENTRAL_NAME + CENTRAL_SIZE]++;
    put_bytes(bytes, n);
    free(bytes);
    assert_wrong(COMMENTS ": is shorter than it says");
}

static void no_file(void **state) {
    (void)state;
    char detail[VERIFY_DETAIL] = "";
    assert_false(verify_workbook("/nonexistent/b.xlsx", 1, NULL, detail));
    assert_string_not_equal(detail, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whole, new_path, remove_path),
        cmocka_unit_test_setup_teardown(cut_xml, new_path, remove_path),
        cmocka_unit_test_setup_teardown(other_bad_parts, new_path, remove_path),
        cmocka_unit_test_setup_teardown(missing_parts, new_path, remove_path),
        cmocka_unit_test_setup_teardown(cut_zip, new_path, remove_path),
        cmocka_unit_test_setup_teardown(wrong_checksum, new_path, remove_path),
        cmocka_unit_test_setup_teardown(any_byte, new_path, remove_path),
        cmocka_unit_test_setup_teardown(shorter, new_path, remove_path),
        cmocka_unit_test(no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
