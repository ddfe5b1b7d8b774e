/* SPDX-License-Identifier: MIT */
#include "starter.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "json_schema.h"

/* The texts as they are written, but with comments in both languages, "# việc | work", and with
 * @org@, @year@ and @last@ (the year before) to be filled in. */

/* clang-format off */
static const char orgs_text[] =
    "# yaml-language-server: $schema=../.tiendo.schema.json\n"
    "# Các đơn vị. Mã viết không dấu, nối bằng dấu \"-\"; tên viết đủ dấu."
    " | Organisations. Ids have plain letters joined by \"-\"; names are as people write them.\n"
    "orgs:\n"
    "  @org@:\n"
    "    name: Liên minh Hợp tác xã @org@        # tên in trong bảng: sửa lại cho đúng"
    " | the name in tables: put it right\n"
    "\n"
    "  # Cụm, nhóm thì nêu các thành viên, ví dụ:"
    " | A cluster or group names its members, for example:\n"
    "  # cum-thi-dua:\n"
    "  #   name: Cụm thi đua số 1\n"
    "  #   members: [@org@, tinh-ban]\n"
    "  #   members_total: 7                # khi chưa nêu tên hết | when not all are named\n";

static const char indicators_text[] =
    "# yaml-language-server: $schema=../.tiendo.schema.json\n"
    "# Chỉ tiêu: mỗi mã một nghĩa, dùng chung cho mọi đơn vị, mọi năm."
    " | Indicators: one meaning to an id, shared by all organisations and years.\n"
    "# Thứ tự ở đây là thứ tự trong bảng. | Their order here is their order in tables.\n"
    "#\n"
    "# kind: flow     phát sinh, cộng dồn từ đầu năm (thành lập mới, lớp tập huấn)"
    " | kind: flow     what happens, counted from the start of the year (newly founded)\n"
    "#       stock    số có đến một ngày (tổng số HTX, thành viên)"
    " |       stock    what there is on a day (cooperatives, members)\n"
    "#       average  bình quân (weight: tính gộp theo số gì)"
    " |       average  a mean (weight: what groups weigh it by)\n"
    "#       share    tỷ lệ %, từ 0 đến 100 |       share    a share in %, from 0 to 100\n"
    "#       rate     tốc độ tăng %, có thể âm |       rate     growth in %, may be negative\n"
    "#       done     có hay không |       done     yes or no\n"
    "# better: lower  khi càng thấp càng tốt | better: lower  where less is better\n"
    "# accumulates: có  số bình quân cộng dồn từ đầu năm"
    " | accumulates: yes  a mean that counts from the start of the year\n"
    "indicators:\n"
    "\n"
    "  # ---------------------------------------------------------------- I\n"
    "  htx_total:\n"
    "    name: Tổng số HTX\n"
    "    unit: HTX\n"
    "    kind: stock\n"
    "    group: I. Hợp tác xã\n"
    "    balance: {plus: htx_new, minus: htx_dissolved}    # = năm trước + mới - giải thể"
    " | = last year + new - dissolved\n"
    "  htx_agri:                         # \"trong đó\": một phần của tổng số"
    " | \"of which\": a part of the whole\n"
    "    name: HTX nông nghiệp\n"
    "    unit: HTX\n"
    "    kind: stock\n"
    "    part_of: {whole: htx_total, by: lĩnh vực}       # by: tên cách chia; thêm complete: có khi"
    " các phần cộng lại đúng bằng tổng"
    " | by names the breakdown; complete: yes where its parts are the whole\n"
    "    group: I. Hợp tác xã\n"
    "  htx_agri_share:                   # máy tự tính khi có đủ hai số"
    " | computed when both are reported\n"
    "    name: Tỷ trọng HTX nông nghiệp\n"
    "    unit: \"%\"                       # ký hiệu % phải để trong ngoặc kép"
    " | a % alone has to be quoted\n"
    "    kind: share\n"
    "    ratio: {of: htx_agri, to: htx_total}\n"
    "    decimals: 2\n"
    "    group: I. Hợp tác xã\n"
    "  htx_new: {name: HTX thành lập mới, unit: HTX, kind: flow, group: I. Hợp tác xã}\n"
    "  htx_new_agri:\n"
    "    name: HTX nông nghiệp thành lập mới\n"
    "    unit: HTX\n"
    "    kind: flow\n"
    "    part_of: htx_new\n"
    "    group: I. Hợp tác xã\n"
    "  htx_dissolved:                    # xử lý được càng nhiều càng tốt"
    " | the more are dealt with the better\n"
    "    name: HTX ngừng hoạt động được giải thể\n"
    "    unit: HTX\n"
    "    kind: flow\n"
    "    group: I. Hợp tác xã\n"
    "  htx_linked: {name: HTX liên kết theo chuỗi, unit: HTX, kind: stock, group: I. Hợp tác xã}\n"
    "  htx_hitech: {name: HTX công nghệ cao, unit: HTX, kind: stock, group: I. Hợp tác xã}\n"
    "\n";

