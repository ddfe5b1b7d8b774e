#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""agree.py TIENDO BUILD_DIR [--mutants N] [--seed N]

The schema and `check` agree: what `tiendo schema` prints refuses a file exactly when `check` finds
something wrong with its shape. Tried with the example data, new starter files, the inputs of the
golden cases, both examples of every message, the guide's examples, and thousands of these with one
or two things changed: a key taken away, misspelt or added, a value of another type, a list for one.

Words whose letters and marks stand apart (NFD) mean the same to `check`, a schema knows one form: it
is shown the texts in NFC.

What is a matter of shape says the table of messages (`shape` in `explain --list --format json`).
The rest lies outside a schema's sight; NOT_COMPARED names the files that are left out, and why.

Exit code: 0 they agree, 1 not, 2 the call is wrong, 77 not tried (no npm)."""

import argparse
import collections
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

import docs
import explain
import npm

ROOT = pathlib.Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "HUONG-DAN.md"
CALL_LIMIT = 120  # seconds
BATCH = 400  # files in one run of check
SHOWN = 20  # disagreements

# A file with one of these is not compared. (All of T0, too: there is no tree to look at.)
NOT_COMPARED = {
    "T106": "YAML itself refuses a key that stands twice",
    "T110": "YAML makes a key of what follows the comma, check only warns",
    "T205": "1e3 and 0x1F are numbers like any other once YAML has read them",
    "T206": "a number of JSON has no digits to be counted",
}
# Behind one of these, check does not look closer; the schema may see more.
HIDES = {
    "T401": "what stands under an indicator that nobody knows has no unit and no kind",
    "T451": "the same, when a file uses several",
    "T403": "what is declared twice counts once, the references of the second are not followed",
    "T410": "the figure of a level in a month is not read",
    "T409": "what does not go with the kind is not read",
}
IDS = {"T401": re.compile(r"[A-Za-z0-9_-]+"), "T402": re.compile(r"[A-Za-z0-9-]+")}
NUMBER_AND_WORDS = re.compile(r"[+−-]?[0-9][0-9_.]*\s*[^\W\d_]")

# Lines of [name, text]; answers [name, verdict]: "refused", "accepted", or "no yaml".
JUDGE = """
const YAML = require('yaml'), Ajv = require('ajv/dist/2020'), fs = require('fs');
const schema = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
const validate = new Ajv({strict: true, strictRequired: false, strictTypes: false,
                          allowUnionTypes: true}).compile(schema);
