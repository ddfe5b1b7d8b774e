/* SPDX-License-Identifier: MIT */
/* A workbook that somebody sent: the bytes as they are, or as the parts of one. Whatever it is, it
 * is refused with a reason, or its cells are in order, within the sheet, their texts plain. */
#include <math.h>
#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "fuzz.h"
#include "mem.h"
#include "read_workbook.h"
#include "text.h"

static const char relations[] =
    "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/>"
    "</Relationships>";
static const char parts_of_workbook[] =
    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/></Relationships>";

static const char *where(void) {
    static char path[4096];
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/tiendo-cells-%d.xlsx",
             folder != NULL && folder[0] != '\0' ? folder : "/tmp", (int)getpid());
    return path;
}

static void put_part(zipFile zip, const char *name, const uint8_t *bytes, size_t n) {
    zip_fileinfo info = {0};
    zipOpenNewFileInZip(zip, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1);
    zipWriteInFileInZip(zip, bytes, (unsigned)n);
    zipCloseFileInZip(zip);
}

/* Sheet, texts, styles, workbook: each to the next line "%%". */
static void write_parts(const char *path, const uint8_t *data, size_t size) {
    static const char *const names[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                        "xl/styles.xml", "xl/workbook.xml"};
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    PROMISE(zip != NULL);
    put_part(zip, "_rels/.rels", (const uint8_t *)relations, sizeof relations - 1);
    put_part(zip, "xl/_rels/workbook.xml.rels", (const uint8_t *)parts_of_workbook,
             sizeof parts_of_workbook - 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = 0;
        while (n < size && !(n + 2 < size && memcmp(data + n, "\n%%", 3) == 0)) {
            n++;
        }
        put_part(zip, names[i], data, n);
        n = n + 4 < size ? n + 4 : size;
        data += n;
        size -= n;
    }
    zipClose(zip, NULL);
}

static void write_bytes(const char *path, const uint8_t *data, size_t size) {
    FILE *file = fopen(path, "wb");
    PROMISE(file != NULL);
    if (size > 0) {
        PROMISE(fwrite(data, 1, size, file) == size);
    }
    PROMISE(fclose(file) == 0);
}

static void promise_cell(const struct read_sheet *sheet, const struct read_cell *cell) {
    PROMISE(cell->row < WORKBOOK_ROWS && cell->column < WORKBOOK_COLUMNS);
    PROMISE(cell->text != NULL);
    PROMISE(text_valid_prefix(cell->text, strlen(cell->text)) == strlen(cell->text));
    const struct read_cell *found = sheet_read_cell(sheet, cell->row, cell->column);
    PROMISE(found != NULL && found->row == cell->row && found->column == cell->column);
    if (cell->kind == READ_DECIMAL) {
        PROMISE(cell->text[strspn(cell->text, "-0123456789.")] == '\0' && strlen(cell->text) > 0);
        double back = strtod(cell->text, NULL);
        PROMISE(isfinite(cell->serial) && fabs(back - cell->serial) <= fabs(cell->serial) * 1e-14);
    }
    PROMISE((cell->kind == READ_DAY) == date_known(cell->day));
    PROMISE(cell->kind != READ_EMPTY || cell->text[0] == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *path = where();
    struct read_workbook workbook;
    struct package_failure failure = {.error = PACKAGE_FINE};
    if (size > 0 && data[0] == 'P') {
        write_bytes(path, data, size);
    } else {
        write_parts(path, size > 0 ? data + 1 : data, size > 0 ? size - 1 : 0);
    }
    if (!workbook_read(&workbook, path, &failure)) {
        PROMISE(failure.error != PACKAGE_FINE && failure.error < PACKAGE_ERROR_COUNT);
    }
    for (ptrdiff_t i = 0; i < arrlen(workbook.sheets) && failure.error == PACKAGE_FINE; i++) {
        const struct read_sheet *sheet = &workbook.sheets[i];
        for (ptrdiff_t k = 0; k < arrlen(sheet->cells); k++) {
            promise_cell(sheet, &sheet->cells[k]);
        }
    }
    workbook_read_clear(&workbook);
    unlink(path);
    return 0;
}
