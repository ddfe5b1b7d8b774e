/* SPDX-License-Identifier: MIT */
/* The two languages in which the tool speaks. */
#ifndef TIENDO_LANGUAGE_H
#define TIENDO_LANGUAGE_H

enum language { LANG_VI, LANG_EN, LANG_COUNT };

#endif
