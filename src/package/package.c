/* SPDX-License-Identifier: MIT */
#include "package.h"

#include <errno.h>
#include <expat.h>
#include <minizip/unzip.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"

/* Bytes inflated at a time: most parts are one piece, as after every piece but the last expat
 * counts lines, a tenth of its work. Of our own less memory than libxlsxwriter took to write it. */
enum { PIECE = 1 << 20, OWN_PIECE = 16 << 20 };

/* A part as the zip's directory has it. */
struct package_part {
    const char *name;
    unz64_file_pos at; /* its line of the directory */
    uint64_t packed;   /* bytes, deflated, */
    uint64_t size;     /* and inflated, as the zip says */
    bool locked;       /* it has a password */
};

struct package {
    unzFile zip;
    struct package_part *parts; /* stb_ds array */
    struct pool pool;           /* owns the names */
    uint64_t inflated;          /* bytes so far, of all parts */
    bool own;                   /* no limits hold */
};

static bool fail(struct package_failure *failure, enum package_error error, const char *part,
                 const char *detail) {
    *failure = (struct package_failure){.error = error};
    snprintf(failure->part, sizeof failure->part, "%s", part);
    snprintf(failure->detail, sizeof failure->detail, "%s", detail);
    return false;
}

/* ---- the zip ---- */

static bool list_part(struct package *package, struct package_failure *failure) {
    char name[PACKAGE_PART_NAME];
    unz_file_info64 info;
    struct package_part part;
    if (arrlenu(package->parts) == PACKAGE_PARTS && !package->own) {
        return fail(failure, PACKAGE_TOO_MUCH, "", "parts");
    }
    if (unzGetCurrentFileInfo64(package->zip, &info, name, sizeof name, NULL, 0, NULL, 0) !=
            UNZ_OK ||
        unzGetFilePos64(package->zip, &part.at) != UNZ_OK) {
        return fail(failure, PACKAGE_NO_ZIP, "", "unreadable entry");
    }
    name[PACKAGE_PART_NAME - 1] = '\0'; /* minizip leaves a name that just fits without its end */
    part.name = pool_text(&package->pool, name, strlen(name));
    part.packed = info.compressed_size;
    part.size = info.uncompressed_size;
    part.locked = (info.flag & 1U) != 0;
    arrput(package->parts, part);
    return true;
}

/* minizip does not say whether the bytes were wrong or could not be had: the system does. */
static bool refused(struct package_failure *failure, enum package_error error, const char *part,
                    const char *detail) {
    int system = errno;
    bool withheld = system == EIO || system == EACCES || system == ENOSPC || system == EINTR;
    fail(failure, withheld ? PACKAGE_UNREADABLE : error, part, detail);
    failure->system = withheld ? system : 0;
    return false;
}

static bool list_parts(struct package *package, struct package_failure *failure) {
    int at = unzGoToFirstFile(package->zip);
    while (at == UNZ_OK) {
        if (!list_part(package, failure)) {
            return false;
        }
        at = unzGoToNextFile(package->zip);
    }
    return at == UNZ_END_OF_LIST_OF_FILE ||
           fail(failure, PACKAGE_NO_ZIP, "", "the list of parts is cut");
}

/* Looks at the first bytes before minizip does: it cannot say why it refuses. */
static bool begins_as_zip(const char *path, struct package_failure *failure) {
    static const char zip[] = {'P', 'K'};
    static const char ole[] = {'\xD0', '\xCF', '\x11', '\xE0'};
    char bytes[sizeof ole] = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        int error = errno;
        fail(failure, PACKAGE_UNREADABLE, "", "");
        failure->system = error;
        return false;
    }
    errno = 0;
    size_t n = fread(bytes, 1, sizeof bytes, file);
    int error = ferror(file) != 0 ? errno : 0;
    fclose(file);
    if (error != 0) {
        fail(failure, PACKAGE_UNREADABLE, "", "");
        failure->system = error;
        return false;
    }
    if (n == sizeof ole && memcmp(bytes, ole, sizeof ole) == 0) {
        return fail(failure, PACKAGE_OLD_OFFICE, "", "");
    }
    return (n >= sizeof zip && memcmp(bytes, zip, sizeof zip) == 0) ||
           fail(failure, PACKAGE_NO_ZIP, "", "no zip");
}

