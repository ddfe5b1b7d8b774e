/* SPDX-License-Identifier: MIT */
/*
 * A package: a zip of parts, mostly XML, as .xlsx and .docx files are.
 *
 * Nothing in one that somebody sent is trusted. Parts are counted while they are inflated, never by
 * what the zip says of them; a document type declaration (and so every entity) is refused; what is
 * encrypted, cut or larger than the limits below is refused with the part that is wrong. Names of
 * elements and attributes lose their prefix (`x:row` is `row`, `r:id` is `id`), as programs choose
 * prefixes freely.
 *
 *     struct package_failure failure;
 *     struct package *package = package_open(path, &failure);
 *     if (package == NULL) { ... failure ... }
 *     struct relations relations = {0};
 *     package_relations(package, "", &relations, &failure);
 *     const char *main = relations_of_type(&relations, "officeDocument");
 *     package_parse(package, main, &handlers, data, &failure);
 *     relations_clear(&relations);
 *     package_close(package);
 */
#ifndef TIENDO_PACKAGE_H
#define TIENDO_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "pool.h"

/* More than any workbook or report of people, less than what hurts a small machine. */
enum {
    PACKAGE_PARTS = 4096,            /* parts in a package */
    PACKAGE_PART_BYTES = 64 << 20,   /* of one part, inflated */
    PACKAGE_TOTAL_BYTES = 192 << 20, /* of all parts that are read, inflated */
    PACKAGE_RATIO = 300,             /* inflated over deflated, above .. */
    PACKAGE_RATIO_FROM = 1 << 20,    /* .. so many bytes */
    PACKAGE_DEEP = 256,              /* elements inside each other */
    PACKAGE_PART_NAME = 512,         /* bytes of a part's name and its end */
};

enum package_error {
    PACKAGE_FINE,
    PACKAGE_UNREADABLE, /* the file cannot be opened: failure.error is errno */
    PACKAGE_NO_ZIP,     /* it is no zip, or cut */
    PACKAGE_OLD_OFFICE, /* .xls, .doc, or one with a password: all three begin alike */
    PACKAGE_ENCRYPTED,  /* a part has a password */
    PACKAGE_TOO_MUCH,   /* beyond a limit */
    PACKAGE_BROKEN,     /* a part cannot be inflated, or it is not what the zip says of it */
    PACKAGE_FORBIDDEN,  /* a document type declaration */
    PACKAGE_BAD_XML,    /* a part is not well-formed */
    PACKAGE_MISSING,    /* no part of that name */
    PACKAGE_STOPPED,    /* a handler did not want to go on */
    PACKAGE_ERROR_COUNT
};

struct package_failure {
    enum package_error error;
    int system;                   /* errno of PACKAGE_UNREADABLE */
    char part[PACKAGE_PART_NAME]; /* which part, or "" */
    char detail[96];              /* in English, for a bug report, or "" */
};

/* What is told of a part, in its order. Any of them may be NULL. A handler that returns false
 * stops the reading. Attributes: name, value, name, value, NULL; see xml_attribute(). */
struct xml_handlers {
    bool (*open)(void *data, const char *element, const char **attributes);
    bool (*text)(void *data, const char *text, size_t n); /* in pieces */
    bool (*close)(void *data, const char *element);
};

struct package;

/* NULL with *failure filled when it cannot be read as a package. */
struct package *package_open(const char *path, struct package_failure *failure);

/* The same of one that this program has just written: it may be larger than any limit. */
struct package *package_open_own(const char *path, struct package_failure *failure);
void package_close(struct package *package);

/* The names of all parts, in the zip's order: "xl/workbook.xml". */
size_t package_count(const struct package *package);
const char *package_name(const struct package *package, size_t index);
bool package_has(const struct package *package, const char *part);

/* Appends the bytes of a part; false with *failure filled. */
bool package_read(struct package *package, const char *part, struct buffer *out,
                  struct package_failure *failure);

/* Reads a part of XML to its end; false with *failure filled. */
bool package_parse(struct package *package, const char *part, const struct xml_handlers *handlers,
                   void *data, struct package_failure *failure);

/* The value of an attribute by its name without prefix, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

/* ---- which part belongs to which ---- */

struct relation {
    const char *id;     /* "rId3" */
    const char *type;   /* the last word of its type: "worksheet" */
    const char *target; /* the part's name: "xl/worksheets/sheet1.xml" */
};

/* Zero-initialised is empty. What lies outside of the package is left out. */
struct relations {
    struct relation *items; /* stb_ds array */
    struct pool pool;       /* owns the texts */
};

/* Adds the relations of a part ("" for those of the package); a part without any has none. */
bool package_relations(struct package *package, const char *part, struct relations *relations,
                       struct package_failure *failure);

/* The target of the first relation of this type, or with this id; or NULL. */
const char *relations_of_type(const struct relations *relations, const char *type);
const char *relations_of_id(const struct relations *relations, const char *id);
void relations_clear(struct relations *relations);

#endif