static const char more_indicators_text[] =
    "  # ---------------------------------------------------------------- II\n"
    "  good_share:                       # cuối năm mới xếp loại, nên trong năm chưa xét"
    " | rated at the end of the year, not judged before\n"
    "    name: \"Tỷ lệ HTX tốt, khá\"      # có dấu phẩy thì để trong ngoặc kép"
    " | a comma needs quotes\n"
    "    unit: \"%\"\n"
    "    kind: share\n"
    "    measured: 12-31\n"
    "    group: II. Chất lượng\n"
    "  weak_share:\n"
    "    name: Tỷ lệ HTX yếu kém\n"
    "    unit: \"%\"\n"
    "    kind: share\n"
    "    better: lower\n"
    "    measured: 12-31\n"
    "    group: II. Chất lượng\n"
    "  growth: {name: Tốc độ tăng sản lượng, unit: \"%\", kind: rate, group: II. Chất lượng}\n"
    "  revenue_per_htx:\n"
    "    name: Doanh thu bình quân một HTX\n"
    "    unit: triệu đồng/năm\n"
    "    kind: average\n"
    "    weight: htx_total\n"
    "    group: II. Chất lượng\n"
    "  income_per_member:\n"
    "    name: Thu nhập bình quân thành viên\n"
    "    unit: triệu đồng/năm\n"
    "    kind: average\n"
    "    weight: members\n"
    "    group: II. Chất lượng\n"
    "  members:\n"
    "    name: Thành viên HTX\n"
    "    unit: người\n"
    "    kind: stock\n"
    "    decimals: 0                     # đếm từng người | counted in whole people\n"
    "    owner: Phòng Kinh tế hợp tác    # ai phụ trách | who answers for it\n"
    "    group: II. Chất lượng\n"
    "\n"
    "  # ---------------------------------------------------------------- III\n"
    "  training: {name: Lớp tập huấn, unit: lớp, kind: flow, group: III. Hoạt động}\n"
    "  model_chain: {name: Mô hình theo chuỗi, unit: mô hình, kind: flow, group: III. Hoạt động}\n"
    "  budget: {name: Kinh phí hỗ trợ, unit: triệu đồng, kind: flow, group: III. Hoạt động}\n"
    "  complaints:\n"
    "    name: Đơn thư khiếu nại\n"
    "    unit: đơn\n"
    "    kind: flow\n"
    "    better: lower\n"
    "    group: III. Hoạt động\n"
    "  plan_issued: {name: Ban hành kế hoạch năm, kind: done, group: III. Hoạt động}\n";