for (const line of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const [name, text] = JSON.parse(line);
  let verdict = 'no yaml', why = '';
  const all = YAML.parseAllDocuments(text, {logLevel: 'error'});
  if (all.length < 2 && !(all[0] && all[0].errors.length)) {
    const ok = validate((all[0] && all[0].toJS()) ?? null);
    verdict = ok ? 'accepted' : 'refused';
    why = ok ? '' : validate.errors.map(e => `${e.instancePath} ${e.message}`).slice(0, 3).join('; ');
  }
  console.log(JSON.stringify([name, verdict, why]));
}
"""
# A list of texts; answers a list of what they say, null for what is no mapping.
PARSE = """
const YAML = require('yaml'), fs = require('fs');
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, 'utf8')).map(text => {
  try { return YAML.parse(text, {logLevel: 'error'}); } catch (e) { return null; }
})));
"""

VALUES = [
    None, "", "abc", 0, 7, -3, 2.5, -0.5, 2024, 24, 99999, 2000000, True, False, [], {}, [1],
    [1, 2], [1, 2, 3], ["abc"], [None], [[1]], {"a": 1}, {"at_least": 3}, {"is": 3}, "2,7",
    "1.200.000", "1_500", "1__5", "1 200", "2024-06-30", "2024-02-29", "2023-02-29", "2024-04-31",
    "2024-13-01", "0000-01-01", "30/06/2024", "12-31", "02-29", "02-30", "13-01", "2024-05",
    "2024-Q2", "2024-Q5", "2024-H1", "2024", "10%", "-10%", "0%", "10 HTX", "5 tỷ đồng/năm",
    "3..5", "3 .. 5 HTX", "3..", "30 - 40", "> 60", "có", "không", "Có", "KHÔNG", "yes", "NO",
    "done", "1.5 lần", "bắc ninh", "flow", "share", "average", "weighted", "ratio", "linear", "met",
    "lower", "htx_new", "bac-ninh", "+5", "−5", "%", "null", "~",
]
# As some keyboards type them: letter and marks apart. They mean the same.
VALUES += [unicodedata.normalize("NFD", value) for value in VALUES
           if isinstance(value, str) and not value.isascii()]


class Doc:
    """A file, and what it is read together with."""

    def __init__(self, name, text, context=()):
        self.name = name
        self.text = text
        self.context = tuple(context)  # texts of files


# ---- the files to begin with ----

def read_all(paths):
    return [(path.name, path.read_text("utf-8")) for path in paths]


def is_text(path):
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def folder_docs(label, paths):
    """Files of one folder: each with all others of it as context."""
    files = read_all(p for p in sorted(paths) if is_text(p))
    return [Doc(f"{label}/{name}", text, [t for n, t in files if n != name])
            for name, text in files]


def bases(tiendo, folder):
    found = folder_docs("example", [*(ROOT / "targets").glob("*.yaml"),
                                    *(ROOT / "actuals").glob("*.yaml")])
    subprocess.run([tiendo, "init", "--org", "bac-ninh", "--year", "2025"], cwd=folder, check=True,
                   capture_output=True)
    found += folder_docs("starter", folder.rglob("*.yaml"))
    for case in sorted((ROOT / "tests" / "cases").glob("*/input")):
        if case.parent.name != "check-broken-file":  # hushes what its neighbours refer to
            found += folder_docs(case.parent.name, case.rglob("*.yaml"))
    told = json.loads(explain.run(tiendo, "explain", "--list", "--format", "json").stdout)
    for message in told["messages"]:
        frame = [told["frame"]] if message["framed"] else []
        if message["form"] == "plain":
            found.append(Doc(f"{message['code']}-wrong", message["wrong"], frame))
        found.append(Doc(f"{message['code']}-right", message["right"], frame))
    found += [Doc(f"guide-{i}", example.text) for i, example in enumerate(docs.examples(GUIDE))
              if example.kind == "check"]
    return found, {m["code"] for m in told["messages"] if m["shape"]}


# ---- changing one thing ----

def scalar(value):
    if value is None:
        return ""
    if isinstance(value, str):
        plain = re.fullmatch("[0-9]{4}-[0-9]{2}(-[0-9]{2})?"
                             "|[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ\u0300-\u036f ]*", value)
        return value if plain and value != "null" else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def emit(value):
    """Flow style: it keeps empty values empty and needs no indentation."""
    if isinstance(value, dict):
        inner = ", ".join(f"{scalar(key)}: {emit(item)}" for key, item in value.items())
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join('""' if item is None else emit(item) for item in value) + "]"
    return scalar(value)


def text_of(tree):
    """A section a line, so that findings have lines."""
    return "".join(f"{scalar(key)}: {emit(value)}\n" for key, value in tree.items())


def nodes(tree):
    """Every collection inside."""
    if isinstance(tree, (dict, list)) and tree:
        yield tree
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from nodes(inner)


def change_mapping(rng, node, words):
    key = rng.choice(list(node))
    what = rng.randrange(8)
    if what == 0:
        del node[key]
    elif what == 1:
        node[rng.choice([key + "x", key.upper(), "tên", "HTX mới"])] = node.pop(key)
    elif what == 2:
        node[rng.choice(words)] = copy.deepcopy(rng.choice(VALUES))
    elif what == 3:
        node[rng.choice(words)] = node[key]
    elif what == 4:
        node[key] = [node[key]]
    elif what == 5:
        node[key] = {rng.choice(words): node[key]}
    else:
        node[key] = copy.deepcopy(rng.choice(VALUES))


def change_list(rng, node):
    at = rng.randrange(len(node))
    what = rng.randrange(4)
    if what == 0:
        del node[at]
    elif what == 1:
        node.insert(at, copy.deepcopy(node[at]))
    elif what == 2:
        node[at] = [node[at]]
    else:
        node[at] = copy.deepcopy(rng.choice(VALUES))


def mutant(rng, tree, words):
    tree = copy.deepcopy(tree)
    for _ in range(1 if rng.random() < 0.8 else 2):
        found = list(nodes(tree))
        if not found:
            break
        node = rng.choice(found)
        if isinstance(node, dict):
            change_mapping(rng, node, words)
        else:
            change_list(rng, node)
    return text_of(tree)


def keys_of(schema):
    """Every key of the format."""
    found = set()
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, (dict, list)):
            found |= keys_of(value)
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
        found |= set(schema["properties"])
    return found


# ---- both verdicts ----

def found_by_check(tiendo, texts, context):
    """The findings of each text, all read in one run behind the context."""
    with tempfile.TemporaryDirectory(prefix="tiendo-agree-") as name:
        folder = pathlib.Path(name)
        for i, text in enumerate(context):
            (folder / f"0-{i:04}.yaml").write_text(text, "utf-8")
        for i, text in enumerate(texts):
            (folder / f"1-{i:04}.yaml").write_text(text, "utf-8")
        done = subprocess.run([tiendo, "check", "--format", "json", "."], cwd=folder,
                              capture_output=True, encoding="utf-8", timeout=CALL_LIMIT,
                              check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    found = [[] for _ in texts]
    for finding in json.loads(done.stdout)["findings"]:
        kind, _, number = pathlib.Path(finding["file"]).stem.partition("-")
        if kind == "1":
            found[int(number)].append(finding)
    return found


def guilty(text, finding):
    """The characters that a finding is about."""
    line = re.split(r"\r\n|\r|\n", text)[finding["line"] - 1]
    word = line[finding["column"] - 1:finding["end_column"] - 1]
    return word.strip().strip("\"'")


def shape_seen(text, finding, shape):
    """Whether a schema can see this."""
    code = finding["code"]
    if code in IDS:  # no code at all, or one that nobody has declared
        return not IDS[code].fullmatch(guilty(text, finding))
    if code in ("T210", "T212"):  # behind a number, words are a unit to whoever knows no units
        return not NUMBER_AND_WORDS.match(guilty(text, finding))
    return code in shape


def by_context(docs_):
    """(context, files) of each run: files that declare something run alone, it is known to all."""
    grouped = collections.defaultdict(list)
    for doc in docs_:
        if re.search("orgs|indicators", doc.text):
            yield doc.context, [doc]
        else:
            grouped[doc.context].append(doc)
    for context, found in grouped.items():
        for i in range(0, len(found), BATCH):
            yield context, found[i:i + BATCH]


class Tally:
    """What came of it."""

    def __init__(self):
        self.both = collections.Counter()
        self.skipped = collections.Counter()
        self.wrong = []
        self.seen = set()  # codes of shape that decided a file

    def compare(self, doc, findings, verdict, why, shape):
        codes = {f["code"] for f in findings}
        left_out = [c for c in codes if c in NOT_COMPARED or (c[:2] == "T0" and c != "T013")]
        if left_out:
            self.skipped[min(left_out)] += 1
            return
        bad = sorted(f["code"] for f in findings if shape_seen(doc.text, f, shape))
        self.seen.update(bad)
        wanted = "refused" if bad else "accepted"
        self.both[wanted] += verdict == wanted
        hidden = {f["code"] for f in findings} & HIDES.keys()
        if verdict == "refused" and not bad and hidden:
            self.skipped[f"behind {min(hidden)}"] += 1
        elif verdict != wanted:
            self.wrong.append(f"{doc.name}: schema: {verdict} ({why}); check: {sorted(codes)}, "
                              f"of shape {bad}\n    " + doc.text[:1500].replace("\n", "\n    "))


def judge(packages, schema, docs_):
    lines = "".join(json.dumps([i, unicodedata.normalize("NFC", doc.text)]) + "\n"
                    for i, doc in enumerate(docs_))
    done = npm.node(packages, JUDGE, schema, stdin=lines, limit=CALL_LIMIT)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return [json.loads(line)[1:] for line in done.stdout.splitlines()]


def mutants(rng, packages, docs_, words, count):
    done = npm.node(packages, PARSE, stdin=json.dumps([doc.text for doc in docs_]))
    trees = json.loads(done.stdout)
    good = [(doc, tree) for doc, tree in zip(docs_, trees) if isinstance(tree, dict) and tree
            and len(doc.text) < 20000]
    made = []
    for i in range(count):
        doc, tree = rng.choice(good)
        made.append(Doc(f"mutant {i} of {doc.name}", mutant(rng, tree, words), doc.context))
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--mutants", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=20241)
    options = parser.parse_args()
    tiendo = str(pathlib.Path(options.tiendo).resolve())
    packages = npm.install(options.build.resolve())
    if packages is None:
        return npm.missing()
    rng = random.Random(options.seed)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="tiendo-agree-") as name:
        folder = pathlib.Path(name)
        docs_, shape = bases(tiendo, folder)
        schema = folder / "schema.json"
        schema.write_text(explain.run(tiendo, "schema").stdout, "utf-8")
        words = sorted(keys_of(json.loads(schema.read_text("utf-8"))))
        docs_ += mutants(rng, packages, docs_, words, options.mutants)
        verdicts = dict(zip(map(id, docs_), judge(packages, schema, docs_)))
        for context, batch in by_context(docs_):
            told = found_by_check(tiendo, [d.text for d in batch], context)
            broken = [any(f["code"] < "T1" for f in found) for found in told]
            if len(batch) > 1 and any(broken):  # they hush what others refer to: once more without
                batch = [doc for doc, bad in zip(batch, broken) if not bad]
                told = found_by_check(tiendo, [d.text for d in batch], context)
            for doc, found in zip(batch, told):
                tally.compare(doc, found, *verdicts[id(doc)], shape)
    for line in tally.wrong[:SHOWN]:
        print(line)
    unseen = sorted(shape - tally.seen)
    if unseen:
        print(f"never tried: {unseen}")
    print(f"{len(docs_)} files: both accept {tally.both['accepted']}, both refuse "
          f"{tally.both['refused']}, not compared {dict(tally.skipped)}, "
          f"disagree {len(tally.wrong)}")
    return 1 if tally.wrong or unseen else 0


if __name__ == "__main__":
    sys.exit(main())
