# SPDX-License-Identifier: MIT
"""Books at the edge, for workbook_cases.py: names, sizes, gaps and figures that a workbook may trip
over. A book is {path: content}; a content is written as JSON, which is YAML too."""

YEAR = 2024
DAY = f"{YEAR}-06-30"

LONG_NOTE = ("Số liệu do các huyện, thị xã, thành phố tổng hợp; còn bốn đơn vị chưa gửi báo cáo chính "
             "thức, phòng chuyên môn đã đôn đốc bằng văn bản và sẽ bổ sung trước kỳ họp; ")


def org(number):
    return f"o{number:02d}"


def indicator(number):
    return f"i{number:03d}"


def book(orgs, indicators, target=100, actual=lambda o, i: (37 * i + 11 * o) % 130):
    """Organisations and indicators by name; each has the target and what actual() says, unless that
    is None."""
    files = {
        "targets/names.yaml": {
            "orgs": {org(o): {"name": name} for o, name in enumerate(orgs)},
            "indicators": {indicator(i): {"name": name, "unit": "HTX", "kind": "flow"}
                           for i, name in enumerate(indicators)},
        }
    }
    for o in range(len(orgs)):
        values = {indicator(i): actual(o, i) for i in range(len(indicators))}
        values = {key: value for key, value in values.items() if value is not None}
        one = {"org": org(o), "year": YEAR, "source": "Kế hoạch số 1/KH"}
        if target is not None:
            one["targets"] = {indicator(i): target for i in range(len(indicators))}
        if values:
            one["actuals"] = [{"as_of": DAY, "source": "Báo cáo số 2/BC", "values": values}]
        files[f"targets/{org(o)}.yaml"] = one
    return files


def names():
    """What a sheet's name, a formula or a footer cannot hold, or holds in disguise."""
    alike = "Liên minh Hợp tác xã các tỉnh miền núi phía Bắc, chi nhánh số"
    odd = [
        "Cư M'gar", "'Ea H'leo'", "Krông Búk / Krông Năng", "[HTX]: A*B?C\\D", "History", "Tổng quan",
        "ĐẮK LẮK", "Đắk Lắk", "đắk lắk", alike + " 1", alike + " 2", "&P &[Picture] & Con",
        "=SUM(A1)", "Huyện “Lắk”", "A" * 60,
    ]
    return book(odd, [*odd[:9], alike + " 3", alike + " 4", *odd[11:]])


def one():
    return book(["Tỉnh Bắc Ninh"], ["HTX thành lập mới"])


def two():
    return book(["Tỉnh Bắc Ninh", "Tỉnh Lạng Sơn"], [f"Chỉ tiêu {i}" for i in range(1, 9)])


def sixty():
    return book([f"Huyện số {o}" for o in range(1, 61)],
                ["HTX thành lập mới", "Tổ hợp tác", "Thành viên HTX", "Lao động trong HTX",
                 "Doanh thu bình quân một HTX", "HTX ứng dụng công nghệ cao"])


def wide():
    """Many of both: a matrix wider than a page."""
    return book([f"Huyện số {o}" for o in range(1, 15)],
                [f"Chỉ tiêu số {i} về hợp tác xã" for i in range(1, 41)])


def two_hundred():
    """In twenty headings, with a part now and then."""
    files = book(["Tỉnh Bắc Ninh", "Tỉnh Lạng Sơn"],
                 [f"Chỉ tiêu số {i} về phát triển kinh tế tập thể" for i in range(1, 201)])
    declared = files["targets/names.yaml"]["indicators"]
    for i in range(200):
        declared[indicator(i)]["group"] = f"Nhóm chỉ tiêu thứ {i // 10 + 1}"
        if i % 5 == 1:
            declared[indicator(i)]["part_of"] = indicator(i - 1)
    for o in range(2):
        values = files[f"targets/{org(o)}.yaml"]["actuals"][0]["values"]
        for i in range(200):  # a part is no more than its whole
            values[indicator(i)] = 10 + i % 90 if i % 5 != 1 else 5
    return files


