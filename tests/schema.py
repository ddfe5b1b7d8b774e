#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""schema.py TIENDO BUILD_DIR

Checks what `init` and `schema` write.

  keys      the schema is JSON, its references lead somewhere, it speaks both languages, and it has
            exactly the keys that the table of docs/HUONG-DAN.md has (its last section)
  starters  new folders pass `check` without a word, next year's targets pass it together with what
            they were made from, and nothing that is there is overwritten
  files     the examples, the starters and the guide's valid examples validate against the schema,
            its misspelt ones do not. Needs npm (npm.py)

Exit code: 0 all true, 1 not, 2 the call is wrong, 77 the files could not be tried (no npm)."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import docs
import npm

ROOT = pathlib.Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "HUONG-DAN.md"
CALL_LIMIT = 30  # seconds

# Reads the names of a schema and of YAML files, prints a line per file that does not validate.
VALIDATE = """
const fs = require('fs'), YAML = require('yaml'), Ajv = require('ajv/dist/2020');
const [schema, ...files] = process.argv.slice(1);
const validate = new Ajv({strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true, strictTypes: false})
  .compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
for (const file of files) {
  if (validate(YAML.parse(fs.readFileSync(file, 'utf8'), {logLevel: 'error'}) ?? null)) continue;
  const why = validate.errors.map(e => `${e.instancePath} ${e.message}`);
  console.log(JSON.stringify([file, why.slice(0, 8)]));
}
"""

# What stands in the file to be wrong, and must be seen by an editor.
BAD = {
    "key": "targets: {htx_new: {atleast: 30}}",
    "section": "target: {htx_new: 30}",
    "date": "actuals: [{as_of: 30/06/2024, values: {htx_new: 15}}]",
    "number": "targets: {htx_new: 1.200.000}",
    "comma": "targets: {htx_new: '2,7'}",
    "choice": "indicators: {htx_new: {name: HTX, kind: flows}}",
    "missing": "indicators: {htx_new: {name: HTX}}",
    "period": "targets: {htx_new: {at_least: 3, during: 2024-H3}}",
    "list": "actuals: {as_of: 2024-06-30}",
    "id": "orgs: {bắc-ninh: {name: Bắc Ninh}}",
}

# Rare things in the targets of a year, and the same a year later.
ODD = """\
org: a
year: 2024
year_window: {from: 2023-12-15, to: 2024-12-14}
orgs: {a: {name: A, members: [b]}, b: {name: B}}
indicators:
  x: {name: "Mười\\nhai", unit: HTX, kind: flow}
  y: {name: Y, unit: HTX, kind: stock}
  z: {name: Z, unit: HTX, kind: stock}
  w: {name: W, unit: HTX, kind: stock}
targets:
  x:
    - {at_least: 1.2340, date: 2024-01-05, by: 'Tỉnh "giao": #1'}
    - {at_least: 2, date: 2024-07-05, by: 'Tỉnh "giao": #1'}
    - {at_least: 3, date: 2024-07-05, during: 2024-Q3, pace: none}
  y: {from: 1, to: 2, milestones: {2024-02-29: 12.5%, 2024-06-30: 50%}}
  z:
    - at_least: 5
    - {year: 2025, at_least: 6}
  w: {about: 265, tolerance: 5%, sure: có}
each_member: {y: {grow_by: 10%, base: 60}}
"""
ODD_NEXT = """\
org: a
year: 2025
year_window: {from: 2024-12-15, to: 2025-12-14}
# source: "Kế hoạch số …"      # văn bản giao: điền rồi bỏ dấu #

targets:
  x:                              # Mười hai (HTX)
    # năm 2024: chưa có kết quả
    - at_least: 1.2340
      by: "Tỉnh \\"giao\\": #1"
      date: 2025-01-05
    # năm 2024: chưa có kết quả
    - at_least: 2
      by: "Tỉnh \\"giao\\": #1"
      date: 2025-07-05
    # năm 2024: chưa có kết quả
    - at_least: 3
      during: 2025-Q3
      pace: none
  y:                              # Y (HTX)
    # năm 2024: kế hoạch 1 – 2, Chưa báo cáo
    from: 1
    to: 2
    milestones: {2025-02-28: 12.5%, 2025-06-30: 50%}
  # z: năm 2025 đã có kế hoạch
  w:                              # W (HTX)
    # năm 2024: kế hoạch ~ 265 (±13,25), Chưa báo cáo
    about: 265
    tolerance: 5%

each_member:
  y:                              # Y (HTX)
    # năm 2024: kế hoạch mỗi đơn vị +10%, Chưa báo cáo
    grow_by: 10%    # năm 2024 ghi base: 60
"""
# the same comments in English
ODD_ENGLISH = (
    ("# văn bản giao: điền rồi bỏ dấu #",
     "# the document that assigns them: fill it in, take the # away"),
    ("năm 2024: chưa có kết quả", "2024: no result yet"),
    ("năm 2024: kế hoạch 1 – 2, Chưa báo cáo", "2024: target 1 – 2, Not reported"),
    ("năm 2025 đã có kế hoạch", "2025 has a target already"),
    ("năm 2024: kế hoạch ~ 265 (±13,25), Chưa báo cáo", "2024: target ~ 265 (±13.25), Not reported"),
    ("năm 2024: kế hoạch mỗi đơn vị +10%, Chưa báo cáo",
     "2024: target each member +10%, Not reported"),
    ("năm 2024 ghi base: 60", "base in 2024: 60"),
)


