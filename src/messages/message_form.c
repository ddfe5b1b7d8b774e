/* Messages about the file as text (T0xx) and about its shape (T1xx). */
#include <assert.h>

#include "message_table.h"

const struct message messages_of_form[] = {
    [MSG_NOT_UTF8] = MESSAGE_ERROR(
        "T001", "Tệp không được lưu theo bảng mã UTF-8: byte {0} ở đây không phải là chữ.",
        "The file is not UTF-8: byte {0} here is no character.",
        "Mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại. Chữ gõ "
        "bằng phông cũ (TCVN3, VNI) phải đổi sang Unicode trước.",
        "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save."),
    [MSG_UTF16] = MESSAGE_ERROR(
        "T002", "Tệp được lưu theo bảng mã UTF-16 (Notepad cũ gọi là Unicode), phải là UTF-8.",
        "The file is UTF-16 (called Unicode in older Notepads); it must be UTF-8.",
        "Mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại.",
        "Open it in Notepad, choose File > Save As, set Encoding to UTF-8 and save."),
    [MSG_NUL] =
        MESSAGE_ERROR("T003", "Có ký tự rỗng (NUL) ở đây: tệp bị hỏng hoặc không phải tệp văn bản.",
                      "There is a NUL character here: the file is damaged or is not text.",
                      "Xóa ký tự này, hoặc lấy lại tệp từ bản lưu.",
                      "Delete the character, or restore the file from a copy."),
    [MSG_TAB] = MESSAGE_ERROR("T004", "Dòng này thụt vào bằng phím Tab, YAML không nhận.",
                              "This line is indented with a tab, which YAML refuses.",
                              "Xóa Tab và thụt vào bằng dấu cách, mỗi bậc hai dấu cách.",
                              "Replace the tab by blanks, two for each level."),
    [MSG_YAML] = MESSAGE_ERROR(
        "T005", "Không đọc được chỗ này (thư viện YAML báo: {0}).",
        "This cannot be read as YAML ({0}).",
        "Xem dòng này và dòng ngay trên: dấu hai chấm, dấu nháy, dấu ngoặc, khoảng thụt vào.",
        "Look at this line and the one above: colon, quotes, brackets, indentation."),
    [MSG_BLOCK_SIGN] = MESSAGE_ERROR(
        "T006", "Không viết được dấu so sánh như ở `{0}`: YAML hiểu là mở đầu một đoạn văn.",
        "`{0}` is no comparison to YAML: the sign begins a block of text.", "Viết {1}",
        "Write {1}"),
    [MSG_BARE_PERCENT] = MESSAGE_ERROR(
        "T007", "Dấu % đứng đầu giá trị (`{0}`) mà không có dấu nháy, YAML không nhận.",
        "`{0}` begins with % and has no quotes, which YAML refuses.",
        "Đặt trong dấu nháy, viết: {1}", "Put it in quotes: {1}"),
    [MSG_MANY_DOCUMENTS] = MESSAGE_ERROR(
        "T008", "Một tệp chỉ chứa một phần nội dung; dòng `---` này mở ra phần thứ hai.",
        "One file holds one document; this `---` begins a second one.",
        "Xóa dòng `---`, hoặc chuyển phần sau sang một tệp riêng.",
        "Delete the `---`, or move what follows into a file of its own."),
    [MSG_ALIAS] = MESSAGE_ERROR(
        "T009", "Không dùng dấu & và * để tham chiếu trong tệp (`{0}`).",
        "Anchors (&) and aliases (*) are not used here (`{0}`).",
        "Viết lại giá trị ở từng chỗ; nếu dấu đó là một phần của văn bản thì đặt cả câu trong dấu "
        "nháy.",
        "Write the value out at each place; if the sign is part of a text, put it in quotes."),
    [MSG_TAG] = MESSAGE_ERROR(
        "T010", "Không dùng nhãn kiểu bắt đầu bằng dấu ! (`{0}`).",
        "Tags that begin with ! are not used here (`{0}`).",
        "Bỏ nhãn đó; nếu dấu ! là một phần của văn bản thì đặt cả câu trong dấu nháy.",
        "Leave it out; if the ! is part of a text, put it in quotes."),
    [MSG_TOO_DEEP] = MESSAGE_ERROR(
        "T011", "Nội dung lồng vào nhau quá 64 bậc.",
        "More than 64 levels lie inside each other here.",
        "Xem lại các dấu ngoặc mở và khoảng thụt vào: tệp bình thường chỉ có năm, sáu bậc.",
        "Check open brackets and indentation: a normal file has five or six levels."),
    [MSG_TOO_LARGE] = MESSAGE_ERROR("T012", "Tệp lớn hơn {0} MB nên không được đọc.",
                                    "The file is larger than {0} MB and was not read.",
                                    "Chia thành nhiều tệp nhỏ, ví dụ mỗi đơn vị một năm một tệp; "
                                    "hoặc nâng mức ấy bằng --max-size.",
                                    "Split it, for instance into one file for each organisation "
                                    "and year; or raise the limit with --max-size."),
    [MSG_NO_CONTENT] =
        MESSAGE_WARNING("T013", "Tệp không có nội dung (trống, hoặc chỉ có ghi chú).",
                        "The file holds nothing (it is empty, or comments only).",
                        "Điền nội dung, hoặc xóa tệp nếu không cần nữa.",
                        "Fill it in, or delete it when it is not needed."),
    [MSG_CONTROL] = MESSAGE_ERROR(
        "T014", "Có ký tự điều khiển không nhìn thấy ({0}) ở đây, thường do chép từ Word hoặc PDF.",
        "There is an invisible control character ({0}) here, often copied from Word or PDF.",
        "Xóa chữ ở hai bên rồi gõ lại bằng tay.", "Delete the letters around it and retype them."),
    [MSG_INDENT] = MESSAGE_ERROR(
        "T015", "`{0}` thụt vào không thẳng với các dòng cùng bậc ở trên.",
        "`{0}` is not in line with its level in the lines above.",
        "Các dòng cùng bậc phải bắt đầu ở cùng một cột; dòng nằm bên trong thụt thêm hai dấu cách.",
        "Lines of one level begin in the same column; what is inside them, two blanks later."),
    [MSG_NO_COLON] = MESSAGE_ERROR("T016", "Thiếu dấu hai chấm ở `{0}`.",
                                   "A colon is missing in `{0}`.", "Viết {1}", "Write {1}"),
    [MSG_COLON_IN_TEXT] =
        MESSAGE_ERROR("T017", "Văn bản `{0}` có dấu hai chấm ở giữa mà không có dấu nháy.",
                      "The text `{0}` has a colon in it and no quotes.",
                      "Đặt trong dấu nháy, viết: {1}", "Put it in quotes: {1}"),
    [MSG_UNCLOSED_QUOTE] =
        MESSAGE_ERROR("T018", "Dấu nháy {0} mở ở đây mà không đóng lại trên dòng này.",
                      "The quotation mark {0} opened here is not closed.",
                      "Thêm dấu {0} vào cuối văn bản.", "Add {0} at the end of the text."),
    [MSG_UNCLOSED_BRACKET] =
        MESSAGE_ERROR("T019", "Dấu ngoặc {0} mở ở đây mà không đóng lại.",
                      "The bracket {0} opened here is not closed.",
                      "Thêm dấu {1} vào cuối danh sách.", "Add {1} where the list ends."),
    [MSG_MISSING_COMMA] =
        MESSAGE_ERROR("T020", "Thiếu dấu phẩy giữa hai mục trong ngoặc {0}.",
                      "A comma is missing between two entries inside {0}.",
                      "Mỗi mục cách nhau bằng dấu phẩy và một dấu cách, ví dụ: {from: 4, to: 6}",
                      "Separate them with a comma and a blank, as in {from: 4, to: 6}"),
    [MSG_AFTER_VALUE] = MESSAGE_ERROR(
        "T021", "Còn `{0}` sau khi dấu nháy hoặc dấu ngoặc đã đóng.",
        "`{0}` follows after the quote or bracket was closed.",
        "Đặt cả câu trong một cặp dấu nháy; câu có sẵn dấu \" thì dùng cặp dấu ' ở ngoài.",
        "Put the whole text into one pair of quotes; with \" inside it, use ' around it."),
    [MSG_SIGN_START] = MESSAGE_ERROR(
        "T022", "Giá trị không thể bắt đầu bằng dấu {0}.", "No value can begin with {0} here.",
        "Nếu dấu đó là một phần của văn bản thì đặt trong dấu nháy: {1}",
        "If it is part of a text, put that in quotes: {1}"),
    [MSG_DASH] = MESSAGE_ERROR("T023", "Không đặt được dấu gạch đầu dòng ở đây (`{0}`).",
                               "No list can begin here (`{0}`).",
                               "Danh sách: mỗi mục xuống một dòng riêng, bắt đầu bằng `- `. Chưa "
                               "có số liệu: bỏ cả dòng đi. Văn bản: đặt trong dấu nháy.",
                               "A list: each entry on a line of its own, beginning with `- `. No "
                               "figure: leave the line out. A text: put it in quotes."),
    [MSG_ESCAPE] = MESSAGE_ERROR("T024", "Không dùng được `{0}` trong dấu nháy kép.",
                                 "`{0}` cannot stand inside double quotes.",
                                 "Đổi cặp dấu \" thành cặp dấu ', hoặc viết \\\\ thay cho \\.",
                                 "Use ' instead of \" around the text, or write \\\\ for each \\."),
    [MSG_BAD_KEY] =
        MESSAGE_ERROR("T025", "Trước dấu hai chấm không có từ khóa, hoặc có cả một danh sách.",
                      "There is no key before the colon, or a whole list in its place.",
                      "Trước dấu hai chấm viết đúng một từ khóa, ví dụ: htx_new: 30",
                      "Write one word before the colon, as in: htx_new: 30"),

    [MSG_UNKNOWN_KEY] =
        MESSAGE_SHAPE("T101", "Không có từ khóa `{0}` ở chỗ này.", "There is no key `{0}` here.",
                      "Có phải là `{1}`?", "Did you mean `{1}`?"),
    [MSG_MISSING_KEY] =
        MESSAGE_SHAPE("T102", "`{1}` thiếu từ khóa `{0}`.", "`{1}` lacks the key `{0}`.",
                      "Thêm một dòng: `{0}: …`", "Add a line: `{0}: …`"),
    [MSG_WANT_MAPPING] =
        MESSAGE_SHAPE("T103", "Dưới `{0}` phải là các dòng `từ khóa: giá trị`.",
                      "`{0}` must hold lines of `key: value`.",
                      "Xuống dòng, thụt vào hai dấu cách rồi viết từng dòng `từ khóa: giá trị`.",
                      "Begin a new line, two blanks further in, with `key: value`."),
    [MSG_WANT_LIST] =
        MESSAGE_SHAPE("T104", "`{0}` phải là một danh sách.", "`{0}` must be a list.",
                      "Viết mỗi mục trên một dòng bắt đầu bằng `- `, hoặc viết gọn: [mục 1, mục 2]",
                      "Write each entry on a line that begins with `- `, or in short: [one, two]"),
    [MSG_WANT_SCALAR] =
        MESSAGE_SHAPE("T105", "`{0}` phải là một giá trị đơn (một số, một ngày hoặc một câu).",
                      "`{0}` must be a single value (a number, a date or a text).",
                      "Viết giá trị ngay sau dấu hai chấm: `{0}: giá trị`",
                      "Write it behind the colon: `{0}: value`"),
    [MSG_DUPLICATE_KEY] = MESSAGE_ERROR(
        "T106", "Từ khóa `{0}` được viết hai lần ở cùng một chỗ.",
        "The key `{0}` stands here twice.",
        "Giữ dòng đúng và xóa dòng kia; cần cả hai thì gộp lại dưới một từ khóa.",
        "Keep the right one and delete the other; if both are needed, put them under one key."),
    [MSG_EMPTY_VALUE] = MESSAGE_SHAPE(
        "T107", "`{0}` chưa có giá trị.", "`{0}` has no value.",
        "Viết giá trị sau dấu hai chấm; chưa có số liệu thì bỏ cả dòng đi (số 0 thì viết 0).",
        "Write one behind the colon; without a figure leave the line out (0 is written 0)."),
    [MSG_BAD_CHOICE] = MESSAGE_SHAPE(
        "T108", "`{0}` không phải là một trong các giá trị được dùng: {1}.",
        "`{0}` is none of the values used here: {1}.", "Có phải là `{2}`?", "Did you mean `{2}`?"),
    [MSG_BAD_ID] = MESSAGE_SHAPE(
        "T109", "Mã `{0}` có ký tự không dùng được.",
        "The code `{0}` has characters that are not used.",
        "Mã chỉ gồm chữ không dấu, chữ số, dấu - và dấu _, ví dụ: bac-ninh, htx_new",
        "A code has letters without marks, digits, - and _ only, as in bac-ninh, htx_new"),
    [MSG_CUT_BY_COMMA] = MESSAGE_WARNING(
        "T110", "Văn bản bị cắt ở dấu phẩy: phần `{0}` không được đọc.",
        "The text is cut at the comma: `{0}` is not read.",
        "Trong dấu { } phải đặt văn bản có dấu phẩy trong dấu nháy, ví dụ: {name: \"Tỷ lệ HTX tốt, "
        "khá\"}",
        "Inside { } put a text that has a comma in quotes, as in {name: \"good, fair\"}"),
    [MSG_CUT_BY_HASH] = MESSAGE_WARNING(
        "T111", "Văn bản bị cắt ở dấu #: phần `{0}` bị coi là ghi chú.",
        "The text is cut at the #: `{0}` is taken for a comment.",
        "Là văn bản thì đặt cả câu trong dấu nháy; là ghi chú thì viết một dấu cách sau dấu #.",
        "For a text, put all of it in quotes; for a comment, write a blank behind the #."),
    [MSG_MISSING_BLANK] =
        MESSAGE_SHAPE("T112", "Thiếu dấu cách sau dấu hai chấm ở `{0}`.",
                      "The blank behind the colon is missing in `{0}`.", "Viết {1}", "Write {1}"),
    [MSG_TARGET_SHAPE] = MESSAGE_SHAPE(
        "T113", "Kế hoạch này không nói rõ một mức: {0}.",
        "This target does not state one goal: {0}.",
        "Viết đúng một cách, ví dụ: 30 hoặc {at_least: 30} hoặc {from: 30, to: 40} hoặc {grow_by: "
        "10%}",
        "State it in one way, as in 30 or {at_least: 30} or {from: 30, to: 40} or {grow_by: 10%}"),
    [MSG_BAD_BOOLEAN] =
        MESSAGE_SHAPE("T114", "`{0}` không phải là có hay không.", "`{0}` is neither yes nor no.",
                      "Viết có hoặc không (cũng nhận yes, no, true, false).",
                      "Write yes or no (có, không, true, false do as well)."),
    [MSG_ONLY_ONE] =
        MESSAGE_SHAPE("T115", "Ở đây phải có đúng một trong các từ khóa: {0}.",
                      "Exactly one of these keys has to stand here: {0}.",
                      "Giữ một; hai việc khác nhau thì viết thành hai mục của một danh sách.",
                      "Keep one; two different things make two entries of a list."),
};

static_assert(sizeof messages_of_form / sizeof messages_of_form[0] == MESSAGE_FIRST_FIGURE,
              "a message is missing");
