/* SPDX-License-Identifier: MIT */
/* A workbook being read, part by part; for the files of this room. */
#ifndef TIENDO_READ_INSIDE_H
#define TIENDO_READ_INSIDE_H

#include "buffer.h"
#include "read_workbook.h"

/* What a style says of a number. */
enum shown_as { SHOWN_NUMBER, SHOWN_DAY, SHOWN_PERCENT };

/* A text in pieces: <si> or <is>, rich or plain, without phonetic hints. */
struct text_reading {
    struct buffer text;
    bool inside; /* in a <t> that counts */
    int hints;   /* open <rPh> */
};

struct workbook_reading {
    struct read_workbook *workbook;
    struct package *package;
    const char **strings; /* stb_ds array: the shared ones */
    uint8_t *looks;       /* stb_ds array: enum shown_as of each style of cells */
    size_t cells;         /* so far, of all sheets */
    const char *wrong;    /* why a handler stopped, in English; or NULL */
};

/* Each false when the part cannot be read: the failure is filled. */
bool read_strings(struct workbook_reading *reading, const char *part,
                  struct package_failure *failure);
bool read_styles(struct workbook_reading *reading, const char *part,
                 struct package_failure *failure);
bool read_cells(struct workbook_reading *reading, const char *part, struct read_sheet *sheet,
                struct package_failure *failure);

/* package_parse(), with what a handler said. */
bool read_part(struct workbook_reading *reading, const char *part,
               const struct xml_handlers *handlers, void *data, struct package_failure *failure);

void text_reading_open(struct text_reading *text, const char *element);
void text_reading_close(struct text_reading *text, const char *element);
bool text_reading_put(struct text_reading *text, const char *s, size_t n);

/* The text so far, `_xHHHH_` decoded, in NFC; it begins anew. */
const char *text_reading_take(struct text_reading *text, struct pool *pool);

#endif
