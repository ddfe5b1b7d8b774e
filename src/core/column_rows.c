/* SPDX-License-Identifier: MIT */
#include "column_rows.h"

#include <assert.h>
#include <string.h>

#define WORD(name, place, key, ...) [TABLE_##name] = (key),
const char *const table_column_words[] = {COLUMN_ROWS(WORD, WORD, COLUMN_NOTHING)};
static_assert(sizeof table_column_words / sizeof *table_column_words == TABLE_SHOWN,
              "the places of official columns have a gap");

enum table_column_id table_column_of(const char *word) {
    int column = 0;
    while (column < TABLE_SHOWN && strcmp(table_column_words[column], word) != 0) {
        column++;
    }
    return (enum table_column_id)column;
}