static const char targets_text[] =
    "# yaml-language-server: $schema=../.tiendo.schema.json\n"
    "# Kế hoạch năm @year@. Mọi số dưới đây là ví dụ: sửa số, xóa dòng không dùng."
    " | Targets of @year@. All numbers are examples: change them, delete what is not used.\n"
    "# Văn bản không giao chỉ tiêu nào thì đừng ghi chỉ tiêu ấy, kể cả ghi 0."
    " | What no document assigns is not written, not even as 0.\n"
    "org: @org@\n"
    "year: @year@\n"
    "source: \"Kế hoạch số …/KH-LM, ngày …/…/@year@\"        # văn bản giao"
    " | the document that assigns them\n"
    "\n"
    "targets:\n"
    "  # Một số trần: ít nhất bằng số này (nhiều nhất, nếu chỉ tiêu ghi better: lower)"
    " | A plain number: at least this much (at most, where better: lower)\n"
    "  htx_new: 30\n"
    "\n"
    "  # \"từ 20 trở lên\"; quote giữ nguyên văn câu trong văn bản"
    " | \"20 or more\"; quote keeps the words of the document\n"
    "  htx_new_agri: {at_least: 20, quote: \"trong đó từ 20 HTX nông nghiệp trở lên\"}\n"
    "\n"
    "  # \"trên 700\": đúng 700 là chưa đạt | \"more than 700\": 700 itself is a miss\n"
    "  htx_total: {more_than: 700}\n"
    "\n"
    "  # \"30 - 40\": đạt từ 30, vượt khi trên 40"
    " | \"30 - 40\": met from 30 on, exceeded above 40\n"
    "  htx_dissolved: {from: 30, to: 40}\n"
    "\n"
    "  # \"khoảng 265\", cho xê dịch 5%; không ghi tolerance thì không xê dịch"
    " | \"about 265\", give or take 5%; nothing without tolerance\n"
    "  htx_linked: {about: 265, tolerance: 5%}\n"
    "\n"
    "  # \"đúng 12\" | \"exactly 12\"\n"
    "  htx_hitech: {exactly: 12}\n"
    "\n"
    "  good_share: {more_than: 60}\n"
    "\n"
    "  # \"không quá 15%\" | \"at most 15%\"\n"
    "  weak_share: {at_most: 15}\n"
    "\n"
    "  # giữ trong khoảng 5 - 8 | to be kept between 5 and 8\n"
    "  growth: {within: [5, 8]}\n"
    "\n"
    "  # ghi theo đơn vị của văn bản, máy tự đổi ra đơn vị của chỉ tiêu"
    " | in the document's unit, converted to the indicator's\n"
    "  revenue_per_htx: {about: 2.7 tỷ đồng/năm}\n"
    "\n"
    "  # \"tăng 10%\" so với số năm trước (ghi trong tệp thực hiện)"
    " | \"up 10%\" on last year's figure (which stands among the actuals)\n"
    "  income_per_member: {grow_by: 10%}\n"
    "\n"
    "  # \"tăng 5%\" so với một số gốc nêu rõ; dấu _ tách hàng nghìn"
    " | \"up 5%\" on a stated base; _ groups thousands\n"
    "  members: {grow_by: 5%, base: 5_700}\n"
    "\n"
    "  # chỉ cho một phần của năm: H1, H2, Q1 đến Q4, hoặc một tháng"
    " | for a part of the year: H1, H2, Q1 to Q4, or a month\n"
    "  training: {at_least: 4, during: @year@-H2}\n"
    "\n"
    "  # các mốc trong năm, và điều chỉnh giữa năm (số cũ vẫn giữ)"
    " | milestones, and a revision during the year (the old number stays)\n"
    "  model_chain:\n"
    "    at_least: 10\n"
    "    milestones: {@year@-03-31: 20%, @year@-06-30: 40%}\n"
    "    revised:\n"
    "      - {date: @year@-05-15, at_least: 8, by: \"Quyết định số …\", why: \"do đâu\"}\n"
    "\n"
    "  # hai nơi giao hai số: viết thành danh sách | two assigners, two numbers: a list\n"
    "  budget:\n"
    "    - {by: Tỉnh giao, at_least: 5_600}\n"
    "    - {by: HĐND giao, at_least: 5_800}\n"
    "\n"
    "  # \"dưới 5\" | \"less than 5\"\n"
    "  complaints: {less_than: 5}\n"
    "\n"
    "  # làm xong hay chưa | done or not\n"
    "  plan_issued: {done: true}\n"
    "\n"
    "# Tệp của cụm, nhóm: cùng một mục tiêu cho mỗi thành viên thì viết dưới each_member:"
    " | In a group's file: the same target for every member stands below each_member:\n"
    "# each_member:\n"
    "#   htx_new: {at_least: 20}\n";