def no_actuals():
    return book(["Tỉnh Bắc Ninh", "Tỉnh Lạng Sơn"], ["HTX thành lập mới", "Tổ hợp tác"],
                actual=lambda o, i: None)


def no_targets():
    return book(["Tỉnh Bắc Ninh", "Tỉnh Lạng Sơn"], ["HTX thành lập mới", "Tổ hợp tác"], target=None)


def partial():
    """Groups of which members are missing, everywhere."""
    files = book(["Cụm Đông Bắc", "Cụm Tây Bắc", *(f"Tỉnh {o}" for o in range(1, 9))],
                 ["HTX thành lập mới", "Tổ hợp tác", "Thành viên", "Lao động"],
                 actual=lambda o, i: 40 + o + i if o > 1 and (o + i) % 3 else None)
    orgs = files["targets/names.yaml"]["orgs"]
    for group in range(2):
        orgs[org(group)] |= {"members": [org(o) for o in range(2 + 4 * group, 6 + 4 * group)],
                             "members_total": 7}
    del files["targets/o00.yaml"]["targets"]
    files["targets/o00.yaml"]["each_member"] = {indicator(3): {"at_least": 45}}
    for o in range(2, 6):
        del files[f"targets/{org(o)}.yaml"]["targets"][indicator(3)]
    return files


def texts():
    """Words as long as they may be, or that a spreadsheet would take for a formula."""
    starts = ["=1+1", "+84 912 345 678", "-5", "@SUM(1)", "=HYPERLINK(\"http://a\")", "_x0041_ <b> & \"c\"",
              "#N/A", "TRUE", "01/02/2024", "00123", "1e5", "Tỷ lệ 50 %"]
    files = book(["=cmd|' /C calc'!A0"], starts)
    declared = files["targets/names.yaml"]["indicators"]
    for i in range(len(starts)):
        declared[indicator(i)]["unit"] = "HTX"
    report = files["targets/o00.yaml"]["actuals"][0]
    report["notes"] = {indicator(i): start for i, start in enumerate(starts)}
    report["notes"][indicator(2)] = LONG_NOTE.strip()
    report["notes"][indicator(3)] = LONG_NOTE * 3
    report["notes"][indicator(4)] = LONG_NOTE * 15
    report["notes"][indicator(5)] = "KếHoạchKhôngCóDấuCách" * 8
    return files


def figures():
    """As large and as small as they may be, with every unit's length."""
    values = {0: 999999999999, 1: 123456789012345, 2: "0.000000001", 3: 0, 4: 0.1234567, 5: 1234567.5, 6: 1,
              7: 99.9999}
    units = ["đồng", "triệu đồng", "HTX", "HTX", "%", "triệu đồng/người/tháng", "tỷ đồng", "%"]
    files = book(["Tỉnh Bắc Ninh", "Tỉnh Lạng Sơn"], [f"Số lớn, số nhỏ {i}" for i in range(len(units))],
                 actual=lambda o, i: values[i])
    declared = files["targets/names.yaml"]["indicators"]
    for i, unit in enumerate(units):
        declared[indicator(i)] |= {"unit": unit, "kind": "share" if unit == "%" else "flow"}
    for o in range(2):
        files[f"targets/{org(o)}.yaml"]["targets"] = {
            indicator(0): 1, indicator(1): 123456789012346, indicator(2): 1000000000, indicator(3): 0,
            indicator(4): 0.1234568, indicator(5): 0.0001, indicator(6): 1000000000000,
            indicator(7): 100}
    return files


BOOKS = {
    "names": names, "one": one, "two": two, "sixty": sixty, "wide": wide, "two_hundred": two_hundred,
    "no_actuals": no_actuals, "no_targets": no_targets, "partial": partial, "texts": texts,
    "figures": figures,
}
