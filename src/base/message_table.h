/* The rows behind message_of(), in two halves; for message.c only. */
#ifndef TIENDO_MESSAGE_TABLE_H
#define TIENDO_MESSAGE_TABLE_H

#include "message.h"

/* A row: its id; what failed in Vietnamese and in English; what to write in both. */
#define MESSAGE_ERROR(id, vi, en, hint_vi, hint_en)                                                \
    {                                                                                              \
        id, SEVERITY_ERROR, {vi, en}, {                                                            \
            hint_vi, hint_en                                                                       \
        }                                                                                          \
    }
#define MESSAGE_WARNING(id, vi, en, hint_vi, hint_en)                                              \
    {                                                                                              \
        id, SEVERITY_WARNING, {vi, en}, {                                                          \
            hint_vi, hint_en                                                                       \
        }                                                                                          \
    }

/* Codes from here on stand in the second half. */
enum { MESSAGE_FIRST_FIGURE = MSG_NOT_A_NUMBER };

extern const struct message messages_of_form[MESSAGE_FIRST_FIGURE];
extern const struct message messages_of_figures[MESSAGE_COUNT - MESSAGE_FIRST_FIGURE];

#endif