static struct package *open_package(const char *path, bool own, struct package_failure *failure) {
    *failure = (struct package_failure){.error = PACKAGE_FINE};
    if (!begins_as_zip(path, failure)) {
        return NULL;
    }
    struct package *package = mem_alloc(sizeof *package);
    package->own = own;
    errno = 0;
    package->zip = unzOpen64(path);
    if (package->zip == NULL) {
        refused(failure, PACKAGE_NO_ZIP, "", "no central directory");
    } else if (list_parts(package, failure)) {
        return package;
    }
    package_close(package);
    return NULL;
}

struct package *package_open(const char *path, struct package_failure *failure) {
    return open_package(path, false, failure);
}

struct package *package_open_own(const char *path, struct package_failure *failure) {
    return open_package(path, true, failure);
}

void package_close(struct package *package) {
    if (package->zip != NULL) {
        unzClose(package->zip);
    }
    arrfree(package->parts);
    pool_clear(&package->pool);
    mem_free(package);
}

size_t package_count(const struct package *package) {
    return arrlenu(package->parts);
}

const char *package_name(const struct package *package, size_t index) {
    return package->parts[index].name;
}

static const struct package_part *part_of(const struct package *package, const char *name) {
    for (size_t i = 0; i < arrlenu(package->parts); i++) {
        if (strcmp(package->parts[i].name, name) == 0) {
            return &package->parts[i];
        }
    }
    return NULL;
}

bool package_has(const struct package *package, const char *part) {
    return part_of(package, part) != NULL;
}

/* ---- a part, inflated piece by piece ---- */

/* Where the pieces go; false with *failure filled. `last`: there are no more. */
struct inflating {
    bool (*take)(struct inflating *inflating, const char *bytes, int n, bool last);
    const char *part;
    struct package_failure *failure;
    struct buffer *out; /* package_read()'s */
    XML_Parser parser;  /* package_parse()'s */
    const struct xml_handlers *handlers;
    void *data;
    int depth; /* elements open */
};

static bool within_limits(const struct package *package, const struct package_part *part,
                          uint64_t bytes, struct package_failure *failure) {
    if (package->own) {
        return true;
    }
    if (bytes > PACKAGE_PART_BYTES || package->inflated > PACKAGE_TOTAL_BYTES) {
        return fail(failure, PACKAGE_TOO_MUCH, part->name, "bytes");
    }
    if (bytes > PACKAGE_RATIO_FROM && bytes / PACKAGE_RATIO > part->packed) {
        return fail(failure, PACKAGE_TOO_MUCH, part->name, "ratio");
    }
    return true;
}

static bool inflate_open_part(struct package *package, const struct package_part *part,
                              struct inflating *inflating) {
    unsigned most = package->own ? OWN_PIECE : PIECE;
    unsigned room = part->size < most ? (unsigned)part->size + 1 : most;
    char *piece = mem_alloc(room);
    uint64_t bytes = 0;
    bool good = true;
    bool last = false;
    while (good && !last) {
        int n = unzReadCurrentFile(package->zip, piece, room);
        if (n < 0) {
            good = refused(inflating->failure, PACKAGE_BROKEN, part->name, "cannot be inflated");
        } else {
            bytes += (uint64_t)n;
            package->inflated += (uint64_t)n;
            last = n == 0 || bytes == part->size; /* of which minizip never gives more */
            good = within_limits(package, part, bytes, inflating->failure) &&
                   inflating->take(inflating, piece, n, last);
        }
    }
    mem_free(piece);
    if (good && bytes != part->size) {
        return fail(inflating->failure, PACKAGE_BROKEN, part->name, "is shorter than it says");
    }
    return good;
}

static bool inflate_part(struct package *package, struct inflating *inflating) {
    const struct package_part *part = part_of(package, inflating->part);
    *inflating->failure = (struct package_failure){.error = PACKAGE_FINE};
    if (part == NULL) {
        return fail(inflating->failure, PACKAGE_MISSING, inflating->part, "");
    }
    if (part->locked) {
        return fail(inflating->failure, PACKAGE_ENCRYPTED, part->name, "");
    }
    errno = 0;
    if (unzGoToFilePos64(package->zip, &part->at) != UNZ_OK ||
        unzOpenCurrentFile(package->zip) != UNZ_OK) {
        return refused(inflating->failure, PACKAGE_BROKEN, part->name, "cannot be opened");
    }
    bool good = inflate_open_part(package, part, inflating);
    int closed = unzCloseCurrentFile(package->zip);
    if (good && closed != UNZ_OK) {
        good = fail(inflating->failure, PACKAGE_BROKEN, part->name, "checksum differs");
    }
    return good;
}

