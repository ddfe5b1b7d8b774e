/* SPDX-License-Identifier: MIT */
#include "verify.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jobs.h"
#include "mem.h"
#include "pool.h"

/* A part is parsed in one go up to GO bytes, less memory than libxlsxwriter took to write it: after
 * every go but the last expat counts lines, a tenth of its work. */
enum { GO = 16 << 20, PART_NAME = 512 };

#define CONTENTS "[Content_Types].xml"

/* What must be there even if the list of contents were empty. */
static const char *const needed[] = {
    CONTENTS,        "_rels/.rels",      "xl/workbook.xml",   "xl/_rels/workbook.xml.rels",
    "xl/styles.xml", "docProps/app.xml", "docProps/core.xml", "xl/worksheets/sheet1.xml",
};

/* A part as the zip's directory has it. */
struct zip_part {
    const char *name;
    unz64_file_pos at; /* its line of the directory */
    uint64_t size;     /* bytes, inflated */
};

/* What reading a part gives. */
struct outcome {
    char wrong[96];        /* what is wrong with it, or "" */
    struct pool pool;      /* owns the names below */
    const char **promised; /* stb_ds array: parts that it names, when it is the list of contents */
};

/* What one thread reads with. */
struct reader {
    unzFile zip;             /* open for it alone, or NULL: not yet */
    XML_Parser parser;       /* the same one for all its parts, or NULL: not yet */
    char *bytes;             /* GO bytes for parts that are no XML, or NULL: not yet */
    bool forbidden;          /* the part has a document type declaration */
    struct outcome *outcome; /* of the part being read */
};

/* One walk over a workbook. */
struct zip_walk {
    const char *path;
    struct pool pool;       /* owns the names of the parts */
    struct zip_part *parts; /* stb_ds array: parts that are there */
    struct reader *readers; /* one for each thread */
    char *detail;           /* where the caller wants to read what is wrong */
};

static bool wrong(const struct zip_walk *walk, const char *part, const char *what) {
    snprintf(walk->detail, VERIFY_DETAIL, "%.150s: %.90s", part, what);
    return false;
}

/* The same of the part that a thread reads. */
static bool fail(struct reader *reader, const char *what) {
    snprintf(reader->outcome->wrong, sizeof reader->outcome->wrong, "%s", what);
    return false;
}

static bool ends_with(const char *text, const char *ending) {
    size_t n = strlen(text);
    size_t m = strlen(ending);
    return n >= m && strcmp(text + n - m, ending) == 0;
}

static bool is_xml(const char *part) {
    return ends_with(part, ".xml") || ends_with(part, ".rels") || ends_with(part, ".vml");
}

/* ---- a part, in any thread ---- */

/* Collects <Override PartName="/xl/workbook.xml" …/> of the list of contents. */
static void XMLCALL on_content(void *data, const XML_Char *element, const XML_Char **pairs) {
    const struct reader *reader = data;
    struct outcome *outcome = reader->outcome;
    if (strcmp(element, "Override") != 0) {
        return;
    }
    for (size_t i = 0; pairs[i] != NULL; i += 2) {
        if (strcmp(pairs[i], "PartName") == 0) {
            const char *name = pairs[i + 1] + (pairs[i + 1][0] == '/');
            arrput(outcome->promised, pool_text(&outcome->pool, name, strlen(name)));
        }
    }
}

