#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""manual.py TIENDO

The man pages that `manual` prints, in both languages: mandoc and groff find nothing to say about
them, and they name every command, option, status, column and key of the format that the program
itself knows. The examples of tiendo(1) run, the one of tiendo(5) passes `check`. They are of the day
that the changelog tells.

Exit code: 0 all true, 1 not, 2 the call is wrong, 77 mandoc or groff is missing (a failure with
CI=true)."""

import html
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALL_LIMIT = 30  # seconds
SKIPPED = 77
LANGUAGES = ("vi", "en")
SECTIONS = ("1", "5")
# What looks at a page (its name is put at the end), and must neither speak nor fail.
LINTERS = {
    "mandoc": ["mandoc", "-T", "lint", "-W", "warning"],
    "groff": ["groff", "-man", "-ww", "-z", "-Kutf8", "-Tutf8"],
}
# What mandoc says, as a warning (exit code 2), of a page without a day; see check_day().
UNRELEASED = 'missing date, using "": TH'
ENV = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(words, folder=None):
    return subprocess.run(words, cwd=folder, env=ENV, capture_output=True, encoding="utf-8",
                          timeout=CALL_LIMIT, check=False)


def plain(page):
    """The text of a page as its reader sees it, line by line."""
    for escaped, meant in (("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"),
                           ("\\-", "-"), ("\\e", "\\"), ("\\&", "")):
        page = page.replace(escaped, meant)
    return re.sub(r"\\f[BIR]", "", page)


def tags(page):
    """What stands in bold before its meaning: options, words, keys."""
    return {plain(tag) for tag in re.findall(r"^\.TP\n\\fB(.*?)\\fR", page, re.M)}


def sections(page):
    """The parts of a page under their subheadings."""
    return {plain(part.split("\n")[0]): part for part in page.split("\n.SS ")[1:]}


def check_program(tiendo, lang, page, wrong):
    """The lists of tiendo(1) are those of --help."""
    parts = sections(page)
    found = tags(page)
    shown = run([tiendo, "--help", "--lang", "en"]).stdout
    commands = re.findall(r"^  ([a-z]+)  ", shown, re.M)
    if len(commands) < 8:
        wrong.append("--help lists no commands")
    for command in [*commands, "complete", "manual"]:
        help_of = run([tiendo, command, "--help", "--lang", "en"]).stdout
        own, _, common = help_of.partition("\nCommon options")
        options = re.findall(r"^ +((?:-\w, )?--[a-z-]+)", own, re.M)
        words = re.findall(r"^  ([a-z_0-9]+) {2,}", common, re.M)
        if command not in parts or not set(options) <= tags(parts[command]):
            wrong.append(f"tiendo(1) {lang}: {command} lacks some of {options}")
        missing = set(words) - found
        missing |= set(re.findall(r"^ +((?:-\w, )?--[a-z-]+)", common, re.M)) - found
        if missing:
            wrong.append(f"tiendo(1) {lang}: no {sorted(missing)} of {command}")
    for name in ("NO_COLOR", "TMPDIR", "0", "1", "2", "3"):
        if name not in found:
            wrong.append(f"tiendo(1) {lang}: no {name}")


def check_keys(tiendo, lang, page, wrong):
    """The keys of tiendo(5) are those of the JSON Schema, under the same mappings."""
    schema = json.loads(run([tiendo, "schema", "--lang", lang]).stdout)
    parts = list(sections(page).items())
    mappings = {parts[0][0]: schema}
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            mappings[(parts[1][0].split(" ")[0]) + " " + name] = definition
    if len(mappings) < 10:
        wrong.append("the schema has hardly any mappings")
    for title, mapping in mappings.items():
        part = dict(parts).get(title, "").split("\n.SH ")[0]
        if tags(part) != set(mapping["properties"]):
            wrong.append(f"tiendo(5) {lang}, {title}: {sorted(tags(part))}")
        required = set(re.findall(r"^\\fB(\S+)\\fR.*(?:, required|, bắt buộc)\)", part, re.M))
        if {plain(key) for key in required} != set(mapping.get("required", [])):
            wrong.append(f"tiendo(5) {lang}, {title}: required are {sorted(required)}")
        for key, value in mapping["properties"].items():
            meaning = html.unescape(value["description"])
            words = [w for choice in re.findall(r'"enum": (\[.*?\])', json.dumps(value))
                     for w in json.loads(choice)]
            text = plain(part)
            if meaning not in text or not all(word in text for word in words):
                wrong.append(f"tiendo(5) {lang}, {title}: {key} is not explained")


def check_example(tiendo, lang, page, wrong):
    """The files shown pass check."""
    shown = {name: part for name, part in sections(page).items() if name.endswith(".yaml")}
    with tempfile.TemporaryDirectory(prefix="tiendo-manual-") as folder:
        for name, part in shown.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(plain(part.partition(".nf\n")[2].partition(".fi\n")[0]), "utf-8")
        done = run([tiendo, "check", "--strict"], folder)
    if done.returncode != 0 or len(shown) < 3:
        wrong.append(f"tiendo(5) {lang}: check on {sorted(shown)}: {done.stdout}{done.stderr}")


def check_examples(tiendo, lang, page, wrong):
    """The command lines shown do their work on the example data, which has warnings and no errors;
    init's in an empty folder."""
    shown = [tag for tag in tags(page) if tag.startswith("tiendo ")]
    if len(shown) < 5:
        wrong.append(f"tiendo(1) {lang}: only {shown} as examples")
    for line in shown:
        words = shlex.split(line)[1:]
        with tempfile.TemporaryDirectory(prefix="tiendo-manual-") as folder:
            for part in ("targets", "actuals") if words[0] != "init" else ():
                shutil.copytree(ROOT / part, pathlib.Path(folder, part))
            done = run([tiendo, *words], folder)
        found = done.returncode == 1 and "--fail-on" in words and done.stdout
        warned = all(re.search(r": (cảnh báo|warning)\[T\d+\]: ", said)
                     for said in done.stderr.splitlines())
        if not found and (done.returncode != 0 or not warned):
            wrong.append(f"tiendo(1) {lang}: `{line}`: {done.returncode} {done.stderr}")


