/* SPDX-License-Identifier: MIT */
/* Messages about references and conflicts (T4xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_references[] = {
    {
        .code = MSG_UNKNOWN_INDICATOR,
        .id = "T401",
        .severity = SEVERITY_ERROR,
        .text = {"Không có chỉ tiêu nào mang mã `{0}`.", "No indicator has the code `{0}`."},
        .hint = {"Có phải là `{1}`?", "Did you mean `{1}`?"},
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
    {
        .code = MSG_UNKNOWN_ORG,
        .id = "T402",
        .severity = SEVERITY_ERROR,
        .text = {"Không có đơn vị nào mang mã `{0}`.", "No organisation has the code `{0}`."},
        .hint = {"Có phải là `{1}`?", "Did you mean `{1}`?"},
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
    {
        .code = MSG_DEFINED_TWICE,
        .id = "T403",
        .severity = SEVERITY_ERROR,
        .text = {"Mã `{0}` được khai báo hai lần.", "The code `{0}` is declared twice."},
        .hint = {"Giữ một chỗ khai báo, xóa chỗ kia hoặc đổi sang mã khác.",
                 "Keep one declaration; delete the other or give it another code."},
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
    {
        .code = MSG_TARGET_TWICE,
        .id = "T404",
        .severity = SEVERITY_ERROR,
        .text = {"Kế hoạch của `{0}` được giao hai lần.", "The target of `{0}` is given twice."},
        .hint = {"Giữ một. Nếu do hai nơi giao thì ghi rõ `by` cho từng kế hoạch; nếu là điều "
                 "chỉnh thì viết `revised` với ngày.",
                 "Keep one. If two bodies assigned them, say so with `by`; if it was revised, use "
                 "`revised` with the date."},
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
    {
        .code = MSG_FIGURE_TWICE,
        .id = "T405",
        .severity = SEVERITY_ERROR,
        .text = {"Số liệu của `{0}` ngày {1} được ghi hai lần.",
                 "The figure of `{0}` for {1} is given twice."},
        .hint = {"Giữ số đúng, xóa số kia.", "Keep the right one and delete the other."},
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
    {
        .code = MSG_CYCLE,
        .id = "T406",
        .severity = SEVERITY_ERROR,
        .text = {"Các mã chỉ vòng về chính nó: {0}.",
                 "These refer to each other in a circle: {0}."},
        .hint = {"Bỏ một mắt trong vòng đó.", "Remove one link of the circle."},
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
    {
        .code = MSG_NO_ORG,
        .id = "T407",
        .severity = SEVERITY_ERROR,
        .text = {"Mục này không cho biết là của đơn vị nào.",
                 "It is not said to which organisation this belongs."},
        .hint = {"Thêm ở đầu tệp một dòng, ví dụ: org: bac-ninh",
                 "Add a line at the top of the file, as in: org: bac-ninh"},
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
    {
        .code = MSG_NO_YEAR,
        .id = "T408",
        .severity = SEVERITY_ERROR,
        .text = {"Mục này không cho biết là của năm nào.",
                 "It is not said to which year this belongs."},
        .hint = {"Thêm ở đầu tệp một dòng, ví dụ: year: 2024",
                 "Add a line at the top of the file, as in: year: 2024"},
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
    {
        .code = MSG_KIND_MISMATCH,
        .id = "T409",
        .severity = SEVERITY_ERROR,
        .text = {"`{0}` không dùng được cho chỉ tiêu loại `{1}`.",
                 "`{0}` does not go with an indicator of kind `{1}`."},
        .hint = {"Sửa lại chỗ này, hoặc sửa `kind` của chỉ tiêu nếu khai báo sai loại.",
                 "Change it, or the indicator's `kind` if that is wrong."},
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
    {
        .code = MSG_INCREMENT_KIND,
        .id = "T410",
        .severity = SEVERITY_ERROR,
        .text = {"Chỉ tiêu `{0}` là số có đến một ngày, không cộng dồn theo tháng hay quý.",
                 "`{0}` is a level; it does not add up by months or quarters."},
        .hint = {"Dùng `as_of` với ngày của số liệu thay cho `during`.",
                 "Use `as_of` with the day of the figure instead of `during`."},
        .title = {"Số đến một ngày không cộng theo tháng", "A level does not add up by months"},
        .means = {"Chỉ tiêu là mức tại một ngày (tổng số, tỷ lệ, bình quân) nhưng lại ghi theo kỳ.",
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
    {
        .code = MSG_TARGET_CONFLICT,
        .id = "T411",
        .severity = SEVERITY_ERROR,
        .text = {"Điều này đã được khai báo khác đi ở chỗ khác.",
                 "This was declared differently elsewhere."},
        .hint = {"Chỉ khai báo một lần, hoặc viết hai chỗ giống nhau.",
                 "Declare it once, or the same way at both places."},
        .title = {"Khai báo khác nhau ở hai chỗ", "Declared in two ways"},
        .means = {"Ngưỡng đánh giá (edges) hoặc năm kế hoạch được khai báo hai lần và khác nhau.",
                  "The edges or the year's window are declared twice and differently."},
        .why = {"Cùng một kết quả có thể vừa “chậm” vừa “đúng tiến độ” tùy khai báo nào được lấy.",
                "One result could be behind or on track, depending on which is taken."},
        .framed = true,
        .wrong = "edges: {slipping: 85%}\n",
        .right = "edges: {slipping: 90%}\n",
        .line = 1,
        .column = 1,
    },
    {
        .code = MSG_NOT_A_GROUP,
        .id = "T412",
        .severity = SEVERITY_ERROR,
        .text = {"`{0}` không có thành viên nào để giao `each_member`.",
                 "`{0}` has no members to give an `each_member` target to."},
        .hint = {"Khai báo trong orgs.yaml: members: [yen-bai, son-la] hoặc members_total: 7",
                 "Declare them in orgs.yaml: members: [yen-bai, son-la] or members_total: 7"},
        .title = {"Không phải là cụm", "Not a group"},
        .means =
            {"each_member giao kế hoạch cho từng thành viên, nhưng đơn vị này không có thành viên.",
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
    {
        .code = MSG_MEMBERS_TOTAL,
        .id = "T413",
        .severity = SEVERITY_ERROR,
        .text = {"Ghi tổng số {0} thành viên nhưng nêu tên {1}.",
                 "{0} members are stated, but {1} are named."},
        .hint = {"Sửa `members_total` cho bằng hoặc lớn hơn số đã nêu tên.",
                 "Make `members_total` at least the number named."},
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
    {
        .code = MSG_BREAKDOWN_CONFLICT,
        .id = "T450",
        .severity = SEVERITY_ERROR,
        .text = {"Cách chia {1} của `{0}` vừa khai complete: có vừa khai không.",
                 "The breakdown {1} of `{0}` is declared both complete and not."},
        .hint = {"Ghi complete như nhau ở mọi phần của cách chia ấy.",
                 "Say the same complete in all parts of that breakdown."},
        .title = {"Một cách chia vừa đủ vừa không đủ", "A breakdown both complete and not"},
        .means = {"Phần này nói các phần cộng lại đúng bằng tổng, phần kia nói không.",
                  "One part says that the parts are the whole, another says that they are not."},
        .why = {"Không biết có phải đem tổng các phần so với tổng hay không.",
                "It is unknown whether the sum must equal the whole."},
        .wrong = "indicators:\n"
                 "  a: {name: Tổng số HTX, unit: HTX, kind: stock}\n"
                 "  b: {name: HTX tốt, unit: HTX, kind: stock, part_of: {whole: a, by: xếp loại, "
                 "complete: có}}\n"
                 "  c: {name: HTX khá, unit: HTX, kind: stock, part_of: {whole: a, by: xếp loại, "
                 "complete: không}}\n",
        .right = "indicators:\n"
                 "  a: {name: Tổng số HTX, unit: HTX, kind: stock}\n"
                 "  b: {name: HTX tốt, unit: HTX, kind: stock, part_of: {whole: a, by: xếp loại, "
                 "complete: có}}\n"
                 "  c: {name: HTX khá, unit: HTX, kind: stock, part_of: {whole: a, by: xếp loại, "
                 "complete: có}}\n",
        .line = 4,
        .column = 80,
    },
    {
        .code = MSG_ELSEWHERE,
        .id = "T451",
        .severity = SEVERITY_ERROR,
        .text = {"Mã `{0}` và những mã khác dùng ở đây ({1} mã) được khai ở tệp khác, mà tệp ấy "
                 "không được đọc cùng.",
                 "The id `{0}` and others used here ({1} ids) are declared in other files, which "
                 "are not read along."},
        .hint = {"Kiểm cả thư mục: tiendo check targets actuals; chưa khai thì khai ở orgs, "
                 "indicators.",
                 "Check the folders together: tiendo check targets actuals; or declare them in "
                 "orgs, indicators."},
        .title = {"Mã khai ở tệp khác", "Ids declared elsewhere"},
        .means = {"Tệp được kiểm một mình, trong khi đơn vị và chỉ tiêu của nó khai ở tệp khác.",
                  "The file is checked by itself, while its organisations and indicators are "
                  "declared in other files."},
        .why = {"Không biết chỉ tiêu thì không biết đơn vị tính, loại, chiều tốt.",
                "Without the indicator neither its unit nor its kind is known."},
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 "indicators:\n"
                 "  htx_new: {name: HTX mới, unit: HTX, kind: flow}\n"
                 "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n",
        .line = 1,
        .column = 6,
    },
    {
        .code = MSG_NO_ENGLISH,
        .id = "T452",
        .severity = SEVERITY_WARNING,
        .text = {"`{0}` chưa có chữ tiếng Anh (cùng loại, {2}, còn thiếu {1} chữ).",
                 "`{0}` has no English (texts of its kind, {2}, without it: {1})."},
        .hint = {"Thêm vào mục english: {0}: chữ tiếng Anh",
                 "Add to the section english: {0}: its English"},
        .title = {"Chữ chưa có tiếng Anh", "A text without English"},
        .means =
            {"Tập hợp tệp có mục english, mà một đơn vị tính, đề mục, ghi chú hay người phụ trách "
             "chưa có trong đó.",
             "The book has a section english that lacks a unit, a heading, a note or an owner."},
        .why = {"Bản in với --lang en sẽ lẫn chữ tiếng Việt.",
                "What --lang en prints would still hold Vietnamese."},
        .wrong = "indicators:\n"
                 "  a: {name: Thành viên, name_en: Members, unit: người, kind: stock}\n"
                 "english: {triệu đồng: million dong}\n",
        .right = "indicators:\n"
                 "  a: {name: Thành viên, name_en: Members, unit: người, kind: stock}\n"
                 "english: {người: people}\n",
        .line = 2,
        .column = 3,
    },
    {
        .code = MSG_NO_ENGLISH_NAME,
        .id = "T453",
        .severity = SEVERITY_WARNING,
        .text = {"Tên `{0}` chưa có tiếng Anh (còn thiếu {1} tên).",
                 "The name `{0}` has no English (names without it: {1})."},
        .hint = {"Thêm name_en cạnh name.", "Add name_en beside name."},
        .title = {"Tên chưa có tiếng Anh", "A name without English"},
        .means =
            {"Tập hợp tệp có mục english, mà một đơn vị hay chỉ tiêu chưa có name_en.",
             "The book has a section english, yet an organisation or indicator has no name_en."},
        .why = {"Bản in với --lang en sẽ lẫn chữ tiếng Việt.",
                "What --lang en prints would still hold Vietnamese."},
        .wrong = "indicators:\n"
                 "  a: {name: Thành viên, unit: người, kind: stock}\n"
                 "english: {người: people}\n",
        .right = "indicators:\n"
                 "  a: {name: Thành viên, name_en: Members, unit: người, kind: stock}\n"
                 "english: {người: people}\n",
        .line = 2,
        .column = 3,
    },
    {
        .code = MSG_OVERRIDE_TWICE,
        .id = "T454",
        .severity = SEVERITY_WARNING,
        .text = {"Đánh giá của `{0}` bị sửa hai lần cho cùng một dòng.",
                 "The verdict on `{0}` is set twice for the same row."},
        .hint = {"Giữ một, hoặc ghi by, during để nói rõ kế hoạch nào.",
                 "Keep one, or say with by and during which target is meant."},
        .title = {"Sửa đánh giá hai lần", "A verdict set twice"},
        .means = {"overrides sửa đánh giá của cùng một chỉ tiêu, cùng đơn vị, năm, by và during ở "
                  "hai chỗ.",
                  "Two overrides set the verdict on one indicator of the same organisation, year, "
                  "by and during."},
        .why = {"Không biết theo bên nào.", "Nobody knows which holds."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets: {htx_new: 30}\n"
                 "overrides:\n"
                 "  htx_new:\n"
                 "    - {status: met, why: a}\n"
                 "    - {status: missed, why: b}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets: {htx_new: 30}\n"
                 "overrides:\n"
                 "  htx_new:\n"
                 "    - {status: met, why: a}\n",
        .line = 7,
        .column = 7,
    },
    {
        .code = MSG_TOO_MANY_LEVELS,
        .id = "T455",
        .severity = SEVERITY_ERROR,
        .text = {"Từ `{0}` xuống có hơn {1} cấp lồng nhau.",
                 "There are more than {1} levels from `{0}` down."},
        .hint = {"Bỏ bớt các cấp ở giữa, nêu thẳng đơn vị hoặc chỉ tiêu ở dưới.",
                 "Leave out levels between: name directly what stands below."},
        .title = {"Lồng nhau quá nhiều cấp", "Too many levels"},
        .means = {"Cụm trong cụm, phần trong phần, hoặc đơn vị nhập vào nhau qua hơn 16 cấp.",
                  "Groups in groups, parts of parts or mergers of mergers of more than 16 levels."},
        .why = {"Từ trung ương xuống hợp tác xã có năm cấp; nhiều hơn 16 thì là viết nhầm.",
                "From the nation down to a cooperative there are five; more than 16 are a slip."},
        .wrong = "orgs:\n"
                 "  g1: {members: [g2]}\n"
                 "  g2: {members: [g3]}\n"
                 "  g3: {members: [g4]}\n"
                 "  g4: {members: [g5]}\n"
                 "  g5: {members: [g6]}\n"
                 "  g6: {members: [g7]}\n"
                 "  g7: {members: [g8]}\n"
                 "  g8: {members: [g9]}\n"
                 "  g9: {members: [g10]}\n"
                 "  g10: {members: [g11]}\n"
                 "  g11: {members: [g12]}\n"
                 "  g12: {members: [g13]}\n"
                 "  g13: {members: [g14]}\n"
                 "  g14: {members: [g15]}\n"
                 "  g15: {members: [g16]}\n"
                 "  g16: {members: [g17]}\n"
                 "  g17: {name: HTX Yên Bình}\n",
        .right = "orgs:\n"
                 "  tay-bac: {members: [yen-bai]}\n"
                 "  yen-bai: {name: Tỉnh Yên Bái}\n",
        .line = 2,
        .column = 3,
    },
    {
        .code = MSG_TOO_MUCH,
        .id = "T456",
        .severity = SEVERITY_ERROR,
        .text = {"Thành viên, chỉ tiêu và cụm nhân với nhau: số liệu này cần hơn {1} triệu bước "
                 "tính, nhiều nhất là ở {0}.",
                 "Members, indicators and groups multiply: this takes more than {1} million steps "
                 "to compute, most of them for {0}."},
        .hint = {"Giao chỉ tiêu cho ít thành viên hơn, hoặc chia thành nhiều thư mục, mỗi thư mục "
                 "một cụm; nếu đúng là cần tất cả thì nâng mức ấy bằng --max-size.",
                 "Assign to fewer members, or split it into folders of one group each; if all of "
                 "it is needed, raise the limit with --max-size."},
        .title = {"Phải tính quá nhiều", "Too much to compute"},
        .means = {"Mỗi dòng đều đúng, nhưng 400 thành viên nhân với 400 chỉ tiêu thành 160.000 "
                  "dòng của bảng. Số bước được tính là 5 triệu, thêm một bước cho mỗi byte của "
                  "các tệp.",
                  "Each line is right, but 400 members times 400 indicators are 160,000 rows. 5 "
                  "million steps may be computed, and one more for each byte of the files."},
        .why = {"Tính mấy phút rồi ra một bảng không ai đọc hết; cả nước với 33.763 đơn vị cũng "
                "chưa đến mức ấy.",
                "Minutes of computing would give a table that nobody reads to its end; a nation of "
                "33,763 organisations stays below that."},
        .form = EXAMPLE_COUNTED,
        .wrong = "orgs:\n"
                 "  cum:\n"
                 "    name: Cụm 1\n"
                 "    members:\n"
                 "      - h№\n"
                 "  h№: {name: HTX №}\n"
                 "indicators:\n"
                 "  i№: {name: Chỉ tiêu №, unit: HTX, kind: flow}\n"
                 "org: cum\n"
                 "year: 2024\n"
                 "each_member:\n"
                 "  i№: 1\n",
        .right = "orgs:\n"
                 "  cum: {name: Cụm 1, members: [bac-ninh, yen-bai]}\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n"
                 "  yen-bai: {name: Tỉnh Yên Bái}\n"
                 "indicators: {htx_new: {name: HTX thành lập mới, unit: HTX, kind: flow}}\n"
                 "org: cum\n"
                 "year: 2024\n"
                 "each_member: {htx_new: 20}\n",
        .line = 2,
        .column = 3,
    },
};

static_assert(sizeof messages_of_references / sizeof *messages_of_references ==
                  MESSAGES_OF_REFERENCES,
              "a message is missing");
