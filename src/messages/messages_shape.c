/* SPDX-License-Identifier: MIT */
/* Messages about its shape (T1xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_shape[] = {
    {
        .code = MSG_UNKNOWN_KEY,
        .id = "T101",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Không có từ khóa `{0}` ở chỗ này.", "There is no key `{0}` here."},
        .hint = {"Có phải là `{1}`?", "Did you mean `{1}`?"},
        .title = {"Từ khóa không có ở đây", "An unknown key"},
        .means = {"Từ khóa này không được dùng ở chỗ này; thường là gõ sai một chữ.",
                  "The key is not used at this place; mostly it is a slip of the hand."},
        .why = {"Từ khóa gõ sai mà bị bỏ qua thì con số dưới nó âm thầm biến mất khỏi bảng.",
                "If a mistyped key were passed over, its figure would silently vanish."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {atleast: 30}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30}\n",
        .line = 4,
        .column = 13,
    },
    {
        .code = MSG_MISSING_KEY,
        .id = "T102",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{1}` thiếu từ khóa `{0}`.", "`{1}` lacks the key `{0}`."},
        .hint = {"Thêm một dòng: `{0}: …`", "Add a line: `{0}: …`"},
        .title = {"Thiếu từ khóa bắt buộc", "A required key is missing"},
        .means = {"Mục này thiếu một từ khóa không thể không có.",
                  "The entry lacks a key that it cannot do without."},
        .why = {"Thiếu nó thì con số không so được với gì, ví dụ khoảng chỉ có một đầu.",
                "Without it there is nothing to compare with, such as a range with one end."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30, to: 40}\n",
        .line = 4,
        .column = 3,
    },
    {
        .code = MSG_WANT_MAPPING,
        .id = "T103",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Dưới `{0}` phải là các dòng `từ khóa: giá trị`.",
                 "`{0}` must hold lines of `key: value`."},
        .hint = {"Xuống dòng, thụt vào hai dấu cách rồi viết từng dòng `từ khóa: giá trị`.",
                 "Begin a new line, two blanks further in, with `key: value`."},
        .title = {"Phải là các dòng “từ khóa: giá trị”", "Lines of “key: value” are wanted"},
        .means = {"Dưới từ khóa này phải là các dòng từ khóa và giá trị, không phải một danh sách "
                  "hay một số.",
                  "This key holds lines of key and value, not a list or a number."},
        .why = {"Mỗi con số phải gắn với mã chỉ tiêu của nó.",
                "Every figure has to stand with the code of its indicator."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets: [30]\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets: {htx_new: 30}\n",
        .line = 3,
        .column = 1,
    },
    {
        .code = MSG_WANT_LIST,
        .id = "T104",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` phải là một danh sách.", "`{0}` must be a list."},
        .hint = {"Viết mỗi mục trên một dòng bắt đầu bằng `- `, hoặc viết gọn: [mục 1, mục 2]",
                 "Write each entry on a line that begins with `- `, or in short: [one, two]"},
        .title = {"Phải là một danh sách", "A list is wanted"},
        .means = {"Dưới từ khóa này phải là một danh sách, kể cả khi chỉ có một mục.",
                  "This key holds a list, even of one entry."},
        .why = {"Mỗi kỳ báo cáo là một mục riêng trong danh sách, có ngày riêng.",
                "Each report is an entry of its own with its own day."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  as_of: 2024-06-30\n"
                 "  values: {htx_new: 15}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n",
        .line = 3,
        .column = 1,
    },
    {
        .code = MSG_WANT_SCALAR,
        .id = "T105",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` phải là một giá trị đơn (một số, một ngày hoặc một câu).",
                 "`{0}` must be a single value (a number, a date or a text)."},
        .hint = {"Viết giá trị ngay sau dấu hai chấm: `{0}: giá trị`",
                 "Write it behind the colon: `{0}: value`"},
        .title = {"Phải là một giá trị đơn", "A single value is wanted"},
        .means = {"Chỗ này cần một số, một ngày hoặc một câu, không phải danh sách.",
                  "A number, a date or a text is wanted here, not a list."},
        .why =
            {"Một mức kế hoạch chỉ có một con số; hai mức thì phải nói rõ là khoảng hay là hai nơi "
             "giao.",
             "One bound is one number; two have to say whether they are a range or two bodies'."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: [30, 40]}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30, to: 40}\n",
        .line = 4,
        .column = 13,
    },
    {
        .code = MSG_DUPLICATE_KEY,
        .id = "T106",
        .severity = SEVERITY_ERROR,
        .text = {"Từ khóa `{0}` được viết hai lần ở cùng một chỗ.",
                 "The key `{0}` stands here twice."},
        .hint = {"Giữ dòng đúng và xóa dòng kia; cần cả hai thì gộp lại dưới một từ khóa.",
                 "Keep the right one and delete the other; if both are needed, put them under one "
                 "key."},
        .title = {"Từ khóa viết hai lần", "A key stands twice"},
        .means = {"Cùng một từ khóa đứng hai lần ở cùng một chỗ. Một chỉ tiêu có nhiều kế hoạch "
                  "thì viết thành danh sách: [{by: Tỉnh giao, at_least: 60}, {by: Huyện giao, "
                  "at_least: 58}]",
                  "The same key stands twice at the same place. Several targets of one indicator "
                  "make a list: [{by: province, at_least: 60}, {by: district, at_least: 58}]"},
        .why = {"Không biết số nào đúng; nhiều công cụ lấy số sau mà không báo.",
                "Nobody knows which figure is right; many tools take the last without a word."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 30\n"
                 "  htx_new: 35\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: 35\n",
        .line = 5,
        .column = 3,
    },
    {
        .code = MSG_EMPTY_VALUE,
        .id = "T107",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` chưa có giá trị.", "`{0}` has no value."},
        .hint =
            {"Viết giá trị sau dấu hai chấm; chưa có số liệu thì bỏ cả dòng đi (số 0 thì viết 0).",
             "Write one behind the colon; without a figure leave the line out (0 is written 0)."},
        .title = {"Chưa có giá trị", "A value is missing"},
        .means = {"Sau dấu hai chấm không có gì.", "Nothing stands behind the colon."},
        .why = {"Để trống có thể là số 0, có thể là chưa báo cáo; hai điều đó khác hẳn nhau.",
                "Empty may mean zero or not reported, which are quite different things."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new:\n"
                 "  htx_closed: 5\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_closed: 5\n",
        .line = 4,
        .column = 3,
    },
    {
        .code = MSG_BAD_CHOICE,
        .id = "T108",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là một trong các giá trị được dùng: {1}.",
                 "`{0}` is none of the values used here: {1}."},
        .hint = {"Có phải là `{2}`?", "Did you mean `{2}`?"},
        .title = {"Giá trị ngoài danh sách cho phép", "Not one of the choices"},
        .means = {"Chỗ này chỉ nhận một trong vài từ đã định.",
                  "Only one of a few words can stand here."},
        .why = {"Loại chỉ tiêu quyết định cách cộng và so sánh, nên không thể đoán.",
                "The kind of an indicator decides how it adds up, so it is not guessed."},
        .wrong = "indicators:\n"
                 "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stok}\n",
        .right = "indicators:\n"
                 "  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock}\n",
        .line = 2,
        .column = 51,
    },
    {
        .code = MSG_BAD_ID,
        .id = "T109",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Mã `{0}` có ký tự không dùng được.",
                 "The code `{0}` has characters that are not used."},
        .hint = {"Mã chỉ gồm chữ không dấu, chữ số, dấu - và dấu _, ví dụ: bac-ninh, htx_new",
                 "A code has letters without marks, digits, - and _ only, as in bac-ninh, htx_new"},
        .title = {"Mã có ký tự không dùng được", "A code with characters not used"},
        .means = {"Mã của đơn vị hoặc chỉ tiêu có dấu tiếng Việt, dấu cách hoặc ký hiệu lạ.",
                  "The code of an organisation or indicator has marks, blanks or odd signs."},
        .why =
            {"Mã được gõ lại nhiều lần ở nhiều tệp; chữ không dấu thì máy nào cũng gõ giống nhau.",
             "Codes are typed again and again in many files; plain letters come out the same "
             "everywhere."},
        .wrong = "orgs:\n"
                 "  bắc-ninh: {name: Tỉnh Bắc Ninh}\n",
        .right = "orgs:\n"
                 "  bac-ninh: {name: Tỉnh Bắc Ninh}\n",
        .line = 2,
        .column = 3,
    },
    {
        .code = MSG_CUT_BY_COMMA,
        .id = "T110",
        .severity = SEVERITY_WARNING,
        .text = {"Văn bản bị cắt ở dấu phẩy: phần `{0}` không được đọc.",
                 "The text is cut at the comma: `{0}` is not read."},
        .hint = {"Trong dấu { } phải đặt văn bản có dấu phẩy trong dấu nháy, ví dụ: {name: \"Tỷ lệ "
                 "HTX tốt, khá\"}",
                 "Inside { } put a text that has a comma in quotes, as in {name: \"good, fair\"}"},
        .title = {"Văn bản bị cắt ở dấu phẩy", "A text cut at a comma"},
        .means =
            {"Trong ngoặc { } dấu phẩy ngăn các mục, nên phần sau dấu phẩy không thuộc tên nữa.",
             "Inside { } a comma ends the entry, so what follows is not part of the name."},
        .why = {"Tên chỉ tiêu trong bảng sẽ cụt: “Tỷ lệ HTX tốt” thay cho “Tỷ lệ HTX tốt, khá”.",
                "The name in the table would be cut short."},
        .wrong = "indicators:\n"
                 "  good: {name: Tỷ lệ HTX tốt, khá, unit: \"%\", kind: share}\n",
        .right = "indicators:\n"
                 "  good: {name: \"Tỷ lệ HTX tốt, khá\", unit: \"%\", kind: share}\n",
        .line = 2,
        .column = 31,
    },
    {
        .code = MSG_CUT_BY_HASH,
        .id = "T111",
        .severity = SEVERITY_WARNING,
        .text = {"Văn bản bị cắt ở dấu #: phần `{0}` bị coi là ghi chú.",
                 "The text is cut at the #: `{0}` is taken for a comment."},
        .hint = {"Là văn bản thì đặt cả câu trong dấu nháy; là ghi chú thì viết một dấu cách sau "
                 "dấu #.",
                 "For a text, put all of it in quotes; for a comment, write a blank behind the #."},
        .title = {"Văn bản bị cắt ở dấu #", "A text cut at a #"},
        .means = {"Dấu # sau dấu cách mở đầu một ghi chú, nên phần sau nó không được đọc.",
                  "A # behind a blank begins a comment, so what follows is not read."},
        .why = {"Số hiệu văn bản trong nguồn sẽ mất mà không ai hay.",
                "The number of a document would be lost without notice."},
        .wrong = "source: Công văn #12\n",
        .right = "source: \"Công văn #12\"\n",
        .line = 1,
        .column = 18,
    },
    {
        .code = MSG_MISSING_BLANK,
        .id = "T112",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Thiếu dấu cách sau dấu hai chấm ở `{0}`.",
                 "The blank behind the colon is missing in `{0}`."},
        .hint = {"Viết {1}", "Write {1}"},
        .title = {"Thiếu dấu cách sau dấu hai chấm", "No blank behind the colon"},
        .means = {"Sau dấu hai chấm phải có một dấu cách.",
                  "A colon has to be followed by a blank."},
        .why = {"Không có dấu cách thì `from:4` chỉ là một từ và con số bị mất.",
                "Without it `from:4` is one word and the figure is lost."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from:4, to: 6}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 4, to: 6}\n",
        .line = 4,
        .column = 13,
    },
    {
        .code = MSG_TARGET_SHAPE,
        .id = "T113",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Kế hoạch này không nói rõ một mức: {0}.",
                 "This target does not state one goal: {0}."},
        .hint = {"Viết đúng một cách, ví dụ: 30 hoặc {at_least: 30} hoặc {from: 30, to: 40} hoặc "
                 "{grow_by: 10%}",
                 "State it in one way, as in 30 or {at_least: 30} or {from: 30, to: 40} or "
                 "{grow_by: 10%}"},
        .title = {"Kế hoạch không nói rõ một mức", "A target that is not one goal"},
        .means = {"Kế hoạch này không nêu mức nào, hoặc nêu hai mức không đi với nhau.",
                  "The target states no bound, or two that do not go together."},
        .why = {"Không biết đạt mức nào mới là hoàn thành thì không đánh giá được.",
                "Without one bound nobody can say when it is met."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, at_most: 50}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {from: 30, to: 50}\n",
        .line = 4,
        .column = 3,
    },
    {
        .code = MSG_BAD_BOOLEAN,
        .id = "T114",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"`{0}` không phải là có hay không.", "`{0}` is neither yes nor no."},
        .hint = {"Viết có hoặc không (cũng nhận yes, no, true, false).",
                 "Write yes or no (có, không, true, false do as well)."},
        .title = {"Không rõ có hay không", "Neither yes nor no"},
        .means = {"Chỉ tiêu loại “hoàn thành” chỉ nhận có hoặc không.",
                  "An indicator of kind done takes yes or no only."},
        .why = {"“Đang làm” hay “sắp xong” chưa phải là xong; nói rõ ở ghi chú.",
                "“Nearly” is not done; say so in a note."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  plan_issued: {done: có lẽ}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  plan_issued: {done: có}\n",
        .line = 4,
        .column = 23,
    },
    {
        .code = MSG_ONLY_ONE,
        .id = "T115",
        .severity = SEVERITY_ERROR,
        .shape = true,
        .text = {"Ở đây phải có đúng một trong các từ khóa: {0}.",
                 "Exactly one of these keys has to stand here: {0}."},
        .hint = {"Giữ một; hai việc khác nhau thì viết thành hai mục của một danh sách.",
                 "Keep one; two different things make two entries of a list."},
        .title = {"Phải có đúng một trong các từ khóa", "Exactly one of several keys"},
        .means = {"Các từ khóa này loại trừ nhau: phải có một và chỉ một.",
                  "These keys exclude each other: one of them, and only one, has to stand."},
        .why = {"Một số không thể vừa là lũy kế đến ngày vừa là số riêng của tháng.",
                "A figure cannot be both a running total and one month's own."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {as_of: 2024-01-31, during: 2024-01, values: {htx_new: 3}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - {during: 2024-01, values: {htx_new: 3}}\n",
        .line = 4,
        .column = 25,
    },
    {
        .code = MSG_PACE_UNUSED,
        .id = "T150",
        .severity = SEVERITY_WARNING,
        .text = {"`{0}` không có tác dụng: chỉ tiêu loại `{1}` không xét tiến độ.",
                 "`{0}` has no effect: an indicator of kind `{1}` is not paced."},
        .hint = {"Bỏ khóa này đi.", "Leave the key out."},
        .title = {"Tiến độ ở chỗ không xét tiến độ", "A pace where none is asked"},
        .means = {"pace hay milestones ở chỉ tiêu không xét tiến độ: tỷ lệ, tốc độ tăng, có hay "
                  "không, bình quân không cộng dồn.",
                  "pace or milestones for an indicator that is not paced: a share, a rate, a yes "
                  "or no, a mean that does not accumulate."},
        .why = {"Người viết tưởng rằng tiến độ được xét, bảng thì không xét.",
                "Whoever wrote it expects a pace that the table does not know."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {at_least: 60, pace: linear}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  good_share: {at_least: 60}\n",
        .line = 4,
        .column = 30,
    },
    {
        .code = MSG_SEASON_UNUSED,
        .id = "T151",
        .severity = SEVERITY_WARNING,
        .text = {"`pace: last_year` không có tác dụng ở chỉ tiêu loại `{0}`.",
                 "`pace: last_year` has no effect for an indicator of kind `{0}`."},
        .hint = {"Bỏ đi, hoặc viết pace: linear.", "Leave it out, or write pace: linear."},
        .title = {"Mùa vụ ở chỗ không phải số phát sinh", "A season of what is no flow"},
        .means = {"pace: last_year chia kế hoạch theo phần đã làm cùng kỳ năm trước; chỉ số phát "
                  "sinh (flow) mới có phần ấy.",
                  "pace: last_year spreads the target as last year went; only a flow has such a "
                  "course."},
        .why = {"Số có đến một ngày không cộng dồn, nên không nói được đã đi bao nhiêu phần.",
                "A level does not accumulate, so no part of it has been done."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_total: {at_least: 700, pace: last_year}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_total: {at_least: 700, pace: linear}\n",
        .line = 4,
        .column = 30,
    },
    {
        .code = MSG_WEIGHT_UNUSED,
        .id = "T152",
        .severity = SEVERITY_WARNING,
        .text = {"`weight` không có tác dụng: chỉ tiêu này gộp theo cách `{0}`.",
                 "`weight` has no effect: this indicator is rolled up by `{0}`."},
        .hint = {"Bỏ đi, hoặc viết rollup: weighted.", "Leave it out, or write rollup: weighted."},
        .title = {"Quyền số không dùng đến", "A weight that nothing uses"},
        .means = {"Quyền số chỉ dùng khi gộp số bình quân có quyền số (weighted).",
                  "A weight is used only by the roll-up weighted."},
        .why = {"Người viết tưởng số của cụm có tính quyền số, bảng thì không.",
                "Whoever wrote it expects a weighted figure of the group, which the table does not "
                "have."},
        .wrong = "indicators:\n"
                 "  a: {name: Thành viên, unit: người, kind: stock}\n"
                 "  b: {name: Tỷ lệ tốt, kind: share, weight: a}\n",
        .right = "indicators:\n"
                 "  a: {name: Thành viên, unit: người, kind: stock}\n"
                 "  b: {name: Tỷ lệ tốt, kind: share, rollup: weighted, weight: a}\n",
        .line = 3,
        .column = 37,
    },
    {
        .code = MSG_TARGET_WEIGHT,
        .id = "T153",
        .severity = SEVERITY_WARNING,
        .text = {"`weight` của mục tiêu không có tác dụng khi so sánh.",
                 "The `weight` of a target has no effect on the comparison."},
        .hint = {"Bỏ đi cũng được; bảng không chấm điểm.",
                 "It may be left out; nothing is scored."},
        .title = {"Trọng số của mục tiêu", "The weight of a target"},
        .means = {"Mục tiêu ghi trọng số; bảng so thực hiện với kế hoạch, không chấm điểm.",
                  "The target has a weight; the table compares, it does not score."},
        .why = {"Người viết tưởng có điểm tổng tính theo trọng số này.",
                "Whoever wrote it expects a score by this weight."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, weight: 2}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30}\n",
        .line = 4,
        .column = 27,
    },
    {
        .code = MSG_PLACEHOLDER,
        .id = "T154",
        .severity = SEVERITY_WARNING,
        .text = {"`{0}` không phải chỗ máy điền được, sẽ in nguyên như vậy.",
                 "`{0}` is nothing that can be filled in; it is printed as it stands."},
        .hint = {"Viết {period}, {year} hoặc {as_of}.", "Write {period}, {year} or {as_of}."},
        .title = {"Chỗ điền không có", "A placeholder that does not exist"},
        .means = {"Trong title, form, place_date, attached_to của report, chữ trong ngoặc nhọn là "
                  "chỗ máy điền: {period}, {year}, {as_of}.",
                  "In title, form, place_date and attached_to of report, a word in braces is "
                  "filled in: {period}, {year}, {as_of}."},
        .why = {"Biểu sẽ in ra cả dấu ngoặc nhọn.", "The table would be printed with the braces."},
        .wrong = "report:\n"
                 "  title: \"TÌNH HÌNH THỰC HIỆN {nam}\"\n",
        .right = "report:\n"
                 "  title: \"TÌNH HÌNH THỰC HIỆN {year}\"\n",
        .line = 2,
        .column = 31,
    },
    {
        .code = MSG_NOTE_UNUSED,
        .id = "T155",
        .severity = SEVERITY_WARNING,
        .text =
            {"Ghi chú của `{0}` không in ở đâu: mục này không có số của chỉ tiêu ấy.",
             "The note on `{0}` is printed nowhere: this entry has no figure of that indicator."},
        .hint = {"Ghi thêm số vào values, hoặc bỏ ghi chú đi.",
                 "Add the figure under values, or leave the note out."},
        .title = {"Ghi chú không có số bên cạnh", "A note without a figure"},
        .means = {"Ghi chú in cạnh con số của cùng một mục; mục này không có số ấy.",
                  "A note is printed beside the figure of its entry; this entry has none."},
        .why = {"Người viết tưởng ghi chú có trong bảng.",
                "Whoever wrote it expects it in the table."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    notes: {htx_total: chưa thống kê}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "actuals:\n"
                 "  - as_of: 2024-06-30\n"
                 "    values: {htx_new: 15}\n"
                 "    notes: {htx_new: hai HTX tháng 6}\n",
        .line = 6,
        .column = 13,
    },
    {
        .code = MSG_PACE_BESIDE,
        .id = "T156",
        .severity = SEVERITY_WARNING,
        .text = {"`pace` không có tác dụng bên cạnh `milestones`.",
                 "`pace` has no effect beside `milestones`."},
        .hint = {"Giữ một: các mốc nói tiến độ, hoặc pace nói.",
                 "Keep one: either the milestones say the pace or pace does."},
        .title = {"Tiến độ nói hai lần", "A pace said twice"},
        .means = {"Mục tiêu có các mốc thì tiến độ theo mốc; pace bên cạnh không được dùng.",
                  "With milestones a target is paced by them; pace beside them is not used."},
        .why = {"Người viết tưởng pace được dùng, bảng thì theo mốc.",
                "Whoever wrote it expects the pace that the table does not use."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, pace: linear, milestones: {2024-06-30: 40%}}\n",
        .right = "org: bac-ninh\n"
                 "year: 2024\n"
                 "targets:\n"
                 "  htx_new: {at_least: 30, milestones: {2024-06-30: 40%}}\n",
        .line = 4,
        .column = 27,
    },
    {
        .code = MSG_HEADS_UNUSED,
        .id = "T157",
        .severity = SEVERITY_WARNING,
        .text = {"Đầu cột “{0}” không đứng trên cột nào: `heads` dài hơn số cột.",
                 "The head “{0}” stands over no column: there are more `heads` than columns."},
        .hint =
            {"heads xếp theo STT, Chỉ tiêu, rồi đúng thứ tự của columns; thêm cột, hoặc bỏ bớt.",
             "heads follow No., Indicator, then columns in their order; add a column, or leave "
             "it out."},
        .title = {"Đầu cột thừa", "A head without a column"},
        .means =
            {"Mỗi chữ trong heads là đầu của một cột, từ trái sang; không viết columns thì chỉ "
             "đặt được chữ cho STT và Chỉ tiêu.",
             "Each word in heads is that of a column, from the left; without columns only the "
             "first two can be named."},
        .why = {"Chữ viết lệch cột thì cả biểu nói sai.",
                "Words over the wrong column make the whole table wrong."},
        .framed = true,
        .wrong = "org: bac-ninh\n"
                 "report:\n"
                 "  columns: [target]\n"
                 "  heads: [TT, Chỉ tiêu, Kế hoạch, Ghi chú]\n",
        .right = "org: bac-ninh\n"
                 "report:\n"
                 "  columns: [target, note]\n"
                 "  heads: [TT, Chỉ tiêu, Kế hoạch, Ghi chú]\n",
        .line = 4,
        .column = 35,
    },
};

static_assert(sizeof messages_of_shape / sizeof *messages_of_shape == MESSAGES_OF_SHAPE,
              "a message is missing");