static const char actuals_text[] =
    "# yaml-language-server: $schema=../.tiendo.schema.json\n"
    "# Thực hiện năm @year@. Mọi số dưới đây là ví dụ: thay bằng số của báo cáo."
    " | Actuals of @year@. All numbers are examples: put those of the report.\n"
    "# Chưa có số thì bỏ dòng ấy đi, đừng ghi 0: bỏ trống là chưa báo cáo, khác với bằng 0."
    " | Leave out what is not reported: missing is not 0.\n"
    "org: @org@\n"
    "year: @year@\n"
    "\n"
    "actuals:\n"
    "  # Số của năm trước: làm gốc cho mục tiêu \"tăng …%\" và để so sánh"
    " | Last year's figures: the base of \"up …%\", and to compare with\n"
    "  - year: @last@\n"
    "    as_of: @last@-12-31\n"
    "    source: \"Báo cáo tổng kết năm @last@\"\n"
    "    values:\n"
    "      htx_total: 690\n"
    "      htx_new: 28\n"
    "      members: 5_700\n"
    "      income_per_member: 60\n"
    "\n"
    "  # Phát sinh từng tháng hoặc quý (chỉ cho kind: flow); máy cộng lại"
    " | What a month or quarter brought (kind: flow only); added up\n"
    "  - during: @year@-Q1\n"
    "    values: {training: 1}\n"
    "  - during: @year@-Q2\n"
    "    values: {training: 2}\n"
    "\n"
    "  # Số đến hết một ngày; với kind: flow là cộng dồn từ đầu năm"
    " | Figures up to a day; of kind: flow, counted from the start of the year\n"
    "  - as_of: @year@-06-30\n"
    "    source: \"Báo cáo 6 tháng đầu năm @year@\"\n"
    "    values:\n"
    "      htx_new: 15\n"
    "      htx_new_agri: 10              # trong đó | of which\n"
    "      htx_dissolved: 5\n"
    "      htx_total: 700                # 690 + 15 - 5\n"
    "      htx_agri: 550\n"
    "      htx_linked: 240\n"
    "      htx_hitech: 9\n"
    "      members: {more_than: 5_800, quote: \"hơn 5.800 thành viên\"}\n"
    "      income_per_member: 5..5.5 triệu đồng/tháng      # từ … đến | from … to\n"
    "      revenue_per_htx: {about: 2.6 tỷ đồng/năm}\n"
    "      growth: 6.2                   # phần lẻ sau dấu chấm | decimals after a dot\n"
    "      model_chain: 4\n"
    "      budget: 2_900                 # số lạ mà đúng thì viết {is: 2_900, sure: có}"
    " | odd but right: {is: 2_900, sure: yes}\n"
    "      complaints: 1\n"
    "      plan_issued: có\n"
    "    notes:\n"
    "      htx_new: \"10 nông nghiệp, 5 phi nông nghiệp\"\n"
    "    claims:                         # tỷ lệ in trong báo cáo, để máy tính lại"
    " | percentages printed in the report, to be recomputed\n"
    "      htx_new: {attainment: 50%}\n"
    "      htx_agri: {share_of: htx_total, is: 78.6%}\n"
    "      # \"tăng 8,9 %, tăng 57 HTX so với cùng kỳ\", \"trên 54 % kế hoạch\":"
    " | \"up 8.9 %, up 57 on the same period\", \"above 54 % of the target\":\n"
    "      # htx_total: [{growth: 8.9%}, {change: 57}, {attainment: {more_than: 54%}}]\n"
    "    # \"9/13 chỉ tiêu đạt và vượt\": | \"9/13 goals met or exceeded\":\n"
    "    # headline: {met: 9, of: 13}\n"
    "\n"
    "  # Ước thực hiện cả năm, làm vào ngày as_of"
    " | What the whole year is expected to bring, as estimated on as_of\n"
    "  - as_of: @year@-06-30\n"
    "    estimate: có\n"
    "    values: {htx_new: 32}\n";
