#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""explain.py TIENDO [BUILD_DIR] [--refresh]

The explanations of the messages are true: `check` finds in every wrong example exactly its message,
at the line and column that it names, and nothing in the right one. What it prints of it, the line
with its caret and the hint, is tests/messages/vi.txt and en.txt (--refresh writes them). docs/THONG-BAO.md is what
`explain --list --format markdown` prints (--refresh writes it). `check --format sarif` is SARIF
2.1.0: its required keys are there, its rules are the messages, its places those of the JSON;
with BUILD_DIR it is also held against SARIF's own schema, with npm's help.

Exit code: 0 all true, 1 not, 2 the call is wrong, 77 all but SARIF's schema tried (no npm)."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import npm

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "THONG-BAO.md"
CALL_LIMIT = 60  # seconds
TOO_LARGE = (64 << 20) + 1  # bytes
MESSAGES = ROOT / "tests" / "messages"
FRAME = "khung.yaml"
FILE = "vi-du.yaml"
ENV = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(tiendo, *words, folder=None):
    return subprocess.run([tiendo, *words], cwd=folder, capture_output=True, text=True,
                          encoding="utf-8", timeout=CALL_LIMIT, env=ENV, check=False)


def bytes_of(example, form):
    """The file that an example stands for."""
    data = example.encode()
    if form == "escaped":
        data = data.replace(b"\\t", b"\t")
        data = re.sub(rb"\\x([0-9A-F]{2})", lambda m: bytes([int(m[1], 16)]), data)
    if form == "repeated":
        data *= TOO_LARGE // len(data) + 1
    if form == "counted":
        data = b"".join(line.replace("№".encode(), b"%d" % n) for line in data.splitlines(True)
                        for n in range(1, 401 if "№".encode() in line else 2))
    return data


def check(tiendo, data, frame, *words):
    """Runs check on a file, beside the frame or alone."""
    with tempfile.TemporaryDirectory(prefix="tiendo-explain-") as folder:
        names = [FILE]
        pathlib.Path(folder, FILE).write_bytes(data)
        if frame is not None:
            pathlib.Path(folder, FRAME).write_text(frame, "utf-8")
            names.insert(0, FRAME)
        return run(tiendo, "check", *words, *names, folder=folder)


def findings(tiendo, data, frame):
    """What check says of a file: (code, file, line, column)."""
    done = check(tiendo, data, frame, "--format", "json")
    if done.returncode not in (0, 1):
        return [(f"exit code {done.returncode}", done.stderr, 0, 0)]
    return [(f["code"], f["file"], f["line"], f["column"])
            for f in json.loads(done.stdout)["findings"]]


def check_examples(tiendo, wrong):
    told = json.loads(run(tiendo, "explain", "--list", "--format", "json").stdout)
    for message in told["messages"]:
        if message["form"] == "workbook":
            continue  # tests/forms.py finds each of them
        frame = told["frame"] if message["framed"] else None
        found = findings(tiendo, bytes_of(message["wrong"], message["form"]), frame)
        wanted = [(message["code"], FILE, message["line"], message["column"])]
        if found != wanted:
            wrong.append(f"{message['code']}: the wrong example has {found}, not {wanted}")
        found = findings(tiendo, bytes_of(message["right"], "plain"), frame)
        if found:
            wrong.append(f"{message['code']}: the right example has {found}")
    return [message["code"] for message in told["messages"]]


def check_messages(tiendo, refresh, wrong):
    """The words of every message, in both languages."""
    told = json.loads(run(tiendo, "explain", "--list", "--format", "json").stdout)
    for lang in ("vi", "en"):
        said = []
        for message in told["messages"]:
            if message["form"] in ("repeated", "workbook"):
                continue  # 64 MB to be read: its place is held above; no text
            frame = told["frame"] if message["framed"] else None
            done = check(tiendo, bytes_of(message["wrong"], message["form"]), frame, "--lang", lang)
            said.append(done.stdout)
        golden = MESSAGES / f"{lang}.txt"
        if refresh:
            MESSAGES.mkdir(exist_ok=True)
            golden.write_text("".join(said), "utf-8")
        elif not golden.exists() or golden.read_text("utf-8") != "".join(said):
            wrong.append(f"{golden.relative_to(ROOT)} is not what check says now")


