/* SPDX-License-Identifier: MIT */
#include "verify.h"

#include <stdio.h>
#include <string.h>

#include "jobs.h"
#include "mem.h"
#include "package.h"

#define CONTENTS "[Content_Types].xml"

/* What must be there even if the list of contents were empty. */
static const char *const needed[] = {
    CONTENTS,        "_rels/.rels",      "xl/workbook.xml",   "xl/_rels/workbook.xml.rels",
    "xl/styles.xml", "docProps/app.xml", "docProps/core.xml", "xl/worksheets/sheet1.xml",
};

/* What reading a part gives. */
struct outcome {
    char wrong[96];        /* what is wrong with it, or "" */
    struct pool pool;      /* owns the names below */
    const char **promised; /* stb_ds array: parts that it names, when it is the list of contents */
};

/* One walk over a workbook. */
struct zip_walk {
    const char *path;
    struct package **packages; /* the workbook, open for each thread alone, or NULL: not yet */
    char *detail;              /* where the caller wants to read what is wrong */
};

static bool wrong(const struct zip_walk *walk, const char *part, const char *what) {
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

/* ---- a part, in any thread ---- */

/* Collects <Override PartName="/xl/workbook.xml" …/> of the list of contents. */
static bool on_content(void *data, const char *element, const char **attributes) {
    struct outcome *outcome = data;
    const char *name = xml_attribute(attributes, "PartName");
    if (strcmp(element, "Override") == 0 && name != NULL) {
        name += name[0] == '/';
        arrput(outcome->promised, pool_text(&outcome->pool, name, strlen(name)));
    }
    return true;
}

static bool part_is_whole(struct package *package, const char *part, struct outcome *outcome,
                          struct package_failure *failure) {
    bool contents = strcmp(part, CONTENTS) == 0;
    const struct xml_handlers handlers = {.open = contents ? on_content : NULL};
    if (is_xml(part)) {
        return package_parse(package, part, &handlers, outcome, failure);
    }
    struct buffer bytes = {0};
    bool whole = package_read(package, part, &bytes, failure);
    buffer_clear(&bytes);
    return whole;
}

static void read_part(void *context, int worker, size_t piece, void *result) {
    const struct zip_walk *walk = context;
    struct outcome *outcome = result;
    struct package_failure failure = {0};
    struct package **package = &walk->packages[worker];
    if (*package == NULL) {
        *package = package_open_own(walk->path, &failure);
    }
    if (*package == NULL ||
        !part_is_whole(*package, package_name(*package, piece), outcome, &failure)) {
        snprintf(outcome->wrong, sizeof outcome->wrong, "%s",
                 failure.detail[0] != '\0' ? failure.detail : "cannot be opened");
    }
}

/* ---- all parts ---- */

static bool check_needed(const struct zip_walk *walk) {
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (!package_has(walk->packages[0], needed[i])) {
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
        if (!package_has(walk->packages[0], outcome->promised[i])) {
            return wrong(walk, outcome->promised[i], "is listed but missing");
        }
    }
    return true;
}

static bool check_parts(struct zip_walk *walk, int jobs, struct progress *progress) {
    size_t count = package_count(walk->packages[0]);
    struct jobs_work work = {
        .count = count,
        .result_size = sizeof(struct outcome),
        .ahead = count,
        .make = read_part,
        .context = walk,
    };
    bool good = true;
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < count; i++) {
        struct outcome outcome;
        jobs_take(queue, &outcome);
        good = good && check_outcome(walk, package_name(walk->packages[0], i), &outcome);
        arrfree(outcome.promised);
        pool_clear(&outcome.pool);
        progress_tell(progress, WORK_PARTS_READ, i + 1, count);
    }
    jobs_end(queue);
    return good;
}

bool verify_workbook(const char *path, int jobs, struct progress *progress,
                     char detail[VERIFY_DETAIL]) {
    struct zip_walk walk = {.path = path, .detail = detail};
    struct package_failure failure;
    struct package *package = package_open_own(path, &failure);
    if (package == NULL) {
        return wrong(&walk, "zip", failure.detail[0] != '\0' ? failure.detail : "cannot be opened");
    }
    int most = jobs_workers(package_count(package), jobs);
    walk.packages = mem_alloc((size_t)most * sizeof(struct package *));
    walk.packages[0] = package; /* the taker's */
    bool good = check_needed(&walk) && check_parts(&walk, jobs, progress);
    for (int i = 0; i < most; i++) {
        if (walk.packages[i] != NULL) {
            package_close(walk.packages[i]);
        }
    }
    mem_free(walk.packages);
    return good;
}
