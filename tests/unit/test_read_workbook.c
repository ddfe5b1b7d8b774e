/* SPDX-License-Identifier: MIT */
/* What stands in the cells of workbooks, as several programs write them. */
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
#include "read_workbook.h"

static char path[96];

/* Styles 0 number, 1 day (built in), 2 percent, 3 day, 4 words that only look like one. */
#define STYLES                                                                                     \
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"                        \
    "<numFmt numFmtId='165' formatCode='#,##0 &quot;ngày đ&quot;;[Red]-0'/></numFmts><cellXfs>"  \
    "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='164'/>"                 \
    "<xf numFmtId='165'/></cellXfs></styleSheet>"
#define STRINGS                                                                                              \
    "<sst><si><t>Đắk Lắk</t></si><si><r><t>đậm</t></r><r><t> nhạt</t></r><rPh><t>x</t></rPh></si>" \
    "<si><t>a_x0041_b</t></si></sst>"
#define RELATIONS(of) "<Relationships>" of "</Relationships>"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='http://x/" type "' Target='" target "'/>"

static void put_part(zipFile zip, const char *name, const char *text) {
    zip_fileinfo info = {0};
    assert_int_equal(zipOpenNewFileInZip(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 9),
                     ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(zip, text, (unsigned)strlen(text)), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

/* A workbook of one sheet with these rows. */
static void put_workbook(const char *rows, bool from_1904) {
    char sheet[2048];
    char book[512];
    snprintf(sheet, sizeof sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    snprintf(book, sizeof book,
             "<workbook><workbookPr date1904='%d'/><sheets><sheet name='Số liệu' sheetId='1' "
             "r:id='r1' xmlns:r='r'/></sheets></workbook>",
             from_1904);
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    put_part(zip, "_rels/.rels", RELATIONS(RELATION("a", "officeDocument", "xl/workbook.xml")));
    put_part(zip, "xl/_rels/workbook.xml.rels",
             RELATIONS(RELATION("r1", "worksheet", "/xl/worksheets/s.xml")
                           RELATION("r2", "sharedStrings", "sharedStrings.xml")
                               RELATION("r3", "styles", "styles.xml")));
    put_part(zip, "xl/workbook.xml", book);
    put_part(zip, "xl/worksheets/s.xml", sheet);
    put_part(zip, "xl/sharedStrings.xml", STRINGS);
    put_part(zip, "xl/styles.xml", STYLES);
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

/* One cell, and what it is read as. */
struct row {
    const char *cell; /* inside a row */
    enum read_cell_kind kind;
    const char *text;
    bool percent;
    bool formula;
};

static void cells(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"<c r='A1'><v>1234.5</v></c>", READ_DECIMAL, "1234.5", false, false},
        {"<c r='A1' t='n'><v>0.30000000000000004</v></c>", READ_DECIMAL, "0.3", false, false},
        {"<c r='A1'><v>1.5E3</v></c>", READ_DECIMAL, "1500", false, false},
        {"<c r='A1'><v>-2e-3</v></c>", READ_DECIMAL, "-0.002", false, false},
        {"<c r='A1'><v>-0</v></c>", READ_DECIMAL, "0", false, false},
        {"<c r='A1' s='1'><v>45473</v></c>", READ_DAY, "2024-06-30", false, false},
        {"<c r='A1' s='3'><v>45473.75</v></c>", READ_DAY, "2024-06-30", false, false},
        {"<c r='A1' s='3'><v>-5</v></c>", READ_DECIMAL, "-5", false, false},
        {"<c r='A1' s='4'><v>45473</v></c>", READ_DECIMAL, "45473", false, false},
        {"<c r='A1' s='2'><v>0.585</v></c>", READ_DECIMAL, "0.585", true, false},
        {"<c r='A1' s='99'><v>7</v></c>", READ_DECIMAL, "7", false, false},
        {"<c r='A1' t='s'><v>0</v></c>", READ_TEXT, "Đắk Lắk", false, false},
        {"<c r='A1' t='s'><v>1</v></c>", READ_TEXT, "đậm nhạt", false, false},
        {"<c r='A1' t='s'><v>2</v></c>", READ_TEXT, "aAb", false, false},
        {"<c r='A1' t='inlineStr'><is><t>Cư M’gar</t></is></c>", READ_TEXT, "Cư M’gar", false,
         false},
        {"<c r='A1' t='inlineStr'><is><t>e&#x302;&#x301;</t></is></c>", READ_TEXT, "ế", false,
         false},
        {"<c r='A1' t='str'><f>B1</f><v>có</v></c>", READ_TEXT, "có", false, true},
        {"<c r='A1'><f>10+2</f><v>12</v></c>", READ_DECIMAL, "12", false, true},
        {"<c r='A1'><f>10+2</f></c>", READ_EMPTY, "", false, true},
        {"<c r='A1' t='b'><v>1</v></c>", READ_BOOLEAN, "true", false, false},
        {"<c r='A1' t='b'><v>0</v></c>", READ_BOOLEAN, "false", false, false},
        {"<c r='A1' t='e'><v>#REF!</v></c>", READ_ERROR, "#REF!", false, false},
        {"<c r='A1' t='d'><v>2024-06-30T00:00:00</v></c>", READ_DAY, "2024-06-30", false, false},
        {"<c r='A1' s='1'/>", READ_EMPTY, "", false, false},
        {"<c><v>3</v></c>", READ_DECIMAL, "3", false, false}, /* without its name */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct read_workbook workbook;
        struct package_failure failure;
        char text[512];
        snprintf(text, sizeof text, "<row r='1'>%s</row>", rows[i].cell);
        put_workbook(text, false);
        if (!workbook_read(&workbook, path, &failure)) {
            fail_msg("%s: %s", rows[i].cell, failure.detail);
        }
        const struct read_cell *cell = sheet_read_cell(&workbook.sheets[0], 0, 0);
        assert_non_null(cell);
        assert_int_equal(cell->kind, rows[i].kind);
        assert_string_equal(cell->text, rows[i].text);
        assert_int_equal(cell->percent, rows[i].percent);
        assert_int_equal(cell->formula, rows[i].formula);
        assert_string_equal(workbook.sheets[0].name, "Số liệu");
        workbook_read_clear(&workbook);
    }
}

static void calendars(void **state) {
    (void)state;
    static const struct {
        bool from_1904;
        const char *serial;
        const char *day;
    } rows[] = {
        {false, "1", "1900-01-01"},     {false, "59", "1900-02-28"}, {false, "61", "1900-03-01"},
        {false, "45473", "2024-06-30"}, {true, "0", "1904-01-01"},   {true, "44011", "2024-06-30"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct read_workbook workbook;
        struct package_failure failure;
        char text[128];
        snprintf(text, sizeof text, "<row><c s='3'><v>%s</v></c></row>", rows[i].serial);
        put_workbook(text, rows[i].from_1904);
        assert_true(workbook_read(&workbook, path, &failure));
        assert_string_equal(workbook.sheets[0].cells[0].text, rows[i].day);
        workbook_read_clear(&workbook);
    }
}

/* Cells come in order, however they stand. */
static void order(void **state) {
    (void)state;
    struct read_workbook workbook;
    struct package_failure failure;
    put_workbook("<row r='3'><c r='B3'><v>4</v></c></row><row r='1'><c r='C1'><v>2</v></c>"
                 "<c r='A1'><v>1</v></c></row><row r='2'><c><v>3</v></c></row>",
                 false);
    assert_true(workbook_read(&workbook, path, &failure));
    const struct read_sheet *sheet = &workbook.sheets[0];
    assert_int_equal(arrlen(sheet->cells), 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(sheet->cells[i].text[0], '1' + i);
    }
    assert_string_equal(sheet_read_cell(sheet, 2, 1)->text, "4");
    assert_null(sheet_read_cell(sheet, 2, 0));
    workbook_read_clear(&workbook);
}

static void refused(void **state) {
    (void)state;
    static const char *const rows[] = {
        "<row><c t='s'><v>3</v></c></row>",        /* no such text */
        "<row><c t='s'><v>-1</v></c></row>",       /* the same */
        "<row><c><v>NAN</v></c></row>",            /* no number */
        "<row><c><v>1e999</v></c></row>",          /* too large for one */
        "<row><c><v>1 2</v></c></row>",            /* two */
        "<row><c r='XFE1'><v>1</v></c></row>",     /* right of the sheet */
        "<row><c r='A1048577'><v>1</v></c></row>", /* below it */
        "<row r='0'><c><v>1</v></c></row>",        /* above it */
        "<row r='1048577'/>",                      /* below it */
        "<c r='A1'><v>1</v></c>",                  /* in no row */
        "<row><c t='d'><v>hôm nay</v></c></row>",  /* no day */
        "<row><c><v>1</c></row>",                  /* not closed */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct read_workbook workbook;
        struct package_failure failure = {.error = PACKAGE_FINE};
        put_workbook(rows[i], false);
        if (workbook_read(&workbook, path, &failure)) {
            fail_msg("not refused: %s", rows[i]);
        }
        assert_int_not_equal(failure.error, PACKAGE_FINE);
        workbook_read_clear(&workbook);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells),
        cmocka_unit_test(calendars),
        cmocka_unit_test(order),
        cmocka_unit_test(refused),
    };
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%.60s/tiendo-read-%d.xlsx", folder != NULL ? folder : "/tmp",
             (int)getpid());
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
