/* SPDX-License-Identifier: MIT */
#include "printing.h"

#include <stdio.h>
#include <string.h>

const char *print_number(const char *plain, enum language lang, char text[PRINTED_TEXT]) {
    char group = lang == LANG_VI ? '.' : ',';
    char mark = lang == LANG_VI ? ',' : '.';
    size_t sign = plain[0] == '-';
    size_t whole = strcspn(plain + sign, ".");
    size_t at = 0;
    if (sign) {
        text[at++] = '-';
    }
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0) {
            text[at++] = group;
        }
        text[at++] = plain[sign + i];
    }
    for (const char *rest = plain + sign + whole; *rest != '\0'; rest++) {
        text[at++] = *rest == '.' ? mark : *rest;
    }
    text[at] = '\0';
    return text;
}

const char *print_date(struct date d, enum language lang, char text[DATE_TEXT]) {
    if (lang == LANG_EN || !date_known(d)) {
        return date_print(d, text);
    }
    snprintf(text, DATE_TEXT, "%02d/%02d/%04d", d.day % 100, d.month % 100, d.year % 10000);
    return text;
}