/* Entities could make a small part endless; no workbook needs a document type. */
static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal) {
    (void)name, (void)system, (void)public, (void)internal;
    struct reader *reader = data;
    reader->forbidden = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

/* Without handlers expat only looks whether the text is well-formed. */
static bool begin_parser(struct reader *reader, const char *part) {
    if (reader->parser == NULL) {
        reader->parser = XML_ParserCreate(NULL);
    } else {
        XML_ParserReset(reader->parser, NULL);
    }
    if (reader->parser == NULL) {
        return fail(reader, "no memory for the parser");
    }
    reader->forbidden = false;
    XML_SetUserData(reader->parser, reader);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
    if (strcmp(part, CONTENTS) == 0) {
        XML_SetStartElementHandler(reader->parser, on_content);
    }
    return true;
}

/* Where the next bytes of the part go: straight to the parser, or nowhere. */
static void *room(struct reader *reader, bool xml, int bytes) {
    if (xml) {
        return XML_GetBuffer(reader->parser, bytes > 0 ? bytes : 1);
    }
    if (reader->bytes == NULL) {
        reader->bytes = mem_alloc(GO);
    }
    return reader->bytes;
}

static bool parse(struct reader *reader, int n, bool last) {
    if (XML_ParseBuffer(reader->parser, n, last) == XML_STATUS_OK) {
        return true;
    }
    const char *why = XML_ErrorString(XML_GetErrorCode(reader->parser));
    return fail(reader, reader->forbidden ? "document type declaration" : why);
}

/* Inflates the open part to its end. */
static bool inflate_part(struct reader *reader, const struct zip_part *part) {
    bool xml = is_xml(part->name);
    uint64_t left = part->size;
    if (xml && !begin_parser(reader, part->name)) {
        return false;
    }
    do {
        int n = left < GO ? (int)left : GO;
        void *bytes = room(reader, xml, n);
        int got = bytes != NULL ? unzReadCurrentFile(reader->zip, bytes, (unsigned)n) : -1;
        if (got != n) {
            return fail(reader, got < 0 ? "cannot be inflated" : "is shorter than it says");
        }
        left -= (uint64_t)n;
        if (xml && !parse(reader, n, left == 0)) {
            return false;
        }
    } while (left > 0);
    return true;
}

static void read_part(void *context, int worker, size_t piece, void *result) {
    struct zip_walk *walk = context;
    struct reader *reader = &walk->readers[worker];
    const struct zip_part *part = &walk->parts[piece];
    reader->outcome = result;
    if (reader->zip == NULL) {
        reader->zip = unzOpen64(walk->path);
    }
    if (reader->zip == NULL || unzGoToFilePos64(reader->zip, &part->at) != UNZ_OK ||
        unzOpenCurrentFile(reader->zip) != UNZ_OK) {
        fail(reader, "cannot be opened");
        return;
    }
    bool good = inflate_part(reader, part);
    int closed = unzCloseCurrentFile(reader->zip);
    if (good && closed != UNZ_OK) {
        fail(reader, closed == UNZ_CRCERROR ? "checksum differs" : "cannot be closed");
    }
}

static void readers_clear(struct reader *readers, int count) {
    for (int i = 0; i < count; i++) {
        if (readers[i].zip != NULL) {
            unzClose(readers[i].zip);
        }
        if (readers[i].parser != NULL) {
            XML_ParserFree(readers[i].parser);
        }
        mem_free(readers[i].bytes);
    }
    mem_free(readers);
}

/* ---- all parts ---- */

static bool list_part(struct zip_walk *walk, unzFile zip) {
    char name[PART_NAME];
    unz_file_info64 info;
    struct zip_part part;
    if (unzGetCurrentFileInfo64(zip, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK ||
        unzGetFilePos64(zip, &part.at) != UNZ_OK) {
        return wrong(walk, "zip", "unreadable entry");
    }
    name[PART_NAME - 1] = '\0'; /* minizip leaves a name that just fits without its end */
    part.name = pool_text(&walk->pool, name, strlen(name));
    part.size = info.uncompressed_size;
    arrput(walk->parts, part);
    return true;
}

static bool list_parts(struct zip_walk *walk, unzFile zip) {
    int at = unzGoToFirstFile(zip);
    while (at == UNZ_OK) {
        if (!list_part(walk, zip)) {
            return false;
        }
        at = unzGoToNextFile(zip);
    }
    return at == UNZ_END_OF_LIST_OF_FILE || wrong(walk, "zip", "the list of parts is cut");
}

static bool has_part(const struct zip_walk *walk, const char *name) {
    for (size_t i = 0; i < arrlenu(walk->parts); i++) {
        if (strcmp(walk->parts[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool check_needed(const struct zip_walk *walk) {
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (!has_part(walk, needed[i])) {
            return wrong(walk, needed[i], "is missing");
        }
    }
    return true;
}

static bool check_outcome(const struct zip_walk *walk, const char *part,
                          const struct outcome *outcome) {
    if (outcome->wrong[0] != '\0') {
        return wrong(walk, part, outcome->wrong);
    }
    for (size_t i = 0; i < arrlenu(outcome->promised); i++) {
        if (!has_part(walk, outcome->promised[i])) {
            return wrong(walk, outcome->promised[i], "is listed but missing");
        }
    }
    return true;
}

static bool check_parts(struct zip_walk *walk, int jobs, struct progress *progress) {
    size_t count = arrlenu(walk->parts);
    struct jobs_work work = {
        .count = count,
        .result_size = sizeof(struct outcome),
        .ahead = count,
        .make = read_part,
        .context = walk,
    };
    int readers = jobs_workers(count, jobs);
    bool good = true;
    walk->readers = mem_alloc((size_t)readers * sizeof *walk->readers);
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < count; i++) {
        struct outcome outcome;
        jobs_take(queue, &outcome);
        good = good && check_outcome(walk, walk->parts[i].name, &outcome);
        arrfree(outcome.promised);
        pool_clear(&outcome.pool);
        progress_tell(progress, WORK_PARTS_READ, i + 1, count);
    }
    jobs_end(queue);
    readers_clear(walk->readers, readers);
    return good;
}

bool verify_workbook(const char *path, int jobs, struct progress *progress,
                     char detail[VERIFY_DETAIL]) {
    struct zip_walk walk = {.path = path, .detail = detail};
    unzFile zip = unzOpen64(path);
    if (zip == NULL) {
        return wrong(&walk, "zip", "no central directory");
    }
    bool listed = list_parts(&walk, zip);
    unzClose(zip);
    bool good = listed && check_needed(&walk) && check_parts(&walk, jobs, progress);
    arrfree(walk.parts);
    pool_clear(&walk.pool);
    return good;
}
