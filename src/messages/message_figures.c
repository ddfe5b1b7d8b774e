/* Messages about numbers and units (T2xx), dates (T3xx), references (T4xx), figures (T5xx). */
#include <assert.h>

#include "message_table.h"

#define FIGURE(code) ((int)(code) - (int)MESSAGE_FIRST_FIGURE)

const struct message messages_of_figures[] = {
    [FIGURE(MSG_NOT_A_NUMBER)] = MESSAGE_SHAPE(
        "T201", "`{0}` không phải là số.", "`{0}` is not a number.",
        "Viết chữ số, phần lẻ sau dấu chấm, hàng nghìn có thể tách bằng dấu _: 15, 2.7, 106_598",
        "Write digits, decimals behind a point, thousands apart with _ if you like: 15, 2.7, "
        "106_598"),
    [FIGURE(MSG_COMMA)] =
        MESSAGE_SHAPE("T202", "Số `{0}` dùng dấu phẩy, trong tệp phần lẻ viết sau dấu chấm.",
                      "The number `{0}` has a comma; in these files decimals follow a point.",
                      "Viết {1}", "Write {1}"),
    [FIGURE(MSG_GROUPED)] = MESSAGE_SHAPE(
        "T203", "Số `{0}` tách hàng nghìn bằng dấu chấm hoặc dấu phẩy.",
        "The number `{0}` has points or commas between its thousands.", "Viết {1}", "Write {1}"),
    [FIGURE(MSG_SPACED)] =
        MESSAGE_SHAPE("T204", "Số `{0}` có dấu cách ở giữa.",
                      "The number `{0}` has a blank inside.", "Viết {1}", "Write {1}"),
    [FIGURE(MSG_EXPONENT)] = MESSAGE_ERROR(
        "T205", "`{0}` viết theo kiểu máy tính (lũy thừa hoặc hệ 16), không được dùng ở đây.",
        "`{0}` has an exponent or is hexadecimal, which is not used here.",
        "Viết đủ các chữ số, ví dụ: 1_000_000", "Write all digits, as in 1_000_000"),
    [FIGURE(MSG_TOO_LONG)] = MESSAGE_ERROR("T206", "Số `{0}` có hơn 18 chữ số.",
                                           "The number `{0}` has more than 18 digits.",
                                           "Dùng đơn vị lớn hơn, ví dụ: 106_598 triệu đồng",
                                           "Use a larger unit, as in 106_598 triệu đồng"),
    [FIGURE(MSG_THREE_DECIMALS)] =
        MESSAGE_WARNING("T207", "`{0}` được đọc là số có phần lẻ, không phải là {2}.",
                        "`{0}` is read with a decimal point, not as {2}.",
                        "Nếu là hàng nghìn, viết: {2}. Nếu đúng là phần lẻ, thêm một số 0: {0}0",
                        "For thousands write {2}. If the decimals are meant, add a 0: {0}0"),
    [FIGURE(MSG_UNIT_UNKNOWN)] =
        MESSAGE_ERROR("T208", "Đơn vị `{0}` không đổi được ra đơn vị của chỉ tiêu.",
                      "The unit `{0}` does not convert to the indicator's unit.",
                      "Chỉ tiêu này tính bằng `{1}`: bỏ đơn vị, hoặc viết một đơn vị đổi được "
                      "(nghìn, triệu, tỷ; /tháng, /quý, /năm).",
                      "This indicator counts in `{1}`: leave the unit out, or write one that "
                      "converts (nghìn, triệu, tỷ; /tháng, /quý, /năm)."),
    [FIGURE(MSG_RANGE_ORDER)] = MESSAGE_ERROR(
        "T209", "Khoảng từ {0} đến {1} bị ngược: số đầu lớn hơn số sau.",
        "The range from {0} to {1} is the wrong way round.", "Viết số nhỏ trước: {1} rồi đến {0}.",
        "Write the smaller number first: {1}, then {0}."),
    [FIGURE(MSG_RANGE_DASH)] =
        MESSAGE_ERROR("T210", "Khoảng viết như `{0}` thì máy không hiểu.",
                      "A range written as `{0}` is not understood.", "Viết {1}", "Write {1}"),
    [FIGURE(MSG_TOO_SMALL)] = MESSAGE_SHAPE(
        "T211",
        "Giá trị `{0}` của `{1}` quá nhỏ: không được là số âm, và số phải đếm được thì từ 1.",
        "`{0}` is too small for `{1}`: nothing below 0 makes sense here.",
        "Xem lại số đã gõ; chưa biết thì bỏ cả dòng đi.",
        "Check what was typed; if it is not known, leave the line out."),
    [FIGURE(MSG_BAD_OPERATOR)] =
        MESSAGE_ERROR("T212", "`{0}`: từ hoặc dấu so sánh không viết chung với số.",
                      "`{0}`: a word or sign of comparison does not stand with the number.",
                      "Viết {1}", "Write {1}"),
    [FIGURE(MSG_NOT_A_COUNT)] =
        MESSAGE_SHAPE("T213", "`{0}` không phải là số nguyên từ 0 đến {1}.",
                      "`{0}` is not a whole number from 0 to {1}.", "Viết một số đếm, ví dụ: 7",
                      "Write a count, as in: 7"),
    [FIGURE(MSG_UNIT_HERE)] =
        MESSAGE_SHAPE("T214", "Ở đây không ghi đơn vị `{0}`.", "No unit `{0}` can stand here.",
                      "Chỉ viết con số: {1}", "Write the number alone: {1}"),

    [FIGURE(MSG_BAD_DATE)] =
        MESSAGE_SHAPE("T301", "`{0}` không phải là ngày viết theo kiểu năm-tháng-ngày.",
                      "`{0}` is no date written year-month-day.", "Viết {1}", "Write {1}"),
    [FIGURE(MSG_BAD_PERIOD)] =
        MESSAGE_SHAPE("T302", "`{0}` không phải là một tháng, quý hay nửa năm.",
                      "`{0}` is not a month, a quarter or a half of a year.",
                      "Viết 2024-05 (tháng), 2024-Q2 (quý), 2024-H1 hoặc 2024-H2 (sáu tháng).",
                      "Write 2024-05 (month), 2024-Q2 (quarter), 2024-H1 or 2024-H2 (half)."),
    [FIGURE(MSG_OUTSIDE_YEAR)] = MESSAGE_ERROR(
        "T303", "Ngày {0} nằm ngoài năm {1} (từ {2} đến {3}).",
        "{0} lies outside the year {1} ({2} to {3}).", "Sửa ngày, hoặc sửa `year` của mục này.",
        "Correct the date, or the `year` it belongs to."),
    [FIGURE(MSG_BAD_WINDOW)] =
        MESSAGE_ERROR("T304", "Ngày cuối phải sau ngày đầu, và một năm không dài quá 12 tháng.",
                      "The last day must follow the first, and a year has at most 12 months.",
                      "Ví dụ: year_window: {from: 2023-12-15, to: 2024-12-14}",
                      "As in: year_window: {from: 2023-12-15, to: 2024-12-14}"),
    [FIGURE(MSG_BAD_YEAR)] =
        MESSAGE_SHAPE("T305", "`{0}` không phải là năm.", "`{0}` is not a year.",
                      "Viết bốn chữ số: 2024", "Write four digits: 2024"),
    [FIGURE(MSG_NO_SUCH_DAY)] =
        MESSAGE_SHAPE("T306", "Trong lịch không có ngày `{0}`.", "The calendar has no day `{0}`.",
                      "Ngày cuối của tháng đó là {1}.", "The last day of that month is {1}."),

    [FIGURE(MSG_UNKNOWN_INDICATOR)] = MESSAGE_ERROR("T401", "Không có chỉ tiêu nào mang mã `{0}`.",
                                                    "No indicator has the code `{0}`.",
                                                    "Có phải là `{1}`?", "Did you mean `{1}`?"),
    [FIGURE(MSG_UNKNOWN_ORG)] = MESSAGE_ERROR("T402", "Không có đơn vị nào mang mã `{0}`.",
                                              "No organisation has the code `{0}`.",
                                              "Có phải là `{1}`?", "Did you mean `{1}`?"),
    [FIGURE(MSG_DEFINED_TWICE)] = MESSAGE_ERROR(
        "T403", "Mã `{0}` được khai báo hai lần.", "The code `{0}` is declared twice.",
        "Giữ một chỗ khai báo, xóa chỗ kia hoặc đổi sang mã khác.",
        "Keep one declaration; delete the other or give it another code."),
    [FIGURE(MSG_TARGET_TWICE)] = MESSAGE_ERROR(
        "T404", "Kế hoạch của `{0}` được giao hai lần.", "The target of `{0}` is given twice.",
        "Giữ một. Nếu do hai nơi giao thì ghi rõ `by` cho từng kế hoạch; nếu là điều chỉnh thì "
        "viết `revised` với ngày.",
        "Keep one. If two bodies assigned them, say so with `by`; if it was revised, use `revised` "
        "with the date."),
    [FIGURE(MSG_FIGURE_TWICE)] =
        MESSAGE_ERROR("T405", "Số liệu của `{0}` ngày {1} được ghi hai lần.",
                      "The figure of `{0}` for {1} is given twice.", "Giữ số đúng, xóa số kia.",
                      "Keep the right one and delete the other."),
    [FIGURE(MSG_CYCLE)] = MESSAGE_ERROR(
        "T406", "Các mã chỉ vòng về chính nó: {0}.", "These refer to each other in a circle: {0}.",
        "Bỏ một mắt trong vòng đó.", "Remove one link of the circle."),
    [FIGURE(MSG_NO_ORG)] = MESSAGE_ERROR("T407", "Mục này không cho biết là của đơn vị nào.",
                                         "It is not said to which organisation this belongs.",
                                         "Thêm ở đầu tệp một dòng, ví dụ: org: bac-ninh",
                                         "Add a line at the top of the file, as in: org: bac-ninh"),
    [FIGURE(MSG_NO_YEAR)] = MESSAGE_ERROR("T408", "Mục này không cho biết là của năm nào.",
                                          "It is not said to which year this belongs.",
                                          "Thêm ở đầu tệp một dòng, ví dụ: year: 2024",
                                          "Add a line at the top of the file, as in: year: 2024"),
    [FIGURE(MSG_KIND_MISMATCH)] =
        MESSAGE_ERROR("T409", "`{0}` không dùng được cho chỉ tiêu loại `{1}`.",
                      "`{0}` does not go with an indicator of kind `{1}`.",
                      "Sửa lại chỗ này, hoặc sửa `kind` của chỉ tiêu nếu khai báo sai loại.",
                      "Change it, or the indicator's `kind` if that is wrong."),
    [FIGURE(MSG_INCREMENT_KIND)] = MESSAGE_ERROR(
        "T410", "Chỉ tiêu `{0}` là số có đến một ngày, không cộng dồn theo tháng hay quý.",
        "`{0}` is a level; it does not add up by months or quarters.",
        "Dùng `as_of` với ngày của số liệu thay cho `during`.",
        "Use `as_of` with the day of the figure instead of `during`."),
    [FIGURE(MSG_TARGET_CONFLICT)] =
        MESSAGE_ERROR("T411", "Điều này đã được khai báo khác đi ở chỗ khác.",
                      "This was declared differently elsewhere.",
                      "Chỉ khai báo một lần, hoặc viết hai chỗ giống nhau.",
                      "Declare it once, or the same way at both places."),
    [FIGURE(MSG_NOT_A_GROUP)] =
        MESSAGE_ERROR("T412", "`{0}` không có thành viên nào để giao `each_member`.",
                      "`{0}` has no members to give an `each_member` target to.",
                      "Khai báo trong orgs.yaml: members: [yen-bai, son-la] hoặc members_total: 7",
                      "Declare them in orgs.yaml: members: [yen-bai, son-la] or members_total: 7"),
    [FIGURE(MSG_MEMBERS_TOTAL)] =
        MESSAGE_ERROR("T413", "Ghi tổng số {0} thành viên nhưng nêu tên {1}.",
                      "{0} members are stated, but {1} are named.",
                      "Sửa `members_total` cho bằng hoặc lớn hơn số đã nêu tên.",
                      "Make `members_total` at least the number named."),

    [FIGURE(MSG_PARTS_ABOVE)] =
        MESSAGE_WARNING("T501", "Các phần \"trong đó\" của {2} là {0#}, lớn hơn tổng {1#}.",
                        "The parts of {2} make {0#}, more than the whole, {1#}.",
                        "Xem lại từng phần và số tổng; phần có thể trùng nhau thì bỏ `part_of`.",
                        "Check each part and the whole; where parts overlap, remove `part_of`."),
    [FIGURE(MSG_TOTAL_FALLS)] = MESSAGE_WARNING(
        "T502", "Số cộng dồn giảm: {0#}, trong khi ngày {2} đã là {1#}.",
        "The running total falls: {0#}, but it was {1#} on {2}.",
        "Số ghi theo `as_of` phải tính từ đầu năm; số riêng của một tháng thì viết với `during`.",
        "A figure under `as_of` counts from the start of the year; one month's own goes under "
        "`during`."),
    [FIGURE(MSG_INCREMENTS_DIFFER)] =
        MESSAGE_ERROR("T503", "Cộng các tháng, quý được {0#}, nhưng số cộng dồn đến {2} ghi {1#}.",
                      "The months and quarters make {0#}, but the running total to {2} says {1#}.",
                      "Tìm tháng ghi thiếu hoặc ghi thừa, hoặc sửa số cộng dồn.",
                      "Find the month that is wrong, or correct the running total."),
    [FIGURE(MSG_SHARE_RANGE)] =
        MESSAGE_WARNING("T504", "{1}: tỷ lệ {0#}% nằm ngoài khoảng từ 0 đến 100.",
                        "{1}: a share of {0#}% lies outside 0 to 100.",
                        "Xem lại số; nếu là tốc độ tăng thì khai báo chỉ tiêu với kind: rate",
                        "Check it; for a rate of growth declare the indicator with kind: rate"),
    [FIGURE(MSG_THOUSAND_TARGET)] = MESSAGE_WARNING(
        "T505", "Số {0#} lệch khoảng một nghìn lần so với kế hoạch {1#}.",
        "{0#} is about a thousand times off the target, {1#}.",
        "Có thể nhầm đơn vị (nghìn, triệu, tỷ) hoặc dấu chấm: 1.200 là 1,2; một nghìn hai trăm "
        "viết 1200.",
        "Perhaps the unit or the point is wrong: 1.200 is 1.2; write 1200 for thousands."),
    [FIGURE(MSG_THOUSAND_HISTORY)] = MESSAGE_WARNING(
        "T506", "Số {0#} lệch khoảng một nghìn lần so với {1#} của ngày {2}.",
        "{0#} is about a thousand times off the {1#} of {2}.",
        "Có thể nhầm đơn vị (nghìn, triệu, tỷ) hoặc dấu chấm: 1.200 là 1,2; một nghìn hai trăm "
        "viết 1200.",
        "Perhaps the unit or the point is wrong: 1.200 is 1.2; write 1200 for thousands."),
    [FIGURE(MSG_MEMBERS_DIFFER)] =
        MESSAGE_WARNING("T507", "Cộng các thành viên được {0#}, nhưng cụm tự ghi {1#}.",
                        "The members add up to {0#}, but the group itself reports {1#}.",
                        "Số của cụm được dùng. Xem lại thành viên nào ghi thiếu hoặc thừa.",
                        "The group's own figure is used. Look for the member that is wrong."),
    [FIGURE(MSG_STOCK_BALANCE)] = MESSAGE_WARNING(
        "T508", "Số ghi là {0#}, nhưng tính ra phải là {1#} ({2#}).",
        "{0#} is stated, but it should be {1#} ({2#}).", "Xem lại số đầu kỳ, số tăng và số giảm.",
        "Check the opening figure, additions and losses."),
    [FIGURE(MSG_OVERFLOW)] =
        MESSAGE_ERROR("T509", "{0}: số quá lớn, không tính được chính xác.",
                      "{0}: the numbers are too large to compute exactly.",
                      "Dùng đơn vị lớn hơn cho chỉ tiêu này, ví dụ: triệu đồng, tỷ đồng.",
                      "Use a larger unit for this indicator, such as triệu đồng or tỷ đồng."),
};

static_assert(sizeof messages_of_figures / sizeof messages_of_figures[0] ==
                  MESSAGE_COUNT - MESSAGE_FIRST_FIGURE,
              "a message is missing");
