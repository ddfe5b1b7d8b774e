/* SPDX-License-Identifier: MIT */
/* Which styles show a number as a day, which as a percentage. */
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "read_inside.h"

enum { MOST_STYLES = 1 << 16 };

/* A number format that the workbook declares. */
struct declared_look {
    long id;
    enum shown_as look;
};

struct styles_reading {
    struct workbook_reading *reading;
    struct declared_look *declared; /* stb_ds array */
    bool of_cells;                  /* inside <cellXfs> */
};

/* What a format code shows: quoted texts, escaped characters and [colours] do not count. */
static enum shown_as look_of_code(const char *code) {
    for (const char *at = code; *at != '\0'; at++) {
        if (*at == '"') {
            const char *end = strchr(at + 1, '"');
            at = end != NULL ? end : at + strlen(at) - 1;
        } else if (*at == '[') {
            const char *end = strchr(at, ']');
            at = end != NULL ? end : at + strlen(at) - 1;
        } else if (*at == '\\' || *at == '_' || *at == '*') {
            at += at[1] != '\0';
        } else if (*at == '%') {
            return SHOWN_PERCENT;
        } else if (strchr("dmyhsDMYHS", *at) != NULL) {
            return SHOWN_DAY;
        } else if (strncmp(at, "General", 7) == 0) {
            at += 6;
        } else if (*at == ';') {
            break; /* the first section is that of numbers above 0 */
        }
    }
    return SHOWN_NUMBER;
}

static enum shown_as look_of(const struct styles_reading *styles, long id) {
    for (ptrdiff_t i = arrlen(styles->declared); i-- > 0;) {
        if (styles->declared[i].id == id) {
            return styles->declared[i].look;
        }
    }
    bool day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
               (id >= 50 && id <= 58);
    return day ? SHOWN_DAY : id == 9 || id == 10 ? SHOWN_PERCENT : SHOWN_NUMBER;
}

static bool on_open(void *data, const char *element, const char **attributes) {
    struct styles_reading *styles = data;
    const char *id = xml_attribute(attributes, "numFmtId");
    const char *code = xml_attribute(attributes, "formatCode");
    if (strcmp(element, "numFmt") == 0 && id != NULL && code != NULL) {
        struct declared_look declared = {strtol(id, NULL, 10), look_of_code(code)};
        arrput(styles->declared, declared);
    } else if (strcmp(element, "cellXfs") == 0) {
        styles->of_cells = true;
    } else if (strcmp(element, "xf") == 0 && styles->of_cells) {
        long which = id != NULL ? strtol(id, NULL, 10) : 0;
        arrput(styles->reading->looks, (uint8_t)look_of(styles, which));
    }
    styles->reading->wrong = "too many styles";
    return arrlen(styles->declared) <= MOST_STYLES && arrlen(styles->reading->looks) <= MOST_STYLES;
}

static bool on_close(void *data, const char *element) {
    struct styles_reading *styles = data;
    styles->of_cells = styles->of_cells && strcmp(element, "cellXfs") != 0;
    return true;
}

bool read_styles(struct workbook_reading *reading, const char *part,
                 struct package_failure *failure) {
    static const struct xml_handlers handlers = {.open = on_open, .close = on_close};
    struct styles_reading styles = {.reading = reading};
    bool good = read_part(reading, part, &handlers, &styles, failure);
    arrfree(styles.declared);
    return good;
}
