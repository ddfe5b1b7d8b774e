/* SPDX-License-Identifier: MIT */
#include "package_write.h"

#include <errno.h>
#include <minizip/zip.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "mem.h"
#include "package.h"

void xml_put(struct buffer *out, const char *text, size_t n) {
    static const struct {
        char sign;
        const char *name;
    } names[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
    for (size_t i = 0; i < n; i++) {
        const char *name = NULL;
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            name = text[i] == names[k].sign ? names[k].name : name;
        }
        if (name != NULL) {
            buffer_text(out, name);
        } else {
            bool control = (unsigned char)text[i] < ' ';
            buffer_put(out, control ? " " : text + i, 1);
        }
    }
}

static bool put_part(zipFile zip, const struct new_part *part) {
    zip_fileinfo info = {.tmz_date = {.tm_mday = 1, .tm_year = 1980}};
    size_t n = arrlenu(part->text.text);
    bool done = zipOpenNewFileInZip64(zip, part->name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                                      Z_DEFAULT_COMPRESSION, 0) == ZIP_OK;
    done = done && (n == 0 || zipWriteInFileInZip(zip, part->text.text, (unsigned)n) == ZIP_OK);
    return zipCloseFileInZip(zip) == ZIP_OK && done;
}

static bool put_parts(const char *path, const struct new_part parts[], size_t n) {
    zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);
    bool done = zip != NULL;
    for (size_t i = 0; i < n && done; i++) {
        done = put_part(zip, &parts[i]);
    }
    return zip != NULL && zipClose(zip, NULL) == ZIP_OK && done;
}

static bool is_xml(const char *name) {
    size_t n = strlen(name);
    return (n > 4 && strcmp(name + n - 4, ".xml") == 0) ||
           (n > 5 && strcmp(name + n - 5, ".rels") == 0);
}

/* The part as it stands in the file has the same bytes, and is XML where it should be. */
static bool part_is_whole(struct package *package, const struct new_part *part,
                          struct package_failure *failure) {
    static const struct xml_handlers only_look = {0};
    struct buffer read = {0};
    size_t n = arrlenu(part->text.text);
    bool whole = package_read(package, part->name, &read, failure) && arrlenu(read.text) == n &&
                 (n == 0 || memcmp(read.text, part->text.text, n) == 0);
    buffer_clear(&read);
    return whole &&
           (!is_xml(part->name) || package_parse(package, part->name, &only_look, NULL, failure));
}

static bool is_whole(const char *path, const struct new_part parts[], size_t n,
                     char detail[sizeof((struct write_failure *)0)->detail]) {
    struct package_failure failure;
    struct package *package = package_open(path, &failure);
    bool whole = package != NULL && package_count(package) == n;
    for (size_t i = 0; i < n && whole; i++) {
        whole = part_is_whole(package, &parts[i], &failure);
        if (!whole) {
            snprintf(detail, sizeof((struct write_failure *)0)->detail, "%.150s: %.90s",
                     parts[i].name, failure.detail);
        }
    }
    if (package != NULL) {
        package_close(package);
    }
    return whole;
}

bool package_write(const char *path, const struct new_part parts[], size_t n,
                   struct write_failure *failure) {
    struct safe_file file;
    char detail[sizeof failure->detail] = "zip";
    if (!safe_file_begin(&file, path, failure)) {
        return false;
    }
    errno = 0;
    if (!put_parts(file.temporary, parts, n)) {
        int error = errno != 0 ? errno : EIO;
        safe_file_abort(&file);
        return safe_file_failed(failure, WRITE_CONTENT, error, NULL);
    }
    if (!is_whole(file.temporary, parts, n, detail)) {
        safe_file_abort(&file);
        return safe_file_failed(failure, WRITE_VERIFY, 0, detail);
    }
    return safe_file_commit(&file, failure);
}
