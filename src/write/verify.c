#include "verify.h"

#include <expat.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "pool.h"

enum { CHUNK = 65536, PART_NAME = 512 };

/* What must be there even if the list of contents were empty. */
static const char *const needed[] = {
    "[Content_Types].xml", "_rels/.rels",      "xl/workbook.xml",   "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",       "docProps/app.xml", "docProps/core.xml", "xl/worksheets/sheet1.xml",
};

/* One walk over a workbook. */
struct walk {
    unzFile zip;               /* the open file */
    struct pool pool;          /* owns the names below */
    const char **parts;        /* stb_ds array: parts that are there */
    const char **promised;     /* stb_ds array: parts that the list of contents names */
    XML_Parser parser;         /* the same one for all parts */
    bool forbidden;            /* a document type declaration was met */
    struct progress *progress; /* who watches, or NULL */
    char *detail;              /* where the caller wants to read what is wrong */
    char *chunk;               /* CHUNK bytes of a part that is no XML */
};

static bool wrong(struct walk *walk, const char *part, const char *what) {
    snprintf(walk->detail, VERIFY_DETAIL, "%.150s: %.90s", part, what);
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

static bool has_part(const struct walk *walk, const char *name) {
    for (size_t i = 0; i < arrlenu(walk->parts); i++) {
        if (strcmp(walk->parts[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* Collects <Override PartName="/xl/workbook.xml" …/> of the list of contents. */
static void XMLCALL on_content(void *data, const XML_Char *element, const XML_Char **pairs) {
    struct walk *walk = data;
    if (strcmp(element, "Override") != 0) {
        return;
    }
    for (size_t i = 0; pairs[i] != NULL; i += 2) {
        if (strcmp(pairs[i], "PartName") == 0) {
            const char *name = pairs[i + 1] + (pairs[i + 1][0] == '/');
            arrput(walk->promised, pool_text(&walk->pool, name, strlen(name)));
        }
    }
}

/* Entities could make a small part endless; no workbook needs a document type. */
static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal) {
    (void)name, (void)system, (void)public, (void)internal;
    struct walk *walk = data;
    walk->forbidden = true;
    XML_StopParser(walk->parser, XML_FALSE);
}

/* Without handlers expat only looks whether the text is well-formed. */
static bool begin_parser(struct walk *walk, const char *part) {
    if (walk->parser == NULL) {
        walk->parser = XML_ParserCreate(NULL);
    } else {
        XML_ParserReset(walk->parser, NULL);
    }
    if (walk->parser == NULL) {
        return wrong(walk, part, "no memory for the parser");
    }
    XML_SetUserData(walk->parser, walk);
    XML_SetStartDoctypeDeclHandler(walk->parser, on_doctype);
    if (strcmp(part, "[Content_Types].xml") == 0) {
        XML_SetStartElementHandler(walk->parser, on_content);
    }
    return true;
}

/* Where the next bytes of the part go: straight to the parser, or nowhere. */
static void *room(const struct walk *walk, bool xml) {
    return xml ? XML_GetBuffer(walk->parser, CHUNK) : walk->chunk;
}

static bool parse(struct walk *walk, const char *part, int n) {
    if (XML_ParseBuffer(walk->parser, n, n == 0) == XML_STATUS_OK) {
        return true;
    }
    const char *why = XML_ErrorString(XML_GetErrorCode(walk->parser));
    return wrong(walk, part, walk->forbidden ? "document type declaration" : why);
}

/* Inflates the open part to its end. */
static bool inflate_part(struct walk *walk, const char *part) {
    bool xml = is_xml(part);
    if (xml && !begin_parser(walk, part)) {
        return false;
    }
    for (;;) {
        void *bytes = room(walk, xml);
        int n = bytes != NULL ? unzReadCurrentFile(walk->zip, bytes, CHUNK) : -1;
        if (n < 0) {
            return wrong(walk, part, "cannot be inflated");
        }
        if (xml && !parse(walk, part, n)) {
            return false;
        }
        if (n == 0) {
            return true;
        }
    }
}

static bool check_part(struct walk *walk) {
    char part[PART_NAME];
    if (unzGetCurrentFileInfo64(walk->zip, NULL, part, sizeof part, NULL, 0, NULL, 0) != UNZ_OK) {
        return wrong(walk, "zip", "unreadable entry");
    }
    part[PART_NAME - 1] = '\0'; /* minizip leaves a name that just fits without its end */
    if (unzOpenCurrentFile(walk->zip) != UNZ_OK) {
        return wrong(walk, part, "cannot be opened");
    }
    bool good = inflate_part(walk, part);
    int closed = unzCloseCurrentFile(walk->zip);
    if (good && closed != UNZ_OK) {
        return wrong(walk, part, closed == UNZ_CRCERROR ? "checksum differs" : "cannot be closed");
    }
    if (good) {
        arrput(walk->parts, pool_text(&walk->pool, part, strlen(part)));
    }
    return good;
}

static bool check_parts(struct walk *walk) {
    unz_global_info64 all;
    if (unzGetGlobalInfo64(walk->zip, &all) != UNZ_OK) {
        return wrong(walk, "zip", "the number of parts cannot be read");
    }
    int at = unzGoToFirstFile(walk->zip);
    while (at == UNZ_OK) {
        if (!check_part(walk)) {
            return false;
        }
        progress_tell(walk->progress, WORK_PARTS_READ, arrlenu(walk->parts), all.number_entry);
        at = unzGoToNextFile(walk->zip);
    }
    return at == UNZ_END_OF_LIST_OF_FILE || wrong(walk, "zip", "the list of parts is cut");
}

static bool check_expected(struct walk *walk) {
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (!has_part(walk, needed[i])) {
            return wrong(walk, needed[i], "is missing");
        }
    }
    for (size_t i = 0; i < arrlenu(walk->promised); i++) {
        if (!has_part(walk, walk->promised[i])) {
            return wrong(walk, walk->promised[i], "is listed but missing");
        }
    }
    return true;
}

bool verify_workbook(const char *path, struct progress *progress, char detail[VERIFY_DETAIL]) {
    struct walk walk = {.zip = unzOpen64(path), .progress = progress, .detail = detail};
    if (walk.zip == NULL) {
        return wrong(&walk, "zip", "no central directory");
    }
    walk.chunk = mem_alloc(CHUNK);
    bool good = check_parts(&walk) && check_expected(&walk);
    unzClose(walk.zip);
    if (walk.parser != NULL) {
        XML_ParserFree(walk.parser);
    }
    mem_free(walk.chunk);
    arrfree(walk.parts);
    arrfree(walk.promised);
    pool_clear(&walk.pool);
    return good;
}
