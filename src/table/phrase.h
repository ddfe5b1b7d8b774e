/* SPDX-License-Identifier: MIT */
/*
 * The phrases of reports, in both languages, with {0} .. {3} to be filled. What a value of an enum
 * of core is called is not here but in label.h.
 */
#ifndef TIENDO_PHRASE_H
#define TIENDO_PHRASE_H

#include <stddef.h>

#include "buffer.h"
#include "message.h"

enum { PHRASE_WORDS = 4 };

enum phrase {
    PHRASE_YES,             /* có */
    PHRASE_NO,              /* không */
    PHRASE_STRICT_ABOVE,    /* phải trên {0} */
    PHRASE_STRICT_BELOW,    /* phải dưới {0} */
    PHRASE_EACH_MEMBER,     /* mỗi đơn vị {0} */
    PHRASE_WITHIN,          /* trong {0} */
    PHRASE_POINTS,          /* điểm % */
    PHRASE_OF_WHICH,        /* trong đó: */
    PHRASE_TITLE,           /* {0} · năm {1} · số liệu đến {2} */
    PHRASE_SEEN,            /* · nhìn từ ngày {0} */
    PHRASE_ELAPSED,         /* · đã qua {0} năm */
    PHRASE_GOALS,           /* {0} chỉ tiêu: */
    PHRASE_HEADLINE,        /* {0}/{1} chỉ tiêu đạt và vượt: */
    PHRASE_NO_GOALS,        /* chưa giao chỉ tiêu nào */
    PHRASE_NO_ROWS,         /* Không có dòng nào để so. */
    PHRASE_REVISED,         /* điều chỉnh từ {0}, ban đầu {1} */
    PHRASE_ORIGINAL,        /* so với ban đầu {0} */
    PHRASE_GROUP_TOTAL,     /* cộng các đơn vị so với {0} */
    PHRASE_PARTIAL,         /* tổng chưa đủ đơn vị */
    PHRASE_STALE,           /* số liệu đến {0} */
    PHRASE_DATED,           /* số ngày {0} */
    PHRASE_UNCERTAIN,       /* hai đầu khoảng khác kết luận, lấy bên kém hơn */
    PHRASE_OVERRIDE,        /* sửa tay: {0}; tự tính: {1} */
    PHRASE_MEMBERS,         /* {0}/{1} đơn vị có số */
    PHRASE_MEMBERS_MET,     /* {0}/{1} đơn vị đạt */
    PHRASE_MISSING,         /* chưa báo cáo: {0} */
    PHRASE_UNNAMED,         /* {0} đơn vị chưa nêu tên */
    PHRASE_MORE_MEMBERS,    /* {0} đơn vị khác: behind names */
    PHRASE_WITHOUT_PLAN,    /* không giao kế hoạch: {0} */
    PHRASE_LATE,            /* số cũ, chưa cộng: {0} */
    PHRASE_LATE_ONE,        /* {0} ({1}) */
    PHRASE_JOINED,          /* đã sáp nhập: {0} */
    PHRASE_JOINED_ONE,      /* {0} vào {1} */
    PHRASE_SPAN,            /* số liệu từ {0} đến {1} */
    PHRASE_ALIKE,           /* so cùng kỳ theo {0}/{1} đơn vị, có {2} */
    PHRASE_MERGED,          /* cùng kỳ cộng các đơn vị trước sáp nhập */
    PHRASE_CLAIMS,          /* Số đã công bố: */
    PHRASE_CLAIM,           /* {0}: {1} – tính lại {2}: {3} */
    PHRASE_CLAIM_UNCHECKED, /* {0}: {1} – {2}, thiếu {3} */
    PHRASE_TIMES,           /* gấp {0} lần */
    PHRASE_SHARE_OF,        /* chiếm {0} của {1} */
    PHRASE_CLAIM_ESTIMATE,  /* {0} (ước cả năm) */
    PHRASE_CLAIM_PLAIN,     /* {0} {1}, of what */
    PHRASE_CLAIM_TIMES,     /* gấp {0} lần kế hoạch */
    PHRASE_CLAIM_OVER,      /* vượt kế hoạch {0} */
    PHRASE_CLAIM_UP,        /* tăng {0} so với cùng kỳ */
    PHRASE_CLAIM_DOWN,      /* giảm {0} so với cùng kỳ */
    PHRASE_UP,              /* tăng {0} */
    PHRASE_DOWN,            /* giảm {0} */
    PHRASE_CLAIM_HEADLINE,  /* {0}/{1} */
    PHRASE_SAID_BY,         /* {0} ({1}) */
    PHRASE_PARTS,           /* Các phần so với tổng: */
    PHRASE_PART,            /* {0}: các phần cộng {1}, tổng {2}: {3} */
    PHRASE_OF_TARGETS,      /* {0} (kế hoạch) */
    PHRASE_ALLOCATION,      /* Kế hoạch giao cho các đơn vị: */
    PHRASE_ALLOCATED,       /* {0}: đã giao {1}, kế hoạch chung {2}: {3} */
    PHRASE_EDGES,           /* {0} slipping, {1} over */
    PHRASE_LEFT_OUT,        /* columns {0} have no room */
    PHRASE_AS_ABOVE,        /* như trên */
    PHRASE_SEAL,            /* Dấu kiểm: {0} */
    PHRASE_TITLE_EMPTY,     /* {0} · năm {1} · chưa có số liệu */
    /* of the workbook: overview */
    PHRASE_SHEET_ORGS,         /* {0} how many */
    PHRASE_SHEET_FIGURES_TO,   /* {0} day */
    PHRASE_SHEET_FIGURES_FROM, /* {0} first day {1} last day */
    PHRASE_SHEET_ELAPSED,      /* {0} share of the year */
    PHRASE_SHEET_YEAR,         /* {0} */
    PHRASE_SHEET_YEARS,        /* {0} first {1} last */
    PHRASE_SHEET_REPORTED,     /* {0} "12/20" {1} for the meeting {2} not due; or out of the quotes,
                                  a formula, and back */
    PHRASE_SHEET_MORE_GOALS,   /* {0} how many */
    /* charts */
    PHRASE_SHEET_GOALS_CHART,
    PHRASE_SHEET_GOALS_CHART_SOME, /* {0} drawn {1} of all */
    PHRASE_SHEET_GOALS_CHART_SPOKEN,
    PHRASE_SHEET_TRAILS_ALL,
    PHRASE_SHEET_TRAILS,       /* {0} drawn {1} of all */
    PHRASE_SHEET_TRAIL_SPOKEN, /* {0} its name */
    PHRASE_SHEET_ORGS_CHART,
    PHRASE_SHEET_ORGS_CHART_SOME, /* {0} drawn {1} of all */
    PHRASE_SHEET_ORGS_CHART_SPOKEN,
    /* official tables */
    PHRASE_SHEET_TABLE,      /* {0} number {1} organisation: the sheet's name */
    PHRASE_SHEET_NUMBER,     /* {0} */
    PHRASE_SHEET_HEAD,       /* {0} year {1} day of the figures */
    PHRASE_SHEET_HEAD_EMPTY, /* {0} year */
    PHRASE_SHEET_GOALS,      /* behind a count */
    PHRASE_SHEET_ALL_GOALS,
    PHRASE_SHEET_DATE_CODE, /* number format of a day */
    PHRASE_SHEET_SYMBOLS,
    PHRASE_SHEET_COLUMN,     /* {0} "(4)" {1} what is said of it */
    PHRASE_SHEET_EMPTY_CELL, /* what it means */
    PHRASE_SHEET_EXTRACT,    /* {0} which lines alone */
    PHRASE_SHEET_FILTERED,   /* of which lines alone a workbook is */
    PHRASE_SHEET_ONLY,       /* {0} statuses */
    PHRASE_SHEET_WITH_TARGET,
    PHRASE_SHEET_SEAL_BROKEN, /* {0} the seal */
    PHRASE_SHEET_SIGN_HERE,
    PHRASE_SHEET_SIGN_AND_SEAL,
    PHRASE_SHEET_PLACE_DATE, /* where none is given */
    PHRASE_SHEET_WHOLE_YEAR, /* {0} year */
    PHRASE_SHEET_MONTHS,     /* {0} how many */
    PHRASE_SHEET_TO_DAY,     /* {0} */
    /* groups */
    PHRASE_SHEET_MEMBERS,      /* {0} how many */
    PHRASE_SHEET_UNNAMED,      /* {0} how many more */
    PHRASE_SHEET_OF_WHICH,     /* {0} a part's name */
    PHRASE_SHEET_OF_BREAKDOWN, /* {0} what it is by {1} a part's name */
    PHRASE_SHEET_NO_FIGURE,    /* of a member */
    PHRASE_SHEET_NOT_COUNTED,  /* {0} day of a figure that is too old */
    /* reconciliation */
    PHRASE_SHEET_SHARE_OF, /* {0} what {1} of which indicator */
    PHRASE_SHEET_LACKS,    /* {0} verdict {1} what is missing */
    /* where a figure comes from */
    PHRASE_SHEET_DOCUMENT,
    PHRASE_SHEET_ASSIGNED_BY,
    PHRASE_SHEET_NOTE,
    PHRASE_SHEET_FILE,
    PHRASE_SHEET_FILE_READ,   /* {0} bytes {1} hash */
    PHRASE_SHEET_FOLDER_READ, /* {0} files {1} hash of their list */
    PHRASE_SHEET_NOTE_ROWS,   /* {0} how many */
    PHRASE_COUNT
};

/* The phrase, not filled. A constant. */
const char *phrase(enum phrase id, enum language lang);

/* Appends it with {0} .. {3} filled; NULL words fill nothing. */
void phrase_put(struct buffer *out, enum phrase id, enum language lang,
                const char *const words[PHRASE_WORDS]);

/* phrase_put(..) with the words as arguments. */
#define PHRASE(out, id, lang, ...)                                                                 \
    phrase_put((out), (id), (lang), (const char *const[PHRASE_WORDS]){__VA_ARGS__})

/* The same into text of the given size, cut at a character where it does not fit. */
void phrase_text(enum phrase id, enum language lang, const char *const words[PHRASE_WORDS],
                 char *text, size_t size);

#endif