/* clang-format on */

static const struct {
    const char *path; /* where it stands, with the same marks */
    const char *text; /* NULL: the schema */
    const char *more; /* what follows it, or NULL */
} starters[] = {
    [STARTER_SCHEMA] = {.path = STARTER_SCHEMA_PATH},
    [STARTER_INDICATORS] = {"targets/indicators.yaml", indicators_text, more_indicators_text},
    [STARTER_ORGS] = {"targets/orgs.yaml", orgs_text, NULL},
    [STARTER_TARGETS] = {"targets/@org@-@year@.yaml", targets_text, NULL},
    [STARTER_ACTUALS] = {"actuals/@org@-@year@.yaml", actuals_text, NULL},
};
static_assert(sizeof starters / sizeof starters[0] == STARTER_COUNT, "one row per file");

/* Appends the n bytes of text with their marks filled. */
static void fill(struct buffer *out, const char *text, size_t n, const char *org, int year) {
    char numbers[2][16];
    snprintf(numbers[0], sizeof numbers[0], "%d", year);
    snprintf(numbers[1], sizeof numbers[1], "%d", year - 1);
    const struct {
        const char *mark;  /* as it stands in the text */
        const char *value; /* what takes its place */
    } marks[] = {{"@org@", org}, {"@year@", numbers[0]}, {"@last@", numbers[1]}};
    for (const char *end = text + n; text < end;) {
        const char *at = memchr(text, '@', (size_t)(end - text));
        at = at != NULL ? at : end;
        buffer_put(out, text, (size_t)(at - text));
        text = at;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            if (strncmp(text, marks[i].mark, strlen(marks[i].mark)) == 0) {
                buffer_text(out, marks[i].value);
                text += strlen(marks[i].mark);
                break;
            }
        }
    }
}

/* The text with its comments in the language alone, line by line. */
static void fill_lines(struct buffer *out, const char *text, const char *org, int year,
                       enum language lang) {
    static const char between[] = " | ";
    for (size_t n; *text != '\0'; text += n) {
        n = strcspn(text, "\n") + 1;
        const char *bar = strstr(text, between);
        if (bar == NULL || bar >= text + n) {
            fill(out, text, n, org, year);
        } else if (lang == LANG_VI) {
            fill(out, text, (size_t)(bar - text), org, year);
            buffer_text(out, "\n");
        } else {
            const char *comment = bar;
            while (*comment != '#') {
                comment--;
            }
            fill(out, text, (size_t)(comment + 2 - text), org, year);
            const char *words = bar + sizeof between - 1;
            fill(out, words, (size_t)(text + n - words), org, year);
        }
    }
}

void starter_path(struct buffer *out, enum starter which, const char *org, int year) {
    const char *path = starters[which].path;
    fill(out, path, strlen(path), org, year);
    buffer_put(out, "", 1);
}

void starter_text(struct buffer *out, enum starter which, const char *org, int year,
                  enum language lang) {
    if (starters[which].text == NULL) {
        json_schema_put(out, lang);
        return;
    }
    fill_lines(out, starters[which].text, org, year, lang);
    if (starters[which].more != NULL) {
        fill_lines(out, starters[which].more, org, year, lang);
    }
}