class Test:
    """The program, and what was found wrong."""

    def __init__(self, tiendo, build):
        self.tiendo = tiendo
        self.build = build
        self.wrong = []

    def run(self, *words, cwd=None):
        return subprocess.run([self.tiendo, *words], cwd=cwd, capture_output=True, encoding="utf-8",
                              timeout=CALL_LIMIT, check=False)

    def must(self, true, what):
        if not true:
            self.wrong.append(what)

    def must_run(self, *words, cwd=None, code=0):
        done = self.run(*words, cwd=cwd)
        self.must(done.returncode == code, f"{words}: exit code {done.returncode}, not {code}: "
                                           f"{done.stdout}{done.stderr}")
        return done


def mappings(schema):
    """Every mapping with keys of its own, as (name, properties)."""
    yield "", schema["properties"]
    for name, part in schema["$defs"].items():
        if "properties" in part:
            yield name, part["properties"]


def references(part):
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def guide_keys():
    """{where: keys} of the table in the guide; the first column names the place."""
    table = GUIDE.read_text("utf-8").rsplit("Mọi khóa trong một bảng", 1)[1]
    found = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        keys = set(re.findall(r"`([a-z_]+)`", cells[-1]))
        if len(cells) == 2 and keys:
            names = re.findall(r"`([a-z_]+)`", cells[0])
            found[names[0] if names else ""] = keys
    return found


def check_keys(test):
    for lang in ("vi", "en"):
        schema = json.loads(test.must_run("schema", "--lang", lang).stdout)
        for target in references(schema):
            name = target.removeprefix("#/$defs/")
            test.must(name in schema["$defs"], f"{target} leads nowhere")
        documented = guide_keys()
        hedges = set(schema["$defs"]["claimed"]["properties"])  # in the row of claims
        documented["claimed"] = documented["claims"] & hedges
        documented["claims"] -= hedges
        for name, properties in mappings(schema):
            wanted = documented.pop(name, set())
            if name == "revised":  # a new target: the guide does not repeat its keys
                wanted |= set(properties)
            test.must(set(properties) == wanted,
                      f"{name or 'the file'}: in the schema or the guide only: "
                      f"{sorted(set(properties) ^ wanted)}")
            for key, value in properties.items():
                test.must(value.get("title") and value.get("description"),
                          f"{name}.{key} has no title or description in {lang}")
        test.must(not documented, f"not in the schema: {sorted(documented)}")
    both = [test.run("schema", "--lang", lang).stdout for lang in ("vi", "en")]
    test.must(both[0] != both[1], "one language only")


def check_clean(test, folder, what):
    done = test.run("check", "--format", "json", cwd=folder)
    test.must(done.returncode == 0 and json.loads(done.stdout)["findings"] == [],
              f"{what}: {done.stdout}{done.stderr}")


def check_pointed(test, path):
    """The first line of a starter file leads an editor to the schema."""
    line = path.read_text("utf-8").splitlines()[0]
    named = line.removeprefix("# yaml-language-server: $schema=")
    test.must(named != line and (path.parent / named).exists(), f"{path}: {line}")


def check_starters(test, folder):
    """Leaves the starter files in the folder."""
    test.must_run("init", "--org", "bac-ninh", "--year", "2025", "--lang", "vi", cwd=folder)
    check_clean(test, folder, "starter files")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    test.must_run("init", "--org", "bac-ninh", "--year", "2025", cwd=folder, code=3)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    test.must(before == after, "init changed a folder that was not empty")
    test.must_run("init", "--org", "son-la", "--year", "2026", "--lang", "vi", cwd=folder)
    check_clean(test, folder, "starter files of a second organisation")
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    test.must(before.items() <= after.items(), "a second organisation changed the first one's files")
    for path in after.keys() - before.keys():
        path.unlink()
    onward = ("init", "--org", "bac-ninh", "--from-year", "2025", "--year", "2026")
    test.must_run(*onward, cwd=folder)
    check_clean(test, folder, "next year's targets")
    for path in folder.rglob("*.yaml"):
        check_pointed(test, path)
    test.must_run(*onward, cwd=folder, code=3)


