/* SPDX-License-Identifier: MIT */
/* A plausible book to a workbook on the disk, which is verified there; twice the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"
#include "mem.h"
#include "renderers.h"
#include "scorecard.h"
#include "verify.h"
#include "workbook.h"

static const char *folder(void) {
    const char *name = getenv("TMPDIR");
    return name != NULL && name[0] != '\0' ? name : "/tmp";
}

static void file_bytes(const char *path, struct buffer *out) {
    FILE *file = fopen(path, "rb");
    PROMISE(file != NULL);
    char bytes[4096];
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) {
        buffer_put(out, bytes, n);
    }
    fclose(file);
}

static void write_once(const struct scorecard *card, const struct material *m, struct buffer *out) {
    char path[4096];
    snprintf(path, sizeof path, "%s/tiendo-fuzz-%d.xlsx", folder(), (int)getpid());
    struct style style = {.lang = LANG_VI};
    struct write_failure failure = {.step = WRITE_OK};
    char detail[VERIFY_DETAIL];
    PROMISE(write_workbook(path, card, &m->sources, &m->findings, &style, &failure));
    PROMISE(verify_workbook(path, 1, NULL, detail));
    file_bytes(path, out);
    unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct buffer text = {0};
    struct material m;
    struct scorecard card = {0};
    struct selection everything = {0};
    plausible_book(&text, data, size);
    material_load(&m, (const uint8_t *)text.text, arrlenu(text.text));
    if (material_read(&m) && material_compare(&m, &everything, &card)) {
        struct buffer once = {0};
        struct buffer again = {0};
        write_once(&card, &m, &once);
        write_once(&card, &m, &again);
        PROMISE(same_bytes(&once, &again));
        buffer_clear(&once);
        buffer_clear(&again);
    }
    scorecard_clear(&card);
    material_clear(&m);
    buffer_clear(&text);
    return 0;
}