def check_day(name, page, wrong):
    """A page is of the day on which the changelog says that its version was released, if it was."""
    newest = re.search(r"^## \[(.*?)\] – (\S+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    day, version = re.search(r'^\.TH TIENDO \d "(.*?)" "tiendo (\S+)"', page, re.M).groups()
    wanted = ("", newest[2]) if newest[1] == "Unreleased" else (newest[2], newest[1])
    if (day, version) != wanted:
        wrong.append(f"{name}: of {version}, {day or 'no day'}; the changelog begins with {newest[0]}")


def check_comments(lang, page, wrong):
    """The comments of tiendo(5)'s example speak its language, and that alone."""
    example = plain(page.partition(".nf\n")[2])
    said = [text for text in re.findall(r"# (\D.*)", example) if not re.match(r" *[\w-]+:", text)]
    vietnamese = [text for text in said if re.search("[ạ-ỹăđơưàáèéìíòóùú]", text)]
    if len(said) < 20 or " | " in example:
        wrong.append(f"tiendo(5) {lang}: comments in two languages, or none")
    if lang == "en" and vietnamese or lang == "vi" and len(vietnamese) < len(said) // 2:
        wrong.append(f"tiendo(5) {lang}: comments of the other language: {vietnamese or said}")


def check_lint(name, page, linters, wrong):
    with tempfile.TemporaryDirectory(prefix="tiendo-manual-") as folder:
        pathlib.Path(folder, name).write_text(page, "utf-8")
        for linter in linters:
            done = run([*LINTERS[linter], name], folder)
            said = [line for line in (done.stdout + done.stderr).splitlines()
                    if UNRELEASED not in line]
            if said or done.returncode not in (0, 2):
                wrong.append(f"{linter} of {name}: {said}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    tiendo = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = []
    linters = [name for name in LINTERS if shutil.which(name)]
    for lang in LANGUAGES:
        page = {section: run([tiendo, "manual", section, "--lang", lang]).stdout
                for section in SECTIONS}
        for section in SECTIONS:
            check_lint(f"tiendo.{section}", page[section], linters, wrong)
            check_day(f"tiendo({section}) {lang}", page[section], wrong)
        check_program(tiendo, lang, page["1"], wrong)
        check_examples(tiendo, lang, page["1"], wrong)
        check_keys(tiendo, lang, page["5"], wrong)
        check_example(tiendo, lang, page["5"], wrong)
        check_comments(lang, page["5"], wrong)
    for line in wrong:
        print(line)
    missing = sorted(set(LINTERS) - set(linters))
    print(f"{len(LANGUAGES) * len(SECTIONS)} pages, {len(wrong)} wrong; missing: {missing}")
    if wrong or (missing and os.environ.get("CI") == "true"):
        return 1
    return SKIPPED if missing else 0


if __name__ == "__main__":
    sys.exit(main())
