/* SPDX-License-Identifier: MIT */
/* Messages about figures against each other (T5xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_figures[] = {
    {
        .code = MSG_PARTS_ABOVE,
        .id = "T501",
        .severity = SEVERITY_WARNING,
        .text = {"Các phần \"trong đó\" của {2} là {0#}, lớn hơn tổng {1#}.",
                 "The parts of {2} make {0#}, more than the whole, {1#}."},
        .hint = {"Xem lại từng phần và số tổng; phần có thể trùng nhau thì bỏ `part_of`.",
                 "Check each part and the whole; where parts overlap, remove `part_of`."},
        .title = {"Phần lớn hơn tổng", "Parts above the whole"},
        .means = {"Cộng các phần “trong đó” thì lớn hơn số tổng.",
                  "The parts add up to more than the whole."},
        .why = {"Một phần ghi thừa hoặc số tổng ghi thiếu; tỷ trọng sẽ quá 100%.",
                "A part is too large or the whole too small; its share would exceed 100%."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15, htx_new_agri: 18}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 18, htx_new_agri: 15}\n",
        .line = 5,
        .column = 41,
    },
    {
        .code = MSG_TOTAL_FALLS,
        .id = "T502",
        .severity = SEVERITY_WARNING,
        .text = {"Số cộng dồn giảm: {0#}, trong khi ngày {2} đã là {1#}.",
                 "The running total falls: {0#}, but it was {1#} on {2}."},
        .hint = {"Số ghi theo `as_of` phải tính từ đầu năm; số riêng của một tháng thì viết với "
                 "`during`.",
                 "A figure under `as_of` counts from the start of the year; one month's own goes "
                 "under `during`."},
        .title = {"Số lũy kế giảm", "A running total that falls"},
        .means = {"Số cộng dồn từ đầu năm nhỏ hơn số của ngày trước đó.",
                  "The total since the start of the year is below an earlier one."},
        .why = {"Có thể đã ghi số riêng của một tháng vào chỗ số lũy kế, làm kết quả thấp hẳn.",
                "Perhaps one month's own figure was given as the total, which is far too low."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-05-31\n"
                 "    values: {htx_new: 15}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 3}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-05-31\n"
                 "    values: {htx_new: 15}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 18}\n",
        .line = 7,
        .column = 23,
    },
    {
        .code = MSG_INCREMENTS_DIFFER,
        .id = "T503",
        .severity = SEVERITY_ERROR,
        .text = {"Cộng các tháng, quý được {0#}, nhưng số cộng dồn đến {2} ghi {1#}.",
                 "The months and quarters make {0#}, but the running total to {2} says {1#}."},
        .hint = {"Tìm tháng ghi thiếu hoặc ghi thừa, hoặc sửa số cộng dồn.",
                 "Find the month that is wrong, or correct the running total."},
        .title = {"Cộng các kỳ không bằng số lũy kế", "Periods that miss the running total"},
        .means = {"Cộng các tháng, quý không ra số lũy kế đến cùng ngày.",
                  "The months and quarters do not make the running total of the same day."},
        .why = {"Một trong hai sai; chưa biết bên nào thì chưa kết luận được.",
                "One of them is wrong, and until it is known nothing can be judged."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {during: 2024-Q1, values: {htx_new: 6}}\n"
                 "  - {during: 2024-Q2, values: {htx_new: 8}}\n"
                 "  - {as_of: 2024-06-30, values: {htx_new: 15}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {during: 2024-Q1, values: {htx_new: 6}}\n"
                 "  - {during: 2024-Q2, values: {htx_new: 9}}\n"
                 "  - {as_of: 2024-06-30, values: {htx_new: 15}}\n",
        .line = 6,
        .column = 43,
    },
    {
        .code = MSG_SHARE_RANGE,
        .id = "T504",
        .severity = SEVERITY_WARNING,
        .text = {"{1}: tỷ lệ {0#}% nằm ngoài khoảng từ 0 đến 100.",
                 "{1}: a share of {0#}% lies outside 0 to 100."},
        .hint = {"Xem lại số; nếu là tốc độ tăng thì khai báo chỉ tiêu với kind: rate",
                 "Check it; for a rate of growth declare the indicator with kind: rate"},
        .title = {"Tỷ lệ ngoài 0 đến 100", "A share outside 0 to 100"},
        .means = {"Tỷ lệ nhỏ hơn 0% hoặc lớn hơn 100%.", "The share is below 0% or above 100%."},
        .why =
            {"Một phần không thể lớn hơn toàn thể; có thể thiếu dấu chấm, hoặc đây là tốc độ tăng.",
             "A part is never more than the whole; a point may be missing, or it is a rate of "
             "growth."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 605}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {good_share: 60.5}\n",
        .line = 5,
        .column = 26,
    },
    {
        .code = MSG_THOUSAND_TARGET,
        .id = "T505",
        .severity = SEVERITY_WARNING,
        .confirm = true,
        .text = {"Số {0#} lệch khoảng một nghìn lần so với kế hoạch {1#}.",
                 "{0#} is about a thousand times off the target, {1#}."},
        .hint =
            {"Có thể nhầm đơn vị (nghìn, triệu, tỷ) hoặc dấu chấm: 1.200 là 1,2. Số đúng thì ghi "
             "`sure: yes`; chưa ghi thì chưa xuất bảng.",
             "Perhaps the unit or the point is wrong: 1.200 is 1.2. If it is right, say `sure: "
             "yes`; until then nothing is exported."},
        .title = {"Lệch kế hoạch khoảng một nghìn lần", "About a thousand times off the target"},
        .means = {"Con số lớn hoặc nhỏ hơn kế hoạch khoảng một nghìn lần.",
                  "The figure is about a thousand times above or below the target."},
        .why = {"Thường do nhầm nghìn đồng với triệu đồng, hoặc dấu chấm; tỷ lệ hoàn thành sẽ vô "
                "nghĩa.",
                "Mostly a mistaken unit or point; the attainment would be meaningless."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 60\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 58000}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  income: 60\n"
                 "actuals:\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 58}\n",
        .line = 7,
        .column = 22,
    },
    {
        .code = MSG_THOUSAND_HISTORY,
        .id = "T506",
        .severity = SEVERITY_WARNING,
        .confirm = true,
        .text = {"Số {0#} lệch khoảng một nghìn lần so với {1#} của ngày {2}.",
                 "{0#} is about a thousand times off the {1#} of {2}."},
        .hint =
            {"Có thể nhầm đơn vị (nghìn, triệu, tỷ) hoặc dấu chấm: 1.200 là 1,2. Số đúng thì ghi "
             "`sure: yes`; chưa ghi thì chưa xuất bảng.",
             "Perhaps the unit or the point is wrong: 1.200 is 1.2. If it is right, say `sure: "
             "yes`; until then nothing is exported."},
        .title = {"Lệch kỳ trước khoảng một nghìn lần",
                  "About a thousand times off the last figure"},
        .means = {"Con số lớn hoặc nhỏ hơn số của kỳ trước khoảng một nghìn lần.",
                  "The figure is about a thousand times above or below the one before."},
        .why = {"Thường do đổi đơn vị tính giữa hai báo cáo; tốc độ tăng sẽ sai hẳn.",
                "Mostly the unit changed between two reports; the growth would be all wrong."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {income: 55}\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 58000}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {income: 55}\n"
                 "  - as_of: 2024-12-31\n"
                 "    values: {income: 58}\n",
        .line = 7,
        .column = 22,
    },
    {
        .code = MSG_MEMBERS_DIFFER,
        .id = "T507",
        .severity = SEVERITY_WARNING,
        .text = {"Cộng các thành viên được {0#}, nhưng cụm tự ghi {1#}.",
                 "The members add up to {0#}, but the group itself reports {1#}."},
        .hint = {"Số của cụm được dùng. Xem lại thành viên nào ghi thiếu hoặc thừa.",
                 "The group's own figure is used. Look for the member that is wrong."},
        .title = {"Cộng thành viên khác số của cụm", "Members that miss the group's figure"},
        .means = {"Cộng số của các thành viên không bằng số cụm tự báo cáo cùng ngày.",
                  "The members' figures do not add up to what the group reports for that day."},
        .why = {"Có thành viên gửi số khác cho cụm; cần đối chiếu trước khi công bố.",
                "A member reported something else to the group; compare before publishing."},
        .framed = true,
        .wrong = "year: 2024\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-06-30, values: {htx_new: 10}}\n"
                 "  - {org: son-la, as_of: 2024-06-30, values: {htx_new: 12}}\n"
                 "  - {org: tay-bac, as_of: 2024-06-30, values: {htx_new: 25}}\n",
        .right = "year: 2024\n"
                 "actuals:\n"
                 "  - {org: yen-bai, as_of: 2024-06-30, values: {htx_new: 10}}\n"
                 "  - {org: son-la, as_of: 2024-06-30, values: {htx_new: 12}}\n"
                 "  - {org: tay-bac, as_of: 2024-06-30, values: {htx_new: 22}}\n",
        .line = 5,
        .column = 57,
    },
    {
        .code = MSG_STOCK_BALANCE,
        .id = "T508",
        .severity = SEVERITY_WARNING,
        .text = {"Số ghi là {0#}, nhưng tính ra phải là {1#} ({2#}).",
                 "{0#} is stated, but it should be {1#} ({2#})."},
        .hint = {"Xem lại số đầu kỳ, số tăng và số giảm.",
                 "Check the opening figure, additions and losses."},
        .title = {"Số cuối kỳ không khớp tăng, giảm", "A stock that does not balance"},
        .means = {"Số cuối kỳ không bằng số cuối năm trước cộng số tăng, trừ số giảm.",
                  "The stock is not last year's plus additions less losses."},
        .why = {"Có HTX thành lập hoặc giải thể chưa được ghi, hoặc ghi hai lần.",
                "Some new or dissolved cooperative is missing or counted twice."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_total: 700}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_total: 723, htx_new: 30, htx_closed: 5}\n",
        .right = "org: bac-ninh\n"
                 "actuals:\n"
                 "  - as_of: 2023-12-31\n"
                 "    values: {htx_total: 700}\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_total: 725, htx_new: 30, htx_closed: 5}\n",
        .line = 6,
        .column = 25,
    },
    {
        .code = MSG_OVERFLOW,
        .id = "T509",
        .severity = SEVERITY_ERROR,
        .text = {"{0}: số quá lớn, không tính được chính xác.",
                 "{0}: the numbers are too large to compute exactly."},
        .hint = {"Dùng đơn vị lớn hơn cho chỉ tiêu này, ví dụ: triệu đồng, tỷ đồng.",
                 "Use a larger unit for this indicator, such as triệu đồng or tỷ đồng."},
        .title = {"Số quá lớn để tính chính xác", "Too large to compute exactly"},
        .means = {"Phép tính với các số này vượt quá độ dài tính được chính xác.",
                  "The arithmetic with these numbers goes beyond what is exact."},
        .why = {"Bảng không bao giờ in một số gần đúng như thể là số đúng.",
                "The table never prints an approximation as if it were exact."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 999_999_999_999_999 triệu HTX\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 0.000000000000000001}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30 HTX\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n",
        .line = 7,
        .column = 23,
    },
};

static_assert(sizeof messages_of_figures / sizeof *messages_of_figures == MESSAGES_OF_FIGURES,
              "a message is missing");