def findings(test, folder):
    return json.loads(test.run("check", "--format", "json", cwd=folder).stdout)["findings"]


def check_examples_onward(test):
    """Next year of every organisation of the example data."""
    for path in sorted((ROOT / "targets").glob("*-[0-9]*.yaml")):
        org, year = re.fullmatch(r"(.*)-(\d+)", path.stem).groups()
        with tempfile.TemporaryDirectory(prefix="tiendo-schema-") as name:
            for part in ("targets", "actuals"):
                shutil.copytree(ROOT / part, pathlib.Path(name, part))
            before = findings(test, name)
            test.must_run("init", "--org", org, "--from-year", year, "--year", str(int(year) + 1),
                          cwd=name)
            test.must(before == findings(test, name), f"{org} {year}: next year has findings")


def check_odd_onward(test):
    """What is rare: written by hand here, and what must come of it."""
    with tempfile.TemporaryDirectory(prefix="tiendo-schema-") as name:
        folder = pathlib.Path(name)
        (folder / "targets").mkdir()
        (folder / "targets" / "a.yaml").write_text(ODD, "utf-8")
        onward = ("init", "--org", "a", "--from-year", "2024", "--year", "2025")
        path = folder / "targets" / "a-2025.yaml"
        test.must_run(*onward, "--lang", "en", cwd=folder)
        made = path.read_text("utf-8")
        expected = ODD_NEXT
        for vietnamese, english in ODD_ENGLISH:
            expected = expected.replace(vietnamese, english)
        test.must(made.endswith(expected), f"{made}is not as expected")
        path.unlink()
        test.must_run(*onward, cwd=folder)
        made = path.read_text("utf-8")
        test.must(made.endswith(ODD_NEXT), f"{made}is not as expected")
        check_clean(test, folder, "next year of the odd book")


def guide_examples(folder):
    """The examples of the guide that `check` accepts, as files."""
    found = []
    for number, example in enumerate(docs.examples(GUIDE)):
        if example.kind == "check":
            path = folder / f"guide-{number}.yaml"
            path.write_text(example.text, "utf-8")
            found.append(path)
    return found


def refused(test, packages, schema, files):
    """{file: why} of the files that do not validate."""
    done = npm.node(packages, VALIDATE, schema, *files, limit=CALL_LIMIT)
    test.must(done.returncode == 0, f"ajv refuses the schema: {done.stderr}")
    return dict(json.loads(line) for line in done.stdout.splitlines())


def check_files(test, folder, packages):
    starters = sorted(folder.rglob("*.yaml"))
    examples = sorted([*(ROOT / "targets").glob("*.yaml"), *(ROOT / "actuals").glob("*.yaml")])
    bad = {}
    with tempfile.TemporaryDirectory(prefix="tiendo-schema-") as name:
        for what, text in BAD.items():
            bad[what] = pathlib.Path(name, f"{what}.yaml")
            bad[what].write_text(text + "\n", "utf-8")
        good = [*starters, *examples, *guide_examples(pathlib.Path(name))]
        schema = folder / ".tiendo.schema.json"
        found = refused(test, packages, schema, [*map(str, good), *map(str, bad.values())])
    for path in good:
        test.must(str(path) not in found, f"{path}: {found.get(str(path))}")
    for what, path in bad.items():
        test.must(str(path) in found, f"validates, though its {what} is wrong: {BAD[what]}")
    print(f"{len(good)} files validate, {len(bad)} do not")


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    test = Test(*(str(pathlib.Path(word).resolve()) for word in sys.argv[1:]))
    packages = npm.install(pathlib.Path(test.build))
    with tempfile.TemporaryDirectory(prefix="tiendo-schema-") as name:
        check_keys(test)
        check_starters(test, pathlib.Path(name))
        check_examples_onward(test)
        check_odd_onward(test)
        if packages is not None:
            check_files(test, pathlib.Path(name), packages)
    for line in test.wrong:
        print(line)
    if test.wrong:
        return 1
    return 0 if packages is not None else npm.missing()


if __name__ == "__main__":
    sys.exit(main())
