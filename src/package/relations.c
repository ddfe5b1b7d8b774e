/* SPDX-License-Identifier: MIT */
/* Which part belongs to which: the parts _rels/….rels of a package. */
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "package.h"

/* A list of relations being read. */
struct relating {
    struct relations *relations;
    char folder[PACKAGE_PART_NAME]; /* of the part that has them, with its /, or "" */
};

/* Takes `.` and `..` out of a path; false when it leaves the package. */
static bool straighten(char *path) {
    char *out = path;
    for (const char *at = path; *at != '\0';) {
        size_t n = strcspn(at, "/");
        bool more = at[n] == '/'; /* asked before anything is moved over it */
        bool up = n == 2 && at[0] == '.' && at[1] == '.';
        if (up && out == path) {
            return false;
        }
        if (up) {
            out--;
            while (out > path && out[-1] != '/') {
                out--;
            }
        } else if (n > 0 && (n != 1 || at[0] != '.')) {
            memmove(out, at, n);
            out += n;
            *out = more ? '/' : *out;
            out += more;
        }
        at += n + more;
    }
    *out = '\0';
    return true;
}

static bool on_relation(void *data, const char *element, const char **attributes) {
    const struct relating *relating = data;
    const char *id = xml_attribute(attributes, "Id");
    const char *type = xml_attribute(attributes, "Type");
    const char *target = xml_attribute(attributes, "Target");
    const char *mode = xml_attribute(attributes, "TargetMode");
    char path[2 * PACKAGE_PART_NAME];
    if (strcmp(element, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        (mode != NULL && strcmp(mode, "Internal") != 0)) {
        return true;
    }
    bool absolute = target[0] == '/';
    int n =
        snprintf(path, sizeof path, "%s%s", absolute ? "" : relating->folder, target + absolute);
    if (n < 0 || (size_t)n >= sizeof path || !straighten(path)) {
        return true;
    }
    struct pool *pool = &relating->relations->pool;
    const char *slash = strrchr(type, '/');
    const char *word = slash != NULL ? slash + 1 : type;
    struct relation relation = {pool_text(pool, id, strlen(id)),
                                pool_text(pool, word, strlen(word)),
                                pool_text(pool, path, strlen(path))};
    arrput(relating->relations->items, relation);
    return true;
}

bool package_relations(struct package *package, const char *part, struct relations *relations,
                       struct package_failure *failure) {
    static const struct xml_handlers handlers = {.open = on_relation};
    struct relating relating = {.relations = relations};
    char name[2 * PACKAGE_PART_NAME];
    const char *slash = strrchr(part, '/');
    int folder = slash != NULL ? (int)(slash - part) + 1 : 0;
    if (folder >= PACKAGE_PART_NAME) {
        folder = 0;
    }
    snprintf(relating.folder, sizeof relating.folder, "%.*s", folder, part);
    snprintf(name, sizeof name, "%s_rels/%.500s.rels", relating.folder, part + folder);
    *failure = (struct package_failure){.error = PACKAGE_FINE};
    return !package_has(package, name) ||
           package_parse(package, name, &handlers, &relating, failure);
}

const char *relations_of_type(const struct relations *relations, const char *type) {
    for (ptrdiff_t i = 0; i < arrlen(relations->items); i++) {
        if (strcmp(relations->items[i].type, type) == 0) {
            return relations->items[i].target;
        }
    }
    return NULL;
}

const char *relations_of_id(const struct relations *relations, const char *id) {
    for (ptrdiff_t i = 0; i < arrlen(relations->items); i++) {
        if (strcmp(relations->items[i].id, id) == 0) {
            return relations->items[i].target;
        }
    }
    return NULL;
}

void relations_clear(struct relations *relations) {
    arrfree(relations->items);
    pool_clear(&relations->pool);
}
