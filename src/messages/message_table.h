/* The rows behind message_of(), in two halves; for message.c only. */
#ifndef TIENDO_MESSAGE_TABLE_H
#define TIENDO_MESSAGE_TABLE_H

#include "message.h"

/* A row: its id; what failed in Vietnamese and in English; what to write in both. */
#define MESSAGE_ERROR(id, vi, en, hint_vi, hint_en)                                                \
    {                                                                                              \
        id, SEVERITY_ERROR, false, {vi, en}, {                                                     \
            hint_vi, hint_en                                                                       \
        }                                                                                          \
    }
/* The same of what a JSON Schema can see: keys, their values one by one, keys that go together. Not
 * what YAML refuses, what it resolves (1e3 is a number to it), what lies in other places. */
#define MESSAGE_SHAPE(id, vi, en, hint_vi, hint_en)                                                \
    {                                                                                              \
        id, SEVERITY_ERROR, true, {vi, en}, {                                                      \
            hint_vi, hint_en                                                                       \
        }                                                                                          \
    }
#define MESSAGE_WARNING(id, vi, en, hint_vi, hint_en)                                              \
    {                                                                                              \
        id, SEVERITY_WARNING, false, {vi, en}, {                                                   \
            hint_vi, hint_en                                                                       \
        }                                                                                          \
    }

/* Codes from here on stand in the second half. */
enum { MESSAGE_FIRST_FIGURE = MSG_NOT_A_NUMBER };

extern const struct message messages_of_form[MESSAGE_FIRST_FIGURE];
extern const struct message messages_of_figures[MESSAGE_COUNT - MESSAGE_FIRST_FIGURE];

#endif
