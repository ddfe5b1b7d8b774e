/* Messages about references and figures against each other (T4xx, T5xx), explained. */
#include <assert.h>

#include "explanation_table.h"

#define ROW(code) ((int)(code) - (int)MSG_UNKNOWN_INDICATOR)

const struct explanation explanations_of_book[] = {
    [ROW(MSG_UNKNOWN_INDICATOR)] =
        {
            .title = {"Không có chỉ tiêu này", "An unknown indicator"},
            .means = {"Mã này không được khai báo ở mục indicators nào.",
                      "No section indicators declares this code."},
            .why = {"Gõ sai một chữ trong mã thì con số rơi khỏi bảng.",
                    "With one letter wrong the figure would drop out of the table."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_nwe: 30\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .line = 4,
            .column = 3,
        },
    [ROW(MSG_UNKNOWN_ORG)] =
        {
            .title = {"Không có đơn vị này", "An unknown organisation"},
            .means = {"Mã này không được khai báo ở mục orgs nào.",
                      "No section orgs declares this code."},
            .why = {"Số liệu không biết của ai thì không vào được bảng của tỉnh nào.",
                    "A figure of nobody belongs in no table."},
            .framed = true,
            .wrong = "org: bac-nin\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .line = 1,
            .column = 6,
        },
    [ROW(MSG_DEFINED_TWICE)] =
        {
            .title = {"Mã khai báo hai lần", "A code declared twice"},
            .means = {"Cùng một mã đơn vị hoặc chỉ tiêu được khai báo ở hai chỗ.",
                      "The same organisation or indicator is declared at two places."},
            .why = {"Hai khai báo có thể khác tên, khác đơn vị tính; không biết theo bên nào.",
                    "They may differ in name or unit, and nobody knows which holds."},
            .framed = true,
            .wrong = "orgs:\n"
                     "  bac-ninh: {name: Bắc Ninh}\n",
            .right = "orgs:\n"
                     "  bac-giang: {name: Tỉnh Bắc Giang}\n",
            .line = 2,
            .column = 3,
        },
    [ROW(MSG_TARGET_TWICE)] =
        {
            .title = {"Kế hoạch giao hai lần", "A target given twice"},
            .means =
                {"Một chỉ tiêu có hai mức kế hoạch mà không nói do ai giao hay điều chỉnh khi nào.",
                 "An indicator has two targets and nothing says who gave them or when one was "
                 "revised."},
            .why = {"Tỷ lệ hoàn thành khác nhau tùy mức nào được lấy.",
                    "How much is attained depends on which is taken."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: [30, 40]\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new:\n"
                     "    - {by: Tỉnh giao, at_least: 30}\n"
                     "    - {by: Liên minh giao, at_least: 40}\n",
            .line = 4,
            .column = 17,
        },
    [ROW(MSG_FIGURE_TWICE)] =
        {
            .title = {"Số liệu ghi hai lần", "A figure given twice"},
            .means = {"Một chỉ tiêu có hai số cho cùng một ngày.",
                      "An indicator has two figures for the same day."},
            .why = {"Không biết số nào là số đã chốt.", "Nobody knows which one is final."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 15}\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 16}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-06-30\n"
                     "    values: {htx_new: 16}\n",
            .line = 7,
            .column = 23,
        },
    [ROW(MSG_CYCLE)] =
        {
            .title = {"Chỉ vòng về chính nó", "Going round in a circle"},
            .means = {"Thành viên, phần hoặc tỷ số chỉ vòng quanh và về lại chỗ đầu.",
                      "Members, parts or ratios lead round and back to the start."},
            .why = {"Số của cụm là tổng các thành viên; đi vòng thì không bao giờ cộng xong.",
                    "A group is the sum of its members; in a circle the sum never ends."},
            .wrong = "orgs:\n"
                     "  tay-bac: {members: [yen-bai]}\n"
                     "  yen-bai: {members: [tay-bac]}\n",
            .right = "orgs:\n"
                     "  tay-bac: {members: [yen-bai]}\n"
                     "  yen-bai: {name: Tỉnh Yên Bái}\n",
            .line = 2,
            .column = 3,
        },
    [ROW(MSG_NO_ORG)] =
        {
            .title = {"Không biết của đơn vị nào", "No organisation"},
            .means = {"Mục này không có org, và đầu tệp cũng không có.",
                      "Neither the entry nor the top of the file has an org."},
            .why = {"Số liệu phải có chủ thì mới vào được bảng.",
                    "A figure needs an owner to enter a table."},
            .framed = true,
            .wrong = "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .line = 3,
            .column = 3,
        },
    [ROW(MSG_NO_YEAR)] =
        {
            .title = {"Không biết của năm nào", "No year"},
            .means = {"Mục này không có year, và đầu tệp cũng không có.",
                      "Neither the entry nor the top of the file has a year."},
            .why = {"Kế hoạch năm nào chỉ so với thực hiện năm đó.",
                    "A target is compared with the results of its own year."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 30\n",
            .line = 3,
            .column = 3,
        },
    [ROW(MSG_KIND_MISMATCH)] =
        {
            .title = {"Không hợp với loại chỉ tiêu", "Not for this kind of indicator"},
            .means = {"Cách viết này không dùng được cho loại (kind) của chỉ tiêu.",
                      "This does not go with the kind of the indicator."},
            .why = {"Một việc “đã xong hay chưa” không đo bằng con số, và ngược lại.",
                    "What is done or not is not measured by a number, and the other way round."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  plan_issued: {at_least: 3}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  plan_issued: {done: true}\n",
            .line = 4,
            .column = 17,
        },
    [ROW(MSG_INCREMENT_KIND)] =
        {
            .title = {"Số đến một ngày không cộng theo tháng", "A level does not add up by months"},
            .means =
                {"Chỉ tiêu là mức tại một ngày (tổng số, tỷ lệ, bình quân) nhưng lại ghi theo kỳ.",
                 "The indicator is a level on a day, but a period's figure is given."},
            .why = {"Cộng tổng số HTX của 12 tháng thì ra gấp 12 lần.",
                    "Adding up twelve months of a total makes it twelve times too large."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - during: 2024-05\n"
                     "    values: {good_share: 60}\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "actuals:\n"
                     "  - as_of: 2024-05-31\n"
                     "    values: {good_share: 60}\n",
            .line = 5,
            .column = 14,
        },
    [ROW(MSG_TARGET_CONFLICT)] =
        {
            .title = {"Khai báo khác nhau ở hai chỗ", "Declared in two ways"},
            .means =
                {"Ngưỡng đánh giá (edges) hoặc năm kế hoạch được khai báo hai lần và khác nhau.",
                 "The edges or the year's window are declared twice and differently."},
            .why =
                {"Cùng một kết quả có thể vừa “chậm” vừa “đúng tiến độ” tùy khai báo nào được lấy.",
                 "One result could be behind or on track, depending on which is taken."},
            .framed = true,
            .wrong = "edges: {slipping: 85%}\n",
            .right = "edges: {slipping: 90%}\n",
            .line = 1,
            .column = 1,
        },
    [ROW(MSG_NOT_A_GROUP)] =
        {
            .title = {"Không phải là cụm", "Not a group"},
            .means =
                {"each_member giao kế hoạch cho từng thành viên, nhưng đơn vị này không có thành "
                 "viên.",
                 "each_member gives a target to every member, but this organisation has none."},
            .why = {"Không có thành viên thì không kế hoạch nào được giao.",
                    "Without members nobody gets the target."},
            .framed = true,
            .wrong = "org: bac-ninh\n"
                     "year: 2024\n"
                     "each_member:\n"
                     "  htx_new: 20\n",
            .right = "org: bac-ninh\n"
                     "year: 2024\n"
                     "targets:\n"
                     "  htx_new: 20\n",
            .line = 4,
            .column = 3,
        },
    [ROW(MSG_MEMBERS_TOTAL)] =
        {
            .title = {"Tổng số thành viên quá nhỏ", "Fewer members than are named"},
            .means = {"members_total nhỏ hơn số thành viên đã nêu tên.",
                      "members_total is smaller than the number of members named."},
            .why = {"Con số này dùng để nói đã có bao nhiêu đơn vị báo cáo trên tổng số.",
                    "It is used to say how many of all members have reported."},
            .wrong = "orgs:\n"
                     "  yen-bai: {name: Tỉnh Yên Bái}\n"
                     "  son-la: {name: Tỉnh Sơn La}\n"
                     "  tay-bac: {members: [yen-bai, son-la], members_total: 1}\n",
            .right = "orgs:\n"
                     "  yen-bai: {name: Tỉnh Yên Bái}\n"
                     "  son-la: {name: Tỉnh Sơn La}\n"
                     "  tay-bac: {members: [yen-bai, son-la], members_total: 7}\n",
            .line = 4,
            .column = 56,
        },
    [ROW(MSG_PARTS_ABOVE)] =
        {
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
    [ROW(MSG_TOTAL_FALLS)] =
        {
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
    [ROW(MSG_INCREMENTS_DIFFER)] =
        {
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
    [ROW(MSG_SHARE_RANGE)] =
        {
            .title = {"Tỷ lệ ngoài 0 đến 100", "A share outside 0 to 100"},
            .means = {"Tỷ lệ nhỏ hơn 0% hoặc lớn hơn 100%.",
                      "The share is below 0% or above 100%."},
            .why = {"Một phần không thể lớn hơn toàn thể; có thể thiếu dấu chấm, hoặc đây là tốc "
                    "độ tăng.",
                    "A part is never more than the whole; a point may be missing, or it is a rate "
                    "of growth."},
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
    [ROW(MSG_THOUSAND_TARGET)] =
        {
            .title = {"Lệch kế hoạch khoảng một nghìn lần",
                      "About a thousand times off the target"},
            .means = {"Con số lớn hoặc nhỏ hơn kế hoạch khoảng một nghìn lần.",
                      "The figure is about a thousand times above or below the target."},
            .why = {"Thường do nhầm nghìn đồng với triệu đồng, hoặc dấu chấm; tỷ lệ hoàn thành sẽ "
                    "vô nghĩa.",
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
    [ROW(MSG_THOUSAND_HISTORY)] =
        {
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
    [ROW(MSG_MEMBERS_DIFFER)] =
        {
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
    [ROW(MSG_STOCK_BALANCE)] =
        {
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
    [ROW(MSG_OVERFLOW)] =
        {
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

static_assert(sizeof explanations_of_book / sizeof *explanations_of_book ==
                  (int)MESSAGE_COUNT - (int)MSG_UNKNOWN_INDICATOR,
              "an explanation is missing");
