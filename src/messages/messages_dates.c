/* SPDX-License-Identifier: MIT */
/* Messages about dates, periods and years (T3xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_dates[] = {
    {
        .code = MSG_BAD_DATE,
        .id = "T301",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là ngày viết theo kiểu năm-tháng-ngày.",
                 "`{0}` is no date written year-month-day."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Ngày viết sai", "Not a date"},
        .means = {"Đây không phải ngày viết theo kiểu năm-tháng-ngày.",
                  "This is no date written year-month-day."},
        .why = {"03/04 là ngày 3 tháng 4 hay tháng 3 ngày 4 thì mỗi nơi hiểu một khác.",
                "03/04 is April or March depending on who reads it."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 30/06/2024\n"
                 "    values: {htx_new: 15}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_BAD_PERIOD,
        .id = "T302",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là một tháng, quý hay nửa năm.",
                 "`{0}` is not a month, a quarter or a half of a year."},
        .hint = {"Viết 2024-05 (tháng), 2024-Q2 (quý), 2024-H1 hoặc 2024-H2 (sáu tháng).",
                 "Write 2024-05 (month), 2024-Q2 (quarter), 2024-H1 or 2024-H2 (half)."},
        .title = {"Không phải tháng, quý, nửa năm", "Not a month, quarter or half"},
        .means = {"Sau during phải là một tháng, một quý hoặc nửa năm.",
                  "Behind during stands a month, a quarter or a half of a year."},
        .why = {"Kỳ cho biết con số gồm những ngày nào, nhờ đó mới cộng đúng.",
                "The period says which days a figure covers, so that it adds up."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - during: tháng 1\n"
                 "    values: {htx_new: 3}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - during: 2024-01\n"
                 "    values: {htx_new: 3}\n",
        .line = 4,
        .column = 13,
    },
    {
        .code = MSG_OUTSIDE_YEAR,
        .id = "T303",
        .severity = SEVERITY_ERROR,
        .text = {"{0} nằm ngoài năm {1} (từ {2} đến {3}).",
                 "{0} lies outside the year {1} ({2} to {3})."},
        .hint = {"Sửa ngày, hoặc sửa `year` của mục này.",
                 "Correct the date, or the `year` it belongs to."},
        .title = {"Ngày nằm ngoài năm", "A date outside its year"},
        .means = {"Ngày này không thuộc năm ghi ở đầu tệp hoặc ở mục.",
                  "The date is not in the year that the file or the entry names."},
        .why = {"Số của năm trước mà tính vào năm nay thì sai cả kết quả lẫn tốc độ tăng.",
                "Last year's figure counted this year spoils both the result and the growth."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2023-06-30\n"
                 "    values: {htx_new: 15}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_BAD_WINDOW,
        .id = "T304",
        .severity = SEVERITY_ERROR,
        .text = {"Ngày cuối phải sau ngày đầu, và một năm không dài quá 12 tháng.",
                 "The last day must follow the first, and a year has at most 12 months."},
        .hint = {"Ví dụ: year_window: {from: 2023-12-15, to: 2024-12-14}",
                 "As in: year_window: {from: 2023-12-15, to: 2024-12-14}"},
        .title = {"Năm kế hoạch không hợp lệ", "A year that is none"},
        .means = {"Ngày cuối không sau ngày đầu, hoặc năm dài quá 12 tháng.",
                  "The last day does not follow the first, or there are more than 12 months."},
        .why = {"Khoảng này là thước đo tiến độ: bao nhiêu phần của năm đã qua.",
                "These days measure the pace: how much of the year is gone."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "year_window: {from: 2024-12-14, to: 2023-12-15}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "year_window: {from: 2023-12-15, to: 2024-12-14}\n",
        .line = 3,
        .column = 37,
    },
    {
        .code = MSG_BAD_YEAR,
        .id = "T305",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là năm.", "`{0}` is not a year."},
        .hint = {"Viết bốn chữ số: 2024", "Write four digits: 2024"},
        .title = {"Năm viết sai", "Not a year"},
        .means = {"Năm phải viết đủ bốn chữ số.", "A year is written with four digits."},
        .why = {"Số liệu được xếp theo năm; viết tắt thì không biết xếp vào đâu.",
                "Figures are filed by year; an abbreviation does not say which."},
        .wrong = "year: 24\n",
        .right = "year: 2024\n",
        .line = 1,
        .column = 7,
    },
    {
        .code = MSG_NO_SUCH_DAY,
        .id = "T306",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Trong lịch không có ngày `{0}`.", "The calendar has no day `{0}`."},
        .hint = {"Ngày cuối của tháng đó là {1}.", "The last day of that month is {1}."},
        .title = {"Ngày không có trong lịch", "A day that does not exist"},
        .means = {"Ngày viết đúng kiểu nhưng tháng đó không có ngày này.",
                  "It is written as a date, but the month has no such day."},
        .why = {"Không rõ là ngày cuối tháng hay gõ nhầm tháng.",
                "It may be the month's last day, or the wrong month."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-31\n"
                 "    values: {htx_new: 15}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n",
        .line = 4,
        .column = 12,
    },
    {
        .code = MSG_MILESTONE_OUTSIDE,
        .id = "T350",
        .severity = SEVERITY_ERROR,
        .text =
            {"Mốc ngày {0} nằm ngoài phần năm của mục tiêu ({1}: {2} – {3}).",
             "The milestone of {0} lies outside the target’s part of the year ({1}: {2} – {3})."},
        .hint = {"Viết một ngày trong phần ấy, hoặc bỏ during nếu mốc là của cả năm.",
                 "Write a day inside that part, or leave during out if the milestone is of the "
                 "whole year."},
        .title = {"Mốc ngoài phần năm của mục tiêu", "A milestone outside its part"},
        .means = {"Mục tiêu chỉ cho một phần của năm mà mốc lại ở ngoài phần ấy.",
                  "The target is for a part of the year, and the milestone lies outside it."},
        .why = {"Tiến độ tính trong phần ấy, nên mốc không bao giờ đến.",
                "The pace is that of the part, so the milestone would never come."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, during: 2024-H2, milestones: {2024-03-31: 20%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, during: 2024-H2, milestones: {2024-09-30: 20%}}\n",
        .line = 4,
        .column = 57,
    },
};

static_assert(sizeof messages_of_dates / sizeof *messages_of_dates == MESSAGES_OF_DATES,
              "a message is missing");
