#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""embed.py OUT FOLDER FILE...: the files as a table of C, each with its path below FOLDER
(src/cli/example.h); meson.build calls it."""
import pathlib
import sys

out, folder, *files = map(pathlib.Path, sys.argv[1:])
text, rows = '', ''
for i, file in enumerate(files):
    data = file.read_bytes()
    text += f'static const unsigned char file_{i}[] = {{{",".join(map(str, data))}}};\n'
    rows += f'    {{"{file.resolve().relative_to(folder.resolve()).as_posix()}", file_{i}, sizeof file_{i}}},\n'
out.write_text(f"""/* Made by src/cli/embed.py. */
#include "example.h"

{text}
const struct example_file example_files[] = {{
{rows}}};
const size_t example_files_count = sizeof example_files / sizeof example_files[0];
""")