static bool take_bytes(struct inflating *inflating, const char *bytes, int n, bool last) {
    (void)last;
    buffer_put(inflating->out, bytes, (size_t)n);
    return true;
}

bool package_read(struct package *package, const char *part, struct buffer *out,
                  struct package_failure *failure) {
    struct inflating inflating = {.take = take_bytes, .part = part, .failure = failure, .out = out};
    return inflate_part(package, &inflating);
}

/* ---- XML ---- */

static const char *without_prefix(const char *name) {
    const char *colon = strrchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

const char *xml_attribute(const char **attributes, const char *name) {
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        if (strcmp(without_prefix(attributes[i]), name) == 0) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

static void stop(struct inflating *inflating, enum package_error error, const char *detail) {
    fail(inflating->failure, error, inflating->part, detail);
    XML_StopParser(inflating->parser, XML_FALSE);
}

/* expat may still tell something after it was stopped. */
static bool stopped(const struct inflating *inflating) {
    return inflating->failure->error != PACKAGE_FINE;
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal) {
    (void)name, (void)system, (void)public, (void)internal;
    stop(data, PACKAGE_FORBIDDEN, "document type declaration");
}

static void XMLCALL on_open(void *data, const XML_Char *element, const XML_Char **attributes) {
    struct inflating *inflating = data;
    const struct xml_handlers *handlers = inflating->handlers;
    if (stopped(inflating)) {
        return;
    }
    if (++inflating->depth > PACKAGE_DEEP) {
        stop(inflating, PACKAGE_TOO_MUCH, "depth");
    } else if (handlers->open != NULL &&
               !handlers->open(inflating->data, without_prefix(element), attributes)) {
        stop(inflating, PACKAGE_STOPPED, "");
    }
}

static void XMLCALL on_close(void *data, const XML_Char *element) {
    struct inflating *inflating = data;
    const struct xml_handlers *handlers = inflating->handlers;
    inflating->depth--;
    if (!stopped(inflating) && handlers->close != NULL &&
        !handlers->close(inflating->data, without_prefix(element))) {
        stop(inflating, PACKAGE_STOPPED, "");
    }
}

static void XMLCALL on_text(void *data, const XML_Char *text, int n) {
    struct inflating *inflating = data;
    const struct xml_handlers *handlers = inflating->handlers;
    if (!stopped(inflating) && !handlers->text(inflating->data, text, (size_t)n)) {
        stop(inflating, PACKAGE_STOPPED, "");
    }
}

static bool take_xml(struct inflating *inflating, const char *bytes, int n, bool last) {
    if (XML_Parse(inflating->parser, bytes, n, last) == XML_STATUS_OK) {
        return true;
    }
    enum XML_Error error = XML_GetErrorCode(inflating->parser);
    if (error == XML_ERROR_NO_MEMORY) {
        mem_exhausted();
    }
    return stopped(inflating)
               ? false
               : fail(inflating->failure, PACKAGE_BAD_XML, inflating->part, XML_ErrorString(error));
}

bool package_parse(struct package *package, const char *part, const struct xml_handlers *handlers,
                   void *data, struct package_failure *failure) {
    struct inflating inflating = {.take = take_xml,
                                  .part = part,
                                  .failure = failure,
                                  .parser = XML_ParserCreate(NULL),
                                  .handlers = handlers,
                                  .data = data};
    if (inflating.parser == NULL) {
        mem_exhausted();
    }
    XML_SetUserData(inflating.parser, &inflating);
    XML_SetStartDoctypeDeclHandler(inflating.parser, on_doctype);
    if (handlers->open != NULL || handlers->close != NULL) { /* else it is only looked at */
        XML_SetElementHandler(inflating.parser, on_open, on_close);
    }
    if (handlers->text != NULL) {
        XML_SetCharacterDataHandler(inflating.parser, on_text);
    }
    bool good = inflate_part(package, &inflating);
    XML_ParserFree(inflating.parser);
    return good;
}