def check_page(tiendo, refresh, wrong):
    page = run(tiendo, "explain", "--list", "--format", "markdown", "--lang", "vi").stdout
    if refresh:
        PAGE.write_text(page, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != page:
        wrong.append("docs/THONG-BAO.md is stale: tests/explain.py build/tiendo --refresh")


# ---- SARIF ----

NAME = "kế hoạch 100%.yaml"
INPUT = """org: bn
year: 2024
orgs: {bn: {name: Tỉnh Bắc Ninh}}
indicators: {htx: {name: Hợp tác xã, unit: HTX, kind: flow}}
targets:
  htx: 30
  htx: {at_least: 40, wieght: 2}
actuals:
  - {as_of: 2024-06-30, values: {htx: 1.200}}
"""


def place_of(location):
    """(file, line, column, end) of a SARIF location, as the JSON of check says it."""
    region = location["physicalLocation"]["region"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    if not re.fullmatch(r"(?:[A-Za-z0-9\-._~/:]|%[0-9A-F]{2})+", uri):
        raise ValueError(f"not a URI: {uri}")
    return (urllib.parse.unquote(uri), region["startLine"], region["startColumn"],
            region["endColumn"])


def check_driver(log, codes, wrong):
    run_of = log["runs"][0]
    driver = run_of["tool"]["driver"]
    if log["version"] != "2.1.0" or "sarif" not in log["$schema"] or len(log["runs"]) != 1:
        wrong.append("SARIF: the head is wrong")
    if driver["name"] != "tiendo" or [rule["id"] for rule in driver["rules"]] != codes:
        wrong.append("SARIF: the rules are not the messages")
    for rule in driver["rules"]:
        texts = [rule[key]["text"] for key in ("shortDescription", "fullDescription", "help")]
        if not all(texts) or rule["defaultConfiguration"]["level"] not in ("error", "warning"):
            wrong.append(f"SARIF: the rule {rule['id']} lacks something")
    if run_of["columnKind"] != "unicodeCodePoints":
        wrong.append("SARIF: columns are not counted in code points")


def check_results(log, told, codes, wrong):
    results = log["runs"][0]["results"]
    if len(results) != len(told):
        wrong.append(f"SARIF: {len(results)} results, {len(told)} findings")
    for result, finding in zip(results, told):
        place = tuple(finding[key] for key in ("file", "line", "column", "end_column"))
        related = [place_of(location)[:3] for location in result["relatedLocations"]]
        same = (result["ruleId"] == finding["code"] == codes[result["ruleIndex"]]
                and result["level"] == finding["severity"]
                and result["message"]["text"].startswith(finding["message"])
                and [place_of(location) for location in result["locations"]] == [place]
                and related == [(r["file"], r["line"], r["column"]) for r in finding["related"]])
        if not same:
            wrong.append(f"SARIF: {result} is not {finding}")


def check_sarif(tiendo, codes, wrong):
    with tempfile.TemporaryDirectory(prefix="tiendo-sarif-") as folder:
        path = pathlib.Path(folder, NAME)
        for text, wanted in ((INPUT, 2), ("orgs: {bn: {name: A}}\n", 0)):
            path.write_text(text, "utf-8")
            told = json.loads(run(tiendo, "check", "--format", "json", NAME, folder=folder).stdout)
            log = json.loads(run(tiendo, "check", "--format", "sarif", NAME, folder=folder).stdout)
            if len(told["findings"]) < wanted:
                wrong.append(f"SARIF: {len(told['findings'])} findings in the test's own input")
            check_driver(log, codes, wrong)
            check_results(log, told["findings"], codes, wrong)
        absolute = json.loads(run(tiendo, "check", "--format", "sarif", str(path)).stdout)
        if absolute["runs"][0]["results"]:
            wrong.append("SARIF: the clean file is not clean")


# What check may be asked about: findings, none, nothing at all, an odd name; in both languages.
SARIF_CASES = {
    "findings": INPUT, "clean": "orgs: {bn: {name: A}}\n", "empty": "", "no YAML": "a: [b\n",
}
SARIF_VALIDATE = """
const Ajv = require('ajv-draft-04'), formats = require('ajv-formats'), fs = require('fs');
const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false});
formats(ajv);
const validate = ajv.compile(require(process.argv[1]));
for (const log of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  const why = validate(log) ? [] : validate.errors.map(e => `${e.instancePath} ${e.message}`);
  console.log(JSON.stringify(why.slice(0, 4)));
}
"""


def check_sarif_schema(tiendo, packages, wrong):
    logs = {}
    for what, text in SARIF_CASES.items():
        for lang in ("vi", "en"):
            with tempfile.TemporaryDirectory(prefix="tiendo-sarif-") as folder:
                pathlib.Path(folder, NAME).write_text(text, "utf-8")
                done = run(tiendo, "check", "--format", "sarif", "--lang", lang, NAME,
                           folder=folder)
            logs[f"{what} ({lang})"] = json.loads(done.stdout)
    # a log that is none, so that a validator that says yes to all is seen
    spoilt = json.loads(json.dumps(logs["findings (vi)"]))
    spoilt["runs"][0]["results"][0]["level"] = "bad"
    done = npm.node(packages, SARIF_VALIDATE, npm.SARIF_SCHEMA,
                    stdin=json.dumps([*logs.values(), spoilt]))
    if done.returncode != 0:
        wrong.append(f"SARIF: the validator failed: {done.stderr[-400:]}")
        return
    *told, last = [json.loads(line) for line in done.stdout.splitlines()]
    wrong.extend(f"SARIF: {what}: {why}" for what, why in zip(logs, told) if why)
    if len(told) != len(logs) or not last:
        wrong.append("SARIF: the validator does not see a wrong level")


def main():
    words = [word for word in sys.argv[1:] if word != "--refresh"]
    if len(words) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    tiendo = str(pathlib.Path(words[0]).resolve())
    wrong = []
    codes = check_examples(tiendo, wrong)
    check_messages(tiendo, "--refresh" in sys.argv, wrong)
    check_page(tiendo, "--refresh" in sys.argv, wrong)
    check_sarif(tiendo, codes, wrong)
    packages = npm.install(pathlib.Path(words[1]).resolve()) if len(words) == 2 else None
    if packages is not None:
        check_sarif_schema(tiendo, packages, wrong)
    for line in wrong:
        print(line)
    print(f"{len(codes)} messages, {len(wrong)} wrong")
    if wrong or not codes:
        return 1
    return npm.missing() if len(words) == 2 and packages is None else 0


if __name__ == "__main__":
    sys.exit(main())
